"""`brief digest` tells a store's incidents, what is new in it, and heeds what people decide; `brief verify` holds it to its store."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from summarizer.store.schema import MIGRATIONS
from tests import storing
from tests.cli_runner import Command, command
from tests.digesting import DEPOT, DEPOT_DENIED, FERRY, KIDNAP, THREAT, ReadArticle, keep, read
from tests.test_digest import withdrawal

__all__ = ["command"]

FIRST = {
    "depot": read(DEPOT, 10),
    "denied": read(DEPOT_DENIED, 11, "Merrow News"),
    "ferry": read(FERRY, 11, "Daily Orr"),
    "threat": read(THREAT, 12, "Velm Wire"),
    "kidnap": read(KIDNAP, 9, "Hask Herald"),
}
MILL = "Blast at Norrin mill\n\nA bomb exploded at the mill of Norrin on Tuesday and killed six workers, Mayor Ada Bresk said."
NO_BOMB = (
    "No bomb at Norrin\n\nMayor Ada Bresk denied on Thursday that a bomb had exploded at the mill of Norrin on Tuesday."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a store with the first articles."""
    with storing.store(tmp_path) as store:
        keep(store, **FIRST)
        return store.path


def add(path: Path, **articles: ReadArticle) -> None:
    with storing.store(path.parent) as store:
        keep(store, **articles)


def told(command: Command, path: Path, *args: str) -> Any:
    """What the command writes as JSON."""
    ran = command("digest", "--store", str(path), "-f", "json", *args)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def places(digest: Any) -> set[str]:
    return {" ".join(cite["text"] for cite in each["place"]) for each in (*digest["incidents"], *digest["older"])}


DEPOT_AT, FERRY_AT, DAM_AT = "Tolmarsh depot", "Orrin Quay", "Hask valley"


def depot(digest: Any) -> Any:
    (found,) = [
        each for each in digest["incidents"] if each["place"] and each["place"][0]["text"].startswith("Tolmarsh")
    ]
    return found


# --- the page and the tables -------------------------------------------------------------------------


def test_a_page_tells_each_incident_and_threat_once(command: Command, path: Path) -> None:
    ran = command("digest", "--store", str(path))
    assert ran.code == 0
    assert ran.out.startswith("DIGEST of 5 articles, of 5 outlets, 2034-05-09 to 2034-05-12")
    assert [ran.out.count(f"id {each['id']}") for each in told(command, path)["incidents"]] == [1, 1, 1]
    assert "2 articles [2] [4]" in ran.out or "2 articles [2] [3]" in ran.out
    assert "OPEN · Bora Tennick" in ran.out
    assert ran.err == "" or not ran.err.startswith("brief:")
    markdown = command("digest", "--store", str(path), "-f", "markdown")
    assert markdown.code == 0
    assert "# " in markdown.out


def test_nothing_but_the_page_is_written(command: Command, path: Path) -> None:
    for form in ("json", "csv", "text", "markdown"):
        ran = command("digest", "--store", str(path), "-f", form, "-q", "-o", f"a.{form}")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        again = command("digest", "--store", str(path), "-f", form, "-q")
        assert (again.code, again.err) == (0, "")
        assert Path(f"a.{form}").read_text(encoding="utf-8").strip() == again.out.strip()


def test_a_table_has_a_row_an_incident(command: Command, path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(command("digest", "--store", str(path), "-f", "csv").out)))
    digest = told(command, path)
    assert [(row["id"], row["occurrence"], row["attribution"]) for row in rows] == [
        (each["id"], each["occurrence"], each["attribution"]) for each in (*digest["incidents"], *digest["older"])
    ]
    (row,) = [row for row in rows if row["id"] == depot(digest)["id"]]
    assert (row["killed_lowest"], row["killed_highest"]) == ("4", "5")
    assert row["told_in"].split() == depot(digest)["told_in"]


@pytest.mark.parametrize(
    ("asked", "found", "threats"),
    [
        ("", {DEPOT_AT, FERRY_AT, DAM_AT}, 1),
        ("--since 2034-05-11", {DEPOT_AT, FERRY_AT}, 1),
        ("--until 2034-05-10", {DEPOT_AT, DAM_AT}, 0),
        ("--since 2034-05-10 --until 2034-05-10", {DEPOT_AT}, 0),
        ("--since 2034", {DEPOT_AT, FERRY_AT, DAM_AT}, 1),
        ("--since 0001-01-01 --until 9999", {DEPOT_AT, FERRY_AT, DAM_AT}, 1),
        ("--place tolm", {DEPOT_AT}, 0),
        ("--place orrin", {FERRY_AT}, 1),
        ("--place olmarsh", set(), 0),
        ("--actor hesk", {FERRY_AT}, 0),
        ("--actor amber --place tolmarsh", {DEPOT_AT}, 0),
        ("--actor amber --place orrin", set(), 0),
    ],
)
def test_what_is_asked_for_is_told(command: Command, path: Path, asked: str, found: set[str], threats: int) -> None:
    digest = told(command, path, *asked.split())
    assert places(digest) == found
    assert len(digest["threats"]) == threats
    keys = {key for each in (*digest["incidents"], *digest["threats"]) for key in each["told_in"]}
    assert {article["key"] for article in digest["articles"]} == keys


def test_as_it_stood_on_a_day_no_later_article_counts(command: Command, path: Path) -> None:
    assert depot(told(command, path))["attribution"] == "claim_disowned"
    assert depot(told(command, path, "--until", "2034-05-10"))["attribution"] == "claimed"
    whole = depot(told(command, path, "--since", "2034-05-11"))
    assert len(whole["told_in"]) == 2, "where it began is told too"


# --- what is new -------------------------------------------------------------------------------------


def new(command: Command, path: Path, *args: str) -> dict[tuple[str, bool], Any]:
    listed = told(command, path, "--new", *args)
    return {(each["what"], each["alert"]): each for each in listed}


def test_what_is_new_is_told_once(command: Command, path: Path) -> None:
    first = command("digest", "--store", str(path), "--new")
    assert "There is no earlier digest of these days" in first.out
    assert told(command, path, "--new") == []

    add(path, mill=read(MILL, 10))
    news = new(command, path)
    assert set(news) == {("new_incident", False)}
    assert told(command, path, "--new") == []

    add(path, denied_mill=read(NO_BOMB, 12, "Merrow News"))
    news = new(command, path)
    changed = news["occurrence", True]
    assert (changed["before"], changed["now"]) == ("confirmed", "denied")
    assert ("statement", False) in news
    assert ("no_longer_weighs", True) in news

    add(path, copied=read(THREAT, 13, "Copy Times"))
    assert new(command, path) == {}, "a copy is no news, nor a threat by another name"


def test_news_are_told_of_what_is_asked_for(command: Command, path: Path) -> None:
    command("digest", "--store", str(path), "--new")
    add(path, mill=read(MILL, 10))
    assert told(command, path, "--new", "--place", "orrin") == []


def test_alerts_come_first_on_the_page(command: Command, path: Path) -> None:
    command("digest", "--store", str(path), "--new")
    add(path, mill=read(MILL, 10), withdrawal=withdrawal())
    page = command("digest", "--store", str(path), "--new").out
    assert 0 < page.index("ALERTS") < page.index("NEW OR CHANGED")
    assert "Withdrawn" in page


def test_a_withdrawn_article_is_an_alert(command: Command, path: Path) -> None:
    command("digest", "--store", str(path), "--new")
    add(path, withdrawal=withdrawal())
    news = new(command, path)
    gone = news["article_withdrawn", True]
    (article,) = [each for each in told(command, path)["articles"] if each["key"] == gone["about"]]
    assert article["name"] == "depot.txt"
    assert article["withdrawn_by"]
    assert ("occurrence", True) not in news, "others report it too"


def test_news_of_other_days_are_told_apart(command: Command, path: Path) -> None:
    command("digest", "--store", str(path), "--new")
    page = command("digest", "--store", str(path), "--new", "--since", "2034-05-11").out
    assert "There is no earlier digest of these days" in page
    assert told(command, path, "--new") == []


def test_news_are_kept_in_the_log(command: Command, path: Path) -> None:
    command("digest", "--store", str(path), "--new")
    add(path, mill=read(MILL, 10))
    listed = told(command, path, "--new")
    with sqlite3.connect(path) as db:
        logged = [json.loads(row) for (row,) in db.execute("SELECT told FROM digest_log ORDER BY id")]
    assert logged == listed


# --- decisions ---------------------------------------------------------------------------------------


def test_two_that_somebody_joins_stay_one_until_it_is_taken_back(command: Command, path: Path) -> None:
    before = told(command, path)
    one, other = (each["id"] for each in before["incidents"][:2])
    ran = command("digest", "--store", str(path), "--same", one, other)
    assert (ran.code, ran.out) == (0, "")
    assert "decision 1: " in ran.err
    joined = told(command, path)
    assert len(joined["incidents"]) == len(before["incidents"]) - 1
    assert [each["what"] for each in joined["regrouped"]] == ["merged"]
    listed = command("digest", "--store", str(path), "--decisions").out
    assert listed.startswith("1  20")
    assert "same" in listed

    assert command("digest", "--store", str(path), "--undo", "1").code == 0
    assert command("digest", "--store", str(path), "--decisions").out == ""
    after = told(command, path)
    assert len(after["incidents"]) == len(before["incidents"])
    ids = {each["id"] for each in after["incidents"]}
    assert len(ids & {one, other}) >= 1
    assert places(after) == places(before)


def test_what_somebody_finds_different_stays_apart(command: Command, path: Path) -> None:
    incident = depot(told(command, path))["id"]
    ran = command("digest", "--store", str(path), "--different", incident, "denied.txt")
    assert ran.code == 0
    apart = told(command, path)
    assert len(apart["incidents"]) == 4
    assert [each["what"] for each in apart["regrouped"]] == ["split"]
    assert {each["id"] for each in told(command, path)["incidents"]} == {each["id"] for each in apart["incidents"]}
    command("digest", "--store", str(path), "--undo", "1")
    assert depot(told(command, path))["id"] == incident


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("--same nobody nothing", "there is no incident nobody: a digest shows each with its id"),
        ("--same DEPOT DEPOT", "is one incident already: name two"),
        ("--same DEPOT THREAT", "there is no incident THREAT"),
        ("--different DEPOT nowhere.txt", "no article nowhere.txt tells of DEPOT beside others"),
        ("--different KIDNAP kidnap.txt", "no article kidnap.txt tells of KIDNAP beside others"),
        ("--undo 7", "there is no decision 7 that stands"),
    ],
)
def test_a_decision_that_means_nothing_is_refused_in_a_line(
    command: Command, path: Path, asked: str, says: str
) -> None:
    digest = told(command, path)
    ids = {
        "DEPOT": depot(digest)["id"],
        "THREAT": digest["threats"][0]["id"],
        "KIDNAP": next(each["id"] for each in digest["incidents"] if each["kind"] == "kidnapping"),
    }
    for name, identity in ids.items():
        asked, says = asked.replace(name, identity), says.replace(name, identity)
    _refused(command("digest", "--store", str(path), *asked.split()), says)
    assert command("digest", "--store", str(path), "--decisions").out == ""


def _refused(ran: Any, says: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


# --- what cannot be told -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("--since yesterday", "'yesterday' is no day"),
        ("--until 2034-02-30", "'2034-02-30' is no day"),
        ("--new -f html", "--new is told as text, markdown or json, not as html"),
        ("--new -f csv", "--new is told as text, markdown or json, not as csv"),
        ("--since 2035", "holds no finished article of these days"),
        ("--undo one", "one"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(command: Command, path: Path, asked: str, says: str) -> None:
    _refused(command("digest", "--store", str(path), *asked.split()), says)


def test_a_store_that_is_not_there_or_holds_nothing_is_told_in_a_line(command: Command, tmp_path: Path) -> None:
    ran = command("digest", "--store", "nowhere.store")
    assert ran.code != 0
    assert "there is no store nowhere.store" in ran.err
    assert ran.out == ""
    with storing.store(tmp_path) as store:
        empty = store.path
    _refused(command("digest", "--store", str(empty)), "holds no finished article")


def test_a_store_of_an_older_version_is_digested(command: Command, path: Path) -> None:
    (version, _), (newest, statements) = MIGRATIONS[-2:]
    assert newest == 3
    tables = [words[words.index("TABLE") + 1] for words in map(str.split, statements) if "TABLE" in words]
    with sqlite3.connect(path) as db:
        for table in tables:
            db.execute(f"DROP TABLE {table}")
        db.execute(f"PRAGMA user_version = {version}")
    assert places(told(command, path)) == {DEPOT_AT, FERRY_AT, DAM_AT}


# --- whether a digest holds --------------------------------------------------------------------------


def _verified(command: Command, path: Path, digest: Any) -> Any:
    Path("digest.json").write_text(json.dumps(digest), encoding="utf-8")
    return command("verify", "digest.json", "--digest", str(path))


@pytest.mark.parametrize("asked", ["", "--place tolmarsh", "--actor amber"])
def test_a_digest_holds_against_its_store(command: Command, path: Path, asked: str) -> None:
    ran = _verified(command, path, told(command, path, *asked.split()))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("everything holds\n")


def _changed_status(digest: Any) -> None:
    depot(digest)["occurrence"] = "denied"


def _changed_words(digest: Any) -> None:
    depot(digest)["statements"][0]["said"][0]["text"] = "Nobody attacked anything"


def _fewer_sources(digest: Any) -> None:
    depot(digest)["sources"] = 9


def _another_toll(digest: Any) -> None:
    depot(digest)["tolls"][0]["at_least"] = 40


def _invented(digest: Any) -> None:
    digest["incidents"].append(depot(digest) | {"id": "00000.1"})


def _threat_withdrawn(digest: Any) -> None:
    digest["threats"][0]["status"] = "withdrawn"


def _another_outlet(digest: Any) -> None:
    digest["articles"][0]["outlet"] = "Nobody"


def _missing_article(digest: Any) -> None:
    digest["articles"][0]["key"] = "0" * 12


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_changed_status, "occurrence: the articles give something else"),
        (_changed_words, "the words do not stand there"),
        (_fewer_sources, "sources: the articles give something else"),
        (_another_toll, "tolls: the articles give something else"),
        (_invented, "incident 00000.1: the articles give none such"),
        (_threat_withdrawn, "status: the articles give something else"),
        (_another_outlet, "outlet: the articles give something else"),
        (_missing_article, "article 000000000000: is not in this store"),
    ],
)
def test_what_does_not_hold_is_told(command: Command, path: Path, change: Any, says: str) -> None:
    digest = told(command, path)
    change(digest)
    ran = _verified(command, path, digest)
    assert ran.code == 5
    assert says in ran.out
    assert "do not hold\n" in ran.out


def test_what_is_no_digest_is_told_in_a_line(command: Command, path: Path) -> None:
    for text in ("{}", "[]", "not JSON", '{"articles": 1}'):
        Path("bad.json").write_text(text, encoding="utf-8")
        ran = command("verify", "bad.json", "--digest", str(path))
        assert ran.code not in (0, 5)
        assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err
