"""Threats and warnings of the editor's beside ours."""

import re

from summarizer.schemas.digest import DigestThreat
from tests.week_comparing import matching
from tests.week_comparing.naming import same_name, within, words
from tests.week_comparing.sheet import Sheet
from tests.week_comparing.week import Entry, Week

LATER = {
    "restated": ("again", "threat: told again in"),
    "escalated": ("escalated", "threat: escalated in"),
    "withdrawn": ("withdrawn", "threat: withdrawn in"),
    "carried_out": ("carried_out", "threat: carried out in"),
}
"""What became of it, in the editor's word and ours, and as what it is counted."""


def compare_threats(sheet: Sheet, week: Week) -> None:
    """Every threat, one to one."""
    found = matching.threats(week)
    for entry in week.editors["threats"]:
        ours = found.get(entry["name"])
        sheet.wants("threats", entry["name"], entry["name"], ours is not None, ours.id if ours else None)
        _threat(sheet, week, entry, ours)
    known = {ours.id for ours in found.values()}
    for ours in week.digest.threats:
        if ours.id not in known:
            action = " | ".join(cite.text for cite in (*ours.action, *ours.condition))
            sheet.has_foreign("threats", f"{ours.issuer}: {action}", week.names(ours.told_in))


def _threat(sheet: Sheet, week: Week, entry: Entry, ours: DigestThreat | None) -> None:
    name = entry["name"]
    makers = (ours.issuer, *ours.of) if ours else ()
    for who in entry["issuer"]:
        sheet.wants("threat: issuer", name, who, ours is not None and matching.issues(ours, who), makers)
    aimed = [" | ".join(cite.text for cite in target) for target in ours.targets] if ours else []
    for key in ("targets", "escalated_to"):
        if wanted := entry.get(key):
            hit = any(within(words(target), words(" ".join(aimed))) for target in wanted)
            sheet.wants("threat: targets", name, wanted, hit, aimed)
    first = ours.tellings[0].article if ours else ""
    texts = {entry["first"]["article"], *entry["first"].get("copies", ())}
    told = week.name_of.get(first)
    sheet.wants("threat: first told in", name, texts, told in texts, told)
    for editors, (as_what, sort) in LATER.items():
        tellings = ours.tellings if ours else ()
        sheet.each(
            sort,
            name,
            set(entry[f"{editors}_in"]),
            week.names(each.article for each in tellings if each.as_what == as_what),
        )
    states = {entry["status"], *entry.get("status_also_acceptable", ())}
    status = ours.status if ours else None
    sheet.wants("threat: status", name, states, status in states, status)
    dated = re.match(r"\d{4}-\d\d-\d\d", str(entry["deadline"]))
    day = str(ours.deadline_day) if ours and ours.deadline_day else None
    wanted_day = dated.group() if dated else None
    sheet.wants("threat: day of the deadline", name, wanted_day, ours is not None and day == wanted_day, day)


def compare_warnings(sheet: Sheet, week: Week) -> None:
    """By speaker and article."""
    left = list(week.digest.warnings)
    for entry in week.editors["warnings"]:
        there = [each for each in left if entry["article"] in week.names(each.told_in)]
        same = [each for each in there if same_name(entry["who"], each.speaker)]
        sheet.wants("warnings", entry["who"], entry["about"], bool(same), [each.speaker for each in there])
        left = [each for each in left if each not in same]
    for each in left:
        sheet.has_foreign("warnings", each.speaker, " | ".join(cite.text for cite in each.words))
