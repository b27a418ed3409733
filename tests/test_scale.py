"""What many articles take is a page that its command writes, from measured figures."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEASURED = ROOT / "benchmarks" / "measured.toml"


def page(*options: str) -> str:
    command = [sys.executable, "benchmarks/scale.py", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_page_is_what_the_command_writes():
    assert page() == (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")


def test_limits_prices_and_measured_figures_are_the_callers(tmp_path):
    ours = tmp_path / "ours.toml"
    ours.write_text(MEASURED.read_text(encoding="utf-8").replace("answer = 980", "answer = 631"), encoding="utf-8")
    told = page("--articles", "1000000", "--limits", "400000", "4000", "--output", "10", "--measured", str(ours))
    assert "| 400,000 | 4,000 | tokens | 1 | 694.4 | 1 |" in told  # 2,338 + 1,031 + 631 tokens: one article a minute
    assert "| nothing cached | $0.0130 | $13,048 |" in told
