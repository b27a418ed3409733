"""The report in a real browser: followed by clicks and keys, on a phone and on paper, with payloads in every field."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from summarizer.conflict.digesting.digest_report import digest_report
from summarizer.pipeline import render, summarize
from tests.example_brief import example_brief, example_document
from tests.rendering_strategies import with_strings
from tests.test_digest_report import example
from tests.test_rendering_report import NEWS, PAYLOADS

PROGRAM = "chromium"
WITHOUT_ENTRIES = "The council of Orvane met on Monday. It talked about the harvest."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which(PROGRAM)
    assert program, f"there is no {PROGRAM} here: install it, e.g. apt-get install {PROGRAM}"
    with sync_playwright() as started:
        # In a container, a browser started by root has no sandbox of its own.
        yield started.chromium.launch(executable_path=program, args=["--no-sandbox"])


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=request.param) as opened:
        yield opened


def file_of(html: str, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(html, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def seen(context: BrowserContext, tmp_path: Path) -> Page:
    """The report of the example article, opened."""
    page = context.new_page()
    page.goto(file_of(render(example_brief(), example_document(), "html"), tmp_path))
    return page


def test_words_of_an_item_lead_to_their_passage_and_back(seen: Page) -> None:
    link = seen.locator("#A1 a.q").first
    words = link.inner_text().strip("“”")
    link.click()
    passage = seen.locator(".m:target")
    assert words.startswith(passage.inner_text()[:20])
    assert passage.evaluate(
        "it => { const at = it.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight }"
    )
    passage.click()
    assert "A1" in seen.url or seen.locator(".entry:target").count() == 1


def test_an_item_that_is_chosen_makes_its_passages_stand_out(seen: Page) -> None:
    seen.locator("#A2 h3 a").first.click()
    its, others = seen.locator('[data-items~="A2"]'), seen.locator('.m:not([data-items~="A2"])')
    style = "its => its.map(it => getComputedStyle(it).outlineStyle)"
    assert set(its.evaluate_all(style)) == {"solid"}
    assert "solid" not in others.evaluate_all(style)


def test_entries_are_chosen_by_a_click(seen: Page) -> None:
    seen.locator(".filters summary").click()
    shown = seen.locator(".entry:visible")
    everything = shown.count()
    seen.get_by_label("claimed", exact=True).check()
    assert 0 < shown.count() < everything
    seen.locator("fieldset", has_text="Status").get_by_label("all").check()
    assert shown.count() == everything


def test_everything_is_reached_by_keys(seen: Page) -> None:
    seen.keyboard.press("Tab")
    seen.locator(".filters summary").focus()
    seen.keyboard.press("Enter")
    assert seen.get_by_label("claimed", exact=True).is_visible()
    seen.locator("#A1 a.q").first.focus()
    seen.keyboard.press("Enter")
    assert seen.locator(".m:target").count() == 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_does_nothing(browser: Browser, tmp_path: Path, payload: str) -> None:
    """No program runs, no request leaves, nothing is complained of."""
    poisoned = with_strings(example_brief(), lambda text: f"{text}{payload}")
    with browser.new_context() as context:
        page = context.new_page()
        told: list[str] = []
        page.on("dialog", lambda dialog: told.append(dialog.message))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url))
        address = file_of(render(poisoned, example_document(), "html", name=payload), tmp_path)
        page.goto(address)
        page.locator("#A1 h3 a").first.click()
        page.locator(".filters summary").click()
        assert told == [address]


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_is_cut_off_at_any_width(browser: Browser, tmp_path: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        page.goto(file_of(render(example_brief(), example_document(), "html"), tmp_path))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_the_whole_article_stands(browser: Browser, tmp_path: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(file_of(render(example_brief(), example_document(), "html"), tmp_path))
        page.emulate_media(media="print")
        article = page.locator("#article")
        assert article.evaluate("it => it.scrollHeight <= it.clientHeight + 1")
        assert not page.locator(".filters").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", [None, NEWS, WITHOUT_ENTRIES], ids=["example", "coder", "nothing found"])
def test_no_barrier_that_axe_finds(browser: Browser, tmp_path: Path, scheme: str, text: str | None) -> None:
    """None that is serious or critical, by the rules of axe-core, in light and in dark."""
    brief, document = example_brief(), example_document()
    if text:
        result = summarize(text)
        brief, document = result.brief, result.document
    with browser.new_context(bypass_csp=True, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(file_of(render(brief, document, "html"), tmp_path))
        found = Axe().run(page).response["violations"]
        grave = [
            (one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")
        ]
        assert grave == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
def test_the_report_of_a_digest_is_whole_and_has_no_barrier(
    browser: Browser, tmp_path: Path, scheme: str, width: int
) -> None:
    """At either width and in either light nothing is cut off, all cards unfolded; a choice hides the cards of others."""
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    with context:
        page = context.new_page()
        page.goto(file_of(digest_report(example()), tmp_path))
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []
        page.get_by_label("confirmed").check()
        assert page.locator(".card:visible").count() == 1
        page.locator(".strip:visible").last.click()
        assert page.locator(".card:target").is_visible()
