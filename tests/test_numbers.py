"""What number words allow: lowest, highest, or no number at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.counting import counted
from summarizer.documents.quotes import Quote
from summarizer.english.numbers import Count, numbers_in, parse_count, qualifier_before
from summarizer.lexicons import lexicon
from summarizer.schemas.brief import Casualty

READINGS = {
    "12": (12, 12),
    "twelve": (12, 12),
    "at least 12": (12, None),
    "no fewer than seven": (7, None),
    "more than 50": (51, None),
    "over a hundred": (101, None),
    "up to 30": (None, 30),
    "as many as 200": (None, 200),
    "fewer than 10": (None, 9),
    "nearly 40": (None, 40),
    "about 25": (25, 25),
    "50 or more": (50, None),
    "40+": (40, None),
    "dozens": (24, None),
    "more than a dozen": (13, None),
    "hundreds": (200, None),
    "the lives of hundreds": (200, None),
    "tens of thousands": (20000, None),
    "two dozen": (24, 24),
    "half a dozen": (6, 6),
    "a couple": (2, 2),
    "both": (2, 2),
    "one": (1, 1),
    "a": (1, 1),
    "no": (0, 0),
    "Nobody": (0, 0),
    "10 to 15": (10, 15),
    "10-15": (10, 15),
    "between 10 and 15": (10, 15),
    "one or two": (1, 2),
    "1,200": (1200, 1200),
    "3 million": (3000000, 3000000),
    "1.5 million": (1500000, 1500000),
    "two hundred and thirty-one": (231, 231),
    "thirty-one people": (31, 31),
    "four of the six": (4, 4),
    "a hundred a day": (100, 100),
    "two hundred and five thousand": (205000, 205000),
    "the fourteenth": (14, 14),
    "its 21st victim": (21, 21),
    "a third": (1, 1),
}
NO_COUNTS = [
    "unknown",
    "an unknown number",
    "several",
    "a few",
    "2nd",
    "82nd",
    "T-72",
    "AK-47",
    "2016",
    "in 2016",
    "14.5",
    "10:30",
    "5%",
    "",
]


@pytest.mark.parametrize(("words", "bounds"), READINGS.items())
def test_a_count_is_read_with_its_bounds(words: str, bounds: tuple[int | None, int | None]) -> None:
    """The lowest and the highest number that the words allow."""
    assert parse_count(words) == Count(*bounds)


@pytest.mark.parametrize("words", NO_COUNTS)
def test_what_is_no_count_gives_none_and_never_zero(words: str) -> None:
    """Unknown is null; ordinals, years, weapons and times are no counts."""
    assert parse_count(words) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_any_number_in_figures_is_read_as_itself(number: int) -> None:
    """With thousands separated, every figure is its own bound."""
    assert parse_count(f"{number:,}") == Count(number, number)


@given(
    st.lists(
        st.sampled_from(["12", "3", "to", "-", "or", "and", "dozens", "up to", "nearly", "a", "half", "hundred", " "])
    ).map(" ".join)
)
def test_any_text_is_read_without_failing(text: str) -> None:
    """Bounds, where there are two, are in order."""
    count = parse_count(text)
    if count is not None and count.at_least is not None and count.at_most is not None:
        assert count.at_least <= count.at_most


@pytest.mark.parametrize("entry", ["units", "scales", "vague"])
def test_every_number_word_has_a_value(entry: str) -> None:
    """Words and values of the table go in step."""
    table = lexicon("numbers")[entry]
    assert len(table["words"]) == len(table["values"])


@pytest.mark.parametrize("entry", ["at_least", "more_than", "at_most", "fewer_than", "nearly"])
def test_every_bounding_word_leaves_one_side_open(entry: str) -> None:
    """Each qualifier of the table bounds the number after it, or before it ("or more")."""
    for word in lexicon("numbers")[entry]["words"]:
        count = parse_count(f"30 {word}" if word.startswith("or ") else f"{word} 30")
        assert count is not None, word
        assert [count.at_least, count.at_most].count(None) == 1, word


def test_numbers_are_found_at_their_places() -> None:
    """Each number with its start, end and value."""
    found = [(n.start, n.end, n.value) for n in numbers_in("killed 3 guards and twelve drivers in 2009")]
    assert found == [(7, 8, 3), (20, 26, 12)]


def test_a_qualifier_is_found_only_directly_before_the_number() -> None:
    """ "At least" two words away bounds something else."""
    assert qualifier_before("At least 30", 9) == (0, 8)
    assert qualifier_before("At least once 30", 14) is None


def test_a_casualty_gets_the_bounds_of_its_words() -> None:
    """ "at least 12" gives a lower bound and leaves the upper open."""
    count = Quote(sentence=1, start=0, end=11, text="at least 12")
    found = counted(Casualty(outcome="killed", count=(count,)))
    assert (found.at_least, found.at_most) == (12, None)


def test_an_unknown_toll_stays_null() -> None:
    """ "several" is no number."""
    count = Quote(sentence=1, start=0, end=7, text="several")
    found = counted(Casualty(outcome="killed", count=(count,)))
    assert (found.at_least, found.at_most) == (None, None)
