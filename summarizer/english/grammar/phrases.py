"""Noun phrases of a tagged sentence, with what hangs on them by prepositions."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from summarizer.english.grammar.tokens import VERBAL, Tag, Token
from summarizer.lexicons import word_set, words

_INSIDE = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME})
_BRACKET = 12  # the most words of a bracket that a phrase may hold
_YEAR = re.compile("(?:1[89]|20)[0-9]{2}")
_HEADS = frozenset({Tag.NOUN, Tag.NAME})


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` (both inside) of its sentence, `head` its last noun.

    `preposition` is the word that governs it, or empty; `owner` what stands before its possessive;
    `hangs` the prepositional phrases directly behind it; `bracket` a phrase in brackets behind it.
    """

    first: int
    last: int
    head: int
    preposition: str = ""
    owner: "Phrase | None" = None
    hangs: "list[Phrase]" = field(default_factory=list)
    bracket: "Phrase | None" = None
    denoted: "tuple[str | None, str] | None" = None  # what `denoting` found, kept

    def hanging(self, *prepositions: str) -> "Phrase | None":
        """The first phrase that hangs on this one by one of the prepositions."""
        return next((each for each in self.hangs if each.preposition in prepositions), None)


def phrases_of(tokens: list[Token]) -> list[Phrase]:
    """All noun phrases of the sentence from left to right; pronouns are phrases of one word."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _phrase_at(tokens, at)
        if phrase is None:
            at += 1
            continue
        opening = _before_bracket(tokens, at)
        phrase.preposition = _preposition(tokens, opening)
        if opening < at:
            before = len(found)
            found = _take_in(phrase, found, opening, tokens)
            if len(found) == before:
                phrase.preposition = _preposition(tokens, at)
        found.append(phrase)
        at = phrase.last + 1
    _hang(found, tokens)
    return found


def _phrase_at(tokens: list[Token], at: int) -> Phrase | None:
    """The longest phrase that starts here."""
    if tokens[at].tag is Tag.PRONOUN:
        return Phrase(at, at, at)
    if not _continues(tokens, at):
        return None
    owner: Phrase | None = None
    first, head, end, number = at, -1, at, -1
    while end < len(tokens) and not (head >= 0 and _begins_anew(tokens, end)):
        tag = tokens[end].tag
        if tag is Tag.POSSESSIVE and head >= 0:
            owner, head = Phrase(first, head, head, owner=owner), -1
        elif tag in _HEADS or (tag is Tag.NUMBER and not _leads_on(tokens, end)):
            head = end
        elif not _continues(tokens, end) or (tag is Tag.DETERMINER and not _may_open(tokens, end, first)):
            break
        number = end if tag is Tag.NUMBER and head < 0 else number
        end += 1
    if head < 0 and owner is None:
        head = number  # "leaving at least 12 dead"
    if head < 0:
        return owner
    return Phrase(first, head, head, owner=owner)


def _begins_anew(tokens: list[Token], at: int) -> bool:
    """Whether what follows a noun directly is a phrase of its own."""
    if tokens[at].tag is Tag.ADVERB:
        return _continues(tokens, at) and tokens[at - 1].tag in _HEADS
    if tokens[at].tag is Tag.NUMBER:  # "gave the crew two hours"
        return any(token.low in word_set("times", "units") for token in tokens[at + 1 : at + 2])
    return tokens[at].low in _opens_time() or _follows_day(tokens, at)


def _follows_day(tokens: list[Token], at: int) -> bool:
    """Whether others stand behind the day by themselves: "on Monday Front fighters shot", "on 10 March alleged rebels"."""
    date = at > 1 and tokens[at - 1].low in word_set("times", "months") and tokens[at - 2].tag is Tag.NUMBER
    if date and tokens[at].tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
        return True
    day = tokens[at - 1].low in word_set("times", "weekdays")
    return day and tokens[at].tag is Tag.NOUN and tokens[at].low.endswith(("s", "men", "people"))


def _may_open(tokens: list[Token], at: int, first: int) -> bool:
    """A determiner opens a phrase, and stands within one only behind a number that is no year: "both the"."""
    return at == first or (tokens[at - 1].tag is Tag.NUMBER and not _YEAR.fullmatch(tokens[at - 1].low))


@cache
def _opens_time() -> frozenset[str]:
    """Words with which an expression of time follows a phrase directly: "the attack last night", "the raid Monday"."""
    return frozenset(
        {*words("times", "weekdays"), "last", "this", "next", "yesterday", "today", "tonight", "early", "late"}
    )


def _continues(tokens: list[Token], at: int) -> bool:
    tag = tokens[at].tag
    if tag in _INSIDE:
        return True
    if tag is Tag.COORDINATOR and 0 < at < len(tokens) - 2:  # "a swift and decisive response"
        around = (tokens[at - 1].tag, tokens[at + 1].tag)
        return around == (Tag.ADJECTIVE, Tag.ADJECTIVE)
    if tag is not Tag.ADVERB or tokens[at].low in _tells_time():
        return False
    follows = next((token for token in tokens[at + 1 : at + 5] if token.tag is not Tag.ADVERB), None)
    if follows is None:
        return False
    return follows.tag in (Tag.ADJECTIVE, Tag.NUMBER) or (
        follows.tag in _HEADS and follows.low in word_set("verbs", "adjectivelike")
    )


@cache
def _tells_time() -> frozenset[str]:
    """Adverbs that date what a sentence tells, and belong to no phrase: "kidnapped yesterday two engineers"."""
    return frozenset({"ago", *(each for each in words("times", "relative") if " " not in each)})


def _leads_on(tokens: list[Token], at: int) -> bool:
    """A number that counts the noun behind it is not the head."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in _INSIDE


def _preposition(tokens: list[Token], first: int) -> str:
    before = first - 1
    while before >= 0 and tokens[before].tag is Tag.ADVERB:
        before -= 1
    if before < 0 or tokens[before].tag is not Tag.PREPOSITION or _is_particle(tokens, before, first):
        return ""
    return tokens[before].base or tokens[before].low


def _is_particle(tokens: list[Token], at: int, first: int) -> bool:
    """Whether a preposition belongs to the verb before it, and a pronoun behind it opens a clause: "if the siege goes on it will"."""
    opens = tokens[first].tag is Tag.PRONOUN and first + 1 < len(tokens) and tokens[first + 1].tag in VERBAL
    return opens and at > 0 and tokens[at - 1].tag in (Tag.VERB, Tag.BASE, Tag.ING)


def _before_bracket(tokens: list[Token], at: int) -> int:
    """Where a phrase begins if a bracket stands directly before it: "of [retired] General X", "the X [Y] office"."""
    if at == 0 or tokens[at - 1].tag is not Tag.CLOSE:
        return at
    return next((place for place in range(at - 2, max(-1, at - _BRACKET), -1) if tokens[place].tag is Tag.OPEN), at)


def _take_in(phrase: Phrase, found: list[Phrase], opening: int, tokens: list[Token]) -> list[Phrase]:
    """Make the phrase before a bracket the owner of the one behind it: "X Front [XF] guerrillas"."""
    whole = next((each for each in found if each.last + 1 == opening), None)
    if whole is None:
        return found
    whole.bracket = next((each for each in found if each.first == opening + 1), None)
    phrase.owner, phrase.preposition, phrase.first = phrase.owner or whole, whole.preposition, whole.first
    return [each for each in found if each.last < whole.first]


def _hang(phrases: list[Phrase], tokens: list[Token]) -> None:
    """Tie each prepositional phrase to the phrases directly before it, and brackets to what they explain."""
    for phrase, following in pairwise(phrases):
        between = tokens[phrase.last + 1 : following.first]
        if len(between) == 1 and between[0].tag is Tag.OPEN:
            phrase.bracket = following
    chain: list[Phrase] = []
    for phrase in phrases:
        if chain and phrase.preposition and _adjoins(chain[-1], phrase, tokens):
            for earlier in chain:
                earlier.hangs.append(phrase)
            chain.append(phrase)
        elif not (chain and (chain[-1].bracket is phrase or tokens[phrase.first].low in _opens_time())):
            chain = [phrase]


def _adjoins(left: Phrase, right: Phrase, tokens: list[Token]) -> bool:
    """Whether nothing but the preposition (and a bracket) stands between two phrases."""
    last = left.bracket.last + 1 if left.bracket else left.last
    between = tokens[last + 1 : right.first]
    if between and between[0].low in _opens_time():
        times = word_set("times", "units", "weekdays", "day_parts", "months", "seasons") | _opens_time()
        between = [token for token in between if token.low not in times]
    return all(token.tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.CLOSE) for token in between)
