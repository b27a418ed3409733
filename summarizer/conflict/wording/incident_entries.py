"""Entries for incidents: who says so, what was struck, what is claimed, denied and not stated."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from summarizer.conflict.counting import said_once
from summarizer.conflict.statement_kinds import CLAIMS_IT, SAYS_IT_HAPPENED, STATEMENT_KINDS
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.statement_rows import ARTICLE, facet_name, rows_on, says_nobody_claims, sentences
from summarizer.conflict.wording.view import View, each, said_in, stated, targets, text_of
from summarizer.pointing.roles import roles
from summarizer.rendering.page import Entry, Phrase, Row, foreign, joined, led, phrase, strong, with_words, worded
from summarizer.schemas.brief import AssessedIncident, Assessment, Attributed, Basis, CountedCasualty, Support
from summarizer.schemas.vocabulary import IncidentKind, StatementKind

SINGLE = ("a ", "an ", "one ")
"""How a description of one person begins."""

NAMED = re.compile(r"“?(?i:the|this|that|these|those|they|he|she|it|we|its|their|his|her|our)\b|.*\s[A-Z]", re.DOTALL)
"""Words for a doer that mean somebody known to who wrote them: they point back, or hold a name."""

VALUES = roles(AssessedIncident).values
"""Plain values: each appears, where stated, with a mark of its own."""

OFTEN_UNSOURCED = {"weapon": ("weapon", "words"), "time": ("time",)}
"""What an article adds in its own voice to what its sources say, and the fields that are shown for it."""


def incident_entry(view: View, incident: AssessedIncident) -> Entry:
    """One incident with everything that is said of it."""
    unsourced = _unsourced(view, incident)
    heading = (incident.words, incident.place, incident.time, incident.weapon, *targets(incident).values())
    cues = (said.cue for said in view.statements_on(incident))
    said, apart = _of_article(list(rows_on(view, incident)), _article(view, incident, unsourced))
    rows = with_words(
        *said,
        *_accounts(view, incident),
        *_readings(view, incident),
        *_author(view, incident),
        apart,
        *_tolls(view, incident),
        *_values(view, incident),
    )
    return Entry(
        label=view.label("incident", incident.id),
        head=joined(" · ", _head(view, incident, unsourced)),
        paragraphs=view.paragraphs(*heading)[:1] or view.paragraphs(*cues)[:1],
        rows=rows,
        item=("incident", incident.id),
    )


def _head(view: View, incident: AssessedIncident, unsourced: set[str]) -> Iterator[Phrase]:
    yield phrase(strong(status(view, incident)), view.mark_besides(incident, *_marked(incident)))
    yield _stage(view, incident)
    yield joined(", ", _where(view, incident))
    if "weapon" not in unsourced:
        yield _means(view, incident)
    if "time" not in unsourced:
        yield _time(view, incident)


def _marked(incident: AssessedIncident) -> Iterator[str]:
    """Fields that appear with a mark of their own."""
    yield from ("stage", "stage_words")
    yield from stated(incident, VALUES)
    yield from targets(incident)
    yield from each("casualties", incident.casualties)


def status(view: View, incident: AssessedIncident) -> Phrase:
    """The heading: who says so, by the wording of its grounds.

    Said besides: who contests it, and that nobody of those whom it rests on is named; of a claim the row of the claimant
    says that.
    """
    assessment = view.statuses[incident.id]
    basis = assessment.basis
    if incident.frame == "exercise":
        return phrase("PART OF AN EXERCISE")
    if basis.grounds == "official_account" and basis.anonymous:
        return phrase(
            f"{phrasing.OCCURRENCE[assessment.occurrence].upper()} BY {_unnamed_officials(view, basis.support)}"
        )
    if shown_as_less(assessment):
        return phrase(f"READINGS DIFFER, {phrasing.OCCURRENCE[assessment.occurrence].upper()} BY THE MORE CAUTIOUS")
    heading = filled(view, assessment, phrasing.STATUS[basis.grounds], phrasing.STAGE[incident.stage].upper())
    if assessment.contested:
        heading = phrase(heading, "; contested by ", view.names(view.speakers(basis.against), nobody="others"))
    if basis.anonymous and basis.grounds != "perpetrator_side_only":
        heading = phrase(heading, ", UNNAMED")
    return heading


def shown_as_less(assessment: Assessment) -> bool:
    """Whether the reader's judgement is less sure than what the recorded words give, and so is what is shown."""
    return assessment.derived not in (None, assessment.occurrence)


def _unnamed_officials(view: View, support: Iterable[Support]) -> str:
    """One official, where the article's description is of a single one; it never says how many stand behind it."""
    described = [text_of(view.actor(speaker).name) for speaker in set(view.speakers(support))]
    single = len(described) == 1 and described[0].lower().startswith(SINGLE)
    return "ONE OFFICIAL, UNNAMED" if single else "OFFICIALS, UNNAMED"


def filled(view: View, assessment: Assessment, wording: str, stage: str) -> Phrase:
    """A wording of the table with its sources put in.

    Args:
        assessment: whose sources they are.
        wording: one of the templates of `phrasing`.
        stage: what the stage of the incident is called.
    """
    basis = assessment.basis
    # For an official account, accusers count only where nobody else says that it happened.
    stating = SAYS_IT_HAPPENED if basis.grounds == "official_account" else STATEMENT_KINDS
    return worded(
        wording,
        who=_speakers(view, basis.support, stating) or phrase("no source stated"),
        claimant=_speakers(view, basis.support, CLAIMS_IT),
        against=view.names(view.speakers(basis.against), nobody="nobody named"),
        cause=_of_the_cause(basis),
        stage=phrase(stage),
        status=phrase(phrasing.OCCURRENCE[assessment.derived or assessment.occurrence].upper()),
        occurrence=phrase(phrasing.OCCURRENCE[assessment.derived or assessment.occurrence]),
    )


def _of_the_cause(basis: Basis) -> Phrase:
    """Of what is disputed, that it is the cause alone: of a blast that nobody doubts it is open whether it was an attack."""
    return phrase(" as to the cause" if basis.differ_on == ("cause",) else "")


def _speakers(view: View, support: Iterable[Support], kinds: Collection[StatementKind]) -> Phrase:
    """Who makes the statements of these kinds; where there are none, who makes the others."""
    return view.first_names(view.speakers(support, kinds) or view.speakers(support))


def _stage(view: View, incident: AssessedIncident) -> Phrase:
    """The stage, where the heading does not give it and it is not the ordinary one."""
    by_heading = view.statuses[incident.id].basis.grounds == "stage"
    ordinary = incident.stage in ("accomplished", "unknown")
    name = "" if ordinary or by_heading else phrasing.STAGE[incident.stage].upper()
    told = joined(" ", (phrase(name), view.words(incident.stage_words)))
    return phrase(told, view.mark(incident, "stage", "stage_words"))


def _where(view: View, incident: AssessedIncident) -> Iterator[Phrase]:
    """Targets and place; words that another of them holds are not said twice, unless they are marked."""
    values = targets(incident) | {"place": incident.place}
    told = list(map(text_of, values.values()))
    for position, (field, value) in enumerate(values.items()):
        if view.mark(incident, field) or not _told_by_another(position, told):
            yield view.value(incident, field, value)


def _told_by_another(position: int, told: list[str]) -> bool:
    """Whether a longer text holds this one, or an earlier one says the same."""
    text = told[position]
    return text in told[:position] or any(text in other for other in told if other != text)


def _time(view: View, incident: AssessedIncident) -> Phrase:
    """The words for the time, and the day that they mean where that is known."""
    words = view.value(incident, "time", incident.time)
    days = {day.isoformat(): None for day in (incident.first_day, incident.last_day) if day}
    return phrase(words, led(" = ", phrase(" to ".join(days))))


def _means(view: View, incident: AssessedIncident) -> Phrase:
    """What the act is called, and the weapon where those words do not hold it."""
    words = view.value(incident, "words", incident.words) or phrase(phrasing.KIND[incident.kind])
    if said_in(incident.weapon, incident.words) and not view.mark(incident, "weapon"):
        return words
    return joined(", ", (words, view.value(incident, "weapon", incident.weapon)))


def _unsourced(view: View, incident: AssessedIncident) -> set[str]:
    """Facets that the article gives in its own voice, while no source covers them or speaks in their sentence."""
    status = view.statuses[incident.id]
    if status.basis.grounds == "article_no_source" or {part.relation for part in status.facets} <= {"outlet"}:
        return set()
    own, sourced = _covered(status)
    cues = chain.from_iterable(said.cue for said in view.statements_on(incident) if said.speaker is not None)
    spoken_in = sentences(cues)
    uncovered = set(stated(incident, OFTEN_UNSOURCED)) - sourced
    apart = {facet for facet in uncovered if spoken_in.isdisjoint(sentences(getattr(incident, facet)))}
    return apart | (uncovered & own)


def _covered(status: Assessment) -> tuple[set[str], set[str]]:
    """Facets that the article covers by a statement of its own, and those that a source covers."""
    own: set[str] = set()
    sourced: set[str] = set()
    for part in status.facets:
        (own if part.relation == "outlet" else sourced).update(part.facets)
    return own, sourced


def _article(view: View, incident: AssessedIncident, unsourced: set[str]) -> Row:
    """What the article gives in its own voice while its sources do not.

    What its own statement, shown above, holds stands here only with a mark.
    """
    unmarked = {facet for facet, fields in OFTEN_UNSOURCED.items() if not view.mark(incident, *fields)}
    own, _ = _covered(view.statuses[incident.id])
    shown = unsourced - (own & unmarked)
    means = _means(view, incident) if "weapon" in shown else ()
    time = _time(view, incident) if "time" in shown else ()
    values = (getattr(incident, field) for facet in shown for field in OFTEN_UNSOURCED[facet])
    return Row(ARTICLE, led("", joined(", ", (means, time))), view.paragraphs(*values))


def _of_article(rows: list[Row], apart: Row) -> tuple[list[Row], Row]:
    """One row for all that the article says itself of an incident.

    Args:
        rows: those for statements.
        apart: what the article gives besides.

    Returns:
        The rows, with the one where the first of the article's stood; and what it gives besides, where it states nothing.
    """
    told = [row for row in rows if row.label == ARTICLE]
    if not told:
        return rows, replace(apart, body=phrase(apart.body, ", no source given") if apart.body else ())
    every = (apart, *told)
    paragraphs = sorted({number for row in every for number in row.paragraphs})
    one = Row(ARTICLE, joined("; ", (row.body for row in every)), tuple(paragraphs))
    return [one if row is told[0] else row for row in rows if row.label != ARTICLE or row is told[0]], Row(ARTICLE, ())


def _accounts(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """How the accounts stand to each other."""
    assessment = view.statuses[incident.id]
    facets = ", ".join(facet_name(facet, incident) for facet in assessment.basis.differ_on)
    yield Row("Accounts", led("differ on ", phrase(facets)))
    if assessment.basis.grounds not in ("both_sides", "own_claim_and_article", "independent"):
        yield Row("Support", phrase(phrasing.CORROBORATION[assessment.corroboration]))


def _readings(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """Where the reader's own judgement differs from what the recorded words give: both."""
    found = view.statuses[incident.id]
    if found.occurrence_differs and incident.read_as:
        theirs = phrasing.READ_AS[incident.read_as]
        words = filled(view, found, phrasing.COUNTED[found.basis.grounds], phrasing.STAGE[incident.stage])
        yield Row(
            "Readings", phrase(f"differ: the model took it for {theirs}; the words that it recorded give: ", words)
        )
    if found.author_differs and incident.read_author:
        theirs = phrasing.READ_AUTHOR[incident.read_author]
        ours = phrasing.AUTHORS[found.derived_attribution or found.attribution].lower()
        yield Row(
            "Readings",
            phrase(f"of who did it differ: the model took it for {theirs}; the words that it recorded give: {ours}"),
        )


def _author(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """Who is said to have done it, by whom, and whether anybody claims it; nothing where other rows say all of it."""
    described = view.value(incident, "perpetrator_words", incident.perpetrator_words)
    unclaimed = [said for said in view.statements_on(incident) if says_nobody_claims(said)]
    if described or not _told_by_other_rows(view, incident):
        words = view.passage(*(said.cue + said.content for said in unclaimed))
        quoted = phrase(words, *map(view.mark_besides, unclaimed))
        body = joined("; ", _attribution(view, view.statuses[incident.id], quoted, described))
        yield Row("By whom", body, view.paragraphs(incident.perpetrator_words, *(said.cue for said in unclaimed)))


def _attribution(view: View, assessment: Assessment, unclaimed: Phrase, described: Phrase) -> Iterator[Phrase]:
    """What is shown for the incident as a whole, and for each actor.

    Args:
        assessment: of the incident.
        unclaimed: the article's words that nobody has claimed it.
        described: the article's words for who did it, where no name was found for them.
    """
    if view.by_rules and described and assessment.attribution == "none":
        yield phrase(phrasing.NOT_RESOLVED[NAMED.match(described[0].text) is not None], described)
        return
    actors = [_attributed(view, one) for one in assessment.attributed]
    summary = phrase(phrasing.AUTHORS[assessment.attribution].replace("NOT STATED", view.unsaid.upper()))
    if assessment.attribution == "unclaimed":
        yield phrase(summary, led(": ", unclaimed))
        yield from actors or [phrase("none read as accused" if view.by_rules else "none accused")]
    else:
        yield summary if [assessment.attribution] != [one.status for one in assessment.attributed] else ()
        yield led("said to be unclaimed: ", unclaimed)
        yield from actors
    yield led("described only as ", described)


def _told_by_other_rows(view: View, incident: AssessedIncident) -> bool:
    """A single plain claim, which the row of the claim shows; or nothing at all, which NOT STATED shows."""
    status = view.statuses[incident.id]
    found = [status.attribution, *(one.status for one in status.attributed)]
    nobody_claims = any(said.kind == "no_claim" for said in view.statements_on(incident))
    return found in (["none"], ["claimed", "claimed"]) and not nobody_claims


def _attributed(view: View, one: Attributed) -> Phrase:
    """One actor and its authorship; accusers are told after it where its wording does not tell them."""
    wording = (phrasing.AUTHOR_BY_RULES if view.by_rules else phrasing.AUTHOR)[one.status]
    told = worded(wording, accusers=view.names(one.accusers, nobody="others"))
    others = () if "{accusers}" in wording else one.accusers
    more = led("; accused by ", view.names(others, but=(None,)))
    return phrase(view.introduced(one.actor), ": ", told, more)


def toll(view: View, incident: AssessedIncident, field: str, casualty: CountedCasualty) -> Phrase:
    """One count of harm, without its source.

    Args:
        incident: whose count it is.
        field: the path of the count within the incident, for its mark.
        casualty: the count.
    """
    counted = joined(" ", (view.words(said_once(casualty.count)), view.words(casualty.whom)))
    outcome = f" {phrasing.OUTCOME[casualty.outcome]}"
    return phrase(counted or phrase(f"people, number {view.unsaid},"), outcome, view.mark(incident, field))


def _tolls(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for field, casualty in each("casualties", incident.casualties).items():
        source = phrase("according to ", view.name(casualty.source))
        if casualty.source is None:
            source = phrase("article, no source")
        paragraphs = view.paragraphs(casualty.count or casualty.cue or casualty.whom)
        yield Row("Toll", phrase(toll(view, incident, field, casualty), ": ", source), paragraphs)


def _values(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for label, field in (("Damage", "damage"), ("In answer", "trigger"), ("Frame", "frame_words")):
        words = getattr(incident, field)
        yield Row(label, view.value(incident, field, words), view.paragraphs(words))
    labels = (view.label("incident", identity) for identity in incident.summarises)
    yield Row("Sums up", phrase(", ".join(labels)))


def not_stated(view: View, incidents: Iterable[AssessedIncident]) -> Iterator[Row]:
    """What nobody states, one line for all incidents that lack the same."""
    lacking: dict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        for slot in _slots(view.statuses[incident.id], incident.kind):
            lacking[slot].append(view.label("incident", incident.id))
    together: dict[str, list[str]] = defaultdict(list)
    for slot, labels in lacking.items():
        together[" ".join(labels)].append(slot)
    for label, slots in together.items():
        told = phrase(strong(f"{label} {view.unsaid.upper()}"), "  ", joined(", ", map(foreign, slots)))
        yield Row("", told, minor=view.unsaid)


def _slots(status: Assessment, kind: IncidentKind) -> list[str]:
    """What nobody states of one incident, but for an author of whom its own row says so."""
    result = "hit or intercepted" if kind in phrasing.FLYING else "result"
    names = phrasing.NOT_STATED | {"result": result}
    return [names.get(slot, slot) for slot in status.not_stated if slot != "author" or not status.unclaimed]
