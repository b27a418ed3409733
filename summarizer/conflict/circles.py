"""Links from item to item that lead back to where they began."""

from collections.abc import Iterable, Iterator, Mapping

Links = Mapping[int, Iterable[int]]
"""By id, the ids that an item leads to."""


def circles(links: Links) -> dict[int, int]:
    """By id, the smallest id of its circle: of all that its links lead to and that lead back to it.

    Each link is followed twice, however many circles there are (Kosaraju's algorithm).

    Args:
        links: of every item; an id without an entry leads nowhere.

    Returns:
        An entry for each id to which its links lead back; the entries of one circle are the same.
    """
    back: dict[int, list[int]] = {number: [] for number in links}
    for one, others in links.items():
        for other in links.keys() & others:
            back[other].append(one)
    found: dict[int, int] = {}
    passed: set[int] = set()
    for number in reversed(list(_left(links, links, set()))):
        if number in passed:
            continue
        circle = list(_left([number], back, passed))
        if len(circle) > 1 or number in links[number]:
            found |= dict.fromkeys(circle, min(circle))
    return found


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
