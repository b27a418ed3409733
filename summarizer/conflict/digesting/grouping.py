"""Groups by average link over pairs that are weighed when they are needed; a contradiction keeps two groups apart."""

import math
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import product

Score = Callable[[int, int], float]
Forbidden = Callable[[int, int], bool]
LOWEST, HIGHEST = -5.0, 6.0
"""Beyond these a pair is as good as certain."""
LOOKED_AT = 6
"""Articles of each of two groups that are compared; of more, evenly many of the old and the new."""


def grouped(
    number: int,
    pairs: Iterable[tuple[int, int]],
    score: Score,
    forbidden: Forbidden,
    least: float,
) -> list[list[int]]:
    """Items 0, 1, … in groups, by the first of each.

    Args:
        number: of items.
        pairs: that may be of one group, each once; groups are only joined where some pair leads from one to the other.
        score: how surely two items are of one group.
        forbidden: whether two can't be.
        least: the average from which on two groups are joined.
    """
    groups = {item: [item] for item in range(number)}
    at = list(range(number))
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
            found = _average(groups[now[0]], groups[now[1]], score, forbidden)
            if found >= least:
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
    return list(groups.values())


_State = tuple[int, int, int, int]
"""Two groups by their first items, with their sizes: groups only grow."""


def _average(one: list[int], other: list[int], score: Score, forbidden: Forbidden) -> float:
    looked_at = list(product(_looked_at(one), _looked_at(other)))
    if any(forbidden(*pair) for pair in looked_at):
        return -math.inf
    return sum(max(LOWEST, min(HIGHEST, score(*pair))) for pair in looked_at) / len(looked_at)


def _looked_at(members: list[int]) -> list[int]:
    if len(members) <= LOOKED_AT:
        return members
    return [members[place * (len(members) - 1) // (LOOKED_AT - 1)] for place in range(LOOKED_AT)]
