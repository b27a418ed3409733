"""Faults planted into correct drafts: what the verifier lets through stays below what was measured."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Actor, Draft, Statement
from tests.mutations.alarms import alarms, wilson
from tests.mutations.harness import LONG, Article, Planted, judge, plant, recorded, stored
from tests.mutations.operator import Fault, Operator
from tests.mutations.operators import OPERATORS
from tests.mutations.report import as_json, per_operator, survivors, table, totals

SAMPLE = 3
FLOORS = {
    "quote": 0.98,
    "number": 0.93,
    "date_place": 0.95,
    "actor": 0.93,
    "modality": 0.90,
    "content": 0.87,
    "all": 0.92,
    "with a cue": 0.93,
}
"""Least share of planted faults that is rejected or marked, over the project's own articles."""

TEXT = "The Red Front said on Monday that it had shelled the depot. Nobody was hurt, a doctor in Orlo told reporters."


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(recorded())


@pytest.fixture(scope="module")
def planted(articles: list[Article]) -> list[Planted]:
    """At most SAMPLE faults per operator, each in another article; long ones take long, so only where others have none."""
    short = [article for article in articles if len(article.document.text) < LONG]
    longer = [article for article in articles if article not in short]
    faults: list[Planted] = []
    for at, operator in enumerate(OPERATORS):
        start = at % len(short)
        found = _some([*short[start:], *short[:start]], operator)
        faults += found or _some(longer, operator)
    return faults


def _some(articles: list[Article], operator: Operator) -> list[Planted]:
    each = (one for article in articles for one in plant([article], [operator], 1, simpler=False))
    return list(islice(each, SAMPLE))


@pytest.fixture
def article() -> Article:
    front = Actor(id=1, name=[Mention(sentence=1, text="The Red Front")], kind="armed_group", identity="named")
    said = Statement(
        id=1,
        kind="announce",
        speaker=1,
        cue=[Mention(sentence=1, text="said")],
        content=[Mention(sentence=1, text="it had shelled the depot")],
    )
    return Article("invented", Document.from_text(TEXT), Draft(actors=[front], statements=[said]))


def _with_content(article: Article, text: str) -> Fault:
    said = article.draft.statements[0].model_copy(update={"content": [Mention(sentence=1, text=text)]})
    return Fault(article.draft.model_copy(update={"statements": [said]}), "statement", 1, "content")


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.name)
def test_every_operator_finds_something_to_make_wrong(operator: Operator, articles: list[Article]) -> None:
    """An operator that plants nothing in any article says nothing of the verifier."""
    assert any(next(operator.plant(article.draft, article.document), None) for article in articles)


def test_no_two_operators_share_a_name() -> None:
    """Figures are per name."""
    assert len({operator.name for operator in OPERATORS}) == len(OPERATORS) >= 50


def test_operators_plant_the_same_faults_each_time(articles: list[Article]) -> None:
    """Figures do not change from run to run."""
    first = articles[0]

    def drafts() -> Iterator[str]:
        for operator in OPERATORS:
            yield from (fault.draft.model_dump_json() for fault in operator.plant(first.draft, first.document))

    assert list(drafts()) == list(drafts())


@pytest.mark.parametrize("group", FLOORS)
@pytest.mark.slow
def test_no_more_faults_get_past_the_checks_than_before(group: str, planted: list[Planted]) -> None:
    """The share of faults that are rejected or marked does not fall; `python -m tests.mutations` lists the others."""
    assert totals(planted)[group].caught >= FLOORS[group]


def test_a_correct_draft_counts_as_harmless(article: Article) -> None:
    """What changes nothing is not counted as caught."""
    assert judge(_with_content(article, "it had shelled the depot"), article) == "harmless"


def test_a_value_that_was_marked_before_shows_nothing(article: Article) -> None:
    """Another one who is not named there in place of one who is not either: neither caught nor let through."""
    doctor = Actor(id=2, name=[Mention(sentence=2, text="a doctor")], kind="person", identity="anonymous")
    reporters = Actor(id=3, name=[Mention(sentence=2, text="reporters")], kind="people", identity="anonymous")

    def blaming(whom: int) -> Draft:
        said = article.draft.statements[0].model_copy(update={"kind": "blame", "whom": (whom,)})
        return Draft(actors=[*article.draft.actors, doctor, reporters], statements=[said])

    wrong = Article("wrong", article.document, blaming(2))
    assert judge(Fault(blaming(3), "statement", 1, "whom"), wrong) == "marked_before"


def test_a_fabricated_quotation_counts_as_rejected(article: Article) -> None:
    """Words that the article lacks are caught."""
    assert judge(_with_content(article, "it had burned the granary"), article) == "rejected"


def test_other_words_of_the_article_that_nothing_contradicts_survive(article: Article) -> None:
    """A fault that is in the brief and unmarked is told as such."""
    assert judge(_with_content(article, "shelled the depot"), article) == "survived"


def test_simpler_verifiers_stand_beside_the_checks(article: Article) -> None:
    """An edited number is caught by exact matching and not by fuzzy matching."""

    def edited(draft: Draft, document: Document) -> Iterator[Fault]:
        yield _with_content(article, "it had shelled the depots")

    operator = Operator("plural", "quote", "one depot is many", edited)
    (found,) = plant([article], [operator], 1)
    assert (found.verdict, found.exact, found.fuzzy) == ("rejected", True, False)


def test_the_report_counts_what_was_planted(article: Article) -> None:
    """Harmless faults are left out, survivors are named with what was changed."""

    def two(draft: Draft, document: Document) -> Iterator[Fault]:
        yield _with_content(article, "it had shelled the depot")
        yield _with_content(article, "shelled the depot")

    found = list(plant([article], [Operator("shorter", "quote", "words are left out", two)], 6))
    assert (per_operator(found)["shorter"].planted, as_json(found)["totals"]["all"]["caught"]) == (1, 0)
    assert "shorter" in table(found)
    change = "[1] it had shelled the depot → [1] shelled the depot"
    assert survivors(found) == f"invented: shorter: statement 1 content: {change}"


def test_drafts_in_a_folder_are_read_with_their_articles(tmp_path: Path, article: Article) -> None:
    """Anybody can measure on articles of their own."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.json").write_text(article.draft.model_dump_json(), encoding="utf-8")
    (found,) = stored(tmp_path)
    assert (found.name, found.draft, found.document.text) == ("one", article.draft, TEXT)


def test_items_of_a_correct_draft_that_are_dropped_or_marked_are_counted(article: Article) -> None:
    """False alarms, item by item, with the shares: a retraction without words of taking back is marked."""
    retraction = article.draft.statements[0].model_copy(update={"kind": "retract"})
    wrong = Article("other", article.document, article.draft.model_copy(update={"statements": [retraction]}))
    lines = alarms([article, wrong]).splitlines()
    assert lines[0] == "other: statement 1: marked: kind.kind_not_shown"
    assert lines[-2].startswith("dropped    0 of    4 items")
    assert lines[-1].startswith("marked     1 of    4 items")


@pytest.mark.parametrize(
    ("count", "of", "interval"), [(0, 0, (0.0, 1.0)), (0, 237, (0.0, 0.016)), (12, 237, (0.029, 0.086))]
)
def test_shares_come_with_their_interval(count: int, of: int, interval: tuple[float, float]) -> None:
    """Wilson's, which holds for shares near nothing too."""
    assert tuple(round(edge, 3) for edge in wilson(count, of)) == interval
