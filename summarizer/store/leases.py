"""Who works on which article: a lease holds for a while by the machine's own clock, and no longer than its holder lives.

Processes that share a store run on one machine, so they share its monotonic clock; the time of day plays no part.
"""

import os
import uuid
from dataclasses import dataclass
from pathlib import Path

LEASE = 60.0
"""Seconds that a lease holds unless it is renewed."""


@dataclass(frozen=True)
class Holder:
    """Who holds a lease.

    Attributes:
        space: the process space (of a container) in which `pid` means something.
        pid: of its process.
        started: when that process began, in ticks since the machine started; empty where it cannot be told.
        token: tells two stores apart that one process has open.
    """

    space: str
    pid: int
    started: str
    token: str

    def __str__(self) -> str:
        return f"{self.space} {self.pid} {self.started} {self.token}"

    @classmethod
    def read(cls, written: str) -> "Holder":
        """The holder that was written so."""
        space, pid, started, token = written.split(" ")
        return cls(space, int(pid), started, token)

    @classmethod
    def new(cls) -> "Holder":
        """This process."""
        pid = os.getpid()
        return cls(_space(), pid, _started(pid), uuid.uuid4().hex[:12])

    @property
    def is_gone(self) -> bool:
        """Whether its process is known to have ended; one of another container, or of another system, is not known of."""
        return bool(self.started) and self.space == _space() and self.started != _started(self.pid)


def holds(until: float, now: float) -> bool:
    """Whether a lease still holds; one from before the machine was started again does not."""
    return 0 < until - now <= LEASE


def _space() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return "-"


def _started(pid: int) -> str:
    """When a process began; empty where there is none, where it has ended but was not waited for, and where none can be told."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *fields = stat.rpartition(")")[2].split()
    return "" if state in "ZX" else fields[18]
