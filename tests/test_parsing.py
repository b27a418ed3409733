"""The one reading of English: a sentence is parsed once for its document, and nobody who reads the parse changes it."""

import pytest

from summarizer import verify
from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.tokens import Tag

STORY = (
    "Gunmen of the Orlen Front killed two drivers and a guard in Torvik on Friday. The army said that rebels had "
    "shelled the mill and the bridge, and vowed to strike back unless they left the valley."
)


def test_a_sentence_is_parsed_once_for_its_document() -> None:
    document = Document.from_text(STORY)
    assert all(parse(document, each) is parse(document, each) for each in document.sentences)


def test_an_article_in_plain_characters_has_one_parse_for_coder_and_checks() -> None:
    document = Document.from_text(STORY.replace("a guard", "a g\u00aduard"))
    first = [parse(document.plain, each) for each in document.plain.sentences]
    draft = code(document)
    verify(draft, document)
    assert all(parse(document.plain, each) is one for each, one in zip(document.plain.sentences, first, strict=True))


def test_what_reads_a_parse_leaves_it_as_it_was() -> None:
    document = Document.from_text(STORY)
    draft = code(document)
    verify(draft, document)
    assert code(document) == draft
    again = Document.from_text(STORY)
    fresh = [parse(again, each) for each in again.sentences]
    read = [parse(document, each) for each in document.sentences]
    assert [one.tokens for one in read] == [one.tokens for one in fresh]
    assert [_phrases(one) for one in read] == [_phrases(one) for one in fresh]


def _phrases(parsed):  # type: ignore[no-untyped-def]
    return [(each.first, each.last, each.head, each.preposition, len(each.hangs)) for each in parsed.phrases]


def test_by_behind_a_verb_without_object_tells_how_and_not_who() -> None:
    document = Document.from_text("The Orlen Front retaliated by burning the mill shelled by the army.")
    frames = parse(document, document.sentences[0]).frames
    assert [(each.base, each.passive) for each in frames] == [("retaliate", False), ("burn", False), ("shell", True)]


def test_a_term_in_single_marks_parts_no_verb_from_its_auxiliary() -> None:
    document = Document.from_text("The Orlen Front said that it would ‘shell the port’ again.")
    frames = parse(document, document.sentences[0]).frames
    assert [(each.base, each.modal) for each in frames] == [("say", ""), ("shell", "would")]


@pytest.mark.parametrize(
    ("text", "verb", "done_to"),
    [
        ("The warden's vow has since been called off.", "call", ["The warden's vow"]),
        ("The Vesk Union has since quietly withdrawn its pledge.", "withdraw", ["its pledge"]),
        ("The ban had long since been lifted.", "lift", ["The ban"]),
        ("The ferry had once carried barges.", "carry", ["barges"]),
        ("The weir was before known to nobody.", "know", ["The weir"]),
        ("The weir was publicly given up.", "give", ["The weir"]),
    ],
)
def test_an_adverb_that_may_join_clauses_parts_no_auxiliary_from_its_participle(
    text: str, verb: str, done_to: list[str]
) -> None:
    document = Document.from_text(text)
    parsed = parse(document, document.sentences[0])
    (frame,) = parsed.frames[:1]
    assert (frame.base, [parsed.words(each) for each in frame.undergoers]) == (verb, done_to)


@pytest.mark.parametrize(
    "text",
    [
        "The Union has held the weir since the Guard shelled it.",
        "The Union was there before striking the weir.",
        "The weir was, since the flood, guarded by wardens.",
    ],
)
def test_what_joins_clauses_behind_a_verb_still_joins_them(text: str) -> None:
    document = Document.from_text(text)
    parsed = parse(document, document.sentences[0])
    joints = [token.tag for token in parsed.tokens if token.low in ("since", "before")]
    assert joints in ([Tag.SUBORDINATOR], [Tag.PREPOSITION])
