"""Whether the editor's words for somebody, or something, and ours mean the same: by words, never by what is known of the week."""

import re
from collections.abc import Iterable

Words = frozenset[str]


def words_of(text: str) -> Words:
    """All words of a text, in small letters."""
    return frozenset(re.findall(r"[^\W_]+", text.lower()))


SMALL = words_of("""
    a an the of in at on by for from to and or who that with its his her their it is was has across over s any
    side unnamed dr mr mrs city town country region regional local
""")
"""Words that tell nobody from others: what a state is called in a war, titles, and what stands for a place that the editor names."""
ENDINGS = ("n", "an", "i", "s")
"""What the adjective of a state and a plural end in: "Vastorian", "Dureshani", "schools"."""


def words(text: str) -> Words:
    """The words that tell."""
    return words_of(re.sub(r"['’]s\b", "", text.lower())) - SMALL


def alike(one: str, other: str) -> bool:
    """Whether two words are one but for an ending."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 3 and any(long == short + ending for ending in ENDINGS))


def within(these: Words, those: Words) -> bool:
    """Whether all of some words, at least one, are among others."""
    return bool(these) and all(any(alike(this, that) for that in those) for this in these)


def shared(one: Words, other: Words) -> int:
    """How many words two have in common."""
    return sum(any(alike(this, that) for that in other) for this in one)


def alternatives(who: str) -> list[Words]:
    """What the editor calls somebody: "Ministry (spokesman), by telephone" are three ways to know it."""
    return [found for part in re.split(r"[(),;/]", who) if (found := words(part))]


def same_name(who: str, name: str, of: Iterable[str] = ()) -> bool:
    """Whether a speaker of ours is who the editor means.

    Args:
        who: the editor's words.
        name: ours; fewer words of the same name will do, as a state stands for its ministry.
        of: the bodies that ours belongs to; a state is no name for whoever serves it.
    """
    ours = words(name)
    return any(
        within(meant, ours) or within(ours, meant) or any(_is_body(meant, words(body)) for body in of)
        for meant in alternatives(who)
    )


def _is_body(meant: Words, body: Words) -> bool:
    return within(meant, body) or (len(body) > 1 and within(body, meant))


def is_described(who: str) -> bool:
    """Whether the editor names nobody: "arrested man"."""
    return who == who.lower()


def one_source(one: str, other: str) -> bool:
    """Whether the editor means one source by two entries: "provincial police (Yonas Kemal)", "police chief Yonas Kemal"."""
    return any(
        left == right or (min(len(left), len(right)) > 1 and (within(left, right) or within(right, left)))
        for left in alternatives(one)
        for right in alternatives(other)
    )
