"""What briefs cost: `python benchmarks/price.py [--input 2 --cached 0.5 --output 8]`, dollars a million tokens.

Tokens are counted at four characters each, from the recorded articles: the constant part of the request (instructions and
schema), the article, and the answers, repairs included. The constant part comes first and is the same for every article, so
that a provider's cache holds it: after the first article it is priced as cached, if a price for that is given.
"""

import argparse
import json
import statistics
from dataclasses import dataclass
from pathlib import Path

from summarizer.recording import cassette

ROOT = Path(__file__).parent.parent
TOKEN = 4
"""Characters."""
COUNTS = (1, 1_000, 1_000_000)


@dataclass(frozen=True)
class Taken:
    """Tokens of one article, by what they are; `answer_share` is characters of answer for each of the article's."""

    constant: float
    varying: float
    answer: float
    requests: int
    answer_share: float


def taken(path: Path) -> Taken:
    """What one recording took."""
    article = (ROOT / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
    constant = varying = answer = 0
    interactions = cassette.read(path)["interactions"]
    for one in interactions:
        body = one["request"]["json"]
        first, *others = (message["content"] for message in body["messages"])
        schema = json.dumps(body.get("response_format", {}), ensure_ascii=False, separators=(",", ":"))
        constant += len(first) + len(schema)
        varying += sum(map(len, others))
        content = json.loads(cassette.body_of(one["response"]))["choices"][0]["message"]["content"] or ""
        answer += len(json.dumps(json.loads(content), ensure_ascii=False, separators=(",", ":")))
    return Taken(constant / TOKEN, varying / TOKEN, answer / TOKEN, len(interactions), answer / len(article))


def main() -> None:
    """Print tokens, and money where prices are given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("input", "cached", "output"):
        parser.add_argument(f"--{name}", type=float, metavar="DOLLARS", help="for a million tokens")
    prices = parser.parse_args()
    rows = [taken(path) for path in sorted((ROOT / "cassettes" / "seeds").glob("*.yaml"))]
    print(f"{len(rows)} recorded articles, {statistics.mean(row.requests for row in rows):.2f} requests an article")
    shares = [row.answer_share for row in rows]
    print(
        f"answer, characters for each of the article's: median {statistics.median(shares):.2f}, most {max(shares):.2f}"
    )
    constant, varying, answer = (
        statistics.mean(getattr(row, name) for row in rows) for name in ("constant", "varying", "answer")
    )
    print(f"tokens an article: constant part {constant:,.0f}, article {varying:,.0f}, answer {answer:,.0f}")
    for count in COUNTS:
        line = f"{count:>9,} articles: {count * (constant + varying):>15,.0f} tokens in, {count * answer:>13,.0f} out"
        if prices.input is not None and prices.output is not None:
            cached = prices.input if prices.cached is None else prices.cached
            once = constant * prices.input + (count - 1) * constant * cached
            line += f", ${(once + count * (varying * prices.input + answer * prices.output)) / 1e6:,.2f}"
        print(line)


if __name__ == "__main__":
    main()
