"""The sentences an item rests on: whole, widened, and inside or outside quotation marks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.opinions import evidence
from summarizer.documents.document import Document, sentence_quote
from summarizer.english.passages import clause, is_quoted
from tests.items_factory import Article, quote


def _evidence(article: Article, item: object) -> list[str]:
    return [found.text for found in evidence(item, article.items())]  # type: ignore[arg-type] # any item of the factory


def test_a_quotation_is_shown_with_its_whole_sentence() -> None:
    """A word out of a sentence brings the sentence."""
    a = Article("The Amber League shelled the depot on Sunday. Nobody was hurt.")
    assert _evidence(a, a.incident("shelled")) == ["The Amber League shelled the depot on Sunday."]


@pytest.mark.parametrize(
    "opening",
    ["Otherwise, they", "But they", "If not, they", "However, they", "Or else they", "He said they", "The group"],
)
def test_a_sentence_that_leans_on_the_one_before_brings_it_along(opening: str) -> None:
    """No condition, negation or attribution is cut off with the sentence before."""
    a = Article(f"Colonel Brandt told the miners to leave Orvale. {opening} would burn the pit.")
    issuer = a.actor("Colonel Brandt")
    assert _evidence(a, a.threat(issuer, "would burn the pit")) == [
        "Colonel Brandt told the miners to leave Orvale.",
        f"{opening} would burn the pit.",
    ]


def test_a_sentence_that_stands_by_itself_brings_no_other() -> None:
    """Widening stops where nothing leans back."""
    a = Article("The mayor spoke at noon. Rockets hit the depot at Orvale. Rain fell.")
    assert _evidence(a, a.incident("Rockets hit")) == ["Rockets hit the depot at Orvale."]


def test_each_sentence_is_shown_once_and_in_order() -> None:
    """Two quotations of one sentence, and one of an earlier sentence, give two sentences."""
    a = Article("A bomb went off in Orvale. Police found wires. A guard was hurt by the bomb.")
    incident = a.incident("guard", place="Orvale", weapon=a.at("bomb", 1))
    assert _evidence(a, incident) == ["A bomb went off in Orvale.", "A guard was hurt by the bomb."]


def test_a_clause_ends_at_the_comma() -> None:
    """What a neighbouring clause says is not taken for this one's."""
    a = Article("The depot, which was bombed in 2016, was shelled on Friday.")
    start, end = clause(a.at("shelled"), a.document)
    assert a.document.text[start:end].strip() == "was shelled on Friday."


def test_a_clause_of_result_goes_with_the_one_before() -> None:
    """ "…, killing four" is told of the act before the comma."""
    a = Article("In 2009 a truck hit the gate at Orvale, killing four guards.")
    start, end = clause(a.at("killing"), a.document)
    assert a.document.text[start:end].strip() == "In 2009 a truck hit the gate at Orvale, killing four guards."


@pytest.mark.parametrize(
    "text", ["He said: “We will burn it.”", 'He said: "We will burn it."', "He said: «We will burn it.»"]
)
def test_words_inside_quotation_marks_are_quoted(text: str) -> None:
    """Curly, straight and angled marks are all seen."""
    document = Document.from_text(text)
    assert is_quoted(quote(document, "We will burn it"), document)


@pytest.mark.parametrize(
    "text",
    ["“We are here,” he said. They will burn it.", 'The 6" pipe. They will burn it.', "He said “they will burn it."],
)
def test_words_outside_a_closed_quotation_are_not_quoted(text: str) -> None:
    """An inch mark, or a mark that is never closed, quotes nothing."""
    document = Document.from_text(text)
    assert not is_quoted(quote(document, "will burn it"), document)


def test_a_quotation_over_two_paragraphs_is_quoted_in_both() -> None:
    """Each paragraph opens with a mark, and only the last closes."""
    document = Document.from_text("“We were patient.\n\n“We will burn it now,” he said.")
    assert is_quoted(quote(document, "We were patient."), document)
    assert is_quoted(quote(document, "We will burn it now,"), document)
    assert not is_quoted(quote(document, "he said"), document)


@given(st.text(alphabet='ab. ,\n“”"«»„', max_size=80))
def test_quoted_words_have_a_mark_before_them_in_their_paragraph(text: str) -> None:
    """Whatever marks a text holds, no word is quoted without one that opens."""
    document = Document.from_text(text)
    for word in re.finditer("[ab]+", text):
        found = document.quote(*word.span())
        start, _ = document.paragraph_span(found.sentence)
        assert not is_quoted(found, document) or re.search('[“"«„]', text[start : word.start()])


def test_a_sentence_is_quoted_by_its_number() -> None:
    """The number of a sentence gives its words and place."""
    document = Document.from_text("Rain fell. A bomb went off.")
    found = sentence_quote(document, 2)
    assert (found.text, found.start, found.end) == ("A bomb went off.", 11, 27)
