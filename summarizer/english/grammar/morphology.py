"""What a word of a sentence may be: a form of which verb, a noun that is listed."""

from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.lexicons import lexicon, word_set, words
from summarizer.lexicons.inflection import both_numbers, inflected


class VerbForm(NamedTuple):
    """What a word may be, read as a verb: of which base, and in which forms.

    `forms` holds any of `base`, `third`, `past`, `participle`, `ing`.
    """

    base: str
    forms: frozenset[str]


@lru_cache(maxsize=16384)
def verb_form(word: str) -> VerbForm | None:
    """What a word in lower case is as a verb, if it is one; of two verbs that share a form, the first in the alphabet."""
    for base in sorted(_bases(word) & _verbs()):
        forms = frozenset(form for form, inflection in inflected(base) if inflection == word)
        if forms:
            return VerbForm(base, forms)
    return None


@cache
def _verbs() -> frozenset[str]:
    """Every verb that is common, or of violence, in its base form."""
    single = (verb.split()[0] for row in lexicon("acts")["act"] for verb in row.get("verbs", ()))
    return frozenset((*words("verbs", "common"), *single))


_ENDINGS = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")), ("ying", ("ie",)),
)  # fmt: skip
"""Endings of verbs, and what stands in their place in the base form."""


def _bases(word: str) -> frozenset[str]:
    """All that a word may be a form of, by how it ends: few of them are words."""
    stems = [(word.removesuffix(ending), others) for ending, others in _ENDINGS if word.endswith(ending)]
    undoubled = (stem[:-1] for stem, _ in stems if stem[-1:] == stem[-2:-1])
    regular = (stem + other for stem, others in stems for other in others)
    return frozenset((word, *regular, *undoubled, *_irregular().get(word, ())))


@cache
def _irregular() -> dict[str, list[str]]:
    """The verbs that each form of an irregular verb may be of."""
    found: dict[str, list[str]] = {}
    for base in lexicon("verbs")["irregular"]["forms"]:
        for _, form in inflected(base):
            found.setdefault(form, []).append(base)
    return found


@cache
def common_nouns() -> frozenset[str]:
    """Every single noun of nouns.toml, in singular and plural."""
    tables = [table for table in lexicon("nouns").values() if "words" in table]
    return frozenset(
        form for table in tables for noun in table["words"] if " " not in noun for form in both_numbers(noun)
    )


def is_listed(word: str) -> bool:
    """Whether a word is a noun or a verb, so that "-ly" makes no adverb of it, nor a capital that opens a sentence a name."""
    carrier = word.removesuffix("s") in word_set("sayings", "carriers")
    return carrier or verb_form(word) is not None or word in common_nouns()
