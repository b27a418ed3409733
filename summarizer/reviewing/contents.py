"""What an item says, as a decision on it is kept by: its words and their places, choices and statuses, and whom it names.

Ids, order, and what is as it is by default do not count, so that the same article read again leads to the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError

from summarizer.documents.quotes import Part, Quotes
from summarizer.errors import UsageError, printable
from summarizer.pointing.audit import ItemKind, Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import Follow, items_in, quotes_in, redirected, roles, step_into
from summarizer.pointing.sealing import canonical, digest
from summarizer.reviewing.decisions import MOST_WORDS, Decision, Verdict


def contents(brief: StoredBrief) -> Mapping[Key, Mapping[str, str]]:
    """What a decision on each item of a brief is made of.

    Args:
        brief: of whatever field.

    Returns:
        By the item's key, of each of its fields that says something the beginning of a digest of what it says, by its path.
    """
    items = {(kind, item.id): item for kind, item in items_in(brief)}
    known = partial(_known_by, items)
    return {key: dict(_fields(_said(item, known))) for key, item in items.items()}


def telling_words(item: Part) -> Quotes:
    """The words without which an item says nothing, the first of them: what it is called."""
    every = (quote for name in roles(type(item)).substance for _, quote in quotes_in(getattr(item, name)))
    return tuple(islice(every, MOST_WORDS))


def _said(item: Part, known: Follow) -> Any:
    """All that an item says beyond its defaults, as JSON."""
    told = redirected(item, known).model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    return _in_any_order(told)


def _fields(said: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each field of what is said, those of parts by their paths, and the beginning of its digest."""
    for name, held in said.items():
        where = step_into(path, name)
        if isinstance(held, dict):
            yield from _fields(held, where)
        else:
            yield where, digest(held)[:16]


def _in_any_order(told: Any) -> Any:
    """JSON in which several have no order, and each stands once."""
    if isinstance(told, dict):
        return {name: _in_any_order(value) for name, value in told.items()}
    return sorted({canonical(_in_any_order(one)) for one in told}) if isinstance(told, list) else told


def _known_by(items: Mapping[Key, Part], kind: ItemKind, identity: int) -> int:
    """A number that stands for an item by the words of what it falls with, or else by its own.

    So a statement is known by who makes it, however much of it is quoted.

    Args:
        items: all of the brief.
        kind, identity: of the one that another item refers to.
    """
    item = items.get((kind, identity))
    declared = roles(type(item)).references.items() if item else ()
    falling = [(role.kind, getattr(item, name)) for name, role in declared if role.falls]
    words = [_texts(items, key) for key in falling or [(kind, identity)]]
    return int(digest(words)[:12], 16)


def _texts(items: Mapping[Key, Part], key: Key) -> list[str]:
    """What an item is called, wherever; nothing where there is none."""
    return [quote.text for quote in telling_words(items[key])] if key in items else []


# --- decisions ------------------------------------------------------------------------------------


def decision_on(
    brief: StoredBrief,
    key: Key,
    verdict: Verdict,
    *,
    by: str,
    on: date,
    note: str = "",
    corrections: Iterable[str] = (),
) -> Decision:
    """A decision on an item as it stands in a brief.

    Args:
        brief: of whatever field.
        key: kind and id of the item.
        verdict: what is decided.
        by: who decides.
        on: the day.
        note: in free words.
        corrections: each `field=value`: the path of a field with a closed list, or the end of it where only one ends so, and
            the value that it should have.

    Raises:
        UsageError: there is no such item or field, the value is none of the field's list, or a name or note is too long.
    """
    items = {(kind, item.id): item for kind, item in items_in(brief)}
    if key not in items:
        raise UsageError(f"there is no {printable(key[0])} {key[1]} in this brief")
    item = items[key]
    try:
        return Decision(
            article=brief.source.sha256,
            item=key[0],
            words=telling_words(item),
            fields=contents(brief)[key],
            verdict=verdict,
            corrections=dict(_correction(item, said) for said in corrections),
            note=note,
            by=by,
            on=on,
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")) from error


def _correction(item: Part, said: str) -> tuple[str, str]:
    """The path and the value that are meant.

    Args:
        item: of the brief.
        said: `field=value`, as it was given.
    """
    name, _, value = said.partition("=")
    lists = {path: others for path, others in _closed_lists(item) if others}
    paths = [name] if name in lists else [path for path in lists if path.endswith(f".{name}")]
    if len(paths) != 1:
        raise UsageError(f"{printable(said)}: write FIELD=VALUE, with one of the fields {', '.join(paths or lists)}")
    others = lists[paths[0]]
    if value not in others:
        raise UsageError(f"{printable(said)}: {paths[0]} may be corrected to {', '.join(others)}")
    return paths[0], value


def _closed_lists(part: Part, path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The path of each field of an item that has one value of a closed list, and what else it could have.

    What stands in one of several parts, such as a target, is left to a note.
    """
    for name, held in part:
        where = step_into(path, name)
        if isinstance(held, Part):
            yield from _closed_lists(held, where)
        elif not isinstance(held, tuple):
            choices = _choices(type(part).model_fields[name].annotation)
            yield where, tuple(choice for choice in choices if choice != held)


def _choices(annotation: Any) -> tuple[str, ...]:
    """The closed list that a type is, or is where it is anything."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(_choices, get_args(annotation))), ())
