"""Every row of the word lists loads, is lower-case, stands once in its table, and is found by its own pattern."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.lexicons import lemmas, lexicon, pattern, phrases_pattern, whole, words
from summarizer.lexicons.inflection import all_forms, plural
from summarizer.lexicons.listed import listed, tables

OWN = ("cues", "titles", "negation")
ROWS = [(name, table) for name in OWN for table in lexicon(name)]


def test_the_lists_under_test_are_there():
    there = {path.name for path in files("summarizer.lexicons").iterdir()}
    assert {f"{name}.toml" for name in OWN} <= there


@pytest.mark.parametrize("path", sorted(files("summarizer.lexicons").glob("*.toml")), ids=lambda path: path.stem)
def test_a_word_list_is_read_as_the_toml_that_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert tables(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'words = []\n[list]\nwords = [ "one", ]\nvalues = [1, 2]',
        'words = [\n  "one", # not "none"\n  "two",\n]',
        'words = ["says \\"no\\"", "caf\\u00e9"]',
        'words = [\'"plain"\', "o\'clock"]',
        '[[row]]\nwords = ["a", "b"]\nof = { words = ["c"] }\n[[row]]\nwords = [["d"], "e"] # "f"\n',
        'reason = """\nwords = 1\n"""\nwords = ["""a""", "]", "#"]',
    ],
)
def test_lists_of_every_form_are_read_as_toml_means_them(text):
    assert tables(text) == tomllib.loads(text)


def test_a_mistake_behind_a_list_is_told_with_its_line():
    with pytest.raises(tomllib.TOMLDecodeError, match="line 5"):
        tables('words = [\n  "one",\n  "two",\n]\nreason = \n')


@pytest.mark.parametrize(("name", "table"), ROWS)
def test_a_table_says_why_it_is_there(name, table):
    assert lexicon(name)[table]["reason"].endswith(".")
    assert lexicon(name)[table]["source"]


@pytest.mark.parametrize(("name", "table"), ROWS)
def test_phrases_are_lower_case_and_stand_once(name, table):
    listed = lexicon(name)[table]["words"]
    assert [phrase for phrase in listed if phrase != " ".join(phrase.lower().split())] == []
    assert sorted(listed) == sorted(set(listed))


LISTED = [
    pytest.param(table, id=f"{path.stem} {entry}")
    for path in sorted(files("summarizer.lexicons").glob("*.toml"))
    for entry, table in listed(path.stem).items()
    if isinstance(table, dict) and table.keys() & {"verbs", "nouns", "of", "acts"} and "words" in table
]


@pytest.mark.parametrize("table", LISTED)
def test_no_phrase_is_listed_that_a_verb_or_another_table_gives(table):
    given = set(whole({key: table[key] for key in ("verbs", "nouns", "of", "acts") if key in table})["words"])
    assert sorted(given & set(table["words"])) == []


def test_a_verb_stands_for_all_its_forms():
    assert set(words("cues", "confirm")) >= {"confirm", "confirms", "confirming", "upheld", "bore out", "verifies"}
    assert "confirm" in lemmas("cues", "confirm")
    assert "confirms" not in lemmas("cues", "confirm")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("foil", "foil foils foiling foiled"),
        ("marshal", "marshal marshals marshaling marshaled marshalling marshalled"),
        ("stab", "stab stabs stabbing stabbed"),
        ("deny", "deny denies denying denied"),
        ("die", "die dies dying died"),
        ("free", "free frees freeing freed"),
        ("kidnap", "kidnap kidnaps kidnapping kidnapped"),
        ("torch", "torch torches torching torched"),
        ("strike", "strike strikes striking struck stricken"),
    ],
)
def test_a_verb_has_its_forms_by_rule_and_by_list(verb, forms):
    assert all_forms(verb) == tuple(forms.split())


@pytest.mark.parametrize(
    ("noun", "other"),
    [
        ("raid", "raids"), ("ambush", "ambushes"), ("policeman", "policemen"), ("car bomb", "car bombs"),
        ("head of state", "heads of state"), ("attorney general", "attorneys general"), ("head of a mission", "heads of a mission"),
    ],
)  # fmt: skip
def test_a_noun_has_its_plural(noun, other):
    assert plural(noun) == other


def test_of_several_words_the_first_is_the_verb():
    assert all_forms("blow up") == ("blow up", "blows up", "blowing up", "blew up", "blown up")


@pytest.mark.parametrize(("name", "table"), ROWS)
def test_each_phrase_is_found_whole_in_any_case(name, table):
    found = pattern(name, table)
    listed = lexicon(name)[table]["words"]
    assert [phrase for phrase in listed if found.fullmatch(phrase.upper()) is None] == []


@pytest.mark.parametrize(("name", "table"), ROWS)
def test_no_phrase_is_found_within_a_longer_word(name, table):
    found = pattern(name, table)
    listed = [phrase for phrase in lexicon(name)[table]["words"] if phrase[0].isalnum()]
    assert [phrase for phrase in listed if found.fullmatch(f"q{phrase}") is not None] == []


KNOWN = words("harm", "attack", "threat")


@given(st.lists(st.sampled_from([*KNOWN, " ", "  ", "\n", "x", "s", ",", "-"]), max_size=12).map("".join))
def test_phrases_that_share_their_beginnings_are_found_as_if_listed_one_by_one(text):
    """The longest phrase at each place, whole words only, whatever the case and the white space."""
    ordered = sorted(KNOWN, key=lambda phrase: (-len(phrase), phrase))
    listed = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    one_by_one = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
    found = [match.span() for match in phrases_pattern(KNOWN).finditer(text.title())]
    assert found == [match.span() for match in one_by_one.finditer(text.title())]


def test_a_list_without_phrases_finds_nothing():
    assert phrases_pattern(()).search("any text") is None
