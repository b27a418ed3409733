"""Datasette opens a store as it is: the views and the full text, over the recorded seeds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summarizer import summarize
from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.storing import CONFLICT_TABLES
from summarizer.store import Store, finish

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path.stem for path in (ROOT / "cassettes" / "seeds").glob("*.yaml"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "news.db"
    with Store.open(path, CONFLICT) as kept:
        for seed in SEEDS:
            source = ROOT / "seeds" / f"{seed}.txt"
            result = summarize(source, cassette=ROOT / "cassettes" / "seeds" / f"{seed}.yaml")
            name = f"{seed}.txt"
            kept.write([finish(seed, result.brief, result.run, result.document, name=name, tables=CONFLICT_TABLES)])
    return path


SCRIPT = """
import asyncio, json, sys
from datasette.app import Datasette

async def all_of(path, addresses):
    served = Datasette([path])
    print(json.dumps([(await served.client.get(address)).json() for address in addresses]))

asyncio.run(all_of(sys.argv[1], sys.argv[2:]))
"""
VIEWS = {view.name: list(view.columns) for view in CONFLICT_TABLES.views}
ADDRESSES = (
    "/news.json",
    "/news/incidents.json?_shape=array&_search=al-harir",
    "/news/claimed_not_confirmed.json?_shape=array&occurrence=claimed",
    "/news/attacks.json?_shape=array&first_day__gte=2026-01-01",
    *(f"/news/{view}.json?_shape=array&_size=3" for view in VIEWS),
)


@pytest.fixture(scope="module")
def answered(store: Path) -> dict[str, Any]:
    """What Datasette answers, in a process of its own, by address."""
    command = (sys.executable, "-c", SCRIPT, str(store), *ADDRESSES)
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return dict(zip(ADDRESSES, json.loads(ran.stdout), strict=True))


def test_it_lists_tables_and_views_and_knows_which_have_full_text(answered: dict[str, Any]) -> None:
    listed = answered["/news.json"]
    assert set(VIEWS) == {view["name"] for view in listed["views"]}
    searched = {table["name"]: table["fts_table"] for table in listed["tables"] if table["fts_table"]}
    for table in CONFLICT_TABLES.tables:
        assert searched.get(table.name) == (f"{table.name}_fts" if table.searched else None)


@pytest.mark.parametrize("view", VIEWS)
def test_it_shows_a_view(store: Path, answered: dict[str, Any], view: str) -> None:
    rows = answered[f"/news/{view}.json?_shape=array&_size=3"]
    with Store.open(store, CONFLICT) as kept:
        ((number,),) = kept.read(f"SELECT count(*) FROM {view}")
    assert len(rows) == min(3, number)
    assert all(list(row) == VIEWS[view] for row in rows)


def test_it_finds_words_and_filters_views(answered: dict[str, Any]) -> None:
    searched, claimed, late = (answered[address] for address in ADDRESSES[1:4])
    assert [attack["occurrence"] for attack in searched] == ["claimed"]
    assert {row["occurrence"] for row in claimed} == {"claimed"}
    assert late == []
