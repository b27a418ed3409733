"""Digest → one HTML file: a card for each incident and threat, who attacks and threatens whom, the days, the articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, groupby
from typing import TYPE_CHECKING

from summarizer.conflict.digesting import digest_page as wording
from summarizer.conflict.digesting.digest_page import SECTIONS, THREAT_STATES, DigestView
from summarizer.conflict.digesting.who_is_who import folded
from summarizer.conflict.statement_kinds import RETRACTS, STATEMENT_KINDS, Stance
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.calling import named
from summarizer.conflict.wording.picturing import DOES_IT, HAPPENED, NOBODY, strength
from summarizer.rendering.cards import (
    Block,
    Card,
    CardReport,
    CardSection,
    Line,
    ListedArticle,
    Mark,
    Strip,
    article_place,
)
from summarizer.rendering.cards_report import as_card_report
from summarizer.rendering.page import (
    Edge,
    EntryTag,
    Phrase,
    Row,
    Strength,
    foreign,
    joined,
    leading,
    led,
    phrase,
    plain,
    quoted,
    strong,
    with_words,
)
from summarizer.schemas.digest import (
    ArticleKey,
    Cites,
    Digest,
    DigestArticle,
    DigestChange,
    DigestIncident,
    DigestStatement,
    DigestThreat,
    ThreatState,
)

if TYPE_CHECKING:
    from summarizer.schemas.vocabulary import StatementKind

STANCES: dict[Stance, str] = {
    "upholds": "Say that it happened",
    "contradicts": "Deny or dispute",
    "accuses": "Say who did it",
    "lifts": "Clear somebody, or take back",
    "silent": "Leave it open",
    "apart": "Also said",
}
"""Under what a statement stands in a card, in order."""

AS_THREATENED: Mapping[ThreatState, Strength] = {
    "open": "said", "deadline_passed": "said", "escalated": "said", "carried_out": "shown",
    "withdrawn": "doubted", "hoax": "doubted", "background": "doubted",
}  # fmt: skip
"""How surely a threat is drawn, by what has become of it."""

SUREST: tuple[Strength, ...] = ("shown", "said", "doubted")

ALERT = EntryTag("Alerts", "less sure than before, or taken back")


class LinkedView(DigestView):
    """The same view, its articles, incidents and threats leading to their places, and copies by their own numbers."""

    def ref(self, key: ArticleKey) -> Phrase:
        """The number of an article, leading to its place in the list."""
        number = self.numbers[key]
        return leading(article_place(number), f"[{number}]")

    def label(self, identity: str) -> Phrase:
        """What an incident or a threat is called, leading to its card."""
        label = self.labels.get(identity)
        return leading(label, label) if label else phrase(identity)

    def refs(self, keys: Iterable[ArticleKey]) -> Phrase:
        """The articles by the text that they print, with their outlets, and which are copies."""
        return joined("; ", (self._text(first, articles) for first, articles in self.by_text(keys).items()))

    def _text(self, first: ArticleKey, articles: Iterable[ArticleKey]) -> Phrase:
        """The oldest article of a text with its outlet, and which of its copies."""
        copies = [key for key in articles if key != first]
        told = joined(" ", map(self.ref, copies))
        which = phrase(self.ref(first), " ", foreign(self.articles[first].outlet))
        if first not in articles:
            return phrase(told, f" cop{'ies' if len(copies) > 1 else 'y'} of ", which)
        return phrase(which, led(f" (cop{'ies' if len(copies) > 1 else 'y'} ", told), ")" if copies else "")


def digest_report(digest: Digest, made: str = "") -> str:
    """Everything of a digest as one HTML file, with no program in it, that loads nothing.

    Args:
        digest: what is to be read.
        made: who made it, when, and with which version; empty if it is not known.
    """
    view = LinkedView(digest)
    how = "[4] is an article of the list at the end; copies print the text of the article before them."
    report = CardReport(
        header=(wording.headline(view), phrase(f"{wording.ONCE} {how}"), *wording.read_by_rules(view)),
        short=wording.in_short(view),
        sections=tuple(section for section in _sections(view) if section.cards or section.lines),
        articles=tuple(_listed(view)),
        edges=sorted(_edges(view), key=lambda edge: SUREST.index(edge.strength)),
        strips=tuple(_strips(view)),
        days=(digest.first_day, digest.last_day) if digest.first_day and digest.last_day else None,
    )
    return as_card_report(report, made)


def _sections(view: LinkedView) -> Iterator[CardSection]:
    digest = view.digest
    yield CardSection(wording.REGROUPED, lines=_lines(wording.regrouped(view)))
    for title, incidents in groupby(view.incidents, key=lambda each: SECTIONS[each.occurrence]):
        yield CardSection(title, tuple(_card(view, each) for each in incidents))
    yield CardSection("THREATS", tuple(_threat_card(view, threat) for threat in digest.threats))
    yield CardSection("WARNINGS", lines=_lines(wording.warned(view, each) for each in digest.warnings))
    questions = (
        Line(wording.asked(view, each), wording.QUESTIONS[each.kind], view.label(each.about))
        for each in digest.questions
    )
    yield CardSection("OPEN QUESTIONS", lines=tuple(questions))
    yield CardSection(wording.OLDER, tuple(_card(view, each) for each in digest.older))
    yield CardSection(wording.NOT_LINKED, lines=_lines((wording.not_linked(view),)))


def _lines(bodies: Iterable[Phrase]) -> tuple[Line, ...]:
    return tuple(map(Line, filter(None, bodies)))


# --- incidents ---------------------------------------------------------------------------------------


def _card(view: LinkedView, incident: DigestIncident) -> Card:
    tolls = joined("; ", (phrase(harm) for harm, _ in wording.tolls_by_source(view, incident.tolls)))
    rows = (
        Row("By whom", wording.authorship(view, incident)),
        Row("Toll", tolls),
        Row("Readings", wording.readings(incident)),
        Row("Support", phrase(phrasing.CORROBORATION[incident.corroboration])),
        Row("Told in", wording.told_in(view, incident)),
    )
    alert = any(change.alert for change in incident.history)
    return Card(
        label=view.labels[incident.id],
        status=wording.digest_status(view, incident),
        what=joined(" · ", wording.what_where_when(view, incident)),
        small=phrase(f"id {incident.id}"),
        rows=with_words(*rows),
        folded=f"{wording.counted(len(incident.statements), 'statement')} by source, and what changed",
        blocks=tuple(block for block in _blocks(view, incident) if block.lines),
        tags=tuple(_tags(incident)),
        strength=HAPPENED[incident.occurrence],
        alert=alert,
    )


def _tags(incident: DigestIncident) -> Iterator[EntryTag]:
    """By what an incident is chosen."""
    older = "older" if incident.frame != "current" else ""
    yield EntryTag("Status", older or _short(SECTIONS[incident.occurrence]))
    yield EntryTag("Kind", _short(phrasing.KIND[incident.kind]))
    yield from (ALERT for _ in {True for change in incident.history if change.alert})


def _short(title: str) -> str:
    return title.partition(";")[0].partition(",")[0].lower()


def _blocks(view: LinkedView, incident: DigestIncident) -> Iterator[Block]:
    for conflict in incident.conflicts:
        sides = (Line(_apart(view, side.says), head=view.whose_words(side.who, side.says)) for side in conflict.sides)
        yield Block(f"Accounts differ on {phrasing.FACET[conflict.facet]}", tuple(sides), "sides", wide=True)
    yield from _said(view, incident)
    for harm, sources in wording.tolls_by_source(view, incident.tolls):
        counts = (Line(wording.counts(view, tolls), head=source) for source, tolls in sources.items())
        yield Block(f"Toll by source: {harm}", tuple(counts))
    yield Block("What changed, day by day", tuple(_history(view, incident)), "days")
    yield Block("What came after", _lines(wording.afterwards(view, each) for each in incident.follow_ups))
    yield Block("Perhaps the same incident", _lines(wording.perhaps(view, each) for each in wording.likely(incident)))


def _apart(view: LinkedView, cites: Cites) -> Phrase:
    """The words of each paragraph with where they stand."""
    by_place = groupby(cites, key=lambda cite: (cite.article, cite.paragraph))
    return joined("; ", (view.cited(tuple(told)) for _, told in by_place))


def _said(view: LinkedView, incident: DigestIncident) -> Iterator[Block]:
    """Every statement, by what it does to the account."""
    by_stance: dict[Stance, list[Line]] = defaultdict(list)
    for said in wording.in_order(incident):
        by_stance[STATEMENT_KINDS[said.kind].stance].append(_statement(view, said))
    for stance, title in STANCES.items():
        yield Block(title, tuple(by_stance[stance]), wide=True)


def _statement(view: LinkedView, said: DigestStatement) -> Line:
    return Line(
        body=phrase(view.cited(said.said), wording.DOUBTED if said.marked else ""),
        label=wording.does(said),
        head=wording.speaker(view, said),
        does=wording.to_whom(view, said),
        small=joined(" · ", (wording.relation(said), phrase(str(said.first or "")), *wording.remarks(view, said))),
        faint=bool(said.idle),
    )


def _history(view: LinkedView, incident: DigestIncident) -> Iterator[Line]:
    """What each day brought: who said what, then what that changed."""
    for day, changes in groupby(incident.history, key=lambda each: each.day):
        told = list(changes)
        for body, alert in (*_who_said(view, told), *(_changed(view, each) for each in told)):
            if body:
                yield Line(body, str(day or "no day"), alert=alert)


def _who_said(view: LinkedView, changes: Iterable[DigestChange]) -> Iterator[tuple[Phrase, bool]]:
    by_kind: dict[StatementKind, list[str]] = defaultdict(list)
    for each in changes:
        if each.what == "said":
            by_kind[each.says].extend(each.who)  # type: ignore[index]
    for kind, who in by_kind.items():
        label = wording.CORRECTS if kind in RETRACTS else phrasing.LABEL[kind]
        yield phrase(f"{label}: ", view.names(dict.fromkeys(who))), False


def _changed(view: LinkedView, change: DigestChange) -> tuple[Phrase, bool]:
    """What a change is, and whether to look at it."""
    if change.what == "follow_up":
        return phrase("After: ", wording.AFTERWARDS[change.says]), False
    words = wording.changed(view, change)
    return (words if change.what in ("toll_up", "toll_down", "withdrawn") else strong(words)), change.alert


# --- threats -----------------------------------------------------------------------------------------


def _threat_card(view: LinkedView, threat: DigestThreat) -> Card:
    tellings = (
        Line(view.cited(each.words), str(each.day or "no day"), phrase(wording.TOLD_AS[each.as_what]))
        for each in threat.tellings
    )
    return Card(
        label=view.labels[threat.id],
        status=phrase(THREAT_STATES[threat.status]),
        what=wording.whom_it_threatens(view, threat),
        small=phrase(f"id {threat.id}"),
        rows=with_words(*wording.threat_terms(view, threat), Row("Told in", wording.threat_told_in(view, threat))),
        folded="What was said, and what came of it",
        blocks=(Block("Day by day", tuple(tellings), "days", wide=True),),
        tags=(EntryTag("Status", f"threat {_short(THREAT_STATES[threat.status])}"), EntryTag("Kind", "threat")),
        strength=AS_THREATENED[threat.status],
    )


# --- what is drawn -----------------------------------------------------------------------------------


def _edges(view: LinkedView) -> Iterator[Edge]:
    """Who is said to have attacked whom, and who threatens whom: each target by its card."""
    called: dict[tuple[str, ...], str] = {}
    for incident in view.incidents:
        label = view.labels[incident.id]
        for doer in incident.doers:
            if doer.status in DOES_IT:
                yield Edge(
                    source=_party(called, doer.name) if doer.named else f"{plain(quoted(doer.name))} ({label})",
                    target=f"{label} · {_target(view, incident.targets, incident.place)}",
                    entry=label,
                    does="attacks",
                    status=f"{phrasing.OCCURRENCE[incident.occurrence]}; {doer.status.replace('_', ' ')}",
                    strength=strength(doer.status, incident.occurrence),
                )
    for threat in view.digest.threats:
        label = view.labels[threat.id]
        yield Edge(
            source=_party(called, next(iter(threat.of), threat.issuer)),
            target=f"{label} · {_target(view, threat.targets, ())}",
            entry=label,
            does="threatens",
            status=_short(THREAT_STATES[threat.status]),
            strength=AS_THREATENED[threat.status],
        )


def _party(called: dict[tuple[str, ...], str], name: str) -> str:
    """Somebody's name as it was written first."""
    return called.setdefault(folded(name), plain(named(name)))


def _target(view: LinkedView, targets: Iterable[Cites], place: Cites) -> str:
    return plain(view.words(next(iter(targets), place)[:1])).strip("“”") or NOBODY


def _strips(view: LinkedView) -> Iterator[Strip]:
    """The days of each incident and threat, and those on which something was said of it."""
    for incident in view.incidents:
        what = (phrase(_short(phrasing.KIND[incident.kind])), view.words(incident.place[:1]))
        was = ((incident.first_day, incident.last_day or incident.first_day),) if incident.first_day else ()
        marks = (
            *(Mark(day, day, "told") for day in _days(view, incident.told_in)),
            *(Mark(first, last, "was") for first, last in was),
            *(Mark(day, day, "alert") for change in incident.history if change.alert and (day := change.day)),
        )
        yield Strip(view.labels[incident.id], joined(" · ", what), marks, tuple(_tags(incident)))
    for threat in view.digest.threats:
        due = (threat.deadline_day,) if threat.deadline_day else ()
        told = (Mark(day, day, "told") for day in _days(view, threat.told_in))
        says = phrase("threat · ", named(threat.issuer))
        tags = (EntryTag("Status", f"threat {_short(THREAT_STATES[threat.status])}"), EntryTag("Kind", "threat"))
        yield Strip(view.labels[threat.id], says, (*told, *(Mark(day, day, "due") for day in due)), tags)


def _days(view: LinkedView, articles: Iterable[ArticleKey]) -> list[date]:
    return sorted({day for key in articles if (day := view.articles[key].published)})


# --- articles ----------------------------------------------------------------------------------------


def _listed(view: LinkedView) -> Iterator[ListedArticle]:
    """Every text by its oldest article, with those that print it too."""
    cards: dict[ArticleKey, list[str]] = defaultdict(list)
    told = chain(
        ((each.id, each.told_in) for each in view.incidents),
        ((each.id, each.told_in) for each in view.digest.threats),
        ((each.id, each.told_in) for each in view.digest.older),
    )
    for identity, articles in told:
        for key in articles:
            cards[key].append(view.labels[identity])
    for first, keys in view.by_text(view.articles).items():
        copies = tuple(_article(view, view.articles[key], cards) for key in keys if key != first)
        yield _article(view, view.articles[first], cards, copies)


def _article(
    view: LinkedView,
    article: DigestArticle,
    cards: Mapping[ArticleKey, list[str]],
    copies: tuple[ListedArticle, ...] = (),
) -> ListedArticle:
    day = phrase(str(article.published or "no day"))
    credit_words = led("in the words ", quoted(article.credit_words) if article.credit_words else ())
    marks = (*wording.marks(view, article), credit_words)
    return ListedArticle(
        number=view.numbers[article.key],
        title=phrase(foreign(article.title)) or phrase("no title"),
        about=joined(", ", (phrase(foreign(article.outlet)), day)),
        small=phrase(foreign(article.name)),
        notes=_lines(marks),
        alert=bool(article.withdrawn_by),
        address=article.address,
        copies=copies,
        cards=tuple(cards.get(article.key, ())),
    )
