"""One article in, one verified brief out: joins reading, extracting and verifying."""

import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.asking.options import REPAIRS, Progress, Wishes
from summarizer.asking.run import Run
from summarizer.asking.windows import WINDOW
from summarizer.documents.document import Document
from summarizer.errors import NoExtractorError, UsageError
from summarizer.reading.files import read_article
from summarizer.reading.naming import names_a_file
from summarizer.reading.registry import article_in
from summarizer.schemas.brief import Brief
from summarizer.schemas.vocabulary import Policy
from summarizer.verification import verify
from summarizer.version import VERSION

if TYPE_CHECKING:  # what only a model needs, or the coder, is imported when it is asked
    from summarizer.model import Clock, ModelClient, ModelSettings
    from summarizer.prompts import Prompt


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
) -> Result:
    """Summarise one article.

    Args:
        source: a `Path`, a `Document`, the article's text, or a path as a string: one line that has no white
            space, names an existing file, or ends like a file's name (`my article.txt`).
        model: name of the model, or `ModelSettings` for everything that can be set about it. With neither a
            model nor a cassette, the offline coder reads the article, and `run.extractor` says so.
        base_url: address of an OpenAI-compatible endpoint; OpenAI's own by default.
        api_key: key of the endpoint; by default from the environment variable of its profile.
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

    Returns:
        `Result(brief, run, document)`. Where some windows came to no answer, the brief is of the others; its audit
        names the sentences (`unread`).

    Raises:
        SourceError: the article could not be read, holds no text, or is of a kind that is not read, such as a web page.
        NoExtractorError: a recording, a second look or a second opinion needs a model, and none is given.
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
    if model is None and cassette is None and window is None and not (record or second_look or second_opinion):
        return _coded(read_document(source, published), policy, clock)  # nothing to wait for: no event loop is loaded
    from summarizer import loops

    return loops.run(
        lambda: asummarize(
            source,
            model=model,
            base_url=base_url,
            api_key=api_key,
            cassette=cassette,
            record=record,
            policy=policy,
            repairs=repairs,
            second_look=second_look,
            second_opinion=second_opinion,
            window=window,
            published=published,
            instructions=instructions,
            client=client,
            clock=clock,
            progress=progress,
        )
    )


async def asummarize(
    source: str | Path | Document,
    *,
    model: "str | ModelSettings | None" = None,
    base_url: str | None = None,
    api_key: str | None = None,
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
) -> Result:
    """The same as `summarize`, for use within an event loop.

    Many calls may run side by side, except while a cassette is used: a tape stands before every
    connection of the process.
    """
    from summarizer.asking.conversation import Talk, Tape, settings_for
    from summarizer.asking.course import Course
    from summarizer.prompts import prompt

    document = read_document(source, published)
    tape = Tape.of(cassette, record)
    window = window if window is not None else tape.window
    if window is not None and window < 1:
        raise UsageError("a window of no characters reads nothing: give at least 1")
    settings = settings_for(model, base_url, api_key, tape.replayed)
    if settings is None:
        _refuse_model(record=record, second_look=second_look, second_opinion=bool(second_opinion))
        return _coded(document, policy, clock)
    wishes = Wishes(policy, repairs, second_look, second_opinion, window or WINDOW)
    course = Course(document, instructions or prompt(), wishes)
    talk = Talk(settings, client, clock, progress)
    with tape.turning(settings.profile, window, second_look):
        brief = await talk.through(course.steps())
    return Result(brief=brief, run=talk.run(course, tape.path), document=document)


def _refuse_model(**wishes: bool) -> None:
    """Raise NoExtractorError for what only a model can do."""
    for wish, wanted in wishes.items():
        if wanted:
            raise NoExtractorError(f"{wish.replace('_', ' ')} needs a model, and the offline coder is none: name one")


def _coded(document: Document, policy: Policy, clock: "Clock | None") -> Result:
    """The brief that the offline coder's draft comes to."""
    from summarizer.coder import code

    seconds = clock or time.perf_counter
    started = seconds()
    brief = verify(code(document), document, policy=policy)
    run = Run(extractor="coder", version=VERSION, seconds=seconds() - started)
    return Result(brief=brief, run=run, document=document)


def read_document(source: str | Path | Document, published: date | None = None) -> Document:
    """The document that `source` stands for, as `summarize` takes it.

    Raises:
        SourceError: the file could not be read, there is no text in it, or it is of a kind that is not read.
    """
    if isinstance(source, Document):
        return replace(source, published=published) if published else source
    in_a_file = isinstance(source, Path) or names_a_file(source)
    text = read_article(source) if in_a_file else article_in(str(source))
    return Document.from_text(text, published=published)
