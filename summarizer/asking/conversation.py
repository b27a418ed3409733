"""One article through its course: the model is asked what the course asks, and the run says what that took."""

import hashlib
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer.asking.course import Course, Question, Steps
from summarizer.asking.extracting import ModelReads, offline
from summarizer.asking.options import RunOptions
from summarizer.asking.run import Run
from summarizer.documents.document import Document
from summarizer.errors import BriefError, ProviderError
from summarizer.exchanges import Tokens
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.field import Field
from summarizer.version import VERSION

if TYPE_CHECKING:  # imported when a model is asked: the offline coder starts in half the time without
    from summarizer.model import Answer, ModelSettings

Briefed = tuple[StoredBrief, Run]
"""A brief, and how it came about."""


def brief_offline(document: Document, options: RunOptions, field: Field[Any]) -> Briefed:
    """The brief that the draft of an extractor comes to which asks nobody.

    Args:
        document: the article.
        options: name the extractor.
        field: what is read for.

    Raises:
        NoExtractorError: there is no extractor of this name.
    """
    clock = options.clock or time.perf_counter
    started = clock()
    extractor = offline(options.extractor or next(iter(field.extractors), ""), field)
    try:
        next(Course(document, field, extractor, options).steps())
    except StopIteration as done:
        return done.value, Run(extractor=extractor.name, version=VERSION, seconds=clock() - started)
    raise AssertionError("an extractor that asks nobody has asked")


async def brief_by_model(document: Document, options: RunOptions, field: Field[Any]) -> Briefed:
    """The brief that a model's answers come to, or their recording.

    Args:
        document: the article.
        options: name the model, or the cassette, and what is asked beside the draft.
        field: what is read for.

    Raises:
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
    options = _as_recorded(options)
    settings = _settings(options)
    course = Course(document, field, ModelReads(), options)
    conversation = Conversation(settings, options)
    with _tape(options, settings):
        brief = await conversation.through(course.steps())
    return brief, conversation.run(course)


def _as_recorded(options: RunOptions) -> RunOptions:
    """The options with the window that a cassette was recorded with, where none is chosen."""
    if options.replayed is None or options.window is not None:
        return options
    from summarizer.recording import tapes

    return replace(options, window=tapes.metadata(options.replayed).window)


def _settings(options: RunOptions) -> "ModelSettings":
    """The model to ask, or to replay; what the caller names goes before what a cassette was recorded with."""
    from summarizer.model import ModelSettings
    from summarizer.recording import tapes

    if isinstance(options.model, ModelSettings):
        return options.model
    if options.replayed is None:
        return ModelSettings(model=options.model or "", base_url=options.base_url, api_key=options.api_key)
    recorded = tapes.metadata(options.replayed)
    return ModelSettings(
        model=options.model or recorded.model,
        base_url=options.base_url or recorded.base_url,
        api_key="replayed",
        profile=recorded.profile,
    )


def _tape(options: RunOptions, settings: "ModelSettings") -> AbstractContextManager[object]:
    """Replays or records while the context is open."""
    if options.tape is None:
        return nullcontext()
    from summarizer.recording import tapes

    if not options.record:
        return tapes.replaying(options.tape)
    return tapes.recording(options.tape, settings.profile, window=options.window, second_look=options.second_look)


@dataclass
class Conversation:
    """All that is asked of a model for one article, and all that it took, failures included."""

    settings: "ModelSettings"
    options: RunOptions
    answers: "list[Answer[Any]]" = field(default_factory=list)
    requests: int = 0
    tokens: Tokens = field(default_factory=Tokens)

    async def through(self, steps: Steps) -> StoredBrief:
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
        from summarizer.model import ask

        if self.options.progress:
            self.options.progress(question.what)
        settings = replace(self.settings, model=question.model) if question.model else self.settings
        try:
            answer = await ask(
                question.messages,
                settings,
                response_model=question.response_model,
                client=self.options.client,
                clock=self.options.clock,
            )
        except ProviderError as error:
            self._count(error.requests, Tokens(prompt=error.prompt_tokens, completion=error.completion_tokens))
            raise
        self._count(answer.requests, answer.tokens)
        self.answers.append(answer)
        return answer.draft

    def _count(self, requests: int, tokens: Tokens) -> None:
        self.requests += requests
        self.tokens += tokens

    def run(self, course: Course) -> Run:
        """How the brief came about."""
        from summarizer.model.strict import schema_text

        first = self.answers[0]
        return Run(
            extractor=course.extractor.name,
            version=VERSION,
            model=first.model,
            endpoint=first.endpoint,
            profile=first.profile,
            rung=first.rung,
            prompt=course.prompt.name,
            prompt_sha256=course.prompt.sha256,
            schema_sha256=hashlib.sha256(schema_text(course.form.answer).encode()).hexdigest(),
            requests=self.requests,
            tokens=self.tokens,
            seconds=sum(answer.seconds for answer in self.answers),
            warnings=tuple(course.warnings),
            cassette=self.options.tape.name if self.options.tape else None,
        )
