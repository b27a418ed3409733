"""The assembly: what a dropped value or item takes along, what is merged, and how each item ends."""

from typing import Any

import pytest

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.brief import Brief
from summarizer.schemas.draft import Draft, Target
from summarizer.verification import verify
from tests.items_factory import Article
from tests.proposing import as_draft

TEXT = (
    "A bomb killed four dock workers at Tarn harbour on Sunday, the harbour police said. The Orrin Front claimed"
    " responsibility for the bombing. The mayor, Ansa Holm, said nine workers died. The Vellish navy denied that its"
    " ships were hit by the bomb."
)
MADE_UP = [Mention(sentence=1, text="words that nobody wrote")]


def harbour(text: str = TEXT) -> Article:
    """A bombing told of by the police (statement 1) and claimed by the Front (statement 2)."""
    a = Article(text)
    police = a.actor("the harbour police", kind="public_body")
    front = a.actor("The Orrin Front")
    a.actor("Ansa Holm", kind="official")
    bomb = a.incident("bomb", kind="bombing", place="Tarn harbour")
    a.statement(
        "assert", "said", speaker=police, about=bomb, relation="authority", content="A bomb killed four dock workers"
    )
    a.statement("claim", "claimed responsibility", speaker=front, about=bomb, content="the bombing")
    return a


def brief_of(a: Article, **changes: Any) -> Brief:
    return verify(changed(as_draft(a.items()), **changes), a.document)


def changed(draft: Draft, **changes: Any) -> Draft:
    """The draft with fields of some items replaced: `statements_1={"cue": []}`."""
    lists: dict[str, list[Any]] = {}
    for place, update in changes.items():
        name, _, number = place.rpartition("_")
        items = lists.get(name, getattr(draft, name))
        lists[name] = [item.model_copy(update=update) if item.id == int(number) else item for item in items]
    return draft.model_copy(update=lists)


def ends(brief: Brief) -> dict[tuple[str, int], str]:
    """How each item ended, and why."""
    return {(one.item, one.id): f"{one.disposition} {one.because}".strip() for one in brief.audit.outcomes}


def occurrence(brief: Brief, number: int = 1) -> str | None:
    incident = next(one for one in brief.incidents if one.id == number)
    return incident.assessment.occurrence if incident.assessment else None


def codes(brief: Brief) -> list[tuple[str, str | None, int | None, str]]:
    return [(one.code, one.item, one.id, one.field) for one in brief.audit.findings]


def test_a_correct_draft_is_kept_whole() -> None:
    """Nothing is dropped, nothing marked, and the status follows from who says so."""
    brief = brief_of(harbour())
    assert set(ends(brief).values()) == {"kept"}
    assert codes(brief) == []
    assert occurrence(brief) == "confirmed"


# --- cascades -------------------------------------------------------------------------------------------


def test_what_a_dropped_actor_says_is_dropped_and_the_status_with_it() -> None:
    """Without the police only the claim is left."""
    brief = brief_of(harbour(), actors_1={"name": MADE_UP})
    assert ends(brief)["actor", 1] == "rejected absent"
    assert ends(brief)["statement", 1] == "rejected rests_on_rejected"
    assert occurrence(brief) == "claimed"


def test_an_incident_that_nobody_is_left_to_carry_is_dropped() -> None:
    """Both speakers fall, with them what they say, and the incident with that."""
    brief = brief_of(harbour(), actors_1={"name": MADE_UP}, actors_2={"name": MADE_UP})
    assert ends(brief)["statement", 2] == "rejected rests_on_rejected"
    assert ends(brief)["incident", 1] == "rejected nothing_left"
    assert (brief.incidents, brief.statements) == ((), ())


def test_whatever_falls_with_another_leaves_a_finding_that_says_so() -> None:
    """No drop without a word in the audit: the statements that rested on the speakers, and the incident on them."""
    brief = brief_of(harbour(), actors_1={"name": MADE_UP}, actors_2={"name": MADE_UP})
    fallen = {
        (f.item, f.id, f.code) for f in brief.audit.findings if f.check == "references" and f.severity == "reject"
    }
    assert fallen == {
        ("statement", 1, "rests_on_rejected"),
        ("statement", 2, "rests_on_rejected"),
        ("incident", 1, "nothing_left"),
    }


def test_what_is_said_only_of_a_dropped_incident_is_dropped() -> None:
    """A statement about nothing says nothing; the actors stay."""
    brief = brief_of(harbour(), incidents_1={"words": MADE_UP})
    assert ends(brief)["incident", 1] == "rejected absent"
    assert [ends(brief)["statement", number] for number in (1, 2)] == ["rejected rests_on_rejected"] * 2
    assert len(brief.actors) == 3


def test_a_statement_on_two_incidents_stays_with_the_one_that_is_left() -> None:
    """The link to the dropped one goes, and a mark tells of it."""
    a = harbour()
    front = a.items().actors[2]
    other = a.incident("ships were hit")
    a.statement("claim", "claimed", speaker=front, about=other)
    both = [*as_draft(a.items()).statements[1].about, *as_draft(a.items()).statements[2].about]
    brief = brief_of(a, incidents_2={"words": MADE_UP}, statements_2={"about": both})
    assert [link.incident for link in brief.statements[1].about] == [1]
    assert ("leads_nowhere", "statement", 2, "about") in codes(brief)


def test_a_count_whose_source_is_dropped_is_not_given_to_the_article() -> None:
    """Nine dead by the mayor's word are nobody's word without the mayor."""
    a = harbour()
    mayor = as_draft(a.items()).actors[2]
    toll = a.casualty("killed", "nine", whom="workers", cue="died", source=mayor.id)
    draft = changed(as_draft(a.items()), incidents_1={"casualties": as_draft_casualty(toll)})
    assert [one.source for one in verify(draft, a.document).incidents[0].casualties] == [3]
    brief = verify(changed(draft, actors_3={"name": MADE_UP}), a.document)
    assert brief.incidents[0].casualties == ()
    assert ("source_dropped", "incident", 1, "casualties.0") in codes(brief)


def as_draft_casualty(casualty: Any) -> list[Any]:
    """One casualty as a draft proposes it."""
    a = harbour()
    a.incident("bomb", casualties=(casualty,))
    return list(as_draft(a.items()).incidents[-1].casualties)


def test_a_claim_for_somebody_who_is_dropped_is_not_given_to_its_speaker() -> None:
    """The mayor says that a group did it; without the group the mayor would have done it."""
    a = harbour()
    a.statement(
        "claim",
        "claimed",
        speaker=a.items().actors[2],
        about=a.items().incidents[1],
        whom=[a.actor("The Vellish navy")],
    )
    brief = brief_of(a, actors_4={"name": MADE_UP})
    assert ends(brief)["statement", 3] == "rejected rests_on_rejected"


def test_other_references_to_a_dropped_actor_go_with_a_mark() -> None:
    """Blame of a dropped actor is blame of nobody; the reader is told."""
    a = harbour()
    navy = a.actor("The Vellish navy", kind="armed_forces")
    a.statement("dispute", "denied", speaker=navy, about=a.items().incidents[1], whom=[a.items().actors[3]])
    brief = brief_of(a, actors_3={"name": MADE_UP})
    assert brief.statements[2].whom == ()
    assert ("leads_nowhere", "statement", 3, "whom") in codes(brief)


def test_an_affiliation_with_a_dropped_actor_is_marked() -> None:
    """An official of a dropped body may be anybody's; the mark stands at the name."""
    a = harbour()
    a.actor("The Vellish navy", kind="armed_forces", belongs_to=[a.items().actors[2]])
    brief = brief_of(a, actors_2={"name": MADE_UP})
    assert brief.actors[-1].affiliations == ()
    assert ("leads_nowhere", "actor", 4, "affiliations") in codes(brief)


def test_an_incident_whose_denial_is_dropped_is_marked() -> None:
    """Without the navy's word the bombing looks surer than the article leaves it, and the reader is told."""
    a = harbour()
    navy = a.actor("The Vellish navy", kind="armed_forces")
    a.statement("deny_occurrence", "denied", speaker=navy, about=a.items().incidents[1], relation="struck_side")
    assert occurrence(brief_of(a)) == "disputed"
    brief = brief_of(a, actors_4={"name": MADE_UP})
    assert occurrence(brief) == "confirmed"
    assert ("doubt_dropped", "incident", 1, "") in codes(brief)


def test_a_cascade_runs_on_to_its_end() -> None:
    """Actor, statement, incident, the other statement on the incident: the silence of the navy about nothing."""
    a = Article("The Orrin Front claimed the raid. Of the raid the Vellish navy could say nothing: it did not comment.")
    front, navy = a.actor("The Orrin Front"), a.actor("the Vellish navy", kind="armed_forces")
    raid = a.incident("raid")
    a.statement("claim", "claimed", speaker=front, about=raid)
    a.statement("no_comment", "did not comment", speaker=navy, about=raid)
    brief = brief_of(a, actors_1={"name": MADE_UP})
    assert ends(brief)["incident", 1] == "rejected nothing_left"
    assert ends(brief)["statement", 2] == "rejected rests_on_rejected"
    assert ends(brief)["actor", 2] == "kept"


# --- what is left is checked as it will be read -------------------------------------------------------------


def test_an_item_that_passed_only_by_a_dropped_one_is_dropped_too() -> None:
    """That it happened after all only a statement says which the article does not make: both go."""
    text = (
        "The Amber League had planned to attack the port. “Rockets hit the port on Monday,” the mayor of Orvale said."
    )
    a = Article(text)
    attack = a.incident("attack")
    a.statement("assert", "planned to attack", about=attack)
    a.statement("assert", "hit", about=attack, content="Rockets hit the port on Monday")
    brief = brief_of(a)
    assert ends(brief)["statement", 2] == "rejected attributed"
    assert ends(brief)["incident", 1] == "rejected not_yet_done"


def test_marks_name_values_by_their_place_in_the_brief() -> None:
    """The second count becomes the first when the first is dropped, and its mark goes with it."""
    a = Article("A bomb blew up 14 kilograms of powder. It killed at least four guards of the port of Orvale.")
    counts = (a.casualty("killed", "14", cue="killed"), a.casualty("killed", "four", whom="guards", cue="killed"))
    bomb = a.incident("bomb", casualties=counts)
    a.statement("assert", "blew up", about=bomb)
    brief = brief_of(a)
    assert [quote.text for one in brief.incidents[0].casualties for quote in one.count] == ["four"]
    assert [(code, field) for code, _, _, field in codes(brief) if code == "qualifier_left_out"] == [
        ("qualifier_left_out", "casualties.0")
    ]


# --- essential values -----------------------------------------------------------------------------------------

ESSENTIAL = [
    ("actors", "name", "absent"),
    ("incidents", "words", "absent"),
    ("statements", "cue", "absent"),
    ("statements", "content", "absent"),
    ("statements", "hedge", "absent"),
    ("threats", "content", "absent"),
    ("warnings", "content", "absent"),
]


def every_kind() -> Article:
    a = harbour(TEXT + " The Front vowed to burn the ships. The embassy warned that the Front might strike again.")
    a.threat(a.items().actors[2], "vowed to burn the ships", cue="vowed", target="the ships", time="Sunday")
    a.warning("the Front might strike again", cue="warned", place="Tarn harbour")
    return a


@pytest.mark.parametrize(("name", "field", "because"), ESSENTIAL)
def test_an_item_without_an_essential_value_is_dropped(name: str, field: str, because: str) -> None:
    """It would say something else, or nothing; a hedge that is not there might stand for one that is."""
    brief = brief_of(every_kind(), **{f"{name}_1": {field: MADE_UP}})
    assert ends(brief)[name[:-1], 1] == f"rejected {because}"


@pytest.mark.parametrize(
    ("name", "field"), [("incidents", "place"), ("threats", "time"), ("warnings", "place"), ("threats", "targets")]
)
def test_an_item_without_another_value_stays(name: str, field: str) -> None:
    """Only the value goes, and the audit keeps its text apart."""
    made_up = [Target(kind="thing", text=MADE_UP)] if field == "targets" else MADE_UP
    brief = brief_of(every_kind(), **{f"{name}_1": {field: made_up}})
    assert ends(brief)[name[:-1], 1] == "kept"
    assert getattr(getattr(brief, name)[0], field) == ()
    assert [one.raw for one in brief.audit.rejected_raw] == [MADE_UP[0].text]


@pytest.mark.parametrize(
    ("place", "empty"),
    [
        ("actors_1", {"name": []}),
        ("incidents_1", {"words": []}),
        ("statements_1", {"cue": [], "content": []}),
        ("threats_1", {"content": []}),
        ("warnings_1", {"content": []}),
    ],
)
def test_an_item_that_cites_no_words_for_what_it_says_is_dropped(place: str, empty: dict[str, Any]) -> None:
    """A place or a speaker's pronoun is no evidence that anything was said or done."""
    brief = brief_of(every_kind(), **{place: empty})
    assert ends(brief)[place.split("_")[0][:-1], 1] == "rejected no_evidence"


# --- what is derived ------------------------------------------------------------------------------------------


def test_a_hedge_that_was_left_out_makes_the_incident_possible() -> None:
    """The statement takes the hedge up, the reader sees a mark, and nothing is reported as a fact."""
    a = Article("Rockets reportedly hit the port of Orvale.")
    a.statement("assert", content="hit the port", about=a.incident("Rockets"))
    brief = brief_of(a)
    assert [quote.text for quote in brief.statements[0].hedge] == ["reportedly"]
    assert occurrence(brief) == "possible"
    assert codes(brief) == [("hedge_left_out", "statement", 1, "hedge")]


def test_a_description_given_as_a_name_names_nobody() -> None:
    """It is put right, as whatever a table settles; no mark stands in the brief."""
    a = Article("Army officials said that rockets hit the port of Orvale.")
    officials = a.actor("Army officials", kind="official")
    rockets = a.incident("rockets")
    a.statement("assert", "said", speaker=officials, content="rockets hit the port", about=rockets)
    brief = brief_of(a)
    assert [actor.identity for actor in brief.actors] == ["anonymous"]
    assert [found for found in brief.audit.findings if found.item == "actor"] == []


def test_an_incident_that_only_sums_up_others_has_no_status() -> None:
    """It is in the brief as long as one of them is."""
    a = harbour("Two attacks shook Orvale. " + TEXT)
    a.incident("attacks", summarises=(1,))
    brief = brief_of(a)
    assert ends(brief)["incident", 2] == "kept"
    assert occurrence(brief, 2) is None


def test_an_incident_that_sums_up_dropped_ones_falls_unless_somebody_speaks_of_it() -> None:
    """A sum of nothing is nothing; one that is asserted stands by itself."""
    a = harbour("Two attacks shook Orvale. " + TEXT)
    sum_ = a.incident("attacks", summarises=(1,))
    assert ends(brief_of(a, incidents_1={"words": MADE_UP}))["incident", 2] == "rejected rests_on_rejected"
    a.statement("assert", "shook", about=sum_)
    brief = brief_of(a, incidents_1={"words": MADE_UP})
    assert occurrence(brief, 2) == "reported"
    assert brief.incidents[0].summarises == ()


def test_a_threat_that_restates_a_dropped_one_stands_for_itself_with_a_mark() -> None:
    """The restatement is all that is left of the threat; it is counted."""
    a = every_kind()
    a.threat(a.items().actors[2], "burn the ships", cue="vowed", restates=2)
    draft = changed(as_draft(a.items()), threats_2={"restates": 9})
    brief = verify(draft, a.document)
    assert [threat.restates for threat in brief.threats][-1] is None
    assert ("restates_nothing", "threat", 2, "restates") in codes(brief)


def test_counts_delivery_and_conditions_follow_from_the_words() -> None:
    """Whatever an extractor thinks of them, code reads them off the article."""
    a = Article(
        "“We will burn the port unless the fleet leaves,” the Orrin Front said. A bomb killed at least four guards."
    )
    front = a.actor("the Orrin Front")
    a.threat(front, "We will burn the port", cue="said", condition="unless the fleet leaves")
    toll = a.casualty("killed", "at least four", whom="guards", cue="killed")
    a.statement("assert", "killed", about=a.incident("bomb", casualties=(toll,)))
    brief = brief_of(a)
    assert (brief.threats[0].delivery, brief.threats[0].conditionality) == ("quoted", "ultimatum")
    assert [(one.at_least, one.at_most) for one in brief.incidents[0].casualties] == [(4, None)]


def test_the_strict_policy_asks_more_of_an_official_account() -> None:
    """The police's relation is shown by no words: standard confirms, strict reports."""
    a = harbour()
    a.actor("The Vellish navy", kind="armed_forces")
    draft = changed(as_draft(a.items()), actors_1={"kind": "official"}, statements_2={"speaker": 4, "kind": "dispute"})
    draft = draft.model_copy(update={"statements": draft.statements[:1]})
    by_policy = [verify(draft, a.document, policy=policy) for policy in ("standard", "strict")]
    assert [occurrence(brief) for brief in by_policy] == ["confirmed", "reported"]
    assert [brief.policy for brief in by_policy] == ["standard", "strict"]


def test_in_another_language_nothing_is_confirmed() -> None:
    """The checks read English: what the police confirm in German is reported."""
    text = "Eine Bombe tötete vier Menschen im Hafen, wie die Polizei von Orvale am Freitag der Zeitung im Hafen sagte."
    a = Article(text, language="und")
    police = a.actor("die Polizei von Orvale", kind="public_body")
    bomb = a.incident("Bombe", kind="bombing")
    a.statement("confirm", "sagte", speaker=police, about=bomb, relation="authority", content="tötete vier Menschen")
    brief = verify(as_draft(a.items()), Document.from_text(text))
    assert occurrence(brief) == "reported"
    assert [code for code, *_ in codes(brief)] == ["not_english"]


def test_nothing_proposed_gives_an_empty_brief_that_lists_what_it_left() -> None:
    """The sentences with words of attack are named."""
    brief = verify(Draft(), harbour().document)
    assert (brief.audit.outcomes, brief.incidents) == ((), ())
    assert [quote.sentence for quote in brief.audit.uncovered] == [1, 2, 4]


def test_a_mention_without_words_is_noted_and_marks_nothing() -> None:
    """An extractor that has no count, and says so with an empty one, has said nothing that could be wrong."""
    a = Article("Rockets hit the port of Orvale and killed a guard.")
    hit = a.incident("Rockets hit the port", casualties=(a.casualty("killed", cue="killed", whom="a guard"),))
    a.statement("assert", "hit", content="Rockets hit the port", about=hit)
    draft = as_draft(a.items())
    casualty = draft.incidents[0].casualties[0].model_copy(update={"count": [Mention(sentence=1, text="")]})
    brief = verify(changed(draft, incidents_1={"casualties": [casualty]}), a.document)
    assert [one.severity for one in brief.audit.findings if one.check == "grounding"] == ["note"]


REASONS = {"absent", "ambiguous", "duplicate_id", "no_evidence", "rests_on_rejected", "nothing_left"}


def test_each_reason_of_an_outcome_occurs() -> None:
    """One draft in which an item falls for every reason that no check gives."""
    a = every_kind()
    draft = as_draft(a.items())
    names = {"absent": "nobody at all", "ambiguous": "the", "no_evidence": "…"}
    actors = [draft.actors[0].model_copy(update={"id": number, "name": [Mention(sentence=99, text=text)]})
              for number, text in enumerate(names.values(), 10)]  # fmt: skip
    actors += [draft.actors[0], draft.actors[0].model_copy(update={"id": 20, "name": []})]
    incident = draft.incidents[0].model_copy(update={"id": 9, "words": [Mention(sentence=4, text="hit")]})
    orphan = draft.statements[0].model_copy(update={"id": 9, "speaker": 77})
    proposed = draft.model_copy(
        update={
            "actors": [*draft.actors, *actors],
            "incidents": [*draft.incidents, incident],
            "statements": [*draft.statements, orphan],
        }
    )
    assert {one.because for one in verify(proposed, a.document).audit.outcomes} == REASONS | {""}
