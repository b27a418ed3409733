"""What the package logs, on standard error: one line each."""

import logging

from summarizer.cli.progress import say

LEVELS = (logging.WARNING, logging.INFO, logging.DEBUG)
"""By how often -v is given; more counts as the last."""


class _Lines(logging.Handler):
    """Writes each record as one line."""

    def emit(self, record: logging.LogRecord) -> None:
        say(f"{record.name.removeprefix('summarizer.')}: {record.getMessage()}")


def show(verbosity: int) -> None:
    """Show what this package logs, and nobody else: other libraries log headers and bodies.

    Args:
        verbosity: how often -v was given.
    """
    log = logging.getLogger("summarizer")
    log.setLevel(LEVELS[min(verbosity, len(LEVELS) - 1)])
    log.handlers = [_Lines()]
    log.propagate = False


def is_verbose() -> bool:
    """Whether -v was given."""
    return logging.getLogger("summarizer").isEnabledFor(logging.INFO)
