"""How a long article is cut: whole sentences, each read once, the last few repeated."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.asking.prompting import messages, window_messages
from summarizer.asking.windows import OVERLAP, WINDOW, Window, windows
from summarizer.documents.document import Document
from summarizer.prompts import prompt
from tests.long_article import long_article

PARAGRAPH = st.lists(st.integers(1, 40), min_size=1, max_size=8).map(
    lambda lengths: " ".join("Ab" + "a" * length + "." for length in lengths)
)
ARTICLES = st.lists(PARAGRAPH, min_size=1, max_size=12).map(lambda parts: Document.from_text("\n\n".join(parts)))


def characters(document: Document, numbers: range) -> int:
    return sum(len(document.words(number)) for number in numbers)


@given(ARTICLES, st.integers(1, 200))
def test_every_sentence_is_new_in_exactly_one_window(document: Document, size: int) -> None:
    """Nothing is left out between two windows, and the order is the article's."""
    found = windows(document, size)
    assert [n for w in found for n in range(w.new, w.last + 1)] == [s.number for s in document.sentences]
    assert [(w.number, w.of) for w in found] == [(number, len(found)) for number in range(1, len(found) + 1)]


@given(ARTICLES, st.integers(1, 200))
def test_a_window_is_no_longer_than_asked_unless_one_sentence_is(document: Document, size: int) -> None:
    for window in windows(document, size):
        new = range(window.new, window.last + 1)
        assert len(new) == 1 or characters(document, new) <= size


@given(ARTICLES, st.integers(1, 200))
def test_a_window_repeats_only_the_last_few_sentences_of_the_one_before(document: Document, size: int) -> None:
    """At most three of them, at most a quarter of a window, and none of the window before that."""
    found = windows(document, size)
    for before, window in pairwise(found):
        repeated = range(window.sentences[0], window.new)
        assert len(repeated) <= OVERLAP
        assert characters(document, repeated) <= size // 4
        assert window.sentences[0] >= before.new


def test_an_article_that_fits_is_one_window() -> None:
    """Its request is to the letter the one that asks for a whole article."""
    document = Document.from_text(long_article(20_000).text[:20_480])
    (window,) = windows(document)
    assert window == Window(1, 1, range(1, len(document.sentences) + 1), 1)
    assert window_messages(document, window, "", prompt()) == messages(document, prompt())


def test_windows_are_about_equally_long() -> None:
    """An article a little longer than a window is halved, not followed by a scrap."""
    document = Document.from_text(long_article(WINDOW + 2_000, paragraphs=False).text)
    lengths = [characters(document, range(window.new, window.last + 1)) for window in windows(document)]
    assert len(lengths) == 2
    assert max(lengths) - min(lengths) < 300


def test_a_window_ends_with_a_paragraph_where_one_ends_late_in_it() -> None:
    """The third paragraph would be cut after its first sentence; it starts the next window."""
    paragraph = "Rain fell on Dorvik. The mill stood still. Nobody came by."
    document = Document.from_text("\n\n".join([paragraph] * 4))
    assert [(window.new, window.last) for window in windows(document, 130)] == [(1, 6), (7, 12)]


def test_an_article_without_text_is_no_window() -> None:
    assert windows(Document.from_text(" \n")) == ()
