"""Drafts of several windows as one: who is the same, what a later window is told, and which ids mean what."""

import re
from typing import Any, get_args

import pytest

from summarizer.asking.stitching import Joined, joined, recorded
from summarizer.conflict.continuing import CONTINUATION, SORT
from summarizer.conflict.items import KINDS, Items
from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Actor, Affiliation, Casualty, Draft, Incident, Statement, Threat
from summarizer.schemas.vocabulary import ActorKind
from summarizer.verification import verify
from tests.proposing import any_draft, seeded

TEXT = (
    "The Varrow Front (VF) burned a mill in Dorvik. Ana Morrel spoke for it. A senior officer counted the dead.\n\n"
    "VF said that it will burn the bridge. Morrel, it said, was well. Another Morrel came from Tarn. "
    "A senior officer in Tarn said that nine people died in the mill."
)
DOCUMENT = Document.from_text(TEXT)


def at(sentence: int, *texts: str) -> list[Mention]:
    return [Mention(sentence=sentence, text=text) for text in texts]


def actor(number: int, name: list[Mention], *aliases: Mention, kind: Any = "armed_group", **more: Any) -> Actor:
    return Actor(id=number, name=name, aliases=list(aliases), kind=kind, **{"identity": "named", **more})


def fire(number: int = 1, **more: Any) -> Incident:
    return Incident(
        **{"id": number, "kind": "arson", "words": at(1, "burned"), "stage": "accomplished", "frame": "current", **more}
    )


def together(*drafts: Draft) -> Joined:
    result = Joined(Draft())
    for draft in drafts:
        result = joined(result, draft, DOCUMENT, KINDS, CONTINUATION)
    return result


FRONT = actor(1, at(1, "Varrow Front"), *at(1, "VF"))


def names(result: Joined) -> list[str]:
    return [one.name[0].text for one in result.draft.actors]


# --- who is the same ------------------------------------------------------------------------------


def test_every_kind_of_actor_is_of_a_sort() -> None:
    assert set(SORT) == set(get_args(ActorKind))


def test_an_actor_under_an_alias_known_before_is_that_actor() -> None:
    """VF is the Varrow Front, and what VF threatens the Varrow Front threatens."""
    threat = Threat(id=1, issuer=7, content=at(4, "it will burn the bridge"), form="explicit", status="current")
    result = together(Draft(actors=[FRONT]), Draft(actors=[actor(7, at(4, "VF"))], threats=[threat]))
    assert names(result) == ["Varrow Front"]
    assert result.draft.threats[0].issuer == 1
    assert [(o.item, o.id, o.disposition, o.into) for o in result.outcomes] == [("actor", 2, "merged_into", 1)]


def test_an_actor_whose_full_name_comes_later_is_the_one_known_by_the_short_one() -> None:
    """Case and article aside; the new name becomes an alias."""
    short = actor(1, at(4, "VF"))
    result = together(Draft(actors=[short]), Draft(actors=[actor(1, at(1, "The Varrow Front"), *at(1, "vf"))]))
    assert names(result) == ["VF"]
    assert [alias.text for alias in result.draft.actors[0].aliases] == ["The Varrow Front"]


def test_a_name_that_two_known_actors_bear_joins_neither() -> None:
    two = [
        actor(1, at(2, "Ana Morrel"), *at(2, "Morrel"), kind="person"),
        actor(2, at(6, "Another Morrel"), *at(6, "Morrel"), kind="person"),
    ]
    result = together(Draft(actors=two), Draft(actors=[actor(1, at(5, "Morrel"), kind="person")]))
    assert names(result) == ["Ana Morrel", "Another Morrel", "Morrel"]


def test_two_persons_who_share_only_an_alias_remain_two() -> None:
    ana = actor(1, at(2, "Ana Morrel"), *at(2, "Morrel"), kind="person")
    other = actor(1, at(6, "Another Morrel"), *at(6, "Morrel"), kind="person")
    assert len(together(Draft(actors=[ana]), Draft(actors=[other])).draft.actors) == 2


def test_a_group_and_a_person_of_one_name_remain_two() -> None:
    group, person = actor(1, at(5, "Morrel")), actor(1, at(5, "Morrel"), kind="person")
    assert len(together(Draft(actors=[group]), Draft(actors=[person])).draft.actors) == 2


def test_somebody_unnamed_is_the_same_only_where_the_same_words_stand() -> None:
    """The overlap is read twice; the officer in another sentence may be another officer."""
    first, again, other = (
        actor(1, at(sentence, "A senior officer"), kind="official", identity="anonymous") for sentence in (3, 3, 7)
    )
    result = together(Draft(actors=[first]), Draft(actors=[again]), Draft(actors=[other]))
    assert [one.name[0].sentence for one in result.draft.actors] == [3, 7]


def test_affiliations_found_later_are_kept() -> None:
    ana = actor(1, at(2, "Ana Morrel"), kind="person")
    bound = ana.model_copy(update={"id": 2, "affiliations": [Affiliation(actor=1001, evidence=at(2, "spoke for"))]})
    result = together(Draft(actors=[FRONT, ana.model_copy(update={"id": 2})]), Draft(actors=[bound]))
    assert [bond.actor for bond in result.draft.actors[1].affiliations] == [1]


# --- what is told twice ---------------------------------------------------------------------------


def test_an_item_of_the_list_is_referred_to_by_its_id() -> None:
    """A statement of the second window speaks of the first window's incident, and of nobody else's number 1."""
    second = Draft(
        incidents=[fire(1, words=at(4, "burn"), stage="planned")],
        statements=[Statement(id=1, kind="claim", speaker=1001, about=[About(incident=1001, relation="perpetrator")])],
    )
    result = together(Draft(actors=[FRONT], incidents=[fire()]), second)
    said = result.draft.statements[0]
    assert (said.speaker, said.about[0].incident) == (1, 1)
    assert [incident.id for incident in result.draft.incidents] == [1, 2]


def test_what_a_later_window_adds_to_an_incident_is_added() -> None:
    """Listed under the id that it was told: one incident, with the place that it had and the toll that it lacked."""
    toll = [Casualty(outcome="killed", count=at(7, "nine"), whom=at(7, "people"), cue=at(7, "died"))]
    later = fire(1001, words=at(7, "died"), place=at(7, "Tarn"), casualties=toll, damage=at(7, "mill"))
    (incident,) = together(Draft(incidents=[fire(place=at(1, "Dorvik"))]), Draft(incidents=[later])).draft.incidents
    assert (incident.words[0].text, incident.place[0].text, incident.damage[0].text) == ("burned", "Dorvik", "mill")
    assert incident.casualties == tuple(toll)


def test_a_reference_to_nothing_does_not_hit_another_window_s_item() -> None:
    """The second answer speaks of an actor 1 that it does not list: that is not the first window's actor 1."""
    statement = Statement(id=1, kind="claim", speaker=1, about=[About(incident=1, relation="perpetrator")])
    result = together(Draft(actors=[FRONT], incidents=[fire()]), Draft(statements=[statement]))
    said = result.draft.statements[0]
    assert (said.speaker, said.about[0].incident) == (0, 0)


def test_a_statement_repeated_by_the_overlap_is_one_whatever_it_is_linked_to() -> None:
    """The later window does not hold the incident; the link of the earlier one stays."""
    words = {"kind": "assert", "cue": at(3, "counted"), "content": at(3, "counted the dead")}
    linked = Statement(id=4, about=[About(incident=1, relation="outlet")], **words)
    result = together(Draft(incidents=[fire()], statements=[linked]), Draft(statements=[Statement(id=1, **words)]))
    assert [[link.incident for link in said.about] for said in result.draft.statements] == [[1]]


def test_an_incident_repeated_by_the_overlap_is_one_in_the_brief() -> None:
    """Both windows propose it; verification merges them by their words, and the audit tells."""
    one = Draft(
        incidents=[fire(place=at(1, "Dorvik"))],
        statements=[
            Statement(id=1, kind="assert", cue=at(1, "burned"), content=at(1, "burned a mill"),
                      about=[About(incident=1, relation="outlet")])
        ],
    )  # fmt: skip
    result = together(one, one)
    brief = verify(result.draft, DOCUMENT)
    assert [incident.id for incident in brief.incidents] == [1]
    assert [said.id for said in brief.statements] == [1]


def test_ids_given_twice_in_one_answer_stay_a_fault_of_that_answer() -> None:
    """The verifier tells of them, as of those of a whole article."""
    result = together(Draft(incidents=[fire()]), Draft(incidents=[fire(3), fire(3)]))
    assert [incident.id for incident in result.draft.incidents] == [1, 2, 2]


# --- what a later window is told ------------------------------------------------------------------


def test_a_later_window_is_told_of_named_actors_incidents_and_threats() -> None:
    """In the article's words with their sentences, in a fixed order, under ids that no window gives by itself."""
    draft = Draft(
        actors=[FRONT, actor(2, at(3, "A senior officer"), kind="official", identity="anonymous")],
        incidents=[fire(place=at(1, "Dorvik"))],
        threats=[Threat(id=1, issuer=1, content=at(4, "it will burn the bridge"), form="explicit", status="current")],
    )
    assert recorded(draft, DOCUMENT, Items, CONTINUATION).split("\n") == [
        "actor 1001: armed_group, “Varrow Front”, “VF” (1)",
        "incident 1001: arson, “burned”, “Dorvik” (1)",
        "threat 1001: by actor 1001, “it will burn the bridge” (4)",
    ]


def test_a_later_window_is_told_no_word_that_the_article_lacks() -> None:
    """What the model made up goes no further, and what it misplaced is told from its place."""
    draft = Draft(actors=[actor(1, at(1, "Obey the Front")), actor(2, at(6, "Varrow Front"))])
    assert recorded(draft, DOCUMENT, Items, CONTINUATION) == "actor 1002: armed_group, “Varrow Front” (1)"


def test_the_list_names_what_two_windows_found_alike_once() -> None:
    draft = Draft(incidents=[fire(1), fire(2)])
    assert recorded(draft, DOCUMENT, Items, CONTINUATION) == "incident 1001: arson, “burned” (1)"


def test_an_empty_record_says_so() -> None:
    assert recorded(Draft(), DOCUMENT, Items, CONTINUATION) == "(nothing)"


# --- whatever is proposed -------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_every_proposed_item_is_in_the_joined_draft_or_told_of(seed: int) -> None:
    """Nothing that any window proposes is lost on the way, and what is told of went into an item that is there."""
    drafts = [any_draft(seeded(seed, window), DOCUMENT) for window in range(3)]
    result = together(*drafts)
    for kind, name in KINDS.items():
        proposed = sum(len(getattr(draft, name)) for draft in drafts)
        there = [item.id for item in getattr(result.draft, name)]
        went = [outcome for outcome in result.outcomes if outcome.item == kind]
        assert len(there) + len(went) == proposed
        assert {outcome.into for outcome in went} <= set(there)
        assert not {outcome.id for outcome in went} & set(there)


@pytest.mark.parametrize("seed", range(40))
def test_a_window_by_itself_means_what_it_means_alone(seed: int) -> None:
    """The first window's items and links are what they are without a second, apart from what is added to them."""
    first = together(any_draft(seeded(seed, "first"), DOCUMENT))
    both = joined(first, any_draft(seeded(seed, "second"), DOCUMENT), DOCUMENT, KINDS, CONTINUATION)
    for name in ("incidents", "statements", "threats", "warnings"):
        before, after = getattr(first.draft, name), getattr(both.draft, name)
        assert [item.id for item in before] == [item.id for item in after][: len(before)]
    warned = [(item.speaker, item.feared) for item in first.draft.warnings]
    assert warned == [(item.speaker, item.feared) for item in both.draft.warnings][: len(warned)]


@pytest.mark.parametrize("seed", range(40))
def test_the_list_is_the_same_for_the_same_draft_and_one_line_for_each_item(seed: int) -> None:
    """No word of an article or a draft begins a line of its own between the delimiters."""
    draft = any_draft(seeded(seed), DOCUMENT)
    told = recorded(draft, DOCUMENT, Items, CONTINUATION)
    assert told == recorded(draft, DOCUMENT, Items, CONTINUATION)
    assert all(re.match(r"(actor|incident|threat) -?\d+: |\(nothing\)$", line) for line in told.split("\n"))
