"""Sentences with words of threat, attack or claim that nothing in a brief cites."""

import re
from functools import cache

from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentence_quote
from summarizer.documents.quotes import Quotes
from summarizer.english.grammar.parsing import parse
from summarizer.lexicons import Phrases, pattern, phrases_pattern, word_set, words

SIGNS = ("attack", "threat", "claim")
"""Entries of harm.toml whose words make a sentence worth citing."""

_BETWEEN = 2
"""The most words between "will" and the harm that will be."""

_BACK = 4
"""Sentences from an answer back to what it may be of, as the coder links them."""


def uncovered(items: Items) -> Quotes:
    """The sentences that hold such words, or tell of harm to come in others, and that no incident, statement, threat or warning quotes, in order.

    The names of actors cite nothing: that somebody is named in a sentence says nothing of what it tells.

    Args:
        items: the items that are in the brief.

    Returns:
        Whole sentences; none for an article that is not in English, whose words nobody here knows.
    """
    document = items.document
    if document.language != "en":
        return ()
    cited = {number for kind, item in items.all() if kind != "actor" for number in items.sentences(item)}
    uncited = [sentence.number for sentence in document.sentences if sentence.number not in cited]
    signs = (has_signs, tells_of_harm_to_come, answers_for_harm)
    worth = [number for number in uncited if any(sign(document, number) for sign in signs)]
    return tuple(sentence_quote(document, number) for number in worth)


def has_signs(document: Document, number: int) -> bool:
    """Whether a sentence holds words of threat, attack or claim outside set phrases such as "heart attack".

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    return pattern("harm", *SIGNS).search(_plain(document, number)) is not None


def tells_of_harm_to_come(document: Document, number: int) -> bool:
    """Whether a sentence promises, warns or foretells harm in other words: "vowed to burn the depot unless".

    What is of law, trade or sport does not count.

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    plain = _plain(document, number)
    if pattern("threatening", "other_than_harm").search(plain):
        return False
    return any(_promises(found, plain) for found in pattern("harm", "promising", "coming").finditer(plain))


def _promises(found: re.Match[str], plain: str) -> bool:
    """Whether words of harm stand behind a word of promising; behind "will", with two words at most between."""
    harm = _harm().search(plain, found.end())
    if harm is None:
        return False
    between = plain[found.end() : harm.start()].split()
    return found.group().lower() in word_set("harm", "promising") or len(between) <= _BETWEEN


def answers_for_harm(document: Document, number: int) -> bool:
    """Whether somebody denies, blames, claims or confirms an act of violence, or what was told in the sentences before.

    Words that only point to it ("denied it", "blamed the state") count where one of these sentences holds words of threat
    or attack. A denial that names another matter is of that.

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    plain = _plain(document, number)
    near = range(max(1, number - _BACK), number)
    if _answering().search(plain) is None:
        return False
    if not any(has_signs(document, each) for each in near):
        return False
    # The reading of who says what is the coder's: whoever asks a model needs it for such sentences only.
    from summarizer.conflict.coder.discourse.answering import answers_in, names_no_other_matter

    return any(map(names_no_other_matter, answers_in(parse(document, document.sentences[number - 1]))))


@cache
def _answering() -> Phrases:
    """Words without one of which no sentence denies, blames, claims or confirms."""
    tables = ("denying", "blaming", "confirming", "admitting", "taking_back", "disowning", "disputing")
    nouns = ("responsibility", "credit", "blame", "finger", "owned up", "accountable", "accusations", "allegations")
    others = ("claimed", "claims", "claim", "claiming", "baseless", "false", "absurd", "recriminations", "responsible")
    return phrases_pattern((*words("sayings", *tables, "responsible", "no_part"), *nouns, *others))


@cache
def _harm() -> Phrases:
    """Words of harm to come, but for those that are used of much else."""
    loose = word_set("harm", "loose")
    return phrases_pattern(each for each in words("threatening", "harm", "veiled") if each not in loose)


def _plain(document: Document, number: int) -> str:
    """The words of a sentence without set phrases that mean no violence."""
    return pattern("harm", "figurative").sub("|", document.words(number))
