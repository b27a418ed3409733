"""Gold answers: what a person says that an article supports, read from JSON and checked, one line a mistake."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarizer.documents.document import Document
from summarizer.errors import SourceError
from summarizer.pointing.folding import fold
from summarizer.reading.files import read_article, read_text
from summarizer.schemas.vocabulary import ThreatStatus

GoldOccurrence = Literal[
    "confirmed", "reported", "claimed", "disputed", "denied", "attempted", "foiled", "planned", "background"
]
GoldAttribution = Literal[
    "claimed", "accused_by_officials", "accused_by_others", "suspected", "competing_claims", "denied", "none"
]
PLAIN = {
    "extra_forbidden": "there is no such field; docs/evaluation.md lists them",
    "missing": "is missing",
}
"""What is said of a pydantic error, by its type, whatever was given."""
SHOWN = 40
"""Characters of a wrong value that a message shows."""


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Item(_Gold):
    """What threats and attacks have in common."""

    optional: bool = Field(default=False, description="Neither missed where absent nor false where given.")
    split_ok: int = Field(default=1, ge=1, description="Up to so many separate items are right too.")
    evidence: list[str] = Field(default_factory=list, description="Passages of the article, word for word.")
    note: str = ""

    tells: ClassVar[tuple[str, ...]] = ()
    """Slots that say which item is meant, where there is no evidence."""

    def accepted(self, slot: str) -> list[str]:
        """Every value that is right for a slot; none where the article gives none."""
        further = getattr(self, f"also_ok_{slot.removesuffix('_text')}", ())
        return list(filter(None, (getattr(self, slot), *further)))

    def naming(self, slot: str) -> list[str]:
        """Every value that may stand for a slot where items are paired: those accepted, and defensible ones."""
        return self.accepted(slot) + getattr(self, f"{slot}_alternatives", [])

    @model_validator(mode="after")
    def _can_be_found(self) -> "_Item":
        if not any((self.evidence, *(getattr(self, slot) for slot in self.tells))):
            raise ValueError(f"give evidence, or one of {', '.join(self.tells)}: nothing says which item is meant")
        return self


class GoldThreat(_Item):
    """A threat that a brief should give; the slots are the article's words."""

    tells = ("issuer", "action")

    issuer: str | None = None
    target: str | None = None
    action: str | None = None
    condition: str | None = None
    status: ThreatStatus = "current"
    also_ok_issuer: list[str] = Field(default_factory=list)
    also_ok_target: list[str] = Field(default_factory=list)
    also_ok_action: list[str] = Field(default_factory=list)
    status_also: list[ThreatStatus] = Field(default_factory=list)
    date_text: str | None = None
    means: str | None = None
    relayed_by: str | None = None

    @property
    def label(self) -> str:
        """What a reader recognises it by."""
        whom = _first(self.target, self.action, "nobody named")
        return f"{_first(self.issuer, 'somebody')} → {whom}"


class GoldAttack(_Item):
    """An attack that a brief should give, with what the article supports about it."""

    tells = ("target", "place", "perpetrator")

    type: str | None = None
    perpetrator: str | None = None
    target: str | None = None
    place: str | None = None
    date_text: str | None = None
    weapon: str | None = None
    occurrence: GoldOccurrence
    attribution: GoldAttribution = "none"
    background: bool = Field(default=False, description="An older event; the same as the occurrence 'background'.")
    also_ok_perpetrator: list[str] = Field(default_factory=list)
    also_ok_target: list[str] = Field(default_factory=list)
    also_ok_place: list[str] = Field(default_factory=list)
    also_ok_date: list[str] = Field(default_factory=list)
    also_ok_weapon: list[str] = Field(default_factory=list)
    occurrence_also: list[GoldOccurrence] = Field(default_factory=list)
    attribution_also: list[GoldAttribution] = Field(default_factory=list)
    perpetrator_alternatives: list[str] = Field(default_factory=list)
    who_says: list[str] = Field(default_factory=list)

    @property
    def label(self) -> str:
        """What a reader recognises it by."""
        where = _first(self.target, self.place, self.perpetrator, "something")
        return f"{_first(self.type, 'attack')}, {where}"

    @property
    def past(self) -> bool:
        """Whether it is told as an older event."""
        return self.background or self.occurrence == "background"

    @property
    def occurrences(self) -> frozenset[str]:
        """Every occurrence that is right."""
        return frozenset({self.occurrence, *self.occurrence_also, *(["background"] if self.background else [])})

    @property
    def attributions(self) -> frozenset[str]:
        """Every attribution that is right."""
        return frozenset({self.attribution, *self.attribution_also})


def _first(*names: str | None) -> str:
    """The first name that is given; the last always is."""
    return next(filter(None, names))


class Gold(_Gold):
    """The gold answers of one article; the fields after `attacks` are for people and change no figure."""

    id: str | None = None
    threats: list[GoldThreat] = Field(default_factory=list)
    attacks: list[GoldAttack] = Field(default_factory=list)
    skeleton: bool = Field(default=False, description="True until a person has corrected it.")
    source: str | None = None
    licence: str | None = None
    synthetic: bool | None = None
    published: str | None = None
    url: str | None = None
    phenomena: list[str] = Field(default_factory=list)
    must_not: list[str] = Field(default_factory=list)
    notes: str = ""


@dataclass(frozen=True)
class GoldArticle:
    """One article with its gold answers; `path` is the article's file."""

    id: str
    gold: Gold
    document: Document
    path: Path


@dataclass(frozen=True)
class GoldSet:
    """The articles of one folder, and one line for every mistake in it."""

    articles: tuple[GoldArticle, ...]
    mistakes: tuple[str, ...]


def load_gold(folder: Path, texts: Path | None = None, only: frozenset[str] = frozenset()) -> GoldSet:
    """Read a folder of gold answers, `ID.json` each, with the articles `ID.txt`.

    Args:
        folder: where the gold answers are.
        texts: where the articles are, by default beside the gold answers.
        only: ids of the articles that are wanted; all of them where empty.

    Raises:
        SourceError: the folder holds no gold answers, or lacks one of those wanted.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise SourceError(f"{folder}: holds no gold answers (ID.json); 'brief eval --init ARTICLE' writes a skeleton")
    there = {path.stem for path in paths}
    absent = sorted(only - there)
    if absent:
        raise SourceError(f"{folder}: there is no {absent[0]}.json in it; check --id")
    wanted = only or there
    articles, mistakes = [], []
    for path in paths:
        if path.stem not in wanted:
            continue
        try:
            article = _article(path, (texts or folder) / f"{path.stem}.txt")
            articles.append(article)
            mistakes += [f"{path}: {line}" for line in _misquoted(article)]
        except ValidationError as error:
            mistakes += [f"{path}: {line}" for line in _lines(error)]
        except (SourceError, ValueError) as error:
            mistakes.append(str(error))
    return GoldSet(tuple(articles), tuple(mistakes))


def _article(path: Path, text: Path) -> GoldArticle:
    """One article with its gold answers.

    Raises:
        SourceError: one of the two files cannot be read.
        ValidationError: the gold answers lack something, or hold what there is not.
        ValueError: they are no JSON, of another article, or a skeleton still.
    """
    try:
        content = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}: line {error.lineno}: is not JSON ({error.msg.lower()})") from error
    except RecursionError as error:
        raise ValueError(f"{path}: is nested too deeply for gold answers") from error
    gold = Gold.model_validate(content)
    if gold.id not in (None, path.stem):
        raise ValueError(f"{path}: id: is {gold.id[:SHOWN]!r}; it must be the file's name, or be left out")
    if gold.skeleton:
        raise ValueError(
            f"{path}: skeleton: is not corrected yet; read it against the article, then take this line out"
        )
    return GoldArticle(path.stem, gold, Document.from_text(read_article(text).text), text)


def _lines(error: ValidationError) -> Iterator[str]:
    """What is wrong, each with its place as a person would say it: 'attacks 2, occurrence: …'."""
    for each in error.errors(include_url=False):
        parts = [str(part + 1) if isinstance(part, int) else str(part) for part in each["loc"]]
        place = ", ".join(parts).replace("attacks, ", "attacks ").replace("threats, ", "threats ")
        yield f"{place or 'the whole'}: {_words(each)}"


def _words(each: Any) -> str:
    """One of pydantic's errors in our words, with the beginning of what was given."""
    if each["type"] in PLAIN:
        return PLAIN[each["type"]]
    given = repr(each["input"])
    given = given if len(given) <= SHOWN else given[: SHOWN - 1] + "…"
    if each["type"] == "literal_error":
        return f"{given} is none of {each['ctx']['expected']}"
    if each["type"] == "value_error":
        return str(each["ctx"]["error"])
    return f"{each['msg'][:1].lower()}{each['msg'][1:]}, not {given}"


def _misquoted(article: GoldArticle) -> Iterator[str]:
    """Evidence that the article lacks, typography and white space aside."""
    text = fold(article.document.text).text
    for name, items in (("threats", article.gold.threats), ("attacks", article.gold.attacks)):
        for number, item in enumerate(items, 1):
            for passage in item.evidence:
                if not places_of([passage], text):
                    yield f"{name} {number}, evidence: {passage[:SHOWN]!r} does not stand in the article"


def places_of(passages: Iterable[str], text: str) -> frozenset[int]:
    """Where passages stand in an article, typography and white space at their ends aside.

    Args:
        passages: words of the article.
        text: the folded text of the article.

    Returns:
        Offsets of the folded text that the passages cover, wherever they stand.
    """
    covered: set[int] = set()
    for words in filter(None, (fold(passage).text.strip() for passage in passages)):
        at = text.find(words)
        while at >= 0:
            covered.update(range(at, at + len(words)))
            at = text.find(words, at + 1)
    return frozenset(covered)
