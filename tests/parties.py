"""Parties exchanged for one another: in an article, in a draft of it, and in what a brief of it tells."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.items import KINDS
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.lexicons import lexicon
from summarizer.pointing.audit import ShownLink
from summarizer.pointing.roles import Mention
from summarizer.rendering.page import Phrase, Row
from summarizer.schemas.brief import Brief
from summarizer.schemas.draft import Draft

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
WRITTEN = sorted((ROOT / "seeds" / "written").glob("*.txt"))

Renaming = Callable[[str], str]
Forms = tuple[str, ...]
"""What a party is called: name, short forms, adjective … in an order of its article's own."""

PAIRS: dict[str, tuple[tuple[Forms, Forms], ...]] = {
    "000_7b84bdcd6d97ee1e": (
        (("Kataib Hezbollah",), ("Tashkil al-Waritheen",)),
        (("Hezbollah",), ("Hamas",)),
        (("Iran", "Iranian"), ("Israel", "Israeli")),
        (("Lebanon",), ("Syria",)),
    ),
    "alias_chain": ((("Evaristo Montalbe", "Montalbe"), ("Inés Calatraz", "Calatraz")),),
    "competing_claims": (
        (("Free Cantons Movement", "Cantons", "Movement"), ("Black Sycamore", "Sycamore", "Sycamores")),
        (("Rosalba Quint", "Quint"), ("Leopold Sarnath", "Sarnath")),
        (("Commander Tullio", "Tullio"), ("Benno Astley", "Astley")),
        (("Lirvesk",), ("Calvessa",)),
    ),
    "counts_differ": (
        (("Ilbarra Shield", "Shield"), ("Southern Banner", "Banner")),
        (("Farouz Delabey", "Delabey"), ("Yasmeh Corrigal", "Corrigal")),
    ),
    "exercise_and_hoax": (
        (("Sons of the Plough",), ("Tithe League",)),
        (("Gwenda Rothery", "Rothery"), ("Cuthbert Ainsley", "Ainsley")),
    ),
    "long_digest": (
        (("Kordalay Liberation Union", "KLU"), ("Valley Home Guard", "VHG")),
        (("Ashkar Belloumi", "Belloumi"), ("Octave Renzamy", "Renzamy")),
    ),
    "one_sentence_attacks": ((("Tibor Kessling", "Kessling"), ("Ivo Marchbanks", "Marchbanks")),),
    "ultimatum": ((("Ambrose Tindlay", "Tindlay"), ("Kezia Prathe", "Prathe")),),
    "a18_mod_communique": ((("Korvan",), ("Dresnian",)),),
    "b07_ndp_ambush": ((("Rogelio Abapo", "Abapo"), ("Dindo Magbanua", "Magbanua")),),
    "b18_hostage_video": ((("Islamic State",), ("Christian State",)), (("Italian",), ("Polish",))),
    "b24_ramming_drill": ((("Islamist",), ("nationalist",)),),
    "c01_dalmar_market": ((("Islamist",), ("separatist",)),),
    "c24_health_politics": ((("Aoife Brennan", "Brennan"), ("Pádraig Dunne", "Dunne")),),
    "d16_radio_border": ((("Mapuri",), ("Shandar",)),),
    "d28_cartel_banners": ((("Nueva Sangre",), ("Los Ramos",)),),
    "e13_dijon_tram": ((("French",), ("Portuguese",)),),
    "f11_retaliate_border": ((("Varzan",), ("Dorania",)),),
}
"""Parties of one kind and of names alike in kind, by article; a form that the article lacks stands for none."""

GROUPS: dict[str, tuple[Forms, ...]] = {
    "000_7b84bdcd6d97ee1e": (("Kataib Hezbollah",), ("Tashkil al-Waritheen",), ("Hezbollah",), ("Hamas",)),
    "competing_claims": (("Free Cantons Movement", "Cantons", "Movement"), ("Black Sycamore",)),
    "counts_differ": (("Ilbarra Shield", "Shield"), ("Southern Banner", "Banner")),
    "embedded_instruction": (("Petrel Front", "Front"),),
    "exercise_and_hoax": (("Sons of the Plough",), ("Tithe League",)),
    "one_sentence_attacks": (("Tamarisk League", "League"),),
    "relayed_threat": (("Harrad Free Companies", "Companies"),),
    "ultimatum": (("Convocation of the Nine Wells", "Convocation"), ("Salt Eleven",)),
}
"""Armed groups by article: full name and short form."""

SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "of words": (
        ("Tolvin Guard", "Guard"),
        ("Sons of Merrow", "Sons"),
        ("Vessel of Orr", "Vessel"),
        ("Oskan Wing", "Wing"),
    ),
    "of virtues": (
        ("Dawn of Orr", "Dawn"),
        ("Unity of Tarn", "Unity"),
        ("Tarn Justice", "Justice"),
        ("Tarn Hope", "Hope"),
    ),
    "foreign": (
        ("Jund al-Mirra", "Jund"),
        ("Le Mouvement Vélim", "Mouvement"),
        ("Çelik Orr", "Çelik"),
        ("Łucznicy Oskan", "Łucznicy"),
    ),
    "of letters": (
        ("Union of Syr", "US"),
        ("World Host of Orr", "WHO"),
        ("Inner Tarn", "IT"),
        ("Arm of Merrow", "AM"),
    ),
    "of figures": (
        ("M23 Column", "M23"),
        ("Velim 17", "Velim"),
        ("K-19 Column", "K-19"),
        ("R9 Wing", "R9"),
    ),
    "of days": (
        ("March 23 Movement", "March 23"),
        ("Will of Merrow", "Merrow"),
        ("May Brigade", "May"),
        ("Not One Step", "Not One"),
    ),
    "of faiths": (
        ("Islamic Union of Orr", "Islamic Union"),
        ("Christian Union of Orr", "Christian Union"),
        ("Jewish Union of Orr", "Jewish Union"),
        ("Hindu Union of Orr", "Hindu Union"),
    ),
}
"""Other names for groups, full and short, four of each shape."""

PERSONS = {
    "alias_chain": "Calatraz",
    "competing_claims": "Astley",
    "counts_differ": "Corrigal",
    "one_sentence_attacks": "Marchbanks",
    "relayed_threat": "Degenfeld",
    "ultimatum": "Tindlay",
}
"""Somebody who speaks, by surname."""
SURNAMES = ("Bishop", "West", "Major", "Li", "D’Arcy", "Will", "Cannon", "Al Hamid", "Ó Briain", "Jean-Prix")
"""Surnames that are words too, short ones, and ones of several parts."""


# --- exchanging ---------------------------------------------------------------------------------------


def renaming(forms: Mapping[str, str]) -> Renaming:
    """What puts other words for these, all at once, the longest first, whole words only."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    found = "|".join(r"\s+".join(map(re.escape, form.split())) for form in ordered)
    return lambda text: re.sub(rf"(?<!\w)(?:{found})(?!\w)", lambda match: forms[" ".join(match.group().split())], text)


def exchanging(one: Forms, other: Forms) -> Renaming:
    """What puts two parties in each other's places."""
    return renaming(dict(zip((*one, *other), (*other, *one), strict=True)))


def renamed(part: Any, rename: Renaming) -> Any:
    """A draft, or a part of one, with the words of every mention renamed."""
    if isinstance(part, Mention):
        return part.model_copy(update={"text": rename(part.text)})
    if isinstance(part, tuple):
        return tuple(renamed(member, rename) for member in part)
    if isinstance(part, ShownLink):  # how much of a name is quoted differs from name to name
        return dict(part) | {"words": len(part.words)}
    if isinstance(part, BaseModel):
        return part.model_copy(update={name: renamed(getattr(part, name), rename) for name in type(part).model_fields})
    return part


def with_kinds_exchanged(draft: Draft, one: int, other: int) -> Draft:
    """The draft with two of its actors given each other's kinds."""
    kinds = {actor.id: actor.kind for actor in draft.actors}
    taken = kinds | {one: kinds[other], other: kinds[one]}
    actors = (actor.model_copy(update={"kind": taken[actor.id]}) for actor in draft.actors)
    return draft.model_copy(update={"actors": tuple(actors)})


# --- names by the article -------------------------------------------------------------------------------


def invented(text: str, change: Callable[[str], str]) -> Renaming:
    """What puts an invented name of the same shape for every name within a sentence of the article."""
    within = re.findall(r"(?<=[a-z],\s|.[a-z]\s)[A-Z][^\W\d_]{4,}", text)
    names = {name for name in within if name.lower() not in _ordinary() and not name.isupper()}
    return renaming({name: change(name) for name in names}) if names else str


def respelled(name: str) -> str:
    """Another name of the same length, beginning and end: vowels for vowels, consonants for consonants."""
    new = name[0] + name[1:-3].translate(_NEXT) + name[-3:]
    return respelled(new) if new.lower() in _ordinary() else new


def with_a_mark(name: str) -> str:
    """The same name with a mark on its capital letter."""
    return name[0].translate(_MARKED) + name[1:]


_NEXT = str.maketrans("aeioubcdfghjklmnpqrstvwxyz", "eiouacdfghjklmnpqrstvwxyzb")
_MARKED = str.maketrans("ACDEGHIJLNORSTUWYZ", "ÁĆĎÉĞĤÎĴŁŇÖŘŞŤÚŴÝŽ")


@cache
def _ordinary() -> frozenset[str]:
    """Words that no article writes as a name, or that a word list holds."""
    text = " ".join(path.read_text(encoding="utf-8") for path in (*SEEDS, *WRITTEN))
    lists = (ROOT / "summarizer" / "lexicons").glob("*.toml")
    listed = " ".join(path.read_text(encoding="utf-8").lower() for path in lists if path.stem != "demonyms")
    return frozenset(re.findall(r"(?<![\w’'-])[a-z]+(?!\w)", text)) | frozenset(re.findall(r"[a-z]+", listed))


def other_states(text: str, draw: int) -> dict[str, str]:
    """For each state of the table that the text names, another one that it does not: its name, adjective and people."""
    rows = [row for row in lexicon("demonyms")["country"] if len(row.get("demonyms", ())) > 1]
    present = [row for row in rows if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in _forms(row))]
    absent = [row for row in rows if row not in present and not re.search(" (?:and|of) ", row["name"])]
    forms: dict[str, str] = {}
    for number, row in enumerate(present):
        other = absent[(37 * draw + 53 * number) % len(absent)]
        forms |= dict.fromkeys((row["name"], *row.get("aliases", ())), other["name"])
        forms |= dict.fromkeys(row["demonyms"][::2], other["demonyms"][0])
        forms |= dict.fromkeys(row["demonyms"][1::2], other["demonyms"][1])
    return forms


def _forms(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (row["name"], *row.get("aliases", ()), *row["demonyms"])


# --- what is told ---------------------------------------------------------------------------------------


def told(brief: Brief, document: Document, rename: Renaming = str) -> dict[str, Any]:
    """All that a brief tells, quotations by sentence and words, and its page; the article's words renamed.

    Its seal is of the very words, and tells nothing.
    """
    page = CONFLICT.compose(brief, document, "")
    sections = {
        section.title: [(entry.label, _worded(entry.head, rename), *_rows(entry.rows, rename)) for entry in section.entries]
        + _rows(section.notes, rename)
        for section in page.sections
    }  # fmt: skip
    head = [_worded(phrase, rename) for phrase in (*page.header, page.short)]
    items = {name: _plain(getattr(brief, name), rename) for name in (*KINDS.values(), "audit")}
    return {**items, "page": {"": head, **sections}}


def _rows(rows: tuple[Row, ...], rename: Renaming) -> list[Any]:
    return [(row.label, _worded(row.body, rename), row.paragraphs) for row in rows]


def _worded(phrase: Phrase, rename: Renaming) -> str:
    return "".join(rename(span.text) if span.foreign else span.text for span in phrase)


def _plain(part: Any, rename: Renaming) -> Any:
    if isinstance(part, Quote):
        return part.sentence, rename(part.text)
    if isinstance(part, tuple):
        return [_plain(member, rename) for member in part]
    if isinstance(part, ShownLink):  # how much of a name is quoted differs from name to name
        return dict(part) | {"words": len(part.words)}
    if isinstance(part, BaseModel):
        return {
            name: _plain(getattr(part, name), rename) for name in type(part).model_fields if name not in ("raw", "seal")
        }
    return part
