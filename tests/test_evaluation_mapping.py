"""The one mapping table: every status has its word in the gold answers and in MUC-4, and no row is idle."""

from itertools import product
from typing import get_args

import pytest

from summarizer import verify
from summarizer.asking.lines import Lines, read
from summarizer.conflict.completing import completed
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.predictions import predicted
from summarizer.documents.document import Document
from summarizer.evaluation.gold import GoldAttribution, GoldOccurrence
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import (
    ActorAttribution,
    Frame,
    IncidentAttribution,
    IncidentKind,
    Occurrence,
    Relation,
    Stage,
    ThreatStatus,
)

EVERY = list(product(get_args(Occurrence), get_args(Stage), get_args(Frame)))
MUC4_STAGES = {"ACCOMPLISHED", "ATTEMPTED", "THREATENED", None}
MUC4_TYPES = {"ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "HIJACKING", None}
CONFIDENCES = {
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "POSSIBLE",
    "ACQUITTED",
}


@pytest.mark.parametrize(("occurrence", "stage", "frame"), EVERY)
def test_every_occurrence_stage_and_frame_has_its_words(occurrence: Occurrence, stage: Stage, frame: Frame) -> None:
    """No brief can hold an incident that the scorers would not understand."""
    assert mapping.news_occurrence(occurrence, stage, frame) in {*get_args(GoldOccurrence), None}
    assert mapping.muc4_stage(occurrence, stage, frame) in MUC4_STAGES


@pytest.mark.parametrize("name", ["news_occurrence", "muc4_stage"])
def test_every_row_is_reached(name: str) -> None:
    """A row that an earlier one hides would be a rule that does nothing."""
    reached = {mapping.row_of(name, *values) for values in EVERY}
    assert reached == set(range(len(mapping.table()[name])))


@pytest.mark.parametrize(
    ("occurrence", "stage", "frame", "news", "muc4"),
    [
        ("confirmed", "accomplished", "current", "confirmed", "ACCOMPLISHED"),
        ("possible", "unknown", "current", "reported", "ACCOMPLISHED"),
        ("reported", "accomplished", "current", "reported", "ACCOMPLISHED"),
        ("claimed", "accomplished", "current", "claimed", "ACCOMPLISHED"),
        ("disputed", "accomplished", "current", "disputed", "ACCOMPLISHED"),
        ("disputed", "attempted", "current", "disputed", "ATTEMPTED"),
        ("denied", "accomplished", "current", "denied", None),
        ("retracted", "accomplished", "current", "denied", None),
        ("withdrawn", "accomplished", "current", "denied", None),
        ("not_occurred", "foiled", "current", "foiled", "ATTEMPTED"),
        ("not_occurred", "planned", "current", "planned", "THREATENED"),
        ("not_occurred", "accomplished", "current", "denied", None),
        ("confirmed", "intercepted", "current", "attempted", "ATTEMPTED"),
        ("confirmed", "attempted", "current", "attempted", "ATTEMPTED"),
        ("confirmed", "accomplished", "background", "background", None),
        ("denied", "accomplished", "background", "background", None),
        ("confirmed", "accomplished", "exercise", None, None),
    ],
)
def test_an_incident_is_called_what_it_is(
    occurrence: Occurrence, stage: Stage, frame: Frame, news: str | None, muc4: str | None
) -> None:
    """An intercepted missile was an attempt; what was denied is no incident in MUC-4; a drill is none anywhere."""
    assert mapping.news_occurrence(occurrence, stage, frame) == news
    assert mapping.muc4_stage(occurrence, stage, frame) == muc4


ATTRIBUTIONS = {
    "competing_claims": "competing_claims",
    "rival_accusations": "competing_claims",
    "conflicting": "competing_claims",
    "claimed_by_front": "claimed",
    "claim_rejected": "denied",
    "claim_disowned": "denied",
    "claim_retracted": "denied",
    "exonerated": "none",
    "established": "none",
    "claimed_corroborated": "claimed",
    "claimed": "claimed",
    "acknowledged_unnamed": "claimed",
    "accused_denied": "denied",
    "accused_by_authorities": "accused_by_officials",
    "reported_as_fact": "none",
    "accused_by_others": "accused_by_others",
    "suspected": "suspected",
    "denied": "denied",
    "mentioned": "none",
    "unclaimed": "none",
    "none": "none",
}


@pytest.mark.parametrize("attribution", get_args(IncidentAttribution))
def test_every_attribution_has_its_word(attribution: IncidentAttribution) -> None:
    """A status added to the vocabulary without a word here fails."""
    assert mapping.news_attribution(attribution) == ATTRIBUTIONS[attribution]
    assert mapping.news_attribution(attribution) in get_args(GoldAttribution)


CONFIDENCE_OF = {
    "claim_rejected": "ACQUITTED",
    "claim_disowned": None,
    "claim_retracted": None,
    "exonerated": "ACQUITTED",
    "established": "REPORTED AS FACT",
    "claimed_corroborated": "CLAIMED OR ADMITTED",
    "claimed": "CLAIMED OR ADMITTED",
    "acknowledged_unnamed": "CLAIMED OR ADMITTED",
    "accused_denied": "SUSPECTED OR ACCUSED",
    "accused_by_authorities": "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "reported_as_fact": "REPORTED AS FACT",
    "accused_by_others": "SUSPECTED OR ACCUSED",
    "suspected": "SUSPECTED OR ACCUSED",
    "denied": None,
    "mentioned": "POSSIBLE",
}


@pytest.mark.parametrize("status", get_args(ActorAttribution))
def test_every_actor_has_its_confidence(status: ActorAttribution) -> None:
    """MUC-4's six values; a claim that its own claimant took back gives none."""
    assert mapping.muc4_confidence(status, frozenset({"combatant"})) == CONFIDENCE_OF[status]


@pytest.mark.parametrize("relation", get_args(Relation))
def test_an_accused_who_denies_is_accused_as_by_its_accuser(relation: Relation) -> None:
    """The accuser's relation decides between an authority's word, a finding and mere accusation."""
    word = mapping.muc4_confidence("accused_denied", frozenset({relation}))
    expected = {
        "authority": "SUSPECTED OR ACCUSED BY AUTHORITIES",
        "independent": "REPORTED AS FACT",
        "outlet": "REPORTED AS FACT",
    }
    assert word == expected.get(relation, "SUSPECTED OR ACCUSED")


def test_of_several_accusers_an_authority_counts_first() -> None:
    """An adversary's accusation does not weaken the police's."""
    accusers: frozenset[Relation] = frozenset({"combatant", "authority"})
    assert mapping.muc4_confidence("accused_denied", accusers) == "SUSPECTED OR ACCUSED BY AUTHORITIES"


@pytest.mark.parametrize("status", get_args(ActorAttribution))
def test_who_only_tells_the_deed_reports_it(status: ActorAttribution) -> None:
    """Officials, or another party, who tell what somebody did and blame nobody are taken at their word; a hedge stays one."""
    told = {"accused_by_authorities": "REPORTED AS FACT", "accused_by_others": "REPORTED AS FACT"}
    word = mapping.muc4_confidence(status, frozenset({"combatant"}), blamed=False)
    assert word == told.get(status, CONFIDENCE_OF[status])


def test_tables_have_no_row_for_what_does_not_exist() -> None:
    """A renamed status leaves no dead row behind."""
    table = mapping.table()
    assert set(table["attribution"]) == set(get_args(IncidentAttribution))
    assert set(table["confidence"]) == set(get_args(ActorAttribution))
    assert set(table["names"]["all"]) < set(get_args(ActorAttribution))
    assert set(table["accuser"]) == set(get_args(Relation))
    assert set(table["muc4_type"]) == set(get_args(IncidentKind))
    assert set(table["threat"]) == set(get_args(ThreatStatus))
    assert set(CONFIDENCE_OF.values()) - {None} <= CONFIDENCES


@pytest.mark.parametrize("kind", get_args(IncidentKind))
def test_every_kind_has_a_type_of_muc4(kind: IncidentKind) -> None:
    """One of its types, or none for what it does not count as an incident."""
    assert mapping.muc4_type(kind) in MUC4_TYPES


@pytest.mark.parametrize("status", get_args(ThreatStatus))
def test_only_a_current_threat_is_one_in_muc4(status: ThreatStatus) -> None:
    """In the gold answers every threat is listed, with its status."""
    assert mapping.threat_status(status, "news") == status
    assert mapping.threat_status(status, "muc4") == ("THREATENED" if status == "current" else None)


def test_nobody_is_named_where_the_attribution_names_nobody() -> None:
    """An actor who is only mentioned, or was cleared, is no perpetrator; of rival claimants all are named."""
    assert (
        mapping.names_with("none") == mapping.names_with("exonerated") == mapping.names_with("mentioned") == frozenset()
    )
    assert mapping.names_with("claimed") == {"claimed"}
    assert mapping.names_with("suspected") >= {
        "suspected",
        "accused_by_others",
    }  # the reader may say less than the words
    assert mapping.names_with("competing_claims") >= {"claimed", "accused_by_others"}
    assert not mapping.names_with("competing_claims") & {"mentioned", "exonerated", "denied"}


ARMYS = "S1 claim by 1 | cue 1:said | says 1:it killed nine | on 1 perpetrator"
LEAGUES = "S2 claim by 2 | cue 2:said | says 2:its Reed Brigade killed thirty | on 1 perpetrator"


@pytest.mark.parametrize(
    ("claims", "attribution", "doer"), [((ARMYS,), "claimed", "the Ostrel army"), ((ARMYS, LEAGUES), "none", None)]
)
def test_of_two_sides_that_say_what_they_did_in_a_fight_the_gold_answers_name_neither(
    claims: tuple[str, ...], attribution: str, doer: str | None
) -> None:
    document = Document.from_text(
        "In the clashes at Sarn the Ostrel army said it killed nine men. The Tarn League said its Reed Brigade killed thirty."
    )
    actors = "A1 armed_forces | name 1:the Ostrel army", "A2 armed_group | name 2:The Tarn League"
    clash = "I1 clashes is claimed author claimed | words 1:clashes | place 1:Sarn"
    draft, unread = read(Lines(lines=(*actors, clash, *claims)), Draft, document)
    (found,) = predicted(verify(completed(draft, document), document), document).attacks
    assert (unread, found.attribution, found.perpetrator) == ((), attribution, doer)
