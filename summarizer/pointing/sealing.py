"""The seal of a brief: a digest of each of its parts as the verifier wrote it, so that a brief changed since is told.

It shows what was changed, not by whom; and whoever knows how makes a new one that fits.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, TypeVar

from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import lists_of

AnyBrief = TypeVar("AnyBrief", bound=StoredBrief)


def sealed(brief: AnyBrief) -> AnyBrief:
    """The brief with the seal that fits it.

    Args:
        brief: as the verifier wrote it.
    """
    return brief.model_copy(update={"audit": brief.audit.model_copy(update={"seal": _seal(brief)})})


def broken(brief: StoredBrief) -> dict[str, tuple[str | None, str | None]]:
    """The parts of a brief that its seal does not fit; none where it has no seal.

    Args:
        brief: from anywhere.

    Returns:
        By the name of the part, its digest in the seal (None where it was put in since), and the one that fits (None
        where it was taken out since).
    """
    seal = brief.audit.seal
    if seal is None:
        return {}
    fits = _seal(brief)
    both = {name: (seal.get(name), fits.get(name)) for name in (*fits, *seal)}
    return {name: (before, now) for name, (before, now) in both.items() if before != now}


def _seal(brief: StoredBrief) -> dict[str, str]:
    """By its name, the SHA-256 of the canonical JSON of each part."""
    return {name: _digest(part) for name, part in _parts(brief)}


def _parts(brief: StoredBrief) -> Iterator[tuple[str, Any]]:
    """What is sealed one by one: each item (`statement 5`), and each other field (`source`, `audit`).

    What is as it is by default is left out, so that a field which a later version adds leaves every seal fitting.
    """
    kinds = {name: kind for kind, name in lists_of(type(brief)).items()}
    written = brief.model_dump(mode="json", exclude_defaults=True, exclude={"audit": {"seal"}})
    for name, held in written.items():
        if name in kinds:
            yield from ((f"{kinds[name]} {item['id']}", item) for item in held)
        elif held:  # an audit that tells of nothing is not as by default: it holds the seal
            yield name, held


def _digest(part: Any) -> str:
    """Of the JSON in UTF-8, keys sorted, without white space."""
    canonical = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
