"""How long the event loop is held while many articles are read: python benchmarks/held_loop.py [--articles 20] [--rounds 5]

The coder reads articles of a length beside a loop that only looks at the clock; a loop that is held looks late. The best of
some rounds is given, since another program that has the processor makes it late, too; and what an idle loop comes to.
"""

import argparse
import asyncio
import time

from summarizer import asummarize, corpus

TEXT = "The Karsk Guard threatened on Monday to burn the {} mills of Orvane. Its men shelled the town of Belim, killing 3 people. "
TICK = 0.001


async def longest(work: "asyncio.Task[None]") -> float:
    """Seconds that the loop was held at most until some work is done."""
    held = 0.0
    while not work.done():
        before = time.perf_counter()
        await asyncio.sleep(TICK)
        held = max(held, time.perf_counter() - before - TICK)
    return held


async def through(texts: list[str], jobs: int) -> None:
    """All articles, as `summarizer.corpus` takes them."""
    async for outcome in corpus(texts, jobs=jobs):
        if outcome.error:
            raise outcome.error


async def side_by_side(texts: list[str]) -> None:
    """All of them, as so many calls of `asummarize`."""
    await asyncio.gather(*(asummarize(text) for text in texts))


async def measured(articles: int, size: int) -> dict[str, float]:
    """Seconds that each way held the loop at most."""
    texts = [TEXT.format(number) * (size // len(TEXT)) for number in range(articles)]
    ways = {
        "idle": asyncio.sleep(0.5),
        "corpus": through(texts, 8),
        "asummarize": side_by_side(texts),
    }
    return {name: await longest(asyncio.ensure_future(way)) for name, way in ways.items()}


def main() -> None:
    """Print the best of some rounds, after one that loads what is loaded once."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--articles", type=int, default=20)
    wanted.add_argument("--size", type=int, default=3000)
    wanted.add_argument("--rounds", type=int, default=5)
    asked = wanted.parse_args()
    rounds = [asyncio.run(measured(asked.articles, asked.size)) for _ in range(asked.rounds + 1)]
    for name in rounds[0]:
        times = [1000 * one[name] for one in rounds]
        print(
            f"{name:11} held for {min(times[1:]):6.1f} ms at most, in the best round; in the first {times[0]:6.1f} ms"
        )


if __name__ == "__main__":
    main()
