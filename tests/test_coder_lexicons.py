"""The coder's word lists load, contradict each other nowhere, and stay within the closed vocabulary."""

import re
from collections import defaultdict
from typing import Any, get_args

import pytest

from summarizer.lexicons import lexicon
from summarizer.schemas.vocabulary import IncidentKind, Outcome, Stage

LISTS = ("verbs", "functions", "nouns", "weapons", "times")
ROWS = [(name, table, entry["words"]) for name in LISTS for table, entry in lexicon(name).items() if "words" in entry]
NOUN_TABLES = [table for table, entry in lexicon("nouns").items() if "words" in entry]
ACTS: list[dict[str, Any]] = lexicon("acts")["act"]
COUNTRIES: list[dict[str, Any]] = lexicon("demonyms")["country"]
MAY_OVERLAP = {
    frozenset({"determiners", "quantifiers"}): "'some' opens a phrase and says how many",
    frozenset({"determiners", "pronouns_subject"}): "'this' stands before a noun and alone",
    frozenset({"possessives", "pronouns_object"}): "'her' is both",
    frozenset({"possessives", "relative"}): "'whose' is both",
    frozenset({"pronouns_subject", "pronouns_object"}): "'it' is both",
    frozenset({"pronouns_object", "relative"}): "'whom' is both",
    frozenset({"pronouns_subject", "pronouns_object", "quantifiers"}): "'others' is all three",
}
"""Pairs of classes of functions.toml, of those that open or stand for a phrase, that may share words."""
OPENERS = (
    "determiners",
    "possessives",
    "relative",
    "pronouns_subject",
    "pronouns_object",
    "quantifiers",
    "number_words",
)
HELPERS = ("auxiliaries", "modals", "coordinators", "adjectives", "adverbs")
FINDS = {"by", "target", "weapon", "place", "time"}


def shared(entries: dict[str, list[str]]) -> dict[str, list[str]]:
    """The words that stand under more than one key."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, listed in entries.items():
        for word in listed:
            owners[word].append(key)
    return {word: keys for word, keys in owners.items() if len(keys) > 1}


@pytest.mark.parametrize(("name", "table", "listed"), ROWS)
def test_a_table_says_why_and_lists_each_phrase_once_in_lower_case(name: str, table: str, listed: list[str]):
    assert lexicon(name)[table]["reason"].endswith(".")
    assert [phrase for phrase in listed if phrase != " ".join(phrase.lower().split())] == []
    assert sorted(listed) == sorted(set(listed))


def test_no_noun_denotes_two_things():
    assert shared({table: lexicon("nouns")[table]["words"] for table in NOUN_TABLES}) == {}


def test_no_weapon_stands_in_two_families():
    assert shared({family: entry["words"] for family, entry in lexicon("weapons").items()}) == {}


def test_words_that_open_a_phrase_stand_in_one_class_but_for_the_known_pairs():
    found = shared({table: lexicon("functions")[table]["words"] for table in OPENERS})
    assert {word for word, keys in found.items() if frozenset(keys) not in MAY_OVERLAP} == set()


def test_helping_verbs_joining_words_adjectives_and_adverbs_keep_apart():
    assert shared({table: lexicon("functions")[table]["words"] for table in HELPERS}) == {}


def test_no_noun_for_a_person_or_a_body_is_listed_as_a_usual_adjective():
    heads = {noun for table in NOUN_TABLES for noun in lexicon("nouns")[table]["words"]}
    assert heads & set(lexicon("functions")["adjectives"]["words"]) == {"dead"}


def test_plurals_are_single_words_of_letters_or_follow_the_noun_in_length():
    forms: dict[str, str] = lexicon("nouns")["irregular_plurals"]["forms"]
    assert [noun for noun, form in forms.items() if len(form.split()) != len(noun.split())] == []
    assert forms["policeman"] == "policemen"
    assert forms["troops"] == "troops"


def test_every_irregular_verb_has_a_past_and_a_participle():
    forms: dict[str, str] = lexicon("verbs")["irregular"]["forms"]
    assert [base for base, both in forms.items() if not re.fullmatch(r"[a-z/]+ [a-z/]+", both)] == []
    assert forms["blow"] == "blew blown"
    assert forms["shoot"] == "shot shot"


@pytest.mark.parametrize("table", ["irregular", "doubling", "nounlike"])
def test_what_is_said_of_a_verb_is_said_of_a_listed_one(table: str):
    entry = lexicon("verbs")[table]
    assert set(entry.get("words", entry.get("forms", ()))) - set(lexicon("verbs")["common"]["words"]) == set()


def test_a_weapon_suggests_a_known_kind_or_none():
    known = {"", *get_args(IncidentKind)}
    assert [family for family, entry in lexicon("weapons").items() if entry["kind"] not in known] == []


def test_every_kind_of_incident_has_words_of_its_own():
    assert {row["kind"] for row in ACTS if "verbs" in row or "nouns" in row} == set(get_args(IncidentKind))


@pytest.mark.parametrize("row", ACTS, ids=[row["example"] for row in ACTS])
def test_an_act_stays_within_the_vocabulary_and_its_example_holds_what_it_finds(row: dict[str, Any]):
    assert row["kind"] in get_args(IncidentKind)
    assert re.fullmatch(r"ASSAULT/[a-z-]+", row["plover"])
    assert row.get("stage", "accomplished") in get_args(Stage)
    assert row.get("outcome", "killed") in get_args(Outcome)
    assert row.get("object", "target") in {"target", "victim", "weapon"}
    assert row.get("subject", "actor") in {"actor", "target", "victim", "weapon", "other"}
    assert set(row["finds"]) <= FINDS
    assert [words for words in row["finds"].values() if words not in row["example"]] == []


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_no_words_for_an_act_stand_in_two_rows(part: str):
    assert shared({row["example"]: row.get(part, []) for row in ACTS}) == {}


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_words_for_an_act_are_lower_case(part: str):
    listed = [phrase for row in ACTS for phrase in row.get(part, [])]
    assert [phrase for phrase in listed if phrase != " ".join(phrase.lower().split())] == []


def test_a_noun_for_an_act_denotes_nothing_else():
    nouns = {noun for row in ACTS for noun in row.get("nouns", ())}
    others = {noun for table in NOUN_TABLES for noun in lexicon("nouns")[table]["words"]}
    weapons = {word for entry in lexicon("weapons").values() for word in entry["words"]}
    assert nouns & (others | weapons) == set()


def test_a_country_has_a_code_of_its_own_and_no_name_means_two():
    codes = [row["alpha_2"] for row in COUNTRIES]
    assert [code for code in codes if not re.fullmatch("[A-Z]{2}", code)] == []
    assert sorted(codes) == sorted(set(codes))
    names = {row["alpha_2"]: [row["name"], *row["demonyms"], *row.get("aliases", ())] for row in COUNTRIES}
    assert shared(names) == {}
