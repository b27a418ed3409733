"""Who did an act, to whom, with what and where: from its verb's frame, or from what hangs on its noun."""

from dataclasses import replace
from functools import cache

from summarizer.coder.acts import GENERAL, Act
from summarizer.coder.countries import country_of
from summarizer.coder.denoting import ARMED, BODIES, NOT_STRUCK, PEOPLE, denotes, is_abstract, is_person, may_be_name
from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import Tag
from summarizer.lexicons import words

_EXPLOSIVE = frozenset({"bombing", "suicide_bombing", "explosion"})
_SPEAKERS = frozenset({"officials", "organisations", "outlets", "monitors"})
_IRREGULAR = frozenset({"armed_group", "armed_persons"})
_CLAUSE = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_RAMMED = {"vehicle_attack": ("things",), "suicide_bombing": ("things",)}
"""Kinds whose verb may have a vehicle among its own words, and it is the means."""
_DIRECTLY = 2  # tokens from a noun to what its own "of" governs
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
_NOT_DOERS = frozenset({"act", "things", "places", "weapon"})


def fill(act: Act) -> bool:
    """Fill the slots of an act.

    Returns:
        False where the words need a weapon or an armed doer, and none stands by.
    """
    if act.frame is not None:
        _from_frame(act, act.frame)
        return _holds(act)
    if act.phrase is not None:
        _from_phrase(act, act.phrase)
    return True


def _holds(act: Act) -> bool:
    """Whether the words mean an act of violence: weak ones have by them what makes them one, none is only spoken."""
    thing = act.row.get("object", "target")
    if _is_spoken(act):
        return False
    if not act.row.get("weak"):
        return True
    if thing == "weapon":
        return bool(act.weapons)
    if act.outcome == "captured":
        return bool(act.targets) and any(denotes(doer, act.parsed) in _IRREGULAR for doer in act.doers)
    return bool(act.weapons) or act.of_act or _armed(act)


def _is_spoken(act: Act) -> bool:
    """Whether it is an attack of words: on a plan or a policy, or by a politician with nothing in hand."""
    around = act.parsed.tokens[max(0, act.words[0] - 2) : act.words[1] + 3]
    if any(token.low in _of("spoken") for token in around) or act.at_nothing:
        return True
    if not act.doers or act.weapons or act.places or act.outcome or act.kind not in GENERAL:
        return False
    return all(_speaks(doer, act.parsed) for doer in act.doers)


def _speaks(phrase: Phrase, parsed: Parsed) -> bool:
    head = parsed.tokens[phrase.head]
    return denotes(phrase, parsed) in _SPEAKERS or head.low in _of("speakers")


def _from_frame(act: Act, frame: Frame) -> None:
    last = act.words[1]
    inner = next((each for each in act.parsed.frames if frame.verb < each.verb <= last), frame)
    within, behind = _behind(act, inner, last)
    behind = [_cut(phrase, act) for phrase in behind]
    behind = without_appositions(behind, act.parsed)
    thing, subject = act.row.get("object", "target"), act.row.get("subject", "actor")
    for phrase in within:
        if denotes(phrase, act.parsed) in ("weapon", *_RAMMED.get(act.kind, ())):
            act.weapons.append(phrase)
    if frame.passive or (thing == "victim" and _undergoes(act, frame, behind)):
        _put(act, _agents([each for each in frame.circumstances if each.preposition == "by"], act), "actor")
        _put(act, without_appositions(frame.subjects, act.parsed), thing if subject == "actor" else subject)
    elif subject == "actor":
        _put(act, _agents(frame.subjects, act), "actor")
        _put(act, behind, thing)
    else:
        _put(act, frame.subjects, subject)
        _put(act, behind, thing)
    rest = [each for each in inner.circumstances if each not in behind and each.preposition != "by"]
    _circumstances(act, rest, aimed="weapon" in (thing, subject))
    act.places = act.places or _fronted(frame, act.parsed) or _of_targets(act)


def _fronted(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """Places that open the clause: "In Lora, gunmen shot …"."""
    end = frame.subjects[0].first if frame.subjects and frame.subjects[0].first < frame.first else frame.first
    start = next((at for at in range(end - 1, -1, -1) if parsed.tokens[at].tag in _CLAUSE), -1)
    before = [each for each in parsed.phrases if start < each.first and each.last < end]
    verbs = [each.verb for each in parsed.frames if start < each.verb < end]
    return [
        each
        for each in before
        if each.preposition in _of("where") and not (verbs and each.first > verbs[0]) and _is_place(each, parsed)
    ][:1]


def _of_targets(act: Act) -> list[Phrase]:
    """Where a thing that was struck lies: "the bank in Loreda"."""
    for target in act.targets:
        for each in target.hangs[:1]:
            if each.preposition in ("of", *_of("where")) and denotes(target, act.parsed) == "things" and _is_place(each, act.parsed):
                return [each]
    return []


def _undergoes(act: Act, frame: Frame, behind: list[Phrase]) -> bool:
    """Whether a past form without object is a participle: "the nuns killed in the raid"."""
    if behind or act.parts or act.row.get("subject", "actor") != "actor" or not frame.subjects:
        return False
    verb = act.parsed.tokens[frame.verb]
    following = act.parsed.tokens[frame.verb + 1].tag if frame.verb + 1 < len(act.parsed.tokens) else Tag.BREAK
    return frame.first == frame.verb and verb.tag is Tag.VERB and following is not Tag.QUOTE


def _behind(act: Act, frame: Frame, last: int) -> tuple[list[Phrase], list[Phrase]]:
    """Phrases that are words of the verb itself, and its objects: those that nothing but these words governs."""
    within: list[Phrase] = []
    objects: list[Phrase] = []
    for phrase in (*frame.objects, *frame.circumstances):
        if phrase.head in act.parts:
            within.append(phrase)
        elif not phrase.preposition or phrase.first - 1 in act.parts:
            objects.append(phrase)
        elif objects and phrase.preposition == objects[-1].preposition and not _hangs(phrase, objects):
            objects.append(phrase)
    return within, objects


def without_appositions(phrases: list[Phrase], parsed: Parsed) -> list[Phrase]:
    """The phrases of a list without those that only explain the name before them: "X, the mayor of Y, and Z"."""
    kept: list[Phrase] = []
    for place, phrase in enumerate(phrases):
        before = phrases[place - 1] if place else None
        if before is None or not _explains(phrase, before, parsed):
            kept.append(phrase)
    return kept


def _explains(phrase: Phrase, before: Phrase, parsed: Parsed) -> bool:
    end = (before.hangs or [before])[-1].last
    if [token.tag for token in parsed.tokens[end + 1 : phrase.first]] != [Tag.COMMA]:
        return False
    if parsed.tokens[phrase.head].tag is Tag.NUMBER:
        return True
    return denotes(phrase, parsed) in PEOPLE and parsed.tokens[phrase.first].tag is not Tag.NUMBER and may_be_name(before, parsed)


def _cut(phrase: Phrase, act: Act) -> Phrase:
    """A phrase without the words of the verb that open it: "shot dead two guards"."""
    first = max((at + 1 for at in act.parts if phrase.first <= at < phrase.head), default=phrase.first)
    return phrase if first == phrase.first else replace(phrase, first=first, denoted=None)


def _hangs(phrase: Phrase, on: list[Phrase]) -> bool:
    return any(phrase in each.hangs for each in on)


def _put(act: Act, phrases: list[Phrase], role: str) -> None:
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if role == "actor":
            act.doers.append(phrase)
        elif act.parsed.tokens[phrase.first].low in _NOBODY:
            act.unreal = True
        elif role != "weapon" and act.parsed.tokens[phrase.head].low in _of("abstract"):
            act.at_nothing = True
        elif act.parsed.tokens[phrase.head].tag is Tag.PRONOUN:
            act.pronoun = True
        elif meaning == "act":
            act.of_act = True
        elif role == "weapon" and meaning in ARMED | PEOPLE and phrase in _subjects(act):
            act.doers.append(phrase)
        elif role == "weapon" and act.parsed.tokens[phrase.head].low in _of("may_be_weapon"):
            act.weapons.append(phrase)
        elif role == "weapon" or meaning == "weapon":
            if meaning == "weapon" and not _struck_weapon(phrase, act):
                act.weapons.append(phrase)
            elif _can_be_struck(phrase, act):
                act.targets.append(phrase)
        elif role in ("target", "victim") and _can_be_struck(phrase, act):
            act.targets.append(phrase)


def _subjects(act: Act) -> list[Phrase]:
    return [] if act.frame is None or act.frame.passive else act.frame.subjects


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
            doers.extend(_belonging(phrase, act.parsed))
    return doers


def _belonging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """Whom unnamed doers belong to: "terrorists of the X Front"."""
    if denotes(phrase, parsed) not in ARMED:
        return []
    hung = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition in ("of", "from") else None
    wholes = [each for each in (phrase.owner, hung) if each is not None]
    return [each for each in wholes if _is_body(each, parsed)]


def _is_body(phrase: Phrase, parsed: Parsed) -> bool:
    meaning = denotes(phrase, parsed)
    return meaning in BODIES or (meaning is None and may_be_name(phrase, parsed) and phrase.preposition != "from")


def _circumstances(act: Act, phrases: list[Phrase], *, aimed: bool) -> None:
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if _is_time(phrase, act.parsed):
            continue
        if phrase.preposition in ("at", "against") and act.parsed.tokens[phrase.head].low in _of("abstract"):
            act.at_nothing = True
        if meaning == "act":
            act.of_act = True
        elif meaning == "weapon" and phrase.preposition in _of("means"):
            act.weapons.append(phrase)
        elif aimed and not act.targets and phrase.preposition in _of("near_to") and _can_be_struck(phrase, act):
            struck = meaning not in (None, "places") or phrase.preposition in ("against", "into")
            (act.targets if struck else act.places).append(phrase)
        elif not act.targets and phrase.preposition in _of("aimed") and phrase.preposition != "of" and _is_target(phrase, act):
            act.targets.append(phrase)
        elif _locates(phrase, act) and _is_place(phrase, act.parsed):
            act.places.append(phrase)


def _locates(phrase: Phrase, act: Act) -> bool:
    """Whether the preposition is one of place; who is taken or driven away is so from a place."""
    return phrase.preposition in _of("where") or (phrase.preposition == "from" and act.outcome in ("captured", "displaced"))


def _is_target(phrase: Phrase, act: Act) -> bool:
    return _can_be_struck(phrase, act) and denotes(phrase, act.parsed) != "places"


def _armed(act: Act) -> bool:
    return any(
        denotes(doer, act.parsed) in ARMED or country_of(act.parsed.tokens[doer.head].low) is not None
        for doer in act.doers
    )


def _from_phrase(act: Act, phrase: Phrase) -> None:
    parsed = act.parsed
    of_victims = act.row.get("object") == "victim"
    if phrase.owner is not None and not _is_time(phrase.owner, parsed):
        meaning = denotes(phrase.owner, parsed)
        if of_victims and meaning not in ARMED:
            _put(act, [phrase.owner], "victim")
        elif meaning not in _NOT_DOERS:
            act.doers.append(phrase.owner)
    explosive = act.kind in _EXPLOSIVE
    for each in _hanging(phrase, parsed):
        meaning = denotes(each, parsed)
        if _is_time(each, parsed):
            continue
        if each.preposition == "by":
            act.doers.extend(_agents([each], act))
        elif meaning == "weapon" and each.preposition in _of("means"):
            act.weapons.append(each)
        elif each.preposition in _of("aimed") and _adds(each, act, phrase) and _can_be_struck(each, act):
            (act.places if meaning == "places" and each.preposition in ("at", "of") else act.targets).append(each)
        elif explosive and meaning == "things" and each.preposition in _of("near_to") and not act.targets:
            act.targets.append(each)
        elif each.preposition in _of("where") and _is_place(each, parsed):
            act.places.append(each)
    if not act.targets:
        _from_relative(act, phrase)
    if not act.targets:
        _as_target_of(act, phrase)
    act.weapons.extend(_weapons_within(act, phrase))
    holder = next((frame for frame in parsed.frames if phrase in frame.objects or phrase in frame.subjects), None)
    if holder is not None:
        _of_holder(act, holder, phrase)


def _weapons_within(act: Act, phrase: Phrase) -> list[Phrase]:
    """A weapon that is part of the name of the act: "a car bomb attack"."""
    for first in range(phrase.first, phrase.head):
        for last in range(min(phrase.head - 1, first + 3), first - 1, -1):
            inner = Phrase(first, last, last)
            if denotes(inner, act.parsed) == "weapon":
                return [inner]
    return []


def _as_target_of(act: Act, phrase: Phrase) -> None:
    """Who "was the target of" the act."""
    parsed = act.parsed
    role = next((each for each in parsed.phrases if phrase in each.hangs and each.last == phrase.first - 2), None)
    if role is None or parsed.tokens[role.head].low not in ("target", "targets", "victim", "victims", "object"):
        return
    frame = next((each for each in parsed.frames if role in each.objects and each.base in ("be", "become")), None)
    if frame is not None:
        _put(act, frame.subjects, "target")


def _from_relative(act: Act, phrase: Phrase) -> None:
    """What a relative clause tells: "an attack that targeted the base"."""
    parsed = act.parsed
    end = (phrase.hangs or [phrase])[-1].last
    opener = next((at for at in range(end + 1, min(end + 3, len(parsed.tokens))) if parsed.tokens[at].tag is Tag.RELATIVE), None)
    if opener is None:
        return
    for frame in parsed.frames:
        if opener < frame.verb <= opener + 5 and frame.base in _of("striking") and not frame.passive:
            _put(act, frame.objects, "target")
            _circumstances(act, frame.circumstances, aimed=False)
            return


def _hanging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """What hangs on a phrase, with what a coordinator joins to it: "of X and Y"."""
    found = list(phrase.hangs)
    for following in (each for each in parsed.phrases if each.first > (found or [phrase])[-1].last):
        last = (found or [phrase])[-1]
        gap = [token.tag for token in parsed.tokens[last.last + 1 : following.first]]
        joined = Tag.COORDINATOR in gap and set(gap) <= {Tag.COORDINATOR, Tag.COMMA, Tag.PREPOSITION}
        if not found or not (joined or gap == [Tag.COMMA]) or _starts_clause(following, parsed):
            break
        if not following.preposition:
            following.preposition = next(each.preposition for each in reversed(found) if each.preposition)
        found.append(following)
        found.extend(following.hangs)
    return found


def _starts_clause(phrase: Phrase, parsed: Parsed) -> bool:
    end = (phrase.hangs or [phrase])[-1].last + 1
    return end < len(parsed.tokens) and parsed.tokens[end].tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)


def _adds(phrase: Phrase, act: Act, noun: Phrase) -> bool:
    """Whether a phrase may be a target beside those that the act has: the first, or one that is joined to it."""
    if not act.targets:
        return phrase.preposition != "of" or phrase.first - noun.last <= _DIRECTLY
    before = act.targets[-1]
    return phrase.preposition == before.preposition and phrase not in before.hangs and not _explains(phrase, before, act.parsed)


def _of_holder(act: Act, holder: Frame, phrase: Phrase) -> None:
    """What the verb tells that the name of the act is subject or object of: "staged an attack", "took place in"."""
    behind = [each for each in holder.circumstances if each not in phrase.hangs]
    by = [each for each in behind if each.preposition == "by"]
    if holder.base in _of("bearing"):
        doers = _agents(by if holder.passive else holder.subjects if phrase in holder.objects else [], act)
        act.doers.extend(each for each in doers if each not in act.doers)
    _circumstances(act, [each for each in behind if each.preposition != "by"], aimed=act.kind in _EXPLOSIVE)


# --- what a phrase can be -------------------------------------------------------------------------------


def _is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Named or listed places and buildings."""
    meaning = denotes(phrase, parsed)
    if meaning is not None:
        return meaning in ("places", "things") and parsed.tokens[phrase.head].low not in words("roles", "body")
    return may_be_name(phrase, parsed) and not _is_time(phrase, parsed)


def _is_time(phrase: Phrase, parsed: Parsed) -> bool:
    if any(time.first <= phrase.head <= time.last for time in parsed.times):
        return True
    return parsed.tokens[phrase.head].low in words("times", "units", "day_parts", "weekdays", "months", "hours")


def _can_be_struck(phrase: Phrase, act: Act) -> bool:
    parsed = act.parsed
    if parsed.tokens[phrase.head].tag is Tag.PRONOUN or _is_time(phrase, parsed):
        return False
    meaning = denotes(phrase, parsed)
    if meaning in NOT_STRUCK or parsed.tokens[phrase.head].tag is Tag.ADJECTIVE or parsed.tokens[phrase.head].low in words("roles", "abstract", "body"):
        return False
    if meaning is not None or may_be_name(phrase, parsed):
        return True
    return not act.noun and not act.row.get("weak") and not is_abstract(parsed.tokens[phrase.head].low)


@cache
def _of(entry: str) -> frozenset[str]:
    return frozenset(words("roles", entry))
