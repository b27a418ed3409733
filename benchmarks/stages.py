"""Time of each stage after the model's answer, in process and warm: `python benchmarks/stages.py [DRAFT.json] [--runs N]`.

The article is the example in seeds/; the draft is the first answer in its cassette, or the JSON file that is named.
Times are processor time, which other programs on the machine disturb least.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from summarizer import Document, Draft, render, verify
from summarizer.asking.lines import Lines
from summarizer.conflict.assembled import CONFLICT
from summarizer.recording.cassette import body_of, read

ROOT = Path(__file__).parent.parent
SEED = "000_7b84bdcd6d97ee1e"
ARTICLE = ROOT / "seeds" / f"{SEED}.txt"
CASSETTE = ROOT / "cassettes" / "seeds" / f"{SEED}.yaml"
TARGET = 12
"""Milliseconds that verification, derivation and rendering together may take."""


def recorded_answer(cassette: Path) -> str:
    """The JSON of the first answer that a cassette holds."""
    completion = json.loads(body_of(read(cassette)["interactions"][0]["response"]))
    message = completion["choices"][0]["message"]
    if message.get("tool_calls"):
        return str(message["tool_calls"][0]["function"]["arguments"])
    return str(message["content"])


def milliseconds(stage: Callable[[], object], runs: int) -> list[float]:
    """How long each of some runs took, after three that are not measured."""
    times = []
    for _ in range(runs + 3):
        before = time.process_time()
        stage()
        times.append((time.process_time() - before) * 1000)
    return times[3:]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draft", nargs="?", type=Path, help="a draft as JSON (the cassette's answer)")
    parser.add_argument("--runs", type=int, default=101, help="runs of each stage (101)")
    arguments = parser.parse_args()
    if arguments.draft is None and not CASSETTE.exists():
        sys.exit(f"there is no {CASSETTE.relative_to(ROOT)}: name a JSON file with a draft")
    answer = arguments.draft.read_text(encoding="utf-8") if arguments.draft else recorded_answer(CASSETTE)

    text = ARTICLE.read_text(encoding="utf-8")
    document = Document.from_text(text)

    def drafted() -> Draft:
        if arguments.draft:
            return Draft.model_validate_json(answer)
        return CONFLICT.form().read(Lines.model_validate_json(answer), document)[0]

    draft = drafted()
    brief = verify(draft, document)
    stages: dict[str, Callable[[], object]] = {
        "Document.from_text": lambda: Document.from_text(text),
        "answer to draft": drafted,
        "verify": lambda: verify(draft, document),
        "render text": lambda: render(brief, document),
        "verify + render": lambda: render(verify(draft, document), document),
    }
    proposed = sum(len(getattr(draft, kind)) for kind in type(draft).model_fields)
    print(f"{len(text):,} characters, {len(document.sentences)} sentences, {proposed} proposed items, warm")
    print(f"{'':20}{'median':>11}{'least':>11}  target")
    for name, stage in stages.items():
        times = milliseconds(stage, arguments.runs)
        target = f"{TARGET} ms" if name == "verify + render" else ""
        print(f"{name:20}{statistics.median(times):8.2f} ms{min(times):8.2f} ms  {target}")


if __name__ == "__main__":
    main()
