"""Paragraph → sentences: sentencex proposes where they end, a table of abbreviations corrects it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import sentencex  # type: ignore[import-untyped]  # it ships no types

from summarizer.documents.paragraphs import BLANK, Span, stripped
from summarizer.lexicons import word_set, words

LONG = 300
"""A sentence of more characters is divided inside its quotations too; shorter ones keep a quotation whole."""

_NEAR = 60  # characters in which the words on both sides of a full stop are looked for
_PIECE = 8_000  # sentencex takes quadratic time over quotation marks that never close
_NOT_A_SPACE = re.compile(r"[\s\x00-\x1f]")
_INNER_END = re.compile(r"[.!?…][”’»\"')\]]*\s+(?=\S)")
_BRACKET = re.compile(r"[)\]]")
_STRAY_CLOSERS = re.compile(r"\s*[”’»\"')\]]+(?=\s|$)")
_WORD = re.compile(r"\w")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]+(?=\s|$)")
_ENUMERATOR_ALONE = re.compile(rf"[{BLANK}]*{_ENUMERATOR.pattern}[{BLANK}]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\.")
_HYPHENATED_NAME = re.compile(r"[^\W\d_]{1,4}[-’'][^\W\d_]")
_OPENERS = "“‘«„\"'([-–—"
_CLOSING_QUOTES = ("”", "»", '"')
_CLOSERS = "”’»\"')]"


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without blank characters around them.

    Together they hold every character of the paragraph that is not blank.

    Args:
        text: the article, without surrogates.
        paragraph: where it stands in it, without blank characters around it.

    Returns:
        Where each sentence stands in the article.
    """
    start = paragraph.start
    for end in _ends(text, paragraph):
        if _continues(text, start, end, paragraph.end):
            continue
        yield from _divided(text, Span(start, end))
        start = end
    yield from _divided(text, Span(start, paragraph.end))


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    """Where sentencex ends sentences, as offsets, but for the end of the paragraph."""
    reached = paragraph.start
    for piece, last_end in _pieces(text, paragraph):
        # Of the same length, so that lengths of segments add up to offsets.
        plain = _NOT_A_SPACE.sub(" ", text[slice(*piece)])
        for length in accumulate(map(len, sentencex.segment("en", plain))):
            offset = piece.start + length
            stray = _STRAY_CLOSERS.match(text, offset, paragraph.end)
            end = stray.end() if stray else offset
            if offset <= last_end and reached < end < paragraph.end:
                yield end
                reached = end


def _pieces(text: str, paragraph: Span) -> Iterator[tuple[Span, int]]:
    """The paragraph in pieces of bounded length, each with where in it the last sentence may end."""
    start = paragraph.start
    while paragraph.end - start > _PIECE:
        window = Span(start + _PIECE // 2, start + _PIECE)
        inner_ends = [match.end() for match in _INNER_END.finditer(text, *window)]
        end = max(inner_ends, default=text.rfind(" ", *window) + 1 or window.end)
        yield Span(start, end), max(inner_ends, default=end - 1)
        start = end
    yield Span(start, paragraph.end), paragraph.end - 1


def _divided(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its parts where it holds more than one; stripped of blanks."""
    start = sentence.start
    for match in _INNER_END.finditer(text, sentence.start, sentence.end):
        if _is_overlooked(text, match, sentence) and not _continues(text, start, match.end(), sentence.end):
            yield stripped(text, start, match.end())
            start = match.end()
    yield stripped(text, start, sentence.end)


def _is_overlooked(text: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether sentencex passes over ends of this kind although a sentence may end here."""
    if sentence.end - sentence.start > LONG or _ENUMERATOR.match(text, sentence.start, sentence.end):
        return True
    if _BRACKET.search(match.group()):
        return True
    last = _last_word(text, sentence.start, match.start() + 1)
    return _may_end(last) or _listed(last[:-1].capitalize(), "before_number")  # also the words "no" and "sat"


def _continues(text: str, start: int, end: int, limit: int) -> bool:
    """Whether the sentence that begins at `start` goes on at `end`, within the paragraph up to `limit`."""
    # Bounded looks back and ahead keep this linear; a run of marks without a word is never cut.
    has_words = _WORD.search(text, max(start, end - LONG), end) and _WORD.search(text, end, min(limit, end + LONG))
    if not has_words or _ENUMERATOR_ALONE.fullmatch(text, start, end):
        return True
    last, following = _last_word(text, start, end), _next_word(text, end, limit)
    if _calls_for(last, following):
        return True
    if _may_end(last) and not _begins_a_sentence(following):
        closed = text[max(start, end - _NEAR) : end].rstrip(BLANK).endswith(_CLOSING_QUOTES)
        return following[:1].islower() or not closed
    return _goes_on_in_lower_case(text[start : start + _NEAR], following)


def _last_word(text: str, start: int, end: int) -> str:
    """The word before `end`, bare of quotation marks and brackets."""
    before = text[max(start, end - _NEAR) : end].rstrip(BLANK + _CLOSERS)
    return ["", *before.split()][-1].lstrip(_OPENERS)


def _next_word(text: str, end: int, limit: int) -> str:
    """The word after `end`, within the paragraph up to `limit`, bare of marks that open a quotation or bracket."""
    after = text[end : min(limit, end + _NEAR)].lstrip(BLANK + _OPENERS)
    return [*after.split(), ""][0]


def _calls_for(word: str, following: str) -> bool:
    """Whether this is an abbreviation that the word after it belongs to: a title, or one before numbers."""
    if _abbreviates(word, "titles", "connectors"):
        return True
    return _abbreviates(word, "before_number") and _is_number_or_date(following)


def _may_end(word: str) -> bool:
    """Whether this is an abbreviation that stands both inside and at the end of sentences."""
    if _INITIALS.fullmatch(word):
        return len(word) > 2 or word.isupper()
    return _abbreviates(word, "may_end")


def _is_number_or_date(word: str) -> bool:
    return word[:1].isdigit() or _abbreviates(word, "before_number")


def _abbreviates(word: str, *kinds: str) -> bool:
    """Whether this is an abbreviation of one of these kinds, with its full stop."""
    return word.endswith(".") and _listed(word[:-1], *kinds)


def _begins_a_sentence(word: str) -> bool:
    return word[:1].isupper() and word.rstrip(",:;").lower() in word_set("abbreviations", "starters")


def _goes_on_in_lower_case(sentence: str, following: str) -> bool:
    """Whether a writer who begins sentences with a capital goes on with this word; 'al-Name' may begin one."""
    first = sentence.lstrip(BLANK + _OPENERS)[:1]
    if not following[:1].islower() or first.islower():
        return False
    return _HYPHENATED_NAME.match(following) is None or not any(map(str.isupper, following))


@cache
def _entries(*kinds: str) -> frozenset[str]:
    listed = words("abbreviations", *kinds)
    return frozenset((*listed, *map(str.upper, listed), *(word[0].upper() + word[1:] for word in listed)))


def _listed(word: str, *kinds: str) -> bool:
    # "Maj.-Gen." and "al-Gen." are known by their last part.
    return not _entries(*kinds).isdisjoint((word, word.rpartition("-")[2]))
