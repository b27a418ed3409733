"""Names of incidents and threats that last: while articles come in, each keeps the name that most of its tellings had."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from summarizer.schemas.digest import Regrouped


@dataclass(frozen=True)
class KnownIncidents:
    """The names that incidents and threats have from earlier digests.

    Attributes:
        of: by telling (article, and incident or threat of its brief), the name that it was of.
    """

    of: Mapping[str, str] = field(default_factory=dict)


def named(clusters: Sequence[Sequence[str]], known: KnownIncidents) -> list[str]:
    """A name for each cluster of tellings, no two the same.

    A name goes to the cluster that holds most of those that had it; of equals to the one with the first telling. A cluster
    that gets none is named after its first telling.

    Args:
        clusters: keys of the tellings of each incident, the oldest first.
        known: the names so far.
    """
    votes = sorted(
        (
            (-number, place, name)
            for place, keys in enumerate(clusters)
            for name, number in Counter(known.of[key] for key in keys if key in known.of).items()
        )
    )
    names: dict[int, str] = {}
    given: set[str] = set()
    for _, place, name in votes:
        if place not in names and name not in given:
            names[place] = name
            given.add(name)
    taken = {*given, *known.of.values()}
    for place, keys in enumerate(clusters):
        if place not in names:
            names[place] = next(name for name in _fresh(min(keys)) if name not in taken)
            taken.add(names[place])
    return [names[place] for place in range(len(clusters))]


def regrouped(clusters: Sequence[Sequence[str]], names: Sequence[str], known: KnownIncidents) -> tuple[Regrouped, ...]:
    """Which incidents of an earlier digest are one now, and which are several.

    Args:
        clusters: keys of the tellings of each incident.
        names: of each, as `named` gave them.
        known: the names before.
    """
    now_there = set(names)
    gone: dict[str, list[str]] = {}
    held: dict[str, list[str]] = defaultdict(list)
    for name, keys in zip(names, clusters, strict=True):
        before = dict.fromkeys(known.of[key] for key in keys if key in known.of)
        gone[name] = [other for other in before if other not in now_there]
        for other in before:
            held[other].append(name)
    merged = (Regrouped(what="merged", incident=name, others=tuple(others)) for name, others in gone.items() if others)
    split = (
        Regrouped(what="split", incident=before, others=tuple(each for each in now if each != before))
        for before, now in held.items()
        if before in now_there and len(now) > 1
    )
    return (*merged, *split)


def _fresh(key: str) -> Iterator[str]:
    """Names after a telling, the shortest first; there is always another one."""
    article, _, incident = key.partition("#")
    yield from (f"{article[:length]}.{incident}" for length in range(SHORTEST, len(article) + 1))
    yield from (f"{article}.{incident}.{number}" for number in count(2))


SHORTEST = 5
"""Letters of an article's key that a name has at least."""
