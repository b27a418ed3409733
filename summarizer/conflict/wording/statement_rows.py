"""Rows for what somebody says: who, in what relation, in which words, and what it does not cover."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from summarizer.conflict.derivation.relations import party
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
from summarizer.conflict.wording.view import View, part_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.pointing.roles import roles
from summarizer.rendering.page import Phrase, Row, joined, led, listed, phrase, worded
from summarizer.schemas.brief import About, AssessedIncident, Statement
from summarizer.schemas.vocabulary import Facet

_INCIDENT = roles(AssessedIncident)
GIVEN_BY = {facet: field for field, facet in _INCIDENT.covers.items()} | {
    facet: field for field, part in _INCIDENT.parts.items() for facet in roles(part).covers.values()
}
"""The field of an incident that gives a facet, where it is stated."""
ARTICLE = "Article"
"""The label of what the article says itself."""


def rows_on(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """A row for each statement on the incident: what its status rests on first, what the article says last.

    The second and later witnesses are labelled Also. The article's word that nobody has claimed it has no row here: the
    row on the author quotes it. What a source leaves open is told of a reading only: rules that find nothing show no silence.
    """
    status = view.statuses[incident.id]
    covered = {} if view.by_rules else {part.statement: part.facets for part in status.facets}
    rests_on = tuple(dict.fromkeys(part.statement for part in status.basis.support))
    places = dict(zip(rests_on, range(len(rests_on)), strict=True))
    for position, said in enumerate(sorted(view.statements_on(incident), key=lambda said: _order(said, places))):
        if not says_nobody_claims(said):
            uncovered = _uncovered(said, incident, covered.get(said.id, ()))
            yield _row_on(view, said, _label(said, position), incident, uncovered)


def says_nobody_claims(statement: Statement) -> bool:
    """Whether it is the article's own word that nobody has claimed an attack."""
    return statement.kind == "no_claim" and statement.speaker is None


def _is_witness(statement: Statement) -> bool:
    """Whether somebody other than the article says that it happened."""
    return statement.kind in SAYS_IT_HAPPENED and statement.speaker is not None


def _label(statement: Statement, position: int) -> str:
    if statement.kind not in TELLS_IT:
        return phrasing.LABEL[statement.kind]
    if statement.speaker is None:
        return ARTICLE
    return "Says also" if position else phrasing.LABEL[statement.kind]


def _order(statement: Statement, places: Mapping[int, int]) -> tuple[int, int]:
    """Sources that the status rests on first, in their places, then who says so too, who contradicts, accuses, and is silent.

    Of the same kind, what is said without a hedge comes first.
    """
    if not _is_witness(statement):
        return STATEMENT_KINDS[statement.kind].place, len(statement.hedge)
    return 0, places.get(statement.id, len(places))


def _row_on(view: View, statement: Statement, label: str, incident: AssessedIncident, uncovered: Phrase) -> Row:
    """The row of a statement under an incident; its words stand only under the first that it speaks of."""
    first = view.first_label(statement)
    if _is_bare(statement):
        core = _unsourced(view, statement, ", no source given")
    elif first != view.label("incident", incident.id):
        mark = view.mark_besides(statement)
        core = phrase(_deed(view, statement, _relation(view, statement, incident)), f": as under {first}", mark)
    else:
        core = _sourced(view, statement, _relation(view, statement, incident))
    return _row(view, statement, label, core, uncovered)


def row_alone(view: View, statement: Statement, label: str = "") -> Row:
    """A row for a statement that is shown by itself.

    Args:
        statement: on no incident of the page.
        label: of the row; empty where the title of its section says what it is.
    """
    if _is_bare(statement):
        return _row(view, statement, label, _unsourced(view, statement, ": article, no source"))
    return _row(view, statement, label, _sourced(view, statement))


def _row(view: View, statement: Statement, label: str, *told: Phrase) -> Row:
    body = joined("; ", (*told, *_qualifications(view, statement)))
    return Row(label, body, view.paragraphs(statement.cue, statement.content))


def _is_bare(statement: Statement) -> bool:
    """Whether it is the article's own word, of a kind whose label already says what is done: the words alone are shown."""
    return statement.speaker is None and statement.kind in NAMED_BY_LABEL


def _unsourced(view: View, statement: Statement, told: str) -> Phrase:
    """The article's own words, where the label says what they do, and that they have no source."""
    words = view.passage(statement.cue, statement.content)
    return phrase(words, _for_others(view, statement), told, view.mark_besides(statement))


def _sourced(view: View, statement: Statement, relation: Phrase = ()) -> Phrase:
    """Speaker, what the speaker does, relation and words; a description stands within the words where they hold it."""
    mark = view.mark_besides(statement)
    own_name = _described_in_place(view, statement)
    said = view.passage(own_name, statement.speaker_words, statement.cue, statement.content)
    if own_name and statement.kind in NAMED_BY_LABEL:
        known = view.known_beyond_name(view.actor(statement.speaker))
        return phrase(said, known, relation, _for_others(view, statement), mark)
    return phrase(_deed(view, statement, relation), led(": ", said), mark)


def _deed(view: View, statement: Statement, relation: Phrase) -> Phrase:
    """Speaker and relation, and what the speaker does where the label alone leaves it open."""
    return phrase(view.introduced(statement.speaker), relation, _does(view, statement))


def _does(view: View, statement: Statement) -> Phrase:
    others = _for_others(view, statement)
    if statement.kind in phrasing.STATE_DOES and view.actor(statement.speaker).kind in ("armed_forces", "state"):
        return phrase(" ", phrasing.STATE_DOES[statement.kind], others)
    if statement.kind in NAMED_BY_LABEL:
        return others
    table = phrasing.DOES if statement.speaker is not None else phrasing.DOES_UNSOURCED
    does = worded(table[statement.kind], whom=view.names(statement.whom, nobody="nobody named"))
    if statement.kind in ACCUSES and statement.role != "unspecified":
        return phrase(" ", does, f" {phrasing.ROLE[statement.role]}")
    return phrase(" ", does)


def _for_others(view: View, statement: Statement) -> Phrase:
    return led(", naming ", view.names(statement.whom, but=(statement.speaker,)))


def _described_in_place(view: View, statement: Statement) -> Quotes:
    """The speaker's description, where it stands in the sentence of the cue and is no name."""
    actor = view.actor(statement.speaker)
    in_place = sentences(actor.name) == sentences(statement.cue[:1])
    return actor.name if in_place and actor.identity != "named" else ()


def sentences(quotes: Iterable[Quote]) -> set[int]:
    """Numbers of the sentences that quotations begin in."""
    return {quote.sentence for quote in quotes}


def _relation(view: View, statement: Statement, incident: AssessedIncident) -> Phrase:
    """The speaker's relation to the incident, with the words that show it; the article's own goes without saying."""
    link = next(link for link in statement.about if link.incident == incident.id)
    if statement.speaker is None or _goes_without_saying(statement, link):
        return ()
    names = phrasing.RELATION if _side_claims(view, statement, incident) else phrasing.RELATION_OF_ACCUSED
    name = names[link.relation]
    shown_by_name = link.evidence and part_of(link.evidence, view.actor(statement.speaker).name)
    if shown_by_name or link.relation == "not_stated":
        return phrase(f" ({name})")
    return phrase(f" ({name}: ", view.shown_by(link.evidence), ")")


def _goes_without_saying(statement: Statement, link: About) -> bool:
    """Whether the statement itself shows the relation, as a claim does, or is of no weight without one."""
    if link.relation == "perpetrator":
        return statement.kind in CLAIMS_IT
    return link.relation == "not_stated" and statement.kind not in WEIGHS


def _side_claims(view: View, statement: Statement, incident: AssessedIncident) -> bool:
    """Whether the speaker, or one that it belongs to, has claimed or admitted the act; else it is only accused.

    Where nobody is accused either, its side is taken as the article states it.
    """
    said_of_it = view.statements_on(incident)
    if CHARGES_OR_ANSWERS.isdisjoint(said.kind for said in said_of_it):
        return True
    claimants: set[int] = set()
    for said in said_of_it:
        if said.kind in CLAIMS_IT:
            claimants |= party(said.speaker, view.items).union(said.whom)
    return not claimants.isdisjoint(party(statement.speaker, view.items))


def _uncovered(statement: Statement, incident: AssessedIncident, covered: Collection[Facet]) -> Phrase:
    """Facets that the article gives and this source, who says that it happened, does not speak of, in the page's order."""
    if not covered or not _is_witness(statement):
        return ()
    given = {facet for facet, field in GIVEN_BY.items() if getattr(incident, field)} | {"author"}
    missing = [phrase(facet_name(facet, incident)) for facet in phrasing.FACET if facet in given.difference(covered)]
    return led("not the ", listed(missing, "or"))


def facet_name(facet: Facet, incident: AssessedIncident) -> str:
    """What a facet is called for this kind of attack."""
    return phrasing.MEANS.get(incident.kind, "weapon") if facet == "weapon" else phrasing.FACET[facet]


def _qualifications(view: View, statement: Statement) -> Iterator[Phrase]:
    """Everything that weakens, relays or limits what is said."""
    if statement.kind in ACCUSES and statement.role == "unspecified":
        yield phrase(phrasing.ROLE["unspecified"])
    yield led("hedged in the article: ", view.words(statement.hedge))
    said_already = STATEMENT_KINDS[statement.kind].denies
    parts = (phrasing.FACET[facet] for facet in statement.contradicts if facet != said_already)
    yield led("contradicts: ", phrase(", ".join(parts)))
    yield led("relayed by ", view.names(statement.relayed_by))
    yield phrase(phrasing.KNOWLEDGE[statement.knowledge])
    if statement.supersedes:
        earlier = filter(None, map(view.items.statements.get, statement.supersedes))
        words = (view.words((*said.cue, *said.content)) for said in earlier)
        yield phrase("takes the place of what it said before", led(": ", listed(words)))
