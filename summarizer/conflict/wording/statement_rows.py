"""Rows for what somebody says: who, in what relation, in which words, and what it does not cover."""

from collections.abc import Iterator

from summarizer.conflict.statement_kinds import (
    ACCUSES,
    CHARGES_OR_ANSWERS,
    CLAIMS_IT,
    NAMED_BY_LABEL,
    SAYS_IT_HAPPENED,
    STATEMENT_KINDS,
    TELLS_IT,
    WEIGHS,
)
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.view import View
from summarizer.documents.quotes import Quote, Quotes
from summarizer.rendering.page import Phrase, Row, joined, listed, phrase
from summarizer.schemas.brief import About, AssessedIncident, Statement
from summarizer.schemas.vocabulary import Facet


def rows_on(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """A row for each statement on the incident; the second and later witnesses are labelled Also."""
    said_so = False
    for statement in sorted(view.statements_on(incident), key=lambda said: _order(said, incident)):
        if statement.kind == "no_claim" and statement.speaker is None:
            continue  # the row on the author quotes it
        link = next(link for link in statement.about if link.incident == incident.id)
        label = phrasing.LABEL[statement.kind]
        if statement.kind in TELLS_IT:
            label = "Article" if statement.speaker is None else "Also" if said_so else label
        said_so = said_so or (statement.kind in SAYS_IT_HAPPENED and statement.speaker is not None)
        yield _row(view, statement, label, incident, link)


def _order(statement: Statement, incident: AssessedIncident) -> tuple[int, int]:
    """Sources that the status rests on first, then who says so too, who contradicts, accuses, and is silent."""
    support = incident.assessment.basis.support if incident.assessment else ()
    rests_on = [part.statement for part in support]
    rank = len(rests_on) if statement.id not in rests_on else rests_on.index(statement.id)
    if statement.kind in SAYS_IT_HAPPENED and statement.speaker is not None:
        return 0, rank
    return STATEMENT_KINDS[statement.kind].place, 0


def row_alone(view: View, statement: Statement, label: str = "") -> Row:
    """A row for a statement that is shown by itself."""
    return _row(view, statement, label, None, None)


def _row(view: View, statement: Statement, label: str, incident: AssessedIncident | None, link: About | None) -> Row:
    first = incident and view.first_label(statement)
    elsewhere = first if first and incident and first != view.label("incident", incident.id) else None
    parts = [_core(view, statement, link, elsewhere)]
    if incident:
        parts.append(_uncovered(statement, incident))
    parts.extend(_qualifications(view, statement))
    paragraphs = view.paragraphs(statement.cue, statement.content)
    return Row(label, joined("; ", parts), paragraphs)


def _core(view: View, statement: Statement, link: About | None, elsewhere: str | None) -> Phrase:
    """Speaker, what the speaker does, relation and words; the words only where the statement first appears."""
    mark = view.mark_besides("statement", statement.id)
    relation = _relation(view, statement, link)
    if statement.speaker is None and statement.kind in NAMED_BY_LABEL:
        unsourced = ", no source given" if link else ": article, no source"
        words = view.passage(statement.cue, statement.content)
        return phrase(words, *_for_others(view, statement), unsourced, mark)
    if elsewhere:
        does = _does(view, statement)
        return phrase(view.introduced(statement.speaker), relation, does, f": as under {elsewhere}", mark)
    own_name = _described_in_place(view, statement)
    said = view.passage(own_name, statement.speaker_words, statement.cue, statement.content)
    if own_name and statement.kind in NAMED_BY_LABEL:
        return phrase(said, view.known_beyond_name(statement.speaker), relation, *_for_others(view, statement), mark)
    colon = ": " if said else ""
    return phrase(view.introduced(statement.speaker), relation, _does(view, statement), colon, said, mark)


def _does(view: View, statement: Statement) -> Phrase:
    """What the speaker does, where the label alone leaves it open."""
    actor = None if statement.speaker is None else view.actors.get(statement.speaker)
    acknowledges = actor is not None and actor.kind in ("armed_forces", "state")
    if acknowledges and statement.kind in phrasing.STATE_DOES:
        return phrase(" ", phrasing.STATE_DOES[statement.kind], *_for_others(view, statement))
    if statement.kind in NAMED_BY_LABEL:
        return phrase(*_for_others(view, statement))
    before, slot, after = phrasing.DOES[statement.kind].partition("{whom}")
    whom = (view.names(statement.whom) or phrase("nobody named")) if slot else ()
    role = f" {phrasing.ROLE[statement.role]}" if slot and statement.role != "unspecified" else ""
    return phrase(" ", before, whom, after, role if statement.kind in ACCUSES else "")


def _for_others(view: View, statement: Statement) -> tuple[str | Phrase, ...]:
    others = [identity for identity in statement.whom if identity != statement.speaker]
    return (", of ", view.names(others)) if others else ()


def _described_in_place(view: View, statement: Statement) -> Quotes:
    """The speaker's description, where it stands in the sentence of the cue and is no name."""
    actor = None if statement.speaker is None else view.actors.get(statement.speaker)
    if actor is None or actor.identity == "named" or not statement.cue:
        return ()
    return actor.name if all(quote.sentence == statement.cue[0].sentence for quote in actor.name) else ()


def _relation(view: View, statement: Statement, link: About | None) -> Phrase:
    """The speaker's relation to the incident, with the words that show it."""
    if link is None or statement.speaker is None:
        return ()
    if link.relation == "not_stated":
        return phrase(f" ({phrasing.RELATION[link.relation]})") if statement.kind in WEIGHS else ()
    if link.relation == "perpetrator" and statement.kind in CLAIMS_IT:
        return ()  # the claim itself shows it
    name = phrasing.RELATION[link.relation]
    if link.relation in ("perpetrator", "perpetrator_side") and not _side_claims(view, statement, link):
        name = phrasing.ACCUSED_SIDE
    shown = view.words(link.evidence) or phrase("not stated in the article")
    actor = view.actors.get(statement.speaker)
    by_name = link.evidence and actor and all(_within(quote, actor.name) for quote in link.evidence)
    return phrase(f" ({name}", *(() if by_name else (": ", shown)), ")")


def _side_claims(view: View, statement: Statement, link: About) -> bool:
    """Whether the speaker, or one that it belongs to, has claimed or admitted the act; else it is only accused."""
    side = view.side(statement.speaker)
    return any(
        said.kind in CLAIMS_IT and side & (view.side(said.speaker) | set(said.whom))
        for said in view.brief.statements
        if any(other.incident == link.incident for other in said.about)
    ) or not any(
        said.kind in CHARGES_OR_ANSWERS
        for said in view.brief.statements
        if any(other.incident == link.incident for other in said.about)
    )


def _within(quote: Quote, value: Quotes) -> bool:
    return any(other.start <= quote.start and quote.end <= other.end for other in value)


def _uncovered(statement: Statement, incident: AssessedIncident) -> Phrase:
    """Facets that the article gives and this source does not speak of."""
    if statement.kind not in SAYS_IT_HAPPENED or statement.speaker is None or incident.assessment is None:
        return ()
    covers = {facet for part in incident.assessment.facets if part.statement == statement.id for facet in part.facets}
    if not covers:
        return ()
    missing = [phrase(facet_name(facet, incident)) for facet in open_facets(incident) if facet not in covers]
    return phrase("not the ", listed(missing, "or")) if missing else ()


def facet_name(facet: Facet, incident: AssessedIncident) -> str:
    """What a facet is called for this kind of attack."""
    return phrasing.MEANS.get(incident.kind, "weapon") if facet == "weapon" else phrasing.FACET[facet]


def open_facets(incident: AssessedIncident) -> list[Facet]:
    """Facets that a source could cover here, in the page's order: those the article gives, and the author."""
    given: dict[Facet, bool] = {
        "target": bool(incident.targets),
        "place": bool(incident.place),
        "weapon": bool(incident.weapon),
        "time": bool(incident.time),
        "author": True,
        "toll": bool(incident.casualties),
    }
    return [facet for facet, is_given in given.items() if is_given]


def _qualifications(view: View, statement: Statement) -> Iterator[Phrase]:
    """Everything that weakens, relays or limits what is said."""
    if statement.kind in ACCUSES and statement.role == "unspecified":
        yield phrase(phrasing.ROLE["unspecified"])
    if statement.hedge:
        yield phrase("hedged in the article: ", view.words(statement.hedge))
    said_already = STATEMENT_KINDS[statement.kind].denies
    parts = [facet for facet in statement.contradicts if facet != said_already]
    if parts:
        yield phrase("contradicts: ", ", ".join(phrasing.FACET[facet] for facet in parts))
    if statement.relayed_by:
        yield phrase("relayed by ", view.names(statement.relayed_by))
    yield phrase(phrasing.KNOWLEDGE[statement.knowledge])
    if statement.supersedes:
        yield phrase("takes the place of what it said before")
