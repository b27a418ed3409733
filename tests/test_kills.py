"""A command that is killed at any point loses nothing, doubles nothing, and pays again at most for what was in flight."""

from pathlib import Path

import pytest

from tests.kills import measured


@pytest.mark.slow
def test_a_killed_command_is_gone_on_with(tmp_path: Path) -> None:
    """`python -m tests.kills` does the same over 500 articles, a hundred times."""
    found = measured(articles=40, kills=6, folder=tmp_path)
    assert found.kills == 6
    assert found.holds, str(found)
