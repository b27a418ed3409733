"""Models that mean ill get no words in that the article lacks, no unmarked link, no unreported loss, and no crash."""

from random import Random

import pytest

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Actor, Affiliation, Draft, Incident, Statement
from summarizer.verification import verify
from tests.adversaries import (
    ADVERSARIES,
    Adversary,
    Run,
    lying,
    report,
    run,
    runs,
    shuffled,
    with_orders,
)
from tests.brief_faults import lacking, promotions, unmarked, unreported
from tests.proposing import Case, as_draft, recorded, seeded
from tests.test_invariants import HARBOUR

QUICK = tuple(case for case in recorded() if len(case.document.text) < 2700)
"""The seeds without the long digest, which takes as long as all the others."""
RUNS = 200


@pytest.mark.slow
def test_adversaries_get_nothing_past_that_must_not_be() -> None:
    """Every adversary on every seed; `python -m tests.adversaries` runs thousands."""
    done = list(runs(RUNS, QUICK))
    assert {one.adversary for one in done} == {adversary.__name__ for adversary in ADVERSARIES}
    assert {one.case for one in done} == {case.name for case in QUICK}
    assert [one for one in done if one.faults] == []


@pytest.mark.parametrize("adversary", ADVERSARIES, ids=lambda adversary: adversary.__name__)
def test_an_adversary_proposes_something_else_than_the_correct_draft(adversary: Adversary) -> None:
    """An adversary that changes nothing would show nothing; each is a draft of the schema, and the same for one seed."""
    case = with_orders(next(case for case in recorded() if case.draft.statements))
    drafts = [adversary(case.draft, case.document, seeded(seed)) for seed in (1, 1, 2)]
    assert drafts[0] == drafts[1]
    assert case.draft not in drafts
    assert [Draft.model_validate(one.model_dump()) for one in drafts] == drafts


def test_lies_reach_every_kind_of_item() -> None:
    """Over some runs the liar changes actors, incidents, statements and threats."""
    case = next(case for case in recorded() if case.draft.threats and case.draft.incidents)
    told = [lying(case.draft, case.document, seeded(seed)) for seed in range(60)]
    assert all(any(getattr(one, name) != getattr(case.draft, name) for one in told)
               for name in ("actors", "incidents", "statements", "threats"))  # fmt: skip


def test_shuffling_keeps_the_words_and_moves_them() -> None:
    """The shuffled draft holds the same mentions."""
    case = next(case for case in recorded() if case.draft.statements)
    before, after = (
        sorted(str(mention) for mention in _mentions(one.model_dump()))
        for one in (case.draft, shuffled(case.draft, case.document, seeded(1)))
    )
    assert before == after


def _mentions(part: object) -> list[object]:
    if isinstance(part, dict):
        return [part] if set(part) == {"sentence", "text"} else [m for value in part.values() for m in _mentions(value)]
    return [mention for member in part for mention in _mentions(member)] if isinstance(part, list) else []


# --- the instruments themselves ---------------------------------------------------------------------------


def proposed() -> Draft:
    """A bombing, a claim and a denial by two actors of the harbour article."""
    return Draft(
        actors=[
            Actor(id=1, name=[Mention(sentence=3, text="The Orrin Front")], kind="armed_group", identity="named"),
            Actor(
                id=2,
                name=[Mention(sentence=2, text="police")],
                kind="public_body",
                identity="anonymous",
                affiliations=[Affiliation(actor=1)],
            ),
        ],
        incidents=[
            Incident(
                id=1,
                kind="bombing",
                words=[Mention(sentence=2, text="bomb")],
                stage="accomplished",
                frame="current",
                weapon=[Mention(sentence=2, text="bomb")],
            )
        ],
        statements=[
            Statement(
                id=1,
                kind="assert",
                speaker=2,
                cue=[Mention(sentence=2, text="said")],
                content=[Mention(sentence=2, text="A bomb killed at least four dock workers")],
                about=[About(incident=1, relation="combatant")],
            )
        ],
    )


def test_a_made_up_quotation_would_be_counted() -> None:
    """The count of lacking quotations counts one where a brief holds one."""
    brief = verify(proposed(), HARBOUR)
    assert lacking(brief, HARBOUR) == []
    assert lacking(brief, Document.from_text("Nothing of this. " * 9)) != []


def test_a_link_without_evidence_is_looked_for_on_the_page() -> None:
    """Neither the affiliation nor the relation has words, and both say so; were the words ours, it would be counted."""
    brief = verify(proposed(), HARBOUR)
    assert brief.actors[1].affiliations[0].evidence == () == brief.statements[0].about[0].evidence
    assert unmarked(brief, HARBOUR) == []


def test_an_unmarked_link_would_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another wording on the page, both links are counted."""
    monkeypatch.setattr("tests.brief_faults.NOT_STATED", "shown nowhere")
    brief = verify(proposed(), HARBOUR)
    assert unmarked(brief, HARBOUR) == ["affiliations of actor 2", "combatant to incident 1", "page"]


def test_a_loss_that_is_not_told_would_be_counted() -> None:
    """An item without an outcome, and a value that is gone without a finding."""
    draft, brief = proposed(), verify(proposed(), HARBOUR)
    assert unreported(draft, brief) == []
    outcomes = brief.audit.outcomes[1:]
    silent = brief.model_copy(update={"audit": brief.audit.model_copy(update={"outcomes": outcomes})})
    assert unreported(draft, silent) == ["actor: 2 proposed, 1 told of", "actor: not those that are said to be kept"]
    poorer = brief.model_copy(update={"incidents": (brief.incidents[0].model_copy(update={"weapon": ()}),)})
    assert unreported(draft, poorer) == ["incident 1 weapon"]


def test_a_status_that_rose_is_counted_with_whether_it_is_marked() -> None:
    """The police's word confirms what the correct draft leaves as one party's."""
    correct = verify(proposed(), HARBOUR)
    assert [one.assessment.occurrence for one in correct.incidents if one.assessment] == ["reported"]
    link = About(incident=1, relation="authority", evidence=[Mention(sentence=2, text="police")])
    raised = proposed().statements[0].model_copy(update={"about": [link]})
    police = proposed().actors[1].model_copy(update={"affiliations": []})
    draft = proposed().model_copy(update={"statements": [raised], "actors": [proposed().actors[0], police]})
    assert [(one.id, marked) for one, marked in promotions(verify(draft, HARBOUR), correct)] == [(1, False)]
    assert list(promotions(correct, correct)) == []


def test_a_crash_is_a_fault_with_its_error() -> None:
    """What an adversary's draft raises is told, not hidden."""

    def breaking(correct: Draft, document: Document, random: Random) -> Draft:
        raise RuntimeError("cannot be")

    done = run(breaking, Case("harbour", HARBOUR, as_draft(verify(proposed(), HARBOUR))), 1)
    assert done.faults == ("RuntimeError: cannot be",)


def test_the_report_counts_runs_by_adversary() -> None:
    """One line an adversary, and all of them together."""
    done = [Run("lying", "a", 1, promoted=2), Run("lying", "a", 2, lacking=("x",)), Run("obedient", "a", 1)]
    lines = {line.split()[0]: line.split()[1:] for line in report(done).splitlines()[1 : len(ADVERSARIES) + 2]}
    assert lines["lying"] == ["2", "0", "1", "0", "0", "1", "0", "0"]
    assert lines["all"] == ["3", "0", "1", "0", "0", "1", "0", "0"]
    assert lines["shuffled"] == ["0"] * 8
