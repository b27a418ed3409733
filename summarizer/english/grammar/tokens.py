"""A sentence as words with their places in the article and their coarse part of speech."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter

from summarizer.documents.dateline import stamp
from summarizer.documents.document import Document, Sentence
from summarizer.documents.paragraphs import Span
from summarizer.lexicons import words

_WORD = re.compile(
    r"(?P<acronym>(?:[A-Z]\.){2,})"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?i:st|nd|rd|th|d)?)(?!\w|[-–][^\W\d])"
    r"|(?P<pronoun>(?i:i|you|we|they|he|she|it)(?=[’'](?i:ll|re|ve|m|d)\b))"
    r"|(?P<contracted>[’'](?i:ll|re|ve|m|d)(?=\W|$))"
    r"|(?P<word>[^\W_]+(?:[-–/&][^\W_]+)*(?:[’'](?!s\b|S\b)[^\W_]+)*)"
    r"|(?P<possessive>[’'](?:s|S)?(?=\W|$))"
    r"|(?P<ellipsis>\.\.\.)|(?P<dash>--)"
    r"|(?P<mark>[^\w\s*>‘])"  # what sets off, or opens a line in mails and lists or a term, is no word of it
)
_ENUMERATOR = re.compile(r"(?:\(?\d{1,3}[.)]|\([a-z]\))\s+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})
_PARTICLE = re.compile(r"[^\W\d_]{1,4}[-'’][^\W\d_a-zß-ÿ]")  # of a name: al-Hadid
_SHOUTED = 0.7
_TERM = 6  # the most words of a term behind a word that leads to one
_PHRASE = 9  # the most words of a quoted phrase that begins like one
_SPOKEN = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "must", "said",
    "says", "say", "told",
})  # fmt: skip
_WORD_OR_TWO = 3  # the same behind any other word
_LEADS = frozenset({
    "a", "an", "the", "its", "his", "her", "their", "of", "in", "as", "for", "with", "on", "by", "from",
    "two", "three",
})  # fmt: skip


class Tag(StrEnum):
    """Coarse parts of speech; a word that no list knows is a noun."""

    DETERMINER = "D"
    ADJECTIVE = "J"
    NOUN = "N"
    NAME = "M"
    VERB = "V"  # finite: past or present
    BASE = "B"  # after a modal, `to`, or as an order
    ING = "G"
    PARTICIPLE = "E"
    AUXILIARY = "X"
    MODAL = "L"
    TO = "T"
    PREPOSITION = "P"
    COORDINATOR = "C"
    SUBORDINATOR = "S"
    PRONOUN = "R"
    RELATIVE = "W"
    ADVERB = "A"
    NUMBER = "#"
    POSSESSIVE = "'"
    NEGATION = "!"
    COMMA = ","
    QUOTE = '"'
    OPEN = "("
    CLOSE = ")"
    BREAK = ";"  # a colon, semicolon, dash or full stop


MARKS = {
    ",": Tag.COMMA, '"': Tag.QUOTE, "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE,
    ":": Tag.BREAK, ";": Tag.BREAK, "-": Tag.BREAK, "--": Tag.BREAK, ".": Tag.BREAK, "!": Tag.BREAK, "?": Tag.BREAK,
    "...": Tag.BREAK, "|": Tag.BREAK, "/": Tag.COORDINATOR, "'s": Tag.POSSESSIVE, "'": Tag.POSSESSIVE,
}  # fmt: skip
NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE})
PASSED_OVER = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.QUOTE})
VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "am", "'re", "'m", "get", "got", "gets"})
HAVE = frozenset({"have", "has", "had", "having", "'ve"})


@dataclass(slots=True)
class Token:
    """A word or mark: `document.text[start:end]`; `low` is its folded form in lower case.

    `tag` and `base` (of a verb) are set by the tagger; `quoted` says that it stands within quotation marks.
    """

    start: int
    end: int
    low: str
    capital: bool
    tag: Tag = Tag.NOUN
    base: str = ""
    quoted: bool = False


def within(tokens: list[Token], start: int, end: int) -> range:
    """The places of those tokens that start between two offsets."""
    begin = attrgetter("start")
    return range(bisect_left(tokens, start, key=begin), bisect_left(tokens, end, key=begin))


def first_of(tokens: list[Token], tags: frozenset[Tag], first: int, end: int) -> int:
    """The first place from `first` on whose token has one of the tags; `end` where none before it has."""
    return next((at for at in range(first, end) if tokens[at].tag in tags), end)


def behind_last(tokens: list[Token], tags: frozenset[Tag], before: int, floor: int = 0) -> int:
    """The place behind the last token before a place that has one of the tags; `floor` where none from there on has."""
    return next((at + 1 for at in range(before - 1, floor - 1, -1) if tokens[at].tag in tags), floor)


def is_shouted(document: Document) -> bool:
    """Whether the article is written in capitals, so that case tells nothing of names."""
    letters = "".join(filter(str.isalpha, document.text[:20_000]))
    return sum(map(str.isupper, letters)) > _SHOUTED * max(1, len(letters))


def tokens_of(document: Document, sentence: Sentence) -> list[Token]:
    """The words and marks of one sentence, in order, not yet tagged; the stop of a title belongs to it: "Col."."""
    found: list[Token] = []
    for token in _tokens(document.text, sentence):
        if token.low == "." and found and _is_shortened(found[-1]):
            found[-1].end = token.end
        else:
            found.append(token)
    return _without_terms(found)


def _without_terms(tokens: list[Token]) -> list[Token]:
    """The tokens without the marks that only set a term off: carried out a "precision strike"."""
    marks = [at for at, token in enumerate(tokens) if token.low == '"']
    if len(marks) % 2:
        return tokens
    pairs = zip(marks[::2], marks[1::2], strict=True)
    dropped = {at for pair in pairs if _is_term(*pair, tokens) for at in pair}
    return [token for at, token in enumerate(tokens) if at not in dropped] if dropped else tokens


def _is_term(opens: int, closes: int, tokens: list[Token]) -> bool:
    """Whether the words between two marks are a part of the sentence, and neither speech nor a by-name."""
    before = tokens[opens - 1] if opens else None
    if before is None or before.capital or not before.low[0].isalpha():
        return False
    inside = [token.low for token in tokens[opens + 1 : closes]]
    if inside and inside[0] in _LEADS and not _SPOKEN & {before.low, *inside}:
        return len(inside) <= _PHRASE  # carried out "a strike with long-range weapons"
    return len(inside) <= (_TERM if before.low in _LEADS else _WORD_OR_TWO)


def _is_shortened(token: Token) -> bool:
    """Whether a word is a title's short form, or an initial."""
    return token.capital and (token.low in _titles() or (len(token.low) == 1 and token.low.isalpha()))


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.lower() for word in words("abbreviations", "titles"))


def _tokens(text: str, sentence: Sentence) -> Iterator[Token]:
    head = _ENUMERATOR.match(text, sentence.start, sentence.end) or stamp(text, Span(sentence.start, sentence.end))
    for match in _WORD.finditer(text, head.end() if head else sentence.start, sentence.end):
        word = match.group()
        yield Token(
            match.start(),
            match.end(),
            (word if word.isascii() else word.translate(_FOLDED)).lower(),
            word[0].isupper() or _PARTICLE.match(word) is not None,
        )
