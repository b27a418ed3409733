"""Which events are no single ones: what is counted over a stretch of time, talk at large, what only goes on."""

from functools import cache

from summarizer.conflict.coder.meaning.denoting import PEOPLE, denotes
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events import Event, tells_day
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import pattern, word_set, words
from summarizer.lexicons.inflection import plural


def is_aggregate(event: Event) -> bool:
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
    counting = next((token for token in tokens if token.tag is not Tag.ADVERB), tokens[-1])  # "at least 12"
    opens = counting.tag in (Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN) or target.owner is not None
    return not opens and tokens[-1].low in _plurals_of_people()


def _is_bare(phrase: Phrase, act: Act) -> bool:
    """Whether nothing counts or names those whom the phrase means: "bus stations"."""
    return act.parsed.tokens[phrase.first].tag is Tag.NOUN


@cache
def _plurals_of_people() -> frozenset[str]:
    return frozenset(plural(noun.split()[-1]) for table in PEOPLE for noun in words("nouns", table))


def over_a_period(act: Act) -> bool:
    """Whether a mention counts what was done over a stretch of time, or tells what somebody has always done."""
    if act.time is not None and act.time.tells_day and act.time.year is None:
        return False
    opener, first = (act.frame.opener, act.frame.first) if act.frame else ("", act.words[0])
    if opener == "when":
        return False  # "the deadliest since 2019, when a bomb killed 40"
    if act.parsed.tokens[first].low in ("have", "'ve", "has") and (
        not act.places or any(_is_bare(each, act) for each in act.targets)
    ):
        return True  # "33 people have been killed"
    sentence = act.parsed.sentence
    return pattern("roles", "period").search(act.parsed.document.text, sentence.start, sentence.end) is not None
