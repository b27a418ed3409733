"""What an item is made of, and what each of its fields is for: told where the field is declared, asked everywhere else.

An item is declared once, over `Words`: as proposed, its values are mentions; as located, quotations. A field's role is
an annotation beside its type, and every table of fields is read off these annotations (`roles`).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar, get_args

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
        kept: whether a reference that leads nowhere stays, for a check to tell of.
        mark: code of what is told of an item that lost one of several references.
    """

    kind: ItemKind
    falls: bool = False
    kept: bool = False
    mark: str = "leads_nowhere"


@dataclass(frozen=True)
class Substance:
    """An item, or a part of one, says nothing where none of its fields of this role has words."""


@dataclass(frozen=True)
class Essential:
    """A value that its item cannot lose and stay what it is."""


@dataclass(frozen=True)
class Apart:
    """Each mention is a value of its own: one that is not there takes none of the others along."""


@dataclass(frozen=True)
class Beside:
    """Words that stand several times in their sentence are those nearest to the words of another field."""

    field: str


@dataclass(frozen=True)
class Before:
    """Words that stand several times in their sentence are the last ones before the words of another field."""

    field: str


@dataclass(frozen=True)
class Covers:
    """The facet of an item that these words give."""

    facet: str


@dataclass(frozen=True)
class Roles:
    """The fields of one declared part by what they are for, each in the order of declaration.

    Attributes:
        holding: fields that hold words, or parts.
        values: fields that hold words.
        parts: fields that hold parts, with the class of the part.
        references: fields that hold ids of items.
        substance: values of which one is needed.
        essential: values that cannot be lost.
        apart: values whose mentions are values of their own.
        placed: values that are looked up near another field's words, with the role that says how.
        covers: the facet that a value gives.
    """

    holding: tuple[str, ...]
    values: tuple[str, ...]
    parts: Mapping[str, type[Part]]
    references: Mapping[str, Refers]
    substance: tuple[str, ...]
    essential: frozenset[str]
    apart: frozenset[str]
    placed: Mapping[str, Beside | Before]
    covers: Mapping[str, str]

    @property
    def whole(self) -> frozenset[str]:
        """Fields of parts that go as a whole where one of their values goes."""
        return frozenset(name for name, part in self.parts.items() if roles(part).substance)


@cache
def roles(part: type[BaseModel]) -> Roles:
    """What the fields of a part are for. Parts of what is proposed and of what is located have the same."""
    marks = {name: tuple(field.metadata) for name, field in part.model_fields.items()}
    held = {name: _held(field.annotation) for name, field in part.model_fields.items()}
    return Roles(
        holding=tuple(name for name, kind in held.items() if kind is not None),
        values=tuple(name for name, kind in held.items() if kind in (Mention, Quote)),
        parts={name: kind for name, kind in held.items() if kind is not None and kind not in (Mention, Quote)},
        references=_of_role(marks, Refers),
        substance=tuple(_of_role(marks, Substance)),
        essential=frozenset((*_of_role(marks, Substance), *_of_role(marks, Essential))),
        apart=frozenset(_of_role(marks, Apart)),
        placed={**_of_role(marks, Beside), **_of_role(marks, Before)},
        covers={name: role.facet for name, role in _of_role(marks, Covers).items()},
    )


Role = TypeVar("Role")


def _of_role(marks: Mapping[str, tuple[Any, ...]], role: type[Role]) -> dict[str, Role]:
    """The fields that are marked with a role, and the mark."""
    return {name: mark for name, given in marks.items() for mark in given if isinstance(mark, role)}


def _held(annotation: Any) -> type[Part] | None:
    """The class of the parts that a field holds, if it holds any."""
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation if issubclass(annotation, Part) else None
    return next(filter(None, map(_held, get_args(annotation))), None)


@cache
def located_form(part: type[Part]) -> Any:
    """The class of a part once its words are located, and before anything is derived of it: its declaration over quotations."""
    generic: Any = part  # a declaration is indexed by what it is over
    metadata = part.__pydantic_generic_metadata__
    if metadata["origin"] is not None:
        generic = metadata["origin"]
        return generic[Quote]
    if metadata["parameters"]:
        return generic[Quote]
    return located_form(next(base for base in part.__bases__ if issubclass(base, Part)))


def as_located(part: Part) -> Any:
    """A part of a brief without what was derived of it."""
    form = located_form(type(part))
    fields = {name: getattr(part, name) for name in form.model_fields}
    inner = {name: tuple(map(as_located, fields[name])) for name in roles(form).parts}
    return form(**fields | inner)


@cache
def lists_of(model: type[BaseModel]) -> dict[ItemKind, str]:
    """Each kind of item that a draft or a brief lists, and the name of its list, in the order of declaration."""
    held = {name: _held(field.annotation) for name, field in model.model_fields.items()}
    return {kind.kind_of_item: name for name, kind in held.items() if kind is not None and issubclass(kind, Item)}


_OVER = re.compile(r"(?:_(?:Mention|Quote)_|\[(?:Mention|Quote)\])\"")


def json_schema(model: type[BaseModel], mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """The JSON Schema of a model; a part that is declared over mentions or quotations goes by its own name."""
    schema: dict[str, Any] = json.loads(_OVER.sub('"', json.dumps(model.model_json_schema(mode=mode))))
    return schema


# --- walking ----------------------------------------------------------------------------------------


def words_in(part: object, path: str = "") -> Iterator[tuple[str, Mention | Quote]]:
    """Every mention or quotation within an item, or a part of one, with the path of the field that it stands in.

    Words in `targets[0].text` have the path `targets.0.text`.
    """
    if isinstance(part, (Mention, Quote)):
        yield path, part
    elif isinstance(part, Part):
        for name in roles(type(part)).holding:
            if inner := getattr(part, name):
                yield from words_in(inner, f"{path}.{name}" if path else name)
    elif isinstance(part, (tuple, list)):
        for position, member in enumerate(part):
            if isinstance(member, (Mention, Quote)):
                yield path, member
            else:
                yield from words_in(member, f"{path}.{position}" if path else str(position))


def quotes_in(part: object) -> Iterator[tuple[str, Quote]]:
    """Every quotation within a located item, or a part of one, with its path."""
    return words_in(part)  # type: ignore[return-value]  # what is located holds no mentions


Follow = Callable[[ItemKind, int], int]
AnyPart = TypeVar("AnyPart", bound=Part)


def redirected(part: AnyPart, follow: Follow) -> AnyPart:
    """A part of a draft or a brief with every reference led to where `follow` says, each once."""
    declared = roles(type(part))
    update: dict[str, Any] = {
        name: _followed(getattr(part, name), role.kind, follow) for name, role in declared.references.items()
    }
    for name in declared.parts:
        update[name] = _redirected(getattr(part, name), follow)
    return part.model_copy(update=update) if update else part


def _redirected(held: Any, follow: Follow) -> Any:
    """What a field of parts holds: several of them, one, or none."""
    if isinstance(held, (tuple, list)):
        return tuple(redirected(member, follow) for member in held)
    return redirected(held, follow) if isinstance(held, Part) else held


def _followed(reference: Any, kind: ItemKind, follow: Follow) -> Any:
    if isinstance(reference, (tuple, list)):
        return tuple(dict.fromkeys(_followed(number, kind, follow) for number in reference))
    return None if reference is None else follow(kind, reference)
