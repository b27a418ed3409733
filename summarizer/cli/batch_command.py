"""The words and options of `brief batch`."""

from pathlib import Path
from typing import Any

import click

from summarizer.cli import config
from summarizer.cli.arguments import Arguments
from summarizer.cli.exits import Exit
from summarizer.cli.flags import (
    base_url_option,
    column_options,
    config_option,
    model_option,
    policy_option,
    profile_option,
    repairs_option,
    second_look_option,
    second_opinion_option,
    store_needed,
    timeout_option,
    window_option,
)
from summarizer.reading.columns import COLUMNS

_quiet = click.option("-q", "--quiet", is_flag=True, help="On standard error, nothing but failures.")


@click.group()
def batch() -> None:
    """Read many articles through OpenAI's Batch API: within a day, at half the price.

    Submit, wait, collect, and submit again until nothing waits. Each command may be ended at any
    point and given again: nothing is asked twice, and nothing is lost.
    """


@batch.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@store_needed
@model_option
@base_url_option
@profile_option
@timeout_option
@policy_option
@repairs_option
@second_look_option
@second_opinion_option
@window_option
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day on which the articles were published.",
)
@column_options
@click.option("--separator", default="", metavar="LINE", help="Line that stands between two articles of a text.")
@click.option("--failed", is_flag=True, help="Ask again, too, what failed before.")
@_quiet
@config_option
@click.pass_context
def submit(context: click.Context, /, store: Path, failed: bool, **values: Any) -> Exit:
    """Submit the next question of each SOURCE, and of every article that waits for a further one.

    An article that is finished in the store is left alone, and so is one whose question is in a batch.
    Without a SOURCE, those go on that were submitted before, with their own options.
    """
    from summarizer.cli import batching

    published = values.pop("published")
    columns = {part: values.pop(f"{part}_column") for part in COLUMNS}
    day = published.date() if published else None
    options = Arguments(**values, columns=columns, published=day, prices=config.prices(context))
    return batching.submit(store, options, failed=failed)


@batch.command()
@store_needed
def status(store: Path) -> Exit:
    """Print how each batch stands, how many articles wait, and what to do next."""
    from summarizer.cli import batching

    return batching.status(store)


@batch.command()
@store_needed
@click.option("--finish", is_flag=True, help="Ask at once what is still to be asked, in place of a further batch.")
@_quiet
@config_option
@click.pass_context
def collect(context: click.Context, /, store: Path, finish: bool, quiet: bool) -> Exit:
    """Keep the answers of batches that have ended, and the briefs of articles that they finish.

    Answers are accepted and briefs verified as always. Briefs are printed by 'brief SOURCE... --store FILE',
    without asking again.
    """
    from summarizer.cli import batching

    return batching.collect(store, config.prices(context), finish=finish, quiet=quiet)
