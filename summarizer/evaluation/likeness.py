"""How alike two values are: words compared after case, accents, inflection, acronyms and small words."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import filterfalse

from summarizer.pointing.folding import fold

ALIKE = 0.5
"""Likeness from which two values count as the same."""


@cache
def _list(name: str) -> frozenset[str]:
    text = (files(__package__) / "likeness.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())


def best(value: str, right: Iterable[str]) -> float:
    """Likeness to the one it is most like, 0 to 1.

    Args:
        value: what was given.
        right: what it may be like; nothing gives 0.
    """
    return max((likeness(value, each) for each in right), default=0.0)


def alike(value: str | None, right: Iterable[str]) -> bool:
    """Whether a value counts as one of those that are right.

    Args:
        value: what was given; nothing is like none of them.
        right: the values that are right.
    """
    return bool(value) and best(str(value), right) >= ALIKE


@cache
def likeness(one: str, other: str) -> float:
    """How alike two values are, 0 to 1, after case, accents, inflection, acronyms and small words.

    1 where one holds all the words of the other; otherwise the share of words in common, halved where each side has
    a name, number or compass word that the other lacks.

    Args:
        one, other: two values, in either order.
    """
    left, right = _words(one), _words(other)
    left, right = _shortened(left, right), _shortened(right, left)
    if () in (left, right):
        return 0.0
    if _same("".join(left), "".join(right)):  # "air strikes", "airstrike"
        return 1.0
    lacking, lacked = _lacking(left, right), _lacking(right, left)
    common = min(len(left) - len(lacking), len(right) - len(lacked))
    if not common:
        return 0.0
    if [] in (lacking, lacked):
        return 1.0
    share = 2 * common / (len(left) + len(right))
    told_apart = all(any(map(_distinguishes, words)) for words in (lacking, lacked))
    return share / 2 if told_apart else share


def _lacking(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words that none of the others is the same as."""
    return [word for word in words if not any(_same(word, each) for each in others)]


@cache
def _words(value: str) -> tuple[str, ...]:
    """The words that count, each once, in order, with their case; all words where none would be left."""
    plain = unicodedata.normalize("NFKD", fold(value).text).translate(_LETTERS)
    plain = "".join(filterfalse(unicodedata.combining, plain))
    plain = re.sub(r"(?<=\w)-\s+(?=\w)|['’]s\b", "", plain)  # words broken at a line's end; possessives
    plain = re.sub(r"\b(?:\w\.){2,}", lambda found: found[0].replace(".", ""), plain)
    every = re.findall(r"[^\W_]+", plain)
    kept = [word for word in every if word.lower() not in _list("small")] or every
    return tuple({word.lower(): word for word in kept}.values())


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae"})


def _shortened(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with those that spell an acronym among the others replaced by it."""
    initials = "".join(word[0] for word in words).lower()
    for acronym in filter(str.isupper, others):
        at = initials.find(acronym.lower())
        if at >= 0 and len(acronym) > 1:
            return (*words[:at], acronym, *words[at + len(acronym) :])
    return words


def _same(one: str, other: str) -> bool:
    """Whether two words are one, inflection aside: with an ending of the list, or -ies for the last letter."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    if long in (short, short[:-1] + "ies"):
        return True
    if not long.startswith(short):
        return False
    ending = long[len(short) :]
    shortest = 3 if ending == "s" else 4
    return len(short) >= shortest and ending in _list("endings")


def _distinguishes(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in _list("compass")
