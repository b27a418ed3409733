"""Groups by average link over pairs that are weighed when they are needed; a contradiction keeps two groups apart."""

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import product

Score = Callable[[int, int], float]
Apart = Callable[[Sequence[int], Sequence[int]], bool]
LOWEST, HIGHEST = -5.0, 6.0
"""Beyond these a pair is as good as certain."""
LOOKED_AT = 6
"""Articles of each of two groups that are compared; of more, evenly many of the old and the new."""


def grouped(
    given: Iterable[list[int]],
    pairs: Iterable[tuple[int, int]],
    score: Score,
    apart: Apart,
    least: float,
    nearest: int | None = None,
) -> list[list[int]]:
    """Items 0, 1, … in groups, by the first of each.

    Args:
        given: the items in the groups that they are in to begin with, each in order.
        pairs: that may be of one group, each once; groups are only joined where some pair leads from one to the other.
        score: how surely two items are of one group.
        apart: whether two groups can't be one.
        least: the average from which on two groups are joined.
        nearest: how many pairs of two groups, the likeliest, are averaged; by default all.
    """
    groups = {members[0]: members for members in given}
    at = {item: first for first, members in groups.items() for item in members}
    heap: list[tuple[float, _State]] = []
    seen: set[_State] = set()

    def state(one: int, other: int) -> _State:
        first, second = sorted((at[one], at[other]))
        return first, second, len(groups[first]), len(groups[second])

    def weigh(one: int, other: int) -> None:
        now = state(one, other)
        if now[0] != now[1] and now not in seen:
            if now[2:] != (1, 1):  # each pair is given once
                seen.add(now)
            found = _average(groups[now[0]], groups[now[1]], score, nearest)
            if found >= least and not apart(groups[now[0]], groups[now[1]]):
                heappush(heap, (-found, now))

    for pair in pairs:
        weigh(*pair)
    while heap:
        _, weighed = heappop(heap)
        one, other = weighed[:2]
        if state(one, other) == weighed:
            groups[one] = sorted(groups[one] + groups.pop(other))
            for item in groups[one]:
                at[item] = one
        else:
            weigh(one, other)
    return [groups[first] for first in sorted(groups)]


_State = tuple[int, int, int, int]
"""Two groups by their first items, with their sizes: groups only grow."""


def _average(one: list[int], other: list[int], score: Score, nearest: int | None) -> float:
    odds = sorted((score(*pair) for pair in product(looked_at_of(one), looked_at_of(other))), reverse=True)[:nearest]
    return sum(max(LOWEST, min(HIGHEST, each)) for each in odds) / len(odds)


def looked_at_of(members: Sequence[int]) -> Sequence[int]:
    """Of many, evenly many of the old and the new."""
    if len(members) <= LOOKED_AT:
        return members
    return [members[place * (len(members) - 1) // (LOOKED_AT - 1)] for place in range(LOOKED_AT)]


def contradicting(forbidden: Callable[[int, int], bool]) -> Apart:
    """Groups are apart where two of their items that are looked at are."""
    return lambda one, other: any(forbidden(*pair) for pair in product(looked_at_of(one), looked_at_of(other)))
