"""Names: shared aliases, names within longer names, and words that mix alphabets."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Item, Items
from summarizer.conflict.named import PERSONS, bare
from summarizer.documents.quotes import Quote
from summarizer.english.capitals import CAPITAL
from summarizer.english.peoples import nationalities
from summarizer.english.sought import joined, least_distance, places_of
from summarizer.lexicons import word_set, words
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Actor


def _shared(actor: Actor, items: Items) -> Iterator[Found]:
    """An alias that another actor bears as well, that is part of another's name alone, or that nothing ties to the actor."""
    others = items.others(actor)
    english = items.document.language == "en"
    for alias in actor.aliases:
        if any(bare(alias.text) in _bare(other) for other in others):
            yield Found("alias_shared", "aliases", (alias,))
        elif english and any(_is_part_of(alias, other, actor) for other in others):
            yield Found("alias_of_another", "aliases", (alias,))
        elif english and not _tied(alias, actor, items):
            yield Found("alias_not_shown", "aliases", (alias,))


def _bare(actor: Actor) -> list[str]:
    return [bare(quote.text) for quote in (*actor.name, *actor.aliases)]


def _is_part_of(alias: Quote, other: Actor, actor: Actor) -> bool:
    """Whether every word of the alias stands in the other's name, and none in the actor's own."""
    words_of_it = _name_words(alias.text)
    if any(_abbreviates(alias.text, quote.text) for quote in actor.name):
        return False
    return bool(words_of_it) and words_of_it <= _called(other.name) and not words_of_it & _called(actor.name)


def _called(quotes: Iterable[Quote]) -> frozenset[str]:
    return frozenset(word for quote in quotes for word in _name_words(quote.text))


@lru_cache(maxsize=512)
def _name_words(text: str) -> frozenset[str]:
    titles = words("titles", "titles")
    found = (word.lower().rstrip(".") for word in re.findall(r"[\w’'.-]+", bare(text)))
    return frozenset(word for word in found if word not in titles)


def _tied(alias: Quote, actor: Actor, items: Items) -> bool:
    """Whether the alias shares a word or its letters with the name or an alias given before it, or stands near one of them."""
    rest = (*actor.name, *actor.aliases[: actor.aliases.index(alias)])
    if _name_words(alias.text) & _called(rest) or any(_abbreviates(alias.text, quote.text) for quote in rest):
        return True
    text = items.document.text
    near = chain.from_iterable(places_of(bare(quote.text), text) for quote in rest)
    return least_distance(dict(places_of(alias.text, text)), dict(near)) <= NEAR


NEAR = 400
"""Characters within which a name and another name of the same actor stand at least once."""


def _abbreviates(one: str, other: str) -> bool:
    """Whether one is made of letters of the other: the initials of a name."""
    short, long = sorted((bare(one), bare(other)), key=len)
    letters = [letter for letter in short.lower() if letter.isalpha()]
    initials = [word[0].lower() for word in re.findall(r"\w+", long)]
    return short.isupper() and bool(letters) and letters[0] in initials and set(letters) <= set(long.lower())


ALIAS = Check(
    name="alias",
    reason="A name that stands for two actors tells neither from the other.",
    applies_to=("actor",),
    codes={
        "alias_shared": Code("warn", "Another actor bears the same name."),
        "alias_of_another": Code("warn", "This is part of another actor's name, and not of this one's."),
        "alias_not_shown": Code("warn", "Nothing near this name shows that it is this actor's."),
    },
    run=_shared,
)


# --- no names -----------------------------------------------------------------------------------------


@in_english
def _no_name(actor: Actor, _: Items) -> Iterator[Found]:
    """A name that opens with a word with which no name and no description of anybody opens."""
    scraps = tuple(quote for quote in actor.name if quote.text.split()[0] in word_set("slots", "opens_no_name"))
    if scraps and len(scraps) == len(actor.name):
        yield Found("names_nobody", "", scraps)


NO_NAME = Check(
    name="no_name",
    reason="A scrap of a sentence is nobody's name.",
    applies_to=("actor",),
    codes={"names_nobody": Code("reject", "The words given as name open as no name and no description does.")},
    run=_no_name,
)


# --- longer names -------------------------------------------------------------------------------------


@in_english
def _longer(actor: Actor, items: Items) -> Iterator[Found]:
    """A name that, where it is quoted, is only part of a longer one."""
    if actor.kind == "state" or not _bears_a_name(actor):
        return
    own = joined((*actor.name, *actor.aliases), " ")
    for field in ("name", "aliases"):
        for quote in getattr(actor, field):
            longer = _extended(quote, items)
            if longer is None or longer.text in own:
                continue
            bearer = _bearer(longer, actor, items)
            if bearer is None:
                yield Found("perhaps_longer_name", field, (longer,))
            elif actor.id not in {link.actor for link in bearer.affiliations}:
                yield Found("part_of_longer_name", field, (longer,))


def _bearer(longer: Quote, actor: Actor, items: Items) -> Actor | None:
    """Another actor of the draft whose name this longer one is, or is part of."""
    others = filter(_bears_a_name, items.others(actor))
    return next((other for other in others if longer.text in _bare(other)), None)


def _bears_a_name(actor: Actor) -> bool:
    return actor.identity == "named" and actor.kind not in PERSONS


def _extended(quote: Quote, items: Items) -> Quote | None:
    """The quotation with the capitalised words directly beside it that belong to one name with it."""
    text = items.document.text
    sentence = items.document.sentences[quote.sentence - 1]
    start, end = quote.start, quote.end
    before, after = _WORD_BEFORE.search(text[sentence.start : start]), _WORD_AFTER.match(text, end, sentence.end)
    if before and quote.text[0].isupper() and _belongs_before(before.group(1), opens=before.start() == 0):
        start = sentence.start + before.start(1)
    if after and after.group(1).lower() in word_set("titles", "organisation_words"):
        end = after.end(1)
    return None if (start, end) == (quote.start, quote.end) else items.document.quote(start, end)


def _belongs_before(word: str, *, opens: bool) -> bool:
    """Whether a capitalised word directly before a name is part of it: no title, nationality or opening of a sentence."""
    lowered = word.lower().rstrip(".")
    if lowered in word_set("titles", "titles") or lowered in word_set("titles", "sentence_openers"):
        return False
    if lowered in word_set("titles", "name_openers"):
        return True
    if opens:
        return False
    return not lowered.endswith(_NATIONAL) and word not in nationalities() and "-" not in word


_WORD_BEFORE = re.compile(rf"(?<![\w’'.-])({CAPITAL}[\w’'-]+) $")
_WORD_AFTER = re.compile(rf" ({CAPITAL}[\w’'-]+)")
_NATIONAL = ("an", "ian", "ish", "ese", "i", "ic", "ch", "’s", "'s", "s’", "s'")
"""Endings of nationalities that no table has, and of possessives: "the Vellish Red Front" is the Red Front of Velland."""


LONGER_NAME = Check(
    name="longer_name",
    reason='"Free Syrian Army" is not "Syrian Army": a part of a name names somebody else.',
    applies_to=("actor",),
    codes={
        "part_of_longer_name": Code("reject", "These words stand within the longer name of another actor."),
        "perhaps_longer_name": Code("warn", "These words may be part of a longer name."),
    },
    run=_longer,
)


# --- alphabets ------------------------------------------------------------------------------------------


def _mixed(item: Item, items: Items) -> Iterator[Found]:
    """Words in which Latin letters stand beside Cyrillic or Greek ones that look alike."""
    for field, quote in items.quotes(item):
        if not quote.text.isascii() and any(mixes_alphabets(word) for word in re.findall(r"[^\W\d_]{2,}", quote.text)):
            yield Found("mixed_script", field, (quote,))


@lru_cache(maxsize=512)
def mixes_alphabets(word: str) -> bool:
    """Whether a word holds letters of more than one of Latin, Cyrillic and Greek."""
    alphabets = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return len(alphabets & {"LATIN", "CYRILLIC", "GREEK"}) > 1


ALPHABET = Check(
    name="alphabet",
    reason="A word that mixes alphabets may pass for another word.",
    applies_to=("actor", "incident", "statement", "threat", "warning"),
    codes={"mixed_script": Code("warn", "A word mixes letters of two alphabets that look alike.")},
    run=_mixed,
)
