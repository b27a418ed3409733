"""Runs the command within the test's process, and stands in for the model where a test is not about it."""

import asyncio
import io
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer import pipeline
from summarizer.asking.options import RunOptions
from summarizer.asking.run import Run, Tokens
from summarizer.cli.command import run
from summarizer.documents.document import Document
from summarizer.engine.flow import Flow
from summarizer.engine.tasks import Made, Task, document_of
from summarizer.errors import Refused, SourceError
from summarizer.pipeline import Result
from summarizer.pointing.audit import Audit, ItemOutcome
from summarizer.reading import opening
from summarizer.reading.opening import read_documents
from summarizer.schemas.brief import Brief

ARTICLE = "The Orvane council met on Monday. Nobody was hurt."
REFUSED = "The model declines this text."
BROKEN = "This text makes the program fail."
DROPPED = "This text has items that fail."
INTERRUPTED = "Somebody presses a key."


@dataclass(frozen=True)
class Ran:
    """What one run of the command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """A function that runs the command in an empty folder, without a user's settings."""
    for name in ("MODEL", "BASE_URL", "CASSETTE", "POLICY", "FORMAT", "TIMEOUT", "PROFILE", "CONFIG"):
        monkeypatch.delenv(f"BRIEF_{name}", raising=False)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")

    def ran(*args: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = run(args)
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Puts a stand-in in the model's place; gives the options of each run, and its source."""
    calls: list[dict[str, Any]] = []
    sources: list[Any] = []

    def read(source: Any, published: date | None = None, **wishes: Any) -> Iterator[tuple[str, Document | SourceError]]:
        sources.append(source)
        return read_documents(source, published, **wishes)

    def summarized(document: Document, options: RunOptions) -> Result:
        calls.append({"source": sources[-1], **vars(options)})
        if document.text.startswith(REFUSED):
            raise Refused("the model declined to answer, m at localhost: use another model")
        if document.text.startswith(BROKEN):
            raise RuntimeError("cannot\nbe")
        if document.text.startswith(INTERRUPTED):
            raise KeyboardInterrupt
        outcomes = ()
        if document.text.startswith(DROPPED):
            outcomes = (
                ItemOutcome(item="actor", id=1, disposition="kept"),
                ItemOutcome(item="threat", id=1, disposition="rejected", because="not_in_document"),
            )
        brief = Brief.model_validate(
            {"source": document.source(), "policy": options.policy, "audit": Audit(outcomes=outcomes)},
            context={"verified": True},
        )
        run = Run(
            extractor="model",
            version="1",
            model="m-1",
            requests=1,
            tokens=Tokens(prompt=1_000_000, completion=500_000, cached=200_000),
            seconds=1.25,
        )
        return Result(brief, run, document)

    async def made(flow: Flow, task: Task, options: RunOptions) -> Made:
        sources.append(Path(task.source))
        try:
            result = summarized(document_of(task.article), options)
        except KeyboardInterrupt:  # as it comes in a loop, from somebody who is in a hurry
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(0.05)
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(60)
            raise
        price = options.price
        cost = price(result.run.model or "", result.run.tokens) if price else None
        return Made(task.finish(task.source, replace(result, run=result.run.model_copy(update={"cost": cost})))[0])

    monkeypatch.setattr(opening, "read_documents", read)
    monkeypatch.setattr(pipeline, "summarized", summarized)
    monkeypatch.setattr(Flow, "_made", made)
    return calls


def article(name: str = "a.txt", text: str = ARTICLE) -> str:
    """Write an article into the current folder, and give back its name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def names(folder: Path | str = ".") -> list[str]:
    """Names of the files in a folder, in order."""
    return sorted(path.name for path in Path(folder).iterdir())
