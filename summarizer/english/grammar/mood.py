"""Whether a verb tells what happened, or only what may, will or should: by the words that it stands with."""

import re

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag, Token

TO_COME = frozenset({
    "will", "would", "could", "may", "might", "shall", "should", "can", "must", "'ll", "'d", "cannot",
    "won't", "ought",
})  # fmt: skip
"""Auxiliaries of what has not happened."""
_BARE = frozenset({Tag.BASE, Tag.ING})
_ENDS = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
_PARTS = frozenset({Tag.BREAK, Tag.COMMA, Tag.QUOTE})
NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})
"""Words that say that there is no such thing or person."""
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest", "till"})


def is_open(frame: Frame, parsed: Parsed) -> bool:
    """Whether its auxiliary, a negation, a subject such as "nobody" or a condition leaves open that it happened, or denies it."""
    denied = frame.negated or any(is_none(each, parsed) for each in frame.subjects)
    return denied or is_to_come(frame, parsed) or is_conditional(frame, parsed)


def is_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether its auxiliary, or that of a verb that it goes on with, tells of what has not happened."""
    return frame.modal in TO_COME or _goes_on(frame, parsed)


def is_perfect(frame: Frame, parsed: Parsed) -> bool:
    """Whether "have" stands among its auxiliaries: "may have struck", "would have been signed"."""
    return "have" in parsed.low(frame.first, frame.verb).split()[1:-1]


def is_none(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase says that there is no such thing or person: "no rocket", "none of the men"."""
    return parsed.tokens[phrase.first].low in NOBODY


def may_tell_of_none(sentence: int, document: Document) -> bool:
    """Whether one of the words stands in the sentence without which nothing in it `is_none`: no other need be parsed for it."""
    return _NONE.search(document.words(sentence)) is not None


def telling_of_none(quotes: Quotes, document: Document) -> Quotes:
    """Those words in whose sentences something may be none."""
    return tuple([quote for quote in quotes if may_tell_of_none(quote.sentence, document)])


_NONE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(NOBODY))})(?!\w)", re.IGNORECASE)


def _goes_on(frame: Frame, parsed: Parsed) -> bool:
    """Whether a bare form goes on with a verb that is to come: "will come out and burn", but not "will be tried for burning"."""
    before = parsed.tokens[frame.first - 1]
    governed = before.tag is Tag.PREPOSITION and before.low != "by"
    if governed or parsed.tokens[frame.first].tag not in _BARE:
        return False
    whole = (each for each in reversed(parsed.frames) if parsed.tokens[each.first].tag not in _BARE)
    leads = next((each for each in whole if each.verb < frame.first), None)
    if leads is None or leads.modal not in TO_COME:
        return False
    return not any(token.tag in _ENDS for token in parsed.tokens[leads.verb : frame.first])


def is_conditional(frame: Frame, parsed: Parsed) -> bool:
    """Whether the clause, or the one that it continues, opens with a condition, or somebody leaves it open."""
    for at in range(frame.first - 1, -1, -1):
        token = parsed.tokens[at]
        if token.tag in _PARTS:
            return False
        if token.tag is Tag.SUBORDINATOR:
            return token.low in _CONDITIONS
    return False


def is_present(frame: Frame, tokens: list[Token]) -> bool:
    """Whether it is a present tense without auxiliary, which tells a habit."""
    verb = tokens[frame.verb]
    form = verb_form(verb.low)
    alone = frame.first == frame.verb and verb.tag in (Tag.VERB, Tag.BASE)
    return alone and form is not None and "past" not in form.forms
