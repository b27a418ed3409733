"""Negation: words cut out so that the "not" that governs them is left behind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

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
from summarizer.english.grammar.negation import negation_of, negations, none_behind
from summarizer.english.sought import stands_in
from summarizer.lexicons import pattern
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
        yield from (Found("negated_cue", "", (cue,)) for cue in statement.cue if _denies_not(cue, document))
    elif statement.kind in MADE_BY_NEGATION:
        yield from _silence(statement, document)
    elif statement.kind in TURNED_BY_NEGATION:
        yield from _cut(statement.cue, "cue", document)
        if statement.kind in TURNED_BY_NEGATED_CONTENT:
            yield from _cut(statement.content, "content", document)
        if statement.kind in TURNED_BY_NEGATION_WITHIN:
            yield from _negated_within(statement, document)


def _denies_not(cue: Quote, document: Document) -> bool:
    """Whether a cue holds a word of denial with the negation that governs it."""
    denials = pattern("cues", "deny").finditer(document.text, cue.start, cue.end)
    negated = (negation_of(denial.start(), document) for denial in denials)
    return any(negation is not None and negation.start >= cue.start for negation in negated)


def _silence(statement: Statement, document: Document) -> Iterator[Found]:
    """Words for a silence whose negation is quoted nowhere, neither with them nor with the content."""
    for found in _cut(statement.cue, "cue", document):
        negation = found.quotes[0]
        if not stands_in(negation.start, statement.content):
            yield replace(found, code="silence_cut")


def _cut(quotes: Iterable[Quote], field: str, document: Document) -> Iterator[Found]:
    for quote in quotes:
        negation = negation_of(quote.start, document)
        if negation is not None:
            yield Found("negation_cut", "", (negation, quote))
        elif field == "content" and (follows := none_behind(quote, document)):
            yield Found("negation_follows", "", (quote, follows))


def _negated_within(statement: Statement, document: Document) -> Iterator[Found]:
    """A cue that itself begins with a negation, for a statement that upholds something."""
    for cue in statement.cue:
        first = next(iter(negations(document, cue.start, cue.end)), None)
        if first is not None and first.end < cue.end and len(document.text[cue.start : first.start].split()) <= LEAD:
            yield Found("negated_cue", "", (cue,))


LEAD = 2
"""Words of a cue before a negation with which it begins all the same."""


def _threat(threat: Threat, document: Document) -> Iterator[Found]:
    """Harm that the issuer says it will not do; "will not rest" and "not … if" stay threats."""
    cut = list(_cut(threat.content, "content", document))
    yield from cut
    for quote in () if cut else threat.action or threat.content:
        conditional = pattern("modality", "conditional").search(document.words(quote.sentence))
        harms = pattern("cues", "violence").finditer(document.text, quote.start, quote.end)
        if not conditional and any(negation_of(harm.start(), document) for harm in harms):
            yield Found("negated_harm", "", (quote,))


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
