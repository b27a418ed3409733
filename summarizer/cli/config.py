"""The configuration file: TOML whose keys are the names of options, and prices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.exchanges import Tokens

CONFIGURABLE = (
    "model",
    "base_url",
    "profile",
    "timeout",
    "policy",
    "window",
    "format",
    "quiet",
    "jobs",
    "store",
    "requests_per_minute",
    "tokens_per_minute",
    "max_tokens",
    "max_cost",
)
"""Options that the file may set. A cassette or an output belongs to one run, a key to the environment."""
A_STRING: tuple[frozenset[type], str] = (frozenset({str}), "a string")
KINDS: dict[str, tuple[frozenset[type], str]] = {
    "timeout": (frozenset({int, float}), "a number"),
    "window": (frozenset({int}), "a number"),
    "jobs": (frozenset({int}), "a number"),
    "requests_per_minute": (frozenset({int}), "a number"),
    "tokens_per_minute": (frozenset({int}), "a number"),
    "max_tokens": (frozenset({int}), "a number"),
    "max_cost": (frozenset({int, float}), "a number"),
    "quiet": (frozenset({bool}), "true or false"),
}
"""What the value of a key must be in TOML, and what messages call it; the others are strings."""
PRICES = "prices"
MOST_BYTES = 16_000
"""The largest file that is read."""
NEEDED = frozenset({"prompt", "completion"})
_IN_META = "summarizer.cli.prices"


@dataclass(frozen=True)
class Price:
    """What a model costs, in US dollars a million tokens; `cached` is for the part of a prompt that was cached."""

    prompt: float
    completion: float
    cached: float

    def of(self, prompt: int, completion: int = 0, cached: int = 0) -> float:
        """US dollars for so many tokens; those cached are part of the prompt's."""
        return ((prompt - cached) * self.prompt + cached * self.cached + completion * self.completion) / 1_000_000


@dataclass(frozen=True)
class Prices:
    """What tokens cost, by the name of the model; it can travel to another process.

    Attributes:
        stated: of models, as the configuration states them.
        asked: the model's name as it was asked for; the endpoint may answer under another.
    """

    stated: Mapping[str, Price]
    asked: str

    def __call__(self, model: str, tokens: "Tokens") -> float | None:
        """US dollars; None where no price is known."""
        price = self.stated.get(model, self.stated.get(self.asked))
        return price.of(tokens.prompt, tokens.completion, tokens.cached) if price else None


def default_path() -> Path:
    """Where the file lies: `~/.config/brief/config.toml` on Linux, the usual place elsewhere."""
    return Path(click.get_app_dir("brief")) / "config.toml"


def load(context: click.Context, option: click.Parameter, value: str | None) -> None:
    """Take defaults for the command's options from the file; a callback of the option that names it.

    The folder that one happens to be in is not looked at: a file there could send a key elsewhere.

    Raises:
        UsageError: the file was named and is not there, or what it says makes no sense.
    """
    path = Path(value) if value else default_path()
    if context.resilient_parsing or (not value and not path.is_file()):
        return
    content = _read(path)
    context.meta[_IN_META] = _prices(content.pop(PRICES, {}), path)
    context.default_map = _defaults(content, context.command.params, path)


def prices(context: click.Context) -> Mapping[str, Price]:
    """The prices that the file states, by the name of the model.

    Args:
        context: of the command, whose option --config has been read.
    """
    found: Mapping[str, Price] = context.meta.get(_IN_META, {})
    return found


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise UsageError(f"{path}: is larger than {MOST_BYTES // 1000} kB; check --config or BRIEF_CONFIG")
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; check --config or BRIEF_CONFIG") from error
    except ValueError as error:  # not UTF-8, or not TOML
        raise UsageError(f"{path}: is not TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(
            f"{path}: is nested too deeply; each key has a word, a number, or a table of prices"
        ) from error


def _defaults(content: Mapping[str, Any], options: Iterable[click.Parameter], path: Path) -> dict[str, Any]:
    """The values of this command's options that the file states. Raises UsageError for a key that no command has."""
    by_name = {option.name: option for option in options}
    defaults = {}
    for key, value in content.items():
        if key == "api_key":
            raise UsageError(f"{path}: api_key does not belong in a file; set the environment variable of the endpoint")
        if key not in CONFIGURABLE:
            raise UsageError(f"{path}: unknown key {key!r}; there are {', '.join((*CONFIGURABLE, PRICES))}")
        if key not in by_name:  # a key of another command's
            continue
        defaults[key] = _default(key, value, by_name[key], path)
    return defaults


def _default(key: str, value: Any, option: click.Parameter, path: Path) -> Any:
    """The value of an option as the command line would give it."""
    kinds, called = KINDS.get(key, A_STRING)
    if type(value) not in kinds:
        raise UsageError(f"{path}: {key} must be {called}")
    try:
        return option.type.convert(value, option, None)
    except click.BadParameter as error:
        raise UsageError(f"{path}: {key}: {error.message}") from error


def _is_price(value: Any) -> bool:
    return type(value) in (int, float) and value >= 0


def _prices(table: object, path: Path) -> dict[str, Price]:
    """The prices of each model. Raises UsageError where they are not stated as `advice` says."""
    advice = f'{path}: each price is a table such as [prices."MODEL"] prompt = 1.0, completion = 4.0, cached = 0.1'
    if not isinstance(table, dict):
        raise UsageError(advice)
    found = {}
    for model, row in table.items():
        if not isinstance(row, dict) or not NEEDED <= row.keys() <= NEEDED | {"cached"}:
            raise UsageError(advice)
        if not all(map(_is_price, row.values())):
            raise UsageError(f"{path}: prices of {model!r} must be numbers from 0, US dollars a million tokens")
        found[model] = Price(**{"cached": row["prompt"], **row})
    return found
