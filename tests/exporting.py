"""Briefs to export: one incident of an invented article, whose values a test sets, and the rows that come of it."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from summarizer import render
from summarizer.conflict.items import KINDS
from summarizer.schemas.brief import (
    AssessedIncident,
    Assessment,
    Attributed,
    Basis,
    CountedCasualty,
    Incident,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import ActorAttribution
from tests.items_factory import Article

TEXT = (
    "KEL, 4 May 2024 (Ostra News) - Raiders fired on a bus in the town of Kel on 3 May 2024, killing at least four farmers."
    " Soldiers were hit, police said. The Oru Front said in a video that it had done it."
    " The Red League denied it; Velland, its army and Aro Tenn were named, too."
)


class Told:
    """One incident of the article, with the actors that its tests speak of by name."""

    def __init__(self, text: str = TEXT) -> None:
        self.article = Article(text)
        self.actors: dict[str, int] = {}

    def actor(self, name: str, **fields: Any) -> int:
        return self.actors.setdefault(name, self.article.actor(name, **fields).id)

    def brief(
        self,
        *,
        statuses: dict[str, ActorAttribution] | None = None,
        tolls: Iterable[CountedCasualty] = (),
        words: str = "fired on",
        summarises: tuple[int, ...] = (),
        days: tuple[Any, Any] | None = None,
        grounds: str = "official_account",
        occurrence: str = "confirmed",
        attribution: str = "none",
        unclaimed: bool = False,
        **fields: Any,
    ) -> UnverifiedBrief:
        """The brief with these values; whoever has a status is a named armed group unless it is known already."""
        entries = [
            Attributed(actor=self.actor(name), status=status, statements=tuple(self.article.items().statements))
            for name, status in (statuses or {}).items()
        ]
        assessment = Assessment.model_validate(
            {
                "occurrence": occurrence,
                "basis": Basis.model_validate({"row": 7, "grounds": grounds}),
                "attribution": attribution,
                "attributed": entries,
                "unclaimed": unclaimed,
                "corroboration": "none",
            }
        )
        incident = self.article.incident(words, **{"kind": "shooting", **fields})
        told = {name: getattr(incident, name) for name in Incident.model_fields}
        first, last = days or (None, None)
        more = {"first_day": first, "last_day": last, "day": first if first == last else None, "summarises": summarises}
        assessed = AssessedIncident(
            **told | more | {"casualties": tuple(tolls)}, assessment=None if summarises else assessment
        )
        items = self.article.items()
        lists = {name: tuple(getattr(items, name).values()) for name in KINDS.values()}
        return UnverifiedBrief(
            source=self.article.document.source(), **lists | {"incidents": (assessed,), "threats": ()}
        )

    def toll(self, count: str, at_least: int | None, at_most: int | None = None, **fields: Any) -> CountedCasualty:
        found = self.article.casualty(fields.pop("outcome", "killed"), count, **fields)
        return CountedCasualty(**dict(found), at_least=at_least, at_most=at_most)

    def rows(self, written_as: str, **values: Any) -> list[dict[str, str]]:
        """The rows of the brief with these values."""
        return rows(render(self.brief(**values), self.article.document, written_as))

    def row(self, written_as: str, **values: Any) -> dict[str, str]:
        (found,) = self.rows(written_as, **values)
        return found

    def events(self, **values: Any) -> list[dict[str, Any]]:
        return events(render(self.brief(**values), self.article.document, "plover"))


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def events(text: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]
