"""Decisions laid over a brief: which items they stand on, and which are set aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, filterfalse, islice, product
from typing import TypeVar

from summarizer.documents.quotes import Quotes
from summarizer.pointing.audit import Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import items_in
from summarizer.reviewing.contents import contents, telling_words
from summarizer.reviewing.decisions import Decision, Reviews

MOST_NAMED = 5
"""Items that are named of those that one which was decided on may have become."""

AnyKey = TypeVar("AnyKey")
AnyValue = TypeVar("AnyValue")

CHANGED, GONE, OTHER_TEXT = "changed since it was", "no longer in the brief, was", "of another text, was"


@dataclass(frozen=True)
class Reviewed:
    """The decisions that stand on one item, in the order in which they were made."""

    decisions: tuple[Decision, ...]

    @property
    def counts(self) -> Decision:
        """The last that is more than a note; where there is none, the last note."""
        return max(self.decisions, key=lambda one: (one.verdict != "annotated", self.decisions.index(one)))

    @property
    def columns(self) -> Mapping[str, str]:
        """That decision as exports have it."""
        last = self.counts
        return {
            "review": last.verdict,
            "reviewed_by": last.by,
            "reviewed_on": last.on.isoformat(),
            "review_note": last.says,
        }


@dataclass(frozen=True)
class SetAside:
    """A decision that stands on nothing in this brief.

    Attributes:
        why: in words of ours that go on with what was decided.
        items: those that share words with what was decided on, and say something else; of many the first.
        fields: paths of the fields of which each of them says something else.
    """

    decision: Decision
    why: str
    items: tuple[Key, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overlay:
    """Decisions as they lie over one brief."""

    standing: Mapping[Key, Reviewed] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()

    @property
    def columns(self) -> Mapping[Key, Mapping[str, str]]:
        """The decision that counts on each item, as exports have it."""
        return {key: reviewed.columns for key, reviewed in self.standing.items()}


def overlay(reviews: Reviews, brief: StoredBrief) -> Overlay:
    """Lay decisions over a brief.

    A decision stands on an item that says what it said when it was decided on, whatever its number. One by somebody who has
    decided anew on what became of the item is told no more.

    Args:
        reviews: of this article, or any.
        brief: of whatever field.
    """
    if not reviews.decisions:
        return Overlay()
    now = contents(brief)
    alike = grouped(((brief.source.sha256, key[0], frozenset(now[key].items())), key) for key in now)
    standing = grouped((key, one) for one in reviews.decisions for key in alike.get(one.made_on, ()))
    stale = filterfalse(lambda one: one.made_on in alike, reviews.decisions)
    called = {(kind, item.id): telling_words(item) for kind, item in items_in(brief)}
    aside = (_set_aside(decision, brief.source.sha256, now, called) for decision in stale)
    return Overlay(
        standing={key: Reviewed(tuple(decisions)) for key, decisions in standing.items()},
        set_aside=tuple(filterfalse(partial(_decided_anew, standing), aside)),
    )


def _set_aside(
    decision: Decision, article: str, now: Mapping[Key, Mapping[str, str]], called: Mapping[Key, Quotes]
) -> SetAside:
    """A decision on an item that says something else now, or is gone, or is of another text.

    Args:
        decision: on this text or another.
        article: SHA-256 of this one.
        now: what the items of the brief say, as `contents` gives it.
        called: what they are called.
    """
    if decision.article != article:
        return SetAside(decision, OTHER_TEXT)
    sharing = (key for key, words in called.items() if _may_be(decision, key[0], words))
    there = tuple(islice(sharing, MOST_NAMED))
    if not there:
        return SetAside(decision, GONE)
    others = (dict(now[key].items() ^ decision.fields.items()).keys() for key in there)
    return SetAside(decision, CHANGED, there, tuple(sorted(frozenset.intersection(*map(frozenset, others)))))


def _may_be(decision: Decision, kind: str, words: Quotes) -> bool:
    """Whether what was decided on may have become an item of this kind, which is called so."""
    return kind == decision.item and any(one.overlaps(other) for one, other in product(decision.words, words))


def _decided_anew(standing: Mapping[Key, list[Decision]], aside: SetAside) -> bool:
    """Whether whoever made a decision made one, too, that stands on what became of its item."""
    later = chain.from_iterable(standing.get(key, ()) for key in aside.items)
    return aside.decision.by in (one.by for one in later)


def grouped(pairs: Iterable[tuple[AnyKey, AnyValue]]) -> dict[AnyKey, list[AnyValue]]:
    """Values by their keys, in the order in which they come."""
    found: dict[AnyKey, list[AnyValue]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
