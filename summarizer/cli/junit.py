"""The outcome of `brief check` as JUnit XML: a test case for each source."""

import xml.etree.ElementTree as ET  # writes only, nothing is parsed
from collections.abc import Sequence

from summarizer.errors import printable
from summarizer.regression.folders import CheckedArticle

FAILURES = frozenset({"changed"})
ERRORS = frozenset({"stale", "missing", "failed"})


def junit_xml(suite: str, checked: Sequence[tuple[CheckedArticle, float]]) -> str:
    """The file's text: a changed brief is a failure; what could not be compared, an error.

    Args:
        suite: what was checked.
        checked: each source's outcome, and the seconds that it took.
    """
    states = [one.state for one, _ in checked]
    counts = {
        "tests": str(len(checked)),
        "failures": str(sum(state in FAILURES for state in states)),
        "errors": str(sum(state in ERRORS for state in states)),
        "skipped": "0",
        "time": f"{sum(seconds for _, seconds in checked):.3f}",
    }
    root = ET.Element("testsuites", counts)
    cases = ET.SubElement(root, "testsuite", {"name": printable(f"brief check {suite}"), **counts})
    for one, seconds in checked:
        names = {"classname": printable(suite), "name": printable(one.name), "time": f"{seconds:.3f}"}
        case = ET.SubElement(cases, "testcase", names)
        if one.state in FAILURES | ERRORS:
            lines = [printable(line) for line in (*one.lines, *one.notes)]
            kind = "failure" if one.state in FAILURES else "error"
            more = f" (and {len(one.lines) - 1} more)" if len(one.lines) > 1 else ""
            ET.SubElement(case, kind, {"type": one.state, "message": lines[0] + more}).text = "\n".join(lines)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
