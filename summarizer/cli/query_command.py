"""`brief query`: what the briefs of a store say, by who, whom, where, what, when, and words."""

import json
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli.flags import output_option, store_needed
from summarizer.cli.output import in_color, opened, page_width, prepare_stdout
from summarizer.cli.progress import counted, say
from summarizer.conflict.storing.querying import CHOICES, NAMES, TOPICS, Asked

if TYPE_CHECKING:
    from summarizer.conflict.storing.answered import FoundRow
    from summarizer.store import Store

ON_A_PAGE = 50
"""Items that a page has, unless another number is asked for; a table has all."""
PAGES = ("text", "markdown")
FORMS = (*PAGES, "csv", "json", "jsonl")

HELP = {
    "actor": "Somebody who has any part in it.",
    "issuer": "Who threatens, or for whom.",
    "perpetrator": "Who did it, as far as anybody says; of warnings, who is feared.",
    "target": "Who or what is threatened or was struck; of statements, whom they name.",
    "speaker": "Who says it, denies it or passes it on.",
    "place": "Where.",
    "kind": "Kind of attack, such as drone-strike, or of statement, such as claim. May be repeated.",
    "occurrence": "Whether it happened, such as confirmed, claimed, denied. May be repeated.",
    "attribution": "Who did it, such as claimed, accused-denied, unclaimed. May be repeated.",
    "status": "Of a threat: current, withdrawn, hoax, background. May be repeated.",
    "conditionality": "Of a threat: none, conditional, ultimatum. May be repeated.",
}


def day(last: bool) -> Callable[[click.Context, click.Parameter, str | None], date | None]:
    """Reads a day, or a month or year, of which the first or the last day is meant."""

    def read(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
        if value is None:
            return None
        try:
            year, month, day = (*map(int, value.split("-")), *((12, 31) if last else (1, 1))[value.count("-") :])
            return date(year, month, min(day, monthrange(year, month)[1]) if value.count("-") < 2 else day)
        except ValueError:
            raise click.BadParameter(
                f"'{value}' is no day: write 2026-10-01, or 2026-10, or 2026.", context, option
            ) from None

    return read


def _ways(command: Any) -> Any:
    """An option for each way to ask for somebody, some place or a choice."""
    for way in reversed(CHOICES):
        command = click.option(f"--{way}", multiple=True, metavar="CHOICE", help=HELP[way])(command)
    for way in reversed(NAMES):
        command = click.option(f"--{way}", metavar="WORDS", help=HELP[way])(command)
    return command


EXAMPLES = (
    "brief query threats --since 2026-10 --issuer Ardania",
    "brief query claimed --place Morvik",
    "brief query attacks --occurrence denied --occurrence disputed --kind air-strike",
    "brief query attacks --perpetrator 'Ochre Brigade' bridge 'explo*' --format csv -o bridges.csv",
    "brief query statements --speaker army --kind deny-occurrence",
)


class QueryCommand(click.Command):
    """A command that shows what may be asked for, and examples."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Add them."""
        with formatter.section("WHAT"):
            formatter.write_dl([(topic.name, topic.holds) for topic in TOPICS.values()])
        super().format_options(ctx, formatter)
        with formatter.section("Examples"):
            for example in EXAMPLES:
                formatter.write_text(example)


@click.command("query", cls=QueryCommand)
@click.argument("what", metavar="WHAT")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@store_needed
@_ways
@click.option("--since", callback=day(last=False), metavar="DAY", help="No earlier: 2026-10-01, 2026-10 or 2026.")
@click.option("--until", callback=day(last=True), metavar="DAY", help="No later.")
@click.option("--read-by", metavar="NAME", help="Read by coder, by model, by another extractor, or by the model NAME.")
@click.option(
    "--all", "everything", is_flag=True, help="Also history, drills, sums of acts, threats that are told again."
)
@click.option("--oldest", is_flag=True, help="The oldest first; otherwise the newest.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"So many items at most; by default {ON_A_PAGE} on a page, and all in a table.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text: a page; markdown; csv: a table; json: a list of objects; jsonl: an object a line.",
)
@output_option
def query(store: Path, what: str, words: tuple[str, ...], form: str, output: Path | None, **values: Any) -> None:
    """Find what the briefs of a store say: WHAT, with WORDS in it, each item with its article's words.

    Names, places and WORDS are looked for word by word, in large or small letters, with or without
    accents; all of several words must be there, and bomb* stands for all that begin so. A name is found
    by other names of the same actor, and by bodies that the article says it belongs to, too.

    The day of an attack is the one that it happened on, or, where its words leave none, the article's;
    of everything else it is the article's. What has neither is left out where days are asked for, and
    that is said.
    """
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.store import Store

    asked = _asked(what, words, form, **values)
    prepare_stdout(for_machines=form not in PAGES)
    with Store.open(store, CONFLICT, create=False) as kept, opened(output) as write:
        found = _Found(kept, asked)
        for text in _written(found, form, output):
            write(text)
        found.tell()


class _Found:
    """What is found, as it is written: counted, and no more of it than was asked for."""

    def __init__(self, store: "Store", asked: Asked) -> None:
        self._store, self.asked = store, asked
        self.number, self.more = 0, False

    def __iter__(self) -> "Iterator[FoundRow]":
        from summarizer.conflict.storing.answered import answers

        limit = self.asked.limit
        one_more = replace(self.asked, limit=limit and limit + 1)
        for one in answers(self._store.select, self._store.read, one_more):
            if self.number == limit:
                self.more = True
                return
            self.number += 1
            yield one

    def tell(self) -> None:
        """Say on standard error what whoever reads the output could not know."""
        if not self.number:
            say("brief: nothing found")
        if self.more:
            say(f"brief: {self.number:,} are shown, and there are more: --limit N shows more")
        undated = self.asked.undated()
        for (number,) in self._store.read(undated.select, undated.values) if undated else ():
            if number:
                say(
                    f"brief: {counted(number, self.asked.topic.called)} left out: neither a day of its own nor its article's is known"
                )


def _written(found: _Found, form: str, output: Path | None) -> "Iterator[str]":
    """What is found, in its form, piece by piece."""
    from summarizer.conflict.storing import answered
    from summarizer.conflict.wording.answer_page import as_page
    from summarizer.rendering.markdown import as_markdown
    from summarizer.rendering.safety import json_escaped
    from summarizer.rendering.text import as_text

    def in_json(one: "FoundRow") -> str:
        return json_escaped(json.dumps(answered.as_object(one), ensure_ascii=False))

    if form == "csv":
        yield from answered.as_table(found.asked.topic, found)
    elif form == "jsonl":
        yield from (f"{in_json(one)}\n" for one in found)
    elif form == "json":
        yield "["
        for number, one in enumerate(found):
            yield f"{',' if number else ''}\n{in_json(one)}"
        yield "\n]\n"
    elif page := list(found):
        made = as_page(found.asked, page, found.more)
        yield as_markdown(made) if form == "markdown" else as_text(made, page_width(output), in_color(output))


def _asked(what: str, words: tuple[str, ...], form: str, *, limit: int | None, oldest: bool, **values: Any) -> Asked:
    """What is asked for. Raises UsageError where there is no such topic."""
    if what not in TOPICS:
        raise click.UsageError(f"there is no '{what}' to ask for: choose of {', '.join(TOPICS)}; words come after it")
    names = {way: values[way] for way in NAMES if values[way] is not None}
    choices = {way: values[way] for way in CHOICES if values[way]}
    return Asked(
        TOPICS[what],
        words,
        names,
        choices,
        since=values["since"],
        until=values["until"],
        read_by=values["read_by"],
        everything=values["everything"],
        limit=limit or (ON_A_PAGE if form in PAGES else None),
        order="oldest" if oldest else "newest",
    )
