"""Who speaks, and for whom: actors and speakers that the coder finds."""

import pytest

from tests.coding import actor, drafted, named, said, statement, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army said that rebels bombed the bridge at Torvik.", "army"),
        ("Rebels bombed the bridge at Torvik, the army said.", "army"),
        ('"Rebels bombed the bridge at Torvik," said the army.', "army"),
        ('"Rebels bombed the bridge," the army said, "and they fled to Torvik."', "army"),
        ("According to the army, rebels bombed the bridge at Torvik.", "army"),
        ("Rebels bombed the bridge at Torvik, according to the army.", "army"),
        ("The army told reporters on Monday that rebels bombed the bridge at Torvik.", "army"),
        ("Governor Dara Venn said that rebels bombed the bridge at Torvik.", "Dara Venn"),
        ("THE ARMY SAID THAT REBELS BOMBED THE BRIDGE AT TORVIK.", "ARMY"),
    ],
)
def test_the_speaker_stands_before_behind_or_amid_what_is_said(text: str, speaker: str) -> None:
    """Wherever the words of saying stand, what is told is the speaker's and not the article's."""
    assert said(text) == [("assert", speaker)]


def test_a_pronoun_speaks_for_who_was_named_before() -> None:
    """ "He" is the man of the sentence before."""
    text = "Governor Dara Venn visited Torvik. He said that rebels bombed the bridge there."
    assert said(text) == [("assert", "Dara Venn")]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    """A quotation that runs on over a full stop is still the speaker's."""
    text = '"It was a black day," said Governor Dara Venn. "Rebels bombed the bridge at Torvik."'
    assert said(text) == [("assert", "Dara Venn")]


def test_a_statement_speaks_for_its_author() -> None:
    """What "its statement" says is said by whoever issued it."""
    text = (
        "The Velm Front claimed the bombing of the bridge. Its statement said that its men bombed the mill at Torvik."
    )
    draft = drafted(text)
    assert {named(draft, each.speaker) for each in draft.statements} == {"Velm Front"}


def test_whoever_passes_words_on_is_no_speaker() -> None:
    """The group claims, and the police pass it on."""
    draft, found = statement(
        "Police said the Velm Front had claimed responsibility for the bombing of the mill in Torvik on Monday.",
        "claim",
    )
    assert (named(draft, found.speaker), [named(draft, each) for each in found.relayed_by]) == (
        "Velm Front",
        ["Police"],
    )


def test_an_acronym_in_brackets_is_an_alias() -> None:
    """The short name later in the article is the same actor."""
    text = "The Velm Front (VF) bombed the bridge at Torvik on Monday. The VF claimed responsibility for the bombing."
    draft, found = actor(text, "Velm Front")
    assert [words([each]) for each in found.aliases] == ["VF"]
    assert len(draft.actors) == 1


def test_the_guard_of_one_name_is_not_that_of_another() -> None:
    """Two fronts stay two actors."""
    text = "The Velm Front bombed the bridge at Torvik. The Ansar Front denied that it had bombed the bridge."
    draft = drafted(text)
    assert {"Velm Front", "Ansar Front"} <= {words(each.name) for each in draft.actors}


def test_gunmen_are_nobody_by_name() -> None:
    """Unnamed perpetrators are never given as whom a statement names."""
    draft = drafted("Gunmen shot a mayor in Torvik on Monday.")
    assert [each.whom for each in draft.statements] == [()]


def test_members_of_a_group_that_nothing_names_are_not_that_group() -> None:
    """ "The cell" is not looked up among its own members without end; they speak for themselves."""
    text = "A lawyer for two jailed members of the cell said that the cell bombed the bridge at Torvik."
    assert said(text) == [("assert", "A lawyer for two jailed members")]


def test_a_spokesman_behind_his_groups_name_speaks_himself() -> None:
    """ "Velm Front spokesman Dara Venn" is a person."""
    assert said("Velm Front spokesman Dara Venn said rebels bombed the mill.")[0] == ("assert", "Dara Venn")


def test_an_unnamed_group_may_claim() -> None:
    """ "An anonymous group" is a body, so that "it" may stand for it."""
    text = "In a letter, an anonymous group said it bombed the bridge at Torvik."
    assert said(text) == [("claim", "an anonymous group")]


# --- behind a clause that somebody denies or says ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The Orda Front denied that its gunners had bombed the bridge at Kardo and said the army had bombed it.",
            [("deny_responsibility", "Orda Front"), ("assert", "Orda Front")],
        ),
        (
            "The Orda Front denied its gunners had bombed the bridge at Kardo but added that the army had bombed it.",
            [("deny_responsibility", "Orda Front"), ("assert", "Orda Front")],
        ),
        (
            "The Orda Front denied that its gunners had bombed the bridge at Kardo, saying the army had bombed it.",
            [("deny_responsibility", "Orda Front"), ("assert", "Orda Front")],
        ),
        (
            "The mayor said gunmen had bombed the bridge at Kardo and said three clerks had been killed by a bomb.",
            [("assert", "mayor")],
        ),
        (
            "The mayor said the council had shut the road and told clerks that gunmen had bombed the bridge at Kardo.",
            [],
        ),
        (
            "The Orda Front denied that its gunners bombed the bridge at Kardo and said the army bombed it.",
            [("deny_responsibility", "Orda Front")],
        ),
        (
            "The Orda Front denied that its gunners had bombed the bridge at Kardo and accused the army of bombing it.",
            [("deny_responsibility", "Orda Front")],
        ),
    ],
)
def test_who_says_more_behind_a_clause_is_not_who_is_told_of_in_it(
    text: str, statements: list[tuple[str, str]]
) -> None:
    """The tense tells whose "and said" it is; where it does not, the words are nobody's."""
    assert said(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that its generals had admitted bombing the bridge.",
        "The governor denied that the army had said the Front had bombed the bridge.",
        "The Front denied that its envoy had blamed the army for the bombing.",
        "The army denied that its men had entered Kardo and claimed responsibility for the bombing.",
    ],
)
def test_what_is_denied_to_have_been_said_is_nobody_s_statement(text: str) -> None:
    assert said("A bomb destroyed the bridge at Kardo on Monday. " + text) == [("assert", None)]


def test_what_is_denied_to_have_been_threatened_is_no_threat() -> None:
    assert not drafted("The army denied that its men had entered Kardo and threatened to burn the mill.").threats


@pytest.mark.parametrize(
    "text",
    [
        "The Front denied that it had bombed the bridge, which the army said had been bombed by rebels.",
        "The army said rebels had bombed the bridge, and the Front denied that its chief had admitted it.",
    ],
)
def test_another_s_words_beside_a_denial_stay_their_own(text: str) -> None:
    assert "army" in [speaker for _, speaker in said("A bomb destroyed the bridge at Kardo on Monday. " + text)]
