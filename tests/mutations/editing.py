"""What operators share: copies of a draft with one value changed, and who or what stands where in the article."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pointing.audit import ItemKind
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Actor, Casualty, Draft, Incident, Statement, ThirdPartyWarning, Threat, Value

from .operator import Fault

COLLECTIONS: dict[ItemKind, str] = {
    "actor": "actors",
    "incident": "incidents",
    "statement": "statements",
    "threat": "threats",
    "warning": "warnings",
}
"""The field of a draft or brief that holds items of each kind."""

Speaking = Statement | Threat | ThirdPartyWarning
Plant = Callable[[Draft, Document], Iterator[Fault]]

HEADS = frozenset({"armed_group", "armed_forces", "state"})
"""Kinds of actor that strike and are struck."""

SMALL_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
NUMBER = re.compile(rf"(?<![\w.,])(?:\d+(?:,\d{3})*|{'|'.join(SMALL_NUMBERS[2:])})(?!\w|[.,]\d)", re.IGNORECASE)
"""A number in figures, or a small one in words; 'one' is left out because it is more often no number."""
CONDITIONAL = re.compile(r"\b(?:if|unless|until|otherwise|when|once|should|as long as|or)\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:not|never|no|neither|nor|nobody|none)\b|n['’]t\b", re.IGNORECASE)


def changed(draft: Draft, kind: ItemKind, item: Any, field: str, /, **update: Any) -> Fault:
    """The draft with some fields of one item replaced; `field` is the path of the planted value."""
    items = [
        other.model_copy(update=update) if other.id == item.id else other for other in getattr(draft, COLLECTIONS[kind])
    ]
    return Fault(draft.model_copy(update={COLLECTIONS[kind]: items}), kind, item.id, field)


def added(draft: Draft, kind: ItemKind, item: Any, field: str = "") -> Fault:
    """The draft with one more item."""
    items = [*getattr(draft, COLLECTIONS[kind]), item]
    return Fault(draft.model_copy(update={COLLECTIONS[kind]: items}), kind, item.id, field)


def free_id(items: Iterable[Any]) -> int:
    """An id that none of the items has."""
    return max((item.id for item in items), default=0) + 1


def with_entry(entries: list[Any], index: int, **update: Any) -> list[Any]:
    """A list of targets, casualties or links with fields of one entry replaced."""
    return [entry.model_copy(update=update) if at == index else entry for at, entry in enumerate(entries)]


def speaking(draft: Draft) -> Iterator[tuple[ItemKind, Speaking]]:
    """Everything that somebody says: statements, threats, warnings."""
    for kind in ("statement", "threat", "warning"):
        for item in getattr(draft, COLLECTIONS[kind]):
            yield kind, item


def counted(draft: Draft) -> Iterator[tuple[Incident, int, Casualty]]:
    """Every toll that gives a count, with its incident and its place in the list."""
    for incident in draft.incidents:
        for index, casualty in enumerate(incident.casualties):
            if casualty.count:
                yield incident, index, casualty


def pairs(draft: Draft) -> Iterator[tuple[Incident, Incident]]:
    """Every incident with every other one, but for sums of others."""
    events = [incident for incident in draft.incidents if not incident.summarises]
    for one in events:
        yield from ((one, other) for other in events if other.id != one.id)


def mentions(part: Part) -> Iterator[Mention]:
    """All mentions of an item, however deep."""
    for name in type(part).model_fields:
        content = getattr(part, name)
        for entry in content if isinstance(content, (list, tuple)) else ():
            if isinstance(entry, Mention):
                yield entry
            elif isinstance(entry, Part):
                yield from mentions(entry)


def sentence(document: Document, number: int) -> str:
    """The words of a sentence, or none where it does not exist."""
    return document.words(number) if 1 <= number <= len(document.sentences) else ""


def around(document: Document, value: Value) -> str:
    """The whole sentences that a value stands in."""
    return " ".join(sentence(document, mention.sentence) for mention in value)


def plain(text: str) -> str:
    """Words for comparison: one kind of space, small letters."""
    return " ".join(text.split()).casefold()


def absent(document: Document, text: str) -> bool:
    """Whether the article nowhere holds these words."""
    return plain(text) not in plain(document.text)


def apart(one: Value, other: Value) -> bool:
    """Whether two values have no word of substance in common, so that one is not the other in other words."""
    return not (_substance(one) & _substance(other))


def _substance(value: Value) -> set[str]:
    found = (word for mention in value for word in re.findall(r"\w+", mention.text.casefold()))
    return {word for word in found if len(word) > 3 or word.isdigit()}


def actor(draft: Draft, number: int | None) -> Actor | None:
    """The actor with this id."""
    return next((one for one in draft.actors if one.id == number), None)


def names(who: Actor) -> list[str]:
    """How an actor is called, without the article in front."""
    return [re.sub(r"^(?:the|a|an)\s+", "", mention.text, flags=re.I) for mention in (*who.name, *who.aliases)]


def stands_in(who: Actor | None, text: str) -> bool:
    """Whether one of an actor's names, or the last word of one, stands in a text."""
    known = [] if who is None else [*names(who), *(name.split()[-1] for name in names(who) if name.split())]
    return any(re.search(rf"(?<!\w){re.escape(plain(name))}(?!\w)", plain(text)) for name in known)


def one_camp(draft: Draft, one: int | None, other: int | None) -> bool:
    """Whether two actors are the same, belong to one another or to the same body."""
    return bool(_bodies(draft, one) & _bodies(draft, other))


def _bodies(draft: Draft, number: int | None) -> set[int | None]:
    found: set[int | None] = {number}
    waiting = [number]
    while waiting:
        who = actor(draft, waiting.pop())
        for link in who.affiliations if who else ():
            if link.actor not in found:
                found.add(link.actor)
                waiting.append(link.actor)
    return found


def strangers(draft: Draft, to: int | None) -> list[Actor]:
    """Actors who have nothing to do with this one."""
    return [who for who in draft.actors if who.name and not one_camp(draft, who.id, to)]
