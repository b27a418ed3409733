"""Nothing grows with the square of an article or a draft: calls are counted at two sizes, and what is beyond a limit is told."""

import cProfile
import pstats
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.growth import DRAFTS, STORIES, sums
from summarizer import Document, render, summarize, verify
from summarizer.conflict.circles import circles, reached
from summarizer.conflict.coder import code
from summarizer.conflict.coder.violence import events_joined
from summarizer.conflict.exporting import EXPORTS
from summarizer.conflict.items import FAR
from summarizer.pointing import bounds
from summarizer.pointing.bounds import MOST_ENTRIES, MOST_ITEMS
from summarizer.pointing.rechecking import differences
from summarizer.schemas.brief import Brief, UnverifiedBrief

TWICE = 2.5
"""How many times the calls of the half the whole may make."""


def calls(work: Callable[[], object]) -> int:
    """How many functions a call calls, on its way and below; the same each time, whatever else the machine does."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined,no-any-return]  # typeshed does not know it


@pytest.mark.parametrize("name", STORIES)
def test_the_coder_reads_twice_the_story_with_twice_the_calls(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reach, up to which events are held against each other, is shortened, so that short stories are beyond it."""
    monkeypatch.setattr(events_joined, "FAR", 30)

    def reading(size: int) -> Callable[[], object]:
        document = Document.from_text(STORIES[name](size))
        return lambda: code(document)

    reading(2_000)()  # the lexicons are read once
    assert calls(reading(12_000)) <= TWICE * calls(reading(6_000))


@pytest.mark.parametrize("name", DRAFTS)
def test_twice_the_draft_is_verified_and_written_with_twice_the_calls(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists are cut short, so that a draft of twice the items is twice as long."""
    monkeypatch.setattr(bounds, "MOST_ENTRIES", 10)

    def verifying(size: int) -> Callable[[], object]:
        document, draft = DRAFTS[name](size)
        return lambda: render(verify(draft, document), document)

    verifying(160)()  # the expressions for the names are made once
    assert calls(verifying(160)) <= TWICE * calls(verifying(80))


@pytest.mark.parametrize("name", DRAFTS)
def test_twice_the_draft_is_exported_with_twice_the_calls(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ENTRIES", 10)

    def exporting(size: int) -> Callable[[], object]:
        document, draft = DRAFTS[name](size)
        brief = verify(draft, document)
        return lambda: [render(brief, document, each.name) for each in EXPORTS]

    exporting(160)()
    assert calls(exporting(160)) <= TWICE * calls(exporting(80))


# --- circles and chains ---------------------------------------------------------------------------


LINKS = st.dictionaries(st.integers(1, 7), st.lists(st.integers(0, 8), max_size=4), max_size=7)


def passed(start: int, links: dict[int, list[int]]) -> set[int]:
    """Everything that the links lead to from here, the plain way."""
    found: set[int] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at in links and at not in found:
            found.add(at)
            waiting += links[at]
    return found


@given(LINKS)
def test_all_that_is_reached_is_found(links: dict[int, list[int]]) -> None:
    assert reached(links) == {number: frozenset(passed(number, links)) for number in links}


@given(LINKS)
def test_a_circle_is_known_by_the_smallest_of_it(links: dict[int, list[int]]) -> None:
    """Whoever is reached from what it leads to is in a circle: with all that it reaches and that reach it."""
    expected = {}
    for number, others in links.items():
        if any(number in passed(other, links) for other in others):
            expected[number] = min(other for other in passed(number, links) if number in passed(other, links))
    assert circles(links) == expected


# --- limits ---------------------------------------------------------------------------------------


def told(brief: Brief, code_of_it: str) -> list[tuple[str | None, int | None, str]]:
    return [(one.item, one.id, one.field) for one in brief.audit.findings if one.code == code_of_it]


def test_items_beyond_the_limit_are_dropped_one_by_one() -> None:
    """Each ends as rejected, with the reason, in the audit and on the page; verified again, the brief holds."""
    document, draft = sums(MOST_ITEMS + 2)
    alone = tuple(one.model_copy(update={"summarises": ()}) for one in draft.incidents)
    brief = verify(draft.model_copy(update={"incidents": alone}), document)
    beyond = [(kind, MOST_ITEMS + more) for kind in ("incident", "statement") for more in (1, 2)]
    assert [one.id for one in brief.incidents] == list(range(1, MOST_ITEMS + 1))
    assert told(brief, "too_many_items") == [(*key, "id") for key in beyond]
    assert [one.key for one in brief.audit.outcomes if one.because == "too_many_items"] == beyond
    assert len(brief.audit.outcomes) == 2 * (MOST_ITEMS + 2)
    assert "More than 1,000 of its kind were given" in " ".join(render(brief, document).split())
    stored = UnverifiedBrief.model_validate_json(brief.model_dump_json())
    assert differences(stored, verify(stored, document)) == ()


def test_entries_beyond_the_limit_are_cut_with_a_mark() -> None:
    """A list keeps its first entries, and its item the mark; at the limit nothing is told."""
    document, draft = sums(MOST_ENTRIES + 2)
    fan = draft.incidents[0].model_copy(update={"summarises": tuple(range(2, MOST_ENTRIES + 3))})
    full = draft.incidents[1].model_copy(update={"summarises": tuple(range(3, MOST_ENTRIES + 3))})
    others = tuple(one.model_copy(update={"summarises": ()}) for one in draft.incidents[2:])
    brief = verify(draft.model_copy(update={"incidents": (fan, full, *others)}), document)
    assert brief.incidents[0].summarises == tuple(range(2, MOST_ENTRIES + 2))
    assert told(brief, "too_many_entries") == [("incident", 1, "summarises")]


@pytest.mark.parametrize(("sentences", "says"), [(FAR, False), (FAR + 1, True)])
def test_a_long_article_says_what_may_stand_twice(sentences: int, says: bool) -> None:
    document = Document.from_text("\n\n".join(["The river stood high that week."] * sentences))
    page = " ".join(render(summarize(document).brief, document).split())
    assert ("may stand here twice" in page) is says


def test_an_event_told_again_far_behind_is_another() -> None:
    """Within reach it is joined, beyond it stands twice."""
    attack = "A bomb killed three soldiers at the Dolvac barracks on Monday."
    filler = ["The river stood high that week."]
    near, far = (Document.from_text("\n\n".join([attack, *filler * between, attack])) for between in (FAR - 1, FAR))
    assert (len(code(near).incidents), len(code(far).incidents)) == (1, 2)
