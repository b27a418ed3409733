"""Sentences with words of threat, attack or claim that nothing cites."""

from pathlib import Path

import pytest

from summarizer.conflict.coder.discourse.answering import speakers_in
from summarizer.conflict.coverage import answers_for_harm, has_signs, tells_of_harm_to_come, uncovered
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


SHELLED = "Shells hit the harbour at Kel on Monday and killed two dockers."


@pytest.mark.parametrize(
    ("told", "speakers"),
    [
        ("The Lorran navy denied the charge.", ["The Lorran navy"]),
        ("The foreign ministry of Ostavia blamed Lorra.", ["The foreign ministry of Ostavia"]),
        ("The ministry rejected the accusation, calling it absurd.", ["The ministry"]),
        ("A spokesman for the League dismissed the reports as the work of enemies.", ["A spokesman for the League"]),
        ("The Front blamed the League, and the League blamed the Front.", ["The Front", "the League"]),
        ("The Marrow Front said that it had nothing to do with it.", ["The Marrow Front"]),
        ("Its commander owned up to the act in a letter.", ["Its commander"]),
        ("Harbour police confirmed the deaths on Tuesday.", ["Harbour police"]),
        ("The Front took back the claim.", ["The Front"]),
        ("The prime minister pointed the finger at Ostavia.", ["The prime minister"]),
        ("Ostavia was blamed.", []),
        ("He denied it.", []),
        ("The charge was denied by the navy.", []),
        ("The Salt Union denied shelling the pier.", ["The Salt Union"]),
    ],
)
def test_who_answers_for_what_was_told_is_listed_with_the_words_for_the_speaker(told: str, speakers: list[str]) -> None:
    """A pronoun shows nobody."""
    document = Document.from_text(f"{SHELLED} {told}")
    assert answers_for_harm(document, 2)
    assert uncovered(Article(document.text).items())[-1].text == told
    assert [quote.text for quote in speakers_in(document, 2)] == speakers


@pytest.mark.parametrize(
    "told",
    [
        "The bank denied the bribe claims.",
        "The minister denied the bribery charges.",
        "The ministry blamed the slump on Ostavia.",
        "The opposition accused the minister of lying.",
        "The company confirmed the sale.",
        "The mayor denied that he had taken the money.",
        "The firm rejected the offer.",
        "The coach blamed the referee for the defeat.",
        "Analysts blamed the weather.",
        "The union accused the owners of neglect.",
        "Police charged two men on Tuesday.",
        "The ministry might confirm the report later.",
        "The navy did not deny the charge.",
        "The Front refused to confirm the report.",
        "The heirs claimed the insurance.",
    ],
)
def test_another_matter_and_what_nobody_has_said_are_not_listed(told: str) -> None:
    """Though an attack was told in the sentence before."""
    assert not answers_for_harm(Document.from_text(f"{SHELLED} {told}"), 2)


def test_a_denial_far_from_any_words_of_attack_is_of_something_else() -> None:
    """What "it" points to is told in the few sentences before."""
    between = "It rained in Sella. The ferry ran late. The market was full. The mayor opened a school."
    document = Document.from_text(f"{SHELLED} {between} The Lorran navy denied it.")
    assert not answers_for_harm(document, 6)
    assert answers_for_harm(Document.from_text(f"{SHELLED} It rained. The Lorran navy denied it."), 3)


def test_the_words_for_a_speaker_are_the_article_s_own_characters() -> None:
    """They are read in plain characters."""
    document = Document.from_text(f"{SHELLED} The Lor\u00adran navy denied the charge.")
    assert [quote.text for quote in speakers_in(document, 2)] == ["The Lor\u00adran navy"]
