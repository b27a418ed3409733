"""Which phrase goes into which slot of an act: by what it denotes and what governs it."""

from collections.abc import Iterable

from summarizer.conflict.coder.meaning.denoting import ARMED, denotes, is_abstract, is_common, may_be_name
from summarizer.conflict.coder.violence.acts import Act
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set

_NOT_DOERS = frozenset({"act", "things", "places", "weapon"})
"""What a phrase in the doer's place denotes that is none."""
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
_WHEREABOUTS = frozenset({"in", "at", "near", "outside", "inside"})
_SPOTS = frozenset({"at", "near", "outside"})


def put(act: Act, phrases: Iterable[Phrase], role: str) -> None:
    """Put what an act is done to or with into its slots.

    Args:
        act: to be filled.
        phrases: the subjects of a passive, the objects of an active verb, or the like.
        role: what the row says of them: target, victim, weapon, or something else, which is left alone.
    """
    for phrase in phrases:
        head, meaning = act.parsed.tokens[phrase.head], denotes(phrase, act.parsed)
        struck = role in ("target", "victim")
        if act.parsed.tokens[phrase.first].low in _NOBODY:
            act.unreal = True
        elif role != "weapon" and head.low in word_set("roles", "abstract"):
            act.at_nothing = True
        elif head.tag is Tag.PRONOUN:
            act.pronoun |= role != "other"
        elif meaning == "act":
            act.of_act = True
        elif role == "weapon":
            _put_weapon(act, phrase, meaning)
        elif meaning == "weapon" and not (struck and act.doers):
            act.weapons.append(phrase)
        elif struck and can_be_struck(phrase, act):
            act.targets.append(phrase)


def _put_weapon(act: Act, phrase: Phrase, meaning: str | None) -> None:
    """Fill the weapon's place: what is none there is what was struck."""
    if meaning == "weapon" or (meaning == "things" and act.kind == "vehicle_attack"):
        act.weapons.append(phrase)
    elif meaning is not None:
        act.targets.append(phrase)


def put_doers(act: Act, phrases: Iterable[Phrase]) -> None:
    """Put who does it into its slot; a weapon in that place is the means, an act what it results from.

    Args:
        act: to be filled.
        phrases: the subjects of an active verb, or what hangs on a noun by "by".
    """
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if meaning == "weapon":
            act.weapons.append(phrase)
            put_circumstances(act, phrase.hangs, aimed=True)  # "a bomb in a market killed two"
        elif meaning == "act":
            act.of_act = True
        elif meaning not in _NOT_DOERS and not (_is_whereabouts(phrase) or is_time(phrase, act.parsed)):
            act.doers += [phrase, *_belonging(phrase, act.parsed)]


def _is_whereabouts(phrase: Phrase) -> bool:
    """Whether a phrase tells where, whatever verb it stands before: "the bombing in Velm that killed two"."""
    return phrase.preposition in _WHEREABOUTS


def _belonging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """Whom unnamed doers belong to: "terrorists of the X Front", "Dawn Column fighters"."""
    if denotes(phrase, parsed) not in ARMED:
        return []
    wholes = [each for each in (phrase.owner, phrase.hanging("of", "from")) if each is not None]
    names = [at for at in range(phrase.first, phrase.head) if _is_of_name(at, parsed)]
    return wholes or ([Phrase(names[0], names[-1], names[-1])] if names else [])


def _is_of_name(at: int, parsed: Parsed) -> bool:
    token = parsed.tokens[at]
    return token.tag is Tag.NAME or (parsed.shouted and token.tag is Tag.NOUN and not is_common(token.low))


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
    by, free = phrase.preposition, not act.targets and can_be_struck(phrase, act)
    if meaning == "act":
        act.of_act = True
    elif meaning == "weapon":
        act.weapons.append(phrase)
    elif aimed and free and by in word_set("roles", "near_to"):
        (act.places if meaning in (None, "places") else act.targets).append(phrase)
    elif free and by != "of" and by in word_set("roles", "aimed"):
        act.targets.append(phrase)
    elif by in word_set("roles", "where") and is_place(phrase, act.parsed):
        act.places.append(phrase)


# --- what a phrase can be -----------------------------------------------------------------------------------


def is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Named or listed places and buildings; a name before a number or an unknown noun, "Block 627", "at Kapelon stage"."""
    meaning = denotes(phrase, parsed)
    if meaning is not None or is_time(phrase, parsed):
        return meaning in ("places", "things")
    head = parsed.tokens[phrase.head]
    spot = head.tag is Tag.NOUN and phrase.preposition in _SPOTS and not is_abstract(head.low)
    opens = parsed.tokens[phrase.first].tag is Tag.NAME and (head.tag is Tag.NUMBER or spot)
    return opens or may_be_name(phrase, parsed)


def is_time(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase tells the time."""
    if any(time.first <= phrase.head <= time.last for time in parsed.times):
        return True
    return parsed.tokens[phrase.head].low in word_set("times", "units", "day_parts", "weekdays", "months", "hours")


def can_be_struck(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase may be what the act was done to: listed people, places and things, names, and, of plain verbs, more."""
    head = act.parsed.tokens[phrase.head]
    if head.low in word_set("roles", "abstract", "measures"):
        return False
    if denotes(phrase, act.parsed) is not None or may_be_name(phrase, act.parsed):
        return True
    if act.row.get("whom") == "people" and act.parsed.tokens[phrase.first].low == "its":
        return False  # "its seats slashed"
    return not (act.noun or act.row.get("weak") or (act.parsed.shouted and verb_form(head.low)))
