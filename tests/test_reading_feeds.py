"""RSS and Atom: each entry an article, with what the feed says of it."""

import sys
import time
from datetime import date

import pytest

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given
from summarizer.reading.feeds import MOST_BYTES, ONLY_A_SUMMARY
from summarizer.reading.fragments import text_of
from summarizer.reading.registry import articles

NEWS = "Riders burned the mill at Dolvac on Monday, the police said."
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"


def read(feed: str | bytes) -> list[Article | SourceError]:
    return list(articles(Given(feed if isinstance(feed, bytes) else feed.encode(), "a.txt")))


def first(feed: str | bytes) -> Article:
    article, *_ = read(feed)
    assert isinstance(article, Article)
    return article


def told(feed: str | bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(feed)
    return str(caught.value)


def rss(*items: str) -> str:
    held = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{CONTENT}" xmlns:dc="{DC}"><channel>'
        f"<title>Kel &amp;amp; Dolvac Post</title>{held}</channel></rss>"
    )


def atom(entry: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kel Post</title><entry>{entry}</entry></feed>'


def test_an_entry_is_read_with_all_that_is_said_of_it() -> None:
    article = first(
        rss(
            "<title>Mill burned</title><link>https://kel.example/mill</link><author>ana@kel.example (Ana Kerr)</author>"
            "<pubDate>Thu, 9 Mar 2034 22:10:00 +0200</pubDate><description>A mill burned.</description>"
            f"<content:encoded><![CDATA[<p>{NEWS}</p><p>Nobody was hurt.</p>]]></content:encoded>"
        )
    )
    assert article.text == f"Mill burned\n\n{NEWS}\n\nNobody was hurt."
    assert (article.published, article.number) == (date(2034, 3, 9), 1)
    address = "https://kel.example/mill"
    assert article.origin == Origin(title="Mill burned", outlet="Kel & Dolvac Post", author="Ana Kerr", address=address)


def test_an_entry_of_atom_is_of_the_day_on_which_it_was_published() -> None:
    """Not of the one on which it was last changed."""
    entry = (
        f'<title type="html">Mill &amp;lt;b&amp;gt;burned</title><content>{NEWS}</content><author><name>Ana Kerr</name></author>'
        "<updated>2034-03-10T08:00:00Z</updated>"
    )
    article = first(atom(f"{entry}<published>2034-03-09T22:10:00Z</published>"))
    assert (article.published, article.origin.author) == (date(2034, 3, 9), "Ana Kerr")
    assert first(atom(entry)).published is None


def test_a_day_beside_rss_is_one_of_publication() -> None:
    assert first(rss(f"<description>{NEWS}</description><dc:date>2034-03-09</dc:date>")).published == date(2034, 3, 9)


def test_an_entry_of_which_there_is_only_a_summary_says_so() -> None:
    article = first(rss(f"<title>Mill burned</title><description>{NEWS}</description>"))
    assert (article.text, article.origin.left_out) == (f"Mill burned\n\n{NEWS}", (ONLY_A_SUMMARY,))
    assert first(atom(f"<summary>{NEWS}</summary>")).origin.left_out == (ONLY_A_SUMMARY,)


def test_an_entry_without_a_text_costs_the_others_nothing() -> None:
    nothing, article = read(rss("<title>Mill burned</title>", f"<description>{NEWS}</description>"))
    assert str(nothing) == "a.txt#1: is an entry without a text; read the page that it leads to"
    assert isinstance(article, Article)
    assert article.number == 2


def test_who_published_an_entry_of_a_gathered_feed_is_the_outlet() -> None:
    item = f'<description>{NEWS}</description><source url="https://sorn.example">Sorn Times</source>'
    assert first(rss(item)).origin.outlet == "Sorn Times"


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    item = f"<title>Mill & ferry&nbsp;burned</title><description>{NEWS}</description>"
    assert first(rss(item)).text == f"Mill & ferry burned\n\n{NEWS}"
    assert NEWS in first(rss(item)[:-20]).text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_of_a_feed_is_known(encoding: str) -> None:
    assert first(rss(f"<description>{NEWS} Zoë fled.</description>").encode(encoding)).text == f"{NEWS} Zoë fled."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>and</b>\n two.</p><p>Three<br/>four.</p>", "One and two.\n\nThree\nfour."),
        ("<ul><li>One</li><li>two</li></ul>", "One\n\ntwo"),
        ("One<script>var x = '<p>no</p>'</script><style>p {}</style> two<!-- <p>no --> three", "One two three"),
        ("<figure><img alt='no'><figcaption>No.</figcaption></figure><p>Yes.</p>", "Yes."),
        ("5 &lt; 6 &amp;amp; 7 < 8, <http://kel.example>", "5 < 6 &amp; 7 < 8, "),
        ("One <script>no", "One"),
        ("", ""),
    ],
)
def test_html_of_a_few_paragraphs_becomes_text(html: str, text: str) -> None:
    assert text_of(html) == text.strip()


@pytest.mark.parametrize("html", ["<!--", "<script>", "<p ", "<", "&", "<br", "</", "\n ", "<p><p>"])
def test_html_that_never_ends_is_text_at_once(html: str) -> None:
    started = time.perf_counter()
    text_of(html * 200_000)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("word", ["!ENTITY", "!entity"])
def test_entities_of_a_feeds_own_are_not_expanded(word: str) -> None:
    """Neither where XML may declare them nor where a lenient reader would find them."""
    feed = rss("<description>&a;</description>").replace("<channel>", f'<!DOCTYPE x [<{word} a "boom">]><channel>')
    assert told(feed) == "a.txt: is a feed that declares entities of its own; save it without them"


@pytest.mark.parametrize("feed", ["<rss " * 5_000, rss("<b>" * 5_000), rss("<a " * 5_000), rss("<!--" * 20_000)])
def test_a_hostile_feed_is_read_or_refused_at_once(feed: str) -> None:
    started = time.perf_counter()
    for held in articles(Given(feed.encode(), "a.txt")) if "item" in feed else ():
        assert held
    assert time.perf_counter() - started < 4
    assert told(rss("a" * MOST_BYTES)) == "a.txt: is a feed of more than 2 MB; divide it"


def test_nothing_is_fetched_or_opened() -> None:
    """The suite forbids connections; an address alone is no feed, and no name of a file is opened."""
    item = f'<description>{NEWS}</description><enclosure url="http://kel.example/a.mp3"/>'
    feed = rss(item).replace("<?xml ", '<?xml-stylesheet href="http://kel.example/a.xsl"?><?xml ')
    assert first(feed).text == NEWS


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    assert told(rss("")).endswith("pip install '.[feeds]' in its checkout")
