"""Versioned instruction files, and the one reader for them.

A prompt `NAME` is two files: `NAME.md`, the constant part that is the same for every article, and
`NAME.article.md`, the part that carries one article. A follow-up is one file. A change of wording
is a new version.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

DEFAULT = "extract-1"


@dataclass(frozen=True)
class Prompt:
    """One version of the instructions.

    `article` has the fields {tag}, {published} and {sentences}.
    """

    name: str
    instructions: str
    article: str

    @property
    def sha256(self) -> str:
        """Hash of both parts: it stands in every run."""
        return hashlib.sha256(f"{self.instructions}\0{self.article}".encode()).hexdigest()


@cache
def prompt(name: str = DEFAULT) -> Prompt:
    """The prompt of that name. Raises `KeyError` with the names there are if it is unknown."""
    if name not in names():
        raise KeyError(f"no prompt {name!r}: there are {', '.join(names())}")
    folder = files(__package__)
    return Prompt(
        name=name,
        instructions=(folder / f"{name}.md").read_text(encoding="utf-8"),
        article=(folder / f"{name}.article.md").read_text(encoding="utf-8"),
    )


@cache
def follow_up(name: str) -> str:
    """The text of a follow-up request: `window-1`, `repair-1`, `second-look-1` or `second-opinion-1`."""
    return (files(__package__) / f"{name}.md").read_text(encoding="utf-8")


@cache
def names() -> tuple[str, ...]:
    """Names of the prompts that are installed."""
    suffix = ".article.md"
    return tuple(
        sorted(file.name.removesuffix(suffix) for file in files(__package__).iterdir() if file.name.endswith(suffix))
    )
