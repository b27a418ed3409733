"""How large a report is and how soon a browser shows it: `python benchmarks/report.py`. Needs Chromium.

The example article with its recorded brief; and half a megabyte of its text with three hundred items.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from summarizer import Document, Draft, render, verify
from summarizer.conflict.coder import code

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "seeds" / "000_7b84bdcd6d97ee1e.txt"
PLACES = 300
"""Attacks of the large article."""
LARGE = 500_000
"""Its characters."""
PAINTED = "performance.getEntriesByName('first-contentful-paint').map(one => one.startTime)[0] || 0"


def large() -> str:
    """An article of many attacks, each at a place of its own, with talk between them."""
    talk = "The council talked of the harvest, of the road and of the river, and went home in the evening. " * 17
    return "\n\n".join(f"Rebels shelled Place{number} on Monday, police said. {talk}" for number in range(PLACES))[
        :LARGE
    ]


def main() -> None:
    """Print the table."""
    program = shutil.which("chromium") or sys.exit("there is no chromium here")
    print(f"{'article':28} {'characters':>10} {'items':>6} {'kB':>7} {'written':>9} {'first paint':>12}")
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, text in (("the example article", ARTICLE.read_text(encoding="utf-8")), ("a large one", large())):
            document = Document.from_text(text)
            draft: Draft = code(document)
            brief = verify(draft, document)
            before = time.perf_counter()
            html = render(brief, document, "html")
            written = time.perf_counter() - before
            path = Path(folder) / "report.html"
            path.write_text(html, encoding="utf-8")
            page = browser.new_page()
            page.goto(path.as_uri())
            page.wait_for_timeout(500)
            items = len(brief.incidents) + len(brief.threats)
            painted = page.evaluate(PAINTED)
            print(
                f"{name:28} {len(text):10,} {items:6} {len(html.encode()) / 1000:7.0f} {written:7.2f} s {painted:9.0f} ms"
            )


if __name__ == "__main__":
    main()
