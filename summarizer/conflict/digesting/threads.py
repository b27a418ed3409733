"""Threats of many articles → each threat once, with what became of it; only where words say so.

Two tellings are of one threat where the same party makes it and they have words in common for whom it is aimed at, on what
condition and until when. A telling goes further, or tells that it was carried out, only by words that say so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from summarizer.conflict.digesting.citing import called, cite
from summarizer.conflict.digesting.naming import KnownIncidents, named
from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.digesting.tellings import plain
from summarizer.conflict.digesting.who_is_who import folded
from summarizer.conflict.linking.traits import WORD, stem, stop_words
from summarizer.conflict.statement_kinds import CLAIMS_IT
from summarizer.documents.quotes import Quote
from summarizer.english.days import MONTHS, WEEKDAYS
from summarizer.lexicons import pattern, word_set, words
from summarizer.schemas.brief import Actor, AssessedIncident, AssessedThreat
from summarizer.schemas.digest import Cites, DigestThreat, ThreatState, ThreatTelling

LONGEST = timedelta(days=60)
"""Between two tellings of one threat."""
SHARED = 2
"""Words that two tellings have in common at least."""
COPIED = 2.0
"""More than any likeness of words: another article has told it word for word."""


@dataclass(frozen=True)
class ToldThreat:
    """One article's telling of a threat, with those within the article that only tell it again."""

    article: ReadArticle
    threat: AssessedThreat
    again: tuple[AssessedThreat, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by."""
        return f"{self.article.key}#t{self.threat.id}"

    @property
    def day(self) -> date | None:
        """Of publication."""
        return self.article.document.published

    @cached_property
    def as_quoted(self) -> str:
        """All that is quoted of it, as it is compared with copies."""
        return "".join(plain(quote.text) for _, quote in self.article.items.quotes(self.threat))

    @cached_property
    def parties(self) -> frozenset[str]:
        """The beginnings of the names of those whose threat it is."""
        items = self.article.items
        told = {self.threat.issuer, *self.threat.on_behalf_of}
        told |= {tie.actor for number in told if number in items.actors for tie in items.actors[number].affiliations}
        return frozenset(chain.from_iterable(_beginnings(items.actors[each]) for each in told if each in items.actors))

    @property
    def names(self) -> tuple[str, ...]:
        """Who makes it, and for whom."""
        actors = self.article.items.actors
        told = (self.threat.issuer, *self.threat.on_behalf_of)
        return tuple(called(actors[each]) for each in told if each in actors) or ("",)

    @cached_property
    def aimed_at(self) -> frozenset[str]:
        """Words for whom or what it is aimed at."""
        return _stems(chain.from_iterable(target.text for target in self.threat.targets))

    @cached_property
    def told_by(self) -> frozenset[str]:
        """Those, and the words for condition, deadline and harm."""
        threat = self.threat
        return self.aimed_at | _stems((*threat.condition, *threat.deadline, *threat.action, *threat.content))

    @property
    def words(self) -> Cites:
        """What the article quotes of it."""
        quotes = self.threat.status_words if self.threat.status == "withdrawn" else ()
        return tuple(cite(self.article, quote) for quote in quotes or self.threat.content or self.threat.cue)


def told_threats(article: ReadArticle) -> Iterator[ToldThreat]:
    """The threats of an article, each once."""
    for threat in article.brief.threats:
        if threat.restates is None:
            again = tuple(each for each in article.brief.threats if each.restates == threat.id)
            yield ToldThreat(article, threat, again)


def _beginnings(actor: Actor) -> Iterator[str]:
    """How the words of a name begin, so that a state and what is called after it are alike."""
    for quote in (*actor.name, *actor.aliases):
        capitals = set(chain.from_iterable(folded(word) for word in WORD.findall(quote.text) if word[0].isupper()))
        yield from (
            word[:5]
            for word in folded(quote.text)
            if word in capitals and len(word) > 3 and word not in word_set("titles", "titles")
        )


def _stems(quotes: Iterable[Quote]) -> frozenset[str]:
    told = chain.from_iterable(WORD.findall(quote.text.lower().replace("’", "'")) for quote in quotes)
    found = (word.removesuffix("'s") for word in told)
    return frozenset(stem(word) for word in found if word not in stop_words() and len(word) > 2)


@dataclass
class _Thread:
    """One threat, as it grows."""

    tellings: list[ToldThreat]
    carriers: list[ToldThreat] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    carried_out: list[ThreatTelling] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    aimed_at: set[str] = field(default_factory=set)

    def add(self, told: ToldThreat) -> None:
        """One telling more."""
        self.kinds.append(self._as_what(told))
        self.tellings.append(told)
        self.parties |= told.parties
        self.words |= told.told_by
        self.aimed_at |= told.aimed_at

    def _as_what(self, told: ToldThreat) -> str:
        if told.threat.status == "withdrawn":
            return "withdrawn"
        if not self.tellings:
            return "first"
        new = told.aimed_at - self.words
        return "escalated" if new and _goes_further(told) else "again"

    def likeness(self, told: ToldThreat) -> float:
        """How much of a telling's words this threat has; 0 where it is another one."""
        if any(each.as_quoted == told.as_quoted for each in self.carriers if each.article is not told.article):
            return COPIED
        last = self.tellings[-1].day
        if last and told.day and told.day - last > LONGEST:
            return 0.0
        shared = self.words & told.told_by
        if self.parties.isdisjoint(told.parties) or len(shared) < SHARED or not self._aimed_alike(told):
            return 0.0
        return len(shared) / min(len(self.words), len(told.told_by))

    def _aimed_alike(self, told: ToldThreat) -> bool:
        """Whether it is aimed at the same, or, where a telling says that in other words, what must be done is the same."""
        if not self.aimed_at.isdisjoint(told.aimed_at):
            return True
        condition = _stems((*told.threat.condition, *told.threat.deadline))
        return len(condition & self.words) >= SHARED


def _goes_further(told: ToldThreat) -> bool:
    threats = (told.threat, *told.again)
    numbers = {quote.sentence for threat in threats for quote in (*threat.content, *threat.cue)}
    said = [told.article.document.words(number) for number in numbers]
    return any(
        pattern("digesting", "escalating").search(each) and not pattern("digesting", "putting_off").search(each)
        for each in said
    )


def threads_of(
    articles: Sequence[ReadArticle], text_of: Mapping[str, int], until: date | None, known: KnownIncidents
) -> tuple[tuple[DigestThreat, ...], Mapping[str, str]]:
    """Every threat once, in order of age, and the name of the threat that each telling is of.

    Args:
        articles: in order of age.
        text_of: by the key of an article, the number of the text that it prints.
        until: the last day of the digest, against which deadlines are held.
        known: the names that threats have from an earlier digest.
    """
    threads: list[_Thread] = []
    for article in articles:
        for told in told_threats(article):
            likest = max(threads, key=lambda thread: thread.likeness(told), default=None)
            if likest is None or likest.likeness(told) == 0:
                likest = _Thread([])
                threads.append(likest)
            if all(
                text_of[each.article.key] != text_of[article.key]
                for each in likest.tellings
                if each.article is not article
            ):
                likest.add(told)
            likest.carriers.append(told)
        for incident in article.incidents:
            for thread in threads:
                thread.carried_out += _carrying_out(thread, article, incident)
    news = list(filter(_is_news, threads))
    keys = [[told.key for told in thread.carriers] for thread in news]
    ids = named(keys, known)
    threats = (_threat(identity, thread, text_of, until) for identity, thread in zip(ids, news, strict=True))
    return tuple(threats), {key: identity for identity, each in zip(ids, keys, strict=True) for key in each}


def _is_news(thread: _Thread) -> bool:
    return any(told.threat.status != "background" for told in thread.tellings)


def _carrying_out(thread: _Thread, article: ReadArticle, incident: AssessedIncident) -> Iterator[ThreatTelling]:
    """Words by which who threatened says that an act is what it had threatened."""
    aimed = _stems(chain.from_iterable(target.text for target in incident.targets))
    earlier = thread.tellings[0].day
    later = article.document.published
    if thread.aimed_at.isdisjoint(aimed) or incident.frame != "current" or not (earlier and later and earlier < later):
        return
    for said in article.items.statements_on(incident.id):
        speaker = article.items.speaker(said.speaker)
        if said.kind in CLAIMS_IT and speaker and not thread.parties.isdisjoint(_with_bodies(article, speaker)):
            numbers = sorted({quote.sentence for quote in (*said.cue, *said.content)})
            found = [
                number
                for number in numbers
                if pattern("digesting", "carried_out").search(article.document.words(number))
            ]
            if found:
                words_of = tuple(cite(article, quote) for quote in (said.content or said.cue))
                yield ThreatTelling(article=article.key, day=later, as_what="carried_out", words=words_of)
                return


def _with_bodies(article: ReadArticle, actor: Actor) -> frozenset[str]:
    of = (article.items.actors[tie.actor] for tie in actor.affiliations if tie.actor in article.items.actors)
    return frozenset(chain.from_iterable(map(_beginnings, (actor, *of))))


def _threat(identity: str, thread: _Thread, text_of: Mapping[str, int], until: date | None) -> DigestThreat:
    first = thread.tellings[0]
    told_of = [(each.article, each.threat) for each in thread.tellings]
    deadline, day = _deadline(thread)
    tellings = [
        ThreatTelling(article=told.article.key, day=told.day, as_what=kind, words=told.words)
        for told, kind in zip(thread.tellings, thread.kinds, strict=True)
    ]
    every = _one_each(sorted((*tellings, *thread.carried_out), key=lambda each: each.day or date.max))
    issuer = next((each for each in thread.tellings if _is_person(each)), first)
    names = dict.fromkeys(name for each in thread.tellings for name in each.names)
    carriers = (told.article.key for told in thread.carriers)
    articles = tuple(dict.fromkeys((*carriers, *(each.article for each in thread.carried_out))))
    return DigestThreat(
        id=identity,
        issuer=issuer.names[0],
        of=tuple(name for name in names if name != issuer.names[0]),
        targets=_targets(told_of),
        action=next(_stated(told_of, "action"), ()),
        condition=next(_stated(told_of, "condition"), ()),
        conditionality=first.threat.conditionality,
        deadline=deadline,
        deadline_day=day,
        status=_state(thread, every, day, until),
        tellings=tuple(every),
        told_in=articles,
        texts=len({text_of[key] for key in articles}),
    )


def _is_person(told: ToldThreat) -> bool:
    """Whether the article names the person whose words they are."""
    actor = told.article.items.speaker(told.threat.issuer)
    return actor is not None and actor.kind in ("official", "person") and actor.identity == "named"


def _one_each(tellings: Iterable[ThreatTelling]) -> list[ThreatTelling]:
    """Of several tellings of an article what tells most of it."""
    found: dict[str, ThreatTelling] = {}
    for each in tellings:
        known = found.get(each.article)
        if known is None or TELLS_MORE.index(each.as_what) > TELLS_MORE.index(known.as_what):
            found[each.article] = each
    return list(found.values())


TELLS_MORE = ("again", "first", "escalated", "withdrawn", "carried_out")


def _stated(told: Iterable[tuple[ReadArticle, AssessedThreat]], name: str) -> Iterator[Cites]:
    for article, threat in told:
        if quotes := getattr(threat, name):
            yield tuple(cite(article, quote) for quote in quotes)


def _targets(told: Iterable[tuple[ReadArticle, AssessedThreat]]) -> tuple[Cites, ...]:
    """Each target in the words that are told first; one that adds no word to those before is one of them."""
    found: list[Cites] = []
    known: set[str] = set()
    for article, threat in told:
        for target in threat.targets:
            if not found or not _stems(target.text) <= known:
                found.append(tuple(cite(article, quote) for quote in target.text))
            known |= _stems(target.text)
    return tuple(found)


def _deadline(thread: _Thread) -> tuple[Cites, date | None]:
    """The first deadline that words give a day for, or the last by which they put it off."""
    told_with = [each for each in thread.tellings if each.threat.deadline and each.threat.status != "background"]
    dated = [each for each in told_with if _day_of(each)]
    stated = [each for each in dated if _puts_off(each)][-1:] or dated or told_with
    if not stated:
        return (), None
    return tuple(cite(stated[0].article, quote) for quote in stated[0].threat.deadline), _day_of(stated[0])


def _puts_off(told: ToldThreat) -> bool:
    numbers = {quote.sentence for quote in told.threat.deadline}
    return any(pattern("digesting", "putting_off").search(told.article.document.words(number)) for number in numbers)


def _day_of(told: ToldThreat) -> date | None:
    return deadline_day(" ".join(quote.text for quote in told.threat.deadline), told.day)


def deadline_day(told: str, published: date | None) -> date | None:
    """The day that words for a deadline mean; None where they leave it open.

    Args:
        told: "noon on Friday", "15 March", "6 a.m. tomorrow".
        published: the day on which it is told.
    """
    try:
        return published and _meant(told, published)
    except (ValueError, OverflowError):  # there is no 31 April
        return None


def _meant(told: str, published: date) -> date | None:
    if found := _DATED.search(told):
        return _next(found, published)
    plain = told.lower()
    for number, weekday in enumerate(WEEKDAYS):
        if re.search(rf"\b{weekday}\b", plain):
            return published + timedelta(days=(number - published.weekday()) % 7)
    if "tomorrow" in plain:
        return published + timedelta(days=1)
    return published if re.search(r"\b(?:today|tonight)\b", plain) else None


_MONTH = "|".join(map(re.escape, words("datelines", "months")))
_DATED = re.compile(
    rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})|(?P<month2>{_MONTH})\s+(?P<day2>\d\d?)(?:st|nd|rd|th)?)"
    r"(?!\w)(?:\.?,?\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)


FAR_BACK = timedelta(days=180)
"""A day without a year that lies so far before the article is one of the next year; a nearer one has passed."""


def _next(found: re.Match[str], published: date) -> date:
    month = 1 + [each[:3] for each in MONTHS].index((found["month"] or found["month2"])[:3].lower())
    day = int(found["day"] or found["day2"])
    if found["year"]:
        return date(int(found["year"]), month, day)
    this = date(published.year, month, day)
    return this if published - this < FAR_BACK else date(published.year + 1, month, day)


def _state(
    thread: _Thread, tellings: Sequence[ThreatTelling], deadline: date | None, until: date | None
) -> ThreatState:
    """The last thing that words say became of it; else whether its deadline has passed."""
    ends = [each.as_what for each in tellings if each.as_what in ("withdrawn", "carried_out")]
    if ends:
        return ends[-1]
    if all(told.threat.status == "hoax" for told in thread.tellings):
        return "hoax"
    if deadline and until and deadline < until:
        return "deadline_passed"
    return "escalated" if any(each.as_what == "escalated" for each in tellings) else "open"
