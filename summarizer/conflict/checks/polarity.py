"""Negation: words cut out so that the "not" that governs them is left behind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import (
    MADE_BY_NEGATION,
    TURNED_BY_NEGATED_CONTENT,
    TURNED_BY_NEGATION,
    TURNED_BY_NEGATION_WITHIN,
    WORDED_BY_NEGATION,
)
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import words_after, words_before
from summarizer.lexicons import pattern, words
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Statement, ThirdPartyWarning, Threat


@in_english
def _run(item: Statement | Threat | ThirdPartyWarning, items: Items) -> Iterator[Found]:
    if isinstance(item, declared.Statement):
        yield from _statement(item, items.document)
        return
    cut = list(_cut(item.cue, "cue", items.document))
    yield from cut
    if isinstance(item, declared.Threat) and not cut:
        yield from _threat(item, items.document)


def _statement(statement: Statement, document: Document) -> Iterator[Found]:
    if statement.kind in WORDED_BY_NEGATION:
        denying = [cue for cue in statement.cue if pattern("cues", "deny").match(cue.text)]
        yield from _cut(denying, "cue", document)
        yield from (Found("negated_cue", "", (cue,)) for cue in statement.cue if _DENIES_NOT.search(cue.text))
    elif statement.kind in MADE_BY_NEGATION:
        yield from _silence(statement, document)
    elif statement.kind in TURNED_BY_NEGATION:
        yield from _cut(statement.cue, "cue", document)
        if statement.kind in TURNED_BY_NEGATED_CONTENT:
            yield from _cut(statement.content, "content", document)
        if statement.kind in TURNED_BY_NEGATION_WITHIN:
            yield from _negated_within(statement)


def _silence(statement: Statement, document: Document) -> Iterator[Found]:
    """Words for a silence whose negation is quoted nowhere, neither with them nor with the content."""
    for found in _cut(statement.cue, "cue", document):
        negation = found.quotes[0]
        if not any(each.start <= negation.start < each.end for each in statement.content):
            yield replace(found, code="silence_cut")


def _cut(quotes: Iterable[Quote], field: str, document: Document) -> Iterator[Found]:
    for quote in quotes:
        governor = governing_negation(quote, document, as_verb=field == "cue" or _opens_with_verb(quote))
        if governor is not None:
            yield Found("negation_cut", "", (governor, quote))
        elif field == "content" and (follows := _FOLLOWING_NEGATION.match(document.text, quote.end)):
            yield Found("negation_follows", "", (quote, document.quote(follows.start(1), follows.end())))


_FOLLOWING_NEGATION = re.compile(
    r"\s+(nothing|none|no|not)\b(?!\s+(?:only|later|more|less|fewer|longer|one|doubt|matter|far)\b)"
)
"""A negation right behind words that upholds what it denies, where they are cut off before it: "it had fired | no rockets"."""


def _negated_within(statement: Statement) -> Iterator[Found]:
    """A cue that itself begins with a negation, for a statement that upholds something."""
    for cue in statement.cue:
        found = _OPENING_NEGATION.match(cue.text)
        if found and not pattern("negation", "no_negation").search(cue.text):
            yield Found("negated_cue", "", (cue,))


def _threat(threat: Threat, document: Document) -> Iterator[Found]:
    """Harm that the issuer says it will not do; "will not rest" and "not … if" stay threats."""
    cut = list(_cut(threat.content, "content", document))
    yield from cut
    for quote in () if cut else threat.action or threat.content:
        sentence = document.words(quote.sentence)
        if _CONDITION.search(sentence):
            continue
        if _refuses_harm(words_before(document, quote), quote.text):
            yield Found("negated_harm", "", (quote,))


def _refuses_harm(before: str, words: str) -> bool:
    """Whether a word of violence within the words stands under one of refusal or denial, here or before them."""
    text = before + words
    harms = pattern("cues", "violence").finditer(text, len(before))
    return any(_refusing().search(text, 0, harm.start()) for harm in harms)


# --- what governs what ------------------------------------------------------------------------------


def governing_negation(quote: Quote, document: Document, *, as_verb: bool = True) -> Quote | None:
    """The negation directly before the words, with only helping words between; None if there is none.

    As a verb, the words are also governed by a negative subject: "No group has | claimed".
    """
    before = words_before(document, quote)
    masked = pattern("negation", "no_negation").sub(lambda found: "#" * len(found.group()), before)
    negates = pattern("negation", "negators", "negating_verbs").search(masked) or _CONTRACTION.search(masked)
    if not negates or _UNTIL.search(words_after(document, quote)):
        return None
    found = _directly_before().search(masked) or (_negative_subject().search(masked) if as_verb else None)
    if found is None or _spans_quotation(masked[found.start() :]):
        return None
    start = quote.start - len(before) + found.start("negation")
    return document.quote(start, start + len(found.group("negation")))


def _spans_quotation(text: str) -> bool:
    return any(mark in text for mark in '“”"')


def _opens_with_verb(quote: Quote) -> bool:
    return _VERB_FIRST.match(quote.text) is not None or pattern("cues", "violence_done").match(quote.text) is not None


@cache
def _any(name: str, *entries: str) -> str:
    phrases = sorted(words(name, *entries), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)


_CONTRACTED = r"\w+n[’']t"
_CONTRACTION = re.compile(r"n[’']t", re.IGNORECASE)


@cache
def _directly_before() -> re.Pattern[str]:
    negation = rf"(?P<negation>(?<!\w)(?:{_any('negation', 'negators', 'negating_verbs')}|{_CONTRACTED}))(?!\w)"
    between = rf"(?:,?\s+(?:{_any('negation', 'between')}|\w+ly)(?!\w),?)*\s*"
    return re.compile(rf"{negation}{between}$", re.IGNORECASE)


@cache
def _negative_subject() -> re.Pattern[str]:
    negation = r"(?P<negation>(?<!\w)(?:no|none|neither|nobody|no one))(?!\w)"
    helping = rf"(?:{_any('negation', 'auxiliaries')}|\w+ly)"
    stops = (
        rf"(?:{_any('negation', 'auxiliaries')}|and|but|as|that|which|who|whom|when|where|while|after|before|said|says)"
    )
    noun = rf"(?:\s+(?:of\s+(?:the|its|their|these|those)|(?!{stops}(?!\w))(?!(?:the|a|an)\s)[\w’'-]+))"
    return re.compile(rf"{negation}{noun}{{0,6}}(?:,?\s+{helping}(?!\w),?)*\s*$", re.IGNORECASE)


@cache
def _refusing() -> re.Pattern[str]:
    """What stands before harm that somebody says it will not do, or does not mean, up to the harm itself."""
    helping = r"(?:again|ever|yet|be|going|to|threaten|threatened|intend|intended|plan|planned|want|wish|mean|\w+ly)"
    negated = rf"(?:\b(?:not|never)|{_CONTRACTED})(?:\s+{helping})*\s+"
    unmeant = r"\b(?:no|any)\s+(?:intention|intentions|plan|plans|desire|wish|thought)\s+(?:of|to|for)\s+"
    denied = rf"\b(?:{_any('negation', 'denying_harm')})\s+(?:(?!(?:and|but|or)\b)[\w’'-]+\s+){{0,4}}?"
    return re.compile(rf"(?:{negated}|{unmeant}|{denied})$", re.IGNORECASE)


_OPENING_NEGATION = re.compile(
    rf"(?:\w+\s+){{0,2}}?(?:not|cannot|unable to|never|no|nobody|neither|nor|declined to|refused to|failed to|yet to|{_CONTRACTED})(?!\w)",
    re.IGNORECASE,
)
_DENIES_NOT = re.compile(
    rf"(?<!\w)(?:not|never|neither\s+\w+\s+nor|cannot|(?:declin|refus)\w+\s+to|{_CONTRACTED})\s+(?:\w+ly\s+)?den(?:y|ied)\b",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(r"(?:has|have|had|is|are|was|were|will|would)\b", re.IGNORECASE)
_UNTIL = re.compile(r"^[^,;:.]*\buntil\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|unless|until|as long as|otherwise|or else|only|provided|again)\b", re.IGNORECASE)

POLARITY = Check(
    name="polarity",
    reason="A quotation without the negation that governs it says the opposite of what the article says.",
    applies_to=("statement", "threat", "warning"),
    codes={
        "negation_cut": Code("reject", "The article negates these words; the quotation leaves the negation out."),
        "negation_follows": Code("warn", "A negation follows these words; the quotation breaks off before it."),
        "silence_cut": Code("warn", "The article negates these words; read the negation with them."),
        "negated_cue": Code("reject", "The words say that this was not said or done."),
        "negated_harm": Code("reject", "The article says that this harm will not be done."),
    },
    run=_run,
)
