"""One article in, one verified brief out, in the field of conflict news: the functions that callers use."""

import inspect
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from summarizer import loops
from summarizer.asking.conversation import Briefed, brief_by_model, brief_offline
from summarizer.asking.options import REPAIRS, Price, Progress, RunOptions
from summarizer.asking.run import Run
from summarizer.conflict.assembled import CONFLICT
from summarizer.documents.document import Document
from summarizer.pointing.briefs import Policy
from summarizer.reading.opening import read_document
from summarizer.rendering.formats import Rendered, format_called
from summarizer.reviewing.decisions import NOTHING_DECIDED, Reviews
from summarizer.reviewing.on_page import shown_on
from summarizer.reviewing.overlaying import overlay
from summarizer.schemas.brief import Brief, UnverifiedBrief

if TYPE_CHECKING:  # what only a model needs is imported when one is asked
    from summarizer.asking.prompt import Prompt
    from summarizer.model import Clock, ModelClient, ModelSettings
    from summarizer.rendering.page import Detail, Page


@dataclass(frozen=True)
class Result:
    """A brief, how it came about, and the document that it is of."""

    brief: Brief
    run: Run
    document: Document


def summarize(
    source: str | Path | Document,
    *,
    model: "str | ModelSettings | None" = None,
    base_url: str | None = None,
    api_key: str | None = None,
    extractor: str = "coder",
    cassette: str | Path | None = None,
    record: bool = False,
    policy: Policy = "standard",
    repairs: int = REPAIRS,
    second_look: bool = False,
    second_opinion: bool | str = False,
    window: int | None = None,
    published: date | None = None,
    instructions: "Prompt | None" = None,
    client: "ModelClient | None" = None,
    clock: "Clock | None" = None,
    progress: Progress | None = None,
    price: Price | None = None,
) -> Result:
    """Summarise one article.

    Args:
        source: a `Path`, a `Document`, the article's text, or as a string an address (http or https; it is fetched),
            or a path: one line that has no white space, names an existing file, or ends like a file's name
            (`my article.txt`). A text of a stranger's that might be such a line is given as `Document.from_text(text)`.
        model: name of the model, or `ModelSettings` for everything that can be set about it. With neither a
            model nor a cassette, the offline coder reads the article, and `run.extractor` says so.
        base_url: address of an OpenAI-compatible endpoint; OpenAI's own by default.
        api_key: key of the endpoint; by default from the environment variable of its profile.
        extractor: who reads where there is no model: the offline coder, or another package's registered extractor.
        cassette: a recording to replay: it supplies model and address, and no key is needed.
        record: write the exchange to `cassette` instead of replaying it.
        policy: `standard` or `strict`; see `verify`.
        repairs: how often items that were dropped are asked for again, 0 to 2 times at most.
        second_look: ask once about the sentences with threat or attack words that no item cites.
        second_opinion: hold each kept statement and threat against its passage in a request of its own,
            by the same model or by the one named; a verdict only marks.
        window: how many characters of an article are read at once; a longer one is read in windows of whole
            sentences, one after the other. By default as the cassette was recorded, or `WINDOW`.
        published: day of publication, shown with the brief.
        instructions: another version of the prompt (`summarizer.prompts.prompt(name)`).
        client: an `openai.AsyncOpenAI` of your own, which then decides address and key.
        clock: a function that gives seconds, for the duration in the run.
        progress: is called before each request with what it is for, such as "window 2 of 5".
        price: what tokens cost: (model, tokens) → US dollars, for the cost in the run.

    Returns:
        `Result(brief, run, document)`. Where some windows came to no answer, the brief is of the others; its audit
        names the sentences (`unread`).

    Raises:
        SourceError: the article could not be read or fetched, holds no text, or is of a kind that is not read, such as a web page.
        NoExtractorError: a recording, a second look or a second opinion needs a model, and none is given; or there is
            no extractor of this name.
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
    options = RunOptions(
        model=model,
        base_url=base_url,
        api_key=api_key,
        extractor=extractor,
        cassette=cassette,
        record=record,
        policy=policy,
        repairs=repairs,
        second_look=second_look,
        second_opinion=second_opinion,
        window=window,
        instructions=instructions,
        client=client,
        clock=clock,
        progress=progress,
        price=price,
    )
    return summarized(read_document(source, published), options)


def summarized(document: Document, options: RunOptions) -> Result:
    """The same for a document and options that are made already."""
    if not options.asks_a_model:
        return _result(brief_offline(document, options, CONFLICT), document)  # nothing to wait for: no event loop
    return _result(loops.run(lambda: brief_by_model(document, options, CONFLICT)), document)


Arguments = ParamSpec("Arguments")
Given = TypeVar("Given")


def _taking_the_same(
    _: Callable[Arguments, Given],
) -> Callable[[Callable[..., Coroutine[Any, Any, Given]]], Callable[Arguments, Coroutine[Any, Any, Given]]]:
    """Marks a coroutine function as taking the arguments of another function."""

    def marked(function: Callable[..., Any]) -> Callable[Arguments, Coroutine[Any, Any, Given]]:
        function.__signature__ = inspect.signature(summarize)  # type: ignore[attr-defined]  # what help() shows
        return function

    return marked


@_taking_the_same(summarize)
async def asummarize(source: str | Path | Document, *, published: date | None = None, **choices: Any) -> Result:
    """The same as `summarize`, for use within an event loop.

    Many calls may run side by side, except while a cassette is used: a tape stands before every
    connection of the process.
    """
    document = await loops.waiting(read_document, source, published)  # an address takes its time
    options = RunOptions(**choices)
    if not options.asks_a_model:
        return await loops.beside(summarized, document, options)
    return _result(await brief_by_model(document, options, CONFLICT), document)


def _result(briefed: Briefed, document: Document) -> Result:
    brief, run = briefed
    return Result(cast("Brief", brief), run, document)


def render(
    brief: UnverifiedBrief,
    document: Document,
    format: str = "text",  # noqa: A002 - the reader's word for it
    *,
    name: str = "",
    width: int = 80,
    color: bool = False,
    made: str = "",
    detail: "Detail" = "full",
    reviews: Reviews = NOTHING_DECIDED,
) -> str:
    """Write a brief for a reader. Pure: the same arguments give the same string.

    Args:
        brief: The brief; one that is no `Brief` is headed as unverified.
        document: The article that the brief is of.
        format: `text` for a terminal, `markdown` (or `md`), `json`, which loads back as an `UnverifiedBrief`, one of the
            exports (docs/exports.md), or a format that another package registers.
        name: What the article is called in the heading, such as its file name; not for JSON.
        width: Cells a line may fill, for text; less than 60 is taken as 60.
        color: Whether headings are bold, for text, by ANSI escapes. The article's own escapes never
            reach the output: unseen characters appear as `⟨U+001B⟩`.
        made: Who read the article, when, and with which version, for the head of a report; empty if it is not known.
        detail: How much of a page is shown, for text and Markdown: `heads`, `page` (all that says who says what) or `full`.
        reviews: What people decided about its items (`summarizer.reviewing`), shown beside them; not in JSON.

    Raises:
        UsageError: there is no format of this name.
    """
    written = format_called(format, CONFLICT.formats)
    return written.opening() + written.write(
        to_render(brief, document, name=name, width=width, color=color, made=made, detail=detail, reviews=reviews)
    )


def to_render(
    brief: UnverifiedBrief,
    document: Document,
    *,
    name: str,
    width: int,
    color: bool,
    made: str,
    detail: "Detail",
    reviews: Reviews,
) -> Rendered:
    """The same brief as a format is given it, for who writes several in a row."""
    over = overlay(reviews, brief)

    def page() -> "Page":
        return shown_on(CONFLICT.compose(brief, document, name), over)

    return Rendered(brief, document, page, width, color, name, made, detail, over.columns)
