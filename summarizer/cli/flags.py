"""Options that several commands have."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from summarizer.asking.windows import WINDOW
from summarizer.cli import config

FILE = click.Path(path_type=Path)


def _finite(context: click.Context, option: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter("it must be a finite number of seconds.", context, option)
    return value


def _unless_dash(context: click.Context, option: click.Parameter, value: Path | None) -> Path | None:
    return None if value == Path("-") else value


output_option: Callable[[Any], Any] = click.option(
    "-o",
    "--output",
    type=FILE,
    callback=_unless_dash,
    metavar="FILE",
    help="Write to FILE, whole or not at all, in place of standard output.",
)

model_option: Callable[[Any], Any] = click.option(
    "-m", "--model", envvar="BRIEF_MODEL", show_envvar=True, metavar="NAME", help="Model to ask."
)
base_url_option: Callable[[Any], Any] = click.option(
    "--base-url",
    envvar=["BRIEF_BASE_URL", "OPENAI_BASE_URL"],
    show_envvar=True,
    metavar="URL",
    help="Address of an OpenAI-compatible endpoint; OpenAI's own by default.",
)
profile_option: Callable[[Any], Any] = click.option(
    "--profile",
    envvar="BRIEF_PROFILE",
    show_envvar=True,
    metavar="NAME",
    help="Kind of endpoint, by default guessed from its address: openai, azure, openrouter, ollama, lmstudio, vllm,"
    " llamacpp or generic.",
)
timeout_option: Callable[[Any], Any] = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True, max=86_400),
    callback=_finite,
    default=120.0,
    show_default=True,
    envvar="BRIEF_TIMEOUT",
    show_envvar=True,
    metavar="SECONDS",
    help="How long to wait for a whole answer.",
)
coder_option: Callable[[Any], Any] = click.option(
    "--coder",
    is_flag=True,
    help="Read with the offline coder, without a model; it does so anyway where no model is named.",
)
window_option: Callable[[Any], Any] = click.option(
    "--window",
    type=click.IntRange(min=1000),
    envvar="BRIEF_WINDOW",
    show_envvar=True,
    metavar="CHARACTERS",
    help=f"Read a longer article in windows of at most so many characters; {WINDOW} by default.",
)
second_look_option: Callable[[Any], Any] = click.option(
    "--second-look",
    is_flag=True,
    envvar="BRIEF_SECOND_LOOK",
    show_envvar=True,
    help="Ask once about the sentences with threat or attack words that no item cites.",
)
cassettes_option: Callable[[Any], Any] = click.option(
    "--cassettes",
    type=FILE,
    metavar="FOLDER",
    help="Where the recordings lie; by default cassettes/<name of DIR> beside DIR.",
)
config_option: Callable[[Any], Any] = click.option(
    "--config",
    is_eager=True,
    expose_value=False,
    callback=config.load,
    envvar="BRIEF_CONFIG",
    show_envvar=True,
    metavar="FILE",
    help="Configuration file; by default config.toml in the user's folder for the program 'brief'.",
)
