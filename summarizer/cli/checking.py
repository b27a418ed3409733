"""What was asked for, looked at before anything is sent or written: the model to ask, and what cannot work."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.cli.arguments import Arguments
from summarizer.cli.sources import spare
from summarizer.errors import CassetteError, NoExtractorError, UsageError

if TYPE_CHECKING:  # the offline coder does without, and starts in half the time
    from summarizer.model import ModelSettings

CODER_READS = "brief: no model is named: the offline coder reads, and finds less than a model; --model NAME asks one"
"""Said once where the coder stands in."""
NO_MODEL = "needs a model: name one with --model or BRIEF_MODEL (--base-url for another endpoint than OpenAI's)"


def settings_of(options: Arguments) -> "ModelSettings | None":
    """The model to ask; None where a cassette names it, or the offline coder reads."""
    if options.cassette and options.record:
        raise UsageError("--cassette replays and --record records: give one of them")
    if options.cassette or options.coder or not options.model:
        return None
    from summarizer.model import ModelSettings

    _check_address(options.base_url)
    settings = ModelSettings(
        model=options.model, base_url=options.base_url, profile=options.profile, timeout=options.timeout
    )
    profile = settings.endpoint_profile
    if profile.key_needed and not settings.key and not options.show_prompt:
        raise UsageError(f"no key for {settings.host}: set {profile.key}, or replay a recording with --cassette")
    return settings


def _check_address(base_url: str | None) -> None:
    try:
        parts = urlsplit(base_url or "http://default")
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:  # the address itself is not shown: it may hold a password
        raise UsageError("the base URL is no address: write it as http://HOST:PORT/v1 or https://HOST/v1")


RULES: tuple[tuple[Callable[[Arguments, list[str]], bool], str], ...] = (
    (
        lambda options, sources: bool(options.cassette) and len(sources) > 1,
        "--cassette holds the answer for one article: give one source",
    ),
    (
        lambda options, sources: bool(options.record) and len(sources) > 1,
        "--record writes the answer for one article: give one source",
    ),
    (
        lambda options, sources: options.format == "json" and len(sources) > 1 and not options.show_prompt,
        "--format json is one brief: give one source, or use --format jsonl, one object a line",
    ),
    (
        lambda options, sources: bool(options.record) and options.show_prompt,
        "--show-prompt sends nothing, so there is nothing for --record to write: give one of them",
    ),
)
"""Combinations that make no sense, each with what to say of it."""


MODEL_ONLY = (
    ("record", "--record"),
    ("second_look", "--second-look"),
    ("second_opinion", "--second-opinion"),
)
"""Options that ask a model, and how they are written."""


def coder_reads(options: Arguments) -> bool:
    """Whether the offline coder reads: it is asked for, or there is neither model nor cassette."""
    return options.coder or not (options.model or options.cassette)


def refuse(options: Arguments, sources: list[str]) -> None:
    """Raise UsageError or NoExtractorError for what cannot work, before anything is sent or written."""
    if options.coder:
        given = [f"--{name.replace('_', '-')}" for name in ("model", "cassette") if name in options.by_flag]
        given += [flag for name, flag in MODEL_ONLY if getattr(options, name) not in (None, False)]
        if given or options.show_prompt:
            other = given[0] if given else "--show-prompt"
            raise UsageError(f"--coder reads without a model, so {other} makes no sense beside it: give one of them")
    elif coder_reads(options):
        for name, flag in MODEL_ONLY:
            if getattr(options, name) not in (None, False):
                raise NoExtractorError(f"{flag} {NO_MODEL}")
    for applies, message in RULES:
        if applies(options, sources):
            raise UsageError(message)
    spare(options.output, [*sources, *([str(options.cassette)] if options.cassette else [])], "--output")
    spare(options.record, sources, "--record")
    if options.cassette and not options.cassette.is_file():
        raise UsageError(f"{options.cassette}: there is no such cassette; check --cassette")
    if options.record:
        _check_recording(options.record)


def _check_recording(path: Path) -> None:
    """Refuse to write over what is no cassette, or where nothing can be written."""
    if path.is_dir():
        raise UsageError(f"{path}: is a directory; name a file for --record")
    if path.exists():
        from summarizer.recording import tapes

        try:
            tapes.metadata(path)
        except CassetteError as error:
            raise UsageError(f"{path}: is there and is no cassette; choose another file for --record") from error
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(f"{path}: cannot be written; choose another file for --record")
