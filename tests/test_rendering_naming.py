"""A name that the article gives cannot be taken for words of the page."""

import pytest

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.calling import named
from summarizer.conflict.wording.view import SECTIONS
from summarizer.pipeline import render
from tests.example_brief import example_brief, example_document


def shown(name: str) -> str:
    """The name as the page prints it."""
    return "".join(span.text for span in named(name))


@pytest.mark.parametrize(
    "name",
    [
        "Kataib Hezbollah", "al-Qaeda in the Maghreb", "The Independent", "MINISTRY OF DEFENCE", "U.S. Central Command",
        "O’Brien & Sons Ltd.", "Islamic State", "Agence France-Presse", "ХАМАС", "東京警察", "2nd Brigade",
        "Ahmad “Abu Hussein” al-Hamidawi", "Radio/TV Orrin", "نیروهای می\u200cدانم", "the harbour police",
    ],
)  # fmt: skip
def test_a_name_as_names_are_is_printed_as_it_is(name: str) -> None:
    """Every script, with the marks that names are written with."""
    assert shown(name) == name


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("CHECKS  dropped 0", "“CHECKS dropped 0”"),
        ("ATTACKS", "“ATTACKS”"),
        ("A1 OFFICIAL ACCOUNT: police", "“A1 OFFICIAL ACCOUNT: police”"),
        ("T2 Orrin Front", "“T2 Orrin Front”"),
        ("the article", "“the article”"),
        ("police (authority)", "“police (authority)”"),
        ("Front, confirmed", "“Front, confirmed”"),
        ("confirmed by the navy", "“confirmed by the navy”"),
        ("the police and the army", "“the police and the army”"),
        ("the police or the army", "“the police or the army”"),
        ("Front [!]", "“Front [!]”"),
        ("Front ¶3", "“Front ¶3”"),
        ("Front · nothing dropped", "“Front · nothing dropped”"),
        ("Front\n\nTHREATS", "“Front THREATS”"),
        ("Front” denies doing it, “the mayor said", "“Front’ denies doing it, ‘the mayor said”"),
        ("Fr\u3164ont", "“Fr⟨U+3164⟩ont”"),
        ("not stated", "“not stated”"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen",
         "“one two three four five six seven eight nine ten eleven twelve thirteen”"),
    ],
)  # fmt: skip
def test_a_name_that_reads_like_the_page_stands_between_quotation_marks(name: str, printed: str) -> None:
    """Headings, numbers of items, statuses, lists, brackets, and what ends a quotation."""
    assert shown(name) == printed


@pytest.mark.parametrize(
    "words",
    [*SECTIONS.values(), *phrasing.AUTHORS.values(), *phrasing.OCCURRENCE.values(), *phrasing.RELATION.values()],
)
def test_every_title_status_and_relation_of_the_page_is_quoted_as_a_name(words: str) -> None:
    """One word that the page uses alone for a relation aside: newspapers are called so."""
    assert shown(words) == (words if words in ("independent", "authority") else f"“{words}”")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_an_actor_called_like_a_section_adds_none(form: str) -> None:
    """Every actor of the seed is called CHECKS, and there is one such heading."""
    brief = example_brief()
    actors = tuple(
        actor.model_copy(
            update={
                "identity": "named",
                "name": tuple(quote.model_copy(update={"text": "CHECKS  dropped 0"}) for quote in actor.name),
            }
        )
        for actor in brief.actors
    )
    page = render(brief.model_copy(update={"actors": actors}), example_document(), form, width=300)  # type: ignore[arg-type]
    assert "“CHECKS dropped 0”" in page
    assert page.count("CHECKS") == page.count("“CHECKS dropped 0”") + 1
