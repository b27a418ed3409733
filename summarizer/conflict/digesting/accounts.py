"""What is said of one incident, once for each speaker and effect: statements, counts of harm, and where they contradict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations, product
from typing import Literal

from summarizer.conflict.derivation.occurrence import PERPETRATORS
from summarizer.conflict.derivation.relations import SPEAKS_FOR_ANOTHER
from summarizer.conflict.derivation.voices import bearing
from summarizer.conflict.digesting.citing import bodies, cite, cites, name, names, said
from summarizer.conflict.digesting.tellings import IncidentPart, sentence_numbers
from summarizer.conflict.digesting.uniting import United
from summarizer.conflict.linking import leading_toll
from summarizer.conflict.linking.traits import WORD
from summarizer.conflict.statement_kinds import (
    ACCUSES,
    CLAIMS_IT,
    CLEARS,
    DENIES_DOING_IT,
    DISPUTES,
    RETRACTS,
    TELLS_IT,
)
from summarizer.origins import credited
from summarizer.schemas.brief import Assessment, Statement
from summarizer.schemas.digest import Cites, DigestConflict, DigestStatement, DigestToll, Side
from summarizer.schemas.vocabulary import Facet, Outcome


def statements_of(united: United, status: Assessment, texts: Mapping[str, int]) -> tuple[DigestStatement, ...]:
    """Every statement on the incident, in order of age.

    Args:
        united: the incident.
        status: what is derived of it.
        texts: by the key of an article, the number of the text that it prints.
    """
    return tuple(_statement(united, each, status, texts) for each in united.items.statements.values())


def _statement(united: United, said_by: Statement, status: Assessment, texts: Mapping[str, int]) -> DigestStatement:
    weighing = {part.statement: part.relation for part in status.facets}
    carried = tuple(dict.fromkeys(key for key, _ in united.carried[said_by.id]))
    by_key = {article.key: article for article in united.laid.articles}
    days = sorted(day for key in carried if (day := by_key[key].document.published))
    first, number = united.carried[said_by.id][0]
    speaker = united.items.speaker(said_by.speaker)
    agencies = (credited(by_key[key].printed) for key in carried)
    return DigestStatement(
        id=said_by.id,
        kind=said_by.kind,
        speaker=name(united, said_by.speaker),
        named=speaker is None or speaker.identity == "named",
        of=bodies(united, said_by.speaker),
        relation=weighing.get(said_by.id, said_by.about[0].relation),
        whom=names(united, said_by.whom),
        role=said_by.role,
        contradicts=said_by.contradicts,
        hedged=bool(said_by.hedge),
        second_hand=said_by.knowledge == "hearsay",
        marked=("statement", number) in by_key[first].marked,
        idle="" if said_by.id in weighing else _idle(united, said_by, carried),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        said=said(united, said_by),
        carried_by=carried,
        texts=len({texts[key] for key in carried}),
        via=tuple(
            dict.fromkeys((*names(united, said_by.relayed_by), *(each.agency for each in agencies if each is not None)))
        ),
    )


def _idle(
    united: United, statement: Statement, carried: Iterable[str]
) -> Literal["taken_back", "withdrawn", "own_report", "not_shown"]:
    """Why a statement weighs nothing."""
    if statement.id in united.withdrawn.values() or (statement.kind in RETRACTS and statement.speaker is None):
        return "own_report"
    if all(key in united.withdrawn for key in carried):
        return "withdrawn"
    acting = united.shown.statements.get(statement.id)
    return "taken_back" if acting is not None and acting.about else "not_shown"


# --- counts of harm ----------------------------------------------------------------------------------


def tolls_of(united: United, read_by_rules: Iterable[IncidentPart] = ()) -> tuple[DigestToll, ...]:
    """Every count by the source that gives it, the oldest first; of several in one article a source's largest.

    Numbers of different sources are never added up, and none is chosen.

    Args:
        united: the incident.
        read_by_rules: articles that are mainly about it and that rules read: where they read no count, the number that the
            article leads with counts, as its own, unless it stands where another incident is told.
    """
    counted: dict[tuple[Outcome, int | str], dict[_Place, _Count]] = defaultdict(dict)
    for casualty in united.incident.casualties:
        if casualty.count:
            article = united.laid.home(casualty.count[0])[0]
            if article.key in united.withdrawn:
                continue
            count = _Count(
                casualty.at_least,
                casualty.at_most,
                cites(united, casualty.count),
                name(united, casualty.source),
                cites(united, casualty.whom),
            )
            by_article = counted[casualty.outcome, voice_of(united, casualty.source) or article.printed.publisher]
            by_article[article.printed.age] = max(by_article.get(article.printed.age, count), count, key=_size)
    read = {(outcome, place) for (outcome, _), by_article in counted.items() for place in by_article}
    for part, outcome in product(read_by_rules, COUNTED_AT_THE_HEAD):
        place = part.article.printed.age
        for count in _leading(part, outcome) if (outcome, place) not in read else ():
            counted[outcome, part.article.printed.publisher][place] = count
    found = [toll for (outcome, _), by_article in counted.items() for toll in _history(outcome, by_article)]
    return tuple(toll for _, toll in sorted(found, key=lambda each: each[0]))


_Place = tuple[date, str]
"""The age of an article."""
COUNTED_AT_THE_HEAD: tuple[Outcome, ...] = ("killed", "wounded")


@dataclass(frozen=True)
class _Count:
    """One count, where it stands."""

    at_least: int | None
    at_most: int | None
    words: Cites
    source: str
    whom: Cites = ()


def _leading(part: IncidentPart, outcome: Outcome) -> Iterator[_Count]:
    toll = leading_toll(part.article.printed, outcome)
    others = {
        number
        for other in part.article.incidents
        if other is not part.incident
        for number in sentence_numbers(IncidentPart(part.article, other))
    }
    if toll is not None and part.article.document.sentence_at(toll.words.start) not in others.difference(
        sentence_numbers(part)
    ):
        words = part.article.document.quote(toll.words.start, toll.words.end)
        at_least, at_most = (None if end is None else int(end) for end in (toll.at_least, toll.at_most))
        yield _Count(at_least, at_most, (cite(part.article, words),), "")


def _size(count: _Count) -> int:
    return count.at_least or count.at_most or 0


def _history(outcome: Outcome, by_article: Mapping[_Place, _Count]) -> Iterator[tuple[_Place, DigestToll]]:
    """One source's counts of one kind of harm; what it only tells again is left out. Of one day the larger stands last."""
    order = sorted(by_article, key=lambda place: (place[0], _size(by_article[place]), place))
    told = [(place, by_article[place]) for place in order]
    kept = [one for number, one in enumerate(told) if not number or _differs(told[number - 1][1], one[1])]
    for number, (place, count) in enumerate(kept):
        yield (
            place,
            DigestToll(
                outcome=outcome,
                source=count.source,
                at_least=count.at_least,
                at_most=count.at_most,
                day=place[0] if place[0] < date.max else None,
                count=count.words,
                whom=count.whom,
                stands=number == len(kept) - 1,
                change=_change(kept[number - 1][1], count) if number else "first",
            ),
        )


def _differs(one: _Count, other: _Count) -> bool:
    return (one.at_least, one.at_most) != (other.at_least, other.at_most)


def _change(before: _Count, now: _Count) -> Literal["up", "down", "other"]:
    """Which way a count went; "several" is neither more nor fewer than four, nor are others than were counted before."""
    sizes = _size(before), _size(now)
    if not all(sizes) or sizes[0] == sizes[1] or are_others(before.whom, now.whom):
        return "other"
    return "up" if sizes[1] > sizes[0] else "down"


def voice_of(united: United, actor: int | None) -> int | None:
    """Whose word somebody's is: the first of those who speak for one body, or for bodies that one of them speaks for.

    A state ties nobody together: its hospital and its army are two sources.
    """
    if actor is None:
        return None
    found = {actor}
    while more := {other for one in found for other in _tied(united, one)} - found:
        found |= more
    return min(found)


def _tied(united: United, actor: int) -> set[int]:
    """Those that somebody speaks for, and those who speak for it."""
    actors = united.items.actors
    bodies = {tie.actor for tie in actors[actor].affiliations if tie.evidence}
    speakers = {
        number
        for number, other in actors.items()
        if other.kind in SPEAKS_FOR_ANOTHER and any(tie.actor == actor and tie.evidence for tie in other.affiliations)
    }
    own = bodies if actors[actor].kind in SPEAKS_FOR_ANOTHER else set()
    every = own | (speakers if actors[actor].kind != "state" else set())
    return {number for number in every if actors[number].kind != "state"}


# --- contradictions ----------------------------------------------------------------------------------


def conflicts_of(united: United, status: Assessment, tolls: Iterable[DigestToll]) -> tuple[DigestConflict, ...]:
    """The parts of the account on which sources contradict each other, with who says what."""
    found = (
        *_on_occurrence(united, status),
        *_on_author(united),
        *_on_facets(united, status),
        *_on_tolls(tolls),
    )
    return tuple(found)


def _side(united: United, statements: Iterable[Statement]) -> Side:
    told = list({each.id: each for each in statements}.values())
    says = (quote for each in told for quote in said(united, each))
    return Side(who=names(united, (each.speaker for each in told)), says=tuple(dict.fromkeys(says)))


def _on_occurrence(united: United, status: Assessment) -> Iterator[DigestConflict]:
    by_number = united.items.statements
    stated = [by_number[part.statement] for part in status.basis.support]
    denied = [by_number[part.statement] for part in status.basis.against]
    denied = [
        each for each in denied if bearing(each) != "corrects" and (each.kind not in DISPUTES or _of_it_all(each))
    ]
    if stated and denied and status.occurrence not in ("withdrawn", "retracted"):
        yield DigestConflict(facet="happened", sides=(_side(united, stated), _side(united, denied)))


def _of_it_all(dispute: Statement) -> bool:
    return "happened" in (dispute.contradicts or ("happened",))


def _on_author(united: United) -> Iterator[DigestConflict]:
    """Accusations of different parties, and who denies having done it."""
    sides: dict[int | None, list[Statement]] = defaultdict(list)
    denials: list[Statement] = []
    for each in united.shown.statements.values():
        if each.kind in DENIES_DOING_IT | CLEARS:
            denials.append(each)
        elif each.kind in ACCUSES and each.role in ("carried_out", "unspecified"):
            for actor in each.whom:
                sides[_party(united, actor)].append(each)
        elif each.kind in CLAIMS_IT:
            sides[_party(united, each.speaker)].append(each)
    told = [_side(united, statements) for statements in sides.values()]
    if denials and told:
        told.append(_side(united, denials))
    if len(told) > 1:
        yield DigestConflict(facet="author", sides=tuple(told))


def _party(united: United, actor: int | None) -> int | None:
    """The outermost body that somebody belongs to."""
    seen: set[int | None] = set()
    while actor not in seen:
        seen.add(actor)
        known = united.items.speaker(actor)
        actor = next((tie.actor for tie in known.affiliations if tie.evidence), actor) if known else actor
    return actor


ELSEWHERE: frozenset[Facet] = frozenset({"happened", "author", "toll"})
"""Facets whose contradictions are told by rows of their own."""


def _on_facets(united: United, status: Assessment) -> Iterator[DigestConflict]:
    """What disputes contradict beside that: target, place, weapon, day, cause."""
    by_facet: dict[Facet, list[Statement]] = defaultdict(list)
    for each in united.shown.statements.values():
        if each.kind in DISPUTES:
            for facet in set(each.contradicts) - ELSEWHERE:
                by_facet[facet].append(each)
    stated = [each for each in united.shown.statements.values() if each.kind in TELLS_IT | CLAIMS_IT]
    covers = {part.statement: part.facets for part in status.facets}
    perpetrators = {part.statement for part in status.facets if part.relation in PERPETRATORS}
    for facet, disputes in sorted(by_facet.items()):
        speakers = {each.speaker for each in disputes}
        others = [
            each
            for each in stated
            if each.speaker not in speakers and (facet == "cause" or facet in covers.get(each.id, ()))
        ]
        # Who disputes what the perpetrator's side disputes takes the other side.
        by_perpetrator = [each for each in disputes if each.id in perpetrators]
        if by_perpetrator:
            others = [each for each in (*others, *disputes) if each.id not in perpetrators]
            disputes = by_perpetrator
        if others:
            yield DigestConflict(facet=facet, sides=(_side(united, others), _side(united, disputes)))


def _on_tolls(tolls: Iterable[DigestToll]) -> Iterator[DigestConflict]:
    """Last words of different sources of which no number is within the bounds of both."""
    standing: dict[Outcome, list[DigestToll]] = defaultdict(list)
    for toll in tolls:
        if toll.stands and toll.outcome in COMPARED and (toll.at_least, toll.at_most) != (None, None):
            standing[toll.outcome].append(toll)
    for counts in standing.values():
        at_odds = {
            id(each) for one, other in combinations(counts, 2) if _contradict(one, other) for each in (one, other)
        }
        sides: dict[tuple[int | None, int | None], list[DigestToll]] = defaultdict(list)
        for toll in counts:
            if id(toll) in at_odds:
                sides[toll.at_least, toll.at_most].append(toll)
        if sides:
            yield DigestConflict(facet="toll", sides=tuple(map(_counting_alike, sides.values())))


def _counting_alike(tolls: Sequence[DigestToll]) -> Side:
    who = dict.fromkeys(toll.source for toll in tolls)
    return Side(who=tuple(who), says=tuple(cite for toll in tolls for cite in toll.count))


COMPARED: frozenset[Outcome] = frozenset({"killed", "wounded"})
"""Harm whose counts can't change but by new knowledge; of captives, some are freed."""


def _contradict(one: DigestToll, other: DigestToll) -> bool:
    apart = _above(one.at_least, other.at_most) or _above(other.at_least, one.at_most)
    return apart and not are_others(one.whom, other.whom)


def are_others(one: Cites, other: Cites) -> bool:
    """Whether two counts are of different people, as far as they name them: "Velmari soldiers" and "guards of Orsk"."""
    first, second = _named_in(one), _named_in(other)
    return all((first, second)) and first.isdisjoint(_words_in(other)) and second.isdisjoint(_words_in(one))


def names_somebody(whom: Cites) -> bool:
    """Whether words for those who are counted name whose they are."""
    return bool(_named_in(whom))


def _named_in(whom: Cites) -> frozenset[str]:
    """How the names in it begin, so that a state and what is called after it are alike."""
    return frozenset(word.lower()[:5] for word in _words_of(whom) if word[0].isupper())


def _words_in(whom: Cites) -> frozenset[str]:
    return frozenset(word.lower()[:5] for word in _words_of(whom))


def _words_of(whom: Cites) -> Iterator[str]:
    return chain.from_iterable(WORD.findall(quote.text) for quote in whom)


def _above(at_least: int | None, at_most: int | None) -> bool:
    return at_least is not None and at_most is not None and at_least > at_most
