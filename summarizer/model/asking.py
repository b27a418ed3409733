"""Messages → an answer of the schema: one request through instructor, re-asked where it does not fit.

Each concern has one place: the transport's failures are `transport`'s, an answer that is no answer raises at once, and
only one that does not fit the schema is asked for again, by instructor's loop and in our words.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Generic

from pydantic import BaseModel, ValidationError

from summarizer import loops
from summarizer.errors import EndpointFailed, ProviderError
from summarizer.exchanges import Message, Tokens
from summarizer.model import answers, faults, transport
from summarizer.model.bodies import request_body
from summarizer.model.client import open_client, without_retries
from summarizer.model.gate import Gate
from summarizer.model.profiles import LADDER, Rung
from summarizer.model.settings import Answer, ModelClient, ModelSettings, Parsed
from summarizer.model.strict import schema_of, schema_text
from summarizer.recording import tapes

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletion

Clock = Callable[[], float]
"""Seconds, from whatever start."""
LOG = logging.getLogger(__name__)
_rungs_that_held: dict[tuple[str, str], Rung] = {}
"""Per endpoint and model, the rung that was accepted after a higher one was rejected; for this process."""


@dataclass
class _Exchange(Generic[Parsed]):
    """One answer in the making: what was sent, what was counted, and how the schema is asked for."""

    client: "openai.AsyncOpenAI"
    messages: list[Message]
    settings: ModelSettings
    response_model: type[Parsed]
    sleep: transport.Sleep
    gate: Gate | None
    rung: Rung
    requests: int = 0
    tokens: Tokens = field(default_factory=Tokens)
    counted: Tokens | None = None
    """What the endpoint counted for the attempt in hand."""
    rejected: list[tuple[str, str]] = field(default_factory=list)
    """Answers that did not fit, each with what was said of it."""
    last_text: str = ""
    last: "ChatCompletion | None" = None

    async def create(self, **_: Any) -> "ChatCompletion":
        """What instructor calls for each attempt. Of its arguments nothing is used: the request is ours to the letter."""
        import openai

        while True:
            body = self.body()
            try:
                completion = await transport.send(
                    partial(self._request, body),
                    self.settings,
                    self.sleep,
                    partial(self._passing, about_tokens(body["messages"], schema_text(self.response_model))),
                    self.gate.pause if self.gate else None,
                )
            except openai.APIStatusError as error:
                lower = LADDER[LADDER.index(self.rung) + 1 :]
                if not lower or not faults.speaks_of_schema(error):
                    raise faults.of_status(error, self.settings) from error
                LOG.info("%s: the schema was rejected as %s; asking as %s", self.settings.host, self.rung, lower[0])
                self.rung = lower[0]
                continue
            except ValueError as error:  # a body that calls itself JSON and is none
                raise EndpointFailed(
                    f"the endpoint answered with something that is not JSON, {faults.place(self.settings)}: try again later"
                ) from error
            except RecursionError as error:
                raise EndpointFailed(
                    f"the endpoint answered with JSON that is nested too deeply, {faults.place(self.settings)}: check --base-url"
                ) from error
            self.tokens += self.counted or Tokens()
            self.last_text = answers.accepted(completion, self.settings, answers.words_in(body["messages"]))
            self.last = completion
            choice = completion.choices[0]
            choice.finish_reason = "stop"
            choice.message.content = self.last_text
            return completion

    async def _request(self, body: dict[str, Any]) -> "ChatCompletion":
        self.requests += 1
        LOG.debug("request %d to %s, schema %s", self.requests, self.settings.host, self.rung)
        completion: ChatCompletion = await self.client.chat.completions.create(**body)
        self.counted = answers.tokens_of(
            completion
        )  # before instructor sees the usage: it writes its running total over it
        return completion

    @asynccontextmanager
    async def _passing(self, expected: int) -> AsyncIterator[None]:
        """Pass the gate for one attempt, and tell it what that took."""
        if self.gate is None:
            yield
            return
        await self.gate.enter(expected)
        self.counted = None
        try:
            yield
        finally:
            self.gate.leave(expected, self.counted, self.settings.model)

    def body(self) -> dict[str, Any]:
        """The request as it is made now."""
        return request_body(self.messages, self.settings, self.response_model, self.rung, self.rejected)

    def note(self, error: Exception, **_: Any) -> None:
        """Keep an answer that did not fit, with what to say of it, for the next attempt."""
        if isinstance(error, ValidationError):
            self.rejected.append((self.last_text, answers.correction(error)))

    async def run(self) -> Parsed:
        """The answer, as an object of the response model."""
        import instructor
        import tenacity
        from instructor.core.exceptions import InstructorRetryException
        from instructor.core.hooks import Hooks

        hooks = Hooks()
        hooks.on("parse:error", self.note)
        ask_for = instructor.patch(create=self.create, mode=instructor.Mode.JSON_SCHEMA)
        reasking = tenacity.AsyncRetrying(
            sleep=self.sleep,
            stop=tenacity.stop_after_attempt(self.settings.reasks + 1),
            retry=tenacity.retry_if_exception_type(ValidationError),
            reraise=True,
        )
        try:
            parsed = await ask_for(  # no `context`: it would render the article as a template
                response_model=_prepared(self.response_model),
                max_retries=reasking,  # type: ignore[arg-type]  # declared for the synchronous form only
                strict=False,
                hooks=hooks,
                messages=[],
            )
        except InstructorRetryException as failed:
            reason = self._reason(failed)
            raise reason from reason.__cause__
        return self.response_model.model_construct(parsed.model_fields_set, **dict(parsed))

    def _reason(self, failed: Exception) -> BaseException:
        """What really happened: instructor wraps everything in one exception of its own."""
        cause = failed.__cause__
        if not isinstance(cause, ValidationError):
            return cause or failed
        tries = f"after {self.requests} requests" if self.requests > 1 else "and is not asked for again"
        return answers.misfit(cause, self.settings, tries)


def about_tokens(messages: list[Message], schema: str) -> int:
    """About how many tokens a question and its answer take: four characters each, and an answer as long as what is asked last.

    Args:
        messages: what is asked.
        schema: of the answer, which is sent with them.
    """
    sizes = [len(schema), *(len(message["content"]) for message in messages)]
    return (sum(sizes) + sizes[-1]) // 4


@cache
def _prepared(model: type[BaseModel]) -> Any:
    """A model with what instructor adds to it, made once, and with the schema as sent in place of a new one each time."""
    import instructor

    schema = schema_of(model)
    members = {"model_json_schema": classmethod(lambda *_, **__: schema), "__module__": model.__module__}
    return type(model.__name__, (model, instructor.OpenAISchema), members)


async def ask(
    messages: list[Message],
    settings: ModelSettings,
    *,
    response_model: type[Parsed],
    client: ModelClient | None = None,
    gate: Gate | None = None,
    sleep: transport.Sleep = asyncio.sleep,
    clock: Clock | None = None,
) -> Answer[Parsed]:
    """Ask a model, and give back its answer as an object of the response model.

    Args:
        messages: what is sent, unchanged but for the lowest rung, which adds the schema.
        settings: which model, where, and how patiently.
        response_model: a pydantic model that is expressible as a strict schema.
        client: an `openai.AsyncOpenAI` to use, from `open_client` or elsewhere; it decides the key, and the address
            where the settings name none. None: one is opened, and closed at the end.
        gate: what each request has to pass; None: nothing holds it up.
        sleep: what waits between attempts.
        clock: gives seconds, for the answer's duration; None: the machine's.

    Raises:
        ProviderError: the endpoint or the model failed; the class says how, `requests` how often it was tried.
        CassetteError: a cassette is replayed and lacks the request.
        NotSent: the gate lets no request through.
    """
    _quieten()
    seconds = clock or time.monotonic
    if client is None:
        async with open_client(settings) as opened:
            return await _ask(messages, settings, response_model, opened, gate, sleep, seconds)
    if settings.base_url is None and hasattr(client, "base_url"):
        settings = replace(settings, base_url=str(client.base_url))
    return await _ask(messages, settings, response_model, without_retries(client), gate, sleep, seconds)


async def _ask(
    messages: list[Message],
    settings: ModelSettings,
    response_model: type[Parsed],
    client: "openai.AsyncOpenAI",
    gate: Gate | None,
    sleep: transport.Sleep,
    clock: Clock,
) -> Answer[Parsed]:
    profile = settings.endpoint_profile
    known = (settings.endpoint, settings.model)
    first = profile.first_rung
    if not tapes.is_open():  # a cassette holds the way down the ladder, so that it replays in any process
        first = _rungs_that_held.get(known, first)
    exchange = _Exchange(client, messages, settings, response_model, sleep, gate, rung=first)
    started = clock()
    try:
        draft = await exchange.run()
    except ProviderError as error:
        error.requests = exchange.requests
        error.prompt_tokens, error.completion_tokens = exchange.tokens.prompt, exchange.tokens.completion
        if gate:
            gate.ended(error)
        raise
    if gate:
        gate.ended(None)
    if exchange.rung != first:
        _rungs_that_held[known] = exchange.rung
    return Answer(
        draft=draft,
        text=exchange.last_text,
        model=getattr(exchange.last, "model", None) or settings.model,
        endpoint=settings.endpoint,
        profile=profile.name,
        rung=exchange.rung,
        requests=exchange.requests,
        tokens=exchange.tokens,
        seconds=clock() - started,
        service_tier=getattr(exchange.last, "service_tier", None),
    )


def ask_sync(
    messages: list[Message],
    settings: ModelSettings,
    *,
    response_model: type[Parsed],
    client: ModelClient | None = None,
    sleep: transport.Sleep = asyncio.sleep,
    clock: Clock | None = None,
) -> Answer[Parsed]:
    """`ask` without an event loop; where one is running (a notebook), the work is done in a thread beside it."""
    return loops.run(
        lambda: ask(messages, settings, response_model=response_model, client=client, sleep=sleep, clock=clock)
    )


def forget_rungs() -> None:
    """Forget which rungs held, as a new process would."""
    _rungs_that_held.clear()


@cache
def _quieten() -> None:
    """instructor logs every failure as an error; without a handler Python would print these beside our own line."""
    logging.getLogger("instructor").addHandler(logging.NullHandler())
