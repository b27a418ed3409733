"""Pinned floors: figures that must not clearly fall, with a digest of the gold answers they were reached on.

What is pinned are counts: so many right of so many, and how often each serious error was made. A share has fallen if it
is below the 95 % interval (Wilson, 1927) of the pinned one. So a slot or status that is judged for one more item does
not fail by that item alone. A serious error may not become more frequent.

F1 is no share, and has no floor of its own. It is a rising function, 2s / (1 + s), of the share s of items in both gold and
brief among the items in either (F*; Hand, Christen and Kirielle, 2021); that share has a floor, with Wilson's interval.

The file's seal covers everything else in it, so that a floor lowered by hand does not go unnoticed; `pinned` lowers
one only with a reason, which stays in the file.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import SourceError, UsageError
from summarizer.evaluation.figures import Figures, Share
from summarizer.reading.files import read_text

HEAD = """\
# What `brief eval` must not fall clearly below: so many right of so many, and how often each serious error was made.
# Do not edit: the seal would not fit. To take over better figures, or new gold answers, add --pin to the command;
# a figure that would fall, or go, needs --why "REASON" as well, and the reason stays here.
"""
MOST_BYTES = 16_000
"""The largest file of floors that is read."""
OTHER_GOLD = "the gold answers are not those that the floors were set on: --pin sets them anew"


class Lowered(BaseModel):
    """A figure that was pinned lower than before, or no longer (`to` is None), and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figure: str
    was: str
    to: str | None = None
    why: str = Field(min_length=1)


class Reached(BaseModel):
    """What briefs reached on some gold answers: shares as (right, of), and how often each serious error was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gold_sha256: str
    articles: int
    shares: dict[str, tuple[int, int]]
    errors: dict[str, int]


class Floors(Reached):
    """What a file of floors holds."""

    seal: str
    lowered: tuple[Lowered, ...] = ()

    def right_seal(self) -> str:
        """The seal that fits the rest of the file."""
        content = self.model_dump(mode="json", exclude={"seal"})
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def gold_digest(paths: Sequence[Path]) -> str:
    """SHA-256 of gold files: of their names and contents, in the order of names.

    Args:
        paths: the files, in any order; the folder that they lie in does not count.
    """
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        digest.update(f"{path.name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def reached(figures: Figures, digest: str) -> Reached:
    """What is pinned of figures, or held against what was.

    Args:
        figures: of all articles.
        digest: of the gold answers, as `gold_digest` gives it.
    """
    shares = {what: (share.right, share.of) for what, share in sorted(figures.shares().items())}
    return Reached(gold_sha256=digest, articles=figures.articles, shares=shares, errors=figures.serious)


def load_floors(path: Path) -> Floors:
    """The floors in a file.

    Args:
        path: a file that `as_toml` wrote.

    Raises:
        SourceError: the file cannot be read, is no file of floors, or was changed by hand.
    """
    try:
        floors = Floors.model_validate(tomllib.loads(read_text(path, most=MOST_BYTES)))
    except (tomllib.TOMLDecodeError, ValidationError, RecursionError) as error:
        raise SourceError(f"{path}: is not a file of floors; 'brief eval --floors FILE --pin' writes one") from error
    if floors.seal != floors.right_seal():
        raise SourceError(f"{path}: was changed by hand: the seal does not fit; use --pin, with --why to lower a floor")
    return floors


def below(floors: Floors, now: Reached) -> list[str]:
    """What is not held, in words.

    Args:
        floors: the floors that were pinned.
        now: what is reached.

    Returns:
        One line for each floor that is not held, and before them one if the gold answers are others than those that the
        floors were set on.
    """
    lines = [] if now.gold_sha256 == floors.gold_sha256 else [OTHER_GOLD]
    for figure, counts in floors.shares.items():
        share, pin = Share(*now.shares.get(figure, (0, 0))), Share(*counts)
        if share.below(pin):
            told = f"{share.share:.4f} ({share})" if share.of else "nothing to judge"
            lines.append(f"{figure}: {told}, below the floor of {pin.low:.4f}, the low end of 95 % about {pin}")
    for error, made, count in _more_often(floors, now):
        lines.append(f"{error}: {made}, above the pinned {count}")
    return lines


def _more_often(before: Reached, now: Reached) -> Iterator[tuple[str, int, int]]:
    """Each serious error that is made more often: how often now, and before."""
    for error, count in before.errors.items():
        made = now.errors.get(error, 0)
        if made > count:
            yield error, made, count


def pinned(now: Reached, before: Floors | None, why: str | None) -> Floors:
    """Floors at what is reached.

    Args:
        now: what is reached.
        before: the floors until now.
        why: reason for pinning a figure lower than it was.

    Raises:
        UsageError: a figure would fall, however little, or go, and no reason is given.
    """
    if before is None:
        return _sealed(now, ())
    lowered = list(_lowered(before, now))
    why = (why or "").strip()
    if lowered and not why:
        names = ", ".join(figure for figure, _, _ in lowered)
        raise UsageError(f'floors would fall ({names}): give the reason with --why "…", or mend what made them fall')
    told = tuple(Lowered(figure=figure, was=was, to=to, why=why) for figure, was, to in lowered)
    return _sealed(now, (*before.lowered, *told))


def _sealed(now: Reached, lowered: tuple[Lowered, ...]) -> Floors:
    """Floors with the seal that fits them."""
    open_ = Floors(seal="", lowered=lowered, **now.model_dump())
    return open_.model_copy(update={"seal": open_.right_seal()})


def _lowered(before: Reached, now: Reached) -> Iterator[tuple[str, str, str | None]]:
    """Each figure that is worse than it was, however little: its name, what it was, and is; None where it is gone."""
    for figure, pin in before.shares.items():
        share = now.shares.get(figure)
        if share is None:
            yield figure, str(Share(*pin)), None
        elif Fraction(*share) < Fraction(*pin):
            yield figure, str(Share(*pin)), str(Share(*share))
    for error, made, count in _more_often(before, now):
        yield error, str(count), str(made)


def as_toml(floors: Floors) -> str:
    """The text of a file of floors, which `load_floors` reads.

    Args:
        floors: the floors, sealed.
    """
    lines = [HEAD, *(f"{key} = {_value(getattr(floors, key))}" for key in ("seal", "gold_sha256", "articles"))]
    lines += ["", "[shares]", *(f"{_value(figure)} = {_value(counts)}" for figure, counts in floors.shares.items())]
    lines += ["", "[errors]", *(f"{_value(error)} = {count}" for error, count in floors.errors.items())]
    for each in floors.lowered:
        lines += ["", "[[lowered]]"]
        lines += [f"{key} = {_value(value)}" for key, value in each.model_dump(exclude_none=True).items()]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)  # a JSON string, number or list is a TOML one
