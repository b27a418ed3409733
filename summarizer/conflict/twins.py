"""Actors of one name who are one: by what they belong to, which may itself be told twice."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from summarizer.schemas.brief import Actor


def twins(actors: Mapping[int, Actor]) -> dict[int, int]:
    """Each named actor that an earlier one of its name is, with that one's id.

    They are one if they are of one kind, and belong to something in common, or one of them to nothing. Of two bodies that
    are one, the members belong to the earlier; only those are looked at again whom that concerns.

    Args:
        actors: all of them by their ids.
    """
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for number, actor in sorted(actors.items()):
        alike[_called(actor)].append(number)
    alike.pop(None, None)
    bodies = {number: {link.actor for link in actor.affiliations} for number, actor in actors.items()}
    members: dict[int, set[int]] = defaultdict(set)
    for number, of in bodies.items():
        _join(number, of, members)
    into: dict[int, int] = {}
    waiting: Iterable[Hashable] = list(alike)
    while waiting:
        found = dict(pair for name in waiting for pair in _repeats(alike[name], bodies))
        concerned: set[int] = set(found.values())
        for number, earlier in found.items():
            alike[_called(actors[number])].remove(number)
            _join(earlier, bodies[number], members)
            bodies[earlier] = bodies[earlier] or bodies[number]
            concerned |= members[number]
            for member in members.pop(number):
                bodies[member] = (bodies[member] - {number}) | ({earlier} - {member})
                members[earlier].add(member)
        into |= found
        waiting = list(dict.fromkeys(_called(actors[number]) for number in sorted(concerned - into.keys())))
    return into


def _called(actor: Actor) -> Hashable:
    """What two actors that are one have in common: their kind and name; None for one that is only described."""
    name = " ".join(" ".join(quote.text.split()) for quote in actor.name)
    return (actor.kind, name) if actor.identity == "named" else None


def _join(number: int, bodies: Iterable[int], members: Mapping[int, set[int]]) -> None:
    for body in bodies:
        members[body].add(number)


def _repeats(alike: Iterable[int], bodies: Mapping[int, set[int]]) -> Iterator[tuple[int, int]]:
    """Each of some actors of one name that an earlier one is, with the first that it is."""
    kept: list[int] = []
    for number in alike:
        earlier = next((other for other in kept if _are_one(bodies[other], bodies[number])), None)
        if earlier is None:
            kept.append(number)
        else:
            yield number, earlier


def _are_one(one: set[int], other: set[int]) -> bool:
    return not one or not other or not one.isdisjoint(other)
