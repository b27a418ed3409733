"""What was asked for, looked at before anything is sent or written: the model to ask, and what cannot work."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.asking.extracting import offline
from summarizer.cli.arguments import Arguments
from summarizer.cli.destinations import ROOM_FOR_MORE, folder_of
from summarizer.cli.sources import spare
from summarizer.cli.writing import separator
from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import CassetteError, NoExtractorError, UsageError

if TYPE_CHECKING:  # the offline coder does without, and starts in half the time
    from summarizer.model import ModelSettings

CODER_READS = "brief: no model is named: the offline coder reads, and finds less than a model; --model NAME asks one"
"""Said once where the coder stands in."""
NO_MODEL = "needs a model: name one with --model or BRIEF_MODEL (--base-url for another endpoint than OpenAI's)"

WITHOUT_MODEL = {"coder": "--coder", "extractor": "--extractor"}
"""Options that let no model read, and how they are written."""
MODEL_NAMED = {"model": "--model", "cassette": "--cassette"}
"""Options that name a model, or its recording."""


def settings_of(options: Arguments) -> "ModelSettings | None":
    """The model to ask; None where a cassette names it, or the offline coder reads.

    Args:
        options: of these count the model's, `cassette`, `record` and `show_prompt`, for which no key is needed.

    Raises:
        UsageError: two of them exclude each other, the address is none, or there is no key.
    """
    if options.cassette and options.record:
        raise UsageError("--cassette replays and --record records: give one of them")
    if options.cassette or options.without_model or not options.model:
        return None
    from summarizer.model import ModelSettings

    if options.base_url:
        _check_address(options.base_url)
    settings = ModelSettings(
        model=options.model, base_url=options.base_url, profile=options.profile, timeout=options.timeout
    )
    profile = settings.endpoint_profile
    if options.show_prompt:  # nothing is sent
        return settings
    if profile.key_needed and not settings.key:
        raise UsageError(f"no key for {settings.host}: set {profile.key}, or replay a recording with --cassette")
    return settings


def _check_address(base_url: str) -> None:
    """Refuse what is no address, without showing it: it may hold a password."""
    if not _is_address(base_url):
        raise UsageError("the base URL is no address: write it as http://HOST:PORT/v1 or https://HOST/v1")


def _is_address(base_url: str) -> bool:
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https"):
        return False
    return bool(parts.hostname) and port != 0


def coder_reads(options: Arguments) -> bool:
    """Whether an extractor reads that asks nobody: it is asked for, or there is neither model nor cassette."""
    return options.without_model or not (options.model or options.cassette)


def refuse(options: Arguments, sources: list[str]) -> None:
    """Refuse what cannot work, before anything is sent or written.

    Args:
        options: what was asked for.
        sources: the sources, patterns expanded.

    Raises:
        UsageError: options make no sense together, or a file cannot be read or written.
        NoExtractorError: something is asked for that only a model can do, and none is named; or nobody is registered
            under the name of the extractor.
    """
    wishes = _wishes(options)
    if options.without_model:
        _refuse_beside_coder(options, wishes)
    elif wishes and coder_reads(options):
        raise NoExtractorError(f"{wishes[0]} {NO_MODEL}")
    if len(sources) > 1:
        _refuse_several(options)
    if options.record and options.show_prompt:
        raise UsageError("--show-prompt sends nothing, so there is nothing for --record to write: give one of them")
    spare(options.output, [*sources, options.cassette, options.reviews], "--output")
    spare(options.record, sources, "--record")
    if options.cassette and not options.cassette.is_file():
        raise UsageError(f"{options.cassette}: there is no such cassette; check --cassette")
    if options.record:
        _check_recording(options.record)


def _wishes(options: Arguments) -> list[str]:
    """The options given that ask a model, as they are written."""
    given = {
        "--record": options.record is not None,
        "--second-look": options.second_look,
        "--second-opinion": options.second_opinion is not None,
    }
    return [flag for flag, wished in given.items() if wished]


def _refuse_beside_coder(options: Arguments, wishes: list[str]) -> None:
    """Refuse what asks a model where none is to read, and an extractor that nobody has registered."""
    chosen = [flag for name, flag in WITHOUT_MODEL.items() if name in options.by_flag]
    if len(chosen) > 1:
        raise UsageError("--coder is the extractor 'coder': give one of --coder and --extractor")
    others = [flag for name, flag in MODEL_NAMED.items() if name in options.by_flag] + wishes
    if options.show_prompt:
        others.append("--show-prompt")
    if others:
        raise UsageError(
            f"{chosen[0]} reads without a model, so {others[0]} makes no sense beside it: give one of them"
        )
    offline(options.extractor, CONFLICT)


def _refuse_several(options: Arguments) -> None:
    """Refuse several sources where there is room for one."""
    if options.cassette:
        raise UsageError("--cassette holds the answer for one article: give one source")
    if options.reviews:
        raise UsageError("--reviews holds decisions on one article: give one source")
    if options.record:
        raise UsageError("--record writes the answer for one article: give one source")
    if separator(options) is None and not folder_of(options):
        raise UsageError(f"--format {options.format} is one brief: give one source, or {ROOM_FOR_MORE}")


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
