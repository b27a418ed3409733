"""Looks things up in a brief: names, the article's words, paragraphs, marks, and each item's number on the page."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, chain
from typing import TypeVar

from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.calling import named
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote, Quotes
from summarizer.pointing.audit import UNREAD, ItemKind, Key
from summarizer.pointing.roles import Item
from summarizer.rendering.page import Phrase, joined, listed, phrase, quoted, quoted_parts
from summarizer.schemas.brief import (
    Actor,
    AssessedIncident,
    AssessedThreat,
    Assessment,
    Statement,
    Support,
    ThirdPartyWarning,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import Frame, IncidentKind, StatementKind

NEAR = 60
"""Characters between two quotations of one statement that are shown rather than left out."""

FEW = 3
"""Actors that a heading names where there are many."""

ELLIPSIS = " […] "

MARK = " [!]"
"""What a value carries that a check marked."""


class View:
    """One brief with its article, indexed for writing a page.

    Attributes:
        brief, document: what the page is made from.
        items: the items of the brief by their ids.
        statuses: what is derived of each incident, by its id.
        groups: the incidents that have a status, by the letter of their section.
        summaries: those that have none, since they only sum up others.
        threats: those that do not merely tell another one of the brief again.
        restated: those that do, each with the one that it tells.
        labels: the number of each item on the page, by its kind and id, in the order of the page.
    """

    def __init__(self, brief: UnverifiedBrief, document: Document) -> None:
        self.brief = brief
        self.document = document
        self.items = Items.of_brief(brief, document)
        self.statuses: dict[int, Assessment] = {}
        self.groups: dict[str, list[AssessedIncident]] = {letter: [] for letter in SECTIONS}
        self.summaries: list[AssessedIncident] = []
        for incident in brief.incidents:
            if incident.assessment:
                self.statuses[incident.id] = incident.assessment
                self.groups[_letter(incident)].append(incident)
            else:
                self.summaries.append(incident)
        first_told = {threat.id: threat for threat in brief.threats if threat.restates is None}
        self.threats: list[AssessedThreat] = []
        self.restated: list[tuple[AssessedThreat, AssessedThreat]] = []
        for threat in brief.threats:
            if threat.restates in first_told:
                self.restated.append((threat, first_told[threat.restates]))
            else:
                self.threats.append(threat)
        self.labels: dict[Key, str] = {}
        for letter, incidents in self.groups.items():
            self._number(letter, incidents)
        self._number("T", self.threats)
        self._number("W", brief.warnings)
        self._warned: dict[Key | None, list[frozenset[str]]] = defaultdict(list)
        for finding in brief.audit.findings:
            if finding.severity == "warn":
                self._warned[finding.key].append(_with_what_holds_it(finding.field))

    def _number(self, letter: str, items: Iterable[Item[Quote]]) -> None:
        for position, item in enumerate(items, 1):
            self.labels[item.kind_of_item, item.id] = f"{letter}{position}"

    @property
    def by_rules(self) -> bool:
        """Whether rules read the article, which say nothing of what they leave out."""
        return self.brief.read_by == "coder"

    @property
    def unsaid(self) -> str:
        """What is said of a value that the brief lacks: of rules, only that they did not read it."""
        return "not read" if self.by_rules else "not stated"

    def unread(self) -> Iterator[Quotes]:
        """The sentences of each stretch of the article that came to no answer; none where an answer was cut off."""
        return (found.quotes for found in self.brief.audit.findings if found.code == UNREAD)

    def label(self, kind: ItemKind, identity: int) -> str:
        """The item's number on the page, or its kind and id where it has none."""
        return self.labels.get((kind, identity), f"{phrasing.ITEM[kind]} {identity}")

    def first_label(self, statement: Statement) -> str:
        """The number of the first incident on the page that the statement speaks of; empty where it is on none."""
        spoken_of = {("incident", link.incident) for link in statement.about}
        return next((self.labels[item] for item in self.labels if item in spoken_of), "")

    def statements_on(self, incident: AssessedIncident) -> tuple[Statement, ...]:
        """What is said of this incident."""
        return self.items.statements_on(incident.id)

    def speakers(
        self, support: Iterable[Support], kinds: Collection[StatementKind] = STATEMENT_KINDS.keys()
    ) -> list[int | None]:
        """Ids of those who make the statements that a status rests on, as far as they are in this brief.

        Args:
            support: the statements.
            kinds: kinds of statement that count.
        """
        said = (self.items.statements.get(part.statement) for part in support)
        return [statement.speaker for statement in said if statement and statement.kind in kinds]

    def mark(self, item: Item[Quote], *fields: str) -> str:
        """The mark, where a check marked one of these fields of the item, or a part of one; else nothing.

        Args:
            item: of this brief.
            fields: paths such as `place` and `targets.0`.
        """
        marked = self._warned.get((item.kind_of_item, item.id), ())
        return "" if all(field.isdisjoint(fields) for field in marked) else MARK

    def mark_besides(self, item: Item[Quote], *shown: str) -> str:
        """The mark, where a check marked the item as a whole, or a field that is not shown with a mark of its own.

        Args:
            item: of this brief.
            shown: paths of the fields that have marks of their own.
        """
        marked = self._warned.get((item.kind_of_item, item.id), ())
        return MARK if any(field.isdisjoint(shown) for field in marked) else ""

    def paragraphs(self, *values: Quotes) -> tuple[int, ...]:
        """Numbers of the paragraphs that these words stand in, from 1, in order."""
        found = {bisect_right(self.brief.source.paragraphs, quote.sentence) for value in values for quote in value}
        return tuple(sorted(found - {0}))

    def value(self, item: Item[Quote], field: str, value: Quotes) -> Phrase:
        """The words of one field of an item with its mark; nothing where it is not stated."""
        return phrase(self.words(value), self.mark(item, field)) if value else ()

    def words(self, value: Iterable[Quote]) -> Phrase:
        """One value as a quotation, its parts joined by […], each said once; nothing where it is not stated."""
        first: dict[str, Quote] = {}
        for quote in value:
            first.setdefault(quote.text, quote)
        return quoted_parts(((text, self._place(quote)) for text, quote in first.items()), ELLIPSIS)

    def shown_by(self, evidence: Quotes) -> Phrase:
        """The words that show a link, or that the article has none."""
        return self.words(evidence) or phrase("not stated in the article")

    def passage(self, *values: Quotes) -> Phrase:
        """Several values as one quotation in the article's order, with the few words between near ones.

        Words that do not stand where they say, as a brief from a file may have them, are quoted one by one.
        """
        quotes = in_order(*values)
        if not all(map(self.in_place, quotes)):
            return self.words(quotes)
        return quoted_parts(
            ((self.document.text[slice(*span)], span) for span in near_spans(quotes, self.document.text)), ELLIPSIS
        )

    def _place(self, quote: Quote) -> tuple[int, int] | None:
        return (quote.start, quote.end) if self.in_place(quote) else None

    def in_place(self, quote: Quote) -> bool:
        """Whether a quotation stands in the text where it says."""
        return 0 <= quote.start < quote.end and self.document.text[quote.start : quote.end] == quote.text

    def actor(self, identity: int | None) -> Actor:
        """The actor with this id; nobody in particular for the article and for somebody not in this brief."""
        return self.items.speaker(identity) or NOBODY

    def name(self, identity: int | None) -> Phrase:
        """An actor's name; a description that stands for one is in quotation marks; null is the article."""
        if identity is None:
            return phrase("the article")
        actor = self.actor(identity)
        if actor is NOBODY:
            return phrase(f"somebody not in this brief (actor {identity})")
        text = ELLIPSIS.join(quote.text for quote in actor.name or actor.aliases[:1])
        name = named(text) if actor.identity == "named" else quoted(text)
        return phrase(name if text else "somebody whose name is not stated", self._name_mark(actor))

    def names(self, identities: Iterable[int | None], nobody: str = "", but: Collection[int | None] = ()) -> Phrase:
        """Several actors, each once, as a list.

        Args:
            identities: their ids; None is the article.
            nobody: what is said where there are none.
            but: ids of actors that are named elsewhere.
        """
        return listed(self.name(one) for one in dict.fromkeys(identities) if one not in but) or phrase(nobody)

    def first_names(self, identities: Iterable[int | None]) -> Phrase:
        """The same for a heading: the first of many actors, and how many more there are; those that rows name follow."""
        every = list(dict.fromkeys(identities))
        more = phrase(f"{len(every) - FEW} more") if len(every) > FEW + 1 else ()
        return listed((*map(self.name, every[:FEW] if more else every), more))

    def introduced(self, identity: int | None, beside: Iterable[int] = ()) -> Phrase:
        """An actor's name with what it belongs to and whether the article states that.

        Args:
            identity: the actor; None is the article.
            beside: actors that are named beside it, and so need not be said again.
        """
        return phrase(self.name(identity), self._ties(self.actor(identity), tuple(beside)))

    def known_beyond_name(self, actor: Actor) -> Phrase:
        """The same without the name, for an actor whose description stands in a quotation before."""
        return phrase(self._name_mark(actor), self._ties(actor))

    def _ties(self, actor: Actor, beside: tuple[int, ...] = ()) -> Phrase:
        ties = joined("; ", self.affiliations(actor, beside))
        return phrase(" (", ties, ")") if ties else ()

    def _name_mark(self, actor: Actor) -> str:
        return self.mark_besides(actor, *each("affiliations", actor.affiliations))

    def affiliations(self, actor: Actor, beside: tuple[int, ...] = ()) -> Iterator[Phrase]:
        """Each body that the actor belongs to, with the words that say so.

        Args:
            actor: who belongs to them.
            beside: ids of the actors that are named beside it; like what the name itself says, they are left out
                where the article states the link and no check marked it.
        """
        for field, link in each("affiliations", actor.affiliations).items():
            mark = self.mark(actor, field)
            evident = link.actor in beside or said_in(link.evidence, actor.name)
            if mark or not evident or not link.evidence:
                yield phrase("of ", self.name(link.actor), ": ", self.shown_by(link.evidence), mark)

    def leading(self) -> set[int | None]:
        """Actors that the page introduces where they speak, threaten or are named as authors."""
        said: tuple[Statement | ThirdPartyWarning, ...] = (*self.brief.statements, *self.brief.warnings)
        speakers = [item.speaker for item in said]
        issuers = [threat.issuer for threat in self.threats]
        authors = [one.actor for status in self.statuses.values() for one in status.attributed]
        return {*speakers, *issuers, *authors}


NOBODY = Actor(id=0, kind="people", identity="generic")
"""Stands where a brief has no actor."""


def near_spans(quotes: Iterable[Quote], text: str) -> list[tuple[int, int]]:
    """Where quotations stand in a text that are given in its order, near ones of a paragraph as one."""
    spans: list[tuple[int, int]] = []
    for quote in quotes:
        end = spans[-1][1] if spans else 0
        if spans and quote.start <= end + NEAR and "\n" not in text[end : quote.start]:
            spans[-1] = (spans[-1][0], max(end, quote.end))
        else:
            spans.append((quote.start, quote.end))
    return spans


def in_order(*values: Iterable[Quote]) -> list[Quote]:
    """The words of several values in the article's order, of those that begin alike the longer first."""
    return sorted(chain.from_iterable(values), key=lambda quote: (quote.start, -quote.end))


def _with_what_holds_it(path: str) -> frozenset[str]:
    """The path of a field, and of all that it is a part of: of `targets.0.text` also `targets.0` and `targets`."""
    return frozenset(accumulate(path.split("."), "{}.{}".format))


AnyPart = TypeVar("AnyPart", bound=Part)


def each(field: str, parts: Iterable[AnyPart]) -> dict[str, AnyPart]:
    """The parts that a field holds, each by its path."""
    return {f"{field}.{position}": part for position, part in enumerate(parts)}


def targets(item: AssessedIncident | AssessedThreat) -> dict[str, Quotes]:
    """The words for each target that has any, by the path of the target."""
    return {path: target.text for path, target in each("targets", item.targets).items()}


def stated(item: Item[Quote], fields: Iterable[str]) -> list[str]:
    """Those of these fields that have words."""
    return [field for field in fields if getattr(item, field)]


def text_of(value: Quotes) -> str:
    """The words of one value, its parts in a row."""
    return " ".join(quote.text for quote in value)


def said_in(value: Quotes, other: Quotes) -> bool:
    """Whether another value says all the words of this one, wherever they stand."""
    told = text_of(other)
    return all(quote.text in told for quote in value)


def part_of(value: Quotes, other: Quotes) -> bool:
    """Whether all words of this value stand within those of another, in the article's own place."""
    return all(any(whole.holds(quote) for whole in other) for quote in value)


SECTIONS = {
    "A": "ATTACKS",
    "B": "BLASTS, CAUSE NOT STATED",
    "F": "FIGHTING, AND ATTACKS NOT TOLD ONE BY ONE",
    "H": phrasing.FRAME["background"],
    "E": phrasing.FRAME["exercise"],
}
"""Letter and title of each section of incidents."""

APART: dict[Frame, str] = {"background": "H", "exercise": "E"}
"""Letters of the sections that stand apart from this news."""

OF_KIND: dict[IncidentKind, str] = {"explosion": "B", "clashes": "F"}
"""Letters of the sections for one kind of incident."""


def _letter(incident: AssessedIncident) -> str:
    if incident.frame in APART:
        return APART[incident.frame]
    return OF_KIND.get(incident.kind, "F" if incident.aggregate else "A")
