"""What was asked for, looked at before anything is sent or written: the model to ask, and what cannot work."""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from summarizer import recording
from summarizer.cli.options import Options
from summarizer.cli.sources import spare
from summarizer.errors import CassetteError, NoExtractorError, UsageError
from summarizer.model import ModelSettings

NO_EXTRACTOR = (
    "no model and no cassette: name a model with --model or BRIEF_MODEL (--base-url for another endpoint than"
    " OpenAI's), or replay a recording with --cassette"
)


def settings_of(options: Options) -> ModelSettings | None:
    """The model to ask; None where a cassette names it, or nothing is sent and no model is given."""
    if options.cassette and options.record:
        raise UsageError("--cassette replays and --record records: give one of them")
    if options.cassette:
        return None
    if not options.model:
        if options.show_prompt:
            return None
        raise NoExtractorError(NO_EXTRACTOR)
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


RULES: tuple[tuple[Callable[[Options, list[str]], bool], str], ...] = (
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


def refuse(options: Options, sources: list[str]) -> None:
    """Raise UsageError for what cannot work, before anything is sent or written."""
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
        try:
            recording.metadata(path)
        except CassetteError as error:
            raise UsageError(f"{path}: is there and is no cassette; choose another file for --record") from error
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise UsageError(f"{path}: cannot be written; choose another file for --record")
