"""Which mentions are found in an article and where, and what becomes of a draft's values."""

import hashlib
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.document import Document, Sentence
from summarizer.schemas import draft
from summarizer.schemas.brief import Finding, Quote
from summarizer.verify.boundaries import CUTS
from summarizer.verify.folding import fold
from summarizer.verify.grounding import CODES, Index, Placement, find, ground, resolve
from summarizer.verify.items import quotes_in


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
    assert placement.quote == Quote(sentence=4, start=158, end=171, text="burn the port")


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


# --- boundaries -----------------------------------------------------------------------------------


# For each rule: a sentence, words that the rule keeps from being found in it, words that are found.
BOUNDARIES = {
    "within a word": [
        ("Some 12 men", "2", "12"),
        ("The 2nd raid", "2", "2nd"),
        ("An unconfirmed raid", "confirmed", "unconfirmed"),
        ("He claimed it", "claim", "claimed"),
        ("10² men", "10", "10²"),
        ("2½ hours", "2", "2½"),
        ("un\u200bconfirmed", "confirmed", "unconfirmed"),
        ("a con\u00adfirmed raid", "firmed", "raid"),
        ("un\u0301confirmed", "confirmed", "ún\u0301confirmed".replace("ú", "u")),
    ],
    "within a number: 2.5, 1,200, 10:30, 9/11, 10-12": [
        ("2.5 tonnes", "2", "2.5"),
        ("2.5 tonnes", "5 tonnes", "2.5 tonnes"),
        ("2.5 tonnes", ".5 tonnes", "tonnes"),
        ("1,200 men", "1", "1,200"),
        ("1,200 men", "200 men", "1,200 men"),
        ("1,200 men", ",200 men", "men"),
        ("At 10:30 sharp", "10", "10:30"),
        ("After 9/11 came", "11", "9/11"),
        ("some 10–12 men", "12 men", "10-12 men"),
        ("some 10-12 men", "some 10", "some"),
        ("1'200 men", "200 men", "1’200 men"),
    ],
    "within a number grouped by hard spaces: 1 200": [
        ("1\u00a0200 men", "200 men", "1 200 men"),
        ("1\u202f200 men", "1", "1 200"),
    ],
    "a number from the hyphen or minus before it: F-16, -5": [
        ("An F-16 fell", "16", "F-16"),
        ("It was −5 degrees", "5 degrees", "-5 degrees"),
        ("the pre-2003 army", "2003 army", "army"),
    ],
    "a decimal from the point that it starts with: .22": [("a .22 rifle", "22 rifle", ".22 rifle")],
    "a number from its unit: 5%, $5": [
        ("about 5% of men", "5", "5%"),
        ("paid $5 each", "5 each", "$5 each"),
    ],
    "a number from its magnitude: 12 million": [
        ("some 12 million men", "12", "12 million"),
        ("some 12 million men", "million men", "men"),
        ("two hundred men", "two", "two hundred"),
        ("two hundred men", "hundred men", "two hundred men"),
    ],
    "a word from its prefix: un-confirmed": [
        ("An un-confirmed raid", "confirmed", "un-confirmed"),
        ("Non‑state groups", "state groups", "Non-state groups"),
        ("ANTI-REBEL RAID", "REBEL RAID", "ANTI-REBEL RAID"),
        ("pro-Ostavan rebels", "Ostavan rebels", "rebels"),
        ("twenty-two men", "two men", "twenty-two men"),
        ("un-\u0300confirmed", "confirmed", "un-\u0300confirmed"),
    ],
    "a word from its suffix: attack-free": [
        ("An attack-free year", "An attack", "attack-free"),
        ("Thirty-five men", "Thirty", "Thirty-five"),
    ],
    "a verb from its negation: can't": [("They can’t strike", "They can", "They can't strike")],
}
CASES = [(rule, *case) for rule, cases in BOUNDARIES.items() for case in cases]


def test_every_rule_of_boundaries_has_its_cases() -> None:
    """No rule stands untested."""
    assert list(BOUNDARIES) == list(CUTS)


@pytest.mark.parametrize(("rule", "sentence", "cut", "whole"), CASES)
def test_words_and_numbers_are_not_cut(rule: str, sentence: str, cut: str, whole: str) -> None:
    """Part of a word or number says something else; the whole is found."""
    assert found(sentence, cut) is None, rule
    assert found(sentence, whole) is not None, rule


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Ostavan-backed rebels", "Ostavan"),
        ("The al-Maren base", "Maren"),
        ("UN-led forces", "led forces"),
        ("Ostava’s army", "Ostava"),
        ("the rebels’ raid", "rebels"),
        ("“Strike!” he said", "Strike"),
        ("the dead—12 civilians—were", "12 civilians"),
        ("the dead -- 12 of them --12 in all", "12 in all"),
        ("killed 12.", "12"),
        ("said...12 died", "12"),
        ("12, 13 and 14", "12"),
        ("a 12-member crew", "12"),
        ("In 2014 hundreds fled", "hundreds"),
        ("On 17 October 200 men", "200 men"),
        ("(12 men)", "12"),
        ("he said—non—confirmed", "confirmed"),
        ("伊朗支持的12人", "支持"),
        ("伊朗支持的12人", "12"),
        ("They cannot strike", "They cannot"),
        ("⚡\ufe0fStrike on Ostava", "Strike"),
    ],
)
def test_whole_words_are_found_beside_punctuation(sentence: str, text: str) -> None:
    """A boundary is where a reader sees one."""
    assert found(sentence, text) == text


# --- drafts ---------------------------------------------------------------------------------------


def mention(sentence: int, text: str) -> draft.Mention:
    return draft.Mention(sentence=sentence, text=text)


def incident(number: int = 1, **fields: object) -> draft.Incident:
    return draft.Incident.model_validate(
        {"id": number, "kind": "strike", "stage": "accomplished", "frame": "current"} | fields
    )


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, int | None]]:
    return [(finding.code, finding.field, finding.severity, finding.id) for finding in findings]


def test_every_value_of_a_draft_is_located_field_by_field() -> None:
    """Choices and ids are taken over, words become quotations."""
    target = draft.Target(kind="thing", text=[mention(1, "the Lenka bridge")])
    proposed = draft.Draft(
        incidents=[incident(4, words=[mention(1, "raid")], targets=[target], aggregate=True, summarises=[2, 3])]
    )
    grounded = ground(proposed, RAID)
    located = grounded.items.incidents[4]
    assert (located.kind, located.aggregate, located.summarises, located.assessment) == ("strike", True, (2, 3), None)
    assert {path: quote.text for path, quote in quotes_in(located)} == {
        "words": "raid",
        "targets.0.text": "the Lenka bridge",
    }
    assert (grounded.findings, grounded.rejected) == ((), ())


def test_text_that_the_article_lacks_is_kept_apart_with_its_place() -> None:
    """The value is dropped, the finding says which, and the text is in the audit alone."""
    about = draft.About(incident=1, relation="authority", evidence=[mention(2, "army said")])
    statement = draft.Statement(id=7, kind="confirm", cue=[mention(5, "confirmed")], about=[about, about])
    grounded = ground(draft.Draft(statements=[statement]), RAID)
    assert grounded.items.statements[7].about[1].evidence == ()
    assert told(grounded.findings) == [
        ("absent", "about.0.evidence", "reject", 7),
        ("absent", "about.1.evidence", "reject", 7),
    ]
    assert [(entry.item, entry.id, entry.field, entry.raw) for entry in grounded.rejected] == [
        ("statement", 7, "about.0.evidence", "army said"),
        ("statement", 7, "about.1.evidence", "army said"),
    ]


def test_findings_quote_the_article_and_never_the_extractor() -> None:
    """Moved words are shown where they stand; a message is one of the fixed ones."""
    grounded = ground(
        draft.Draft(incidents=[incident(place=[mention(5, "Ostava")], time=[mention(1, "Sunday")])]), RAID
    )
    moved, absent = sorted(grounded.findings, key=lambda finding: -len(finding.quotes))
    assert [quote.text for quote in moved.quotes] == ["Ostava"]
    assert (absent.quotes, absent.message) == ((), CODES["absent"].message)


def test_a_value_of_which_one_mention_is_rejected_is_dropped_whole() -> None:
    """What is left could say something else."""
    grounded = ground(draft.Draft(incidents=[incident(damage=[mention(1, "bridge"), mention(1, "not harmed")])]), RAID)
    assert grounded.items.incidents[1].damage == ()
    assert [entry.raw for entry in grounded.rejected] == ["not harmed"]


def test_an_alias_that_is_not_there_takes_no_other_along() -> None:
    """Each alias is a value of its own."""
    aliases = [mention(3, "the group"), mention(1, "OLF"), mention(1, "Rebels"), *[mention(5, "Nobody")] * 2]
    actor = draft.Actor(id=1, name=[mention(1, "Rebels")], aliases=aliases, kind="armed_group", identity="named")
    grounded = ground(draft.Draft(actors=[actor]), RAID)
    assert [quote.text for quote in grounded.items.actors[1].aliases] == ["the group", "Rebels", "Nobody", "Nobody"]
    assert told(grounded.findings) == [("absent", "aliases.1", "reject", 1)]


def test_more_than_three_mentions_are_cut_to_three_with_a_warning() -> None:
    """A value of many pieces is no quotation."""
    words = [mention(1, text) for text in ("Rebels", "Ostava", "raid", "bridge")]
    grounded = ground(draft.Draft(incidents=[incident(words=words)]), RAID)
    assert [quote.text for quote in grounded.items.incidents[1].words] == ["Rebels", "Ostava", "raid"]
    assert told(grounded.findings) == [("too_many_mentions", "words", "warn", 1)]


def test_a_target_whose_words_are_dropped_disappears() -> None:
    """Nothing is a target without words; paths go on counting as the draft does."""
    targets = [
        {"kind": "thing", "text": [{"sentence": 1, "text": text}]} for text in ("a mill", "the Lenka bridge", "a dam")
    ]
    grounded = ground(draft.Draft(incidents=[incident(targets=targets)]), RAID)
    assert [target.text[0].text for target in grounded.items.incidents[1].targets] == ["the Lenka bridge"]
    assert told(grounded.findings) == [
        ("absent", "targets.0.text", "reject", 1),
        ("nothing_left", "targets.0", "reject", 1),
        ("absent", "targets.2.text", "reject", 1),
        ("nothing_left", "targets.2", "reject", 1),
    ]


def test_a_casualty_needs_a_number_or_a_noun() -> None:
    """A count that is not there leaves 'people', never a made-up number."""
    twelve, people, thirteen = mention(2, "At least 12"), mention(2, "people"), mention(2, "13")
    casualties = [
        draft.Casualty(outcome="killed", count=[twelve], whom=[people]),
        draft.Casualty(outcome="killed", count=[thirteen], whom=[people]),
        draft.Casualty(outcome="killed", count=[thirteen], cue=[mention(2, "killed")]),
    ]
    grounded = ground(draft.Draft(incidents=[incident(casualties=casualties)]), RAID)
    kept = grounded.items.incidents[1].casualties
    assert [(casualty.count != (), casualty.whom != ()) for casualty in kept] == [(True, True), (False, True)]
    assert ("nothing_left", "casualties.2", "reject", 1) in told(grounded.findings)


def test_the_first_of_two_items_with_one_id_is_kept() -> None:
    """An id means one thing; the same id in another list is another thing."""
    proposed = draft.Draft(
        incidents=[incident(1, place=[mention(1, "Ostava")]), incident(1, place=[mention(1, "bridge")])],
        warnings=[draft.ThirdPartyWarning(id=1)],
    )
    grounded = ground(proposed, RAID)
    assert [quote.text for quote in grounded.items.incidents[1].place] == ["Ostava"]
    assert list(grounded.items.warnings) == [1]
    assert told(grounded.findings) == [("duplicate_id", "id", "reject", 1)]


# --- whatever a model may say ---------------------------------------------------------------------

HOMES = [
    RAID,
    article(["Some 10–12 men… “left” cafe\u0301s, un\u00adhurt."], ["1\u00a0200 can’t."]),
    Document("", "", ()),
]
fragments = st.sampled_from(
    [
        "raid",
        "police said",
        "12",
        "At least 12 people",
        "“Leave now,”",
        "left",
        "café",
        "…",
        "200",
        "can",
        "x",
        "Rebels in",
    ]
)
mentions = st.builds(
    draft.Mention, sentence=st.integers(-1, 8), text=fragments | fragments | fragments | st.text(max_size=6)
)
values = st.lists(mentions, max_size=1) | st.lists(mentions, max_size=5)


def filled(part: type[BaseModel]) -> st.SearchStrategy[BaseModel]:
    """A strategy for a part of a draft that fills every field, not only those without a default."""
    fields = {}
    for name, info in part.model_fields.items():
        (member,) = get_args(info.annotation)[:1] or (None,)
        if info.annotation == draft.Value:
            fields[name] = values
        elif isinstance(member, type) and issubclass(member, BaseModel):
            fields[name] = st.lists(filled(member), max_size=2)
        else:
            fields[name] = st.integers(-1, 3) if name == "id" else st.from_type(info.annotation)
    return st.builds(part, **fields)


def proposed_texts(part: object) -> set[str]:
    """Every text that a draft proposes, folded, and without quotation marks around it."""
    if isinstance(part, draft.Mention):
        words = fold(part.text).text.strip()
        return {words, words.strip("\"' ")}
    members = list(vars(part).values()) if isinstance(part, BaseModel) else part if isinstance(part, list) else []
    return set().union(*map(proposed_texts, members))


@settings(max_examples=60, deadline=None)
@given(filled(draft.Draft), st.sampled_from(HOMES))
def test_whatever_is_proposed_only_the_articles_words_get_in(proposed: draft.Draft, document: Document) -> None:
    """Every draft is grounded without an error, into quotations that the article has and the draft proposed."""
    grounded = ground(proposed, document)
    proposed_words = proposed_texts(proposed)
    for _, item in grounded.items.all():
        for _, quote in quotes_in(item):
            assert resolve(quote, document)
            assert fold(quote.text).text in proposed_words
    assert ground(proposed, document) == grounded


@settings(max_examples=200)
@given(st.data(), st.sampled_from(HOMES[:2]))
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
