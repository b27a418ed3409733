"""Every check bears a load: a case for each of its codes, whose finding is gone when the check is switched off."""

import pytest

from summarizer.conflict.checks import CHECKS, Check
from summarizer.documents.document import Document
from summarizer.pointing.audit import Finding
from summarizer.schemas.draft import Draft
from summarizer.verification import verify
from tests import check_cases_incidents, check_cases_links, check_cases_threats, check_cases_who
from tests.check_cases import CASES
from tests.items_factory import Article
from tests.proposing import as_draft

REGISTERED = (check_cases_incidents, check_cases_links, check_cases_threats, check_cases_who)
"""Each adds its cases to the one table."""
CODES = [(check, code) for check in CHECKS for code in check.codes]


def built(code: str) -> tuple[Draft, Document]:
    """The draft and the article of a code's case."""
    text, build = CASES[code]
    a = Article(text)
    build(a)
    return as_draft(a.items()), a.document


def findings(code: str, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    draft, document = built(code)
    return list(verify(draft, document, checks=checks).audit.findings)


def test_no_two_checks_share_a_code() -> None:
    """A code names one finding of one check, so that a case can stand for it."""
    assert len({code for _, code in CODES}) == len(CODES)


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    """A check or a code that is added without a case fails here."""
    assert sorted(CASES) == sorted(code for _, code in CODES)


@pytest.mark.parametrize(("check", "code"), CODES, ids=lambda part: part if isinstance(part, str) else part.name)
def test_every_code_is_found_by_its_check_and_by_no_other(check: Check, code: str) -> None:
    """Draft to brief, verification tells it; with this one check switched off, it does not."""
    with_it = findings(code)
    without = findings(code, tuple(other for other in CHECKS if other is not check))
    assert code in {finding.code for finding in with_it if finding.check == check.name}
    assert code not in {finding.code for finding in without}


@pytest.mark.parametrize("code", [code for check, code in CODES if check.codes[code].severity == "reject"])
def test_without_its_check_what_it_drops_would_be_in_the_brief(code: str) -> None:
    """Every rejection keeps something from the reader that nothing else keeps away."""
    draft, document = built(code)
    others = tuple(check for check in CHECKS if code not in check.codes)
    whole, part = verify(draft, document), verify(draft, document, checks=others)
    assert len(part.model_dump_json(exclude={"audit"})) > len(whole.model_dump_json(exclude={"audit"}))


def test_grounding_and_the_document_s_findings_are_no_rows() -> None:
    """With every check switched off, only what is looked up and the article's own sentences are told of."""
    for code in CASES:
        assert {finding.check for finding in findings(code, ())} <= {
            "grounding",
            "references",
            "language",
            "instructions",
        }
