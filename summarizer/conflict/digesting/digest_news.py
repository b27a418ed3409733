"""Two digests → what the later one tells that the earlier did not: incidents, statuses, words, tolls, threats; downgrades too."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import Field

from summarizer.conflict.statement_kinds import RETRACTS
from summarizer.conflict.two_keys import SURENESS
from summarizer.documents.quotes import Part
from summarizer.schemas.digest import (
    Cites,
    Digest,
    DigestIncident,
    DigestStatement,
    DigestThreat,
    DigestToll,
)

NewsKind = Literal[
    "new_incident", "incident_gone", "merged", "split", "occurrence", "attribution", "statement", "no_longer_weighs", "toll",
    "follow_up", "more_articles", "new_threat", "threat_status", "threat_told", "article_withdrawn", "article_corrected", "answered",
]  # fmt: skip


class DigestNews(Part):
    """One thing that is new."""

    what: NewsKind
    about: str = Field(description="Id of the incident or threat, or key of the article.")
    before: str = ""
    now: str = ""
    who: str = ""
    words: Cites = ()
    alert: bool = Field(default=False, description="It is less sure than before, was taken back, or is gone.")


def news_of(before: Digest, now: Digest) -> tuple[DigestNews, ...]:
    """What is new in a digest, incident by incident.

    Args:
        before: the earlier one.
        now: the later one, of the same store and days.
    """
    return (
        *_regrouped(now),
        *_of_incidents(before, now),
        *_of_threats(before, now),
        *_of_articles(before, now),
        *_answered(before, now),
    )


def _by_id(items: Iterable[Any]) -> dict[str, Any]:
    return {item.id: item for item in items}


def _regrouped(now: Digest) -> Iterator[DigestNews]:
    for each in now.regrouped:
        yield DigestNews(what=each.what, about=each.incident, now=", ".join(each.others), alert=True)


def _of_incidents(before: Digest, now: Digest) -> Iterator[DigestNews]:
    earlier = _by_id((*before.incidents, *before.older))
    later = _by_id((*now.incidents, *now.older))
    merged = {other for each in now.regrouped if each.what == "merged" for other in each.others}
    for identity, incident in earlier.items():
        if identity not in later and identity not in merged:
            yield DigestNews(
                what="incident_gone", about=identity, before=incident.occurrence, words=incident.words, alert=True
            )
    for identity, incident in later.items():
        if identity in earlier:
            yield from _of_incident(earlier[identity], incident)
        else:
            yield DigestNews(what="new_incident", about=identity, now=incident.occurrence, words=incident.words)


def _of_incident(before: DigestIncident, now: DigestIncident) -> Iterator[DigestNews]:
    if before.occurrence != now.occurrence:
        less = SURENESS.get(now.occurrence, 0) < SURENESS.get(before.occurrence, 0)
        yield DigestNews(what="occurrence", about=now.id, before=before.occurrence, now=now.occurrence, alert=less)
    if before.attribution != now.attribution:
        yield DigestNews(what="attribution", about=now.id, before=before.attribution, now=now.attribution)
    known = {_said(each): each for each in before.statements}
    for each in now.statements:
        earlier = known.get(_said(each))
        if earlier is None:
            yield DigestNews(
                what="statement",
                about=now.id,
                now=each.kind,
                who=each.speaker,
                words=each.said,
                alert=each.kind in RETRACTS,
            )
        elif each.idle and not earlier.idle:
            yield DigestNews(
                what="no_longer_weighs", about=now.id, now=each.kind, who=each.speaker, words=each.said, alert=True
            )
    yield from _of_tolls(before, now)
    told = {(each.kind, each.day) for each in before.follow_ups}
    for follow_up in now.follow_ups:
        if (follow_up.kind, follow_up.day) not in told:
            yield DigestNews(what="follow_up", about=now.id, now=follow_up.kind, words=follow_up.words)
    more = [key for key in now.told_in if key not in before.told_in]
    if more:
        yield DigestNews(what="more_articles", about=now.id, before=str(len(before.told_in)), now=str(len(now.told_in)))


def _said(statement: DigestStatement) -> tuple[Any, ...]:
    """What a statement is known by: where it first stood."""
    first = statement.said[0] if statement.said else None
    return statement.kind, statement.speaker, first and (first.article, first.start)


def _of_tolls(before: DigestIncident, now: DigestIncident) -> Iterator[DigestNews]:
    last = {(each.outcome, each.source): each for each in before.tolls if each.stands}
    for toll in now.tolls:
        earlier = last.get((toll.outcome, toll.source))
        if toll.stands and earlier is not None and earlier.count != toll.count:
            yield DigestNews(
                what="toll",
                about=now.id,
                before=_number(earlier),
                now=f"{_number(toll)} {toll.outcome}",
                who=toll.source,
                words=toll.count,
                alert=toll.change == "down",
            )


def _number(toll: DigestToll) -> str:
    ends = dict.fromkeys(str(end) for end in (toll.at_least, toll.at_most) if end is not None)
    return " to ".join(ends) or " ".join(cite.text for cite in toll.count)


def _of_threats(before: Digest, now: Digest) -> Iterator[DigestNews]:
    earlier = _by_id(before.threats)
    for threat in now.threats:
        known: DigestThreat | None = earlier.get(threat.id)
        if known is None:
            words = threat.tellings[0].words if threat.tellings else ()
            yield DigestNews(what="new_threat", about=threat.id, now=threat.status, who=threat.issuer, words=words)
            continue
        if known.status != threat.status:
            yield DigestNews(
                what="threat_status",
                about=threat.id,
                before=known.status,
                now=threat.status,
                who=threat.issuer,
                words=threat.tellings[-1].words,
            )
        for telling in threat.tellings:
            if telling not in known.tellings:
                yield DigestNews(
                    what="threat_told", about=threat.id, now=telling.as_what, who=threat.issuer, words=telling.words
                )


def _of_articles(before: Digest, now: Digest) -> Iterator[DigestNews]:
    earlier = {article.key: article for article in before.articles}
    outlets = {article.key: article.outlet for article in now.articles}
    for article in now.articles:
        known = earlier.get(article.key)
        put_right: tuple[tuple[NewsKind, Cites, Cites], ...] = (
            ("article_withdrawn", article.withdrawn_by, known.withdrawn_by if known else ()),
            ("article_corrected", article.corrected_by, known.corrected_by if known else ()),
        )
        for what, words, told in put_right:
            if words and not told:
                who = outlets.get(words[0].article, "")
                yield DigestNews(what=what, about=article.key, who=who, words=words, alert=True)


def _answered(before: Digest, now: Digest) -> Iterator[DigestNews]:
    still = {(each.kind, each.about, each.who) for each in now.questions}
    incidents = {each.id for each in now.incidents}
    for question in before.questions:
        if question.about in incidents and (question.kind, question.about, question.who) not in still:
            yield DigestNews(
                what="answered", about=question.about, now=question.kind, who=question.who, words=question.words
            )
