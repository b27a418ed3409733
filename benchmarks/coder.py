"""How fast the offline coder reads, and whether its memory stays flat: `python benchmarks/coder.py [--articles N]`.

The articles are those in seeds/, each made unlike the others by a line of its own, so that nothing is remembered.
"""

import argparse
import resource
import statistics
import time
from pathlib import Path

from summarizer import Document, summarize
from summarizer.coder import code

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
EXAMPLE = Path(__file__).parent.parent / "seeds" / "000_7b84bdcd6d97ee1e.txt"


def milliseconds(text: str, runs: int) -> list[float]:
    """How long each of some runs over one article took, reading and coding, after three that are not measured."""
    times = []
    for _ in range(runs + 3):
        before = time.perf_counter()
        code(Document.from_text(text))
        times.append((time.perf_counter() - before) * 1000)
    return times[3:]


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
        before = time.perf_counter()
        code(Document.from_text(text))
        seconds += time.perf_counter() - before
        characters += len(text)
        if number == articles // 10:
            early = peak_megabytes()
    print(f"{articles:,} articles: {characters / seconds / 1e6:.2f} MB a second of text, coder alone  target 1")
    before = time.perf_counter()
    for number in range(articles // 10):
        summarize(f"{texts[number % len(texts)]}\n\nItem {number}.")
    print(f"with verification: {10 * (time.perf_counter() - before) / articles * 1000:.1f} ms an article")
    print(f"memory: {early:.0f} MB after a tenth, {peak_megabytes():.0f} MB at the end  target: flat")


if __name__ == "__main__":
    main()
