"""Many articles, side by side with others: `python benchmarks/many.py [--peer PYTHON] [--articles 200] [--jobs 20] …`.

Each row is a process of its own, from its start to its end, against one local server that answers after a while; rounds
alternate, and medians are printed. Processor time is that of the process and of all that it started. Memory is the most that
all of them held at one moment, shared pages counted once (PSS). `--peer` names an interpreter that has langextract; a second
table (`--finished`, `--coded`) looks up, runs again and reads by the coder.
"""

import argparse
import ctypes
import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from many_articles import article, articles

HERE = Path(__file__).parent
ROOT = HERE.parent
BY = str(HERE / "many_by.py")
BRIEF = "from summarizer.cli import main; main()"
SAMPLED = 0.1
"""Seconds between two looks at the memory."""
MEGA = 1_000_000
SUBREAPER = 36
"""`PR_SET_CHILD_SUBREAPER`: processes that our runs leave behind are ours to wait for, so that their time is counted."""


@dataclass(frozen=True)
class Took:
    """What one run took: seconds on the clock, of the processor, and bytes."""

    wall: float
    processor: float
    memory: int


def took(command: list[str], expected: int | None = None) -> Took:
    """What a command takes, with all that it starts. Raises if it fails, or prints another number than expected."""
    python_path = os.pathsep.join([str(ROOT), str(HERE)]) if command[0] == sys.executable else ""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("BRIEF_", "OPENAI_"))}
    before = time.perf_counter()
    process = subprocess.Popen(
        command, env={**environment, "PYTHONPATH": python_path}, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    most, ended = [0], threading.Event()
    watching = threading.Thread(target=_watch, args=(process.pid, most, ended))
    watching.start()
    assert process.stdout is not None  # noqa: S101
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watching.join()
    processor = used.ru_utime + used.ru_stime + sum(_left_behind())
    if process.returncode or (expected is not None and int(printed) != expected):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}, printed {printed[-300:]!r}")
    return Took(wall, processor, most[0])


def _left_behind() -> Iterator[float]:
    """Processor seconds of what a run started and did not wait for (multiprocessing's server of forks)."""
    server = {int(SERVER.pid)} if SERVER else set()
    while (
        children := {int(pid) for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()}
        - server
    ):
        _, _, used = os.wait4(min(children), 0)
        yield used.ru_utime + used.ru_stime


SERVER: "subprocess.Popen[str] | None" = None


def _watch(root: int, most: list[int], ended: threading.Event) -> None:
    """Keep the most that a process and its descendants hold at one moment."""
    while not ended.wait(SAMPLED):
        most[0] = max(most[0], sum(map(_held, _descendants(root))))


def _descendants(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = [list(path.read_text().split()) for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return
    for child in itertools.chain(*children):
        yield from _descendants(int(child))


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def serving(latency: float) -> Iterator[str]:
    """The address of the server."""
    global SERVER
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE)])}
    command = [sys.executable, str(HERE / "many_server.py"), str(latency)]
    SERVER = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert SERVER.stdout is not None  # noqa: S101
        yield f"http://127.0.0.1:{int(SERVER.stdout.readline())}/v1"
    finally:
        SERVER.send_signal(signal.SIGTERM)
        SERVER.wait()
        SERVER = None


def load() -> str:
    """How busy the machine is."""
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def our_request() -> dict[str, object]:
    """What we send for one article, without the article."""
    from summarizer import Document
    from summarizer.asking.course import Course
    from summarizer.asking.extracting import ModelReads
    from summarizer.asking.options import RunOptions
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.model.strict import schema_of

    question = next(Course(Document.from_text(article(0)), CONFLICT, ModelReads(), RunOptions(model="m")).steps())
    schema = {"name": "lines", "strict": True, "schema": schema_of(question.response_model)}
    wanted = {"type": "json_schema", "json_schema": schema}
    return {"model": "m", "messages": question.messages[:-1], "response_format": wanted}


def side_by_side(asked: argparse.Namespace) -> None:
    """Print the first table."""
    count, jobs = asked.articles, asked.jobs
    with serving(asked.latency) as url, tempfile.TemporaryDirectory() as folder:
        request = Path(folder) / "request.json"
        request.write_text(json.dumps(our_request()), encoding="utf-8")
        us = [sys.executable, BY]
        rows = {
            "ours, threads": [*us, "ours", url, str(count), str(jobs), "0"],
            "ours, 2 processes": [*us, "ours", url, str(count), str(jobs), "2"],
            "ours, 2 processes, 64": [*us, "ours", url, str(count), "64", "2"],
            "openai alone": [*us, "bare", url, str(count), str(jobs), str(request)],
            "openai alone, 64": [*us, "bare", url, str(count), "64", str(request)],
        }
        if asked.peer and asked.peer.exists():
            rows["langextract"] = [str(asked.peer), "-W", "ignore", BY, "langextract", url, str(count), str(jobs)]
        else:
            print("langextract: left out, no interpreter of its own (--peer PYTHON)")
        print(
            f"{count} articles of {len(article(0)):,} characters, {asked.latency} s an answer, {jobs} in flight; {load()}"
        )
        figures = rounds(rows, asked.rounds, count)
    print(f"{'':24}{'wall':>9}{'processor':>12}{'an article':>12}{'memory':>9}")
    for name, one in figures.items():
        each = one.processor / count * 1000
        print(f"{name:24}{one.wall:7.2f} s{one.processor:10.2f} s{each:9.1f} ms{one.memory / MEGA:6.0f} MB")
    compared(figures, "langextract", "ours, 2 processes", "0.7 x")
    compared(figures, "langextract", "ours, threads", "0.7 x")
    compared(figures, "openai alone, 64", "ours, 2 processes, 64", "1.3 x its wall")


def rounds(rows: dict[str, list[str]], number: int, expected: int) -> dict[str, Took]:
    """Medians of alternating rounds."""
    runs: dict[str, list[Took]] = {name: [] for name in rows}
    for _ in range(number):
        for name, command in rows.items():
            runs[name].append(took(command, expected))
    return {
        name: Took(*(statistics.median(getattr(one, what) for one in some) for what in ("wall", "processor", "memory")))
        for name, some in runs.items()
    }


def compared(figures: dict[str, Took], peer: str, us: str, target: str) -> None:
    """Print how many times a peer's figures ours are."""
    if peer in figures:
        wall, processor = (getattr(figures[us], what) / getattr(figures[peer], what) for what in ("wall", "processor"))
        print(f"{us} against {peer}: {wall:.2f} x its wall, {processor:.2f} x its processor time (target {target})")


def coded(count: int, number: int) -> None:
    """Print what reading by the coder takes with one and with both cores."""
    rows = {
        f"coder, {name}": [sys.executable, BY, "ours", "", str(count), "8", processes]
        for name, processes in (("1 process", "1"), ("2 processes", "2"))
    }
    print(f"\n{count:,} articles by the coder; {load()}")
    figures = rounds(rows, number, count)
    for name, one in figures.items():
        print(f"{name:24}{one.wall:7.2f} s{one.processor:10.2f} s{one.memory / MEGA:6.0f} MB")
    one, both = figures.values()
    print(f"both cores: {one.wall / both.wall:.2f} x (target 1.8; memory flat, 300 MB)")


def finished(count: int) -> None:
    """Print what looking up takes, and running again over so many finished articles."""
    from summarizer.asking.options import RunOptions
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.engine.keeping import Keeping, reading_key
    from summarizer.reading.article import Article
    from summarizer.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store, sources = Path(folder) / "briefs.db", Path(folder) / "articles"
        sources.mkdir()
        for number, text in enumerate(articles(count)):
            (sources / f"{number:07}.txt").write_text(text, encoding="utf-8")
        brief = [sys.executable, "-c", BRIEF, str(sources), "--coder", "--store", str(store)]
        brief += ["--format", "jsonl", "--output", str(Path(folder) / "out.jsonl")]
        library = [sys.executable, BY, "ours", "", str(count), "8", "0", str(store)]
        first = took(brief)
        took(library, count)
        again = {"brief": took(brief), "the library": took(library, count)}
        sizes = [
            sum(one.stat().st_size for one in Path(folder).glob(files)) / count for files in ("briefs.db*", "out.*")
        ]
        print(f"\n{count:,} articles finished in {first.wall:.1f} s; {load()}")
        print(f"on disk: {sizes[0] / 1000:.1f} kB an article in the store, {sizes[1] / 1000:.1f} kB of JSON Lines")
        for name, one in again.items():
            print(
                f"again, {name:17}{one.wall:7.2f} s{one.processor:10.2f} s{one.memory / MEGA:6.0f} MB (target 5 s for 10,000)"
            )
        with Store.open(store, CONFLICT) as opened:
            keeping = Keeping(opened, reading_key(RunOptions(), None, CONFLICT))
            some = [Article(text) for text in articles(min(count, 1000))]
            print(
                f"a finished article's look-up: {each(lambda one: keeping.looked_up('', one), some):.3f} ms (target 0.2)"
            )


def each(work: Callable[[object], object], some: list[object]) -> float:
    """Milliseconds of the processor for one."""
    before = time.process_time()
    for one in some:
        work(one)
    return (time.process_time() - before) / len(some) * 1000


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", type=Path, help="an interpreter with langextract[openai] 1.7.1")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=20, help="requests in flight (20)")
    parser.add_argument("--latency", type=float, default=0.2, help="seconds until the server answers (0.2)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--coded", type=int, default=10_000, help="articles for the coder; 0: leave it out")
    parser.add_argument("--finished", type=int, default=10_000, help="articles to run again over; 0: leave it out")
    asked = parser.parse_args()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    if asked.articles:
        side_by_side(asked)
    if asked.finished:
        finished(asked.finished)
    if asked.coded:
        coded(asked.coded, 1)


if __name__ == "__main__":
    main()
