"""The closed lists: every choice that an extractor may make, and every status that code derives."""

from typing import Literal

# --- chosen by an extractor -------------------------------------------------------------------

ActorKind = Literal[
    "armed_group",
    "armed_forces",
    "state",
    "public_body",
    "official",
    "organisation",
    "monitor",
    "outlet",
    "person",
    "people",
]
Identity = Literal["named", "anonymous", "generic"]
IncidentKind = Literal[
    "bombing",
    "suicide_bombing",
    "shooting",
    "ambush",
    "ground_assault",
    "missile_strike",
    "drone_strike",
    "air_strike",
    "shelling",
    "strike",
    "assassination",
    "execution",
    "stabbing",
    "kidnapping",
    "hijacking",
    "arson",
    "sabotage",
    "vehicle_attack",
    "beating",
    "sexual_violence",
    "chemical_attack",
    "clashes",
    "crowd_violence",
    "cyber",
    "explosion",
    "other_attack",
]
Stage = Literal["accomplished", "attempted", "intercepted", "foiled", "planned", "unknown"]
Frame = Literal["current", "background", "exercise"]
TargetKind = Literal["person", "people", "thing"]
Outcome = Literal["killed", "wounded", "missing", "captured", "displaced"]
StatementKind = Literal[
    "claim",
    "acknowledge",
    "assert",
    "confirm",
    "deny_occurrence",
    "deny_responsibility",
    "dispute",
    "blame",
    "clear",
    "no_claim",
    "no_comment",
    "unverified",
    "retract",
    "posture",
    "demand",
    "announce",
]
BlameRole = Literal["carried_out", "ordered", "armed", "allowed", "supported", "unspecified"]
Relation = Literal[
    "perpetrator",
    "perpetrator_side",
    "struck_side",
    "authority",
    "combatant",
    "independent",
    "outlet",
    "other",
    "not_stated",
]
Knowledge = Literal["own", "hearsay", "custody", "not_stated"]
Facet = Literal["happened", "target", "place", "time", "weapon", "author", "cause", "toll"]
ThreatForm = Literal["explicit", "implicit"]
ThreatStatus = Literal["current", "withdrawn", "hoax", "background"]

ReadOccurrence = Literal["confirmed", "reported", "claimed", "disputed", "denied", "retracted", "possible"]
"""How a reader judges by itself whether an incident happened."""
ReadAttribution = Literal["claimed", "competing", "officials", "others", "suspected", "denied", "stated", "none"]
"""How a reader judges by itself who is said to have done it, and by whom."""

# --- derived by code, never chosen --------------------------------------------------------------

Policy = Literal["standard", "strict"]
Occurrence = Literal[
    "withdrawn",
    "not_occurred",
    "confirmed",
    "denied",
    "disputed",
    "retracted",
    "reported",
    "claimed",
    "possible",
]
Grounds = Literal[
    "outlet_withdrew",
    "stage",
    "independent",
    "both_sides",
    "own_claim_and_article",
    "refuted",
    "contradicted",
    "official_account",
    "retractions",
    "denials_only",
    "one_party",
    "third_party",
    "article_no_source",
    "perpetrator_side_only",
    "hedged_only",
    "charge_answered",
]
ActorAttribution = Literal[
    "claim_rejected",
    "claim_disowned",
    "claim_retracted",
    "exonerated",
    "established",
    "claimed_corroborated",
    "claimed",
    "acknowledged_unnamed",
    "accused_denied",
    "accused_by_authorities",
    "reported_as_fact",
    "accused_by_others",
    "suspected",
    "denied",
    "mentioned",
]
IncidentAttribution = Literal[
    "competing_claims",
    "rival_accusations",
    "claimed_by_front",
    "conflicting",
    "claim_rejected",
    "claim_disowned",
    "claim_retracted",
    "exonerated",
    "established",
    "claimed_corroborated",
    "claimed",
    "acknowledged_unnamed",
    "accused_denied",
    "accused_by_authorities",
    "reported_as_fact",
    "accused_by_others",
    "suspected",
    "denied",
    "mentioned",
    "unclaimed",
    "none",
]
Corroboration = Literal["none", "same_side", "no_party", "cross_side", "independent"]
Delivery = Literal["quoted", "paraphrased"]
Conditionality = Literal["none", "conditional", "ultimatum"]

# --- said by the verifier -----------------------------------------------------------------------

Severity = Literal["reject", "warn", "note"]
Disposition = Literal["kept", "rejected", "merged_into", "superseded"]
Shown = Literal["in_clause", "by_chain", "not_shown"]
ItemKind = Literal["actor", "incident", "statement", "threat", "warning"]
