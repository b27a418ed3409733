"""The proposition that each kept statement and threat comes to, for a second opinion on it."""

from collections.abc import Iterator

from summarizer.asking.second_opinion import Proposition
from summarizer.conflict.items import Item, Items
from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.documents.document import Document, sentence_quote
from summarizer.documents.quotes import Quotes
from summarizer.english.passages import widened
from summarizer.schemas.brief import Statement, Threat, UnverifiedBrief


def propositions(brief: UnverifiedBrief, document: Document) -> Iterator[Proposition]:
    """What a second opinion is asked of a brief, in the article's words and fixed ones of ours.

    Args:
        brief: the brief; nobody is asked of what it rejected.
        document: the article that it is of.

    Yields:
        One proposition for each kept statement, then for each threat, with the sentences to hold it against.
    """
    items = Items.of_brief(brief, document)
    for statement in brief.statements:
        yield Proposition("statement", statement.id, _of_statement(statement, items), _passage(statement, items))
    for threat in brief.threats:
        yield Proposition("threat", threat.id, _of_threat(threat, items), _passage(threat, items))


def evidence(item: Item, items: Items) -> Quotes:
    """The passage that an item rests on.

    Args:
        item: an item of the brief.
        items: the items of its article.

    Returns:
        The whole sentences that its quotations stand in, widened so that no condition, negation or attribution is cut
        off, each once and in order.
    """
    document = items.document
    return tuple(sentence_quote(document, number) for number in widened(items.sentences(item), document))


def _of_statement(statement: Statement, items: Items) -> str:
    """Such as: “The army” denies having done this: “our forces were not there”."""
    says = STATEMENT_KINDS[statement.kind].proposition.format(whom=_names(statement.whom, items) or "somebody")
    hedged = ", hedged" if statement.hedge else ""
    return f"{_name(statement.speaker, items)} {says}{hedged}: {_words(statement.content or statement.cue)}"


def _of_threat(threat: Threat, items: Items) -> str:
    """Such as: “The Front” threatens “the port” with harm, on the condition “if ships come”: “we will burn it”."""
    targets = ", ".join(_words(target.text) for target in threat.targets) or "somebody"
    condition = f", on the condition {_words(threat.condition)}" if threat.condition else ""
    return f"{_name(threat.issuer, items)} threatens {targets} with harm{condition}: {_words(threat.content)}"


def _passage(item: Statement | Threat, items: Items) -> tuple[int, ...]:
    return tuple(quote.sentence for quote in evidence(item, items))


def _name(actor: int | None, items: Items) -> str:
    found = items.speaker(actor)
    return _words(found.name) if found else "The article itself"


def _names(actors: tuple[int, ...], items: Items) -> str:
    return " and ".join(_name(actor, items) for actor in actors)


def _words(quotes: Quotes) -> str:
    return "“" + " […] ".join(quote.text for quote in quotes) + "”"
