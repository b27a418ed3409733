"""The seal of a brief: a digest of each of its parts as the verifier wrote it, so that a brief changed since is told.

It shows what was changed, not by whom; and whoever knows how makes a new one that fits.
"""

import json
from hashlib import sha256
from typing import Any, TypeVar

from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import lists_of

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
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
    unlike = dict(fits.items() ^ seal.items())
    return {name: (seal.get(name), fits.get(name)) for name in (*fits, *seal) if name in unlike}


def _seal(brief: StoredBrief) -> dict[str, str]:
    """The digest of each item (`statement 5`) and of each other field (`source`, `audit`), by its name.

    What is as it is by default is left out, so that a field which a later version adds leaves every seal fitting.
    """
    kinds = {name: kind for kind, name in lists_of(type(brief)).items()}
    found: dict[str, str] = {}
    for name, held in brief.model_dump(mode="json", exclude_defaults=True, exclude={"audit": {"seal"}}).items():
        if name in kinds:
            found |= {f"{kinds[name]} {item['id']}": digest(item) for item in held}
        elif held:  # an audit that tells of nothing is not as by default: it holds the seal
            found[name] = digest(held)
    return found


def digest(part: Any) -> str:
    """SHA-256 of the canonical JSON of a part in UTF-8."""
    return sha256(canonical(part).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(part: Any) -> str:
    """JSON with keys sorted, no white space, and nothing escaped that need not be."""
    return _CANONICAL.encode(part)
