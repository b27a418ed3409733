"""A damaged store: the check says what is wrong and what can be saved, and rescue saves it."""

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import StoreError
from summarizer.store import Finished, Store, check, rescue
from summarizer.store.checking import LOST
from tests.storing import ARTICLE, answer, article, finished, store

ARTICLES = 12
ANSWERS = 150


def filled(folder: Path) -> Path:
    """A store with answers and articles; its file."""
    with store(folder) as kept:
        kept.write(map(one, range(ARTICLES)))
        for number in range(ANSWERS):
            kept.keep(f"q{number}", answer(text_of(number)))
    return folder / "news.store"


@cache
def one(number: int) -> Finished:
    return finished(f"k{number}", article(ARTICLE.replace("Velsk", f"Velsk{number}")))


def text_of(number: int) -> str:
    return random.Random(number).randbytes(1500).hex()  # noqa: S311 - the same each time, no secret


def edited(path: Path, *statements: str) -> None:
    """The file after somebody else changed it, without regard to anything."""
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_a_whole_store_has_nothing_wrong(tmp_path: Path) -> None:
    assert check(filled(tmp_path), CONFLICT) == []
    assert check(tmp_path / "news.store") == []


@pytest.mark.parametrize(
    ("statement", "says", "saved"),
    [
        ("UPDATE brief_files SET packed = x'00' WHERE brief = 3", "1 briefs do not load (k2)", "brief store verify"),
        ("UPDATE texts SET text = text || '.' WHERE document = 2", "1 articles are not as they were", "read again"),
        ("UPDATE documents SET published = '2031-10-05' WHERE id < 6", "5 articles are not as they were", "read again"),
        ("UPDATE answers SET text = x'1234' WHERE id = 7", "1 answers do not load (q6)", "asked again"),
        ("DELETE FROM texts WHERE document = 1", "1 documents lack their row of texts", "read again"),
        ("DELETE FROM brief_files WHERE brief = 1", "1 briefs lack their row of brief_files", "read again"),
        ("DELETE FROM briefs WHERE id = 1", "rows of places belong to no row of briefs", "rescue"),
        ("DELETE FROM threats_fts_data WHERE id > 10", "the full text of threats is damaged", "rescue"),
        ("UPDATE threats_fts_docsize SET id = id + 90", "the full text of threats is damaged", "rescue"),
    ],
)
def test_each_damage_is_told_of_with_what_can_be_saved(tmp_path: Path, statement: str, says: str, saved: str) -> None:
    path = filled(tmp_path)
    edited(path, statement)
    told = list(map(str, check(path, CONFLICT)))
    assert any(says in line and saved in line for line in told), told
    assert all("\n" not in line for line in told)


def test_what_is_no_store_is_not_checked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        check(tmp_path / "news.store")
    (tmp_path / "stamps.db").write_bytes(b"stamps " * 1000)
    with pytest.raises(StoreError, match="nor any SQLite file"):
        check(tmp_path / "stamps.db")


def test_a_whole_store_is_copied_whole(tmp_path: Path) -> None:
    path = filled(tmp_path)
    done = rescue(path, tmp_path / "new.store", CONFLICT)
    assert (done.copied, sum(done.lost.values())) == ({"answers": ANSWERS, "briefs": ARTICLES}, 0)
    assert contents(tmp_path / "new.store") == contents(path)


def contents(path: Path) -> list[object]:
    """All that a store keeps, but for numbers and times."""
    columns = {table.name: ", ".join(column.name for column in table.columns) for table in CONFLICT_TABLES}
    with Store.open(path, CONFLICT) as kept:
        rows = [kept.read(f"SELECT {names} FROM {name} ORDER BY row") for name, names in columns.items()]
        articles = [kept.finished(key) for key in kept.finished_keys()]
        return [
            *rows,
            [replace(one, made_at="") for one in articles if one],
            [kept.article(one.fingerprint) for one in articles if one],
            kept.read("SELECT * FROM answers"),
        ]


CONFLICT_TABLES = CONFLICT.tables().tables if CONFLICT.tables else ()


def test_nothing_is_copied_over_a_file(tmp_path: Path) -> None:
    path = filled(tmp_path)
    (tmp_path / "new.store").write_text("mine")
    with pytest.raises(StoreError, match="is there already"):
        rescue(path, tmp_path / "new.store", CONFLICT)
    assert (tmp_path / "new.store").read_text() == "mine"


def test_what_is_damaged_alone_is_left_behind(tmp_path: Path) -> None:
    path = filled(tmp_path)
    edited(
        path,
        "UPDATE brief_files SET packed = x'00' WHERE brief = 3",
        "UPDATE texts SET text = 'other words' WHERE document = 4",
        "UPDATE answers SET text = x'1234' WHERE id = 7",
        "DELETE FROM places WHERE brief = 5",
    )
    done = rescue(path, tmp_path / "new.store", CONFLICT)
    assert done.lost == {"answers": 1, "briefs": 2}
    assert check(tmp_path / "new.store", CONFLICT) == []
    with Store.open(tmp_path / "new.store", CONFLICT) as kept:
        assert set(kept.finished_keys()) == {f"k{number}" for number in range(ARTICLES)} - {"k2", "k3"}
        assert kept.find("q6") is None
        assert kept.read("SELECT count(*) FROM places") == [(ARTICLES - 2,)]


def zeros(chance: random.Random) -> bytes:
    return bytes(8192)


def noise(chance: random.Random) -> bytes:
    return chance.randbytes(8192)


@pytest.mark.parametrize("harm", [zeros, noise])
@pytest.mark.parametrize("seed", range(6))
def test_whatever_pages_are_lost_the_rest_is_saved(tmp_path: Path, harm: Callable[..., bytes], seed: int) -> None:
    """Some pages behind the first are overwritten; what is saved is right. Only without the list of tables nothing is."""
    path = filled(tmp_path)
    chance = random.Random(seed)  # noqa: S311 - the same each time, no secret
    data = bytearray(path.read_bytes())
    pages = len(data) // 8192
    for page in chance.sample(range(1, pages), 3):
        data[page * 8192 : (page + 1) * 8192] = harm(chance)
    path.write_bytes(data)
    damages = check(path, CONFLICT)
    assert damages
    if damages[0].saved == LOST:
        with pytest.raises(StoreError):
            rescue(path, tmp_path / "new.store", CONFLICT)
        return
    done = rescue(path, tmp_path / "new.store", CONFLICT)
    assert check(tmp_path / "new.store", CONFLICT) == []
    with Store.open(tmp_path / "new.store", CONFLICT) as kept:
        keys = kept.finished_keys()
        assert len(keys) == done.copied["briefs"]
        for key in keys:
            found = kept.finished(key)
            assert found
            assert found.packed == one(int(key[1:])).brief
            assert kept.article(found.fingerprint) == one(int(key[1:])).document
        saved = [number for number in range(ANSWERS) if kept.find(f"q{number}")]
        assert len(saved) == done.copied["answers"]
        assert all(kept.find(f"q{number}") == answer(text_of(number)) for number in saved)


def test_a_list_of_tables_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    path = filled(tmp_path)
    data = bytearray(path.read_bytes())
    data[100:8192] = bytes(8092)
    path.write_bytes(data)
    (damage,) = check(path, CONFLICT)
    assert damage.saved == LOST
    with pytest.raises(StoreError):
        rescue(path, tmp_path / "new.store", CONFLICT)
