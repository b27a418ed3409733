"""Negation: the words that turn others into their opposite, and what they reach."""

import re
from functools import cache

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import NOBODY, is_none, may_tell_of_none
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.tokens import Tag, Token, within
from summarizer.lexicons import pattern, word_set

_VERBS = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_HELPING = frozenset({
    Tag.ADVERB, Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.DETERMINER, Tag.PRONOUN, Tag.RELATIVE, Tag.ADJECTIVE, Tag.NEGATION,
})  # fmt: skip
_NAMING = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.POSSESSIVE, Tag.PREPOSITION})


def negation_of(start: int, document: Document) -> Quote | None:
    """The negation that governs the word at a place; None if there is none.

    It stands directly before it, with only helping words between; a verb is also negated by its subject: "No group has
    | claimed". "Did not | confirm it until Monday" has none.

    Args:
        start: of the word in the document.
        document: the article, in plain characters.
    """
    sentence = document.sentences[document.sentence_at(start) - 1]
    until = _UNTIL.match(document.text, start, sentence.end)
    found = negations(document, sentence.start, start) if until is None else []
    parsed = parse(document, sentence) if found else None
    return next((each for each in reversed(found) if parsed and _reaches(each, start, parsed)), None)


_UNTIL = re.compile(r"[^,;:.]*\buntil\b", re.IGNORECASE)


def _reaches(negation: Quote, start: int, parsed: Parsed) -> bool:
    tokens, between = parsed.tokens, within(parsed.tokens, negation.end, start)
    if all(_helps(at, tokens) for at in between):
        return True
    verb = any(tokens[at].tag in _VERBS for at in within(tokens, start, start + 1))
    if not verb or negation.text.lower() not in word_set("negation", "nobody"):
        return False
    others = (each for each in parsed.phrases if each.first in between and not each.preposition)
    return not any(others) and all(_helps(at, tokens) or tokens[at].tag in _NAMING for at in between)


def is_denied(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb is negated by what governs it, or by what it has as its object: "fired no rockets", "hit nothing"."""
    behind = parsed.tokens[frame.verb + 1 : frame.verb + 2]
    none = any(token.tag is Tag.NEGATION for token in behind) or any(
        is_none(each, parsed) for each in frame.objects[:1]
    )
    return none or negation_of(parsed.tokens[frame.verb].start, parsed.document) is not None


def are_negated(quotes: Quotes, document: Document) -> bool:
    """Whether a negation stands in some words, or governs them; "not fewer than" is none.

    Args:
        quotes: the words.
        document: the article, in plain characters.
    """
    inside = (negations(document, quote.start, quote.end, verbs=False) for quote in quotes)
    return any(inside) or any(negation_of(quote.start, document) for quote in quotes)


def none_behind(words: Quote, document: Document) -> Quote | None:
    """What says right behind words that there was no such thing, where they break off before it: "it had fired | no rockets".

    Args:
        words: of the article.
        document: the article, in plain characters.
    """
    number = document.sentence_at(words.end - 1)
    if not may_tell_of_none(number, document):
        return None
    parsed = parse(document, document.sentences[number - 1])
    behind = (parsed.tokens[at] for at in within(parsed.tokens, words.end, parsed.sentence.end)[:1])
    return next((document.quote(token.start, token.end) for token in behind if token.low in _NOTHING), None)


_NOTHING = NOBODY - {"nobody"}  # who may do what follows


def negations(document: Document, start: int, end: int, *, verbs: bool = True) -> list[Quote]:
    """The words of negation between two places, from left to right; "not only" is none.

    Args:
        document: the article.
        start: where to look.
        end: up to where.
        verbs: with verbs and phrases such as "refuse" and "no evidence of".
    """
    found = _negating(verbs=verbs).finditer(document.text, start, end)
    return [document.quote(*match.span()) for match in found if match["negates"]]


@cache
def _negating(*, verbs: bool) -> re.Pattern[str]:
    negates = pattern("negation", *(("negating_verbs", "negators") if verbs else ("negators",))).pattern
    return re.compile(
        rf"{pattern('negation', 'no_negation').pattern}|(?P<negates>{negates}|\w+n[’']t\b)", re.IGNORECASE
    )


def _helps(at: int, tokens: list[Token]) -> bool:
    token = tokens[at]
    if token.tag is Tag.COMMA:  # "did not, however, confirm"
        return Tag.ADVERB in (tokens[at - 1].tag, tokens[at + 1].tag)
    return token.tag in _HELPING or token.low in word_set("negation", "between")
