"""Text becomes numbered sentences with exact places, a title and a dateline."""

import hashlib
import pickle
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.document import Document
from summarizer.documents.paragraphs import BLANK
from summarizer.documents.quotes import Dateline

SEED = Path(__file__).parent.parent / "seeds" / "000_7b84bdcd6d97ee1e.txt"
BODY = "The army said on Monday that its men had left the mill at Kel, and that nobody in the town was hurt."


def sentences_of(text: str) -> list[str]:
    document = Document.from_text(text)
    return [document.words(sentence.number) for sentence in document.sentences]


def dateline_of(text: str) -> tuple[str | None, str | None, str | None] | None:
    dateline = Document.from_text(text).dateline
    if dateline is None:
        return None
    place, day, agency = (quote.text if quote else None for quote in (dateline.place, dateline.date, dateline.agency))
    return place, day, agency


def title_of(text: str) -> str | None:
    title = Document.from_text(text).title
    return title.text if title else None


# --- properties that hold for any text ------------------------------------------------------------

# Pieces of which hostile texts are put together.
WORDS = [
    "Kel",
    "left.",
    "U.S.",
    "“War",
    "war.”",
    '"',
    "5",
    "No.",
    "1.",
    "(b)",
    "Maj.",
    "al-Kel",
    "…",
    "!",
    "— ",
    "THE",
    "it",
]
BREAKS = ["😀", "。", "А.", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\u200b", "\ufeff", "\x00", "\ud800"]
PROSE = st.lists(st.sampled_from([*WORDS, *BREAKS])).map(" ".join)
ANY_TEXT = st.one_of(
    st.text(st.characters(codec=None, exclude_categories=())), PROSE, PROSE.map(lambda t: t.replace(" ", ""))
)


def is_read(letter: str) -> bool:
    """Whether this is no space or ornament, takes up room, and stands for itself."""
    return letter not in BLANK and unicodedata.category(letter) not in ("Cf", "Mn", "Me", "So", "Sk")


@given(ANY_TEXT)
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    """Nothing that an article says lies outside its sentences, and nothing lies in two."""
    document = Document.from_text(text)
    covered: list[int] = []
    for sentence in document.sentences:
        covered.extend(range(sentence.start, sentence.end))
    assert covered == sorted(set(covered))
    assert {place for place, letter in enumerate(text) if is_read(letter)} <= set(covered)


@given(ANY_TEXT)
def test_sentences_are_numbered_from_one_and_begin_and_end_with_something_to_see(text):
    """A sentence is never empty, and has no white space around it."""
    document = Document.from_text(text)
    assert [sentence.number for sentence in document.sentences] == list(range(1, len(document.sentences) + 1))
    for sentence in document.sentences:
        shown = document.words(sentence.number)
        assert shown
        assert shown == shown.strip(BLANK) == shown.strip()


@given(ANY_TEXT)
def test_offsets_into_the_document_are_offsets_into_what_was_given(text):
    """Only half surrogate pairs, which are no characters, are replaced, and by one character each."""
    document = Document.from_text(text)
    assert len(document.text) == len(text)
    assert all(
        new == old or (new == "\ufffd" and "\ud800" <= old <= "\udfff")
        for new, old in zip(document.text, text, strict=True)
    )


@given(PROSE)
def test_no_sentence_holds_a_blank_line(text):
    """A paragraph's end is a sentence's end, whatever the punctuation."""
    assert not any("\n\n" in words.replace(" ", "") for words in sentences_of(text))


@given(ANY_TEXT)
def test_sentence_at_finds_the_sentence_of_each_of_its_characters(text):
    """A place within a sentence leads to that sentence's number."""
    document = Document.from_text(text)
    for sentence in document.sentences:
        assert document.sentence_at(sentence.start) == sentence.number
        assert document.sentence_at(sentence.end - 1) == sentence.number


@given(st.lists(st.sampled_from([BODY, "Two men fell.", "Where is it?", "“We did it.”"]), min_size=1, max_size=12))
def test_planted_sentences_are_found_where_they_were_put(planted):
    """Plain sentences come back whole, with the offsets at which they stand."""
    text = " ".join(planted)
    expected, place = [], 0
    for sentence in planted:
        expected.append((place, place + len(sentence)))
        place += len(sentence) + 1
    assert [(sentence.start, sentence.end) for sentence in Document.from_text(text).sentences] == expected


def test_a_huge_line_without_punctuation_is_one_sentence():
    """A text that never ends a sentence is still read, in one piece."""
    assert sentences_of("word " * 30_000) == [("word " * 30_000).strip()]


def test_a_sentence_longer_than_a_piece_is_not_cut():
    """The bound on what is segmented at once leaves no trace in the sentences."""
    long = "The " + "very " * 5_000 + "end."
    assert sentences_of(f"It began. {long} It was over.") == ["It began.", long, "It was over."]


# --- title ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headline",
    [
        "Army leaves mill at Kel",
        "Who burned the mill? Army and rebels differ",
        "“We did it”, says Harun",
        "Enough!",
        "ARMY LEAVES MILL AT KEL",
        "Two held in the U.S.",
        "NORTHERN DESK - DIGEST, evening of 21 Feb",
    ],
)
def test_a_short_first_line_without_a_full_stop_is_the_title(headline):
    """Question marks, exclamation marks and quotation marks may end a headline."""
    assert title_of(f"{headline}\n\n{BODY}") == headline


@pytest.mark.parametrize(
    "first",
    [
        "The army left the mill.",
        "He said: “We left.”",
        "The news in short:",
        "KELMAR, 4 March (Meridian Wire) - The army left.",
        "Tuesday, 3 May 2011",
        "By Ann Harun, The Kel Post",
        "A line " + "that is too long for a headline " * 5,
        "* * *",
    ],
)
def test_prose_datelines_and_by_lines_are_no_titles(first):
    """What is no headline is not shown as one."""
    assert title_of(f"{first}\n\n{BODY}") is None


def test_a_text_of_one_paragraph_has_no_title():
    """A headline needs something that it heads."""
    assert title_of("Army leaves mill at Kel") is None


def test_the_title_is_the_first_sentence_with_its_place():
    """The title can be pointed at like any other words."""
    document = Document.from_text(f"\n Army leaves mill\n\n{BODY}")
    assert document.title is not None
    assert (document.title.sentence, document.title.start, document.title.end) == (1, 2, 18)


# --- dateline -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("PORT KEL, Corva, 4 March (Meridian Wire) - ", ("PORT KEL, Corva", "4 March", "Meridian Wire")),
        ("ÇELİKÖY — ", ("ÇELİKÖY", None, None)),
        ("KELMAR (Northern News) - ", ("KELMAR", None, "Northern News")),
        ("KABUL, Afghanistan (AP) — ", ("KABUL, Afghanistan", None, "AP")),
        ("Kabul, Afghanistan (AP) — ", ("Kabul, Afghanistan", None, "AP")),
        ("PARIS, Jan 5 (Reuters) - ", ("PARIS", "Jan 5", "Reuters")),
        ("PARIS, Jan. 5, 2011 – ", ("PARIS", "Jan. 5, 2011", None)),
        ("KELMAR, Monday (Highland Paper) -- ", ("KELMAR", "Monday", "Highland Paper")),
        ("SAN ORVIN, 3 JAN 90 (ACAN-EFE) -- [TEXT] ", ("SAN ORVIN", "3 JAN 90", "ACAN-EFE")),
        ("KELMAR-ON-ULM—", ("KELMAR-ON-ULM", None, None)),
    ],
)
@pytest.mark.parametrize("title", ["", "Army leaves mill\n\n", "Army leaves mill\n\nBy Ann Harun, The Kel Post\n\n"])
def test_a_dateline_gives_place_date_and_agency(title, head, expected):
    """The head of the first paragraph of the body is taken apart, where it is a dateline."""
    assert dateline_of(f"{title}{head}{BODY}\n\n{BODY}") == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        BODY,
        "ANALYSIS - " + BODY,
        "UPDATE - " + BODY,
        "The mayor of Kel (Labour) - " + BODY,
        "Harun - whose men had left - said that the mill was empty, and that nobody in the town was hurt by them.",
        "THE ARMY OF KEL - " + BODY.upper(),
        "THE ARMY (WHICH LEFT) -- " + BODY.upper(),
        "STATE TELEVISION led with Kel. " + BODY,
        "UN - " + BODY,
        "- " + BODY,
        "KELMAR - ",
    ],
)
def test_what_may_be_something_else_is_no_dateline(paragraph):
    """A label, an aside, a headline in capitals: in doubt there is no dateline."""
    assert dateline_of(f"{paragraph}\n\n{BODY}") is None


def test_in_capitals_a_date_makes_the_dateline():
    """A text wholly in capitals shows a place by the date beside it."""
    assert dateline_of("SAN ORVIN (CORVA), 3 JAN 90 -- " + BODY.upper()) == ("SAN ORVIN (CORVA)", "3 JAN 90", None)


@pytest.mark.parametrize("line", ["Tuesday, 3 May 2011", "May 3, 2011", "3rd May 2011", "2011-05-03"])
def test_a_date_alone_under_the_title_is_the_date(line):
    """A line that is a date and nothing else dates the article."""
    assert dateline_of(f"Army leaves mill\n\n{line}\n\n{BODY}") == (None, line, None)


def test_a_date_in_the_body_does_not_date_the_article():
    """What the text tells of is not when it was written."""
    assert dateline_of(f"Army leaves mill\n\n{BODY}\n\n3 May 2011\n\n{BODY}") is None


def test_dateline_quotations_have_their_place():
    """Each part can be pointed at."""
    document = Document.from_text(f"Army leaves mill\n\nKELMAR, 4 March - {BODY}")
    assert document.dateline == Dateline(place=document.quote(18, 24), date=document.quote(26, 33))
    assert document.dateline.place is not None
    assert document.dateline.place.sentence == 2


# --- the rest -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (BODY.upper(), "en"),
        (
            "L'armée a dit lundi que ses hommes avaient quitté le moulin et que personne n'était blessé dans la ville.",
            "und",
        ),
        (
            "Die Armee sagte am Montag, dass ihre Männer die Mühle in Kel verlassen hatten und niemand verletzt war.",
            "und",
        ),
        (
            "Armia podała w poniedziałek, że jej ludzie opuścili młyn i że nikt w mieście nie został ranny tego dnia.",
            "und",
        ),
        ("Army left.", "en"),
        ("14:05", "und"),
        ("", "und"),
    ],
)
def test_english_is_told_by_its_words(text, language):
    """Other languages, and texts without words, are undetermined."""
    assert Document.from_text(text).language == language


def test_a_quotation_knows_its_sentence():
    """Words are given back with the number of the sentence that they begin in."""
    document = Document.from_text("It began. The mill burned.")
    quote = document.quote(14, 18)
    assert (quote.sentence, quote.text) == (2, "mill")


def test_quotations_hold_and_overlap_each_other_by_their_place():
    """Words that stand beside each other share nothing; the same words hold each other."""
    document = Document.from_text(BODY)
    army, said, head = document.quote(0, 8), document.quote(9, 13), document.quote(4, 13)
    assert [head.holds(one) for one in (army, said, head)] == [False, True, True]
    assert [head.overlaps(one) for one in (army, said, head)] == [True, True, True]
    assert not army.overlaps(said)
    assert not said.holds(head)


def test_a_place_before_the_first_sentence_leads_to_it():
    """Leading white space belongs to no sentence; the first is the nearest."""
    assert Document.from_text("\n\n It began.").sentence_at(0) == 1


def test_the_source_describes_the_document():
    """A brief names its article by hash, size, paragraphs, title and date."""
    text = f"Army leaves mill\n\n{BODY} It rained.\n\nThe end, as it was."
    source = Document.from_text(text, published=date(2011, 5, 3)).source()
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (source.characters, source.sentences, source.paragraphs) == (len(text), 4, (1, 2, 4))
    assert source.title is not None
    assert (source.title.text, source.published) == ("Army leaves mill", "2011-05-03")


def test_the_seed_article_has_paragraphs_and_neither_title_nor_dateline():
    """Its first paragraph is prose, and nothing says where or when it was written."""
    document = Document.from_text(SEED.read_text(encoding="utf-8"))
    assert (document.title, document.dateline, document.language) == (None, None, "en")
    assert document.paragraph_starts == (1, 4, 6, 8, 9, 11, 12, 16)


@pytest.mark.parametrize(
    "line", ["date 2034-03-09 Theme markets", "id: kel-4; filed 2034-03-09", "2034-03-09 Kel desk"]
)
def test_a_line_of_data_about_the_article_is_no_headline(line: str) -> None:
    document = Document.from_text(
        f"{line}\n\nRiders burned the mill at Dolvac on Monday, the police said. Nobody was hurt."
    )
    assert document.title is None


def test_what_was_worked_out_of_a_document_does_not_travel_with_it():
    document = Document.from_text("Ferrymen struck the pier at “Olmgate”. Nobody was hurt.")
    before = pickle.dumps(document)
    document.worked_out(lambda one: "x" * len(one.text) * 100)
    document.plain.worked_out(lambda one: "y" * len(one.text) * 100)
    assert pickle.dumps(document) == before
    assert pickle.loads(before) == document  # noqa: S301
