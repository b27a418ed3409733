"""What the tables ask of one brief and of one incident in it: names, words, days, counts, who says so, who may be named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import filterfalse
from typing import cast

from summarizer.conflict.counting import said_once
from summarizer.conflict.exporting.codes import codebooks, left_out
from summarizer.conflict.items import Item
from summarizer.conflict.mapping.named_doers import ARMED, are_individuals
from summarizer.conflict.mapping.news import names_with, texts
from summarizer.conflict.wording.view import ELLIPSIS, View, in_order, near_spans
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Dateline, Quote
from summarizer.lexicons import Phrases, phrases_pattern
from summarizer.pointing.audit import Finding, Key
from summarizer.rendering.formats import Rendered
from summarizer.schemas.brief import (
    Actor,
    AssessedIncident,
    Assessment,
    Attributed,
    CountedCasualty,
    Statement,
    Support,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import ActorAttribution, IncidentAttribution, Outcome

BETWEEN = " | "
"""What stands between the values of a cell that holds several."""

AT_ODDS: frozenset[IncidentAttribution] = frozenset({"competing_claims", "rival_accusations", "conflicting"})
"""Attributions by which those who are named did not do it together."""


def words(quotes: Iterable[Quote]) -> str:
    """One value in the article's words, its parts joined by […] as on the page."""
    return ELLIPSIS.join(dict.fromkeys(texts(quotes)))


def several(values: Iterable[str]) -> str:
    """Several values in one cell, each once."""
    return BETWEEN.join(dict.fromkeys(filter(None, values)))


def _stated(*values: str) -> str:
    """The first that is stated."""
    return next(filter(None, values), "")


@dataclass(frozen=True)
class Exported:
    """One brief with its article.

    Attributes:
        brief, document: what is exported.
        name: what the article is called.
        reviewed: what people decided about items, as columns.
    """

    brief: UnverifiedBrief
    document: Document
    name: str
    reviewed: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Rendered) -> "Exported":
        """What a format of this field is given."""
        return cls(cast("UnverifiedBrief", given.brief), given.document, given.name, given.reviewed)

    @cached_property
    def view(self) -> View:
        """The brief as its page looks things up in it."""
        return View(self.brief, self.document)

    @cached_property
    def marks(self) -> dict[Key | None, list[Finding]]:
        """What is marked, by the item that it is on."""
        return self.brief.audit.marks()

    def marked(self, item: Item) -> list[str]:
        """Codes of what is marked on an item, each once."""
        found = self.marks.get((item.kind_of_item, item.id), [])
        return list(dict.fromkeys(finding.code for finding in found))

    def review(self, item: Item, column: str) -> str:
        """What a person decided about an item; empty where nobody did."""
        return self.reviewed.get((item.kind_of_item, item.id), {}).get(column, "")

    def label(self, item: Item) -> str:
        """Its number on the page; empty where it has none."""
        return self.view.labels.get((item.kind_of_item, item.id), "")

    @property
    def title(self) -> str:
        """The title that the file or page states, or the one that the text begins with."""
        source = self.brief.source
        return _stated(source.origin.title, words(filter(None, (source.title,))))

    @property
    def outlet(self) -> str:
        """Who published it, or the agency of its dateline."""
        source = self.brief.source
        dateline = source.dateline or Dateline()
        return _stated(source.origin.outlet, words(filter(None, (dateline.agency,))))

    def known(self, identities: Iterable[int]) -> list[Actor]:
        """The actors with these ids, each once, as far as they are in this brief."""
        return list(filter(None, map(self.view.items.actors.get, dict.fromkeys(identities))))

    def actor(self, identity: int | None) -> str:
        """The name of an actor, or the description that stands for one; none is the article itself."""
        if identity is None:
            return "the article"
        return several(map(called, self.known((identity,))))

    def actors(self, identities: Iterable[int | None]) -> str:
        """Several, each once."""
        return several(map(self.actor, identities))

    @cached_property
    def armed_names(self) -> Phrases:
        """What finds the name of an armed group, of armed forces, or of somebody who belongs to them."""
        bodies = {actor.id for actor in self.brief.actors if actor.kind in ARMED}
        belongs_to = self.view.items.belongs_to
        armed = filter(lambda actor: bodies & {actor.id, *belongs_to(actor.id)}, self.brief.actors)
        names = texts(quote for actor in armed for quote in (*actor.name, *actor.aliases))
        return phrases_pattern(filter(str.strip, names))

    def passages(self, *values: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotations in the article's order, with the few words between near ones."""
        return tuple(self.document.quote(*span) for span in near_spans(in_order(*values), self.document.text))

    def sentences(self, quotes: Iterable[Quote]) -> list[str]:
        """The whole sentences that words stand in."""
        return list(map(self.document.words, sentences_of(quotes, self.document)))

    def incidents(self) -> "Iterator[OneIncident]":
        """Every incident, those that only sum others up included."""
        return map(self._incident, self.brief.incidents)

    def _incident(self, item: AssessedIncident) -> "OneIncident":
        return AnEvent(self, item, item.assessment) if item.assessment else OneIncident(self, item)

    def single(self, codebook: str) -> "Iterator[AnEvent]":
        """The incidents that a codebook has.

        Args:
            codebook: `acled`, `gtd` or `plover`.

        Returns:
            Those that have a status and of which a single event is meant, without those that the codebook leaves out.
        """
        events = (event for event in self.incidents() if isinstance(event, AnEvent))
        return filterfalse(lambda event: event.is_left_out(codebook), events)


def called(actor: Actor) -> str:
    """The name of an actor, or the description that stands for one."""
    return _stated(words(actor.name), words(actor.aliases[:1]))


@dataclass(frozen=True)
class OneIncident:
    """One incident of a brief."""

    within: Exported
    item: AssessedIncident

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What is said of it."""
        return self.within.view.statements_on(self.item)

    @cached_property
    def evidence(self) -> tuple[Quote, ...]:
        """What tells it: its own words, and those of every statement on it, in the article's order."""
        said = ((*one.cue, *one.content) for one in self.statements)
        return self.within.passages(self.item.words, *said)

    def speakers(self, support: Iterable[Support]) -> str:
        """Who makes the statements that a status rests on."""
        return self.within.actors(self.within.view.speakers(support))

    def least(self, outcome: Outcome) -> int | None:
        """The most conservative figure: of each source the highest of its counts, of these the lowest.

        A source's counts may hold one another, "12 people" and "three children": the highest is sure, a sum is not.

        Args:
            outcome: what happened to those who are counted.

        Returns:
            None where no number is told.
        """
        highest: dict[int | None, int] = {}
        for toll in self._tolls(outcome):
            if toll.at_least is not None:
                highest[toll.source] = max(toll.at_least, highest.get(toll.source, 0))
        return min(highest.values(), default=None)

    def most(self, outcome: Outcome) -> int | None:
        """The highest figure, where every source gives one count, and none leaves it open upwards.

        Rules may have read only some of several counts: a brief of theirs has none.
        """
        tolls = [] if self.within.view.by_rules else self._tolls(outcome)
        one_each = len({toll.source for toll in tolls}) == len(tolls)
        highest = [toll.at_most for toll in tolls if toll.at_most is not None]
        return max(highest, default=None) if one_each and len(highest) == len(tolls) else None

    def toll(self, outcome: Outcome) -> str:
        """The counts in the article's words."""
        return several(f"{words(said_once(toll.count))} {words(toll.whom)}".strip() for toll in self._tolls(outcome))

    def _tolls(self, outcome: Outcome) -> list[CountedCasualty]:
        return list(filter(lambda toll: toll.outcome == outcome, self.item.casualties))


@dataclass(frozen=True)
class AnEvent(OneIncident):
    """One incident as a codebook takes it, with its status."""

    found: Assessment

    @property
    def days(self) -> tuple[date, ...]:
        """The first and the last of the days that the time means; empty where it means none."""
        return tuple(sorted(filter(None, (self.item.first_day, self.item.last_day))))

    def is_left_out(self, codebook: str) -> bool:
        """Whether a codebook leaves it out for one of its values, or for the kind of somebody who may be named as its doer."""
        item = self.item
        own = {"kind": item.kind, "stage": item.stage, "frame": item.frame, "occurrence": self.found.occurrence}
        doers = (("doer", actor.kind) for actor in self._may_be_named)
        return item.aggregate or left_out(codebook, (*own.items(), *doers))

    @cached_property
    def named(self) -> dict[int, ActorAttribution]:
        """Ids of the actors who may stand in a column for actors, each with its status.

        Both its own status and the attribution of the incident as a whole must allow it.
        """
        in_columns = codebooks()["doer"]
        whole = names_with(self.found.attribution)
        allowed = filter(lambda each: each.status in whole, self.found.attributed)
        return {each.actor: each.status for each in allowed if in_columns[each.status]["named"]}

    @property
    def _may_be_named(self) -> list[Actor]:
        return self.within.known(self.named)

    @cached_property
    def groups(self) -> list[Actor]:
        """Those of them that are bodies with a name: individuals, mere sorts and unnamed people stand in no such column."""
        bodies = filterfalse(lambda actor: are_individuals(actor, called(actor)), self._may_be_named)
        return list(filter(lambda actor: actor.identity == "named", bodies))

    @property
    def together(self) -> list[Actor]:
        """Those of these who did it together; none where it is told of several who did not."""
        return [] if self.found.attribution in AT_ODDS else self.groups

    def with_status(self, statuses: Iterable[ActorAttribution]) -> list[Attributed]:
        """Those whose authorship has one of these statuses, whether they may be named or not."""
        wanted = frozenset(statuses)
        return list(filter(lambda each: each.status in wanted, self.found.attributed))
