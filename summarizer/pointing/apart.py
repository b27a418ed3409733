"""Words of an item that stand apart from those that tell it: noted, for whoever looks them up. In any field."""

from collections.abc import Iterator

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Finding
from summarizer.pointing.check import Check, Code, Found
from summarizer.pointing.located import AnItem, Located
from summarizer.pointing.roles import roles, step_into


def apart(items: Located) -> Iterator[Finding]:
    """A note for each value of which words stand neither in a sentence that tells its item nor in one beside it.

    Args:
        items: all of them, as the brief holds them.
    """
    for kind, item in items.all():
        yield from APART.findings(kind, item, items)


def _run(item: AnItem, items: Located) -> Iterator[Found]:
    yield from _away(item, frozenset(), "")


def _away(part: Part, near: frozenset[int], path: str) -> Iterator[Found]:
    """The values of an item, or of a part of one, that stand away from where it is told.

    It is told where the words stand without which it says nothing; its other names may stand anywhere.

    Args:
        part: the item, or the part.
        near: numbers of the sentences in which, and beside which, the whole is told.
        path: where the part stands in the item.
    """
    declared = roles(type(part))
    told = {quote.sentence for name in declared.substance for quote in getattr(part, name)}
    near |= {number + step for number in told for step in (-1, 0, 1)}
    for name in declared.details:
        if away := tuple(quote for quote in getattr(part, name) if quote.sentence not in near):
            yield Found("apart", step_into(path, name), away)
    for name in declared.parts:
        for at, inner in enumerate(getattr(part, name)):
            yield from _away(inner, near, step_into(step_into(path, name), at))


APART = Check(
    name="apart",
    reason="Words that an item has from elsewhere in the article may be about something else.",
    applies_to=(),
    codes={"apart": Code("note", "The words stand neither in a sentence that tells the item nor in one beside it.")},
    run=_run,
)
"""A row beside every field's table of checks: it asks of an item only what its fields are for."""
