"""How fast the offline coder reads, and whether its memory stays flat: `python benchmarks/coder.py [--articles N]`.

The articles are those in seeds/, each made unlike the others by a line of its own, so that nothing is remembered. Times
are processor time, which other programs on the machine disturb least.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from summarizer import Document, summarize
from summarizer.conflict.coder import code

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
EXAMPLE = Path(__file__).parent.parent / "seeds" / "000_7b84bdcd6d97ee1e.txt"


def milliseconds(text: str, runs: int) -> list[float]:
    """How long each of some runs over one article took, reading and coding, after three that are not measured."""
    return [seconds_of(lambda: code(Document.from_text(text))) * 1000 for _ in range(runs + 3)][3:]


def seconds_of(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    before = time.process_time()
    work()
    return time.process_time() - before


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="articles for memory and characters a second (1000)")
    articles = parser.parse_args().articles
    example = EXAMPLE.read_text(encoding="utf-8")
    times = milliseconds(example, 51)
    print(f"one article, {len(example):,} characters, warm: median {statistics.median(times):.1f} ms  target 15 ms")
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    characters, seconds, early = 0, 0.0, 0.0
    for number in range(articles):
        text = f"{texts[number % len(texts)]}\n\nItem {number}."
        seconds += seconds_of(lambda text=text: code(Document.from_text(text)))
        characters += len(text)
        if number == articles // 10:
            early = peak_megabytes()
    print(f"{articles:,} articles: {characters / seconds / 1e6:.2f} MB a second of text, coder alone  target 1")
    longest = max(texts, key=len)
    least = min(milliseconds(longest, 5))
    print(
        f"the longest of them, {len(longest):,} characters: {len(longest) / least / 1000:.2f} MB a second  target: no less"
    )
    checked = [f"{texts[number % len(texts)]}\n\nItem {number}." for number in range(articles // 10)]
    seconds = seconds_of(lambda: [summarize(text) for text in checked])
    print(f"with verification: {seconds / len(checked) * 1000:.1f} ms an article")
    print(f"memory: {early:.0f} MB after a tenth, {peak_megabytes():.0f} MB at the end  target: flat")


if __name__ == "__main__":
    main()
