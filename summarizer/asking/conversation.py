"""One article through its course: the model is asked what the course asks, and the run says what that took."""

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer import loops
from summarizer.asking.advancing import Ended, Given, Walk
from summarizer.asking.course import Course, Question
from summarizer.asking.extracting import ModelReads, offline
from summarizer.asking.options import RunOptions
from summarizer.asking.run import Run
from summarizer.documents.document import Document
from summarizer.errors import BriefError, CutOff, ProviderError, cut_off
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.field import Field
from summarizer.version import VERSION

if TYPE_CHECKING:  # imported when a model is asked: the offline coder starts in half the time without
    from summarizer.model import ModelSettings

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


async def brief_by_model(
    document: Document, options: RunOptions, field: Field[Any], step: "Callable[[Course], Step] | None" = None
) -> Briefed:
    """The brief that a model's answers come to, or their recording.

    Args:
        document: the article.
        options: name the model, or the cassette, and what is asked beside the draft.
        field: what is read for.
        step: where the steps of a course are taken; by default in a thread beside the event loop.

    Raises:
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
    options = _as_recorded(options)
    settings = _settings(options)
    course = Course(document, field, ModelReads(), options)
    conversation = Conversation(settings, options)
    with _tape(options, settings):
        ended = await conversation.through((step or beside)(course))
    return ended.brief, conversation.run(course, ended)


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


Step = Callable[[Sequence[Given]], Awaitable[Question | Ended]]
"""What comes after these answers."""


def beside(course: Course) -> Step:
    """The steps of a course in a thread beside the event loop, which goes on meanwhile."""
    walk = Walk(course)

    async def step(given: Sequence[Given]) -> Question | Ended:
        return await loops.beside(walk.go_on, given[-1] if given else None)

    return step


@dataclass
class Conversation:
    """All that is asked of a model for one article, and all that it took, failures included.

    Attributes:
        answers: what came back, now or from where answers are kept.
        kept: how many of them were kept.
        requests, tokens: over all of them and over the failures.
        cut: answers that were cut off, to be kept once the course has gone on with them.
    """

    settings: "ModelSettings"
    options: RunOptions
    answers: list[KeptAnswer] = field(default_factory=list)
    kept: int = 0
    requests: int = 0
    tokens: Tokens = field(default_factory=Tokens)
    cut: dict[str, KeptAnswer] = field(default_factory=dict)

    async def through(self, step: Step) -> Ended:
        """Ask what the steps ask, hand them the answers and the failures, and return where they end."""
        given: list[Given] = []
        while True:
            try:
                taken = await step(given)
            except ProviderError as error:
                error.requests = self.requests
                error.prompt_tokens, error.completion_tokens = self.tokens.prompt, self.tokens.completion
                raise
            if isinstance(taken, Ended):
                await self._keep_what_was_cut()
                return taken
            try:
                given.append(await self._answered(taken))
            except BriefError as error:
                given.append(error)

    async def _answered(self, question: Question) -> BaseModel:
        """The answer to a question: the one that is kept, or a new one."""
        from summarizer.model import answer_key

        if self.options.progress:
            self.options.progress(question.what)
        settings = replace(self.settings, model=question.model) if question.model else self.settings
        if self.options.answers is None:
            return await self._asked(question, settings)
        key = answer_key(question.messages, settings, question.response_model)
        found = await asyncio.to_thread(self.options.answers.find, key)
        if found is None:
            return await self._asked(question, settings, key)
        self._count(found)
        self.kept += 1
        if found.cut_off:
            raise cut_off("the answer that was kept ended before it was whole", found.text)
        return question.response_model.model_validate_json(found.text)

    async def _asked(self, question: Question, settings: "ModelSettings", key: str = "") -> BaseModel:
        from summarizer.model import ask

        try:
            answer = await ask(
                question.messages,
                settings,
                response_model=question.response_model,
                client=self.options.client,
                gate=self.options.gate,
                clock=self.options.clock,
            )
        except ProviderError as error:
            spent = Tokens(prompt=error.prompt_tokens, completion=error.completion_tokens)
            self.requests += error.requests
            self.tokens += spent
            if key and isinstance(error, CutOff):
                self.cut[key] = self._cut_off(error, settings, spent)
            raise
        self._count(answer.kept)
        if key and self.options.answers:
            await asyncio.to_thread(self.options.answers.keep, key, answer.kept)
        return answer.draft

    def _cut_off(self, error: CutOff, settings: "ModelSettings", spent: Tokens) -> KeptAnswer:
        profile = settings.endpoint_profile
        return KeptAnswer(
            error.text,
            settings.model,
            settings.endpoint,
            profile.name,
            profile.first_rung,
            error.requests,
            spent,
            seconds=0.0,
            cut_off=True,
        )

    async def _keep_what_was_cut(self) -> None:
        for key, answer in self.cut.items():
            if self.options.answers:
                await asyncio.to_thread(self.options.answers.keep, key, answer)

    def _count(self, answer: KeptAnswer) -> None:
        self.requests += answer.requests
        self.tokens += answer.tokens
        self.answers.append(answer)

    def run(self, course: Course, ended: Ended) -> Run:
        """How the brief came about."""
        from summarizer.model.strict import schema_text

        first = self.answers[0]
        return Run(
            extractor=ended.reader,
            version=VERSION,
            model=first.model,
            endpoint=first.endpoint,
            profile=first.profile,
            rung=first.rung,
            prompt=course.prompt.name,
            prompt_sha256=course.prompt.sha256,
            schema_sha256=hashlib.sha256(schema_text(course.form.answer).encode()).hexdigest(),
            requests=self.requests,
            kept=self.kept,
            tokens=self.tokens,
            seconds=sum(answer.seconds for answer in self.answers),
            warnings=ended.warnings,
            cassette=self.options.tape.name if self.options.tape else None,
        )
