"""What many articles tell together: each incident once, with who says what of it, whose text it is, and how it changed.

Nothing in it is without words of an article. Statuses are derived by the tables that derive them in one article, over all
statements, each counted once however often it was printed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Literal

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


def _joined(*values: Cites) -> str:
    return " ".join(cite.text for cites in values for cite in cites)


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
    idle: Literal["", "taken_back", "withdrawn", "not_shown"] = Field(
        default="",
        description=(
            "Why it weighs nothing: taken_back or replaced by its own side; withdrawn with every article that carries it;"
            " not_shown: no article's words tie it to the incident. Empty where it weighs."
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

    @property
    def weighs(self) -> bool:
        """Whether statuses rest on it."""
        return not self.idle


class DigestToll(Part):
    """One count of harm by one source, where it first stands."""

    outcome: Outcome
    source: str = Field(default="", description="Who gives it; empty: articles in their own voice.")
    at_least: int | None = None
    at_most: int | None = None
    day: date | None = None
    count: Cites
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


class DigestOpinion(Part):
    """What a model that was asked says of two incidents: it joins nothing, and points to words of both."""

    verdict: Literal["same", "different", "unclear"]
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
    corroboration: Corroboration
    statements: tuple[DigestStatement, ...]
    tolls: tuple[DigestToll, ...] = ()
    conflicts: tuple[DigestConflict, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    history: tuple[DigestChange, ...] = ()
    perhaps_same: tuple[Likewise, ...] = ()

    def where(self) -> str:
        """The words for where it was, and for what was struck."""
        return _joined(self.place, *self.targets)

    def who(self) -> str:
        """All names in it."""
        people = (name for each in self.statements for name in (each.speaker, *each.of, *each.whom))
        return " ".join((*people, *(doer.name for doer in self.doers), _joined(*self.targets)))


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

    def where(self) -> str:
        """The words for whom or what it is aimed at, and on what condition."""
        return _joined(*self.targets, self.condition)

    def who(self) -> str:
        """All names in it."""
        return " ".join((self.issuer, *self.of, _joined(*self.targets)))


class DigestWarning(Part):
    """Somebody warning that somebody else may attack."""

    speaker: str
    words: Cites
    told_in: tuple[ArticleKey, ...]

    @property
    def id(self) -> str:
        """What it is known by: where its words begin."""
        return f"{self.words[0].article}.{self.words[0].start}" if self.words else ""

    def where(self) -> str:
        """Its words."""
        return _joined(self.words)

    def who(self) -> str:
        """Who warns, and its words."""
        return f"{self.speaker} {_joined(self.words)}"


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

    def cites(self) -> Iterator[Cite]:
        """Every quotation in it."""
        yield from _cites_in(self)

    def within(self, since: date | None, until: date | None) -> "Digest":
        """Of its incidents and threats those that an article of these days tells; None leaves an end open."""
        if since is until is None:
            return self
        days = {article.key: article.published for article in self.articles}

        def told(keys: Iterable[ArticleKey]) -> bool:
            return any(_is_within(days[key], since, until) for key in keys)

        return self._of(lambda item: told(item.told_in))

    def about(self, *, place: str | None = None, actor: str | None = None) -> "Digest":
        """Of its incidents and threats those that hold all words that are looked for.

        Args:
            place: words for where it was.
            actor: words by which somebody is named who did it, speaks of it, threatens or is struck.
        """
        if not (place or actor):
            return self
        return self._of(lambda item: _holds(place, item.where()) and _holds(actor, item.who()))

    def ids(self) -> frozenset[str]:
        """Of its incidents and threats, and the keys of its articles."""
        incidents = (each.id for each in (*self.incidents, *self.older))
        return frozenset((*incidents, *(each.id for each in self.threats), *(each.key for each in self.articles)))

    def holds(self, identity: str) -> bool:
        """Whether it has an incident, threat or article of this name."""
        return identity in self.ids()

    def _of(self, keep: "Callable[[DigestIncident | DigestThreat | DigestWarning], bool]") -> "Digest":
        kept = {
            name: tuple(filter(keep, getattr(self, name))) for name in ("incidents", "older", "threats", "warnings")
        }
        items: list[Any] = [item for name in ("incidents", "older", "threats") for item in kept[name]]
        ids = {item.id for item in items}
        told = {key for items in kept.values() for item in items for key in item.told_in}
        told |= {article.text_of for article in self.articles if article.key in told and article.text_of}
        return self.model_copy(
            update={
                **kept,
                "articles": tuple(article for article in self.articles if article.key in told),
                "questions": tuple(each for each in self.questions if each.about in ids),
                "regrouped": tuple(each for each in self.regrouped if each.incident in ids),
                "not_linked": tuple(each for each in self.not_linked if each.article in told),
            }
        )

    def differences(self, other: "Digest") -> Iterator[str]:
        """What another digest of the same articles says otherwise of what is in this one, a line each."""
        for name in ("articles", "incidents", "older", "threats"):
            theirs = {_id_of(item): item for item in getattr(other, name)}
            for item in getattr(self, name):
                yield from _otherwise(name, item, theirs.get(_id_of(item)))


def _id_of(item: Any) -> str:
    return str(item.key if isinstance(item, DigestArticle) else item.id)


_OF_ITS_COMPANY = frozenset({"perhaps_same", "in_passing"})
"""What depends on which other articles a digest holds."""


def _otherwise(name: str, stated: Any, found: Any) -> Iterator[str]:
    where = f"{name.removesuffix('s')} {_id_of(stated)}"
    if found is None:
        yield f"{where}: the articles give none such"
        return
    for field in type(stated).model_fields.keys() - _OF_ITS_COMPANY:
        if getattr(stated, field) != getattr(found, field):
            yield f"{where}, {field}: the articles give something else"


def _holds(words: str | None, told: str) -> bool:
    """Whether each of the words begins a word of what is told."""
    known = f" {' '.join(_WORDS.findall(told.casefold()))}"
    return all(f" {word}" in known for word in _WORDS.findall((words or "").casefold()))


_WORDS = re.compile(r"[\w]+")


def _is_within(day: date | None, since: date | None, until: date | None) -> bool:
    return day is None or ((since is None or since <= day) and (until is None or day <= until))


def _cites_in(held: Any) -> Iterator[Cite]:
    if isinstance(held, Cite):
        yield held
    elif isinstance(held, tuple):
        for member in held:
            yield from _cites_in(member)
    elif isinstance(held, Part):
        for name in type(held).model_fields:
            yield from _cites_in(getattr(held, name))
