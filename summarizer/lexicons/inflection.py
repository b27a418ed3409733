"""The forms of English verbs and nouns: by rule, where verbs.toml and nouns.toml give no others."""

import re
from functools import cache

from summarizer.lexicons.listed import listed

_CLOSED = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]$")
"""A verb of one short syllable, whose last consonant is doubled: "stab", "stabbed"."""
_WEAK_L = re.compile(r"(?=.*[aeiou].*[aeiou]l$)(?!.*(?:ai|ea|ee|ei|oa|oi|oo|ou)l$)")
"""Verbs whose last consonant Britons double and Americans don't: "travelled"."""
_Y = re.compile(r"(?<=[^aeiou])y$")
_HISSING = re.compile(r"(?:[sxzo]|ch|sh)$")
_E, _MUTE_E, _IE = re.compile(r"e$"), re.compile(r"(?<=..)(?<![eoy])e$"), re.compile(r"ie$")
_THIRD = {"be": "is", "have": "has"}


def _with_s(word: str) -> str:
    return _HISSING.sub(r"\g<0>e", _Y.sub("ie", word)) + "s"


def _with_ed(stem: str) -> str:
    return _E.sub("", _Y.sub("i", stem)) + "ed"


def _with_ing(stem: str) -> str:
    return _MUTE_E.sub("", _IE.sub("y", stem)) + "ing"


@cache
def inflected(verb: str) -> tuple[tuple[str, str], ...]:
    """The forms of a verb, each with its name: `base`, `third`, `ing`, `past` or `participle`.

    Args:
        verb: its base form, of one word.
    """
    stem = verb + verb[-1] if _CLOSED.match(verb) or verb in _doubling() else verb
    regular = _with_ed(stem)
    past, participle = listed("verbs")["irregular"]["forms"].get(verb, f"{regular} {regular}").split()
    british = verb + "l"
    added = (("ing", british + "ing"), ("past", british + "ed"), ("participle", british + "ed"))
    return (
        ("base", verb),
        ("third", _THIRD.get(verb, _with_s(verb))),
        ("ing", _with_ing(stem)),
        *(("past", word) for word in past.split("/")),
        *(("participle", word) for word in participle.split("/")),
        *(added if _WEAK_L.match(verb) else ()),
    )


@cache
def _doubling() -> frozenset[str]:
    return frozenset(listed("verbs")["doubling"]["words"])


@cache
def all_forms(verb: str) -> tuple[str, ...]:
    """A verb in all its forms, each once; of several words the first is the verb: "shot down" of "shoot down".

    Args:
        verb: its base form, with the words that follow it.
    """
    first, *rest = verb.split()
    return tuple(dict.fromkeys(" ".join((form, *rest)) for _, form in inflected(first)))


@cache
def plural(noun: str) -> str:
    """The plural of a noun in the singular; of several words, the last before "of" changes."""
    irregular: dict[str, str] = listed("nouns")["irregular_plurals"]["forms"]
    head, of, rest = noun.partition(" of ")
    first, blank, last = head.rpartition(" ")
    other = irregular.get(head, first + blank + irregular.get(last, _with_s(last)))
    return other + of + rest


def both_numbers(noun: str) -> tuple[str, str]:
    """A noun in singular and plural."""
    return noun, plural(noun)
