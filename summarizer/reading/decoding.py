"""Bytes → text: the encoding recognised, and what is no text refused."""

import codecs
import re
import unicodedata

from summarizer.errors import SourceError

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

_MISMARKED = re.compile(rb"(?:\xff\xfe|\xfe\xff)[\t\n\r -~]{12,}")
"""A mark of UTF-16 before plain ASCII."""
_SUSPECT = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\u0378-\uefff\uf100-\uffff]")
"""Where characters that say nothing stand. Symbol fonts use U+F000 to U+F0FF; emoji newer than Python's tables lie beyond."""


def decode(data: bytes, name: str) -> str:
    """The text in these bytes, without a byte order mark.

    A byte order mark decides the encoding, then valid UTF-8; otherwise it is guessed.

    Args:
        data: all of a source.
        name: where the bytes come from, as messages say it.

    Raises:
        SourceError: they are no text.
    """
    text = _decoded(data, name)
    if "\0" in text:
        raise SourceError(f"{name}: is binary (it holds NUL bytes); save it as plain text in UTF-8")
    if is_rubbish(text):
        raise SourceError(f"{name}: is binary (it holds characters that no text has); save it as plain text in UTF-8")
    return text


def is_rubbish(text: str) -> bool:
    """Whether more than a few of its characters say nothing: bytes that only happen to decode, fonts without letters."""
    rubbish = filter(_says_nothing, set(_SUSPECT.findall(text)))
    return sum(map(text.count, rubbish)) > _FEW_CONTROLS * len(text)


def _says_nothing(character: str) -> bool:
    """Whether no writing has this character: bytes that are no text, or in another encoding, come to many of them."""
    return unicodedata.category(character) in ("Cc", "Cn", "Co")


def glimpse(data: bytes, size: int) -> str:
    """The first bytes as text, for a look at it: a letter that UTF-8 does not explain becomes U+FFFD."""
    return data[:size].decode(_declared(data) or "utf-8", errors="replace")


def _declared(data: bytes) -> str | None:
    """The encoding that the first bytes show, if they show one."""
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    return marked or _unmarked_utf16(data)


def _decoded(data: bytes, name: str) -> str:
    encoding = _declared(data)
    if _MISMARKED.fullmatch(data):
        raise SourceError(f"{name}: begins as UTF-16 but goes on in ASCII; take its first two bytes away")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise SourceError(
                f"{name}: begins as {encoding.upper()} and breaks off at byte {error.start}; save it as UTF-8"
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
    enough = _SOME if _WESTERN_LETTERS.issuperset(letters) else _HARDLY_ANY
    return len(letters) < enough * len(text)


def without_mark(data: bytes) -> bytes:
    """The same text in an encoding that begins as ASCII does: UTF-16 and the like become UTF-8; without a byte order mark.

    Args:
        data: all of a source.
    """
    encoding = _declared(data)
    return data.decode(encoding, errors="replace").encode() if encoding else data
