"""What folding makes equal, what it keeps apart, and that its map leads back."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.pointing.folding import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, fold

INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0f\ufeff\U000e0100"

FOLDED = [
    *((quote, '"') for quote in DOUBLE_QUOTES),
    *((quote, "'") for quote in SINGLE_QUOTES),
    *((dash, "-") for dash in DASHES),
    *((invisible, "") for invisible in INVISIBLE),
    *((space, " ") for space in "\t\n\r\v\f\u0085\u00a0\u1680\u2002\u2003\u2007\u2009\u2028\u2029\u202f\u205f\u3000"),
    *((ornament, " ") for ornament in ("⚡", "⚡\ufe0f", "🔴", "👍🏽", "👩\u200d🚒", "🇺🇦", " 🔥 ", "▪", "➤")),
    ("…", "..."),
    ("--", "-"),
    ("–\u00ad—", "-"),
    (" \r\n\u00a0 ", " "),
    (" \u200b\n", " "),
    ("e\u0301", "é"),
    ("e\u00ad\u0301", "é"),
    ("\u212b", "Å"),
    ("\u0958", "\u0915\u093c"),
    ("\u1112\u1161\u11ab", "한"),
    ("\u1fef", "'"),
]
KEPT = [
    *("10²", "ﬁre", "１２", "½", "İ", "ß", "Kyiv", "КИЕВ", "№", "™", "﹣", "－", "〝", "‥", "'\"", "...", "․", "′"),
    *("\u202e21", "\u202aa\u202c", "x\u0323", "²\u0323", "\ufffd", "° © ®"),
]

# Mostly what folding touches, so that its rules meet one another; and anything else.
troublesome = st.sampled_from(
    "ae \n\t\u00a0-–—−…\"“'’\u1fef\u00ad\u200b\ufeff\u0301\u0323\u0344\u0958\u1112\u1161\u11ab가\u2000²１"
)
texts = st.text(alphabet=st.one_of(troublesome, st.characters()), max_size=30)


def seen(character: str) -> str:
    """What is left of a character: nothing of one without width, a space of an ornament."""
    category = unicodedata.category(character)
    if character in INVISIBLE or (category == "Cf" and character not in "\u202a\u202b\u202c\u202d\u202e"):
        return ""
    if character in "\u034f\u180b\u180c\u180d\u180f\u20e3" or "VARIATION SELECTOR" in unicodedata.name(character, ""):
        return ""
    is_ornament = character > "\u218f" and category in ("So", "Sk") and character != "\ufffd"
    return " " if is_ornament else character


def reference(text: str) -> str:
    """The same folding in the plainest way: whole text, no map."""
    composed = unicodedata.normalize("NFC", "".join(map(seen, text))).replace("…", "...")
    for characters, plain in ((DOUBLE_QUOTES, '"'), (SINGLE_QUOTES, "'"), (DASHES, "-")):
        composed = "".join(plain if character in characters else character for character in composed)
    return re.sub("-+", "-", re.sub(r"\s+", " ", composed))


@pytest.mark.parametrize(("written", "folded"), FOLDED)
def test_typography_is_folded(written: str, folded: str) -> None:
    """Two ways to write the same words compare as equal."""
    assert fold(f"x{written}y").text == f"x{folded}y"


@pytest.mark.parametrize("text", KEPT)
def test_what_says_something_else_stays_apart(text: str) -> None:
    """Case, powers, ligatures, full-width digits and order-changing controls are no typography."""
    assert fold(text).text == text


def test_single_and_double_quotation_marks_stay_distinct() -> None:
    """A quotation within a quotation is not the quotation around it."""
    assert fold("“a ‘b’ c”").text == "\"a 'b' c\""


def test_a_span_leads_back_to_the_original_characters() -> None:
    """Offsets are those of the article as written, whatever was folded before them."""
    text = "He  said… “con\u00adfirmed” – cafe\u0301!"
    folded = fold(text)
    assert folded.text == 'He said... "confirmed" - café!'
    for words, written in (("confirmed", "con\u00adfirmed"), ("...", "…"), ("café", "cafe\u0301"), ("- ", "– ")):
        start = folded.text.index(words)
        assert folded.original_slice(start, start + len(words)) == written


def test_a_span_never_cuts_a_letter_from_its_marks() -> None:
    """A letter that NFC can't compose still keeps its marks."""
    folded = fold("ax\u0323b")
    assert folded.text == "ax\u0323b"
    assert folded.original_span(1, 2) == (1, 3)
    assert folded.original_span(2, 4) == (1, 4)


def test_invisible_characters_at_the_edges_stay_outside() -> None:
    """A quotation does not begin or end with something that nobody sees."""
    folded = fold("\ufeffwe\u200b will")
    assert folded.original_span(0, 2) == (1, 3)


@given(texts)
def test_folding_piece_by_piece_is_folding_the_whole(text: str) -> None:
    """The map costs nothing in what is folded."""
    assert fold(text).text == reference(text)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded has nothing left to fold."""
    once = fold(text).text
    assert fold(once).text == once


@given(texts, st.data())
def test_every_span_leads_to_words_that_fold_into_it(text: str, data: st.DataObject) -> None:
    """The original of a span folds to the span, or to whole pieces around it."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.original_span(start, end)
    assert 0 <= first <= last <= len(text) or start == end
    again = fold(text[first:last]).text
    assert folded.text[start:end] in again
    before, after = folded.original_span(start - 1, start), folded.original_span(end, end + 1)
    if end > start and (start == 0 or before[1] <= first) and (end == len(folded.text) or last <= after[0]):
        assert again == folded.text[start:end]


@given(texts)
def test_the_map_never_runs_backwards(text: str) -> None:
    """Later words in the folded text are later words in the article."""
    folded = fold(text)
    spans = [folded.original_span(offset, offset + 1) for offset in range(len(folded.text))]
    assert spans == sorted(spans)
    offsets = [folded.folded_offset(offset) for offset in range(len(text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(folded.text)


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=30))
def test_plain_text_changes_in_white_space_and_dashes_alone(text: str) -> None:
    """ASCII letters, digits and points stay as they are, at their places."""
    folded = fold(text)
    for offset, character in enumerate(folded.text):
        if character.isalnum():
            assert folded.original_slice(offset, offset + 1) == character
