"""The windows of a long article: what a later one is told of the earlier ones, and their drafts as one.

Joined here is what the field can tell to be one by its words alone (`Continuation`), since what a window links something
to depends on where it begins. Whatever else two windows propose alike stays two proposals until the checks are through:
then duplicates are merged by the article's words, as within one draft.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quotes
from summarizer.pointing.audit import ItemKind, ItemOutcome, Key
from summarizer.pointing.grounding import Index, ground
from summarizer.pointing.located import Located
from summarizer.pointing.merging import filled
from summarizer.pointing.roles import Item, Mention, redirected

RECORDED = 1000
"""What is added to the ids of recorded items where a later window is told of them: its own count from 1."""
NOBODY = 0
"""Where a reference leads that no item answers: to an id that none has."""

Proposal = Item[Mention]
Recognise = Callable[[Proposal], int | None]
"""The id of the earlier item that a proposal is, or None."""


@dataclass(frozen=True)
class Continuation:
    """How a field tells items from window to window.

    Attributes:
        told: by kind, the words that tell an item from others; nothing where it has none, or need not be known. A kind
            that does not stand here is not told.
        same: by kind, what makes earlier items recognisable in an answer; from these items and the article, made ready.
        added: by kind, an earlier item with what a further telling adds; `merging.filled` for the others.
        throughout: kinds whose items are needed wherever one looks again.
    """

    told: Mapping[ItemKind, Callable[[Any], str]] = field(default_factory=dict)
    same: Mapping[ItemKind, Callable[[Sequence[Any], Index], Recognise]] = field(default_factory=dict)
    added: Mapping[ItemKind, Callable[[Any, Any], Proposal]] = field(default_factory=dict)
    throughout: frozenset[ItemKind] = frozenset()


@dataclass(frozen=True)
class Joined:
    """The drafts of the windows so far as one; `outcomes` tells of items that were joined to an earlier one."""

    draft: Part
    outcomes: tuple[ItemOutcome, ...] = ()


# --- what a later window is told ------------------------------------------------------------------


def recorded(draft: Part, document: Document, form: type[Located], how: Continuation) -> str:
    """What is recorded of the windows so far, an item a line, in the order of their ids.

    Every word is the article's own, looked up there; what was not found is left out, and so is a line that says what
    one before it says.

    Args:
        draft: of all windows so far.
        document: the article.
        form: the class of the field's located items.
        how: which kinds are told, and in which words.

    Returns:
        A line for each item, under its id plus `RECORDED`; "(nothing)" where there is none.
    """
    lines: dict[str, str] = {}
    for kind, item in ground(draft, document, form).items.all():
        told = how.told[kind](item) if kind in how.told else ""
        if told:
            lines.setdefault(f"{kind} {told}", f"{kind} {RECORDED + item.id}: {told}")
    return "\n".join(lines.values()) or "(nothing)"


def told_words(quotes: Quotes) -> str:
    """The article's words, each stretch of one sentence with its number; on one line, so that none imitates another."""
    stretches = []
    for sentence, group in groupby(quotes, key=lambda quote: quote.sentence):
        words = ", ".join(f"“{' '.join(quote.text.split())}”" for quote in group)
        stretches.append(f"{words} ({sentence})")
    return ", ".join(stretches)


# --- one draft of several -------------------------------------------------------------------------


def joined(
    before: Joined, answer: Part, document: Document, lists: Mapping[ItemKind, str], how: Continuation
) -> Joined:
    """The drafts so far with what a further window proposes, under ids that go on from theirs.

    Args:
        before: what the windows before it gave.
        answer: of this window: its own items under its own ids, those it was told of under theirs.
        document: the article, in which descriptions are looked up.
        lists: the names of a draft's lists by kind.
        how: how items are told from window to window.
    """
    way = _way(before, answer, Index.of(document), lists, how)
    items: dict[str, list[Proposal]] = {}
    outcomes = list(before.outcomes)
    for kind, name in lists.items():
        items[name] = list(getattr(before.draft, name))
        earlier = {item.id: place for place, item in reversed(list(enumerate(items[name])))}
        for proposed in getattr(answer, name):
            item = redirected(proposed, way.follow).model_copy(update={"id": way.follow(kind, proposed.id)})
            if item.id in earlier:
                place = earlier[item.id]
                items[name][place] = how.added.get(kind, filled)(items[name][place], item)
                outcomes.append(_merged(kind, way.own[kind, proposed.id], item.id))
            else:
                items[name].append(item)
    return Joined(type(answer)(**items), tuple(outcomes))


def _merged(kind: ItemKind, number: int, into: int) -> ItemOutcome:
    return ItemOutcome(item=kind, id=number, disposition="merged_into", into=into, because="duplicate")


@dataclass(frozen=True)
class _Way:
    """Where each id of a window's answer leads: to an earlier item, or to a new id."""

    told: frozenset[Key]
    """The earlier items that the window was told of, whether or not they had words to show."""
    own: Mapping[Key, int]
    into: dict[Key, int] = field(default_factory=dict)
    """The earlier items that some of its own were recognised as."""

    def follow(self, kind: ItemKind, number: int) -> int:
        """The id in the joined draft of what the answer calls by this one."""
        if (kind, number - RECORDED) in self.told:
            return number - RECORDED
        return self.into.get((kind, number), self.own.get((kind, number), NOBODY))


def _way(before: Joined, answer: Part, index: Index, lists: Mapping[ItemKind, str], how: Continuation) -> _Way:
    """Number what the answer lists, and find which of it is an earlier item."""
    own: dict[Key, int] = {}
    for kind, name in lists.items():
        taken = [item.id for item in getattr(before.draft, name)]
        taken += [outcome.id for outcome in before.outcomes if outcome.item == kind]
        listed = dict.fromkeys(item.id for item in getattr(answer, name))
        own |= {(kind, number): new for new, number in enumerate(listed, max(taken, default=0) + 1)}
    told = frozenset((kind, item.id) for kind in how.told for item in getattr(before.draft, lists[kind]))
    way = _Way(told, own)
    for kind, known in how.same.items():
        recognise = known(getattr(before.draft, lists[kind]), index)
        for proposed in getattr(answer, lists[kind]):
            same = recognise(redirected(proposed, way.follow))
            if same is not None:
                way.into.setdefault((kind, proposed.id), same)
    return way
