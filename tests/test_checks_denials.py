"""A denial that stands beside an act and that no item cites is marked."""

import pytest

from summarizer.verification import verify
from tests.items_factory import Article
from tests.proposing import as_draft


def marked(text: str, denial: str | None = None) -> list[str]:
    """The words of denial that are marked, where the Front's claim is taken up, and the denial if it is given."""
    a = Article(text)
    front, army = a.actor("Orrin Front"), a.actor("the army", kind="armed_forces")
    bridge = a.incident("hit", kind="shelling", place="Orda")
    a.statement("claim", "said its men had hit", speaker=front, about=bridge, content="its men had hit the bridge")
    if denial:
        a.statement("deny_occurrence", denial, speaker=army, about=bridge)
    brief = verify(as_draft(a.items()), a.document)
    return [one.quotes[0].text for one in brief.audit.findings if one.code == "denial_left_out"]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("which the army called a lie", ["a lie"]),
        ("which the army denied", ["denied"]),
        ("which the army did not deny", []),
        ("which nobody in the army denies", ["denies"]),
        ("which the army would not call false", []),
        ("which the army watched", []),
    ],
)
def test_a_denial_beside_the_claim_is_marked_where_it_is_left_out(after: str, words: list[str]) -> None:
    """What is not denied is no denial, where the negation stands within three words of it."""
    assert marked(f"The Orrin Front said its men had hit the bridge of Orda, {after}.") == words


def test_a_denial_that_a_statement_cites_is_not_marked() -> None:
    """It is in the brief, and weighs."""
    text = "The Orrin Front said its men had hit the bridge of Orda, which the army called a lie."
    assert marked(text, "called a lie") == []


def test_a_denial_in_a_sentence_of_something_else_is_not_marked() -> None:
    """Only the sentences of the act and of what is said of it are looked at."""
    text = "The Orrin Front said its men had hit the bridge of Orda. On Monday the army denied the mill a loan of 90 crowns."
    assert marked(text) == []


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("On Monday the army denied that it was short of bread.", []),
        ("On Monday the army denied that it had a part in it.", ["denied"]),
        ("On Monday the army, which always denies it, was silent.", []),
        ("On Monday the army, which denies it, was silent.", ["denies"]),
    ],
)
def test_what_is_denied_takes_up_the_act(after: str, words: list[str]) -> None:
    """Neither another matter nor what somebody does every time is a denial of this act."""
    assert marked(f"The Orrin Front said its men had hit the bridge of Orda. {after}") == words


@pytest.mark.parametrize(
    ("told", "words"), [("with an invented name", []), ("which is invented", ["invented"]), ("by a fake road", [])]
)
def test_a_word_that_only_describes_a_thing_denies_nothing(told: str, words: list[str]) -> None:
    """ "The raid is invented" denies it, "an invented name" does not."""
    assert marked(f"The Orrin Front said its men had hit the bridge of Orda, {told}, near the army.") == words


def test_who_contradicts_those_who_deny_it_denies_nothing() -> None:
    """Where the denial is in the brief, "contradicts the army" is no further one; where it is not, it tells of one."""
    text = (
        "The Orrin Front said its men had hit the bridge of Orda, which contradicts the army. The army denied the raid."
    )
    assert (marked(text, "denied the raid"), marked(text)) == ([], ["contradicts", "denied"])
