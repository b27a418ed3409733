"""Telegram Desktop's export: each message with a text an article."""

import json
from datetime import date
from typing import Any

import pytest

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given
from summarizer.reading.reader import Sample, chosen
from summarizer.reading.registry import articles, readers

NEWS = "Riders burned the mill at Dolvac on Monday, the police said."
NOTED = {"id": 1, "type": "service", "date": "2034-03-08T09:00:00", "actor": "Kel Post", "action": "pin", "text": ""}
TOLD = {
    "id": 2,
    "type": "message",
    "date": "2034-03-09T22:10:00",
    "from": "Kel Post",
    "from_id": "channel1",
    "text": NEWS,
}


def chat(*messages: dict[str, Any], name: str | None = "Kel Post") -> dict[str, Any]:
    return {"name": name, "type": "public_channel", "id": 17, "messages": list(messages)}


def read(export: object, **layout: Any) -> list[Article]:
    found = list(articles(Given(json.dumps(export, **layout).encode(), "result.json")))
    return [article for article in found if isinstance(article, Article)]


def one(**told: object) -> Article:
    (article,) = read(chat(TOLD | told))
    return article


def kind(text: str) -> str:
    return chosen(readers(), Sample.of(text.encode(), "result.json")).name


@pytest.mark.parametrize("layout", [{}, {"indent": 1}, {"ensure_ascii": False}])
def test_a_message_is_an_article_of_its_channel(layout: dict[str, Any]) -> None:
    (article,) = read(chat(NOTED, TOLD), **layout)
    assert article == Article(NEWS, date(2034, 3, 9), Origin(outlet="Kel Post"), 1)


def test_a_text_in_parts_is_put_together() -> None:
    parts = [
        "Riders burned ",
        {"type": "bold", "text": "the mill"},
        " at ",
        {"type": "text_link", "text": "Dolvac", "href": "x"},
    ]
    assert one(text=[*parts, "."]).text == "Riders burned the mill at Dolvac."


def test_whose_a_message_is_and_whose_it_was() -> None:
    assert one(author="Ana Kerr").origin == Origin(outlet="Kel Post", author="Ana Kerr")
    assert one(**{"from": "Oro Bel"}).origin == Origin(outlet="Kel Post", author="Oro Bel")
    assert one(forwarded_from="Sorn Times").origin == Origin(outlet="Kel Post", relayed="Sorn Times")
    assert one(**{"from": None, "forwarded_from": None}).origin == Origin(outlet="Kel Post")


def test_what_hangs_on_a_message_is_told() -> None:
    assert one(photo="photos/1.jpg", file="a.pdf").origin.left_out == ("1 photo", "1 file")


def test_what_has_no_text_is_passed_over() -> None:
    export = chat(NOTED, TOLD | {"text": ""}, TOLD | {"text": [" \n"]}, TOLD, {"id": 3, "type": "message"})
    assert [(article.number, article.text) for article in read(export)] == [(1, NEWS)]


def test_all_chats_of_an_export_are_read() -> None:
    """Whatever else was exported before them."""
    chats = [chat(TOLD), chat(TOLD | {"from": "Oro Bel"}, name=None)]
    export = {"about": 'All of it: {"messages": [', "contacts": {"list": [{}]}, "chats": {"about": "x", "list": chats}}
    assert [(article.origin.outlet, article.origin.author) for article in read(export)] == [
        ("Kel Post", ""),
        ("", "Oro Bel"),
    ]


def test_other_json_is_a_table() -> None:
    assert kind(json.dumps(chat(TOLD))) == "telegram"
    for other in ({"text": NEWS, "messages": [1]}, {"messages": [TOLD]}, [chat(TOLD)], {"name": "Kel", "text": NEWS}):
        assert kind(json.dumps(other)) == "json"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(chat(TOLD))[:-4],
        json.dumps(chat(TOLD)).replace(json.dumps(NEWS), "[" * 50_000 + "]" * 50_000),
        json.dumps(chat() | {"messages": [1]}),
        json.dumps(chat() | {"messages": [TOLD | {"text": [{"type": "bold"}]}]}),
        json.dumps({"chats": {"list": [1]}}),
    ],
    ids=["cut", "nested", "number", "empty part", "no chat"],
)
def test_a_damaged_export_is_one_line(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(articles(Given(text.encode(), "result.json")))
    assert str(caught.value) == "result.json: is no whole export of Telegram's; export it anew"


def test_a_channel_in_which_nobody_wrote_holds_no_article() -> None:
    with pytest.raises(SourceError, match="holds no article"):
        read(chat(NOTED))
