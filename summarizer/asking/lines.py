"""The form in which a draft travels: an item a line, only what is there, generated from the items' declarations.

A line is an item's letter and id, its choices and references, and then its values, parted by bars:

    I1 drone_strike attempted | words 8:attack | at thing :the al-Asad military base | place :western Iraq

A mention is a sentence's number, a colon and words of it; without a number it is of the sentence named before it. Long words
may be given by their beginning and end, with … between: they stand for the shortest stretch of the sentence that begins and
ends so. `written` and `read` are inverse: what `written` gives of any draft, `read` gives back.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeVar, get_args, get_origin

from pydantic import Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import from_json

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pointing.folding import fold
from summarizer.pointing.roles import Item, Mention, Short, Usual, items_in, lists_of, roles

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
class _Head:
    """A field that stands at the head of a line: its name, and the name that it goes by."""

    name: str
    short: str
    place: ClassVar[int]
    """Where it stands among the others."""
    once: ClassVar[bool] = False
    """Whether a second word of its kind is somebody else's, or nobody's."""

    def begins(self, token: str) -> bool:
        """Whether this word is its first."""
        return token == self.short

    def taken(self, token: str, waiting: list[str]) -> Any:
        """What its first word and those behind it say; these are taken away."""
        raise NotImplementedError

    def goes_unsaid(self, held: Any) -> bool:
        """Whether nothing is written where it holds this."""
        return held in (None, ())

    def written(self, held: Any) -> str:
        """What it holds, in words."""
        raise NotImplementedError


@dataclass(frozen=True)
class _Choice(_Head):
    """One word of a closed list; the usual one goes unsaid."""

    words: tuple[str, ...]
    usual: Any
    place = 1
    once = True

    def begins(self, token: str) -> bool:
        return token in self.words

    def taken(self, token: str, waiting: list[str]) -> str | None:
        return token

    def goes_unsaid(self, held: str | None) -> bool:
        return held in (None, self.usual)

    def written(self, held: str) -> str:
        return held


class _NamedChoice(_Choice):
    """One word of a closed list, behind its name."""

    once = False

    def begins(self, token: str) -> bool:
        return token == self.short

    def taken(self, token: str, waiting: list[str]) -> str | None:
        return waiting.pop(0) if waiting else None

    def written(self, held: str) -> str:
        return f"{self.short} {held}"


class _Flag(_Head):
    """A word that is there or not."""

    place = 2

    def taken(self, token: str, waiting: list[str]) -> bool:
        return True

    def goes_unsaid(self, held: bool) -> bool:
        return not held

    def written(self, held: bool) -> str:
        return self.short


class _Several(_Head):
    """Ids of other items, parted by commas."""

    place = 4

    def taken(self, token: str, waiting: list[str]) -> list[int]:
        numbers = _taken(waiting, _IDS)
        if not numbers:
            raise ValueError(f"after {token} stands no number")
        return [int(_IDS.sub(r"\1", number)) for number in numbers]

    def written(self, held: Sequence[Any]) -> str:
        return f"{self.short} {','.join(map(str, held))}"


class _One(_Several):
    """The id of another item."""

    place = 3

    def taken(self, token: str, waiting: list[str]) -> Any:
        return super().taken(token, waiting)[0]

    def written(self, held: Any) -> str:
        return super().written((held,))


class _Bare(_Head):
    """The id of another item, by itself."""

    place = 0

    def begins(self, token: str) -> bool:
        return token.isdigit()

    def taken(self, token: str, waiting: list[str]) -> int:
        return int(token)

    def written(self, held: Any) -> str:
        return str(held)


@dataclass(frozen=True)
class _Listed(_Several):
    """Words of a closed list, parted by commas."""

    words: tuple[str, ...]
    place = 5

    def taken(self, token: str, waiting: list[str]) -> Any:
        return _taken(waiting, re.compile("|".join(self.words)))


@dataclass(frozen=True)
class _Form:
    """How the parts of one kind are written: what stands at the head, then values and parts by the names they go by."""

    heads: tuple[_Head, ...]
    values: Mapping[str, str]
    parts: Mapping[str, tuple[str, type[Part]]]

    @cached_property
    def usual(self) -> dict[str, str]:
        """The choices that go unsaid."""
        return {head.name: head.usual for head in self.heads if isinstance(head, _Choice) and head.usual in head.words}


@cache
def _form(part: type[Part]) -> _Form:
    declared, fields = roles(part), part.model_fields
    short = {name: _mark(field, Short, name) for name, field in fields.items()}
    heads = [_head(name, short[name], field) for name, field in fields.items() if name not in ("id", *declared.holding)]
    return _Form(
        heads=tuple(sorted(heads, key=lambda head: head.place)),
        values={short[name]: name for name in declared.values},
        parts={short[name]: (name, inner) for name, inner in declared.parts.items()},
    )


def _mark(field: FieldInfo, mark: type[Short | Usual], default: Any) -> Any:
    """What a field is marked with."""
    return next((given.word for given in field.metadata if isinstance(given, mark)), default)


def _head(name: str, short: str, field: FieldInfo) -> _Head:
    is_list = get_origin(field.annotation) is tuple
    words = _literal(field.annotation)
    if field.annotation is bool:
        return _Flag(name, short)
    if words and is_list:
        return _Listed(name, short, words)
    if words:
        usual = _mark(field, Usual, field.default)
        return (_Choice if name == short else _NamedChoice)(name, short, words, usual)
    if is_list:
        return _Several(name, short)
    return _One(name, short) if short else _Bare(name, short)


def _literal(annotation: Any) -> tuple[str, ...]:
    """The words of a closed list, also where none of them need be chosen, or several may."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(_literal, get_args(annotation))), ())


# --- writing ----------------------------------------------------------------------------------------


def written(draft: Part) -> Lines:
    """A draft as lines, list by list."""
    return Lines(lines=tuple(line_of(item) for _, item in items_in(draft)))


def line_of(item: Item[Mention]) -> str:
    """An item as a line."""
    at, form = _Place(), _form(type(item))
    head = f"{item.kind_of_item[0].upper()}{item.id} {_head_of(item, form)}".strip()
    values = [f"{short} {at.value(held)}" for short, name in form.values.items() if (held := getattr(item, name))]
    parts = [f"{short} {_part(part, at)}" for short, (name, _) in form.parts.items() for part in getattr(item, name)]
    return " | ".join([head, *values, *parts])


def _head_of(part: Part, form: _Form) -> str:
    """Choices that are not the usual ones, flags and references."""
    held = ((head, getattr(part, head.name)) for head in form.heads)
    return " ".join(head.written(value) for head, value in held if not head.goes_unsaid(value))


def _part(part: Part, at: "_Place") -> str:
    """A part within a line: its choices and references, and its values one after the other."""
    form = _form(type(part))
    values = " / ".join(at.value(getattr(part, name)) for name in form.values.values())
    return f"{_head_of(part, form)} {_NOTHING_BEHIND.sub('', values)}".strip()


_NOTHING_BEHIND = re.compile(r"( ?/ ?)+$")


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
    """A line, or a part of one, that could not be read, and why."""

    line: str
    why: str


def read(lines: Lines, model: type[AnyDraft], document: Document) -> tuple[AnyDraft, tuple[Unread, ...]]:
    """The draft that the lines are, and what of them cannot be read: a line by its head, else a part of one.

    Args:
        lines: as a model gave them.
        model: the draft's class.
        document: the article, in which words that are given by their beginning and end are looked up.
    """
    lists = lists_of(model)
    kinds = {kind[0].upper(): name for kind, name in lists.items()}
    opening = re.compile(rf"(?P<letter>[{''.join(kinds)}])(?P<id>\d{{1,6}})\b\s*")
    items: dict[str, list[Part]] = {name: [] for name in lists.values()}
    unread: list[Unread] = []
    for line in lines.lines:
        head = opening.match(line.strip())
        if head is None:
            unread.append(Unread(line, f"a line begins with one of {', '.join(kinds)} and a number"))
            continue
        name, rest = kinds[head["letter"]], line.strip()[head.end() :]
        try:
            items[name].append(_read_item(roles(model).parts[name], int(head["id"]), rest, _Reading(document, unread)))
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


_IDS = re.compile(r"[A-Z]?(\d{1,6})")
_AT = re.compile(r"(?P<sentence>-?\d{0,6}):")


def _why(error: ValueError) -> str:
    """What is amiss with a line, in words of ours."""
    if isinstance(error, ValidationError):
        missing = [str(found["loc"][0]) for found in error.errors() if found["type"] == "missing"]
        return f"it lacks {', '.join(missing)}" if missing else "its values do not fit"
    return str(error)


def _read_item(item: type[Part], number: int, rest: str, at: "_Reading") -> Part:
    form = _form(item)
    head, *segments = _split(rest, "|")
    fields: dict[str, Any] = {"id": number, **form.usual, **_read_head(head.split(), form)}
    for segment in filter(None, map(str.strip, segments)):
        short, _, content = segment.partition(" ")
        if short in form.values:
            fields[form.values[short]] = at.value(content)
        elif short in form.parts:
            name, inner = form.parts[short]
            fields.setdefault(name, []).extend(at.part(inner, segment, content))
        else:
            fields |= _read_head(segment.split(), form)
    return item(**fields)


def _read_head(tokens: Sequence[str], form: _Form) -> dict[str, Any]:
    """Choices, flags and references.

    Raises:
        ValueError: a word is none of them.
    """
    fields: dict[str, Any] = {}
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        open_to_it = (head for head in form.heads if head.begins(token) and not (head.once and head.name in fields))
        head = next(open_to_it, None)
        if head is None:
            raise ValueError(f"{token[:40]} is no word of its lists")
        fields[head.name] = head.taken(token, waiting)
    return fields


def _taken(waiting: list[str], word: re.Pattern[str]) -> list[str]:
    """The words of a list at the head of what is left, parted by commas or spaces; they are taken away."""
    taken: list[str] = []
    while waiting and all(map(word.fullmatch, parts := waiting[0].strip(",").split(","))):
        taken += parts
        waiting.pop(0)
    return taken


def _read_part(part: type[Part], content: str, at: "_Reading") -> Part:
    form = _form(part)
    values = _FIRST_VALUE.search(content)
    start = values.start() if values else len(content)
    fields: dict[str, Any] = {**form.usual, **_read_head(content[:start].split(), form)}
    for name, value in zip(form.values.values(), _split(content[start:], "/"), strict=False):
        fields[name] = at.value(value)
    return part(**fields)


_AHEAD = re.compile(r"^(?:[A-Z]?\d{1,6}(?:\s*,\s*[A-Z]?\d{1,6})*(?!\S))?")
"""The ids that a segment begins with, if any."""
_FIRST_VALUE = re.compile(r"(?<!\S)(?:-?\d{0,6}:|/(?=\s))")


def _split(text: str, mark: str) -> list[str]:
    """The parts between marks that stand by themselves."""
    return [part.strip() for part in re.split(rf"(?:(?<=\s)|^)(?<!\\){re.escape(mark)}(?=\s|$)", text)]


@dataclass
class _Reading:
    """Where in the article a line is, and what could not be read so far."""

    document: Document
    unread: list[Unread]
    sentence: int = 0

    def part(self, part: type[Part], segment: str, content: str) -> tuple[Part, ...]:
        """The part that a segment is, or the parts that it gives in one; none where it cannot be read, which is told."""
        try:
            ids = _AHEAD.findall(content)[0]
            each = [f"{number}{content[len(ids) :]}" for number in _IDS.findall(ids)] or [content]
            return tuple(_read_part(part, one, self) for one in each)
        except ValueError as error:
            self.unread.append(Unread(segment, _why(error)))
            return ()

    def value(self, text: str) -> tuple[Mention, ...]:
        """The mentions of a value; a number without words only says of which sentence the next ones are."""
        return tuple(filter(_has_words, (self._mention(part) for part in _split(text, "+") if part)))

    def _mention(self, text: str) -> Mention:
        at = _AT.match(text)
        if at and at["sentence"]:
            self.sentence = int(at["sentence"])
        words = text[at.end() :] if at else text
        return Mention(sentence=self.sentence, text=self._whole(words))

    def _whole(self, words: str) -> str:
        """The words, with what an ellipsis of the model's stands for; as they are where it stands for nothing there."""
        beginning, mark, end = (_plain(part) for part in _ELLIPSIS.sub("\0", words, count=1).partition("\0"))
        bare = _plain(words)
        if not mark or not 1 <= self.sentence <= len(self.document.sentences):
            return bare
        sentence = self.document.words(self.sentence)
        if fold(bare).text in fold(sentence).text:
            return bare
        return _shortest(sentence, beginning.strip(), end.strip()) or bare


_has_words = attrgetter("text")
_ELLIPSIS = re.compile(r"(?<!\\)(?:…|\.\.\.)")


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", words)


def _shortest(sentence: str, beginning: str, end: str) -> str:
    """The shortest stretch that begins and ends so; nothing where there is none, or no words were given."""
    if not beginning or not end:
        return ""
    opening, closing = (
        r"\s+".join(map(re.escape, words.split())) for words in (beginning, end)
    )  # lines may be wrapped
    stretch = re.compile(f"(?=({opening}.*?{closing}))", re.DOTALL)
    return min((found[1] for found in stretch.finditer(sentence)), key=len, default="")
