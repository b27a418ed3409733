"""A hostile endpoint costs a known number of requests and gives one line that says what to do."""

import pytest

from tests.fault_table import DOCUMENT, FAULTS, KEY, Fault, meet, table


@pytest.fixture(autouse=True)
def _no_key_around(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_ends_as_the_table_says(fault: Fault):
    """Requests made, kind of error, and the very text are those of the table."""
    seen = meet(fault)
    assert (seen.requests, seen.outcome, seen.text) == (fault.requests, fault.outcome, fault.text)
    if fault.waits:
        assert seen.waits == fault.waits


def test_no_text_of_the_table_holds_the_key_or_a_second_line():
    """What is read by a person, and may be logged, is one line without secrets."""
    assert not [fault.name for fault in FAULTS if KEY in fault.text or "\n" in fault.text]


def test_the_documented_table_is_the_tested_one():
    """docs/faults.md is generated: `python -m tests.fault_table`."""
    assert DOCUMENT.read_text(encoding="utf-8") == table()
