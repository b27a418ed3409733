"""Which events are no single ones: what is counted over a stretch of time, talk at large, what only goes on."""

from functools import cache

from summarizer.conflict.coder.grammar.morphology import plural
from summarizer.conflict.coder.grammar.phrases import Phrase
from summarizer.conflict.coder.grammar.tokens import Tag
from summarizer.conflict.coder.meaning.denoting import PEOPLE, denotes
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events import Event, is_plural, tells_day
from summarizer.lexicons import pattern, word_set, words


def is_aggregate(event: Event) -> bool:
    """Whether no single event is meant: what is counted over a stretch of time, or plurals with nothing that fixes one."""
    if all(_over_a_period(act) for act in event.acts):
        return True
    if _tells_of_anybody(event):
        return True
    fixed = any(act.targets or tells_day(act) or not act.noun for act in event.acts)
    return not fixed and all(is_plural(act) for act in event.acts)


def _tells_of_anybody(event: Event) -> bool:
    """Whether it struck, on no day, only people whom nothing counts or names: "killing civilians", "the population"."""
    struck = [(act, target) for act in event.real for target in act.targets]
    dated = any(tells_day(act) for act in event.real)
    return bool(struck) and not dated and all(_is_anybody(target, act) for act, target in struck)


def _is_anybody(target: Phrase, act: Act) -> bool:
    tokens = act.parsed.tokens[target.first : target.head + 1]
    if denotes(target, act.parsed) not in PEOPLE:
        return False
    if tokens[-1].low in word_set("roles", "populations"):
        return True
    opens = tokens[0].tag in (Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN) or target.owner is not None
    return not opens and tokens[-1].low in _plurals_of_people()


@cache
def _plurals_of_people() -> frozenset[str]:
    return frozenset(plural(noun.split()[-1]) for table in PEOPLE for noun in words("nouns", table))


def _over_a_period(act: Act) -> bool:
    if act.time is not None and act.time.tells_day and act.time.year is None:
        return False
    sentence = act.parsed.sentence
    if act.frame is not None and act.frame.opener == "when":
        return False  # "the deadliest since 2019, when a bomb killed 40"
    if act.frame is not None and act.parsed.tokens[act.frame.first].low in ("have", "'ve") and not act.places:
        return True  # "33 people have been killed"
    return pattern("roles", "period").search(act.parsed.document.text, sentence.start, sentence.end) is not None
