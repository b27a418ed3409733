"""What became of everything that was proposed: findings, how each item ended, how links are shown, what nothing speaks of."""

from typing import Literal

from pydantic import Field

from summarizer.documents.quotes import Part, Quotes

ItemKind = str
"""Name of a kind of item, as the field declares it: `actor`, `incident` …"""
Key = tuple[ItemKind, int]
"""Which item: its kind and its id."""
Severity = Literal["reject", "warn", "note"]
Disposition = Literal["kept", "rejected", "merged_into", "superseded"]
Shown = Literal["in_clause", "by_chain", "not_shown"]
"""How a link stands in the article: where its item is told; by words that lead there one after the other; not at all."""

UNREAD = "unread"
"""Code of the finding on sentences of a long article for which no answer came; its quotes are the sentences."""


class Finding(Part):
    """What the verifier says of one value or item, in words of its own."""

    check: str = Field(description="Name of the check, as in the table of checks.")
    code: str = Field(description="Stable code of what was found.")
    severity: Severity = Field(description="reject: dropped; warn: kept with a visible mark; note: only told.")
    item: ItemKind | None = Field(description="Kind of the item; null for the document.")
    id: int | None = Field(description="Id of the item; the sentence's number for the document.")
    field: str = Field(default="", description="Path of the value within the item, such as 'targets.0.text'.")
    message: str = Field(description="One fixed sentence; never the extractor's words.")
    quotes: Quotes = Field(default=(), description="The article's words that it is about.")

    @property
    def key(self) -> Key | None:
        """Which item it is on; None where it is on the document."""
        if self.item is None or self.id is None:
            return None
        return self.item, self.id

    def concerns(self, path: str) -> bool:
        """Whether it is on the words at this path of its item: on their field, what holds it, a part of it, or the whole."""
        marked, words = f"{self.field}.", f"{path}."
        return any((marked == ".", words.startswith(marked), marked.startswith(words)))


def about_document(check: str, code: str, message: str, quotes: Quotes = (), *, sentence: int | None = None) -> Finding:
    """A mark on the article or on the answer as a whole, or on one sentence.

    Args:
        check: what found it.
        code: stable, of what was found.
        message: one fixed sentence.
        quotes: the article's words that it is about.
        sentence: number of the sentence, where it is about one, or begins with one.
    """
    return Finding(check=check, code=code, severity="warn", item=None, id=sentence, message=message, quotes=quotes)


class ItemOutcome(Part):
    """How one proposed item ended."""

    item: ItemKind
    id: int
    disposition: Disposition
    into: int | None = Field(default=None, description="The item that it was merged into, or that took its place.")
    because: str = Field(default="", description="Code of the finding that decided it.")

    @property
    def key(self) -> Key:
        """Which item it is of."""
        return self.item, self.id


class Rejected(Part):
    """Text that an extractor proposed and the article lacks. Kept apart; never shown as the article's."""

    item: ItemKind
    id: int
    field: str
    raw: str

    @property
    def key(self) -> Key:
        """Which item it was proposed for."""
        return self.item, self.id


class ShownLink(Part):
    """A link of an item that was kept, and how it stands in the article: a link is the extractor's word until it is shown."""

    item: ItemKind
    id: int
    kind: str = Field(description="What is linked to the item, as the field names it: 'speaker', 'accused' …")
    field: str = Field(description="Path of the link within the item, such as 'speaker' or 'about.0'.")
    shown: Shown = Field(
        description=(
            "in_clause: by its name, in a sentence that tells the item; by_chain: by words that lead there one after the"
            " other; not_shown: a check doubts it, or nothing leads there."
        )
    )
    words: Quotes = Field(default=(), description="The words that show it, as a reader follows them.")

    @property
    def key(self) -> Key:
        """Which item it is of."""
        return self.item, self.id


class Audit(Part):
    """What became of everything that was proposed, and what nothing that was proposed speaks of."""

    outcomes: tuple[ItemOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    uncovered: Quotes = Field(default=(), description="Sentences with telling words that no item cites.")
    rejected_raw: tuple[Rejected, ...] = ()
    links: tuple[ShownLink, ...] = Field(
        default=(), description="Every link of the items in the brief, and how it is shown."
    )
    seal: dict[str, str] | None = Field(
        default=None,
        description=(
            "SHA-256 of each item and of each other field of the brief as the verifier wrote them, by name; what was changed"
            " since does not fit. Null where the verifier did not write it. Anybody can make it anew: no proof of who wrote it."
        ),
    )

    def ended(self, disposition: Disposition) -> tuple[ItemOutcome, ...]:
        """The outcomes of the items that ended so."""
        return tuple(one for one in self.outcomes if one.disposition == disposition)

    def marks(self) -> dict[Key | None, list[Finding]]:
        """What is marked, by the item that it is on."""
        found: dict[Key | None, list[Finding]] = {}
        for finding in filter(lambda one: one.severity == "warn", self.findings):
            found.setdefault(finding.key, []).append(finding)
        return found

    def followed_by(self, more: "Audit") -> "Audit":
        """This audit with what another one tells after it, each thing once; what nothing cites, and links, are that one's."""
        return Audit(
            outcomes=(*self.outcomes, *more.outcomes),
            findings=tuple(dict.fromkeys((*self.findings, *more.findings))),
            uncovered=more.uncovered,
            rejected_raw=tuple(dict.fromkeys((*self.rejected_raw, *more.rejected_raw))),
            links=more.links,
        )
