"""Cards → one HTML file: no program in it, nothing loaded, every string escaped by the template.

Cards are chosen by `:checked`, folded by `<details>`; so the policy of the page allows its own style sheet, by its hash, and
nothing else. An article's address is a link that the reader may follow, and that the page never does.
"""

from collections import Counter

from summarizer.rendering.cards import CardReport
from summarizer.rendering.drawing import drawn_edges, drawn_strips
from summarizer.rendering.safety import inert
from summarizer.rendering.templating import filled, policy, style_sheet

OPEN = 12
"""Cards that a page shows open; of more, each is opened by the reader."""
LINES = 6
"""Lines of a block that are shown at once; of more, the others are folded."""


def as_card_report(report: CardReport, made: str = "") -> str:
    """The report as one file.

    Args:
        report: what is to be read.
        made: who made it, when, and with which version; empty if it is not known.
    """
    cards = [card for section in report.sections for card in section.cards]
    tags = Counter(tag for card in cards for tag in card.tags)
    strips = drawn_strips(report.strips, report.days)
    days = strips.days if strips else 0
    style = style_sheet("report.css", "cards.css", entries=(), tags=tuple(tags), days=days)
    return filled(
        "cards.html",
        report=report,
        made=inert(made),
        style=style,
        policy=policy(style),
        tags=tags,
        is_open=len(cards) <= OPEN,
        most=LINES,
        edges=drawn_edges(report.edges),
        strips=strips,
    )
