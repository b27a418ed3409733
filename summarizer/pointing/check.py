"""What a check is: a named function from one item to findings, with its place in the table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from summarizer.documents.quotes import Quotes
from summarizer.pointing.audit import Finding, ItemKind, Severity
from summarizer.pointing.located import AnItem, Located


@dataclass(frozen=True)
class Code:
    """One thing that a check can find: how grave it is, the fixed sentence that says so, and whether other words mend it."""

    severity: Severity
    message: str
    mendable: bool = True


@dataclass(frozen=True)
class Check:
    """A row of the table of checks.

    `run(item, items)` yields findings made with `found`. It is pure: it reads the item, the other
    items and the document, and nothing else. A finding of severity `reject` drops the value at its
    field, or the whole item where the field is empty or essential.
    """

    name: str
    reason: str
    applies_to: tuple[ItemKind, ...]
    codes: dict[str, Code]
    run: Callable[[Any, Any], Iterable["Found"]]

    def findings(self, kind: ItemKind, item: AnItem, items: Located) -> Iterable[Finding]:
        """Run the check on one item and word what it found.

        Args:
            kind: of the item, one of those that the check applies to.
            item: in plain characters, as `plain` gives it.
            items: all of them, in plain characters too.

        Returns:
            A finding for each thing found; its quotations point into the plain document.
        """
        for found in self.run(item, items):
            code = self.codes[found.code]
            yield Finding(
                check=self.name,
                code=found.code,
                severity=code.severity,
                item=kind,
                id=item.id,
                field=found.field,
                message=code.message,
                quotes=found.quotes,
            )


@dataclass(frozen=True)
class Found:
    """What a check's function yields: a code of its own, the field concerned, the words concerned."""

    code: str
    field: str = ""
    quotes: Quotes = ()
