"""`python -m tests.mutations [FOLDER]`: what the verifier catches of faults planted into correct drafts."""

import json
from pathlib import Path

import click

from .alarms import alarms
from .harness import articles, plant_all
from .report import as_json, survivors, table


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--cap", default=6, show_default=True, help="Faults per operator and article, at most; a third in long articles."
)
@click.option("--survivors", "listed", is_flag=True, help="List each fault that gets past the checks.")
@click.option("--alarms", "unharmed", is_flag=True, help="Plant nothing: count what is dropped or marked as it is.")
@click.option("--json", "structured", is_flag=True, help="Print JSON.")
@click.option("--only", default="", help="Operators whose name begins like this.")
def main(folder: Path | None, cap: int, listed: bool, unharmed: bool, structured: bool, only: str) -> None:
    """Plant faults into the drafts of FOLDER (NAME.json beside NAME.txt), or into the recorded ones of the project."""
    if unharmed:
        click.echo(alarms(articles(folder)))
        return
    planted = plant_all(folder, only, cap)
    if structured:
        click.echo(json.dumps(as_json(planted), ensure_ascii=False, indent=1))
        return
    click.echo(table(planted))
    if listed:
        click.echo("\n" + survivors(planted))


if __name__ == "__main__":
    main()
