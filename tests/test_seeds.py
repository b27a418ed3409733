"""The recorded seeds, the whole way: each replays, and its brief is the one that was accepted."""

from pathlib import Path

import pytest

from summarizer import render, summarize
from summarizer.pipeline import Result

ROOT = Path(__file__).parent.parent
SEEDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.txt"))


def replayed(seed: str) -> Result:
    return summarize(ROOT / "seeds" / f"{seed}.txt", cassette=ROOT / "cassettes" / "seeds" / f"{seed}.yaml")


@pytest.mark.parametrize("seed", SEEDS)
def test_seed_gives_its_accepted_brief(seed: str) -> None:
    """A change of prompt, schema, checks, tables or rendering shows here as a changed line of a brief.

    To accept a change that is right: `python -m tests.test_seeds`, and read the difference.
    """
    accepted = ROOT / "seeds" / "accepted" / f"{seed}.txt"
    assert page(seed) == accepted.read_text(encoding="utf-8")


def page(seed: str) -> str:
    result = replayed(seed)
    return render(result.brief, result.document, "text", name=f"{seed}.txt")


if __name__ == "__main__":
    for name in SEEDS:
        (ROOT / "seeds" / "accepted" / f"{name}.txt").write_text(page(name), encoding="utf-8")
