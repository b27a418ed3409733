"""The form in which a draft travels: an item a line, only what is there, generated from the items' declarations.

A line is an item's letter and id, its choices and references, and then its values, parted by bars:

    I1 drone_strike attempted | words 8:attack | at thing :the al-Asad military base | place :western Iraq

A mention is a sentence's number, a colon and words of it; without a number it is of the sentence named before it. Long words
may be given by their beginning and end, with … between: they stand for the shortest stretch of the sentence that begins and
ends so. `written` and `read` are inverse: what `written` gives of any draft, `read` gives back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import Field, ValidationError
from pydantic_core import from_json

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pointing.folding import fold
from summarizer.pointing.roles import Item, Mention, Refers, Short, Usual, lists_of, roles

AnyDraft = TypeVar("AnyDraft", bound=Part)
ELLIPSIS = "…"
SPECIAL = re.compile(r"[\\…]|(?:(?<=\s)|^)[|+/](?=\s|$)")
"""Characters of an article's words that would mean something in a line."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Lines(Part):
    """What a model answers: one line for each item."""

    lines: tuple[str, ...] = Field(description="One line for each item, as the instructions say.")


# --- what a declaration says of its form ------------------------------------------------------------


@dataclass(frozen=True)
class _Form:
    """How the parts of one kind are written."""

    choices: Mapping[str, tuple[str, ...]]
    usual: Mapping[str, str]
    flags: tuple[str, ...]
    single: Mapping[str, Refers]
    several: Mapping[str, Refers]
    listed: Mapping[str, tuple[str, ...]]
    values: tuple[str, ...]
    parts: Mapping[str, type[Part]]
    short: Mapping[str, str]

    @property
    def named_choices(self) -> tuple[str, ...]:
        """Choices that are written behind their name."""
        return tuple(name for name in self.choices if self.short[name] != name)

    def named(self, short: str) -> str:
        """The field that goes by this name in a line; nothing where there is none."""
        return next((name for name, called in self.short.items() if called == short), "")


@cache
def _form(part: type[Part]) -> _Form:
    declared = roles(part)
    fields = {name: field for name, field in part.model_fields.items() if name != "id"}
    marks = {name: {type(mark): mark for mark in field.metadata} for name, field in fields.items()}
    choices = {name: words for name, field in fields.items() if (words := _literal(field.annotation))}
    usual = {
        name: str(field.default) for name, field in fields.items() if name in choices and field.default in choices[name]
    }
    usual |= {name: kinds[Usual].choice for name, kinds in marks.items() if Usual in kinds}
    single = {
        name: role for name, role in declared.references.items() if get_origin(fields[name].annotation) is not tuple
    }
    return _Form(
        choices=choices,
        usual=usual,
        flags=tuple(name for name, field in fields.items() if field.annotation is bool),
        single=single,
        several={name: role for name, role in declared.references.items() if name not in single},
        listed={
            name: get_args(get_args(field.annotation)[0])
            for name, field in fields.items()
            if get_origin(field.annotation) is tuple and get_origin(get_args(field.annotation)[0]) is Literal
        },
        values=declared.values,
        parts=declared.parts,
        short={name: kinds[Short].name if Short in kinds else name for name, kinds in marks.items()},
    )


def _literal(annotation: Any) -> tuple[str, ...]:
    """The words of a closed list, also where none of them need be chosen."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    inner = [_literal(part) for part in get_args(annotation) if part is not type(None)]
    return inner[0] if len(inner) == 1 and get_origin(annotation) is not tuple else ()


# --- writing ----------------------------------------------------------------------------------------


def written(draft: Part) -> Lines:
    """A draft as lines, list by list."""
    lists = lists_of(type(draft))
    return Lines(lines=tuple(line_of(item) for name in lists.values() for item in getattr(draft, name)))


def line_of(item: Item[Mention]) -> str:
    """An item as a line."""
    at = _Place()
    form = _form(type(item))
    head = [f"{item.kind_of_item[0].upper()}{item.id}", *_head(item, form)]
    segments = [f"{form.short[name]} {at.value(getattr(item, name))}" for name in form.values if getattr(item, name)]
    for name in form.parts:
        segments += [f"{form.short[name]} {_part(part, at)}" for part in getattr(item, name)]
    return " | ".join([" ".join(head), *segments])


def _head(part: Part, form: _Form) -> Iterator[str]:
    """Choices that are not the usual ones, flags and references."""
    yield from (str(getattr(part, name)) for name in form.single if not form.short[name])
    for name in form.choices:
        choice = getattr(part, name)
        if choice is not None and choice != form.usual.get(name):
            yield f"{form.short[name]} {choice}" if name in form.named_choices else choice
    yield from (form.short[name] for name in form.flags if getattr(part, name))
    for name in form.single:
        if form.short[name] and getattr(part, name) is not None:
            yield f"{form.short[name]} {getattr(part, name)}"
    for name in (*form.several, *form.listed):
        if getattr(part, name):
            yield f"{form.short[name]} {','.join(map(str, getattr(part, name)))}"


def _part(part: Part, at: "_Place") -> str:
    """A part within a line: its choices and references, and its values one after the other."""
    form = _form(type(part))
    values = [at.value(getattr(part, name)) for name in form.values]
    while values and not values[-1]:
        values.pop()
    return " ".join([*_head(part, form), " / ".join(values)]).strip()


@dataclass
class _Place:
    """Where in the article a line is: a mention of the same sentence goes without its number."""

    sentence: int | None = None

    def value(self, mentions: Sequence[Mention]) -> str:
        """Mentions in a row."""
        return " + ".join(map(self._mention, mentions))

    def _mention(self, mention: Mention) -> str:
        number = "" if mention.sentence == self.sentence else str(mention.sentence)
        self.sentence = mention.sentence
        return f"{number}:{SPECIAL.sub(lambda found: chr(92) + found.group(), mention.text)}"


# --- reading ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unread:
    """A line that could not be read, and why."""

    line: str
    why: str


def read(lines: Lines, model: type[AnyDraft], document: Document) -> tuple[AnyDraft, tuple[Unread, ...]]:
    """The draft that the lines are, and the lines that are none.

    Args:
        lines: as a model gave them.
        model: the draft's class.
        document: the article, in which words that are given by their beginning and end are looked up.
    """
    lists = lists_of(model)
    kinds = {kind[0].upper(): kind for kind in lists}
    items: dict[str, list[Part]] = {name: [] for name in lists.values()}
    unread: list[Unread] = []
    for line in lines.lines:
        head = _HEAD.match(line.strip())
        kind = kinds.get(head["letter"]) if head else None
        if head is None or kind is None:
            unread.append(Unread(line, f"a line begins with one of {', '.join(kinds)} and a number"))
            continue
        item = roles(model).parts[lists[kind]]
        try:
            items[lists[kind]].append(_read_item(item, int(head["id"]), line.strip()[head.end() :], document))
        except ValueError as error:
            unread.append(Unread(line, _why(error)))
    return model(**items), tuple(unread)


def whole(text: str) -> Lines | None:
    """The lines before the one in which an answer was cut off; None where there are none."""
    try:
        found = Lines.model_validate(from_json(text, allow_partial=True))
    except ValueError:
        return None
    return found if found.lines else None


_HEAD = re.compile(r"(?P<letter>[A-Z])(?P<id>\d{1,6})\b\s*")
_IDS = re.compile(r"[A-Z]?(\d{1,6})")
_AT = re.compile(r"(?P<sentence>-?\d{0,6}):")


def _why(error: ValueError) -> str:
    """What is amiss with a line, in words of ours."""
    if isinstance(error, ValidationError):
        missing = [str(found["loc"][0]) for found in error.errors() if found["type"] == "missing"]
        return f"it lacks {', '.join(missing)}" if missing else "its values do not fit"
    return str(error)


def _read_item(item: type[Part], number: int, rest: str, document: Document) -> Part:
    form, at = _form(item), _Reading(document)
    head, *segments = _split(rest, "|")
    fields: dict[str, Any] = {"id": number, **_read_head(head.split(), form)}
    for segment in filter(None, map(str.strip, segments)):
        short, _, content = segment.partition(" ")
        name = form.named(short)
        if name in form.values:
            fields[name] = at.value(content)
        elif name in form.parts:
            fields.setdefault(name, []).append(_read_part(form.parts[name], content, at))
        else:
            fields |= _read_head(segment.split(), form)
    return item(**{**form.usual, **fields})


def _read_head(tokens: Sequence[str], form: _Form) -> dict[str, Any]:
    """Choices, flags and references.

    Raises:
        ValueError: a word is none of them.
    """
    fields: dict[str, Any] = {}
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        name = form.named(token)
        bare = form.named("")
        if token.isdigit() and bare:
            fields[bare] = int(token)
        elif name in form.single or name in form.several:
            fields[name] = _ids(_taken(waiting, _IDS), token)
            if name in form.single:
                fields[name] = fields[name][0]
        elif name in form.named_choices:
            fields[name] = waiting.pop(0) if waiting else None
        elif name in form.listed:
            fields[name] = _taken(waiting, re.compile("|".join(form.listed[name])))
        elif name in form.flags:
            fields[name] = True
        else:
            fields[_choice(token, form, fields)] = token
    return fields


def _taken(waiting: list[str], word: re.Pattern[str]) -> list[str]:
    """The words of a list at the head of what is left, parted by commas or spaces; they are taken away."""
    taken: list[str] = []
    while waiting and all(map(word.fullmatch, parts := waiting[0].strip(",").split(","))):
        taken += parts
        waiting.pop(0)
    return taken


def _ids(numbers: Sequence[str], of: str) -> list[int]:
    if not numbers:
        raise ValueError(f"after {of} stands no number")
    return [int(_IDS.sub(r"\1", number)) for number in numbers]


def _choice(token: str, form: _Form, taken: Mapping[str, Any]) -> str:
    for name, words in form.choices.items():
        if token in words and name not in taken and name not in form.named_choices:
            return name
    raise ValueError(f"{token[:40]} is no word of its lists")


def _read_part(part: type[Part], content: str, at: "_Reading") -> Part:
    form = _form(part)
    start = next((found.start() for found in re.finditer(r"(?<!\S)(?:-?\d{0,6}:|/(?=\s))", content)), len(content))
    fields: dict[str, Any] = _read_head(content[:start].split(), form)
    for name, value in zip(form.values, _split(content[start:], "/"), strict=False):
        fields[name] = at.value(value)
    return part(**{**form.usual, **fields})


def _split(text: str, mark: str) -> list[str]:
    """The parts between marks that stand by themselves."""
    return [part.strip() for part in re.split(rf"(?:(?<=\s)|^)(?<!\\){re.escape(mark)}(?=\s|$)", text)]


@dataclass
class _Reading:
    """Where in the article a line is."""

    document: Document
    sentence: int = 0

    def value(self, text: str) -> tuple[Mention, ...]:
        """The mentions of a value."""
        return tuple(self._mention(part) for part in _split(text, "+") if part)

    def _mention(self, text: str) -> Mention:
        at = _AT.match(text)
        if at and at["sentence"]:
            self.sentence = int(at["sentence"])
        words = text[at.end() :] if at else text
        return Mention(sentence=self.sentence, text=self._whole(words))

    def _whole(self, words: str) -> str:
        """The words, with what an ellipsis of the model's stands for; as they are where it stands for nothing there."""
        bare = _ESCAPED.sub(lambda found: found[1], words)
        beginning, mark, end = _ELLIPSIS.sub("\0", words).partition("\0")
        if not mark or not 1 <= self.sentence <= len(self.document.sentences):
            return bare
        sentence = self.document.words(self.sentence)
        if fold(bare).text in fold(sentence).text:
            return bare
        return (
            _shortest(sentence, *(_ESCAPED.sub(lambda found: found[1], part).strip() for part in (beginning, end)))
            or bare
        )


_ELLIPSIS = re.compile(r"(?<!\\)(?:…|\.\.\.)")


def _shortest(sentence: str, beginning: str, end: str) -> str:
    """The shortest stretch that begins and ends so; nothing where there is none, or no words were given."""
    if not beginning or not end:
        return ""
    starts = [found.start() for found in re.finditer(re.escape(beginning), sentence)]
    stretches = [
        sentence[start : close + len(end)]
        for start in starts
        if (close := sentence.find(end, start + len(beginning))) >= 0
    ]
    return min(stretches, key=len, default="")
