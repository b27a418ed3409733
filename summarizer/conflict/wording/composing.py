"""Brief → page: what it is, in short, and the sections in the order in which a desk reads them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import replace
from itertools import filterfalse

from summarizer.conflict.items import FAR
from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.check_rows import checks
from summarizer.conflict.wording.incident_entries import filled, incident_entry, not_stated, shown_as_less, toll
from summarizer.conflict.wording.picturing import days, edges, tags_of_incident, tags_of_threat
from summarizer.conflict.wording.statement_rows import row_alone
from summarizer.conflict.wording.threat_entries import restatement, threat_entry, warning_entry
from summarizer.conflict.wording.view import SECTIONS, View, each
from summarizer.documents.document import Document
from summarizer.documents.quotes import Dateline, Origin, Quote
from summarizer.rendering.page import Page, Phrase, Row, Section, foreign, joined, led, listed, phrase
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Brief, CountedCasualty, UnverifiedBrief
from summarizer.schemas.vocabulary import Grounds, Outcome, StatementKind

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

UNDATED = "No headline, outlet or date in the text: weekdays cannot be resolved."

NOTHING = "Nothing found: no attack, no threat and no warning"

APART: dict[StatementKind, str] = {kind: row.section for kind, row in STATEMENT_KINDS.items() if row.section}
"""Kinds of statement with a section of their own."""


def compose(brief: UnverifiedBrief, document: Document, name: str) -> Page:
    """Everything that a reader will see, before layout.

    Args:
        brief: one that is no `Brief` is headed as unverified.
        document: the article that it is of; another one is said to be so at the head.
        name: what the article is called in the heading; empty if it is not called anything.
    """
    view = View(brief, document)
    sections = (
        *_incident_sections(view, "ABF"),
        *_threat_sections(view),
        *_statement_sections(view),
        *_incident_sections(view, "HE"),
        *_not_placed(view),
        *_who(view),
        checks(view),
    )
    return Page(
        tuple(_header(view, name)),
        _short(view),
        tuple(filter(_says_something, sections)),
        lambda: tuple(edges(view)),
        lambda: tuple(days(view)),
    )


def _says_something(section: Section) -> bool:
    return bool(section.entries or section.notes)


def _header(view: View, name: str) -> Iterator[Phrase]:
    checked = "quotes checked" if isinstance(view.brief, Brief) else "UNVERIFIED, nothing checked again"
    policy = phrase(phrasing.POLICY[view.brief.policy])
    title = led("ONE ARTICLE · ", phrase(f"{checked}, facts not checked"))
    yield joined(" · ", (phrase(foreign(name)), title, policy))
    yield _dated(view)
    yield from filter(None, (_origin(view.brief.source.origin),))
    yield from _unread(view)
    if any(finding.severity == "warn" for finding in view.brief.audit.findings):
        yield phrase(MARKED)
    if view.by_rules:
        yield phrase(BY_RULES, TOLD_TWICE if view.brief.source.sentences > FAR else "")
    elif view.brief.incidents and not any(incident.read_as for incident in view.brief.incidents):
        yield phrase("One key: statuses rest on the recorded statements; whoever read gave no judgement of its own.")
    if view.brief.source.sha256 != view.document.sha256:
        yield phrase("The text at hand is not the text that this brief was made from.")
    if view.document.language != "en":
        yield phrase(
            "The text does not read as English (", foreign(view.document.language), "): the checks read English only,"
            " and no status goes beyond “reported”."
        )  # fmt: skip


MARKED = "[!] stands behind what a check is in doubt about; why stands under CHECKS, on the full page."
BY_RULES = (
    "READ BY RULES, not by a language model: they take what a clause shows, miss much and may join what is apart. What is"
    " not here may stand in the article."
)
TOLD_TWICE = f" What this article tells again more than {FAR} sentences further on may stand here twice."


def _not_placed(view: View) -> Iterator[Section]:
    """What rules saw of attacks and threats and took for none: quoted as an index for the reader, no finding."""
    if view.by_rules:
        rows = (Row("", _by_speaker(view, quote), view.paragraphs((quote,))) for quote in view.brief.audit.uncovered)
        yield Section(
            "NOT PLACED: words of attack, threat, claim, denial or blame in no item above",
            notes=tuple(rows),
            compact=True,
        )


def _by_speaker(view: View, quote: Quote) -> Phrase:
    """A sentence as a quotation, under whoever it shows to deny, blame, claim or confirm."""
    from summarizer.conflict.coder.discourse.answering import speakers_in  # on a page by rules only

    speakers = speakers_in(view.document, quote.sentence) if view.in_place(quote) else ()
    under = listed(view.words((each,)) for each in speakers)
    return joined(": ", (under, view.words((quote,))))


def _unread(view: View) -> Iterator[Phrase]:
    """A line for each stretch that came to no answer, so that nobody takes the brief for one of the whole article."""
    for quotes in view.unread():
        if not quotes:
            yield phrase("NOT WHOLE: the answer was cut off, and its rest did not come. This brief is of what came.")
            continue
        paragraphs = view.paragraphs(quotes)
        stretch = phrase(f"NOT READ: sentences {quotes[0].sentence} to {quotes[-1].sentence}")
        where = f" (¶{paragraphs[0]} to ¶{paragraphs[-1]} of {len(view.brief.source.paragraphs)})" if paragraphs else ""
        ends = phrase(", from ", view.words(quotes[:1]), " to ", view.words(quotes[-1:]))
        yield phrase(stretch, where, ends, ": no answer of use came for them. This brief is of the rest.")


def _dated(view: View) -> Phrase:
    """What the text says of itself, and whether weekdays can be resolved."""
    source = view.brief.source
    dateline = source.dateline or Dateline()
    head = {"Headline": source.title, "Place": dateline.place, "Date": dateline.date, "Agency": dateline.agency}
    stated = [led(f"{label} ", view.words(filter(None, (quote,)))) for label, quote in head.items()]
    if source.published:
        stated.append(phrase("published ", foreign(source.published), ", told beside the text"))
    undated = (
        "" if dateline.date or source.published else ". No day of publication in the text: weekdays cannot be resolved."
    )
    told = joined(" · ", stated)
    return phrase(told, undated) if told else phrase(UNDATED)


def _origin(origin: Origin) -> Phrase:
    """What the file or page that holds the article says of it, and what was left out of that."""
    told = {"Outlet": origin.outlet, "By": origin.author, "From": origin.address, "Relayed from": origin.relayed}
    stated = [led(f"{label} ", phrase(foreign(words))) for label, words in told.items()]
    return joined(" · ", (*stated, led("left out: ", phrase(foreign(", ".join(origin.left_out))))))


def _short(view: View) -> Phrase:
    """Two lines of counts: attacks by who says so, harm, threats by whom."""
    current = [*_attacks_in_short(view), *_others_in_short(view), *_threats_in_short(view)]
    found = (*(current or _nothing_current(view)), *_older_in_short(view))
    return joined(" ", (phrase(sentence, ".") for sentence in found))


def _nothing_current(view: View) -> Iterator[Phrase]:
    yield phrase(NOTHING)
    if unused := {quote.sentence for quote in view.brief.audit.uncovered}:
        yield phrase(f"Words of attack or threat stand in {len(unused)} of its sentences all the same")


def _older_in_short(view: View) -> Iterator[Phrase]:
    if older := view.groups["H"]:
        yield phrase(_count(older, "older event"))


def _count(items: Sized, noun: str) -> str:
    """How many there are, in words that begin a sentence."""
    return f"{_number(len(items)).capitalize()} {noun}{'' if len(items) == 1 else 's'}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _attacks_in_short(view: View) -> Iterator[Phrase]:
    attacks = view.groups["A"]
    if not attacks:
        return
    clauses = Counter(_wording(view, incident, phrasing.COUNTED, ", unnamed") for incident in attacks)
    if len(clauses) > MANY:
        clauses = Counter(_wording(view, incident, phrasing.TALLIED) for incident in attacks)
    if len(attacks) == 1:
        yield phrase(_count(attacks, "attack"), ", ", *clauses)
    else:
        told = joined("; ", (phrase(_number(number), " ", clause) for clause, number in clauses.items()))
        yield phrase(_count(attacks, "attack"), ": ", told)
    yield led("Harm: ", _tolls(view, attacks)) or phrase(f"Harm {view.unsaid}")


def _wording(view: View, incident: AssessedIncident, table: Mapping[Grounds, str], unnamed: str = "") -> Phrase:
    """Who says so, by the table, with words that follow where all of them are unnamed."""
    assessment = view.statuses[incident.id]
    if shown_as_less(assessment):
        return phrase(f"read in two ways, {phrasing.OCCURRENCE[assessment.occurrence]} by the more cautious")
    told = filled(view, assessment, table[assessment.basis.grounds], phrasing.STAGE[incident.stage])
    return phrase(told, unnamed if assessment.basis.anonymous else "")


MANY = 4
"""Kinds of clauses up to which a summary names who says so; of more, the entries do."""
FEW = 3
"""Counts of harm that still fit into a summary; of more, only where they stand is said."""


def _tolls(view: View, incidents: Sequence[AssessedIncident]) -> Phrase:
    """Counts of harm, with the number of their incident where there are several; of many, how far apart they are."""
    counted = [
        (incident, *count) for incident in incidents for count in each("casualties", incident.casualties).items()
    ]
    if len(counted) > FEW:
        return _ranges(view, [(incident, toll) for incident, _, toll in counted])
    return joined(", ", (_toll_in_short(view, *one, several=len(incidents) > 1) for one in counted))


def _toll_in_short(
    view: View, incident: AssessedIncident, field: str, counted: CountedCasualty, *, several: bool
) -> Phrase:
    label = f"{view.label('incident', incident.id)} " if several else ""
    source = led(" according to ", view.names(filter(None, (counted.source,))))
    return phrase(label, toll(view, incident, field, counted), source)


def _ranges(view: View, counted: Sequence[tuple[AssessedIncident, CountedCasualty]]) -> Phrase:
    """For each kind of harm of each incident the lowest and the highest count: none is chosen; of many, where they stand."""
    kinds: dict[tuple[str, Outcome], list[CountedCasualty]] = defaultdict(list)
    for incident, count in counted:
        kinds[view.label("incident", incident.id), count.outcome].append(count)
    if len(kinds) > MANY:
        return phrase(f"{len(counted)} counts, see {', '.join(dict.fromkeys(label for label, _ in kinds))}")
    told = (f"{label} {phrasing.OUTCOME[outcome]} {_range(counts)}" for (label, outcome), counts in kinds.items())
    return joined(", ", map(phrase, told))


def _range(counts: Sequence[CountedCasualty]) -> str:
    """From the lowest of their numbers to the highest, and how many counts there are, where there are several."""
    numbers = sorted({number for count in counts for number in (count.at_least, count.at_most) if number})
    ends = dict.fromkeys(f"{end:,}" for end in (*numbers[:1], *numbers[-1:]))
    several = f" ({len(counts)} counts)" if len(counts) > 1 else ""
    return " to ".join(ends or ("not in numbers",)) + several


def _others_in_short(view: View) -> Iterator[Phrase]:
    if blasts := view.groups["B"]:
        yield phrase(_count(blasts, "blast"), " of unstated cause", led(": ", _tolls(view, blasts)))
    if fighting := view.groups["F"]:
        yield phrase("Fighting reported", led(": ", _tolls(view, fighting)))


def _threats_in_short(view: View) -> Iterator[Phrase]:
    if threats := view.threats:
        not_current = Counter(threat.status for threat in threats if threat.status != "current")
        of_them = "of them {} " if len(threats) > 1 else ""
        told = (
            f", {of_them.format(_number(number))}{phrasing.THREAT_STATUS[status].lower()}"
            for status, number in not_current.items()
        )
        yield phrase(_count(threats, "threat"), *told, _issuers(view, threats))
    if warnings := view.brief.warnings:
        yield phrase(_count(warnings, "warning"), " of attacks by others")


def _issuers(view: View, threats: Sequence[AssessedThreat]) -> Phrase:
    """Who issues threats, each for the first of those that it speaks for."""
    issuers = Counter((*threat.on_behalf_of, threat.issuer)[0] for threat in threats)
    if len(issuers) > 1:
        return led(": ", listed(phrase(f"{_number(issuers[actor])} by ", view.name(actor)) for actor in issuers))
    return phrase(", all by " if len(threats) > 1 else ", by ", *map(view.name, issuers))


def _incident_sections(view: View, letters: str) -> Iterator[Section]:
    for letter in letters:
        incidents = view.groups[letter]
        entries = tuple(
            replace(incident_entry(view, incident), tags=tags_of_incident(view, incident)) for incident in incidents
        )
        summaries = _summaries(view) if letter == "A" else ()
        yield Section(SECTIONS[letter], entries, (*not_stated(view, incidents), *summaries))


def _summaries(view: View) -> Iterator[Row]:
    """Words that only sum up incidents told elsewhere."""
    for incident in view.summaries:
        labels = " ".join(view.label("incident", identity) for identity in incident.summarises)
        words = view.words(incident.words) or phrase(phrasing.KIND[incident.kind])
        told = led(" sums up ", phrase(labels)) or phrase(" has no status")
        mark = view.mark_besides(incident)
        yield Row("", phrase(words, mark, told, ". Not counted."), view.paragraphs(incident.words))


def _threat_sections(view: View) -> Iterator[Section]:
    notes = [restatement(view, threat, first) for threat, first in view.restated]
    entries = (replace(threat_entry(view, threat), tags=tags_of_threat(view, threat)) for threat in view.threats)
    yield Section("THREATS", tuple(entries), tuple(notes))
    yield Section("WARNINGS", tuple(warning_entry(view, warning) for warning in view.brief.warnings))


def _statement_sections(view: View) -> Iterator[Section]:
    """Statements on no incident of the page: a section for each kind that has one, and one for the others."""
    rest = list(filterfalse(view.first_label, view.brief.statements))
    for kind, title in APART.items():
        rows = (row_alone(view, said) for said in rest if said.kind == kind)
        yield Section(title, notes=tuple(rows), compact=True)
    others = (row_alone(view, said, phrasing.LABEL[said.kind]) for said in rest if said.kind not in APART)
    yield Section("OTHER STATEMENTS", notes=tuple(others))


def _who(view: View) -> Iterator[Section]:
    """Other names and ties of the actors, with the words that show them."""
    rows = []
    introduced = view.leading()
    for actor in view.brief.actors:
        if actor.aliases or (actor.affiliations and actor.id not in introduced):
            aliases = (phrase("also ", view.words((alias,))) for alias in actor.aliases)
            kind = f"{phrasing.ACTOR[actor.kind]}, {phrasing.IDENTITY[actor.identity]}"
            body = joined("; ", (phrase(view.name(actor.id), f" ({kind})"), *aliases, *view.affiliations(actor)))
            rows.append(Row("", body, view.paragraphs(actor.name)[:1], minor="other names and ties"))
    yield Section("ALSO CALLED, AND OF WHOM", notes=tuple(rows))
