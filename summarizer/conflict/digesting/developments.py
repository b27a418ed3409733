"""How what is known of an incident changed from day to day, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import cast, get_args

from summarizer.conflict.digesting.accounts import COMPARED
from summarizer.conflict.digesting.citing import cite
from summarizer.conflict.digesting.tellings import IncidentPart, own_sentences, plain, told_in
from summarizer.conflict.digesting.uniting import unite
from summarizer.conflict.statement_kinds import RETRACTS, STATEMENT_KINDS
from summarizer.conflict.two_keys import SURENESS
from summarizer.documents.document import sentence_quote
from summarizer.lexicons import Phrases, phrases_pattern, words
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Assessment
from summarizer.schemas.digest import ChangeKind, DigestChange, DigestStatement, DigestToll, FollowUp, FollowUpKind

Texts = Sequence[Sequence[IncidentPart]]


def history_of(
    texts: Texts,
    policy: Policy,
    status: Assessment,
    statements: Iterable[DigestStatement],
    tolls: Iterable[DigestToll],
    follow_ups: Iterable[FollowUp],
) -> tuple[DigestChange, ...]:
    """What each day's articles changed, the oldest first; derived from what had been published by then.

    Args:
        texts: what texts tell of the incident, copies as one.
        policy: how much it takes to be confirmed.
        status: after all of them.
        statements, tolls, follow_ups: of the whole incident.
    """
    found = (*_said(statements), *_counted(tolls), *_came(follow_ups), *_statuses(texts, policy, status))
    return tuple(sorted(found, key=lambda change: (change.day or date.max, ORDER[change.what])))


ORDER = {"said": 0, "toll_up": 1, "toll_down": 1, "withdrawn": 2, "status": 3, "status_up": 3, "status_down": 3}
ORDER |= {"attribution": 4, "follow_up": 5}


def _said(statements: Iterable[DigestStatement]) -> Iterator[DigestChange]:
    for each in statements:
        if STATEMENT_KINDS[each.kind].stance not in ("silent", "apart"):
            what: ChangeKind = "withdrawn" if each.kind in RETRACTS else "said"
            yield DigestChange(
                day=each.first,
                what=what,
                says=each.kind,
                who=(each.speaker,),
                words=each.said,
                alert=what == "withdrawn",
            )


def _counted(tolls: Iterable[DigestToll]) -> Iterator[DigestChange]:
    for toll in tolls:
        if toll.change in ("up", "down") and toll.outcome in COMPARED:
            yield DigestChange(
                day=toll.day,
                what="toll_up" if toll.change == "up" else "toll_down",
                says=toll.outcome,
                who=(toll.source,),
                words=toll.count,
                alert=toll.change == "down",
            )


def _came(follow_ups: Iterable[FollowUp]) -> Iterator[DigestChange]:
    for each in follow_ups:
        yield DigestChange(day=each.day, what="follow_up", says=each.kind, words=each.words)


def _statuses(texts: Texts, policy: Policy, status: Assessment) -> Iterator[DigestChange]:
    """Where the status after a day's articles is another than before."""
    days = sorted({day for parts in texts for part in parts if (day := part.article.document.published)})
    before: Assessment | None = None
    for day in days:
        known = [kept for parts in texts if (kept := [part for part in parts if _by(part, day)])]
        now = status if sum(map(len, known)) == sum(map(len, texts)) else unite(known).assessment(policy)
        if now is not None:
            yield from _changed(before, now, day)
            before = now


def _by(part: IncidentPart, day: date) -> bool:
    return part.article.document.published is not None and part.article.document.published <= day


def _changed(before: Assessment | None, now: Assessment, day: date) -> Iterator[DigestChange]:
    if before is None:
        yield DigestChange(day=day, what="status", says=now.occurrence)
    elif before.occurrence != now.occurrence:
        less = SURENESS.get(now.occurrence, 0) < SURENESS.get(before.occurrence, 0)
        what = "status_down" if less else "status_up"
        yield DigestChange(day=day, what=what, says=now.occurrence, before=before.occurrence, alert=less)
    if before is not None and before.attribution != now.attribution:
        yield DigestChange(day=day, what="attribution", says=now.attribution, before=before.attribution)


# --- what came of it ---------------------------------------------------------------------------------


def follow_ups_of(parts: Iterable[IncidentPart]) -> tuple[FollowUp, ...]:
    """Arrests, trials, funerals and the like, each once for an article: in sentences that tell of the incident, and that
    no article of the first day has.

    Args:
        parts: of the incident, in order of age.
    """
    told = [part for part in parts if part.incident and part.article.document.published]
    if not told:
        return ()
    first = min(filter(None, (part.article.document.published for part in told)))
    begun = frozenset[str]().union(
        *(told_in(IncidentPart(part.article, None)) for part in told if part.article.document.published == first)
    )
    found: dict[tuple[FollowUpKind, str], FollowUp] = {}
    for part in told:
        for follow_up in _in(part, begun) if part.article.document.published != first else ():
            words_of = "".join(filter(str.isalnum, "".join(each.text for each in follow_up.words)))
            found.setdefault((follow_up.kind, words_of), follow_up)
    return tuple(found.values())


def _in(part: IncidentPart, begun: frozenset[str]) -> Iterator[FollowUp]:
    document = part.article.document
    threatened = {
        quote.sentence
        for threat in part.article.brief.threats
        for quote in (*threat.content, *threat.condition, *threat.deadline)
    }
    numbers = [
        number
        for number in own_sentences(part)
        if number not in threatened and plain(document.words(number)) not in begun
    ]
    for kind in cast("tuple[FollowUpKind, ...]", get_args(FollowUpKind)):
        telling = (number for number in numbers if _words_of(kind).search(document.words(number)))
        number = next(telling, None)
        if number is not None:
            words_of = cite(part.article, sentence_quote(document, number))
            yield FollowUp(kind=kind, day=document.published, words=(words_of,))


@cache
def _words_of(kind: FollowUpKind) -> Phrases:
    return phrases_pattern(words("digesting", f"after_{kind}"))
