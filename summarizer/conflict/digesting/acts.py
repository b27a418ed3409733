"""What a brief states of an article's main incident, in place of what is read from the text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from summarizer.conflict.digesting.names import skeleton
from summarizer.conflict.digesting.tolls import Tolls
from summarizer.conflict.digesting.traits import Corpus, Traits


@dataclass(frozen=True)
class Act:
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


def with_acts(corpus: Corpus, acts: Mapping[str, Act]) -> Corpus:
    """The corpus with what briefs state, by the articles' keys."""
    traits = (_with_act(each, acts[each.key]) if each.key in acts else each for each in corpus.traits)
    return replace(corpus, traits=tuple(traits))


def _with_act(traits: Traits, act: Act) -> Traits:
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
