"""Where the command takes its settings from, and what it refuses."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.config import CONFIGURABLE
from summarizer.model import ModelSettings
from tests.cli_runner import Command, article, asked, command

__all__ = ["asked", "command"]
Asked = list[dict[str, Any]]
URL = "http://localhost:{}/v1"

# option, key in the file, variables from the weakest, what the library is told, and five values
SETTINGS = [
    ("--model", "model", ["BRIEF_MODEL"], "model", ["a", "b", "c"]),
    ("--base-url", "base_url", ["OPENAI_BASE_URL", "BRIEF_BASE_URL"], "base_url", [URL.format(n) for n in range(1, 5)]),
    ("--profile", "profile", ["BRIEF_PROFILE"], "profile", ["vllm", "ollama", "generic"]),
    ("--timeout", "timeout", ["BRIEF_TIMEOUT"], "timeout", [1.5, 2.0, 3.0]),
    ("--policy", "policy", ["BRIEF_POLICY"], "policy", ["strict", "standard", "strict"]),
]


DEEP = "is nested too deeply; each key has a word, a number, or a table of prices"
LARGE = "is larger than 16 kB; check --config or BRIEF_CONFIG"


def config(text: str) -> Path:
    """Write the user's configuration."""
    path = Path("../config/brief/config.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(call: Mapping[str, Any], name: str) -> Any:
    settings = call["model"]
    assert isinstance(settings, ModelSettings)
    return call[name] if name == "policy" else getattr(settings, name)


@pytest.mark.parametrize(("option", "key", "variables", "name", "values"), SETTINGS)
def test_flag_before_environment_before_file(
    command: Command,
    asked: Asked,
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    key: str,
    variables: list[str],
    name: str,
    values: list[Any],
) -> None:
    """Each setting is taken from the file, over it from each of its variables, over all from the command line."""
    article()
    rest = [] if key == "model" else ["--model", "m"]
    rest += [] if key == "base_url" else ["--base-url", URL.format(9)]
    written = values[0] if isinstance(values[0], float) else f'"{values[0]}"'
    config(f"{key} = {written}\n")
    assert command("a.txt", *rest).code == 0
    for variable, value in zip(variables, values[1:-1], strict=True):
        monkeypatch.setenv(variable, str(value))
        assert command("a.txt", *rest).code == 0
    assert command("a.txt", *rest, option, str(values[-1])).code == 0
    assert [told(call, name) for call in asked] == values


def test_the_form_is_taken_from_file_environment_and_flag(
    command: Command, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    article()
    local = ("a.txt", "--model", "m", "--base-url", URL.format(9))
    config('format = "md"\nquiet = true\n')
    ran = command(*local)
    assert (ran.out[:1], ran.err) == ("#", "")
    monkeypatch.setenv("BRIEF_FORMAT", "jsonl")
    assert command(*local).out.startswith('{"source":"a.txt"')
    assert command(*local, "-f", "json").out.startswith('{\n  "version": 1')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('modle = "m"', f"unknown key 'modle'; there are {', '.join((*CONFIGURABLE, 'prices'))}"),
        ('api_key = "sk-1"', "api_key does not belong in a file; set the environment variable of the endpoint"),
        ("timeout = true", "timeout must be a number"),
        ("timeout = -1", "timeout: -1.0 is not in the range 0<x<=86400."),
        ("model = 3", "model must be a string"),
        ('quiet = "yes"', "quiet must be true or false"),
        ('policy = "lax"', "policy: 'lax' is not one of 'standard', 'strict'."),
        ("model = ", "is not TOML: Invalid value (at end of document)"),
        (f"model = {'[' * 1000}{']' * 1000}", DEEP),
        (f"model = {'{a = ' * 1000}1{'}' * 1000}", DEEP),
        (f"{'a.' * 50_000}a = 1", LARGE),
        (f"#{' ' * 16_000}", LARGE),
        (
            "[prices.m]\nprompt = -1\ncompletion = 2",
            "prices of 'm' must be numbers from 0, US dollars a million tokens",
        ),
        (
            "[prices.m]\nprompt = 1",
            'each price is a table such as [prices."MODEL"] prompt = 1.0, completion = 4.0, cached = 0.1',
        ),
    ],
)
def test_a_mistake_in_the_configuration_is_one_line(command: Command, asked: Asked, text: str, line: str) -> None:
    path = config(text).resolve()
    ran = command(article(), "--model", "m")
    assert (ran.code, ran.out, asked) == (2, "", [])
    assert ran.err == f"brief: {path}: {line}\n"
    assert command("--help").code == 0


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device here")  # noqa: PTH110  a device
def test_a_file_beyond_all_measure_is_one_line(command: Command, asked: Asked) -> None:
    """A device that never ends is read up to the limit."""
    ran = command(article(), "--model", "m", "--config", "/dev/zero")
    assert (ran.code, ran.err, asked) == (2, f"brief: /dev/zero: {LARGE}\n", [])


def test_another_file_can_be_named(command: Command, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    config('model = "user"')
    Path("one.toml").write_text('model = "one"\nbase_url = "http://localhost:9/v1"', encoding="utf-8")
    Path("two.toml").write_text('model = "two"\nbase_url = "http://localhost:9/v1"', encoding="utf-8")
    monkeypatch.setenv("BRIEF_CONFIG", "one.toml")
    command(article())
    command("a.txt", "--config", "two.toml")
    assert [told(call, "model") for call in asked] == ["one", "two"]
    ran = command("a.txt", "--config", "none.toml")
    assert ran.err == "brief: none.toml: cannot be read: No such file or directory; check --config or BRIEF_CONFIG\n"


def test_the_current_folder_is_not_searched_for_configuration(command: Command, asked: Asked) -> None:
    """A folder from a stranger must not choose the address that the key is sent to."""
    for name in ("brief.toml", "config.toml", ".brief.toml"):
        Path(name).write_text('model = "m"\nbase_url = "http://localhost:9/v1"', encoding="utf-8")
    command(article())
    assert [call.get("model") for call in asked] == [None]


def test_a_cassette_decides_model_and_address_but_for_the_command_line(
    command: Command, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEF_MODEL", "other")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:9/v1")
    Path("c.yaml").touch()
    command(article(), "--cassette", "c.yaml")
    command("a.txt", "--cassette", "c.yaml", "--model", "mine")
    monkeypatch.setenv("BRIEF_CASSETTE", "c.yaml")
    command("a.txt")
    assert [(call["model"], call["base_url"], call["record"]) for call in asked] == [
        (None, None, False),
        ("mine", None, False),
        (None, None, False),
    ]
    assert [call["cassette"] for call in asked] == [Path("c.yaml")] * 3


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["a.txt", "--cassette", "none.yaml"], "none.yaml: there is no such cassette; check --cassette"),
        (["a.txt", "b.txt", "--cassette", "a.txt"], "--cassette holds the answer for one article: give one source"),
        (["a.txt", "b.txt", "--record", "c"], "--record writes the answer for one article: give one source"),
        (["a.txt", "--cassette", "a", "--record", "b"], "--cassette replays and --record records: give one of them"),
        (["a.txt", "--record", "b.txt"], "b.txt: is there and is no cassette; choose another file for --record"),
        (["a.txt", "--record", "."], ".: is a directory; name a file for --record"),
        (["a.txt", "--record", "a.txt/c"], "a.txt/c: cannot be written; choose another file for --record"),
        (
            ["a.txt", "--record", "a.txt"],
            "--record: a.txt is also a source and would be overwritten; choose another file",
        ),
        (
            ["a.txt", "-o", "./a.txt"],
            "--output: a.txt is also a source and would be overwritten; choose another file",
        ),
        (["a.txt", "-o", "."], ".: is a directory; name a file in it"),
        (["a.txt", "-o", "no/out"], "no/out: cannot be written: No such file or directory; choose another file"),
        (
            ["a.txt", "--record", "c", "--show-prompt"],
            "--show-prompt sends nothing, so there is nothing for --record to write: give one of them",
        ),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_asked(
    command: Command, asked: Asked, args: list[str], line: str
) -> None:
    article(), article("b.txt")
    ran = command(*args, "--model", "m", "--base-url", URL.format(9))
    assert (ran.code, ran.out, asked) == (2, "", [])
    assert ran.err == f"brief: {line}\n"


def test_a_cost_is_told_where_the_configuration_states_the_price(command: Command, asked: Asked) -> None:
    """800,000 tokens at 2 dollars a million, 200,000 cached at 0.5, and 500,000 of the answer at 8: 5.7 dollars."""
    config('[prices."m-1"]\nprompt = 2\ncompletion = 8\ncached = 0.5\n')
    ran = command(article(), "--model", "m", "--base-url", URL.format(9))
    assert ran.err.endswith(" · $5.7000\n")
