"""Denials: words of denial beside an act or what is said of it must not go unused."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import Phrases, pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident

REACH = 3
"""Words before a denial among which a negator turns it into its opposite."""


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    if incident.summarises:
        return
    document, said = items.document, items.statements_on(incident.id)
    doubted = any(one.kind in CASTS_DOUBT for one in said)
    told = (*incident.words, *(quote for one in said for quote in (*one.cue, *one.content)))
    for number in sentences_of(told, document):
        used = items.worked_out(_cited).get(number, ())
        for denial in _denials("deny", number, document):
            accounted_for = doubted and _CONTRADICTS.match(denial.text)
            if not accounted_for and not any(map(denial.overlaps, used)):
                yield Found("denial_left_out", "", (denial,))
    for number in items.worked_out(_unused).get(incident.id, ()):
        found = next(_denials("gainsaid", number, document), None)
        if found and _of_the_act(found, document):
            yield Found("denial_left_out", "", (found,))


_CONTRADICTS = re.compile(r"contradict", re.IGNORECASE)
"""What is said of those who deny it as well as of those who uphold it against them."""


def _denials(entry: str, number: int, document: Document) -> Iterator[Quote]:
    """Words of denial in a sentence, but for those that are negated, that tell a habit, or that only describe a thing."""
    sentence = document.sentences[number - 1]
    for match in pattern("cues", entry).finditer(document.text, sentence.start, sentence.end):
        before = document.text[sentence.start : match.start()]
        verb = pattern("cues", "deny").fullmatch(match.group()) is not None
        describes = _DESCRIBES.fullmatch(match.group()) is not None and _CALLED.search(before) is None
        if not (verb and _negated(before)) and not describes and _HABIT.search(before) is None:
            yield document.quote(*match.span())


_DESCRIBES = re.compile(
    r"fabricated|baseless|groundless|unfounded|untrue|false|fake|invented|absurd|ridiculous|preposterous|laughable"
    r"|propaganda|slander|hacked|fiction|fantasy|rubbish|nonsense",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|being|as|call|calls|called|calling)\s+(?:[\w-]+\s+){0,2}|[,“\"‘]\s*)$",
    re.IGNORECASE,
)
"""What makes of such a word what somebody says of the account: "called it false", and not "a false beard"."""
_HABIT = re.compile(r"\b(?:usually|often|always|normally|regularly|routinely|generally|typically)\s+$", re.IGNORECASE)


def _of_the_act(denial: Quote, document: Document) -> bool:
    """Whether a verb of denying has an object that takes up what was told; other words need none."""
    if not pattern("cues", "deny").fullmatch(denial.text):
        return True
    sentence = document.sentences[denial.sentence - 1]
    denied = _ITS_SUBJECT.sub("", document.text[denial.start : sentence.end])
    return has_signs(document, denial.sentence) or _TAKES_IT_UP.search(denied) is not None


_ITS_SUBJECT = re.compile(r"^[^;:.]{0,30}?\bthat\s+(?:it|they|he|she)\b")
"""Who is said to have done nothing, and what has not been done only where more follows."""


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
