"""Exit codes: what each means, which error leads to which, and which counts where sources end differently."""

from collections.abc import Iterable
from enum import IntEnum

from summarizer.errors import (
    BriefError,
    BudgetSpent,
    NoExtractorError,
    NotSent,
    ProviderError,
    Stopped,
    StoreError,
    UsageError,
)


class Exit(IntEnum):
    """The code that the command ends with."""

    WELL = 0
    SOURCE_FAILED = 1
    USAGE = 2
    PROVIDER_FAILED = 3
    NOTHING_KEPT = 4
    DOES_NOT_HOLD = 5
    CHANGED = 6
    BUDGET_SPENT = 7
    BELOW_FLOOR = 8
    PARTLY_READ = 9
    BUG = 70
    INTERRUPTED = 130
    NOBODY_READS = 141


MEANING: dict[Exit, str] = {
    Exit.WELL: "All well; an article with nothing relevant in it included.",
    Exit.SOURCE_FAILED: "A source could not be read, or its cassette does not fit it.",
    Exit.USAGE: "Bad usage: an option, the configuration, a missing model or key, an output that cannot be written.",
    Exit.PROVIDER_FAILED: "The endpoint or the model failed.",
    Exit.NOTHING_KEPT: "The model proposed items, and none of them survived verification.",
    Exit.DOES_NOT_HOLD: "A stored brief does not hold against its article (brief verify).",
    Exit.CHANGED: "A recorded article gives another brief than the accepted one (brief check).",
    Exit.BUDGET_SPENT: "What --max-tokens or --max-cost allows was spent before every source was asked about.",
    Exit.BELOW_FLOOR: "A figure is below its floor, or the gold answers are others (brief eval).",
    Exit.PARTLY_READ: "Part of an article, or of an answer, did not come; the brief is of the rest, and says so.",
    Exit.BUG: "A bug of this program.",
    Exit.INTERRUPTED: "Interrupted with Ctrl-C.",
    Exit.NOBODY_READS: "Whoever read the output stopped reading.",
}

GRAVITY = (
    Exit.WELL,
    Exit.NOTHING_KEPT,
    Exit.BELOW_FLOOR,
    Exit.CHANGED,
    Exit.BUDGET_SPENT,
    Exit.PARTLY_READ,
    Exit.SOURCE_FAILED,
    Exit.PROVIDER_FAILED,
    Exit.BUG,
    Exit.INTERRUPTED,
)
"""How a single source may end, from the least grave to the gravest."""

BY_ERROR: tuple[tuple[type[BriefError], Exit], ...] = (
    (UsageError, Exit.USAGE),
    (NoExtractorError, Exit.USAGE),
    (StoreError, Exit.USAGE),
    (BudgetSpent, Exit.BUDGET_SPENT),
    (Stopped, Exit.INTERRUPTED),
    (NotSent, Exit.PROVIDER_FAILED),
    (ProviderError, Exit.PROVIDER_FAILED),
    (BriefError, Exit.SOURCE_FAILED),
)
"""Read from the top; the last row takes every other error of the package."""


def exit_of(error: BriefError) -> Exit:
    """The code for an error.

    Args:
        error: one of the package's own; each has a code.
    """
    return next(code for kind, code in BY_ERROR if isinstance(error, kind))


def gravest(codes: Iterable[Exit]) -> Exit:
    """The code for a run whose sources ended with these.

    Args:
        codes: how each source ended; all went well where there are none.
    """
    return max(codes, key=GRAVITY.index, default=Exit.WELL)
