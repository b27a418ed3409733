"""What kind of source something is: plain text is read, every other kind is refused by one line that says what it is."""

import importlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document, plugins, summarize
from summarizer.errors import PluginError, SourceError
from summarizer.reading.article import Article, Given
from summarizer.reading.files import read_article, read_text, registry
from summarizer.reading.opening import read_document
from summarizer.reading.reader import HEAD, MAX_BYTES, Reader, Refusal, Sample, chosen
from tests.cli_runner import Command, article, command

__all__ = ["command"]

NEWS = "Riders burned the mill at Dolvac on Monday, the police said. Nobody was hurt."
PAGE = f"""<!DOCTYPE html>
<html><head><script>var widget = "5 killed: according to police";</script></head><body><p>{NEWS}</p></body></html>"""
XML = '<?xml version="1.0"?>\n<nitf><body>Riders burned the mill.</body></nitf>'
FEED = f'<rss version="2.0"><channel><title>Dolvac Post</title><item><description>{NEWS}</description></item></channel></rss>'
MAIL = f"From: Desk <desk@post.example>\nTo: editors@post.example\nSubject: 5 killed\n at the mill\n\n{NEWS}\n"

# Name of the reader, and what is of its kind.
OF_A_KIND = (
    ("xml", f'<?xml version="1.0"?>\n<nitf><body>{NEWS}</body></nitf>'),
    ("xml", f'<newsItem guid="1" xmlns="http://iptc.org/std/nar/2006-10-01/">{NEWS}</newsItem>'),
    ("xml", f'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS><TEXT>{NEWS}</TEXT></REUTERS>'),
    ("answer", f"HTTP/1.1 200 OK\nServer: x\n\n{PAGE}"),
    ("document", f"{{\\rtf1\\ansi {NEWS}}}"),
)

# The same, of kinds that are read.
READ = (
    ("html", PAGE),
    ("html", f"<html><body>{NEWS}</body></html>"),
    ("html", f"\n  <!-- saved on Monday -->\n<HTML lang='en'>\n{NEWS}"),
    ("html", f'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html>{NEWS}</html>'),
    ("html", f"<script>var x = '5 killed';</script>\n<p>{NEWS}</p>"),
    ("html", f'<div class="story"><script>var x = "5 killed";</script><p>{NEWS}</p></div>'),
    ("feed", FEED),
    ("feed", f'<?xml version="1.0" encoding="UTF-8"?>\n{FEED}'),
    (
        "feed",
        f'<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom"><entry><summary>{NEWS}</summary></entry></feed>',
    ),
    ("mail", MAIL),
    ("mail", MAIL.replace("\n", "\r\n")),
    ("mail", f"Received: from a.example\n\tby b.example; Mon, 6 May 2024 10:00:00 +0000\nMIME-Version: 1.0\n\n{NEWS}"),
    ("mbox", f"From desk@post.example Mon May  6 10:00:00 2024\n{MAIL}\nFrom b@c.example Tue May  7\n{MAIL}"),
    ("pdf", f"%PDF-1.7\n{NEWS}"),
)

PLAIN = (
    NEWS,
    f"{NEWS} The page's source began with <!DOCTYPE html> and <html>, he said.",
    f"<b>Breaking</b> {NEWS} <i>More soon.</i>",
    f"<p>{NEWS}</p>\n\n<p>It ended.</p>",
    f"<article>\n{NEWS}\n</article>",
    f"<DOC>\n<TEXT>\n{NEWS}\n</TEXT>\n</DOC>",
    f'{NEWS}\n\n<div class="advertisement"><script>var x = 1;</script></div>',
    f'{{"type": "threat"}} is what the bot posted. {NEWS}',
    f'["We will burn it," he said.] {NEWS}',
    f"[1] {NEWS}",
    f"{{sic}} {NEWS}",
    f'{NEWS}\n{{"killed": 5}}',
    f"From: Dolvac. {NEWS}",
    f"From: Dolvac\n\n{NEWS}",
    f"From: here to there\nthe riders went.\nTo: burn the mill.\n\n{NEWS}",
    f"From Monday on\nthe mill is shut.\n\n{NEWS}",
    f"DATE: 6 MAY\nFROM: DOLVAC\nSUBJECT: MILL BURNED\n\n{NEWS}",
    f"Date: 6 May\nHeadline: Mill burned\n\n{NEWS}",
    f"Mill burned\nFrom: Ana Kerr\nDate: 6 May\n\n{NEWS}",
    f"Note: From and To are left out.\n\n{NEWS}",
    f"HTTP is how the threat came. {NEWS}",
    f"< 5 people were hurt. {NEWS}",
    f"/Dolvac Wire/ -- {NEWS}",
)


def told(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read_document(text)
    return str(caught.value)


def outcome_of(text: str) -> str:
    """The first article in a text, or the line that says why there is none."""
    try:
        first = next(registry.articles_in(text))
    except SourceError as error:
        return str(error)
    return first.text if isinstance(first, Article) else str(first)


def text_of(text: str) -> str:
    (article,) = registry.articles(Given(text.encode(), "a.txt"))
    assert isinstance(article, Article)
    return article.text


def recognised(text: str, name: str = "a.txt") -> Reader:
    return chosen(registry.readers(), Sample.of(text.encode(), name))


# --- which kind it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "text"), OF_A_KIND)
def test_a_document_of_another_kind_is_refused_wherever_it_comes_from(kind: str, text: str, tmp_path: Path) -> None:
    """A file and a text are told alike: what it is, and what to do, in one line."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    reader = recognised(text)
    assert reader.name == kind
    assert isinstance(reader.read, Refusal)
    assert told(text) == f"the text: is {reader.reads}; {reader.read.advice}"
    with pytest.raises(SourceError) as caught:
        read_document(path)
    assert str(caught.value) == f"{path}: is {reader.reads}; {reader.read.advice}"


@pytest.mark.parametrize(("kind", "text"), READ)
def test_a_document_of_a_kind_that_is_read_is_known_by_its_content(kind: str, text: str) -> None:
    reader = recognised(text)
    assert reader.name == kind
    assert not isinstance(reader.read, Refusal)


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_that_holds_a_little_of_another_kind_is_read_as_it_stands(text: str, tmp_path: Path) -> None:
    """Tags, quoted JSON, a line From: and an agency's capitals make no other document of it."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read_document(text).text == read_article(path).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("text", [XML])
def test_the_encoding_hides_no_kind(encoding: str, text: str) -> None:
    """A page that a Windows program saved is a page."""
    with pytest.raises(SourceError, match="save the article's text and give that"):
        list(registry.articles(Given(text.encode(encoding), "a.txt")))


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.html", f"<p>{NEWS}</p>", "html"),
        ("A.HTM", f"<!-- saved -->\n<p>{NEWS}</p>", "html"),
        ("a.html", NEWS, "text"),
        ("a.xml", f"<story>{NEWS}</story>", "xml"),
        ("a.json", "{'body': 'Riders burned the mill.'}", "json"),
        ("a.json", NEWS, "text"),
        ("a.eml", f"Subject: Mill burned\n\n{NEWS}", "mail"),
        ("a.eml", NEWS, "text"),
        ("a.docx", "PK\x03\x04 and more", "docx"),
        ("a.bin", "PK\x03\x04 and word/document.xml", "docx"),
        ("a.docx", NEWS, "text"),
    ],
)
def test_a_name_helps_where_the_content_leaves_it_open(name: str, text: str, kind: str) -> None:
    """What a file is called never outweighs what is in it."""
    assert recognised(text, name).name == kind


@given(st.text())
def test_a_text_is_one_kind_and_plain_text_comes_through_unchanged(text: str) -> None:
    """No text makes the look at it fail."""
    outcome = outcome_of(text)
    assert outcome == text or outcome.startswith("the text: is ")


@pytest.mark.parametrize("row", registry.READERS, ids=lambda row: row.name)
def test_every_row_says_what_it_reads(row: Reader) -> None:
    """It stands in a message and in docs/cli.md; what is refused is told with what to do."""
    assert row.reads
    assert row.reads in (Path(__file__).parent.parent / "docs/cli.md").read_text(encoding="utf-8")
    assert not isinstance(row.read, Refusal) or row.read.advice


# --- hostile --------------------------------------------------------------------------------------

BOMB = '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "boom">' + "".join(
    f'<!ENTITY a{number} "&a{number - 1 or ""};&a{number - 1 or ""};">' for number in range(1, 500)
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        '{"a":' * 100_000,
        "[" * 500_000 + "]" * 500_000,
        '["' + "\\" * 500_000,
        BOMB + "]><b>&a499;</b>",
        "<!--" * 100_000,
        "<!---->" * 100_000,
        "<?" * 200_000,
        "<" + "a" * 500_000,
        "<a " + "xmlns " * 100_000,
        "<feed " * 100_000,
        "From: a\n" * 100_000,
        "From:" + "\n a" * 200_000,
        "From " * 100_000,
        "A" * 500_000,
        "\u200b" * 500_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_hostile_text_is_recognised_or_not_at_once(text: str) -> None:
    """Nothing recurses, nothing is expanded, and only the first part is looked at."""
    started = time.perf_counter()
    outcome_of(text)
    assert time.perf_counter() - started < 2


def test_what_stands_behind_the_first_part_is_not_looked_at() -> None:
    """The sample is as large as the documentation says."""
    sample = Sample.of(b"a" * HEAD + b"b", "a.txt")
    assert (len(sample.data), len(sample.text), sample.whole) == (HEAD, HEAD, False)
    assert Sample.of_text("a" * HEAD, "the text").whole


def test_half_a_surrogate_pair_is_no_bug() -> None:
    """Neither in plain text nor in JSON."""
    assert read_document("He left \ud800 Dolvac.").text == "He left \ufffd Dolvac."
    assert told('{"a": "\ud800 b"}').startswith("the text#1: has no column that is known to hold the text")


def test_a_stored_brief_is_read_though_it_is_json(tmp_path: Path) -> None:
    """What is no article is not held against its kind, but binary it may not be."""
    path = tmp_path / "brief.json"
    path.write_text('{"version": 1}', encoding="utf-8")
    assert read_text(path) == '{"version": 1}'
    path.write_bytes(b"GIF89a")
    with pytest.raises(SourceError, match="is a GIF image"):
        read_text(path)


# --- nothing in it ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u200b \ufeff"])
def test_a_text_without_anything_to_see_is_an_error(text: str) -> None:
    """As the documentation of `summarize` promises."""
    with pytest.raises(SourceError) as caught:
        summarize(text)
    assert str(caught.value) == "the text: is empty; give the text of an article, or a file that holds one"


def test_a_text_larger_than_a_file_may_be_is_still_a_text() -> None:
    """The limit is for what is read from a disk or a pipe."""
    text = "a " * (MAX_BYTES // 2 + 1)
    assert [article.text for article in registry.articles_in(text)] == [text]


# --- the command ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.html", "a page.html", "-"])
def test_the_command_reads_a_page(name: str, command: Command) -> None:
    """A file and standard input alike; nothing of the page's script is told as news."""
    if name != "-":
        article(name, PAGE)
    ran = command(name, "--coder", stdin=PAGE.encode())
    assert ran.code == 0
    assert "burned" in ran.out
    assert "5 killed" not in ran.out


@pytest.mark.parametrize("name", ["a.xml", "-"])
def test_the_command_refuses_what_is_not_read_with_one_line(name: str, command: Command) -> None:
    if name != "-":
        article(name, XML)
    ran = command(name, "--coder", stdin=XML.encode())
    shown = "standard input" if name == "-" else name
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"brief: {shown}: is XML; save the article's text and give that\n"


def test_what_is_not_read_is_not_recorded(command: Command) -> None:
    """It is told before a model is asked."""
    ran = command("record", article("a.xml", XML), "--model", "m", "--base-url", "http://localhost:9/v1")
    assert ran.code == 1
    assert "brief: a.xml: is XML; save the article's text and give that" in ran.err


# --- readers of other packages --------------------------------------------------------------------

MINUTES = """
from summarizer.reading.article import Article
from summarizer.reading.reader import Reader

def is_minutes(sample):
    return sample.text.startswith(("MINUTES", "<html>"))

def read(given):
    return [Article(given.data.decode("utf-8-sig").removeprefix("MINUTES\\n"))]

READER = Reader("minutes", "the minutes of a council", is_minutes, read)
NONE = "no reader"
"""


@pytest.fixture
def _own_readers() -> Iterator[None]:
    """What was found of other packages is forgotten, before and after."""
    registry.readers.cache_clear()
    plugins.names.cache_clear()
    plugins.registered.cache_clear()
    yield
    registry.readers.cache_clear()
    plugins.names.cache_clear()
    plugins.registered.cache_clear()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _own_readers: None) -> Path:
    """A folder of installed packages: a module, and the place for a distribution's metadata."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "council_minutes.py").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "council_minutes-1.0.dist-info").mkdir()
    return tmp_path / "council_minutes-1.0.dist-info"


def install(packages: Path, target: str) -> None:
    (packages / "METADATA").write_text("Metadata-Version: 2.1\nName: council-minutes\nVersion: 1.0\n", encoding="utf-8")
    (packages / "entry_points.txt").write_text(f"[summarizer.readers]\nminutes = {target}\n", encoding="utf-8")
    importlib.invalidate_caches()


def test_an_installed_package_brings_a_reader(packages: Path) -> None:
    """One entry point is all that it takes, and it comes before what is refused here."""
    install(packages, "council_minutes:READER")
    assert text_of(f"MINUTES\n{NEWS}\r\n") == f"{NEWS}\n"
    assert read_document(f"MINUTES\n{NEWS}").text == NEWS
    assert text_of("<html>Kel") == "<html>Kel"
    assert Document.from_text(NEWS) == read_document(NEWS)
    with pytest.raises(SourceError, match="is empty"):
        text_of("MINUTES\n")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("council_minutes:NONE", "is no Reader; update or remove its package"),
        ("council_minutes:MISSING", "cannot be loaded ("),
        ("no_such_module:READER", "cannot be loaded (No module named 'no_such_module'); update or remove its package"),
    ],
)
def test_a_reader_that_cannot_be_loaded_is_one_line(packages: Path, target: str, why: str) -> None:
    """It says which, and what to do."""
    install(packages, target)
    with pytest.raises(PluginError) as caught:
        text_of(NEWS)
    assert str(caught.value).startswith(f"reader minutes ({target}): {why}")
    assert str(caught.value).isprintable()
