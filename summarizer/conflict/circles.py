"""Where links from item to item lead: all that can be reached, and what leads back to where it began."""

from collections.abc import Iterable, Iterator, Mapping

Links = Mapping[int, Iterable[int]]
"""By id, the ids that an item leads to; one without an entry is none."""


def circles(links: Links) -> dict[int, int]:
    """By id, the smallest id of its circle: of all that its links lead to and that lead back to it.

    Args:
        links: of every item.

    Returns:
        An entry for each id to which its links lead back; the entries of one circle are the same.
    """
    found: dict[int, int] = {}
    for circle in _groups(links):
        if not set(circle).isdisjoint(links[circle[0]]):
            found |= dict.fromkeys(circle, min(circle))
    return found


def reached(links: Links) -> dict[int, frozenset[int]]:
    """By id, all that its links lead to, itself included.

    Args:
        links: of every item.
    """
    found: dict[int, frozenset[int]] = {}
    for circle in reversed(_groups(links)):
        further = (found.get(other, frozenset()) for number in circle for other in links[number])
        found |= dict.fromkeys(circle, frozenset(circle).union(*further))
    return found


def _groups(links: Links) -> list[list[int]]:
    """The ids, those of one circle together, each group before those that it leads to.

    Each link is followed twice, however many circles there are (Kosaraju's algorithm).
    """
    back: dict[int, list[int]] = {number: [] for number in links}
    for one, others in links.items():
        for other in links.keys() & others:
            back[other].append(one)
    passed: set[int] = set()
    last = reversed(list(_left(links, links, set())))
    return [group for number in last if (group := list(_left([number], back, passed)))]


def _left(starts: Iterable[int], links: Links, passed: set[int]) -> Iterator[int]:
    """All that can be reached from some ids, each after what it leads to; what was passed before is not passed again."""
    waiting = [(number, False) for number in starts]
    while waiting:
        at, leaving = waiting.pop()
        if leaving:
            yield at
        elif at in links and at not in passed:
            passed.add(at)
            waiting.append((at, True))
            waiting += [(other, False) for other in links[at]]
