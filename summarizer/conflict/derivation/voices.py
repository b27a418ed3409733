"""Which statements on an incident weigh: what cancels what, before any table is asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.conflict.derivation.facets import facets_of
from summarizer.conflict.derivation.relations import ARMED, kinds, party
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
from summarizer.schemas.vocabulary import Facet, Relation

DIRECT_BLAME = frozenset({"carried_out", "ordered"})
_BINDS_THE_AUTHOR = re.compile(
    r"\s*(?:been\s+)?(?:carried\s+out\s+|fired\s+|planted\s+|launched\s+)?by\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Voice:
    """One statement on one incident, with all that the tables ask of it.

    `side` is the outermost actor that the speaker belongs to (None for the outlet); `official`
    says that the speaker is an official or public body, and of no armed group.
    """

    statement: Statement
    relation: Relation
    shown: bool
    facets: tuple[Facet, ...]
    side: int | None
    official: bool
    public: bool
    armed: bool
    anonymous: bool
    doubtful_event: bool
    doubtful_author: bool

    @property
    def positive(self) -> bool:
        """It says that the incident happened."""
        statement = self.statement
        return statement.kind in SAYS_IT_HAPPENED or (statement.kind in ACCUSES and statement.role in DIRECT_BLAME)

    @property
    def firm(self) -> bool:
        """It says so without a hedge."""
        return self.positive and not self.doubtful_event

    @property
    def presupposes(self) -> bool:
        """It lays blame in a way that takes the incident for granted."""
        return self.statement.kind in ACCUSES and not self.positive

    @property
    def denies(self) -> bool:
        """It says that the incident did not happen."""
        return self.statement.kind in DENIES_IT_HAPPENED

    @property
    def disputes(self) -> bool:
        """It contradicts more of the account than its author or its toll."""
        statement = self.statement
        return statement.kind in DISPUTES and not (
            statement.contradicts and set(statement.contradicts) <= {"author", "toll"}
        )

    @property
    def withdraws(self) -> bool:
        """It takes back that the incident happened, and does not merely correct a part of the account."""
        statement = self.statement
        return statement.kind in RETRACTS and (not statement.contradicts or "happened" in statement.contradicts)

    @property
    def first_hand(self) -> bool:
        """It is neither hearsay nor said in custody."""
        return self.statement.knowledge not in {"hearsay", "custody"}

    def support(self) -> Support:
        """This voice as a line of a basis."""
        return Support(statement=self.statement.id, relation=self.relation, facets=self.facets)


@dataclass(frozen=True)
class Case:
    """One incident with the voices that weigh, and the positive ones that were taken back."""

    incident: Incident
    voices: tuple[Voice, ...]
    taken_back: tuple[Voice, ...]
    accused: frozenset[int]

    @property
    def positives(self) -> tuple[Voice, ...]:
        """Voices that say that it happened, hedged or not."""
        return tuple(voice for voice in self.voices if voice.positive)

    @property
    def firm(self) -> tuple[Voice, ...]:
        """Voices that say so without a hedge."""
        return tuple(voice for voice in self.voices if voice.firm)

    @property
    def denials(self) -> tuple[Voice, ...]:
        """Voices that deny that it happened."""
        return tuple(voice for voice in self.voices if voice.denies)

    @property
    def disputes(self) -> tuple[Voice, ...]:
        """Voices that grant something and contradict the account."""
        return tuple(voice for voice in self.voices if voice.disputes)


def case(incident: Incident, items: Items, accused: frozenset[int]) -> Case:
    """Gather the voices on an incident; `items` must have its relations settled."""
    every = tuple(sorted(_voices(incident, items), key=lambda voice: (place(voice.statement), voice.statement.id)))
    cancelled = _cancelled(every)
    live = tuple(voice for voice in every if voice.statement.id not in cancelled)
    return Case(
        incident=incident,
        voices=_consistent(live),
        taken_back=tuple(voice for voice in every if voice.positive and voice.statement.id in cancelled),
        accused=accused,
    )


def place(statement: Statement) -> int:
    """Offset of the statement in the article: its order in time where nothing else is said."""
    return min((quote.start for quote in (*statement.cue, *statement.content)), default=0)


def _voices(incident: Incident, items: Items) -> Iterable[Voice]:
    for statement in items.statements_on(incident.id):
        for link in statement.about:
            if link.incident == incident.id:
                yield _voice(statement, link.relation, bool(link.evidence), incident, items)
                break


def _voice(statement: Statement, relation: Relation, shown: bool, incident: Incident, items: Items) -> Voice:
    members = party(statement.speaker, items)
    found = kinds(members, items)
    speaker = items.speaker(statement.speaker)
    only_author = _hedge_binds_author(statement)
    shown_kinds = kinds(party(statement.speaker, items, shown=True), items)
    return Voice(
        statement=statement,
        relation=relation,
        shown=shown or (speaker is not None and speaker.kind == "public_body"),
        facets=facets_of(statement, incident),
        side=_outermost(statement.speaker, items),
        official=bool(shown_kinds & {"official", "public_body", "state"}) and "armed_group" not in found,
        public=bool(shown_kinds & {"public_body", "organisation", "state"}) and not found & ARMED,
        armed=bool(found & ARMED),
        anonymous=speaker is not None and speaker.identity != "named",
        doubtful_event=bool(statement.hedge) and not only_author,
        doubtful_author=bool(statement.hedge),
    )


def _outermost(actor: int | None, items: Items) -> int | None:
    members = party(actor, items)
    tops = [
        member for member in members if not any(link.actor in members for link in items.actors[member].affiliations)
    ]
    return min(tops or members, default=None)


def _hedge_binds_author(statement: Statement) -> bool:
    """Whether every hedge stands right before the author: 'allegedly by rebels' doubts the rebels only."""
    return bool(statement.hedge) and all(
        any(_follows_author(hedge, content) for content in statement.content) for hedge in statement.hedge
    )


def _follows_author(hedge: Quote, content: Quote) -> bool:
    inside = content.start <= hedge.start and hedge.end <= content.end
    return inside and bool(_BINDS_THE_AUTHOR.match(content.text[hedge.end - content.start :]))


def _cancelled(voices: tuple[Voice, ...]) -> frozenset[int]:
    """Statements that their own speaker, or its side, replaced or took back."""
    by_id = {voice.statement.id: voice for voice in voices}
    cancelled: set[int] = set()
    for voice in reversed(voices):  # of two that replace each other, the later stands
        if voice.statement.id in cancelled or not _may_cancel(voice):
            continue
        named = [by_id[number] for number in voice.statement.supersedes if number in by_id]
        if voice.statement.kind in RETRACTS:
            earlier = [other for other in voices if place(other.statement) <= place(voice.statement)]
            named = [other for other in named or earlier if _takes_back(voice, other)]
        elif voice.statement.kind in DENIES_DOING_IT:  # "hacked, not ours": its own side's claim is none
            named += [other for other in voices if other.statement.kind == "claim"]
        cancelled.update(other.statement.id for other in named if _replaces(voice, other))
    return frozenset(cancelled)


def _may_cancel(voice: Voice) -> bool:
    """A firm word on the incident, and not said in custody; an announcement or a posture replaces nothing."""
    speaks = _speaks(voice) or voice.statement.kind in FOR_ITS_SIDE
    return speaks and not voice.statement.hedge and voice.statement.knowledge != "custody"


def _replaces(voice: Voice, other: Voice) -> bool:
    """Only one's own word is replaced; a retraction or a disowned claim also speaks for one's side."""
    for_its_side = voice.statement.kind in FOR_ITS_SIDE and other.side == voice.side
    same = other.statement.speaker == voice.statement.speaker
    return other is not voice and _speaks(other) and (same or for_its_side)


def _takes_back(retraction: Voice, earlier: Voice) -> bool:
    """Whether it is the statement itself that is taken back, and not a part of the account such as the toll."""
    parts = retraction.statement.contradicts
    names_the_author = earlier.statement.kind in SAID_TO_NAME_THE_DOER
    return retraction.withdraws or ("author" in parts and names_the_author)


def _speaks(voice: Voice) -> bool:
    return voice.positive or voice.denies or voice.disputes or voice.presupposes


def _consistent(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Drop what one side says both ways; of a single speaker the later word stands."""
    dropped: set[int] = set()
    for denial in (voice for voice in voices if voice.denies and not voice.doubtful_event):
        for positive in (voice for voice in voices if voice.firm):
            if denial.side is None or positive.side != denial.side:
                continue
            if positive.statement.speaker != denial.statement.speaker:
                dropped |= {positive.statement.id, denial.statement.id}
            elif place(positive.statement) != place(denial.statement):
                dropped.add(min(positive, denial, key=lambda voice: place(voice.statement)).statement.id)
    kept = tuple(voice for voice in voices if voice.statement.id not in dropped)
    # Where nothing else is said, the contradiction itself is what the article tells: it is disputed.
    return kept if any(voice.positive or voice.denies for voice in kept) else voices
