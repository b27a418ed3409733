"""`brief store`: what is in a store, whether it is whole, what can be saved of it, and its briefs derived again."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli.exits import Exit
from summarizer.cli.flags import FILE, store_needed

if TYPE_CHECKING:
    from summarizer.engine.rederiving import Rederived
    from summarizer.store import Store

FEW = 100
"""Briefs that are derived by this process alone: others would begin later than it ends."""


@click.group("store")
def store() -> None:
    """Look after a store: what is in it, whether it is whole, and its briefs made by this version."""


@store.command()
@store_needed
def info(store: Path) -> None:
    """Say what is in a store: articles, briefs, answers, of which days, how read, by which versions."""
    from summarizer.cli.output import opened, prepare_stdout
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.errors import printable
    from summarizer.store import Store

    prepare_stdout(for_machines=False)
    with Store.open(store, CONFLICT, create=False) as kept, opened(None) as write:
        write("".join(f"{printable(line)}\n" for line in _described(kept)))


_COUNTED = ("documents", "briefs", "answers", "incidents", "threats", "statements", "warnings", "actors")
_DAYS = "SELECT min(published), max(published), count(*) - count(published) FROM documents"
_READ = """
    SELECT extractor, ifnull(model, ''), version, count(*) FROM briefs
    GROUP BY extractor, model, version ORDER BY count(*) DESC
"""
_PAID = "SELECT ifnull(sum(requests), 0), ifnull(sum(prompt_tokens), 0), ifnull(sum(completion_tokens), 0) FROM answers"


def _described(kept: "Store") -> Iterator[str]:
    """Lines on a store."""
    from summarizer.cli.progress import counted

    (size,) = kept.read("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")[0]
    yield f"{kept.path}: {size / 1_000_000:,.1f} MB"
    for table in _COUNTED:
        (number,) = kept.read(f"SELECT count(*) FROM {table}")[0]  # noqa: S608  # one of ours
        yield f"  {number:>11,} {'articles' if table == 'documents' else table}"
    ((first, last, without),) = kept.read(_DAYS)
    days = f"articles published from {first} to {last}, " if first else "articles: "
    yield f"{days}{without:,} without a day"
    for extractor, model, version, number in kept.read(_READ):
        yield f"{counted(number, 'brief')} read by {model or extractor}, made by version {version}"
    ((requests, prompt, completion),) = kept.read(_PAID)
    if requests:
        yield f"the answers took {counted(requests, 'request')}, {prompt:,} tokens in, {completion:,} out"


@store.command()
@store_needed
def check(store: Path) -> Exit:
    """Look for damage: the file itself, then every brief, article, answer and full text.

    Each thing that is wrong is told with what can be saved of it; the exit code is then 5.
    """
    from summarizer.cli.output import opened, prepare_stdout
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.errors import printable
    from summarizer.store import damages

    prepare_stdout(for_machines=False)
    found = damages.check(store, CONFLICT)
    with opened(None) as write:
        write("".join(f"{store}: {printable(str(damage))}\n" for damage in found) or f"{store}: it is whole\n")
    return Exit.DOES_NOT_HOLD if found else Exit.WELL


@store.command()
@store_needed
@click.argument("to", metavar="NEW_FILE", type=FILE)
def rescue(store: Path, to: Path) -> Exit:
    """Copy all that can still be read of a damaged store into NEW_FILE, which must not be there yet."""
    from summarizer.cli.output import opened, prepare_stdout
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.store import rescuing

    prepare_stdout(for_machines=False)
    done = rescuing.rescue(store, to, CONFLICT)
    lines = (f"{done.copied[kind]:,} {kind} copied, {done.lost[kind]:,} lost\n" for kind in ("briefs", "answers"))
    with opened(None) as write:
        write("".join(lines))
    return Exit.DOES_NOT_HOLD if done.lost.total() else Exit.WELL


@store.command()
@store_needed
@click.option("--again", is_flag=True, help="Also those that this version has made.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option(
    "--processes",
    type=click.IntRange(min=0, max=256),
    metavar="N",
    help=f"Processes that work beside this one; by default one a processor for more than {FEW} briefs.",
)
@click.option("-q", "--quiet", is_flag=True, help="No line an article, only the sum.")
def verify(store: Path, again: bool, dry_run: bool, processes: int | None, quiet: bool) -> Exit:
    """Derive the briefs of other versions again with this one, of the answers that are kept; ask nobody.

    What was read without a model is read again. What each brief says otherwise is told in words, as
    'brief check' does, and written in place of the old one. Where this version would ask a question that
    nobody has answered yet, the brief stays as it is, and the exit code is 1. A run that is ended goes
    on where it was.
    """
    from summarizer import loops
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.engine.rederiving import to_derive
    from summarizer.engine.workers import processors
    from summarizer.store import Store

    with Store.open(store, CONFLICT, create=False) as kept:
        keys = to_derive(kept, again=again)
        of_this_version = len(kept.finished_keys()) - len(keys)
        if processes is None:
            processes = processors() if len(keys) > FEW and processors() > 1 else 0
        number = processes
        left = loops.run(lambda: _verified(kept, keys, of_this_version, number, write=not dry_run, quiet=quiet))
    return Exit.SOURCE_FAILED if left else Exit.WELL


async def _verified(
    kept: "Store", keys: list[str], of_this_version: int, processes: int, *, write: bool, quiet: bool
) -> int:
    """Derive these, tell each that changed and the sum; how many were left."""
    from contextlib import aclosing

    from summarizer.cli.ending import code_of
    from summarizer.cli.output import opened, prepare_stdout
    from summarizer.cli.progress import Tally, Waiting
    from summarizer.engine.rederiving import rederived

    prepare_stdout(for_machines=False)
    tally, sum_of = Tally(len(keys)), _Sum(of_this_version)
    with opened(None) as say, Waiting("verifying", shown=True) as waiting:
        async with aclosing(rederived(kept, keys, code_of=code_of, processes=processes, write=write)) as outcomes:
            async for one in outcomes:
                tally.add(None, kept=False, failed=bool(one.left), begun=True)
                waiting.now(tally.now())
                told = "".join(sum_of.add(one))
                if told and not quiet:
                    with waiting.aside():
                        say(told)
        with waiting.aside():
            say(f"{sum_of.told()}{'' if write else '; nothing was written'}\n")
    return sum_of.left


class _Sum:
    """What became of all briefs."""

    def __init__(self, of_this_version: int) -> None:
        self._of_this_version = of_this_version
        self.unchanged = self.changed = self.statuses = self.left = 0

    def add(self, one: "Rederived") -> Iterator[str]:
        """One more; what is to be told of it, a line each."""
        from summarizer.errors import printable

        self.statuses += one.statuses
        self.left += bool(one.left)
        self.changed += bool(one.lines)
        self.unchanged += not (one.lines or one.left)
        for line in filter(None, (*one.lines, one.left)):
            yield f"{printable(f'{one.source}: {line}')}\n"

    def told(self) -> str:
        """One line on all of them."""
        from summarizer.cli.progress import counted

        ends = {
            "unchanged": self.unchanged,
            f"changed ({counted(self.statuses, 'item')} with another status)": self.changed,
            "left as they are": self.left,
            "made by this version before (--again derives them, too)": self._of_this_version,
        }
        total = self.unchanged + self.changed + self.left + self._of_this_version
        parts = ", ".join(f"{number:,} {end}" for end, number in ends.items() if number)
        return f"{counted(total, 'brief')}{': ' if parts else ''}{parts}"
