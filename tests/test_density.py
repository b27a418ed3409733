"""How dense the code of each room may be; a ceiling is only ever lowered. `python -m tests.density` prints the figures."""

import pytest

from tests.density import density, rooms

CEILINGS = {
    "schemas": (0.0, 0.0),
    "summarizer": (18.2, 0.3),
    "asking": (40.5, 2.4),
    "cli": (35.0, 3.1),
    "conflict": (56.7, 2.8),
    "conflict/checks": (72.7, 10.4),
    "conflict/coder": (79.7, 15.6),
    "conflict/derivation": (41.5, 3.9),
    "conflict/mapping": (46.0, 5.0),
    "conflict/wording": (54.2, 5.2),
    "documents": (43.0, 5.0),
    "english": (43.9, 3.6),
    "evaluation": (40.4, 2.0),
    "lexicons": (51.5, 3.6),
    "model": (33.5, 3.2),
    "pointing": (40.8, 2.1),
    "reading": (33.6, 2.3),
    "recording": (35.0, 2.9),
    "regression": (40.6, 2.5),
    "rendering": (38.9, 0.9),
}
"""Branches per 100 lines of functions, and/or per 100 lines."""


def test_every_room_has_its_ceiling() -> None:
    assert list(rooms()) == list(CEILINGS)


@pytest.mark.parametrize("room", CEILINGS)
def test_no_room_grows_denser(room: str) -> None:
    found = density(rooms()[room])
    branches, operators = CEILINGS[room]
    assert found.branches <= branches
    assert found.operators <= operators
