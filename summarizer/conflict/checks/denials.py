"""Denials: words of denial beside an act or what is said of it must not go unused."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.grammar.denying import denials_in, denies_what_was_told
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    if incident.summarises:
        return
    document, said = items.document, items.statements_on(incident.id)
    doubted = any(one.kind in CASTS_DOUBT for one in said)
    told = (*incident.words, *(quote for one in said for quote in (*one.cue, *one.content)))
    for number in sentences_of(told, document):
        used = items.worked_out(_cited).get(number, ())
        for denial in denials_in(number, "deny", document):
            accounted_for = doubted and denial.text.lower().startswith("contradict")
            if not accounted_for and not any(map(denial.overlaps, used)):
                yield Found("denial_left_out", "", (denial,))
    for number in items.worked_out(_unused).get(incident.id, ()):
        found = next(denials_in(number, "gainsaid", document), None)
        if found and _of_the_act(found, document):
            yield Found("denial_left_out", "", (found,))


def _of_the_act(denial: Quote, document: Document) -> bool:
    """Whether what is denied takes up what was told, or a sign of violence stands beside it."""
    return has_signs(document, denial.sentence) or denies_what_was_told(denial, document)


def _unused(items: Items) -> dict[int, list[int]]:
    """By incident, the sentences soon after it was told that no item cites, up to the first in which somebody speaks."""
    document = items.document
    cited = {number for kind, item in items.all() if kind != "actor" for number in items.sentences(item)}
    found: dict[int, list[int]] = {}
    for last in sorted(items.told_in):
        following = range(last + 1, min(last + SOON, len(document.sentences)) + 1)
        unused = list(takewhile(lambda number: number not in cited, following))
        silent = takewhile(lambda number: not pattern("cues", "attributing").search(document.words(number)), unused)
        for number in unused[: len(list(silent)) + 1]:
            for incident in dict(items.told_in[last]):
                found.setdefault(incident, []).append(number)
    return found


SOON = 2
"""Sentences after what is told of an incident in which it may be denied or left open."""


def _cited(items: Items) -> dict[int, list[Quote]]:
    """By sentence, what items other than actors quote of it."""
    found: dict[int, list[Quote]] = defaultdict(list)
    for kind, item in items.all():
        for _, quote in items.quotes(item) if kind != "actor" else ():
            for number in sentences_of((quote,), items.document):
                found[number].append(quote)
    return found


DENIALS = Check(
    name="denials",
    reason="What is denied beside an act must not be left out.",
    applies_to=("incident",),
    codes={"denial_left_out": Code("warn", "Words of denial or doubt stand beside it that nothing here cites.")},
    run=_run,
)
