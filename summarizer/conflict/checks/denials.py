"""Denials: words of denial beside an act or what is said of it must not go unused."""

from collections import defaultdict
from collections.abc import Iterator

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.documents.document import sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident

REACH = 3
"""Words before a denial among which a negator turns it into its opposite."""


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    document = items.document
    if incident.summarises:
        return
    said = items.statements_on(incident.id)
    told = (*incident.words, *(quote for one in said for quote in (*one.cue, *one.content)))
    for number in sentences_of(told, document):
        sentence = document.sentences[number - 1]
        for match in pattern("cues", "deny").finditer(document.text, sentence.start, sentence.end):
            cited = items.worked_out(_cited).get(number, ())
            used = any(quote.start < match.end() and match.start() < quote.end for quote in cited)
            if not used and not _negated(document.text[sentence.start : match.start()]):
                yield Found("denial_left_out", "", (document.quote(*match.span()),))


def _cited(items: Items) -> dict[int, list[Quote]]:
    """By sentence, what items other than actors quote of it."""
    found: dict[int, list[Quote]] = defaultdict(list)
    for kind, item in items.all():
        for _, quote in items.quotes(item) if kind != "actor" else ():
            for number in sentences_of((quote,), items.document):
                found[number].append(quote)
    return found


def _negated(before: str) -> bool:
    """Whether a negator stands among the last words before: who does not deny says no word of denial."""
    return bool(pattern("negation", "negators").search(" ".join(before.split(" ")[-REACH:])))


DENIALS = Check(
    name="denials",
    reason="What is denied beside an act must not be left out.",
    applies_to=("incident",),
    codes={"denial_left_out": Code("warn", "Words of denial stand beside it that nothing here cites.")},
    run=_run,
)
