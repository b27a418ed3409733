"""The command's words: help, usage, what it loads, and its page of documentation."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import docs
from summarizer.cli.command import brief
from summarizer.model import table
from tests.cli_runner import Command, article, command

__all__ = ["command"]
HEAVY = ("openai", "instructor", "vcr", "pydantic", "rich", "yaml", "tenacity", "asyncio", "importlib.metadata")


def process(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own, in a bare environment."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(
        [sys.executable, "-c", "from summarizer.cli import main; main()", *args],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,  # type: ignore[call-overload]  # passed on as they are
    )


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["show", "--help"], []])
def test_help_and_usage_errors_load_nothing_heavy(args: list[str]) -> None:
    """Help is there at once: no client, no pydantic, no terminal library is loaded for it."""
    script = (
        "import sys\n"
        "from summarizer.cli.command import run\n"
        f"run({args!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stderr.splitlines()[-1] == "[]"


def test_help_needs_no_key_and_goes_to_standard_output() -> None:
    ran = process("--help")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Usage: brief [OPTIONS] SOURCE...\n")


def test_version_names_the_program(command: Command) -> None:
    ran = command("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("brief ")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        ([], "brief: no SOURCE: name a file, an address, or - for standard input; 'brief --help' tells the rest"),
        (["--timeout", "nan", "a"], "brief: invalid value for '--timeout'"),
        (["--timeout", "0", "a"], "brief: invalid value for '--timeout'"),
        (["--format", "xml", "a"], "brief: invalid value for '-f' / '--format'"),
        (["--published", "yesterday", "a"], "brief: invalid value for '--published'"),
        (["--no\x1b[31msuch", "a"], "brief: no such option '--no\\x1b[31msuch'"),
        (["show"], "brief: missing argument 'BRIEF.json'"),
        (["--api-key", "hush", "a"], "brief: no such option '--api-key'"),
    ],
)
def test_bad_usage_is_one_line_and_code_2(command: Command, args: list[str], line: str) -> None:
    """Bad usage says what is wrong in one line on standard error, with terminal escapes made inert."""
    ran = command(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(line)
    assert ran.err.count("\n") == 1


def test_without_a_key_one_line_names_the_variable(command: Command) -> None:
    ran = command(article(), "--model", "m")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("brief: no key for api.openai.com: set OPENAI_API_KEY, or replay a recording with --cassette\n")


@pytest.mark.parametrize("address", ["localhost:8000", "ftp://host/v1", "http://", "http://[", "http://h:x/v1"])
def test_an_address_that_is_none_is_refused_without_showing_it(command: Command, address: str) -> None:
    """What stands in a base URL may be a password, so the line does not repeat it."""
    ran = command(article(), "--model", "m", "--base-url", address)
    assert ran.code == 2
    assert ran.err == "brief: the base URL is no address: write it as http://HOST:PORT/v1 or https://HOST/v1\n"


def test_an_unknown_profile_is_told_with_those_there_are(command: Command) -> None:
    ran = command(article(), "--model", "m", "--profile", "nope")
    assert ran.code == 2
    assert "no profile is called 'nope'" in ran.err


def test_help_names_every_profile() -> None:
    option = next(option for option in brief.commands["summarize"].params if option.name == "profile")
    text = getattr(option, "help", "")
    assert [profile.name for profile in table() if profile.name not in text] == []


def test_the_page_of_documentation_is_what_the_command_says() -> None:
    """docs/cli.md is generated; `python -m summarizer.cli.docs > docs/cli.md` writes it anew."""
    stored = Path(__file__).parent.parent / "docs" / "cli.md"
    assert stored.read_text(encoding="utf-8") == docs.page()


def test_every_option_and_command_has_help() -> None:
    for name, one in brief.commands.items():
        assert one.get_short_help_str(), name
        options = [option for option in one.params if option.param_type_name == "option"]
        assert [option.name for option in options if not getattr(option, "help", "")] == [], name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_what_the_shell_reads(command: Command, shell: str) -> None:
    ran = command("completion", shell)
    assert ran.code == 0
    assert f"_BRIEF_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("brief sh", "plain,show"), ("brief --show-p", "plain,--show-prompt"), ("brief a.txt", "file,a.txt")],
)
def test_a_shell_completes_commands_options_and_files(typed: str, offered: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "_BRIEF_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": "1",
    }
    ran = subprocess.run(
        [sys.executable, "-c", "from summarizer.cli import main; main()"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert offered in ran.stdout.splitlines()


def test_an_unforeseen_exception_is_one_line_and_code_70(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is named as one, without a traceback."""

    def broken() -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("summarizer.cli.showing.print_schema", broken)
    ran = command("schema")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err == (
        "brief: a bug of this program (RuntimeError: two\\nlines): please report it; -v shows where it happened\n"
    )
