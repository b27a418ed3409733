"""Lines on standard error: failures, what each source took, and a sign of life on a terminal."""

import contextlib
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING

import click

from summarizer.errors import printable

if TYPE_CHECKING:
    from summarizer.asking.run import Run

SECRET = ("_KEY", "_TOKEN", "_SECRET", "_PASSWORD")
"""How the names of environment variables end that hold secrets."""
SHORTEST_SECRET = 8
"""Characters; a shorter value, such as `none`, is no secret and may be an ordinary word."""
SILENT_SECONDS = 2.0
"""How long nothing is shown; most replays are over by then."""
FRAMES = "|/-\\"
FRAME_SECONDS = 0.2
CLEAR_LINE = "\r\x1b[K"


def counted(number: int, what: str) -> str:
    """So many of something: "1 article", "2 articles"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def say(text: str) -> None:
    """Write one line on standard error, whatever the text holds, without the keys that the environment holds."""
    for name, value in os.environ.items():
        if name.upper().endswith(SECRET) and len(value) >= SHORTEST_SECRET:
            text = text.replace(value, f"[{name}]")
    with contextlib.suppress(OSError):  # nobody reads it: no reason to stop working
        click.echo(printable(text), err=True)


def complain(message: str, source: str = "") -> None:
    """Write the one line of a failure: 'brief: SOURCE: what, where, what to do'.

    Args:
        message: what failed; it may begin with the source.
        source: what it failed for, where it is for one source.
    """
    name = printable(source)
    if name and not printable(message).startswith(f"{name}:"):
        message = f"{name}: {message}"
    say(f"brief: {message}")


def report(source: str, run: "Run") -> None:
    """Write what one brief took: model or coder, requests, tokens, seconds, and the cost where it is known.

    Args:
        source: what the source is called.
        run: how its brief came about.
    """
    parts = [run.model or f"offline {run.extractor}"]
    if run.requests:
        parts.append(counted(run.requests, "request"))
    if run.tokens.prompt or run.tokens.completion:
        parts.append(f"{run.tokens.prompt:,} tokens in, {run.tokens.completion:,} out")
    parts.append(f"{run.seconds:.1f} s")
    if run.cost is not None:
        parts.append(f"${run.cost:.4f}")
    if run.cassette:
        parts.append(f"cassette {run.cassette}")
    say(f"{source}: {' · '.join(parts)}")


@dataclass
class Tally:
    """What became of many articles, and what that took.

    Attributes:
        sources: how many there are; each may hold several articles.
    """

    sources: int
    began: float = field(default_factory=time.monotonic)
    articles: int = 0
    kept: int = 0
    failed: int = 0
    not_begun: int = 0
    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None

    def add(self, run: "Run | None", *, kept: bool, failed: bool, begun: bool) -> None:
        """One more article.

        Args:
            run: how its brief came about, where there is one.
            kept: whether it was finished before.
            failed: whether there is none.
            begun: whether it was asked about at all.
        """
        if not begun:
            self.not_begun += 1
            return
        self.articles += 1
        self.kept += kept
        self.failed += failed
        if run is not None and not kept:
            self.requests += run.requests
            self.tokens_in += run.tokens.prompt
            self.tokens_out += run.tokens.completion
            self.cost = self.cost if run.cost is None else (self.cost or 0.0) + run.cost

    def now(self) -> str:
        """How far it is."""
        seconds = time.monotonic() - self.began
        rate = self.articles / seconds if seconds else 0.0
        left = max(self.sources - self.articles, 0) / rate if rate else 0.0
        parts = [f"{self.articles:,} of {self.sources:,}", f"{rate:.1f} a second", *self._spent()]
        if self.failed:
            parts.insert(1, f"{self.failed:,} failed")
        return " · ".join((*parts, f"{_lasting(left)} left"))

    @property
    def left(self) -> int:
        """How many were not begun."""
        return max(self.sources - self.articles, self.not_begun)

    def summary(self) -> str:
        """One line on all of them."""
        seconds = time.monotonic() - self.began
        read = self.articles - self.kept - self.failed
        ways = {
            "read": read,
            "kept from before": self.kept,
            "failed": self.failed,
        }
        ends = ", ".join(f"{number:,} {way}" for way, number in ways.items() if number)
        parts = [f"{self.articles:,} articles: {ends}"]
        if self.requests:
            parts.append(counted(self.requests, "request"))
            parts.append(f"{self.tokens_in:,} tokens in, {self.tokens_out:,} out")
        return " · ".join((*parts, *self._spent(), _lasting(seconds)))

    def _spent(self) -> list[str]:
        return [] if self.cost is None else [f"${self.cost:.2f}"]


def _lasting(seconds: float) -> str:
    """So long, for people."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


class Waiting:
    """Shows on a terminal, after two seconds, that something is going on; wiped out at the end.

    Args:
        what: what is being done, on one line.
        shown: False shows nothing at all.
    """

    def __init__(self, what: str, *, shown: bool) -> None:
        self._what = printable(what)
        self._drawing = threading.Lock()
        self._now = ""
        self._drawn = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._turn, daemon=True) if shown and _can_redraw() else None

    def __enter__(self) -> "Waiting":
        if self._thread:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def now(self, what: str) -> None:
        """Say which part of it is being done."""
        self._now = f", {printable(what)}" if what else ""

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Wipe it out while something else is written."""
        with self._drawing:
            if self._drawn:
                _draw(CLEAR_LINE)
                self._drawn = False
            yield

    def _turn(self) -> None:
        started = time.monotonic()
        if self._over.wait(SILENT_SECONDS):
            return
        turn = 0
        while True:
            seconds = time.monotonic() - started
            line = f"{FRAMES[turn % len(FRAMES)]} {seconds:.0f} s {self._what}{self._now}"
            with self._drawing:
                self._drawn = True
                _draw(CLEAR_LINE + line[: shutil.get_terminal_size().columns - 1])  # a second could not be wiped out
            turn += 1
            if self._over.wait(FRAME_SECONDS):
                break
        _draw(CLEAR_LINE)


def _draw(text: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def _can_redraw() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
