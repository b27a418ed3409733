"""What a threat depends on, and by when: the clauses of condition and the terms in what is said."""

import re
from functools import cache

from summarizer.coder.frames import Parsed
from summarizer.coder.incidents import mention
from summarizer.coder.sayings import Span
from summarizer.coder.speech import Speech
from summarizer.coder.tokens import Tag
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.draft import Mention, Value

_ENDS = frozenset({Tag.COMMA, Tag.BREAK, Tag.QUOTE})


def condition_in(parsed: Parsed, said: Span, speech: Speech) -> Value:
    """The condition in the sentence of a threat, or, where it begins with "Otherwise", the demand before it."""
    inside = _otherwise(parsed, said)
    if inside is not None:
        return [mention(parsed, said[0], inside)]
    opener = pattern("modality", "ultimatum_opener").match(parsed.text(*said))
    if opener is not None and parsed.sentence.number > 1:
        return _demand(parsed, said, opener.group())
    text, start = parsed.document.text, parsed.sentence.start
    idle = [match.span() for match in pattern("modality", "no_condition").finditer(text, start, parsed.sentence.end)]
    for match in _openers().finditer(text, start, parsed.sentence.end):
        if any(first <= match.start() < last for first, last in idle):
            continue
        at = next((at for at, token in enumerate(parsed.tokens) if token.start >= match.start()), None)
        if at is not None:
            return [mention(parsed, at, _clause_end(at, parsed))]
    return []


def _otherwise(parsed: Parsed, said: Span) -> int | None:
    """The token of "otherwise" behind a demand in the same sentence."""
    words = ("otherwise", "else")
    return next((at for at in range(said[0] + 2, said[1]) if parsed.tokens[at].low in words), None)


def _demand(parsed: Parsed, said: Span, opener: str) -> Value:
    """The sentence before "Otherwise", as far as the same quotation goes."""
    before = parsed.document.sentences[parsed.sentence.number - 2]
    text = parsed.document.text[before.start : before.end]
    opened = max(text.rfind(mark) for mark in '“"«„')
    words = text[opened + 1 :].strip().rstrip(".!")
    inside = mention(parsed, said[0], said[0])
    return [Mention(sentence=before.number, text=words), inside] if words else []


def _clause_end(at: int, parsed: Parsed) -> int:
    """The end of a clause of condition: the next mark, or where the main clause begins."""
    last = next(
        (place - 1 for place in range(at + 1, len(parsed.tokens)) if parsed.tokens[place].tag in _ENDS),
        len(parsed.tokens) - 1,
    )
    inside = [frame for frame in parsed.frames if at < frame.first <= last]
    if len(inside) > 1 and not inside[1].infinitive and not inside[1].opener:
        main = inside[1].subjects[0].first if inside[1].subjects else inside[1].first
        begins = main if main > inside[0].verb else inside[1].first
        if parsed.tokens[begins - 1].tag is not Tag.COORDINATOR:
            last = min(last, begins - 1)
    return max(at, last)


def deadline_in(parsed: Parsed, said: Span) -> Value:
    """The term in the sentence of a threat: "within 48 hours", "by Friday"."""
    start = parsed.tokens[said[0]].start
    found = _term().finditer(parsed.document.text, min(start, parsed.sentence.start), parsed.sentence.end)
    match = next((each for each in found if not _is_name(each.group().split()[-1])), None)
    return [Mention(sentence=parsed.sentence.number, text=match.group())] if match else []


def _is_name(word: str) -> bool:
    """Whether a capital makes a name of a word for a time that has none: "by the Red Dawn"."""
    return word[0].isupper() and word.lower() in word_set("times", "units", "day_parts")


@cache
def _openers() -> re.Pattern[str]:
    both = f"(?:{pattern('modality', 'conditional').pattern}|{pattern('threatening', 'whoever').pattern})"
    return re.compile(both, re.IGNORECASE)


@cache
def _term() -> re.Pattern[str]:
    term, time = pattern("modality", "term").pattern, pattern("modality", "time").pattern
    return re.compile(rf"{term}\s+(?:[\w’'-]+\s+){{0,3}}?{time}", re.IGNORECASE)
