"""What is proposed twice becomes one, and every reference follows."""

from summarizer.verification import verify
from tests.items_factory import Article
from tests.proposing import as_draft
from tests.test_verifier import brief_of, codes, ends, harbour


def test_of_two_items_with_one_id_the_first_is_kept() -> None:
    """Both are told of, and what refers to the id refers to the first."""
    a = harbour()
    draft = as_draft(a.items())
    second = draft.actors[1].model_copy(update={"id": 1})
    brief = verify(draft.model_copy(update={"actors": [*draft.actors, second]}), a.document)
    told = [(one.id, one.disposition, one.because) for one in brief.audit.outcomes if one.item == "actor"]
    assert told == [(1, "kept", ""), (2, "kept", ""), (3, "kept", ""), (1, "rejected", "duplicate_id")]
    assert brief.actors[0].name[0].text == "the harbour police"
    assert ("duplicate_id", "actor", 1, "id") in codes(brief)


def test_a_merge_leads_every_reference_to_what_is_kept() -> None:
    """Actor 4 is actor 2 again: its claim is the Front's, and incident 2 is incident 1."""
    a = harbour()
    twin = a.actor("The Orrin Front")
    again = a.incident(("bomb",), kind="bombing", time="Sunday")
    a.statement("blame", "said", speaker=a.items().actors[1], about=again, whom=[twin], content="A bomb killed four")
    brief = brief_of(a)
    assert ends(brief)["actor", 4] == "merged_into duplicate"
    assert [(one.item, one.into) for one in brief.audit.outcomes if one.disposition == "merged_into"] == [
        ("actor", 2),
        ("incident", 1),
    ]
    assert (brief.statements[2].whom, brief.statements[2].about[0].incident) == ((2,), 1)


def test_what_is_merged_fills_what_the_kept_one_lacks() -> None:
    """The day stands only in the second; one incident has both place and day."""
    a = harbour()
    a.incident("bomb", kind="bombing", time="Sunday")
    brief = brief_of(a)
    assert [(one.place[0].text, one.time[0].text) for one in brief.incidents] == [("Tarn harbour", "Sunday")]


def test_two_links_to_one_incident_become_the_first() -> None:
    """Merged incidents leave a statement with one relation, the one that its status was derived from."""
    a = harbour()
    a.incident("bomb", kind="bombing", time="Sunday")
    police = as_draft(a.items()).statements[0]
    links = [police.about[0], police.about[0].model_copy(update={"incident": 2, "relation": "other"})]
    brief = brief_of(a, statements_1={"about": links})
    assert [(link.incident, link.relation) for link in brief.statements[0].about] == [(1, "authority")]
    assert brief.incidents[0].assessment is not None
    assert brief.incidents[0].assessment.basis.support[0].relation == "authority"


def test_what_is_merged_into_an_item_that_falls_falls_with_it() -> None:
    """Nobody carries the one incident that two items told of: both are told of as rejected."""
    a = Article("A bomb went off at Tarn harbour, and nobody knows more of it.")
    a.incident("bomb", place="Tarn harbour")
    a.incident("bomb", place="Tarn harbour")
    assert ends(brief_of(a)) == {("incident", 1): "rejected nothing_left", ("incident", 2): "rejected nothing_left"}
