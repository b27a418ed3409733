"""What speaks for and against a mention telling an event told before, and which kinds of act go together."""

from datetime import date
from functools import lru_cache
from itertools import product

from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, is_named, weapon_kind
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.dating import goes_on
from summarizer.coder.violence.events import (
    VAGUE,
    Event,
    is_generic,
    is_old,
    is_thing,
    keys,
    named_doers,
    old_time,
    own_names,
    points_back,
    set_apart,
    tells_day,
)
from summarizer.coder.violence.roles import is_armed_speaker
from summarizer.documents.document import Document
from summarizer.lexicons import word_set, words
from summarizer.schemas.vocabulary import IncidentKind

_FAMILIES: tuple[frozenset[IncidentKind], ...] = (
    frozenset({"bombing", "suicide_bombing", "explosion", "vehicle_attack"}),
    frozenset({"missile_strike", "air_strike", "drone_strike", "shelling", "strike", "explosion", "bombing"}),
    frozenset(
        {"shooting", "ambush", "ground_assault", "clashes", "assassination", "execution", "missile_strike", "shelling"}
    ),
    frozenset({"arson", "crowd_violence", "sabotage", "ground_assault"}),
    frozenset({"ambush", "bombing", "explosion", "shooting"}),
    frozenset({"suicide_bombing", "ground_assault", "shooting", "clashes"}),
    frozenset({"kidnapping", "hijacking"}),
)
"""Kinds that one event may bear side by side."""
APART: frozenset[IncidentKind] = frozenset({"kidnapping", "hijacking"})
"""Kinds that no general word joins to another kind."""
_PARTIES = frozenset(
    {"forces", "armed_group", "armed_persons", "bodies", "officials", "military_persons", "weapon", "act"}
)
"""What doers denote that may be known without having been told of in the event."""
_BLASTS: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion"})
_DEATHS = frozenset({"other_attack", "assassination", "execution"})
"""What may become of somebody who was kidnapped."""
_HEAD = 6  # sentences at the head of an article among which a byline stands
_LEAD = 4  # sentences of an opening that may tell the whole event more than once
_OPENING = 2  # sentences that may tell the event of the first one again
NEAR = 3  # sentences within which an outcome belongs to what was told before
_FAR = 6  # sentences between two tellings, beyond which distance counts no more
ENOUGH = 2.0
_WEIGHTS = {
    "same target": 5.0,
    "other target": -2.5,
    "other place": -2.5,
    "same day": 2.0,
    "other day": -9.0,
    "same kind": 1.0,
    "points back": 2.5,
    "same count": 2.5,
    "same weapon": 3.0,
    "same doers": 3.0,
    "own account": 5.5,
    "tells nothing new": 2.0,
    "more victims": 1.5,
    "its result": 5.5,
    "what came of it": 2.5,
    "dies but once": 7.0,
    "one sentence": 2.5,
    "set apart": -4.0,
    "each sentence between": -0.3,
    "older": -6.0,
    "opening": 2.5,
    "title": 3.0,
}
"""What speaks for and against two mentions telling one event; `ENOUGH` of it joins them."""


def compatible(act: Act, event: Event) -> bool:
    """Whether the kind of the mention goes with those of the event, or the words around make it go."""
    mine = act.told_as
    kinds = {each.told_as for each in event.acts}
    if mine in kinds or (
        (act.of_act or goes_on(act) or _shares_doers(act, event)) and act.parsed is event.acts[-1].parsed
    ):
        return True
    if (mine in APART) != bool(kinds & APART):
        return {mine} <= _DEATHS or (mine in APART and kinds <= _DEATHS)
    if mine in VAGUE or kinds <= VAGUE or act.outcome is not None or tells_damage(act):
        return True
    if _by_its_doers(act, event) or (not (act.noun or act.doers) and _of_targets(act, event)["same target"]):
        return True  # "the attackers torched houses", "the car was burned"
    if kinds <= {"sabotage"} and all(tells_damage(each) for each in event.acts):
        return True
    return any(mine in family and kinds - VAGUE <= family for family in _FAMILIES)


def score(act: Act, event: Event, report: date | None) -> float:
    """How much speaks for the mention telling the event; from `ENOUGH` on it does."""
    return sum(_WEIGHTS[reason] * times for reason, times in _reasons(act, event, report))


def _reasons(act: Act, event: Event, report: date | None) -> list[tuple[str, float]]:
    """What speaks for and against the mention telling the event, each reason as often as it holds."""
    gap = _gap(act, event)
    holds = {
        **_of_targets(act, event),
        **_of_time(act, event, report),
        "other place": _parted(_towns(act), {town for each in event.real for town in _towns(each)}),
        "same kind": act.told_as in {each.told_as for each in event.acts},
        "points back": points_back(act),
        "same weapon": _same_weapon(act, event),
        "same doers": _by_its_doers(act, event),
        "own account": gap <= NEAR and _is_own_account(act, event),
        "set apart": set_apart(act),
        "tells nothing new": not (act.targets or act.places or _new_doers(act) or tells_day(act)),
        "more victims": gap <= NEAR and _adds_victims(act),
        "what came of it": gap <= NEAR and _tells_outcome(act),
        "dies but once": _has_died(act, event),
        "its result": gap == 0 and _is_result(act, event),
        "one sentence": gap == 0 and not _is_result(act, event),
        "opening": _opens_article(act, event) and gap <= _OPENING and not _tells_anew(act),
        "title": _tells_title(act, event),
    }
    return [
        ("each sentence between", float(min(gap, _FAR))),
        *((reason, 1.0) for reason, true in holds.items() if true),
    ]


def _opens_article(act: Act, event: Event) -> bool:
    """Whether the event is that of the title, or of the first sentence and the act stands not far from it."""
    first = event.acts[0].parsed
    titled = first.document.title is not None
    return first.sentence.number == 1 and (titled or act.parsed.sentence.number <= _HEAD)


def _gap(act: Act, event: Event) -> int:
    """Sentences from the last telling of the event; bylines and the like between are none."""
    number = act.parsed.sentence.number
    return number - event.last - sum(event.last < each < number for each in _lines(act.parsed.document))


@lru_cache(maxsize=4)
def _lines(document: Document) -> tuple[int, ...]:
    """Numbers of the lines near the head that no mark ends: who wrote it, and for whom."""
    head = ((each.number, document.text[each.start : each.end].rstrip()) for each in document.sentences[:_HEAD])
    return tuple(number for number, text in head if text and text[-1].isalnum())


def _new_doers(act: Act) -> bool:
    """Whether doers are told that were not known before: not "the pillion rider", who belongs to what was told."""
    tokens = act.parsed.tokens
    return any(
        tokens[each.first].low != "the" or denotes(each, act.parsed) in _PARTIES or is_named(each, act.parsed)
        for each in act.doers
    )


def _adds_victims(act: Act) -> bool:
    """ "Another 33 were injured": more of those whom the event struck."""
    opened = ([token.low for token in act.parsed.tokens[each.first : each.first + 2]] for each in act.targets)
    return act.outcome is not None and any(
        low[0] == "another" and len(low) > 1 and (low[1][0].isdigit() or low[1] in word_set("numbers", "units"))
        for low in opened
    )


def _same_weapon(act: Act, event: Event) -> bool:
    """Whether a weapon is pointed back to: "the bomb", where the event has one."""
    if act.noun and act.told_as == "explosion" and points_back(act):
        return bool(_BLASTS & {each.told_as for each in event.real})  # "the blast"
    pointed = [each for each in act.weapons if act.parsed.tokens[each.first].low in word_set("roles", "pointing")]
    if not pointed or set_apart(act):
        return False
    kinds = {weapon_kind(each, act.parsed) for each in pointed}
    if kinds == {None} and _BLASTS & {each.told_as for each in event.real}:
        return True  # "the device"
    theirs = {weapon_kind(each, other.parsed) for other in event.real for each in other.weapons}
    return bool(kinds & theirs) or bool(kinds & {each.told_as for each in event.real})


def _by_its_doers(act: Act, event: Event) -> bool:
    """Whether the doers are only known from what was told before: "the attackers", where no other doer is named."""
    doers = [each for each in act.doers if act.parsed.tokens[each.first].low in word_set("roles", "pointing")]
    known = any(act.parsed.tokens[each.head].low in word_set("roles", "its_doers") for each in doers)
    return known and not set_apart(act) and not any(is_named(each, act.parsed) for each in act.doers)


def _is_own_account(act: Act, event: Event) -> bool:
    """Whether an armed party tells of its own deed what was told without a doer: "the army said it had struck a depot"."""
    mine = any(is_armed_speaker(each, act.parsed) for each in act.doers)
    return mine and not (tells_day(act) or _towns(act) or any(named_doers(each) for each in event.real))


def tells_damage(act: Act) -> bool:
    """Whether a mention only tells what became of things: "damaged", "destroyed"."""
    return not act.noun and act.kind == "sabotage" and bool(act.row.get("weak"))


def _tells_title(act: Act, event: Event) -> bool:
    """Whether the sentence behind the title tells what the title did."""
    title = act.parsed.document.title
    last = event.acts[-1].parsed.sentence
    titled = title is not None and last.start <= title.start < last.end
    return titled and 0 < act.parsed.sentence.number - last.number <= _OPENING


def _tells_anew(act: Act) -> bool:
    """Whether a mention well behind the opening tells whom or what it struck, and where or when, as one does at first."""
    if act.parsed.sentence.number <= _LEAD:
        return False
    tokens = act.parsed.tokens
    new = any(tokens[each.first].low in ("a", "an") or tokens[each.first].tag is Tag.NUMBER for each in act.targets)
    return new and bool(act.places or tells_day(act))


def _of_targets(act: Act, event: Event) -> dict[str, bool]:
    shared = any(_meet(act, act.targets, each, each.targets) for each in event.real)
    counted = not shared and any(_counts_alike(act, each) for each in event.real)
    rivals = not (shared or counted) and any(_rivals(act, each) for each in event.real)
    return {"same target": shared, "same count": counted, "other target": rivals}


def _meet(act: Act, mine: list[Phrase], told: Act, theirs: list[Phrase]) -> bool:
    """Whether phrases of two mentions may mean the same: not two magistrates of different names."""
    for one, other in product(mine, theirs):
        names, others = own_names(one, act), own_names(other, told)
        if keys(act, [one]) & keys(told, [other]) and (not (names and others) or names & others):
            return True
    return False


def _counts_alike(act: Act, other: Act) -> bool:
    """Whether as many people, in other words, met the same fate: "five officers", "5 cops"."""
    fate = act.outcome is not None and act.outcome == other.outcome
    return fate and bool(_numbers(act) & _numbers(other))


def _numbers(act: Act) -> set[int]:
    """The counts of the targets, from three on."""
    firsts = (
        act.parsed.tokens[at].low
        for each in act.targets
        for at in range(each.first, min(each.first + 2, each.last + 1))
    )
    return {value for low in firsts if (value := _value(low)) >= _TELLING}


def _value(low: str) -> int:
    if low.isdigit():
        return int(low)
    units = words("numbers", "units")
    return units.index(low) if low in units[:_ROUND] else 0


_TELLING = 3  # fewer than these are counted too often to tell anything
_ROUND = 20  # words of the list of numbers that stand for their own place in it


def _of_time(act: Act, event: Event, report: date | None) -> dict[str, bool]:
    older = is_old(act, report) != any(is_old(each, report) for each in event.acts)
    older &= not (_lies_back(act, report) and any(_lies_back(each, report) for each in event.acts))
    times = [each.time for each in event.acts if each.time and each.time.tells_day]
    if act.time is None or not act.time.tells_day or not times:
        return {"older": older}
    other = all(act.time.differs(each, report) for each in times)
    return {"older": older, "other day": other, "same day": not other}


def _lies_back(act: Act, report: date | None) -> bool:
    """Whether the day of a mention, or the one day of its sentence, is old."""
    return is_old(act, report) or old_time(act, report) is not None


def _parted(mine: set[str], theirs: set[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def _towns(act: Act) -> set[str]:
    """The named places of a mention; a street or a building may lie in any of them."""
    return keys(act, [each for each in act.places if denotes(each, act.parsed) is None])


def _rivals(act: Act, other: Act) -> bool:
    """Whether two mentions tell of different victims, or of different things, that met the same fate.

    Names may say who it was that was only described, so that a name and a description are no rivals.
    """
    return act.outcome == other.outcome and bool(_classes(act) & _classes(other))


def _classes(act: Act) -> set[tuple[bool, bool]]:
    specific = [each for each in act.targets if not _points_back_at(each, act)]
    return {(thing, not thing and is_named(each, act.parsed)) for each in specific for thing in [is_thing(each, act)]}


def _points_back_at(phrase: Phrase, act: Act) -> bool:
    """Whether a target may be one told of before."""
    return is_generic(phrase, act) or _is_of_victims(phrase, act) or _is_that_thing(phrase, act)


def _is_of_victims(phrase: Phrase, act: Act) -> bool:
    """ "Their pickup": of people told of before."""
    return not act.noun and act.parsed.tokens[phrase.first].low in ("their", "his", "her")


def _is_that_thing(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase may mean a thing told before in other words: "the building"."""
    opens = act.parsed.tokens[phrase.first].low in word_set("roles", "pointing")
    return (
        opens
        and phrase.head == phrase.first + 1
        and act.parsed.tokens[phrase.head].low in word_set("roles", "anything")
    )


def _tells_outcome(act: Act) -> bool:
    """Whether a mention only tells what an act did to people or things: no doer, day or place of its own."""
    own = act.doers or act.places or tells_day(act)
    return not own and not act.noun and (act.outcome in ("killed", "wounded") or act.row["plover"] == "ASSAULT/destroy")


def _named(act: Act) -> list[Phrase]:
    return [each for each in act.targets if is_named(each, act.parsed)]


def _has_died(act: Act, event: Event) -> bool:
    """Whether somebody named is killed who was killed in the event."""
    deaths = (each for each in event.real if each.outcome == act.outcome == "killed")
    return any(_meet(act, _named(act), each, _named(each)) for each in deaths)


def _shares_doers(act: Act, event: Event) -> bool:
    """ "Stormed a school and whisked away nine pupils": two verbs of one subject."""
    mine = act.frame.subjects if act.frame is not None and not act.frame.passive else []
    return bool(mine) and any(each.frame is not None and each.frame.subjects == mine for each in event.acts)


def _brought_about(act: Act, other: Act) -> bool:
    """ "Nine people were shot dead when gunmen opened fire": the clause behind tells how."""
    if act.frame is None or other.frame is None or other.frame.first > act.frame.first:
        return False
    suffered = other.frame.passive and not other.doers
    return act.frame.opener == "when" or (act.frame.opener == "after" and suffered and bool(act.doers or act.weapons))


def _leads(act: Act, other: Act) -> bool:
    """Whether a form in -ing goes on with this act, and not with another verb between."""
    tokens = act.parsed.tokens
    before = (frame for frame in act.parsed.frames if frame.verb < act.words[0])
    finite = [frame for frame in before if tokens[frame.first].tag is not Tag.ING]
    main = finite[-1] if finite else None
    return main is None or other.frame is main or goes_on(other) or other.phrase in (*main.subjects, *main.objects)


def _is_result(act: Act, event: Event) -> bool:
    """What an act did to people: "…, killing two", "the attack left three dead", "were killed when a bomb exploded"."""
    here = [each for each in event.acts if each.parsed is act.parsed]
    if goes_on(act):
        return any(_leads(act, each) for each in here)
    if act.frame is not None and any(_brought_about(act, each) for each in here):
        return True
    if tells_damage(act) and not act.doers:
        return bool(here)
    return act.outcome is not None or act.of_act or any(each.outcome is not None or each.of_act for each in here)
