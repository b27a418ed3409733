"""Web pages: the article on a page, without what stands around it."""

from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out, with_title
from summarizer.reading.extras import needed
from summarizer.reading.page_statements import stated_by

_BULLET = "- "
"""What trafilatura sets before an item of a list; the page has no such words."""
_SAVE = "save the article's text and give that"
_STYLE = f"translate(@style, '{ascii_uppercase} \t\n', '{ascii_lowercase}')"  # white space has no counterpart: it goes
_UNSEEN = " or ".join(f"contains({_STYLE}, '{style}')" for style in ("display:none", "visibility:hidden"))
# What holds all of a page may be hidden until its program runs.
_HOLDS_ALL = "self::html or self::body or self::main or self::article"
_SHOWN = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"

PRUNED = {
    "hidden passage": f"//template | //*[(@hidden or {_UNSEEN}) and not({_HOLDS_ALL})]",
    "caption": "//figcaption",
}
"""What is taken out of a page before the article on it is looked for, by its name."""


def read_page(given: Given) -> Iterator[Article]:
    """The article on a web page: its title, and the paragraphs of its body, as trafilatura tells them from the rest.

    Raises:
        SourceError: no article is found on it, or trafilatura is not installed.
    """
    trafilatura = needed("trafilatura", "html", given)
    tree = trafilatura.load_html(given.data)
    if tree is None:
        raise SourceError(f"{given.name}: is a web page that cannot be taken apart; {_SAVE}")
    stated = stated_by(tree)
    on_it = len(" ".join(tree.xpath(_SHOWN)).split())
    counts = {name: len(tree.xpath(path)) for name, path in PRUNED.items()}
    found = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, prune_xpath=list(PRUNED.values())
    )
    if found is None or not found.text:
        raise SourceError(f"{given.name}: is a web page on which no article is found; {_SAVE}")
    counts["other word"] = on_it - len(found.text.split())
    paragraphs = (line.removeprefix(_BULLET) for line in found.text.splitlines())
    yield Article(
        with_title("\n\n".join(paragraphs), stated.origin.title),
        stated.published,
        stated.origin.model_copy(update={"left_out": left_out(counts)}),
    )
