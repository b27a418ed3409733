"""Web Annotations: each finds exactly its words in the article, whatever field the brief is of."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Document, render, summarize
from summarizer.documents.quotes import Origin
from summarizer.pointing.roles import items_in, quotes_in
from summarizer.rendering.annotations import BESIDE, as_annotations
from tests.example_brief import example_brief, example_document

some = settings(suppress_health_check=list(HealthCheck), deadline=None)
BOMBED = "A car bomb killed twelve people in Torvik on 3 May 2024, police said. A second bomb in Torvik hurt nobody."


def page_of(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(summarize(document).brief, document, "annotations"))
    return found


def selectors(annotation: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    quote, position = annotation["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    return quote, position


def finds_its_words(annotation: dict[str, Any], document: Document) -> bool:
    """Both selectors lead to the same words, and the quotation's surroundings are the article's there."""
    quote, position = selectors(annotation)
    start, end = position["start"], position["end"]
    around = document.text[max(0, start - BESIDE) : end + BESIDE]
    return document.text[start:end] == quote["exact"] and around == quote["prefix"] + quote["exact"] + quote["suffix"]


def test_there_is_one_for_each_mention_with_its_item_field_and_status() -> None:
    document = Document.from_text(BOMBED)
    brief = summarize(document).brief
    page = page_of(document)
    assert (page["type"], page["@context"][0]) == ("AnnotationPage", "http://www.w3.org/ns/anno.jsonld")
    told = [(one["body"]["brief:item"], one["body"]["brief:id"], one["body"]["brief:field"]) for one in page["items"]]
    assert told == [(kind, item.id, path) for kind, item in items_in(brief) for path, _ in quotes_in(item)]
    place = next(one for one in page["items"] if one["body"]["brief:field"] == "place")
    assert place["body"]["value"] == "incident 1: place"
    assert "assessment.occurrence: confirmed" in place["body"]["brief:status"]
    assert "kind: bombing" in place["body"]["brief:status"]
    assert len({one["id"] for one in page["items"]}) == len(page["items"])


def test_each_mention_of_the_example_is_found_by_both_selectors() -> None:
    page = json.loads(render(example_brief(), example_document(), "annotations"))
    assert len(page["items"]) > 50
    assert [one for one in page["items"] if not finds_its_words(one, example_document())] == []


BEFORE = st.text(alphabet=st.sampled_from("aé😀\u0301\u200d\u202e\x1b\n \t“”东"), max_size=60)


@some
@given(BEFORE, BEFORE)
def test_words_are_found_behind_and_before_whatever_characters(before: str, after: str) -> None:
    """Code points are counted, not bytes, UTF-16 units or what is seen; escapes of JSON give the characters back."""
    document = Document.from_text(f"{before}\n\n{BOMBED}\n\n{after}")
    page = page_of(document)
    assert page["items"]
    assert all(finds_its_words(one, document) for one in page["items"])


@pytest.mark.parametrize(
    ("origin", "source"), [(Origin(address="https://news.example/a"), "https://news.example/a"), (Origin(), None)]
)
def test_the_target_is_the_articles_address_or_its_texts_digest(origin: Origin, source: str | None) -> None:
    document = Document.from_text(BOMBED, origin=origin)
    page = page_of(document)
    assert {one["target"]["source"] for one in page["items"]} == {source or f"urn:sha256:{document.sha256}"}
    assert page["brief:text"] == f"urn:sha256:{document.sha256}"


def test_a_mark_is_told_with_the_words_that_it_is_on() -> None:
    document = example_document()
    brief = example_brief()
    (finding,) = brief.audit.model_validate(
        {
            "findings": [
                {
                    "check": "c",
                    "code": "odd_place",
                    "severity": "warn",
                    "item": "incident",
                    "id": 1,
                    "field": "place",
                    "message": "Odd.",
                }
            ]
        }
    ).findings
    marked = brief.model_copy(update={"audit": brief.audit.model_copy(update={"findings": (finding,)})})
    page = json.loads(as_annotations(marked, document))
    told = [
        (one["body"]["brief:item"], one["body"]["brief:id"], one["body"]["brief:field"])
        for one in page["items"]
        if one["body"]["brief:mark"]
    ]
    assert told == [("incident", 1, "place")]
