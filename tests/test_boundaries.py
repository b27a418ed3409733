"""Where words and numbers begin and end, as the lookup of a mention sees it."""

import hashlib

import pytest

from summarizer.documents.document import Document, Sentence
from summarizer.pointing.boundaries import CUTS, cuts
from summarizer.pointing.folding import fold
from summarizer.pointing.grounding import Index, find
from summarizer.pointing.roles import Mention


def found(sentence: str, text: str) -> str | None:
    """What is quoted for a mention in an article of one sentence."""
    document = Document(sentence, hashlib.sha256(sentence.encode()).hexdigest(), (Sentence(1, 1, 0, len(sentence)),))
    quote = find(Mention(sentence=1, text=text), Index.of(document)).quote
    return quote.text if quote else None


# For each rule: a sentence, words that the rule keeps from being found in it, words that are found.
BOUNDARIES = {
    "within a word": [
        ("Some 12 men", "2", "12"),
        ("The 2nd raid", "2", "2nd"),
        ("An unconfirmed raid", "confirmed", "unconfirmed"),
        ("He claimed it", "claim", "claimed"),
        ("10² men", "10", "10²"),
        ("2½ hours", "2", "2½"),
        ("un\u200bconfirmed", "confirmed", "unconfirmed"),
        ("a con\u00adfirmed raid", "firmed", "raid"),
        ("un\u0301confirmed", "confirmed", "uńconfirmed"),
    ],
    "within a number: 2.5, 1,200, 10:30, 9/11, 10-12": [
        ("2.5 tonnes", "2", "2.5"),
        ("2.5 tonnes", "5 tonnes", "2.5 tonnes"),
        ("2.5 tonnes", ".5 tonnes", "tonnes"),
        ("1,200 men", "1", "1,200"),
        ("1,200 men", "200 men", "1,200 men"),
        ("1,200 men", ",200 men", "men"),
        ("At 10:30 sharp", "10", "10:30"),
        ("After 9/11 came", "11", "9/11"),
        ("some 10–12 men", "12 men", "10-12 men"),
        ("some 10-12 men", "some 10", "some"),
        ("1'200 men", "200 men", "1’200 men"),
    ],
    "within a number grouped by hard spaces: 1 200": [
        ("1\u00a0200 men", "200 men", "1 200 men"),
        ("1\u202f200 men", "1", "1 200"),
    ],
    "a number from the hyphen or minus before it: F-16, -5": [
        ("An F-16 fell", "16", "F-16"),
        ("It was −5 degrees", "5 degrees", "-5 degrees"),
        ("the pre-2003 army", "2003 army", "army"),
    ],
    "a decimal from the point that it starts with: .22": [("a .22 rifle", "22 rifle", ".22 rifle")],
    "a number from its unit: 5%, $5": [
        ("about 5% of men", "5", "5%"),
        ("paid $5 each", "5 each", "$5 each"),
    ],
    "a number from its magnitude: 12 million": [
        ("some 12 million men", "12", "12 million"),
        ("some 12 million men", "million men", "men"),
        ("two hundred men", "two", "two hundred"),
        ("two hundred men", "hundred men", "two hundred men"),
    ],
    "a word from its prefix: un-confirmed": [
        ("An un-confirmed raid", "confirmed", "un-confirmed"),
        ("Non‑state groups", "state groups", "Non-state groups"),
        ("ANTI-REBEL RAID", "REBEL RAID", "ANTI-REBEL RAID"),
        ("pro-Ostavan rebels", "Ostavan rebels", "rebels"),
        ("twenty-two men", "two men", "twenty-two men"),
        ("un-\u0300confirmed", "confirmed", "un-\u0300confirmed"),
    ],
    "a word from its suffix: attack-free": [
        ("An attack-free year", "An attack", "attack-free"),
        ("Thirty-five men", "Thirty", "Thirty-five"),
    ],
    "a verb from its negation: can't": [("They can’t strike", "They can", "They can't strike")],
}
CASES = [(rule, *case) for rule, cases in BOUNDARIES.items() for case in cases]


def test_every_rule_of_boundaries_has_its_cases() -> None:
    """No rule stands untested."""
    assert list(BOUNDARIES) == list(CUTS)


@pytest.mark.parametrize(("rule", "sentence", "cut", "whole"), CASES)
def test_words_and_numbers_are_not_cut(rule: str, sentence: str, cut: str, whole: str) -> None:
    """Part of a word or number says something else; the whole is found."""
    assert found(sentence, cut) is None, rule
    assert found(sentence, whole) is not None, rule


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ostavan-backed rebels", "Ostavan"),
        ("The al-Maren base", "Maren"),
        ("UN-led forces", "led forces"),
        ("Ostava’s army", "Ostava"),
        ("the rebels’ raid", "rebels"),
        ("“Strike!” he said", "Strike"),
        ("the dead—12 civilians—were", "12 civilians"),
        ("the dead -- 12 of them --12 in all", "12 in all"),
        ("killed 12.", "12"),
        ("said...12 died", "12"),
        ("12, 13 and 14", "12"),
        ("a 12-member crew", "12"),
        ("In 2014 hundreds fled", "hundreds"),
        ("On 17 October 200 men", "200 men"),
        ("(12 men)", "12"),
        ("he said—non—confirmed", "confirmed"),
        ("伊朗支持的12人", "支持"),
        ("伊朗支持的12人", "12"),
        ("They cannot strike", "They cannot"),
        ("⚡\ufe0fStrike on Ostava", "Strike"),
    ],
)
def test_whole_words_are_found_beside_punctuation(sentence: str, text: str) -> None:
    """A boundary is where a reader sees one."""
    assert found(sentence, text) == text


def test_an_edge_between_a_letter_and_its_mark_is_a_cut() -> None:
    """A letter with a mark is another letter."""
    folded = fold("a x\u0323 b")
    assert [cuts(folded, edge) for edge in range(len(folded.text) + 1)] == [
        False,
        False,
        False,
        True,
        False,
        False,
        False,
    ]
