"""What many articles tell together: each incident once, with who says what of it, whose text it is, and how it changed.

Nothing in it is without words of an article. Statuses are derived by the tables that derive them in one article, over all
statements, each counted once however often it was printed.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from summarizer.documents.quotes import Part
from summarizer.pointing.briefs import Policy
from summarizer.schemas.vocabulary import (
    ActorAttribution,
    BlameRole,
    Conditionality,
    Corroboration,
    Facet,
    Frame,
    Grounds,
    IncidentAttribution,
    IncidentKind,
    Occurrence,
    Outcome,
    ReadOccurrence,
    Relation,
    Stage,
    StatementKind,
    ThreatStatus,
)

ArticleKey = str
"""What an article is known by in a digest, and in every other digest that holds it."""


class Cite(Part):
    """Words of an article with their place; offsets count code points of its text."""

    article: ArticleKey
    paragraph: int = Field(description="Number of the paragraph, from 1.")
    sentence: int = Field(description="Number of the sentence, from 1.")
    start: int
    end: int
    text: str


Cites = tuple[Cite, ...]


class DigestArticle(Part):
    """One article of the digest."""

    key: ArticleKey
    sha256: str = Field(description="SHA-256 of its text.")
    name: str = Field(default="", description="Its file, or the address it was read from.")
    title: str = ""
    outlet: str = ""
    published: date | None = None
    address: str = ""
    read_by: str | None = Field(default=None, description="model, coder or another extractor.")
    text_of: ArticleKey | None = Field(default=None, description="The oldest article that prints the same text.")
    credits: str = Field(default="", description="Whose text it says to print, or to rest on.")
    credit_words: str = Field(
        default="", description="The words that say so, as they stand in the article or beside it."
    )
    withdrawn_by: Cites = Field(
        default=(), description="Words by which its outlet withdrew it, or the text that it prints."
    )
    corrected_by: Cites = Field(default=(), description="Words by which its outlet corrected it later.")


class DigestStatement(Part):
    """What one speaker says to one effect, however many articles carry it."""

    id: int = Field(description="1, 2, 3 … within the incident.")
    kind: StatementKind
    speaker: str = Field(
        default="", description="Who says it, as the oldest article names it; empty: articles in their own voice."
    )
    named: bool = Field(default=True, description="It is named, and not only described.")
    of: tuple[str, ...] = Field(default=(), description="What it belongs to, as articles state.")
    relation: Relation
    whom: tuple[str, ...] = Field(default=(), description="Whom it names as doers, blames, clears or claims for.")
    role: BlameRole = "unspecified"
    contradicts: tuple[Facet, ...] = ()
    hedged: bool = False
    second_hand: bool = False
    marked: bool = Field(default=False, description="A check doubts it in the oldest article.")
    idle: Literal["", "taken_back", "withdrawn", "own_report", "not_shown"] = Field(
        default="",
        description=(
            "Why it weighs nothing: taken_back or replaced by its own side; withdrawn with every article that carries it;"
            " own_report: an outlet withdraws what others tell as well; not_shown: no article's words tie it to the incident."
            " Empty where it weighs."
        ),
    )
    first: date | None = Field(default=None, description="Day of the oldest article that carries it.")
    last: date | None = Field(default=None, description="Day of the newest.")
    said: Cites = Field(description="The words, in the oldest article.")
    carried_by: tuple[ArticleKey, ...] = Field(
        description="Every article that carries it, the oldest first; copies among them."
    )
    texts: int = Field(description="How many texts that are; copies of a text count once.")
    via: tuple[str, ...] = Field(default=(), description="Through whom it came to the articles, where they say so.")


class DigestToll(Part):
    """One count of harm by one source, where it first stands."""

    outcome: Outcome
    source: str = Field(default="", description="Who gives it; empty: articles in their own voice.")
    at_least: int | None = None
    at_most: int | None = None
    day: date | None = None
    count: Cites
    whom: Cites = Field(default=(), description="Who is counted, in the words beside it.")
    stands: bool = Field(default=True, description="It is the source's last word on this harm.")
    change: Literal["first", "up", "down", "other"] = Field(
        default="first", description="Against the same source's word before."
    )


class Side(Part):
    """One of the accounts that contradict each other."""

    who: tuple[str, ...]
    says: Cites


class DigestConflict(Part):
    """A part of the account on which sources contradict each other."""

    facet: Facet
    sides: tuple[Side, ...]


class DigestDoer(Part):
    """Somebody who is said to have done it."""

    name: str
    named: bool = True
    status: ActorAttribution
    by: tuple[str, ...] = Field(default=(), description="Who accuses it; empty names are articles in their own voice.")
    statements: tuple[int, ...] = ()


FollowUpKind = Literal[
    "arrest", "trial", "funeral", "death", "release", "repair", "inquiry", "correction", "withdrawal"
]


class FollowUp(Part):
    """What came of an incident afterwards."""

    kind: FollowUpKind
    day: date | None
    words: Cites


ChangeKind = Literal[
    "said", "status_up", "status_down", "status", "attribution", "toll_up", "toll_down", "follow_up", "withdrawn"
]


class DigestChange(Part):
    """What one day's articles changed in what is known of an incident or a threat."""

    day: date | None
    what: ChangeKind
    says: StatementKind | Occurrence | IncidentAttribution | Outcome | FollowUpKind | ThreatStatus = Field(
        description="What was said, or what the status is from then on."
    )
    before: str = Field(default="", description="What it was before.")
    who: tuple[str, ...] = Field(default=(), description="By whose word.")
    words: Cites = ()
    alert: bool = Field(default=False, description="It is less sure than before, or was withdrawn.")


class DigestBasis(Part):
    """Why the occurrence is what it is."""

    row: int = Field(description="Row of the occurrence table, from 1.")
    grounds: Grounds
    support: tuple[int, ...] = Field(default=(), description="Statements that it rests on.")
    against: tuple[int, ...] = Field(default=(), description="Statements that deny or dispute it.")
    anonymous: bool = False
    differ_on: tuple[Facet, ...] = ()


OpinionVerdict = Literal["same", "different", "unclear"]


class DigestOpinion(Part):
    """What a model that was asked says of two incidents: it joins nothing, and points to words of both."""

    verdict: OpinionVerdict
    words: Cites = ()


class Likewise(Part):
    """Another incident of the digest that may be the same one: for an analyst to decide."""

    incident: str
    odds: float = Field(description="Logarithm of the odds that they are one, by the words in common.")
    speaks_for: tuple[str, ...] = Field(
        default=(), description="Measures of likeness that speak for it (docs/digest.md)."
    )
    speaks_against: tuple[str, ...] = ()
    opinion: DigestOpinion | None = None


class DigestIncident(Part):
    """One act of violence, as all articles tell it."""

    id: str = Field(description="Stays the same while articles, toll, claimants or names of places are added.")
    kind: IncidentKind
    stage: Stage
    frame: Frame
    first_day: date | None = None
    last_day: date | None = None
    days: Cites = Field(default=(), description="The words that say when.")
    place: Cites = ()
    targets: tuple[Cites, ...] = ()
    words: Cites = Field(default=(), description="What the oldest article calls it.")
    told_in: tuple[ArticleKey, ...] = Field(description="Every article that tells it, the oldest first.")
    in_passing: tuple[ArticleKey, ...] = Field(
        default=(), description="Those of them that tell it only as an older event."
    )
    texts: int = Field(description="How many texts that are; copies of a text count once.")
    sources: int = Field(
        description="How many different sources say that it happened; unnamed ones described alike are one."
    )
    occurrence: Occurrence
    derived: Occurrence
    read_as: ReadOccurrence | None = None
    basis: DigestBasis
    contested: bool = False
    attribution: IncidentAttribution
    doers: tuple[DigestDoer, ...] = ()
    described: Cites = Field(default=(), description="Words for unnamed doers, as articles describe them: 'gunmen'.")
    corroboration: Corroboration
    statements: tuple[DigestStatement, ...]
    tolls: tuple[DigestToll, ...] = ()
    conflicts: tuple[DigestConflict, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    history: tuple[DigestChange, ...] = ()
    perhaps_same: tuple[Likewise, ...] = ()


ThreatState = Literal["open", "deadline_passed", "escalated", "withdrawn", "carried_out", "hoax", "background"]


class ThreatTelling(Part):
    """One article's telling of a threat."""

    article: ArticleKey
    day: date | None
    as_what: Literal["first", "again", "escalated", "withdrawn", "carried_out"]
    words: Cites


class DigestThreat(Part):
    """One threat, as all articles tell it."""

    id: str
    issuer: str
    of: tuple[str, ...] = Field(default=(), description="For whom it is made.")
    targets: tuple[Cites, ...] = ()
    action: Cites = ()
    condition: Cites = ()
    conditionality: Conditionality = "none"
    deadline: Cites = ()
    deadline_day: date | None = None
    status: ThreatState
    tellings: tuple[ThreatTelling, ...]
    told_in: tuple[ArticleKey, ...]
    texts: int


class DigestWarning(Part):
    """Somebody warning that somebody else may attack."""

    speaker: str
    words: Cites
    told_in: tuple[ArticleKey, ...]


QuestionKind = Literal["awaited_comment", "deadline_passed", "unverified"]


class OpenQuestion(Part):
    """What the articles leave open."""

    kind: QuestionKind
    about: str = Field(description="Id of the incident or threat.")
    who: str = ""
    day: date | None = None
    words: Cites


class Regrouped(Part):
    """What has become of incidents of an earlier digest."""

    what: Literal["merged", "split"]
    incident: str = Field(description="Id that was there before: of several that are one now, the one that is left.")
    others: tuple[str, ...] = Field(description="Ids that are gone into it, or that came out of it.")


class Digest(Part):
    """All of it."""

    version: int = 1
    policy: Policy = "standard"
    first_day: date | None = None
    last_day: date | None = None
    made_of: tuple[ArticleKey, ...] = Field(
        default=(), description="Every article that was read for it, also where only a part of it is told."
    )
    articles: tuple[DigestArticle, ...]
    incidents: tuple[DigestIncident, ...] = ()
    older: tuple[DigestIncident, ...] = Field(default=(), description="Events that articles tell as history only.")
    threats: tuple[DigestThreat, ...] = ()
    warnings: tuple[DigestWarning, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    regrouped: tuple[Regrouped, ...] = Field(default=(), description="Against the names of an earlier digest.")
    not_linked: Cites = Field(
        default=(),
        description="Words for acts of which nobody says where, when or whom they struck: they cannot be known again.",
    )
