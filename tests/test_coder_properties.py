"""Whatever the text: the coder raises nothing, copies its words, and refers only to what is there."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention

PIECES = st.sampled_from(
    [
        "The Velm Front", "the army", "police", "Dara Venn", "he", "it", "said", "claimed responsibility for", "denied", "blamed", "on",
        "that", "who", "the attack", "bombed", "will kill", "threatened to", "unless", "Otherwise", "the bridge", "at Torvik", "on Monday",
        "was", "been", "by", '"', "“", "”", ",", ".", ":", "(VF)", "'s", "a letter", "according to", "no", "not", "a spokesman for", "\n\n", "—",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=300))


many = settings(max_examples=3 * settings().max_examples)


def _mentions(part: Any) -> Iterator[Mention]:
    if isinstance(part, Mention):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _mentions(getattr(part, name))
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from _mentions(each)


@many
@given(TEXTS, st.booleans())
def test_every_mention_stands_in_its_sentence(text: str, shouted: bool) -> None:
    """Copied from the sentence whose number it gives."""
    document = Document.from_text(text.upper() if shouted else text)
    for mention in _mentions(code(document)):
        assert mention.text in document.words(mention.sentence)


@many
@given(TEXTS)
def test_every_reference_leads_somewhere(text: str) -> None:
    """Ids count from 1, and whoever speaks, threatens, is named or is spoken of is in the draft."""
    draft = code(Document.from_text(text))
    actors, incidents = ({each.id for each in listed} for listed in (draft.actors, draft.incidents))
    for listed in (draft.actors, draft.incidents, draft.statements, draft.threats, draft.warnings):
        assert [each.id for each in listed] == list(range(1, len(listed) + 1))
    assert {link.actor for each in draft.actors for link in each.affiliations} <= actors
    assert {each.speaker for each in draft.statements} <= actors | {None}
    assert {actor for each in draft.statements for actor in (*each.whom, *each.relayed_by)} <= actors
    assert {link.incident for each in draft.statements for link in each.about} <= incidents
    assert {each.issuer for each in draft.threats} <= actors
    assert {each.restates for each in draft.threats} <= {each.id for each in draft.threats} | {None}
    assert {actor for each in draft.warnings for actor in (each.speaker, *each.feared)} <= actors | {None}


@given(TEXTS)
def test_the_same_text_gives_the_same_draft(text: str) -> None:
    """Nothing is left to chance or to what was coded before."""
    document = Document.from_text(text)
    assert code(document) == code(document)


def test_of_a_sentence_without_end_the_beginning_is_read() -> None:
    """Text without full stops takes no longer the longer it gets."""
    endless = "gunmen killed two men in Torvik and "
    once, twice = (code(Document.from_text(endless * count)) for count in (200, 400))
    assert once == twice
    assert len(once.incidents) == 1
