"""Options that several commands have."""

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from summarizer.asking.windows import WINDOW
from summarizer.cli import config
from summarizer.conflict.exporting import EXPORTS
from summarizer.reading.columns import COLUMNS, HOLDS
from summarizer.rendering.formats import FORMATS, formats

FILE = click.Path(path_type=Path)


def format_option(own: Mapping[str, str], envvar: str | None = None) -> Callable[[Any], Any]:
    """The option that names a format; those of other packages are looked for only where none of ours is named.

    Args:
        own: formats that the command itself adds: what each is, by its name.
        envvar: the environment variable that it is read from.
    """
    registered = [name for each in (*FORMATS, *EXPORTS) for name in (each.name, *each.aliases)]
    ours = click.Choice([*registered, *own])
    says = {each.name: each.says for each in (*FORMATS, *EXPORTS)} | dict(own)

    def format_name(given: str) -> str:
        if given in ours.choices:
            return given
        others = sorted(formats(EXPORTS).keys() - set(ours.choices))
        return click.Choice([*ours.choices, *others]).convert(given, None, None)

    return click.option(
        "-f",
        "--format",
        type=format_name,
        shell_complete=ours.shell_complete,
        metavar=f"[{'|'.join(ours.choices)}]",
        default="text",
        show_default=True,
        envvar=envvar,
        show_envvar=True,
        help=f"{'; '.join(f'{name}: {what}' for name, what in says.items())}.",
    )


detail_option: Callable[[Any], Any] = click.option(
    "--detail",
    type=click.Choice(["heads", "page", "full"]),
    default="page",
    show_default=True,
    envvar="BRIEF_DETAIL",
    show_envvar=True,
    help="How much of a page, as text or Markdown: heads, the summary and the headings; page, all that says who says what; full, also what"
    " is not stated, other names, and every finding of the checks.",
)


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

reviews_option: Callable[[Any], Any] = click.option(
    "--reviews",
    type=FILE,
    metavar="FILE",
    help="File of what people decided about items of the brief ('brief review'), to be shown beside them.",
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
extractor_option: Callable[[Any], Any] = click.option(
    "--extractor",
    default="coder",
    show_default=True,
    metavar="NAME",
    help="Read without a model, with the offline coder or what another package registers under this name.",
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
policy_option: Callable[[Any], Any] = click.option(
    "--policy",
    type=click.Choice(["standard", "strict"]),
    default="standard",
    show_default=True,
    envvar="BRIEF_POLICY",
    show_envvar=True,
    help="How much it takes for an attack to be confirmed.",
)
repairs_option: Callable[[Any], Any] = click.option(
    "--repairs",
    type=click.IntRange(0, 2),
    default=1,
    show_default=True,
    envvar="BRIEF_REPAIRS",
    show_envvar=True,
    metavar="N",
    help="How often, at most, to ask again for items that were dropped, 0 to 2.",
)
second_opinion_option: Callable[[Any], Any] = click.option(
    "--second-opinion",
    is_flag=False,
    flag_value="",
    default=None,
    metavar="[MODEL]",
    help="Hold each statement and threat against its passage in a request of its own, by MODEL or the same"
    " model; what it does not find there is marked.",
)
cassettes_option: Callable[[Any], Any] = click.option(
    "--cassettes",
    type=FILE,
    metavar="FOLDER",
    help="Where the recordings lie; by default cassettes/<name of DIR> beside DIR.",
)
jobs_option: Callable[[Any], Any] = click.option(
    "--jobs",
    type=click.IntRange(min=1, max=1000),
    default=8,
    show_default=True,
    envvar="BRIEF_JOBS",
    show_envvar=True,
    metavar="N",
    help="How many requests may be in flight at once.",
)
store_option: Callable[[Any], Any] = click.option(
    "--store",
    type=FILE,
    envvar="BRIEF_STORE",
    show_envvar=True,
    metavar="FILE",
    help="Keep finished articles and answers in FILE (SQLite), and find them there: nothing is paid for twice.",
)
store_needed: Callable[[Any], Any] = click.option(
    "--store",
    type=FILE,
    required=True,
    envvar="BRIEF_STORE",
    show_envvar=True,
    metavar="FILE",
    help="The store, which 'brief SOURCE... --store FILE' and 'brief batch' fill.",
)
_LIMITS = (
    ("--max-tokens", click.IntRange(min=1), "N", "Ask no more once the run has taken so many tokens, both ways."),
    ("--max-cost", click.FloatRange(min=0, min_open=True), "DOLLARS", "Ask no more once it has cost so much; the configuration file states prices."),
    ("--requests-per-minute", click.IntRange(min=1), "N", "Make no more requests a minute, with all runs that share the store."),
    ("--tokens-per-minute", click.IntRange(min=1), "N", "Take no more tokens a minute, both ways, with all runs that share the store."),
)  # fmt: skip


def limit_options(command: Any) -> Any:
    """An option for each limit on what a run may ask."""
    for flag, kind, metavar, says in reversed(_LIMITS):
        command = click.option(flag, type=kind, metavar=metavar, help=says)(command)
    return command


def column_options(command: Any) -> Any:
    """An option for each part of an article that a table may hold in a column."""
    for part, holds in reversed(HOLDS.items()):
        command = click.option(
            f"--{part}-column",
            multiple=True,
            default=COLUMNS[part],
            metavar="NAME",
            help=f"Column or key of a table (CSV, JSON) that holds {holds}; the first that is there counts."
            f" [default: {', '.join(COLUMNS[part])}]",
        )(command)
    return command


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
