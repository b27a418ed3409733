"""What must never be in a brief, whatever was proposed: looked for in briefs; and how far a status rose."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.items import KINDS
from summarizer.conflict.wording.phrasing import ACCUSED_SIDE, RELATION
from summarizer.conflict.wording.statement_rows import rows_on
from summarizer.conflict.wording.view import View
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pipeline import render
from summarizer.pointing.grounding import resolve
from summarizer.pointing.roles import Mention, quotes_in
from summarizer.schemas import declared
from summarizer.schemas.brief import Brief, Incident, UnverifiedBrief
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import Occurrence


def lacking(brief: Brief, document: Document) -> list[str]:
    """Quotations of the brief, its audit included, that do not stand in the article where they say."""
    parts = [*(item for name in KINDS.values() for item in getattr(brief, name)), brief.audit, brief.source]
    return [quote.text for part in parts for _, quote in quotes_in(part) if not resolve(quote, document)]


NOT_STATED = "not stated in the article"


def unmarked(brief: Brief, document: Document) -> list[str]:
    """Affiliations and relations without evidence that the page does not show as not stated."""
    view = View(brief, document)
    told = [(f"affiliations of actor {actor.id}", sum(not link.evidence for link in actor.affiliations),
             _text(view.affiliations(actor)).count(f": {NOT_STATED}")) for actor in brief.actors]  # fmt: skip
    for incident in (one for group in view.groups.values() for one in group):
        rows = _text(row.body for row in rows_on(view, incident))
        for relation, phrase in RELATION.items():
            wanted = sum(_unshown(said, incident, relation) for said in view.statements_on(incident))
            told.append((f"{relation} to incident {incident.id}", wanted, _shown_as(phrase, relation, rows)))
    links = sum(wanted for _, wanted, _ in told)
    page = render(brief, document, "markdown") if links else ""
    return [place for place, wanted, shown in told if shown < wanted] + ["page"] * (
        links > 0 and NOT_STATED not in page
    )


def _shown_as(phrase: str, relation: str, rows: str) -> int:
    """How often the relation stands there as not stated; one who has claimed nothing is the "side accused"."""
    names = (phrase, ACCUSED_SIDE) if relation.startswith("perpetrator") else (phrase,)
    return sum(rows.count(f"({name}: {NOT_STATED})") for name in names)


def _unshown(said: Any, incident: Incident, relation: str) -> bool:
    """Whether the statement has this relation without evidence; a claim shows itself, and so does the outlet."""
    if said.speaker is None or relation == "not_stated":
        return False
    if relation == "perpetrator" and said.kind in ("claim", "acknowledge"):
        return False
    return any(
        link.incident == incident.id and link.relation == relation and not link.evidence for link in said.about[:99]
    )


def _text(phrases: Any) -> str:
    return "".join("".join(span.text for span in phrase) + "\n" for phrase in phrases)


def unreported(proposed: Draft, brief: Brief) -> list[str]:
    """Items that end in no way or in two, and values of kept items that are lost and not told of."""
    lost: list[str] = []
    telling = (one for one in brief.audit.findings if one.severity != "note" or one.code == "empty")
    told = {(one.item, one.id, one.field.split(".")[0]) for one in telling}
    into = {(one.item, one.id): one.into for one in brief.audit.outcomes if one.into is not None}
    for kind, name in KINDS.items():
        listed, kept = getattr(proposed, name), {item.id: item for item in getattr(brief, name)}
        ended = [outcome for outcome in brief.audit.outcomes if outcome.item == kind]
        if Counter(item.id for item in listed) != Counter(outcome.id for outcome in ended):
            lost.append(f"{kind}: {len(listed)} proposed, {len(ended)} told of")
        if set(kept) != {outcome.id for outcome in ended if outcome.disposition == "kept"}:
            lost.append(f"{kind}: not those that are said to be kept")
        seen: set[int] = set()
        for item in listed:
            if item.id in kept and item.id not in seen:
                lost += [f"{kind} {item.id} {field}" for field in _poorer(item, kept[item.id], into)
                         if (kind, item.id, field) not in told and (kind, field) not in SETTLED]  # fmt: skip
            seen.add(item.id)
    return lost


SETTLED = {("incident", "doers"), ("statement", "speaker_words")}
"""What a table settles (`conflict/settling.py`): the doers follow from the article's own statements, and it has no words for itself."""


def _poorer(proposed: Part, kept: BaseModel, into: dict[tuple[str, int], int]) -> Iterator[str]:
    """Fields that hold fewer values than were proposed, ids given twice or of the item itself aside."""
    for field in type(proposed).model_fields:
        given, left = getattr(proposed, field), getattr(kept, field)
        if field == "restates":
            if given is not None and left is None:
                yield field
        elif isinstance(given, (list, tuple)) and given:
            if isinstance(given[0], Mention) and field != "aliases":
                if not left:
                    yield field
            elif len({_key(entry, into) for entry in given} - {proposed.id}) > len(left):  # type: ignore[attr-defined]
                yield field


def _key(entry: Any, into: dict[tuple[str, int], int]) -> Any:
    """What an entry refers to, merged items by what they went into."""
    if isinstance(entry, declared.Affiliation):
        return into.get(("actor", entry.actor), entry.actor)
    if isinstance(entry, declared.About):
        return into.get(("incident", entry.incident), entry.incident)
    return entry if isinstance(entry, int | str) else id(entry)


# --- how far it rose ----------------------------------------------------------------------------------------

RANK: tuple[Occurrence, ...] = (
    "withdrawn", "not_occurred", "retracted", "denied", "disputed", "possible", "claimed", "reported", "confirmed",
)  # fmt: skip
"""From what did not happen to what did, as far as an article supports it."""


def promotions(brief: Brief, correct: UnverifiedBrief) -> Iterator[tuple[Incident, bool]]:
    """Incidents whose status stands above that of the incidents of the correct brief on the same words.

    With each, whether a reader sees a mark on it, on a statement that it rests on or on who makes that, or a
    relation that is shown as not stated. What rests on words of no incident of the correct brief counts where
    it is confirmed.
    """
    for incident in brief.incidents:
        if incident.assessment is None:
            continue
        same = [other for other in correct.incidents if other.assessment and _overlap(incident, other)]
        highest = max(
            (RANK.index(one.assessment.occurrence) for one in same if one.assessment), default=RANK.index("reported")
        )
        if RANK.index(incident.assessment.occurrence) > highest:
            yield incident, _visibly_marked(incident, brief)


def _overlap(one: Incident, other: Incident) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.words for b in other.words)


def _visibly_marked(incident: Incident, brief: Brief) -> bool:
    assert incident.assessment is not None
    rests_on = {support.statement for support in incident.assessment.basis.support}
    statements = [said for said in brief.statements if said.id in rests_on]
    marks = {(one.item, one.id) for one in brief.audit.findings if one.severity == "warn"}
    concerned = {("incident", incident.id), *(("statement", number) for number in rests_on)}
    concerned |= {("actor", said.speaker) for said in statements if said.speaker is not None}
    unshown = any(
        _unshown(said, incident, link.relation) for said in statements for link in said.about
        if link.incident == incident.id
    )  # fmt: skip
    return bool(marks & concerned) or unshown
