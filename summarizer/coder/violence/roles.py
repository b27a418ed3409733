"""Who did an act, to whom, with what and where: from its verb's frame."""

from dataclasses import replace

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import ARMED, BODIES, denotes, head_noun, may_be_name
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.slots import is_place, is_time, put, put_circumstances, put_doers, without_appositions
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.vocabulary import IncidentKind

_CLAUSE = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_RAMMED: frozenset[IncidentKind] = frozenset({"vehicle_attack", "suicide_bombing"})
"""Kinds whose verb may have a vehicle among its own words, and it is the means."""


def fill_from_frame(act: Act, frame: Frame) -> None:
    """Fill the slots of an act that a verb tells."""
    inner = next((each for each in act.parsed.frames if frame.verb < each.verb <= act.words[1]), frame)
    governed = _objects(act, inner) or _objects(act, frame)  # "left four children injured"
    behind = without_appositions([_cut(phrase, act) for phrase in governed], act.parsed)
    thing, subject = act.row.get("object", "target"), act.row.get("subject", "actor")
    _own_words(act, inner)
    driven = [each for each in frame.subjects if act.kind == "vehicle_attack" and denotes(each, act.parsed) == "things"]
    if frame.passive and driven and behind:
        act.weapons += driven  # "a truck driven into a market"
        put(act, behind, thing)
    elif frame.passive or (thing == "victim" and _undergoes(act, frame, behind)):
        if subject != "other":  # who defuses a bomb did not plant it
            put_doers(act, (each for each in frame.circumstances if each.preposition == "by"))
        put(act, without_appositions(frame.subjects, act.parsed), thing if subject in ("actor", "other") else subject)
    elif subject == "actor":
        put_doers(act, frame.subjects)
        put(act, behind, thing)
    else:
        put_doers(act, (each for each in frame.subjects if is_armed_speaker(each, act.parsed)))
        put(act, frame.subjects, subject)
        put(act, behind, thing)
    told = (*inner.circumstances, *(each for late in behind if _follows(late, act) for each in late.hangs))
    rest = [each for each in told if each not in behind and each.preposition != "by"]
    if subject == "victim":
        rest = [each for each in rest if not _is_ward(each, act)]
    put_circumstances(act, rest, aimed="weapon" in (thing, subject) or (bool(act.weapons) and not behind))
    if act.row.get("arms") == "explosives" and not act.targets:
        _where_laid(act)
    act.places = act.places or _fronted(frame, act.parsed) or _of_targets(act)


def is_armed_speaker(pronoun: Phrase, parsed: Parsed) -> bool:
    """Whether an armed party tells what the pronoun did: "the army said it had struck"."""
    if parsed.tokens[pronoun.head].low not in ("it", "they", "we"):
        return False
    return any(
        denotes(each, parsed) in ARMED or pattern("sayings", "defence_roles").search(parsed.words(each))
        for frame in parsed.frames
        if frame.base in word_set("sayings", "reporting") and not frame.passive
        for each in frame.subjects
        if each is not pronoun
    )


def _where_laid(act: Act) -> None:
    """What explosives were laid at, where a participle tells it: "recovered a bomb planted beneath a culvert"."""
    laying = word_set("roles", "laying")
    laid = (each for each in act.parsed.frames if each.base in laying and each.subjects[:1] == act.weapons[:1])
    for frame in laid:
        put_circumstances(act, frame.circumstances, aimed=True)


def _is_ward(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase tells where somebody was treated: "died in hospital"."""
    return head_noun(phrase, act.parsed).split()[-1] in word_set("roles", "wards")


def _own_words(act: Act, frame: Frame) -> None:
    """A weapon, or what is struck, among the words of the verb itself: "placed a bomb", "boarded a tanker"."""
    for phrase in (*frame.objects, *frame.circumstances):
        meaning = denotes(phrase, act.parsed) if _is_own(phrase, act) else None
        if meaning == "weapon" or (meaning == "things" and act.kind in _RAMMED):
            act.weapons.append(phrase)
        elif meaning == "things" and act.row.get("object", "target") == "target":
            act.targets.append(phrase)


def _is_own(phrase: Phrase, act: Act) -> bool:
    """Whether a noun of the phrase is a word of the verb itself: "fired artillery rounds"."""
    tags = (act.parsed.tokens[at].tag for at in act.parts if phrase.first <= at <= phrase.head)
    return any(tag in (Tag.NOUN, Tag.NAME) for tag in tags) and not _closes(phrase, act)


def _objects(act: Act, frame: Frame) -> list[Phrase]:
    """What nothing but the words of the verb governs."""
    objects: list[Phrase] = []
    for phrase in (*frame.objects, *frame.circumstances):
        governed = not phrase.preposition or phrase.first - 1 in act.parts
        if _is_own(phrase, act) or is_time(phrase, act.parsed):
            continue
        if governed or _is_listed(phrase, objects):
            objects.append(phrase)
    return objects or [each for each in act.parsed.phrases if act.parts and _follows(each, act)]


def _follows(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase stands directly behind the last word of the verb: "hacked to death six villagers"."""
    return phrase.first == act.words[1] + 1 and not phrase.preposition


def _is_listed(phrase: Phrase, objects: list[Phrase]) -> bool:
    """Whether a phrase goes on with a list of objects behind one preposition."""
    if not objects or phrase.preposition != objects[-1].preposition:
        return False
    return not any(phrase in each.hangs for each in objects)


def _cut(phrase: Phrase, act: Act) -> Phrase:
    """A phrase without the words of the verb that open or close it: "shot dead two guards", "took two guards hostage"."""
    if phrase.head in act.parts and _closes(phrase, act):
        return replace(phrase, last=phrase.head - 1, head=phrase.head - 1, denoted=None)
    first = max((at + 1 for at in act.parts if phrase.first <= at < phrase.head), default=phrase.first)
    return phrase if first == phrase.first else replace(phrase, first=first, denoted=None)


def _closes(phrase: Phrase, act: Act) -> bool:
    """Whether the last word of a phrase belongs to the verb, and a noun of its own stands before it."""
    tokens = act.parsed.tokens
    separable = tokens[phrase.head].low in word_set("roles", "separable")
    return separable and phrase.head > phrase.first and tokens[phrase.head - 1].tag in (Tag.NOUN, Tag.NAME)


def _undergoes(act: Act, frame: Frame, behind: list[Phrase]) -> bool:
    """Whether a past form without object is a participle: "the nuns killed in the raid"."""
    if behind or act.parts or act.row.get("subject", "actor") != "actor" or not frame.subjects:
        return False
    tokens = act.parsed.tokens
    quotes = frame.verb + 1 < len(tokens) and tokens[frame.verb + 1].tag is Tag.QUOTE
    return frame.first == frame.verb and tokens[frame.verb].tag is Tag.VERB and not quotes


def _fronted(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """A place that opens the clause: "In Lora, gunmen shot …"."""
    end = frame.subjects[0].first if frame.subjects and frame.subjects[0].first < frame.first else frame.first
    start = next((at for at in range(end - 1, -1, -1) if parsed.tokens[at].tag in _CLAUSE), -1)
    verb = next((each.verb for each in parsed.frames if start < each.verb < end), end)
    found = (each for each in parsed.phrases if start < each.first < verb and each.last < end)
    return [each for each in found if each.preposition in word_set("roles", "where") and is_place(each, parsed)][:1]


def _of_targets(act: Act) -> list[Phrase]:
    """Where a thing that was struck lies: "the bank in Loreda"."""
    things = (each for each in act.targets if denotes(each, act.parsed) == "things")
    hung = (each for thing in things for each in thing.hangs[:1])
    found = (each for each in hung if _locates(each) and may_be_name(each, act.parsed))
    return [each for each in found if denotes(each, act.parsed) not in BODIES and not is_time(each, act.parsed)][:1]


def _locates(phrase: Phrase) -> bool:
    return phrase.preposition == "of" or phrase.preposition in word_set("roles", "where")
