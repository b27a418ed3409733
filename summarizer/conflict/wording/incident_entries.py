"""Entries for incidents: who says so, what was struck, what is claimed, denied and not stated."""

from collections.abc import Iterable, Iterator

from summarizer.conflict.statement_kinds import CLAIMS_IT, SAYS_IT_HAPPENED
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.statement_rows import facet_name, rows_on
from summarizer.conflict.wording.view import View
from summarizer.documents.quotes import Quotes
from summarizer.rendering.page import Entry, Phrase, Row, foreign, joined, phrase, strong
from summarizer.schemas.brief import (
    AssessedIncident,
    Assessment,
    Attributed,
    CountedCasualty,
    Support,
)
from summarizer.schemas.vocabulary import Facet, StatementKind

SINGLE = ("a ", "an ", "one ")
"""How a description of one person begins."""

VALUES = ("words", "place", "time", "weapon", "damage", "trigger", "frame_words", "perpetrator_words")
"""Plain values that appear, where stated, with a mark of their own."""


def incident_entry(view: View, incident: AssessedIncident) -> Entry:
    """One incident with everything that is said of it."""
    rows = [
        *rows_on(view, incident),
        *_accounts(view, incident),
        *_author(view, incident),
        *_article(view, incident),
        *_tolls(view, incident),
        *_values(view, incident),
    ]
    heading = (
        incident.words,
        incident.place,
        incident.time,
        incident.weapon,
        *(part.text for part in incident.targets),
    )
    return Entry(
        label=view.label("incident", incident.id),
        head=joined(" · ", _head(view, incident)),
        paragraphs=view.paragraphs(*heading)[:1]
        or view.paragraphs(*(said.cue for said in view.statements_on(incident)))[:1],
        rows=tuple(rows),
    )


def _head(view: View, incident: AssessedIncident) -> Iterator[Phrase]:
    yield phrase(strong(status(view, incident)), view.mark_besides("incident", incident.id, *_shown(incident)))
    yield _stage(view, incident)
    yield joined(", ", _where(view, incident))
    if not _only_article_gives(view, incident, "weapon"):
        yield _means(view, incident)
    if not _only_article_gives(view, incident, "time"):
        yield _time(view, incident)


def _shown(incident: AssessedIncident) -> Iterator[str]:
    """Fields that appear with a mark of their own."""
    yield from ("stage", "stage_words")
    yield from (field for field in VALUES if getattr(incident, field))
    yield from (f"targets.{position}" for position, target in enumerate(incident.targets) if target.text)
    yield from (f"casualties.{position}" for position in range(len(incident.casualties)))


def status(view: View, incident: AssessedIncident) -> Phrase:
    """The heading: who says so."""
    assessment = incident.assessment
    if assessment is None:
        return phrase("NO STATUS")
    basis = assessment.basis
    if incident.frame == "exercise":
        return phrase("PART OF AN EXERCISE")
    if basis.grounds == "official_account" and basis.anonymous:
        return _unnamed_officials(view, basis.support)
    heading = filled(view, incident, assessment, phrasing.STATUS[basis.grounds], phrasing.STAGE[incident.stage].upper())
    if assessment.contested:
        heading = phrase(heading, "; contested by ", speakers(view, basis.against) or phrase("others"))
    if basis.anonymous and basis.grounds != "perpetrator_side_only":
        heading = phrase(heading, ", UNNAMED")
    return heading


def _unnamed_officials(view: View, support: Iterable[Support]) -> Phrase:
    """One official, where the article's description is of a single one; it never says how many stand behind it."""
    found = {said.speaker for said in view.brief.statements if said.id in {part.statement for part in support}}
    actors = [view.actors[identity] for identity in found if identity in view.actors]
    single = len(found) == 1 and any(quote.text.lower().startswith(SINGLE) for actor in actors for quote in actor.name)
    return phrase("ONE OFFICIAL, UNNAMED" if single else "OFFICIAL SOURCE, UNNAMED")


def _who(view: View, assessment: Assessment) -> Phrase:
    """Whom the status rests on; for an official account, accusers only where nobody else says that it happened."""
    basis = assessment.basis
    stating = speakers(view, basis.support, SAYS_IT_HAPPENED) if basis.grounds == "official_account" else ()
    return stating or speakers(view, basis.support)


def filled(view: View, incident: AssessedIncident, assessment: Assessment, wording: str, stage: str) -> Phrase:
    """A wording of the table with its sources put in."""
    basis = assessment.basis
    slots: dict[str, Phrase] = {
        "who": _who(view, assessment) or phrase("no source stated"),
        "claimant": speakers(view, basis.support, CLAIMS_IT) or speakers(view, basis.support),
        "against": speakers(view, basis.against) or phrase("nobody named"),
        "stage": phrase(stage),
        "occurrence": phrase(phrasing.OCCURRENCE[assessment.occurrence]),
    }
    result: Phrase = ()
    for part in wording.replace("}", "{").split("{"):
        result = phrase(result, slots.get(part, part))
    return result


def speakers(view: View, support: Iterable[Support], kinds: frozenset[StatementKind] = frozenset()) -> Phrase:
    """Who makes the statements of a basis; only those of some kinds, where kinds are given."""
    statements = {said.id: said for said in view.brief.statements}
    found = (statements[part.statement] for part in support if part.statement in statements)
    return view.names(said.speaker for said in found if not kinds or said.kind in kinds)


def _stage(view: View, incident: AssessedIncident) -> Phrase:
    """The stage, where the heading does not give it and it is not the ordinary one."""
    by_heading = incident.assessment is not None and incident.assessment.basis.grounds == "stage"
    name = "" if incident.stage in ("accomplished", "unknown") or by_heading else phrasing.STAGE[incident.stage].upper()
    words = view.words(incident.stage_words)
    return phrase(
        name, " " if name and words else "", words, view.mark("incident", incident.id, "stage", "stage_words")
    )


def _where(view: View, incident: AssessedIncident) -> Iterator[Phrase]:
    """Targets and place; words that another of them holds are not said twice, unless they are marked."""
    parts = [(target.text, f"targets.{position}") for position, target in enumerate(incident.targets) if target.text]
    parts += [(incident.place, "place")] if incident.place else []
    told = [" ".join(quote.text for quote in value) for value, _ in parts]
    for position, (value, field) in enumerate(parts):
        mark = view.mark("incident", incident.id, field)
        mine = told[position]
        again = any(
            mine in other and (mine != other or place < position)
            for place, other in enumerate(told)
            if place != position
        )
        if mark or not again:
            yield phrase(view.words(value), mark)


def _value(view: View, incident: AssessedIncident, field: str) -> Phrase:
    value: Quotes = getattr(incident, field)
    return phrase(view.words(value), view.mark("incident", incident.id, field)) if value else ()


def _time(view: View, incident: AssessedIncident) -> Phrase:
    """The words for the time, and the day that they mean where that is known."""
    day = f" = {incident.day.isoformat()}" if incident.day and incident.time else ""
    return phrase(_value(view, incident, "time"), day)


def _means(view: View, incident: AssessedIncident) -> Phrase:
    """What the act is called, and the weapon where those words do not hold it."""
    words = _value(view, incident, "words") or phrase(phrasing.KIND[incident.kind])
    told = " ".join(quote.text for quote in incident.words)
    held = bool(incident.weapon) and all(quote.text in told for quote in incident.weapon)
    held = held and not view.mark("incident", incident.id, "weapon")
    return joined(", ", (words, () if held else _value(view, incident, "weapon")))


def _only_article_gives(view: View, incident: AssessedIncident, facet: Facet) -> bool:
    """The article gives this facet in its own voice, and no source covers it or speaks in its sentence."""
    if incident.assessment is None or incident.assessment.basis.grounds == "article_no_source":
        return False
    sources = [part for part in incident.assessment.facets if part.relation != "outlet"]
    given = incident.weapon if facet == "weapon" else incident.time
    if not (given and sources) or any(facet in part.facets for part in sources):
        return False
    if any(facet in part.facets for part in incident.assessment.facets if part.relation == "outlet"):
        return True
    spoken = {quote.sentence for said in view.statements_on(incident) if said.speaker is not None for quote in said.cue}
    return not any(quote.sentence in spoken for quote in given)


def _article(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """What the article gives in its own voice while its sources do not."""
    told = incident.assessment.facets if incident.assessment else ()
    outlet = {facet for part in told if part.relation == "outlet" for facet in part.facets}

    def _told_with(*fields: str) -> bool:
        """The article's own statement, shown above, holds it, and no mark is to be shown."""
        return fields[0] in outlet and not view.mark("incident", incident.id, *fields)

    parts = []
    if _only_article_gives(view, incident, "weapon") and not _told_with("weapon", "words"):
        parts.append((_means(view, incident), (*incident.words, *incident.weapon)))
    if _only_article_gives(view, incident, "time") and not _told_with("time"):
        parts.append((_time(view, incident), incident.time))
    if parts:
        quotes = tuple(quote for _, value in parts for quote in value)
        yield Row(
            "Article", phrase(joined(", ", (shown for shown, _ in parts)), ", no source given"), view.paragraphs(quotes)
        )


def _accounts(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """How the accounts stand to each other."""
    assessment = incident.assessment
    if assessment is None:
        return
    if assessment.basis.differ_on:
        facets = ", ".join(facet_name(facet, incident) for facet in assessment.basis.differ_on)
        yield Row("Accounts", phrase(f"differ on {facets}"))
    wording = phrasing.CORROBORATION[assessment.corroboration]
    if wording and assessment.basis.grounds not in ("both_sides", "own_claim_and_article", "independent"):
        yield Row("Support", phrase(wording))


def _author(view: View, incident: AssessedIncident) -> Iterator[Row]:
    """Who is said to have done it, by whom, and whether anybody claims it."""
    assessment = incident.assessment
    words = _value(view, incident, "perpetrator_words")
    described = phrase("described only as ", words) if words else ()
    if assessment is None:
        if described:
            yield Row("Author", described, view.paragraphs(incident.perpetrator_words))
        return
    actors = [_attributed(view, one) for one in assessment.attributed]
    if _said_by_its_row(view, incident, assessment) and not described:
        return
    unclaimed = [said for said in view.statements_on(incident) if said.kind == "no_claim" and said.speaker is None]
    marks = [view.mark_besides("statement", said.id) for said in unclaimed]
    words = phrase(view.passage(*(value for said in unclaimed for value in (said.cue, said.content))), *marks)
    summary = phrasing.AUTHORS[assessment.attribution]
    alone = len(actors) == 1 and assessment.attribution == assessment.attributed[0].status
    if assessment.attribution == "unclaimed":
        first = phrase(summary, ": " if words else "", words)
    else:
        first = joined(
            "; ", (() if alone else phrase(summary), phrase("said to be unclaimed: ", words) if words else ())
        )
    none = phrase("none accused") if assessment.attribution == "unclaimed" and not actors else ()
    body = joined("; ", (first, *actors, none, described))
    yield Row("Author", body, view.paragraphs(incident.perpetrator_words, *(said.cue for said in unclaimed)))


def _said_by_its_row(view: View, incident: AssessedIncident, assessment: Assessment) -> bool:
    """A single plain claim, which the row of the claim shows; or nothing at all, which NOT STATED shows."""
    if assessment.unclaimed or any(said.kind == "no_claim" for said in view.statements_on(incident)):
        return False
    if assessment.attribution == "none":
        return not assessment.attributed
    claims = any(said.kind in CLAIMS_IT for said in view.statements_on(incident))
    return claims and assessment.attribution == "claimed" and len(assessment.attributed) == 1


def _attributed(view: View, one: Attributed) -> Phrase:
    before, slot, after = phrasing.AUTHOR[one.status].partition("{accusers}")
    accusers = (view.names(one.accusers) or phrase("others")) if slot else ()
    others = tuple(accuser for accuser in one.accusers if accuser is not None)
    extra = phrase("; accused by ", view.names(others)) if others and not slot else ()
    return phrase(view.introduced(one.actor), ": ", before, accusers, after, extra)


def toll(view: View, incident: AssessedIncident, casualty: CountedCasualty, position: int) -> Phrase:
    """One count of harm, without its source."""
    mark = view.mark("incident", incident.id, f"casualties.{position}")
    counted = joined(" ", (view.words(casualty.count), view.words(casualty.whom)))
    number = () if casualty.count else phrase(" (number not stated)")
    return phrase(counted or phrase("people"), f" {phrasing.OUTCOME[casualty.outcome]}", number, mark)


def _tolls(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for position, casualty in enumerate(incident.casualties):
        source = (
            phrase("article, no source")
            if casualty.source is None
            else phrase("according to ", view.name(casualty.source))
        )
        paragraphs = view.paragraphs(casualty.count or casualty.cue or casualty.whom)
        yield Row("Toll", phrase(toll(view, incident, casualty, position), ": ", source), paragraphs)


def _values(view: View, incident: AssessedIncident) -> Iterator[Row]:
    for label, field in (("Damage", "damage"), ("In answer", "trigger"), ("Frame", "frame_words")):
        if value := _value(view, incident, field):
            yield Row(label, value, view.paragraphs(getattr(incident, field)))
    if incident.summarises:
        labels = ", ".join(view.label("incident", identity) for identity in incident.summarises)
        yield Row("Sums up", phrase(labels))


def not_stated(view: View, incidents: Iterable[AssessedIncident]) -> Iterator[Row]:
    """What nobody states, one line for all incidents that lack the same."""
    lacking: dict[str, list[str]] = {}
    for incident in incidents:
        for slot in dict.fromkeys(_slots(incident)):
            lacking.setdefault(slot, []).append(view.label("incident", incident.id))
    together: dict[str, list[str]] = {}
    for slot, labels in lacking.items():
        together.setdefault(" ".join(labels), []).append(slot)
    for label, slots in together.items():
        yield Row("", phrase(strong(f"{label} NOT STATED"), "  ", joined(", ", map(foreign, slots))))


def _slots(incident: AssessedIncident) -> Iterator[str]:
    if incident.assessment is None:
        return
    for slot in incident.assessment.not_stated:
        if slot == "author" and incident.assessment.unclaimed:
            continue  # its own row says so
        flying = slot == "result" and incident.kind in phrasing.FLYING
        yield "hit or intercepted" if flying else phrasing.NOT_STATED.get(slot, slot)
