"""Who did an act, to whom, with what and where: from its verb's frame, or from what hangs on its noun."""

from functools import cache

from summarizer.coder.acts import Act
from summarizer.coder.denoting import ARMED, NOT_STRUCK, denotes, is_abstract, may_be_name
from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import Tag
from summarizer.lexicons import words

_NOT_DOERS = frozenset({"act", "things", "places", "weapon"})


def fill(act: Act) -> bool:
    """Fill the slots of an act.

    Returns:
        False where the words need a weapon or an armed doer, and none stands by.
    """
    if act.frame is not None:
        _from_frame(act, act.frame)
        return not act.row.get("weak") or bool(act.weapons) or _armed(act) or act.of_act
    if act.phrase is not None:
        _from_phrase(act, act.phrase)
    return True


def _from_frame(act: Act, frame: Frame) -> None:
    last = act.words[1]
    inner = next((each for each in act.parsed.frames if frame.verb < each.verb <= last), frame)
    within, behind = _behind(act, inner, last)
    thing, subject = act.row.get("object", "target"), act.row.get("subject", "actor")
    for phrase in within:
        if denotes(phrase, act.parsed) == "weapon":
            act.weapons.append(phrase)
    if frame.passive:
        _put(act, _agents([each for each in frame.circumstances if each.preposition == "by"], act), "actor")
        _put(act, frame.subjects, thing if subject == "actor" else subject)
    elif subject == "actor":
        _put(act, _agents(frame.subjects, act), "actor")
        _put(act, behind, thing)
    else:
        _put(act, frame.subjects, subject)
        _put(act, behind, thing)
    rest = [each for each in inner.circumstances if each not in behind and each.preposition != "by"]
    _circumstances(act, rest, aimed="weapon" in (thing, subject))


def _behind(act: Act, frame: Frame, last: int) -> tuple[list[Phrase], list[Phrase]]:
    """Phrases within the words of the verb, and its objects: those that nothing but these words governs."""
    within: list[Phrase] = []
    objects: list[Phrase] = []
    joined = False
    for phrase in (*frame.objects, *frame.circumstances):
        if phrase.first <= last:
            inside = phrase.head <= last and phrase.head > frame.verb and not _crossed(phrase, act, last)
            (within if inside else objects).append(phrase)
        elif not phrase.preposition or phrase.first - 1 <= last:
            objects.append(phrase)
            joined = bool(phrase.preposition)
        elif joined and phrase.preposition == objects[-1].preposition and not _hangs(phrase, objects):
            objects.append(phrase)
    return within, objects


def _crossed(phrase: Phrase, act: Act, last: int) -> bool:
    """Whether a phrase stands between the words of a verb, and is not one of them: "set the bus on fire"."""
    return phrase.head < last and denotes(phrase, act.parsed) != "weapon"


def _hangs(phrase: Phrase, on: list[Phrase]) -> bool:
    return any(phrase in each.hangs for each in on)


def _put(act: Act, phrases: list[Phrase], role: str) -> None:
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if role == "actor":
            act.doers.append(phrase)
        elif act.parsed.tokens[phrase.head].tag is Tag.PRONOUN:
            act.pronoun = True
        elif meaning == "act":
            act.of_act = True
        elif role == "weapon" or meaning == "weapon":
            if meaning == "weapon" and not _struck_weapon(phrase, act):
                act.weapons.append(phrase)
            elif _can_be_struck(phrase, act):
                act.targets.append(phrase)
        elif role in ("target", "victim") and _can_be_struck(phrase, act):
            act.targets.append(phrase)


def _struck_weapon(phrase: Phrase, act: Act) -> bool:
    """Vehicles and aircraft are struck where somebody attacks them, and not what strikes."""
    return act.row.get("object", "target") == "target" and denotes(phrase, act.parsed) == "weapon" and bool(act.doers)


def _agents(phrases: list[Phrase], act: Act) -> list[Phrase]:
    """Doers; a weapon in their place is the means, an act what it results from."""
    doers = []
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if meaning == "weapon":
            act.weapons.append(phrase)
        elif meaning == "act":
            act.of_act = True
        elif meaning not in _NOT_DOERS and not _is_time(phrase, act.parsed):
            doers.append(phrase)
    return doers


def _circumstances(act: Act, phrases: list[Phrase], *, aimed: bool) -> None:
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if _is_time(phrase, act.parsed):
            continue
        if meaning == "weapon" and phrase.preposition in _of("means"):
            act.weapons.append(phrase)
        elif aimed and not act.targets and phrase.preposition in _of("near_to") and _can_be_struck(phrase, act):
            (act.places if meaning == "places" else act.targets).append(phrase)
        elif not act.targets and phrase.preposition in _of("aimed") and phrase.preposition != "of" and _is_target(phrase, act):
            act.targets.append(phrase)
        elif phrase.preposition in _of("where") and _is_place(phrase, act.parsed):
            act.places.append(phrase)


def _is_target(phrase: Phrase, act: Act) -> bool:
    return _can_be_struck(phrase, act) and denotes(phrase, act.parsed) != "places"


def _armed(act: Act) -> bool:
    return any(denotes(doer, act.parsed) in ARMED for doer in act.doers)


def _from_phrase(act: Act, phrase: Phrase) -> None:
    parsed = act.parsed
    of_victims = act.row.get("object") == "victim"
    if phrase.owner is not None:
        meaning = denotes(phrase.owner, parsed)
        if of_victims and meaning not in ARMED:
            _put(act, [phrase.owner], "victim")
        elif meaning not in _NOT_DOERS:
            act.doers.append(phrase.owner)
    for each in phrase.hangs:
        meaning = denotes(each, parsed)
        if _is_time(each, parsed):
            continue
        if each.preposition == "by":
            act.doers.extend(_agents([each], act))
        elif meaning == "weapon" and each.preposition in _of("means"):
            act.weapons.append(each)
        elif each.preposition in _of("aimed") and not act.targets and _can_be_struck(each, act):
            (act.places if meaning == "places" and each.preposition in ("at", "of") else act.targets).append(each)
        elif each.preposition in _of("where") and _is_place(each, parsed):
            act.places.append(each)
    holder = next((frame for frame in parsed.frames if phrase in frame.objects or phrase in frame.subjects), None)
    if holder is not None:
        _of_holder(act, holder, phrase)


def _of_holder(act: Act, holder: Frame, phrase: Phrase) -> None:
    """What the verb tells that the name of the act is subject or object of: "staged an attack", "took place in"."""
    behind = [each for each in holder.circumstances if each not in phrase.hangs]
    by = [each for each in behind if each.preposition == "by"]
    if holder.base in _of("bearing"):
        doers = _agents(by if holder.passive else holder.subjects if phrase in holder.objects else [], act)
        act.doers.extend(each for each in doers if each not in act.doers)
    _circumstances(act, [each for each in behind if each.preposition != "by"], aimed=False)


# --- what a phrase can be -------------------------------------------------------------------------------


def _is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Named or listed places and buildings."""
    meaning = denotes(phrase, parsed)
    if meaning is not None:
        return meaning in ("places", "things")
    return may_be_name(phrase, parsed) and not _is_time(phrase, parsed)


def _is_time(phrase: Phrase, parsed: Parsed) -> bool:
    return any(time.first <= phrase.head <= time.last for time in parsed.times)


def _can_be_struck(phrase: Phrase, act: Act) -> bool:
    parsed = act.parsed
    if parsed.tokens[phrase.head].tag is Tag.PRONOUN or _is_time(phrase, parsed):
        return False
    meaning = denotes(phrase, parsed)
    if meaning in NOT_STRUCK:
        return False
    if meaning is not None or may_be_name(phrase, parsed):
        return True
    return not act.noun and not act.row.get("weak") and not is_abstract(parsed.tokens[phrase.head].low)


@cache
def _of(entry: str) -> frozenset[str]:
    return frozenset(words("roles", entry))
