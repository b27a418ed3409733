"""How dense the code of each room may be; a ceiling is only ever lowered. `python -m tests.density` prints the figures."""

import pytest

from tests.density import density, rooms

CEILINGS = {
    "schemas": (0.0, 0.0),
    "summarizer": (16.7, 0.2),
    "asking": (37.3, 1.6),
    "batch": (36.0, 1.2),
    "cli": (34.5, 3.0),
    "conflict": (49.7, 2.2),
    "conflict/checks": (71.8, 8.9),
    "conflict/coder": (78.0, 14.3),
    "conflict/derivation": (38.5, 2.9),
    "conflict/digesting": (57.0, 5.4),
    "conflict/exporting": (36.8, 0.9),
    "conflict/linking": (52.6, 4.0),
    "conflict/mapping": (42.7, 4.4),
    "conflict/storing": (50.7, 0.0),
    "conflict/wording": (49.3, 4.3),
    "documents": (38.4, 4.2),
    "engine": (30.6, 1.4),
    "english": (33.3, 1.8),
    "english/grammar": (74.3, 15.6),
    "evaluation": (39.6, 2.0),
    "lexicons": (41.4, 2.1),
    "limits": (32.2, 1.3),
    "model": (30.1, 3.0),
    "origins": (48.6, 0.8),
    "pointing": (38.2, 1.3),
    "reading": (33.1, 2.3),
    "recording": (33.1, 2.8),
    "regression": (37.8, 2.3),
    "rendering": (37.9, 0.9),
    "reviewing": (37.4, 1.1),
    "store": (28.1, 1.0),
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
