"""Which mentions are found in an article, and where."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Quote
from summarizer.pointing.grounding import Index, Placement, find, resolve
from summarizer.schemas import draft


def article(*paragraphs: list[str]) -> Document:
    """A document of these paragraphs, each a list of its sentences."""
    text = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    sentences: list[Sentence] = []
    offset = 0
    for paragraph, members in enumerate(paragraphs, start=1):
        for words in members:
            offset = text.index(words, offset)
            sentences.append(Sentence(len(sentences) + 1, paragraph, offset, offset + len(words)))
            offset += len(words)
    return Document(text, hashlib.sha256(text.encode()).hexdigest(), tuple(sentences))


RAID = article(
    ["Rebels in Ostava claimed a raid on the Lenka bridge.", "At least 12 people were killed, police said."],
    ["“Leave now,” the group’s leader said.", "“Otherwise we will burn the port.”", "Nobody has confirmed the raid."],
    ["The raid on the port was not confirmed – police said so on Monday."],
)

TYPOGRAPHIC = article(["Some 10–12 men… “left” cafe\u0301s, un\u00adhurt."], ["1\u00a0200 can’t."])


def placed(document: Document, sentence: int, text: str) -> Placement:
    return find(draft.Mention(sentence=sentence, text=text), Index.of(document))


def only(sentence: str, text: str) -> Placement:
    """Where a mention is placed in an article of one sentence."""
    return placed(article([sentence]), 1, text)


def found(sentence: str, text: str) -> str | None:
    quote = only(sentence, text).quote
    return quote.text if quote else None


# --- where a mention is placed --------------------------------------------------------------------


def test_words_in_their_sentence_are_quoted_with_exact_offsets() -> None:
    """A quotation says where in the article it stands."""
    assert placed(RAID, 2, "At least 12 people") == Placement(
        Quote(sentence=2, start=53, end=71, text="At least 12 people")
    )
    assert RAID.text[53:71] == "At least 12 people"


def test_words_repeated_in_their_sentence_are_taken_at_the_first_place_and_said_so() -> None:
    """The reader learns that the place was a choice."""
    placement = only("They said the raid was the raid of the year.", "the raid")
    assert placement == Placement(Quote(sentence=1, start=10, end=18, text="the raid"), ("repeated",))


def test_words_of_another_sentence_alone_are_moved_there_and_said_so() -> None:
    """A wrong number is repaired where there is just one place to mean."""
    placement = placed(RAID, 1, "burn the port")
    assert placement.codes == ("moved",)
    assert placement.quote == Quote(sentence=4, start=156, end=169, text="burn the port")


@pytest.mark.parametrize("number", [-3, 0, 7, 10**30])
def test_a_sentence_that_does_not_exist_is_as_good_as_a_wrong_one(number: int) -> None:
    """No number breaks the verifier, and unique words are still found."""
    placement = placed(RAID, number, "Lenka bridge")
    assert (placement.quote and placement.quote.sentence, placement.codes) == (1, ("moved",))


def test_words_twice_in_the_one_sentence_that_has_them_are_moved_and_said_to_repeat() -> None:
    """Both doubts are told."""
    document = article(["Police came."], ["The raid was the worst raid of all."])
    placement = placed(document, 1, "raid")
    assert (placement.quote and placement.quote.start, placement.codes) == (18, ("moved", "repeated"))


def test_words_in_several_other_sentences_go_to_the_only_one_beside_the_sentence_named() -> None:
    """Off by one is the commonest slip."""
    placement = placed(RAID, 3, "police said")
    assert (placement.quote and placement.quote.sentence, placement.codes) == (2, ("moved",))


def test_words_in_several_other_sentences_are_rejected_as_ambiguous() -> None:
    """Nobody guesses which sentence was meant; two of the places are told."""
    placement = placed(RAID, 4, "police said")
    assert (placement.quote, placement.codes) == (None, ("ambiguous",))
    assert [place.sentence for place in placement.places] == [2, 6]


def test_words_on_both_sides_of_the_sentence_named_are_ambiguous() -> None:
    """Two neighbours are no better than two strangers."""
    document = article(["The raid came.", "Police left.", "The raid ended."])
    assert placed(document, 2, "raid").codes == ("ambiguous",)


def test_words_that_run_on_into_the_next_sentence_are_quoted_across_it() -> None:
    """A quotation of two sentences belongs to the one that it starts in."""
    placement = placed(RAID, 3, '"Leave now," the group\'s leader said. "Otherwise we will burn the port."')
    assert placement.codes == ()
    assert placement.quote
    assert placement.quote.sentence == 3
    assert placement.quote.text == "“Leave now,” the group’s leader said. “Otherwise we will burn the port.”"


@pytest.mark.parametrize(
    "text",
    [
        "leader said. “Otherwise we will burn the port.” Nobody has confirmed",  # three sentences
        "the Lenka bridge. “Leave now,”",  # sentences apart
        "police said. “Leave now,”",  # next to each other, in two paragraphs
        "Rebels in Ostava claimed the raid",  # words of two places
        "Rebels … bridge",
        "Rebels in Ostava [...] bridge",
    ],
)
def test_joined_words_are_rejected(text: str) -> None:
    """No quotation is put together from places apart."""
    for number in range(1, 7):
        assert placed(RAID, number, text) == Placement(None, ("absent",))


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 soldiers were killed",  # a word swapped
        "At least 12 people were not killed",  # a negation added
        "At least 13 people were killed",  # a number edited
        "at least 12 people were killed",  # case changed
        "At least 12 people were kil1ed",  # a digit for a letter
        "At least 12 pеople were killed",  # a Cyrillic е
        "At least twelve people were killed",
        "At least 12 people were killed.",  # a full stop where the article has a comma
        "At least 12 people killed",  # a word dropped
        "At least １２ people were killed",  # full-width digits
        "At  least 12 persons",
    ],
)
def test_words_that_are_nearly_there_are_rejected(text: str) -> None:
    """Nothing is accepted for being similar."""
    assert placed(RAID, 2, text) == Placement(None, ("absent",))


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0", "\u200b", "…", "“”", ".", "—", "\u0301"])
def test_a_mention_without_words_is_rejected(text: str) -> None:
    """Punctuation that the article has, too, says nothing."""
    assert placed(RAID, 3, text) == Placement(None, ("empty",))


def test_nothing_is_found_in_an_empty_article() -> None:
    """An empty text has no sentences, and breaks nothing."""
    assert placed(Document("", "", ()), 1, "raid") == Placement(None, ("absent",))


def test_words_outside_every_sentence_are_not_quoted() -> None:
    """A quotation needs a sentence to stand in."""
    document = Document("Raid. Stray words", "", (Sentence(1, 1, 0, 5),))
    assert placed(document, 1, "Stray words").codes == ("absent",)


# --- typography -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Leave now," the group\'s leader', "“Leave now,” the group’s leader"),
        ("«Leave now,» the group‘s leader", "“Leave now,” the group’s leader"),
        ("“Leave now,”", "“Leave now,”"),
        ("Leave\u00a0now", "Leave now"),
        (" Leave\n now\t", "Leave now"),
        ("Le\u00adave n\u200bow", "Leave now"),
        ("“the group’s leader”", "the group’s leader"),  # marks around words that the article has without
        ("'the group’s leader\"", "the group’s leader"),
    ],
)
def test_typography_makes_no_difference_and_the_articles_own_is_quoted(text: str, quoted: str) -> None:
    """The reader sees the article's characters, whatever the extractor made of them."""
    placement = placed(RAID, 3, text)
    assert (placement.quote and placement.quote.text, placement.codes) == (quoted, ())


@pytest.mark.parametrize(
    ("sentence", "text", "quoted"),
    [
        ("It was con\u00adfirmed then.", "confirmed", "con\u00adfirmed"),
        ("The cafe\u0301 burned.", "café", "cafe\u0301"),
        ("The café burned.", "cafe\u0301", "café"),
        ("We wait… and strike.", "wait... and", "wait… and"),
        ("We wait... and strike.", "wait… and", "wait... and"),
        ("A non‑aligned state – so it said – left.", "non-aligned state — so", "non‑aligned state – so"),
        ("The raid -- at dawn -- failed.", "raid — at", "raid -- at"),
        ("Rain fell\n  on Ostava.", "fell on", "fell\n  on"),
    ],
)
def test_the_articles_typography_is_quoted(sentence: str, text: str, quoted: str) -> None:
    """Offsets lead to the article as it is written."""
    assert found(sentence, text) == quoted


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Some 10² men came.", "102 men"),
        ("The ﬁre spread.", "fire"),
        ("The fire spread.", "ﬁre"),
        ("The cafe\u0301 burned.", "cafe"),
        ("The café burned.", "cafe"),
        ("Fax\u0323 came.", "Fax"),
        ("We wait… then go.", "wait."),
        ("He said ‘go’ twice.", 'said "go" twice'),
        ("STRIKES HIT OSTAVA", "Strikes hit Ostava"),
        ("The \u202e21 men.", "The 21 men"),
    ],
)
def test_what_is_more_than_typography_is_rejected(sentence: str, text: str) -> None:
    """Letters, powers, case and half an ellipsis are not typography."""
    assert found(sentence, text) is None


@settings(max_examples=200)
@given(st.data(), st.sampled_from((RAID, TYPOGRAPHIC)))
@pytest.mark.slow
def test_words_copied_from_a_sentence_are_found_in_it(data: st.DataObject, document: Document) -> None:
    """Whole words, copied as they are, are never lost."""
    sentence = data.draw(st.sampled_from(document.sentences))
    words = document.words(sentence.number).split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    copied = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    if any(map(str.isalnum, copied)):
        quote = placed(document, sentence.number, copied).quote
        assert quote
        assert (quote.sentence, quote.text) == (sentence.number, copied)


@pytest.mark.parametrize(
    "quote",
    [
        Quote(sentence=1, start=10, end=16, text="Ostavo"),
        Quote(sentence=1, start=11, end=17, text="Ostava"),
        Quote(sentence=2, start=10, end=16, text="Ostava"),
        Quote(sentence=0, start=10, end=16, text="Ostava"),
        Quote(sentence=99, start=10, end=16, text="Ostava"),
        Quote(sentence=1, start=10, end=10, text=""),
        Quote(sentence=1, start=10 - len(RAID.text), end=16 - len(RAID.text), text="Ostava"),
    ],
)
def test_a_quotation_that_the_article_does_not_bear_out_is_told(quote: Quote) -> None:
    """A brief from a file is held against the article character by character."""
    assert resolve(Quote(sentence=1, start=10, end=16, text="Ostava"), RAID)
    assert not resolve(quote, RAID)
