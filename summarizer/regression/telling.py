"""What a line calls an item of a brief, and a value in one: the article's words, and the names of what ids stand for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.items import KINDS, quotes_in
from summarizer.regression.pairing import REFERENCES
from summarizer.schemas.brief import (
    Actor,
    Affiliation,
    Attributed,
    Casualty,
    Incident,
    Quote,
    Statement,
    Support,
    Target,
    ThirdPartyWarning,
    Threat,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import ItemKind

LONGEST = 160
"""Characters of a quotation that a line shows; of a longer one, the beginning."""
LONGEST_NAME = 60
"""The same for a quotation that an item is called by."""

KIND_OF: Mapping[str, ItemKind] = {field: kind for fields in REFERENCES.values() for field, kind in fields.items()}
"""Each field that holds ids, and the kind of item that they are of; no field has two."""


class Words:
    """The names of all items of some briefs that number alike, and values in words by them."""

    def __init__(self, *briefs: UnverifiedBrief) -> None:
        self._names: dict[tuple[ItemKind, int], str] = {}
        items = {(kind, item.id): item for brief in briefs for kind in KINDS for item in getattr(brief, KINDS[kind])}
        for (kind, number), item in items.items():
            if kind == "actor":  # the others' names hold actors'
                self._names[kind, number] = self._name(item)
        for (kind, number), item in items.items():
            self._names[kind, number] = self._name(item)
        shared = Counter((kind, name) for (kind, _), name in self._names.items())
        for (kind, number), item in items.items():
            name, quote = self._names[kind, number], next((quote for _, quote in quotes_in(item)), None)
            if shared[kind, name] > 1 and quote:
                self._names[kind, number] = f"{name} [sentence {quote.sentence}]"

    def name(self, kind: ItemKind, number: int) -> str:
        """What an item is called; one that is not there, by its kind alone."""
        return self._names.get((kind, number), f"a {kind} that is not there")

    def who(self, number: int | None) -> str:
        """Who speaks or is spoken of: an actor's name; None is the article itself."""
        return "the article" if number is None else self.name("actor", number).removeprefix("actor ")

    def bearer(self, kind: ItemKind | None, number: int | None) -> str:
        """What an entry of an audit is about: an item, a proposal that was not kept, a sentence, or the article."""
        if kind is None or number is None:
            return "the article" if number is None else f"sentence {number}"
        return self._names.get((kind, number), f"a proposed {kind}")

    def said(self, value: Any, field: str = "") -> str:
        """A value in words.

        Args:
            value: what stands in a field of a brief, or one entry of it.
            field: the field's name, which tells an id from a number.
        """
        if field in KIND_OF and (value is None or isinstance(value, int)):
            return self.who(value) if KIND_OF[field] == "actor" else self.name(KIND_OF[field], value or 0)
        if isinstance(value, tuple):
            return ", ".join(self.said(part, field) for part in value) or "nothing"
        if isinstance(value, BaseModel):
            return self._part(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return "nothing" if value is None else choice(value) if isinstance(value, str) else str(value)

    def _part(self, part: BaseModel) -> str:
        match part:
            case Quote():
                return words((part,))
            case Target():
                return words(part.text)
            case Affiliation():
                return f"of {self.who(part.actor)} ({words(part.evidence)})"
            case Casualty():
                count = " ".join(words(quotes) for quotes in (part.count, part.whom) if quotes)
                return f"{count} {part.outcome}, says {self.who(part.source)}"
            case Support():
                covers = f" on {', '.join(part.facets)}" if part.facets else ""
                return f"{self.name('statement', part.statement)} as {choice(part.relation)}{covers}"
            case Attributed():
                return f"{self.who(part.actor)} {choice(part.status)}, by {self.said(part.statements, 'statements')}"
        fields = ((name, getattr(part, name)) for name in type(part).model_fields)
        return ", ".join(self.said(value, name) for name, value in fields if value not in (None, ()))

    def _name(self, item: Any) -> str:
        match item:
            case Actor():
                return f"actor {words(item.name, LONGEST_NAME)}"
            case Incident():
                struck = next((target.text for target in item.targets if target.text), ())
                name = " […] ".join(_short(quote.text, LONGEST_NAME) for quote in struck or item.place or item.words)
                return name or f"{choice(item.kind)} without words"
            case Threat():
                at = ", ".join(words(target.text, LONGEST_NAME) for target in item.targets if target.text)
                return f"threat to {at}" if at else f"threat {words(item.content or item.cue, LONGEST_NAME)}"
            case Statement():
                return f"{choice(item.kind)} by {self._speaks(item)}"
            case ThirdPartyWarning():
                return f"warning by {self._speaks(item)}"
        raise TypeError(type(item))

    def _speaks(self, item: Statement | ThirdPartyWarning) -> str:
        return f"{self.who(item.speaker)} ({words(item.content or item.cue, LONGEST_NAME)})"


def words(quotes: Iterable[Quote], longest: int = LONGEST) -> str:
    """The article's words in quotation marks."""
    return ", ".join(f"“{_short(quote.text, longest)}”" for quote in quotes) or "nothing"


def choice(value: str) -> str:
    """A choice from a closed list, as words."""
    return value.replace("_", " ")


def places(value: Any) -> str:
    """Where a value's quotations stand, to tell apart what reads alike."""
    return (
        ", ".join(f"sentence {quote.sentence}, character {quote.start}" for _, quote in quotes_in(value)) or "nowhere"
    )


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
