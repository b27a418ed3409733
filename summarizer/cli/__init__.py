"""`brief`, the command: options, exit codes, progress, and nothing else."""

import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with its code.

    Args:
        args: what stands after `brief` on the command line; by default the process's own.
    """
    try:
        from summarizer.cli.command import run

        code = run(args)
    except KeyboardInterrupt:  # before, or after, anything of ours could answer it
        code = 130
    sys.exit(code)
