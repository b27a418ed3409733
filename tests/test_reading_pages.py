"""Web pages: the article on a page and what the page states of it; the rest is left out, and how much is said."""

import json
import sys
from datetime import date

import pytest

from summarizer import render, summarize
from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading import registry
from summarizer.reading.article import Article, Given
from summarizer.reading.opening import read_document

FIRST = "Riders burned the mill at Dolvac on Monday night, the police of the district said in a statement."
SECOND = (
    "Nobody was hurt when the roof fell, said Miron Tesk, who owns the mill and had left it an hour before the riders"
    " came down from the hills with torches."
)
THIRD = "The council of Orvane met on Tuesday and asked the garrison at Sorn for patrols on the road to the river."
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in (FIRST, SECOND, THIRD))
NEWS = {
    "@type": "NewsArticle",
    "headline": "Mill burned at Dolvac &#8211; police",
    "datePublished": "2034-03-09T22:10:00+02:00",
    "author": [{"@type": "Person", "name": "Jutta Kreel"}, {"name": "Kai Ven"}],
    "publisher": {"name": "The Kel Post"},
}
METAS = (
    '<meta property="og:title" content="Mill burned at Dolvac | The Kel Post">'
    '<meta property="og:site_name" content="The Kel Post">'
    '<meta property="article:published_time" content="2034-03-09">'
    '<meta name="author" content="Jutta Kreel">'
)


def page(body: str = BODY, head: str = "", heading: str = "Mill burned at Dolvac") -> str:
    around = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
    after = '<footer>Read more: <a href="/1">Ferry hit at Sorn</a>. Subscribe to our letter.</footer>'
    return f"<!doctype html><html><head>{head}</head><body>{around}<h1>{heading}</h1><article>{body}</article>{after}</body></html>"


def read(html: str | bytes, name: str = "a.html") -> Article:
    (article,) = registry.articles(Given(html.encode() if isinstance(html, str) else html, name))
    assert isinstance(article, Article)
    return article


def test_the_article_is_the_title_and_the_paragraphs_of_the_page() -> None:
    article = read(page(head="<title>Mill burned at Dolvac - The Kel Post</title>"))
    assert article.text.split("\n\n") == ["Mill burned at Dolvac", FIRST, SECOND, THIRD]
    document = read_document(page(head="<title>Mill burned at Dolvac - The Kel Post</title>"))
    assert document.title is not None
    assert document.title.text == "Mill burned at Dolvac"


def test_what_the_page_states_comes_with_it() -> None:
    """By schema.org first, by meta elements else; entities are characters, and a heading is preferred as title."""
    link = '<link rel="canonical" href="https://kel.example/mill">'
    by_json = read(page(head=f'{link}<script type="application/ld+json">{json.dumps({"@graph": [NEWS]})}</script>'))
    assert by_json.published == date(2034, 3, 9)
    stated = {"outlet": "The Kel Post", "author": "Jutta Kreel, Kai Ven", "address": "https://kel.example/mill"}
    assert by_json.origin.model_dump(exclude={"left_out"}) == Origin(
        title="Mill burned at Dolvac", **stated
    ).model_dump(exclude={"left_out"})
    by_meta = read(page(head=METAS))
    assert (by_meta.published, by_meta.origin.outlet, by_meta.origin.author, by_meta.origin.title) == (
        date(2034, 3, 9),
        "The Kel Post",
        "Jutta Kreel",
        "Mill burned at Dolvac",
    )


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta name="date" content="09/03/2034">',
        '<script type="application/ld+json">{"datePublished": 5, "headline": {}}</script>',
        '<script type="application/ld+json">{not json</script>',
        f'<script type="application/ld+json">{"[" * 100_000}</script>',
    ],
    ids=["nothing", "either day or month", "no strings", "no json", "nested"],
)
def test_a_day_that_is_not_stated_is_not_guessed(head: str) -> None:
    """Neither from the address nor from a date in the text."""
    article = read(page(BODY + "<p>Printed on 3 May 2031.</p>", head), "https://kel.example/2033/07/01/mill.html")
    assert article.published is None
    assert article.text.startswith("Mill burned at Dolvac") or article.text.startswith(FIRST)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>The army shelled Sorn.</p>",
        '<div style="display:none"><p>The army shelled Sorn.</p></div>',
        '<p style="color: red; DISPLAY : NONE">The army shelled Sorn.</p>',
        '<p style="visibility: hidden">The army shelled Sorn.</p>',
        "<figure><img src='a.png'><figcaption>The army shelled Sorn.</figcaption></figure>",
        "<!-- <p>The army shelled Sorn.</p> -->",
        "<template><p>The army shelled Sorn.</p></template>",
        "<script>var a = 'The army shelled Sorn.'</script>",
    ],
)
def test_what_a_reader_of_the_page_does_not_see_is_no_part_of_the_article(hidden: str) -> None:
    assert "Sorn." not in read(page(BODY.replace(SECOND, SECOND + "</p>" + hidden + "<p>"))).text


def test_what_was_left_out_is_said_on_the_page_of_the_brief() -> None:
    html = page(f"<p hidden>Nothing.</p>{BODY}<figure><figcaption>The mill.</figcaption></figure>", METAS)
    left_out = read(html).origin.left_out
    assert left_out[:2] == ("1 hidden passage", "1 caption")
    assert left_out[2].endswith(" other words")
    result = summarize(html)
    shown = render(result.brief, result.document, "markdown")
    assert f"Outlet The Kel Post · By Jutta Kreel · left out: {', '.join(left_out)}" in shown
    assert "published 2034-03-09, told beside the text" in shown


def test_every_paragraph_stands_in_the_page_as_it_stands_in_the_article() -> None:
    """A mark before an item of a list is no word of the page; so a quotation is found in it again."""
    article = read(page(f"{BODY}<ul><li>{FIRST.lower()}</li><li>{SECOND.lower()}</li></ul>"))
    shown = page(f"{BODY}{FIRST.lower()}{SECOND.lower()}")
    assert all(paragraph in shown for paragraph in article.text.split("\n\n"))
    assert SECOND.lower() in article.text


def test_the_page_s_own_encoding_is_read() -> None:
    html = page(f"{BODY}<p>Café Ostrów closed.</p>", '<meta charset="iso-8859-2">')
    assert "Café Ostrów" in read(html.encode("iso-8859-2")).text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<html><head><title>Mill</title></head></html>"])
def test_a_page_without_an_article_is_one_line(html: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(html)
    assert (
        str(caught.value) == "a.html: is a web page on which no article is found; save the article's text and give that"
    )


def outcome_of(html: str) -> Article | str:
    """The article on a page, or the line that says why there is none."""
    try:
        return read(html)
    except SourceError as error:
        return str(error)


@pytest.mark.parametrize(
    "html", ["<div class='a'>" * 20_000, "<p class='a'>" * 50_000 + FIRST, "<html>" + "&lt;" * 200_000]
)
def test_a_hostile_page_ends(html: str) -> None:
    """With an article or with one line."""
    outcome = outcome_of(html)
    assert isinstance(outcome, Article) or outcome.startswith("a.html: is a web page")


def test_without_the_package_one_line_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(SourceError) as caught:
        read(page())
    assert str(caught.value).startswith("a.html: ")
    assert "pip install 'summarizer[html]'" in str(caught.value)
