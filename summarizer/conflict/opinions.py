"""A second opinion on each kept item: the proposition that it comes to, and the mark that a verdict leaves."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.asking.opinion import Verdict
from summarizer.conflict.items import KINDS, Items
from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.documents.document import Document
from summarizer.english.passages import evidence
from summarizer.schemas.brief import Brief, Finding, Quotes, Statement, Threat
from summarizer.schemas.vocabulary import ItemKind

MESSAGES: dict[Verdict, str] = {
    "contradicted": "A second reading of the passage says that it says otherwise.",
    "not_stated": "A second reading of the passage does not find this in it.",
}
"""Verdicts that leave a mark. A verdict never adds, keeps or raises anything."""


@dataclass(frozen=True)
class Proposition:
    """One sentence on one item, and the numbers of the sentences that it is to be held against."""

    kind: ItemKind
    id: int
    text: str
    sentences: tuple[int, ...]


def propositions(brief: Brief, document: Document) -> Iterator[Proposition]:
    """One proposition for each kept statement and threat, in the article's words and fixed ones of ours."""
    lists = {name: {item.id: item for item in getattr(brief, name)} for name in KINDS.values()}
    items = Items(document=document, **lists)
    for statement in brief.statements:
        yield Proposition("statement", statement.id, _of_statement(statement, items), _passage(statement, items))
    for threat in brief.threats:
        yield Proposition("threat", threat.id, _of_threat(threat, items), _passage(threat, items))


def mark(proposition: Proposition, verdict: Verdict) -> Finding | None:
    """The mark that a verdict leaves on the item; none where it is supported."""
    if verdict == "supported":
        return None
    return Finding(
        check="second_opinion",
        code=verdict,
        severity="warn",
        item=proposition.kind,
        id=proposition.id,
        message=MESSAGES[verdict],
    )


def _of_statement(statement: Statement, items: Items) -> str:
    says = STATEMENT_KINDS[statement.kind].proposition.format(whom=_names(statement.whom, items) or "somebody")
    hedged = ", hedged" if statement.hedge else ""
    return f"{_name(statement.speaker, items)} {says}{hedged}: {_words(statement.content or statement.cue)}"


def _of_threat(threat: Threat, items: Items) -> str:
    targets = ", ".join(_words(target.text) for target in threat.targets) or "somebody"
    condition = f", on the condition {_words(threat.condition)}" if threat.condition else ""
    return f"{_name(threat.issuer, items)} threatens {targets} with harm{condition}: {_words(threat.content)}"


def _passage(item: Statement | Threat, items: Items) -> tuple[int, ...]:
    return tuple(quote.sentence for quote in evidence(item, items))


def _name(actor: int | None, items: Items) -> str:
    found = items.speaker(actor)
    return "The article itself" if actor is None or found is None else _words(found.name)


def _names(actors: tuple[int, ...], items: Items) -> str:
    return " and ".join(_name(actor, items) for actor in actors)


def _words(quotes: Quotes) -> str:
    return "“" + " […] ".join(quote.text for quote in quotes) + "”"
