"""Sentences with words of threat, attack or claim that nothing cites."""

from pathlib import Path

import pytest

from summarizer.conflict.coverage import has_signs, tells_of_harm_to_come, uncovered
from summarizer.documents.document import Document
from tests.items_factory import Article

SEED = Path(__file__).parents[1] / "seeds" / "000_7b84bdcd6d97ee1e.txt"
TEXT = (
    "Rockets hit the depot at Orvale and killed a guard. The League claimed responsibility for it. "
    "It has rained for a week in the bay. Gunmen attacked the mill."
)


def test_sentences_with_such_words_that_no_item_cites_are_listed() -> None:
    """What an incident or a statement quotes is covered; rain is of no interest."""
    a = Article(TEXT)
    incident = a.incident("Rockets hit")
    assert [quote.sentence for quote in uncovered(a.items())] == [2, 4]
    a.statement("claim", "claimed responsibility", about=incident)
    assert [quote.text for quote in uncovered(a.items())] == ["Gunmen attacked the mill."]


def test_an_actor_s_name_covers_nothing() -> None:
    """That somebody is named in a sentence says nothing of the attack in it."""
    a = Article(TEXT)
    a.actor("Gunmen", identity="generic")
    assert 4 in [quote.sentence for quote in uncovered(a.items())]


def test_a_quotation_over_two_sentences_covers_both() -> None:
    """A threat that runs on is cited whole."""
    a = Article("The miners must leave the valley, or they will be attacked. We will kill the guards as well.")
    a.threat(a.actor("The miners"), "they will be attacked. We will kill the guards")
    assert uncovered(a.items()) == ()


def test_set_phrases_are_no_attacks() -> None:
    """A heart attack and a strike for wages ask for no reader's look."""
    document = Document.from_text("He died of a heart attack. The clerks are on strike. A bomb went off.")
    assert [has_signs(document, number) for number in (1, 2, 3)] == [False, False, True]


def test_the_last_paragraph_of_the_seed_article_is_worth_a_look() -> None:
    """ "further escalation" is such a word, and the sentence before it holds none."""
    document = Document.from_text(SEED.read_text(encoding="utf-8"))
    last = len(document.sentences)
    assert [has_signs(document, number) for number in (last - 1, last)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The Marrow Brigade warned that it would sink every ferry unless its prisoners were freed.",
        "The Salt Road Movement vowed to burn the depots one after another.",
        "Its fighters would burn the city first, the spokesman said.",
        "Trucks seen leaving the zone will be destroyed, the minister said.",
        "Leaflets told residents to leave by nightfall or be treated as fighters.",
        "The mayor warned that the Brigade would burn the town if help did not come.",
        '"Any pilot who flies over the valley will be shot down," he said.',
        '"We know where you live," the letter ended: "we will come for you."',
    ],
)
def test_sentences_that_promise_harm_in_other_words_are_listed(text: str) -> None:
    """Whatever verb the harm is told by, and whoever would do it."""
    document = Document.from_text(text)
    assert [quote.sentence for quote in uncovered(Article(text).items())] == [
        each.number for each in document.sentences
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The central bank warned that inflation would hit savings and investors.",
        "The ferry company threatened to raise its prices, and vowed to crush its competitors.",
        "The coach promised that his side would hit back in the next match.",
        "The doctor said the man would die within days.",
        "The fire burned for days, and the mill will be rebuilt.",
        "The president promised new roads and schools.",
    ],
)
def test_markets_sport_and_mere_death_promise_no_harm(text: str) -> None:
    """Words of law, trade and sport around them, and what only befalls somebody."""
    assert not tells_of_harm_to_come(Document.from_text(text), 1)
