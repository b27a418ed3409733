"""What takes up somebody or something told before: "the mayor", "its two brigades", "such strikes"."""

import re
from collections.abc import Container, Iterator

from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import Span
from summarizer.lexicons import pattern


def taking_up(nouns: Container[str], text: str) -> Iterator[re.Match[str]]:
    """Where a text takes somebody up by one of these nouns: what stands before the noun, the noun, and the word after it.

    Args:
        nouns: in small letters.
        text: of the article.
    """
    last = 0
    for opening in _TAKING_UP.finditer(text):
        ways = (shape.match(text, opening.end()) for shape in _UP_TO_THE_NOUN if opening.start() >= last)
        if found := next((at for at in ways if at and _is_noun_of(nouns, at)), None):
            last = found.end(2)
            yield found


def _is_noun_of(nouns: Container[str], found: re.Match[str]) -> bool:
    """Whether one of the nouns stands there, and no other right behind it."""
    noun, behind = found.group(2, 3)
    return noun.lower() in nouns and (behind or "").lower().split("-")[0] not in nouns


_OF_A_NAME = rf"\s+(?:of|from)\s+(?:the\s+)?(?-i:{CAPITAL})"
"""What follows a description that says of itself whose it is: "the rebels of the Tarn League"."""
_TAKING_UP = re.compile(r"\b(?:the|this|these|those|its|their|his|her|our|whose)\s+(?:same\s+)?", re.IGNORECASE)
_UP_TO_THE_NOUN = [
    re.compile(rf"((?:[\w’'-]+\s+){{{words}}})([\w-]+)(?![\w-])(?!{_OF_A_NAME})(?:\s+([\w-]+))?", re.IGNORECASE)
    for words in range(3)
]


def opens_an_act(nouns: Container[str], text: str) -> bool:
    """Whether one of these nouns stands right before an act: "army raids".

    Args:
        nouns: in small letters.
        text: of the article.
    """
    called = (word for word in _NEXT_WORD.finditer(text) if word.group(1) in nouns)
    return any(pattern("cues", "violence").match(text, word.end(2)) for word in called)


_NEXT_WORD = re.compile(r"(?<!\w)(?=([a-z][a-z-]*)(\s+))")


def that_was(text: str, span: Span) -> re.Match[str] | None:
    """How a sentence opens that takes up an act before who did it follows: "That raid was the work of ".

    Args:
        text: of the article.
        span: of the sentence.
    """
    that = _THAT.match(text, *span)
    if that is None:
        return None
    act = pattern("cues", "violence").match(text, that.end(), span[1])
    return _WAS.match(text, act.end() if act else that.end(), span[1])


_THAT = re.compile(r"(?:that|this|it|they|both|those|these)\s+", re.IGNORECASE)
_WAS = re.compile(
    r"\s*(?:was|were|is|are|had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:the\s+(?:work|doing)\s+of\s+|\w+(?:\s+out)?\s+by\s+)?(?:(?:the|an?)\s+)?",
    re.IGNORECASE,
)


def tells_of_such_acts(text: str) -> bool:
    """Whether a sentence takes up acts that were told before: "such strikes", "the latest raid"."""
    acts = pattern("cues", "violence")
    return any(acts.match(text, such.end()) or acts.match(text, such.end(1)) for such in _SUCH.finditer(text))


_SUCH = re.compile(
    r"\b(?:(?:such|these|those|(?:the|another|a)\s+(?:latest|same|deadliest|worst|biggest|first|second|third|last|further))\s+)(?=((?:\w+\s+)?))",
    re.IGNORECASE,
)
