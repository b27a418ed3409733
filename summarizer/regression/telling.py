"""What a line calls an item of a brief, and a value in one: the article's words, and the names of what ids stand for."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.documents.quotes import Quote
from summarizer.pointing.audit import ItemKind, Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import items_in, quotes_in, roles

LONGEST = 160
"""Characters of a quotation that a line shows; of a longer one, the beginning."""
LONGEST_NAME = 60
"""The same for a quotation that an item is called by."""


@dataclass(frozen=True)
class Telling:
    """What a field calls its items, and their parts, where it is told what has changed.

    Attributes:
        name: what an item is called; with the names so far, which hold those of the kinds before its own.
        part: a part of an item in words; None where its values are to be told one after the other.
        order: the kinds of items in the order in which a reader wants to hear of them.
        named_first: the kind whose names stand within the others'.
        called: what a value is called, by its path; the others by the last word of it.
        descended: paths of values that are compared part by part.
        first: the field that is compared before the others.
        status: what is told of an item that is new.
        standing: all of its statuses, the same text for the same; empty where it has none.
    """

    name: Callable[[Any, "ItemNames"], str]
    part: Callable[[BaseModel, "ItemNames"], str | None]
    order: tuple[ItemKind, ...]
    named_first: ItemKind
    called: Mapping[str, str] = field(default_factory=dict)
    descended: tuple[str, ...] = ()
    first: str = ""
    status: Callable[[Any], str] = lambda _: ""
    standing: Callable[[Any], str] = lambda _: ""


class ItemNames:
    """The names of all items of some briefs that number alike, and values in words by them."""

    def __init__(self, telling: Telling, *briefs: StoredBrief) -> None:
        self._telling = telling
        self._kinds = _referred_kinds(type(briefs[0]))
        self._names: dict[Key, str] = {}
        items = {(kind, item.id): item for brief in briefs for kind, item in items_in(brief)}
        for key in sorted(items, key=lambda key: key[0] != telling.named_first):
            self._names[key] = telling.name(items[key], self)
        bearers = Counter(self._names.values())
        for key, name in self._names.items():
            if bearers[name] > 1:
                self._names[key] = name + _where(items[key])

    def name(self, kind: ItemKind, number: int) -> str:
        """What an item is called; one that is not there, by its kind alone.

        Args:
            kind: of the item.
            number: its id, in any of the briefs.
        """
        return self._names.get((kind, number), f"a {kind} that is not there")

    def who(self, number: int | None) -> str:
        """Who speaks or is spoken of, by name.

        Args:
            number: id of an item of the kind that is named first; None for the article itself.
        """
        if number is None:
            return "the article"
        kind = self._telling.named_first
        return self.name(kind, number).removeprefix(f"{kind} ")

    def bearer(self, kind: ItemKind | None, number: int | None) -> str:
        """What an entry of an audit is about: an item, a proposal that was not kept, a sentence, or the article.

        Args:
            kind: of the item; None where it is about none.
            number: the item's id, or the sentence's number; None for the whole article.
        """
        if number is None:
            return "the article"
        if kind is None:
            return f"sentence {number}"
        return self._names.get((kind, number), f"a proposed {kind}")

    def said(self, value: Any, field: str = "") -> str:
        """A value in words.

        Args:
            value: what stands in a field of a brief, or one entry of it.
            field: the field's name, which tells an id from a number.
        """
        if field in self._kinds and isinstance(value, int | None):
            return self._item(self._kinds[field], value)
        if isinstance(value, tuple):
            return ", ".join(self.said(part, field) for part in value) or "nothing"
        if isinstance(value, BaseModel):
            return self._part(value)
        return _plain(value)

    def _item(self, kind: ItemKind, number: int | None) -> str:
        """What an id stands for; an absent one, for the article where somebody is meant."""
        if kind == self._telling.named_first:
            return self.who(number)
        return self.name(kind, number or 0)

    def _part(self, part: BaseModel) -> str:
        """A part of an item as the field tells it, or its values one after the other."""
        if isinstance(part, Quote):
            return words((part,))
        told = self._telling.part(part, self)
        if told is not None:
            return told
        return ", ".join(self.said(value, name) for name, value in part if value not in (None, ()))


_FLAGS = {"None": "nothing", "True": "yes", "False": "no"}


def _plain(value: Any) -> str:
    """A choice, a flag or a number in words."""
    return choice(_FLAGS.get(str(value), str(value)))


def _where(item: Any) -> str:
    """Where an item's first quotation stands, to tell it from one of the same name."""
    for _, quote in quotes_in(item):
        return f" [sentence {quote.sentence}]"
    return ""


def _referred_kinds(part: type[BaseModel]) -> dict[str, ItemKind]:
    """Each field of a brief that holds ids, however deep, and the kind of item that they are of; no field has two."""
    declared = roles(part)
    kinds = {name: role.kind for name, role in declared.references.items()}
    for inner in declared.parts.values():
        kinds |= _referred_kinds(inner)
    return kinds


def words(quotes: Iterable[Quote], longest: int = LONGEST) -> str:
    """The article's words in quotation marks.

    Args:
        quotes: the quotations, in order; "nothing" where there are none.
        longest: characters of each that are shown.
    """
    return ", ".join(f"“{short(quote.text, longest)}”" for quote in quotes) or "nothing"


def choice(value: str) -> str:
    """A choice from a closed list, as words."""
    return value.replace("_", " ")


def places(value: Any) -> str:
    """Where a value's quotations stand, to tell apart what reads alike.

    Args:
        value: a quotation, a part of a brief, or a tuple of such; "nowhere" where it quotes nothing.
    """
    found = (f"sentence {quote.sentence}, character {quote.start}" for _, quote in quotes_in(value))
    return ", ".join(found) or "nowhere"


def short(text: str, longest: int) -> str:
    """The beginning of a text, on one line.

    Args:
        text: any text; its white space becomes single spaces.
        longest: characters that are shown; an ellipsis follows where there are more.
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
