"""A story told by statements alone: the shortest way to put a case before the derivation tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from summarizer.conflict.derivation import assess, settled
from summarizer.conflict.items import Items
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.schemas.brief import About, Actor, Affiliation, Assessment, Incident, Statement, Target

SPEAKS_OF_AN_ATTACK = "the attack"


@dataclass
class Story:
    """One incident, the actors around it, and what they say, in the order in which it is told."""

    stage: Any = "accomplished"
    incident_kind: Any = "bombing"
    actors: dict[int, Actor] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)
    offset: int = 0

    def words(self, text: str = SPEAKS_OF_AN_ATTACK) -> tuple[Quote, ...]:
        """Words at the next free place of the imagined article."""
        self.offset += 100
        return (Quote(sentence=self.offset // 100, start=self.offset, end=self.offset + len(text), text=text),)

    def actor(self, kind: Any, *, of: int | None = None, identity: Any = "named") -> int:
        number = len(self.actors) + 1
        links = () if of is None else (Affiliation(actor=of, evidence=self.words("of the")),)
        self.actors[number] = Actor(
            id=number, name=self.words(f"Actor {number}"), kind=kind, identity=identity, affiliations=links
        )
        return number

    def says(
        self,
        kind: Any,
        speaker: int | None = None,
        relation: Any = "not_stated",
        *,
        shown: bool = True,
        hedge: str = "",
        content: str = SPEAKS_OF_AN_ATTACK,
        **more: Any,
    ) -> int:
        number = len(self.statements) + 1
        evidence = self.words("of the town") if shown else ()
        said = self.words(content)
        hedged = ()
        if hedge:
            start = said[0].start + content.index(hedge)
            hedged = (Quote(sentence=said[0].sentence, start=start, end=start + len(hedge), text=hedge),)
        self.statements[number] = Statement(
            id=number,
            kind=kind,
            speaker=speaker,
            content=said,
            hedge=hedged,
            about=(About(incident=1, relation=relation, evidence=evidence),),
            **more,
        )
        return number

    @property
    def incident(self) -> Incident:
        start = Quote(sentence=1, start=0, end=6, text="attack")
        base = Quote(sentence=1, start=10, end=18, text="the base")
        return Incident(
            id=1,
            kind=self.incident_kind,
            words=(start,),
            stage=self.stage,
            frame="current",
            targets=(Target(kind="thing", text=(base,)),),
        )

    def items(self, order: list[int] | None = None) -> Items:
        """The items, the statements in any order."""
        statements = {number: self.statements[number] for number in order or self.statements}
        unsettled = Items(
            document=Document(text="", sha256="", sentences=()),
            actors=self.actors,
            incidents={1: self.incident},
            statements=statements,
        )
        return Items(
            document=unsettled.document,
            actors=self.actors,
            incidents=unsettled.incidents,
            statements=settled(unsettled),
        )

    def assess(self, policy: Any = "standard", order: list[int] | None = None) -> Assessment | None:
        return assess(self.incident, self.items(order), policy)

    def occurrence(self, policy: Any = "standard") -> str | None:
        """The occurrence as 'status row', such as 'claimed 11'."""
        found = self.assess(policy)
        return None if found is None else f"{found.occurrence} {found.basis.row}"

    def attribution(self) -> str:
        found = self.assess()
        assert found is not None
        return found.attribution

    def of_actor(self, number: int) -> str:
        found = self.assess()
        assert found is not None
        return next(entry.status for entry in found.attributed if entry.actor == number)
