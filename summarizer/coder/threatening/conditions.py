"""What a threat depends on, and by when: the clauses of condition and the terms in what is said."""

import re
from functools import cache
from itertools import pairwise

from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import verb_forms
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.violence.incidents import mention
from summarizer.documents.document import Document
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Value

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
        if at is not None and not _is_struck(at, parsed):
            return [mention(parsed, at, _clause_end(at, parsed))]
    return (
        _term_given(parsed, said) or _demand_before(parsed, parsed, said, speech) or _term_before(parsed, said, speech)
    )


def _is_struck(at: int, parsed: Parsed) -> bool:
    """Whether "any …" is what a verb is done to: "vowed to fight any foreign troops" depends on nothing."""
    any_of = parsed.tokens[at].low in ("any", "anyone", "anybody", "every")
    return any_of and any(each.first == at for frame in parsed.frames for each in frame.objects)


def _term_given(parsed: Parsed, said: Span) -> Value:
    """What must be done within the term that somebody is given: "gave them two days to leave"."""
    for giving, demand in pairwise(parsed.frames):
        given = giving.base in ("give", "set") and demand.infinitive and said[0] <= demand.first <= said[1]
        if given and _counts_time(giving, parsed):
            return [mention(parsed, demand.first, _clause_end(demand.first, parsed))]
    return []


def _term_before(parsed: Parsed, said: Span, speech: Speech) -> Value:
    """The same in the sentence before, of the same paragraph: "gave them two days to leave. After that …"."""
    before = speech.before(parsed)
    if before is None:
        return []
    given = _term_given(before, (0, len(before.tokens) - 1))
    return given or _demand_before(before, parsed, said, speech)


def _demand_before(before: Parsed, parsed: Parsed, said: Span, speech: Speech) -> Value:
    """ "You must leave. We will shell what is left": what somebody is told to do by who goes on to threaten."""
    saying = speech.at(parsed, said[1])
    for frame in before.frames:
        inside = saying is not None and speech.at(before, frame.verb) is saying
        own = any(before.tokens[each.first].low in word_set("threatening", "own") for each in frame.subjects)
        if inside and frame.modal == "must" and not own and speech.quotation(before, frame.verb) is not None:
            first = min([frame.first, *(each.first for each in frame.subjects)])
            return [mention(before, first, _clause_end(first, before))]
    order = next((at for at in range(len(before.tokens) - 2) if _is_order(at, before)), None)
    if order is None or saying is None or speech.at(before, order) is not saying:
        return []
    return [mention(before, order, _clause_end(order, before))]


def _is_order(at: int, parsed: Parsed) -> bool:
    """Whether a quotation opens with a verb in its base form: "Leave the valley"."""
    form = verb_forms().get(parsed.tokens[at].low)
    opens = at > 0 and parsed.tokens[at - 1].tag is Tag.QUOTE and parsed.tokens[at].quoted
    follows = parsed.tokens[at + 1].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION)
    return opens and follows and form is not None and "base" in form.forms


def _counts_time(giving: Frame, parsed: Parsed) -> bool:
    """Whether "48 hours" or a deadline stands behind the verb."""
    behind = parsed.tokens[giving.verb + 1 : giving.verb + _NEAR]
    return any(token.low in word_set("times", "units") or token.low in ("deadline", "ultimatum") for token in behind)


_NEAR = 8  # tokens behind a verb of giving within which the term stands


def _otherwise(parsed: Parsed, said: Span) -> int | None:
    """The token of "otherwise", or of "or" before what will befall, behind a demand in the same sentence."""
    inside = range(said[0] + 2, said[1])
    found = (at for at in inside if parsed.tokens[at].low in ("otherwise", "else") or _threatens_behind(at, parsed))
    return next(found, None)


def _threatens_behind(at: int, parsed: Parsed) -> bool:
    """Whether "or" stands here and a verb in its base form behind it: 'to leave or "be shot"'."""
    behind = next((token for token in parsed.tokens[at + 1 :] if token.tag is not Tag.QUOTE), None)
    return (
        parsed.tokens[at].low == "or"
        and behind is not None
        and behind.low in ("be", "die", "face", "bury", "we", "your")
    )


def _demand(parsed: Parsed, said: Span, opener: str) -> Value:
    """The sentence before "Otherwise", as far as the same quotation goes."""
    words = _quoted_end(parsed.document, parsed.sentence.number - 1)
    inside = mention(parsed, said[0], said[0])
    return [Mention(sentence=parsed.sentence.number - 1, text=words), inside] if words else []


def _quoted_end(document: Document, number: int) -> str:
    """What is quoted at the end of a sentence, without its mark; all of it where no quotation opens there."""
    text = document.words(number)
    opened = max(text.rfind(mark) for mark in '“"«„')
    return text[opened + 1 :].strip().rstrip(".!")


def _clause_end(at: int, parsed: Parsed) -> int:
    """The end of a clause of condition: the next mark, or where the main clause begins."""
    last = next(
        (place - 1 for place in range(at + 1, len(parsed.tokens)) if parsed.tokens[place].tag in _ENDS),
        len(parsed.tokens) - 1,
    )
    inside = [frame for frame in parsed.frames if at < frame.first <= last and not _hangs_on(frame, parsed)]
    if len(inside) > 1 and not inside[1].infinitive and not inside[1].opener:
        main = inside[1].subjects[0].first if inside[1].subjects else inside[1].first
        begins = main if main > inside[0].verb else inside[1].first
        if parsed.tokens[begins - 1].tag is not Tag.COORDINATOR:
            last = min(last, begins - 1)
    return max(at, last)


def _hangs_on(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb in -ing goes on with the one before: "if they kept working"."""
    return frame.first == frame.verb and parsed.tokens[frame.verb].tag is Tag.ING


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
