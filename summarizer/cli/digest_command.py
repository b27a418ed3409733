"""`brief digest`: what all articles of a store tell together, what is new in it, and what people decide about it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli.flags import (
    base_url_option,
    detail_option,
    model_option,
    output_option,
    policy_option,
    profile_option,
    store_needed,
    timeout_option,
)
from summarizer.cli.output import in_color, opened, page_width, prepare_stdout
from summarizer.cli.progress import Waiting, complain, say
from summarizer.cli.query_command import day
from summarizer.errors import UsageError, printable

if TYPE_CHECKING:
    from summarizer.conflict.digesting import ReadArticle
    from summarizer.engine.digests import DigestDays, Tell
    from summarizer.rendering.page import Detail, Page
    from summarizer.schemas.digest import Digest
    from summarizer.store import Store

FORMS = ("text", "markdown", "json", "csv", "html")
PAGES = ("text", "markdown")


@click.command("digest")
@store_needed
@click.option(
    "--since",
    callback=day(last=False),
    metavar="DAY",
    help="What articles from this day on tell of: 2026-10-01, 2026-10 or 2026; where it began, and who spoke of it before, is told too.",
)
@click.option(
    "--until", callback=day(last=True), metavar="DAY", help="As it stood on this day: no later article counts."
)
@click.option("--place", metavar="WORDS", help="Only what holds these words for where it was.")
@click.option(
    "--actor", metavar="WORDS", help="Only what names somebody so: who did it, speaks of it, threatens or is struck."
)
@click.option("--new", is_flag=True, help="Only what the last digest of the same days did not tell.")
@click.option(
    "--same", nargs=2, metavar="ID ID", help="Decide that two incidents are one; kept, and heeded from now on."
)
@click.option(
    "--different",
    nargs=2,
    metavar="ID ARTICLE",
    help="Decide that what an article tells is not this incident; ARTICLE is its file, or how its key begins.",
)
@click.option("--undo", type=int, metavar="N", help="Take decision N back.")
@click.option("--decisions", is_flag=True, help="List the decisions that stand.")
@click.option(
    "--adjudicate",
    is_flag=True,
    help="Ask a model of what may be the same, pair by pair; it proposes, and joins nothing.",
)
@click.option(
    "--pairs",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="Of so many pairs at most, the likeliest.",
)
@model_option
@base_url_option
@profile_option
@timeout_option
@policy_option
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text: a page; markdown; json: everything, to be verified again; csv: a row an incident; html: a report for a browser.",
)
@detail_option
@output_option
@click.option("-q", "--quiet", is_flag=True, help="Show no sign of life.")
def digest(store: Path, **asked: Any) -> None:  # fmt: skip
    """Tell each incident and each threat of a store once, whoever and how many print it.

    Copies of one text count once, and so does each source; statuses are derived of all that is said.
    Incidents keep their ids from digest to digest. What may be the same is proposed, and joined by
    nobody but you: --same and --different.
    """
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.store import Store

    with Store.open(store, CONFLICT, create=False) as kept:
        if not _decide(kept, asked):
            _tell(kept, asked)


def _decide(store: "Store", asked: dict[str, Any]) -> bool:
    """Whether it was about decisions."""
    from summarizer.engine import digests

    if asked["same"]:
        number = digests.decide_same(store, *asked["same"])
        say(
            f"brief: decision {number}: {' and '.join(map(printable, asked['same']))} are one; --undo {number} takes it back"
        )
    if asked["different"]:
        number = digests.decide_different(store, *asked["different"])
        incident, article = map(printable, asked["different"])
        say(f"brief: decision {number}: what {article} tells is not {incident}; --undo {number} takes it back")
    if asked["undo"] is not None:
        digests.undo(store, asked["undo"])
        say(f"brief: decision {asked['undo']} is taken back")
    if asked["decisions"]:
        prepare_stdout(for_machines=False)
        with opened(asked["output"]) as write:
            for each in digests.decisions(store):
                line = f"{each.number}  {each.made_at[:10]}  {each.verdict}  {each.one}  {each.other}  (of {each.incident})"
                write(f"{printable(line)}\n")
    return bool(asked["same"] or asked["different"] or asked["decisions"] or asked["undo"] is not None)


def _tell(store: "Store", asked: dict[str, Any]) -> None:
    from summarizer.conflict.digesting.choosing import about, ids_of
    from summarizer.conflict.digesting.digest_news import news_of
    from summarizer.engine.digests import DigestDays, digest_of, keep_as_last, last_digest

    form, output = asked["form"], asked["output"]
    if asked["new"] and form in ("csv", "html"):
        raise UsageError(f"--new is told as text, markdown or json, not as {form}")
    window = DigestDays(asked["since"], asked["until"])
    prepare_stdout(for_machines=form not in PAGES)
    with Waiting("digesting", shown=not asked["quiet"]) as waiting:
        found, articles = digest_of(store, window, policy=asked["policy"], tell=waiting.now)
        if not found.articles:
            raise UsageError(_nothing(store, window))
        if asked["adjudicate"]:
            found = _adjudicated(store, found, articles, asked, waiting.now)
    before = last_digest(store, found, window)
    news = news_of(before, found) if before else ()
    picked = about(found, place=asked["place"], actor=asked["actor"])
    with opened(output) as write:
        if asked["new"]:
            hidden = ids_of(found) - ids_of(picked)
            shown = tuple(each for each in news if each.about not in hidden)
            write(_news(picked, shown, before is not None, form, output))
        else:
            write(_written(picked, form, asked["detail"], output))
    if not (asked["place"] or asked["actor"]):  # who sees a part has not been told the rest
        keep_as_last(store, found, news, window)
    if not (picked.incidents or picked.threats):
        say("brief: no incident and no threat is found")


def _adjudicated(
    store: "Store", digest: "Digest", articles: "list[ReadArticle]", asked: dict[str, Any], tell: "Tell"
) -> "Digest":
    """The digest with a model's opinions of what may be the same; what went wrong is told, a line each."""
    from summarizer.cli.arguments import Arguments
    from summarizer.cli.checking import settings_of
    from summarizer.engine.adjudication import adjudicate

    named = {name: asked[name] for name in ("model", "base_url", "profile", "timeout")}
    settings = settings_of(Arguments(sources=(), **named))
    if settings is None:
        raise UsageError("--adjudicate asks a model: name one with --model")
    found, failed = adjudicate(digest, articles, most=asked["pairs"], store=store.path, model=settings, progress=tell)
    for each in failed:
        complain(str(each.error), " and ".join(each.pair))
    return found


def _nothing(store: "Store", window: "DigestDays") -> str:
    """Why there is no article."""
    days = " of these days" if window.scope != "/" else ""
    return f"{printable(str(store.path))}: holds no finished article{days}; 'brief SOURCE... --store FILE' reads some"


def _written(digest: "Digest", form: str, detail: "Detail", output: Path | None) -> str:
    """The digest in its form."""
    if form == "json":
        return _json(digest.model_dump_json(indent=2))
    if form == "csv":
        from summarizer.conflict.digesting.digest_table import digest_table

        return digest_table(digest)
    if form == "html":
        from summarizer.conflict.digesting.digest_report import digest_report

        return digest_report(digest)
    from summarizer.conflict.digesting.digest_page import compose_digest
    from summarizer.rendering.page import shown

    return _page(shown(compose_digest(digest), detail), form, output)


def _news(digest: "Digest", news: Any, last: bool, form: str, output: Path | None) -> str:
    from summarizer.conflict.digesting.news_page import compose_news

    if form == "json":
        return _json(f"[{','.join(each.model_dump_json() for each in news)}]")
    return _page(compose_news(digest, news, last), form, output)


def _json(text: str) -> str:
    from summarizer.rendering.safety import json_escaped

    return f"{json_escaped(text)}\n"


def _page(page: "Page", form: str, output: Path | None) -> str:
    from summarizer.rendering.markdown import as_markdown
    from summarizer.rendering.text import as_text

    return as_markdown(page) if form == "markdown" else as_text(page, page_width(output), in_color(output))
