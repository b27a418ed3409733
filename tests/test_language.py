"""English is told from other languages by one sentence."""

import pytest

from summarizer.documents.document import Document
from tests.languages import ENGLISH, OTHER_LANGUAGES


@pytest.mark.parametrize("sentence", ENGLISH)
def test_one_english_sentence_is_enough(sentence: str) -> None:
    """Flashes, headlines, wires in capitals, datelines, names that no list has."""
    assert Document.from_text(sentence).language == "en"


@pytest.mark.parametrize("sentence", OTHER_LANGUAGES)
def test_a_sentence_in_another_language_is_not_english(sentence: str) -> None:
    """Also where it names English papers, or is written without its own letters."""
    assert Document.from_text(sentence).language == "und"
