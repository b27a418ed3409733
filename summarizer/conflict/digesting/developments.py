"""How what is known of an incident changed from day to day, and what came of it."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import cast, get_args

from summarizer.conflict.digesting.accounts import COMPARED
from summarizer.conflict.digesting.citing import cite
from summarizer.conflict.digesting.tellings import IncidentPart, own_sentences, plain, sentence_numbers, told_in
from summarizer.conflict.digesting.uniting import unite
from summarizer.conflict.statement_kinds import RETRACTS, STATEMENT_KINDS
from summarizer.conflict.two_keys import SURENESS
from summarizer.documents.document import sentence_quote
from summarizer.lexicons import Phrases, pattern, phrases_pattern, words
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Assessment
from summarizer.schemas.digest import ChangeKind, DigestChange, DigestStatement, DigestToll, FollowUp, FollowUpKind
from summarizer.schemas.vocabulary import Facet

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
            what: ChangeKind = "withdrawn" if takes_back(each) else "said"
            yield DigestChange(
                day=each.first,
                what=what,
                says=each.kind,
                who=(each.speaker,),
                words=each.said,
                alert=what == "withdrawn",
            )


def takes_back(said: DigestStatement) -> bool:
    """Whether it takes back that it happened, or who did it; a correction of the rest does not."""
    return said.kind in RETRACTS and (not said.contradicts or not TAKEN_BACK.isdisjoint(said.contradicts))


TAKEN_BACK: frozenset[Facet] = frozenset({"happened", "author"})


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


def follow_ups_of(parts: Iterable[IncidentPart], text_of: Mapping[str, int]) -> tuple[FollowUp, ...]:
    """Arrests, trials, funerals and the like, each once for a text: in sentences that tell of the incident, and that no
    earlier article has.

    What comes of an act is told later; a correction may be of the same day.

    Args:
        parts: of the incident, in order of age.
        text_of: by the key of an article, the number of the text that it prints.
    """
    told = [part for part in parts if part.incident and part.article.document.published]
    first = min((day for part in told if (day := part.article.document.published)), default=None)
    found: dict[tuple[FollowUpKind, str], FollowUp] = {}
    known: set[tuple[FollowUpKind, int]] = set()
    before: set[str] = set()
    for part in told:
        text = text_of[part.article.key]
        for follow_up in _in(part, before):
            if (follow_up.day != first or follow_up.kind in ANY_DAY) and (follow_up.kind, text) not in known:
                words_of = plain("".join(each.text for each in follow_up.words))
                found.setdefault((follow_up.kind, words_of), follow_up)
                known.add((follow_up.kind, text))
        before |= told_in(IncidentPart(part.article, None))
    return tuple(found.values())


ANY_DAY: frozenset[FollowUpKind] = frozenset({"correction", "withdrawal"})


def _in(part: IncidentPart, before: Container[str]) -> Iterator[FollowUp]:
    document = part.article.document
    numbers = [number for number in _telling(part) if plain(document.words(number)) not in before]
    threatened = [
        quote
        for threat in part.article.brief.threats
        for quote in (*threat.content, *threat.condition, *threat.deadline)
    ]
    for kind in cast("tuple[FollowUpKind, ...]", get_args(FollowUpKind)):
        for number in numbers:
            sentence = sentence_quote(document, number)
            found = next((each for each in _words_of(kind).finditer(sentence.text) if _has_come(kind, each)), None)
            if found and not any(each.start <= sentence.start + found.start() < each.end for each in threatened):
                yield FollowUp(kind=kind, day=document.published, words=(cite(part.article, sentence),))
                break


def _telling(part: IncidentPart) -> tuple[int, ...]:
    """The sentences that tell an incident; of one that an article tells besides, those that do not tell its main one."""
    article = part.article
    if part.incident is article.main:
        return own_sentences(part)
    main = set(sentence_numbers(IncidentPart(article, article.main)))
    return tuple(number for number in own_sentences(part) if number not in main)


def _has_come(kind: FollowUpKind, found: re.Match[str]) -> bool:
    """Whether words for what came of it mean that, and that it has come: "no arrests", "police released a video" do not."""
    before = _AFTER_MARK.sub("", found.string[: found.start()]).split()[-REACH:]
    after = _FROM_MARK.sub("", found.string[found.end() :]).split()[:REACH]
    if pattern("digesting", "not_come").search(" ".join(before)):
        return False
    beside = " ".join((*before, *after))
    if kind in OF_OTHER_THINGS:
        return not pattern("digesting", f"no_{kind}").search(beside)
    return kind != "withdrawal" or bool(pattern("digesting", "said_before").search(beside))


OF_OTHER_THINGS: frozenset[FollowUpKind] = frozenset({"release", "repair"})
"""What is told by words that are used of other things too."""
REACH = 5
"""Words before and after, within a clause."""
_AFTER_MARK, _FROM_MARK = re.compile(r".*[,.;:!?—–]\s", re.DOTALL), re.compile(r"[,.;:!?—–](?:\s|\Z).*", re.DOTALL)


@cache
def _words_of(kind: FollowUpKind) -> Phrases:
    return phrases_pattern(words("digesting", f"after_{kind}"))
