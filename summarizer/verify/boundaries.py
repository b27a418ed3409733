"""Whether a stretch of folded text starts and ends where words and numbers do.

"2" is not in "12", nor "confirmed" in "unconfirmed", "un-confirmed" or "re-confirmed-less"; but
"Iranian" is in "Iranian-backed". All rules look at a few characters on either side of an edge.
"""

import re

from summarizer.verify.folding import Folded, is_mark

PREFIXES = (
    *("anti", "counter", "de", "dis", "ex", "fake", "half", "mis", "mock", "near", "never", "no", "non", "not"),
    *("post", "pre", "pro", "pseudo", "quasi", "semi", "vice", "would-be"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
"""Words that change what follows their hyphen: without them, it says something else.

"un" is one too, but "UN-led" is no negation.
"""
SUFFIXES = (
    *("free", "less", "like", "proof"),
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("half", "thirds", "quarter", "quarters", "fifths"),
)
"""Words that change what precedes their hyphen: negations, and the rest of a number."""
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"),
)
MAGNITUDES = ("dozen", "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")
"""Words that multiply the number before them: "12" is not in "12 million"."""

REACH = 24
"""Characters looked at beyond an edge: more than the longest word above with a number before it."""


def _any(words: tuple[str, ...]) -> str:
    return f"(?i:{'|'.join(words)})"


# A number's own marks: "2" is not in "2.5", "1,200", "10:30", "1/2" or "1'200", "12" not in "10-12", "5" not in "5%".
_NUMBER_GOES_ON = re.compile(r"[.,:/'-]?\d|[%‰°]")
_NUMBER_CAME_BEFORE = re.compile(r"\d[.,:/']$|(?<![\w.])\.$|[$€£¥]$")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_ENDS_IN_MARKED_DIGIT = re.compile(r"\d[.,:/']$")
_STARTS_WITH_MARKED_DIGIT = re.compile(r"[.,:/']\d")
_PREFIX = re.compile(rf"(?<!\w)(?:{_any(PREFIXES)}|[Uu]n)-$")
_SUFFIX = re.compile(rf"-{_any(SUFFIXES)}(?!\w)")
_CONTRACTED_NOT = re.compile(r"'[Tt](?!\w)")
_MAGNITUDE = re.compile(rf"{_any(MAGNITUDES)}(?!\w)")
_MAGNITUDE_FOLLOWS = re.compile(rf"[ -]{_any(MAGNITUDES)}(?!\w)")
_ENDS_IN_NUMBER = re.compile(rf"(?:\d|(?<!\w){_any(NUMBERS)})$")
_ENDS_IN_NUMBER_AND_GAP = re.compile(rf"(?:\d|(?<!\w){_any(NUMBERS)})[ -]$")
# Scripts written without spaces between words: Thai, Lao, Burmese, Khmer, kana and Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def at_boundaries(folded: Folded, start: int, end: int) -> bool:
    """Whether folded.text[start:end], which is not empty, cuts no word, number or letter apart."""
    return _starts_whole(folded, start, end) and _ends_whole(folded, start, end)


def _starts_whole(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if start == 0:
        return True
    first, previous = text[start], text[start - 1]
    if _joined(_base(text, start), first) or is_mark(first):
        return False
    if first.isalnum() and previous == " " and not first.isdigit() and first not in "bcdhlmtBCDHLMT":
        return True  # the usual case: a word after a space that is no magnitude
    before, inner = text[max(0, start - REACH) : start], text[start : min(end, start + REACH)]
    if first.isdigit():
        if _NUMBER_CAME_BEFORE.search(before) or (previous == "-" and _is_hyphen(folded, start - 1)):
            return False
        if _grouped(folded, start - 1) and previous == " " and _THREE_DIGITS.match(text, start):
            return False
    if previous == "-" and _PREFIX.search(before) and _is_hyphen(folded, start - 1):
        return False
    if _word(previous) and (first == "'" or (first == "-" and _is_hyphen(folded, start))):
        return False
    if previous.isdigit() and _STARTS_WITH_MARKED_DIGIT.match(inner):
        return False
    return not (_MAGNITUDE.match(text, start) and _ENDS_IN_NUMBER_AND_GAP.search(before))


def _ends_whole(folded: Folded, start: int, end: int) -> bool:
    text = folded.text
    if end == len(text):
        return True
    last, following = text[end - 1], text[end]
    if is_mark(following) or _joined(_base(text, end), following):
        return False
    inner = text[max(start, end - REACH) : end]
    if last.isdigit():
        if _NUMBER_GOES_ON.match(text, end) and not (following == "-" and not _is_hyphen(folded, end)):
            return False
        if following == " " and _grouped(folded, end) and _THREE_DIGITS.match(text, end + 1):
            return False
    if _CONTRACTED_NOT.match(text, end) and _word(last):
        return False
    if following == "-" and _SUFFIX.match(text, end) and _is_hyphen(folded, end):
        return False
    if _word(following) and (last == "'" or (last == "-" and _is_hyphen(folded, end - 1))):
        return len(inner) == 1 or not _word(inner[-2])
    if following.isdigit() and _ENDS_IN_MARKED_DIGIT.search(inner):
        return False
    return not (_MAGNITUDE_FOLLOWS.match(text, end) and _ENDS_IN_NUMBER.search(inner))
