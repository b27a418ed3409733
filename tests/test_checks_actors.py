"""Actors: kind, name and belonging against the actor's own words and those that stand in one phrase with them."""

import pytest

from summarizer.conflict.checks.actors import ACTOR_LINKS, is_only_described
from summarizer.conflict.checks.names import ALIAS
from summarizer.schemas.brief import Affiliation
from tests.items_factory import Article

SHOWN = [
    ("Police in Orvale said so.", "Police in Orvale", "public_body"),
    ("The Orda Observatory said so.", "The Orda Observatory", "monitor"),
    ("Orda General, the hospital of the valley, said so.", "Orda General", "public_body"),
    ("The emergency room at Orda General was full.", "Orda General", "public_body"),
    ("Col. Tal Berrin said so.", "Tal Berrin", "official"),
    ("Tal Berrin, a spokesman for the ministry, said so.", "Tal Berrin", "official"),
    ("The leader of the league, Tal Berrin, said so.", "Tal Berrin", "official"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), SHOWN)
def test_a_standing_that_a_word_shows_passes(text: str, name: str, kind: str) -> None:
    a = Article(text)
    assert a.codes(ACTOR_LINKS, a.actor(name, kind=kind)) == []


@pytest.mark.parametrize("kind", ["public_body", "monitor", "official"])
def test_a_standing_that_nothing_shows_is_marked(kind: str) -> None:
    """A word that weighs more in a status is not given on the extractor's word alone."""
    a = Article("The Amber League said so. Police detained the Amber League’s cook.")
    assert a.codes(ACTOR_LINKS, a.actor("The Amber League", kind=kind)) == ["standing_not_shown"]


def test_fighters_and_persons_are_no_police() -> None:
    a = Article("The Orda militia and Gen. Tal Berrin of the army met.")
    for name in ("The Orda militia", "Gen. Tal Berrin"):
        assert a.codes(ACTOR_LINKS, a.actor(name, kind="public_body")) == ["kind_contradicts_name"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Vellish officials", "official"),
        ("Two doctors in the valley", "people"),
        ("Leaders from various factions", "official"),
        ("its own correspondent", "person"),
        ("A teacher who hid", "person"),
    ],
)
def test_a_description_is_no_name(name: str, kind: str) -> None:
    a = Article(f"On Friday {name} spoke in Orda, a spokesman said.")
    assert is_only_described(a.actor(name, kind=kind))


def test_a_personal_name_is_not_unnamed() -> None:
    a = Article("Tal Berrin said so.")
    assert a.codes(ACTOR_LINKS, a.actor("Tal Berrin", kind="person", identity="anonymous")) == ["is_a_name"]


def test_a_description_in_capitals_is_no_personal_name() -> None:
    a = Article("AN UNIDENTIFIED MAN SPOKE TO TAL BERRIN.")
    described = {"kind": "person", "identity": "anonymous"}
    assert a.codes(ACTOR_LINKS, a.actor("AN UNIDENTIFIED MAN", **described)) == []
    assert a.codes(ACTOR_LINKS, a.actor("TAL BERRIN", **described)) == ["is_a_name"]


def test_the_office_of_a_person_is_a_body() -> None:
    a = Article("Mr. Berrin's office met Mr. Berrin.")
    assert a.codes(ACTOR_LINKS, a.actor("Mr. Berrin's office", kind="public_body")) == []
    assert a.codes(ACTOR_LINKS, a.actor(a.at("Mr. Berrin", 1), kind="public_body")) == ["kind_contradicts_name"]


def test_who_finds_out_monitors() -> None:
    a = Article("ORW has found nothing that bears the claim out. LTX met on Friday in Orda.")
    assert a.codes(ACTOR_LINKS, a.actor("ORW", kind="monitor")) == []
    assert a.codes(ACTOR_LINKS, a.actor("LTX", kind="monitor")) == ["standing_not_shown"]


def test_whom_somebody_blames_is_not_therefore_his_own() -> None:
    """A body's name may stand before that of its member; behind it, "of" must stand between."""
    a = Article("Minister Tal Berrin blamed the Amber League. Amber League spokesman Odo Holm denied it.")
    a.actor("Amber League")
    assert a.codes(ACTOR_LINKS, a.actor("Tal Berrin", kind="official")) == []
    assert a.codes(ACTOR_LINKS, a.actor("Odo Holm", kind="official")) == ["affiliation_left_out"]


def belonging(text: str, evidence: str) -> list[str]:
    a = Article(text)
    league = a.actor("the Amber League")
    link = Affiliation(actor=league.id, evidence=a.quotes(evidence))
    return a.codes(ACTOR_LINKS, a.actor("Tal Berrin", kind="person", affiliations=(link,)))


def test_belonging_is_shown_by_its_words_or_by_one_phrase() -> None:
    assert belonging("Tal Berrin, a cook of the Amber League, fled.", "the Amber League") == []
    assert belonging("Tal Berrin fled. He cooks for the Amber League.", "He cooks for the Amber League") == []


def test_a_name_in_the_same_sentence_shows_no_belonging() -> None:
    assert belonging("Tal Berrin fled, and the Amber League met.", "the Amber League") == ["affiliation_not_shown"]
    assert belonging("Tal Berrin was hunted by the Amber League.", "the Amber League") == ["affiliation_not_shown"]


def test_a_spokesman_of_an_armed_group_is_not_cut_loose_from_it() -> None:
    """Without the group he would count as an official with a duty to know."""
    a = Article("A spokesman for the Amber League said so.")
    league = a.actor("the Amber League")
    described = {"kind": "official", "identity": "anonymous"}
    assert a.codes(ACTOR_LINKS, a.actor("A spokesman", **described)) == ["affiliation_left_out"]
    assert a.codes(ACTOR_LINKS, a.actor("A spokesman", belongs_to=[league], **described)) == []


def test_an_alias_belongs_to_whose_name_it_is_part_of() -> None:
    a = Article("Ansa Holm met Tal Berrin of the Orda River Front (ORF). Holm left the Front.")
    holm = a.actor("Ansa Holm", kind="person", aliases=a.at("Holm", 1))
    berrin = a.actor("Tal Berrin", kind="person", aliases=a.at("Holm", 1))
    front = a.actor("Orda River Front", aliases=("ORF", a.at("the Front")))
    assert a.codes(ALIAS, front) == []
    assert a.codes(ALIAS, berrin) == ["alias_shared"]
    assert a.codes(ALIAS, holm) == ["alias_shared"]


def test_a_pronoun_is_no_name() -> None:
    a = Article("He came to the mill.")
    assert is_only_described(a.actor("He", kind="person"))
