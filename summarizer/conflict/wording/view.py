"""Looks things up in a brief: names, the article's words, paragraphs, marks, and each item's number on the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.naming import named
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.pointing.audit import UNREAD, Finding, ItemKind
from summarizer.rendering.page import Phrase, joined, listed, phrase, quoted
from summarizer.schemas.brief import Actor, AssessedIncident, AssessedThreat, Statement, UnverifiedBrief

NEAR = 60
"""Characters between two quotations of one statement that are shown rather than left out."""

ELLIPSIS = " […] "


class View:
    """One brief with its article, indexed for writing a page; `labels` numbers the items as they will appear."""

    def __init__(self, brief: UnverifiedBrief, document: Document) -> None:
        self.brief = brief
        self.document = document
        self.actors = {actor.id: actor for actor in brief.actors}
        self.threats = {threat.id: threat for threat in brief.threats}
        self.groups = incident_groups(brief)
        self.labels: dict[tuple[ItemKind, int], str] = {}
        for letter, incidents in self.groups.items():
            self._number("incident", letter, (incident.id for incident in incidents))
        self._number("threat", "T", (threat.id for threat in self.own_threats()))
        self._number("warning", "W", (warning.id for warning in brief.warnings))
        self._warned = [finding for finding in brief.audit.findings if finding.severity == "warn"]

    def _number(self, kind: ItemKind, letter: str, ids: Iterable[int]) -> None:
        for position, identity in enumerate(ids, 1):
            self.labels.setdefault((kind, identity), f"{letter}{position}")

    def unread(self) -> Iterator[Quotes]:
        """The sentences of each stretch of the article that came to no answer."""
        return (found.quotes for found in self.brief.audit.findings if found.code == UNREAD and found.quotes)

    def own_threats(self) -> Iterator[AssessedThreat]:
        """Threats that do not merely tell another one of this brief again."""
        return (threat for threat in self.brief.threats if not self.restated(threat))

    def restated(self, threat: AssessedThreat) -> AssessedThreat | None:
        """The threat of this brief that this one tells again."""
        other = None if threat.restates is None else self.threats.get(threat.restates)
        return None if other is None or other.id == threat.id or other.restates is not None else other

    def label(self, kind: ItemKind, identity: int | None) -> str:
        """The item's number on the page, or its kind and id where it has none."""
        if identity is None:
            return phrasing.ITEM[kind]
        return self.labels.get((kind, identity), f"{phrasing.ITEM[kind]} {identity}")

    def first_label(self, statement: Statement) -> str | None:
        """The number of the first incident on the page that the statement speaks of."""
        spoken_of = {link.incident for link in statement.about}
        labels = (
            label for (kind, identity), label in self.labels.items() if kind == "incident" and identity in spoken_of
        )
        return next(labels, None)

    def statements_on(self, incident: AssessedIncident) -> list[Statement]:
        """What is said of this incident."""
        return [said for said in self.brief.statements if any(link.incident == incident.id for link in said.about)]

    def mark(self, kind: ItemKind, identity: int, *fields: str) -> str:
        """` [!]` where a check marked one of these fields of the item, or a part of one."""
        return " [!]" if any(self._concerns(finding, kind, identity, fields) for finding in self._warned) else ""

    def mark_besides(self, kind: ItemKind, identity: int, *shown: str) -> str:
        """` [!]` where a check marked the item as a whole, or a field that is not shown with a mark of its own."""
        return " [!]" if any(self._lies_besides(finding, kind, identity, shown) for finding in self._warned) else ""

    def _lies_besides(self, finding: Finding, kind: ItemKind, identity: int, shown: tuple[str, ...]) -> bool:
        return (finding.item, finding.id) == (kind, identity) and not self._concerns(finding, kind, identity, shown)

    def _concerns(self, finding: Finding, kind: ItemKind, identity: int, fields: tuple[str, ...]) -> bool:
        if (finding.item, finding.id) != (kind, identity):
            return False
        return any(finding.field == field or (field and finding.field.startswith(f"{field}.")) for field in fields)

    def paragraphs(self, *values: Quotes) -> tuple[int, ...]:
        """Numbers of the paragraphs that these words stand in."""
        found = {bisect_right(self.brief.source.paragraphs, quote.sentence) for value in values for quote in value}
        return tuple(sorted(found - {0}))

    def side(self, actor: int | None) -> set[int]:
        """The actor with everything that it belongs to, directly or not."""
        found: set[int] = set()
        waiting = [] if actor is None else [actor]
        while waiting:
            current = waiting.pop()
            if current not in found and current in self.actors:
                found.add(current)
                waiting.extend(link.actor for link in self.actors[current].affiliations)
        return found

    def words(self, value: Quotes) -> Phrase:
        """One value as a quotation; its parts joined by […]."""
        return quoted(ELLIPSIS.join(dict.fromkeys(quote.text for quote in value))) if value else ()

    def passage(self, *values: Quotes) -> Phrase:
        """Several values as one quotation in the article's order, with the few words between near ones."""
        quotes = sorted((quote for value in values for quote in value), key=lambda quote: (quote.start, -quote.end))
        if not quotes:
            return ()
        if not all(self._in_place(quote) for quote in quotes):
            return quoted(ELLIPSIS.join(dict.fromkeys(quote.text for quote in quotes)))
        spans: list[tuple[int, int]] = []
        for quote in quotes:
            if spans and self._near(spans[-1][1], quote.start):
                spans[-1] = (spans[-1][0], max(spans[-1][1], quote.end))
            else:
                spans.append((quote.start, quote.end))
        return quoted(ELLIPSIS.join(self.document.text[start:end] for start, end in spans))

    def _in_place(self, quote: Quote) -> bool:
        return 0 <= quote.start < quote.end and self.document.text[quote.start : quote.end] == quote.text

    def _near(self, end: int, start: int) -> bool:
        return start <= end + NEAR and "\n" not in self.document.text[end:start]

    def name(self, identity: int | None) -> Phrase:
        """An actor's name; a description that stands for one is in quotation marks; null is the article."""
        if identity is None:
            return phrase("the article")
        actor = self.actors.get(identity)
        if actor is None:
            return phrase(f"somebody not in this brief (actor {identity})")
        value = actor.name or actor.aliases[:1]
        mark = self._name_mark(actor)
        if not value:
            return phrase("somebody whose name is not stated", mark)
        text = ELLIPSIS.join(quote.text for quote in value)
        return phrase(named(text) if actor.identity == "named" else quoted(text), mark)

    def names(self, identities: Iterable[int | None], last: str = "and") -> Phrase:
        """Several actors, each once, as a list."""
        return listed((self.name(identity) for identity in dict.fromkeys(identities)), last)

    def introduced(self, identity: int | None, beside: Iterable[int] = ()) -> Phrase:
        """An actor's name with what it belongs to and whether the article states that.

        Left out: what the name itself says, and the actors that are named beside it.
        """
        actor = None if identity is None else self.actors.get(identity)
        return phrase(self.name(identity), self._ties(actor, tuple(beside)) if actor else ())

    def known_beyond_name(self, identity: int | None) -> Phrase:
        """The same without the name, for an actor whose description stands in a quotation before."""
        actor = None if identity is None else self.actors.get(identity)
        return phrase(self._name_mark(actor), self._ties(actor)) if actor else ()

    def _ties(self, actor: Actor, beside: tuple[int, ...] = ()) -> Phrase:
        ties = joined("; ", self.affiliations(actor, beside))
        return phrase(" (", ties, ")") if ties else ()

    def _name_mark(self, actor: Actor) -> str:
        return self.mark_besides("actor", actor.id, *(f"affiliations.{at}" for at in range(len(actor.affiliations))))

    def affiliations(self, actor: Actor, beside: tuple[int, ...] = ()) -> Iterator[Phrase]:
        """Each body that the actor belongs to, with the words that say so."""
        name = " ".join(quote.text for quote in actor.name)
        for position, link in enumerate(actor.affiliations):
            mark = self.mark("actor", actor.id, f"affiliations.{position}")
            held = bool(link.evidence) and all(quote.text in name for quote in link.evidence)
            if mark or not (held or (link.evidence and link.actor in beside)):
                shown = self.words(link.evidence) or phrase("not stated in the article")
                yield phrase("of ", self.name(link.actor), ": ", shown, mark)

    def leading(self) -> frozenset[int | None]:
        """Actors that the page introduces where they speak, threaten or are named as authors."""
        assessed = (incident.assessment for incident in self.brief.incidents if incident.assessment)
        return frozenset(
            [said.speaker for said in self.brief.statements]
            + [threat.issuer for threat in self.own_threats()]
            + [warning.speaker for warning in self.brief.warnings]
            + [one.actor for assessment in assessed for one in assessment.attributed]
        )


def incident_groups(brief: UnverifiedBrief) -> dict[str, list[AssessedIncident]]:
    """The incidents by the letter of their section; those without a status sum up others and have none."""
    groups: dict[str, list[AssessedIncident]] = {letter: [] for letter in SECTIONS}
    for incident in brief.incidents:
        if incident.assessment is not None or not incident.summarises:
            groups[_letter(incident)].append(incident)
    return groups


SECTIONS = {
    "A": "ATTACKS",
    "B": "BLASTS, CAUSE NOT STATED",
    "F": "FIGHTING, AND ATTACKS NOT TOLD ONE BY ONE",
    "H": phrasing.FRAME["background"],
    "E": phrasing.FRAME["exercise"],
}
"""Letter and title of each section of incidents."""


def _letter(incident: AssessedIncident) -> str:
    if incident.frame != "current":
        return "H" if incident.frame == "background" else "E"
    if incident.kind == "explosion":
        return "B"
    return "F" if incident.aggregate or incident.kind == "clashes" else "A"
