"""Word documents: the paragraphs of their body, as they are printed."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out
from summarizer.reading.extras import needed, opened_as
from summarizer.reading.reader import Sample

MOST_UNPACKED = 25_000_000
"""Bytes that the parts of a document may come to together."""
MOST_ELEMENTS = 500_000
"""Of its body: paragraphs, stretches of one type, and what they are made of."""

_VANISH = "w:rPr/w:vanish[not(@w:val = '0' or @w:val = 'false' or @w:val = 'off')]"
# What is taken out of the body, from the top, and what one of it is called.
_NOT_READ = {
    "table": "//w:tbl[not(ancestor::w:tbl)]",
    "text box": "//w:txbxContent[not(ancestor::w:txbxContent)]",
    "deletion": "//w:del[.//w:delText] | //w:moveFrom[.//w:t]",
    "hidden passage": f"//w:r[w:t][{_VANISH}]",
    "comment": "//w:commentReference",
    "note": "//w:footnoteReference | //w:endnoteReference",
}
_FOR_OLDER_PROGRAMS = "//*[local-name() = 'Fallback']"
"""The same again as what stands beside it."""
_HIDING_STYLES = f"//w:style[{_VANISH}]/@w:styleId"
_STYLES = "w:rPr/w:rStyle/@w:val | ancestor::w:p[1]/w:pPr/w:pStyle/@w:val"

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_READ = " | ".join(f".//w:r/w:{name}" for name in ("t", *_SIGNS))
_TITLE_OF_NONE = "Word Document"
"""What python-docx says where the document states no title."""


def is_docx(sample: Sample) -> bool:
    """Whether this is a zip archive that holds a Word document, or is called so."""
    if not sample.data.startswith(b"PK\x03\x04"):
        return False
    return b"word/document.xml" in sample.data or sample.is_called(".docx")


def read_docx(given: Given) -> Iterable[Article]:
    """The text of the paragraphs; without tables, notes, text boxes, deletions, and what is hidden.

    Title and author are those that the document states of itself; the day on which it was made is not one of publication.

    Raises:
        SourceError: python-docx is not installed; or the document is damaged, unpacks to too much, or has no paragraph.
    """
    docx = needed("docx", "docx", given)
    with opened_as("a Word document", given.name):
        unpacked = sum(part.file_size for part in ZipFile(BytesIO(given.data)).infolist())
        if unpacked > MOST_UNPACKED:
            raise SourceError(f"{given.name}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; save it as text")
        return [_article(docx.Document(BytesIO(given.data)), given)]


def _article(document: Any, given: Given) -> Article:
    body = document.element.body
    if body.xpath("count(.//*)") > MOST_ELEMENTS:
        raise SourceError(f"{given.name}: is a Word document of more than {MOST_ELEMENTS:,} parts; save it as text")
    _taken_out(body.xpath(_FOR_OLDER_PROGRAMS))
    counts = {what: _taken_out(body.xpath(path)) for what, path in _NOT_READ.items()}
    counts["hidden passage"] += _taken_out(_hidden_by_style(document))
    counts["running head"] = sum(map(_is_written, document.part.rels.values()))
    paragraphs = filter(str.strip, map(_words, body.iter("{*}p")))
    text = "\n\n".join(paragraphs)
    if not text:
        raise SourceError(f"{given.name}: is a Word document without a paragraph of text; save it as text")
    about = document.core_properties
    title = about.title.removeprefix(_TITLE_OF_NONE).strip()
    return Article(text, origin=Origin(title=title, author=about.author.strip(), left_out=left_out(counts)))


def _taken_out(elements: list[Any]) -> int:
    """How many they were."""
    for element in elements:
        element.getparent().remove(element)
    return len(elements)


def _hidden_by_style(document: Any) -> list[Any]:
    """The runs that are of a style that hides them, or stand in a paragraph of one."""
    hiding = set(document.styles.element.xpath(_HIDING_STYLES))
    return [run for run in document.element.body.xpath("//w:r[w:t]") if hiding.intersection(run.xpath(_STYLES))]


def _is_written(relation: Any) -> bool:
    """Whether this leads to a header or footer that has words."""
    of_this_kind = relation.reltype.endswith(("/header", "/footer"))
    return of_this_kind and bool("".join(relation.target_part.element.itertext()).strip())


def _words(paragraph: Any) -> str:
    parts = paragraph.xpath(_READ)
    return "".join(_SIGNS.get(part.tag.rpartition("}")[2], part.text or "") for part in parts).strip()
