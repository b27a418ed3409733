"""Several processes on one store, and one that is killed in the middle of writing."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.storing import store

WRITE = """
import sys
from dataclasses import replace
from summarizer.conflict.assembled import CONFLICT
from summarizer.store import Store
from tests.storing import answer, article, finished

path, name, many = sys.argv[1], sys.argv[2], int(sys.argv[3])
made = finished("x")
with Store.open(path, CONFLICT) as kept:
    print("ready", flush=True)
    for number in range(many):
        key = f"{name}.{number}"
        kept.keep(key, answer(key * 200))
        batch = [replace(made, key=f"{key}.{part}", document=replace(made.document, fingerprint=f"{key}.{part}")) for part in range(10)]
        kept.write(batch)
        assert kept.has(f"{key}.9") and kept.find(key).text == key * 200
        print(key, flush=True)
"""


def start(path: Path, name: str, many: int) -> subprocess.Popen[str]:
    root = Path(__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path), name, str(many)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def test_two_processes_write_and_look_up_at_once(tmp_path: Path) -> None:
    """Both make the store, too, whoever comes first."""
    both = [start(tmp_path / "news.store", name, 20) for name in ("a", "b")]
    told = [process.communicate(timeout=60)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert [len(lines.split()) for lines in told] == [21, 21]
    with store(tmp_path) as kept:
        assert len(kept.finished_keys()) == 400
        for name in ("a", "b"):
            assert all(kept.find(f"{name}.{number}") for number in range(20))
        assert kept.read("PRAGMA integrity_check") == [("ok",)]


def test_a_process_that_is_killed_leaves_a_whole_store(tmp_path: Path) -> None:
    """What it said was written is there; a batch is there whole, or not at all."""
    chance = random.Random(7)  # noqa: S311 - which moment, no secret
    for turn in range(4):
        process = start(tmp_path / "news.store", f"t{turn}", 100_000)
        assert process.stdout
        with process.stdout:
            process.stdout.readline()
            time.sleep(chance.uniform(0.01, 0.2))
            process.send_signal(signal.SIGKILL)
            written = process.stdout.read().split()
            process.wait()
        with store(tmp_path) as kept:
            keys = {key for key in kept.finished_keys() if key.startswith(f"t{turn}.")}
            assert len(keys) % 10 == 0
            assert all({f"{key}.{part}" for part in range(10)} <= keys for key in written)
            assert all(kept.find(key) for key in written)
            assert kept.read("PRAGMA integrity_check") == [("ok",)]
            assert kept.read("PRAGMA foreign_key_check") == []
            ((rows,),) = kept.read("SELECT count(*) FROM places")
            assert rows == len(kept.finished_keys())
