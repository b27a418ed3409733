"""Names: an alias of two, a part of a longer name and a mixed alphabet are noticed; titles and nationalities are not."""

import pytest

from summarizer.conflict.checks.names import ALIAS, ALPHABET, LONGER_NAME
from tests.items_factory import Article


def test_an_alias_of_two_actors_is_marked():
    a = Article("The Orrin Front (OF) and the Orda Force (OF) met the Tarn Brigade (TB).")
    front = a.actor("Orrin Front", aliases="OF")
    a.actor("Orda Force", aliases=[a.at("OF", 1)])
    brigade = a.actor("Tarn Brigade", aliases="TB")
    assert a.codes(ALIAS, front) == ["alias_shared"]
    assert a.codes(ALIAS, brigade) == []


def test_a_name_within_anothers_longer_name_is_dropped():
    a = Article("In Orda the Free Vellish Army met the Vellish Army.")
    a.actor("Free Vellish Army")
    assert a.codes(LONGER_NAME, a.actor(a.at("Vellish Army", 0))) == ["part_of_longer_name"]
    assert a.codes(LONGER_NAME, a.actor(a.at("Vellish Army", 1))) == []


def test_a_name_within_a_longer_one_that_no_actor_bears_is_marked():
    a = Article("In Orda the Free Vellish Army met.")
    assert a.codes(LONGER_NAME, a.actor("Vellish Army")) == ["perhaps_longer_name"]


def test_a_name_before_a_word_for_a_force_is_part_of_its_name():
    a = Article("In Orda the Tarnsong Brigade met.")
    assert a.codes(LONGER_NAME, a.actor("Tarnsong")) == ["perhaps_longer_name"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Orrin Front fighters met.",
        "Vellish Orrin Front fighters met.",
        "In Orda General Orrin Front spoke.",
        "The Vellish-backed Orrin Front met.",
        "Velland’s Orrin Front met.",
        "He said Orrin Front Commander Tal Berrin met them.",
    ],
)
def test_titles_days_and_nationalities_beside_a_name_are_no_part_of_it(text):
    a = Article(text)
    assert a.codes(LONGER_NAME, a.actor("Orrin Front")) == []


def test_a_part_of_the_actors_own_name_is_its_alias():
    a = Article("The Orrin River Front met. The River Front spoke.")
    front = a.actor("Orrin River Front", aliases=a.at("River Front", 0))
    assert a.codes(LONGER_NAME, front) == []


def test_a_word_of_two_alphabets_is_marked_where_it_stands():
    mixed = "Оrrin"  # the first letter is Cyrillic
    a = Article(f"{mixed} police met the Фронт in Velland.")
    actor = a.actor(f"{mixed} police")
    assert [(found.code, found.field) for found in a.findings(ALPHABET, actor)] == [("mixed_script", "name")]
    assert a.codes(ALPHABET, a.actor("Фронт")) == []
    assert a.codes(ALPHABET, a.actor("Velland")) == []


def test_aliases_far_from_the_name_do_not_vouch_for_each_other() -> None:
    far = "It rained in the valley, and nothing was heard of anybody for a long time. " * 6
    a = Article(f"Tal Berrin met the mayor. {far}The Ferryman, or the Toad, was seen in Orda.")
    berrin = a.actor("Tal Berrin", kind="person", aliases=[a.at("The Ferryman"), a.at("the Toad")])
    assert a.codes(ALIAS, berrin) == ["alias_not_shown"]
