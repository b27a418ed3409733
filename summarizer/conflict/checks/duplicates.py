"""What is told twice counts once: duplicates to merge, and restatements that lead nowhere."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from summarizer.conflict.checks.cue_words import targets_of
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.circles import circles
from summarizer.conflict.items import Items
from summarizer.conflict.named import any_related
from summarizer.conflict.twins import twins
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quotes
from summarizer.english.sought import is_among, is_in_title, joined
from summarizer.lexicons import pattern
from summarizer.pointing.audit import ItemKind
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident, Statement, ThirdPartyWarning, Threat
from summarizer.schemas.vocabulary import IncidentKind

FAMILIES: tuple[frozenset[IncidentKind], ...] = (
    frozenset(("bombing", "suicide_bombing", "explosion", "vehicle_attack", "strike")),
    frozenset(("missile_strike", "drone_strike", "air_strike", "shelling", "strike")),
    frozenset(("shooting", "ambush", "ground_assault", "assassination", "execution", "clashes", "strike")),
    frozenset(("kidnapping", "hijacking")),
    frozenset(("arson", "sabotage", "crowd_violence")),
)
"""Kinds that one event may be called by; any other two kinds are two events."""


def merges(items: Items) -> list[tuple[ItemKind, int, int]]:
    """Items that say again what an earlier one says: kind, id, and the id that it goes into; the earliest is kept."""
    found: list[tuple[ItemKind, int, int]] = [("actor", *pair) for pair in twins(items.actors).items()]
    for kind, same in _SAME.items():
        found += [(kind, number, into) for number, into in _repeats(kind, same, items)]
    return [pair for pair in found if pair[0] != "incident" or _told_as_one(*pair[1:], items)]


def _told_as_one(number: int, into: int, items: Items) -> bool:
    """Whether two incidents share a target or a place, or words that stand in their sentence only once.

    "an attack on … and an attack on …": without a target or place both would rest on the first "attack".
    """
    one, other = items.incidents[number], items.incidents[into]
    if _overlap(targets_of(one), targets_of(other)) or _overlap(one.place, other.place):
        return True
    shared = [quote for quote in one.words if _overlap((quote,), other.words)]
    return any(items.document.words(quote.sentence).count(quote.text) == 1 for quote in shared)


def _repeats(kind: ItemKind, same: Callable[[Any, Any], bool], items: Items) -> Iterator[tuple[int, int]]:
    """Each item with the earlier one that it repeats, looked for among those that share with it what they must."""
    kept: dict[Hashable, dict[int, Any]] = defaultdict(dict)
    for number, item in sorted(items.of(kind).items()):
        shared, words = _SHARED[kind](item)
        blocks = [kept[shared, sentence] for sentence in sentences_of(words, items.document) or (0,)]
        alike = {earlier: other for block in blocks for earlier, other in block.items()}
        earlier = next((earlier for earlier in sorted(alike) if same(alike[earlier], item)), None)
        if earlier is not None:
            yield number, earlier
            continue
        for block in blocks:
            block[number] = item


def _overlap(one: Quotes, other: Quotes) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _agree(one: Quotes, other: Quotes) -> bool:
    """Whether two values may be one: either is not given, or they share words of the text."""
    return not one or not other or _overlap(one, other) or joined(one) == joined(other)


def _same_incident(one: Incident, other: Incident) -> bool:
    if not _overlap(one.words, other.words):
        return False
    family = one.kind == other.kind or any({one.kind, other.kind} <= kinds for kinds in FAMILIES)
    told_alike = (one.stage, one.frame, one.aggregate) == (other.stage, other.frame, other.aggregate)
    nested = other.id in one.summarises or one.id in other.summarises
    values = zip(_values(one), _values(other), strict=True)
    apart = _each_has_its_own(targets_of(one), targets_of(other)) and _each_has_its_own(one.place, other.place)
    return family and told_alike and not nested and not apart and all(_agree(*both) for both in values)


def _each_has_its_own(one: Quotes, other: Quotes) -> bool:
    """Whether each value has words that the other lacks: two depots of one town, whatever else they have in common."""
    return not all(_overlap((quote,), other) for quote in one) and not all(_overlap((quote,), one) for quote in other)


def _values(incident: Incident) -> tuple[Quotes, ...]:
    tolls = tuple(quote for casualty in incident.casualties for quote in casualty.count)
    return targets_of(incident), incident.place, incident.time, incident.weapon, tolls


def _same_statement(one: Statement, other: Statement) -> bool:
    unlinked = other.id not in one.supersedes and one.id not in other.supersedes
    words = _overlap_or_lack(one.cue, other.cue) and _overlap_or_lack(one.content, other.content)
    return _told(one) == _told(other) and unlinked and words


def _told(statement: Statement) -> Hashable:
    """What a statement tells, but for its words."""
    about = frozenset([link.incident for link in statement.about])
    return statement.kind, statement.speaker, statement.whom, statement.contradicts, about


def _overlap_or_lack(one: Quotes, other: Quotes) -> bool:
    return _overlap(one, other) or not (one or other)


def _same_threat(one: Threat, other: Threat) -> bool:
    linked = one.restates == other.id or other.restates == one.id
    apart = one.targets and other.targets and not _overlap(targets_of(one), targets_of(other))
    return one.issuer == other.issuer and not linked and not apart and _overlap(one.content, other.content)


def _same_warning(one: ThirdPartyWarning, other: ThirdPartyWarning) -> bool:
    return one.speaker == other.speaker and one.feared == other.feared and _overlap(one.content, other.content)


_SAME: dict[ItemKind, Callable[[Any, Any], bool]] = {
    "incident": _same_incident,
    "statement": _same_statement,
    "threat": _same_threat,
    "warning": _same_warning,
}


_SHARED: dict[ItemKind, Callable[[Any], tuple[Hashable, Quotes]]] = {
    "incident": lambda incident: (incident.frame, incident.words),
    "statement": lambda statement: ((statement.kind, statement.speaker), statement.cue),
    "threat": lambda threat: (threat.issuer, threat.content),
    "warning": lambda warning: (warning.speaker, warning.content),
}
"""What two items have in common if they are one, and words of which a sentence is: spares comparing each with all others."""


# --- restatements -----------------------------------------------------------------------------------------


def _run(threat: Threat, items: Items) -> Iterator[Found]:
    if threat.restates is None:
        yield from _may_restate(threat, items)
    elif threat.restates == threat.id or threat.restates not in items.threats:
        yield Found("restates_nothing", "restates", threat.content)
    elif items.worked_out(_circles_of_threats).get(threat.id) == threat.id:
        yield Found("restates_in_circle", "restates", threat.content)
    elif end_of_chain(threat, items.threats) not in (None, threat.restates):
        yield Found("restates_a_retelling", "restates", threat.content)
    else:
        yield from _may_restate_another(threat, items)


@in_english
def _may_restate(threat: Threat, items: Items) -> Iterator[Found]:
    if (_in_the_lead(threat, items) and _told_again_later(threat, items)) or _names_earlier(threat, items):
        yield Found("may_restate", "restates", threat.content)


@in_english
def _may_restate_another(threat: Threat, items: Items) -> Iterator[Found]:
    if _another(threat, items.threats[threat.restates or 0], items):
        yield Found("may_restate_another", "restates", threat.content)


def end_of_chain(threat: Threat, threats: Mapping[int, Threat]) -> int | None:
    """The id of the threat that is told again in the end; None if there is none."""
    at, passed = threat.restates, {threat.id}
    while at is not None and at in threats and at not in passed and threats[at].restates is not None:
        passed.add(at)
        at = threats[at].restates
    return at if at in threats and at not in passed else None


def _another(threat: Threat, told: Threat, items: Items) -> bool:
    """Whether the two differ in who threatens or whom, and the later has neither the lead's place nor a word for a threat."""
    one_side = any(any_related(items, one, _side(told)) for one in _side(threat))
    targets = targets_of(threat), targets_of(told)
    called = is_among(pattern("modality", "threat_word"), threat.content)
    parts = [(*one.content, *one.condition, *one.deadline) for one in (threat, told)]
    if len(_content_words(parts[0]) & _content_words(parts[1])) >= IN_COMMON:
        return False
    apart = not one_side or (all(targets) and not _alike(*targets) and not _overlap(*parts))
    return apart and not called and not _in_the_lead(threat, items)


def _side(threat: Threat) -> frozenset[int]:
    """Those in whose name it is made."""
    return frozenset((threat.issuer, *threat.on_behalf_of))


IN_COMMON = 3
"""Words that two tellings of one threat share, in whosever name they are."""


def _sums(incident: Incident, items: Items) -> Iterator[Found]:
    """Sums that sum up each other: the first keeps its entry, the others lose what leads back."""
    circles_of = items.worked_out(_circles_of_sums)
    first = circles_of.get(incident.id, incident.id)
    for position, number in enumerate(incident.summarises):
        if circles_of.get(number) == first != incident.id:
            yield Found("sums_up_in_circle", f"summarises.{position}", incident.words)


def _circles_of_sums(items: Items) -> dict[int, int]:
    return circles({number: one.summarises for number, one in items.incidents.items()})


def _circles_of_threats(items: Items) -> dict[int, int]:
    return circles({number: () if one.restates is None else (one.restates,) for number, one in items.threats.items()})


def _in_the_lead(threat: Threat, items: Items) -> bool:
    """Whether the threat stands in the title, or in the first paragraph of some length after it."""
    sentences, lead = items.document.sentences, items.document.worked_out(_lead)
    return bool(threat.content) and all(sentences[quote.sentence - 1].paragraph <= lead for quote in threat.content)


def _lead(document: Document) -> int:
    text = document.title.end if document.title is not None else 0
    long = (one for one in document.sentences if len(document.words(one.number).split()) >= LEAD_WORDS)
    return next((one.paragraph for one in long if one.start >= text), len(document.paragraph_starts))


LEAD_WORDS = 12
"""The fewest words of a sentence that opens the text itself: a byline, a place and a date have fewer."""


def _names_earlier(threat: Threat, items: Items) -> bool:
    """Whether it is only called a threat ("a threat of war"), and one of the same side stands before it."""
    first = min((quote.start for quote in threat.content), default=0)
    called = all(_CALLED.match(quote.text) for quote in threat.content)
    before = (quote for other in _of_its_side(threat, items) for quote in other.content if quote.end <= first)
    return called and any(before)


def _of_its_side(threat: Threat, items: Items) -> Iterator[Threat]:
    """The other threats of the same side that tell none again."""
    first_hand = (other for other in items.others(threat) if other.restates is None)
    return (other for other in first_hand if not _side(threat).isdisjoint(_side(other)))


_CALLED = re.compile(
    r"[“\"‘]?(?:an?|the|this|that|these|those|its|his|her|their|such)\s+(?:[\w’'-]+\s+)?(?:threats?|ultimatums?)\b",
    re.I,
)


def _told_again_later(threat: Threat, items: Items) -> bool:
    last = max(quote.end for quote in threat.content)
    others = (other for other in _of_its_side(threat, items) if not _in_the_lead(other, items))
    later = (other for other in others if min((quote.start for quote in other.content), default=0) > last)
    headline = is_in_title(threat.content, items.document)
    return any(headline or _alike(targets_of(threat), targets_of(other)) for other in later)


def _alike(one: Quotes, other: Quotes) -> bool:
    """Whether two targets share a word that is no article or preposition."""
    return bool(_content_words(one) & _content_words(other))


def _content_words(quotes: Quotes) -> set[str]:
    words = (word for word in joined(quotes, " ").split() if len(word) > 3 or word[:1].isupper())
    return {word.strip(".,’'\"").lower() for word in words}


RESTATEMENT = Check(
    name="restatement",
    reason="A threat that is told twice is one threat.",
    applies_to=("threat",),
    codes={
        "restates_nothing": Code("warn", "The threat that this one is said to tell again is not there."),
        "restates_in_circle": Code(
            "warn", "The threats that tell each other again are told nowhere else; this one stands."
        ),
        "restates_a_retelling": Code(
            "note", "It is said to repeat what only repeats another threat; it was put to that one."
        ),
        "may_restate_another": Code(
            "warn", "It differs in who threatens or whom from the threat that it is said to repeat."
        ),
        "may_restate": Code("warn", "It may only tell again, in the headline or the lead, a threat given below."),
    },
    run=_run,
)
SUMS = Check(
    name="sums",
    reason="Of two incidents that sum up each other, one would be counted nowhere.",
    applies_to=("incident",),
    codes={
        "sums_up_in_circle": Code("reject", "The incident that it is said to sum up sums it up; the link was dropped."),
    },
    run=_sums,
)
