"""Gold answers written by hand: what is accepted, and the one line that each mistake gets."""

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import SourceError
from summarizer.evaluation import load_gold

TEXT = "Police confirmed that a bomb had damaged the lock at Ostrel on Monday.\n\n“We will sink the ferry,” said Oskar Venn."
ATTACK = {"target": "the lock", "occurrence": "confirmed"}
THREAT = {"issuer": "Oskar Venn"}


def lines(folder: Path, content: Any, name: str = "a") -> list[str]:
    """The mistakes in one file of gold answers, without the file's name."""
    written = content if isinstance(content, str) else json.dumps(content)
    (folder / f"{name}.json").write_text(written, encoding="utf-8")
    (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return [line.removeprefix(f"{folder / name}.json: ") for line in load_gold(folder).mistakes]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            {"attacks": [ATTACK, ATTACK | {"occurrence": "confirmd"}]},
            "attacks 2, occurrence: 'confirmd' is none of 'confirmed', 'reported', 'claimed', 'disputed', 'denied',"
            " 'attempted', 'foiled', 'planned' or 'background'",
        ),
        ({"attacks": [{"target": "the lock"}]}, "attacks 1, occurrence: is missing"),
        (
            {"attacks": [ATTACK | {"victim": "a"}]},
            "attacks 1, victim: there is no such field; docs/evaluation.md lists them",
        ),
        ({"threats": [THREAT | {"evidence": "We"}]}, "threats 1, evidence: input should be a valid list, not 'We'"),
        (
            {"threats": [{"target": "the ferry"}]},
            "threats 1: give evidence, or one of issuer, action: nothing says which item is meant",
        ),
        (
            {"threats": [THREAT | {"evidence": ["We will burn the ferry"]}]},
            "threats 1, evidence: 'We will burn the ferry' does not stand in the article",
        ),
        ({"id": "b"}, "id: is 'b'; it must be the file's name, or be left out"),
        (
            {"skeleton": True},
            "skeleton: is not corrected yet; read it against the article, then take this line out",
        ),
        ("{\n  'threats': []\n}", "line 2: is not JSON (expecting property name enclosed in double quotes)"),
        (f"{'[' * 100_000}{']' * 100_000}", "is nested too deeply for gold answers"),
        ([], "the whole: input should be a valid dictionary or instance of Gold, not []"),
    ],
)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, content: Any, line: str) -> None:
    assert lines(tmp_path, content) == [line]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """Nobody wants to mend a file one run at a time."""
    told = lines(tmp_path, {"threats": [{}], "attacks": [{"target": 3, "occurrence": "so"}]})
    assert [line.split(":")[0] for line in told] == ["threats 1", "attacks 1, target", "attacks 1, occurrence"]


def test_evidence_may_differ_in_typography_and_line_breaks(tmp_path: Path) -> None:
    """Whoever types a quotation by hand types straight marks."""
    assert lines(tmp_path, {"threats": [THREAT | {"evidence": ['"We will\nsink the ferry,"  said']}]}) == []


def test_an_empty_file_says_that_nothing_is_relevant(tmp_path: Path) -> None:
    assert lines(tmp_path, {}) == []


def test_fields_for_people_are_accepted(tmp_path: Path) -> None:
    """Sources, licences and notes of a published set need not be cut out."""
    meant_for_people = {"source": "a", "licence": "CC0", "synthetic": True, "published": None, "url": None}
    assert lines(tmp_path, meant_for_people | {"phenomena": ["x"], "must_not": ["y"], "notes": "z", "id": "a"}) == []


def test_articles_may_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold" / "a.json").write_text("{}", encoding="utf-8")
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    (article,) = load_gold(tmp_path / "gold", tmp_path / "texts").articles
    assert article.document.text == TEXT


def test_an_article_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    (mistake,) = load_gold(tmp_path).mistakes
    assert mistake.startswith(f"{tmp_path / 'a.txt'}: ")


@pytest.mark.parametrize("wanted", [frozenset(), frozenset({"b"})])
def test_a_folder_without_the_gold_that_is_wanted_is_refused(tmp_path: Path, wanted: frozenset[str]) -> None:
    if wanted:
        lines(tmp_path, {})
    with pytest.raises(SourceError):
        load_gold(tmp_path, only=wanted)


def test_only_the_wanted_articles_are_read(tmp_path: Path) -> None:
    lines(tmp_path, "no JSON", "a")
    lines(tmp_path, {}, "b")
    loaded = load_gold(tmp_path, only=frozenset({"b"}))
    assert [article.id for article in loaded.articles] == ["b"]
    assert loaded.mistakes == ()
