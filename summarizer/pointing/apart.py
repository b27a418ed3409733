"""Words that stand apart from those that tell their item: noted, for whoever looks them up."""

from collections.abc import Iterator

from summarizer.documents.quotes import Part, Quotes
from summarizer.pointing.audit import Finding
from summarizer.pointing.grounding import CHECK, CODES
from summarizer.pointing.located import Located
from summarizer.pointing.roles import roles, step_into


def apart(items: Located) -> Iterator[Finding]:
    """A note for each value of which words stand neither in a sentence that tells its item nor in one beside it.

    Args:
        items: all of them, as the brief holds them.
    """
    code = CODES["apart"]
    for kind, item in items.all():
        for field, quotes in _away(item, frozenset(), ""):
            yield Finding(
                check=CHECK,
                code="apart",
                severity=code.severity,
                item=kind,
                id=item.id,
                field=field,
                message=code.message,
                quotes=quotes,
            )


def _away(part: Part, near: frozenset[int], path: str) -> Iterator[tuple[str, Quotes]]:
    """The values of an item, or of a part of one, that stand away from where it is told, each with its path.

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
            yield step_into(path, name), away
    for name in declared.parts:
        for at, inner in enumerate(getattr(part, name)):
            yield from _away(inner, near, step_into(step_into(path, name), at))
