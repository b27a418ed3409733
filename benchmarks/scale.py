"""What many articles take: `python benchmarks/scale.py [--articles N] [--limits REQUESTS TOKENS] … > docs/scale.md`.

Money, time, quota, processors and disk, reckoned from what one article takes (`measured.toml`, or `--measured`), the prices
and limits of a provider, and the seconds until an answer.
"""

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEASURED = Path(__file__).parent / "measured.toml"
MILLION, GIGA = 1_000_000, 1_000_000_000
MINUTES_A_DAY = 24 * 60
LIMITS = ((500, 200_000), (5_000, 2_000_000), (10_000, 10_000_000), (30_000, 150_000_000))
"""Requests and tokens a minute, if no others are given: from a new account's to a large one's."""
QUEUES = (2_000_000, 200_000_000, 15_000_000_000)
"""Tokens that may wait in batches at once, if no others are given."""
BATCH = 50_000
"""Requests in one batch at most, as OpenAI has it; a batch may take a day."""
CORES = (2, 8, 32)


@dataclass(frozen=True)
class One:
    """What one article takes."""

    tokens: dict[str, float]
    milliseconds: dict[str, float]
    bytes: dict[str, float]

    @property
    def requests(self) -> float:
        """To the model."""
        return self.tokens["requests"]

    @property
    def read(self) -> float:
        """Tokens that the model reads."""
        return self.tokens["constant"] + self.tokens["article"]

    @property
    def all_tokens(self) -> float:
        """What a limit counts: read and written."""
        return self.read + self.tokens["answer"]

    def dollars(self, prices: argparse.Namespace) -> float:
        """At prices for a million tokens, the constant part from the provider's cache."""
        constant, article, answer = (self.tokens[name] for name in ("constant", "article", "answer"))
        return (constant * prices.cached + article * prices.input + answer * prices.output) / MILLION

    def dollars_uncached(self, prices: argparse.Namespace) -> float:
        """The same with nothing cached."""
        return (self.read * prices.input + self.tokens["answer"] * prices.output) / MILLION


def measured(path: Path) -> One:
    """The figures in a file."""
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return One(found["tokens"], found["milliseconds"], found["bytes"])


def page(one: One, asked: argparse.Namespace) -> Iterator[str]:
    """The page, line by line."""
    count = asked.articles
    yield "# What many articles take"
    yield ""
    yield f"Written by `python benchmarks/scale.py > docs/scale.md`, for {count:,} articles. The figures of one article are measured"
    yield "(`benchmarks/measured.toml` says by which command); prices and limits are examples: give your own, as `--help` tells."
    yield ""
    yield from _of_one(one)
    yield from _money(one, asked, count)
    yield from _time(one, asked, count)
    yield from _batches(one, asked, count)
    yield from _processors(one, count)
    yield from _disk(one, count)


def _of_one(one: One) -> Iterator[str]:
    yield from ("## One article", "", "| | |", "|---|---:|")
    yield f"| requests | {one.requests:.2f} |"
    yield f"| tokens read: instructions and schema, the same every time | {one.tokens['constant']:,} |"
    yield f"| tokens read: the article | {one.tokens['article']:,} |"
    yield f"| tokens written | {one.tokens['answer']:,} |"
    yield f"| processor, the process that asks | {one.milliseconds['asking']:g} ms |"
    yield f"| processor, verification, wherever | {one.milliseconds['verifying']:g} ms |"
    yield f"| disk: article, brief, rows and index | {one.bytes['brief'] / 1000:.1f} kB |"
    yield f"| disk: answer | {one.bytes['answer'] / 1000:.1f} kB |"
    yield ""


def _money(one: One, prices: argparse.Namespace, count: int) -> Iterator[str]:
    yield "## Money"
    yield ""
    yield f"At ${prices.input:g} for a million tokens read, ${prices.cached:g} for cached ones and ${prices.output:g} for written ones."
    yield ""
    yield from ("| | an article | all |", "|---|---:|---:|")
    for name, dollars in (
        ("nothing cached", one.dollars_uncached(prices)),
        ("instructions and schema cached", one.dollars(prices)),
        ("in batches, half the price, nothing cached", one.dollars_uncached(prices) / 2),
    ):
        yield f"| {name} | ${dollars:.4f} | ${dollars * count:,.0f} |"
    yield ""
    yield "The coder asks nobody and costs nothing. Verifying again, with a later version, is done over kept answers: nothing, too."
    yield ""


def _time(one: One, asked: argparse.Namespace, count: int) -> Iterator[str]:
    yield "## Time and quota"
    yield ""
    yield f"A limit counts what is read and written: {one.all_tokens:,.0f} tokens and {one.requests:.2f} requests an article. An answer"
    yield f"takes {asked.latency:g} s here; `--jobs` has to be at least what is in flight for the limit to be reached."
    yield ""
    yield "| requests a minute | tokens a minute | held up by | articles a minute | days for all | in flight |"
    yield "|---:|---:|---|---:|---:|---:|"
    for requests, tokens in asked.limits or LIMITS:
        by = {
            "requests": requests / one.requests,
            "tokens": tokens / one.all_tokens,
            "one process that asks": 60_000 / one.milliseconds["asking"],
        }
        held_by = min(by, key=lambda name: by[name])
        rate = by[held_by]
        flying = rate * one.requests * asked.latency / 60
        yield f"| {requests:,} | {tokens:,} | {held_by} | {rate:,.0f} | {count / rate / MINUTES_A_DAY:,.1f} | {max(1, round(flying)):,} |"
    yield ""
    yield "Where one process that asks is what holds up, several on one machine share a store, and so the articles, among them."
    yield ""


def _batches(one: One, asked: argparse.Namespace, count: int) -> Iterator[str]:
    yield "## Batches"
    yield ""
    batches = -(-count * one.requests // BATCH)
    yield f"{batches:,.0f} batches of {BATCH:,} requests. A provider also limits the tokens that wait at once; each batch takes up to a day."
    yield ""
    yield from ("| tokens that may wait | articles a day | days for all |", "|---:|---:|---:|")
    for queue in asked.queue or QUEUES:
        a_day = queue / one.read
        yield f"| {queue:,} | {a_day:,.0f} | {count / a_day:,.1f} |"
    yield ""


def _processors(one: One, count: int) -> Iterator[str]:
    yield from (
        "## Processors",
        "",
        "| cores | verification keeps up with | days for all | coder: days for all |",
        "|---:|---:|---:|---:|",
    )
    for cores in CORES:
        rate = cores * 60_000 / one.milliseconds["verifying"]
        coder = cores * 60_000 / one.milliseconds["coder"]
        days, coder_days = (count / each / MINUTES_A_DAY for each in (rate, coder))
        yield f"| {cores} | {rate:,.0f} articles a minute | {days:.1f} | {coder_days:.1f} |"
    yield ""
    yield "More than one machine has: `--dask`. Memory does not grow with the number of articles."
    yield ""


def _disk(one: One, count: int) -> Iterator[str]:
    yield from ("## Disk", "", "| | all |", "|---|---:|")
    for name, size in (
        ("store: articles, briefs, rows, index", one.bytes["brief"]),
        ("store: answers", one.bytes["answer"]),
        ("JSON Lines, if they are written beside it", one.bytes["line"]),
    ):
        yield f"| {name} | {size * count / GIGA:,.0f} GB |"


def main() -> None:
    """Print the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10 * MILLION)
    parser.add_argument("--measured", type=Path, default=MEASURED, help="TOML with what one article takes")
    parser.add_argument("--latency", type=float, default=20, help="seconds until an answer (20)")
    for name, price in (("input", 2.0), ("cached", 0.5), ("output", 8.0)):
        parser.add_argument(f"--{name}", type=float, default=price, help=f"dollars for a million tokens ({price:g})")
    parser.add_argument("--limits", type=int, nargs=2, action="append", metavar=("REQUESTS", "TOKENS"), help="a minute")
    parser.add_argument("--queue", type=int, action="append", help="tokens that may wait in batches at once")
    asked = parser.parse_args()
    print("\n".join(page(measured(asked.measured), asked)))


if __name__ == "__main__":
    main()
