"""What the coder's draft says of a few sentences, in short: helpers of its tests."""

from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.schemas.draft import Actor, Draft, Statement, Threat, Value


def drafted(text: str) -> Draft:
    """The draft of an article of this text."""
    return code(Document.from_text(text))


def words(value: Value) -> str:
    """A value as its mentions, joined."""
    return " […] ".join(mention.text for mention in value)


def named(draft: Draft, actor: int | None) -> str | None:
    """The name of an actor, by its id."""
    return next((words(each.name) for each in draft.actors if each.id == actor), None)


def said(text: str) -> list[tuple[str, str | None]]:
    """Kind and speaker of every statement, in order."""
    draft = drafted(text)
    return [(each.kind, named(draft, each.speaker)) for each in draft.statements]


def statement(text: str, kind: str) -> tuple[Draft, Statement]:
    """The only statement of a kind, with its draft."""
    draft = drafted(text)
    (found,) = [each for each in draft.statements if each.kind == kind]
    return draft, found


def threat(text: str) -> tuple[Draft, Threat]:
    """The only threat, with its draft."""
    draft = drafted(text)
    (found,) = draft.threats
    return draft, found


def actor(text: str, name: str) -> tuple[Draft, Actor]:
    """The actor of this name, with its draft."""
    draft = drafted(text)
    (found,) = [each for each in draft.actors if words(each.name) == name]
    return draft, found
