"""Edges and days → what a template draws of them: places and sizes, in units of the picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from summarizer.rendering.page import Edge, EntryDays

MOST = 60
"""Edges that are drawn; of more, the others are counted."""
WIDE, ROW, MARGIN, BOX = 720, 44, 16, 230
"""Units of the picture: its width, the height of a row, the room around, the width of a box."""
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
    drawn = edges[:MOST]
    left = _nodes((edge.source for edge in drawn), MARGIN)
    right = _nodes((edge.target for edge in drawn), WIDE - MARGIN - BOX)
    from_y, to_y = ({node.name: node.y for node in side} for side in (left, right))
    arrows = tuple(Arrow(edge, from_y[edge.source], to_y[edge.target]) for edge in drawn)
    height = max(len(left), len(right)) * ROW + 2 * MARGIN
    return Graph(left, right, arrows, height, len(edges) - len(drawn))


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
