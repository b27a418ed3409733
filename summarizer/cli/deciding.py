"""`brief review`: what there is to decide of a stored brief, and decisions written into the file beside it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.output import in_color, opened, page_width, prepare_stdout
from summarizer.cli.showing import beside, loaded
from summarizer.cli.sources import spare
from summarizer.cli.writing import called
from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import UsageError, printable
from summarizer.rendering.text import as_text
from summarizer.reviewing import (
    NOTHING_DECIDED,
    Decision,
    Reviews,
    Verdict,
    as_json,
    decision_on,
    load_reviews,
    overlay,
)
from summarizer.reviewing.on_page import labelled, to_decide

if TYPE_CHECKING:
    from summarizer.pointing.audit import Key
    from summarizer.rendering.page import Page
    from summarizer.schemas.brief import UnverifiedBrief


@dataclass(frozen=True)
class Wanted:
    """What is decided, by the labels of entries.

    Attributes:
        correct: pairs of label and `field=value`.
        annotate: pairs of label and words.
        by: who decides; None where nobody is named.
    """

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    correct: tuple[tuple[str, str], ...] = ()
    annotate: tuple[tuple[str, str], ...] = ()
    undo: tuple[str, ...] = ()
    tidy: bool = False
    note: str = ""
    by: str | None = None

    @property
    def decides(self) -> bool:
        """Whether anything is decided, or taken back."""
        return any((self.accept, self.reject, self.correct, self.annotate, self.undo, self.tidy))


@dataclass(frozen=True)
class _Desk:
    """A brief with the labels of its entries, and who sits before it."""

    brief: "UnverifiedBrief"
    page: "Page"
    by: str
    on: date
    where: str

    def key(self, label: str) -> "Key":
        """The item that an entry is of."""
        found = {label: key for key, label in labelled(self.page).items()}
        if label not in found:
            raise UsageError(f"{self.where}: there is no entry {printable(label)}; without a decision they are listed")
        return found[label]

    def decision(self, label: str, verdict: Verdict, note: str, corrections: list[str]) -> tuple[str, Decision]:
        """A decision on the item of an entry, and the line that tells of it."""
        key = self.key(label)
        made = decision_on(self.brief, key, verdict, by=self.by, on=self.on, note=note, corrections=corrections)
        return f"{label} {verdict}", made

    def decisions(self, wanted: Wanted) -> Iterator[tuple[str, Decision]]:
        """Every decision that is wanted; several corrections of one entry are one."""
        for label in wanted.accept:
            yield self.decision(label, "accepted", wanted.note, [])
        for label in wanted.reject:
            yield self.decision(label, "rejected", wanted.note, [])
        corrections: defaultdict[str, list[str]] = defaultdict(list)
        for label, correction in wanted.correct:
            corrections[label].append(correction)
        for label, several in corrections.items():
            yield self.decision(label, "corrected", wanted.note, several)
        for label, words in wanted.annotate:
            yield self.decision(label, "annotated", words, [])


def review(stored: str, source: str, reviews: Path | None, wanted: Wanted) -> None:
    """Write decisions down; where there are none, list what there is to decide.

    Args:
        stored: path of the JSON of one brief.
        source: the article that it is of.
        reviews: the file of the decisions; None for the one beside the brief.
        wanted: what is decided.

    Raises:
        UsageError: nobody is named who decides, there is no such entry, or the file would be written over another.
        SourceError: the brief, its article or the file cannot be read.
    """
    path = reviews or beside(stored)
    spare(path, [stored, source], "--reviews")
    if wanted.note and not (wanted.accept or wanted.reject or wanted.correct):
        raise UsageError(
            "--note says why something is accepted, rejected or corrected: give one of these, or --annotate"
        )
    if wanted.decides and not (wanted.by or "").strip():
        raise UsageError('say who decides: --by "NAME", or BRIEF_REVIEWER')
    brief, document = loaded(stored, source)
    page = CONFLICT.compose(brief, document, called(source))
    kept = load_reviews(path) if path.exists() else NOTHING_DECIDED
    prepare_stdout(for_machines=False)
    if not wanted.decides:
        told = as_text(to_decide(page, overlay(kept, brief)), page_width(None), in_color(None))
        with opened(None) as write:
            write(told)
        return
    desk = _Desk(brief, page, (wanted.by or "").strip(), datetime.now().astimezone().date(), stored)
    told, after = _decided(kept, desk, wanted)
    with opened(path) as write:
        write(as_json(after))
    with opened(None) as write:
        write(f"{path}: {told}\n")


def _decided(kept: Reviews, desk: _Desk, wanted: Wanted) -> tuple[str, Reviews]:
    """What was done, in words, and every decision of the file afterwards."""
    told = []
    for label in wanted.undo:
        kept = kept.without([_last_own(kept, desk, label)])
        told.append(f"{label} taken back")
    for line, made in desk.decisions(wanted):
        kept = kept.followed_by(made)
        told.append(line)
    if wanted.tidy:
        aside = [one.decision for one in overlay(kept, desk.brief).set_aside]
        kept = kept.without(aside)
        told.append(f"{len(aside)} set aside taken out")
    return ", ".join(told), kept


def _last_own(kept: Reviews, desk: _Desk, label: str) -> Decision:
    """The last decision of one's own on an entry."""
    standing = overlay(kept, desk.brief).standing.get(desk.key(label))
    own = [one for one in (standing.decisions if standing else ()) if one.by == desk.by]
    if not own:
        raise UsageError(f"{desk.where}: no decision of {printable(desk.by)} stands on {label}")
    return own[-1]
