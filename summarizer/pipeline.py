"""One article in, one verified brief out: joins reading, extracting and verifying."""

import hashlib
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarizer import loops, recording
from summarizer.coder import code
from summarizer.document import Document
from summarizer.errors import BriefError, NoExtractorError, ProviderError, UsageError
from summarizer.following import REPAIRS, Course, Question, Steps, Wishes
from summarizer.model import Answer, Clock, ModelClient, ModelSettings, ask
from summarizer.prompts import Prompt, prompt
from summarizer.reading import read_text
from summarizer.schemas.brief import Brief
from summarizer.schemas.run import Run, Tokens
from summarizer.schemas.strict import schema_text
from summarizer.schemas.vocabulary import Policy
from summarizer.verification import verify
from summarizer.version import VERSION
from summarizer.windows import WINDOW

Progress = Callable[[str], None]
"""Is told what the next request is for; nothing where it asks for the whole article at once."""


@dataclass(frozen=True)
class Result:
    """A brief, how it came about, and the document that it is of."""

    brief: Brief
    run: Run
    document: Document


def summarize(
    source: str | Path | Document,
    *,
    model: str | ModelSettings | None = None,
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
    instructions: Prompt | None = None,
    client: ModelClient | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Result:
    """Summarise one article.

    Args:
        source: a `Path`, a `Document`, the article's text, or a path as a string (a string without
            white space, or one that names an existing file).
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
        SourceError: the article could not be read, or holds no text.
        NoExtractorError: a recording, a second look or a second opinion needs a model, and none is given.
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
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
    model: str | ModelSettings | None = None,
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
    instructions: Prompt | None = None,
    client: ModelClient | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Result:
    """The same as `summarize`, for use within an event loop.

    Many calls may run side by side, except while a cassette is used: a tape stands before every
    connection of the process.
    """
    document = read_document(source, published)
    tape = _Tape.of(cassette, record)
    replayed = None if record else tape.path
    if window is None and replayed is not None:
        window = recording.metadata(replayed).window
    if window is not None and window < 1:
        raise UsageError("a window of no characters reads nothing: give at least 1")
    settings = _settings(model, base_url, api_key, replayed)
    if settings is None:
        _refuse_model(record=record, second_look=second_look, second_opinion=bool(second_opinion))
        return _coded(document, policy, clock or time.perf_counter)
    wishes = Wishes(policy, repairs, second_look, second_opinion, window or WINDOW)
    course = Course(document, instructions or prompt(), wishes)
    talk = _Talk(settings, client, clock, progress)
    with tape.turning(talk.settings.profile, window, second_look):
        brief = await talk.through(course.steps())
    return Result(brief=brief, run=talk.run(course, tape.path), document=document)


def _refuse_model(**wishes: bool) -> None:
    """Raise NoExtractorError for what only a model can do."""
    for wish, wanted in wishes.items():
        if wanted:
            raise NoExtractorError(f"{wish.replace('_', ' ')} needs a model, and the offline coder is none: name one")


def _coded(document: Document, policy: Policy, clock: Clock) -> Result:
    """The brief that the offline coder's draft comes to."""
    started = clock()
    brief = verify(code(document), document, policy=policy)
    run = Run(extractor="coder", version=VERSION, seconds=clock() - started)
    return Result(brief=brief, run=run, document=document)


def read_document(source: str | Path | Document, published: date | None = None) -> Document:
    """The document that `source` stands for, as `summarize` takes it.

    Raises:
        SourceError: the file could not be read, or there is no text in it.
    """
    if isinstance(source, Document):
        return replace(source, published=published) if published else source
    text = read_text(source) if isinstance(source, Path) or _is_path(source) else source
    return Document.from_text(text, published=published)


def _is_path(source: str) -> bool:
    if not source or len(source) > 4096 or "\n" in source:
        return False
    return not any(character.isspace() for character in source) or Path(source).is_file()


@dataclass(frozen=True)
class _Tape:
    """The cassette of one call, if it has one."""

    path: Path | None
    records: bool

    @classmethod
    def of(cls, cassette: str | Path | None, record: bool) -> "_Tape":
        if record and cassette is None:
            raise UsageError("record needs a cassette: say which file to write")
        return cls(None if cassette is None else Path(cassette), record)

    def turning(self, profile: str | None, window: int | None, second_look: bool) -> AbstractContextManager[object]:
        if self.path is None:
            return nullcontext()
        if not self.records:
            return recording.replaying(self.path)
        return recording.recording(self.path, profile, window=window, second_look=second_look)


@dataclass
class _Talk:
    """All that is asked of a model for one article, and all that it took, failures included."""

    settings: ModelSettings
    client: ModelClient | None
    clock: Clock | None
    progress: Progress | None
    answers: list[Answer[Any]] = field(default_factory=list)
    requests: int = 0
    tokens: Tokens = field(default_factory=Tokens)

    async def through(self, steps: Steps) -> Brief:
        """Ask what the steps ask, hand them the answers and the failures, and return what they come to."""
        turn = partial(next, steps)
        while True:
            try:
                question = turn()
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            except ProviderError as error:
                error.requests = self.requests
                error.prompt_tokens, error.completion_tokens = self.tokens.prompt, self.tokens.completion
                raise
            try:
                turn = partial(steps.send, await self._asked(question))
            except BriefError as error:
                turn = partial(steps.throw, error)

    async def _asked(self, question: Question) -> BaseModel:
        if self.progress:
            self.progress(question.what)
        settings = replace(self.settings, model=question.model) if question.model else self.settings
        try:
            answer = await ask(
                question.messages,
                settings,
                response_model=question.response_model,
                client=self.client,
                clock=self.clock,
            )
        except ProviderError as error:
            self._count(error.requests, Tokens(prompt=error.prompt_tokens, completion=error.completion_tokens))
            raise
        self._count(answer.requests, answer.tokens)
        self.answers.append(answer)
        return answer.draft

    def _count(self, requests: int, tokens: Tokens) -> None:
        self.requests += requests
        self.tokens = Tokens(
            prompt=self.tokens.prompt + tokens.prompt,
            completion=self.tokens.completion + tokens.completion,
            cached=self.tokens.cached + tokens.cached,
        )

    def run(self, course: Course, cassette: Path | None) -> Run:
        """How the brief came about."""
        first = self.answers[0]
        return Run(
            extractor="model",
            version=VERSION,
            model=first.model,
            endpoint=first.endpoint,
            profile=first.profile,
            rung=first.rung,
            prompt=course.instructions.name,
            prompt_sha256=course.instructions.sha256,
            schema_sha256=hashlib.sha256(schema_text().encode()).hexdigest(),
            requests=self.requests,
            tokens=self.tokens,
            seconds=sum(answer.seconds for answer in self.answers),
            warnings=tuple(course.warnings),
            cassette=cassette.name if cassette else None,
        )


def _settings(
    model: str | ModelSettings | None, base_url: str | None, api_key: str | None, replayed: Path | None
) -> ModelSettings | None:
    """The model to ask, or to replay; None where there is neither, so that the coder reads."""
    if isinstance(model, ModelSettings):
        return model
    if replayed is not None:
        recorded = recording.metadata(replayed)
        return ModelSettings(
            model=model or recorded.model,
            base_url=base_url or recorded.base_url,
            api_key="replayed",
            profile=recorded.profile,
        )
    return ModelSettings(model=model, base_url=base_url, api_key=api_key) if model is not None else None
