"""A second field of use, the whole way, with nothing changed in the kernel: replayed, grounded, checked, stored, verified."""

import asyncio
import importlib
import json
from functools import cache
from pathlib import Path

import pytest

from summarizer import plugins
from summarizer.asking.conversation import brief_by_model
from summarizer.asking.options import RunOptions
from summarizer.documents.document import Document
from summarizer.pointing.rechecking import differences
from summarizer.pointing.roles import Mention
from summarizer.pointing.verifying import verify
from summarizer.rendering.json import as_json
from summarizer.rendering.markdown import as_markdown
from summarizer.rendering.text import as_text
from tests.cli_runner import Command, command
from tests.takeovers import TAKEOVERS, Company, Offer, StoredTakeovers, TakeoverDraft, Takeovers, Word

__all__ = ["command"]

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "tests" / "takeovers" / "marrow.txt").read_text(encoding="utf-8")
DOCUMENT = Document.from_text(TEXT)


@cache
def replayed() -> Takeovers:
    options = RunOptions(cassette=ROOT / "cassettes" / "test_takeovers" / "marrow.yaml")
    brief, run = asyncio.run(brief_by_model(DOCUMENT, options, TAKEOVERS))
    assert (run.extractor, run.requests) == ("model", 1)
    assert isinstance(brief, Takeovers)
    return brief


def at(sentence: int, text: str) -> tuple[Mention, ...]:
    return (Mention(sentence=sentence, text=text),)


def draft(*sayings: Word[Mention], bidder: int = 1) -> TakeoverDraft:
    return TakeoverDraft(
        companies=(
            Company(id=1, name=at(2, "Marrow Foods")),
            Company(id=2, name=at(2, "Tessel Dairies")),
        ),
        offers=(Offer(id=1, words=at(3, "the offer"), bidder=bidder, target=2),),
        sayings=sayings,
    )


def outcomes(brief: StoredTakeovers) -> list[tuple[str, int, str, str]]:
    return [(o.item, o.id, o.disposition, o.because) for o in brief.audit.outcomes]


def test_a_replayed_answer_becomes_a_brief() -> None:
    """What the model pointed to is located, and the status of each offer derived by the field's own table."""
    brief = replayed()
    names = {company.id: company.name[0].text for company in brief.companies}
    told = [(names[offer.bidder], names[offer.target], offer.status) for offer in brief.offers]
    assert told == [("Marrow Foods", "Tessel Dairies", "agreed"), ("Ostwick", "Brine Lines", "denied")]
    assert all(TEXT[q.start : q.end] == q.text for company in brief.companies for q in company.name)
    assert {end for _, _, end, _ in outcomes(brief)} == {"kept"}


def test_words_that_the_article_lacks_are_dropped_and_what_rests_on_them() -> None:
    """A company that is not there takes its offer along, and the offer what is said of it; the audit says so."""
    said = Word(id=1, says="announces", offer=1, cue=at(2, "said"))
    wrong = draft(said).model_copy(update={"companies": (Company[Mention](id=1, name=at(2, "Marlow Foods")),)})
    brief = verify(wrong, DOCUMENT, TAKEOVERS)
    assert outcomes(brief) == [
        ("company", 1, "rejected", "absent"),
        ("offer", 1, "rejected", "rests_on_rejected"),
        ("saying", 1, "rejected", "rests_on_rejected"),
    ]
    assert [raw.raw for raw in brief.audit.rejected_raw] == ["Marlow Foods"]


def test_its_checks_run() -> None:
    """A denial without denying words is dropped by the one, a company that bids for itself by the other."""
    said = Word(id=1, says="denies", offer=1, cue=at(3, "accepted"))
    brief = verify(draft(said), DOCUMENT, TAKEOVERS)
    assert ("saying", 1, "rejected", "says_otherwise") in outcomes(brief)
    assert [offer.status for offer in brief.offers] == ["open"]
    assert ("offer", 1, "rejected", "bids_for_itself") in outcomes(verify(draft(bidder=2), DOCUMENT, TAKEOVERS))


def test_its_page_is_laid_out_as_any_page() -> None:
    page = TAKEOVERS.compose(replayed(), DOCUMENT, "marrow.txt")
    assert "O6 AGREED · “Marrow Foods” bids for “Tessel Dairies”" in as_text(page, 80, color=False)
    assert "### O7 DENIED · “Ostwick” bids for “Brine Lines”" in as_markdown(page)


def test_its_json_loads_back_and_holds() -> None:
    stored = StoredTakeovers.model_validate_json(as_json(replayed()))
    assert differences(stored, verify(stored, DOCUMENT, TAKEOVERS)) == ()
    with pytest.raises(ValueError, match="only the verifier makes a Brief"):
        Takeovers.model_validate_json(as_json(replayed()))


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The field registered as another package would do it."""
    metadata = tmp_path / "packages" / "takeovers-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: takeovers\nVersion: 1.0\n", encoding="utf-8")
    entry = "[summarizer.fields]\ntakeovers = tests.takeovers:TAKEOVERS\n"
    (metadata / "entry_points.txt").write_text(entry, encoding="utf-8")
    monkeypatch.syspath_prepend(metadata.parent)
    importlib.invalidate_caches()
    plugins.names.cache_clear(), plugins.registered.cache_clear()
    yield
    plugins.names.cache_clear(), plugins.registered.cache_clear()


def test_the_command_verifies_its_briefs(command: Command, installed: None) -> None:
    """`brief verify --field` finds a status that was changed by hand, and nothing in what was not."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.json").write_text(as_json(replayed()), encoding="utf-8")
    ran = command("verify", "b.json", "a.txt", "--field", "takeovers")
    assert (ran.code, "everything holds\nits seal fits" in ran.out) == (0, True)
    changed = json.loads(as_json(replayed()))
    changed["offers"][1]["status"] = "agreed"
    Path("b.json").write_text(json.dumps(changed), encoding="utf-8")
    ran = command("verify", "b.json", "a.txt", "--field", "takeovers")
    assert ran.code == 5
    assert "offer 7, status: the brief has agreed; the article gives denied" in ran.out
    assert "this brief was changed after it was verified: offer 7\n" in ran.out


def test_a_field_that_nobody_registered_is_one_line(command: Command) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.json").write_text(as_json(replayed()), encoding="utf-8")
    ran = command("verify", "b.json", "a.txt", "--field", "weather")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "there is no field called weather" in ran.err
