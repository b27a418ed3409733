"""Parts of a digest: of some days, of a place, of somebody; what it quotes, and what two of them say otherwise."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from summarizer.documents.quotes import Part
from summarizer.schemas.digest import Cite, Cites, Digest, DigestArticle, DigestIncident, DigestThreat, DigestWarning

Told = DigestIncident | DigestThreat | DigestWarning


def within(digest: Digest, since: date | None, until: date | None) -> Digest:
    """Of its incidents, threats and warnings those that an article of these days tells.

    Args:
        digest: the whole.
        since, until: the first and the last day; None leaves an end open.
    """
    if since is until is None:
        return digest
    days = {article.key: article.published for article in digest.articles}
    return _chosen(digest, lambda item: any(_is_within(days[key], since, until) for key in item.told_in))


def about(digest: Digest, *, place: str | None = None, actor: str | None = None) -> Digest:
    """Of its incidents, threats and warnings those that hold all words that are looked for.

    Args:
        digest: the whole.
        place: words for where it was, or what was struck.
        actor: words by which somebody is named who did it, speaks of it, threatens or is struck.
    """
    if not (place or actor):
        return digest
    return _chosen(digest, lambda item: _holds(place, _where(item)) and _holds(actor, _who(item)))


def ids_of(digest: Digest) -> frozenset[str]:
    """Of its incidents and threats, and the keys of its articles."""
    incidents = (each.id for each in (*digest.incidents, *digest.older))
    return frozenset((*incidents, *(each.id for each in digest.threats), *(each.key for each in digest.articles)))


def cites_of(held: Any) -> Iterator[Cite]:
    """Every quotation in a digest, or in a part of one."""
    if isinstance(held, Cite):
        yield held
    elif isinstance(held, tuple):
        for member in held:
            yield from cites_of(member)
    elif isinstance(held, Part):
        for name in type(held).model_fields:
            yield from cites_of(getattr(held, name))


def said_otherwise(digest: Digest, other: Digest) -> Iterator[str]:
    """What another digest of the same articles says otherwise of what is in this one, a line each."""
    for name in ("articles", "incidents", "older", "threats"):
        theirs = {_id_of(item): item for item in getattr(other, name)}
        for item in getattr(digest, name):
            where = f"{name.removesuffix('s')} {_id_of(item)}"
            if _id_of(item) not in theirs:
                yield f"{where}: the articles give none such"
                continue
            for field in _otherwise(item, theirs[_id_of(item)]):
                yield f"{where}, {field}: the articles give something else"


OF_ITS_COMPANY = frozenset({"perhaps_same", "in_passing"})
"""What depends on which other articles a digest holds."""


def _otherwise(stated: Part, found: Part) -> Iterator[str]:
    fields = (name for name in type(stated).model_fields if name not in OF_ITS_COMPANY)
    return (name for name in fields if getattr(stated, name) != getattr(found, name))


def _id_of(item: Any) -> str:
    return str(item.key if isinstance(item, DigestArticle) else item.id)


def _chosen(digest: Digest, keep: Callable[[Told], bool]) -> Digest:
    kept = {name: tuple(filter(keep, getattr(digest, name))) for name in ("incidents", "older", "threats", "warnings")}
    items = [item for name in ("incidents", "older", "threats") for item in kept[name]]
    ids = {item.id for item in items}
    told = {key for item in (*items, *kept["warnings"]) for key in item.told_in}
    told |= {article.text_of for article in digest.articles if article.key in told and article.text_of}
    return digest.model_copy(
        update={
            **kept,
            "articles": tuple(article for article in digest.articles if article.key in told),
            "questions": tuple(each for each in digest.questions if each.about in ids),
            "regrouped": tuple(each for each in digest.regrouped if each.incident in ids),
            "not_linked": tuple(each for each in digest.not_linked if each.article in told),
        }
    )


def _is_within(day: date | None, since: date | None, until: date | None) -> bool:
    return day is None or (since or day) <= day <= (until or day)


def _holds(words: str | None, told: str) -> bool:
    """Whether each of the words begins a word of what is told."""
    known = f" {' '.join(_WORD.findall(told.casefold()))}"
    return all(f" {word}" in known for word in _WORD.findall((words or "").casefold()))


_WORD = re.compile(r"\w+")


def _where(item: Told) -> str:
    """The words for where it was, and for whom or what it struck or is aimed at."""
    if isinstance(item, DigestWarning):
        return _joined(item.words)
    place = item.place if isinstance(item, DigestIncident) else item.condition
    return _joined(place, *item.targets)


def _who(item: Told) -> str:
    """All names in it."""
    if isinstance(item, DigestWarning):
        return f"{item.speaker} {_joined(item.words)}"
    if isinstance(item, DigestThreat):
        return " ".join((item.issuer, *item.of, _joined(*item.targets)))
    people = (name for each in item.statements for name in (each.speaker, *each.of, *each.whom))
    return " ".join((*people, *(doer.name for doer in item.doers), _joined(*item.targets)))


def _joined(*values: Iterable[Cite] | Cites) -> str:
    return " ".join(cite.text for cites in values for cite in cites)
