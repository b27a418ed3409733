"""Words that stand apart from those that tell their item are noted, and change nothing."""

from typing import Any

from summarizer import render
from summarizer.documents.document import Document
from summarizer.pointing.apart import apart
from summarizer.schemas.brief import Brief, UnverifiedBrief
from summarizer.verification import differences, verify
from tests.items_factory import Article
from tests.proposing import as_draft

TEXT = (
    "A mine sank the ferry Calliste off Brenn on Tuesday. The Skerry Band claimed responsibility for sinking it.\n\n"
    "The council met in the evening. It spoke of the harvest and of the fair.\n\n"
    "Nineteen people drowned, the coastguard said. “We will sink every ferry,” the Band said later in a letter."
)
DOCUMENT = Document.from_text(TEXT)


def brief(**fields: Any) -> Brief:
    """A mine, its claim and a threat; the fields are of the incident."""
    a = Article(TEXT)
    band = a.actor("The Skerry Band", aliases=("the Band",))
    mine = a.incident("A mine sank", kind="bombing", **fields)
    a.statement("claim", "claimed responsibility", speaker=band, about=mine, content="sinking it")
    a.threat(
        band, "We will sink every ferry", cue="said later in a letter", issuer_words="the Band", target="every ferry"
    )
    return verify(as_draft(a.items()), DOCUMENT)


def noted(found: Brief) -> list[tuple[str | None, str, list[str]]]:
    return [
        (one.item, one.field, [quote.text for quote in one.quotes])
        for one in found.audit.findings
        if one.code == "apart"
    ]


def test_words_beside_what_tells_the_item_are_not_noted() -> None:
    """Nor other names, which stand anywhere."""
    assert noted(brief(place="off Brenn", time="on Tuesday")) == []


def test_words_from_elsewhere_are_noted_and_the_page_says_nothing_of_it() -> None:
    """With their field and the words themselves; nothing is dropped or marked."""
    found = brief(time="in the evening")
    assert noted(found) == [("incident", "time", ["in the evening"])]
    assert [quote.text for quote in found.incidents[0].time] == ["in the evening"]
    assert "tells the item" not in render(found, DOCUMENT, "text")


def test_a_count_may_stand_by_itself_but_keeps_its_words_together() -> None:
    """A toll is often told later: it is its own whereabouts that count."""
    a = Article(TEXT)
    together = a.casualty("killed", "Nineteen", cue="drowned")
    torn = a.casualty("killed", "Nineteen", cue="met")
    a.incident("A mine sank", casualties=(together, torn))
    assert [one.field for one in apart(a.items())] == ["casualties.1.cue"]


def test_words_put_in_from_elsewhere_by_hand_are_told_without_the_seal() -> None:
    """Each stands in the article: only the note that is due is not in the file."""
    stored = UnverifiedBrief.model_validate_json(brief().model_dump_json())
    threat = stored.threats[0]
    moved = threat.model_copy(update={"time": Article(TEXT).quotes("on Tuesday")})
    edited = stored.model_copy(
        update={"threats": (moved,), "audit": stored.audit.model_copy(update={"seal": None})},
    )
    told = differences(edited, verify(edited, DOCUMENT))
    assert [(one.item, one.field, one.found) for one in told] == [("threat", "audit.findings", "apart time")]
