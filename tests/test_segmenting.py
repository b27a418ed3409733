"""Where sentences and paragraphs end, and where they go on."""

import pytest

from summarizer.documents.document import Document
from summarizer.lexicons import words

BODY = "The army said on Monday that its men had left the mill at Kel, and that nobody in the town was hurt."


def sentences_of(text: str) -> list[str]:
    document = Document.from_text(text)
    return [document.words(sentence.number) for sentence in document.sentences]


# --- where sentences end --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "The 82nd Div. Police left the mill.",
        "The 82nd Div. said so.",
        "Maj. Gen. Orrin Vale of the 2nd Bn. of Kel spoke.",
        "They cited Harun v. Vale in court.",
        "It was No. 14 on the list.",
        "The poet A. B. Harun read it.",
        "Он сказал: А. Б. Петров ушёл.",
        "The party of Gov. Vale won.",
        "A group of U.S. officials left.",
        "The U.S. Army left at 5 p.m. Monday.",
        "It fell on Jan. 5 near Kel.",
        "Lt. Col. Vale asked for vol. 3 of it.",
        "“Stop!” he said, and “Why?” she asked.",
        "He paused... then went on.",
        "The 3rd Flot. was at sea.",
        "LT. COL. VALE LEFT AT 5 P.M. MONDAY.",
        "Robert F. “Bob” Vale spoke.",
        "It is due on Sat. Jan. 5 at Kel.",
        "1. SECURITY.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence):
    """Ranks, units, courts, numbers, initials, hours and enumerators do not break a sentence."""
    assert sentences_of(f"It began. {sentence} It was over.") == ["It began.", sentence, "It was over."]


@pytest.mark.parametrize("entry", words("abbreviations", "titles", "connectors"))
def test_no_title_or_connector_ends_a_sentence(entry):
    """Every row: a name may follow each of them."""
    assert len(sentences_of(f"They saw the {entry}. Harun of Kel there.")) == 1


@pytest.mark.parametrize("entry", words("abbreviations", "before_number"))
def test_an_abbreviation_before_a_number_does_not_end_a_sentence(entry):
    """Every row: the number belongs to it."""
    assert len(sentences_of(f"They saw {entry}. 14 there.")) == 1


@pytest.mark.parametrize("entry", words("abbreviations", "may_end"))
def test_an_abbreviation_that_may_end_a_sentence_does_so_before_a_beginning(entry):
    """Every row: a name goes on, 'The' begins anew."""
    assert len(sentences_of(f"They saw the {entry}. Harun there.")) == 1
    assert len(sentences_of(f"They saw the {entry}. The army left.")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They left at 5 p.m.", "The mill stood."),
        ("It is in Kel, D.C.", "In March it fell."),
        ("He fled to the U.S.", "He came back."),
        ("The answer was no.", "Harun left."),
        ("That is where he sat.", "Police came."),
        ("“It is war.”", "He said so."),
        ("He said “it is war.”", "Then he left."),
        ('He said "it is war."', "Then he left."),
        ("He called it “the U.S.”", "Police came."),
        ("It is over.", "al-Harun said so."),
        ("they left.", "then he came."),
        ("(They came. They left.)", "Nobody saw it."),
        ("THE ARMY LEFT AT 5 P.M.", "THE MILL STOOD."),
        ("Is it over?", "Nobody knows!"),
    ],
)
def test_a_sentence_ends_where_the_next_begins(first, second):
    """A closing quotation mark or bracket stays with its sentence."""
    assert sentences_of(f"{first} {second}") == [first, second]


def test_a_closing_quotation_mark_set_apart_stays_with_its_sentence():
    """A space before the closing mark, as some agencies have it, makes no difference."""
    assert sentences_of("“It is war. ” He left.") == ["“It is war. ”", "He left."]


def test_a_short_quotation_stays_with_the_words_that_say_who_spoke():
    """Speech and speaker are one sentence."""
    sentence = "“We struck it. We will strike again,” he said."
    assert sentences_of(sentence) == [sentence]


def test_a_long_quotation_is_divided_into_its_sentences():
    """A communiqué of many sentences between quotation marks is not pointed at as one."""
    speech = ["“Our guns struck the mill at dawn.", BODY, BODY, BODY, "The bridge at Kel is ours now.”"]
    assert sentences_of(" ".join(speech)) == speech


def test_a_lettered_item_keeps_its_letter():
    """A letter in brackets is no sentence of its own."""
    assert sentences_of("(b) The second point. It is short.") == ["(b) The second point.", "It is short."]


def test_list_items_keep_their_numbers():
    """An item's number is no sentence of its own."""
    text = "1. SECURITY. On 5 June a shell fell. 2. WATER. It is short."
    assert sentences_of(text) == ["1. SECURITY.", "On 5 June a shell fell.", "2. WATER.", "It is short."]


def test_marks_without_words_stay_with_what_they_follow():
    """An ornament is no sentence where there is another to belong to."""
    assert sentences_of("It ended. *** Then it began. ***") == ["It ended.", "*** Then it began. ***"]


# --- paragraphs ----------------------------------------------------------------------------------


def test_a_blank_line_ends_a_paragraph():
    """Also where the line before has no full stop, and white space stands in the blank line."""
    document = Document.from_text("A first line\n \t\nA second line.\r\n\r\nA third.")
    assert document.paragraph_starts == (1, 2, 3)


def test_lines_wrapped_to_a_column_are_one_paragraph():
    """A mail or wire text with hard line breaks is read as it was meant."""
    wrapped = (
        "The army of the north said on Monday that its men had taken the old\n"
        "mill at Kel. Rebels who had held the mill since March did not say\n"
        "whether they would come back. Nobody in the town was hurt, said the\n"
        "mayor, who had watched the mill burn from the far bank of the Ulm.\n"
        "Rain fell.\n"
        "Rebel radio said on the same evening that the mill had been given up\n"
        "because there was nothing left in it that was worth the holding of.\n"
    )
    document = Document.from_text(wrapped)
    assert document.paragraph_starts == (1, 4 + 1)
    assert document.words(2).endswith("did not say\nwhether they would come back.")


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped():
    """Without blank lines, a text of long lines has one paragraph a line."""
    assert Document.from_text(f"{BODY} {BODY}\n{BODY} {BODY}\n{BODY}").paragraph_starts == (1, 3, 5)


def test_short_lines_that_end_sentences_are_paragraphs():
    """Lines of similar length are not joined when each ends a sentence."""
    text = "The mill at Kel burned.\nThe mayor of it fled.\nNobody else was hurt."
    assert Document.from_text(text).paragraph_starts == (1, 2, 3)


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before():
    """Ragged wrapping is joined too."""
    assert sentences_of("The army left the\nmill at Kel.") == ["The army left the\nmill at Kel."]


def test_a_headline_above_one_line_of_text_is_a_paragraph_of_its_own():
    """Two lines are no evidence of a column."""
    text = "Rockets hit the Kelmar depot overnight, army says\nThe army said so on Monday."
    assert Document.from_text(text).paragraph_starts == (1, 2)
