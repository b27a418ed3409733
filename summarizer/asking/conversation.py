"""One article through its course: the model is asked what the course asks, and the run says what that took."""

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer import loops
from summarizer.asking.advancing import Arrived, Given, Walk, taken
from summarizer.asking.course import Course, Question
from summarizer.asking.extracting import ModelReads, offline
from summarizer.asking.options import RunOptions
from summarizer.asking.run import Run
from summarizer.documents.document import Document
from summarizer.errors import BriefError, CutOff, ProviderError
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
    settings = model_settings(options)
    course = Course(document, field, ModelReads(), options)
    with taped(options, settings):
        ended = await Conversation(settings, options).through(beside(course))
    return ended.brief, ended.run


def _as_recorded(options: RunOptions) -> RunOptions:
    """The options with the window that a cassette was recorded with, where none is chosen."""
    if options.replayed is None or options.window is not None:
        return options
    from summarizer.recording import tapes

    return replace(options, window=tapes.metadata(options.replayed).window)


def model_settings(options: RunOptions) -> "ModelSettings":
    """The model to ask, or to replay; what the caller names goes before what a cassette was recorded with.

    Args:
        options: which name a model, or a cassette that is replayed.
    """
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


def taped(options: RunOptions, settings: "ModelSettings") -> AbstractContextManager[object]:
    """Replays or records while the context is open; does nothing where no cassette is named.

    Args:
        options: which name the cassette.
        settings: the model that is asked.
    """
    if options.tape is None:
        return nullcontext()
    from summarizer.recording import tapes

    if not options.record:
        return tapes.replaying(options.tape)
    return tapes.recording(options.tape, settings.profile, window=options.window, second_look=options.second_look)


Outcome = TypeVar("Outcome")
"""What a course comes to, where its last step is taken."""
Step = Callable[[Sequence[Given]], Awaitable[Question | Outcome]]
"""What comes after these answers."""


def beside(course: Course) -> Step[Arrived]:
    """The steps of a course in a thread beside the event loop, which goes on meanwhile."""
    walk = Walk(course)

    async def step(given: Sequence[Given]) -> Question | Arrived:
        return await loops.beside(walk.go_on, given[-1] if given else None)

    return step


@dataclass
class Conversation:
    """All that is asked of a model for one article.

    Attributes:
        given: what came of each question.
        unpaid: how many answers had been kept, so that nothing was sent for them.
        cut: answers that were cut off, to be kept once the course has gone on with them.
    """

    settings: "ModelSettings"
    options: RunOptions
    given: list[Given] = field(default_factory=list)
    unpaid: int = 0
    cut: dict[str, KeptAnswer] = field(default_factory=dict)

    async def through(self, step: "Step[Outcome]") -> Outcome:
        """Ask what the steps ask, hand them the answers and the failures, and return where they end."""
        while True:
            try:
                next_step = await step(self.given)
            except ProviderError as error:
                error.requests, tokens = taken(self.given)
                error.prompt_tokens, error.completion_tokens = tokens.prompt, tokens.completion
                raise
            if not isinstance(next_step, Question):
                for key, answer in self.cut.items():
                    await self._keep(key, answer)
                return next_step
            try:
                self.given.append(await self._answer(next_step))
            except BriefError as error:
                self.given.append(error)

    async def _answer(self, question: Question) -> KeptAnswer:
        """The answer to a question: the one that is kept, or a new one."""
        from summarizer.model import answer_key

        if self.options.progress:
            self.options.progress(question.what)
        settings = replace(self.settings, model=question.model) if question.model else self.settings
        if self.options.answers is None:
            return await self._asked(question, settings, "")
        key = answer_key(question.messages, settings, question.response_model)
        found = await loops.waiting(self.options.answers.find, key)
        if found is None:
            return await self._asked(question, settings, key)
        self.unpaid += 1
        return found

    async def _asked(self, question: Question, settings: "ModelSettings", key: str) -> KeptAnswer:
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
        except CutOff as error:
            self.cut[key] = _cut_off(error, settings)
            raise
        await self._keep(key, answer.kept)
        return answer.kept

    async def _keep(self, key: str, answer: KeptAnswer) -> None:
        if self.options.answers is not None:
            await loops.waiting(self.options.answers.keep, key, answer)


def _cut_off(error: CutOff, settings: "ModelSettings") -> KeptAnswer:
    """An answer that was cut off, as it is kept."""
    profile = settings.endpoint_profile
    return KeptAnswer(
        text=error.text,
        model=settings.model,
        endpoint=settings.endpoint,
        profile=profile.name,
        rung=profile.first_rung,
        requests=error.requests,
        tokens=Tokens(prompt=error.prompt_tokens, completion=error.completion_tokens),
        seconds=0.0,
        cut_off=True,
    )
