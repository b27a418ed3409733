"""The forms of English verbs and nouns, from base forms and lists of the irregular ones."""

from functools import cache
from typing import NamedTuple

from summarizer.lexicons import lexicon, word_set, words

_VOWELS = "aeiou"
_ENDINGS = (("ing", "ing"), ("past", "ed"), ("participle", "ed"))


class VerbForm(NamedTuple):
    """What a word may be, read as a verb: of which base, and in which forms.

    `forms` holds any of `base`, `third`, `past`, `participle`, `ing`.
    """

    base: str
    forms: frozenset[str]


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of every listed verb; where two verbs share a form, the first listed has it."""
    found: dict[str, tuple[str, set[str]]] = {}
    acts = [row for row in lexicon("acts")["act"] if not row.get("idiom")]
    single = (verb.split()[0] for row in acts for verb in row.get("verbs", ()))
    for base in dict.fromkeys((*words("verbs", "common"), *single)):
        for form, word in _inflected(base):
            known = found.setdefault(word, (base, set()))
            if known[0] == base:
                known[1].add(form)
    return {word: VerbForm(base, frozenset(forms)) for word, (base, forms) in found.items()}


def _inflected(base: str) -> list[tuple[str, str]]:
    past, participle = _irregular().get(base) or ((_with_ed(base),),) * 2
    british = base + "l" if _ends_in_weak_l(base) else ""
    return [
        ("base", base),
        ("third", _with_s(base)),
        ("ing", _with_ing(base)),
        *(("past", word) for word in past),
        *(("participle", word) for word in participle),
        *((form, british + ending) for form, ending in _ENDINGS if british),
    ]


def _ends_in_weak_l(base: str) -> bool:
    """Whether Britons double a last consonant that Americans don't: "travelled"."""
    return base.endswith("l") and base[-2:-1] in _VOWELS and sum(map(base.count, _VOWELS)) > 1


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    table: dict[str, str] = lexicon("verbs")["irregular"]["forms"]
    pairs = {base: forms.split() for base, forms in table.items()}
    return {base: (tuple(past.split("/")), tuple(part.split("/"))) for base, (past, part) in pairs.items()}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """The word with its last consonant doubled where English does so before -ed and -ing."""
    closes = len(word) >= 3 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    doubles = word in word_set("verbs", "doubling") or (closes and sum(map(word.count, _VOWELS)) == 1)
    return word + word[-1] if doubles else word


def plural(noun: str) -> str:
    """The plural of a noun in the singular; of several words, the last before "of" changes."""
    irregular: dict[str, str] = lexicon("nouns")["irregular_plurals"]["forms"]
    head, of, rest = noun.partition(" of ")
    if of and noun not in irregular:
        return f"{plural(head)} of {rest}"
    first, last = noun.rpartition(" ")[::2]
    other = irregular.get(last) or _with_s(last)
    return f"{first} {other}" if first else other


@cache
def common_nouns() -> frozenset[str]:
    """Every single noun of nouns.toml, in singular and plural."""
    tables = [table for table in lexicon("nouns").values() if "words" in table]
    return frozenset(
        form for table in tables for noun in table["words"] if " " not in noun for form in (noun, plural(noun))
    )
