"""HTML of a few paragraphs, as feeds have it → its text. A whole page takes more: what of it is the article."""

import re
from html import unescape

# What shows nothing, or is no part of the text; where it has no end, it goes on to the last character, so that no search
# begins anew at each beginning.
_NO_TEXT = re.compile(
    r"<!--.*?(?:-->|\Z) | <(?P<tag>script|style|template|iframe|noscript|figcaption)\b.*?(?:</(?P=tag)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|aside|header|footer|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|table|tr|td|th|figure|hr)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_GAP = re.compile(r" *\n[ \n]*\n *")


def text_of(html: str) -> str:
    """The text of a passage: paragraphs with a blank line between them; without scripts, captions and comments.

    Args:
        html: which may be plain text.
    """
    shown = _SPACE.sub(" ", _NO_TEXT.sub(" ", html))
    broken = _BLOCK.sub("\n\n", _BREAK.sub("\n", shown))
    return _GAP.sub("\n\n", unescape(_TAG.sub("", broken))).strip()
