"""The kinds of statement: the table is whole, it is the only one, and a new kind is a row of it."""

import ast
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from summarizer.conflict import statement_kinds
from summarizer.conflict.statement_kinds import STATEMENT_KINDS, KindOfStatement
from summarizer.lexicons import lexicon
from summarizer.schemas.vocabulary import StatementKind

ROOT = Path(__file__).parent.parent
NAMES = frozenset(get_args(StatementKind))
ROWS = [pytest.param(row, id=name) for name, row in STATEMENT_KINDS.items()]


def test_every_kind_has_a_row_in_the_order_of_the_vocabulary() -> None:
    """A kind that is added to the vocabulary alone, or to the table alone, is told of here."""
    assert tuple(STATEMENT_KINDS) == get_args(StatementKind)


@pytest.mark.parametrize("row", ROWS)
def test_every_kind_has_words_for_the_model_and_for_the_page(row: KindOfStatement) -> None:
    """None reaches a reader as a machine's word, and none is silently blank."""
    told = (row.meaning, row.label, row.does, row.proposition)
    assert all(told)
    assert not any("_" in words or words.endswith(".") for words in told)


@pytest.mark.parametrize("row", ROWS)
def test_every_kind_is_shown_by_lists_of_cues_that_there_are(row: KindOfStatement) -> None:
    """A misspelt list would be looked up in vain; one that shows a kind cannot contradict it as well."""
    showing = {*row.shown_by, *row.shown_with_more_by}
    assert row.shown_by
    assert showing | {*row.contradicted_by} <= set(lexicon("cues"))
    assert not showing & {*row.contradicted_by}


@pytest.mark.parametrize("row", ROWS)
def test_those_named_stand_in_the_words_of_kinds_that_charge_or_clear(row: KindOfStatement) -> None:
    """To blame, or to clear, is to blame or clear somebody."""
    names_them = row.doer in ("accused", "cleared")
    assert ("{whom}" in row.does, "{whom}" in row.proposition) == (names_them, names_them)


def test_what_is_said_of_ones_own_deed_is_never_the_articles_own_word() -> None:
    assert statement_kinds.OF_ITS_OWN_DEED <= statement_kinds.NEVER_THE_ARTICLES


def test_every_kind_that_weighs_upholds_or_casts_doubt_and_none_does_both() -> None:
    assert statement_kinds.UPHOLDS | statement_kinds.CASTS_DOUBT == statement_kinds.WEIGHS
    assert not statement_kinds.UPHOLDS & statement_kinds.CASTS_DOUBT


# --- the only table ---------------------------------------------------------------------------------

TABLES = ("schemas/vocabulary.py", "summarizer/conflict/statement_kinds.py")
NAMED_ALONE = {
    ("no_claim", "summarizer/conflict/derivation/voices.py"),
    ("no_claim", "summarizer/conflict/wording/incident_entries.py"),
    ("no_claim", "summarizer/conflict/wording/statement_rows.py"),
    ("claim", "summarizer/conflict/derivation/voices.py"),
    ("confirm", "summarizer/conflict/derivation/occurrence.py"),
    ("confirm", "summarizer/conflict/checks/doers.py"),
    ("confirm", "summarizer/conflict/checks/kind.py"),
    ("assert", "summarizer/conflict/checks/kind.py"),
    ("assert", "summarizer/conflict/completing.py"),
    ("no_comment", "summarizer/conflict/digesting/digesting.py"),
    ("unverified", "summarizer/conflict/digesting/digesting.py"),
}
"""Rules about one kind and no other: "unclaimed", a claim that is disowned, who may confirm, the article's own assertion, and
the questions that a digest leaves open: an awaited comment, what somebody could not verify."""


def _sources() -> list[Path]:
    """The modules that judge and tell statements; the coder, which words them, reads English by verbs like "claim"."""
    folders = ("conflict", "pointing", "asking", "evaluation", "regression", "rendering", "cli")
    found = [path for folder in folders for path in sorted((ROOT / "summarizer" / folder).rglob("*.py"))]
    return [
        path
        for path in found
        if path.relative_to(ROOT).as_posix() not in TABLES and "coder" not in path.relative_to(ROOT).parts
    ]


def _constants(nodes: list[ast.expr | None]) -> set[str]:
    return {node.value for node in nodes if isinstance(node, ast.Constant) and node.value in NAMES}


def _grouped(node: ast.AST) -> set[str]:
    """The kinds that are listed in one literal, in one alternative of a pattern, or by their beginnings."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return _constants(list(node.elts))
    if isinstance(node, ast.Dict):
        return _constants(list(node.keys))
    if isinstance(node, ast.MatchOr):
        return _constants([each.value for each in node.patterns if isinstance(each, ast.MatchValue)])
    return set()


def _compared(node: ast.AST) -> set[str]:
    """The kinds that a value is compared with, one by one."""
    if isinstance(node, ast.Compare):
        return _constants([node.left, *node.comparators])
    return _constants([node.value]) if isinstance(node, ast.MatchValue) else set()


@cache
def _nodes() -> list[tuple[str, ast.expr | ast.pattern]]:
    """What these modules are made of, each with the path of its module; of what can name a kind."""
    can_name = {ast.Set, ast.Tuple, ast.List, ast.Dict, ast.MatchOr, ast.Compare, ast.MatchValue}
    return [
        (path.relative_to(ROOT).as_posix(), node)
        for path in _sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if type(node) in can_name
    ]


def test_no_other_module_lists_kinds() -> None:
    """A second list would be forgotten when a kind is added."""
    groups = ((f"{path}:{node.lineno}", _grouped(node)) for path, node in _nodes())
    assert [(place, sorted(kinds)) for place, kinds in groups if len(kinds) > 1] == []


def test_a_kind_is_named_alone_only_where_a_rule_is_about_it() -> None:
    """Whatever goes for other kinds too is asked of the table."""
    named = {(name, path) for path, node in _nodes() for name in _compared(node)}
    assert named == NAMED_ALONE


# --- a new kind -------------------------------------------------------------------------------------

PACKAGE = {"summarizer": "summarizer", "prompts": "summarizer/prompts", "schemas": "summarizer/schemas"}
"""The folders that are the package, and where they stand in it."""

NEW_WORD = ("summarizer/schemas/vocabulary.py", '    "announce",\n]\n', '    "announce",\n    "regret",\n]\n')
NEW_ROW = (
    "summarizer/conflict/statement_kinds.py",
    '        proposition="announces this",\n    ),\n}\n',
    """        proposition="announces this",
    ),
    "regret": KindOfStatement(
        meaning="says that it is sorry for having done it",
        stance="upholds",
        doer="speaker",
        vouches=True,
        shown_by=("regret",),
        contradicted_by=("deny",),
        articles_word="never",
        label="Regrets",
        does="says that it is sorry",
        proposition="says that it is sorry for this",
    ),
}
""",
)
NEW_CUES = '\n[regret]\nreason = "Words of regret."\nsource = "a test"\nwords = ["regretted", "apologised for"]\n'

ARTICLE = (
    "The Orrin Front regretted the raid on the depot in Sall on Monday. The Vell Guard denied the raid on Tuesday."
)

USE_IT = """
import json, sys
from summarizer import Document, render, verify
from summarizer.conflict.opinions import propositions
from summarizer.model.strict import strict_schema
from summarizer.schemas.draft import Draft

told = json.load(sys.stdin)
document = Document.from_text(told["article"])
brief = verify(Draft.model_validate(told["draft"]), document)
print(json.dumps({
    "brief": brief.model_dump(mode="json"),
    "page": render(brief, document, "text"),
    "json": render(brief, document, "json"),
    "propositions": [each.text for each in propositions(brief, document)],
    "asked": strict_schema(Draft)["$defs"]["Statement"]["properties"]["kind"],
}))
"""


def _said(number: int, speaker: int, sentence: int, cue: str, content: str) -> dict[str, object]:
    return {
        "id": number,
        "kind": "regret",
        "speaker": speaker,
        "cue": [{"sentence": sentence, "text": cue}],
        "content": [{"sentence": sentence, "text": content}],
        "about": [{"incident": 1, "relation": "not_stated"}],
    }


def _actor(number: int, sentence: int, name: str) -> dict[str, object]:
    return {
        "id": number,
        "name": [{"sentence": sentence, "text": name}],
        "kind": "armed_group",
        "identity": "named",
    }


DRAFT = {
    "actors": [_actor(1, 1, "Orrin Front"), _actor(2, 2, "Vell Guard")],
    "incidents": [
        {
            "id": 1,
            "kind": "other_attack",
            "words": [{"sentence": 1, "text": "raid"}],
            "stage": "accomplished",
            "frame": "current",
            "targets": [{"kind": "thing", "text": [{"sentence": 1, "text": "the depot in Sall"}]}],
        }
    ],
    "statements": [
        _said(1, 1, 1, "regretted", "the raid on the depot in Sall"),
        _said(2, 2, 2, "denied", "the raid"),
    ],
}


@pytest.fixture(scope="module")
def with_regret(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What comes of a draft with the kind "regret", in a copy of the package with a word, a row and its cues added."""
    copy = tmp_path_factory.mktemp("package")
    skipped = shutil.ignore_patterns("__pycache__")
    for folder, place in PACKAGE.items():
        shutil.copytree(ROOT / folder, copy / place, ignore=skipped, dirs_exist_ok=True)
    for path, old, new in (NEW_WORD, NEW_ROW):
        file = copy / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")
    with (copy / "summarizer/lexicons/cues.toml").open("a", encoding="utf-8") as cues:
        cues.write(NEW_CUES)
    ran = subprocess.run(
        [sys.executable, "-c", USE_IT],
        input=json.dumps({"article": ARTICLE, "draft": DRAFT}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    result: dict[str, Any] = json.loads(ran.stdout)
    return result


def test_a_new_kind_is_held_against_its_words(with_regret: dict[str, Any]) -> None:
    """The cue that its row names shows it; one that its row excludes rejects it."""
    outcomes = with_regret["brief"]["audit"]["outcomes"]
    of_statements = {
        each["id"]: (each["disposition"], each["because"]) for each in outcomes if each["item"] == "statement"
    }
    assert of_statements == {1: ("kept", ""), 2: ("rejected", "kind_contradicts_cue")}
    of_the_first = (
        each["item"] == "statement" and each["id"] == 1 for each in with_regret["brief"]["audit"]["findings"]
    )
    assert not any(of_the_first)


def test_a_new_kind_weighs_as_its_row_says(with_regret: dict[str, Any]) -> None:
    """Whoever regrets its own deed owns up to it: it is the perpetrator, and the attack is claimed by it."""
    assessment = with_regret["brief"]["incidents"][0]["assessment"]
    assert (assessment["occurrence"], assessment["attribution"]) == ("claimed", "claimed")
    assert assessment["basis"]["support"] == [
        {"statement": 1, "relation": "perpetrator", "facets": ["happened", "target", "author"]}
    ]
    assert [(each["actor"], each["status"]) for each in assessment["attributed"]] == [(1, "claimed")]


def test_a_new_kind_is_on_the_page_and_in_the_json(with_regret: dict[str, Any]) -> None:
    assert "   Regrets   Orrin Front: “regretted the raid on the depot in Sall”\n" in with_regret["page"]
    assert "A1 CLAIMED ONLY" in with_regret["page"]
    written = json.loads(with_regret["json"])
    assert [each["kind"] for each in written["statements"]] == ["regret"]


def test_a_new_kind_is_told_to_the_model_and_put_to_a_second_opinion(with_regret: dict[str, Any]) -> None:
    asked = with_regret["asked"]
    assert asked["enum"] == [*get_args(StatementKind), "regret"]
    assert asked["description"].endswith(" regret: says that it is sorry for having done it.")
    assert with_regret["propositions"] == [
        "“Orrin Front” says that it is sorry for this: “the raid on the depot in Sall”"
    ]
