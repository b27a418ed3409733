"""What a threat depends on, and by when: the clauses of condition and the terms in what is said."""

import re
from functools import cache

from summarizer.conflict.coder.discourse.sayings import Span, trimmed
from summarizer.conflict.coder.threatening.harms import those_who, without_marks
from summarizer.conflict.coder.threatening.tense import follows_or, is_to_come
from summarizer.conflict.coder.violence.incidents import mention
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import pattern
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Value

_ENDS = frozenset({Tag.COMMA, Tag.BREAK, Tag.QUOTE})
_ANY = frozenset({"any", "every", "each", "all"})
_ELSE = frozenset({"otherwise", "else"})


def condition_in(parsed: Parsed, said: Span) -> Value:
    """The condition in the sentence of a threat; of "go or be shot", or behind "Otherwise", the demand before it."""
    inside = next((at for at in range(said[0] + 2, said[1]) if parsed.tokens[at].low in _ELSE), None)
    if inside is not None:
        return [mention(parsed, said[0], inside)]
    number = parsed.sentence.number
    if number > 1 and pattern("modality", "ultimatum_opener").match(parsed.text(*said)):
        return [_demand(parsed, number - 1), mention(parsed, said[0], said[0])]
    choice = _before_choice(parsed, said)
    if choice is not None:
        return [mention(parsed, *choice)]
    start = parsed.sentence.start
    for match in _openers().finditer(without_marks(parsed.document.text[start : parsed.sentence.end])):
        at = next((at for at, token in enumerate(parsed.tokens) if token.start >= start + match.start()), None)
        if at is not None and parsed.tokens[at].low == "or":
            return [mention(parsed, said[0], at - 1)] if said[0] < at else []
        if at is not None:
            return [mention(parsed, at, _end_of_subject(at, parsed) or _clause_end(at, parsed))]
    whom = next((each.first for each in those_who(parsed, said) if parsed.tokens[each.first].low in _ANY), None)
    return [mention(parsed, whom, _end_of_subject(whom, parsed) or whom)] if whom is not None else []


def _before_choice(parsed: Parsed, said: Span) -> Span | None:
    """What must be done, before "or be killed"."""
    choice = next((each.first for each in parsed.verbs_in(*said) if follows_or(each, parsed)), said[0])
    alternatives = [at for at in range(said[0] + 1, choice) if parsed.tokens[at].low == "or"]
    return trimmed(parsed, (said[0], alternatives[-1] - 1)) if alternatives else None


def _end_of_subject(at: int, parsed: Parsed) -> int | None:
    """Where those end who do what is not to be done: before the verb of what will befall them."""
    for frame in parsed.frames:
        if any(each.first <= at <= each.last for each in frame.subjects) and is_to_come(frame, parsed):
            return trimmed(parsed, (at, frame.first - 1))[1]
    return None


def deadline_in(parsed: Parsed) -> Value:
    """The term in the sentence of a threat: "within 48 hours", "by Friday"."""
    match = _term().search(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
    while match is not None and (inner := _term().search(match.string, match.start() + 1, match.end())):
        match = inner  # of "has given the town until Friday" only the term
    return [Mention(sentence=parsed.sentence.number, text=match.group())] if match else []


def _demand(parsed: Parsed, number: int) -> Mention:
    """What the sentence before "Otherwise" demands, from where a quotation opens in it."""
    text = parsed.document.words(number)
    opened = max(text.rfind(mark) for mark in '“"«„')
    return Mention(sentence=number, text=text[opened + 1 :].strip().rstrip(".!") or text)


def _clause_end(at: int, parsed: Parsed) -> int:
    """The end of a clause of condition: the next mark, or where the main clause begins."""
    marks = (place for place in range(at + 1, len(parsed.tokens)) if parsed.tokens[place].tag in _ENDS)
    last = next(marks, len(parsed.tokens)) - 1
    inside = [frame for frame in parsed.frames if at < frame.first <= last]
    if len(inside) > 1 and not inside[1].opener:
        main = inside[1].subjects[0].first if inside[1].subjects else inside[1].first
        last = min(last, main - 1)
    return max(at, last)


@cache
def _openers() -> re.Pattern[str]:
    both = f"(?:{pattern('modality', 'conditional').pattern}|{pattern('threatening', 'whoever').pattern})"
    return re.compile(both, re.IGNORECASE)


@cache
def _term() -> re.Pattern[str]:
    term, time = pattern("modality", "term").pattern, pattern("modality", "time").pattern
    return re.compile(rf"{term}\s+(?:[\w’'-]+\s+){{0,3}}?{time}", re.IGNORECASE)
