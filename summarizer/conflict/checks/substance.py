"""Words that carry nothing: each slot needs a word of its own kind, not a preposition cut out of the sentence."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Item, Items
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.capitals import CAPITAL
from summarizer.english.numbers import parse_count
from summarizer.english.sought import joined
from summarizer.lexicons import pattern, word_set, words
from summarizer.lexicons.inflection import plural
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Incident
from summarizer.schemas.vocabulary import TargetKind

NEED_CONTENT: dict[str, tuple[str, ...]] = {
    "incident": ("words", "place", "weapon", "damage", "trigger"),
    "statement": ("content",),
    "threat": ("content", "action", "means"),
    "warning": ("content", "place"),
}
"""The slots of each kind of item that say nothing by a function word alone; targets are added to them."""
SHORT = 2
"""Words up to which function words alone are a scrap; "It was ours" is a sentence."""
POINTING = ("this", "that", "these", "those")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(rf"(?<!\w){CAPITAL}{{2,}}(?!\w)")
"""A name, though its letters make a function word: "US", "WHO"."""


@in_english
def _run(item: Item, items: Items) -> Iterator[Found]:
    objects_of = tuple(quote.end for quote in getattr(item, "cue", ()))
    for path, quotes in _slots(item):
        empty = tuple(quote for quote in quotes if _carries_nothing(quote, objects_of, items.document))
        if empty:
            yield Found("carries_nothing" if len(empty) == len(quotes) else "part_carries_nothing", path, empty)
    if isinstance(item, declared.Incident):
        yield from _when_and_where(item)
        yield from _counts(item, items.document)
    for position, target in enumerate(getattr(item, "targets", ())):
        told = [_kinds_of_target().get(_head(quote.text), ANY_TARGET) for quote in target.text]
        if told and not any(target.kind in kinds for kinds in told):
            yield Found("target_of_another_kind", f"targets.{position}", target.text)


def _head(phrase: str) -> str:
    """The noun of a phrase, as it is written: "depot" of "the bus depot at Orvale"; a name is in no list."""
    return (_BEHIND_HEAD.split(phrase.strip("“”\"'‘’ "))[0].split() or [""])[-1]


@cache
def _kinds_of_target() -> dict[str, frozenset[str]]:
    """By noun, what a target called so is: somebody, several, or a thing; a noun of people may stand for their body."""
    found: dict[str, set[str]] = {}
    for kind, tables in _TARGETS.items():
        for noun in words("nouns", *tables):
            found.setdefault(noun, set()).add("person" if kind == "people" else kind)
            found.setdefault(plural(noun), set()).add(kind)
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


_TARGETS = {"people": ("civilians", "military_persons"), "thing": ("things",)}
ANY_TARGET = frozenset(get_args(TargetKind))
_BEHIND_HEAD = re.compile(r",|\s+(?:of|in|on|at|near|from|with|for|to|by|who|which|that|under|between)\s")


def _slots(item: Any) -> Iterator[tuple[str, Quotes]]:
    for name in NEED_CONTENT[item.kind_of_item]:
        yield name, getattr(item, name)
    for position, target in enumerate(getattr(item, "targets", ())):
        yield f"targets.{position}", tuple(quote for quote in target.text if not _is_pronoun(quote.text))


@cache
def _carrying_nothing() -> frozenset[str]:
    return frozenset(words("slots", "empty", "pronoun"))


def _is_pronoun(text: str) -> bool:
    return " ".join(text.lower().split()) in word_set("slots", "pronoun")


def _carries_nothing(quote: Quote, objects_of: tuple[int, ...], document: Document) -> bool:
    """Whether a mention is a scrap of one or two function words.

    "it was" and "all this" are none; nor is a pronoun that is the object of the saying: "denied it".
    """
    found = _WORD.findall(_ACRONYM.sub("acronym", quote.text).lower())
    if len(found) > SHORT or any(word not in _carrying_nothing() for word in found):
        return False
    if len(found) == SHORT:
        return not any(map(_is_pronoun, found))
    has_verb = _WORD.findall(document.text[quote.end : quote.end + 12].lower())[:1]
    is_object = not (has_verb and has_verb[0] in word_set("negation", "auxiliaries")) and any(
        end <= quote.start and not document.text[end : quote.start].strip() for end in objects_of
    )
    return quote.text.lower() not in POINTING and not (_is_pronoun(quote.text) and is_object)


def _when_and_where(incident: Incident) -> Iterator[Found]:
    """A time holds a word of time or a figure; a place is more than a time."""
    for quote in incident.time:
        if not _tells_time(quote.text):
            yield Found("no_word_of_time", "time", (quote,))
    for quote in incident.place:
        found = _WORD.findall(quote.text.lower())
        if found and any(word in _of_time() for word in found) and set(found) <= _carrying_nothing() | _of_time():
            yield Found("place_is_time", "place", (quote,))


@cache
def _of_time() -> frozenset[str]:
    return frozenset(words("slots", "of_time"))


def _tells_time(text: str) -> bool:
    timed = pattern("modality", "time").search(text) or pattern("slots", "when").search(text)
    return timed is not None or any(map(str.isdigit, text))


def _counts(incident: Incident, document: Document) -> Iterator[Found]:
    """A count is a number or a word for how many; a year or a date is none."""
    for position, casualty in enumerate(incident.casualties):
        text = joined(casualty.count, " ")
        dated = any(_in_a_date(quote, document) for quote in casualty.count)
        if text and (dated or (parse_count(text) is None and not pattern("slots", "quantity").search(text))):
            code = "year_as_count" if any(map(str.isdigit, text)) else "no_word_of_number"
            yield Found(code, f"casualties.{position}", casualty.count)


def _in_a_date(quote: Quote, document: Document) -> bool:
    """Whether a figure stands beside the name of a month: "July 9", "9 July"."""
    if not quote.text.isdigit():
        return False
    before, after = document.text[max(0, quote.start - 12) : quote.start], document.text[quote.end : quote.end + 12]
    return _MONTH_BEFORE.search(before) is not None or _MONTH_AFTER.match(after) is not None


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"(?<!\w){_MONTH}\.?\s+$")
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}(?!\w)")


SUBSTANCE = Check(
    name="substance",
    reason="A preposition cut out of a sentence shows nothing, and a year counts nobody.",
    applies_to=("incident", "statement", "threat", "warning"),
    codes={
        "carries_nothing": Code("reject", "The words given are function words alone and say nothing."),
        "part_carries_nothing": Code("warn", "Part of the words given are function words alone and say nothing."),
        "no_word_of_time": Code("warn", "The words given as time hold no word of time."),
        "target_of_another_kind": Code("note", "The words for a target are not those for its kind."),
        "place_is_time": Code("reject", "The words given as place are a time."),
        "year_as_count": Code("reject", "The figure given as count is a year, a date or a time, and counts nobody."),
        "no_word_of_number": Code("warn", "The words given as count do not say how many."),
    },
    run=_run,
)
