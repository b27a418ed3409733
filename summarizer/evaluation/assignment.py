"""Pairs of the largest total weight: the assignment problem, solved exactly."""

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]
LEAST = 1e-12
"""What counts as a gain; less is the arithmetic's error."""


def assign(weights: Weights) -> list[tuple[int, int]]:
    """One-to-one pairs (row, column) whose weights have the largest sum; a weight of 0 or less is no pair.

    Successive longest paths: each round adds the row that gains most, moving earlier rows to other columns where
    that pays. Among equal sums the order of rows and columns decides, so the result never varies.

    Args:
        weights: a matrix, one sequence per row, all of one length.
    """
    column_of: dict[int, int] = {}
    while path := _best_path(weights, column_of):
        column_of.update(path)
    return sorted(column_of.items())


def _best_path(weights: Weights, column_of: dict[int, int]) -> list[tuple[int, int]]:
    """The reassignments, from a free row to a free column, that add most to the sum; none where nothing adds."""
    gain, before = _gains(weights, column_of)
    free = set(range(len(weights[0]) if weights else 0)) - set(column_of.values())
    ends = []
    for row, sofar in gain.items():
        ends += [(sofar + weights[row][column], -row, -column) for column in free if weights[row][column] > 0]
    added, row, column = max(ends, default=(0.0, 0, 0))
    if added <= LEAST:
        return []
    path = [(-row, -column)]
    while path[-1][0] in before:
        path.append(before[path[-1][0]])
    return path


def _gains(weights: Weights, column_of: dict[int, int]) -> tuple[dict[int, float], dict[int, tuple[int, int]]]:
    """What it adds, at best, to free each row for another column, and by which move; free rows included.

    Returns:
        The gain by row; and for each row that loses its column, the row that takes it, and the column.
    """
    taken = sorted((column, row) for row, column in column_of.items())
    gain = {row: 0.0 for row in range(len(weights)) if row not in column_of}
    before: dict[int, tuple[int, int]] = {}
    for _ in weights:  # Bellman-Ford: a path visits each row at most once
        settled = dict(gain)
        for row, sofar in settled.items():
            for column, loser in taken:
                after = sofar + weights[row][column] - weights[loser][column]
                if weights[row][column] > 0 and after > gain.get(loser, float("-inf")) + LEAST:
                    gain[loser], before[loser] = after, (row, column)
        if gain == settled:
            break
    return gain, before
