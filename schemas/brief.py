"""What a reader may trust: items whose every word was found in the article, with derived statuses.

The items mirror those of a draft, field by field, with each mention located (`Quote`). Only the
verifier makes a `Brief`; one that comes from a file is an `UnverifiedBrief`.
"""

from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, ValidationInfo, model_validator

from summarizer.schemas.vocabulary import (
    ActorAttribution,
    ActorKind,
    BlameRole,
    Conditionality,
    Corroboration,
    Delivery,
    Disposition,
    Facet,
    Frame,
    Grounds,
    Identity,
    IncidentAttribution,
    IncidentKind,
    ItemKind,
    Knowledge,
    Occurrence,
    Outcome,
    Policy,
    Relation,
    Severity,
    Stage,
    StatementKind,
    TargetKind,
    ThreatForm,
    ThreatStatus,
)


class Trusted(BaseModel):
    """A part of a brief: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Trusted):
    """Words of the article with their place; offsets count code points of `Document.text`."""

    sentence: int = Field(description="Number of the sentence, from 1.")
    start: int = Field(description="Offset of the first character.")
    end: int = Field(description="Offset after the last character.")
    text: str = Field(description="The article's characters from start to end.")


Quotes = tuple[Quote, ...]


class Affiliation(Trusted):
    """Membership, leadership or ownership; without evidence it is not stated in the article."""

    actor: int
    evidence: Quotes = ()


class Actor(Trusted):
    """A person, group, state, body or outlet."""

    id: int
    name: Quotes
    aliases: Quotes = ()
    kind: ActorKind
    identity: Identity
    affiliations: tuple[Affiliation, ...] = ()


class Target(Trusted):
    """Somebody or something struck, aimed at or threatened."""

    kind: TargetKind
    text: Quotes


class Casualty(Trusted):
    """One count of harm to people, as one source gives it; a source of None is the article itself."""

    outcome: Outcome
    count: Quotes = ()
    whom: Quotes = ()
    cue: Quotes = ()
    source: int | None = None
    at_least: int | None = Field(default=None, description="Lowest number that the words allow; null if not a number.")
    at_most: int | None = Field(default=None, description="Highest number that the words allow; null if open.")


class About(Trusted):
    """The relation of a statement's speaker to one incident, as the table settled it."""

    incident: int
    relation: Relation
    evidence: Quotes = ()


class Statement(Trusted):
    """Somebody saying something; a speaker of None is the outlet itself."""

    id: int
    kind: StatementKind
    speaker: int | None = None
    speaker_words: Quotes = ()
    relayed_by: tuple[int, ...] = ()
    cue: Quotes = ()
    content: Quotes = ()
    hedge: Quotes = ()
    about: tuple[About, ...] = ()
    whom: tuple[int, ...] = ()
    role: BlameRole = "unspecified"
    contradicts: tuple[Facet, ...] = ()
    knowledge: Knowledge = "not_stated"
    supersedes: tuple[int, ...] = ()


class Support(Trusted):
    """One statement that a status rests on: who, in what relation, and which facets it covers."""

    statement: int
    relation: Relation
    facets: tuple[Facet, ...] = ()


class Basis(Trusted):
    """Why an occurrence is what it is: the row of the table and the statements it rests on."""

    row: int = Field(description="Row of the occurrence table, from 1.")
    grounds: Grounds
    support: tuple[Support, ...] = ()
    against: tuple[Support, ...] = Field(default=(), description="Statements that deny or dispute it.")
    anonymous: bool = Field(default=False, description="Every supporting source is unnamed.")
    differ_on: tuple[Facet, ...] = Field(default=(), description="Facets on which the accounts differ.")


class Attributed(Trusted):
    """What the article supports about one actor's authorship."""

    actor: int
    status: ActorAttribution
    statements: tuple[int, ...] = Field(description="Statements that it rests on.")
    accusers: tuple[int | None, ...] = Field(default=(), description="Who accuses it; null is the outlet.")


class Assessment(Trusted):
    """The derived statuses of one incident."""

    occurrence: Occurrence
    basis: Basis
    contested: bool = False
    attribution: IncidentAttribution
    attributed: tuple[Attributed, ...] = ()
    unclaimed: bool = Field(default=False, description="The article says that nobody has claimed it.")
    corroboration: Corroboration
    facets: tuple[Support, ...] = Field(default=(), description="Facets each statement on it covers.")
    not_stated: tuple[str, ...] = Field(default=(), description="Slots that nobody states, by field name.")


class Incident(Trusted):
    """One act of physical violence that the article speaks of."""

    id: int
    kind: IncidentKind
    words: Quotes = ()
    stage: Stage
    stage_words: Quotes = ()
    frame: Frame
    frame_words: Quotes = ()
    aggregate: bool = False
    targets: tuple[Target, ...] = ()
    perpetrator_words: Quotes = ()
    place: Quotes = ()
    time: Quotes = ()
    day: date | None = Field(
        default=None, description="The day that the time means, where the day of publication is known and leaves one."
    )
    weapon: Quotes = ()
    casualties: tuple[Casualty, ...] = ()
    damage: Quotes = ()
    trigger: Quotes = ()
    summarises: tuple[int, ...] = ()
    assessment: Assessment | None = Field(
        default=None, description="The derived statuses; null only for an incident that merely sums up others."
    )


class Threat(Trusted):
    """An issuer saying that it will do, or cause, physical harm."""

    id: int
    issuer: int
    issuer_words: Quotes = ()
    on_behalf_of: tuple[int, ...] = ()
    relayed_by: tuple[int, ...] = ()
    cue: Quotes = ()
    content: Quotes = ()
    targets: tuple[Target, ...] = ()
    action: Quotes = ()
    means: Quotes = ()
    condition: Quotes = ()
    deadline: Quotes = ()
    time: Quotes = ()
    form: ThreatForm
    status: ThreatStatus
    status_words: Quotes = ()
    restates: int | None = None
    delivery: Delivery = Field(default="paraphrased", description="quoted: the content stands in quotation marks.")
    conditionality: Conditionality = "none"


class ThirdPartyWarning(Trusted):
    """Somebody warning that somebody else may attack."""

    id: int
    speaker: int | None = None
    speaker_words: Quotes = ()
    feared: tuple[int, ...] = ()
    cue: Quotes = ()
    content: Quotes = ()
    place: Quotes = ()
    time: Quotes = ()


class Finding(Trusted):
    """What the verifier says of one value or item, in words of its own."""

    check: str = Field(description="Name of the check, as in the table of checks.")
    code: str = Field(description="Stable code of what was found.")
    severity: Severity = Field(description="reject: dropped; warn: kept with a visible mark; note: only told.")
    item: ItemKind | None = Field(description="Kind of the item; null for the document.")
    id: int | None = Field(description="Id of the item; the sentence's number for the document.")
    field: str = Field(default="", description="Path of the value within the item, such as 'targets.0.text'.")
    message: str = Field(description="One fixed sentence; never the extractor's words.")
    quotes: Quotes = Field(default=(), description="The article's words that it is about.")


UNREAD = "unread"
"""Code of the finding on sentences of a long article for which no answer came; its quotes are the sentences."""


class ItemOutcome(Trusted):
    """How one proposed item ended."""

    item: ItemKind
    id: int
    disposition: Disposition
    into: int | None = Field(default=None, description="The item that it was merged into, or that took its place.")
    because: str = Field(default="", description="Code of the finding that decided it.")


class Rejected(Trusted):
    """Text that an extractor proposed and the article lacks. Kept apart; never shown as the article's."""

    item: ItemKind
    id: int
    field: str
    raw: str


class Audit(Trusted):
    """What became of everything that was proposed, and what nothing that was proposed speaks of."""

    outcomes: tuple[ItemOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    uncovered: Quotes = Field(default=(), description="Sentences with threat or attack words that no item cites.")
    rejected_raw: tuple[Rejected, ...] = ()


class Dateline(Trusted):
    """Place, date and agency at the head of an article, each only where stated."""

    place: Quote | None = None
    date: Quote | None = None
    agency: Quote | None = None


class Source(Trusted):
    """Which document a brief is of."""

    sha256: str = Field(description="SHA-256 of the document's text, UTF-8 encoded, in hexadecimal.")
    characters: int = Field(description="Length of the text in code points.")
    sentences: int
    paragraphs: tuple[int, ...] = Field(description="For each paragraph, the number of its first sentence.")
    title: Quote | None = None
    dateline: Dateline | None = None
    published: str | None = Field(default=None, description="ISO date, where the caller gave one.")


class UnverifiedBrief(Trusted):
    """A brief as it stands in a file: nothing in it is vouched for until it is verified again."""

    version: int = 1
    source: Source
    policy: Policy = "standard"
    actors: tuple[Actor, ...] = ()
    incidents: tuple[Incident, ...] = ()
    statements: tuple[Statement, ...] = ()
    threats: tuple[Threat, ...] = ()
    warnings: tuple[ThirdPartyWarning, ...] = ()
    audit: Audit = Audit()


class Brief(UnverifiedBrief):
    """A verified brief. Only the verifier makes one; load files as `UnverifiedBrief`."""

    @model_validator(mode="wrap")
    @classmethod
    def _only_the_verifier(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(data, cls) or (info.context or {}).get("verified"):
            return handler(data)
        raise ValueError(
            "only the verifier makes a Brief; load this as UnverifiedBrief and verify it against its article"
        )
