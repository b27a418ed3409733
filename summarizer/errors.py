"""Every error that the package raises on purpose.

BriefError
├── SourceError            the article could not be read
├── UsageError             an option or argument makes no sense
│   └── PluginError        what another package registers cannot be used
├── NoExtractorError       what was asked for needs a model, and none was given
├── CassetteError          a cassette cannot be read, or lacks the request
├── StoreError             a store cannot be used
├── WorkerDied             a process ended over a piece of work
├── NotSent                a request was not made
│   ├── BudgetSpent        what the run may cost is spent
│   ├── ProviderDown       the endpoint failed too often in a row
│   ├── Stopped            the run is being ended
│   └── NoAnswerKept       only kept answers may be used, and there is none
└── ProviderError          the endpoint or the model failed
    ├── ConnectionFailed   no connection, reset, or time-out
    ├── AuthenticationFailed
    ├── ModelNotFound
    ├── RateLimited
    │   └── QuotaExhausted  no credit left: waiting does not help
    ├── RequestRejected    any other refusal of the request by the endpoint (4xx)
    │   └── PromptTooLong  the article does not fit into what the model can read
    ├── EndpointFailed     5xx, or something that is not the protocol
    └── AnswerError        an answer came and is of no use
        ├── Refused        the model declined
        ├── CutOff         the answer ended before it was whole
        ├── Filtered       a content filter withheld it
        ├── EmptyAnswer    no text at all
        ├── MalformedAnswer  not JSON, or not of the schema, after every re-ask
        └── PromptTruncated  the endpoint read less than was sent

Each says what happened, where, and what to do next, in one line.
"""


class BriefError(Exception):
    """Base of every error here; its text is one line for a reader."""


class SourceError(BriefError):
    """The article could not be read, or holds no text."""


class UsageError(BriefError):
    """An option or argument makes no sense."""


class PluginError(UsageError):
    """What another package registers (a reader, an extractor, a format) cannot be used."""


class NoExtractorError(BriefError):
    """What was asked for needs a model, and none was given."""


class CassetteError(BriefError):
    """A cassette cannot be read, or lacks the request that was made.

    Attributes:
        differs: the part of the request in which it differs from the recorded one; empty where it is not about a request.
    """

    differs: str = ""


class StoreError(BriefError):
    """A store cannot be opened, read or written."""


class WorkerDied(BriefError):
    """A process ended over a piece of work, and another one over it again."""


class NotSent(BriefError):
    """A request was not made, and nothing was paid for it."""


class BudgetSpent(NotSent):
    """What the run may cost is spent."""


class ProviderDown(NotSent):
    """The endpoint failed too often in a row, so it is not asked any more."""


class Stopped(NotSent):
    """The run is being ended: what was in flight is finished, and nothing new is asked."""


class NoAnswerKept(NotSent):
    """Only answers that were kept may be used, and to this question there is none."""


ALL_ALIKE = NotSent, StoreError
"""Failures after which no other article of a run would fare better."""


class ProviderError(BriefError):
    """The endpoint or the model failed.

    Attributes:
        requests: HTTP requests made until then.
        prompt_tokens, completion_tokens: tokens that the endpoint counted until then.
    """

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


class ConnectionFailed(ProviderError):
    """No connection, a reset, or a time-out."""


class AuthenticationFailed(ProviderError):
    """The endpoint did not accept the key."""


class ModelNotFound(ProviderError):
    """The endpoint does not know the model, or serves nothing at this address."""


class RateLimited(ProviderError):
    """The endpoint kept answering that it has had enough requests."""


class QuotaExhausted(RateLimited):
    """The account has no credit or quota left, so waiting does not help."""


class RequestRejected(ProviderError):
    """The endpoint rejected the request for another reason."""


class PromptTooLong(RequestRejected):
    """The request does not fit into what the model can read."""


class EndpointFailed(ProviderError):
    """The endpoint failed, or answered with something that is not the protocol."""


class AnswerError(ProviderError):
    """An answer came and is of no use."""


class Refused(AnswerError):
    """The model declined to answer."""


class CutOff(AnswerError):
    """The answer ended before it was whole; `text` is what came."""

    text: str = ""


def cut_off(message: str, text: str) -> CutOff:
    """The error for an answer of which so much came."""
    error = CutOff(message)
    error.text = text
    return error


class Filtered(AnswerError):
    """A content filter withheld the answer."""


class EmptyAnswer(AnswerError):
    """The answer holds no text."""


class MalformedAnswer(AnswerError):
    """The answer is not JSON, or not of the schema, after every re-ask."""


class PromptTruncated(AnswerError):
    """The endpoint read less than what was sent."""


def printable(text: str) -> str:
    """Somebody else's text for a message: control, bidirectional and other invisible characters escaped."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)
