"""What each status, kind and choice is called on the page: one table, in the reader's words."""

from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.pointing.audit import Disposition, ItemKind, Severity
from summarizer.pointing.briefs import Policy
from summarizer.schemas.vocabulary import (
    ActorAttribution,
    ActorKind,
    BlameRole,
    Conditionality,
    Corroboration,
    Delivery,
    Facet,
    Frame,
    Grounds,
    Identity,
    IncidentAttribution,
    IncidentKind,
    Knowledge,
    Occurrence,
    Outcome,
    ReadAttribution,
    ReadOccurrence,
    Relation,
    Shown,
    Stage,
    StatementKind,
    ThreatForm,
    ThreatStatus,
)

# {status}: the status, in capitals. {who}: the sources that a status rests on. {claimant}: those of them who claim it. {against}: those who deny or
# dispute it.

STATUS: dict[Grounds, str] = {
    "outlet_withdrew": "WITHDRAWN BY THE OUTLET",
    "stage": "{stage}, according to {who}",
    "independent": "{status} INDEPENDENTLY: {who}",
    "both_sides": "{status} BY BOTH SIDES: {who}",
    "own_claim_and_article": "{status}: claimed by {claimant}, and stated by the article",
    "refuted": "DENIED by {against}; alleged by {who}",
    "contradicted": "DISPUTED{cause} by {against}; stated by {who}",
    "official_account": "{status} BY AN OFFICIAL ACCOUNT: {who}",
    "retractions": "RETRACTED OR DISOWNED BY ITS OWN SIDE: stated by {who}",
    "denials_only": "DENIED, AND STATED BY NOBODY: {against}",
    "one_party": "REPORTED BY ONE PARTY: {who}",
    "third_party": "REPORTED BY A THIRD PARTY: {who}",
    "article_no_source": "REPORTED BY THE ARTICLE, NO SOURCE",
    "perpetrator_side_only": "CLAIMED ONLY: {claimant}",
    "hedged_only": "POSSIBLE, HEDGED IN THE ARTICLE",
    "charge_answered": "POSSIBLE, A CHARGE, REJECTED by {who}",
}
"""The heading of an incident: its status and who says so, never a bare status."""

COUNTED: dict[Grounds, str] = {
    "outlet_withdrew": "withdrawn by the outlet",
    "stage": "{stage}, according to {who}",
    "independent": "{occurrence} independently, by {who}",
    "both_sides": "{occurrence} by both sides",
    "own_claim_and_article": "claimed by {claimant} and stated by the article",
    "refuted": "denied by {against}",
    "contradicted": "disputed{cause} by {against}",
    "official_account": "{occurrence} by {who}",
    "retractions": "stated by {who}, and taken back or disowned by its own side",
    "denials_only": "only denied, by {against}",
    "one_party": "reported by one party, {who}",
    "third_party": "reported only by {who}",
    "article_no_source": "reported by the article, no source",
    "perpetrator_side_only": "only claimed, by {claimant}",
    "hedged_only": "hedged in the article",
    "charge_answered": "only a charge, rejected by {who}",
}
"""The same in the summary, after a count."""

TALLIED: dict[Grounds, str] = {
    "outlet_withdrew": "withdrawn by the outlet",
    "stage": "foiled or planned",
    "independent": "{occurrence} independently",
    "both_sides": "{occurrence} by both sides",
    "own_claim_and_article": "claimed and stated by the article",
    "refuted": "denied by those positioned to know",
    "contradicted": "disputed",
    "official_account": "{occurrence} by officials or the body struck",
    "retractions": "taken back or disowned by its own side",
    "denials_only": "only denied",
    "one_party": "reported by one party",
    "third_party": "reported by a third party",
    "article_no_source": "reported, no source",
    "perpetrator_side_only": "only claimed",
    "hedged_only": "hedged in the article",
    "charge_answered": "only a charge that is rejected",
}
"""The same in the summary of many incidents, without names."""

OCCURRENCE: dict[Occurrence, str] = {
    "withdrawn": "withdrawn by the outlet",
    "not_occurred": "did not take place",
    "confirmed": "confirmed",
    "denied": "denied",
    "disputed": "disputed",
    "retracted": "retracted",
    "reported": "reported",
    "claimed": "claimed",
    "possible": "hedged in the article",
}

STAGE: dict[Stage, str] = {
    "accomplished": "carried out",
    "attempted": "attempted",
    "intercepted": "intercepted",
    "foiled": "foiled",
    "planned": "planned",
    "unknown": "result not stated",
}

FRAME: dict[Frame, str] = {
    "current": "",
    "background": "BACKGROUND, older events",
    "exercise": "EXERCISES, not attacks",
}
"""Titles of the sections that stand apart from this news."""

KIND: dict[IncidentKind, str] = {
    "bombing": "bombing",
    "suicide_bombing": "suicide bombing",
    "shooting": "shooting",
    "ambush": "ambush",
    "ground_assault": "ground assault",
    "missile_strike": "missile strike",
    "drone_strike": "drone strike",
    "air_strike": "air strike",
    "shelling": "shelling",
    "strike": "strike, means not stated",
    "assassination": "assassination",
    "execution": "execution",
    "stabbing": "stabbing",
    "kidnapping": "kidnapping",
    "hijacking": "hijacking",
    "arson": "arson",
    "sabotage": "sabotage",
    "vehicle_attack": "vehicle attack",
    "beating": "beating",
    "sexual_violence": "sexual violence",
    "chemical_attack": "chemical attack",
    "clashes": "clashes",
    "crowd_violence": "crowd violence",
    "cyber": "cyber attack",
    "explosion": "explosion, cause not stated",
    "other_attack": "attack, kind not stated",
}

MEANS: dict[IncidentKind, str] = {
    "bombing": "bomb",
    "suicide_bombing": "suicide bomb",
    "missile_strike": "missile",
    "drone_strike": "drone",
    "air_strike": "aircraft",
    "shelling": "shelling",
}
"""What "weapon" is called where the kind of attack names it."""

FLYING: frozenset[IncidentKind] = frozenset({"missile_strike", "drone_strike", "air_strike", "shelling", "strike"})
"""Kinds whose open result is whether they hit or were intercepted."""

OUTCOME: dict[Outcome, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
}

LABEL: dict[StatementKind, str] = {kind: row.label for kind, row in STATEMENT_KINDS.items()}
DOES: dict[StatementKind, str] = {kind: row.does for kind, row in STATEMENT_KINDS.items()}
STATE_DOES: dict[StatementKind, str] = {kind: row.state_does for kind, row in STATEMENT_KINDS.items() if row.state_does}
"""What armed forces and states do instead: they acknowledge."""

DOES_UNSOURCED: dict[StatementKind, str] = DOES | {"blame": "passes on, with no source, that {whom} is blamed"}
"""The same of the article itself, which accuses nobody by reporting that somebody is accused."""


ROLE: dict[BlameRole, str] = {
    "carried_out": "for carrying it out",
    "ordered": "for ordering it",
    "armed": "for arming; the words do not say that it carried it out",
    "allowed": "for allowing it; the words do not say that it carried it out",
    "supported": "for its support; the words do not say that it carried it out",
    "unspecified": "the words do not say who carried it out",
}

RELATION: dict[Relation, str] = {
    "perpetrator": "perpetrator by its own word",
    "perpetrator_side": "perpetrator’s side, not independent",
    "struck_side": "side attacked",
    "authority": "authority",
    "combatant": "party to the fighting",
    "independent": "independent",
    "outlet": "the article’s own voice",
    "other": "third party",
    "not_stated": "relation to it not stated",
}

ACCUSED_SIDE = "side accused"
RELATION_OF_ACCUSED: dict[Relation, str] = RELATION | {"perpetrator": ACCUSED_SIDE, "perpetrator_side": ACCUSED_SIDE}
"""The same where the speaker's side has not claimed the act: if it is said to have done it, it is only accused."""

KNOWLEDGE: dict[Knowledge, str] = {
    "own": "",
    "hearsay": "second-hand",
    "custody": "said in custody",
    "not_stated": "",
}

FACET: dict[Facet, str] = {
    "happened": "that it happened",
    "target": "target",
    "place": "place",
    "weapon": "weapon",
    "time": "day",
    "author": "who did it",
    "cause": "cause",
    "toll": "toll",
}
"""In the order in which a row names those that its source leaves open."""

READ_AS: dict[ReadOccurrence, str] = {
    "confirmed": "confirmed",
    "reported": "reported",
    "claimed": "only claimed",
    "disputed": "disputed",
    "denied": "denied by those who would know",
    "retracted": "taken back",
    "possible": "possible",
}
READ_AUTHOR: dict[ReadAttribution, str] = {
    "claimed": "claimed",
    "competing": "claimed by several, or each side blames the other",
    "officials": "accused by officials",
    "others": "accused by others",
    "suspected": "suspected",
    "denied": "denied",
    "stated": "stated by the article",
    "none": "not stated",
}
"""How a reader judges by itself, beside what the recorded words give."""

CORROBORATION: dict[Corroboration, str] = {
    "none": "",
    "same_side": "one side only says so, and nobody independent",
    "no_party": "nobody who says so is a party to it, and none says how it knows",
    "cross_side": "different sides say so",
    "independent": "somebody independent says so, and how it knows",
}

# {accusers}: who accuses the actor.

AUTHOR: dict[ActorAttribution, str] = {
    "claim_rejected": "claimed; ruled out by others",
    "claim_disowned": "says that the claim in its name is not its own",
    "claim_retracted": "claimed, then withdrew the claim",
    "exonerated": "cleared by a court or inquiry",
    "established": "said so by a court, an inquiry or another independent source",
    "claimed_corroborated": "claimed; also blamed by {accusers}",
    "claimed": "claimed",
    "acknowledged_unnamed": "admitted by unnamed sources of its own side",
    "accused_denied": "accused by {accusers}, denies it",
    "accused_by_authorities": "accused by {accusers}, an official source",
    "reported_as_fact": "article, no source",
    "accused_by_others": "accused by {accusers}",
    "suspected": "suspected, hedged in the article",
    "denied": "denies it",
    "mentioned": "mentioned, neither claims nor is accused",
}
"""What the article supports about one actor's authorship, after its name."""

AUTHOR_BY_RULES = AUTHOR | {"mentioned": "mentioned, not read as claiming or accused"}
"""The same where rules read the article, which say nothing of what they leave out."""

NOT_RESOLVED = {True: "NAMED, NOT RESOLVED: ", False: "DESCRIBED ONLY AS "}
"""What stands before the article's words for a doer of whom rules cannot tell who it is: they name somebody or not."""

AUTHORS: dict[IncidentAttribution, str] = {
    "competing_claims": "COMPETING CLAIMS",
    "rival_accusations": "EACH SIDE ACCUSES THE OTHER",
    "claimed_by_front": "CLAIMED BY A FRONT OF THE ACCUSED",
    "conflicting": "CLAIMANT AND ACCUSED DIFFER",
    "claim_rejected": "CLAIM RULED OUT",
    "claim_disowned": "CLAIM DISOWNED",
    "claim_retracted": "CLAIM WITHDRAWN",
    "exonerated": "CLEARED",
    "established": "ESTABLISHED BY A FINDING",
    "claimed_corroborated": "CLAIMED, ALSO BLAMED",
    "claimed": "CLAIMED",
    "acknowledged_unnamed": "ADMITTED BY UNNAMED SOURCES OF ITS OWN SIDE",
    "accused_denied": "ACCUSED, DENIES IT",
    "accused_by_authorities": "ACCUSED BY OFFICIALS",
    "reported_as_fact": "ARTICLE, NO SOURCE",
    "accused_by_others": "ACCUSED",
    "suspected": "SUSPECTED",
    "denied": "DENIED",
    "mentioned": "MENTIONED ONLY",
    "unclaimed": "UNCLAIMED",
    "none": "NOT STATED",
}
"""The same for the incident as a whole."""

ACTOR: dict[ActorKind, str] = {
    "armed_group": "armed group",
    "armed_forces": "armed forces",
    "state": "state",
    "public_body": "public body",
    "official": "official or spokesman",
    "organisation": "organisation",
    "monitor": "monitor",
    "outlet": "news outlet",
    "person": "person",
    "people": "people, unnamed",
}

IDENTITY: dict[Identity, str] = {"named": "named", "anonymous": "not named", "generic": "described only"}

DELIVERY: dict[Delivery, str] = {"quoted": "QUOTED", "paraphrased": "PARAPHRASED"}

CONDITION: dict[Conditionality, str] = {
    "none": "condition not stated",
    "conditional": "CONDITIONAL",
    "ultimatum": "ULTIMATUM",
}

NO_DEADLINE: dict[Conditionality, str] = {"none": "", "conditional": "", "ultimatum": ", no deadline"}

FORM: dict[ThreatForm, str] = {"explicit": "", "implicit": "IMPLICIT: the harm is to be understood"}

THREAT_STATUS: dict[ThreatStatus, str] = {
    "current": "",
    "withdrawn": "WITHDRAWN",
    "hoax": "HOAX",
    "background": "BACKGROUND, an older threat",
}

POLICY: dict[Policy, str] = {"standard": "", "strict": "strict policy: named officials only"}

SEVERITY: dict[Severity, str] = {"reject": "dropped", "warn": "marked", "note": "noted"}

DISPOSITION: dict[Disposition, str] = {
    "kept": "kept",
    "rejected": "dropped",
    "merged_into": "merged",
    "superseded": "repaired",
}

SHOWN: dict[Shown, str] = {"in_clause": "shown in place", "by_chain": "shown by a chain", "not_shown": "not shown"}

ITEM: dict[ItemKind, str] = {
    "actor": "actor",
    "incident": "incident",
    "statement": "statement",
    "threat": "threat",
    "warning": "warning",
}

NOT_STATED: dict[str, str] = {
    "target": "target",
    "place": "place",
    "time": "day or time",
    "weapon": "weapon",
    "author": "who did it",
    "casualties": "casualties",
    "damage": "damage",
    "result": "result",
}
"""What a slot that nobody fills is called."""
