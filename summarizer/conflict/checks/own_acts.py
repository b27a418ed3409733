"""Whether a speaker tells an act of its own: what makes "said" a claim, and what makes a report one."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.cue_words import NOT_FIRST, affirmed, joined, sentences
from summarizer.conflict.items import Items
from summarizer.conflict.named import is_named, named_at, related
from summarizer.conflict.statement_kinds import ONLY_TELLS_IT
from summarizer.english.passages import clause
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Actor, Statement

ACTS = ("violence_done", "violence", "own_act", "claim", "deed", "part_taken")
"""Tables of words for what somebody may say that it did."""
FIGHTING = frozenset({"armed_group", "armed_forces"})
"""Kinds of actor of whom "it struck" after "it said" tells an act of their own."""
SIDES = FIGHTING | {"state"}
"""Kinds of actor that fight."""

# --- told as news -------------------------------------------------------------------------------------


def tells_own_deed_as_news(statement: Statement, items: Items) -> bool:
    """Whether somebody's "we struck" is given as a report of what others did."""
    if statement.kind not in ONLY_TELLS_IT or statement.speaker is None:
        return False
    mine = all(related(items, statement.speaker, actor) for actor in statement.whom)
    did = _it_did_so() if _camp(statement.speaker, items) & FIGHTING else _we_did()
    return mine and any(did.match(quote.text) for quote in statement.content)


def _camp(speaker: int, items: Items) -> frozenset[str]:
    """The kinds of the speaker and of what it belongs to."""
    camp = (items.actors.get(actor) for actor in (speaker, *items.belongs_to(speaker)))
    return frozenset(actor.kind for actor in camp if actor is not None)


@cache
def _it_did_so() -> re.Pattern[str]:
    return re.compile(
        rf"(?:that\s+)?(?:it|its\s+[\w-]+|their\s+[\w-]+)\s+(?:ha[sd]\s+|also\s+|\w+ly\s+)*"
        rf"(?:{pattern('cues', 'violence_done').pattern}|hit)\s+(?!by\b)|{_we_did().pattern}",
        re.IGNORECASE,
    )


@cache
def _we_did() -> re.Pattern[str]:
    return re.compile(
        rf"[“\"]?(?:[^,;:.“”]{{0,40}}[\s,])?(?:we|our\s+(?:[\w-]+\s+){{0,2}}[\w-]+)\s+(?:have\s+|had\s+|also\s+|\w+ly\s+)*"
        rf"(?:{pattern('cues', 'violence_done').pattern}|burned|destroyed|hit)",
        re.IGNORECASE,
    )


# --- claimed ------------------------------------------------------------------------------------------


def takes_it_on(statement: Statement, items: Items) -> bool:
    """Whether what is said is the speaker's own act, or that of those whom it claims for.

    Args:
        statement: a claim or an admission, by words such as "said".
        items: those of the article.
    """
    told = _told(statement, items)
    if tells_own_act(told) or _claims_one(statement, items):
        return True
    if statement.speaker is not None and _tells_for_its_side(statement, statement.speaker, items):
        return True
    plain = NOT_FIRST.match(joined(statement.content)) is None
    acts = pattern("cues", *ACTS).search(told) or _IT_DID.search(told)
    return bool(statement.whom) and plain and acts is not None


_IT_DID = re.compile(r"… (?:that\s+)?(?:we|i|it|they|he|she)\s+(?:was|were|did|had|has|have)(?: …|$)", re.IGNORECASE)
"""What takes up the verb of the question before it."""


def _told(statement: Statement, items: Items) -> str:
    """The words of saying and what is said, each part with a mark before it; then what goes before each part in its clause."""
    document = items.document
    if not statement.content:
        return f"… {sentences(statement, document)}"
    parts = [joined((*statement.cue, *statement.content))]
    for quote in statement.content:
        start, end = clause(quote, document)
        said = [cue.end for cue in statement.cue if start <= cue.end <= quote.start]
        parts.append(document.text[max((start, *said)) : end])
    return " … ".join(("", *parts))


def _claims_one(statement: Statement, items: Items) -> bool:
    """Whether an act is claimed in so many words: "claimed two raids, [the first at the ford]", "claimed | responsibility"."""
    document = items.document
    going_on = [document.text[quote.start : clause(quote, document)[1]] for quote in statement.cue]
    fights = statement.speaker is not None and _camp(statement.speaker, items) & FIGHTING
    claimed = (_claimed_one().search, pattern("cues", "claim").match)
    if any(find(words) for find in claimed for words in going_on):
        return True
    return bool(fights) and any(map(_announced_one().match, going_on))


_HEAD = re.compile(r"(?:^|(?<=… ))(?:(?:had|has|to\s+have|have|having)\s+)?", re.IGNORECASE)
_OWN = re.compile(
    r"(?<!\w)(?:we|our|us|its|their|his|her|my|it|they|he|she|i"
    r"|fighters|forces|troops|soldiers|men|units|gunners|pilots|jets|aircraft|warplanes|drones|army|navy|air force"
    r"|columns|commandos|guerrillas|combatants|cells|sappers|brigades|battalions|artillery|air arm)(?!\w)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:ours|mine|theirs|(?:was|were|is|are|been)\s+(?:its|their|his|her|our|my)\s+own)\b", re.IGNORECASE
)
_GAP = re.compile(r"[”\"]?\s+[“\"]?")
_ANY_WORD = re.compile(r"[”\"]?\s+[\w’'“”\"-]+")
_BETWEEN = 6
"""Words that may stand between an own word and what it did."""


def tells_own_act(text: str) -> bool:
    """An own word with what it did: "its men had fired", "the train was ours"; or the deed at the head of what is said.

    Args:
        text: what is said, with a mark before each of its parts; what it negates does not count.
    """
    told = affirmed(text)
    deed, act = pattern("cues", "violence_done", "deed"), pattern("cues", *ACTS)
    return (
        any(own.search(told) for own in (_OWNED, pattern("cues", "own_act", "claim"), _claimed_one()))
        or any(deed.match(told, at) for head in _HEAD.finditer(told) for at in head.span())
        or any(act.match(told, at) for own in _OWN.finditer(told) for at in _following(told, own.end()))
    )


@cache
def _claimed_one() -> re.Pattern[str]:
    which = r"(?:the|an?|that|this|another|both|two|three|its)"
    act = rf"(?:{pattern('harm', 'attack').pattern}|\w+ing\s+of)"
    return re.compile(rf"\bclaim(?:s|ed|ing)?\s+(?:…\s+)?{which}\s+(?:[\w-]+\s+){{0,2}}?{act}", re.IGNORECASE)


@cache
def _announced_one() -> re.Pattern[str]:
    """What matches an act that a fighting side makes known, and puts down to nobody else: "announced the burning of a mill"."""
    which = r"(?:the|an?|this|another|two|three|its)"
    return re.compile(rf"announc\w+\s+{which}\s+(?:[\w-]+\s+){{0,2}}?\w+ing\s+of\b(?!.*\bby\b)", re.IGNORECASE)


def _following(text: str, end: int) -> Iterator[int]:
    """Where the next words begin, so many as may stand between."""
    for _ in range(_BETWEEN + 1):
        gap, word = _GAP.match(text, end), _ANY_WORD.match(text, end)
        if gap is None or word is None:
            return
        yield gap.end()
        end = word.end()


# --- told for its side ----------------------------------------------------------------------------------


def _tells_for_its_side(statement: Statement, speaker: int, items: Items) -> bool:
    """Whether a side tells how its fighting goes, naming nobody else as who does it, or opens with its own as who did it."""
    told = joined(statement.content)
    success = _success().search(told) if _camp(speaker, items) & SIDES else None
    if success is not None:
        others = (actor for number, actor in items.actors.items() if not related(items, speaker, number))
        return not any(_does_it(actor, told, success.start()) for actor in others)
    camp = (actor for number, actor in items.actors.items() if related(items, speaker, number))
    return _opens_with(camp, affirmed(told))


@cache
def _success() -> re.Pattern[str]:
    """What tells of fighting without saying who did it: an enemy's losses, or how an operation goes."""
    enemy = r"(?:militants|fighters|rebels|insurgents|terrorists|gunmen|guerrillas|soldiers|troops|combatants)"
    was = r"\s+(?:(?:ha[sd]|have)\s+been|were|was)\s+(?:\w+ly\s+)?"
    losses = rf"{enemy}{was}{pattern('harm', 'killed', 'wounded', 'captured').pattern}(?!\s+by\b)"
    going_on = r"\b(?:the|this|our|its)\s+(?:[\w-]+\s+)?(?:operation|offensive|campaign|assault)\b"
    done = rf"{pattern('harm', 'attack').pattern}{was}(?:carried\s+out|staged|launched|mounted|conducted)"
    return re.compile(f"{losses}|{going_on}|{done}", re.IGNORECASE)


def _does_it(actor: Actor, told: str, act: int) -> bool:
    """Whether an actor is named before the act, or behind the "by" after it."""
    places = named_at(actor, told, (0, len(told)))
    return any(start < act or _BY.search(told, 0, start) is not None for start, _ in places)


_BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def _opens_with(camp: Iterator[Actor], told: str) -> bool:
    """Whether the first words name one of a camp, or say "we", and an act that is no passive follows."""
    opening = " ".join(told.split()[:SUBJECT])
    if _WE.match(told) is None and not any(is_named(actor, opening) for actor in camp):
        return False
    acts = pattern("cues", *ACTS).finditer(told)
    return any(_PASSIVE.search(told, 0, act.start()) is None for act in acts)


SUBJECT = 4
"""Words of a clause among which its subject is named."""
_WE = re.compile(r"[“\"‘]?(?:that\s+)?(?:we|our)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
