"""Fair by construction: who the parties are changes nothing; what they are, and what the article says of them, does."""

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarizer.conflict.checks.names import LONGER_NAME
from summarizer.conflict.checks.tolls import TOLLS
from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.schemas.draft import Draft
from summarizer.verification import verify
from tests import parties
from tests.items_factory import Article
from tests.parties import (
    GROUPS,
    PAIRS,
    PERSONS,
    SEEDS,
    SHAPES,
    SURNAMES,
    WRITTEN,
    Forms,
    Renaming,
    exchanging,
    invented,
    other_states,
    renamed,
    renaming,
    told,
    with_kinds_exchanged,
)
from tests.proposing import recorded

DRAFTS = {case.name: case.draft for case in recorded()}
LONG = "long_digest"
PAIRED = [(name, *pair) for name, pairs in PAIRS.items() for pair in pairs]
CODED = [pytest.param(path.stem, marks=pytest.mark.slow if path in SEEDS else ()) for path in (*SEEDS, *WRITTEN)]
SHAPED = [(name, shape) for name in GROUPS for shape in SHAPES]


@cache
def article(name: str) -> Document:
    path = next(path for path in (*SEEDS, *WRITTEN) if path.stem == name)
    return Document.from_text(path.read_text(encoding="utf-8"))


@cache
def as_recorded(name: str) -> Any:
    brief = verify(DRAFTS[name], article(name))
    return brief, article(name)


@cache
def as_coded(name: str) -> Any:
    return verify(code(article(name)), article(name)), article(name)


def in_other_words(name: str, rename: Renaming, draft: Draft | None = None) -> dict[str, Any]:
    """What is told of the article with its parties renamed: of a draft that is renamed with it, or of the coder's."""
    document = Document.from_text(rename(article(name).text))
    return told(verify(renamed(draft, rename) if draft else code(document), document), document)


# --- recorded answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [parties.respelled, parties.with_a_mark])
@pytest.mark.parametrize("name", DRAFTS)
def test_invented_names_are_read_like_any_others(name: str, change: Any) -> None:
    """Every name of an article respelled, or begun with a marked capital: statuses, marks and wording stay."""
    rename = invented(article(name).text, change)
    assert in_other_words(name, rename, DRAFTS[name]) == told(*as_recorded(name), rename)


@pytest.mark.parametrize(("name", "one", "other"), [case for case in PAIRED if case[0] in DRAFTS])
def test_two_parties_of_one_kind_may_change_places(name: str, one: Forms, other: Forms) -> None:
    """Two groups, states or persons in each other's places, in article and answer: nothing moves but their names."""
    rename = exchanging(one, other)
    assert in_other_words(name, rename, DRAFTS[name]) == told(*as_recorded(name), rename)


@pytest.mark.parametrize("draw", range(3))
def test_a_state_may_be_any_other_state(draw: int) -> None:
    """Iran, Israel and the United States as any other states, with their adjectives: nothing moves."""
    name = "000_7b84bdcd6d97ee1e"
    rename = renaming(other_states(article(name).text, draw))
    assert in_other_words(name, rename, DRAFTS[name]) == told(*as_recorded(name), rename)


@pytest.mark.parametrize(("state", "adjective"), [("Spain", "Spanish"), ("Iraq", "Iraqi")])
def test_a_state_is_blamed_by_its_adjective_however_that_is_formed(state: str, adjective: str) -> None:
    """Whether the adjective begins with the state's name is chance: both say whose drone it was."""
    rename = renaming({"Shaldine": state, "Shaldini": adjective})
    assert in_other_words(LONG, rename, DRAFTS[LONG]) == told(*as_recorded(LONG), rename)


@pytest.mark.parametrize(("name", "shape"), SHAPED)
def test_a_group_s_name_may_have_any_shape(name: str, shape: str) -> None:
    """Words, a word, letters that are a word, a day, a faith, another language: a group is read by its kind."""
    forms = {form: new for group, news in zip(GROUPS[name], SHAPES[shape], strict=False)
             for form, new in zip(group, (*news, news[-1]), strict=False)}  # fmt: skip
    rename = renaming(forms)
    assert in_other_words(name, rename, DRAFTS[name]) == told(*as_recorded(name), rename)


@pytest.mark.parametrize("surname", SURNAMES)
@pytest.mark.parametrize("name", PERSONS)
def test_a_surname_may_be_a_word_or_two_letters(name: str, surname: str) -> None:
    """Somebody called Bishop, West or Li is found as who speaks like anybody else."""
    rename = renaming({PERSONS[name]: surname})
    assert in_other_words(name, rename, DRAFTS[name]) == told(*as_recorded(name), rename)


@pytest.mark.parametrize(
    ("name", "army", "rebels", "ids"),
    [
        (LONG, ("Bandouri Armed Forces", "BAF"), ("Kordalay Liberation Union", "KLU"), (1, 2)),
        ("one_sentence_attacks", ("army",), ("League",), (5, 4)),
        ("embedded_instruction", ("Ministry of Defence",), ("Petrel Front",), (2, 1)),
    ],
)
def test_an_army_called_like_rebels_is_an_army_still(name: str, army: Forms, rebels: Forms, ids: Any) -> None:
    """With their kinds exchanged as well as their names, statuses and grounds are those of the kinds."""
    draft, rename = with_kinds_exchanged(DRAFTS[name], *ids), exchanging(army, rebels)
    exchanged = in_other_words(name, rename, draft)["incidents"]
    as_kinds = told(verify(draft, article(name)), article(name))["incidents"]
    assert [incident["assessment"] for incident in exchanged] == [incident["assessment"] for incident in as_kinds]


# --- small articles -------------------------------------------------------------------------------------


@pytest.mark.parametrize("nationality", ["Spanish", "Greek", "Uzbek", "Swiss", "Kazakh", "Vellish"])
def test_a_nationality_before_a_name_is_no_part_of_it(nationality: str) -> None:
    """The Greek Orrin Front is the Orrin Front as the Spanish one is, though "Greek" ends like no adjective."""
    a = Article(f"On Monday the {nationality} Orrin Front met.")
    assert a.codes(LONGER_NAME, a.actor("Orrin Front")) == []


@pytest.mark.parametrize("militia", ["Guard", "Orda Guard", "Tarn Guard"])
def test_a_source_is_not_shown_by_a_word_of_another_s_name(militia: str) -> None:
    """A count is a clinic's no more for a militia named after the clinic's town than for any other militia."""
    a = Article(f"The Orda Clinic spoke. It rained. The {militia} fired. Nine people were killed. It rained.")
    clinic = a.actor("Orda Clinic", kind="public_body")
    a.actor(militia)
    toll = a.casualty("killed", "Nine", whom="people", cue="killed", source=clinic.id)
    assert a.codes(TOLLS, a.incident("fired", casualties=(toll,))) == ["toll_source_not_shown"]


# --- the coder ------------------------------------------------------------------------------------------

TOLD_BY_THE_NAME = ("Free Cantons Movement", "Sons of the Plough", "Commander Tullio")
"""The coder has a name alone to tell a kind by: "Movement", "League" and "Commander" say it."""


@pytest.mark.parametrize("name", CODED)
def test_the_coder_reads_invented_names_like_any_others(name: str) -> None:
    """Every name of an article respelled: the coder's brief tells the same."""
    rename = invented(article(name).text, parties.respelled)
    assert in_other_words(name, rename) == told(*as_coded(name), rename)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "one", "other"), [case for case in PAIRED if case[1][0] not in TOLD_BY_THE_NAME])
def test_the_coder_lets_two_parties_of_one_kind_change_places(name: str, one: Forms, other: Forms) -> None:
    """Two groups, states, persons, nations or faiths in each other's places: nothing moves but their names."""
    rename = exchanging(one, other)
    assert in_other_words(name, rename) == told(*as_coded(name), rename)


@pytest.mark.slow
@pytest.mark.parametrize("draw", range(4))
@pytest.mark.parametrize("name", [path.stem for path in (*SEEDS, *WRITTEN)])
def test_the_coder_reads_of_one_state_as_of_another(name: str, draw: int) -> None:
    """Every state that the table of countries has is read like every other."""
    states = other_states(article(name).text, draw)
    rename = renaming(states) if states else str
    assert in_other_words(name, rename) == told(*as_coded(name), rename)


# --- sentences that are written for the coder -----------------------------------------------------------


def sentences_for_the_coder() -> list[str]:
    """Every text of its tests that tells something in whole sentences."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("test_coder_*.py"))
    ]
    notes = {id(node.value) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    )
    return list(dict.fromkeys(text for text in texts if text.count(" ") > 4 and text.strip().endswith((".", '"'))))


FOR_THE_CODER = sentences_for_the_coder()


def coded(text: str, rename: Renaming = str) -> dict[str, Any]:
    document = Document.from_text(text)
    return told(verify(code(document), document), document, rename)


@pytest.mark.slow
@pytest.mark.parametrize("change", [parties.respelled, parties.with_a_mark])
@pytest.mark.parametrize("text", [text for text in FOR_THE_CODER if not other_states(text, 0)])
def test_sentences_for_the_coder_are_read_under_any_names(text: str, change: Any) -> None:
    """Every name within a sentence respelled, or begun with a marked capital: nothing moves."""
    rename = invented(text, change)
    assert coded(rename(text)) == coded(text, rename)


@pytest.mark.parametrize("text", [text for text in FOR_THE_CODER if other_states(text, 0)])
def test_sentences_for_the_coder_are_read_of_any_state(text: str) -> None:
    rename = renaming(other_states(text, 0))
    assert coded(rename(text)) == coded(text, rename)


SIDES = (
    ("Kardo Army", "Velm Front"),
    ("Orda Front", "Velm Front"),
    ("Velm government", "Orda Front"),
    ("Chilean army", "Kenyan army"),
)
TOLD_OF_SIDES = (
    "The {a} shelled a school in Torvik on Monday, killing two pupils.",
    "The {a} said on Tuesday that it had burned a mill in Torvik on Monday.",
    "A bomb killed two guards in Torvik on Monday. The {a} blamed the {b} for the bombing.",
    "A bomb killed two guards in Torvik on Monday. The {a} denied that it was behind the bombing.",
    "The {a} accused the {b} of shelling a market in Torvik on Monday.",
    "The {a} threatened on Friday to burn the mills of the {b} unless it leaves Torvik by Sunday.",
    "The {a} met the {b} near Torvik. On Monday it shelled a school in Velmar.",
    "The {a} denied reports that it had shelled a school in Torvik on Monday.",
)


@pytest.mark.parametrize(("one", "other"), SIDES)
@pytest.mark.parametrize("told_of", TOLD_OF_SIDES)
def test_the_coder_finds_the_same_whichever_side_it_is_told_of(told_of: str, one: str, other: str) -> None:
    """State or rebel, this nation or that: the same attacks, statements and threats, by the one who is told of."""
    rename = exchanging((one,), (other,))
    first, second = (_found(told_of.format(a=a, b=b)) for a, b in ((one, other), (other, one)))
    assert rename(first) == second


def _found(text: str) -> str:
    """What the coder found, without what a party's kind decides: its relation to an event, and its standing."""
    draft = code(Document.from_text(text))
    names = {actor.id: actor.name[0].text.removeprefix("the ") for actor in draft.actors}
    incidents = [each.model_dump(exclude={"perpetrator_words"}) for each in draft.incidents]
    said = [(each.kind, names.get(each.speaker or 0), [names[whom] for whom in each.whom]) for each in draft.statements]
    threats = [(names.get(each.issuer or 0), each.targets, each.condition, each.deadline) for each in draft.threats]
    return repr((incidents, said, threats))
