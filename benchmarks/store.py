"""A store of many briefs: `python benchmarks/store.py [--briefs N] [--variants N] [--keep FILE]`.

The briefs are those in seeds/accepted (but the long digest) with other names, in their articles too, and other days. Each
variant is made as a run makes it: rows, JSON, compression; each is then written many times over, under keys, fingerprints
and days of its own, so that what is written is the size of life and the making of it is counted apart.
"""

import argparse
import hashlib
import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from summarizer import Document, UnverifiedBrief
from summarizer.asking.run import Run
from summarizer.conflict.assembled import CONFLICT
from summarizer.store import Finished, Store, finish, tables_of

ROOT = Path(__file__).parent.parent
BATCH = 200
"""Briefs a transaction."""
FIRST = date(2030, 1, 1)
DAYS = 365
SINCE = date(2030, 10, 1)
"""The articles are of one year; the question is about its last three months."""
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
TARGETS = {"written": 60, "finished": 0.2, "question": 100}

QUESTION = "SELECT issuer, target, evidence, title, published FROM who_threatened_whom WHERE published >= ?"
COUNTED = "SELECT issuer, target, count(*) FROM who_threatened_whom WHERE published >= ? GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 50"


def seeds() -> list[tuple[str, str]]:
    """Each accepted brief as JSON, with its article."""
    found = sorted((ROOT / "seeds" / "accepted").glob("*.json"))
    few = filter(lambda path: path.stem != "long_digest", found)
    return [(path.read_text("utf-8"), (ROOT / "seeds" / f"{path.stem}.txt").read_text("utf-8")) for path in few]


def renamed(chance: random.Random) -> Callable[[str], str]:
    """Gives every name another one of the same length, always the same, so that all offsets stay."""
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        name = match.group()
        if name not in names:
            letters = (chance.choice("aeiou" if place % 2 else "bdfgklmnprstvz") for place in range(len(name)))
            names[name] = "".join(letters).capitalize()
        return names[name]

    return lambda text: NAME.sub(other, text)


def made(number: int, chance: random.Random, known: list[tuple[str, str]]) -> tuple[UnverifiedBrief, Document]:
    """One variant: a brief with its article."""
    stored, text = known[number % len(known)]
    rename = renamed(chance)
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    told = json.loads(rename(stored))
    told["source"]["published"] = day.isoformat()
    for incident in told["incidents"]:
        incident |= {"first_day": str(day - timedelta(days=2)), "last_day": str(day)}
    return UnverifiedBrief.model_validate(told), Document.from_text(rename(text), published=day)


def copies(variants: list[Finished], many: int, chance: random.Random) -> Iterator[Finished]:
    """Each variant again and again, as so many articles of their own."""
    for number in range(many):
        one = variants[number % len(variants)]
        day = (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()
        own = key(number)
        rows = {
            name: [tuple(day if cell == one.document.published else cell for cell in row) for row in rows]
            for name, rows in one.rows.items()
        }
        yield replace(one, key=own, document=replace(one.document, fingerprint=own, published=day), rows=rows)


def key(number: int) -> str:
    """The key of an article, and here its fingerprint, too."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def batches(each: Iterator[Finished]) -> Iterator[list[Finished]]:
    """So many at a time as one transaction holds."""
    while batch := list(islice(each, BATCH)):
        yield batch


def milliseconds(work: Callable[[], object], runs: int = 15) -> float:
    """The median time of some runs, after one."""
    work()
    times = []
    for _ in range(runs):
        before = time.perf_counter()
        work()
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=200_000, help="how many are written (200000)")
    parser.add_argument("--variants", type=int, default=1_000, help="how many are made (1000)")
    parser.add_argument("--keep", type=Path, help="write to this file, and keep it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments.keep or Path(folder) / "bench.store", arguments.briefs, arguments.variants)


def measure(path: Path, many: int, different: int) -> None:
    """Make, write and ask."""
    chance = random.Random(1)  # noqa: S311 - the same articles each time, no secret
    known, tables = seeds(), tables_of(CONFLICT)
    run = Run(extractor="model", version="0", model="m", endpoint="https://model.example/v1")
    variants, making = [], 0.0
    for number in range(different):
        brief, document = made(number, chance, known)
        before = time.process_time()
        variants.append(finish(str(number), brief, run, document, name=f"news/{number}.txt", tables=tables))
        making += time.process_time() - before
    items = statistics.mean(sum(map(len, one.rows.values())) - 1 for one in variants)
    print(
        f"{many:,} briefs of {items:.0f} items, {statistics.mean(len(one.document.text) for one in variants):,.0f} characters"
    )
    print(
        f"made: {1000 * making / different:.2f} ms of processor time a brief, {many * making / different:,.0f} s for all of them"
    )
    with Store.open(path, CONFLICT) as store:
        spent = processor = longest = 0.0
        for batch in batches(copies(variants, many, chance)):
            wall, own = time.perf_counter(), time.process_time()
            store.write(batch)
            wall, own = time.perf_counter() - wall, time.process_time() - own
            spent, processor, longest = spent + wall, processor + own, max(longest, wall)
        print(f"written: {spent:.1f} s (target {TARGETS['written']} s), {processor:.1f} s of processor time")
        print(f"  longest batch of {BATCH}: {1000 * longest:.0f} ms")
        keys = [key(chance.randrange(many)) for _ in range(1000)]
        for name, look in (
            ("has", store.has),
            ("finished", store.finished),
            ("finished, unpacked", lambda key: store.finished(key).brief),
        ):
            took = milliseconds(lambda look=look: [look(key) for key in keys]) / len(keys)
            print(f"{name}: {took:.3f} ms (target {TARGETS['finished']} ms)")
        for name, query in (("every row", QUESTION), ("counted", COUNTED)):
            rows = len(store.read(query, (str(SINCE),)))
            took = milliseconds(lambda query=query: store.read(query, (str(SINCE),)))
            print(
                f"who threatened whom since {SINCE}, {name}: {took:.0f} ms for {rows:,} rows (target {TARGETS['question']} ms)"
            )
    size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
    print(f"on disk: {size / many / 1000:.1f} kB a brief, {size / 1e9:.2f} GB")


if __name__ == "__main__":
    main()
