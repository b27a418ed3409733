"""File or standard input → text: size, kind and encoding checked, line breaks made one kind."""

import codecs
import re
import sys
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import SourceError

MAX_BYTES = 10_000_000
"""The largest article that is read, in bytes; this many are still accepted."""

_STANDARD_INPUT = "standard input"
_SAMPLE = 65_536  # bytes that an encoding is guessed from
_ENCODINGS = (
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
)  # fmt: skip
_HARDLY_ANY = 0.02
_SOME = 0.25
_TYPOGRAPHY = frozenset("“”‘’„‚–—…•«»‹›€£§©®™°·´¡¿\xa0½¼¾")
_WESTERN_LETTERS = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜ")
_FEW_CONTROLS = 0.01

# Longest first: the mark of UTF-32 begins with the one of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Offset, first bytes, what it is, what to do.
_SIGNATURES = (
    (0, b"%PDF-", "a PDF", "convert it to text first, e.g. with pdftotext"),
    (0, b"{\\rtf", "an RTF document", "save it as plain text"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document", "save it as plain text"),
    (0, b"PK\x03\x04", "a zip archive, or a Word, OpenDocument or EPUB file", "unpack it, or save it as plain text"),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it first, e.g. with gunzip"),
    (0, b"BZh", "a bzip2 archive", "unpack it first, e.g. with bunzip2"),
    (0, b"\xfd7zXZ\x00", "an xz archive", "unpack it first, e.g. with unxz"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first, e.g. with unzstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (0, b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", "an article is needed as text"),
    (0, b"\xff\xd8\xff", "a JPEG image", "an article is needed as text"),
    (0, b"GIF8", "a GIF image", "an article is needed as text"),
    (0, b"II*\x00", "a TIFF image", "an article is needed as text"),
    (0, b"MM\x00*", "a TIFF image", "an article is needed as text"),
    (8, b"WEBP", "a WebP image", "an article is needed as text"),
    (4, b"ftyp", "a video or an image", "an article is needed as text"),
    (0, b"ID3", "an MP3 recording", "an article is needed as text"),
    (0, b"OggS", "an Ogg recording", "an article is needed as text"),
    (0, b"\x7fELF", "a program", "an article is needed as text"),
    (0, b"SQLite format 3\x00", "an SQLite database", "an article is needed as text"),
)

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE_BREAK = re.compile(r"\r\n?")
_SHOWN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")


def read_text(path: str | Path, *, stdin: BinaryIO | None = None) -> str:
    """The text of a file; of standard input, where the path is '-'.

    `stdin` stands for standard input. At most one byte more than `MAX_BYTES` is read.

    Raises SourceError where there is no such file, it cannot be read, is too large, empty, or not text.
    """
    if str(path) == "-":
        return decode(_read_standard_input(stdin), _STANDARD_INPUT)
    name = _printable(str(path))
    try:
        with Path(path).open("rb") as file:
            data = _read(file)
    except FileNotFoundError:
        raise SourceError(f"{name}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise SourceError(f"{name}: is a directory; name the files in it") from None
    except PermissionError:
        raise SourceError(f"{name}: may not be read; check its permissions") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read: {error.strerror or error}; check the path") from error
    except ValueError as error:  # a NUL character in the path
        raise SourceError(f"{name}: is no path; check it") from error
    return decode(data, str(path))


def decode(data: bytes, name: str) -> str:
    """The text in these bytes, without a byte order mark and with every line break a single line feed.

    A byte order mark decides the encoding, then valid UTF-8; otherwise it is guessed. `name` says in
    messages where the bytes come from. Raises SourceError for too many bytes, none, or no text.
    """
    name = _printable(name)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{name}: is larger than {MAX_BYTES // 1_000_000} MB; divide it into single articles")
    for offset, first_bytes, kind, advice in _SIGNATURES:
        if data.startswith(first_bytes, offset):
            raise SourceError(f"{name}: is {kind}; {advice}")
    text = _decoded(data, name)
    if "\0" in text:
        raise SourceError(f"{name}: is binary (it holds NUL bytes); save it as plain text in UTF-8")
    if len(_CONTROL.findall(text)) > _FEW_CONTROLS * len(text):
        raise SourceError(f"{name}: is binary (it holds control characters); save it as plain text in UTF-8")
    if not _SHOWN.search(text):
        raise SourceError(f"{name}: is empty; give a file that holds an article")
    return _LINE_BREAK.sub("\n", text)


def _read_standard_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise SourceError(f"{_STANDARD_INPUT}: is closed; name a file instead")
    try:
        return _read(stdin if stdin is not None else sys.stdin.buffer)
    except OSError as error:
        raise SourceError(f"{_STANDARD_INPUT}: cannot be read: {error.strerror or error}; name a file") from error


def _read(source: BinaryIO) -> bytes:
    """Everything, but never more than one byte above the limit; pipes may give it in parts."""
    parts: list[bytes] = []
    wanted = MAX_BYTES + 1
    while wanted and (part := source.read(wanted)):
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


def _printable(name: str) -> str:
    """The name with control, bidirectional and other invisible characters escaped, for a terminal."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in name)


def _decoded(data: bytes, name: str) -> str:
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    encoding = marked or _unmarked_utf16(data)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise SourceError(
                f"{name}: begins as {encoding.upper()} but is not at byte {error.start}; save it as UTF-8"
            ) from error
    if b"\0" in data:
        raise SourceError(f"{name}: is binary (it holds NUL bytes); save it as plain text in UTF-8")
    guessed = _guessed(data)
    try:
        return data.decode(guessed or "utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: is binary, or in an encoding that could not be recognised; save it as UTF-8"
        ) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is NUL, and none of those between is."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or sample.count(0) < _SOME * len(sample):
        return None
    return {(True, False): "utf-16-be", (False, True): "utf-16-le"}.get((0 in sample[::2], 0 in sample[1::2]))


def _guessed(data: bytes) -> str | None:
    """The encoding of text that is not UTF-8, as far as a sample tells."""
    if _is_western(data):
        return "cp1252"
    # Imported here because most articles are UTF-8 and need no guess.
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    # A character of several bytes may be cut in two at the end of the sample.
    best = from_bytes(sample[: sample.rfind(b"\n") + 1] or sample, cp_isolation=list(_ENCODINGS)).best()
    return best.encoding if best else None


def _is_western(data: bytes) -> bool:
    """Whether this reads as English, or another language of Western Europe, in windows-1252.

    English has too few letters beyond ASCII for a guess by their frequency.
    """
    try:
        text = data.decode("cp1252")[:_SAMPLE]
    except UnicodeDecodeError:
        return False
    letters = [letter for letter in text if letter > "\x7f" and letter not in _TYPOGRAPHY]
    few = len(letters) < _SOME * len(text) and _WESTERN_LETTERS.issuperset(letters)
    return few or len(letters) < _HARDLY_ANY * len(text)
