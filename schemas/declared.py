"""The items of conflict news, declared once: over mentions they are what an extractor may say, over quotations what was located.

The field descriptions are written for the language model: they travel inside the JSON schema. A slot that the article does
not state is empty, so that weaker models may leave it out. What each field is for stands beside its type
(`summarizer.pointing.roles`).
"""

from typing import Annotated, Generic

from pydantic import Field

from summarizer.conflict.statement_kinds import meanings
from summarizer.documents.quotes import Part
from summarizer.pointing.roles import (
    Apart,
    Before,
    Beside,
    Covers,
    Essential,
    Item,
    Refers,
    Short,
    Substance,
    Usual,
    Words,
    several,
    value,
)
from summarizer.schemas.vocabulary import (
    ActorKind,
    BlameRole,
    Facet,
    Frame,
    Identity,
    IncidentKind,
    Knowledge,
    Outcome,
    ReadAttribution,
    ReadOccurrence,
    Relation,
    Stage,
    StatementKind,
    TargetKind,
    ThreatForm,
    ThreatStatus,
)

Value = tuple[Words, ...]
"""One to three mentions that together give a value; empty where the article does not state it."""


class Affiliation(Part, Generic[Words]):
    """Membership, leadership, employment or ownership that the article states."""

    actor: Annotated[int, Refers("actor"), Short("")] = Field(
        description="Id of the actor that this one belongs to, leads or speaks for."
    )
    evidence: Annotated[Value[Words], Short("as")] = value(
        "The words that state this; [] if the article does not state it."
    )


class Actor(Item[Words]):
    """Somebody who acts, speaks, threatens or is accused."""

    kind_of_item = "actor"
    id: int = Field(description="1, 2, 3 … within actors.")
    name: Annotated[Value[Words], Substance()] = value(
        "One mention: the fullest name, or, for somebody unnamed, the whole description."
    )
    aliases: Annotated[Value[Words], Apart(), Short("aka")] = value(
        "Other names and acronyms only, one mention each; never a pronoun or 'the group'."
    )
    kind: ActorKind = Field(
        description=(
            "armed_group: not a state's. armed_forces: a state's military, or its ministry of defence. state: a country or"
            " its government. public_body: police, hospital, rescue, coastguard, court, ministry, local government."
            " official: a person or unnamed persons speaking for a state, a public body or an armed group, or its spokesman."
            " organisation: company, union, party, tribe, charity. monitor: a body that observes and inspects."
            " outlet: news medium. person: any other person. people: unnamed persons such as witnesses or residents."
        )
    )
    identity: Annotated[Identity, Usual("named")] = Field(
        description="named; anonymous: not named on purpose, or only described ('a defence official'); generic: 'gunmen'."
    )
    affiliations: Annotated[tuple[Affiliation[Words], ...], Short("of")] = several(
        "What it belongs to, as the article says."
    )


class Target(Part, Generic[Words]):
    """Somebody or something struck, aimed at or threatened."""

    kind: Annotated[TargetKind, Usual("thing")] = Field(
        description="person: one; people: several; thing: a building, vehicle, place or country."
    )
    text: Annotated[Value[Words], Substance(), Covers("target")] = value("The words for this target alone.")


class Casualty(Part, Generic[Words]):
    """One count of harm to people, as one source gives it."""

    outcome: Outcome = Field(description="What happened to them.")
    count: Annotated[Value[Words], Substance(), Before("whom"), Covers("toll")] = value(
        "The number with its qualifier: 'at least 12', 'hundreds', 'a'."
    )
    whom: Annotated[Value[Words], Substance()] = value("The noun counted: 'civilians'; [] if there is none.")
    cue: Value[Words] = value("The words that show the outcome: 'killed', 'claimed the lives of'.")
    source: Annotated[int | None, Refers("actor", mark="source_dropped", repeats=True), Short("by")] = Field(
        default=None, description="Id of the actor who gives the count; null: the article itself."
    )


class Incident(Item[Words]):
    """One act of physical violence that the article speaks of, whether or not it happened."""

    kind_of_item = "incident"
    id: int = Field(description="1, 2, 3 … within incidents.")
    kind: IncidentKind = Field(
        description=(
            "What kind of act. strike: means not stated. explosion: a blast whose cause the article leaves open."
            " clashes: fighting between two sides. cyber: only where the article calls it an attack."
        )
    )
    words: Annotated[Value[Words], Substance()] = value("What the article calls the act: 'drone attack', 'shelled'.")
    stage: Annotated[Stage, Usual("accomplished")] = Field(
        description=(
            "accomplished: carried out. attempted: carried out and failed. intercepted: shot down or stopped on its way."
            " foiled: stopped before it began. planned. unknown: the result is not stated."
        )
    )
    stage_words: Annotated[Value[Words], Short("stagewords")] = value(
        "The words for attempted, intercepted, foiled or planned; else []."
    )
    frame: Annotated[Frame, Usual("current")] = Field(
        description="current: this news; background: an older event told as history; exercise: a drill or fiction."
    )
    frame_words: Annotated[Value[Words], Short("framewords")] = value(
        "The words that show background or exercise; else []."
    )
    told: bool = Field(
        default=False, description="True where the article itself, with no source, states that it happened."
    )
    doers: Annotated[tuple[int, ...], Refers("actor"), Short("by")] = several(
        "Ids of the actors that the article itself names or describes as doers, where it states the act."
    )
    read_as: Annotated[ReadOccurrence | None, Short("is")] = Field(
        default=None, description="The reader's own judgement of whether it happened, as the article has it."
    )
    read_author: Annotated[ReadAttribution | None, Short("author")] = Field(
        default=None, description="The reader's own judgement of who is said to have done it, and by whom."
    )
    aggregate: bool = Field(default=False, description="True where no single event is meant: 'clashes in recent days'.")
    targets: Annotated[tuple[Target[Words], ...], Short("at")] = several("Who or what was struck or aimed at.")
    perpetrator_words: Annotated[Value[Words], Short("doer")] = value(
        "Unnamed perpetrators as described: 'gunmen'; [] if named or not described."
    )
    place: Annotated[Value[Words], Covers("place")] = value("Where it happened.")
    time: Annotated[Value[Words], Covers("time"), Short("when")] = value(
        "When it happened: the day or time as worded, of the act and not of the report."
    )
    weapon: Annotated[Value[Words], Covers("weapon")] = value("Weapon or means.")
    casualties: Annotated[tuple[Casualty[Words], ...], Short("toll")] = several(
        "One entry per source, outcome and count."
    )
    damage: Value[Words] = value("Damage to things.")
    trigger: Annotated[Value[Words], Short("answers")] = value("What the act is said to answer or avenge.")
    summarises: Annotated[tuple[int, ...], Refers("incident"), Short("sums")] = several(
        "Ids of incidents that this one only sums up ('three attacks this week')."
    )


class About(Part, Generic[Words]):
    """The link of a statement to one incident."""

    incident: Annotated[int, Refers("incident", falls=True), Short("")] = Field(description="Id of the incident.")
    relation: Relation = Field(
        description=(
            "What the speaker is to this incident. perpetrator: did it, by its own word. perpetrator_side: belongs to, is"
            " allied with, or speaks for the same camp. struck_side: the victim, or whose people or property were hit."
            " authority: police, hospital, rescue, court, local government that is no party to the fighting."
            " combatant: any other armed party or its government or media. independent: monitor, inquiry, court, reporter"
            " at the scene or verified images, where the article says how they know; two or more eyewitnesses."
            " outlet: the article in its own voice. other: a single witness, analyst, private person. not_stated."
        )
    )
    evidence: Annotated[Value[Words], Short("as")] = value(
        "Words that show this relation; [] if the article does not state it."
    )


class Statement(Item[Words]):
    """Somebody saying something about incidents, or taking a posture."""

    kind_of_item = "statement"
    id: int = Field(description="1, 2, 3 … within statements.")
    kind: StatementKind = Field(description=meanings())
    speaker: Annotated[int | None, Refers("actor", falls=True), Short("by")] = Field(
        default=None, description="Id of the actor who says it; null: the article itself."
    )
    speaker_words: Annotated[Value[Words], Short("voice")] = value(
        "The words for the speaker at this place if not its name: 'He', 'the group'; else []."
    )
    relayed_by: Annotated[tuple[int, ...], Refers("actor"), Short("via")] = several(
        "Ids of those who pass it on, nearest to the speaker first."
    )
    cue: Annotated[Value[Words], Substance(), Beside("content")] = value(
        "The words of saying that make it this kind: 'claimed responsibility for', 'confirmed', 'denied', 'told reporters';"
        " where the article itself asserts, the verb or noun for the act."
    )
    content: Annotated[Value[Words], Substance(), Short("says")] = value(
        "What is said, and nothing that the speaker does not say: 'the attack on the base'."
    )
    hedge: Annotated[Value[Words], Essential()] = value(
        "Words that make it uncertain: 'reportedly', 'may have', 'it is said that'; else []."
    )
    about: Annotated[tuple[About[Words], ...], Short("on")] = several("The incidents it speaks of.")
    whom: Annotated[tuple[int, ...], Refers("actor")] = several(
        "Ids of the actors it names as doers, blames, clears, or claims for."
    )
    role: BlameRole = Field(
        default="unspecified",
        description="For blame: what they are said to have done. carried_out only if the words say so; else unspecified.",
    )
    contradicts: Annotated[tuple[Facet, ...], Short("against")] = several(
        "For dispute and denials: the parts of the account that are contradicted."
    )
    knowledge: Knowledge = Field(
        default="not_stated",
        description=(
            "own: speaks of what it saw, did or has a duty to know; hearsay: passes on what others told it;"
            " custody: said while a prisoner; not_stated."
        ),
    )
    supersedes: Annotated[tuple[int, ...], Refers("statement"), Short("replaces")] = several(
        "Ids of earlier statements by the same speaker that it replaces or takes back.",
    )


class Threat(Item[Words]):
    """An issuer saying that it will do, or cause, physical harm, armed force or destruction."""

    kind_of_item = "threat"
    id: int = Field(description="1, 2, 3 … within threats.")
    issuer: Annotated[int, Refers("actor", falls=True), Short("by")] = Field(
        description="Id of the actor whose words they are, never of who relays them."
    )
    issuer_words: Annotated[Value[Words], Short("voice")] = value(
        "The words for the issuer at this place if not its name: 'He', 'the group'; else []."
    )
    on_behalf_of: Annotated[tuple[int, ...], Refers("actor"), Short("for")] = several(
        "Ids of the actors that the issuer speaks for."
    )
    relayed_by: Annotated[tuple[int, ...], Refers("actor"), Short("via")] = several("Ids of those who pass it on.")
    cue: Annotated[Value[Words], Beside("content")] = value(
        "The words that present it: 'warned', 'vowed', 'issued a statement asserting'."
    )
    content: Annotated[Value[Words], Substance(), Short("says")] = value(
        "The threat itself as the article gives it: the whole quotation or clause."
    )
    targets: Annotated[tuple[Target[Words], ...], Short("at")] = several("Who or what is threatened.")
    action: Annotated[Value[Words], Short("harm")] = value("The harm that is threatened.")
    means: Annotated[Value[Words], Short("with")] = value("With what.")
    condition: Annotated[Value[Words], Short("if")] = value(
        "The condition: 'if …', 'unless …', or the demand before 'otherwise'; else []."
    )
    deadline: Annotated[Value[Words], Short("until")] = value("By when the condition must be met.")
    time: Annotated[Value[Words], Short("when")] = value("When the threat was issued.")
    form: Annotated[ThreatForm, Usual("explicit")] = Field(
        description="explicit: the harm is named; implicit: it is to be understood."
    )
    status: Annotated[ThreatStatus, Usual("current")] = Field(
        description="current; withdrawn by its issuer; hoax; background: an older threat told as history."
    )
    status_words: Annotated[Value[Words], Short("statuswords")] = value(
        "The words that show withdrawn, hoax or background; else []."
    )
    restates: Annotated[int | None, Refers("threat")] = Field(
        default=None,
        description="Id of the threat that this one only tells again (headline, summary, complaint); else null.",
    )


class ThirdPartyWarning(Item[Words]):
    """Somebody warning that somebody else may attack."""

    kind_of_item = "warning"
    id: int = Field(description="1, 2, 3 … within warnings.")
    speaker: Annotated[int | None, Refers("actor", falls=True), Short("by")] = Field(
        default=None, description="Id of the actor who warns; null: the article itself."
    )
    speaker_words: Annotated[Value[Words], Short("voice")] = value(
        "The words for the speaker at this place if not its name; else []."
    )
    feared: Annotated[tuple[int, ...], Refers("actor")] = several("Ids of the actors who may attack.")
    cue: Annotated[Value[Words], Beside("content")] = value("The words that present it: 'warned'.")
    content: Annotated[Value[Words], Substance(), Short("says")] = value("What is feared, as worded.")
    place: Value[Words] = value("Where.")
    time: Annotated[Value[Words], Short("when")] = value("For when.")


class Lists(Part, Generic[Words]):
    """The five lists of items."""

    actors: tuple[Actor[Words], ...] = several("Everybody that the items below refer to, each once.")
    incidents: tuple[Incident[Words], ...] = several("Acts of violence, one per event that the article keeps apart.")
    statements: tuple[Statement[Words], ...] = several("Who says what of which incident; postures.")
    threats: tuple[Threat[Words], ...] = several("Threats, each once; tellings-again with restates.")
    warnings: tuple[ThirdPartyWarning[Words], ...] = several("Warnings that somebody else may attack.")
