"""Failures of the transport and the endpoint → our own errors, by one table; each text is one line.

Texts name the endpoint and the model, quote at most a little of what the endpoint said, and never hold a key.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer import errors

if TYPE_CHECKING:
    import openai

    from summarizer.model.settings import ModelSettings

QUOTED = 200
"""Characters of an endpoint's own message that are shown at most."""


@dataclass(frozen=True)
class FaultRow:
    """One kind of refusal by an endpoint: it applies by status, by the error's code, or by words in a 4xx's message."""

    error: type[errors.ProviderError]
    what: str
    advice: str
    statuses: frozenset[int] = frozenset()
    codes: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    quote: bool = True

    def applies(self, status: int, code: str, message: str) -> bool:
        """Whether a refusal is of this kind."""
        if status in self.statuses or code in self.codes:
            return True
        return status < 500 and any(word in message.lower() for word in self.words)


ROWS: tuple[FaultRow, ...] = (
    FaultRow(
        errors.Filtered,
        "a content filter stopped the request",
        "use another model or endpoint for this article",
        codes=frozenset({"content_filter", "content_policy_violation"}),
        words=("content management policy",),
    ),
    FaultRow(
        errors.PromptTooLong,
        "the request is longer than the model can read",
        "use a model with a larger context",
        statuses=frozenset({413}),
        codes=frozenset({"context_length_exceeded", "exceed_context_size_error"}),
        words=("maximum context length", "context window", "available context size", "context length of"),
    ),
    FaultRow(
        errors.QuotaExhausted,
        "the account has no credit left",
        "top it up, or use another key",
        statuses=frozenset({402}),
        codes=frozenset({"insufficient_quota", "billing_hard_limit_reached"}),
    ),
    FaultRow(
        errors.AuthenticationFailed,
        "the key was not accepted",
        "check it, and that it may use this model",
        statuses=frozenset({401, 403}),
        codes=frozenset({"invalid_api_key"}),
        quote=False,
    ),
    FaultRow(
        errors.ModelNotFound,
        "the endpoint does not know the model, or serves nothing at this address",
        "check --model and --base-url (most addresses end in /v1)",
        statuses=frozenset({404, 405}),
        codes=frozenset({"model_not_found", "DeploymentNotFound"}),
        words=("not a valid model", "model not found", "no models loaded"),
    ),
    FaultRow(
        errors.RateLimited,
        "the endpoint kept saying that it has had enough requests",
        "wait, or make fewer at a time",
        statuses=frozenset({429}),
    ),
    FaultRow(
        errors.EndpointFailed,
        "the endpoint failed",
        "try again later",
        statuses=frozenset({408, *range(500, 600)}),
    ),
    FaultRow(
        errors.RequestRejected,
        "the endpoint rejected the request",
        "check the model and the options, or name the endpoint's profile",
        statuses=frozenset(range(300, 500)),
    ),
)
"""Read from the top; the last takes every other refusal."""

TRANSIENT = frozenset({408, 429, *range(500, 600)} - {501})
"""Statuses after which the same request may succeed."""

SCHEMA_STATUSES = frozenset({400, 404, 415, 422, 500, 501})
SCHEMA_WORDS = re.compile(
    r"response_format|json_schema|json schema|schema|grammar|structured.?output|guided|\bstrict\b|requested parameters",
    re.IGNORECASE,
)
KEY_LIKE = re.compile(r"\b(?:sk|pk|rk|key|gsk|hf)[-_][\w*.-]{4,}|\bBearer\s+\S+", re.IGNORECASE)


def place(settings: "ModelSettings") -> str:
    """Where it happened, as messages say it."""
    return f"{settings.model} at {settings.host}"


def one_line(text: str, settings: "ModelSettings") -> str:
    """What an endpoint said, as far as a message may quote it: printable, short, and without keys.

    Args:
        text: of any length.
        settings: hold the key that must not show.

    Returns:
        At most `QUOTED` characters.
    """
    if settings.key:
        text = text.replace(settings.key, "[key]")
    text = KEY_LIKE.sub("[key]", text)
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"


def said(error: "openai.APIStatusError") -> tuple[str, str]:
    """Code and message of a refusal; endpoints nest them differently, or answer with something else altogether."""
    return said_in(error.body)


def said_in(answer: object) -> tuple[str, str]:
    """The same from the body of a refusal."""
    body = answer if isinstance(answer, dict) else {}
    inner = body.get("error", body)
    if not isinstance(inner, dict):
        return "", str(inner)
    codes = inner.get("code"), inner.get("type"), ""
    messages = inner.get("message"), inner.get("detail"), body.get("message"), ""
    return str(_first(codes)), str(_first(messages))


def _first(values: Sequence[Any]) -> Any:
    """The first of the values that says anything, or else the last."""
    return next(filter(None, values), values[-1])


def row_of(status: int, code: str, message: str) -> FaultRow:
    """The first row of the table that applies to a refusal.

    Args:
        status: of HTTP, from 300.
        code: as the endpoint gives it, if it gives one.
        message: what it says.
    """
    return next((row for row in ROWS if row.applies(status, code, message)), ROWS[-1])


def speaks_of_schema(error: "openai.APIStatusError") -> bool:
    """Whether a refusal is about the way in which the schema was asked for."""
    if error.status_code not in SCHEMA_STATUSES:
        return False
    code, message = said(error)
    if row_of(error.status_code, code, message).error in (errors.PromptTooLong, errors.Filtered):
        return False
    return SCHEMA_WORDS.search(f"{code} {message} {getattr(error, 'param', '')}") is not None


def of_status(error: "openai.APIStatusError", settings: "ModelSettings") -> errors.ProviderError:
    """Our error for a refusal by the endpoint."""
    return refusal(error.status_code, error.body, settings)


def refusal(status: int, body: object, settings: "ModelSettings") -> errors.ProviderError:
    """Our error for a refusal with this status and body."""
    code, message = said_in(body)
    row = row_of(status, code, message)
    quoted = one_line(message, settings) if row.quote else ""
    detail = f" ({status}: {quoted})" if quoted else f" ({status})"
    advice = row.advice
    if row.error is errors.AuthenticationFailed and not settings.key:
        advice = f"no key was given: set {settings.endpoint_profile.key}"
    return row.error(f"{row.what}{detail}, {place(settings)}: {advice}")


def of_connection(error: BaseException, settings: "ModelSettings") -> errors.BriefError:
    """Our error where no answer came.

    Args:
        error: what was raised; an error of ours inside (a cassette's) is the real reason and is given back.
        settings: whom we asked, and how long we wait.
    """
    ours = next((cause for cause in causes(error) if isinstance(cause, errors.BriefError)), None)
    if ours is not None:
        return ours
    if timed_out(error):
        return errors.ConnectionFailed(
            f"no whole answer within {settings.timeout:g} s, {place(settings)}: allow more time with --timeout, or try later"
        )
    if refused(error):
        return errors.ConnectionFailed(
            f"nothing answers at this address, {place(settings)}: check --base-url and that the endpoint is running"
        )
    return errors.ConnectionFailed(f"the connection broke off, {place(settings)}: try again later")


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it was raised from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def timed_out(error: BaseException) -> bool:
    """Whether a time limit was what ended the request."""
    return any(isinstance(cause, TimeoutError) or type(cause).__name__ == "APITimeoutError" for cause in causes(error))


def refused(error: BaseException) -> bool:
    """Whether no connection came about at all."""
    return any(type(cause).__name__ == "ConnectError" for cause in causes(error))
