"""Whether the words of an act mean violence: weak verbs, attacks in words, and what only sounds like an attack."""

import re
from functools import lru_cache

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.coder.meaning.denoting import ARMED, denotes, head_noun, weapon_kind
from summarizer.conflict.coder.violence.acts import GENERAL, Act, clause_around
from summarizer.conflict.coder.violence.filling import is_armed_speaker
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.vocabulary import IncidentKind

_IRREGULAR = frozenset({"armed_group", "armed_persons"})
_NOBODY = frozenset({"things", "places", "weapon"})
_CAPTORS = _IRREGULAR | {"collective"}
_SPEAKERS = frozenset({"officials", "organisations", "outlets", "monitors"})
_ARRESTING = re.compile(r"\b(arrest|detain|apprehend)(ed|ing|s)?\b")
_EXPLOSIVE: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing"})
_BY_ACCIDENT = GENERAL | {"sabotage", "arson", "beating", "vehicle_attack"}
"""Kinds whose words also tell a mishap or a disaster."""
_OF_WORDS = GENERAL | {"shooting", "clashes"}
"""Kinds whose words also tell what is done with words."""
_SPORTS = ("sport sports_page", 4)
_SCREEN = ("screen", 6)
_BUSINESS = ("business_page", 5)
_VOTES = ("votes_page", 5)
"""Lists, and how many words of theirs make an article one of sport, of the stage or of something else."""


def is_violence(act: Act) -> bool:
    """Whether the words mean violence: weak ones have by them what makes them so, and none is of words, sport or mishaps."""
    if not _may_be_violence(act):
        return False
    if act.noun:
        return True
    if act.row.get("weak"):
        return _is_made_violence(act)
    return act.kind != "bombing" or _has_part(act)  # a lorry that only "blew up" may have burst by itself


def _may_be_violence(act: Act) -> bool:
    if _is_harmless(act):
        return False
    if act.frame is not None and (_is_spoken(act) or not _has_arms(act)):
        return False
    return act.kind != "kidnapping" or not act.targets or not _meanings(act.targets, act) <= _NOBODY


def _is_made_violence(act: Act) -> bool:
    """Whether weak words have by them what makes them mean violence."""
    if act.kind == "sabotage" and not (act.targets or act.pronoun or act.weapons):
        return False
    if act.row.get("object") == "weapon":
        return bool(act.weapons)
    if act.outcome == "captured":
        return bool(act.targets) and not _CAPTORS.isdisjoint(_meanings(act.doers, act))
    if act.of_act or "weapon" in _meanings(act.weapons, act):
        return True
    return any(_is_armed(doer, act.parsed) for doer in act.doers)


def _has_part(act: Act) -> bool:
    """Whether it is told who did it, to whom, or with what."""
    return bool(act.doers or act.targets or act.weapons or act.pronoun)


def _meanings(phrases: list[Phrase], act: Act) -> set[str | None]:
    return {denotes(each, act.parsed) for each in phrases}


def _has_arms(act: Act) -> bool:
    """Whether the arms stand by that a row asks for, or what they struck; of one that failed "it" is enough."""
    if act.row.get("arms") == "explosives":
        return bool(act.targets) and any(weapon_kind(each, act.parsed) in _EXPLOSIVE for each in act.weapons)
    if act.row.get("arms"):
        return bool(act.weapons) or act.of_act
    failed = act.pronoun and act.row.get("stage") is not None
    return act.row.get("subject") != "weapon" or bool(act.weapons or act.targets or act.of_act or failed)


def _is_armed(doer: Phrase, parsed: Parsed) -> bool:
    if denotes(doer, parsed) in ARMED or country_of(parsed.tokens[doer.head].low) is not None:
        return True
    return is_armed_speaker(doer, parsed)


def _is_spoken(act: Act) -> bool:
    """Whether it is an attack of words: on a plan or a policy, or by a politician with nothing in hand."""
    if act.at_nothing:
        return True
    if act.kind not in _OF_WORDS or act.outcome or act.weapons or act.places:
        return False
    return bool(act.doers) and all(_speaks(doer, act.parsed) for doer in act.doers)


def _speaks(doer: Phrase, parsed: Parsed) -> bool:
    speaker = denotes(doer, parsed) in _SPEAKERS or parsed.tokens[doer.head].low in word_set("roles", "speakers")
    return speaker or head_noun(doer, parsed) in word_set("roles", "critics")


def _is_harmless(act: Act) -> bool:
    """Whether the words around tell of a mishap, a disaster, a test, a shot in the air, or sport."""
    parsed = act.parsed
    text = parsed.document.text
    if _is_mishap(act) or _is_page_of_words(act):
        return True
    start, end = clause_around(act)
    thwarted = act.row.get("stage") == "foiled"  # a controlled explosion makes the device safe
    span = parsed.tokens[start].start, parsed.tokens[end - 1].end
    if act.noun and act.kind == "ground_assault" and _ARRESTING.search(text, *span):
        return True  # "arrested nine men in raids on two flats"
    if not thwarted and pattern("roles", "harmless").search(text, *span):
        return True
    sport = pattern("roles", "sport").search(text, parsed.sentence.start, parsed.sentence.end)
    return sport is not None and not (act.targets and act.outcome)


def _is_page_of_words(act: Act) -> bool:
    """Whether the article is of sport or a film, or of business or votes and nobody is hurt: attacks there are words."""
    text = act.parsed.document.text
    if _holds(text, *_SPORTS) or _holds(text, *_SCREEN):
        return True
    return act.outcome is None and (_holds(text, *_BUSINESS) or _holds(text, *_VOTES))


@lru_cache(maxsize=16)
def _holds(text: str, lists: str, many: int) -> bool:
    """Whether so many different words of lists of roles.toml turn up in an article that it is about them."""
    found = {match.group().lower() for match in pattern("roles", *lists.split()).finditer(text)}
    return len(found) >= many


def _is_mishap(act: Act) -> bool:
    """Whether the sentence, or the whole article, tells of an accident, and nobody in the sentence bears arms."""
    if act.kind not in _BY_ACCIDENT or _bears_arms(act.parsed) or "attack" in act.parsed.low(*act.words):
        return False
    document, sentence = act.parsed.document, act.parsed.sentence
    here = pattern("roles", "mishap").search(document.text, sentence.start, sentence.end)
    return here is not None


def _bears_arms(parsed: Parsed) -> bool:
    """Whether a sentence names weapons, or people who use them against the law."""
    return any(denotes(each, parsed) in _IRREGULAR | {"weapon"} for each in parsed.phrases)
