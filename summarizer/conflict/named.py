"""Which actors are named or described in a stretch of the article, and which of them belong together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.conflict.items import Items
from summarizer.documents.document import sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import Span
from summarizer.lexicons import words
from summarizer.schemas.brief import Actor
from summarizer.schemas.vocabulary import Identity


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where words name or describe an actor."""

    actor: int
    start: int
    end: int


_ARTICLE = re.compile(r"^(?:the|an?|some|several|one|another)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")


def bare(name: str) -> str:
    """A name without quotation marks at its ends and the article before it."""
    return _ARTICLE.sub("", name.strip('“”"«»„ ,'), count=1)


def names(actor: Actor) -> tuple[str, ...]:
    """The actor's name and aliases, without articles; of a description, also the part before its first comma."""
    return _names(tuple([quote.text for quote in actor.name + actor.aliases]), actor.identity)


@cache
def _names(texts: tuple[str, ...], identity: Identity) -> tuple[str, ...]:
    found = [bare(text) for text in texts]
    if identity != "named":
        found += [text.split(",")[0] for text in found]
    return tuple(dict.fromkeys(text for text in found if text))


def telling_words(actor: Actor) -> tuple[str, ...]:
    """Words of the actor's names that few others share: of a named one the capitalised, of a description the nouns."""
    return _telling_words(names(actor), actor.identity)


@cache
def _telling_words(texts: tuple[str, ...], identity: Identity) -> tuple[str, ...]:
    tables = ("not_distinctive", "titles") if identity == "named" else ("not_telling",)
    shared = frozenset(words("titles", *tables))
    found = [word.strip("“”\"'’") for text in texts for word in _WORD.findall(text)]
    kept = [word for word in found if word.lower().rstrip(".") not in shared and len(word.rstrip(".")) > 2]
    if identity == "named":
        kept = [word for word in kept if not word[0].islower() or "-" in word] + _acronyms(texts)
    return tuple(dict.fromkeys(kept))


def _acronyms(texts: Iterable[str]) -> list[str]:
    initials = ["".join(word[0] for word in _WORD.findall(text) if word[0].isupper()) for text in texts]
    return [letters for letters in initials if len(letters) > 2]


def mentions(items: Items, span: Span) -> list[Naming]:
    """Where the actors are named within the span, in order; a name within another's longer name counts as none.

    The last telling word of a person's name stands for the person, an acronym for its bearer.
    """
    known = items.worked_out(_mentions_by_span)
    if span not in known:
        known[span] = list(_mentions(items, span))
    return known[span]


def _mentions_by_span(_: Items) -> dict[Span, list[Naming]]:
    """What `mentions` has found for these items so far."""
    return {}


def _mentions(items: Items, span: Span) -> Iterator[Naming]:
    text = items.document.text[slice(*span)].lower()
    found = [
        Naming(finder.actor, *match.span())
        for finder in items.worked_out(_finders)
        if any(opening in text for opening in finder.openings)
        for match in finder.forms.finditer(items.document.text, *span)
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    yield from _outermost(found, items)


def _outermost(found: Iterable[Naming], items: Items) -> Iterator[Naming]:
    """Drop what lies within a longer name; a description ("officials of the Red Front") may hold a name."""
    longest: Naming | None = None
    for mention in found:
        named = items.actors[mention.actor].identity == "named"
        inside = longest is not None and mention.end <= longest.end
        same = longest is not None and (mention.start, mention.end) == (longest.start, longest.end)
        if not (named and inside) or same:
            yield mention
        if named and not inside:
            longest = mention


@dataclass(frozen=True, slots=True)
class _Finder:
    """How an actor is found in a text: an expression for its names, and words without one of which it need not be tried."""

    actor: int
    forms: re.Pattern[str]
    openings: frozenset[str]


def _finders(items: Items) -> tuple[_Finder, ...]:
    return tuple(
        _Finder(actor.id, *_forms(names(actor), actor.identity, actor.kind in ("person", "official")))
        for actor in items.actors.values()
    )


@cache
def _forms(texts: tuple[str, ...], identity: Identity, person: bool) -> tuple[re.Pattern[str], frozenset[str]]:
    telling = _telling_words(texts, identity) if identity == "named" else ()
    surname = [word for word in telling if any(word in text for text in texts)][-1:] if person else []
    forms = {*texts, *surname, *(word for word in telling if word.isupper() and len(word) > 2)}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    alternatives = "|".join(r"\s+".join(map(re.escape, form.split())) for form in ordered)
    found = re.compile(rf"(?<!\w)(?:{alternatives or '(?!)'})(?!\w)", 0 if identity == "named" else re.IGNORECASE)
    return found, frozenset(form.split()[0].lower() for form in forms if form.split())


def is_named(actor: Actor, text: str) -> bool:
    """Whether the text holds the actor's name, an alias, or one of their telling words.

    'Velland' also stands in 'Vellander', and 'the Ministry' for 'Ministry of Defence'.
    """
    return _hint(names(actor) + telling_words(actor), actor.identity).search(text) is not None


def named_at(actor: Actor, text: str, span: Span) -> Iterator[Span]:
    """Every place within the span where the actor is named as in `is_named`."""
    for found in _hint(names(actor) + telling_words(actor), actor.identity).finditer(text, *span):
        yield found.span()


@cache
def _hint(forms: tuple[str, ...], identity: Identity) -> re.Pattern[str]:
    stems = sorted({_stem(form) for form in forms if form}, key=lambda stem: (-len(stem), stem))
    alternatives = "|".join(r"\s+".join(map(re.escape, stem.split())) for stem in stems) or "(?!)"
    if identity != "named":
        return re.compile(rf"(?<!\w)(?:{alternatives})", re.IGNORECASE)
    parts = sorted({word for form in forms for word in _WORD.findall(form) if word[0].isupper()})
    shortened = "|".join(map(re.escape, parts)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:(?:[Tt]he )?(?:{alternatives})|[Tt]he (?:{shortened})(?!\w))")


def _stem(form: str) -> str:
    """A form without the s of a plural, as far as that leaves enough of it."""
    return form.removesuffix("s") if len(form) > 5 else form


def named_near(actor: int, quotes: Iterable[Quote], items: Items, *, before: int = 0, after: int = 0) -> bool:
    """Whether the actor, or one tied to it, is named in these sentences or so many before and after each."""
    document = items.document
    numbers = {at + step for at in sentences_of(quotes, document) for step in range(-before, after + 1)}
    text = " ".join(document.words(at) for at in sorted(numbers) if 1 <= at <= len(document.sentences))
    return any(is_named(other, text) for other in items.actors.values() if related(items, actor, other.id))


def related(items: Items, one: int, other: int) -> bool:
    """Whether two actors are one, or one belongs to, leads or speaks for the other, or both for a third."""
    return one == other or bool(_circle(items, one) & _circle(items, other))


def _circle(items: Items, actor: int) -> set[int]:
    found = items.actors.get(actor)
    return {actor, *(link.actor for link in found.affiliations)} if found else {actor}
