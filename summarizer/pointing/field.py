"""What a field of use hands to the kernel: its types, instructions, checks, derivation and wording, as one object.

The kernel knows documents, pointing, asking, recording and pages. What the items are, and what follows from them, is the
field's: conflict news is one (`summarizer.conflict.assembled`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quotes
from summarizer.pointing.audit import Finding, ItemKind, Key, ShownLink
from summarizer.pointing.briefs import Policy, StoredBrief
from summarizer.pointing.check import Check, Code
from summarizer.pointing.dropping import Rejections, Rule
from summarizer.pointing.located import AnItem, AnyItems

if TYPE_CHECKING:  # what only those need who ask a model or write a page
    from summarizer.asking.forms import Form
    from summarizer.asking.prompt import Prompt
    from summarizer.asking.second_opinion import Proposition
    from summarizer.asking.stitching import Continuation
    from summarizer.regression.telling import Telling
    from summarizer.rendering.formats import Format
    from summarizer.rendering.page import Page
    from summarizer.store.tables import Tables

Mend = Callable[[Any, Quotes, Any], dict[str, Any]]
"""What a mark makes of an item: from the item, the words of the mark, and all items, the fields that change."""


@dataclass(frozen=True)
class Checked(Generic[AnyItems]):
    """Items in which the checks find nothing more to drop.

    Attributes:
        items: as they were located, in plain characters.
        settled: the same, with what the field settles by table before it checks.
        links: how each of their links is shown.
    """

    items: AnyItems
    settled: AnyItems
    links: tuple[ShownLink, ...] = ()


class Assessed(Protocol):
    """Checked items with all that is derived of them."""

    def unsaid(self) -> Rejections:
        """Items that nothing which was kept carries, each with the code of why it is dropped."""

    def lists(self) -> Mapping[str, tuple[AnItem, ...]]:
        """The lists of the brief, by name."""


def _stands(kind: ItemKind, item: AnItem, kept: Any) -> None:
    """No rule of its own."""


def _nothing(*_: Any) -> tuple[()]:
    return ()


def _whole(draft: Part, document: Document) -> Part:
    return draft


def _no_disagreement(brief: Any) -> Mapping[Key, str]:
    return {}


def _as_it_is(items: Any) -> Any:
    return items


@dataclass(frozen=True)
class Field(Generic[AnyItems]):
    """One field of use.

    An article's way through it: `instructions` are sent, and the answer is a `draft`; its mentions are located (`items`).
    Then, in rounds until nothing changes: `settle`, `checks`, what they reject goes and what rested on it (`rule`), `mends`,
    `merges`. What is left is assessed (`assess`), and what nothing carries goes (`Assessed.unsaid`), in which case the rounds
    go on. At the end `lost`, `uncovered` and `about_document` are told of, and the `brief` is made of `Assessed.lists`.

    What only some callers need (`compose`, `instructions`, `continuation`, `telling`, `extractors`, `tables`) is a function that gives
    it, so that the others do not load it.

    Attributes:
        name: what it is called.
        draft: what an extractor may say: a model whose fields are lists of items (`summarizer.pointing.roles`).
        stored: a brief as it stands in a file; `brief`: one that the verifier made.
        items: the located items of one article.
        checks: the table of checks, in the order in which they run.
        assess: what is derived of checked items, under a policy.
        compose: (brief, document, name of the article) → page.
        instructions: what a model is told.
        form: how drafts travel to a model and back.
        disagreements: items of a brief of which the reader judges otherwise than its record shows, and what is asked.
        complete: a draft with what goes unsaid where it travels.
        extractors: who reads without a model, by name, each made when it is asked for: Document → draft.
        continuation: how items are told from window to window of a long article.
        telling: what items are called where it is told how a brief has changed.
        propositions: what each kept item comes to, for a second opinion: from a brief and its document.
        settle: what tables settle before the checks run.
        rule: why an item cannot stand beside what is kept, beyond what its roles say.
        mends: marks on account of which an item is changed, by their codes.
        merges: items that say again what another one says: kind, id, and the id that it goes into.
        links: how the links of checked items are shown: from the settled items, and what the checks say of them.
        about_document: what is to be said of the article itself.
        uncovered: sentences that an item should cite, and none does.
        lost: what is told of items that are left, when others are not: from the located items, those left, and where
            merged ones went.
        codes: what `rule`, `unsaid` and `lost` find, beside `dropping.CODES`.
        formats: ways to write a brief out that only this field has.
        tables: the flat tables that a store has of its briefs, and the views on them; None where it has none.
    """

    name: str
    draft: type[Part]
    stored: type[StoredBrief]
    brief: type[StoredBrief]
    items: type[AnyItems]
    checks: tuple[Check, ...]
    assess: Callable[[Checked[AnyItems], Policy], Assessed]
    compose: "Callable[[Any, Document, str], Page]"
    instructions: "Callable[[], Prompt]"
    form: "Callable[[], Form]"
    continuation: "Callable[[], Continuation]"
    telling: "Callable[[], Telling]"
    extractors: Mapping[str, Callable[[], Callable[[Document], Part]]] = field(default_factory=dict)
    propositions: "Callable[[Any, Document], Iterable[Proposition]]" = _nothing
    complete: Callable[[Any, Document], Part] = _whole
    disagreements: Callable[[Any], Mapping[Key, str]] = _no_disagreement
    settle: Callable[[AnyItems], AnyItems] = _as_it_is
    rule: Rule = _stands
    mends: Mapping[str, Mend] = field(default_factory=dict)
    merges: Callable[[AnyItems], Iterable[tuple[ItemKind, int, int]]] = _nothing
    links: Callable[[AnyItems, Sequence[Finding]], tuple[ShownLink, ...]] = _nothing
    about_document: Callable[[Document], tuple[Finding, ...]] = _nothing
    uncovered: Callable[[AnyItems], Quotes] = _nothing
    lost: Callable[[AnyItems, AnyItems, Mapping[Key, int]], Iterable[Finding]] = _nothing
    codes: dict[str, Code] = field(default_factory=dict)
    formats: "tuple[Format, ...]" = ()
    tables: "Callable[[], Tables] | None" = None

    @cached_property
    def beyond_repair(self) -> frozenset[str]:
        """Codes of what no other words would mend."""
        return frozenset(code for check in self.checks for code, found in check.codes.items() if not found.mendable)

    @property
    def lists(self) -> Mapping[ItemKind, str]:
        """Each kind of item, and the name of its list in a draft and in a brief."""
        return self.items.lists
