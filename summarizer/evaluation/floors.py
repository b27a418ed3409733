"""Pinned floors: figures that must not fall, with a digest of the gold answers they were reached on.

The file's seal covers everything else in it, so that a floor lowered by hand does not go unnoticed; `pinned`
lowers one only with a reason, which stays in the file.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import SourceError, UsageError
from summarizer.reading.files import read_text

HEAD = """\
# Floors that the figures of `brief eval` must not fall below; shares from 0 to 1, and errors counted below zero.
# Do not edit: the seal would not fit. To take over better figures, or new gold answers, add --pin to the command;
# a floor that would fall, or go, needs --why "REASON" as well, and the reason stays here.
"""
TOLERANCE = 1e-6
"""Figures are pinned with six decimals."""


class Lowered(BaseModel):
    """A floor that was lowered, or taken out (`to` is None), and why."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    figure: str
    was: float
    to: float | None = None
    why: str = Field(min_length=1)


class Floors(BaseModel):
    """What a file of floors holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seal: str
    gold_sha256: str
    articles: int
    floors: dict[str, float]
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


def below(floors: Floors, flat: Mapping[str, float], digest: str) -> list[str]:
    """One line for each floor that is not held, and one if the gold answers are others than those it was set on."""
    lines = []
    if digest != floors.gold_sha256:
        lines.append("the gold answers are not those that the floors were set on: --pin sets them anew")
    for figure, floor in floors.floors.items():
        now = flat.get(figure)
        if now is None or now < floor - TOLERANCE:
            lines.append(
                f"{figure}: {'nothing to judge' if now is None else f'{now:.4f}'}, below the floor of {floor:.4f}"
            )
    return lines


def pinned(flat: Mapping[str, float], digest: str, articles: int, before: Floors | None, why: str | None) -> Floors:
    """Floors at these figures.

    Args:
        flat: the figures, by name (`Figures.flat`).
        digest: of the gold answers (`gold_digest`).
        articles: how many there are.
        before: the floors until now.
        why: reason for lowering a floor.

    Raises:
        UsageError: a floor would fall, or go, and no reason is given.
    """
    floors = {figure: round(value, 6) + 0.0 for figure, value in sorted(flat.items())}
    lowered = [
        (figure, was, floors.get(figure))
        for figure, was in (before.floors if before else {}).items()
        if floors.get(figure, float("-inf")) < was - TOLERANCE
    ]
    if lowered and not (why or "").strip():
        names = ", ".join(figure for figure, _, _ in lowered)
        raise UsageError(f'floors would fall ({names}): give the reason with --why "…", or mend what made them fall')
    told = tuple(Lowered(figure=figure, was=was, to=to, why=(why or "").strip()) for figure, was, to in lowered)
    earlier = before.lowered if before else ()
    open_ = Floors(seal="", gold_sha256=digest, articles=articles, floors=floors, lowered=(*earlier, *told))
    return open_.model_copy(update={"seal": open_.right_seal()})


def as_toml(floors: Floors) -> str:
    """The text of a file of floors."""
    lines = [HEAD, *(f"{key} = {_value(getattr(floors, key))}" for key in ("seal", "gold_sha256", "articles"))]
    lines += ["", "[floors]", *(f"{_value(figure)} = {value!r}" for figure, value in floors.floors.items())]
    for each in floors.lowered:
        lines += ["", "[[lowered]]"]
        lines += [f"{key} = {_value(value)}" for key, value in each.model_dump().items() if value is not None]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)  # a JSON string or number is a TOML one
