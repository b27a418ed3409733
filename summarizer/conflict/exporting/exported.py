"""What the tables ask of one brief and of one incident in it: names, words, days, counts, who says so, who may be named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import cast

from summarizer.conflict.exporting.codes import code_of, codebooks, left_out
from summarizer.conflict.items import Item, Items
from summarizer.conflict.mapping.named_doers import ARMED, are_individuals
from summarizer.conflict.mapping.news import names_with, texts
from summarizer.conflict.wording.view import ELLIPSIS, NEAR, View
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import Phrases, phrases_pattern
from summarizer.pointing.audit import Finding, Key
from summarizer.rendering.formats import Rendered
from summarizer.schemas.brief import (
    AssessedIncident,
    Assessment,
    Attributed,
    CountedCasualty,
    Statement,
    Support,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import IncidentAttribution, Outcome

BETWEEN = " | "
"""What stands between the values of a cell that holds several."""

AT_ODDS: frozenset[IncidentAttribution] = frozenset({"competing_claims", "rival_accusations", "conflicting"})
"""Attributions by which those who are named did not do it together."""


@dataclass(frozen=True)
class Exported:
    """One brief with its article.

    Attributes:
        brief, document: what is exported.
        name: what the article is called.
    """

    brief: UnverifiedBrief
    document: Document
    name: str

    @classmethod
    def of(cls, given: Rendered) -> "Exported":
        """What a format of this field is given."""
        return cls(cast("UnverifiedBrief", given.brief), given.document, given.name)

    @cached_property
    def items(self) -> Items:
        """The items of the brief by their ids."""
        return self._view.items

    @cached_property
    def labels(self) -> dict[Key, str]:
        """The number of each item on the page."""
        return self._view.labels

    @cached_property
    def marks(self) -> dict[Key | None, list[Finding]]:
        """What is marked, by the item that it is on."""
        return self.brief.audit.marks()

    @cached_property
    def armed_names(self) -> Phrases:
        """What finds the name of an armed group or of armed forces."""
        armed = (actor for actor in self.brief.actors if actor.kind in ARMED and actor.identity == "named")
        return phrases_pattern(
            filter(str.strip, (text for actor in armed for text in texts((*actor.name, *actor.aliases))))
        )

    def marked(self, item: Item) -> list[str]:
        """Codes of what is marked on an item, each once."""
        return list(dict.fromkeys(finding.code for finding in self.marks.get((item.kind_of_item, item.id), ())))

    @cached_property
    def _view(self) -> View:
        return View(self.brief, self.document)

    @property
    def title(self) -> str:
        """The title that the file or page states, or the one that the text begins with."""
        source = self.brief.source
        return source.origin.title or words(filter(None, (source.title,)))

    @property
    def outlet(self) -> str:
        """Who published it, or the agency of its dateline."""
        source = self.brief.source
        agency = source.dateline.agency if source.dateline else None
        return source.origin.outlet or words(filter(None, (agency,)))

    def actor(self, identity: int | None) -> str:
        """The name of an actor, or the description that stands for one; none is the article itself."""
        if identity is None:
            return "the article"
        found = self.items.speaker(identity)
        return words(found.name or found.aliases[:1]) if found else ""

    def actors(self, identities: Iterable[int | None]) -> str:
        """Several, each once."""
        return several(map(self.actor, identities))

    def paragraphs(self, quotes: Iterable[Quote]) -> tuple[int, ...]:
        """Numbers of the paragraphs that words stand in, from 1, in order."""
        return self._view.paragraphs(tuple(quotes))

    def sentences(self, quotes: Iterable[Quote]) -> list[str]:
        """The whole sentences that words stand in."""
        known = range(1, len(self.document.sentences) + 1)
        inside = [quote for quote in quotes if quote.sentence in known]
        return list(map(self.document.words, sentences_of(inside, self.document)))

    def passages(self, *values: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotations in the article's order, with the few words between near ones."""
        spans: list[tuple[int, int]] = []
        for quote in sorted(chain.from_iterable(values), key=lambda one: (one.start, -one.end)):
            if spans and self._are_near(spans[-1][1], quote.start):
                spans[-1] = (spans[-1][0], max(spans[-1][1], quote.end))
            else:
                spans.append((quote.start, quote.end))
        return tuple(self.document.quote(*span) for span in spans)

    def _are_near(self, end: int, start: int) -> bool:
        return start <= end + NEAR and "\n" not in self.document.text[end:start]

    def incidents(self) -> "Iterator[OneIncident]":
        """Every incident, those that only sum others up included."""
        for item in self.brief.incidents:
            yield AnEvent(self, item, item.assessment) if item.assessment else OneIncident(self, item)

    def single(self, codebook: str) -> "Iterator[AnEvent]":
        """The incidents that a codebook has: single ones that have a status, without those that it leaves out."""
        for event in self.incidents():
            if isinstance(event, AnEvent) and not (event.item.aggregate or event.left_out_of(codebook)):
                yield event


def words(quotes: Iterable[Quote]) -> str:
    """One value in the article's words, its parts joined by […] as on the page."""
    return ELLIPSIS.join(dict.fromkeys(texts(quotes)))


def several(values: Iterable[str]) -> str:
    """Several values in one cell, each once."""
    return BETWEEN.join(dict.fromkeys(filter(None, values)))


@dataclass(frozen=True)
class OneIncident:
    """One incident of a brief."""

    within: Exported
    item: AssessedIncident

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What is said of it."""
        return self.within.items.statements_on(self.item.id)

    @cached_property
    def evidence(self) -> tuple[Quote, ...]:
        """What tells it: its own words, and those of every statement on it, in the article's order."""
        said = ((*one.cue, *one.content) for one in self.statements)
        return self.within.passages(self.item.words, *said)

    def speakers(self, support: Iterable[Support]) -> str:
        """Who makes the statements that a status rests on."""
        said = (self.within.items.statements.get(one.statement) for one in support)
        return self.within.actors(statement.speaker for statement in said if statement)

    def least(self, outcome: Outcome) -> int | None:
        """The most conservative figure: of each source the highest of its counts, of these the lowest.

        A source's counts may hold one another, "12 people" and "three children": the highest is sure, a sum is not.
        """
        highest = (max(figures, default=None) for figures in self._figures(outcome).values())
        return min((figure for figure in highest if figure is not None), default=None)

    def most(self, outcome: Outcome) -> int | None:
        """The highest figure, where every source gives one count, and none leaves it open upwards."""
        tolls = self._tolls(outcome)
        if len({toll.source for toll in tolls}) < len(tolls):
            return None
        highest = [toll.at_most for toll in tolls]
        return None if None in highest else max(filter(None, highest), default=None)

    def toll(self, outcome: Outcome) -> str:
        """The counts in the article's words."""
        return several(f"{words(toll.count)} {words(toll.whom)}".strip() for toll in self._tolls(outcome))

    def _tolls(self, outcome: Outcome) -> list[CountedCasualty]:
        return [toll for toll in self.item.casualties if toll.outcome == outcome]

    def _figures(self, outcome: Outcome) -> dict[int | None, list[int]]:
        """What each source's words allow at least."""
        found: dict[int | None, list[int]] = {}
        for toll in self._tolls(outcome):
            figures = found.setdefault(toll.source, [])
            figures += [] if toll.at_least is None else [toll.at_least]
        return found


@dataclass(frozen=True)
class AnEvent(OneIncident):
    """One incident as a codebook takes it: single, with its status."""

    found: Assessment

    def left_out_of(self, codebook: str) -> bool:
        """Whether a codebook leaves it out for one of its values, or for the kind of somebody who may be named as its doer."""
        item = self.item
        values = {"kind": item.kind, "stage": item.stage, "frame": item.frame, "occurrence": self.found.occurrence}
        doers = (self.within.items.actors[each.actor].kind for each in self._may_be_named)
        return left_out(codebook, **values) or any(left_out(codebook, doer=kind) for kind in doers)

    @cached_property
    def _may_be_named(self) -> list[Attributed]:
        """The actors whose status lets them stand in a column for actors, and the incident's attribution too."""
        named = names_with(self.found.attribution)
        known = self.within.items.actors
        allowed = [each for each in self.found.attributed if each.status in named and each.actor in known]
        return [each for each in allowed if codebooks()["doer"][each.status]["named"]]

    @cached_property
    def groups(self) -> list[Attributed]:
        """Those of them that are bodies with a name: individuals, mere sorts and unnamed people stand in no such column."""
        return [each for each in self._may_be_named if self._is_a_named_body(each.actor)]

    @property
    def together(self) -> list[int]:
        """Ids of those of them who did it together; none where it is told of several who did not."""
        return [] if self.found.attribution in AT_ODDS else [each.actor for each in self.groups]

    def _is_a_named_body(self, identity: int) -> bool:
        actor = self.within.items.actors[identity]
        return actor.identity == "named" and not are_individuals(actor, self.within.actor(identity))

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last of the days that the time means; None where it means none."""
        first, last = self.item.first_day, self.item.last_day
        return (first, last) if first and last else None

    def number(self, codebook: str, table: str, value: str) -> int | None:
        """A number that a codebook has for a value."""
        found: int | None = code_of(codebook, table, value)
        return found
