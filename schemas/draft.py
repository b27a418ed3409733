"""What an extractor may say of an article: mentions, choices and ids, never a sentence of its own.

The field descriptions are written for the language model: they travel inside the JSON schema.
A slot that the article does not state is an empty list, so that weaker models may leave it out.
"""

from pydantic import BaseModel, ConfigDict, Field

from summarizer.conflict.statement_kinds import meanings
from summarizer.schemas.vocabulary import (
    ActorKind,
    BlameRole,
    Facet,
    Frame,
    Identity,
    IncidentKind,
    Knowledge,
    Outcome,
    Relation,
    Stage,
    StatementKind,
    TargetKind,
    ThreatForm,
    ThreatStatus,
)


class Proposed(BaseModel):
    """A part of a draft: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Mention(Proposed):
    """Words of the article, copied exactly."""

    sentence: int = Field(description="Number of the sentence that the words stand in.")
    text: str = Field(description="The words, copied character by character from that one sentence.")


Value = list[Mention]
"""One to three mentions that together give a value; empty where the article does not state it."""


def value(description: str) -> Value:
    """A slot that may stay empty, with its description for the model."""
    field: Value = Field(default_factory=list, description=description)
    return field


class Affiliation(Proposed):
    """Membership, leadership, employment or ownership that the article states."""

    actor: int = Field(description="Id of the actor that this one belongs to, leads or speaks for.")
    evidence: Value = value("The words that state this; [] if the article does not state it.")


class Actor(Proposed):
    """Somebody who acts, speaks, threatens or is accused."""

    id: int = Field(description="1, 2, 3 … within actors.")
    name: Value = value("One mention: the fullest name, or, for somebody unnamed, the whole description.")
    aliases: Value = value("Other names and acronyms only, one mention each; never a pronoun or 'the group'.")
    kind: ActorKind = Field(
        description=(
            "armed_group: not a state's. armed_forces: a state's military, or its ministry of defence. state: a country or"
            " its government. public_body: police, hospital, rescue, coastguard, court, ministry, local government."
            " official: a person or unnamed persons speaking for a state, a public body or an armed group, or its spokesman."
            " organisation: company, union, party, tribe, charity. monitor: a body that observes and inspects."
            " outlet: news medium. person: any other person. people: unnamed persons such as witnesses or residents."
        )
    )
    identity: Identity = Field(
        description="named; anonymous: not named on purpose, or only described ('a defence official'); generic: 'gunmen'."
    )
    affiliations: list[Affiliation] = Field(
        default_factory=list, description="What it belongs to, as the article says."
    )


class Target(Proposed):
    """Somebody or something struck, aimed at or threatened."""

    kind: TargetKind = Field(description="person: one; people: several; thing: a building, vehicle, place or country.")
    text: Value = value("The words for this target alone.")


class Casualty(Proposed):
    """One count of harm to people, as one source gives it."""

    outcome: Outcome = Field(description="What happened to them.")
    count: Value = value("The number with its qualifier: 'at least 12', 'hundreds', 'a'.")
    whom: Value = value("The noun counted: 'civilians'; [] if there is none.")
    cue: Value = value("The words that show the outcome: 'killed', 'claimed the lives of'.")
    source: int | None = Field(
        default=None, description="Id of the actor who gives the count; null: the article itself."
    )


class Incident(Proposed):
    """One act of physical violence that the article speaks of, whether or not it happened."""

    id: int = Field(description="1, 2, 3 … within incidents.")
    kind: IncidentKind = Field(
        description=(
            "What kind of act. strike: means not stated. explosion: a blast whose cause the article leaves open."
            " clashes: fighting between two sides. cyber: only where the article calls it an attack."
        )
    )
    words: Value = value("What the article calls the act: 'drone attack', 'shelled'.")
    stage: Stage = Field(
        description=(
            "accomplished: carried out. attempted: carried out and failed. intercepted: shot down or stopped on its way."
            " foiled: stopped before it began. planned. unknown: the result is not stated."
        )
    )
    stage_words: Value = value("The words for attempted, intercepted, foiled or planned; else [].")
    frame: Frame = Field(
        description="current: this news; background: an older event told as history; exercise: a drill or fiction."
    )
    frame_words: Value = value("The words that show background or exercise; else [].")
    aggregate: bool = Field(default=False, description="True where no single event is meant: 'clashes in recent days'.")
    targets: list[Target] = Field(default_factory=list, description="Who or what was struck or aimed at.")
    perpetrator_words: Value = value("Unnamed perpetrators as described: 'gunmen'; [] if named or not described.")
    place: Value = value("Where it happened.")
    time: Value = value("When it happened: the day or time as worded, of the act and not of the report.")
    weapon: Value = value("Weapon or means.")
    casualties: list[Casualty] = Field(default_factory=list, description="One entry per source, outcome and count.")
    damage: Value = value("Damage to things.")
    trigger: Value = value("What the act is said to answer or avenge.")
    summarises: list[int] = Field(
        default_factory=list, description="Ids of incidents that this one only sums up ('three attacks this week')."
    )


class About(Proposed):
    """The link of a statement to one incident."""

    incident: int = Field(description="Id of the incident.")
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
    evidence: Value = value("Words that show this relation; [] if the article does not state it.")


class Statement(Proposed):
    """Somebody saying something about incidents, or taking a posture."""

    id: int = Field(description="1, 2, 3 … within statements.")
    kind: StatementKind = Field(description=meanings())
    speaker: int | None = Field(default=None, description="Id of the actor who says it; null: the article itself.")
    speaker_words: Value = value("The words for the speaker at this place if not its name: 'He', 'the group'; else [].")
    relayed_by: list[int] = Field(
        default_factory=list, description="Ids of those who pass it on, nearest to the speaker first."
    )
    cue: Value = value(
        "The words of saying that make it this kind: 'claimed responsibility for', 'confirmed', 'denied', 'told reporters';"
        " where the article itself asserts, the verb or noun for the act."
    )
    content: Value = value("What is said, and nothing that the speaker does not say: 'the attack on the base'.")
    hedge: Value = value("Words that make it uncertain: 'reportedly', 'may have', 'it is said that'; else [].")
    about: list[About] = Field(default_factory=list, description="The incidents it speaks of.")
    whom: list[int] = Field(
        default_factory=list, description="Ids of the actors it names as doers, blames, clears, or claims for."
    )
    role: BlameRole = Field(
        default="unspecified",
        description="For blame: what they are said to have done. carried_out only if the words say so; else unspecified.",
    )
    contradicts: list[Facet] = Field(
        default_factory=list, description="For dispute and denials: the parts of the account that are contradicted."
    )
    knowledge: Knowledge = Field(
        default="not_stated",
        description=(
            "own: speaks of what it saw, did or has a duty to know; hearsay: passes on what others told it;"
            " custody: said while a prisoner; not_stated."
        ),
    )
    supersedes: list[int] = Field(
        default_factory=list,
        description="Ids of earlier statements by the same speaker that it replaces or takes back.",
    )


class Threat(Proposed):
    """An issuer saying that it will do, or cause, physical harm, armed force or destruction."""

    id: int = Field(description="1, 2, 3 … within threats.")
    issuer: int = Field(description="Id of the actor whose words they are, never of who relays them.")
    issuer_words: Value = value("The words for the issuer at this place if not its name: 'He', 'the group'; else [].")
    on_behalf_of: list[int] = Field(default_factory=list, description="Ids of the actors that the issuer speaks for.")
    relayed_by: list[int] = Field(default_factory=list, description="Ids of those who pass it on.")
    cue: Value = value("The words that present it: 'warned', 'vowed', 'issued a statement asserting'.")
    content: Value = value("The threat itself as the article gives it: the whole quotation or clause.")
    targets: list[Target] = Field(default_factory=list, description="Who or what is threatened.")
    action: Value = value("The harm that is threatened.")
    means: Value = value("With what.")
    condition: Value = value("The condition: 'if …', 'unless …', or the demand before 'otherwise'; else [].")
    deadline: Value = value("By when the condition must be met.")
    time: Value = value("When the threat was issued.")
    form: ThreatForm = Field(description="explicit: the harm is named; implicit: it is to be understood.")
    status: ThreatStatus = Field(
        description="current; withdrawn by its issuer; hoax; background: an older threat told as history."
    )
    status_words: Value = value("The words that show withdrawn, hoax or background; else [].")
    restates: int | None = Field(
        default=None,
        description="Id of the threat that this one only tells again (headline, summary, complaint); else null.",
    )


class ThirdPartyWarning(Proposed):
    """Somebody warning that somebody else may attack."""

    id: int = Field(description="1, 2, 3 … within warnings.")
    speaker: int | None = Field(default=None, description="Id of the actor who warns; null: the article itself.")
    speaker_words: Value = value("The words for the speaker at this place if not its name; else [].")
    feared: list[int] = Field(default_factory=list, description="Ids of the actors who may attack.")
    cue: Value = value("The words that present it: 'warned'.")
    content: Value = value("What is feared, as worded.")
    place: Value = value("Where.")
    time: Value = value("For when.")


class Draft(Proposed):
    """Everything that an extractor proposes of one article: untrusted."""

    actors: list[Actor] = Field(default_factory=list, description="Everybody that the items below refer to, each once.")
    incidents: list[Incident] = Field(
        default_factory=list, description="Acts of violence, one per event that the article keeps apart."
    )
    statements: list[Statement] = Field(default_factory=list, description="Who says what of which incident; postures.")
    threats: list[Threat] = Field(default_factory=list, description="Threats, each once; tellings-again with restates.")
    warnings: list[ThirdPartyWarning] = Field(
        default_factory=list, description="Warnings that somebody else may attack."
    )
