"""Threats that only tell an earlier or a fuller one again."""

import re
from collections.abc import Callable

from summarizer.schemas.draft import Threat, Value

_NEAR = 3  # sentences between a threat and its telling-again that names no target of its own
_WORD = re.compile(r"\w{4,}")


def linked(threats: list[Threat], party: Callable[[int], set[int]]) -> list[Threat]:
    """The threats with `restates` set where one only repeats a fuller one of the same issuer, or of its party.

    Args:
        threats: of one article, in order.
        party: an actor with everything that it belongs to.
    """
    found: list[Threat] = []
    for threat in threats:
        fuller = [
            each
            for each in threats
            if each is not threat and _same(threat, each, party) and _fullness(each) > _fullness(threat)
        ]
        best = max(fuller, key=_fullness, default=None)
        found.append(threat if best is None else threat.model_copy(update={"restates": best.id}))
    return found


def _fullness(threat: Threat) -> tuple[int, int, int]:
    """Targets and conditions before length; of equals the first."""
    given = bool(threat.targets) + bool(threat.condition) + bool(threat.deadline)
    return given - (threat.content[0].sentence == 1) * 4, sum(len(each.text) for each in threat.content), -threat.id


def _same(one: Threat, other: Threat, party: Callable[[int], set[int]]) -> bool:
    if one.content[0].sentence == 1 and other.content[0].sentence > 1:
        return bool((_heads(one) | _words(one.action)) & (_heads(other) | _words(other.content)))
    if not party(one.issuer) & party(other.issuer):
        return False
    mine, theirs = _heads(one), _heads(other)
    if mine and theirs:
        return bool(mine & theirs)
    return abs(one.content[0].sentence - other.content[0].sentence) <= _NEAR and bool(
        _words(one.content) & _words(other.content)
    )


def _heads(threat: Threat) -> set[str]:
    return {word for target in threat.targets for word in _words(target.text)}


def _words(value: Value) -> set[str]:
    return {word.lower().removesuffix("s") for each in value for word in _WORD.findall(each.text)}
