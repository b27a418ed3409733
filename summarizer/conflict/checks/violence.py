"""Kind of attack against the words: a drone is no missile, a blast of unstated cause no bombing, and many acts not one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from typing import get_args

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT
from summarizer.documents.document import sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.capitals import CAPITAL
from summarizer.english.sought import is_among
from summarizer.lexicons import Phrases, lexicon, pattern, phrases_pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident
from summarizer.schemas.vocabulary import IncidentKind

SUMMED = re.compile(
    r"\b(?:recent|past|last|previous|several|few)\s+(?:\w+\s+)?(?:days|weeks|months|years)\b"
    r"(?!\s+(?:ago|since|before|earlier|later|after|afterwards|afterward)\b)",
    re.IGNORECASE,
)
"""A stretch of time in which no single event lies: "in recent days"; "four days" may be how long one lasted."""


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    done = tuple(chain(incident.weapon, *(casualty.cue for casualty in incident.casualties)))
    if incident.words and not any(_is_act(quote, done) for quote in incident.words):
        yield Found("no_act_words", "words", incident.words)
    yield from _kind(incident, items)
    yield from _acts(incident)
    if incident.perpetrator_words and all(_denied(quote, items) for quote in incident.perpetrator_words):
        yield Found("perpetrator_in_denial", "perpetrator_words", incident.perpetrator_words)
    if not incident.aggregate and is_among(SUMMED, incident.time):
        yield Found("one_of_many", "aggregate", incident.time)


# --- kinds ------------------------------------------------------------------------------------------------


def kinds_told(text: str, *, surely: bool = False) -> frozenset[IncidentKind]:
    """The kinds of attack that some words bear out; `surely`: by words that speak against any other kind."""
    found = frozenset(_WORD.findall(text.lower()))
    return frozenset(
        kind
        for kind, words in _words().items()
        if not words.opening.isdisjoint(found) and (words.sure if surely else words.every).search(text)
    )


_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Words:
    """Expressions for the words of a kind, and for those that speak against any other; the first words of all."""

    every: Phrases
    sure: Phrases
    opening: frozenset[str]


@cache
def _words() -> dict[IncidentKind, _Words]:
    """The words of each kind that needs any."""
    known = lexicon("violence")
    return {kind: _words_of(known[kind]) for kind in get_args(IncidentKind) if kind in known}


def _words_of(table: dict[str, list[str]]) -> _Words:
    sure, every = tuple(table["words"]), (*table["words"], *table.get("weak", ()))
    opening = frozenset(_WORD.findall(phrase)[0] for phrase in every)
    return _Words(phrases_pattern(every), phrases_pattern(sure), opening)


def _kind(incident: Incident, items: Items) -> Iterator[Found]:
    """The words for the act and the weapon bear the kind out, or name none and something beside them does."""
    kind, own = incident.kind, (*incident.words, *incident.weapon)
    text = " ".join(quote.text for quote in own)
    if kind not in _words() or kind in kinds_told(text):
        return
    shown = _of_a_person(incident) or _words()[kind].every.search(_told_beside(incident, items)) is not None
    left_open = LEFT_OPEN.get(kind, BY_THE_EFFECT) if shown else frozenset()
    if kinds_told(text, surely=True) - left_open:
        yield Found("another_kind_of_attack", "kind", own)
    elif not shown:
        yield Found("attack_kind_not_shown", "kind", incident.words)


def _of_a_person(incident: Incident) -> bool:
    """Whether it is called an assassination, and somebody is its target: no word need say so."""
    return incident.kind == "assassination" and "person" in {target.kind for target in incident.targets}


BY_THE_EFFECT: frozenset[IncidentKind] = frozenset({"bombing", "explosion"})
"""Kinds by the effect, which the means beside it may be said to have had: "an explosion … from a rocket"."""
BY_PURPOSE: frozenset[IncidentKind] = frozenset(
    ("ground_assault", "ambush", "assassination", "execution", "clashes", "kidnapping", "hijacking", "crowd_violence")
)
"""Kinds by what was done to whom, which leave the means open: hostages are taken with rifles."""
TAKING: frozenset[IncidentKind] = frozenset({"kidnapping", "hijacking"})
MEANS = frozenset(get_args(IncidentKind)) - BY_PURPOSE
LEFT_OPEN: dict[IncidentKind, frozenset[IncidentKind]] = {
    **dict.fromkeys(BY_PURPOSE, MEANS),
    **dict.fromkeys(TAKING, MEANS | TAKING),
    **dict.fromkeys(("drone_strike", "air_strike"), BY_THE_EFFECT | {"missile_strike", "shooting"}),
}
"""For a kind that is shown, the kinds whose words do not speak against it; aircraft fire missiles."""


def _told_beside(incident: Incident, items: Items) -> str:
    """The sentences of the incident, of its whole or its parts, and of the statements on it, and those they follow on."""
    document = items.document
    own = [quote for _, quote in items.quotes(incident)]
    said = [quote for statement in items.statements_on(incident.id) for quote in (*statement.cue, *statement.content)]
    whole = items.joined(incident.id).union(*map(items.joined, items.joined(incident.id)))
    joined = chain.from_iterable(items.incidents[number].words for number in whole)
    numbers = set(sentences_of((*own, *said, *joined), document))
    before = {number - 1 for number in numbers.difference(document.paragraph_starts)}
    return " ".join(map(document.words, sorted(numbers | before)))


_WHAT_IS_LEFT = re.compile(
    r"\b(?:traces?|fragments?|remains?|remnants?|pieces?|residues?|stores?|stocks?|caches?|depots?|parts?)\s+of\b",
    re.IGNORECASE,
)
"""What makes of a weapon a thing found or kept."""


_PUT_THERE = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:fixed|hidden|attached|strapped|fitted|packed|loaded|stored|carried|brought|smuggled)$",
    re.IGNORECASE,
)
"""What tells how a weapon came to its place, and of no harm."""


def _is_act(quote: Quote, done: Quotes) -> bool:
    """Whether words tell of violence, or of what was done with the weapon or the toll beside them: "poured petrol into"."""
    text = quote.text
    if _WHAT_IS_LEFT.match(text) or _PUT_THERE.search(text):
        return False
    act = pattern("harm", "attack", "other_act", *OUTCOMES).search(text)
    if act or pattern("cues", "violence").search(text) or kinds_told(text):
        return True
    return _A_THING.match(text) is None and quote.sentence in {one.sentence for one in done}


_A_THING = re.compile(rf"(?:(?i:an?|the|its|his|her|their|this|that|some)|{CAPITAL}\w*|\d\S*)(?!\w)")
"""First words of what is no verb."""
OUTCOMES = ("killed", "wounded", "missing", "captured", "displaced")


def _denied(quote: Quote, items: Items) -> bool:
    """Whether a sentence is one in which somebody denies, disputes or clears, and nobody says that it happened."""
    kinds = {statement.kind for statement in items.said_in(quote.sentence)}
    return bool(kinds) and kinds <= CASTS_DOUBT


# --- one act --------------------------------------------------------------------------------------------


def _acts(incident: Incident) -> Iterator[Found]:
    """Words for acts in two sentences that no one kind is common to are two acts; so are two places by name."""
    if incident.aggregate or incident.summarises:
        return
    for one, other in (*_apart(incident.words), *_apart(incident.weapon)):
        of_one, of_other = kinds_told(one.text, surely=True), kinds_told(other.text, surely=True)
        shared = (of_one & kinds_told(other.text)) | (of_other & kinds_told(one.text))
        if of_one and of_other and not shared:
            yield Found("two_acts", "words", (one, other))
            return
    told = {quote.sentence for quote in incident.words}
    for one, other in _apart(incident.place):
        if {one.sentence, other.sentence} <= told and _two(_names(one), _names(other)):
            yield Found("two_places", "place", (one, other))
            return


def _two(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has a name that the other has not."""
    return bool(one - other) and bool(other - one)


def _apart(quotes: Quotes) -> Iterable[tuple[Quote, Quote]]:
    """Each two quotations of different sentences."""
    return ((one, other) for one, other in combinations(quotes, 2) if one.sentence != other.sentence)


_NAME = re.compile(rf"\b(?:al-|el-)?{CAPITAL}[\w’'-]+")
_AREA = re.compile(
    r"\b(?:north|south|east|west|central|state|province|region|territory|district|county|border|country|coast)(?:ern)?\b",
    re.IGNORECASE,
)
"""What makes of a name that of a wide stretch, in which other places lie."""


def _names(quote: Quote) -> frozenset[str]:
    """The names of a place; none of a wide one, nor where all is in capitals, which tell nothing then."""
    wide = quote.text.isupper() or _AREA.search(quote.text) is not None
    return frozenset() if wide else frozenset(_NAME.findall(quote.text))


ATTACK_KIND = Check(
    name="attack_kind",
    reason="A kind of attack needs its own words, and one incident is one act.",
    applies_to=("incident",),
    codes={
        "no_act_words": Code("warn", "The words given for the act tell of no violence."),
        "perpetrator_in_denial": Code("warn", "The words for the perpetrators stand in a denial."),
        "another_kind_of_attack": Code(
            "warn", "The words for the act and the weapon are those of another kind of attack."
        ),
        "attack_kind_not_shown": Code("warn", "No word near shows this kind of attack."),
        "two_acts": Code("warn", "The words for the act, or for its weapon, are those of two different acts."),
        "two_places": Code("warn", "The places given are two places."),
        "one_of_many": Code("warn", "The time is a stretch in which no single event lies."),
    },
    run=_run,
)
