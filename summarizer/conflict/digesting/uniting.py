"""What several articles tell of one incident → one incident with every statement on it, so that the same tables derive it.

The articles are laid end to end in order of age, so that a later word stands behind an earlier one, and every quotation still
leads to its article. Actors are one by name, statements of one speaker to one effect are one, and copies of a text are one.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from summarizer.conflict import derivation
from summarizer.conflict.derivation.voices import Bearing, bearing
from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.digesting.tellings import IncidentPart, plain
from summarizer.conflict.digesting.who_is_who import Who, is_adjective_of, who_is_who
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import RETRACTS, SAYS_IT_HAPPENED
from summarizer.conflict.two_keys import SURENESS, compared
from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Quote, with_quotes
from summarizer.origins import same_publisher
from summarizer.pointing.briefs import Policy
from summarizer.pointing.roles import first_of_each, redirected
from summarizer.schemas.brief import (
    Actor,
    AssessedIncident,
    Assessment,
    CountedCasualty,
    Incident,
    Statement,
    Target,
)
from summarizer.schemas.vocabulary import ReadAttribution, ReadOccurrence

Said = tuple[str, int]
"""The key of an article, and the id of a statement in its brief."""
ONE = 1
"""The id of the incident."""


@dataclass(frozen=True)
class Laid:
    """Articles laid end to end.

    Attributes:
        document: of all of them.
        articles: in order of age.
        starts: where each begins in the text.
        numbers: how many sentences stand before each.
    """

    document: Document
    articles: tuple[ReadArticle, ...]
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, articles: Sequence[ReadArticle]) -> "Laid":
        """These articles, in this order."""
        texts: list[str] = []
        starts: list[int] = []
        numbers: list[int] = []
        sentences: list[Sentence] = []
        start = paragraphs = 0
        for article in articles:
            document = article.document
            starts.append(start)
            numbers.append(len(sentences))
            sentences += [
                replace(
                    each,
                    number=each.number + numbers[-1],
                    paragraph=each.paragraph + paragraphs,
                    start=each.start + start,
                    end=each.end + start,
                )
                for each in document.sentences
            ]
            paragraphs = sentences[-1].paragraph if sentences else 0
            texts.append(document.text)
            start += len(document.text) + len(BETWEEN)
        first = articles[0].document
        laid = replace(
            first,
            text=BETWEEN.join(texts),
            sha256="",
            sentences=tuple(sentences),
            title=None,
            dateline=None,
            published=None,
        )
        return cls(laid, tuple(articles), tuple(starts), tuple(numbers))

    def moved(self, place: int, quote: Quote) -> Quote:
        """A quotation of the article at this place, as it stands in all of them."""
        start, number = self.starts[place], self.numbers[place]
        return quote.model_copy(
            update={"sentence": quote.sentence + number, "start": quote.start + start, "end": quote.end + start}
        )

    def home(self, quote: Quote) -> tuple[ReadArticle, Quote]:
        """The article that a quotation stands in, and the quotation as it stands there."""
        place = bisect_right(self.starts, quote.start) - 1
        start, number = self.starts[place], self.numbers[place]
        back = {"sentence": quote.sentence - number, "start": quote.start - start, "end": quote.end - start}
        return self.articles[place], quote.model_copy(update=back)


BETWEEN = "\n\n"


@dataclass(frozen=True)
class United:
    """One incident as several articles tell it.

    Attributes:
        laid: the articles.
        items: the incident, whose id is `ONE`, with what is said of it and by whom.
        shown: the same without links that the articles do not show.
        incident: with all that any of them tells of it.
        carried: by statement, what it is in each article that carries it, the first first; copies among them.
        parts: what was united.
        withdrawn: by the key of an article that its outlet withdrew, or that prints the same text, the statement that does so.
        corrected: the same of those that it corrected.
    """

    laid: Laid
    items: Items
    shown: Items
    incident: AssessedIncident
    carried: Mapping[int, tuple[Said, ...]]
    parts: tuple[IncidentPart, ...]
    withdrawn: Mapping[str, int]
    corrected: Mapping[str, int]

    def assessment(self, policy: Policy) -> Assessment | None:
        """The status, by the tables that derive it in one article; None where no statement that weighs is left.

        Args:
            policy: how much it takes to be confirmed.
        """
        derived = self._derived(self.shown, policy) or self._derived(self.items, policy)
        if derived is None:
            return None
        if derived.occurrence == "confirmed" and not self._is_read(derived):
            derived = derived.model_copy(update={"occurrence": "reported", "contested": False})
        return compared(derived, self.incident)

    def _is_read(self, derived: Assessment) -> bool:
        """Whether the checks could read, in some article, each statement that a status rests on."""
        read = {article.key for article in self.laid.articles if article.document.language == "en"}
        carried = (self.carried[part.statement] for part in derived.basis.support)
        return all(any(key in read for key, _ in places) for places in carried)

    def _derived(self, items: Items, policy: Policy) -> Assessment | None:
        settled = replace(items, statements=dict(derivation.settled(items)))
        return derivation.assess(settled.incidents[ONE], settled, policy)


def unite(texts: Sequence[Sequence[IncidentPart]]) -> United:
    """What texts tell of one incident.

    Args:
        texts: for each text the parts of its copies that tell it; at least one has an incident.
    """
    of_text = {part.article.key: number for number, parts in enumerate(texts) for part in parts}
    told = sorted((part for parts in texts for part in parts if part.incident), key=_in_order)
    laid = Laid.of([part.article for part in told])
    moved = [_Moved.of(part, place, laid) for place, part in enumerate(told)]
    same = who_is_who({(each.key, actor.id): actor for each in moved for actor in each.actors})
    numbers = {who: number for number, who in enumerate(dict.fromkeys(same.values()), 1)}
    who = {each: numbers[first] for each, first in same.items()}
    if len(texts) > 1:
        moved = [each.in_own_voice() for each in moved]
    actors = _actors(moved, who)
    chosen, carried = _statements(moved, laid.document, who, of_text)
    incident = _incident(moved, who, of_text)
    if len(texts) > 1:
        chosen = _with_all_taken_back(chosen, carried, laid, incident)
    withdrawn = _put_right(chosen, "withdraws", carried, told, of_text, actors)
    corrected = _put_right(chosen, "corrects", carried, told, of_text, actors)
    if len(texts) > 1:
        chosen = _without_withdrawn(chosen, carried, withdrawn, actors)
    statements = {number: statement for number, (statement, _) in chosen.items()}
    used = set(_used(statements.values(), incident, actors))
    items = Items(
        laid.document,
        actors={number: actor for number, actor in actors.items() if number in used},
        incidents={ONE: incident},
        statements=statements,
    )
    shown = {number: acting for number, (_, acting) in chosen.items() if acting is not None}
    return United(laid, items, replace(items, statements=shown), incident, carried, tuple(told), withdrawn, corrected)


def _in_order(part: IncidentPart) -> tuple[date, bool, str]:
    """By age; of one day, what denies or takes back behind what states: nobody tells the hour, and the more cautious stands."""
    day, key = part.article.printed.age
    said = part.article.items.statements_on(part.incident.id) if part.incident else ()
    return day, any(bearing(each) in ("denies", "withdraws") for each in said), key


@dataclass(frozen=True)
class _Moved:
    """One article's part, its quotations moved to where they stand in all of them."""

    part: IncidentPart
    actors: tuple[Actor, ...]
    incident: AssessedIncident
    statements: tuple[tuple[Statement, Statement | None], ...]
    """Each as the brief holds it, and as it may act; None where it may not."""

    @property
    def key(self) -> str:
        """Of the article."""
        return self.part.article.key

    @classmethod
    def of(cls, part: IncidentPart, place: int, laid: Laid) -> "_Moved":
        def move(quote: Quote) -> Quote:
            return laid.moved(place, quote)

        article, incident = part.article, part.incident
        if incident is None:
            raise ValueError("what tells no incident is no part of one")
        acting = {said.id: said for said in article.acting.statements_on(incident.id)}
        statements = [(said, acting.get(said.id)) for said in article.items.statements_on(incident.id)]
        return cls(
            part,
            with_quotes(tuple(article.items.actors.values()), move),
            with_quotes(incident, move),
            tuple((with_quotes(said, move), act and with_quotes(act, move)) for said, act in statements),
        )

    def in_own_voice(self) -> "_Moved":
        """The same, where what the outlet says of itself by its name is its own word."""
        outlet = self.part.article.printed.outlet
        own = {
            actor.id
            for actor in self.actors
            if actor.kind == "outlet" and any(same_publisher(quote.text, outlet) for quote in actor.name)
        }
        if not own:
            return self

        def unnamed(said: Statement) -> Statement:
            return said.model_copy(update={"speaker": None}) if said.speaker in own else said

        statements = ((unnamed(said), acting and unnamed(acting)) for said, acting in self.statements)
        return replace(self, statements=tuple(statements))

    def redirected(self, statement: Statement, who: Mapping[Who, int], new: Mapping[int, int]) -> Statement:
        """A statement on the incident alone, its actors and earlier statements as they are known here."""
        about = tuple(link for link in statement.about if link.incident == self.incident.id)
        own = statement.model_copy(
            update={"about": about, "supersedes": tuple(each for each in statement.supersedes if each in new)}
        )

        def follow(kind: str, number: int) -> int:
            if kind == "actor":
                return who.get((self.key, number), 0)
            return {"incident": {self.incident.id: ONE}, "statement": new}.get(kind, {}).get(number, number)

        led = redirected(own, follow)
        return led.model_copy(update={"about": first_of_each(led.about, "incident")})


def _actors(moved: Iterable[_Moved], who: Mapping[Who, int]) -> dict[int, Actor]:
    """Each actor as the oldest article has it, with the other names and ties that others tell."""
    found: dict[int, Actor] = {}
    for each in moved:
        for actor in each.actors:
            number = who[each.key, actor.id]
            led = redirected(actor, lambda kind, other, each=each: who.get((each.key, other), 0))  # type: ignore[misc]
            known = found.get(number)
            if known is None:
                found[number] = led.model_copy(update={"id": number})
                continue
            if is_adjective_of(known, led):
                known, led = known.model_copy(update={"name": led.name, "kind": led.kind}), known
            names = {quote.text for quote in (*known.name, *known.aliases)}
            more = tuple(quote for quote in (*led.name, *led.aliases) if quote.text not in names)
            ties = first_of_each((*known.affiliations, *led.affiliations), "actor")
            found[number] = known.model_copy(
                update={
                    "aliases": known.aliases + (more if known.identity == "named" else ()),
                    "affiliations": tuple(tie for tie in ties if tie.actor != number),
                }
            )
    return found


Chosen = dict[int, tuple[Statement, Statement | None]]


def _statements(
    moved: Sequence[_Moved], document: Document, who: Mapping[Who, int], of_text: Mapping[str, int]
) -> tuple[Chosen, dict[int, tuple[Said, ...]]]:
    """Every statement once, with where it stands: the first of one speaker to one effect, and of a text that of one copy.

    What a copy's brief makes of a sentence that stands in an older copy counts for nothing: that was read there.
    """
    chosen: Chosen = {}
    carried: dict[int, list[Said]] = defaultdict(list)
    by_effect: dict[Hashable, int] = {}
    by_sentence: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for each in moved:
        text = of_text[each.key]
        new: dict[int, int] = {}
        read: list[tuple[tuple[int, str], str, int]] = []
        for said, acting in each.statements:
            place = text, _sentence(said, document)
            before = by_sentence[place]
            led = each.redirected(said, who, new)
            number = by_effect.get(_effect(led, each))
            if before and number not in before:
                alike = (known for known, kind in before.items() if kind == led.kind)
                number = next(alike, next(iter(before)))
            if number is None:
                number = len(chosen) + 1
                act = acting and each.redirected(acting, who, new).model_copy(update={"id": number})
                chosen[number] = led.model_copy(update={"id": number}), act
                by_effect[_effect(led, each)] = number
            elif not before and chosen[number][1] is None and acting is not None:
                act = each.redirected(acting, who, new).model_copy(update={"id": number})
                chosen[number] = chosen[number][0], act
            new[said.id] = number
            carried[number].append((each.key, said.id))
            read.append((place, led.kind, number))
        for place, kind, number in read:
            by_sentence[place].setdefault(number, kind)
    return chosen, {number: tuple(dict.fromkeys(places)) for number, places in carried.items()}


def _with_all_taken_back(
    chosen: Chosen, carried: Mapping[int, tuple[Said, ...]], laid: Laid, incident: Incident
) -> Chosen:
    """The statements, a retraction taking back what its speaker said in earlier articles too; one that gives a toll corrects it."""
    place = {article.key: number for number, article in enumerate(laid.articles)}
    first = {number: place[places[0][0]] for number, places in carried.items()}
    found = dict(chosen)
    for number, (said, acting) in chosen.items():
        if said.speaker is not None and bearing(said) == "withdraws" and not _counts(said, incident):
            earlier = (
                other
                for other, (before, _) in chosen.items()
                if before.speaker == said.speaker and first[other] < first[number]
            )
            every = tuple(dict.fromkeys((*said.supersedes, *earlier)))
            act = acting and acting.model_copy(update={"supersedes": every})
            found[number] = said.model_copy(update={"supersedes": every}), act
    return found


def _counts(said: Statement, incident: Incident) -> bool:
    """Whether its words give a count of harm."""
    counts = (quote for casualty in incident.casualties for quote in casualty.count)
    return any(words.holds(quote) for quote in counts for words in said.content)


def _put_right(
    chosen: Chosen,
    how: Bearing,
    carried: Mapping[int, tuple[Said, ...]],
    told: Sequence[IncidentPart],
    of_text: Mapping[str, int],
    actors: Mapping[int, Actor],
) -> dict[str, int]:
    """The articles that their own outlet withdrew or corrected later, and all that print the same text, each with what says so.

    Another outlet may tell of it.
    """
    by_key = {part.article.key: part.article for part in told}
    order = {part.article.key: place for place, part in enumerate(told)}
    found: dict[str, int] = {}
    for number in _own_words(chosen, how, actors):
        by = by_key[carried[number][0][0]]
        outlets = _outlets(chosen[number][0], by, actors)
        texts = {
            of_text[key]
            for key, article in by_key.items()
            if order[key] < order[by.key]
            if any(same_publisher(article.printed.outlet, outlet) for outlet in outlets)
        }
        found |= {key: number for key in by_key if of_text[key] in texts and key != by.key}
    return found


def _own_words(chosen: Chosen, how: Bearing, actors: Mapping[int, Actor]) -> Iterator[int]:
    """The statements by which outlets withdraw what they reported, or correct it."""
    for number, (said, _) in chosen.items():
        if (
            said.kind in RETRACTS
            and bearing(said) == how
            and (said.speaker is None or actors[said.speaker].kind == "outlet")
        ):
            yield number


def _outlets(said: Statement, by: ReadArticle, actors: Mapping[int, Actor]) -> Sequence[str]:
    """The names of the outlet whose word it is."""
    if said.speaker is None:
        return (by.printed.outlet,)
    actor = actors[said.speaker]
    return [quote.text for quote in (*actor.name, *actor.aliases)]


def _without_withdrawn(
    chosen: Chosen, carried: Mapping[int, tuple[Said, ...]], withdrawn: Mapping[str, int], actors: Mapping[int, Actor]
) -> Chosen:
    """The statements, those that only withdrawn articles carry weighing nothing, nor what their withdrawal tells again.

    Where others still say that it happened, or another outlet's own report does, a withdrawal is of its outlet's articles and
    not of the incident.
    """
    withdrawals = set(_own_words(chosen, "withdraws", actors))
    withdrawing = {carried[number][0][0] for number in withdrawals if chosen[number][0].speaker is None}
    gone = {
        number
        for number, places in carried.items()
        if all(key in withdrawn or (key in withdrawing and bearing(chosen[number][0]) == "states") for key, _ in places)
    }
    if any(acting and bearing(acting) == "states" for number, (_, acting) in chosen.items() if number not in gone):
        gone |= withdrawals
    return {number: (said, None if number in gone else acting) for number, (said, acting) in chosen.items()}


def _effect(said: Statement, each: _Moved) -> Hashable:
    """What two statements have in common that are one: who, to what effect, how surely; and, of an account, what it covers.

    An outlet's own word is one however many outlets say it; only what it withdraws is its own.
    """
    speaker: Hashable = said.speaker
    if speaker is None and said.kind in RETRACTS:
        speaker = each.part.article.printed.publisher
    link = said.about[0] if said.about else None
    return (
        speaker,
        said.kind,
        frozenset(said.whom),
        said.role,
        frozenset(said.contradicts),
        bool(said.hedge),
        said.knowledge == "hearsay",
        link and link.relation,
    )


def _sentence(said: Statement, document: Document) -> str:
    """The sentence in which it is said, as it is compared with copies."""
    quote = next(iter((*said.cue, *said.content)), None)
    return "" if quote is None else plain(document.words(quote.sentence))


def _incident(moved: Sequence[_Moved], who: Mapping[Who, int], of_text: Mapping[str, int]) -> AssessedIncident:
    """The incident as most texts have it, with the words of all of them."""
    led = [_led(each, who) for each in moved]
    texts = list(dict.fromkeys(of_text[each.key] for each in moved))
    first = {
        text: next(told for each, told in zip(moved, led, strict=True) if of_text[each.key] == text) for text in texts
    }
    news = [told for told in first.values() if told.frame == "current"] or list(first.values())
    base = news[0]
    return base.model_copy(
        update={
            "id": ONE,
            "kind": _most(told.kind for told in news),
            "stage": _most(told.stage for told in news),
            "told": any(told.told for told in news),
            "doers": tuple(dict.fromkeys(chain.from_iterable(told.doers for told in news))),
            "read_as": _read_as(moved, who, of_text),
            "read_author": _agreed(news),
            "targets": _targets(led),
            "place": _words(led, "place"),
            "time": _words(led, "time"),
            "weapon": _words(led, "weapon"),
            "damage": _words(led, "damage"),
            "trigger": _words(led, "trigger"),
            "perpetrator_words": _words(led, "perpetrator_words"),
            "casualties": tuple(_casualties(led)),
            "summarises": (),
        }
    )


def _led(each: _Moved, who: Mapping[Who, int]) -> AssessedIncident:
    alone = each.incident.model_copy(update={"assessment": None, "summarises": ()})
    return redirected(alone, lambda kind, number: who.get((each.key, number), 0) if kind == "actor" else number)


def _most(values: Iterable[str]) -> str:
    """What most texts have; of equals what leaves less open, then the oldest."""
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], value not in VAGUE))


VAGUE = frozenset({"strike", "explosion", "other_attack", "unknown"})
"""Kinds and stages that leave open what others tell."""


def _read_as(moved: Iterable[_Moved], who: Mapping[Who, int], of_text: Mapping[str, int]) -> ReadOccurrence | None:
    """The judgement of those who read; none, where one gave none.

    Texts that rest on the same sources are told by the most cautious of their readers: repetition makes nothing surer.
    Of texts that rest on others, each reader knew its own: the surest counts.
    """
    judged: dict[frozenset[int], list[ReadOccurrence]] = defaultdict(list)
    texts: set[int] = set()
    for each in moved:
        text = of_text[each.key]
        if text not in texts and each.part.is_news:
            texts.add(text)
            speakers = (said.speaker for said, _ in each.statements if said.kind in SAYS_IT_HAPPENED)
            sources = frozenset(who[each.key, speaker] for speaker in speakers if speaker is not None)
            if each.incident.read_as is None:
                return None
            judged[sources].append(each.incident.read_as)
    cautious = [min(readings, key=_sure) for readings in judged.values()]
    return max(cautious, key=_sure, default=None)


def _sure(read: ReadOccurrence) -> int:
    return SURENESS[read]


def _agreed(told: Iterable[Incident]) -> ReadAttribution | None:
    """The judgement of authorship of those who read, where they agree."""
    judged = {each.read_author for each in told}
    return judged.pop() if len(judged) == 1 else None


def _targets(told: Iterable[Incident]) -> tuple[Target, ...]:
    found: dict[str, Target] = {}
    for each in told:
        for target in each.targets:
            found.setdefault(" ".join(quote.text.lower() for quote in target.text), target)
    return tuple(found.values())


def _words(told: Iterable[Incident], field: str) -> tuple[Quote, ...]:
    found: dict[str, Quote] = {}
    for each in told:
        for quote in getattr(each, field):
            found.setdefault(quote.text.lower(), quote)
    return tuple(found.values())


def _casualties(told: Iterable[AssessedIncident]) -> Iterator[CountedCasualty]:
    """Every count, each once for a source."""
    seen: set[Hashable] = set()
    for each in told:
        for casualty in each.casualties:
            sign = (casualty.outcome, casualty.source, casualty.at_least, casualty.at_most)
            if sign not in seen:
                seen.add(sign)
                yield casualty


def _used(statements: Iterable[Statement], incident: Incident, actors: Mapping[int, Actor]) -> Iterator[int]:
    """The actors that are spoken of, with all that they belong to."""
    named = {*incident.doers, *(each.source for each in incident.casualties)}
    for said in statements:
        named |= {said.speaker, *said.whom, *said.relayed_by}
    found = {number for number in named if number}
    while more := {tie.actor for number in found for tie in actors[number].affiliations} - found:
        found |= more
    yield from found
