"""Everything that is compared, in the order of the editor's page."""

from collections import Counter
from itertools import chain

from summarizer.schemas.digest import DigestIncident
from tests.week_comparing import matching
from tests.week_comparing.articles import compare_articles, compare_copies, compare_sources
from tests.week_comparing.incidents import compare_incident
from tests.week_comparing.naming import shared, words
from tests.week_comparing.questions import compare_questions
from tests.week_comparing.sheet import Sheet
from tests.week_comparing.threats import compare_threats, compare_warnings
from tests.week_comparing.week import Week


def compared(week: Week) -> Sheet:
    """Our digest beside the editor's."""
    sheet = Sheet()
    found = matching.incidents(week)
    for entry in week.editors["incidents"]:
        ours = found.get(entry["name"])
        sheet.wants("incidents", entry["name"], entry["name"], ours is not None, ours.id if ours else None)
        compare_incident(sheet, week, entry, ours)
    known = {ours.id for ours in found.values()}
    for ours in week.ours:
        if ours.id not in known:
            what = f"{ours.kind} {' | '.join(cite.text for cite in ours.words)}"
            sheet.has_foreign("incidents", what, week.names(ours.told_in))
    _kept_apart(sheet, week)
    _old_events(sheet, week)
    compare_copies(sheet, week, found)
    compare_sources(sheet, week, found)
    compare_threats(sheet, week)
    compare_warnings(sheet, week)
    compare_questions(sheet, week, found)
    compare_articles(sheet, week)
    return sheet


def _kept_apart(sheet: Sheet, week: Week) -> None:
    """What ours tells stands in no article that tells the other one only, and quotes no words for where only the other was."""
    found = matching.incidents(week)
    entries = {entry["name"]: entry for entry in week.editors["incidents"]}
    placed = Counter(word for entry in entries.values() for word in words(" ".join(entry["place"])))
    for name, entry in entries.items():
        for other in entry["not_the_same_as"] if name in found else ():
            apart = entries.get(other)
            strays = set(apart["articles"]) - matching.told_in(entry) if apart else set()
            strays &= week.names(found[name].told_in)
            theirs = words(" ".join(apart["place"]) if apart else other.replace("(old event)", ""))
            own = words(" ".join((name, *entry["place"], *entry["targets"])))
            only_theirs = frozenset(word for word in theirs - own if placed[word] < 2)
            quoted = [quote for quote in _quoted(found[name]) if shared(only_theirs, words(quote))]
            sheet.wants("incidents kept apart", name, other, not strays and not quoted, [*sorted(strays), *quoted])


def _quoted(ours: DigestIncident) -> list[str]:
    """What is quoted for an incident."""
    cites = (*ours.days, *ours.place, *ours.words, *chain.from_iterable(ours.targets))
    said = (cite for each in ours.statements for cite in each.said)
    counted = (cite for toll in ours.tolls for cite in toll.count)
    return [cite.text for cite in (*cites, *said, *counted)]


def _old_events(sheet: Sheet, week: Week) -> None:
    """Told as older events with their day or month."""
    left = list(week.digest.older)
    for entry in week.editors["old_events"]:
        stands = [each for each in left if entry["article"] in week.names(each.told_in)]
        same = [each for each in stands if each.first_day and str(each.first_day).startswith(str(entry["day"]))]
        days = [f"{each.first_day} to {each.last_day}" for each in stands]
        sheet.wants("old events", entry["name"], entry["day"], bool(same), days)
        left = [each for each in left if each not in (same or stands)[:1]]
    for each in left:
        sheet.has_foreign("old events", " | ".join(cite.text for cite in each.words), week.names(each.told_in))
