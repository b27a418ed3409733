"""Who did an act, to whom, with what and where: from its verb's frame, from what hangs on its noun, from what is around."""

from dataclasses import replace

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.coder.meaning.denoting import ARMED, BODIES, PEOPLE, denotes, name_span
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.slots import can_be_struck, is_place, is_time, put, put_circumstances, put_doers
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag, behind_last
from summarizer.lexicons import lemmas, pattern, word_set
from summarizer.schemas.vocabulary import IncidentKind

_EXPLOSIVE: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion"})
_CLAUSE = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_WHITHER = frozenset({"toward", "towards", "into", "onto"})
_DIRECTLY = 2  # tokens from a noun to what its own "of" governs
_LONGEST = 3  # words of a weapon within the name of an act


def fill(act: Act) -> None:
    """Fill every slot of an act."""
    if act.frame is not None:
        _from_frame(act, act.frame)
    elif act.phrase is not None:
        _from_phrase(act, act.phrase)
    if act.stops:
        act.doers = []
    if not act.places:
        act.around = _in_name(act)


# --- verbs ---------------------------------------------------------------------------------------------------


def _from_frame(act: Act, frame: Frame) -> None:
    inner = next((each for each in act.parsed.frames if frame.verb < each.verb <= act.words[1]), frame)
    behind = _objects(act, inner) or _objects(act, frame)  # "left four children injured"
    thing, subject = act.row.get("object", "target"), act.row.get("subject", "actor")
    act.weapons += [each for each in (*inner.objects, *inner.circumstances) if _is_own_weapon(each, act)]
    if frame.passive or (thing == "victim" and _undergoes(act, frame, behind)):
        if subject != "other":  # who defuses a bomb did not plant it
            put_doers(act, _by(frame.circumstances))
        put(act, frame.subjects, thing if subject in ("actor", "other") else subject)
    elif subject == "actor":
        put_doers(act, frame.subjects)
        put(act, behind, thing)
    else:
        acting = [each for each in frame.subjects if _is_acting(each, act, subject, bool(behind))]
        put_doers(act, acting)
        put(act, [each for each in frame.subjects if each not in acting], subject)
        put(act, behind, thing)
    told = (*inner.circumstances, *(each for late in behind if _follows(late, act) for each in late.hangs))
    rest = [each for each in told if each not in behind and each.preposition != "by"]
    put_circumstances(act, rest, aimed="weapon" in (thing, subject) or (bool(act.weapons) and not behind))
    act.places = act.places or _fronted(frame, act.parsed) or _of_targets(act)


def _is_acting(phrase: Phrase, act: Act, role: str, transitive: bool) -> bool:
    """Whether a subject does it all the same: an armed speaker's "it"; in a weapon's place people, or what has an object."""
    if act.parsed.tokens[phrase.head].tag is Tag.PRONOUN:
        return is_armed_speaker(phrase, act.parsed)
    meaning = denotes(phrase, act.parsed)
    return role == "weapon" != meaning and (transitive or meaning in ARMED | PEOPLE)


def _by(phrases: list[Phrase]) -> list[Phrase]:
    return [each for each in phrases if each.preposition == "by"]


def is_armed_speaker(pronoun: Phrase, parsed: Parsed) -> bool:
    """Whether an armed party tells what the pronoun did: "the army said it had struck"."""
    if parsed.tokens[pronoun.head].low not in ("it", "they", "we"):
        return False
    said = (each for each in parsed.frames if each.base in lemmas("sayings", "reporting"))
    speakers = [each for frame in said for each in frame.subjects]
    called = pattern("sayings", "defence_roles")
    return any(denotes(each, parsed) in ARMED or called.search(parsed.words(each)) for each in speakers)


def _is_own(phrase: Phrase, act: Act) -> bool:
    """Whether a noun of the phrase is a word of the verb itself: "fired artillery rounds"."""
    tags = (act.parsed.tokens[at].tag for at in act.parts if phrase.first <= at <= phrase.head)
    return any(tag in (Tag.NOUN, Tag.NAME) for tag in tags)


def _is_own_weapon(phrase: Phrase, act: Act) -> bool:
    return _is_own(phrase, act) and denotes(phrase, act.parsed) == "weapon"


def _objects(act: Act, frame: Frame) -> list[Phrase]:
    """What nothing but the words of the verb governs."""
    told = (each for each in (*frame.objects, *frame.circumstances) if not _is_own(each, act))
    objects = [each for each in told if not each.preposition or each.first - 1 in act.parts]
    objects = [_without_words(each, act) for each in objects if not is_time(each, act.parsed)]
    return objects or [each for each in act.parsed.phrases if act.parts and _follows(each, act)]


def _without_words(phrase: Phrase, act: Act) -> Phrase:
    """What is struck without a word of the verb that opens it: of "shot dead five farmers" the farmers."""
    own = [at for at in act.parts if phrase.first <= at < phrase.head]
    return replace(phrase, first=max(own) + 1) if own else phrase


def _follows(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase stands directly behind the last word of the verb: "hacked to death six villagers"."""
    return phrase.first == act.words[1] + 1 and not phrase.preposition


def _undergoes(act: Act, frame: Frame, behind: list[Phrase]) -> bool:
    """Whether a past form without object is a participle: "the nuns killed in the raid"."""
    return not behind and not act.parts and frame.first == frame.verb


def _fronted(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """A place that opens the clause: "In Lora, gunmen shot …"."""
    end = frame.subjects[0].first if frame.subjects else frame.first
    start = behind_last(parsed.tokens, _CLAUSE, end)
    verb = min([each.verb for each in parsed.verbs_in(start, end - 1)], default=end)
    found = (each for each in parsed.phrases if start <= each.first < verb)
    return [each for each in found if each.preposition in word_set("roles", "where") and is_place(each, parsed)][:1]


# --- nouns ---------------------------------------------------------------------------------------------------


def _from_phrase(act: Act, phrase: Phrase) -> None:
    hung = _hanging(phrase, act.parsed)
    _from_owner(act, phrase.owner)
    for each in hung:
        if not is_time(each, act.parsed):
            _from_hung(act, each, phrase)
    end = (hung or [phrase])[-1].last
    act.weapons += _weapon_within(act, phrase)
    held = (each for each in act.parsed.frames if phrase in each.objects or phrase in each.subjects)
    holder = next(held, None)
    if holder is not None:
        _from_holder(act, holder, phrase)
    behind = next((each for each in act.parsed.frames if phrase.last < each.first <= end + 2), None)
    if behind is not None and behind.base in word_set("roles", "bearing"):  # "the murder of X committed by Y"
        put_doers(act, _by(behind.circumstances))


def _from_owner(act: Act, owner: Phrase | None) -> None:
    """Whose act it is: of a murder, the victim's; of an attack, the doer's."""
    if owner is None or is_time(owner, act.parsed):
        return
    if act.row.get("object") == "victim":
        put(act, [owner], "victim")
    else:
        act.doers.append(owner)


def _from_hung(act: Act, phrase: Phrase, noun: Phrase) -> None:
    by, meaning = phrase.preposition, denotes(phrase, act.parsed)
    if by in ("by", "between"):
        put_doers(act, [phrase])
    elif meaning == "weapon" and by in word_set("roles", "means"):
        act.weapons.append(phrase)
    elif (by in word_set("roles", "aimed") - _WHITHER and _adds(phrase, act, noun) and can_be_struck(phrase, act)) or (
        meaning == "things" and act.kind in _EXPLOSIVE and by in word_set("roles", "near_to") and not act.targets
    ):
        act.targets.append(phrase)
    elif by in word_set("roles", "where") and is_place(phrase, act.parsed):
        act.places.append(phrase)


def _adds(phrase: Phrase, act: Act, noun: Phrase) -> bool:
    """Whether a phrase may be a target beside those that the act has: the first, or one that is joined to it."""
    if act.targets:
        return phrase.preposition == act.targets[-1].preposition
    return phrase.preposition != "of" or phrase.first - noun.last <= _DIRECTLY


def _hanging(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """What hangs on a phrase, with what "and" joins to it, by the same preposition: "of X and Y"."""
    found = list(phrase.hangs)
    for each in parsed.phrases:
        joined = parsed.tokens[each.first - 1].tag is Tag.COORDINATOR
        if joined and found and each.first == found[-1].last + 2:
            found += [replace(each, preposition=each.preposition or found[-1].preposition), *each.hangs]
    return found


def _weapon_within(act: Act, phrase: Phrase) -> list[Phrase]:
    """A weapon that is part of the name of the act: "a car bomb attack"."""
    for first in range(phrase.first, phrase.head):
        for last in range(min(phrase.head - 1, first + _LONGEST), first - 1, -1):
            inner = Phrase(first, last, last)
            if denotes(inner, act.parsed) == "weapon":
                return [inner]
    return []


def _from_holder(act: Act, holder: Frame, phrase: Phrase) -> None:
    """What the verb tells that the name of the act is subject or object of: "staged an attack", "took place in"."""
    others = [each for each in holder.circumstances if denotes(each, act.parsed) == "act"]
    taken = [*phrase.hangs, *(hung for other in others for hung in other.hangs)]
    behind = [each for each in holder.circumstances if each not in taken]
    if holder.base in word_set("roles", "bearing"):
        put_doers(act, _by(behind) if holder.passive else holder.subjects if phrase in holder.objects else [])
    strikes = holder.base in word_set("roles", "striking") and not holder.passive
    if strikes and phrase in holder.subjects and not act.targets:
        put(act, holder.objects, "target")
    rest = (each for each in behind if each.preposition != "by")
    put_circumstances(act, rest, aimed=act.kind in _EXPLOSIVE)


# --- what the words around tell ------------------------------------------------------------------------------


def _in_name(act: Act) -> list[Phrase]:
    """The name that a thing which was struck bears: of "Karsk prison", Karsk."""
    for target in act.targets:
        span = name_span(target, act.parsed)
        thing = denotes(target, act.parsed) in ("things", "places") and target.owner is None
        if thing and span is not None and country_of(act.parsed.low(*span)) is None:
            name = replace(target, first=span[0], last=span[1], head=span[1], hangs=[], preposition="", denoted=None)
            return [name]
    return []


def _of_targets(act: Act) -> list[Phrase]:
    """Where a thing that was struck lies: "the bank in Loreda", "the town hall of Ostrel"."""
    things = (each for each in act.targets if denotes(each, act.parsed) == "things")
    hung = (each for thing in things for each in thing.hangs[:1] if denotes(each, act.parsed) not in BODIES)
    where = word_set("roles", "where") | {"of"}
    return [each for each in hung if each.preposition in where and is_place(each, act.parsed)][:1]
