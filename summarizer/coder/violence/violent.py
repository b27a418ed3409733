"""Whether the words of an act mean violence: weak verbs, attacks in words, what only strikes things."""

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import ARMED, denotes, head_noun, is_person, may_be_name, weapon_kind
from summarizer.coder.violence.acts import GENERAL, Act
from summarizer.coder.violence.mishaps import is_harmless, tells_of_hostages
from summarizer.coder.violence.roles import is_armed_speaker
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import IncidentKind

_IRREGULAR = frozenset({"armed_group", "armed_persons"})
_SPEAKERS = frozenset({"officials", "organisations", "outlets", "monitors"})
_NOT_PEOPLE = frozenset({"things", "places", "outlets", "organisations", "monitors"})
_EXPLOSIVE: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing"})


def is_violence(act: Act) -> bool:
    """Whether the words mean violence: weak ones have by them what makes them so, and none is of words, sport or mishaps."""
    if (
        is_harmless(act)
        or _is_only_of_thing(act)
        or _is_filmed(act)
        or _is_held_in_words(act)
        or (act.frame is not None and _is_spoken(act))
    ):
        return False
    of_people = act.row.get("whom") == "people" and act.frame is not None
    if of_people and not act.row.get("weak") and not (_strikes_people(act) or _strikes_somebody(act)):
        return False
    if act.row.get("arms") and act.frame is not None and not _has_arms(act, act.row["arms"]):
        return False
    if act.row.get("subject") == "weapon" and act.frame is not None and not _has_weapon(act):
        return False
    if act.noun or not act.row.get("weak"):
        return True
    if act.kind == "sabotage" and not (act.targets or act.pronoun or act.weapons):
        return False
    if act.row.get("object") == "weapon":
        return bool(act.weapons)
    if act.outcome == "captured":
        irregular = any(denotes(doer, act.parsed) in _IRREGULAR | {"collective"} for doer in act.doers)
        irregular |= not act.doers and tells_of_hostages(act.parsed.document.text)
        return bool(act.targets) and irregular and _strikes_people(act)
    if of_people and act.targets and _strikes_people(act):
        return True
    armed = any(_is_armed(doer, act.parsed) for doer in act.doers)
    return armed or act.of_act or any(denotes(each, act.parsed) not in ("things", None) for each in act.weapons)


def _has_weapon(act: Act) -> bool:
    """Whether a weapon, or what it struck, is told; of one that failed "it" is enough."""
    failed = act.pronoun and act.row.get("stage") is not None
    return bool(act.weapons or act.targets or act.of_act or failed)


def is_effect(act: Act) -> bool:
    """Whether a weak verb may tell what a blast told beside it did: "was damaged when a bomb exploded"."""
    told = act.frame is not None and bool(act.row.get("weak")) and bool(act.targets)
    effect = act.kind == "sabotage" or (act.row.get("subject") == "victim" and act.outcome in ("killed", "wounded"))
    return told and effect and not is_harmless(act)


def _strikes_people(act: Act) -> bool:
    """Whether somebody is struck: a budget may be slashed too, and a website hacked."""
    struck = (each for each in act.targets if denotes(each, act.parsed) not in _NOT_PEOPLE)
    gathered = act.kind == "vehicle_attack"
    people = any(
        is_person(each, act.parsed)
        or may_be_name(each, act.parsed)
        or (gathered and act.parsed.tokens[each.head].low in word_set("roles", "gatherings"))
        for each in (act.targets if gathered else struck)
    )
    return people if act.targets else not act.of_act


def _is_only_of_thing(act: Act) -> bool:
    """ "A transformer blew up": a thing that nobody struck, and that strikes nothing."""
    if act.frame is None or act.frame.passive or act.row.get("subject") or act.kind != "bombing":
        return False
    bare = not (act.doers or act.targets or act.weapons or act.pronoun)
    return bare and any(denotes(each, act.parsed) == "things" for each in act.frame.subjects)


def _is_filmed(act: Act) -> bool:
    """ "It was shot in Lund": a film, where nobody and nothing else is told to be shot."""
    if act.frame is None or act.frame.base != "shoot" or not act.frame.passive or act.outcome or act.weapons:
        return False
    return [act.parsed.tokens[each.head].low for each in act.frame.subjects] == ["it"] and not act.doers


def _is_held_in_words(act: Act) -> bool:
    """ "The industry holds the minister hostage", "a bill hijacked by peers": with nobody armed, no place and no day."""
    if act.frame is None or not (act.frame.base == "hold" or act.kind == "hijacking") or act.places or act.weapons:
        return False
    dated = any(time.tells_day for time in act.parsed.times)
    armed = any(_is_armed(doer, act.parsed) for doer in act.doers)
    things = any(denotes(each, act.parsed) == "things" for each in act.targets)
    return not (dated or armed or (things and act.kind == "hijacking"))


def _strikes_somebody(act: Act) -> bool:
    """Whether people who bear arms strike what no list knows: "kidnapped a wise woman"."""
    unknown = bool(act.targets) and all(denotes(each, act.parsed) is None for each in act.targets)
    return unknown and any(denotes(doer, act.parsed) in _IRREGULAR for doer in act.doers)


def _has_arms(act: Act, arms: str) -> bool:
    """Whether the arms stand by that a row asks for; of explosives that were found, also what they were to strike."""
    if arms == "explosives":
        return bool(act.targets) and any(weapon_kind(each, act.parsed) in _EXPLOSIVE for each in act.weapons)
    return bool(act.weapons) or act.of_act


def _is_armed(doer: Phrase, parsed: Parsed) -> bool:
    if any(parsed.tokens[at].low in ("suspected", "alleged") for at in range(doer.first, doer.head)):
        return True
    if denotes(doer, parsed) in ARMED or country_of(parsed.tokens[doer.head].low) is not None:
        return True
    return is_armed_speaker(doer, parsed)


def _is_spoken(act: Act) -> bool:
    """Whether it is an attack of words: on a plan or a policy, or by a politician with nothing in hand."""
    if act.at_nothing:
        return True
    around = act.parsed.tokens[max(0, act.words[0] - 2) : act.words[1] + 3]
    behind = act.frame.circumstances if act.frame is not None else []
    if act.kind not in GENERAL | {"shooting", "clashes"} or act.outcome or act.weapons:
        return False
    if any(act.parsed.tokens[each.head].low in word_set("roles", "spoken_in") for each in behind):
        return True
    if any(token.low in word_set("roles", "spoken") for token in around):
        return True
    return bool(act.doers) and not act.places and all(_speaks(doer, act.parsed) for doer in act.doers)


def _speaks(doer: Phrase, parsed: Parsed) -> bool:
    if denotes(doer, parsed) in _SPEAKERS or parsed.tokens[doer.head].low in word_set("roles", "speakers"):
        return True
    named = {parsed.tokens[at].low for at in range(doer.first, doer.head)} if may_be_name(doer, parsed) else set()
    return head_noun(doer, parsed) in word_set("roles", "critics") or bool(named & word_set("roles", "critics"))
