"""Edges and days → what a template draws of them: places and sizes, in units of the picture."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap

from summarizer.rendering.cards import Mark, Strip
from summarizer.rendering.page import Edge, EntryDays

MOST = 60
"""Edges that are drawn; of more, the others are counted."""
WIDE, ROW, MARGIN, BOX = 720, 44, 16, 230
"""Units of the picture: its width, the height of a row, the room around, the width of a box."""
ROUNDS = 6
"""How often the parties are put in order."""
FEW_DAYS = 14
"""So many days have each their number over the strips; of more, the first and the last have it."""
LINE = 30
"""Characters that fit into a line of a box."""


@dataclass(frozen=True)
class Node:
    """A party in the picture: its name in lines that fit, and where it stands."""

    name: str
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True)
class Arrow:
    """An edge in the picture: from the right of one box to the left of another."""

    edge: Edge
    y1: int
    y2: int


@dataclass(frozen=True)
class Graph:
    """Who does what to whom: doers at the left, those struck at the right.

    Attributes:
        left, right: the parties.
        arrows: what one does to another.
        height: of the picture.
        more: how many edges are not drawn.
    """

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    height: int
    more: int


@dataclass(frozen=True)
class Bar:
    """An entry on the line of days: where it begins, and how wide it is."""

    days: EntryDays
    x: int
    width: int
    y: int


@dataclass(frozen=True)
class TimeLine:
    """Entries by the days on which they were."""

    bars: tuple[Bar, ...]
    height: int


def drawn_edges(edges: Sequence[Edge]) -> Graph:
    """Places for the parties and the arrows between them.

    Args:
        edges: of the page.
    """
    drawn = _untangled(edges[:MOST])
    left = _nodes((edge.source for edge in drawn), MARGIN)
    right = _nodes((edge.target for edge in drawn), WIDE - MARGIN - BOX)
    from_y, to_y = ({node.name: node.y for node in side} for side in (left, right))
    arrows = tuple(Arrow(edge, from_y[edge.source], to_y[edge.target]) for edge in drawn)
    height = max(len(left), len(right)) * ROW + 2 * MARGIN
    return Graph(left, right, arrows, height, len(edges) - len(drawn))


def _untangled(edges: Sequence[Edge]) -> Sequence[Edge]:
    """The edges in an order in which few of them cross: each party at the height of those that it is tied to."""
    places = {edge: place for place, edge in enumerate(edges)}
    for side in ("source", "target") * ROUNDS:
        heights: dict[str, list[int]] = defaultdict(list)
        for edge in edges:
            heights[getattr(edge, side)].append(places[edge])
        mean = {name: sum(found) / len(found) for name, found in heights.items()}
        ordered = sorted(edges, key=lambda edge: (mean[getattr(edge, side)], places[edge]))
        places = {edge: place for place, edge in enumerate(ordered)}
    return sorted(edges, key=places.__getitem__)


def _nodes(names: Iterable[str], x: int) -> tuple[Node, ...]:
    """A box for each name, one under the other."""
    return tuple(
        Node(name, tuple(wrap(name, LINE, max_lines=2, placeholder="…")), x, MARGIN + ROW // 2 + position * ROW)
        for position, name in enumerate(dict.fromkeys(names))
    )


def drawn_days(days: Sequence[EntryDays]) -> TimeLine:
    """Places for entries between the first day and the last.

    Args:
        days: of the page.
    """
    ordered = sorted(days, key=lambda one: (one.first, one.last, one.entry))
    if not ordered:
        return TimeLine((), 0)
    first = ordered[0].first
    each = (WIDE - BOX - 2 * MARGIN) / ((max(one.last for one in ordered) - first).days + 1)
    bars = tuple(
        Bar(
            one,
            BOX + MARGIN + round((one.first - first).days * each),
            max(round(((one.last - one.first).days + 1) * each), 4),
            MARGIN + position * ROW // 2,
        )
        for position, one in enumerate(ordered)
    )
    return TimeLine(bars, len(bars) * ROW // 2 + 2 * MARGIN)


@dataclass(frozen=True)
class DrawnMark:
    """A mark on a strip of days, in days: where it begins, how wide it is, what it says."""

    x: int
    width: int
    mark: Mark


@dataclass(frozen=True)
class DrawnStrips:
    """Strips between a first and a last day, how many days these are, and what stands over them."""

    first: date
    last: date
    days: int
    axis: tuple[str, ...]
    strips: tuple[tuple[Strip, tuple[DrawnMark, ...]], ...]


def drawn_strips(strips: Sequence[Strip], days: tuple[date, date] | None) -> DrawnStrips | None:
    """Places for the marks of each strip; what was before the first day or after the last is left out.

    Args:
        strips: of the page.
        days: the first and the last.

    Returns:
        Nothing where there is nothing to draw.
    """
    if days is None:
        return None
    first, last = days
    drawn = tuple((strip, tuple(_drawn_marks(strip, first, last))) for strip in strips)
    number = (last - first).days + 1
    each = tuple(str((first + timedelta(day)).day) for day in range(number))
    axis = each if number <= FEW_DAYS else (str(first), str(last))
    return DrawnStrips(first, last, number, axis, drawn)


def _drawn_marks(strip: Strip, first: date, last: date) -> Iterator[DrawnMark]:
    for mark in strip.marks:
        begin, end = max(mark.first, first), min(mark.last, last)
        if begin <= end:
            yield DrawnMark((begin - first).days, (end - begin).days + 1, mark)
