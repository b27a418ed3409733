"""What an item is made of, and what each of its fields is for: told where the field is declared, asked everywhere else.

An item is declared once, over `Words`: as proposed, its values are mentions; as located, quotations. A field's role is
an annotation beside its type, and every table of fields is read off these annotations (`roles`).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.json_schema import JsonSchemaMode

from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import ItemKind


class Mention(Part):
    """Words of the article, copied exactly."""

    sentence: int = Field(description="Number of the sentence that the words stand in.")
    text: str = Field(description="The words, copied character by character from that one sentence.")


Words = TypeVar("Words", Mention, Quote)
"""What values are made of: mentions in what is proposed, quotations in what was located."""


class Item(Part, Generic[Words]):
    """One item of a draft or of a brief."""

    kind_of_item: ClassVar[ItemKind]
    id: int


def value(description: str) -> Any:
    """A slot for one to three mentions that may stay empty, with its description for the model."""
    return Field(default_factory=tuple, description=description)


def several(description: str) -> Any:
    """A list of parts or ids that may stay empty, with its description for the model."""
    return Field(default_factory=tuple, description=description)


# --- roles ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Refers:
    """Ids of other items.

    Attributes:
        kind: of the items that are referred to.
        falls: whether the item falls with what it refers to: with the only one, or with the last of those that it names.
        repeats: whether several parts of an item may refer to the same item; of others the first stays.
        mark: code of what is told where a reference leads nowhere. One of severity `reject` is told of each part, since
            the part goes; a mark is told of the field.
    """

    kind: ItemKind
    falls: bool = False
    repeats: bool = False
    mark: str = "leads_nowhere"


@dataclass(frozen=True)
class Substance:
    """An item, or a part of one, says nothing where none of its fields of this role has words.

    Of an item each is also essential; a part goes as a whole where one of them is dropped.
    """


@dataclass(frozen=True)
class Essential:
    """A value that its item cannot lose and stay what it is."""


@dataclass(frozen=True)
class Apart:
    """Each mention is a value of its own: one that is not there takes none of the others along."""


@dataclass(frozen=True)
class Beside:
    """Of each mention whose words stand several times in their sentence, the place nearest to another field's words."""

    field: str


@dataclass(frozen=True)
class Before:
    """Of a single mention whose words stand several times in their sentence, the last place before another field's words."""

    field: str


@dataclass(frozen=True)
class Covers:
    """The facet of an item that these words give."""

    facet: str


@dataclass(frozen=True)
class Short:
    """The name that a field goes by where a draft travels as lines."""

    word: str


@dataclass(frozen=True)
class Usual:
    """The choice that goes unsaid where a draft travels as lines."""

    word: str


@dataclass(frozen=True)
class Roles:
    """The fields of one declared part by what they are for, each in the order of declaration.

    Attributes:
        holding: fields that hold words, or parts.
        values: fields that hold words.
        parts: fields that hold parts, with the class of the part.
        references: fields that hold ids of items.
        several: those of them that hold several ids.
        links: references from within the parts.
        substance: values of which one is needed.
        essential: values that cannot be lost.
        apart: values whose mentions are values of their own.
        details: values that are neither, and stand where the part is told.
        placed: values that are looked up near another field's words, with the role that says how.
        covers: the facet that a value gives.
        whole: fields of parts that go as a whole where one of their values goes.
    """

    holding: tuple[str, ...]
    values: tuple[str, ...]
    parts: Mapping[str, type[Part]]
    references: Mapping[str, Refers]
    several: Mapping[str, Refers]
    links: tuple["Link", ...]
    substance: tuple[str, ...]
    essential: frozenset[str]
    apart: frozenset[str]
    details: tuple[str, ...]
    placed: Mapping[str, Beside | Before]
    covers: Mapping[str, str]
    whole: frozenset[str]


@dataclass(frozen=True)
class Link:
    """A reference that the parts in a field of an item hold.

    Attributes:
        field: the item's field, which holds the parts.
        to: the field of each part, which holds the id.
        role: what the id is of.
    """

    field: str
    to: str
    role: Refers


@cache
def roles(part: type[BaseModel]) -> Roles:
    """What the fields of a part are for. Parts of what is proposed and of what is located have the same.

    Args:
        part: class of an item or of a part of one, over mentions or over quotations.

    Returns:
        What its annotations say, read once.
    """
    fields = part.model_fields
    marks: defaultdict[type, dict[str, Any]] = defaultdict(dict)
    for name, field in fields.items():
        for mark in field.metadata:
            marks[type(mark)][name] = mark
    held = _held_by(part)
    values = tuple(name for name, kind in held.items() if kind in (Mention, Quote))
    parts = {name: kind for name, kind in held.items() if name not in values}
    references: dict[str, Refers] = marks[Refers]
    return Roles(
        holding=tuple(held),
        values=values,
        parts=parts,
        references=references,
        several={name: role for name, role in references.items() if get_origin(fields[name].annotation) is tuple},
        links=tuple(
            Link(name, to, role) for name, inner in parts.items() for to, role in roles(inner).references.items()
        ),
        substance=tuple(marks[Substance]),
        essential=frozenset((*marks[Substance], *marks[Essential])),
        apart=frozenset(marks[Apart]),
        details=tuple(name for name in values if name not in {*marks[Substance], *marks[Apart]}),
        placed={**marks[Beside], **marks[Before]},
        covers={name: role.facet for name, role in marks[Covers].items()},
        whole=frozenset(name for name, inner in parts.items() if roles(inner).substance),
    )


def says_something(part: Part) -> bool:
    """Whether an item, or a part of one, has words in one of the fields without which it says nothing.

    Args:
        part: of a class that has such fields.
    """
    return any(getattr(part, name) for name in roles(type(part)).substance)


def _held_by(model: type[BaseModel]) -> dict[str, type[Part]]:
    """The class of the parts, mentions or quotations that each field holds, for those that hold any."""
    fields = model.model_fields.items()
    return {name: kind for name, field in fields if (kind := _held(field.annotation)) is not None}


def _held(annotation: Any) -> type[Part] | None:
    """The class of the parts that a field holds, if it holds any."""
    if get_args(annotation):
        return next(filter(None, map(_held, get_args(annotation))), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, Part) else None


@cache
def located_form(part: type[Part]) -> Any:
    """The class of a part once its words are located, and before anything is derived of it: its declaration over quotations."""
    declaration: Any = part.__pydantic_generic_metadata__["origin"] or part
    if declaration.__pydantic_generic_metadata__["parameters"]:
        return declaration[Quote]  # a declaration is indexed by what it is over
    return located_form(next(base for base in part.__bases__ if issubclass(base, Part)))


def as_located(part: Part) -> Any:
    """A part of a brief without what was derived of it.

    Args:
        part: of a class that adds derived fields to a declaration, or of the declaration itself.

    Returns:
        The part, and the parts in it, as grounding gives them (`located_form`).
    """
    form = located_form(type(part))
    fields = {name: getattr(part, name) for name in form.model_fields}
    inner = {name: tuple(map(as_located, fields[name])) for name in roles(form).parts}
    return form(**fields | inner)


@cache
def lists_of(model: type[BaseModel]) -> dict[ItemKind, str]:
    """Each kind of item that a draft or a brief lists, and the name of its list, in the order of declaration."""
    return {kind.kind_of_item: name for name, kind in _held_by(model).items() if issubclass(kind, Item)}


_OVER = re.compile(r"(?:_(?:Mention|Quote)_|\[(?:Mention|Quote)\])\"")


def json_schema(model: type[BaseModel], mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """The JSON Schema of a model; a part that is declared over mentions or quotations goes by its own name.

    Args:
        model: a draft, a brief, or any other.
        mode: whether of what is read (`validation`), or of what is written (`serialization`).
    """
    schema: dict[str, Any] = json.loads(_OVER.sub('"', json.dumps(model.model_json_schema(mode=mode))))
    return schema


# --- walking ----------------------------------------------------------------------------------------


def items_in(listing: Part) -> Iterator[tuple[ItemKind, Any]]:
    """Every item of a draft or a brief with its kind, list by list in the order of declaration."""
    for kind, name in lists_of(type(listing)).items():
        for item in getattr(listing, name):
            yield kind, item


def step_into(path: str, step: str | int) -> str:
    """The path of a field, or of a member of a list, within what stands at a path: `targets.0.text`."""
    return f"{path}.{step}" if path else str(step)


def words_in(part: object, path: str = "") -> Iterator[tuple[str, Mention | Quote]]:
    """Every mention or quotation within an item, or a part of one, with the path of the field that it stands in.

    Words in `targets[0].text` have the path `targets.0.text`.

    Args:
        part: an item, a part, or several parts, mentions or quotations; there are no words in anything else.
        path: where it stands itself.
    """
    if isinstance(part, (Mention, Quote)):
        yield path, part
    elif isinstance(part, Part):
        for name in roles(type(part)).holding:
            if held := getattr(part, name):
                yield from words_in(held, step_into(path, name))
    elif isinstance(part, (tuple, list)):
        for position, member in enumerate(part):
            if isinstance(member, (Mention, Quote)):
                yield path, member
            else:
                yield from words_in(member, step_into(path, position))


def quotes_in(part: object) -> Iterator[tuple[str, Quote]]:
    """Every quotation within a located item, or a part of one, with its path."""
    return words_in(part)  # type: ignore[return-value]  # what is located holds no mentions


Follow = Callable[[ItemKind, int], int]
AnyPart = TypeVar("AnyPart", bound=Part)


def in_each(held: Any, change: Callable[[Any], Any]) -> Any:
    """What a field holds, changed: each of several, the only one, or None.

    Args:
        held: the value of a field.
        change: what is made of one part, quotation or id.
    """
    if isinstance(held, (tuple, list)):
        return tuple(in_each(member, change) for member in held)
    return None if held is None else change(held)


def redirected(part: AnyPart, follow: Follow) -> AnyPart:
    """A part of a draft or a brief with every reference led to where `follow` says, each once.

    Args:
        part: an item, or a part of one; parts within it are redirected too.
        follow: from the kind and the id of an item, the id to put in its place.
    """
    declared = roles(type(part))
    update: dict[str, Any] = {}
    for name, role in declared.references.items():
        led = in_each(getattr(part, name), partial(follow, role.kind))
        update[name] = tuple(dict.fromkeys(led)) if name in declared.several else led
    for name in declared.parts:
        update[name] = in_each(getattr(part, name), partial(redirected, follow=follow))
    return part.model_copy(update=update)


def first_of_each(parts: Iterable[AnyPart], to: str) -> tuple[AnyPart, ...]:
    """Of parts that refer to the same item by their field `to`, the first."""
    found: dict[int, AnyPart] = {}
    for part in parts:
        found.setdefault(getattr(part, to), part)
    return tuple(found.values())
