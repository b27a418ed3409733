"""Makes PDFs, of lines at places and of whatever streams a test needs."""

import zlib
from collections.abc import Sequence

Line = tuple[str, int]
"""Words, and how high they stand, in points."""

HEAD = b"%PDF-1.4\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: Sequence[Line], size: int = 11) -> bytes:
    """A PDF of these pages."""
    return of_streams(*("\n".join(_drawn(line, size) for line in page).encode("cp1252") for page in pages))


def of_streams(*streams: bytes, times: int = 1) -> bytes:
    """A PDF with a page for each stream of drawing signs, and each so many times."""
    numbers = [4 + 2 * place for place in range(len(streams))] * times
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(numbers)),
        FONT,
    ]
    for place, stream in enumerate(streams):
        packed = zlib.compress(stream, 9)
        parts += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * place),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    return of_objects(*parts)


def of_objects(*parts: bytes) -> bytes:
    """A PDF of these numbered objects, of which the first is its root."""
    out, offsets = HEAD, []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(parts) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, trailer)


def _drawn(line: Line, size: int) -> str:
    words, height = line
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf 72 {height} Td ({escaped}) Tj ET"
