"""Two keys: the reader's own judgement of an incident beside what the tables derive; where they differ, the more cautious."""

from collections.abc import Mapping

from summarizer.pointing.audit import Key
from summarizer.schemas.brief import Assessment, Incident, UnverifiedBrief
from summarizer.schemas.vocabulary import IncidentAttribution, Occurrence, ReadAttribution, ReadOccurrence

SURENESS: Mapping[Occurrence, int] = {
    "denied": 0,
    "retracted": 0,
    "withdrawn": 0,
    "disputed": 1,
    "possible": 2,
    "claimed": 3,
    "reported": 4,
    "confirmed": 5,
}
"""Occurrences from the least sure; those of one rank say the same. What was only planned or foiled is not compared."""

SAYS: Mapping[ReadAttribution, frozenset[IncidentAttribution]] = {
    "none": frozenset(("none", "unclaimed", "mentioned", "exonerated")),
    "denied": frozenset(("accused_denied", "denied", "claim_retracted", "claim_disowned", "claim_rejected")),
    "suspected": frozenset(("suspected",)),
    "others": frozenset(("accused_by_others", "accused_by_authorities")),
    "officials": frozenset(("accused_by_authorities", "accused_by_others")),
    "stated": frozenset(("reported_as_fact", "established")),
    "claimed": frozenset(
        ("claimed", "claimed_corroborated", "acknowledged_unnamed", "claimed_by_front", "conflicting")
    ),
    "competing": frozenset(("competing_claims", "rival_accusations", "conflicting")),
}
"""Each judgement of authorship, and the derived attributions that it agrees with; from the one that says least of anybody."""


SAYS_LESS: Mapping[IncidentAttribution, Mapping[ReadAttribution | None, IncidentAttribution]] = {
    "accused_by_authorities": {"suspected": "suspected", "none": "none"},
    "accused_by_others": {"suspected": "suspected", "none": "none"},
    "competing_claims": {"claimed": "claimed", "suspected": "suspected", "none": "none"},
    "rival_accusations": {"suspected": "suspected", "none": "none"},
}
"""What is shown of an accusation, or of several claims, that the reader takes for less; a claim by itself stands."""


def compared(assessment: Assessment, incident: Incident) -> Assessment:
    """The statuses as they are shown: as derived where the reader agrees or gives no judgement, else the more cautious.

    A judgement alone never makes anything surer than the recorded words do.

    Args:
        assessment: as the tables derive it.
        incident: with the reader's judgement.
    """
    occurrence = _occurrence(assessment.occurrence, incident.read_as)
    return assessment.model_copy(
        update={
            "occurrence": occurrence,
            "contested": assessment.contested and occurrence == assessment.occurrence,
            "derived": assessment.occurrence,
            "occurrence_differs": _occurrence_differs(assessment.occurrence, incident.read_as),
            "attribution": _attribution(assessment.attribution, incident.read_author),
            "derived_attribution": assessment.attribution,
            "author_differs": _author_differs(assessment.attribution, incident.read_author),
        }
    )


AGAINST_IT = frozenset({"denied", "retracted", "disputed"})
"""Judgements that must rest on somebody's word, which is asked for where it is not recorded.

A judgement that is surer than the words, or less sure by a degree, is no reason to ask: whose word is enough is the
table's to say, and the less sure is shown.
"""


ASKED = "You judge it {read}; the recorded words give {derived}. Which words of the article make it {read}, and whose?"


def disagreements(brief: UnverifiedBrief) -> dict[Key, str]:
    """The incidents that the reader takes for contradicted where no recorded word contradicts them, and what is asked."""
    assessed = [(incident, incident.assessment) for incident in brief.incidents if incident.assessment]
    return {
        ("incident", incident.id): ASKED.format(read=incident.read_as, derived=shown.derived)
        for incident, shown in assessed
        if shown.occurrence == incident.read_as
        if shown.occurrence in AGAINST_IT and shown.derived not in AGAINST_IT
    }


def _occurrence_differs(derived: Occurrence, read: ReadOccurrence | None) -> bool:
    return read is not None and SURENESS.get(derived) not in (None, SURENESS[read])


def _occurrence(derived: Occurrence, read: ReadOccurrence | None) -> Occurrence:
    """The less sure of the two, where they are compared."""
    if read is None or derived not in SURENESS:
        return derived
    return min(derived, read, key=SURENESS.__getitem__)


def _attribution(derived: IncidentAttribution, read: ReadAttribution | None) -> IncidentAttribution:
    return SAYS_LESS.get(derived, {}).get(read, derived)


def _author_differs(derived: IncidentAttribution, read: ReadAttribution | None) -> bool:
    return read is not None and derived not in SAYS[read]
