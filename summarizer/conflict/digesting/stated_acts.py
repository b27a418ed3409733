"""What a brief states of an article's main incident, in place of what is read from the text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from summarizer.conflict.digesting.leading_tolls import Tolls
from summarizer.conflict.digesting.spellings import skeleton
from summarizer.conflict.digesting.traits import ComparedArticles, Traits, rarity_of
from summarizer.documents.quotes import Quote
from summarizer.english.numbers import parse_count
from summarizer.schemas.brief import AssessedIncident, UnverifiedBrief


@dataclass(frozen=True)
class StatedAct:
    """An incident as it is compared; what is not stated is empty.

    Attributes:
        first_day, last_day: between which it was.
        place: the words for where.
        targets: the words for whom or what it struck.
        kind: of violence.
        killed, wounded: the numbers that are stated.
    """

    first_day: date | None = None
    last_day: date | None = None
    place: str = ""
    targets: tuple[str, ...] = ()
    kind: str = ""
    killed: tuple[int, ...] = ()
    wounded: tuple[int, ...] = ()


def act_of(brief: UnverifiedBrief) -> StatedAct | None:
    """The first current incident of a brief, which is what most articles are about; None where there is no such."""
    current = (each for each in brief.incidents if each.frame == "current" and not each.aggregate)
    main = next(current, None)
    return _act(main) if main else None


def _act(incident: AssessedIncident) -> StatedAct:
    return StatedAct(
        first_day=incident.first_day,
        last_day=incident.last_day,
        place=_words(incident.place),
        targets=tuple(_words(target.text) for target in incident.targets),
        kind=incident.kind,
        killed=tuple(_counts(incident, "killed")),
        wounded=tuple(_counts(incident, "wounded")),
    )


def _words(quotes: Iterable[Quote]) -> str:
    return " ".join(quote.text for quote in quotes)


def _counts(incident: AssessedIncident, outcome: str) -> Iterator[int]:
    """The numbers of an outcome; of "at most 30" the 30."""
    for casualty in incident.casualties:
        count = parse_count(_words(casualty.count)) if casualty.outcome == outcome else None
        if count:
            yield count.at_least or count.at_most or 0


def with_acts(corpus: ComparedArticles, acts: Mapping[str, StatedAct]) -> ComparedArticles:
    """The corpus with what briefs state, by the articles' keys."""
    traits = tuple(_with_act(each, acts[each.key]) if each.key in acts else each for each in corpus.traits)
    return replace(corpus, traits=traits, places=rarity_of(each.places for each in traits))


def _with_act(traits: Traits, act: StatedAct) -> Traits:
    stated = act.first_day and act.first_day == act.last_day and act.first_day.toordinal()
    names = (skeleton(word) for words in (act.place, *act.targets) for word in words.split() if word[0].isupper())
    places = frozenset(name for name in names if name in traits.names)
    return replace(
        traits,
        days=tuple(dict.fromkeys((stated, *traits.days))) if stated else traits.days,
        places=traits.places | places,
        kinds=traits.kinds | ({act.kind} if act.kind else frozenset()),
        tolls=Tolls(act.killed + traits.tolls.killed, act.wounded + traits.tolls.wounded),
    )
