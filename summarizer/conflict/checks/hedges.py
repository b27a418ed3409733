"""The article's own hedges, and knowledge at second hand: what leaves a statement less than a fact."""

from collections.abc import Iterable, Iterator
from itertools import chain

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import ACCUSES, CONTRADICTS, MADE_UNSURE_BY_A_HEDGE
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import sentence_span
from summarizer.english.grammar.hedging import is_of_the_doer, opens_verb_of
from summarizer.english.passages import clause
from summarizer.english.sought import found_in, is_among
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.pointing.roles import quotes_in
from summarizer.schemas.brief import Incident, Statement


@in_english
def _hedges(statement: Statement, items: Items) -> Iterator[Found]:
    document = items.document
    given = pattern("modality", "hedge", "hedge_given")
    if statement.hedge and not is_among(given, statement.hedge):
        yield Found("not_a_hedge", "hedge", statement.hedge)
    left_out = () if statement.hedge else _left_out(statement, items)
    if left_out:
        yield Found("hedge_left_out", "hedge", left_out)
    if statement.knowledge != "custody" and (held := _held(statement, document)):
        yield Found("custody_left_out", "knowledge", held)
    if statement.knowledge == "own":
        spans = (clause(quote, document) for quote in statement.cue)
        told = (found_in(pattern("modality", "hearsay"), document, *span) for span in spans)
        if hearsay := tuple(chain.from_iterable(told)):
            yield Found("perhaps_hearsay", "knowledge", hearsay)


def _held(statement: Statement, document: Document) -> Quotes:
    """Words beside a confession that say that whoever makes it is held."""
    confessing = (cue for cue in statement.cue if pattern("cues", "acknowledge").search(cue.text))
    held = (found_in(pattern("modality", "custody"), document, *sentence_span(document, cue)) for cue in confessing)
    return tuple(chain.from_iterable(held))


def _left_out(statement: Statement, items: Items) -> Quotes:
    if statement.kind in CONTRADICTS:
        return _of_the_denying(statement, items.document)
    if statement.kind not in MADE_UNSURE_BY_A_HEDGE:
        return ()
    about = [items.incidents[link.incident] for link in statement.about if link.incident in items.incidents]
    harmed = _harmed(about)
    hedges = (
        hedge
        for quote in (*statement.cue, *statement.content)
        for hedge in _hedge_cues(quote, items.document)
        if not any(struck.holds(hedge) for struck in harmed)
    )
    author_too = statement.kind in ACCUSES
    return tuple(dict.fromkeys(hedge for hedge in hedges if author_too or not is_of_the_doer(hedge, items.document)))


def _of_the_denying(statement: Statement, document: Document) -> Quotes:
    """Hedges of the denying itself: "denied the alleged raid" hedges the raid."""
    own = [quote for quote in statement.cue if pattern("cues", "speech").match(quote.text)]
    return tuple(
        hedge
        for quote in statement.cue
        for hedge in _hedge_cues(quote, document)
        if quote in own or opens_verb_of(hedge, quote, document)
    )


def _harmed(about: Iterable[Incident]) -> Quotes:
    """The words for those struck: "suspected smugglers" doubts what they are, and not that they were shot."""
    parts = chain.from_iterable((*incident.targets, *incident.casualties) for incident in about)
    return tuple(quote for part in parts for _, quote in quotes_in(part))


def _hedge_cues(quote: Quote, document: Document) -> Quotes:
    """Hedges in the clause of these words, on the same side of quotation marks."""
    hedge, none = pattern("modality", "hedge"), pattern("modality", "not_hedge")
    return found_in(hedge, document, *clause(quote, document), without=none)


HEDGES = Check(
    name="hedges",
    reason="A hedge that is left out makes a rumour a fact.",
    applies_to=("statement",),
    codes={
        "hedge_left_out": Code("warn", "The article hedges this; it is treated as hedged."),
        "custody_left_out": Code("warn", "Whoever admits this is held by others, and the item does not say so."),
        "perhaps_hearsay": Code(
            "warn", "It is given as own knowledge, and the words beside it pass on what others told."
        ),
        "not_a_hedge": Code("note", "The words given as hedge are none that is known."),
    },
    run=_hedges,
)
