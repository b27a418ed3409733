"""The words and options of `brief eval`."""

from typing import Any

import click

from summarizer.cli import config
from summarizer.cli.arguments import Arguments
from summarizer.cli.exits import Exit
from summarizer.cli.flags import (
    FILE,
    base_url_option,
    coder_option,
    config_option,
    jobs_option,
    model_option,
    output_option,
    profile_option,
    store_option,
    timeout_option,
)


@click.command("eval")
@click.argument("gold", metavar="[GOLD_DIR]", type=FILE, required=False)
@click.option("--texts", type=FILE, metavar="DIR", help="Where the articles ID.txt are; by default in GOLD_DIR.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="Take this article only; may be repeated.")
@click.option("--cassettes", type=FILE, metavar="DIR", help="Replay the recordings ID.yaml in DIR.")
@click.option("--briefs", type=FILE, metavar="DIR", help="Take the stored briefs ID.json in DIR, verified again.")
@model_option
@base_url_option
@profile_option
@timeout_option
@coder_option
@store_option
@jobs_option
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "md", "json"]),
    default="table",
    show_default=True,
    help="Form of the report.",
)
@output_option
@click.option(
    "--predictions",
    type=click.Choice(["news", "muc4"]),
    help="In place of a report, write what the scorer of a corpus reads, one line for each article.",
)
@click.option("--init", type=FILE, metavar="ARTICLE", help="Write a skeleton of gold answers for ARTICLE, to correct.")
@click.option("--floors", type=FILE, metavar="FILE", help="Fail where a figure is clearly below the one in FILE.")
@click.option("--pin", is_flag=True, help="Write the figures to the file of --floors.")
@click.option("--why", metavar="REASON", help="Why a floor may be lowered with --pin; it is kept in the file.")
@click.option("-q", "--quiet", is_flag=True, help="On standard error, nothing but failures.")
@config_option
@click.pass_context
def evaluation(context: click.Context, /, **values: Any) -> Exit:
    """Measure briefs against gold answers: what was found, what was missed, and how statuses compare.

    GOLD_DIR holds gold answers ID.json, written by hand; docs/evaluation.md describes them. The briefs come
    from --cassettes, from --briefs, from the model, or from the offline coder. With --predictions GOLD_DIR needs only articles.
    """
    from summarizer.cli.evaluating import Evaluation, evaluate

    names = ("gold", "texts", "cassettes", "briefs", "init", "predictions", "form", "floors", "pin", "why")
    kept = {name: values.pop(name) for name in names}
    asked = Evaluation(ids=frozenset(values.pop("ids")), **kept)
    return evaluate(asked, Arguments((), **values, prices=config.prices(context)))
