"""The articles themselves: copies, rewrites, withdrawn and corrected ones, and those that tell nothing."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

from summarizer.conflict.statement_kinds import SAYS_IT_HAPPENED
from summarizer.schemas.digest import DigestIncident
from tests.week_comparing.matching import speaks
from tests.week_comparing.naming import one_source
from tests.week_comparing.sheet import Sheet
from tests.week_comparing.week import Entry, Week


def our_copies(week: Week) -> list[set[str]]:
    """Groups of articles that print one text, as ours has them."""
    groups: dict[str, set[str]] = defaultdict(set)
    for article in week.digest.articles:
        groups[article.text_of or article.key].add(article.name)
    return [group for group in groups.values() if len(group) > 1]


def compare_copies(sheet: Sheet, week: Week, found: Mapping[str, DigestIncident]) -> None:
    """Groups of copies; and what is like another text, but is none."""
    ours = our_copies(week)
    wanted = [set(group) for group in week.editors["copies"]]
    for group in wanted:
        sheet.wants(
            "copies", min(group), group, group in ours, [", ".join(sorted(each)) for each in ours if each & group]
        )
    for group in ours:
        if group not in wanted:
            sheet.has_foreign("copies", min(group), group)
    like = [set(pair) for pair in week.editors["partly"]]
    like += [{each["article"], each["rests_on"]} for each in week.editors["rewrites"]]
    for pair in like:
        sheet.wants("no copies, though like", min(pair), pair, not any(pair <= group for group in ours))
    for each in week.editors["rewrites"]:
        new = new_origins(week, each["article"], found)
        told = f"{each['article']} rests on {each['rests_on']}"
        sheet.wants("rewrites that are no new origin", each["article"], told, not new, new)


def compare_sources(sheet: Sheet, week: Week, found: Mapping[str, DigestIncident]) -> None:
    """How many say that it happened: no more than the editor's origins, and none by a passing mention alone."""
    for entry in week.editors["incidents"]:
        incident = found.get(entry["name"])
        for article in entry["background_in"]:
            new = _only_in(week, article, entry, incident) if incident else []
            sheet.wants("passing mention that adds no source", entry["name"], article, not new, new)
        if incident:
            sources = _sources(entry)
            sheet.wants("no more sources", entry["name"], sources, incident.sources <= len(sources), incident.sources)


def _sources(entry: Entry) -> list[str]:
    """The editor's origins that say that it happened, each source once."""
    found: list[str] = []
    for origin in entry["origins"]:
        if origin["kind"] in ("confirm", "assert", "claim") and not any(
            one_source(origin["who"], who) for who in found
        ):
            found.append(origin["who"])
    return found


def new_origins(week: Week, article: str, found: Mapping[str, DigestIncident]) -> list[str]:
    """Who tells of an incident in this article only, and is none of the editor's origins."""
    return [
        told
        for entry in week.editors["incidents"]
        if (incident := found.get(entry["name"])) and article in entry["articles"]
        for told in _only_in(week, article, entry, incident)
    ]


def _only_in(week: Week, article: str, entry: Entry, incident: DigestIncident) -> list[str]:
    return [
        f"{each.speaker}: {each.kind}"
        for each in incident.statements
        if each.speaker and not each.idle and each.kind in SAYS_IT_HAPPENED and week.names(each.carried_by) == {article}
        if not any(speaks(week, origin["who"], each) for origin in entry["origins"])
    ]


def compare_articles(sheet: Sheet, week: Week) -> None:
    """Withdrawn, corrected, and empty ones.

    What the editor calls corrected bears the correction, in ours a follow-up with its words; what a correction replaced,
    in ours `corrected_by`, is superseded for the editor.
    """
    editors, articles = week.editors, week.digest.articles
    withdrawn = {each.name for each in articles if each.withdrawn_by and not each.text_of}
    resting = {each.name for each in articles if each.withdrawn_by and each.text_of}
    corrected = {each.name for each in articles if each.corrected_by}
    correcting = {
        name
        for incident in week.ours
        for each in incident.follow_ups
        if each.kind == "correction"
        for name in week.cited(each.words)
    }
    sheet.each("withdrawn articles", "", set(editors["withdrawn_articles"]), withdrawn)
    sheet.each("copies of withdrawn articles", "", set(editors["rests_on_withdrawn"]), resting)
    sheet.each("articles with a correction", "", set(editors["corrected_articles"]), correcting)
    sheet.each("superseded articles", "", set(editors["superseded_articles"]), corrected)
    ours = week.digest
    tellings = (each.told_in for each in (*ours.incidents, *ours.older))
    told = week.names(
        chain(*tellings, *(each.told_in for each in ours.threats), *(each.told_in for each in ours.warnings))
    )
    for name in editors["nothing_in"]:
        sheet.wants("articles that tell nothing", name, "nothing", name not in told)
