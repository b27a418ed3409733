"""What a word of a sentence may be: a form of which verb, a noun that is listed."""

from functools import cache
from typing import NamedTuple

from summarizer.lexicons import lexicon, words
from summarizer.lexicons.inflection import inflected, plural


class VerbForm(NamedTuple):
    """What a word may be, read as a verb: of which base, and in which forms.

    `forms` holds any of `base`, `third`, `past`, `participle`, `ing`.
    """

    base: str
    forms: frozenset[str]


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of every listed verb; where two verbs share a form, the first in the alphabet has it."""
    found: dict[str, tuple[str, set[str]]] = {}
    single = (verb.split()[0] for row in lexicon("acts")["act"] for verb in row.get("verbs", ()))
    for base in dict.fromkeys((*sorted(words("verbs", "common")), *single)):
        for form, word in inflected(base):
            known = found.setdefault(word, (base, set()))
            if known[0] == base:
                known[1].add(form)
    return {word: VerbForm(base, frozenset(forms)) for word, (base, forms) in found.items()}


@cache
def common_nouns() -> frozenset[str]:
    """Every single noun of nouns.toml, in singular and plural."""
    tables = [table for table in lexicon("nouns").values() if "words" in table]
    return frozenset(
        form for table in tables for noun in table["words"] if " " not in noun for form in (noun, plural(noun))
    )
