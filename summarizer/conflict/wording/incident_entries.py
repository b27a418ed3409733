"""Entries for incidents: who says so, what was struck, what is claimed, denied and not stated."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from summarizer.conflict.statement_kinds import CLAIMS_IT, SAYS_IT_HAPPENED, STATEMENT_KINDS
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.statement_rows import (
    accounts,
    facet_name,
    facets_in,
    rows_on,
    says_nobody_claims,
    sentences,
)
from summarizer.conflict.wording.view import View, each, said_in, stated, targets, text_of
from summarizer.pointing.roles import roles
from summarizer.rendering.page import Entry, Phrase, Row, foreign, joined, led, phrase, strong, with_words, worded
from summarizer.schemas.brief import AssessedIncident, Assessment, Attributed, CountedCasualty, Support
from summarizer.schemas.vocabulary import StatementKind

SINGLE = ("a ", "an ", "one ")
"""How a description of one person begins."""

VALUES = roles(AssessedIncident).values
"""Plain values: each appears, where stated, with a mark of its own."""

OFTEN_UNSOURCED = {"weapon": ("weapon", "words"), "time": ("time",)}
"""What an article adds in its own voice to what its sources say, and the fields that are shown for it."""


def incident_entry(view: View, incident: AssessedIncident) -> Entry:
    """One incident with everything that is said of it."""
    unsourced = _unsourced(view, incident)
    heading = (incident.words, incident.place, incident.time, incident.weapon, *targets(incident).values())
    cues = (said.cue for said in view.statements_on(incident))
    rows = with_words(
        *rows_on(view, incident),
        *_accounts(incident),
        *_readings(view, incident),
        *_author(view, incident),
        _article(view, incident, unsourced),
        *_tolls(view, incident),
        *_values(view, incident),
    )
    return Entry(
        label=view.label("incident", incident.id),
        head=joined(" · ", _head(view, incident, unsourced)),
        paragraphs=view.paragraphs(*heading)[:1] or view.paragraphs(*cues)[:1],
        rows=rows,
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
    assessment = incident.assessment
    if assessment is None:
        return phrase("NO STATUS")
    basis = assessment.basis
    if incident.frame == "exercise":
        return phrase("PART OF AN EXERCISE")
    if basis.grounds == "official_account" and basis.anonymous:
        return _unnamed_officials(view, basis.support)
    heading = filled(view, assessment, phrasing.STATUS[basis.grounds], phrasing.STAGE[incident.stage].upper())
    if shown_as_less(assessment):
        return phrase(f"READINGS DIFFER, {phrasing.OCCURRENCE[assessment.occurrence].upper()} BY THE MORE CAUTIOUS")
    if assessment.contested:
        heading = phrase(heading, "; contested by ", speakers(view, basis.against) or phrase("others"))
    if basis.anonymous and basis.grounds != "perpetrator_side_only":
        heading = phrase(heading, ", UNNAMED")
    return heading


def shown_as_less(assessment: Assessment) -> bool:
    """Whether the reader's judgement is less sure than what the recorded words give, and so is what is shown."""
    return assessment.derived not in (None, assessment.occurrence)


def _unnamed_officials(view: View, support: Iterable[Support]) -> Phrase:
    """One official, where the article's description is of a single one; it never says how many stand behind it."""
    found = {said.speaker for said in view.support(support)}
    described = [view.called(speaker) for speaker in found]
    if len(described) == 1 and any(quote.text.lower().startswith(SINGLE) for quote in described[0]):
        return phrase("ONE OFFICIAL, UNNAMED")
    return phrase("OFFICIAL SOURCE, UNNAMED")


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
        who=_speakers_first(view, basis.support, stating) or phrase("no source stated"),
        claimant=_speakers_first(view, basis.support, CLAIMS_IT),
        against=speakers(view, basis.against) or phrase("nobody named"),
        stage=phrase(stage),
        occurrence=phrase(phrasing.OCCURRENCE[assessment.derived or assessment.occurrence]),
    )


def speakers(
    view: View, support: Iterable[Support], kinds: Collection[StatementKind] = STATEMENT_KINDS.keys()
) -> Phrase:
    """Who makes the statements of a basis, each speaker once; nothing where nobody does.

    Args:
        support: the statements.
        kinds: kinds of statement that count.
    """
    return view.names(said.speaker for said in view.support(support) if said.kind in kinds)


def _speakers_first(view: View, support: Iterable[Support], kinds: Collection[StatementKind]) -> Phrase:
    """Who makes those of these kinds; where there are none, who makes the others."""
    return speakers(view, support, kinds) or speakers(view, support)


def _stage(view: View, incident: AssessedIncident) -> Phrase:
    """The stage, where the heading does not give it and it is not the ordinary one."""
    by_heading = incident.assessment is not None and incident.assessment.basis.grounds == "stage"
    ordinary = incident.stage in ("accomplished", "unknown")
    name = "" if ordinary or by_heading else phrasing.STAGE[incident.stage].upper()
    told = joined(" ", (phrase(name), view.words(incident.stage_words)))
    return phrase(told, view.mark(incident, "stage", "stage_words"))


def _where(view: View, incident: AssessedIncident) -> Iterator[Phrase]:
    """Targets and place; words that another of them holds are not said twice, unless they are marked."""
    values = targets(incident)
    if incident.place:
        values["place"] = incident.place
    told = list(map(text_of, values.values()))
    for position, (field, value) in enumerate(values.items()):
        mark = view.mark(incident, field)
        if mark or not _told_by_another(position, told):
            yield phrase(view.words(value), mark)


def _told_by_another(position: int, told: list[str]) -> bool:
    """Whether a longer text holds this one, or an earlier one says the same."""
    text = told[position]
    return text in told[:position] or any(text in other for other in told if other != text)


def _value(view: View, incident: AssessedIncident, field: str) -> Phrase:
    if not stated(incident, (field,)):
        return ()
    return phrase(view.words(getattr(incident, field)), view.mark(incident, field))


def _time(view: View, incident: AssessedIncident) -> Phrase:
    """The words for the time, and the day that they mean where that is known."""
    words = _value(view, incident, "time")
    if not words or incident.first_day is None or incident.last_day is None:
        return words
    until = "" if incident.day else f" to {incident.last_day.isoformat()}"
    return phrase(words, f" = {incident.first_day.isoformat()}{until}")


def _means(view: View, incident: AssessedIncident) -> Phrase:
    """What the act is called, and the weapon where those words do not hold it."""
    words = _value(view, incident, "words") or phrase(phrasing.KIND[incident.kind])
    if said_in(incident.weapon, incident.words) and not view.mark(incident, "weapon"):
        return words
    return joined(", ", (words, _value(view, incident, "weapon")))


def _unsourced(view: View, incident: AssessedIncident) -> set[str]:
    """Facets that the article gives in its own voice, while no source covers them or speaks in their sentence."""
    if incident.assessment is None or incident.assessment.basis.grounds == "article_no_source":
        return set()
    outlet = _outlets(incident)
    sources = [part for part in accounts(incident) if part.relation != "outlet"]
    spoken = {quote.sentence for said in view.statements_on(incident) if said.speaker is not None for quote in said.cue}
    open_to_it = set(stated(incident, OFTEN_UNSOURCED)) - facets_in(sources) if sources else set()
    apart = {facet for facet in open_to_it if spoken.isdisjoint(sentences(getattr(incident, facet)))}
    return open_to_it & (outlet | apart)


def _outlets(incident: AssessedIncident) -> set[str]:
    """Facets that the article covers by a statement of its own."""
    return {*facets_in(part for part in accounts(incident) if part.relation == "outlet")}


def _article(view: View, incident: AssessedIncident, unsourced: set[str]) -> Row:
    """What the article gives in its own voice while its sources do not.

    What its own statement, shown above, holds stands here only with a mark.
    """
    unmarked = {facet for facet, fields in OFTEN_UNSOURCED.items() if not view.mark(incident, *fields)}
    told_above = _outlets(incident) & unmarked
    shown = [facet for facet in OFTEN_UNSOURCED if facet in unsourced - told_above]
    worded_by = {"weapon": _means, "time": _time}
    words = joined(", ", (worded_by[facet](view, incident) for facet in shown))
    values = (getattr(incident, field) for facet in shown for field in OFTEN_UNSOURCED[facet])
    return Row("Article", phrase(words, ", no source given") if words else (), view.paragraphs(*values))


def _accounts(incident: AssessedIncident) -> Iterator[Row]:
    """How the accounts stand to each other."""
    assessment = incident.assessment
    if assessment is None:
        return
    facets = ", ".join(facet_name(facet, incident) for facet in assessment.basis.differ_on)
    yield Row("Accounts", led("differ on ", phrase(facets)))
    if assessment.basis.grounds not in ("both_sides", "own_claim_and_article", "independent"):
        yield Row("Support", phrase(phrasing.CORROBORATION[assessment.corroboration]))


def _readings(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """Where the reader's own judgement differs from what the recorded words give: both."""
    found = incident.assessment
    if found is None:
        return
    if found.occurrence_differs and incident.read_as and found.derived:
        words = filled(view, found, phrasing.COUNTED[found.basis.grounds], phrasing.STAGE[incident.stage])
        yield Row(
            "Readings", phrase(f"differ: the reader judges it {phrasing.READ_AS[incident.read_as]}; words: ", words)
        )
    if found.author_differs and incident.read_author and found.derived_attribution:
        theirs = phrasing.READ_AUTHOR[incident.read_author]
        ours = phrasing.AUTHORS[found.derived_attribution].lower()
        yield Row("Readings", phrase(f"of the author differ: the reader judges {theirs}; words: {ours}"))


def _author(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """Who is said to have done it, by whom, and whether anybody claims it."""
    assessment = incident.assessment
    described = led("described only as ", _value(view, incident, "perpetrator_words"))
    if assessment is None:
        yield Row("Author", described, view.paragraphs(incident.perpetrator_words))
    elif described or not _said_by_its_row(view, incident, assessment):
        unclaimed = [said for said in view.statements_on(incident) if says_nobody_claims(said)]
        words = view.passage(*(said.cue for said in unclaimed), *(said.content for said in unclaimed))
        quoted = phrase(words, *map(view.mark_besides, unclaimed))
        body = joined("; ", (*_attribution(view, assessment, quoted), described))
        yield Row("Author", body, view.paragraphs(incident.perpetrator_words, *(said.cue for said in unclaimed)))


def _attribution(view: View, assessment: Assessment, unclaimed: Phrase) -> Iterator[Phrase]:
    """What is shown for the incident as a whole, and for each actor.

    Args:
        assessment: of the incident.
        unclaimed: the article's words that nobody has claimed it.
    """
    actors = [_attributed(view, one) for one in assessment.attributed]
    summary = phrase(phrasing.AUTHORS[assessment.attribution])
    if assessment.attribution == "unclaimed":
        yield phrase(summary, led(": ", unclaimed))
        yield from actors or [phrase("none accused")]
        return
    if [assessment.attribution] != [one.status for one in assessment.attributed]:
        yield summary
    yield led("said to be unclaimed: ", unclaimed)
    yield from actors


def _said_by_its_row(view: View, incident: AssessedIncident, assessment: Assessment) -> bool:
    """A single plain claim, which the row of the claim shows; or nothing at all, which NOT STATED shows."""
    kinds = {said.kind for said in view.statements_on(incident)}
    if assessment.unclaimed or "no_claim" in kinds:
        return False
    if assessment.attribution == "claimed":
        return len(assessment.attributed) == 1 and not CLAIMS_IT.isdisjoint(kinds)
    return assessment.attribution == "none" and not assessment.attributed


def _attributed(view: View, one: Attributed) -> Phrase:
    """One actor and its authorship; accusers are told after it where its wording does not tell them."""
    wording = phrasing.AUTHOR[one.status]
    told = worded(wording, accusers=view.names(one.accusers, nobody="others"))
    others = view.names(accuser for accuser in one.accusers if accuser is not None)
    more = () if "{accusers}" in wording else led("; accused by ", others)
    return phrase(view.introduced(one.actor), ": ", told, more)


def toll(view: View, incident: AssessedIncident, field: str, casualty: CountedCasualty) -> Phrase:
    """One count of harm, without its source.

    Args:
        incident: whose count it is.
        field: the path of the count within the incident, for its mark.
        casualty: the count.
    """
    counted = joined(" ", (view.words(casualty.count), view.words(casualty.whom)))
    number = "" if casualty.count else " (number not stated)"
    outcome = f" {phrasing.OUTCOME[casualty.outcome]}"
    return phrase(counted or phrase("people"), outcome, number, view.mark(incident, field))


def _tolls(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for field, casualty in each("casualties", incident.casualties).items():
        source = phrase("according to ", view.name(casualty.source))
        if casualty.source is None:
            source = phrase("article, no source")
        paragraphs = view.paragraphs(casualty.count or casualty.cue or casualty.whom)
        yield Row("Toll", phrase(toll(view, incident, field, casualty), ": ", source), paragraphs)


def _values(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for label, field in (("Damage", "damage"), ("In answer", "trigger"), ("Frame", "frame_words")):
        yield Row(label, _value(view, incident, field), view.paragraphs(getattr(incident, field)))
    labels = (view.label("incident", identity) for identity in incident.summarises)
    yield Row("Sums up", phrase(", ".join(labels)))


def not_stated(view: View, incidents: Iterable[AssessedIncident]) -> Iterator[Row]:
    """What nobody states, one line for all incidents that lack the same."""
    lacking: dict[str, dict[str, None]] = defaultdict(dict)
    for incident in incidents:
        for slot in _slots(incident):
            lacking[slot][view.label("incident", incident.id)] = None
    together: dict[str, list[str]] = defaultdict(list)
    for slot, labels in lacking.items():
        together[" ".join(labels)].append(slot)
    for label, slots in together.items():
        yield Row("", phrase(strong(f"{label} NOT STATED"), "  ", joined(", ", map(foreign, slots))))


def _slots(incident: AssessedIncident) -> Iterator[str]:
    """What nobody states of one incident, but for an author of whom its own row says so."""
    if incident.assessment is None:
        return
    for slot in incident.assessment.not_stated:
        if slot == "result" and incident.kind in phrasing.FLYING:
            yield "hit or intercepted"
        elif slot != "author" or not incident.assessment.unclaimed:
            yield phrasing.NOT_STATED.get(slot, slot)
