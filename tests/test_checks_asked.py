"""Questions that the checks put to the parse: negation, whose act it is, whether a threat stands; in active and passive."""

import pytest

from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.kind import STATEMENT_KIND
from summarizer.conflict.checks.threat_status import THREAT_STATUS
from summarizer.english.grammar.negation import is_denied, negation_of
from summarizer.english.grammar.parsing import parse
from tests.items_factory import Article


@pytest.mark.parametrize(
    ("text", "words", "negation"),
    [
        ("The Vesk Union has by no means wanted to burn the weir.", "burn the weir", "no"),
        ("None of the Union's barges was sunk by the Guard.", "sunk", "None"),
        ("Nobody in the Guard shelled the weir.", "shelled the weir", "Nobody"),
        ("The Guard ruled out shelling the weir.", "shelling the weir", "ruled out"),
        ("The Union, which did not, however, shell the weir, left.", "shell the weir", "not"),
        ("No warden saw the barge, and the Guard shelled the weir.", "shelled the weir", None),
        ("Not only the Union but the Guard shelled the weir.", "shelled the weir", None),
        ("The Guard had no quarrel with the Union when it shelled the weir.", "shelled the weir", None),
    ],
)
def test_a_negation_reaches_what_it_governs_and_no_further(text: str, words: str, negation: str | None) -> None:
    a = Article(text)
    found = negation_of(a.at(words).start, a.document)
    assert (found and found.text) == negation


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Guard fired no mortars.", True),
        ("The Guard hit nothing.", True),
        ("The weir was never hit by the Guard.", True),
        ("The Guard refused to hit the weir.", True),
        ("The Guard hit the weir and no barge.", False),
    ],
)
def test_a_verb_is_denied_by_what_governs_it_or_by_its_object(text: str, denied: bool) -> None:
    document = Article(text).document
    parsed = parse(document, document.sentences[0])
    assert is_denied(parsed.frames[-1], parsed) is denied


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("its boats had sunk two barges", []),
        ("the Guard had sunk two barges", ["kind_not_shown"]),
        ("two barges had been sunk by its boats", []),
        ("two barges had been sunk by the Guard", ["kind_not_shown"]),
        ("the Vesk Union had shelled the weir", []),
        ("its boats had sunk no barges", ["kind_not_shown"]),
        ("that attack was theirs", []),
        ("two barges had been sunk by four men", ["kind_not_shown"]),
        ("two barges had been sunk by its men", []),
        ("the ferry had been sunk and that it had shelled nothing", ["kind_not_shown"]),
    ],
)
def test_only_what_the_speaker_s_side_did_is_claimed(content: str, codes: list[str]) -> None:
    """In the active and in the passive, by its own words or its name; what another did, or nobody, it does not claim."""
    a = Article(f"The Vesk Union said {content}. The Guard met on Monday.")
    union, _ = a.actor("Vesk Union"), a.actor("The Guard", kind="armed_forces")
    assert a.codes(STATEMENT_KIND, a.statement("claim", "said", speaker=union, content=content)) == codes


@pytest.mark.parametrize(
    ("after", "codes"),
    [
        ("On Friday the Union took back its vow.", ["status_left_out"]),
        ("The vow has now been called off by the Union.", ["status_left_out"]),
        ("On Friday the Union declined to take back its vow.", []),
        ("The vow was not withdrawn.", []),
        ("The Union withdrew its barges.", []),
    ],
)
def test_a_threat_is_taken_back_where_the_threat_is_what_is_taken_back(after: str, codes: list[str]) -> None:
    a = Article(f"The Vesk Union vowed to burn the weir. {after}")
    threat = a.threat(a.actor("Vesk Union"), "to burn the weir", cue="vowed")
    assert a.codes(THREAT_STATUS, threat) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mortars hit the weir, reportedly fired by the Guard.", []),
        ("Mortars reportedly hit the weir by the mill.", ["hedge_left_out"]),
        ("Boatmen thought to be smugglers hit the weir.", []),
    ],
)
def test_a_hedge_of_the_doer_leaves_the_act(text: str, codes: list[str]) -> None:
    a = Article(text)
    assert a.codes(HEDGES, a.statement("assert", content="hit the weir")) == codes


@pytest.mark.parametrize(
    ("kind", "content", "codes"),
    [
        ("deny_responsibility", "no weir was shelled", ["parts_unlike_kind"]),
        ("deny_occurrence", "its boats had fired no mortars", ["parts_unlike_kind"]),
        ("confirm", "there had been no raid", ["kind_contradicts_content"]),
        ("confirm", "the Union will raid the weir", ["confirmation_not_shown"]),
    ],
)
def test_what_is_said_to_be_none_is_denied_in_its_own_way(kind: str, content: str, codes: list[str]) -> None:
    a = Article(f"The Guard said {content}.")
    guard, raid = a.actor("The Guard", kind="armed_forces"), a.incident(content)
    said = a.statement(kind, "said", speaker=guard, content=content, about=raid, relation="authority")
    assert a.codes(STATEMENT_KIND, said) == codes
