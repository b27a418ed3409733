"""Which actors are named or described in a stretch of the article, and which of them belong together."""

import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.conflict.items import Items
from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import Span
from summarizer.english.peoples import peoples_of
from summarizer.lexicons import firsts_in, word_set
from summarizer.schemas.brief import Actor
from summarizer.schemas.vocabulary import Identity


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where words name or describe an actor."""

    actor: int
    start: int
    end: int


PERSONS = ("person", "official")
_ARTICLE = re.compile(r"^(?:the|an?|some|several|one|another)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")


def bare(name: str) -> str:
    """A name without quotation marks at its ends and the article before it."""
    return _ARTICLE.sub("", name.strip('“”"«»„ ,'), count=1)


def names(actor: Actor) -> tuple[str, ...]:
    """What the article calls an actor.

    Returns:
        Its name and aliases, without articles and each once; of a description, also the part before its first comma.
    """
    return _names(tuple([quote.text for quote in actor.name + actor.aliases]), actor.identity)


@lru_cache(maxsize=512)
def _names(texts: tuple[str, ...], identity: Identity) -> tuple[str, ...]:
    found = [bare(text) for text in texts]
    if identity != "named":
        found += [text.split(",")[0] for text in found]
    return tuple(dict.fromkeys(filter(None, found)))


def telling_words(actor: Actor) -> tuple[str, ...]:
    """Words of the actor's names that few others share.

    Returns:
        Of a named one, the capitalised words that are no title, surnames, and acronyms of its names; of a description,
        its nouns.
    """
    return _telling_words(names(actor), actor.identity, actor.kind in PERSONS)


@lru_cache(maxsize=512)
def _telling_words(texts: tuple[str, ...], identity: Identity, person: bool) -> tuple[str, ...]:
    if identity != "named":
        return tuple(dict.fromkeys(_rare(texts, "not_telling")))
    found = [word for word in _rare(texts, "not_distinctive", "titles") if not word[0].islower() or "-" in word]
    surnames = _surnames(found, texts) if person else []
    return tuple(dict.fromkeys(found + surnames + _acronyms(texts)))


def _surnames(forenames: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The last words of names, right behind a forename, whatever else they may mean: "Bishop", "West", "Li"."""
    lines = (line.rpartition(" ") for line in "\n".join(texts).split("\n"))
    return [last for before, _, last in lines if before.endswith(tuple(forenames)) and _LARGE.fullmatch(last)]


_LARGE = re.compile(rf"\S*{CAPITAL}\S*")


def _rare(texts: Iterable[str], *shared: str) -> Iterator[str]:
    """The words of some texts that are longer than two letters and stand in none of these lists of titles.toml."""
    for word in _WORD.findall(" ".join(texts)):
        letters = word.rstrip(".")
        if len(letters) > 2 and letters.lower() not in word_set("titles", *shared):
            yield word


def _acronyms(texts: Iterable[str]) -> list[str]:
    initials = ["".join(filter(str.isupper, (word[0] for word in _WORD.findall(text)))) for text in texts]
    return [letters for letters in initials if len(letters) > 2]


def mentions(items: Items, span: Span) -> list[Naming]:
    """Where the actors are named within a span of the article.

    A name within another's longer name counts as none. The last telling word of a person's name stands for the person,
    an acronym for its bearer.

    Args:
        items: the items of the article.
        span: first offset, and the one after the last.

    Returns:
        The places in order.
    """
    places, openings = items.worked_out(_mentions)
    start, end = span
    first, last = bisect_left(openings, start), bisect_left(openings, end)
    return [place for place in places[first:last] if place.end <= end]


def _mentions(items: Items) -> tuple[list[Naming], list[int]]:
    """Every such place in the article, and where each opens."""
    text, by_opening, ends = items.document.text, _finders(items), dict.fromkeys(items.actors, 0)
    found: list[Naming] = []
    for opening in _OPENING.finditer(text):
        for actor, form in by_opening.get(opening.group().lower(), ()):
            end = form.end_at(opening.start(), text) if opening.start() >= ends[actor] else NOWHERE
            if end:
                found.append(Naming(actor, opening.start(), end))
                ends[actor] = end
    found.sort(key=lambda mention: (mention.start, -mention.end))
    places = list(_outermost(found, items))
    return places, [place.start for place in places]


def _outermost(found: Iterable[Naming], items: Items) -> Iterator[Naming]:
    """Drop what lies within a longer name; a description ("officials of the Red Front") may hold a name."""
    longest = Naming(actor=0, start=-1, end=-1)  # no name so far
    for mention in found:
        if items.actors[mention.actor].identity != "named":
            yield mention
        elif mention.end > longest.end:
            longest = mention
            yield mention
        elif (mention.start, mention.end) == (longest.start, longest.end):
            yield mention


def _finders(items: Items) -> Mapping[str, list[tuple[int, "_Written"]]]:
    """By the word or mark that names open with, in small letters: the names, the longest first, each with its actor's id."""
    heads = {actor.id: _head(actor) for actor in items.actors.values()}
    borne = Counter(heads.values())
    found: dict[str, list[tuple[int, _Written]]] = defaultdict(list)
    for actor in items.actors.values():
        head = heads[actor.id] * (borne[heads[actor.id]] == 1)
        for form in _forms(names(actor), actor.identity, actor.kind in PERSONS, tuple(head.split())):
            found[form.opening].append((actor.id, form))
    return found


NOWHERE = 0
"""Where a name ends that does not stand at a place."""


@dataclass(frozen=True, slots=True)
class _Written:
    """One way in which somebody is named: an expression for each would take longer to make than an article to check.

    Attributes:
        opening: its first word or mark, in small letters.
        parts: its words, with a blank behind all but the last, as `fold` leaves them.
        fold: what makes letters alike.
        head: what must stand before it.
        tail: what must follow, or belongs to it.
    """

    opening: str
    parts: tuple[str, ...]
    fold: Callable[[str], str]
    head: re.Pattern[str]
    tail: re.Pattern[str]

    def end_at(self, at: int, text: str, limit: int = sys.maxsize) -> int:
        """Where it ends, if it stands at a place and ends before the limit."""
        end = at
        if self.head.match(text, at) is None:
            return NOWHERE
        for part in self.parts:
            at, end = end, end + len(part)
            if self.fold(_SPACE.sub(" ", text[at : min(end, limit)])) != part:
                return NOWHERE
            end = _SPACES.match(text, end).end() if part[-1] == " " else end  # type: ignore[union-attr]
        found = self.tail.match(text, end, limit)
        return found.end() if found else NOWHERE


_SPACE, _SPACES = re.compile(r"\s"), re.compile(r"\s*")
_ANYTHING, _THE, _ENDED, _GOES_ON = map(re.compile, ("", "(?<=[Tt]he )", r"(?!\w)", r"\w*"))


def _written(
    forms: Iterable[str], fold: Callable[[str], str], head: re.Pattern[str], tail: re.Pattern[str]
) -> Iterator[_Written]:
    """These forms, those that open with a word or a mark."""
    for form in filter(_OPENING.match, forms):
        *parts, last = fold(form).split()
        opening = _OPENING.findall(form)[0].lower()
        yield _Written(opening, (*[f"{part} " for part in parts], last), fold, head, tail)


def _head(actor: Actor) -> str:
    """The last word of a body's name, if it is written large and means a body: "Legion" of the Westmarl Legion."""
    if actor.identity != "named" or actor.kind in PERSONS:
        return ""
    head = "".join(_LAST_LARGE.findall(" ".join(("", *names(actor)[:1]))))
    return head if head.lower() in word_set("titles", *_BODIES) else ""


_BODIES = ("organisation_words", "public_bodies", "armed_groups", "monitors")
_LAST_LARGE = re.compile(rf" ({CAPITAL}[\w’'-]+)\Z")
_LETTERS = re.compile(r"\w+")
_OPENING = re.compile(r"(?<!\w)(?:\w+|[^\w\s])")
"""Where a name may open: a whole word, or a mark that no word stands before."""


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


@lru_cache(maxsize=512)
def _forms(texts: tuple[str, ...], identity: Identity, person: bool, heads: tuple[str, ...]) -> tuple[_Written, ...]:
    named = identity == "named"
    forms = {*texts, *_short_forms(texts, person), *_as_common(texts)} if named else {*texts}
    fold = str if named else str.lower
    return (
        *_written(_longest_first(forms), fold, _ANYTHING, _ENDED),
        *_written(_longest_first(heads), fold, _THE, _ENDED),
    )


def _short_forms(texts: tuple[str, ...], person: bool) -> list[str]:
    """What else stands for somebody named: acronyms, and the last telling word of a person's name."""
    telling = _telling_words(texts, "named", person)
    acronyms = list(filter(str.isupper, telling))
    if not person:
        return acronyms
    written = [word for word in telling if word in " ".join(texts)]
    return acronyms + written[-1:]


def _as_common(texts: Iterable[str]) -> list[str]:
    """Names that are common nouns but for the capital of a sentence's first word, with a small letter: "police"."""
    return sorted(_common_nouns().intersection(map(str.lower, texts)))


@cache
def _common_nouns() -> frozenset[str]:
    return word_set("titles", "public_bodies", "officials", "armed_groups", "fighters", "soldiers", "monitors")


def is_named(actor: Actor, text: str) -> bool:
    """Whether the text holds the actor's name, an alias, or one of their telling words.

    'Velland' also stands in 'Vellander', 'the Ministry' for 'Ministry of Defence', and 'Spanish' for 'Spain'.

    Args:
        actor: named, or only described: then its words count in any case.
        text: a stretch of the article.
    """
    return next(named_at(actor, text, (0, len(text))), None) is not None


def named_at(actor: Actor, text: str, span: Span) -> Iterator[Span]:
    """Every place within the span where the actor is named as in `is_named`."""
    openings, forms = _hint(_forms_of(actor), actor.identity)
    last, end = span
    for start in [first.start() for word, first in firsts_in(text, last, end)[1] if word.startswith(openings)]:
        ends = (form.end_at(start, text, end) for form in forms if start >= last)
        if found := next(filter(None, ends), NOWHERE):
            last = found
            yield start, found


def may_be_named_in(actor: Actor, items: Items) -> set[int]:
    """Numbers of the sentences with a word that opens like one of the actor's names: `named_at` finds it in no other."""
    openings, sentences = items.worked_out(_sentences_by_opening)
    forms = " ".join(_forms_of(actor))
    alone = (letters for form in map(_stem, _forms_of(actor)) for letters in _LETTERS.findall(form)[:1])
    found: set[int] = set()
    for opening in {*alone, *(f"the {letters}" for letters in _LETTERS.findall(forms))}:
        first, last = (bisect_left(openings, edge.lower()) for edge in (opening, opening + LAST))
        found.update(*sentences[first:last])
    return found


_BEHIND_THE = re.compile(r"(?<=[Tt]he )\w+")
LAST = "\U0010ffff"
"""Comes after every letter."""


def _sentences_by_opening(items: Items) -> tuple[list[str], list[set[int]]]:
    """The words of the article in the order of their letters, alone and with "the", and with each the sentences that it is in."""
    found: dict[str, set[int]] = defaultdict(set)
    for sentence in items.document.sentences:
        text = items.document.words(sentence.number)
        for word in (*_LETTERS.findall(text), *(f"the {word}" for word in _BEHIND_THE.findall(text))):
            found[word.lower()].add(sentence.number)
    openings = sorted(found)
    return openings, list(map(found.__getitem__, openings))


def _forms_of(actor: Actor) -> tuple[str, ...]:
    called = names(actor)
    peoples = peoples_of(called) if actor.kind == "state" else ()
    return called + telling_words(actor) + peoples + tuple(_as_common(called))


@lru_cache(maxsize=512)
def _hint(forms: tuple[str, ...], identity: Identity) -> tuple[tuple[str, ...], tuple[_Written, ...]]:
    """What the words open with that may name an actor, and all that names it."""
    stems = _longest_first({_stem(form) for form in forms})
    if identity != "named":
        found = (*_written(stems, str.lower, _ANYTHING, _ANYTHING),)
    else:
        parts = sorted({word for word in _WORD.findall(" | ".join(forms)) if word[0].isupper()})
        found = (*_written(stems, str, _ANYTHING, _GOES_ON), *_written(parts, str, _THE, _ENDED))
    return tuple({form.opening for form in found}), found


def _stem(form: str) -> str:
    """A form without the s of a plural, as far as that leaves enough of it."""
    return form.removesuffix("s") if len(form) > 5 else form


def related(items: Items, one: int, other: int) -> bool:
    """Whether two actors are one, or one belongs to, leads or speaks for the other, or both for a third.

    Args:
        items: the items of the article, whose affiliations say so, shown or not.
        one: id of an actor.
        other: id of an actor.
    """
    return not (items.belongs_to(one) | {one}).isdisjoint(items.belongs_to(other) | {other})


def any_related(items: Items, one: int, others: Iterable[int]) -> bool:
    """Whether an actor and one of some others are `related`.

    Args:
        items: the items of the article.
        one: id of the actor.
        others: ids of others.
    """
    return any(related(items, one, other) for other in others)


def all_related(items: Items, one: int, others: Iterable[int]) -> bool:
    """Whether an actor and each of some others are `related`; true of none.

    Args:
        items: the items of the article.
        one: id of the actor.
        others: ids of others.
    """
    return all(related(items, one, other) for other in others)


def is_shown_by(items: Items, one: int, places: Iterable[Naming]) -> bool:
    """Whether one of some places names or describes an actor, or one that is related to it.

    Args:
        items: the items of the article.
        one: id of the actor.
        places: where somebody is named or described.
    """
    return any_related(items, one, [place.actor for place in places])
