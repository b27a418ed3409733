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
OTHER_GOLD = "the gold answers are not those that the floors were set on: --pin sets them anew"
ROUNDING = 1e-9
"""Error of the arithmetic; an interval that should begin at 0 may begin a hair above."""


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
    """SHA-256 of gold files: of their names and contents, in the order of names."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        digest.update(f"{path.name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def reached(figures: Figures, digest: str) -> Reached:
    """What these figures are, on gold answers of this digest (`gold_digest`)."""
    shares = {what: (share.right, share.of) for what, share in sorted(figures.shares().items())}
    return Reached(gold_sha256=digest, articles=figures.articles, shares=shares, errors=figures.serious)


def load_floors(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        SourceError: the file cannot be read, is no file of floors, or was changed by hand.
    """
    try:
        floors = Floors.model_validate(tomllib.loads(read_text(path)))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SourceError(f"{path}: is not a file of floors; 'brief eval --floors FILE --pin' writes one") from error
    if floors.seal != floors.right_seal():
        raise SourceError(f"{path}: was changed by hand: the seal does not fit; use --pin, with --why to lower a floor")
    return floors


def below(floors: Floors, now: Reached) -> list[str]:
    """One line for each floor that is not held, and one if the gold answers are others than those it was set on."""
    lines = [] if now.gold_sha256 == floors.gold_sha256 else [OTHER_GOLD]
    for figure, counts in floors.shares.items():
        share, pin = Share(*now.shares.get(figure, (0, 0))), Share(*counts)
        floor = (pin.interval or (0.0, 1.0))[0]
        if (share.share or 0.0) < floor - ROUNDING:
            told = "nothing to judge" if share.share is None else f"{share.share:.4f} ({share})"
            lines.append(f"{figure}: {told}, below the floor of {floor:.4f}, the low end of 95 % about {pin}")
    for error, count in floors.errors.items():
        made = now.errors.get(error, 0)
        if made > count:
            lines.append(f"{error}: {made}, above the pinned {count}")
    return lines


def pinned(now: Reached, before: Floors | None, why: str | None) -> Floors:
    """Floors at what is reached.

    Args:
        now: what is reached.
        before: the floors until now.
        why: reason for pinning a figure lower than it was.

    Raises:
        UsageError: a figure would fall, however little, or go, and no reason is given.
    """
    why = (why or "").strip()
    lowered = list(_lowered(before, now)) if before else []
    if lowered and not why:
        names = ", ".join(figure for figure, _, _ in lowered)
        raise UsageError(f'floors would fall ({names}): give the reason with --why "…", or mend what made them fall')
    told = tuple(Lowered(figure=figure, was=was, to=to, why=why) for figure, was, to in lowered)
    earlier = before.lowered if before else ()
    open_ = Floors(seal="", lowered=(*earlier, *told), **now.model_dump())
    return open_.model_copy(update={"seal": open_.right_seal()})


def _lowered(before: Reached, now: Reached) -> Iterator[tuple[str, str, str | None]]:
    for figure, pin in before.shares.items():
        share = now.shares.get(figure)
        if share is None:
            yield figure, str(Share(*pin)), None
        elif Fraction(*share) < Fraction(*pin):
            yield figure, str(Share(*pin)), str(Share(*share))
    for error, count in before.errors.items():
        if now.errors.get(error, 0) > count:
            yield error, str(count), str(now.errors[error])


def as_toml(floors: Floors) -> str:
    """The text of a file of floors."""
    lines = [HEAD, *(f"{key} = {_value(getattr(floors, key))}" for key in ("seal", "gold_sha256", "articles"))]
    lines += ["", "[shares]", *(f"{_value(figure)} = {_value(counts)}" for figure, counts in floors.shares.items())]
    lines += ["", "[errors]", *(f"{_value(error)} = {count}" for error, count in floors.errors.items())]
    for each in floors.lowered:
        lines += ["", "[[lowered]]"]
        lines += [f"{key} = {_value(value)}" for key, value in each.model_dump().items() if value is not None]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)  # a JSON string, number or list is a TOML one
