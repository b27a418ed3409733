"""Which phrase goes into which slot of an act: by what it denotes and what governs it."""

from collections.abc import Iterable

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import verb_forms
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import (
    ARMED,
    BODIES,
    NOT_STRUCK,
    PEOPLE,
    denotes,
    head_noun,
    is_abstract,
    is_common,
    is_person,
    may_be_name,
)
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import IncidentKind

NOT_DOERS = frozenset({"act", "things", "places", "weapon"})
"""What a phrase in the doer's place denotes that is none."""
_CRITICS = frozenset({"civilians", "officials", "organisations", "outlets", "monitors", "collective"})
_SELF = frozenset({"himself", "herself", "themselves", "itself"})
_FIRED: frozenset[IncidentKind] = frozenset({"air_strike", "missile_strike", "drone_strike", "shelling", "shooting"})
"""Kinds of act whose doer may be told by its craft."""
_LADEN = 4  # words from a vehicle to what it is packed with
_NOBODY = frozenset({"no", "none", "nobody", "neither"})


def put(act: Act, phrases: Iterable[Phrase], role: str) -> None:
    """Put what an act is done to or with into its slots.

    Args:
        act: to be filled.
        phrases: the subjects of a passive, the objects of an active verb, or the like.
        role: what the row says of them: target, victim, weapon, or something else, which is left alone.
    """
    for phrase in phrases:
        head = act.parsed.tokens[phrase.head]
        meaning = denotes(phrase, act.parsed)
        if act.parsed.tokens[phrase.first].low in _NOBODY:
            act.unreal = True
        elif role != "weapon" and head.low in word_set("roles", "abstract"):
            act.at_nothing = True
        elif head.low in _SELF and act.kind != "suicide_bombing":
            act.unreal = True  # "set himself on fire"
        elif head.tag is Tag.PRONOUN:
            act.pronoun = True
            act.targets += _meant(phrase, act) if role in ("target", "victim") else []
        elif meaning == "act":
            act.of_act = True
        elif role == "weapon":
            _put_weapon(act, phrase, meaning)
        elif meaning == "weapon" and not _struck_weapon(act):
            act.weapons.append(phrase)
        elif role in ("target", "victim") and (meaning == "weapon" or can_be_struck(phrase, act)):
            act.targets.append(phrase)


def _meant(pronoun: Phrase, act: Act) -> list[Phrase]:
    """Whom "him" or "them" means, where a verb before has somebody as its object: "seized a trader and beat him"."""
    if act.frame is None or act.parsed.tokens[pronoun.head].low not in ("him", "her", "them"):
        return []
    for frame in reversed([each for each in act.parsed.frames if each.verb < act.frame.first]):
        if frame.subjects == act.frame.subjects and frame.undergoers:
            return [each for each in frame.undergoers[:1] if is_person(each, act.parsed)]
    return []


def _put_weapon(act: Act, phrase: Phrase, meaning: str | None) -> None:
    """Fill the weapon's place: people there are the doers, and what is neither is what was struck."""
    laden = _laden(phrase, act.parsed) if meaning == "things" else []
    if meaning == "things" and (laden or act.kind == "vehicle_attack"):
        act.weapons += laden or [phrase]
    elif meaning in ARMED | PEOPLE and act.frame is not None and not act.frame.passive and phrase in act.frame.subjects:
        act.doers.append(phrase)
    elif meaning == "weapon" or _may_be_weapon(phrase, act):
        act.weapons.append(phrase)
    elif meaning is not None and can_be_struck(phrase, act):
        act.targets.append(phrase)


def _laden(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """The explosives in a vehicle that explodes: "a car packed with explosives"."""
    behind = (each for each in parsed.phrases if phrase.last < each.first <= phrase.last + _LADEN)
    return [each for each in behind if each.preposition == "with" and denotes(each, parsed) == "weapon"][:1]


def _may_be_weapon(phrase: Phrase, act: Act) -> bool:
    """Whether a "charge" or a "device" is one: charges that are dropped or pressed are brought in court."""
    head = act.parsed.tokens[phrase.head].low
    in_court = head in ("charge", "charges") and act.frame is not None and _is_of_court(act.frame, act.parsed)
    return head in word_set("roles", "may_be_weapon") and not in_court


def _is_of_court(frame: Frame, parsed: Parsed) -> bool:
    """ "Dropped the charges", "threw out the charges"."""
    thrown_out = frame.base == "throw" and [token.low for token in parsed.tokens[frame.verb + 1 : frame.verb + 2]] == [
        "out"
    ]
    return frame.base in word_set("roles", "in_court") or thrown_out


def _struck_weapon(act: Act) -> bool:
    """Vehicles and aircraft are struck where somebody attacks them, and not what strikes."""
    return act.row.get("object", "target") == "target" and bool(act.doers)


def put_doers(act: Act, phrases: Iterable[Phrase]) -> None:
    """Put who does it into its slot; a weapon in that place is the means, an act what it results from."""
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if meaning == "weapon":
            act.weapons.append(phrase)
            put_circumstances(act, phrase.hangs, aimed=True)  # "a bomb in a market killed two"
        elif meaning == "things":
            act.weapons += _laden(phrase, act.parsed)
            if act.kind in _FIRED:
                act.doers += _force_before(phrase, act.parsed)  # "an air force helicopter strafed the camp"
        elif meaning == "act":
            act.of_act = True
        elif meaning not in NOT_DOERS and not is_time(phrase, act.parsed):
            act.doers += [each for each in (phrase, *_belonging(phrase, act.parsed)) if each not in act.doers]


def put_layers(act: Act) -> None:
    """Put who laid or set off the weapon, or the blast, among the doers: "killed by a mine laid by the Red Front"."""
    verbs = word_set("roles", "laying", "setting_off")
    for phrase in (*act.weapons, *([act.phrase] if act.phrase is not None else [])):
        for frame in act.parsed.frames:
            near = phrase.last < frame.first <= phrase.last + 2
            if near and frame.passive and frame.base in verbs and not frame.negated and frame.first == frame.verb:
                put_doers(act, (each for each in frame.circumstances if each.preposition == "by"))
                return


def _belonging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """Whom unnamed doers belong to: "terrorists of the X Front"."""
    if denotes(phrase, parsed) not in ARMED:
        return []
    hung = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition in ("of", "from") else None
    wholes = [each for each in (phrase.owner, hung) if each is not None and _is_body(each, parsed)]
    return wholes or _force_before(phrase, parsed) or _named_before(phrase, parsed)


def _named_before(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """The name that stands before what its people are called: "Dawn Column fighters"."""
    names = [at for at in range(phrase.first, phrase.head) if _is_of_name(at, parsed)]
    if not names or country_of(parsed.low(names[0], names[-1])) or country_of(parsed.tokens[names[0]].low):
        return []
    return [Phrase(names[0], names[-1], names[-1])]


def _force_before(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """The force whose part or craft does it: "an army patrol", "two police units", "an air force helicopter"."""
    if denotes(phrase, parsed) not in ("forces", "things"):
        return []
    opens = (Tag.DETERMINER, Tag.NUMBER)
    first = next((at for at in range(phrase.first, phrase.head) if parsed.tokens[at].tag not in opens), phrase.head)
    before = Phrase(first, phrase.head - 1, phrase.head - 1)
    force = first < phrase.head and (denotes(before, parsed) == "forces" or parsed.tokens[before.head].low == "police")
    return [before] if force else []


def _is_of_name(at: int, parsed: Parsed) -> bool:
    token = parsed.tokens[at]
    if "-" in token.low and token.low.endswith("ed"):
        return False
    if at == 0 and token.low in word_set("roles", "grouping") and not parsed.shouted:
        return True  # "Front fighters …": a capital tells nothing there
    return token.tag is Tag.NAME or (parsed.shouted and token.tag is Tag.NOUN and not is_common(token.low))


def _is_body(phrase: Phrase, parsed: Parsed) -> bool:
    meaning = denotes(phrase, parsed)
    return meaning in BODIES or (meaning is None and may_be_name(phrase, parsed) and phrase.preposition != "from")


def put_circumstances(act: Act, phrases: Iterable[Phrase], *, aimed: bool) -> None:
    """Put what prepositions govern into the slots.

    Args:
        act: to be filled.
        phrases: the circumstances of its verb.
        aimed: something is set off or thrown, so that what it is near or goes to is struck.
    """
    for phrase in phrases:
        if not is_time(phrase, act.parsed):
            _put_circumstance(act, phrase, denotes(phrase, act.parsed), aimed=aimed)


def _put_circumstance(act: Act, phrase: Phrase, meaning: str | None, *, aimed: bool) -> None:
    by = phrase.preposition
    critics = meaning in _CRITICS or head_noun(phrase, act.parsed) in word_set("roles", "critics")
    if by == "from" and act.row.get("subject") == "target" and critics:
        act.at_nothing = True  # "came under fire from trustees"
    if by == "with" and act.parsed.tokens[phrase.head].low in word_set("roles", "thrown_words"):
        act.at_nothing = True
    if by in ("at", "against", "over") and act.parsed.tokens[phrase.head].low in word_set("roles", "abstract"):
        act.at_nothing = True
    if meaning == "act":
        act.of_act = True
    elif meaning == "weapon" and by in word_set("roles", "means"):
        act.weapons.append(phrase)
    elif aimed and not act.targets and by in word_set("roles", "near_to") and can_be_struck(phrase, act):
        struck = meaning not in (None, "places") or by in ("against", "into")
        (act.targets if struck else act.places).append(phrase)
    elif not act.targets and by != "of" and by in word_set("roles", "aimed") and _is_aim(phrase, act):
        act.targets.append(phrase)
    elif _locates(by, act) and is_place(phrase, act.parsed):
        act.places.append(phrase)


def _is_aim(phrase: Phrase, act: Act) -> bool:
    return can_be_struck(phrase, act) and denotes(phrase, act.parsed) != "places"


def _locates(preposition: str, act: Act) -> bool:
    """Whether a preposition is one of place; who is taken or driven away is so from a place."""
    return preposition in word_set("roles", "where") or (
        preposition == "from" and act.outcome in ("captured", "displaced")
    )


# --- lists ------------------------------------------------------------------------------------------------


def without_appositions(phrases: list[Phrase], parsed: Parsed) -> list[Phrase]:
    """The phrases of a list without those that only explain the name before them: "X, the mayor of Y, and Z"."""
    pairs = zip([None, *phrases], phrases, strict=False)
    return [phrase for before, phrase in pairs if before is None or not explains(phrase, before, parsed)]


def explains(phrase: Phrase, before: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase behind a comma only says who or how old the one before it is."""
    end = (before.hangs or [before])[-1].last
    if [token.tag for token in parsed.tokens[end + 1 : phrase.first]] != [Tag.COMMA]:
        return False
    if parsed.tokens[phrase.head].tag is Tag.NUMBER:
        return True
    counted = parsed.tokens[phrase.first].tag is Tag.NUMBER
    return denotes(phrase, parsed) in PEOPLE and not counted and may_be_name(before, parsed)


# --- what a phrase can be -----------------------------------------------------------------------------------


def is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Named or listed places and buildings."""
    meaning = denotes(phrase, parsed)
    if meaning is not None:
        head = parsed.tokens[phrase.head].low
        ridden = phrase.preposition == "on" and head in word_set("roles", "ridden")
        return meaning in ("places", "things") and not ridden and head not in word_set("roles", "body")
    named = may_be_name(phrase, parsed) or _is_named_spot(phrase, parsed)
    return named and not is_time(phrase, parsed)


def _is_named_spot(phrase: Phrase, parsed: Parsed) -> bool:
    """A name before a number or an unknown noun: "Block 627", "at Kapelon stage"."""
    head, opens = parsed.tokens[phrase.head], parsed.tokens[phrase.first].tag is Tag.NAME
    spot = head.tag is Tag.NOUN and phrase.preposition in ("at", "near", "outside") and not is_abstract(head.low)
    return opens and not parsed.shouted and (head.tag is Tag.NUMBER or spot)


def is_time(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase tells the time."""
    if any(time.first <= phrase.head <= time.last for time in parsed.times) or ":" in parsed.tokens[phrase.head].low:
        return True
    return parsed.tokens[phrase.head].low in word_set("times", "units", "day_parts", "weekdays", "months", "hours")


def can_be_struck(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase may be what the act was done to: listed people, places and things, names, and, of plain verbs, more."""
    parsed = act.parsed
    head, meaning = parsed.tokens[phrase.head], denotes(phrase, parsed)
    if head.tag in (Tag.PRONOUN, Tag.ADJECTIVE) or is_time(phrase, parsed):
        return False
    if meaning in NOT_STRUCK or head.low in word_set("roles", "abstract", "measures"):
        return False
    if head.low in word_set("roles", "body"):
        return head.low in ("head", "heads") and phrase.hanging("of") is not None  # "the head of the commission"
    if meaning is not None or may_be_name(phrase, parsed):
        return True
    if parsed.shouted and head.low in verb_forms():
        return False
    return not act.noun and not act.row.get("weak") and not is_abstract(head.low)
