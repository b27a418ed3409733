"""Files and standard input become text, or one clear line that says why not."""

import codecs
import io
import os
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.documents.document import Document
from summarizer.errors import SourceError
from summarizer.reading.binaries import SIGNATURES
from summarizer.reading.files import decode, read_text
from summarizer.reading.reader import MAX_BYTES

ENGLISH = "The man said “we will strike” – Tomás Irigo’s men did."

SENTENCE = b"The army said on Monday that its men had left the mill at Kel, and that nobody there was hurt. "


def refusal(data: bytes, name: str = "kel.txt") -> str:
    with pytest.raises(SourceError) as caught:
        decode(data, name)
    return str(caught.value)


class Endless(io.RawIOBase):
    """Zeros without end, in small parts, that count how much was taken."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        part = b"0" * min(size, 65_536)
        self.taken += len(part)
        return part


# --- where text comes from ------------------------------------------------------------------------


def test_a_file_is_read(tmp_path):
    """The text of a file, as it stands there."""
    path = tmp_path / "kel.txt"
    path.write_bytes(ENGLISH.encode())
    assert read_text(path) == read_text(str(path)) == ENGLISH


def test_a_dash_means_standard_input():
    """What is piped in is read."""
    assert read_text("-", stdin=io.BytesIO(b"It began.")) == "It began."


def test_a_missing_file_is_named(tmp_path):
    """The message says which file, and what to do."""
    with pytest.raises(SourceError) as caught:
        read_text(tmp_path / "kel.txt")
    assert str(caught.value) == f"{tmp_path}/kel.txt: there is no such file; check the path"


def test_a_directory_is_refused(tmp_path):
    """A folder is no article."""
    with pytest.raises(SourceError, match="is a folder, and there is no file in it to read: name a file"):
        read_text(tmp_path)


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    """Missing permission is said as such."""
    path = tmp_path / "kel.txt"
    path.write_bytes(b"It began.")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", denied)
    with pytest.raises(SourceError, match="may not be read; check its permissions"):
        read_text(path)


@pytest.mark.parametrize("path", ["a\0b", "x" * 5_000])
def test_an_impossible_path_is_refused(path):
    """A path that the system does not accept is an error of the same kind."""
    with pytest.raises(SourceError, match="check"):
        read_text(path)


def test_closed_standard_input_is_said(monkeypatch):
    """A program started without standard input says so."""
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="standard input: is closed"):
        read_text("-")


@given(st.text(min_size=1))
def test_a_message_is_one_printable_line_whatever_the_name(name):
    """A file's name cannot move the cursor, hide, or reverse what stands on the screen."""
    assert refusal(b"", name).isprintable()


def test_control_characters_in_a_name_are_escaped():
    """They are shown as escapes; other letters as they are."""
    assert refusal(b"", "ü\x1b[2J\u202e").startswith("ü\\x1b[2J\\u202e: ")


# --- size -----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_largest_file_is_read_and_becomes_a_document(tmp_path):
    """Ten million bytes are accepted."""
    path = tmp_path / "kel.txt"
    path.write_bytes((SENTENCE * (MAX_BYTES // len(SENTENCE) + 1))[:MAX_BYTES])
    document = Document.from_text(read_text(path))
    assert document.sentences[-1].end == len(document.text.rstrip())
    assert len(document.sentences) == MAX_BYTES // len(SENTENCE) + 1


def test_one_byte_more_is_refused():
    """The limit is exact."""
    assert refusal(b"a" * (MAX_BYTES + 1)) == "kel.txt: is larger than 10 MB; divide it into smaller files"


def test_no_more_than_the_limit_is_read_from_a_stream_without_end():
    """A pipe that never ends costs one byte above the limit, no more."""
    endless = Endless()
    with pytest.raises(SourceError, match="standard input: is larger than 10 MB"):
        read_text("-", stdin=endless)
    assert endless.taken == MAX_BYTES + 1


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device here")  # noqa: PTH110  a device
def test_a_device_without_end_is_refused():
    """/dev/zero is not read for ever."""
    with pytest.raises(SourceError, match="/dev/zero: is larger than 10 MB"):
        read_text("/dev/zero")


# --- encodings ------------------------------------------------------------------------------------


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t.isprintable() and t.strip())
)
def test_utf_8_is_read_as_it_is(text):
    """Valid UTF-8 is never taken for anything else."""
    assert decode(text.encode(), "kel.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding):
    """Files of Windows programs are read without a mark in front."""
    assert decode(ENGLISH.encode(encoding), "kel.txt") == ENGLISH


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_both_byte_orders_are_read(mark, encoding):
    """The mark says which byte comes first."""
    assert decode(mark + ENGLISH.encode(encoding), "kel.txt") == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", ENGLISH),
        ("cp1252", "“War.”"),
        ("latin-1", "Tomás said no to the general of the army"),
        ("cp1252", "Le général a déclaré que l’armée était prête à réagir. "),
        ("cp1251", "Армия сообщила, что ракета попала в склад. " * 2),
        ("koi8-r", "Армия сообщила, что ракета попала в склад. " * 4),
        ("cp1256", "قال الجيش إن الصاروخ أصاب المستودع. " * 4),
        ("shift_jis", "軍は倉庫にミサイルが命中したと発表した。" * 4),
        ("shift_jis", "軍は倉庫にミサイルが命中したと発表した。" * 4_000),
    ],
)
def test_legacy_encodings_are_recognised(encoding, text):
    """Old files are read with the letters that they were written in."""
    assert decode(text.encode(encoding), "kel.txt") == text


def test_line_breaks_become_line_feeds():
    """Windows and old Macintosh line ends make no difference to offsets."""
    assert decode(b"It began.\r\nIt went on.\rIt ended.\n", "kel.txt") == "It began.\nIt went on.\nIt ended.\n"


def test_a_mark_of_utf_16_before_ascii_is_refused():
    """Read as UTF-16 it would be Chinese, and an article."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        assert refusal(mark + SENTENCE + b" ") == (
            "kel.txt: begins as UTF-16 but goes on in ASCII; take its first two bytes away"
        )


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
@pytest.mark.parametrize("seed", range(25))
def test_rubbish_is_refused_whatever_its_mark(mark, seed):
    """Whatever a file begins with, two hundred bytes of rubbish are no article."""
    assert refusal(mark + random.Random(seed).randbytes(200)).startswith("kel.txt: ")  # noqa: S311 - no secret


def test_rubbish_that_utf_16_allows_is_refused():
    """Most pairs of bytes are characters; some of these are none that anybody writes."""
    rubbish = "叛\ue123襲\u0d80ꯇ撃\u2fe0文" * 5
    assert refusal(rubbish.encode("utf-16")) == (
        "kel.txt: is binary (it holds characters that no text has); save it as plain text in UTF-8"
    )


def test_bullets_of_symbol_fonts_and_new_emoji_are_text():
    """A word processor leaves the first, and a year brings more of the second."""
    text = "\uf0b7 Two men left \U0001facd.\n\uf0b7 One came."
    assert decode(text.encode(), "kel.txt") == decode(text.encode("utf-16"), "kel.txt") == text


def test_a_broken_utf_16_file_is_refused():
    """A mark that the rest does not bear out is said, with the place."""
    assert refusal(b"\xff\xfea") == "kel.txt: begins as UTF-16 and breaks off at byte 2; save it as UTF-8"


# --- what is no text ------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff\u200b\n\u00a0".encode()])
def test_a_text_without_anything_to_see_is_refused(data):
    """Empty, white space, characters without width: nothing to brief."""
    assert refusal(data) == "kel.txt: is empty; give a file that holds an article"


@pytest.mark.parametrize(("offset", "first_bytes", "kind", "advice"), SIGNATURES)
def test_known_formats_are_named(offset, first_bytes, kind, advice):
    """Every row: the reader learns what the file is and what to do with it."""
    assert refusal(b"\x20" * offset + first_bytes + b" and more") == f"kel.txt: is {kind}; {advice}"


@pytest.mark.parametrize(
    "data", [b"It\0began.", "It\0began.".encode("utf-16"), b"\xe9\0\xe8", b"I\0t\0\0\0", b"\0\0\0\0"]
)
def test_nul_bytes_are_refused(data):
    """Text holds none."""
    assert refusal(data) == "kel.txt: is binary (it holds NUL bytes); save it as plain text in UTF-8"


def test_control_characters_in_number_are_refused():
    """A binary file may by chance be valid UTF-8."""
    assert "is binary (it holds characters that no text has)" in refusal(b"\x01\x02\x03 ab" * 50)


def test_bytes_that_are_no_text_are_refused():
    """What no encoding explains is not shown as letters."""
    noise = bytes(byte for byte in range(1, 256) for _ in range(3)) * 20
    assert "is binary" in refusal(noise)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data):
    """No file makes the reader fail in another way, and no NUL or carriage return comes through."""
    message = ""
    try:
        text = decode(data, "kel.txt")
    except SourceError as error:
        text, message = "It was refused.", str(error)
    assert message == "" or message.startswith("kel.txt: ")
    assert text.strip()
    assert not set("\0\r") & set(text)
