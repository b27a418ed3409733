"""One article in, one verified brief out: joins reading, extracting and verifying."""

import hashlib
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from summarizer import prompting, recording
from summarizer.document import Document
from summarizer.errors import NoExtractorError, UsageError
from summarizer.model import Answer, Clock, ModelClient, ModelSettings, ask, ask_sync
from summarizer.prompts import Prompt, prompt
from summarizer.reading import read_text
from summarizer.schemas.brief import Brief
from summarizer.schemas.run import Run
from summarizer.schemas.strict import schema_text
from summarizer.schemas.vocabulary import Policy
from summarizer.verification import verify
from summarizer.version import VERSION


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
    published: date | None = None,
    instructions: Prompt | None = None,
    client: ModelClient | None = None,
    clock: Clock | None = None,
) -> Result:
    """Summarise one article.

    Args:
        source: a `Path`, a `Document`, the article's text, or a path as a string (a string without
            white space, or one that names an existing file).
        model: name of the model, or `ModelSettings` for everything that can be set about it.
        base_url: address of an OpenAI-compatible endpoint; OpenAI's own by default.
        api_key: key of the endpoint; by default from the environment variable of its profile.
        cassette: a recording to replay: it supplies model and address, and no key is needed.
        record: write the exchange to `cassette` instead of replaying it.
        policy: `standard` or `strict`; see `verify`.
        published: day of publication, shown with the brief.
        instructions: another version of the prompt (`summarizer.prompts.prompt(name)`).
        client: an `openai.AsyncOpenAI` of your own, which then decides address and key.
        clock: a function that gives seconds, for the duration in the run.

    Returns:
        `Result(brief, run, document)`.

    Raises:
        SourceError: the article could not be read, or holds no text.
        NoExtractorError: neither a model nor a cassette was given.
        CassetteError: the cassette cannot be read, or lacks this request.
        ProviderError: the endpoint or the model failed; its subclasses say how.
    """
    task = _Task.of(source, model, base_url, api_key, cassette, record, published, instructions)
    with task.tape():
        answer = ask_sync(task.messages, task.settings, client=client, clock=clock)
    return task.result(answer, policy)


async def asummarize(
    source: str | Path | Document,
    *,
    model: str | ModelSettings | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    cassette: str | Path | None = None,
    record: bool = False,
    policy: Policy = "standard",
    published: date | None = None,
    instructions: Prompt | None = None,
    client: ModelClient | None = None,
    clock: Clock | None = None,
) -> Result:
    """The same as `summarize`, for use within an event loop.

    Many calls may run side by side, except while a cassette is used: a tape stands before every
    connection of the process.
    """
    task = _Task.of(source, model, base_url, api_key, cassette, record, published, instructions)
    with task.tape():
        answer = await ask(task.messages, task.settings, client=client, clock=clock)
    return task.result(answer, policy)


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
class _Task:
    """What one call works on, from its arguments to its result."""

    document: Document
    settings: ModelSettings
    instructions: Prompt
    cassette: Path | None
    record: bool

    @classmethod
    def of(
        cls,
        source: str | Path | Document,
        model: str | ModelSettings | None,
        base_url: str | None,
        api_key: str | None,
        cassette: str | Path | None,
        record: bool,
        published: date | None,
        instructions: Prompt | None,
    ) -> "_Task":
        tape = Path(cassette) if cassette is not None else None
        if record and tape is None:
            raise UsageError("record needs a cassette: say which file to write")
        return cls(
            document=read_document(source, published),
            settings=_settings(model, base_url, api_key, None if record else tape),
            instructions=instructions or prompt(),
            cassette=tape,
            record=record,
        )

    @property
    def messages(self) -> list[prompting.Message]:
        return prompting.messages(self.document, self.instructions)

    def tape(self) -> AbstractContextManager[object]:
        if self.cassette is None:
            return nullcontext()
        if self.record:
            return recording.recording(self.cassette, profile=self.settings.profile)
        return recording.replaying(self.cassette)

    def result(self, answer: Answer, policy: Policy) -> Result:
        run = Run(
            extractor="model",
            version=VERSION,
            model=answer.model,
            endpoint=answer.endpoint,
            profile=answer.profile,
            rung=answer.rung,
            prompt=self.instructions.name,
            prompt_sha256=self.instructions.sha256,
            schema_sha256=hashlib.sha256(schema_text().encode()).hexdigest(),
            requests=answer.requests,
            tokens=answer.tokens,
            seconds=answer.seconds,
            cassette=self.cassette.name if self.cassette else None,
        )
        return Result(brief=verify(answer.draft, self.document, policy=policy), run=run, document=self.document)


def _settings(
    model: str | ModelSettings | None, base_url: str | None, api_key: str | None, replayed: Path | None
) -> ModelSettings:
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
    if model is None:
        raise NoExtractorError(
            "no model and no cassette: give --model (and --base-url for an endpoint other than OpenAI),"
            " or --cassette with a recording to replay"
        )
    return ModelSettings(model=model, base_url=base_url, api_key=api_key)
