"""The command with small batches, so that a kill finds many places: `python -m tests.batch_driver submit …`."""

import sys
from functools import partial

from summarizer.batch import FileLimits, collecting, settling
from summarizer.cli import batching
from summarizer.cli.command import run

if __name__ == "__main__":
    settling.GRACE = 1.0
    collecting.LINES_AT_ONCE = 3
    batching.submit_all = partial(batching.submit_all, limits=FileLimits(requests=7))
    sys.exit(run(["batch", *sys.argv[1:]]))
