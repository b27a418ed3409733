"""A digest's report for a browser: all that it holds is on it, every link leads somewhere, nothing acts and nothing is loaded."""

import re
from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

import pytest

from summarizer import Document, summarize
from summarizer.conflict.digesting import ReadArticle, digest
from summarizer.conflict.digesting.digest_report import digest_report
from summarizer.documents.quotes import Origin
from summarizer.rendering.cards import is_web_address
from summarizer.rendering.safety import nested
from summarizer.schemas.digest import Digest, DigestArticle
from tests.rendering_strategies import with_strings
from tests.test_rendering_report import PAYLOADS, SHOWS_ALL, Parsed

SHOWS = SHOWS_ALL | {"h4", "b", "ul", "li"}
MILL = (
    "HALM, 4 May 2031 (Halm Wire) - Gunmen attacked the grain mill at Orsk on Sunday and killed three guards, police said."
    "\n\nThe River League claimed responsibility for the attack on the mill."
    "\n\nThe government blamed the River League. The mayor of Orsk, Ilda Renn, denied that guards had been killed."
)
LATER = (
    "Police said on Monday that five guards had been killed when gunmen attacked the grain mill at Orsk on Sunday."
    "\n\nThe River League withdrew its claim of responsibility for the attack on the mill at Orsk."
    "\n\nThe River League threatened to “burn every mill on the Tarn” unless the garrison leaves by Friday."
)
BRIDGE = (
    "Velm, 5 May 2031 (Velm Echo) - The Tarn Brigade claimed responsibility for the bombing of the Velm bridge on Monday."
    "\n\nThe mayor of Velm, Oda Sell, confirmed the bombing. Two guards were killed, she said."
)


def read(text: str, day: int, title: str, outlet: str, address: str = "") -> ReadArticle:
    origin = Origin(title=title, outlet=outlet, address=address)
    document = Document.from_text(text, published=date(2031, 5, day), origin=origin)
    return ReadArticle(document, summarize(document).brief, f"{title}.txt")


@cache
def example() -> Digest:
    """Four articles of three texts, as rules read them."""
    return digest(
        (
            read(MILL, 4, "Three die at mill", "Halm Wire", "https://wire.example/mill?a=1&b=2"),
            read(MILL.replace("HALM, 4 May 2031 (Halm Wire) - ", ""), 5, "Deaths at Orsk", "Tarn Post"),
            read(LATER, 5, "Toll rises", "Halm Wire", "http://wire.example/toll"),
            read(BRIDGE, 5, "Bridge destroyed", "Velm Echo", "javascript:alert(1)"),
        )
    )


def words_of(found: Parsed) -> str:
    return " ".join("".join(found.words).split())


def test_the_example_is_worth_its_report() -> None:
    told = example()
    assert len(told.incidents) == 2
    assert told.threats
    assert any(each.text_of for each in told.articles)
    assert any(change.alert for each in told.incidents for change in each.history)


def test_everything_of_the_digest_is_on_its_report() -> None:
    """Every incident with its id, every statement with its words and speaker, every count, threat, question and article."""
    told = example()
    shown = words_of(Parsed(digest_report(told)))
    for incident in (*told.incidents, *told.older):
        assert f"id {incident.id}" in shown
        assert all(nested(cite.text) in shown for said in incident.statements for cite in said.said)
        assert all(said.speaker in shown for said in incident.statements)
        assert all(nested(cite.text) in shown for toll in incident.tolls for cite in toll.count)
    for threat in told.threats:
        assert f"id {threat.id}" in shown
        assert all(nested(cite.text) in shown for telling in threat.tellings for cite in telling.words)
        assert all(nested(cite.text) in shown for cite in (*threat.condition, *threat.deadline))
    assert all(nested(cite.text) in shown for question in told.questions for cite in question.words)
    assert all(article.title in shown and article.outlet in shown for article in told.articles)


def test_every_link_leads_to_a_place_on_the_page_or_to_an_article_s_own_address() -> None:
    html = digest_report(example())
    found = Parsed(html)
    places = found.all("id")
    assert len(places) == len(set(places))
    links = [attributes for tag, attributes in found.elements if tag == "a"]
    within = [each["href"] or "" for each in links if (each["href"] or "").startswith("#")]
    assert {link[1:] for link in within} <= set(places)
    outside = [each for each in links if each["href"] not in within]
    assert {each["href"] for each in outside} == {"https://wire.example/mill?a=1&b=2", "http://wire.example/toll"}
    assert all(each["rel"] == "noreferrer" for each in outside)
    assert "javascript:alert(1)" in words_of(found)


def test_each_article_of_the_digest_has_its_place_with_its_copies_under_it() -> None:
    found = Parsed(digest_report(example()))
    assert {f"a{number}" for number in range(1, 5)} <= set(found.all("id"))
    html = digest_report(example())
    assert re.search(r'<li id="a1">(?:(?!</li>).)*<ul>\s*<li id="a\d">', html, re.DOTALL)


def test_nothing_acts_and_nothing_is_loaded() -> None:
    """No program, no handler, no style but the page's own, which the policy allows by its hash."""
    html = digest_report(example(), "Made by hand")
    found = Parsed(html)
    assert {tag for tag, _ in found.elements} <= SHOWS
    assert not [
        name
        for _, attributes in found.elements
        for name in attributes
        if name.startswith("on") or name in ("src", "style")
    ]
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'" in found.all(
        "content"
    )
    assert "url(" not in style
    assert "@import" not in style
    assert "Made by hand" in found.words


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_any_string_stays_text(payload: str) -> None:
    """In titles, outlets, names, words and addresses: the page shows it, and holds no other element or outside link."""
    found = Parsed(digest_report(poisoned(payload), payload))
    assert {tag for tag, _ in found.elements} <= SHOWS
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    links = [link for link in found.all("href") if not link.startswith("#")]
    assert all(is_web_address(link) for link in links)
    assert payload in "".join(found.words)


def poisoned(payload: str) -> Digest:
    """The example with the payload behind every name, title and word of an article."""
    told = example()
    kept = {each.key for each in told.articles} | {each.id for each in (*told.incidents, *told.older, *told.threats)}

    def spoil(text: str) -> str:
        return text if text in kept or SYSTEM.fullmatch(text) else f"{text}{payload}"

    return with_strings(told, spoil)


SYSTEM = re.compile(r"[a-z_]*|[0-9a-f]{64}")
"""Choices from closed lists, and sums: no text of an article."""


def test_marks_that_turn_text_around_are_seen() -> None:
    article = example().articles[0].model_copy(update={"title": "safe\u202egnp.exe", "outlet": "a\u200bb"})
    shown = words_of(
        Parsed(digest_report(example().model_copy(update={"articles": (article, *example().articles[1:])})))
    )
    assert "safe⟨U+202E⟩gnp.exe" in shown
    assert "a⟨U+200B⟩b" in shown


def test_incidents_are_chosen_by_status() -> None:
    """A choice has a rule that hides other cards, their rows of the time line, and sections that are left empty."""
    html = digest_report(example())
    names = [attributes["id"] for tag, attributes in Parsed(html).elements if tag == "input" and "id" in attributes]
    assert names
    for name in names:
        assert f":root:has(#{name}:checked) .entry:not(.{name}){{display:none}}" in html
        assert f":root:has(#{name}:checked) .strip:not(.{name}):not(.axis)" in html


def test_who_attacks_and_threatens_whom_is_drawn_with_links_to_cards() -> None:
    found = Parsed(digest_report(example()))
    drawn = {attributes["class"] for tag, attributes in found.elements if tag == "path"} - {"tip"}
    assert {each.partition(" ")[0] for each in drawn if each} == {"attacks", "threatens"}
    assert "#T1" in found.all("href")


def test_what_is_less_sure_than_before_is_marked() -> None:
    found = Parsed(digest_report(example()))
    assert "alert" in found.words
    assert "alert" in found.all("class")


def test_a_digest_of_nothing_has_a_report() -> None:
    nothing = Digest(articles=(DigestArticle(key="a", sha256="0" * 64),))
    found = Parsed(digest_report(nothing))
    assert {tag for tag, _ in found.elements} <= SHOWS
    assert "no title" in words_of(found)


def test_many_cards_are_folded_and_none_is_left_out() -> None:
    told = example()
    many: list[Any] = [
        each.model_copy(update={"id": f"{each.id}{number}"}) for number in range(20) for each in told.incidents
    ]
    html = digest_report(told.model_copy(update={"incidents": tuple(many)}))
    assert html.count('class="entry card') == len(many) + len(told.older) + len(told.threats)
    assert html.count("statements by source, and what changed") == len(many) + len(told.older)
    assert "<details open><summary>" in digest_report(told)
    assert not re.search(r"<details open><summary>\d+ statements", html)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://a.example/b", True),
        ("http://a.example", True),
        ("HTTPS://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example", False),
        ("https://", False),
        ("https://a.example/\nb", False),
        ("http://[", False),
        (" javascript:alert(1)", False),
        ("", False),
    ],
)
def test_only_pages_on_the_web_are_linked(address: str, leads: bool) -> None:
    assert is_web_address(address) is leads
