"""PDF: paragraphs, running heads, divided words; and what cannot be read is told in one line."""

import io
import sys
import time
from collections.abc import Iterable

import pypdf
import pytest

from summarizer.documents.document import Document
from summarizer.documents.quotes import Origin
from summarizer.reading import pdf as reading
from tests.printing import HEAD, Line, of_objects, of_streams, pdf
from tests.reading import read, told

NEWS = "Riders burned the mill at Dolvac on Monday, the police said."


def page(*lines: str, top: int = 700) -> list[Line]:
    return [(line, top - 14 * place) for place, line in enumerate(lines)]


def written(data: bytes, **about: str) -> pypdf.PdfWriter:
    """The same PDF, to be changed."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.add_metadata({f"/{key}": value for key, value in about.items()})
    return writer


def bytes_of(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def paragraphs(text: str) -> list[str]:
    document = Document.from_text(text)
    return [" ".join(text[start:end].split()) for start, end in document.paragraph_spans()]


def test_lines_close_to_each_other_are_a_paragraph() -> None:
    first = ["Riders burned the mill at Dolvac on", "Monday. Nobody was hurt, the police", "said in the town hall."]
    data = pdf(page(*first) + page("A shell hit the ferry at Sorn on the", "same day. It sank.", top=644))
    assert paragraphs(read(data).text) == [" ".join(first), "A shell hit the ferry at Sorn on the same day. It sank."]


def test_a_headline_is_set_apart_by_its_letters() -> None:
    """Its two lines stand further apart than those below it, and are one."""
    headline = b"BT /F 24 Tf 72 740 Td (Riders burn mill) Tj 0 -28 Td (as truce ends) Tj ET "
    body = b"BT /F 11 Tf 72 690 Td (%s) Tj 0 -14 Td (Nobody was) Tj 0 -14 Td (hurt.) Tj ET" % NEWS.encode()
    assert read(of_streams(headline + body)).text == f"Riders burn mill as truce ends\n\n{NEWS}\nNobody was\nhurt."


def test_what_repeats_at_the_edges_of_most_pages_is_left_out() -> None:
    heads = [[("Kel Post | 9 March", 770), *page(f"Story {number} goes on.")] for number in "ABCD"]
    numbered = [[*lines, (f"Page {number} of 4", 30)] for number, lines in enumerate(heads, 1)]
    article = read(pdf(*numbered))
    assert article.text == "\n".join(f"Story {number} goes on." for number in "ABCD")
    assert article.origin.left_out == ("4 running heads", "4 page numbers")


def test_a_headline_that_later_pages_repeat_in_small_letters_stays() -> None:
    big = b"BT /F 24 Tf 72 740 Td (Mill burned) Tj ET BT /F 11 Tf 72 690 Td (It was Monday.) Tj ET"
    small = b"BT /F 8 Tf 72 740 Td (Mill burned) Tj ET BT /F 11 Tf 72 690 Td (It was %s.) Tj ET"
    article = read(of_streams(big, small % b"dark", small % b"cold"))
    assert article.text == "Mill burned\n\nIt was Monday.\nIt was dark.\nIt was cold."
    assert article.origin.left_out == ("2 running heads",)


def test_a_line_that_two_pages_share_by_chance_in_their_middle_stays() -> None:
    lines = [
        "One said so.",
        "Two said so.",
        "Three said so.",
        "Nobody spoke.",
        "Four said so.",
        "Five said so.",
        "Six.",
    ]
    article = read(pdf(page(*lines), page(*(line.replace("said", "says") for line in lines))))
    assert article.text.count("Nobody spoke.") == 2


@pytest.mark.parametrize(
    ("before", "behind", "whole"),
    [
        ("Riders att-", "acked the mill.", "Riders attacked the mill."),
        ("The Iran-", "backed group said no.", "The Iran-backed group said no."),
        ("An anti-", "government group.", "An anti-government group."),
        ("The town of Al-", "Sabar burned.", "The town of Al-Sabar burned."),
        ("A boy of the 12-", "year class.", "A boy of the 12-year class."),
        ("A co-op. The co-", "op burned.", "A co-op. The co-op burned."),
        ("They re-", "signed. He resigned.", "They resigned. He resigned."),
        ("He left -", "and came back.", "He left -\nand came back."),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_whole(before: str, behind: str, whole: str) -> None:
    """The hyphen goes, unless it stands in a name or behind a number, or such words are written with one."""
    assert read(pdf(page(before, behind))).text == whole


def test_hyphens_that_were_taken_away_are_told() -> None:
    assert read(pdf(page("Riders att-", "acked the Al-", "Sabar mill."))).origin.left_out == ("1 line-end hyphen",)


def test_title_and_author_are_those_that_the_file_states() -> None:
    """The day on which the file was made is no day of publication, and the name of a file no title."""
    data = pdf(page(NEWS))
    made = written(data, Title="Mill burned", Author=" Ana Kerr ", CreationDate="D:20340309221000Z")
    article = read(bytes_of(made))
    assert (article.origin, article.published) == (Origin(title="Mill burned", author="Ana Kerr"), None)
    for name in ("Microsoft Word - draft", "final_v3.docx", "Untitled-1", "(anonymous)"):
        assert read(bytes_of(written(data, Title=name))).origin.title == ""


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_locked_file_is_read_where_no_password_is_needed(algorithm: str) -> None:
    open_to_all, locked = written(pdf(page(NEWS))), written(pdf(page(NEWS)))
    open_to_all.encrypt("", "owner", algorithm=algorithm)
    locked.encrypt("user", "owner", algorithm=algorithm)
    assert read(bytes_of(open_to_all)).text == NEWS
    assert told(bytes_of(locked)) == "a.bin: is a PDF locked by a password; save a copy without one"


@pytest.mark.parametrize("pages", [([],), ([], []), ()])
def test_a_scan_is_told_as_one(pages: Iterable[list[Line]]) -> None:
    assert told(pdf(*pages)) == "a.bin: is a scan without text: run OCR first, e.g. with ocrmypdf"


def test_pages_without_text_among_others_are_told() -> None:
    assert read(pdf(page(NEWS), [])).origin.left_out == ("1 unread page",)


@pytest.mark.parametrize(
    "data",
    [
        HEAD,
        HEAD + b"\0\1" * 1_000,
        HEAD + b"xref\n0 1\ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF",
        HEAD + b"1 0 obj\n" * 20_000,
        HEAD + b"%" * 500_000,
        of_objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        of_objects(b"<< /Type /Catalog /Pages " + b"[" * 50_000 + b" >>"),
        of_streams(b" " * 100_000_000),
    ],
    ids=["head", "rubbish", "loop", "objects", "comment", "circle", "nested", "bomb"],
)
def test_a_damaged_or_hostile_file_is_one_line(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing that pypdf logs reaches the terminal."""
    started = time.perf_counter()
    line = told(data)
    assert line.startswith("a.bin: is a PDF that cannot be read (")
    assert line.isprintable()
    assert len(line) < 250
    assert time.perf_counter() - started < 10
    assert capfd.readouterr() == ("", "")


def test_pages_without_end_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """However they are many: by their number, or by how long they take."""
    drawing = b"BT /F 11 Tf " + b"(a) Tj 0 -1 Td " * 500 + b"ET"
    assert told(of_streams(drawing, times=501)) == "a.bin: has more than 500 pages; divide it into single articles"
    monkeypatch.setattr(reading, "MOST_SECONDS", 0)
    assert told(of_streams(drawing)) == "a.bin: takes longer than 0 seconds to read; save its text and give that"


def test_letters_that_no_font_explains_are_no_text() -> None:
    line = told(of_streams(b"BT /F 11 Tf 72 700 Td (" + b"\x01\x02\x03\x05" * 20 + b") Tj ET"))
    assert line == "a.bin: does not tell which letters it shows: run OCR, e.g. with ocrmypdf --force-ocr"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    line = told(pdf(page(NEWS)))
    assert line.startswith("a.bin: to read it takes the package pypdf, which is not there")
    assert line.endswith("pip install '.[pdf]' in its checkout")
