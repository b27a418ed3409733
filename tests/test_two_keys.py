"""Two keys: the reader's own judgement beside what the tables derive; it may lower what is shown, and never raises it."""

from collections.abc import Callable
from typing import Any, get_args

import pytest

from summarizer.conflict.two_keys import SAYS, SAYS_LESS, SURENESS, compared, disagreements
from summarizer.documents.document import Document
from summarizer.schemas.brief import Assessment
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import IncidentAttribution, Occurrence, ReadAttribution, ReadOccurrence
from summarizer.verification import verify
from tests.mill import ARTICLE, draft
from tests.story import Story


def police_say_so(s: Story) -> None:
    s.says("assert", s.actor("public_body"), "authority")


def claim_alone(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))


def police_blame_a_group(s: Story) -> None:
    s.says("blame", s.actor("public_body"), "authority", whom=(s.actor("armed_group"),), role="carried_out")


def only_planned(s: Story) -> None:
    s.stage = "planned"
    police_say_so(s)


def read(tell: Callable[[Story], None], **judged: Any) -> Assessment:
    """What is shown of a story that its reader judges so."""
    story = Story()
    tell(story)
    derived = story.assess()
    assert derived is not None
    return compared(derived, story.incident.model_copy(update=judged))


def happened(found: Assessment) -> tuple[str, str | None, bool]:
    """What is shown, what the table gives, and whether they differ."""
    return found.occurrence, found.derived, found.occurrence_differs


def done_by(found: Assessment) -> tuple[str, str | None, bool]:
    """The same of the author."""
    return found.attribution, found.derived_attribution, found.author_differs


@pytest.mark.parametrize(
    ("tell", "judged", "shown"),
    [
        (police_say_so, "confirmed", ("confirmed", "confirmed", False)),
        (claim_alone, "claimed", ("claimed", "claimed", False)),
        (claim_alone, "confirmed", ("claimed", "claimed", True)),
        (claim_alone, "reported", ("claimed", "claimed", True)),
        (police_say_so, "reported", ("reported", "confirmed", True)),
        (police_say_so, "denied", ("denied", "confirmed", True)),
        (claim_alone, "possible", ("possible", "claimed", True)),
        (police_say_so, None, ("confirmed", "confirmed", False)),
        (only_planned, "confirmed", ("not_occurred", "not_occurred", False)),
    ],
    ids=[
        "agree", "agree on a claim", "surer", "a little surer", "less sure", "not at all", "less sure of a claim",
        "no judgement", "not compared",
    ],
)  # fmt: skip
def test_of_two_occurrences_the_less_sure_is_shown(
    tell: Callable[[Story], None], judged: str | None, shown: tuple[str, str, bool]
) -> None:
    """Both are kept, whichever it is."""
    assert happened(read(tell, read_as=judged)) == shown


@pytest.mark.parametrize(
    ("tell", "judged", "shown"),
    [
        (police_blame_a_group, "officials", ("accused_by_authorities", "accused_by_authorities", False)),
        (claim_alone, "claimed", ("claimed", "claimed", False)),
        (police_blame_a_group, "claimed", ("accused_by_authorities", "accused_by_authorities", True)),
        (police_say_so, "stated", ("none", "none", True)),
        (police_blame_a_group, "suspected", ("suspected", "accused_by_authorities", True)),
        (police_blame_a_group, "none", ("none", "accused_by_authorities", True)),
        (claim_alone, "suspected", ("claimed", "claimed", True)),
        (police_blame_a_group, None, ("accused_by_authorities", "accused_by_authorities", False)),
    ],
    ids=[
        "agree", "agree on a claim", "says more", "says more than nothing", "says less", "says nothing",
        "a claim stands", "no judgement",
    ],
)  # fmt: skip
def test_of_two_authorships_the_one_that_says_less_is_shown(
    tell: Callable[[Story], None], judged: str | None, shown: tuple[str, str, bool]
) -> None:
    """Of an accusation; a claim by itself stands, and both are kept."""
    assert done_by(read(tell, read_author=judged)) == shown


@pytest.mark.parametrize(
    ("judged", "asked"),
    [
        ("disputed", True),
        ("denied", True),
        ("confirmed", False),
        ("possible", False),
        ("reported", False),
    ],
)
def test_a_reader_who_takes_it_for_contradicted_is_asked_by_whom(judged: str, asked: bool) -> None:
    """A degree more or less is no reason to ask: the less sure is shown."""
    brief = verify(Draft.model_validate_json(draft(read_as=judged)), Document.from_text(ARTICLE))
    assert bool(disagreements(brief)) is asked


def test_what_a_judgement_is_not_about_stays_as_it_was() -> None:
    """One key is no judgement of the other, and the basis, the entries and the facets are the table's."""
    plain, judged = read(police_blame_a_group), read(police_blame_a_group, read_as="possible")
    lowered = {"occurrence": "possible", "occurrence_differs": True}
    assert judged == plain.model_copy(update=lowered)


@pytest.mark.parametrize("judged", get_args(ReadOccurrence))
@pytest.mark.parametrize("derived", get_args(Occurrence))
def test_no_judgement_makes_an_occurrence_surer(derived: Occurrence, judged: ReadOccurrence) -> None:
    """Of every pair, what is shown is one of the two, and no surer than the table's."""
    story = Story()
    police_say_so(story)
    found = story.assess()
    assert found is not None
    incident = story.incident.model_copy(update={"read_as": judged})
    shown = compared(found.model_copy(update={"occurrence": derived}), incident)
    assert shown.derived == derived
    assert shown.occurrence in (derived, judged)
    assert shown.occurrence == derived or SURENESS[shown.occurrence] < SURENESS[derived]


def test_every_judgement_of_the_author_agrees_with_something_and_what_is_shown_instead_is_what_it_says() -> None:
    """Nothing that the table can give is left without a judgement that agrees with it."""
    assert set(SAYS) == set(get_args(ReadAttribution))
    assert frozenset[IncidentAttribution]().union(*SAYS.values()) == set(get_args(IncidentAttribution))
    assert [
        (derived, judged)
        for derived, less in SAYS_LESS.items()
        for judged, shown in less.items()
        if shown not in SAYS[judged] or derived in SAYS[judged]
    ] == []


def test_a_judgement_travels_to_the_brief() -> None:
    """The article states it, its reader takes it for possible: the brief shows that, with what its words give."""
    brief = verify(Draft.model_validate_json(draft(read_as="possible")), Document.from_text(ARTICLE))
    found = brief.incidents[0].assessment
    assert found is not None
    assert happened(found) == ("possible", "reported", True)
