"""Pairs of the largest total weight: the assignment problem, solved exactly."""

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


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
    columns = range(len(weights[0]) if weights else 0)
    row_of = {column: row for row, column in column_of.items()}
    gain = {row: 0.0 for row in range(len(weights)) if row not in column_of}  # by row that is to be placed
    before: dict[int, tuple[int, int]] = {}  # row that loses its column → (row that takes it, column)
    for _ in weights:  # Bellman-Ford: a path visits each row at most once
        changed = False
        for row, sofar in list(gain.items()):
            for column in columns:
                loser = row_of.get(column)
                if loser is None or loser == row or weights[row][column] <= 0:
                    continue
                after = sofar + weights[row][column] - weights[loser][column]
                if after > gain.get(loser, float("-inf")) + 1e-12:
                    gain[loser], before[loser] = after, (row, column)
                    changed = True
        if not changed:
            break
    ends = [
        (gain[row] + weights[row][column], -row, -column)
        for row in gain
        for column in columns
        if column not in row_of and weights[row][column] > 0
    ]
    best = max(ends, default=(0.0, 0, 0))
    if best[0] <= 1e-12:
        return []
    row, column = -best[1], -best[2]
    path = [(row, column)]
    while row in before:
        row, column = before[row]
        path.append((row, column))
    return path
