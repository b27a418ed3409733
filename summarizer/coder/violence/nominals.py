"""Who did an act, to whom, with what and where: from what hangs on its noun, and from the verb that holds it."""

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import ARMED, denotes, is_person
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.slots import (
    NOT_DOERS,
    can_be_struck,
    explains,
    is_place,
    is_time,
    put,
    put_circumstances,
    put_doers,
)
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import IncidentKind

_EXPLOSIVE: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion"})
_BLAMING = frozenset({"blame", "attribute", "pin", "trace", "link", "ascribe"})
_SURVIVING = frozenset({"survive", "escape"})
_LINKS = frozenset({Tag.COORDINATOR, Tag.COMMA, Tag.PREPOSITION})
_WHITHER = frozenset({"toward", "towards", "into", "onto"})
_DIRECTLY = 2  # tokens from a noun to what its own "of" governs
_SOON = 5  # tokens from a relative to its verb
_LONGEST = 3  # words of a weapon within the name of an act


def fill_from_phrase(act: Act, phrase: Phrase) -> None:
    """Fill the slots of an act that a noun tells."""
    _from_owner(act, phrase)
    for each in _hanging(phrase, act.parsed):
        if not is_time(each, act.parsed):
            _from_hung(act, each, phrase)
    for source in (_from_relative, _as_target_of, _as_survivor):
        if not act.targets:
            source(act, phrase)
    act.weapons.extend(_weapons_within(act, phrase))
    for holder in act.parsed.frames:
        if phrase in holder.objects or phrase in holder.subjects:
            _from_holder(act, holder, phrase)
            break
    _from_participle(act, phrase)


def _from_owner(act: Act, phrase: Phrase) -> None:
    """Whose act it is: of a murder, the victim's; of an attack, the doer's."""
    owner = phrase.owner
    if owner is None or is_time(owner, act.parsed):
        return
    meaning = denotes(owner, act.parsed)
    if act.row.get("object") == "victim" and meaning not in ARMED:
        put(act, [owner], "victim")
    elif meaning not in NOT_DOERS:
        act.doers.append(owner)


def _from_hung(act: Act, phrase: Phrase, noun: Phrase) -> None:
    by, meaning = phrase.preposition, denotes(phrase, act.parsed)
    if by == "by" or (by == "between" and act.kind == "clashes"):
        put_doers(act, [phrase])
    elif meaning == "weapon" and by in word_set("roles", "means"):
        act.weapons.append(phrase)
    elif by in word_set("roles", "aimed") - _WHITHER and _adds(phrase, act, noun) and can_be_struck(phrase, act):
        (act.places if meaning == "places" and by in ("at", "of") else act.targets).append(phrase)
    elif meaning == "things" and act.kind in _EXPLOSIVE and by in word_set("roles", "near_to") and not act.targets:
        act.targets.append(phrase)
    elif by in word_set("roles", "where") and is_place(phrase, act.parsed):
        act.places.append(phrase)


def _adds(phrase: Phrase, act: Act, noun: Phrase) -> bool:
    """Whether a phrase may be a target beside those that the act has: the first, or one that is joined to it."""
    if not act.targets:
        return phrase.preposition != "of" or phrase.first - noun.last <= _DIRECTLY
    before = act.targets[-1]
    joined = phrase.preposition == before.preposition and phrase not in before.hangs
    return joined and not explains(phrase, before, act.parsed)


def _hanging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """What hangs on a phrase, with what a coordinator joins to it: "of X and Y"."""
    found = list(phrase.hangs)
    if not found:
        return found
    for following in (each for each in parsed.phrases if each.first > phrase.hangs[-1].last):
        gap = [token.tag for token in parsed.tokens[found[-1].last + 1 : following.first]]
        joined = gap == [Tag.COMMA] or (Tag.COORDINATOR in gap and _LINKS.issuperset(gap))
        if following in found:
            continue
        if not joined or _starts_clause(following, parsed):
            break
        following.preposition = following.preposition or found[-1].preposition or phrase.hangs[0].preposition
        found += [following, *following.hangs]
    return found


def _starts_clause(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is the subject of a verb that follows, and not the end of a list before it."""
    return any(each.subjects[:1] == [phrase] for each in parsed.frames if each.first > phrase.last)


def _from_relative(act: Act, phrase: Phrase) -> None:
    """What a relative clause tells: "an attack that targeted the base"."""
    tokens = act.parsed.tokens
    end = (phrase.hangs or [phrase])[-1].last
    opener = next((at for at in range(end + 1, min(end + 3, len(tokens))) if tokens[at].tag is Tag.RELATIVE), None)
    if opener is None:
        return
    verbs = (each for each in act.parsed.frames if opener < each.verb <= opener + _SOON and not each.passive)
    frame = next((each for each in verbs if each.base in word_set("roles", "striking")), None)
    if frame is not None:
        put(act, frame.objects, "target")
        put_circumstances(act, frame.circumstances, aimed=False)


def _as_target_of(act: Act, phrase: Phrase) -> None:
    """Who "was the target of" the act."""
    parsed = act.parsed
    role = next((each for each in parsed.phrases if phrase in each.hangs and each.last == phrase.first - 2), None)
    if role is None or parsed.tokens[role.head].low not in word_set("roles", "undergoing"):
        return
    frame = next((each for each in parsed.frames if role in each.objects and each.base in ("be", "become")), None)
    if frame is not None:
        put(act, frame.subjects, "target")


def _as_survivor(act: Act, phrase: Phrase) -> None:
    """Who "survived" the act, or "escaped unharmed from" it."""
    for frame in act.parsed.frames:
        unhurt = any(act.parsed.tokens[each.head].low in word_set("roles", "unhurt") for each in frame.objects)
        held = phrase in frame.objects or (phrase in frame.circumstances and (unhurt or phrase.preposition == "from"))
        if held and (frame.base in _SURVIVING or (frame.base == "be" and unhurt)) and not frame.negated:
            put(act, (each for each in frame.subjects if denotes(each, act.parsed) not in ARMED), "victim")
            return


def _weapons_within(act: Act, phrase: Phrase) -> list[Phrase]:
    """A weapon that is part of the name of the act: "a car bomb attack"."""
    for first in range(phrase.first, phrase.head):
        for last in range(min(phrase.head - 1, first + _LONGEST), first - 1, -1):
            inner = Phrase(first, last, last)
            if denotes(inner, act.parsed) == "weapon":
                return [inner]
    return []


def _from_participle(act: Act, phrase: Phrase) -> None:
    """Who did it, where a participle behind what hangs on the noun says so: "the murder of X committed by Y"."""
    end = (_hanging(phrase, act.parsed) or [phrase])[-1].last
    frame = next((each for each in act.parsed.frames if phrase.last < each.first <= end + 2), None)
    if frame is None or frame.base not in word_set("roles", "bearing"):
        return
    if not act.doers:
        put_doers(act, (each for each in frame.circumstances if each.preposition == "by"))
    if not act.targets:
        aimed = (each for each in frame.circumstances if each.preposition in ("against", "on"))
        put(act, (each for each in aimed if not is_time(each, act.parsed)), act.row.get("object", "target"))


def _from_holder(act: Act, holder: Frame, phrase: Phrase) -> None:
    """What the verb tells that the name of the act is subject or object of: "staged an attack", "took place in"."""
    if holder.base in _BLAMING:
        return  # "the attack was blamed on X" tells no target
    others = [each for each in holder.circumstances if denotes(each, act.parsed) == "act"]
    taken = [*phrase.hangs, *(hung for other in others for hung in other.hangs)]
    behind = [each for each in holder.circumstances if each not in taken]
    if holder.base in word_set("roles", "bearing"):
        by = [each for each in behind if each.preposition == "by"]
        put_doers(act, by if holder.passive else holder.subjects if phrase in holder.objects else [])
    if (
        not act.targets
        and phrase in holder.subjects
        and not holder.passive
        and holder.base in word_set("roles", "striking")
    ):
        put(act, (each for each in holder.objects if not is_person(each, act.parsed)), "target")
    rest = (each for each in behind if each.preposition != "by")
    put_circumstances(act, rest, aimed=act.kind in _EXPLOSIVE)
