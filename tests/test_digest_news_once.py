"""`brief digest` of a store: what is new is told once, and what it writes can be verified, chosen or whole."""

import json
from pathlib import Path

import pytest

from summarizer.cli import main

ARTICLES = {
    "bakery": (
        "2041-05-06",
        "Gunmen shot at a bakery in Felden on Sunday and killed two bakers, police said. Ona Brill, the mayor of Felden, condemned it.",
    ),
    "barge": (
        "2041-05-07",
        "The Marsh League threatened on Tuesday to sink every barge on the Sull unless the dredging stops by Thursday.",
    ),
    "bakery again": (
        "2041-05-12",
        "Police in Felden said on Sunday that three bakers were killed when gunmen shot at a bakery in Felden on 5 May.",
    ),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of these articles as rules read them."""
    monkeypatch.chdir(tmp_path)
    rows = [
        {"text": text, "date": day, "title": title, "outlet": f"{title} post"}
        for title, (day, text) in ARTICLES.items()
    ]
    Path("news.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    assert run("news.jsonl", "--store", "s.db", "-f", "jsonl", "-o", "out.jsonl") == 0
    return "s.db"


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return int(left.value.code or 0)


@pytest.mark.parametrize(
    "chosen", [(), ("--actor", "Marsh"), ("--place", "Felden"), ("--since", "2041-05-10"), ("--until", "2041-05-07")]
)
def test_a_digest_is_verified_whatever_was_chosen_of_it(store: str, chosen: tuple[str, ...]) -> None:
    assert run("digest", "--store", store, *chosen, "-f", "json", "-o", "d.json") == 0
    told = json.loads(Path("d.json").read_text(encoding="utf-8"))
    assert told["incidents"] or told["threats"]
    assert run("verify", "d.json", "--digest", store) == 0


def news(store: str, *more: str) -> list[str]:
    assert run("digest", "--store", store, "--new", *more, "-f", "json", "-o", "new.json") == 0
    return [each["what"] for each in json.loads(Path("new.json").read_text(encoding="utf-8"))]


def test_nothing_is_new_twice(store: str) -> None:
    assert run("digest", "--store", store, "-o", "page.txt") == 0
    assert not news(store)


def test_what_is_new_stays_new_until_it_is_told(store: str) -> None:
    assert run("digest", "--store", store, "-o", "page.txt") == 0
    Path("more.jsonl").write_text(
        json.dumps(
            {"text": "Shells hit a mill in Orsk on Monday and killed a miller, police said.", "date": "2041-05-13"}
        ),
        encoding="utf-8",
    )
    assert run("more.jsonl", "--store", store, "-f", "jsonl", "-o", "out.jsonl") == 0
    assert run("digest", "--store", store, "--new", "-o", str(Path("nowhere", "new.json"))) != 0
    assert "new_incident" in news(store)


def test_another_policy_is_no_news(store: str) -> None:
    assert run("digest", "--store", store, "-o", "page.txt") == 0
    assert not news(store, "--policy", "strict")
    assert not news(store)
