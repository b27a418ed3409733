"""Which incidents MUC-4 counts, and how it writes where they were, whom they struck, and with what."""

from typing import Any

import pytest

from summarizer import verify
from summarizer.asking.lines import Lines, read
from summarizer.conflict.completing import completed
from summarizer.conflict.mapping import muc4, struck
from summarizer.documents.document import Document
from summarizer.schemas.draft import Draft

HEAD = "VELLA, 3 JAN 90 (XPA) -- "


def told(text: str, *lines: str) -> list[dict[str, Any]]:
    """What MUC-4 has of an article whose items a model gave in these lines."""
    document = Document.from_text(HEAD + text)
    draft, unread = read(Lines(lines=lines), Draft, document)
    assert not unread
    return muc4.incidents_of(verify(completed(draft, document), document), document)


@pytest.mark.parametrize(
    ("targets", "fighting"),
    [
        (["two soldiers", "a rebel camp"], True),
        (["an army convoy", "three officers"], True),
        (["four of the guerrillas", "three"], True),
        (["two soldiers", "a farmer"], False),
        (["an army convoy", "a school"], False),
        (["three officers"], False),
        (["a ninth brigade officer"], True),
        (["soldier Marko Rado"], True),
        (["a group of paratroopers", "an armored vehicle"], True),
        (["members of an army patrol", "the brigade's installations"], True),
        (["the general staff buildings", "the general staff vehicles"], False),
        (["the general staff vehicles"], True),
        (["one person", "two masked men"], False),
        ([], False),
    ],
)
def test_only_armed_parties_struck_is_fighting(targets: list[str], fighting: bool) -> None:
    assert struck.is_fighting(targets) == fighting


@pytest.mark.parametrize(
    ("text", "place"),
    [("Guatemala", True), ("the whole neighborhood", True), ("the town of Orlen", True), ("the town hall", False)],
)
def test_a_town_or_a_country_is_no_target(text: str, place: bool) -> None:
    assert struck.is_place(text) == place


@pytest.mark.parametrize(
    ("text", "used"),
    [("rifle fire", ["rifle"]), ("a bomb", ["a bomb"]), ("several shots", [])],
)
def test_what_a_weapon_shoots_is_no_instrument(text: str, used: list[str]) -> None:
    assert struck.instruments_of([text]) == used


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("a section of the pipeline", "the pipeline"),
        ("a clerk of the bank", "a clerk of the bank"),
        ("A GROUP OF 20 HOODED MEN", "20 HOODED MEN"),
        ("some 12 kg of gelignite", "gelignite"),
        ("the mayor", "the mayor"),
    ],
)
def test_what_is_measured_gathered_or_cut_counts_whole(text: str, counts: str) -> None:
    assert struck.whole(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("the army convoy", False),
        ("the government", False),
        ("a ninth brigade officer", False),
        ("THEM", False),
        ("a mayor", True),
    ],
)
def test_armed_parties_powers_and_pronouns_are_nothing_struck(text: str, counts: bool) -> None:
    assert struck.is_struck(text) == counts


# --- where --------------------------------------------------------------------------------------------

SHOT = (
    "A1 people generic | name 1:GUNMEN",
    "I1 shooting told by 1 is reported author stated | words 1:SHOT | at person :A BAKER",
)


@pytest.mark.parametrize(
    ("text", "place", "location"),
    [
        ("GUNMEN SHOT A BAKER IN TAREL. THE PERUVIAN POLICE SEEK THEM.", "TAREL", "TAREL, Peru"),
        ("GUNMEN SHOT A BAKER IN QUITO. PERU HAS SAID NOTHING, AND PERU WILL NOT.", "QUITO", "QUITO, Ecuador"),
        ("GUNMEN SHOT A BAKER IN THE CAPITAL. PERU MOURNS.", "THE CAPITAL", "THE CAPITAL, Lima, Peru"),
        (
            "GUNMEN SHOT A BAKER IN THE CAPITAL OF OREN. PERU MOURNS.",
            "THE CAPITAL OF OREN",
            "THE CAPITAL OF OREN, Peru",
        ),
        ("GUNMEN SHOT A BAKER IN PERU.", "PERU", "PERU"),
        ("GUNMEN SHOT A BAKER IN TAREL.", "TAREL", "TAREL"),
        ("GUNMEN SHOT A BAKER IN TAREL. GHANA MOURNS.", "TAREL", "TAREL"),
        ("GUNMEN SHOT A BAKER IN ACCRA. PERU MOURNS.", "ACCRA", "ACCRA, Ghana"),
        (
            "GUNMEN SHOT A BAKER IN TAREL. PERU MOURNS. THE U.S. EMBASSY AND THE U.S. CONSUL DO, TOO.",
            "TAREL",
            "TAREL, Peru",
        ),
    ],
)
def test_a_place_has_its_country(text: str, place: str, location: str) -> None:
    """As the place says it, else the one of Latin America that the article names most; the capital has its name."""
    (found,) = told(text, SHOT[0], f"{SHOT[1]} | place :{place}")
    assert found["location"] == location


def test_without_a_place_there_is_the_country() -> None:
    (found,) = told("GUNMEN SHOT A BAKER. CHILEAN POLICE SEEK THEM.", *SHOT)
    assert found["location"] == "Chile"


def test_a_threat_is_made_where_its_sentence_places_an_incident() -> None:
    lines = (
        "A1 armed_group generic | name 1:THE REBELS",
        "I1 beating told by 1 is reported author stated | words 1:BEAT | at person :A BAKER | place :TAREL",
        "T1 by 1 | cue 1:THREATENED | says :TO KIDNAP HIS SISTER | at person :HIS SISTER | harm :KIDNAP",
    )
    _, threat = told("THE REBELS BEAT A BAKER IN TAREL AND THREATENED TO KIDNAP HIS SISTER. PERU MOURNS.", *lines)
    assert (threat["type"], threat["stage"], threat["location"]) == ("KIDNAPPING", "THREATENED", "TAREL, Peru")
    assert (threat["perp_individuals"], threat["victims"]) == (["THE REBELS"], ["HIS SISTER"])


# --- whom ---------------------------------------------------------------------------------------------


def test_a_list_in_one_mention_is_taken_apart() -> None:
    (found,) = told(
        "GUNMEN SHOT ANA SOL, LEO TARN, MARI VELT, AND A DRIVER.",
        SHOT[0],
        "I1 shooting told by 1 is reported author stated | words 1:SHOT | at people :ANA SOL, LEO TARN, MARI VELT, AND A DRIVER",
    )
    assert found["victims"] == ["ANA SOL", "LEO TARN", "MARI VELT", "A DRIVER"]


def test_who_is_named_is_not_counted_again() -> None:
    """A toll of as many as were named counts them; one that says nothing of them counts those of another."""
    lines = (
        SHOT[0],
        "I1 shooting told by 1 is reported author stated | words 1:SHOT | at person :ANA SOL + 1:LEO TARN"
        " | toll killed 2:TWO / :TEACHERS / :DIED | toll wounded 3:FIVE / :PEOPLE / :WERE HURT"
        " | toll wounded 4:THREE / :PORTERS / :WERE HURT",
    )
    text = "GUNMEN SHOT ANA SOL AND LEO TARN. THE TWO TEACHERS DIED. FIVE PEOPLE WERE HURT. THREE PORTERS WERE HURT."
    (found,) = told(text, *lines)
    assert found["victims"] == ["ANA SOL", "LEO TARN", "PORTERS"]


def test_a_shorter_name_is_no_other_victim() -> None:
    assert struck.once(["SENATOR SOL", "ANA SOL", "A SENATOR", "TWO BAKERS"]) == ["ANA SOL", "A SENATOR", "TWO BAKERS"]


# --- which --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "counts"),
    [
        ("bombing aggregate", "THE FRONT BOMBED PYLONS IN TAREL.", True),
        ("bombing aggregate", "THE FRONT BOMBED PYLONS IN VARIOUS TOWNS.", False),
        ("sabotage", "THE FRONT BOMBED PYLONS IN TAREL.", True),
    ],
)
def test_acts_told_as_one_count_where_they_were_at_one_place(kind: str, text: str, counts: bool) -> None:
    place = text.partition(" IN ")[2].rstrip(".")
    line = f"I1 {kind} told by 1 is reported author stated | words 1:BOMBED | at :PYLONS | place :{place}"
    assert bool(told(text, "A1 armed_group | name 1:THE FRONT", line)) == counts


@pytest.mark.parametrize(("struck_too", "counts"), [("", False), (" | toll wounded 1:A / :NURSE / :WOUNDED", True)])
def test_who_came_to_harm_makes_fighting_an_incident(struck_too: str, counts: bool) -> None:
    """An attack on soldiers alone is a battle; where others were hurt, it counts, and so does a clash."""
    text = "THE FRONT ATTACKED THE BARRACKS AND WOUNDED A NURSE."
    for kind in ("other_attack", "clashes"):
        line = f"I1 {kind} told by 1 is reported author stated | words 1:ATTACKED | at :THE BARRACKS{struck_too}"
        assert bool(told(text, "A1 armed_group | name 1:THE FRONT", line)) == counts


def test_nobody_did_the_harm_of_a_clash() -> None:
    (found,) = told(
        "THE ARMY AND THE FRONT CLASHED. A NURSE WAS HURT.",
        "A1 armed_forces | name 1:THE ARMY",
        "A2 armed_group | name 1:THE FRONT",
        "I1 clashes told by 1,2 is reported author stated | words 1:CLASHED | toll wounded 2:A / :NURSE / :WAS HURT",
    )
    assert (found["victims"], found["perp_individuals"], found["perp_orgs"]) == (["NURSE"], [], [])


OLD = "I1 shooting background told is reported author none | words 1:SHOT | at person :ANA SOL | when :12 MAY 1987"
NEW = "I2 arson told is reported author none | words 2:BURNED | at :A MILL"


@pytest.mark.parametrize(("lines", "victims"), [([OLD], [["ANA SOL"]]), ([OLD, NEW], [[]])])
def test_an_older_event_counts_where_there_is_nothing_newer(lines: list[str], victims: list[list[str]]) -> None:
    found = told("ANA SOL WAS SHOT ON 12 MAY 1987. A MILL WAS BURNED TODAY.", *lines)
    assert [each["victims"] for each in found] == victims


def test_where_nothing_was_struck_only_a_blast_counts() -> None:
    actor = "A1 armed_group | name 1:THE FRONT"
    blast = "I1 bombing told by 1 is reported author stated | words 1:SET OFF A BOMB | weapon :BOMB"
    shots = "I1 shooting told by 1 is reported author stated | words 2:SHOTS"
    text = "THE FRONT SET OFF A BOMB IN TAREL. THE FRONT FIRED SHOTS."
    assert told(text, actor, blast)
    assert not told(text, actor, shots)
