"""A page with what people decided: at each entry, in a line at its head, and what is set aside at its end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from summarizer.pointing.audit import Key
from summarizer.rendering.page import (
    Entry,
    EntryTag,
    Page,
    Phrase,
    Row,
    Section,
    foreign,
    joined,
    led,
    phrase,
    quoted_parts,
    strong,
)
from summarizer.reviewing.decisions import Decision
from summarizer.reviewing.overlaying import Overlay, Reviewed, SetAside, grouped

ASIDE = "REVIEWS SET ASIDE"
UNDECIDED = Row("", phrase("not reviewed"))


def shown_on(page: Page, over: Overlay) -> Page:
    """A page with decisions.

    Args:
        page: of a brief, whose entries say of which item they are.
        over: the decisions as they lie over that brief.

    Returns:
        The page with a row for each decision that stands, a tag for the one that counts, and a section for those set aside.
    """
    labels = labelled(page)
    sections = [replace(one, entries=tuple(_entry(entry, over) for entry in one.entries)) for one in page.sections]
    aside = tuple(Row("", _aside(one, labels)) for one in over.set_aside)
    if aside:
        sections.append(Section(ASIDE, notes=aside))
    return replace(page, header=(*page.header, *_head(labels, over)), sections=tuple(sections))


def to_decide(page: Page, over: Overlay) -> Page:
    """The entries of a page alone, by their headings, each with what was decided, or that nothing was.

    Args:
        page: of a brief, whose entries say of which item they are.
        over: the decisions as they lie over that brief.
    """
    labels = labelled(page)
    decided = over.standing.keys() & labels.keys()
    short = phrase(f"{len(decided)} of {len(labels)} entries reviewed.")
    with_entries = filter(lambda section: section.entries, page.sections)
    sections = tuple(_bare(section, over) for section in with_entries)
    return shown_on(replace(page, header=page.header[:1], short=short, sections=sections), over)


def labelled(page: Page) -> Mapping[Key, str]:
    """The label of the entry of each item that has one.

    Args:
        page: of a brief.
    """
    entries = chain.from_iterable(section.entries for section in page.sections)
    return {entry.item: entry.label for entry in entries if entry.item}


def _bare(section: Section, over: Overlay) -> Section:
    """A section with nothing but the headings of its entries, and where nothing was decided."""

    def bare(entry: Entry) -> Entry:
        return replace(entry, rows=() if entry.item in over.standing else (UNDECIDED,))

    return Section(section.title, tuple(map(bare, section.entries)))


def _entry(entry: Entry, over: Overlay) -> Entry:
    """An entry with what was decided on its item."""
    if entry.item is None or entry.item not in over.standing:
        return entry
    reviewed = over.standing[entry.item]
    rows = (Row(_label(one, reviewed), _told(one)) for one in reviewed.decisions)
    tag = EntryTag("Review", reviewed.counts.verdict)
    return replace(entry, rows=(*entry.rows, *rows), tags=(*entry.tags, tag))


def _label(decision: Decision, reviewed: Reviewed) -> str:
    """What a decision is called beside others: a note, the one that counts, one before it."""
    if decision.verdict == "annotated":
        return "Note"
    return "Reviewed" if decision == reviewed.counts else "Earlier"


def _told(decision: Decision) -> Phrase:
    """What was decided, by whom and when; the name and the note are somebody's own words."""
    says = led(": ", phrase(foreign(decision.says)))
    return phrase(f"{decision.verdict} by ", foreign(decision.by), f" on {decision.on.isoformat()}", says)


def _aside(one: SetAside, labels: Mapping[Key, str]) -> Phrase:
    """A decision that is set aside, and why: by the entries that its item may have become, and its words."""
    may_be = filter(None, map(labels.get, one.items))
    words = quoted_parts(((quote.text, None) for quote in one.decision.words), " […] ")
    called = joined(" ", (strong(" or ".join(may_be)), words))
    fields = led(". Not as it was: ", joined(", ", map(foreign, one.fields)))
    return phrase(called, f": {one.why} ", _told(one.decision), fields, ". The decision is set aside.")


def _head(labels: Mapping[Key, str], over: Overlay) -> Iterator[Phrase]:
    """That somebody decided on entries, for whoever reads no further than the head."""
    decided: Iterable[Key] = filter(labels.__contains__, over.standing)
    by_verdict = grouped((over.standing[key].counts.verdict, labels[key]) for key in decided)
    told = [phrase(f"{verdict} {', '.join(several)}") for verdict, several in by_verdict.items()]
    if told:
        yield phrase("REVIEWED BY HAND: ", joined("; ", told), ". The brief itself is as derived.")
