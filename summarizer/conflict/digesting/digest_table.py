"""Digest → CSV: a row an incident."""

from collections.abc import Iterable

from summarizer.rendering.tables import Column, header_of, rows_of
from summarizer.schemas.digest import Cites, Digest, DigestIncident, DigestStatement

BETWEEN = " | "


def _words(*values: Cites) -> str:
    return BETWEEN.join(dict.fromkeys(" […] ".join(cite.text for cite in cites) for cites in values if cites))


def _several(values: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(filter(None, values)))


def _named(statements: Iterable[DigestStatement], numbers: Iterable[int]) -> str:
    wanted = set(numbers)
    return _several(each.speaker or "articles, no source" for each in statements if each.id in wanted)


def _killed(incident: DigestIncident, *, highest: bool) -> int | None:
    counts = (toll for toll in incident.tolls if toll.stands and toll.outcome == "killed")
    ends = [end for toll in counts for end in (toll.at_least, toll.at_most) if end is not None]
    return (max if highest else min)(ends, default=None)


def _by_doer(incident: DigestIncident) -> str:
    return _several(f"{doer.name}: {doer.status}" for doer in incident.doers)


DIGEST_COLUMNS = (
    Column("id", "name of the incident, which stays", lambda each: each.id),
    Column("kind", "kind of act", lambda each: each.kind),
    Column("stage", "how far it came", lambda each: each.stage),
    Column("frame", "current, or background: told as history only", lambda each: each.frame),
    Column("first_day", "first of the days that most texts give", lambda each: each.first_day),
    Column("last_day", "last of them", lambda each: each.last_day),
    Column("place", "where, in an article's words", lambda each: _words(each.place)),
    Column("target", "whom or what it struck, in the articles' words", lambda each: _words(*each.targets)),
    Column("occurrence", "whether it happened, as far as the articles support it", lambda each: each.occurrence),
    Column("grounds", "why", lambda each: each.basis.grounds),
    Column("said_by", "who says so", lambda each: _named(each.statements, each.basis.support)),
    Column("denied_by", "who denies or disputes it", lambda each: _named(each.statements, each.basis.against)),
    Column("sources", "how many say that it happened, each once", lambda each: each.sources),
    Column("texts", "how many texts tell it, copies of one once", lambda each: each.texts),
    Column("articles", "how many articles tell it", lambda each: len(each.told_in)),
    Column("corroboration", "whether others say so too, and from which side", lambda each: each.corroboration),
    Column("attribution", "who did it, as far as the articles support it", lambda each: each.attribution),
    Column("doers", "each who is said to have done it, with how that stands", _by_doer),
    Column("killed_lowest", "lowest of the last counts of killed", lambda each: _killed(each, highest=False)),
    Column("killed_highest", "highest of them; counts are never added up", lambda each: _killed(each, highest=True)),
    Column("tolls", "the words of every count", lambda each: _words(*(toll.count for toll in each.tolls))),
    Column("differ_on", "on what sources contradict each other", lambda each: _several(one.facet for one in each.conflicts)),
    Column("follow_ups", "what came of it", lambda each: _several(f"{one.day} {one.kind}" for one in each.follow_ups)),
    Column("perhaps_same", "other incidents that may be this one", lambda each: _several(one.incident for one in each.perhaps_same)),
    Column("evidence", "words that tell it", lambda each: _words(*(one.said for one in each.statements))),
    Column("told_in", "keys of the articles, the oldest first", lambda each: " ".join(each.told_in)),
)  # fmt: skip


def digest_table(digest: Digest) -> str:
    """The incidents of a digest as a table, those that are told as history last."""
    return header_of(DIGEST_COLUMNS) + rows_of(DIGEST_COLUMNS, (*digest.incidents, *digest.older))
