"""Mentions of acts → the events that the article keeps apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from itertools import groupby, product

from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.times import Time
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, head_noun, is_common, is_named, is_person, weapon_kind
from summarizer.coder.violence.acts import GENERAL, Act, is_loose
from summarizer.coder.violence.dating import carry_days, goes_on
from summarizer.coder.violence.reality import background_words
from summarizer.coder.violence.roles import is_armed_speaker
from summarizer.document import Document
from summarizer.lexicons import word_set, words
from summarizer.schemas.vocabulary import IncidentKind

_VAGUE: frozenset[IncidentKind] = GENERAL | {"shooting", "assassination", "clashes", "ground_assault"}
"""Kinds under which an event is told again in other words."""
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
_APART: frozenset[IncidentKind] = frozenset({"kidnapping", "hijacking"})
"""Kinds that no general word joins to another kind."""
_OF_WAR: frozenset[IncidentKind] = frozenset({"ground_assault"})
"""Kinds whose words are also those of a whole campaign: "the offensive", "counterattack"."""
_PARTIES = frozenset(
    {"forces", "armed_group", "armed_persons", "bodies", "officials", "military_persons", "weapon", "act"}
)
"""What doers denote that may be known without having been told of in the event."""
_BLASTS: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion"})
_STATES = frozenset({"forces", "bodies", "military_persons"})
_DEATHS = frozenset({"other_attack", "assassination", "execution"})
"""What may become of somebody who was kidnapped."""
_LAST = re.compile(r"last (?:month|year|spring|summer|autumn|winter)$")
_HEAD = 6  # sentences at the head of an article among which a byline stands
_LEAD = 4  # sentences of an opening that may tell the whole event more than once
_OPENING = 2  # sentences that may tell the event of the first one again
_NEAR = 3  # sentences within which an outcome belongs to what was told before
_FAR = 6  # sentences between two tellings, beyond which distance counts no more
_ENOUGH = 2.0
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
"""What speaks for and against two mentions telling one event; `_ENOUGH` of it joins them."""


@dataclass
class Event:
    """One event: every mention of it, the first first.

    `section` is the part of a digest that tells it; `past` says that a mention which tells it as a fact puts it long ago.
    """

    section: int
    acts: list[Act] = field(default_factory=list)
    past: bool = False

    @property
    def kind(self) -> IncidentKind:
        """The most telling kind of its mentions."""
        main = [act.told_as for act in self.real if not goes_on(act)]
        kinds = [kind for kind in main if kind not in GENERAL] or [act.told_as for act in self.real]
        if any(is_named(each, act.parsed) for act in self.real for each in act.targets if act.outcome):
            kinds = [kind for kind in kinds if kind != "clashes"] or kinds
        telling = [kind for kind in kinds if kind not in _VAGUE] or [kind for kind in kinds if kind not in GENERAL]
        causes = [kind for kind in telling if kind != "sabotage"]
        return (causes or telling or kinds)[0]

    @property
    def real(self) -> list[Act]:
        """The mentions that tell it as a fact; it was opened by one."""
        return [act for act in self.acts if not act.unreal]

    @property
    def last(self) -> int:
        """Number of the sentence that last tells of it."""
        return self.acts[-1].parsed.sentence.number


def events_of(acts: Iterable[Act], report: date | None) -> list[Event]:
    """Join the mentions, given in the order of the article, to events.

    Args:
        acts: the mentions.
        report: the day of the report, where it is known.
    """
    events: list[Event] = []
    acts = list(acts)
    carry_days(acts)
    for act in _causes_first(acts):
        if any(_is_response(act, event) for event in events):
            continue
        section, past = _section(act), is_past(act, report)
        scored = [
            (_score(act, event, report), at)
            for at, event in enumerate(events)
            if event.section == section and _may_join(act, event, past=past)
        ]
        best, at = max(scored, default=(0.0, 0))
        told = events[at] if scored and best >= _ENOUGH else None
        if told is None and stands_alone(act):
            told = Event(section)
            events.append(told)
        if told is not None:
            told.acts.append(act)
            told.past |= past and not act.unreal
    return [event for event in events if _is_held(event)]


def _causes_first(acts: Iterable[Act]) -> Iterator[Act]:
    """The mentions in order, but of each sentence those that point back first: what they did goes with them."""
    for _, told in groupby(acts, key=lambda act: act.parsed.sentence.number):
        yield from sorted(told, key=lambda act: not (act.noun and points_back(act)))


def _is_held(event: Event) -> bool:
    """Whether the article tells more of it than its day; of an assault told once, whom or what it struck.

    Of what nouns alone tell, "an attack by the rebels", more than who did it.
    """
    if len(event.real) == 1 and event.kind in _OF_WAR and not event.real[0].targets:
        return False
    if any(act.targets or act.places or act.weapons for act in event.real):
        return True
    told = event.kind in _APART or any(not act.noun or tells_day(act) for act in event.real)
    return told and any(named_doers(act) for act in event.real)


def named_doers(act: Act) -> list[Phrase]:
    """Who did it, pronouns left out."""
    return [each for each in act.doers if act.parsed.tokens[each.head].tag is not Tag.PRONOUN]


def stands_alone(act: Act) -> bool:
    """Whether a mention may open an event: it is told as a fact, with something to hold it by."""
    if act.unreal or act.only_joins:
        return False
    struck = any(not is_generic(each, act) for each in act.targets)
    held = (struck or bool(act.weapons)) + bool(act.places) + bool(act.time) + bool(named_doers(act))
    if act.noun:
        if act.parsed.tokens[max(0, act.words[0] - 1)].tag is Tag.NUMBER:
            return held >= 1
        return held >= (2 if is_loose(act) or is_plural(act) else 1)
    return held >= 1


def _may_join(act: Act, event: Event, *, past: bool) -> bool:
    if _of_another_month(act, event):
        return False
    if past != event.past and (past or tells_day(act)):
        return False
    return _compatible(act, event) and not _other_stage(act, event)


def _of_another_month(act: Act, event: Event) -> bool:
    """Whether one is dated "last month" and the other by its day."""
    times = [each.time for each in event.real if each.time is not None]
    mine = [act.time] if act.time is not None else []
    return any(
        _LAST.match(one.words) and other.tells_day and not _LAST.match(other.words)
        for one, other in (*product(mine, times), *product(times, mine))
    )


def _other_stage(act: Act, event: Event) -> bool:
    """Whether one was done and the other only tried, planned or thwarted, with nothing that makes them one."""
    thwarted = any(each.stage != "accomplished" for each in event.real)
    killed = act.outcome == "killed" or any(each.outcome == "killed" for each in event.real)
    near = act.parsed is event.acts[-1].parsed or points_back(act) or bool(act.unreal)
    if near or not killed or thwarted == (act.stage != "accomplished"):
        return False
    return not keys(act, act.targets) & {key for each in event.acts for key in keys(each, each.targets)}


def is_past(act: Act, report: date | None) -> bool:
    """Whether the words around a mention put it long before the report."""
    return _is_old(act, report) or background_words(act) is not None or old_time(act, report) is not None


def old_time(act: Act, report: date | None) -> Time | None:
    """The one time of a sentence, where it is old and the act has none of its own: "1987, when a bomb killed …"."""
    times = [time for time in act.parsed.times if time.tells_day]
    alone = act.time is None and len(times) == 1 and times[0].first < act.words[0]
    return times[0] if alone and times[0].is_old(report) else None


def _is_response(act: Act, event: Event) -> bool:
    """What others did in the sentence of an attempt: "tried to storm the post but fled when guards opened fire"."""
    mine = keys(act, act.doers)
    thwarted = bool(mine) and any(
        each.parsed is act.parsed and each.stage != "accomplished" and each.doers and not mine & keys(each, each.doers)
        for each in event.acts
    )
    return thwarted or _stops_attackers(act, event)


def _stops_attackers(act: Act, event: Event) -> bool:
    """ "The gunmen were shot dead by police": it ended the attack told just before and is none of its own."""
    if not act.targets or act.parsed.sentence.number - event.last > _NEAR or not _attackers(act, event):
        return False
    return all(denotes(each, act.parsed) in _STATES for each in act.doers)


def _attackers(act: Act, event: Event) -> bool:
    """Whether all that are struck are those who did it before, or are called its attackers."""
    doers = {key for each in event.acts for key in keys(each, each.doers)}
    called = words("roles", "attackers")
    return all(
        denotes(each, act.parsed) == "armed_persons"
        and (bool(keys(act, [each]) & doers) or act.parsed.tokens[each.head].low in called)
        for each in act.targets
    )


def _section(act: Act) -> int:
    """How many lines of mere marks stand before the act: a digest's pieces tell of different things."""
    breaks = _breaks(act.parsed.document)
    return sum(number < act.parsed.sentence.number for number in breaks)


@lru_cache(maxsize=4)
def _breaks(document: Document) -> tuple[int, ...]:
    spans = ((each.number, document.text[each.start : each.end]) for each in document.sentences)
    return tuple(number for number, text in spans if not any(character.isalnum() for character in text))


def _compatible(act: Act, event: Event) -> bool:
    mine = act.told_as
    kinds = {each.told_as for each in event.acts}
    if mine in kinds or (
        (act.of_act or goes_on(act) or _shares_doers(act, event)) and act.parsed is event.acts[-1].parsed
    ):
        return True
    if (mine in _APART) != bool(kinds & _APART):
        return {mine} <= _DEATHS or (mine in _APART and kinds <= _DEATHS)
    if mine in _VAGUE or kinds <= _VAGUE or act.outcome is not None or tells_damage(act):
        return True
    if _by_its_doers(act, event) or (not (act.noun or act.doers) and _of_targets(act, event)["same target"]):
        return True  # "the attackers torched houses", "the car was burned"
    if kinds <= {"sabotage"} and all(tells_damage(each) for each in event.acts):
        return True
    return any(mine in family and kinds - _VAGUE <= family for family in _FAMILIES)


def _score(act: Act, event: Event, report: date | None) -> float:
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
        "own account": gap <= _NEAR and _is_own_account(act, event),
        "set apart": _set_apart(act),
        "tells nothing new": not (act.targets or act.places or _new_doers(act) or tells_day(act)),
        "more victims": gap <= _NEAR and _adds_victims(act),
        "what came of it": gap <= _NEAR and _tells_outcome(act),
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
    if not pointed or _set_apart(act):
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
    return known and not _set_apart(act) and not any(is_named(each, act.parsed) for each in act.doers)


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
        names, others = _own_names(one, act), _own_names(other, told)
        if keys(act, [one]) & keys(told, [other]) and (not (names and others) or names & others):
            return True
    return False


def _own_names(phrase: Phrase, act: Act) -> set[str]:
    """The words of somebody's name without his office or trade."""
    if denotes(phrase, act.parsed) is not None:
        return set()
    lows = {act.parsed.tokens[at].low for at in range(phrase.first, phrase.last + 1) if _names(act, at)}
    return {low for low in lows if not is_common(low)}


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
    older = _is_old(act, report) != any(_is_old(each, report) for each in event.acts)
    older &= not (_lies_back(act, report) and any(_lies_back(each, report) for each in event.acts))
    times = [each.time for each in event.acts if each.time and each.time.tells_day]
    if act.time is None or not act.time.tells_day or not times:
        return {"older": older}
    other = all(act.time.differs(each, report) for each in times)
    return {"older": older, "other day": other, "same day": not other}


def _lies_back(act: Act, report: date | None) -> bool:
    """Whether the day of a mention, or the one day of its sentence, is old."""
    return _is_old(act, report) or old_time(act, report) is not None


def tells_day(act: Act) -> bool:
    """Whether the time of a mention fixes its day."""
    return act.time is not None and act.time.tells_day


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


def is_thing(phrase: Phrase, act: Act) -> bool:
    """Whether a target is a thing or a place, and not people."""
    meaning = denotes(phrase, act.parsed)
    if meaning is None:
        return act.row.get("object") != "victim" and not is_person(phrase, act.parsed)
    return meaning in ("things", "places")


def _is_old(act: Act, report: date | None) -> bool:
    return act.time is not None and act.time.is_old(report)


def keys(act: Act, phrases: list[Phrase]) -> set[str]:
    """What phrases are known by again: their heads, and the last word of a name."""
    found: set[str] = set()
    for phrase in phrases:
        if is_generic(phrase, act):
            continue
        found.add(head_noun(phrase, act.parsed))
        found.add(act.parsed.tokens[phrase.head].low)
        if denotes(phrase, act.parsed) is None:
            found.update(act.parsed.tokens[at].low for at in range(phrase.first, phrase.last + 1) if _names(act, at))
    return found


def is_generic(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase only points back to people told before: "the victims", "both men"."""
    opener = act.parsed.tokens[phrase.first].low
    if act.parsed.tokens[phrase.head].low in ("most", "all", "many", "some") and phrase.last == phrase.head:
        return True  # "most of those who died"
    return opener in _pointing() and act.parsed.tokens[phrase.head].low in word_set("roles", "anybody")


@cache
def _pointing() -> frozenset[str]:
    return frozenset((*words("roles", "pointing"), "both", "all"))


def _names(act: Act, at: int) -> bool:
    token = act.parsed.tokens[at]
    return token.tag is Tag.NAME or (act.parsed.shouted and token.tag is Tag.NOUN and len(token.low) > 3)


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


def points_back(act: Act) -> bool:
    """Whether the words point to an act told before: "the attack", or a pronoun for whom it struck."""
    if act.phrase is None:
        return act.pronoun and not act.targets
    opener = act.parsed.tokens[act.phrase.first].low
    dated = act.phrase.owner is not None and any(time.last == act.phrase.owner.last for time in act.parsed.times)
    return (opener in word_set("roles", "pointing") or dated) and not _set_apart(act)


def _set_apart(act: Act) -> bool:
    first = act.phrase.first if act.phrase else act.words[0]
    near = act.parsed.tokens[max(0, first - 1) : act.words[0]]
    if act.phrase is None:
        opening = act.parsed.tokens[:2] if act.first_in_sentence else []
        return any(token.low in word_set("roles", "apart") for token in opening)
    return any(token.low in _another() for token in near)


@cache
def _another() -> frozenset[str]:
    return frozenset(words("roles", "another"))


def is_plural(act: Act) -> bool:
    """Whether a mention is a noun in the plural."""
    return act.parsed.tokens[act.words[1]].low.endswith("s")
