"""Which statements on an incident weigh: what cancels what, before any table is asked."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from summarizer.conflict.derivation.facets import facets_of
from summarizer.conflict.derivation.relations import Speaker, speaker_of
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import (
    ACCUSES,
    DENIES_DOING_IT,
    DENIES_IT_HAPPENED,
    DISPUTES,
    FOR_ITS_SIDE,
    RETRACTS,
    SAID_TO_NAME_THE_DOER,
    SAYS_IT_HAPPENED,
)
from summarizer.documents.quotes import Quote
from summarizer.schemas.brief import Incident, Statement, Support
from summarizer.schemas.vocabulary import Facet, Relation, StatementKind

Bearing = Literal["states", "presupposes", "denies", "disputes", "withdraws", "corrects", "none"]
"""What a statement does to the account that an incident happened.

- states: says that it happened
- presupposes: lays blame in a way that takes it for granted
- denies: says that it did not happen
- disputes: grants that something happened, contradicts the account
- withdraws: takes back that it happened
- corrects: contradicts or takes back a part of the account that leaves the event standing
- none
"""
WEIGHS: frozenset[Bearing] = frozenset({"states", "presupposes", "denies", "disputes"})
"""Replaces an earlier word on the incident, and can be replaced."""

BEARS_ALWAYS: Mapping[StatementKind, Bearing] = {
    **dict.fromkeys(SAYS_IT_HAPPENED, "states"),
    **dict.fromkeys(DENIES_IT_HAPPENED, "denies"),
}
DIRECT_BLAME = frozenset({"carried_out", "ordered"})
LEAVES_THE_EVENT_STANDING: frozenset[Facet] = frozenset({"author", "toll"})
"""Who disputes no more than these grants that it happened."""
_BINDS_THE_AUTHOR = re.compile(
    r"\s*(?:been\s+)?(?:carried\s+out\s+|fired\s+|planted\s+|launched\s+)?by\b", re.IGNORECASE
)


def bearing(statement: Statement) -> Bearing:
    """What a statement does to the account that its incidents happened, hedged or not.

    Only blame for carrying it out or ordering it says that it happened; for arming, allowing or supporting, blame takes
    that for granted. A dispute or a retraction that names no part of the account is of the whole.
    """
    contradicted = frozenset(statement.contradicts) or {"happened"}
    if statement.kind in ACCUSES:
        return "states" if statement.role in DIRECT_BLAME else "presupposes"
    if statement.kind in DISPUTES:
        return "corrects" if contradicted <= LEAVES_THE_EVENT_STANDING else "disputes"
    if statement.kind in RETRACTS:
        return "withdraws" if "happened" in contradicted else "corrects"
    return BEARS_ALWAYS.get(statement.kind, "none")


@dataclass(frozen=True)
class Voice:
    """One statement on one incident, with all that the tables ask of it.

    Attributes:
        statement: what is said.
        by: who says it.
        relation: what the speaker is to the incident.
        shown: the article's words show that relation, or the speaker is a public body.
        facets: the parts of the account that the statement covers.
        doubtful_event: a hedge binds more than the author.
    """

    statement: Statement
    by: Speaker
    relation: Relation
    shown: bool
    facets: tuple[Facet, ...]
    doubtful_event: bool

    @property
    def number(self) -> int:
        """Id of the statement."""
        return self.statement.id

    @property
    def speaker(self) -> int | None:
        """Who says it; None for the outlet."""
        return self.statement.speaker

    @property
    def side(self) -> int | None:
        """The outermost actor that the speaker belongs to; None for the outlet."""
        return self.by.side

    @property
    def anonymous(self) -> bool:
        """The speaker is not named in the article."""
        return self.by.actor.identity != "named"

    @cached_property
    def bearing(self) -> Bearing:
        """What it does to the account that the incident happened."""
        return bearing(self.statement)

    @cached_property
    def place(self) -> int:
        """Offset of its words in the article: its order in time where nothing else is said."""
        return min((quote.start for quote in self.statement.cue + self.statement.content), default=0)

    @property
    def hedged(self) -> bool:
        """A hedge binds some facet of it; if no other, the author."""
        return bool(self.statement.hedge)

    @property
    def first_hand(self) -> bool:
        """It is neither hearsay nor said in custody."""
        return self.statement.knowledge not in {"hearsay", "custody"}

    @property
    def free(self) -> bool:
        """It is not said in custody."""
        return self.statement.knowledge != "custody"


class Voices(tuple[Voice, ...]):
    """Voices in the order of the article; each question leaves those of whom the answer is yes."""

    __slots__ = ()

    def that(self, question: Callable[[Voice], bool]) -> "Voices":
        """Those of whom this holds."""
        return Voices(filter(question, self))

    def by(self, *relations: Relation) -> "Voices":
        """Those whose speaker is one of these to the incident."""
        return self.that(lambda voice: voice.relation in relations)

    def not_by(self, *relations: Relation) -> "Voices":
        """Those whose speaker is none of these to the incident."""
        return self.that(lambda voice: voice.relation not in relations)

    def of(self, kinds: frozenset[StatementKind]) -> "Voices":
        """Those whose statement is of one of these kinds."""
        return self.that(lambda voice: voice.statement.kind in kinds)

    def bearing(self, *bearings: Bearing) -> "Voices":
        """Those that do one of these to the account that the incident happened."""
        return self.that(lambda voice: voice.bearing in bearings)

    def without(self, others: "Voices") -> "Voices":
        """Those whose statements are not among those of the others."""
        numbers = others.numbers
        return self.that(lambda voice: voice.number not in numbers)

    def given(self, others: "Voices") -> "Voices":
        """These, where there are the others too; else nobody."""
        return self if others else NOBODY

    def unless(self, others: "Voices") -> "Voices":
        """These, where there are none of the others; else nobody."""
        return NOBODY if others else self

    @property
    def certain(self) -> "Voices":
        """Those without a hedge on the event."""
        return self.that(lambda voice: not voice.doubtful_event)

    @property
    def first_hand(self) -> "Voices":
        """Those that are neither hearsay nor said in custody."""
        return self.that(lambda voice: voice.first_hand)

    @property
    def support(self) -> tuple[Support, ...]:
        """Each as a line of a basis: who, in what relation, on which facets."""
        return tuple(Support(statement=each.number, relation=each.relation, facets=each.facets) for each in self)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Ids of their statements, each once."""
        return tuple(dict.fromkeys(voice.number for voice in self))

    @property
    def speakers(self) -> tuple[int | None, ...]:
        """Who they are, each once; None for the outlet."""
        return tuple(dict.fromkeys(voice.speaker for voice in self))


NOBODY = Voices()


def together(some: Voices, others: Voices) -> Voices:
    """All of them, for a row that needs a word of each; nobody where one is missing."""
    return Voices((*some.given(others), *others.given(some)))


@dataclass(frozen=True)
class Case:
    """One incident with the voices that weigh, and the positive ones that were taken back."""

    incident: Incident
    voices: Voices
    taken_back: Voices
    accused: frozenset[int]

    @cached_property
    def positives(self) -> Voices:
        """Voices that say that it happened, hedged or not."""
        return self.voices.bearing("states")

    @cached_property
    def firm(self) -> Voices:
        """Voices that say so without a hedge."""
        return self.positives.certain

    @cached_property
    def denials(self) -> Voices:
        """Voices that deny that it happened."""
        return self.voices.bearing("denies")

    @property
    def unclaimed(self) -> bool:
        """Somebody says that nobody has claimed it."""
        return any(voice.statement.kind == "no_claim" for voice in self.voices)


def case(incident: Incident, items: Items, accused: frozenset[int]) -> Case:
    """Gather the voices on an incident.

    Args:
        incident: the incident.
        items: the items of the article, their relations settled.
        accused: every actor that somebody says did it.
    """
    every = Voices(sorted(_voices(incident, items), key=lambda voice: (voice.place, voice.number)))
    cancelled = _cancelled(every)
    return Case(
        incident=incident,
        voices=_consistent(every.without(cancelled)),
        taken_back=cancelled.bearing("states"),
        accused=accused,
    )


def _voices(incident: Incident, items: Items) -> Iterator[Voice]:
    for statement in items.statements_on(incident.id):
        link = next(link for link in statement.about if link.incident == incident.id)
        speaker = speaker_of(statement, items)
        yield Voice(
            statement=statement,
            by=speaker,
            relation=link.relation,
            shown=bool(link.evidence) or speaker.actor.kind == "public_body",
            facets=facets_of(statement, incident),
            doubtful_event=any(not _binds_the_author(hedge, statement) for hedge in statement.hedge),
        )


def _binds_the_author(hedge: Quote, statement: Statement) -> bool:
    """Whether a hedge stands right before the author.

    'Allegedly by rebels' doubts the rebels only, 'reportedly bombed by rebels' the bombing.
    """
    after = [said.text[hedge.end - said.start :] for said in statement.content if said.holds(hedge)]
    return any(map(_BINDS_THE_AUTHOR.match, after))


# --- what cancels what ------------------------------------------------------------------------------


def _cancelled(voices: Voices) -> Voices:
    """Statements that their own speaker, or its side, replaced or took back; nothing that is cancelled cancels."""
    cancelled: set[int] = set()
    for voice in reversed(
        voices.that(_may_cancel).that(_means_others)
    ):  # of two that replace each other, the later stands
        if voice.number not in cancelled:
            others = _meant(voice, voices.without(Voices((voice,))))
            cancelled.update(others.bearing(*WEIGHS).that(partial(_may_replace, voice)).numbers)
    return voices.that(lambda voice: voice.number in cancelled)


def _may_cancel(voice: Voice) -> bool:
    """Whether it is a firm word on the incident, and not said in custody.

    An announcement or a posture replaces nothing.
    """
    if voice.hedged or not voice.free:
        return False
    return voice.bearing in WEIGHS or voice.statement.kind in FOR_ITS_SIDE


def _means_others(voice: Voice) -> bool:
    """Whether it is meant to replace or take back anything."""
    return bool(voice.statement.supersedes) or voice.statement.kind in RETRACTS | DENIES_DOING_IT


def _meant(voice: Voice, voices: Voices) -> Voices:
    """What a statement is meant to replace or take back.

    That is what it names. A retraction that names nothing means whatever was said before; who denies having done it
    also means the claims.
    """
    named = voices.that(lambda other: other.number in voice.statement.supersedes)
    if voice.statement.kind in RETRACTS:
        earlier = voices.that(lambda other: other.place <= voice.place)
        return (named or earlier).that(lambda other: _takes_back(voice, other))
    if voice.statement.kind in DENIES_DOING_IT:  # "hacked, not ours": its own side's claim is none
        return Voices((*named, *voices.that(lambda other: other.statement.kind == "claim")))
    return named


def _takes_back(retraction: Voice, earlier: Voice) -> bool:
    """Whether a retraction is of the earlier statement itself, and not of a part of the account such as the toll.

    Who takes back the author has taken back a claim or an accusation.
    """
    if retraction.bearing == "withdraws":
        return True
    return "author" in retraction.statement.contradicts and earlier.statement.kind in SAID_TO_NAME_THE_DOER


def _may_replace(voice: Voice, other: Voice) -> bool:
    """Whether it is the speaker's to replace.

    Only one's own word is; a retraction or a disowned claim also speaks for one's side.
    """
    if other.speaker == voice.speaker:
        return True
    return voice.statement.kind in FOR_ITS_SIDE and other.side == voice.side


def _consistent(voices: Voices) -> Voices:
    """The voices without what one side says both ways; of a single speaker the later word stands.

    Hedged words contradict nobody.
    """
    dropped: set[int] = set()
    for denial in voices.bearing("denies").certain:
        for positive in voices.bearing("states").certain:
            dropped.update(_dropped(positive, denial).numbers)
    kept = voices.that(lambda voice: voice.number not in dropped)
    # Where nothing else is said, the contradiction itself is what the article tells: it is disputed.
    return kept if kept.bearing("states", "denies") else voices


def _dropped(positive: Voice, denial: Voice) -> Voices:
    """Which of two contrary statements count for nothing.

    Where two speakers of one side contradict each other, both; of a single speaker, the earlier. Speakers of two sides
    may differ: that is what the occurrence table is for.
    """
    if denial.side is None or positive.side != denial.side:
        return NOBODY
    if positive.speaker != denial.speaker:
        return Voices((positive, denial))
    if positive.place == denial.place:
        return NOBODY
    return Voices([min(positive, denial, key=lambda voice: voice.place)])
