"""Where the command writes: whole files, devices, pipes that close, and pages as wide as the terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.output import in_color, page_width
from tests.cli_runner import ARTICLE, REFUSED, Command, article, asked, command, names

__all__ = ["asked", "command"]
LOCAL = ("--model", "m", "--base-url", "http://localhost:9/v1")
ROOT = Path(__file__).parent.parent
Asked = list[dict[str, Any]]


def test_a_file_gets_the_briefs_and_standard_output_nothing(command: Command, asked: Asked) -> None:
    ran = command(article(), *LOCAL, "-o", "out.txt")
    assert (ran.code, ran.out) == (0, "")
    assert Path("out.txt").read_text(encoding="utf-8") == command("a.txt", *LOCAL).out
    assert names() == ["a.txt", "out.txt"]


def test_a_file_that_is_replaced_keeps_its_permissions_and_its_link(command: Command, asked: Asked) -> None:
    Path("real.txt").write_text("before", encoding="utf-8")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    assert command(article(), *LOCAL, "-o", "link.txt").code == 0
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8").startswith("a.txt · ONE ARTICLE")
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_that_the_user_gives_to_files(command: Command, asked: Asked) -> None:
    before = os.umask(0o027)
    try:
        assert command(article(), *LOCAL, "-o", "out.txt").code == 0
    finally:
        os.umask(before)
    assert Path("out.txt").stat().st_mode & 0o777 == 0o640


def test_a_file_stays_as_it_was_where_there_is_no_brief(command: Command, asked: Asked) -> None:
    Path("out.txt").write_text("before", encoding="utf-8")
    assert command(article(text=REFUSED), *LOCAL, "-o", "out.txt").code == 3
    assert Path("out.txt").read_text(encoding="utf-8") == "before"
    assert names() == ["a.txt", "out.txt"]


def test_a_dash_stands_for_standard_output(command: Command, asked: Asked) -> None:
    assert command(article(), *LOCAL, "-o", "-").out.startswith("a.txt · ONE ARTICLE")
    assert names() == ["a.txt"]


def test_a_device_is_written_and_not_replaced(command: Command, asked: Asked) -> None:
    assert command(article(), *LOCAL, "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_a_full_disk_is_one_line(command: Command, asked: Asked) -> None:
    ran = command(article(), *LOCAL, "-o", "/dev/full", "-q")
    assert ran.code == 2
    assert ran.err == "brief: /dev/full: cannot be written: No space left on device; choose another file\n"


def schema_into(target: str) -> tuple[int, str]:
    """Exit code and standard error of a process that writes more than a pipe holds into a shell's redirection."""
    script = f'set -o pipefail; "{sys.executable}" -c "from summarizer.cli import main; main()" schema {target}'
    ran = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.returncode, ran.stderr


def test_a_reader_who_stops_reading_is_not_complained_about() -> None:
    """`brief … | head` is silent and ends as other programs do."""
    assert schema_into("| true") == (141, "")


def test_standard_output_that_cannot_be_written_is_one_line() -> None:
    code, line = schema_into("> /dev/full")
    assert (code, line) == (2, "brief: standard output: cannot be written: No space left on device\n")


def test_a_terminal_without_unicode_gets_escapes_and_json_stays_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run = (
        "import sys; from summarizer.cli.output import opened, prepare_stdout\n"
        "prepare_stdout(for_machines=bool(sys.argv[1]))\n"
        "with opened(None) as write: write('“a” ¶')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1"}
    outputs = [
        subprocess.run([sys.executable, "-c", run, machines], env=environment, capture_output=True, check=True).stdout
        for machines in ("", "1")
    ]
    assert outputs == ["\\u201ca\\u201d ¶".encode("latin-1"), "“a” ¶".encode()]


@pytest.mark.parametrize(
    ("columns", "environment", "expected"),
    [
        (100, {}, (100, True)),
        (40, {}, (60, True)),
        (100, {"NO_COLOR": "1"}, (100, False)),
        (100, {"NO_COLOR": ""}, (100, True)),
        (100, {"TERM": "dumb"}, (100, False)),
    ],
)
def test_width_and_colour_follow_the_terminal(
    monkeypatch: pytest.MonkeyPatch, columns: int, environment: dict[str, str], expected: tuple[int, bool]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with os.fdopen(child, "w") as terminal, os.fdopen(parent):
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setattr(sys, "__stdout__", terminal)
        assert (page_width(None), in_color(None)) == expected
        assert (page_width(Path("out.txt")), in_color(Path("out.txt"))) == (80, False)


def test_width_and_colour_elsewhere_are_plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "pipe").open("w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert (page_width(None), in_color(None)) == (80, False)
