"""What a brief states of an article's main incident, in place of what is read from the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from summarizer.conflict.linking.leading_tolls import Tolls
from summarizer.conflict.linking.spellings import skeleton
from summarizer.conflict.linking.traits import WORD, ComparedArticles, Traits, rarity_of, stem, stop_words
from summarizer.documents.quotes import Quote
from summarizer.english.numbers import parse_count
from summarizer.schemas.brief import AssessedIncident, UnverifiedBrief


@dataclass(frozen=True)
class StatedAct:
    """An incident as it is compared; what is not stated is empty.

    Attributes:
        first_day, last_day: between which it was.
        years: that are stated of it.
        place: the words for where.
        targets: the words for whom or what it struck.
        words: those for the act.
        kind: of violence.
        killed, wounded: the numbers that are stated.
        by_model: a language model read it, so that what it keeps apart is apart.
    """

    first_day: date | None = None
    last_day: date | None = None
    years: frozenset[int] = frozenset()
    place: str = ""
    targets: tuple[str, ...] = ()
    words: str = ""
    kind: str = ""
    killed: tuple[int, ...] = ()
    wounded: tuple[int, ...] = ()
    by_model: bool = False


def act_of(brief: UnverifiedBrief) -> StatedAct | None:
    """The first current incident of a brief, which is what most articles are about; None where there is no such."""
    current = (each for each in brief.incidents if each.frame == "current" and not each.aggregate)
    main = next(current, None)
    return act_told(main, brief) if main else None


def act_told(incident: AssessedIncident, brief: UnverifiedBrief) -> StatedAct:
    """One incident of a brief, as it is compared."""
    return StatedAct(
        by_model=brief.read_by == "model",
        first_day=incident.first_day,
        last_day=incident.last_day,
        years=frozenset(map(int, _YEAR.findall(_words(incident.time)))),
        place=_words(incident.place),
        targets=tuple(_words(target.text) for target in incident.targets),
        words=_words(incident.words),
        kind=incident.kind,
        killed=tuple(_counts(incident, "killed")),
        wounded=tuple(_counts(incident, "wounded")),
    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


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
    return replace(
        corpus,
        traits=traits,
        places=rarity_of(each.places for each in traits),
        stated=rarity_of(each.stated for each in traits if each.stated),
    )


def _with_act(traits: Traits, act: StatedAct) -> Traits:
    stated = act.first_day and act.first_day == act.last_day and act.first_day.toordinal()
    told = [
        word for words in (act.place, *act.targets) for word in WORD.findall(words) if word.lower() not in stop_words()
    ]
    capitals = [word for word in told if word[0].isupper()]
    days = traits.days
    if stated:
        days = tuple(dict.fromkeys((stated, *days)))
    elif act.by_model:  # the days that the article tells are of something else
        days = ()
    return replace(
        traits,
        days=days,
        years=act.years.union(day.year for day in filter(None, (act.first_day, act.last_day))),
        places=traits.places | (traits.names & frozenset(map(skeleton, capitals))),
        kinds=traits.kinds | ({act.kind} if act.kind else frozenset()),
        stated=frozenset(map(_compared, told)),
        stated_names=frozenset(map(_compared, capitals)),
        by_model=act.by_model,
        tolls=Tolls(act.killed + traits.tolls.killed, act.wounded + traits.tolls.wounded),
    )


def _compared(word: str) -> str:
    """A word of a brief, whatever its ending and however its name is spelt."""
    return skeleton(stem(word.lower()))
