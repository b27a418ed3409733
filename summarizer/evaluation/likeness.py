"""How alike two values are: words compared after case, accents, inflection, acronyms and small words."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from summarizer.pointing.folding import fold

ALIKE = 0.5
"""Likeness from which two values count as the same."""


@cache
def _list(name: str) -> frozenset[str]:
    text = (files(__package__) / "likeness.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())


def best(value: str, right: Iterable[str]) -> float:
    """Likeness to the one it is most like, 0 to 1."""
    return max((likeness(value, each) for each in right), default=0.0)


@cache
def likeness(one: str, other: str) -> float:
    """How alike two values are, 0 to 1, after case, accents, inflection, acronyms and small words.

    1 where one holds all the words of the other; otherwise the share of words in common, halved where each side has
    a name, number or compass word that the other lacks.
    """
    left, right = _words(one), _words(other)
    left, right = _shortened(left, right), _shortened(right, left)
    if not left or not right:
        return 0.0
    if _same("".join(left), "".join(right)):  # "air strikes", "airstrike"
        return 1.0
    lacking = [word for word in left if not any(_same(word, each) for each in right)]
    lacked = [word for word in right if not any(_same(word, each) for each in left)]
    common = min(len(left) - len(lacking), len(right) - len(lacked))
    if not common:
        return 0.0
    if not lacking or not lacked:
        return 1.0
    share = 2 * common / (len(left) + len(right))
    return share / 2 if any(map(_distinguishes, lacking)) and any(map(_distinguishes, lacked)) else share


@cache
def _words(value: str) -> tuple[str, ...]:
    """The words that count, each once, in order, with their case; all words where none would be left."""
    plain = unicodedata.normalize("NFKD", fold(value).text).translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"(?<=\w)-\s+(?=\w)|['’]s\b", "", plain)  # words broken at a line's end; possessives
    plain = re.sub(r"\b(?:\w\.){2,}", lambda found: found[0].replace(".", ""), plain)
    every = re.findall(r"[^\W_]+", plain)
    kept = [word for word in every if word.lower() not in _list("small")] or every
    return tuple({word.lower(): word for word in kept}.values())


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae"})


def _shortened(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with those that spell an acronym among the others replaced by it."""
    for acronym in (each for each in others if each.isupper() and len(each) > 1):
        for at in range(len(words) - len(acronym) + 1):
            initials = "".join(word[0] for word in words[at : at + len(acronym)])
            if initials.lower() == acronym.lower():
                return (*words[:at], acronym, *words[at + len(acronym) :])
    return words


def _same(one: str, other: str) -> bool:
    short, long = sorted((one.lower(), other.lower()), key=len)
    if short == long or long == short[:-1] + "ies":
        return True
    ending = long[len(short) :]
    return long.startswith(short) and ending in _list("endings") and len(short) >= (3 if ending == "s" else 4)


def _distinguishes(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in _list("compass")
