"""Word documents: what is printed is read, what is not is left out and told."""

import io
import sys
import time
import zipfile

import docx
import pytest

from summarizer.documents.quotes import Origin
from summarizer.reading.docx import MOST_ELEMENTS, MOST_UNPACKED
from tests.reading import read, told

NEWS = "Riders burned the mill at Dolvac on Monday, the police said."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    f' Target="{BODY}"/></Relationships>'
)
"""Of a document without properties."""


def bytes_of(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(name: str, content: str, base: bytes | None = None) -> bytes:
    """A document with one of its parts replaced; with an empty content, without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base or bytes_of(docx.Document()))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content:
            new.writestr(name, content)
    return out.getvalue()


def with_body(body: str, before: str = "") -> bytes:
    return with_part(BODY, f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def test_its_paragraphs_are_read() -> None:
    document = docx.Document()
    document.add_heading("Mill burned", 0)
    document.add_paragraph("Riders burned\tthe mill\nat Dolvac.")
    document.add_paragraph("")
    document.add_paragraph("Nobody was hurt.", style="List Bullet")
    document.core_properties.title, document.core_properties.author = "Mill burned", "Ana Kerr"
    article = read(bytes_of(document))
    assert article.text == "Mill burned\n\nRiders burned\tthe mill\nat Dolvac.\n\nNobody was hurt."
    assert (article.origin, article.published) == (Origin(title="Mill burned", author="Ana Kerr"), None)


def test_a_document_that_states_nothing_of_itself_has_no_title() -> None:
    document = docx.Document()
    document.add_paragraph(NEWS)
    assert read(with_part("_rels/.rels", RELATIONS, bytes_of(document))).origin.title == ""


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ("<w:tbl><w:tr><w:tc><w:p>{other}</w:p></w:tc></w:tr></w:tbl>", "1 table"),
        ("<w:p><w:del>{deleted}</w:del></w:p>", "1 deletion"),
        ("<w:p><w:moveFrom>{other}</w:moveFrom></w:p>", "1 deletion"),
        ("<w:p>{hidden}</w:p>", "1 hidden passage"),
        ("<w:p><w:r><w:txbxContent><w:p>{other}</w:p></w:txbxContent></w:r></w:p>", "1 text box"),
        ("<w:p><w:r><w:commentReference w:id='1'/></w:r></w:p>", "1 comment"),
        ("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>", "1 note"),
    ],
)
def test_what_is_no_running_text_is_left_out_and_told(body: str, left_out: str) -> None:
    deleted = "<w:r><w:delText>Nobody.</w:delText></w:r>"
    filled = body.format(other=run("Nobody."), deleted=deleted, hidden=run("Nobody.", "<w:vanish/>"))
    article = read(with_body(f"<w:p>{run(NEWS)}</w:p>{filled}"))
    assert (article.text, article.origin.left_out) == (NEWS, (left_out,))


def test_what_was_put_in_while_changes_were_tracked_is_read() -> None:
    body = f"<w:p>{run('Riders burned ')}<w:ins>{run('two ')}</w:ins><w:hyperlink>{run('mills.')}</w:hyperlink></w:p>"
    assert read(with_body(f"{body}<w:sdt><w:sdtContent><w:p>{run(NEWS)}</w:p></w:sdtContent></w:sdt>")).text == (
        f"Riders burned two mills.\n\n{NEWS}"
    )


def test_a_style_hides_like_a_mark_of_its_own() -> None:
    """Of letters and of paragraphs; a mark that is switched off hides nothing."""
    document = docx.Document()
    document.styles.add_style("Unseen", docx.enum.style.WD_STYLE_TYPE.CHARACTER).font.hidden = True
    document.styles.add_style("Gone", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    paragraph = document.add_paragraph(NEWS)
    paragraph.add_run(" Confirmed.", style="Unseen")
    paragraph.add_run(" Nobody was hurt.").font.hidden = False
    document.add_paragraph("All of it is confirmed.", style="Gone")
    article = read(bytes_of(document))
    assert article.text == f"{NEWS} Nobody was hurt."
    assert article.origin.left_out == ("2 hidden passages",)


def test_headers_and_footers_are_told() -> None:
    document = docx.Document()
    document.add_paragraph(NEWS)
    document.sections[0].header.paragraphs[0].text = "Kel Post"
    document.sections[0].footer.paragraphs[0].text = "1"
    assert read(bytes_of(document)).origin.left_out == ("2 running heads",)


def test_a_document_of_tables_alone_is_one_line() -> None:
    line = "a.bin: is a Word document without a paragraph of text; save it as text"
    assert told(with_body(f"<w:tbl><w:tr><w:tc><w:p>{run(NEWS)}</w:p></w:tc></w:tr></w:tbl>")) == line
    assert told(bytes_of(docx.Document())) == line


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    bomb = with_body("<w:p/>" * (MOST_UNPACKED // 6))
    assert len(bomb) < 1_000_000
    assert told(bomb) == "a.bin: unpacks to more than 25 MB; save it as text"
    assert told(with_body("<w:p/>" * (MOST_ELEMENTS + 1))) == (
        "a.bin: is a Word document of more than 500,000 parts; save it as text"
    )


ENTITIES = "".join(f'<!ENTITY e{number} "&e{number + 1};&e{number + 1};">' for number in range(60))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04word/document.xml",
        bytes_of(docx.Document())[:3_000] + BODY.encode(),
        with_part("[Content_Types].xml", ""),
        with_part(BODY, "<w:p>"),
        with_body("<w:p>" * 50_000),
        with_body(f"<w:p>{run('&e0;')}</w:p>", f"<!DOCTYPE a [{ENTITIES}]>"),
    ],
    ids=["rubbish", "cut", "untyped", "broken", "nested", "entities"],
)
def test_a_damaged_or_hostile_document_is_one_line(data: bytes) -> None:
    started = time.perf_counter()
    line = told(data)
    assert line.startswith("a.bin: is a Word document that cannot be read (")
    assert line.isprintable()
    assert time.perf_counter() - started < 5


def test_no_other_file_is_read_for_it() -> None:
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    assert read(with_body(f"<w:p>{run(f'{NEWS}&e;')}</w:p>", entity)).text == NEWS


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert told(with_body("")).endswith("pip install '.[docx]' in its checkout")
