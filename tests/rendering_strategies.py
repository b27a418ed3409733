"""Briefs of every shape for hypothesis: each field at random, quotations that point into one article."""

import types
import typing
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Literal

from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.conflict.items import KINDS
from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Quote, Source
from summarizer.pointing.audit import Finding, ItemOutcome, Rejected
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Statement, UnverifiedBrief

TEXT = (
    "VELMORA, 3 May (Ostra News) - Gunmen shot two guards.\n\nThe “Red Fen” front, or ФЕН, denied it.\n"
    "東京の警察は確認した。\u202eevil\u202c \x1b[31mred\x1b[0m \x9b1m <b>x</b> [a](http://x.example)"
)


def article() -> Document:
    """An article of three sentences with hostile characters in the last."""
    starts = [0, TEXT.index("The “"), TEXT.index("東京")]
    ends = [*(start - 1 for start in starts[1:]), len(TEXT)]
    numbered = enumerate(zip(starts, ends, strict=True), 1)
    sentences = tuple(Sentence(number, number, start, end) for number, (start, end) in numbered)
    return Document(text=TEXT, sha256="0" * 64, sentences=sentences)


def _quote(start: int, length: int, sentence: int) -> Quote:
    start = min(start, len(TEXT) - 1)
    return Quote(sentence=sentence, start=start, end=start + length, text=TEXT[start : start + length])


QUOTES = st.builds(_quote, st.integers(0, len(TEXT) - 1), st.integers(1, 40), st.integers(1, 3))
SEVERAL = {AssessedIncident, Statement, AssessedThreat, Quote}
KINDS_OF_ITEMS = st.sampled_from(tuple(KINDS))
SMALL = st.integers(0, 4)
WORDS = st.sampled_from(["", "place", "targets.0.text", "casualties", "one\ntwo", "\x1b]8;;http://x\x07y", "<i>"])


@cache
def _model(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    if model is Quote:
        return QUOTES
    if model is Source:
        return st.builds(Source, sha256=WORDS, characters=SMALL, sentences=SMALL, paragraphs=st.just((1, 2, 3)))
    of_kinds = {"item": KINDS_OF_ITEMS} if issubclass(model, (Finding, ItemOutcome, Rejected)) else {}
    fields = {name: _of(field.annotation) for name, field in model.model_fields.items()}
    return st.builds(model, **fields | of_kinds)


def _of(annotation: Any) -> st.SearchStrategy[Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        # Several quotations in one value are drawn often enough; everything else would grow without bound.
        return st.lists(_of(arguments[0]), max_size=2 if arguments[0] in SEVERAL else 1).map(tuple)
    if origin is dict:
        return st.dictionaries(*map(_of, arguments), max_size=1)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(_of(argument) for argument in arguments))
    simple = {int: SMALL, bool: st.booleans(), str: WORDS, date: st.dates(), types.NoneType: st.none()}
    return simple[annotation] if annotation in simple else _model(annotation)


def briefs() -> st.SearchStrategy[UnverifiedBrief]:
    """Any brief, with ids that may lead nowhere or repeat."""
    return _model(UnverifiedBrief)


def with_strings(part: Any, change: Callable[[str], str]) -> Any:
    """The same part of a brief with every free string in it, at any depth, changed.

    The kind of an item is a string to the kernel, but no free one: a brief with an audit of unknown kinds does not load.
    """
    if isinstance(part, BaseModel):
        free = ((name, field) for name, field in _fields(part) if name != "item")
        changed = {name: _changed(getattr(part, name), field.annotation, change) for name, field in free}
        return part.model_copy(update=changed)
    if isinstance(part, tuple):
        return tuple(with_strings(member, change) for member in part)
    return part


def _fields(part: BaseModel) -> Any:
    return type(part).model_fields.items()


def _changed(value: Any, annotation: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value) if annotation is str or str in typing.get_args(annotation) else value
    if isinstance(value, tuple) and typing.get_args(annotation)[:1] == (str,):
        return tuple(change(member) for member in value)
    return with_strings(value, change)
