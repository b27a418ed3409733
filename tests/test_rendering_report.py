"""The report for a browser: the article beside its brief, nothing that acts, nothing loaded; several with an index."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from summarizer.pipeline import render, summarize
from summarizer.schemas.brief import UnverifiedBrief
from tests.cli_runner import Command, article, command
from tests.example_brief import example_brief, example_document
from tests.proposing import recorded
from tests.rendering_strategies import article as hostile_article
from tests.rendering_strategies import briefs, with_strings

__all__ = ["command"]
NEWS = (
    "Kel, 9 March 2034 (Kel Post) - The Red Front claimed responsibility for the bombing of the Sorn bridge on Monday."
    "\n\nThe mayor of Sorn, Ana Holt, confirmed the bombing. Two guards were killed, she said.\n\nThe Red Front"
    " threatened to “burn every bridge” unless the garrison leaves."
)
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}",
    "</style><b>",
    "&lt;i&gt;",
]
SHOWS_ALL = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "strong", "nav", "a", "div", "main",
             "article", "section", "details", "summary", "form", "fieldset", "legend", "label", "input", "figure", "figcaption",
             "svg", "defs", "marker", "path", "g", "rect", "text", "tspan", "span"}  # fmt: skip


class Parsed(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements for key, value in attributes.items() if key == name and value]


def report(text: str = NEWS) -> str:
    result = summarize(text)
    return render(result.brief, result.document, "html", name="a.txt")


def test_the_whole_article_stands_beside_its_brief() -> None:
    for case in recorded():
        brief = summarize(case.document).brief
        found = Parsed(render(brief, case.document, "html"))
        beside = "".join("".join(found.words).split())
        assert all("".join(case.document.words(one.number).split()) in beside for one in case.document.sentences[:3])


def test_a_quotation_leads_to_its_place_and_the_place_to_its_item() -> None:
    """Every link of the page has where it goes, and each passage names the items that rest on it."""
    found = Parsed(report())
    places = set(found.all("id"))
    links = [link for link in found.all("href") if link.startswith("#")]
    assert links
    assert {link[1:] for link in links} <= places
    assert {"A1", "T1"} <= set(" ".join(found.all("data-items")).split())


def test_nothing_acts_and_nothing_is_loaded() -> None:
    """No program, no handler, no address: the policy allows the page's own style sheet alone, by its hash."""
    html = report()
    found = Parsed(html)
    assert {tag for tag, _ in found.elements} <= SHOWS_ALL
    assert not [
        name
        for _, attributes in found.elements
        for name in attributes
        if name.startswith("on") or name in ("src", "style")
    ]
    assert all(link.startswith("#") for link in found.all("href"))
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in found.all(
        "content"
    )
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_any_field_stays_text(payload: str) -> None:
    """In every string of the brief, and in the article's name: the page shows it as it stands."""
    poisoned = with_strings(example_brief(), lambda text: f"{text}{payload}")
    html = render(poisoned, example_document(), "html", name=payload)
    found = Parsed(html)
    assert {tag for tag, _ in found.elements} <= SHOWS_ALL
    assert all(link.startswith("#") for link in found.all("href"))
    assert payload in "".join(found.words)


@settings(suppress_health_check=list(HealthCheck))
@given(briefs())
@pytest.mark.slow
def test_any_brief_at_all_has_a_report(brief: UnverifiedBrief) -> None:
    found = Parsed(render(brief, hostile_article(), "html"))
    assert {tag for tag, _ in found.elements} <= SHOWS_ALL


def test_who_does_what_to_whom_is_drawn_as_surely_as_it_is_said() -> None:
    found = Parsed(report())
    drawn = {
        attributes["class"] for tag, attributes in found.elements if tag == "path" and attributes["class"] != "tip"
    }
    assert drawn == {"attacks said", "threatens said"}  # the mayor confirms the bombing, and not who did it
    assert any("Red Front" in word for word in found.words)


def test_entries_are_chosen_by_status_kind_and_actor() -> None:
    """A choice has a rule that hides the others; whatever the article calls an actor, it shapes no rule."""
    poisoned = with_strings(example_brief(), lambda text: f"{text}}}*{{display:none}}")
    html = render(poisoned, example_document(), "html")
    found = Parsed(html)
    names = [attributes["id"] for tag, attributes in found.elements if tag == "input" and "id" in attributes]
    assert names
    assert all(name and f":root:has(#{name}:checked) .entry:not(.{name}){{display:none}}" in html for name in names)
    assert {"Status", "Kind"} <= set(found.words)


def test_several_articles_have_a_folder_and_an_index(command: Command) -> None:
    article("a.txt", NEWS), article("b.txt", NEWS)
    Path("old").mkdir()
    article("old/a.txt", NEWS)
    ran = command("a.txt", "b.txt", "old/a.txt", "--coder", "-f", "html", "-o", "reports")
    assert ran.code == 0
    assert sorted(path.name for path in Path("reports").iterdir()) == ["a-2.html", "a.html", "b.html", "index.html"]
    index = Parsed(Path("reports/index.html").read_text(encoding="utf-8"))
    assert index.all("href") == ["a.html", "b.html", "a-2.html"]
    assert "3 articles, each by itself: nothing here is compared across them" in index.words


def test_one_article_has_one_file_that_says_who_read_it(command: Command) -> None:
    article("a.txt", NEWS)
    assert command("a.txt", "--coder", "-f", "html", "-o", "a.html").code == 0
    html = Path("a.html").read_text(encoding="utf-8")
    assert html.lstrip().startswith("<!doctype html>")
    assert re.search(r"Read by rules \(coder\) on \d{4}-\d\d-\d\d, summarizer \S+", html)
    refused = command("a.txt", "./a.txt", "--coder", "-f", "html", "-o", "b.html")
    assert refused.code == 2
    assert "or html with a folder, a name without a dot: -o FOLDER" in refused.err


@pytest.mark.parametrize("name", ["..", "...", "<b>", "a b", "ж", "con/../x"])
def test_the_name_of_an_article_leads_out_of_no_folder(command: Command, name: str) -> None:
    Path("in/con").mkdir(parents=True)
    Path("in/x").mkdir()
    Path("in", name + ".txt").write_text(NEWS, encoding="utf-8")
    assert command(f"in/{name}.txt", "--coder", "-f", "html", "-o", "reports").code == 0
    made = list(Path().rglob("*.html"))
    assert all(path.parent == Path("reports") for path in made)
    assert len(made) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", path.name) for path in made)


def test_the_index_says_who_read_and_takes_nobody_s_place(command: Command) -> None:
    """Every line of the head stands in it; an index that is not of this program is not written over."""
    article("a.txt", NEWS)
    command("a.txt", "--coder", "-f", "html", "-o", "reports")
    assert "READ BY RULES" in Path("reports/index.html").read_text(encoding="utf-8")
    assert command("a.txt", "--coder", "-f", "html", "-o", "reports").code == 0
    Path("reports/index.html").write_text("my own", encoding="utf-8")
    ran = command("a.txt", "--coder", "-f", "html", "-o", "reports")
    assert (ran.code, Path("reports/index.html").read_text(encoding="utf-8")) == (2, "my own")
    assert "holds an index.html that is not of this program" in ran.err
