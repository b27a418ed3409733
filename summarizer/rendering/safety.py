"""Makes strings of the article inert: nothing hidden, no control character, no markup."""

import html
import json
import re
import unicodedata
from functools import cache

_BREAKS = r"\t\n\v\f\r\u0085\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BLANK = re.compile(rf" *[{_BREAKS}][ {_BREAKS}]*|  +")
"""White space and line breaks, and no other control character: those are shown. A single space stays as it is."""

JOINERS = "\u200c\u200d"
"""Format characters that Persian, Indic scripts and emoji are spelled with."""

VARIATION_SUPPLEMENT = frozenset(map(chr, range(0xE0100, 0xE01F0)))
"""Invisible marks, outside ordinary text, that can carry a hidden message."""

BLANK_SHAPES = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\U0001d159")
"""Letters, marks and signs that are drawn as nothing: fillers of Hangul, Khmer and Mongolian, the empty Braille cell."""

HIDDEN = BLANK_SHAPES | VARIATION_SUPPLEMENT

MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$!^=])")
MARKDOWN_AT_START = re.compile(r"^(\d*)([-+.)])")
ADDRESS = re.compile(r"(?i)(?<=\bwww)\.|(?<=[a-z]):(?=[^\s])|@(?=\w)")
"""What makes a bare address a link in many readers: after `www`, after a scheme such as `https` or `mailto`, in a mail's."""

FORMULA = re.compile(r"(\A|;)(?=(?:⟨U\+[0-9A-F]+⟩|[\s\u200c\u200d])*[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin to calculate: at a cell's start, also behind what is not seen; and behind a semicolon, which some
take for the end of a cell."""


def inert(text: str) -> str:
    """One line of plain text: white space becomes single spaces, unseen characters become visible.

    Control, format, surrogate, private and unassigned characters, and those drawn as nothing, appear as `⟨U+202E⟩`.
    """
    return revealed(text).strip(" ")


def revealed(text: str) -> str:
    """The same with the spaces at its ends, for a piece of a longer text."""
    line = BLANK.sub(" ", text)
    seen = line.isascii() and line.isprintable()  # told without looking at each character
    return line if seen else "".join(map(_revealed, line))


def nested(text: str) -> str:
    """Inert text to stand between “ and ”: its own double quotation marks become single ones.

    So a quotation ends where the page says that it ends, and not where the article likes.
    """
    return inert(text).replace("“", "‘").replace("”", "’")


def in_a_cell(text: str) -> str:
    """Inert text for a cell of a table: what a spreadsheet would take for a formula has an apostrophe before it.

    No cell begins with a tab or a line break: white space at the ends goes.
    """
    return FORMULA.sub(r"\1'", inert(text))


def json_escaped(text: str) -> str:
    """The same JSON with every unseen character inside its strings written as an escape.

    Args:
        text: one value or several; line breaks stand only between tokens, and stay.
    """
    return "\n".join("".join(map(_json_escaped, line)) for line in text.split("\n"))


def markdown_escaped(text: str) -> str:
    """Inert text as Markdown that shows exactly that text: no emphasis, link, image, HTML, table or list."""
    escaped = html.escape(MARKDOWN_AT_START.sub(r"\1\\\2", MARKDOWN_SPECIAL.sub(r"\\\1", text)), quote=False)
    # Many readers turn bare addresses into links; an escape in them prevents that.
    return ADDRESS.sub(r"\\\g<0>", escaped)


def _unseen(character: str) -> bool:
    if character in JOINERS:
        return False
    return character in HIDDEN or unicodedata.category(character)[0] == "C"


@cache
def _revealed(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩" if _unseen(character) else character


@cache
def _json_escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if _unseen(character) else character
