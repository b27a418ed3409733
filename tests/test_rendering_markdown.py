"""The page as Markdown: the same content, and no markup but our own."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.pipeline import render
from summarizer.schemas.brief import UnverifiedBrief
from tests.example_brief import NAME, example_brief, example_document
from tests.rendering_strategies import article, briefs, with_strings

some = settings(suppress_health_check=list(HealthCheck))
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

OURS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    *("blockquote_open", "blockquote_close", "strong_open", "strong_close", "softbreak"),
}

PAYLOADS = (
    "[click](http://x.example)", "![i](http://x.example/i.png)", "<script>alert(1)</script>", "<!-- hidden -->",
    "**bold** _it_ ~~gone~~", "# title", "> quote", "- item", "1. item", "`code`", "```\ncode\n```", "a | b\n--|--\n1 | 2",
    "[r]: http://x.example\n[r]", "<http://x.example>", "<desk@x.example>", "mailto:desk@x.example", "&lt;b&gt; &copy;", "line\n\nnext\n===", "\\", "***", "[^1]",
    "“ ” **”", "1) x", "+ x", "$x$",
)  # fmt: skip


def tokens(markdown: str) -> list[Token]:
    """All tokens, those inside lines too."""
    found = []
    for token in PARSER.parse(markdown):
        found.append(token)
        found.extend(token.children or ())
    return found


def plain(markdown: str) -> str:
    """What a reader of the rendered Markdown sees, without spaces."""
    return re.sub(r"\s", "", "".join(token.content for token in tokens(markdown) if token.type.startswith("text")))


def structure(markdown: str) -> list[str]:
    """Headings, lists and quotations, without what is in them."""
    return [token.type for token in PARSER.parse(markdown) if token.type != "inline"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_any_field_stays_text(payload: str) -> None:
    """With a payload in every string of the brief, the page has our headings, lists and quotations alone."""
    brief = with_strings(example_brief(), lambda text: payload)
    shown = render(brief, example_document(), "markdown", name=payload)
    assert {token.type for token in tokens(shown)} <= OURS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_any_field_leaves_the_structure_as_it_is(payload: str) -> None:
    """No item, heading or quotation is added."""
    poisoned = render(with_strings(example_brief(), lambda text: payload), example_document(), "markdown", name=payload)
    harmless = render(with_strings(example_brief(), lambda text: "word"), example_document(), "markdown", name="word")
    assert structure(poisoned) == structure(harmless)


@pytest.mark.parametrize("payload", ["[click](http://x.example)", "<b>&amp;*", "a | b", "www.x.example"])
def test_a_payload_is_shown_as_it_was_written(payload: str) -> None:
    """Escaping hides nothing from the reader."""
    brief = with_strings(example_brief(), lambda text: payload)
    assert payload.replace(" ", "") in plain(render(brief, example_document(), "markdown"))


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://x.example", "http\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("desk@x.example", "desk\\@x.example"),
        ("mailto:desk@x.example", "mailto\\:desk\\@x.example"),
        ("xmpp:desk@x.example", "xmpp\\:desk\\@x.example"),
    ],
)
def test_bare_addresses_do_not_become_links_in_readers_that_link_them(address: str, shown: str) -> None:
    """The scheme of an address, and a mail's @, are broken by an escape."""
    assert f"see {shown} · ONE" in render(example_brief(), example_document(), "markdown", name=f"see {address}")


def test_markdown_and_text_say_the_same() -> None:
    """Every word of the text form stands in the Markdown, in the same order, titles and all."""
    text = render(example_brief(), example_document(), name=NAME, width=1000)
    markdown = plain(render(example_brief(), example_document(), "markdown", name=NAME))
    words = (
        re.sub(r"¶[\d ]+$", "", text, flags=re.MULTILINE)
        .replace("IN SHORT", "")
        .replace(" not a threat: ", " not a threat")
    )
    position = 0
    for line in words.splitlines():
        for piece in line.split("  "):
            bare = re.sub(r"\s", "", piece)
            assert bare in markdown[position:], piece
            position = markdown.index(bare, position)


@some
@given(briefs())
@pytest.mark.slow
def test_any_brief_gives_markdown_of_our_own_structure(brief: UnverifiedBrief) -> None:
    """Briefs of any shape, with dangling ids, on a hostile article."""
    assert {token.type for token in tokens(render(brief, article(), "markdown"))} <= OURS
