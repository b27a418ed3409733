"""`brief store`: what is in a store, whether it is whole, and its briefs derived again by a new version."""

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.conflict.assembled import CONFLICT
from summarizer.engine.corpus import corpus
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.store import Finished, Store
from summarizer.store.finished import packed, unpacked, with_rows
from summarizer.version import VERSION
from tests import mill
from tests.asking_stores import ARTICLES, filled
from tests.cli_runner import Command, command
from tests.fault_server import answer_in_lines, serving

__all__ = ["command"]


def read_by_coder(folder: Path, *texts: str) -> Path:
    """A store of articles that the coder has read."""
    return read(folder, *texts)


def read(folder: Path, *texts: str, **choices: Any) -> Path:
    """A store of articles that were read by the engine."""
    path = folder / "news.store"

    async def read_all() -> None:
        async for outcome in corpus(texts, store=path, **choices):
            assert outcome.error is None, outcome.error

    asyncio.run(read_all())
    return path


def aged(path: Path, **fields: Any) -> None:
    """Make the first brief of a store one that version 0.0.1 made, which judged otherwise."""
    with Store.open(path, CONFLICT) as store:
        kept = store.finished(store.finished_keys()[0])
        assert kept
        document = store.article(kept.fingerprint)
        assert document
        brief = UnverifiedBrief.model_validate_json(kept.brief)
        for incident in brief.incidents[:1]:
            assert incident.assessment
            other = incident.model_copy(update={"assessment": incident.assessment.model_copy(update=fields)})
            brief = brief.model_copy(update={"incidents": (other, *brief.incidents[1:])})
        old = replace(kept.reading, version="0.0.1")
        made = Finished(kept.key, document, old, packed(brief.model_dump_json()), kept.run, kept.exit_code)
        store.write([with_rows(made, CONFLICT)])


def statuses(path: Path) -> list[tuple[Any, ...]]:
    with Store.open(path, CONFLICT) as store:
        return store.read("SELECT occurrence, version FROM incidents JOIN briefs ON briefs.id = brief ORDER BY brief")


def test_info_says_what_is_in_it(command: Command, tmp_path: Path) -> None:
    ran = command("store", "info", "--store", str(filled(tmp_path)))
    assert (ran.code, ran.err) == (0, "")
    assert f"{len(ARTICLES):>13,} articles\n" in ran.out
    assert "articles published from 2031-08-01 to 2031-11-02, 1 without a day\n" in ran.out
    assert f"{len(ARTICLES)} briefs read by coder, made by version 1.0\n" in ran.out


def test_a_whole_store_is_whole_and_a_damaged_one_is_not(command: Command, tmp_path: Path) -> None:
    path = filled(tmp_path)
    assert command("store", "check", "--store", str(path)).code == 0
    with sqlite3.connect(path) as db:
        db.execute("UPDATE brief_files SET packed = x'00' WHERE brief = 1")
    db.close()
    ran = command("store", "check", "--store", str(path))
    assert ran.code == 5
    assert "1 briefs do not load" in ran.out
    ran = command("store", "rescue", str(tmp_path / "new.store"), "--store", str(path))
    assert ran.code == 5
    assert f"{len(ARTICLES) - 1} briefs copied, 1 lost\n" in ran.out
    assert command("store", "check", "--store", str(tmp_path / "new.store")).code == 0


def test_a_brief_of_another_version_is_made_again_and_what_changed_is_told(command: Command, tmp_path: Path) -> None:
    path = read_by_coder(tmp_path, "Gunmen kidnapped three teachers in Dravin, police said.\n", mill.ARTICLE)
    before = statuses(path)
    aged(path, occurrence="denied")
    assert statuses(path)[0] == ("denied", "0.0.1")
    ran = command("store", "verify", "--store", str(path))
    assert ran.code == 0
    assert "denied → " in ran.out
    assert ran.out.endswith(
        "2 briefs: 1 changed (1 item with another status), 1 made by this version before (--again derives them, too)\n"
    )
    assert statuses(path) == before
    assert command("store", "verify", "--store", str(path)).out.startswith("2 briefs: 2 made by this version before")
    assert command("store", "verify", "--again", "--store", str(path)).out == "2 briefs: 2 unchanged\n"


def test_a_dry_run_writes_nothing(command: Command, tmp_path: Path) -> None:
    path = read_by_coder(tmp_path, "Gunmen kidnapped three teachers in Dravin, police said.\n")
    aged(path, occurrence="denied")
    ran = command("store", "verify", "--dry-run", "--quiet", "--store", str(path))
    assert ran.out == "1 brief: 1 changed (1 item with another status); nothing was written\n"
    assert statuses(path)[0] == ("denied", "0.0.1")


def test_what_a_model_read_is_made_again_of_its_answers_and_nobody_is_asked(command: Command, tmp_path: Path) -> None:
    with serving([answer_in_lines(mill.draft())]) as server:
        path = read(tmp_path, mill.ARTICLE, model="m", base_url=server.url, api_key="none", repairs=0)
        asked = len(server.bodies)
        aged(path, occurrence="denied")
        ran = command("store", "verify", "--store", str(path))
        assert len(server.bodies) == asked
    assert (ran.code, "denied → reported" in ran.out) == (0, True)
    assert statuses(path) == [("reported", VERSION)]
    with Store.open(path, CONFLICT) as store:
        kept = store.finished(store.finished_keys()[0])
    assert kept
    assert (kept.reading.extractor, '"requests":1' in kept.run) == ("model", True)


def test_where_a_question_has_no_answer_the_brief_stays_as_it_is(command: Command, tmp_path: Path) -> None:
    with serving([answer_in_lines(mill.draft())]) as server:
        path = read(tmp_path, mill.ARTICLE, model="m", base_url=server.url, api_key="none", repairs=0)
    aged(path, occurrence="denied")
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM answers")
    db.close()
    ran = command("store", "verify", "--store", str(path))
    assert ran.code == 1
    assert "left as it is: this version asks something else" in ran.out
    assert ran.out.endswith("1 brief: 1 left as they are\n")
    assert statuses(path) == [("denied", "0.0.1")]


def test_no_key_is_kept(tmp_path: Path) -> None:
    with serving([answer_in_lines(mill.draft())]) as server:
        path = read(tmp_path, mill.ARTICLE, model="m", base_url=server.url, api_key="secret-key", repairs=0)
    for file in tmp_path.iterdir():
        assert b"secret-key" not in file.read_bytes()
    with Store.open(path, CONFLICT) as store:
        ((depends,),) = store.read("SELECT depends FROM readings")
    assert '"model": "m"' in depends


def test_a_brief_that_cannot_be_read_is_made_anew(command: Command, tmp_path: Path) -> None:
    path = read_by_coder(tmp_path, mill.ARTICLE)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE brief_files SET packed = ?", (packed('{"version": 0}'),))
        db.execute("UPDATE briefs SET version = '0.0.1'")
    db.close()
    ran = command("store", "verify", "--store", str(path))
    assert "the brief that was kept is none of this version's: it is made anew" in ran.out
    with Store.open(path, CONFLICT) as store:
        ((data,),) = store.read("SELECT packed FROM brief_files")
    assert UnverifiedBrief.model_validate_json(unpacked(data)).incidents


def test_where_it_is_not_known_how_it_was_read_the_brief_stays_as_it_is(command: Command, tmp_path: Path) -> None:
    ran = command("store", "verify", "--store", str(filled(tmp_path)))
    assert ran.code == 1
    assert ran.out.count("left as it is: how it was read is not kept") == len(ARTICLES)


@pytest.mark.slow
def test_several_processes_come_to_the_same(command: Command, tmp_path: Path) -> None:
    texts = [f"Gunmen kidnapped three teachers in Dravin, police said.\n\nThis is article {n}.\n" for n in range(30)]
    path = read_by_coder(tmp_path, *texts)
    aged(path, occurrence="denied")
    ran = command("store", "verify", "--again", "--processes", "2", "--store", str(path))
    assert ran.out.endswith("30 briefs: 29 unchanged, 1 changed (1 item with another status)\n")
