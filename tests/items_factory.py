"""Items by words: an article, quotations found in it, and builders with defaults for every kind of item."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from summarizer.conflict.items import KINDS, Item, Items
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.pointing.check import Check, Found
from summarizer.schemas.brief import (
    About,
    Actor,
    Affiliation,
    Casualty,
    Incident,
    Statement,
    Target,
    ThirdPartyWarning,
    Threat,
)
from summarizer.schemas.vocabulary import StatementKind, TargetKind

Words = str | Quote | Iterable[str | Quote]


def article(text: str, language: str = "en") -> Document:
    """A document of this text; a few words are too few to tell a language by, so it is given."""
    return replace(Document.from_text(text), language=language)


def quote(document: Document, words: str, nth: int = 0) -> Quote:
    """The nth place (from 0) where the document holds these words, not within longer words."""
    places = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text))
    assert len(places) > nth, f"{words!r} stands {len(places)} times in the article"
    return document.quote(*places[nth].span())


class Article:
    """An article to build items of: `a = Article("…"); a.actor("the Red Front"); a.items()`.

    Wherever words are wanted, give a string (its first place in the text), a Quote (`a.at(words, nth)`)
    or several of them. Builders number the items of each kind from 1, keep them, and return them.
    """

    def __init__(self, text: str, language: str = "en") -> None:
        self.document = article(text, language)
        self._items: dict[str, dict[int, Any]] = {name: {} for name in KINDS.values()}

    def at(self, words: str, nth: int = 0) -> Quote:
        """The nth place (from 0) of these words."""
        return quote(self.document, words, nth)

    def actor(self, name: Words, *, belongs_to: Iterable[Actor] = (), **fields: Any) -> Actor:
        """A named armed group, unless the fields say otherwise; its name shows whom it belongs to."""
        evidence = self.quotes(name)
        affiliations = tuple(Affiliation(actor=other.id, evidence=evidence) for other in belongs_to)
        defaults = {"kind": "armed_group", "identity": "named", "affiliations": affiliations, "aliases": ()}
        return self._keep("actors", Actor, defaults | fields | {"name": name})

    def incident(self, words: Words, **fields: Any) -> Incident:
        """An accomplished, current attack of another kind, unless the fields say otherwise."""
        defaults = {"kind": "other_attack", "stage": "accomplished", "frame": "current"}
        return self._keep("incidents", Incident, defaults | fields | {"words": words})

    def statement(
        self,
        kind: StatementKind,
        cue: Words = (),
        *,
        speaker: Actor | None = None,
        about: Incident | None = None,
        relation: str = "not_stated",
        whom: Iterable[Actor] = (),
        **fields: Any,
    ) -> Statement:
        """A statement; with an incident, one about it in this relation."""
        defaults = {
            "kind": kind,
            "cue": cue,
            "speaker": speaker.id if speaker else None,
            "about": (About(incident=about.id, relation=relation),) if about else (),  # type: ignore[arg-type] # tests name relations freely
            "whom": tuple(actor.id for actor in whom),
        }
        return self._keep("statements", Statement, defaults | fields)

    def threat(self, issuer: Actor, content: Words, *, target: Words = (), **fields: Any) -> Threat:
        """An explicit, current threat; `target` gives one target, a thing."""
        targets = (self.target(target),) if target else ()
        defaults = {"issuer": issuer.id, "form": "explicit", "status": "current", "targets": targets}
        return self._keep("threats", Threat, defaults | fields | {"content": content})

    def warning(self, content: Words, *, speaker: Actor | None = None, **fields: Any) -> ThirdPartyWarning:
        """A warning that somebody else may attack."""
        defaults = {"speaker": speaker.id if speaker else None}
        return self._keep("warnings", ThirdPartyWarning, defaults | fields | {"content": content})

    def target(self, words: Words, kind: TargetKind = "thing") -> Target:
        """A target by its words."""
        return Target(kind=kind, text=self.quotes(words))

    def casualty(self, outcome: str, count: Words = (), **fields: Any) -> Casualty:
        """One count of harm."""
        return Casualty.model_validate({"outcome": outcome} | self._located(fields | {"count": count}))

    def quotes(self, words: Words) -> Quotes:
        """Each of these words as a quotation."""
        listed = (words,) if isinstance(words, str | Quote) else words
        return tuple(self.at(part) if isinstance(part, str) else part for part in listed)

    def items(self) -> Items:
        """Everything built so far."""
        return Items(document=self.document, **self._items)

    def findings(self, check: Check, item: Item) -> list[Found]:
        """What the check says of one item, as found."""
        return list(check.run(item, self.items()))

    def codes(self, check: Check, item: Item) -> list[str]:
        """The codes that the check finds in one item."""
        return [found.code for found in self.findings(check, item)]

    def _keep(self, kind: str, model: Any, fields: dict[str, Any]) -> Any:
        number = len(self._items[kind]) + 1
        item = model.model_validate({"id": number} | self._located(fields))
        self._items[kind][number] = item
        return item

    def _located(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields with every string, or group of strings, that is words of the article located in it."""
        return {name: self.quotes(value) if _is_words(name, value) else value for name, value in fields.items()}


CHOICES = frozenset(
    {"kind", "stage", "frame", "identity", "role", "knowledge", "form", "status", "outcome", "relation"}
)


def _is_words(name: str, value: Any) -> bool:
    if name in CHOICES or not value:
        return False
    return isinstance(value, str | Quote) or (
        isinstance(value, list | tuple)
        and name != "contradicts"
        and all(isinstance(part, str | Quote) for part in value)
    )


def brief_codes(checks: Iterable[Check], items: Items) -> list[tuple[str, str, int, str]]:
    """Every finding of these checks on all items, as (code, kind, id, field)."""
    return [
        (finding.code, kind, item.id, finding.field)
        for kind, item in items.all()
        for check in checks
        if kind in check.applies_to
        for finding in check.findings(kind, item, items)
    ]
