"""The digest of a desk's week is no worse against the editor's than it was, and errs nowhere towards the surer.

`python -m tests.week_comparing -v` tells every miss; `--floors` prints the floors as they are reached now.
"""

import tomllib
from pathlib import Path

import pytest

from summarizer.conflict.statement_kinds import SAYS_IT_HAPPENED
from summarizer.conflict.two_keys import SURENESS
from summarizer.schemas.digest import DigestIncident
from tests.week_comparing import SORTS, Sheet, Week, compared, matching, week
from tests.week_comparing.incidents import attributions, occurrences
from tests.week_comparing.wording import SURE_AUTHOR

FLOORS = tomllib.loads(Path(__file__).with_name("week_floors.toml").read_text(encoding="utf-8"))
"""By reader and sort of item: how many are found, of how many that the editor wants, and how many of ours are foreign."""

Read = tuple[Week, Sheet, str]


@pytest.fixture(scope="session", params=["model", "coder"])
def read(request: pytest.FixtureRequest) -> Read:
    reader: str = request.param
    found = week(coder=reader == "coder")
    return found, compared(found), reader


def test_every_sort_of_item_has_its_floor() -> None:
    assert {reader: list(floors) for reader, floors in FLOORS.items()} == {
        reader: list(SORTS) for reader in ("model", "coder")
    }


@pytest.mark.parametrize("sort", SORTS)
def test_no_sort_of_item_falls(read: Read, sort: str) -> None:
    _, sheet, reader = read
    floor, _, ceiling = FLOORS[reader][sort]
    found, _, foreign = sheet.counts(sort)
    assert found >= floor
    assert foreign <= ceiling


ONE: dict[str, dict[tuple[str, str], str]] = {
    "model": {},
    "coder": {
        (
            "Car bomb in the Old Docks, Adrava (morning)",
            "Van bomb on Linden Hill, Adrava (afternoon)",
        ): "an article on the arrest for one bomb that names the other is one bombing to the coder",
    },
}
"""What is told as one, and why."""


def test_no_two_incidents_that_the_editor_keeps_apart_are_one(read: Read) -> None:
    """Nothing stands where the editor does not tell it, nor with words for the place of another."""
    _, sheet, reader = read
    assert {(each.about, each.wanted) for each in sheet.of("incidents kept apart", "missing")} == ONE[reader].keys()
    assert sheet.of("articles that tell one", "foreign") == []


def test_copies_are_what_the_editor_holds_for_copies(read: Read) -> None:
    _, sheet, _ = read
    for sort in ("copies", "no copies, though like", "rewrites that are no new origin"):
        assert sheet.of(sort, "missing") == sheet.of(sort, "foreign") == []


def test_no_copy_is_counted(read: Read) -> None:
    """Nowhere among texts; and who speaks in copies only, as these were read, is one of the editor's origins."""
    found, _, _ = read
    for incident in (*found.digest.incidents, *found.digest.older):
        assert incident.texts == len(found.texts(found.names(incident.told_in)))
        for said in incident.statements:
            assert said.texts == len(found.texts(found.names(said.carried_by)))
    for entry, incident in told(found):
        for said in incident.statements:
            carried = found.names(said.carried_by)
            if (
                said.speaker
                and not said.idle
                and said.kind in SAYS_IT_HAPPENED
                and carried.isdisjoint(found.texts(carried))
            ):
                assert any(matching.speaks(found, origin["who"], said) for origin in entry["origins"])


SURER = {
    "model": {
        "Drone on substation in Tolvek": "the state agency's “enemy drone”, in its own voice, is told as a fact of the author",
    },
    "coder": {
        "Drone on minibus near Tolvik": "one deputy minister is three speakers: by name, by office, and as an official",
        "Alleged shooting of Colonel Sarro in Lisk": "a group's report, told of a “man as Colonel”, outlives its withdrawal",
        "Alleged ambush of a patrol near Sorrel Ford": "“nothing of the kind had happened” is no denial by the struck side",
        "Student's death at the Lisk checkpoint": "“no shot was fired” is not read as a denial",
    },
}
"""Statuses that are surer than the editor's, and why."""


def test_no_status_is_surer_than_the_editors(read: Read) -> None:
    found, _, reader = read
    surer = {entry["name"] for entry, incident in told(found) if is_surer(entry, incident)}
    assert surer == SURER[reader].keys()


def told(found: Week) -> list[tuple[matching.Entry, DigestIncident]]:
    """The editor's incidents that ours tells."""
    ours = matching.incidents(found)
    return [(entry, ours[entry["name"]]) for entry in found.editors["incidents"] if entry["name"] in ours]


def is_surer(entry: matching.Entry, ours: DigestIncident) -> bool:
    ranks = [SURENESS[each] for each in occurrences(entry) if each in SURENESS]
    happened = SURENESS.get(ours.occurrence, -1) > max(ranks, default=-1)
    return happened or ours.attribution in SURE_AUTHOR - attributions(entry)


def test_no_threat_is_carried_out_or_withdrawn_that_is_not(read: Read) -> None:
    found, sheet, _ = read
    assert sheet.of("threat: carried out in", "foreign") == sheet.of("threat: withdrawn in", "foreign") == []
    ours = matching.threats(found)
    wanted = {entry["name"]: entry["status"] for entry in found.editors["threats"]}
    known = {threat.id for threat in ours.values()}
    for name, threat in ours.items():
        assert threat.status == wanted[name] or threat.status not in ENDED
    assert not [threat for threat in found.digest.threats if threat.id not in known and threat.status in ENDED]


ENDED = ("withdrawn", "carried_out")
