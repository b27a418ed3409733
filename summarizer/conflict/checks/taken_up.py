"""Descriptions taken up: by which nouns the article calls an actor, and where one of these stands for it again."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from summarizer.conflict.checks.descriptions import MEANT
from summarizer.conflict.items import Items
from summarizer.conflict.named import PERSONS, Naming, all_related, bare, mentions, named_at, names, related
from summarizer.documents.document import Document
from summarizer.english.clauses import Span
from summarizer.english.grammar.taking_up import taking_up
from summarizer.lexicons import lexicon, word_set
from summarizer.schemas.brief import Actor

BESIDE = 80
"""Characters beside a name in which its bearer is described."""
REACH = 3
"""Sentences before a description in which one of several who are called so may stand."""


# --- what an actor is called ----------------------------------------------------------------------------


def nouns_of(actor: int, items: Items) -> frozenset[str]:
    """The common nouns by which the article calls an actor, in small letters.

    The head of its name, where it is a body or a description, and of what stands in one phrase with the name: "mayor" of
    "the mayor, Odo Tarn", "general" of "Gen. Odo Tarn", "operator" of "Tarn Gas, the operator,".
    """
    return frozenset(phrase.split()[-1] for phrase in _phrases_for(actor, items)) - _ANYBODY


def _phrases_for(actor: int, items: Items) -> set[str]:
    return items.worked_out(_phrases).get(actor, set())


def _phrases(items: Items) -> dict[int, set[str]]:
    """By actor, the phrases that end in such a noun."""
    found = {actor.id: set(_of_the_names(actor)) for actor in items.actors.values()}
    for place in _named(items):
        if items.actors[place.actor].identity == "named":
            found[place.actor].update(_beside(place, items.document))
    return found


def _named(items: Items) -> list[Naming]:
    return mentions(items, (0, len(items.document.text)))


def _of_the_names(actor: Actor) -> Iterator[str]:
    if actor.identity == "named" and actor.kind in PERSONS:
        return
    for name in names(actor):
        if " " in name or name.islower() or _is_title(name) or actor.identity != "named":
            yield from _phrase(name)


def _phrase(text: str) -> list[str]:
    """A phrase up to its noun, in small letters, if it has one: what stands before "of", "who" and the like."""
    words = _NOT_OF_THE_HEAD.split(bare(text))[0].casefold().split()
    if not words or not _verbs().isdisjoint(words):
        return []
    noun = _in_full(words[-1].strip("’'”\""))
    return [" ".join((*words[:-1], noun))] if _NOUN.fullmatch(noun) else []


@cache
def _verbs() -> frozenset[str]:
    return (word_set("cues", "attributing") | word_set("negation", "auxiliaries")) - {"state"}  # "the state railway"


def _beside(place: Naming, document: Document) -> Iterator[str]:
    sentence = document.sentences[document.sentence_at(place.start) - 1]
    before = document.text[max(sentence.start, place.start - BESIDE) : place.start]
    after = document.text[place.end : min(sentence.end, place.end + BESIDE)]
    titles = list(takewhile(_is_title, reversed(before.split())))
    if titles:
        yield " ".join(map(_in_full, reversed(titles)))
        before = before[: before.rfind(titles[-1])]
    for shape in _SET_BEFORE, _KNOWN_AS:
        found = shape.search(before)
        for phrase in found.groups() if found else ():
            yield from _phrase(phrase or "")
    if described := _SET_BEHIND.match(after):
        yield from _phrase(described.group(1))


def _is_title(word: str) -> bool:
    return _in_full(word) in _offices()


def _in_full(word: str) -> str:
    bare_word = word.casefold().rstrip(".")
    return _FULL.get(bare_word, bare_word)


@cache
def _offices() -> frozenset[str]:
    persons = word_set("titles", "titles", "officials", "fighters", "organisation_words", "public_bodies")
    return (persons | word_set("links", "outlet_nouns", "source_nouns", "people_nouns")) - word_set(
        "cues", "attributing"
    )


_NOT_OF_THE_HEAD = re.compile(
    r",|\s+(?:of|for|in|from|at|with|on|to|who|whom|whose|which|that|near|by|under|since|during|against|and|as|then|there|thought"
    r"|believed|aged|long)\b"
)
_NOUN = re.compile(r"[a-z][a-z-]{2,}")
_FULL = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain", "sgt": "sergeant",
    "brig": "brigadier", "adm": "admiral", "insp": "inspector", "supt": "superintendent",
}  # fmt: skip
"""Titles cut short, and the words for them."""
_ANYBODY = frozenset(
    {"his", "her", "its", "their", "our", "those", "these", "both", "all", "one", "another", "other"}
    | {"groups", "people", "men", "women", "officials", "sources"}
)
"""Words that end a phrase and tell of nobody in particular."""
_DETERMINED = r"(?:\b(?:the|an?|its|his|her|their|our|one|one\s+of)|[\w-]+[’']s?)\s+"
_PLAIN = r"((?:[\w’'-]+\s+){0,4}?[\w’'-]+)"
_SET_BEFORE = re.compile(
    rf"{_DETERMINED}{_PLAIN}(?:\s+(?:of|for|in|at|from)\s[^,.;:“”\"]{{2,40}})?,\s+\Z", re.IGNORECASE
)
_KNOWN_AS = re.compile(
    rf"{_DETERMINED}(?:{_PLAIN},\s+an?\s+)?{_PLAIN}\s+(?:who|whom|he|she|they)\s[^,.;:“”\"]{{0,40}}\b(?:as|named|called)\s+\Z",
    re.IGNORECASE,
)
_SET_BEHIND = re.compile(
    rf",\s+{_DETERMINED}{_PLAIN}(?=\s*(?:[,.;]|\s(?:of|for|who|which|whose|based|close)\b))",
    re.IGNORECASE,
)


# --- where it is taken up -------------------------------------------------------------------------------


def taken_up(items: Items, span: Span) -> list[Naming]:
    """Where a description stands for the one actor whom the article calls so: "the mayor", "its spokesman", "the brigade".

    Args:
        items: the items of the article.
        span: first offset, and the one after the last.
    """
    return [place for place in items.worked_out(_descriptions) if span[0] <= place.start and place.end <= span[1]]


def is_called(words: str, actor: Actor, items: Items) -> bool:
    """Whether the article calls this actor, and no other but those tied to it, by the noun of these words."""
    bearers = (items.worked_out(_bearers).get(phrase.split()[-1], ()) for phrase in _phrase(words))
    borne = next((each for both in bearers for each in both if each), frozenset())
    return actor.id in borne and all_related(items, actor.id, borne)


def serve_in(actor: int, body: Actor, items: Items) -> bool:
    """Whether an actor is called by a noun for those who serve in a body that has no other name: "detectives" of "the police"."""
    if body.kind not in ("public_body", "armed_forces"):
        return False
    like = {noun for called in nouns_of(actor, items) for noun in _alike().get(called, ())}
    return any(name.casefold() in like for name in names(body))


def told_at(actor: Actor, items: Items, span: Span) -> Iterator[Span]:
    """Every place within the span where the actor is named, as in `named_at`, or a description takes it up."""
    yield from named_at(actor, items.document.text, span)
    yield from ((place.start, place.end) for place in taken_up(items, span) if place.actor == actor.id)


def _descriptions(items: Items) -> tuple[Naming, ...]:
    bearers = items.worked_out(_bearers)
    if not bearers:
        return ()
    own = (at for at in _named(items) if items.actors[at.actor].identity == "named")
    named = {offset for at in own for offset in range(at.start, at.end)}
    found = (at for at in taking_up(bearers, items.document.text) if at.start(2) not in named)
    return tuple(
        Naming(actor, *at.span(2)) for at in found for actor in _meant(at, bearers[at.group(2).lower()], items)
    )


_Bearers = tuple[frozenset[int], frozenset[int]]
"""Those whom the article calls by a noun, and those whom it calls by a noun like it."""


def _bearers(items: Items) -> Mapping[str, _Bearers]:
    exact: dict[str, set[int]] = defaultdict(set)
    like: dict[str, set[int]] = defaultdict(set)
    for actor in items.actors:
        for noun in nouns_of(actor, items):
            exact[noun].add(actor)
            for other in _alike().get(noun, ()):
                like[other].add(actor)
    return {noun: (frozenset(exact[noun]), frozenset(like[noun])) for noun in (*exact, *like)}


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    """By noun, those that mean a body or its members alike: "police" and "officers"."""
    rows = [row["words"] for row in lexicon("bodies").values()]
    return {word: tuple(row) for row in rows for word in row}


def _meant(found: re.Match[str], bearers: _Bearers, items: Items) -> list[int]:
    """Those told of before who bear the noun, with all that stands before it, if they are one or belong together; else the last.

    Where none was told of before, one who is later. "The group" may be any: it is the last group that is named.
    """
    told, at = found.group(1).casefold().split(), found.start(2)
    fitting = [[actor for actor in borne if _is_told_by(told, actor, items)] for borne in bearers]
    before = [[actor for actor in borne if items.actors[actor].name[0].start < at] for borne in fitting]
    known = before[0] or before[1] or fitting[0]
    if found.group(2).casefold() in _OF_ANY_GROUP:
        named = (actor for actor in items.actors.values() if actor.identity == "named")
        groups = [actor.id for actor in named if actor.kind in MEANT["groups"]]
        return [actor for actor in _last_named(groups, at, len(items.document.sentences), items) if actor in known]
    if all(related(items, known[0], other) for other in known[1:]):
        return known
    return _last_named(known, at, REACH, items)


_OF_ANY_GROUP = frozenset({"group", "militia", "organisation", "organization", "faction", "outfit"})


def _is_told_by(words: Iterable[str], actor: int, items: Items) -> bool:
    """Whether each of the words is one of the actor's name, or of a phrase beside it."""
    called = " ".join((*names(items.actors[actor]), *_phrases_for(actor, items))).casefold().split()
    return all(word in called for word in words)


def _last_named(actors: Iterable[int], end: int, reach: int, items: Items) -> list[int]:
    document = items.document
    first = max(0, document.sentence_at(end) - 1 - reach)
    before = mentions(items, (document.sentences[first].start, end))
    return [at.actor for at in before if at.actor in actors and at.end <= end][-1:]
