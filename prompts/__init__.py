"""The instructions of conflict news as versioned files, and the one reader for them.

A prompt `NAME` is two files: `NAME.md`, the constant part that is the same for every article, and
`NAME.article.md`, the part that carries one article. A follow-up is one file. What is asked about two
incidents is a `NAME.md` too, with `NAME.pair.md` that carries them. A change of wording is a new version.
"""

from functools import cache
from importlib.resources import files

from summarizer.asking.prompt import Prompt

DEFAULT = "extract-3"
FOLLOW_UPS = {
    "window": "window-2",
    "rest": "rest-1",
    "repair": "repair-2",
    "agree": "agree-2",
    "second_look": "second-look-2",
    "second_opinion": "second-opinion-1",
}
"""The version of each further request."""
SAME_INCIDENT = "same-incident-1"
"""The version of what is asked about two incidents."""


@cache
def prompt(name: str = DEFAULT) -> Prompt:
    """The prompt of that name. Raises `KeyError` with the names there are if it is unknown."""
    if name not in names():
        raise KeyError(f"no prompt {name!r}: there are {', '.join(names())}")
    return Prompt(
        name=name,
        instructions=_text(name),
        article=_text(f"{name}.article"),
        follow_ups={request: _text(version) for request, version in FOLLOW_UPS.items()},
    )


@cache
def same_incident() -> tuple[str, str]:
    """What is asked about two incidents: the constant part, and the one that carries them, with {tag} and {tellings}."""
    return _text(SAME_INCIDENT), _text(f"{SAME_INCIDENT}.pair")


def _text(name: str) -> str:
    return (files(__package__) / f"{name}.md").read_text(encoding="utf-8")


@cache
def names() -> tuple[str, ...]:
    """Names of the prompts that are installed."""
    suffix = ".article.md"
    return tuple(
        sorted(file.name.removesuffix(suffix) for file in files(__package__).iterdir() if file.name.endswith(suffix))
    )
