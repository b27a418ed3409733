"""An event, and what its mentions are known again by: their day, who did it, the words for whom it struck."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.times import Time
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, head_noun, is_common, is_named, is_person
from summarizer.coder.violence.acts import GENERAL, Act
from summarizer.coder.violence.dating import goes_on
from summarizer.lexicons import word_set, words
from summarizer.schemas.vocabulary import IncidentKind

VAGUE: frozenset[IncidentKind] = GENERAL | {"shooting", "assassination", "clashes", "ground_assault"}
"""Kinds under which an event is told again in other words."""


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
        telling = [kind for kind in kinds if kind not in VAGUE] or [kind for kind in kinds if kind not in GENERAL]
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


def named_doers(act: Act) -> list[Phrase]:
    """Who did it, pronouns left out."""
    return [each for each in act.doers if act.parsed.tokens[each.head].tag is not Tag.PRONOUN]


def tells_day(act: Act) -> bool:
    """Whether the time of a mention fixes its day."""
    return act.time is not None and act.time.tells_day


def old_time(act: Act, report: date | None) -> Time | None:
    """The one time of a sentence, where it is old and the act has none of its own: "1987, when a bomb killed …"."""
    times = [time for time in act.parsed.times if time.tells_day]
    alone = act.time is None and len(times) == 1 and times[0].first < act.words[0]
    return times[0] if alone and times[0].is_old(report) else None


def is_old(act: Act, report: date | None) -> bool:
    """Whether the time of a mention itself lies long before the report."""
    return act.time is not None and act.time.is_old(report)


def is_thing(phrase: Phrase, act: Act) -> bool:
    """Whether a target is a thing or a place, and not people."""
    meaning = denotes(phrase, act.parsed)
    if meaning is None:
        return act.row.get("object") != "victim" and not is_person(phrase, act.parsed)
    return meaning in ("things", "places")


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


def own_names(phrase: Phrase, act: Act) -> set[str]:
    """The words of somebody's name without his office or trade."""
    if denotes(phrase, act.parsed) is not None:
        return set()
    lows = {act.parsed.tokens[at].low for at in range(phrase.first, phrase.last + 1) if _names(act, at)}
    return {low for low in lows if not is_common(low)}


def _names(act: Act, at: int) -> bool:
    token = act.parsed.tokens[at]
    return token.tag is Tag.NAME or (act.parsed.shouted and token.tag is Tag.NOUN and len(token.low) > 3)


def points_back(act: Act) -> bool:
    """Whether the words point to an act told before: "the attack", or a pronoun for whom it struck."""
    if act.phrase is None:
        return act.pronoun and not act.targets
    opener = act.parsed.tokens[act.phrase.first].low
    dated = act.phrase.owner is not None and any(time.last == act.phrase.owner.last for time in act.parsed.times)
    return (opener in word_set("roles", "pointing") or dated) and not set_apart(act)


def set_apart(act: Act) -> bool:
    """Whether the words say that it is not the act told before: "another attack", "in a separate incident"."""
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
