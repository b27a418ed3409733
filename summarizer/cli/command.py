"""The command line: which words and options there are, and which function answers them."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from summarizer.cli import config
from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.batch_command import batch
from summarizer.cli.eval_command import evaluation
from summarizer.cli.exits import MEANING, Exit, exit_of
from summarizer.cli.flags import (
    FILE,
    base_url_option,
    cassettes_option,
    coder_option,
    column_options,
    config_option,
    detail_option,
    extractor_option,
    format_option,
    jobs_option,
    limit_options,
    model_option,
    output_option,
    policy_option,
    profile_option,
    repairs_option,
    reviews_option,
    second_look_option,
    second_opinion_option,
    store_option,
    timeout_option,
    window_option,
)
from summarizer.cli.progress import complain
from summarizer.cli.store_command import store
from summarizer.errors import BriefError
from summarizer.reading.columns import COLUMNS

DEFAULT = "summarize"
"""The command that is meant where none is named."""
COMMANDLINE = click.core.ParameterSource.COMMANDLINE
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Brief(click.Group):
    """A group whose first word may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the default command's name where none stands."""
        named = bool(args) and args[0] in self.commands
        return super().parse_args(ctx, args if named else [DEFAULT, *args])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; click would put an empty line before what is said of an interruption."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.Abort from None


class Later(click.Command):
    """A command that is loaded when it is asked for, since its options name what only it needs.

    Args:
        name: of the command, and of the function in its module.
        says: its short help.
        module: where it is.
    """

    def __init__(self, name: str, says: str, module: str) -> None:
        super().__init__(name, short_help=says)
        self._module = module

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the command itself."""
        return self.itself().make_context(info_name, args, parent, **extra)

    def itself(self) -> click.Command:
        """The command."""
        command: click.Command = getattr(import_module(self._module), self.name or "")
        return command


class Summarize(click.Command):
    """The default command: it shows itself as the whole."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Leave out the name that nobody types, and add the other commands."""
        path = ctx.parent.command_path if ctx.parent else "brief"
        formatter.write_usage(path, " ".join(self.collect_usage_pieces(ctx)))
        formatter.write_usage(path, "COMMAND [ARGUMENTS]...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Add the other commands and the exit codes."""
        super().format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl([(name, other.get_short_help_str(80)) for name, other in _others().items()])
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(int(code)), meaning) for code, meaning in MEANING.items()])


def _complete_source(context: click.Context, argument: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and the other commands where nothing stands yet."""
    files = CompletionItem(incomplete, type="file")
    if context.params.get(argument.name or ""):
        return [files]
    return [*(CompletionItem(name) for name in _others() if name.startswith(incomplete)), files]


def _others() -> dict[str, click.Command]:
    return {name: command for name, command in brief.commands.items() if name != DEFAULT}


def _version(context: click.Context, option: click.Parameter, value: bool) -> None:
    if not value or context.resilient_parsing:
        return
    from summarizer.version import VERSION

    click.echo(f"brief {VERSION}")
    context.exit()


@click.group(cls=Brief, context_settings=CONTEXT)
def brief() -> None:
    """Verified briefs of conflict news."""


@brief.command(DEFAULT, cls=Summarize)
@click.argument("sources", metavar="SOURCE...", nargs=-1, shell_complete=_complete_source)
@model_option
@base_url_option
@profile_option
@timeout_option
@coder_option
@extractor_option
@click.option(
    "--cassette",
    type=FILE,
    envvar="BRIEF_CASSETTE",
    show_envvar=True,
    metavar="FILE",
    help="Replay the recorded answer for one source; no key, no network, model and address as recorded.",
)
@click.option("--record", type=FILE, metavar="FILE", help="Ask, and record the answer for one source as a cassette.")
@policy_option
@repairs_option
@second_look_option
@second_opinion_option
@window_option
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the article was published.",
)
@column_options
@click.option(
    "--separator",
    default="",
    metavar="LINE",
    help="Line that stands between two articles of a text; each is read by itself. # stands for the headings of Markdown.",
)
@format_option({LINES: "one JSON object a line with source, brief and run, or error"}, envvar="BRIEF_FORMAT")
@detail_option
@output_option
@reviews_option
@store_option
@jobs_option
@click.option(
    "--processes",
    type=click.IntRange(min=0, max=256),
    metavar="N",
    help="Processes that read and verify beside this one; by default one a processor where there are many sources.",
)
@click.option(
    "--dask",
    envvar="BRIEF_DASK",
    show_envvar=True,
    metavar="ADDRESS",
    help="Scheduler of a Dask cluster whose workers read and verify; requests and the store stay here.",
)
@limit_options
@click.option("--show-prompt", is_flag=True, help="Show what would be sent, with an estimate; send nothing.")
@click.option("-q", "--quiet", is_flag=True, help="On standard error, nothing but failures.")
@click.option("-v", "--verbose", count=True, help="Tell on standard error what is done; -vv tells more.")
@config_option
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def summarize(context: click.Context, /, verbose: int, **values: Any) -> Exit:
    """Write a verified brief of each SOURCE: who threatened whom, and which attacks are confirmed or
    only claimed, and on whose word.

    SOURCE is a file, a folder with all that is in it, a pattern such as 'news/*.txt', an address (http,
    https), or - for standard input; inbox.mbox#3 is the third article of a mailbox, a feed or a table.
    Standard output carries the briefs and nothing else.

    An option counts before its environment variable, that before the configuration file. The key is
    read from the environment alone: OPENAI_API_KEY, or the variable of the endpoint's kind.
    """
    if not values["sources"]:
        raise click.UsageError(
            "no SOURCE: name a file, an address, or - for standard input; 'brief --help' tells the rest"
        )
    from summarizer.cli import logs, running

    logs.show(verbose)
    published = values.pop("published")
    columns = {part: values.pop(f"{part}_column") for part in COLUMNS}
    options = Arguments(
        **values,
        columns=columns,
        published=published.date() if published else None,
        by_flag=frozenset(name for name in values if context.get_parameter_source(name) is COMMANDLINE),
        prices=config.prices(context),
    )
    return running.run(options)


@brief.command()
@click.argument("stored", metavar="BRIEF.json")
@click.argument("source", required=False)
@format_option({})
@detail_option
@output_option
@reviews_option
def show(stored: str, source: str | None, **values: Any) -> None:
    """Show a stored brief.

    BRIEF.json is what 'brief --format json' wrote, SOURCE the article that it is of; only JSON can
    do without. The brief is checked against the article's words, not verified again, and says so.
    What 'brief review' wrote beside it is shown with it.
    """
    from summarizer.cli.showing import show

    show(stored, Arguments(sources=(source,) if source else (), **values))


@brief.command()
@click.argument("stored", metavar="BRIEF.json")
@click.argument("source")
@click.option("--accept", multiple=True, metavar="LABEL", help="Accept an entry of the page, such as A1.")
@click.option("--reject", multiple=True, metavar="LABEL", help="Reject one.")
@click.option(
    "--correct",
    multiple=True,
    nargs=2,
    metavar="LABEL FIELD=VALUE",
    help="Say which value of its closed list a field should have, such as: A1 occurrence=disputed.",
)
@click.option("--annotate", multiple=True, nargs=2, metavar="LABEL WORDS", help="Say something of an entry.")
@click.option("--undo", multiple=True, metavar="LABEL", help="Take your own last decision on an entry back.")
@click.option("--tidy", is_flag=True, help="Take out what is set aside, whoever decided it.")
@click.option("--note", default="", metavar="WORDS", help="Why, in words of your own.")
@click.option("--by", envvar="BRIEF_REVIEWER", show_envvar=True, metavar="NAME", help="Who decides.")
@click.option(
    "--reviews", type=FILE, metavar="FILE", help="File of the decisions; by default BRIEF.review.json beside the brief."
)
def review(stored: str, source: str, reviews: Path | None, **values: Any) -> None:
    """Accept, reject, correct or annotate entries of a stored brief, in a file beside it.

    Without a decision, print what there is to decide. The brief itself stays as it is. A decision is
    found again in every brief of the same text that says the same of the item; where the item says
    something else, that is told, and the decision is set aside.
    """
    from summarizer.cli.deciding import Wanted, review

    review(stored, source, reviews, Wanted(**values))


@brief.command()
@click.argument("stored", metavar="BRIEF.json", required=False)
@click.argument("source", required=False)
@click.option("--list", "table", is_flag=True, help="Print the table of checks instead.")
@click.option("--field", default="conflict", show_default=True, metavar="NAME", help="Field of use of the brief.")
@click.option("--digest", "store", type=FILE, metavar="STORE", help="It is a digest, of the store in this file.")
def verify(stored: str | None, source: str | None, table: bool, field: str, store: Path | None) -> int:
    """Verify a stored brief against its article again, or a digest against its store, offline.

    BRIEF.json is what 'brief --format json' wrote, or another program's or a hand-edited brief of
    that schema; SOURCE is the article that it is of. Every quotation, offset, link and status is derived
    again; what does not hold is listed, and the exit code is 5. Of a digest ('brief digest -f json') all is
    derived again of the briefs that the store has now.
    """
    from summarizer.cli.verify_command import print_table, verify_digest, verify_stored

    if table:
        print_table()
        return Exit.WELL
    if store is not None and stored is not None:
        return verify_digest(stored, store)
    return verify_stored(stored, source, field)


@brief.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--dir",
    "folder",
    type=FILE,
    default=Path("seeds"),
    show_default=True,
    metavar="DIR",
    help="Folder of the articles.",
)
@cassettes_option
@model_option
@base_url_option
@profile_option
@timeout_option
@click.option(
    "--policy",
    type=click.Choice(["standard", "strict"]),
    envvar="BRIEF_POLICY",
    show_envvar=True,
    help="How much it takes for an attack to be confirmed; by default as in the accepted brief, or standard.",
)
@second_look_option
@window_option
@click.option(
    "--max-tokens",
    type=click.IntRange(min=1),
    metavar="N",
    help="Ask about no further source once so many tokens, both ways, were counted; those being asked may go beyond.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1, max=64),
    default=1,
    show_default=True,
    metavar="N",
    help="How many sources are recorded at once, each by a process of its own.",
)
@config_option
@click.pass_context
def record(context: click.Context, /, sources: tuple[str, ...], **values: Any) -> Exit:
    """Ask a model about each SOURCE, and keep the exchange and the brief, for 'brief check'.

    An article that lies elsewhere is copied to DIR. The exchange goes to cassettes/<name of DIR>/NAME.yaml
    beside DIR, the brief to DIR/accepted/NAME.json; both replace what was there, and what changed in the
    brief is told.
    """
    from summarizer.cli.regressing import record_sources

    kept = {name: values.pop(name) for name in ("folder", "cassettes", "max_tokens", "policy")}
    return record_sources(Arguments(sources, **values), **kept)


@brief.command()
@click.argument("folder", metavar="[DIR]", type=FILE, default=Path("seeds"))
@cassettes_option
@click.option("--accept", is_flag=True, help="Keep the briefs that come out now as the accepted ones.")
@click.option("--junit", type=FILE, metavar="FILE", help="Write the outcome as JUnit XML, too.")
@click.option("-q", "--quiet", is_flag=True, help="No sign of life on a terminal.")
def check(folder: Path, cassettes: Path | None, accept: bool, junit: Path | None, quiet: bool) -> Exit:
    """Replay every recorded article of DIR (by default: seeds), and say in words what changed.

    No network and no key is needed. Each brief is compared, item by item, with the accepted one in
    DIR/accepted; a recording that no longer fits what would be sent is told apart from a brief that changed.
    """
    from summarizer.cli.regressing import check_folder

    return check_folder(folder, cassettes, accept=accept, junit=junit, quiet=quiet)


brief.add_command(evaluation)
brief.add_command(
    Later(
        "query",
        "Find what the briefs of a store say: who threatened whom, what is only claimed.",
        "summarizer.cli.query_command",
    )
)
brief.add_command(
    Later(
        "digest",
        "Tell each incident of a store once: by whose word, from how many sources, what changed.",
        "summarizer.cli.digest_command",
    )
)
brief.add_command(store)
brief.add_command(batch)


@brief.command()
def schema() -> None:
    """Print the JSON Schema of a brief."""
    from summarizer.cli.showing import print_schema

    print_schema()


@brief.command()
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes a shell complete this command.

    For bash, put this into ~/.bashrc: eval "$(brief completion bash)"
    """
    from summarizer.cli.showing import completion_script

    click.echo(completion_script(shell, brief))


def run(args: Sequence[str] | None = None) -> int:
    """Answer a command line, and give back the exit code; every failure is one line on standard error.

    Args:
        args: what stands after `brief`; by default the process's own.
    """
    try:
        code = brief.main(args=args, prog_name="brief", standalone_mode=False)
        return int(code or Exit.WELL)
    except click.ClickException as error:
        message = error.format_message()
        complain(message[:1].lower() + message[1:])
        return Exit.USAGE
    except BriefError as error:
        complain(str(error))
        return exit_of(error)
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last resort: nobody shall read a traceback who did not ask for it
        from summarizer.cli.ending import bug

        complain(bug(error))
        return Exit.BUG
