"""Files that are no text, told by their first bytes: documents, archives, images, recordings, programs."""

from functools import partial

from summarizer.reading.reader import Reader, Sample, refused

_TEXT_NEEDED = "an article is needed as text"

# Offset, first bytes, what it is, what to do.
SIGNATURES = (
    (0, b"{\\rtf", "an RTF document", "save it as plain text"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document", "save it as plain text"),
    (0, b"PK\x03\x04", "a zip archive, or an OpenDocument or EPUB file", "unpack it, or save it as plain text"),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it first, e.g. with gunzip"),
    (0, b"BZh", "a bzip2 archive", "unpack it first, e.g. with bunzip2"),
    (0, b"\xfd7zXZ\x00", "an xz archive", "unpack it first, e.g. with unxz"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first, e.g. with unzstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (0, b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", _TEXT_NEEDED),
    (0, b"\xff\xd8\xff", "a JPEG image", _TEXT_NEEDED),
    (0, b"GIF8", "a GIF image", _TEXT_NEEDED),
    (0, b"II*\x00", "a TIFF image", _TEXT_NEEDED),
    (0, b"MM\x00*", "a TIFF image", _TEXT_NEEDED),
    (8, b"WEBP", "a WebP image", _TEXT_NEEDED),
    (4, b"ftyp", "a video or an image", _TEXT_NEEDED),
    (0, b"ID3", "an MP3 recording", _TEXT_NEEDED),
    (0, b"OggS", "an Ogg recording", _TEXT_NEEDED),
    (0, b"\x7fELF", "a program", _TEXT_NEEDED),
    (0, b"SQLite format 3\x00", "an SQLite database", _TEXT_NEEDED),
)


def _begins(offset: int, first_bytes: bytes, sample: Sample) -> bool:
    return sample.data.startswith(first_bytes, offset)


BINARIES: tuple[Reader, ...] = tuple(
    refused(what.split()[-1].lower(), what, partial(_begins, offset, first_bytes), advice)
    for offset, first_bytes, what, advice in SIGNATURES
)
