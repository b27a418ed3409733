"""The week's articles, read from recorded answers or by the coder, and their digest, with the editor's."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from summarizer import Document, summarize
from summarizer.conflict.digesting import ReadArticle, digest
from summarizer.documents.quotes import Origin
from summarizer.schemas.digest import Cites, Digest, DigestIncident

ROOT = Path(__file__).parent.parent.parent
WEEK = ROOT / "seeds" / "week"
CASSETTES = ROOT / "cassettes" / "week"
Entry = Mapping[str, Any]
"""What the editor wrote of one thing."""


@dataclass(frozen=True)
class Week:
    """Both digests, the editor's and ours, with articles known by their names in the seeds."""

    editors: Entry
    digest: Digest
    outlets: Mapping[str, str]

    @cached_property
    def name_of(self) -> Mapping[str, str]:
        """The names of articles by their keys in the digest."""
        return {article.key: article.name for article in self.digest.articles}

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        """The days of articles by their names."""
        return {article.name: article.published for article in self.digest.articles}

    def names(self, keys: Iterable[str]) -> set[str]:
        """The names of articles."""
        return {self.name_of[key] for key in keys}

    def cited(self, cites: Cites) -> set[str]:
        """The names of the articles that are quoted."""
        return self.names(each.article for each in cites)

    @cached_property
    def text_of(self) -> Mapping[str, str]:
        """By article the first that prints the same text, as the editor has it."""
        first = {name: name for name in self.outlets}
        first |= {name: group[0] for group in self.editors["copies"] for name in group}
        return first

    def texts(self, names: Iterable[str]) -> set[str]:
        """The texts that articles print, as the editor has them."""
        return {self.text_of[name] for name in names}

    @property
    def ours(self) -> tuple[DigestIncident, ...]:
        """Our incidents of this week."""
        return self.digest.incidents


@cache
def week(coder: bool = False) -> Week:
    """The week; read once for each reader.

    Args:
        coder: read by the coder instead of from recorded answers.
    """
    rows = [json.loads(line) for line in (WEEK / "week.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [_read(row, coder) for row in rows]
    editors = yaml.safe_load((WEEK / "digest.yaml").read_text(encoding="utf-8"))
    return Week(editors, digest(articles), {row["id"]: row["outlet"] for row in rows})


def _read(row: Mapping[str, str], coder: bool) -> ReadArticle:
    origin = Origin(title=row["title"], outlet=row["outlet"], address=row["address"])
    document = Document.from_text(row["text"], published=date.fromisoformat(row["date"]), origin=origin)
    cassette = None if coder else CASSETTES / f"{row['id']}.yaml"
    return ReadArticle(document, summarize(document, cassette=cassette).brief, row["id"])
