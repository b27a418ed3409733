"""What the article does not say itself: reports, rumours, denials; doers that are named and cannot be told; and counts."""

import pytest

from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.pipeline import render
from summarizer.verification import verify
from tests.coding import drafted, named, said, threat, words


def page(text: str, reader: str = "coder") -> str:
    """The page of what the coder reads, its lines joined."""
    document = Document.from_text(text)
    brief = verify(code(document), document).model_copy(update={"read_by": reader})
    return " ".join(render(brief, document, "text").split())


# --- named, not resolved -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Velm Front met the Orda League near Torvik. On Monday it shelled a school in Kardo.", "it"),
        ("The Velm Front fought the Orda League near Torvik. They burned two mills in Kardo on Monday.", "They"),
        ("The Velm Front and the Orda League met. The group burned two mills in Kardo on Monday.", "The group"),
        ("Ostrel Kastan burned two mills in Kardo on Monday.", "Ostrel Kastan"),
    ],
)
def test_a_doer_who_cannot_be_told_is_named_not_resolved(text: str, doer: str) -> None:
    assert f"NAMED, NOT RESOLVED: “{doer}”" in page(text)
    assert not [each for each in drafted(text).statements if each.whom]


def test_a_doer_who_is_only_described_is_no_name() -> None:
    assert "DESCRIBED ONLY AS “Masked gunmen”" in page("Masked gunmen shot two clerks in Torvik on Monday.")


def test_of_a_model_s_draft_whose_doer_is_not_named_that_is_not_stated() -> None:
    told = page("Two clerks were shot in Torvik on Monday.", reader="model")
    assert "who did it" in told.partition("A1 NOT STATED")[2].partition("CHECKS")[0]
    assert "NOT RESOLVED" not in told


@pytest.mark.parametrize(("reader", "accused"), [("coder", "none read as accused"), ("model", "none accused")])
def test_that_nobody_is_accused_rules_only_did_not_read(reader: str, accused: str) -> None:
    told = page("A bomb hit a school in Kardo on Monday. No group claimed responsibility.", reader)
    assert f"UNCLAIMED: “No group claimed responsibility”; {accused}" in told


def test_who_says_that_it_did_it_is_the_one_who_says_it() -> None:
    """Another party beside the speaker makes no riddle of "it"."""
    text = "The Orda League left. The Velm Front said on Monday that it had shelled a school in Kardo."
    assert said(text) == [("claim", "Velm Front")]


# --- who says it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Reports spread by foreign stations that our forces shelled the clinic at Velm are an invention.",
        "Rumours circulating in Torvik that gunmen shot two monks on Monday have upset many.",
        "It is not true that rebels burned the mill in Velm on Monday.",
        "The story that rebels burned the mill in Velm on Monday is false.",
    ],
)
def test_what_nobody_vouches_for_is_no_attack(text: str) -> None:
    assert drafted(text).incidents == ()


@pytest.mark.parametrize("verb", ["denies", "rejects claim", "dismisses report"])
def test_a_headline_of_denial_asserts_nothing(verb: str) -> None:
    text = f"Ministry {verb} depot was shelled near Velm\n\nThe talks went on."
    assert "assert" not in [kind for kind, _ in said(text)]


def test_who_denies_deaths_counts_no_dead() -> None:
    text = "The Kardo ministry denied reports that dozens of its soldiers were killed in an ambush at Velm."
    (incident,) = drafted(text).incidents
    assert incident.casualties == ()
    assert said(text) == [("deny_occurrence", "Kardo ministry")]


def test_what_nobody_denies_is_told() -> None:
    text = "That shells fell on the stalls of Velm market on Friday nobody denies."
    assert [kind for kind, _ in said(text)] == ["assert"]


def test_the_words_behind_a_speaker_do_not_make_him_one_who_was_spoken_of() -> None:
    """ "He said by radio" is no participle."""
    text = "Elder Dano Reth fled. Rebels burned a barn in Velm on Monday, he said by radio."
    assert [kind for kind, speaker in said(text) if speaker is None] == []


def test_two_speakers_behind_what_they_say_are_both_heard() -> None:
    text = "A mine struck a bus near Velm, wounding six, local officials and farmers said."
    draft = drafted(text)
    assert [words(target.text) for each in draft.incidents for target in each.targets] == ["a bus"]
    assert {named(draft, each.speaker) for each in draft.statements} == {"local officials", "farmers"}


def test_a_suspect_who_was_struck_leaves_no_doubt_of_the_act() -> None:
    draft = drafted("One suspected bomber was shot dead by police in Velm on Monday.")
    assert [words(each.hedge) for each in draft.statements] == [""]


def test_a_denial_is_not_of_what_was_told_before_another_act() -> None:
    text = (
        "Rebels burned six lorries at Velm quarry on Tuesday. They also had a clash with a patrol near Orda bridge. "
        '"Nothing happened there," Captain Juro Astel said.'
    )
    assert "deny_occurrence" not in [kind for kind, _ in said(text)]


# --- days ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The governor of Kardo said on Monday that rebels shot two guards in Velm.",
        "Kardo's mayor on Monday denied that gunmen had shot two guards in Velm.",
        "A man was jailed for nine years on Friday for the bombing of the Velm theatre in Kardo.",
        "Jets levelled two barns in Velm; the order was withdrawn the next morning.",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_attack(text: str) -> None:
    assert [words(each.time) for each in drafted(text).incidents] == [""]


def test_the_nearest_day_is_that_of_the_attack() -> None:
    text = "The army said on Friday that rebels ambushed a lorry near Velm on Wednesday."
    assert [words(each.time) for each in drafted(text).incidents] == ["Wednesday"]


# --- one event or two ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two clerks in Torvik; a bus was hit by a mine near Velm.",
        "Gunmen shot two clerks in Torvik, and a few hours later a mine struck a bus near Velm.",
        "A bomb went off in Velm on Monday. Its maker, Ivo Kast, was killed in a shoot-out with police in Torvik.",
    ],
)
def test_what_is_told_apart_is_two_events(text: str) -> None:
    assert len(drafted(text).incidents) == 2


def test_flats_in_which_somebody_was_arrested_were_not_attacked() -> None:
    text = "Police foiled a plan to bomb the Velm parade, arresting four people in raids on two flats."
    assert [words(target.text) for each in drafted(text).incidents for target in each.targets] == ["the Velm parade"]


def test_a_thing_s_own_parts_are_nobody() -> None:
    assert drafted("The van was found in Velm on Monday, its seats slashed.").incidents == ()


def test_where_an_act_was_is_not_who_did_it() -> None:
    (incident,) = drafted("In 1999 the bombing in Velm that killed 14 people shook Kardo.").incidents
    assert incident.perpetrator_words == ()


# --- counts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("a dozen guards", "a dozen"),
        ("half a dozen guards", "half a dozen"),
        ("nearly a dozen guards", "nearly a dozen"),
        ("more than a hundred guards", "more than a hundred"),
        ("a couple of guards", "a couple"),
        ("at least 12 guards", "at least 12"),
        ("a guard", "a"),
    ],
)
def test_a_count_is_given_in_all_its_words(told: str, count: str) -> None:
    (incident,) = drafted(f"Rebels killed {told} in Velm on Monday.").incidents
    assert [words(each.count) for each in incident.casualties] == [count]


def test_a_group_is_not_one() -> None:
    (incident,) = drafted("Rebels killed a group of guards in Velm on Monday.").incidents
    assert incident.casualties == ()


# --- threats -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Front vowed on Friday to avenge its commander, Marek Dole, who was killed this week.",
        "Rebel leader Marek Dole threatened revenge for the raid on Torvik.",
    ],
)
def test_who_is_avenged_is_not_threatened(text: str) -> None:
    _, found = threat(text)
    assert found.targets == ()


def test_a_threat_of_years_ago_is_no_news() -> None:
    text = "He recalled a quarrel ten years ago in which President Dask threatened to sink trawlers."
    _, found = threat(text)
    assert found.status == "background"
