"""What is worked out of something once, and kept with it for as long as it is kept itself."""

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar, cast

Result = TypeVar("Result")


class Remembering:
    """Something that never changes, and keeps what others work out of it."""

    def worked_out(self, work: Callable[..., Result], *about: Hashable) -> Result:
        """What a function makes of this, made once and kept.

        Args:
            work: a function of this, and of what it is asked about; what it gave is found again by these.
            about: what it is asked about.
        """
        asked = (work, *about)
        if asked not in self._worked_out:
            self._worked_out[asked] = work(self, *about)
        return cast("Result", self._worked_out[asked])

    @cached_property
    def _worked_out(self) -> dict[Any, Any]:
        return {}
