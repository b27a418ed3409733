"""One incident of the editor's beside ours."""

from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.schemas.digest import DigestChange, DigestIncident, DigestStatement, DigestToll
from tests.week_comparing import matching
from tests.week_comparing.matching import speaks
from tests.week_comparing.naming import is_described, same_name, within, words
from tests.week_comparing.sheet import Sheet
from tests.week_comparing.week import Entry, Week
from tests.week_comparing.wording import (
    ATTRIBUTIONS,
    CHANGES,
    FACETS,
    FOLLOW_UPS,
    KINDS,
    OCCURRENCES,
    STATEMENTS,
    ours_for,
)

Origin = tuple[Entry, list[DigestStatement]]


def compare_incident(sheet: Sheet, week: Week, entry: Entry, ours: DigestIncident | None) -> None:
    """All that is told of it; of one that is not told at all, everything is missing."""
    name = entry["name"]
    told = week.names(ours.told_in) if ours else set()
    sheet.each("articles that tell one", name, set(entry["articles"]), told, matching.told_in(entry))
    sheet.each("articles of what came of one", name, matching.came_in(entry) - set(entry["articles"]), told)
    _statuses(sheet, entry, ours)
    _origins(sheet, week, entry, ours.statements if ours else ())
    _killed(sheet, entry, ours)
    _conflicts(sheet, entry, ours)
    _follow_ups(sheet, week, entry, ours)
    _history(sheet, week, entry, ours)


# --- what it is --------------------------------------------------------------------------------------


def kinds(entry: Entry) -> set[str]:
    """Our words for its kind, with the stage where that matters."""
    return ours_for(KINDS, entry["kind"], *entry.get("kind_also_acceptable", ()))


def occurrences(entry: Entry) -> set[str]:
    """Our words for what is known of whether it happened."""
    return ours_for(OCCURRENCES, entry["occurrence"], *entry.get("occurrence_also_acceptable", ()))


def attributions(entry: Entry) -> set[str]:
    """Our words for what is known of who did it."""
    stated = entry["attribution"]
    return ours_for(ATTRIBUTIONS, stated["is"], *stated.get("also_acceptable", ()))


def _statuses(sheet: Sheet, entry: Entry, ours: DigestIncident | None) -> None:
    name = entry["name"]
    told = {ours.kind, f"{ours.kind}, {ours.stage}"} if ours else set()
    sheet.wants("kind", name, kinds(entry), not told.isdisjoint(kinds(entry)), told)
    days = {entry["day"], *entry.get("day_also_acceptable", ())}
    given = {ours.first_day, ours.last_day} if ours else {None}
    sheet.wants("day", name, {str(day) for day in days}, given <= days, {str(day) for day in given})
    occurrence = ours.occurrence if ours else None
    sheet.wants("occurrence", name, occurrences(entry), occurrence in occurrences(entry), occurrence)
    attribution = ours.attribution if ours else None
    sheet.wants("attribution", name, attributions(entry), attribution in attributions(entry), attribution)
    doers = [doer.name for doer in ours.doers] if ours else []
    for author in entry["attribution"]["author"]:
        sheet.wants("authors", name, author, any(same_name(author, doer) for doer in doers), doers)


# --- whose word --------------------------------------------------------------------------------------


def _origins(sheet: Sheet, week: Week, entry: Entry, statements: Iterable[DigestStatement]) -> None:
    """Each speaker with each kind of statement, in the articles that carry it."""
    name = entry["name"]
    said = list(statements)
    matched: list[Origin] = []
    for origin in entry["origins"]:
        kept = ours_for(STATEMENTS, origin["kind"])
        by_it = [each for each in said if each.kind in kept and speaks(week, origin["who"], each)]
        by_it = by_it or _described(week, origin, [each for each in said if each.kind in kept])
        others = [f"{each.speaker or 'the article'}: {each.kind}" for each in said if speaks(week, origin["who"], each)]
        told = f"{origin['who']}: {origin['kind']}"
        sheet.wants("origins", name, told, bool(by_it), others)
        matched.append((origin, by_it))
        carried = week.names(key for each in by_it for key in each.carried_by)
        for article in origin["articles"]:
            sheet.wants("articles that carry an origin", name, f"{told} in {article}", article in carried, carried)
    for each in said:
        wanted = [set(origin["articles"]) for origin, by_it in matched if each in by_it]
        told = f"{each.speaker}: {each.kind} ({' | '.join(cite.text for cite in each.said)})"
        if wanted:
            strays = week.names(each.carried_by) - set().union(*wanted) - set(entry["background_in"])
            for article in sorted(strays):
                sheet.has_foreign("articles that carry an origin", name, f"{told} in {article}")
        elif each.speaker:
            sheet.has_foreign("origins", name, f"{told} in {', '.join(sorted(week.names(each.carried_by)))}")


def _described(week: Week, origin: Entry, said: Iterable[DigestStatement]) -> list[DigestStatement]:
    """The only one in its articles by somebody whom no article names, where the editor names nobody: both only describe."""
    if not is_described(origin["who"]):
        return []
    unnamed = [
        each
        for each in said
        if each.speaker and not each.named and not week.names(each.carried_by).isdisjoint(origin["articles"])
    ]
    return unnamed if len(unnamed) == 1 else []


# --- counts ------------------------------------------------------------------------------------------


def _killed(sheet: Sheet, entry: Entry, ours: DigestIncident | None) -> None:
    """Bounds and sources. Nought with nobody to say so is no count; "more than 20" begins at 20 or 21."""
    name, killed = entry["name"], entry["killed"]
    tolls = [toll for toll in ours.tolls if toll.outcome == "killed"] if ours else []
    in_words = [each["value"] for each in killed["by"] if isinstance(each["value"], str)]
    counted = [toll for toll in tolls if not any(_quotes(toll, told) for told in in_words)]
    bounds = [bound for toll in counted for bound in (toll.at_least, toll.at_most) if bound is not None]
    lowest, highest = min(bounds, default=None), max(bounds, default=None)
    silent = killed["lowest"] == "none" or (not killed["by"] and not killed["highest"])
    for what, bound in (("lowest", lowest), ("highest", highest)):
        wanted = None if silent else killed[what]
        open_ended = any(each["value"] == wanted and each["at_least"] for each in killed["by"])
        right = bound == wanted or (open_ended and wanted is not None and bound == wanted + 1)
        sheet.wants("lowest and highest killed", name, f"{what} {wanted}", ours is not None and right, bound)
    left = list(tolls)
    for each in killed["by"]:
        given = [toll for toll in tolls if same_name(each["who"], toll.source)]
        same = [toll for toll in given if _counts(toll, each)]
        found = bool(same) or (ours is not None and _denies_in_words(ours, each))
        wanted = f"{each['who']}: {'at least ' * each['at_least']}{each['value']}"
        sheet.wants("killed, by whom", name, wanted, found, list(map(_toll, tolls)))
        left = [toll for toll in left if toll not in same]
    numbers = {each["value"] for each in killed["by"]}
    for toll in left:
        if toll.source or not {toll.at_least, toll.at_most} <= numbers:
            sheet.has_foreign("killed, by whom", name, _toll(toll))


def _toll(toll: DigestToll) -> str:
    words_of = " | ".join(cite.text for cite in toll.count)
    return f"{toll.source or 'the article'}: {toll.at_least} to {toll.at_most} ({words_of}, {toll.day})"


def _counts(toll: DigestToll, wanted: Entry) -> bool:
    value: Any = wanted["value"]
    if isinstance(value, str):
        return _quotes(toll, value)
    if wanted["at_least"]:
        return toll.at_most is None and toll.at_least in (value, value + 1)
    return (toll.at_least, toll.at_most) == (value, value)


def _quotes(toll: DigestToll, told: str) -> bool:
    return within(words(told), words(" ".join(cite.text for cite in toll.count)))


def _denies_in_words(ours: DigestIncident, wanted: Entry) -> bool:
    """What the editor keeps in words may be said where the account is disputed."""
    value = wanted["value"]
    return isinstance(value, str) and any(
        same_name(wanted["who"], each.speaker, each.of)
        and within(words(value), words(" ".join(cite.text for cite in each.said)))
        for each in ours.statements
    )


# --- contradictions, and what came of it ---------------------------------------------------------------


def _conflicts(sheet: Sheet, entry: Entry, ours: DigestIncident | None) -> None:
    wanted = {facet for each in entry["conflicts"] for facet in ours_for(FACETS, each["facet"])}
    sheet.each("conflicts", entry["name"], wanted, {each.facet for each in ours.conflicts} if ours else set())


def _follow_ups(sheet: Sheet, week: Week, entry: Entry, ours: DigestIncident | None) -> None:
    """By kind and article; of a toll that was revised, that a new count stands in that article."""
    wanted = set()
    for each in entry["follow_ups"]:
        what = each.get("note", "") if each["what"] == "other" else each["what"]
        if what == "toll_revised":
            tolls = [toll for toll in ours.tolls if each["article"] in week.cited(toll.count)] if ours else []
            told = f"toll_revised in {each['article']}"
            sheet.wants("follow-ups", entry["name"], told, bool(tolls), list(map(_toll, tolls)))
        else:
            wanted |= {f"{kind} in {each['article']}" for kind in ours_for(FOLLOW_UPS, what)}
    found = {
        f"{each.kind} in {article}" for each in (ours.follow_ups if ours else ()) for article in week.cited(each.words)
    }
    sheet.each("follow-ups", entry["name"], wanted, found)


def _history(sheet: Sheet, week: Week, entry: Entry, ours: DigestIncident | None) -> None:
    """Day, what and by whom; what came of it has no speaker in ours, and is known by its article."""
    for each in entry["history"]:
        kept = ours_for(CHANGES, each["what"])
        same_day = [change for change in ours.history if change.day == each["day"]] if ours else []
        likely = [change for change in same_day if f"{change.what} {change.says}" in kept]
        found = ours is not None and all(
            any(_by(week, ours, change, who, each["article"]) for change in likely) for who in _each_of(each["by"])
        )
        told = [f"{change.what} {change.says} {', '.join(change.who)}" for change in likely or same_day]
        sheet.wants("history", entry["name"], f"{each['day']} {each['what']} by {each['by']}", found, told)


def _each_of(by: str) -> Iterator[str]:
    yield from (who.strip() for part in by.split(";") for who in part.split(","))


def _by(week: Week, ours: DigestIncident, change: DigestChange, who: str, article: str) -> bool:
    if change.what == "follow_up":
        return article in week.cited(change.words)
    if change.what in ("toll_up", "toll_down"):
        return any(same_name(who, name) for name in change.who)
    return any(
        each.said == change.words and each.kind == change.says and speaks(week, who, each) for each in ours.statements
    )
