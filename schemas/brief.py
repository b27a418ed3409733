"""What a reader may trust: items whose every word was found in the article, with derived statuses.

They are the declared items over quotations; what code derives of them stands in classes of their own. Only the verifier
makes a `Brief`; one that comes from a file is an `UnverifiedBrief`.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.briefs import OnlyFromTheVerifier, StoredBrief
from summarizer.pointing.roles import Refers
from summarizer.schemas import declared
from summarizer.schemas.vocabulary import (
    ActorAttribution,
    Conditionality,
    Corroboration,
    Delivery,
    Facet,
    Grounds,
    IncidentAttribution,
    Occurrence,
    Relation,
)

Affiliation = declared.Affiliation[Quote]
Actor = declared.Actor[Quote]
Target = declared.Target[Quote]
Casualty = declared.Casualty[Quote]
Incident = declared.Incident[Quote]
About = declared.About[Quote]
Statement = declared.Statement[Quote]
Threat = declared.Threat[Quote]
ThirdPartyWarning = declared.ThirdPartyWarning[Quote]


class CountedCasualty(declared.Casualty[Quote]):
    """A count of harm with the numbers that its words allow."""

    at_least: int | None = Field(default=None, description="Lowest number that the words allow; null if not a number.")
    at_most: int | None = Field(default=None, description="Highest number that the words allow; null if open.")


class Support(Part):
    """One statement that a status rests on: who, in what relation, and which facets it covers."""

    statement: Annotated[int, Refers("statement")]
    relation: Relation
    facets: tuple[Facet, ...] = ()


class Basis(Part):
    """Why an occurrence is what it is: the row of the table and the statements it rests on."""

    row: int = Field(description="Row of the occurrence table, from 1.")
    grounds: Grounds
    support: tuple[Support, ...] = ()
    against: tuple[Support, ...] = Field(default=(), description="Statements that deny or dispute it.")
    anonymous: bool = Field(default=False, description="Every supporting source is unnamed.")
    differ_on: tuple[Facet, ...] = Field(default=(), description="Facets on which the accounts differ.")


class Attributed(Part):
    """What the article supports about one actor's authorship."""

    actor: Annotated[int, Refers("actor")]
    status: ActorAttribution
    statements: Annotated[tuple[int, ...], Refers("statement")] = Field(description="Statements that it rests on.")
    accusers: Annotated[tuple[int | None, ...], Refers("actor")] = Field(
        default=(), description="Who accuses it; null is the outlet."
    )


class Assessment(Part):
    """The derived statuses of one incident."""

    occurrence: Occurrence
    basis: Basis
    derived: Occurrence | None = Field(
        default=None, description="What the table gives; `occurrence` is less sure where the reader judges otherwise."
    )
    occurrence_differs: bool = Field(default=False, description="The reader judges the occurrence otherwise.")
    contested: bool = False
    attribution: IncidentAttribution
    derived_attribution: IncidentAttribution | None = Field(
        default=None, description="What the table gives; `attribution` says less where the reader takes it for less."
    )
    author_differs: bool = Field(default=False, description="The reader judges the authorship otherwise.")
    attributed: tuple[Attributed, ...] = ()
    unclaimed: bool = Field(default=False, description="The article says that nobody has claimed it.")
    corroboration: Corroboration
    facets: tuple[Support, ...] = Field(default=(), description="Facets each statement on it covers.")
    not_stated: tuple[str, ...] = Field(default=(), description="Slots that nobody states, by field name.")


class AssessedIncident(declared.Incident[Quote]):
    """An incident with what is derived of it."""

    casualties: tuple[CountedCasualty, ...] = ()
    day: date | None = Field(
        default=None, description="The day that the time means, where the day of publication is known and leaves one."
    )
    first_day: date | None = Field(default=None, description="The first of the days that the time means.")
    last_day: date | None = Field(default=None, description="The last of them.")
    day_rule: str = Field(default="", description="The rule by which the words mean these days.")
    assessment: Assessment | None = Field(
        default=None, description="The derived statuses; null only for an incident that merely sums up others."
    )


class AssessedThreat(declared.Threat[Quote]):
    """A threat with what is derived of it."""

    delivery: Delivery = Field(default="paraphrased", description="quoted: the content stands in quotation marks.")
    conditionality: Conditionality = "none"


class UnverifiedBrief(declared.Lists[Quote], StoredBrief):
    """A brief as it stands in a file: nothing in it is vouched for until it is verified again."""

    incidents: tuple[AssessedIncident, ...] = ()
    threats: tuple[AssessedThreat, ...] = ()


class Brief(UnverifiedBrief, OnlyFromTheVerifier):
    """A verified brief. Only the verifier makes one; load files as `UnverifiedBrief`."""
