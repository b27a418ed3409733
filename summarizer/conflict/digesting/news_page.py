"""What a digest tells that the last one did not → page, incident by incident, alerts first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from summarizer.conflict.digesting.digest_news import DigestNews
from summarizer.conflict.digesting.digest_page import (
    AFTERWARDS,
    THREAT_STATES,
    TOLD_AS,
    DigestView,
    counted,
    days_of,
    digest_status,
)
from summarizer.conflict.wording import phrasing
from summarizer.rendering.page import Entry, Page, Phrase, Row, Section, joined, led, phrase, strong, with_words
from summarizer.schemas.digest import Digest

LABELS = {
    "new_incident": "New",
    "incident_gone": "Gone",
    "merged": "Merged",
    "split": "Split",
    "occurrence": "Status",
    "attribution": "Author",
    "statement": "Said",
    "no_longer_weighs": "No longer",
    "toll": "Toll",
    "follow_up": "After",
    "more_articles": "Articles",
    "new_threat": "New",
    "threat_status": "Status",
    "threat_told": "Told",
    "article_withdrawn": "Withdrawn",
    "article_corrected": "Corrected",
    "answered": "Answered",
}


def compose_news(digest: Digest, news: Sequence[DigestNews], last: bool) -> Page:
    """Everything that a reader will see of what is new.

    Args:
        digest: the later digest.
        news: what it tells that the last did not.
        last: whether there was a last one.
    """
    view = DigestView(digest)
    by_item: dict[str, list[DigestNews]] = defaultdict(list)
    for each in news:
        by_item[each.about].append(each)
    alerts = [identity for identity, told in by_item.items() if any(each.alert for each in told)]
    others = [identity for identity in by_item if identity not in alerts]
    sections = (
        Section("ALERTS: less sure than before, taken back, corrected or gone", tuple(_entry(view, identity, by_item[identity]) for identity in alerts)),
        Section("NEW OR CHANGED", tuple(_entry(view, identity, by_item[identity]) for identity in others)),
    )  # fmt: skip
    days = days_of(digest)
    told = f"WHAT IS NEW in a digest of {counted(len(digest.articles), 'article')}{days} · quotes checked, facts not checked"
    short = f"{len(by_item)} incidents, threats and articles have news; alerts: {len(alerts)}." if last else NO_LAST
    return Page((phrase(told),), phrase(short), tuple(section for section in sections if section.entries))


NO_LAST = "There is no earlier digest of these days: this one is the first, and what is new is told from now on."


def _entry(view: DigestView, identity: str, news: Iterable[DigestNews]) -> Entry:
    incident = next((each for each in (*view.digest.incidents, *view.digest.older) if each.id == identity), None)
    threat = next((each for each in view.digest.threats if each.id == identity), None)
    head: Phrase = phrase(identity)
    if incident:
        place = led(" · ", view.words(incident.place))
        head = phrase(
            strong(digest_status(view, incident)),
            " · ",
            phrasing.KIND[incident.kind].partition(",")[0],
            place,
            f" · id {identity}",
        )
    elif threat:
        head = phrase(strong(THREAT_STATES[threat.status]), " · ", view.who(threat.issuer))
    elif identity in view.articles:
        article = view.articles[identity]
        head = phrase(f"[{view.numbers[identity]}] ", view.who(article.outlet), f", {article.published or 'no day'}")
    rows = (Row(_label(each), _told(view, each)) for each in news)
    return Entry(label=view.labels.get(identity, ""), head=head, rows=with_words(*rows))


def _label(news: DigestNews) -> str:
    """What is new: of a statement what it does."""
    kinds: Mapping[str, str] = dict(phrasing.LABEL.items())
    return kinds[news.now] if news.what == "statement" else LABELS[news.what]


WORDINGS: Mapping[str, str] = dict(
    chain(
        phrasing.OCCURRENCE.items(),
        ((key, value.lower()) for key, value in phrasing.AUTHORS.items()),
        ((key, value.lower()) for key, value in phrasing.LABEL.items()),
        AFTERWARDS.items(),
        ((key, value.partition(";")[0].partition(",")[0].lower()) for key, value in THREAT_STATES.items()),
        TOLD_AS.items(),
    )
)
"""What a value of a closed list is called."""
STATUSES: Mapping[str, str] = dict(phrasing.OCCURRENCE.items())
ASKED: Mapping[str, str] = {
    "awaited_comment": "what was awaited",
    "deadline_passed": "a deadline",
    "unverified": "what was unverified",
}
TABLES: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(("occurrence", "new_incident", "incident_gone"), STATUSES),
    "answered": ASKED,
}
"""What is called otherwise where it is told of something else."""


def _told(view: DigestView, news: DigestNews) -> Phrase:
    alert = "! " if news.alert else ""
    known = tuple(cite for cite in news.words if cite.article in view.articles)
    if news.what == "statement":
        return phrase(alert, view.whose(news.who, known), ": ", view.cited(known))
    table = TABLES.get(news.what, WORDINGS)
    now, before = (table.get(value, value) for value in (news.now, news.before))
    whose = " of " if news.what == "answered" else " by "
    who = led(whose, view.who(news.who)) if news.who else ()
    told = phrase(now, who, led(", before ", phrase(before)))
    return phrase(alert, joined(": ", (told, view.cited(known))))
