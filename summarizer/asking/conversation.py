"""What a model is asked about one article, and what it takes: settings, cassette, requests, and the run they come to."""

import hashlib
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarizer.asking.course import Course, Question, Steps
from summarizer.asking.options import Progress
from summarizer.asking.run import Run, Tokens
from summarizer.errors import BriefError, ProviderError, UsageError
from summarizer.model import Answer, Clock, ModelClient, ModelSettings, ask
from summarizer.model.strict import schema_text
from summarizer.recording import tapes
from summarizer.schemas.brief import Brief
from summarizer.version import VERSION


@dataclass(frozen=True)
class Tape:
    """The cassette of one call, if it has one."""

    path: Path | None
    records: bool

    @classmethod
    def of(cls, cassette: str | Path | None, record: bool) -> "Tape":
        """The tape for a caller's cassette, if there is one. Raises UsageError if there is none to record."""
        if record and cassette is None:
            raise UsageError("record needs a cassette: say which file to write")
        return cls(None if cassette is None else Path(cassette), record)

    @property
    def replayed(self) -> Path | None:
        """The cassette that is replayed."""
        return None if self.records else self.path

    @property
    def window(self) -> int | None:
        """How many characters were read at once when it was recorded, where that was chosen."""
        return None if self.replayed is None else tapes.metadata(self.replayed).window

    def turning(self, profile: str | None, window: int | None, second_look: bool) -> AbstractContextManager[object]:
        """Replays or records while the context is open."""
        if self.path is None:
            return nullcontext()
        if not self.records:
            return tapes.replaying(self.path)
        return tapes.recording(self.path, profile, window=window, second_look=second_look)


@dataclass
class Talk:
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


def settings_for(
    model: str | ModelSettings | None, base_url: str | None, api_key: str | None, replayed: Path | None
) -> ModelSettings | None:
    """The model to ask, or to replay; None where there is neither, so that the coder reads."""
    if isinstance(model, ModelSettings):
        return model
    if replayed is not None:
        recorded = tapes.metadata(replayed)
        return ModelSettings(
            model=model or recorded.model,
            base_url=base_url or recorded.base_url,
            api_key="replayed",
            profile=recorded.profile,
        )
    return ModelSettings(model=model, base_url=base_url, api_key=api_key) if model is not None else None
