"""Conditions and deadlines of threats: what the sentence has and the item leaves out, and the reverse."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentence_quote, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import quotation_around, words_before
from summarizer.english.passages import leans, widened
from summarizer.english.sought import found_in
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Threat
from summarizer.schemas.vocabulary import Conditionality

_SUBSTANCE = re.compile(r"[^\W\d_]{3,}|\d")
NEAR = 40
"""Characters before a quotation in which a cue still belongs to it: "unless [they leave]"."""
_OPENED = re.compile(
    r"\b(?:(?:who|when|once|after|where|each|every|any)|(?:any|every|each|all)\s+(?:[\w’'-]+\s+){1,4}(?:which|that))\s+[“\"‘]?$",
    re.IGNORECASE,
)
"""Words that have other uses, and directly before a quotation open a condition: "who [lands]"."""


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
    idle = pattern("modality", "no_condition")
    return found_in(pattern("modality", "conditional"), document, sentence.start, sentence.end, without=idle)


def _follows_demand(number: int, document: Document) -> bool:
    """Whether the sentence begins with "Otherwise" or the like, so that the one before it is its condition."""
    words = document.words(number).lstrip("\"'“‘« ")
    return number > 1 and pattern("modality", "ultimatum_opener").match(words) is not None


def _joins_demand(cue: Quote, document: Document) -> bool:
    sentence = document.sentences[cue.sentence - 1]
    return pattern("modality", "ultimatum").search(document.text, cue.start, sentence.end) is not None


@in_english
def _run(threat: Threat, items: Items) -> Iterator[Found]:
    document = items.document
    numbers = sentences_of(threat.content, document)
    if threat.condition:
        if not _is_condition(threat, document):
            yield Found("no_condition_words", "condition", threat.condition)
    else:
        left_out = _left_out(numbers, threat, document)
        if left_out:
            yield Found("condition_left_out", "condition", left_out)
    yield from _apart(threat, document)
    yield from _deadline(threat, document)


# --- where they stand --------------------------------------------------------------------------------


def _apart(threat: Threat, document: Document) -> Iterator[Found]:
    """Parts of the threat of which no word stands where it is told: the words of another threat, or of none."""
    told = sentences_of((*threat.content, *threat.cue), document)
    close = {
        *widened(told, document),
        *(number + 1 for number in told if _goes_on(number, document)),
        *(number - 1 for number in told if _sets_a_term(number - 1, document)),
    }
    beside = {number + step for number in told for step in (-2, -1, 1, 2)}
    for field, (far, near) in PARTS.items():
        quotes: Quotes = getattr(threat, field)
        numbers = set(sentences_of(quotes, document))
        if not quotes or numbers & close:
            continue
        code = near if numbers & beside else far
        if code:
            yield Found(code, field, quotes)


def _sets_a_term(number: int, document: Document) -> bool:
    """Whether a sentence gives somebody a term, so that the threat after it in its paragraph says what follows."""
    return number > 0 and number + 1 not in document.paragraph_starts and bool(_terms(document, number))


PARTS = {
    "condition": ("condition_elsewhere", "condition_beside"),
    "deadline": ("deadline_elsewhere", "deadline_beside"),
    "action": ("harm_elsewhere", ""),
    "means": ("means_elsewhere", ""),
}
"""For each part of a threat, the codes for words that stand far from it, and beside it only."""


def _goes_on(number: int, document: Document) -> bool:
    """Whether the next sentence leans on this one, or stands in the same quotation."""
    if number >= len(document.sentences):
        return False
    this, following = sentence_quote(document, number), sentence_quote(document, number + 1)
    around = quotation_around(document, following)
    return leans(number + 1, document) or (around is not None and around[0] < this.end)


# --- deadlines ---------------------------------------------------------------------------------------


def _deadline(threat: Threat, document: Document) -> Iterator[Found]:
    if threat.deadline:
        if not _has_time(threat.deadline, document):
            yield Found("no_time_words", "deadline", threat.deadline)
        elif all(_is_past(quote, document) for quote in threat.deadline):
            yield Found("deadline_is_past", "deadline", threat.deadline)
        return
    numbers = widened(sentences_of(threat.content, document), document)
    terms = [term for number in numbers for term in _terms(document, number)]
    missed = tuple(term for term in terms if not _given(term, threat))
    if missed:
        yield Found("deadline_left_out", "deadline", missed)


def _given(term: Quote, threat: Threat) -> bool:
    """Whether the item gives the term: as the time of the threat, or as a condition that is a term ("until Friday")."""
    if any(map(term.overlaps, threat.time)):
        return True
    return any(term.overlaps(quote) and term.start - quote.start < NEAR // 4 for quote in threat.condition)


def _is_past(quote: Quote, document: Document) -> bool:
    """Whether the words are the day of what was said or done: "said on Tuesday", "last Wednesday"."""
    sentence = document.sentences[quote.sentence - 1]
    before = document.text[max(sentence.start, quote.start - NEAR) : quote.start]
    if pattern("modality", "term").search(before + quote.text):
        return False
    said = rf"{pattern('modality', 'reporting').pattern}\s+(?:[\w’'-]+\s+){{0,2}}(?:on\s+)?$"
    led = before + "on " * quote.text.lower().startswith("on ")
    day = " ".join((*before.split()[-1:], quote.text))
    return re.search(said, led, re.IGNORECASE) is not None or pattern("modality", "past_day").search(day) is not None


def _left_out(numbers: tuple[int, ...], threat: Threat, document: Document) -> Quotes:
    """The sentences whose condition the item does not give."""
    found: list[Quote] = []
    for number in numbers:
        if _follows_demand(number, document):
            found += [sentence_quote(document, number - 1), sentence_quote(document, number)]
        elif _cues_left_out(number, threat, document) or _depends(number, threat, document):
            found.append(sentence_quote(document, number))
    return tuple(dict.fromkeys(found))


def _cues_left_out(number: int, threat: Threat, document: Document) -> Quotes:
    """The words that open a condition in a sentence, but for those before the deadline: "until [the gate falls]"."""
    terms = [term.start for term in threat.deadline]
    cues = condition_cues(document, number)
    return tuple(cue for cue in cues if not any(0 <= start - cue.start <= NEAR // 4 for start in terms))


def _depends(number: int, threat: Threat, document: Document) -> bool:
    """Whether something follows upon what anybody does: "whoever crosses will be shot", "leave or be shot"."""
    sentence = document.sentences[number - 1]
    told = [quote for quote in threat.content if quote.start < sentence.end and sentence.start < quote.end]
    following = sentence.end
    if _goes_on(number, document):
        following = document.sentences[number].end
    return any(
        _FOLLOWS.search(document.text, found.end(), following) is not None or opener is _OR_ELSE
        for opener in (pattern("modality", "contingent_plain"), _OPENS_WITH_WHEN, _WHOEVER, _OR_ELSE)
        for found in opener.finditer(document.text, sentence.start, sentence.end)
        if any(_in_one_breath(found.end(), quote, document) for quote in told)
    )


def _in_one_breath(place: int, quote: Quote, document: Document) -> bool:
    """Whether no verb of saying stands between a place in the sentence and the words of the threat."""
    between = document.text[min(place, quote.end) : max(place, quote.start)]
    return quote.start <= place <= quote.end or pattern("cues", "speaking_verbs").search(between) is None


_OPENS_WITH_WHEN = re.compile(r"(?:[“\"‘'\u2019]|[:;,]\s|\bthat\s)(?:when|once)\s|\b(?:When|Once)\s")
_WHOEVER = re.compile(r"\bthe\s+(?:(?:first|next|last)\s+)?[\w-]+\s+who\s+(?:is|are|\w+s)\s", re.IGNORECASE)
_OR_ELSE = re.compile(
    r"\b(?:must|leave|stop|withdraw|release|surrender|stay|get|give|pay|go|hand|to)\b[^.;!?]*?,?\s[“\"‘]?or\s+(?:(?:we|they|he|she|it|i)\s+(?:will\s+|shall\s+)?[a-z]+|(?:be|die|face|see|burn)\s)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:will|would|shall|must)\b|\w['’]ll\b", re.IGNORECASE)


def _is_condition(threat: Threat, document: Document) -> bool:
    """Whether the words given as condition hold, follow or are followed by a cue of one."""
    strong = pattern("modality", "conditional", "contingent_plain", "ultimatum")
    cues = pattern("modality", "conditional", "ultimatum", "demand", "contingent", "term")
    opening, demand = pattern("modality", "conditional", "contingent"), pattern("modality", "demand")
    for quote in threat.condition:
        sentence = document.sentences[quote.sentence - 1]
        if not _SUBSTANCE.search(opening.sub("", quote.text)) and not demand.fullmatch(quote.text):
            continue
        before = document.text[max(sentence.start, quote.start - NEAR) : quote.start]
        if cues.search(quote.text) or strong.search(before) or _OPENED.search(before) or _ends_in(before, "demand"):
            return True
        if quote.sentence < len(document.sentences) and _follows_demand(quote.sentence + 1, document):
            return True
        if pattern("modality", "ultimatum_opener").search(document.text, quote.end, sentence.end):
            return True
        if _OR.search(document.text, max(quote.start, quote.end - 2), sentence.end):
            return True
    return False


def _ends_in(before: str, entry: str) -> bool:
    """Whether a phrase of this entry ends a text: "demand [the release of]", "until [noon]"."""
    return any(not before[found.end() :].strip() for found in pattern("modality", entry).finditer(before))


_OR = re.compile(r"(?:(?<=\s)|,?\s)or\s+(?:we|they|he|she|it|i|the|else|be|face|die)\b", re.IGNORECASE)


def _has_time(quotes: Quotes, document: Document) -> bool:
    """Whether words of time, a figure, or a preposition of a term directly before them show a deadline."""
    times = pattern("modality", "time", "term")
    return any(
        times.search(quote.text) or _FIGURE.search(quote.text) or _ends_in(words_before(document, quote)[-15:], "term")
        for quote in quotes
    )


_FIGURE = re.compile(r"\d")


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        rf"{pattern('modality', 'term').pattern}\s+(?:[\w’'-]+\s+){{0,3}}?{pattern('modality', 'time').pattern}"
        r"(?:\s+on\s+(?:the\s+)?\w+)?"
        r"|\b(?:giv(?:es?|en|ing)|gave|has|have|had|grant(?:s|ed)?|allow(?:s|ed)?)\s+(?:[\w’'-]+\s+){0,6}?"
        r"(?:minutes|hours|days|weeks)\b(?=[^.;]{0,40}\bto\b)",
        re.IGNORECASE,
    )


def _terms(document: Document, number: int) -> Quotes:
    """Terms such as "by Friday", "within 48 hours", "until noon on Monday" in a sentence."""
    sentence = document.sentences[number - 1]
    return found_in(_term(), document, sentence.start, sentence.end)


CONDITIONS = Check(
    name="conditions",
    reason="A threat without its condition or its term is another threat.",
    applies_to=("threat",),
    codes={
        "condition_left_out": Code("warn", "The sentence holds a condition that the item leaves out."),
        "no_condition_words": Code("warn", "The words given as condition do not read as one."),
        "deadline_left_out": Code("warn", "The sentence holds a term that the item leaves out."),
        "no_time_words": Code("reject", "The words given as deadline hold no time."),
        "deadline_is_past": Code("warn", "The words given as deadline are the day of what was said or done."),
        "condition_elsewhere": Code("reject", "The condition stands apart from the threat."),
        "condition_beside": Code("warn", "The condition stands in a sentence beside the threat."),
        "deadline_elsewhere": Code("reject", "The deadline stands apart from the threat."),
        "deadline_beside": Code("warn", "The deadline stands in a sentence beside the threat."),
        "harm_elsewhere": Code("warn", "The harm stands apart from the threat."),
        "means_elsewhere": Code("warn", "The means stand apart from the threat."),
    },
    run=_run,
)
