"""Which events are no single ones: what is counted over a stretch of time, talk at large, what only goes on."""

from functools import cache

from summarizer.coder.grammar.morphology import plural
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import PEOPLE, denotes, is_common, is_named
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.events import Event, is_plural, tells_day
from summarizer.lexicons import pattern, word_set, words

_PERFECT = frozenset({"have", "'ve"})
_PRESENT = frozenset({"is", "are", "'re"})
_MANY = 500  # people struck, whom no single act strikes unless its day or place is told


def is_aggregate(event: Event) -> bool:
    """Whether no single event is meant: what is counted over a stretch of time, or plurals with nothing that fixes one."""
    if all(_over_a_period(act) for act in event.acts) or all(_sums_up(act) for act in event.acts):
        return True
    if _tells_of_anybody(event) or all(_goes_on(act) for act in event.real):
        return True
    fixed = any(act.targets or tells_day(act) or not act.noun for act in event.acts)
    several = frozenset(words("roles", "several"))
    return not fixed and all(
        is_plural(act) or any(token.low in several for token in _before(act)) for act in event.acts
    )


def _tells_of_anybody(event: Event) -> bool:
    """Whether it struck, on no day, only people whom nothing counts or names: "killing civilians", "the population"."""
    struck = [(act, target) for act in event.real for target in act.targets]
    dated = any(tells_day(act) for act in event.real)
    return bool(struck) and not dated and all(_is_anybody(target, act) for act, target in struck)


def _is_anybody(target: Phrase, act: Act) -> bool:
    tokens = act.parsed.tokens[target.first : target.head + 1]
    if denotes(target, act.parsed) not in PEOPLE:
        return False
    if tokens[-1].low in word_set("roles", "populations") or tokens[0].low in _crowds():
        return not any(_singles_out(token, act) for token in tokens[:-1])
    if is_named(target, act.parsed):
        return False
    opens = tokens[0].tag in (Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN) or target.owner is not None
    return not opens and tokens[-1].low in _plurals_of_people()


def _singles_out(token: Token, act: Act) -> bool:
    """Whether a word before "people" counts them, or names a place or a body that is no country."""
    if token.tag is Tag.NUMBER:
        return token.low not in _crowds()
    unknown = token.tag is Tag.NAME or (act.parsed.shouted and token.tag is Tag.NOUN and not is_common(token.low))
    return unknown and country_of(token.low) is None


@cache
def _plurals_of_people() -> frozenset[str]:
    return frozenset(plural(noun.split()[-1]) for table in PEOPLE for noun in words("nouns", table))


def _goes_on(act: Act) -> bool:
    """Whether a mention tells what goes on and not what happened: "the army is shelling the hills"."""
    if act.frame is None or act.unreal or tells_day(act):
        return False
    tokens = act.parsed.tokens
    return tokens[act.frame.first].low in _PRESENT and tokens[act.frame.verb].tag is Tag.ING


def _sums_up(act: Act) -> bool:
    """Whether a mention without day and place tells what has happened by now, or to how many: "have been killed"."""
    if tells_day(act) or act.places:
        return False
    tokens = act.parsed.tokens
    perfect = act.frame is not None and tokens[act.frame.first].low in _PERFECT
    return perfect or any(tokens[each.first].low in _crowds() or _counts_many(each, tokens) for each in act.targets)


def _counts_many(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether more are counted than one act strikes: "over 70,000", "2,000 people"."""
    digits = (tokens[at].low.replace(",", "") for at in range(phrase.first, phrase.last + 1))
    return any(each.isdigit() and int(each) >= _MANY for each in digits)


@cache
def _crowds() -> frozenset[str]:
    return frozenset(words("roles", "crowds"))


def _before(act: Act) -> list[Token]:
    return act.parsed.tokens[max(0, act.words[0] - 3) : act.words[0]]


def _over_a_period(act: Act) -> bool:
    if act.time is not None and act.time.tells_day and act.time.year is None:
        return False
    sentence = act.parsed.sentence
    if act.frame is not None and act.frame.opener == "when":
        return False  # "the deadliest since 2019, when a bomb killed 40"
    return pattern("roles", "period").search(act.parsed.document.text, sentence.start, sentence.end) is not None
