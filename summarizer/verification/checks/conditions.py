"""Conditions and deadlines of threats: what the sentence has and the item leaves out, and the reverse."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.document import Document
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Quote, Quotes, Threat
from summarizer.schemas.vocabulary import Conditionality
from summarizer.verification.checks.check import Check, Code, Found
from summarizer.verification.evidence import sentence_quote, sentences_of, widened
from summarizer.verification.items import Items

NEAR = 40
"""Characters before a quotation in which a cue still belongs to it: "unless [they leave]"."""


def conditionality(threat: Threat, document: Document) -> Conditionality:
    """How the article's own sentences make the threat depend on something.

    `ultimatum` where a demand is joined to what follows if it is not met ("unless", "otherwise", a
    deadline); `conditional` where any other condition stands there or is given.
    """
    numbers = sentences_of((*threat.content, *threat.condition, *threat.deadline), document)
    opened = [number for number in numbers if _follows_demand(number, document)]
    cues = [cue for number in numbers for cue in condition_cues(document, number)]
    conditional = bool(cues or threat.condition)
    demanded = bool(threat.deadline) or any(_joins_demand(cue, document) for cue in cues)
    if opened or (conditional and demanded):
        return "ultimatum"
    return "conditional" if conditional else "none"


def condition_cues(document: Document, number: int) -> Quotes:
    """Words in a sentence that open a condition, without such uses as "asked if"."""
    sentence = document.sentences[number - 1]
    span = sentence.start, sentence.end
    idle = [match.span() for match in pattern("modality", "no_condition").finditer(document.text, *span)]
    return tuple(
        document.quote(*match.span())
        for match in pattern("modality", "conditional").finditer(document.text, *span)
        if not any(start <= match.start() and match.end() <= end for start, end in idle)
    )


def _follows_demand(number: int, document: Document) -> bool:
    """Whether the sentence begins with "Otherwise" or the like, so that the one before it is its condition."""
    words = document.words(number).lstrip("\"'“‘« ")
    return number > 1 and pattern("modality", "ultimatum_opener").match(words) is not None


def _joins_demand(cue: Quote, document: Document) -> bool:
    sentence = document.sentences[cue.sentence - 1]
    return pattern("modality", "ultimatum").search(document.text, cue.start, sentence.end) is not None


def _run(threat: Threat, items: Items) -> Iterator[Found]:
    document = items.document
    if document.language != "en":
        return
    numbers = sentences_of(threat.content, document)
    if threat.condition:
        if not _is_condition(threat, document):
            yield Found("no_condition_words", "condition", threat.condition)
    else:
        left_out = _left_out(numbers, document)
        if left_out:
            yield Found("condition_left_out", "condition", left_out)
    if threat.deadline and not _has_time(threat.deadline, document):
        yield Found("no_time_words", "deadline", threat.deadline)
    given = (*threat.deadline, *threat.condition, *threat.time)
    terms = [term for number in widened(numbers, document) for term in _terms(document, number)]
    missed = tuple(term for term in terms if not any(_overlap(term, quote) for quote in given))
    if missed and not threat.deadline:
        yield Found("deadline_left_out", "deadline", missed)


def _left_out(numbers: tuple[int, ...], document: Document) -> Quotes:
    """The sentences whose condition the item does not give."""
    found: list[Quote] = []
    for number in numbers:
        if _follows_demand(number, document):
            found += [sentence_quote(document, number - 1), sentence_quote(document, number)]
        elif condition_cues(document, number):
            found.append(sentence_quote(document, number))
    return tuple(dict.fromkeys(found))


def _is_condition(threat: Threat, document: Document) -> bool:
    """Whether the words given as condition hold, follow or are followed by a cue of one."""
    cues = pattern("modality", "conditional", "ultimatum", "demand", "contingent", "term")
    for quote in threat.condition:
        sentence = document.sentences[quote.sentence - 1]
        if cues.search(document.text[max(sentence.start, quote.start - NEAR) : quote.end]):
            return True
        if quote.sentence < len(document.sentences) and _follows_demand(quote.sentence + 1, document):
            return True
        if pattern("modality", "ultimatum_opener").search(document.text, quote.end, sentence.end):
            return True
    return False


def _has_time(quotes: Quotes, document: Document) -> bool:
    """Whether words of time, a figure, or a preposition of a term directly before them show a deadline."""
    times = pattern("modality", "time")
    term = pattern("modality", "term")
    for quote in quotes:
        before = document.text[max(0, quote.start - 15) : quote.start]
        if times.search(quote.text) or re.search(r"\d", quote.text) or term.search(quote.text):
            return True
        if any(not before[match.end() :].strip() for match in term.finditer(before)):
            return True
    return False


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        rf"{pattern('modality', 'term').pattern}\s+(?:[\w’'-]+\s+){{0,3}}?{pattern('modality', 'time').pattern}"
        r"(?:\s+on\s+(?:the\s+)?\w+)?",
        re.IGNORECASE,
    )


def _terms(document: Document, number: int) -> Quotes:
    """Terms such as "by Friday", "within 48 hours", "until noon on Monday" in a sentence."""
    sentence = document.sentences[number - 1]
    return tuple(
        document.quote(*match.span()) for match in _term().finditer(document.text, sentence.start, sentence.end)
    )


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


CONDITIONS = Check(
    name="conditions",
    reason="A threat without its condition or its term is another threat.",
    applies_to=("threat",),
    codes={
        "condition_left_out": Code("warn", "The sentence holds a condition that the item leaves out."),
        "no_condition_words": Code("warn", "The words given as condition do not read as one."),
        "deadline_left_out": Code("warn", "The sentence holds a term that the item leaves out."),
        "no_time_words": Code("reject", "The words given as deadline hold no time."),
    },
    run=_run,
)
