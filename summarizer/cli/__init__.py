"""`brief`, the command: options, exit codes, progress, and nothing else."""

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]

GARBAGE_THRESHOLD = 200_000
"""New objects after which cycles are looked for. What is imported stays: by Python's 700, a tenth of a run went into that."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its code.

    Args:
        args: what stands after `brief` on the command line; by default the process's own.
    """
    gc.set_threshold(GARBAGE_THRESHOLD)
    try:
        from summarizer.cli.command import run

        code = run(args)
    except KeyboardInterrupt:  # before, or after, anything of ours could answer it
        code = 130
    gc.freeze()  # the interpreter would look through all that was imported twice more before it ends
    sys.exit(code)
