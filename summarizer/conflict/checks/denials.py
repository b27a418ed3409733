"""Denials: words of denial beside an act or what is said of it must not go unused."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import Phrases, pattern
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
            denial = document.quote(*match.span())
            used = any(map(denial.overlaps, items.worked_out(_cited).get(number, ())))
            if not used and not _negated(document.text[sentence.start : denial.start]):
                yield Found("denial_left_out", "", (denial,))
    for number in items.worked_out(_unused).get(incident.id, ()):
        sentence = document.sentences[number - 1]
        found = pattern("cues", "gainsaid").search(document.text, sentence.start, sentence.end)
        if found and _of_the_act(found, number, document):
            yield Found("denial_left_out", "", (document.quote(*found.span()),))


def _of_the_act(found: re.Match[str], number: int, document: Document) -> bool:
    """Whether a verb of denying, not negated itself, has an object that takes up what was told; other words need none."""
    if not pattern("cues", "deny").fullmatch(found.group()):
        return True
    sentence = document.sentences[number - 1]
    denied = has_signs(document, number) or _TAKES_IT_UP.search(document.text, found.start(), sentence.end) is not None
    return denied and not _negated(document.text[sentence.start : found.start()])


def _unused(items: Items) -> dict[int, list[int]]:
    """By incident, the sentences soon after it was told that no item cites, up to the first in which somebody speaks."""
    document = items.document
    cited = {number for kind, item in items.all() if kind != "actor" for number in items.sentences(item)}
    found: dict[int, list[int]] = {}
    for last in sorted(items.told_in):
        following = range(last + 1, min(last + SOON, len(document.sentences)) + 1)
        unused = list(takewhile(lambda number: number not in cited, following))
        silent = takewhile(lambda number: not _speaks().search(document.words(number)), unused)
        for number in unused[: len(list(silent)) + 1]:
            for incident in dict(items.told_in[last]):
                found.setdefault(incident, []).append(number)
    return found


@cache
def _speaks() -> Phrases:
    return pattern("cues", "attributing")


_TAKES_IT_UP = re.compile(
    r"\b(?:it|this|that|them|any|all|all of it|involvement|responsibility|claims?|reports?|accounts?|accusations?|charges?"
    r"|allegations?|versions?|statements?|confessions?|him|her|holding|having|true|part|role|hand|to do with|who|authenticity"
    r"|location|back)\b",
    re.IGNORECASE,
)
"""What takes up what was told before."""
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


def _negated(before: str) -> bool:
    """Whether a negator stands among the last words before: who does not deny says no word of denial."""
    return bool(pattern("negation", "negators").search(" ".join(before.split(" ")[-REACH:])))


DENIALS = Check(
    name="denials",
    reason="What is denied beside an act must not be left out.",
    applies_to=("incident",),
    codes={"denial_left_out": Code("warn", "Words of denial or doubt stand beside it that nothing here cites.")},
    run=_run,
)
