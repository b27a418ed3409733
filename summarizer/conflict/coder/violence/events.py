"""An event, and what its mentions are known again by: their day, who did it, the words for whom it struck."""

import re
from dataclasses import dataclass, field
from datetime import date

from summarizer.conflict.coder.meaning.denoting import denotes, head_noun
from summarizer.conflict.coder.violence.acts import GENERAL, Act, clause_around
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import IncidentKind

VAGUE: frozenset[IncidentKind] = GENERAL | {"shooting", "assassination", "clashes", "ground_assault"}
"""Kinds under which an event is told again in other words."""
_LATER = re.compile(r"\b(minutes|hours|days|weeks) later\b")
MOST_COMPARED = 20
"""Mentions of an event, the first ones and as many of the last, that a further one is compared with."""


@dataclass
class Event:
    """One event: every mention of it, the first first.

    `acts` are those by which it is known again, and by which its incident is drafted: of many the first and the last
    `MOST_COMPARED`. `section` is the part of a digest that tells it; `past` says that a mention which tells it as a fact
    puts it long ago.
    """

    section: int
    mentions: list[Act] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    past: bool = False

    def add(self, act: Act) -> None:
        """Take up one more mention of it."""
        self.mentions.append(act)
        self.acts.append(act)
        del self.acts[MOST_COMPARED:-MOST_COMPARED]

    @property
    def kind(self) -> IncidentKind:
        """The most telling kind of its mentions."""
        kinds = [act.told_as for act in self.real]
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


def keys(act: Act, phrases: list[Phrase]) -> set[str]:
    """What phrases are known by again: their heads, and the last word of a name."""
    found: set[str] = set()
    for phrase in phrases:
        found.update((head_noun(phrase, act.parsed), act.parsed.tokens[phrase.head].low))
        if denotes(phrase, act.parsed) is None:
            found.update(act.parsed.tokens[at].low for at in range(phrase.first, phrase.last + 1) if _names(act, at))
    return found


def is_generic(phrase: Phrase, act: Act) -> bool:
    """Whether a phrase only points back to people told before: "the victims", "both men"."""
    opener = act.parsed.tokens[phrase.first].low
    pointing = opener in ("both", "all") or opener in word_set("roles", "pointing")
    return pointing and act.parsed.tokens[phrase.head].low in word_set("roles", "anybody")


def is_vague(target: Phrase, act: Act) -> bool:
    """Whether a target beside others tells nothing that they don't: "the victims", "23"."""
    tokens, whole = act.parsed.tokens, target.hanging("of")
    counts = whole is None or tokens[whole.head].tag is Tag.PRONOUN
    return is_generic(target, act) or (counts and tokens[target.head].tag in (Tag.NUMBER, Tag.DETERMINER, Tag.PRONOUN))


def _names(act: Act, at: int) -> bool:
    token = act.parsed.tokens[at]
    return token.tag is Tag.NAME or (act.parsed.shouted and token.tag is Tag.NOUN and len(token.low) > 3)


def points_back(act: Act) -> bool:
    """Whether the words point to an act told before: "the attack", or a pronoun for whom it struck."""
    if act.phrase is None:
        return act.pronoun and not act.targets
    opener = act.parsed.tokens[act.phrase.first].low
    dated = act.phrase.owner is not None and any(time.last == act.phrase.owner.last for time in act.parsed.times)
    return opener in word_set("roles", "pointing") or dated


def set_apart(act: Act) -> bool:
    """Whether the words say that it is not the act told before: "another attack", "in a separate incident"."""
    first = act.words[0] if act.phrase is None else max(0, act.phrase.first - 1)
    opening = {token.low for token in act.parsed.tokens[:2]} if act.first_in_sentence else set()
    near = {token.low for token in act.parsed.tokens[first : act.words[1]]}
    later = act.outcome is None and _LATER.search(act.parsed.low(clause_around(act)[0], act.words[0]))
    return bool(later or opening & word_set("roles", "apart") or near & word_set("roles", "another"))


def tells_its_own(act: Act) -> bool:
    """Whether the words tell of another act than what was told before."""
    return set_apart(act) or not (act.unreal or (act.told_as in VAGUE and points_back(act)))


def is_plural(act: Act) -> bool:
    """Whether a mention is a noun in the plural."""
    return act.parsed.tokens[act.words[1]].low.endswith("s")
