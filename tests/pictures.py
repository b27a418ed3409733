"""The pictures of the report in docs/: `python -m tests.pictures`. Needs Chromium."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from summarizer.pipeline import render, summarize

ROOT = Path(__file__).parent.parent
SEED = "000_7b84bdcd6d97ee1e"
PICTURES: dict[str, dict[str, Any]] = {
    "report": {"viewport": {"width": 1360, "height": 860}, "color_scheme": "light"},
    "report-dark": {"viewport": {"width": 1360, "height": 860}, "color_scheme": "dark"},
    "report-phone": {"viewport": {"width": 390, "height": 860}, "color_scheme": "light"},
}
"""Name of each picture, and how the browser is that takes it."""
FOLLOWED = {"report-dark": "#A2"}
"""What has been clicked on before."""


def main() -> None:
    """Take them all."""
    result = summarize(ROOT / "seeds" / f"{SEED}.txt", cassette=ROOT / "cassettes" / "seeds" / f"{SEED}.yaml")
    html = render(result.brief, result.document, "html", name=f"{SEED}.txt")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, how in PICTURES.items():
            with browser.new_context(**how) as context:
                page = context.new_page()
                page.set_content(html)
                if name in FOLLOWED:
                    page.locator(f"{FOLLOWED[name]} h3 a").first.click()
                page.screenshot(path=ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    main()
