"""What a web page states of its article in its head and its markup: title, day, outlet, author, address. Nothing guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarizer.documents.quotes import Origin
from summarizer.reading.notation import listed, parsed
from summarizer.reading.stated_days import day_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = "//meta[@property=$name or @name=$name or @itemprop=$name]/@content"

# Read from the left; the first that says something counts.
_DAYS = (
    "article:published_time",
    "datePublished",
    "parsely-pub-date",
    "dc.date.issued",
    "DC.date.issued",
    "citation_date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "DC.title")
_OUTLETS = ("og:site_name", "citation_journal_title", "publisher", "dc.publisher", "DC.publisher")
_AUTHORS = ("author", "parsely-author", "byl", "dc.creator", "DC.creator", "citation_author")
_ADDRESSES = ("og:url",)


@dataclass(frozen=True)
class PageStatements:
    """What a page states of its article.

    Attributes:
        published: its day of publication.
        origin: title, outlet, author and address, each empty where the page states none.
    """

    published: date | None
    origin: Origin


def stated_by(tree: "HtmlElement") -> PageStatements:
    """What the page states: by JSON-LD (schema.org) first, then by its meta elements, then by its headings and links.

    Args:
        tree: the whole page.
    """
    news = _json_ld(tree)
    days = (_text(news.get("datePublished")), *_metas(tree, _DAYS), *map(str, tree.xpath(_TIME)))
    return PageStatements(
        next(filter(None, map(day_in, days)), None),
        Origin(
            title=_title(tree, (_text(news.get("headline")), *_metas(tree, _TITLES), *_texts(tree, "//head/title"))),
            outlet=_first((_named(news.get("publisher")), *_metas(tree, _OUTLETS))),
            author=_first((_named(news.get("author")), *filter(_is_no_address, _metas(tree, _AUTHORS)))),
            address=_first((*map(str, tree.xpath("//link[@rel='canonical']/@href")), *_metas(tree, _ADDRESSES))),
        ),
    )


_TIME = "//time[@itemprop='datePublished' or @pubdate]/@datetime"


def _title(tree: "HtmlElement", stated: Iterable[str]) -> str:
    """The heading that stands in what the page calls itself ("Mill burned - The Post"), or that itself."""
    called = _first(stated)
    headings = [heading for heading in _texts(tree, "//h1") if heading and heading in called]
    return max(headings, key=len, default=called)


def _json_ld(tree: "HtmlElement") -> dict[str, Any]:
    """The first object of schema.org in the page that has a day of publication or a headline."""
    scripts = map(parsed, tree.xpath("//script[@type='application/ld+json']/text()"))
    return next(filter(_is_of_an_article, chain.from_iterable(map(_objects, scripts))), {})


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    """An object, those in a list, and those of a graph."""
    for one in filter(_is_object, listed(found)):
        yield one
        yield from filter(_is_object, listed(one.get("@graph")))


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _is_of_an_article(one: dict[str, Any]) -> bool:
    return not one.keys().isdisjoint(("datePublished", "headline"))


def _named(value: Any) -> str:
    """The names of a person or an organisation, or of several."""
    names = (one.get("name") for one in filter(_is_object, listed(value)))
    return ", ".join(filter(None, map(_text, names)))


def _text(value: Any) -> str:
    """A string of JSON-LD, in which entities of HTML often stand; nothing of anything else."""
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _metas(tree: "HtmlElement", names: tuple[str, ...]) -> Iterator[str]:
    return (" ".join(content.split()) for name in names for content in tree.xpath(_META, name=name))


def _texts(tree: "HtmlElement", path: str) -> Iterator[str]:
    return (" ".join(element.text_content().split()) for element in tree.xpath(path))


def _first(stated: Iterable[str]) -> str:
    return next(filter(None, stated), "")


def _is_no_address(author: str) -> bool:
    return "://" not in author
