"""Nothing that an article or a file holds can act on the reader's screen."""

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.pipeline import render
from summarizer.rendering.safety import inert
from summarizer.schemas.brief import UnverifiedBrief
from tests.example_brief import example_brief, example_document
from tests.rendering_strategies import article, briefs, with_strings

some = settings(suppress_health_check=list(HealthCheck))
UNSEEN = "\u3164\u2800\u115f\x1b\x9b\x9d\x07\x08\x00\x7f\u202e\u2066\u200b\u200e\u00ad\ufeff\U000e0041\U000e0100\ue000"


def unseen(text: str) -> set[str]:
    """Characters but newlines that have no shape of their own."""
    blank = "\U000e0100\u3164\u2800\u115f"
    return {one for one in text if one != "\n" and (unicodedata.category(one)[0] == "C" or one in blank)}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\x1b]8;;http://x.example\x07here", "⟨U+001B⟩]8;;http://x.example⟨U+0007⟩here"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("x\U000e0041", "x⟨U+E0041⟩"),
        ("a\x1cb", "a⟨U+001C⟩b"),
        ("Or\u3164rin\u2800\uffa0", "Or⟨U+3164⟩rin⟨U+2800⟩⟨U+FFA0⟩"),
        ("one\r\n two\u2028three", "one two three"),
        ("نمی\u200cدانم", "نمی\u200cدانم"),
    ],
)
def test_unseen_characters_become_visible(raw: str, shown: str) -> None:
    """Each is shown by its number, line breaks become spaces, and what letters need stays."""
    assert inert(raw) == shown


@pytest.mark.parametrize(
    "form", ["text", "markdown", "html", "json", "annotations", "csv", "incidents", "acled", "gtd", "plover"]
)
def test_unseen_characters_in_any_field_never_reach_the_output(form: str) -> None:
    """The seed's brief with every string poisoned, and a poisoned name."""
    poisoned = with_strings(example_brief(), lambda text: text + UNSEEN)
    shown = render(poisoned, example_document(), form, name=UNSEEN)  # type: ignore[arg-type]
    assert unseen(shown) == set()


@some
@given(briefs(), st.sampled_from(["text", "markdown", "html", "json"]))
@pytest.mark.slow
def test_no_brief_whatever_sends_an_unseen_character(brief: UnverifiedBrief, form: str) -> None:
    """The same for briefs of any shape on a hostile article."""
    poisoned = with_strings(brief, lambda text: text + UNSEEN)
    assert unseen(render(poisoned, article(), form)) == set()  # type: ignore[arg-type]


def test_rejected_text_is_never_on_the_page() -> None:
    """What the article lacks stays in the JSON alone."""
    rejected = {"item": "incident", "id": 1, "field": "place", "raw": "Nowhereland"}
    data = example_brief().model_dump() | {"audit": {"rejected_raw": [rejected]}}
    brief = UnverifiedBrief.model_validate(data)
    assert "Nowhereland" not in render(brief, example_document())
    assert "Nowhereland" not in render(brief, example_document(), "markdown")
    assert "Nowhereland" in render(brief, example_document(), "json")


@some
@given(briefs())
@pytest.mark.slow
def test_json_loads_back_without_loss(brief: UnverifiedBrief) -> None:
    """Escapes and all, the brief is the same after a trip through a file."""
    poisoned = with_strings(brief, lambda text: text + UNSEEN)
    written = render(poisoned, article(), "json")
    assert UnverifiedBrief.model_validate_json(written) == poisoned
    assert json.loads(written) == json.loads(poisoned.model_dump_json())
