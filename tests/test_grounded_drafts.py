"""What becomes of a draft's values: located, moved, dropped, each with a finding."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.conflict.items import Items
from summarizer.documents.document import Document
from summarizer.pointing.audit import Finding
from summarizer.pointing.folding import fold
from summarizer.pointing.grounding import CODES, ground, resolve
from summarizer.pointing.roles import quotes_in
from summarizer.schemas import draft

RAID = Document.from_text(
    "Rebels in Ostava claimed a raid on the Lenka bridge. At least 12 people were killed, police said.\n\n"
    "“Leave now,” the group’s leader said. “Otherwise we will burn the port.” Nobody has confirmed the raid.\n\n"
    "The raid on the port was not confirmed – police said so on Monday."
)


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
    grounded = ground(proposed, RAID, Items)
    located = grounded.items.incidents[4]
    assert (located.kind, located.aggregate, located.summarises) == ("strike", True, (2, 3))
    assert {path: quote.text for path, quote in quotes_in(located)} == {
        "words": "raid",
        "targets.0.text": "the Lenka bridge",
    }
    assert (grounded.findings, grounded.rejected) == ((), ())


def test_words_given_with_the_wrong_number_of_others_go_where_these_stand() -> None:
    """Who numbers a sentence wrongly does so for the saying and for what is said."""
    said = draft.Statement(id=1, kind="assert", cue=[mention(6, "said")], content=[mention(6, "12 people were killed")])
    grounded = ground(draft.Draft(statements=[said]), RAID, Items)
    assert [quote.sentence for quote in grounded.items.statements[1].cue] == [2]
    assert told(grounded.findings) == [("moved", "content", "note", 1), ("moved", "cue", "note", 1)]


def test_words_given_with_their_own_number_stay() -> None:
    """Only what is said was numbered wrongly."""
    said = draft.Statement(id=1, kind="assert", cue=[mention(3, "said")], content=[mention(6, "12 people were killed")])
    grounded = ground(draft.Draft(statements=[said]), RAID, Items)
    assert [quote.sentence for quote in grounded.items.statements[1].cue] == [3]
    assert told(grounded.findings) == [("moved", "content", "note", 1)]


def test_text_that_the_article_lacks_is_kept_apart_with_its_place() -> None:
    """The value is dropped, the finding says which, and the text is in the audit alone."""
    about = draft.About(incident=1, relation="authority", evidence=[mention(2, "army said")])
    statement = draft.Statement(id=7, kind="confirm", cue=[mention(5, "confirmed")], about=[about, about])
    grounded = ground(draft.Draft(statements=[statement]), RAID, Items)
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
        draft.Draft(incidents=[incident(place=[mention(5, "Ostava")], time=[mention(1, "Sunday")])]), RAID, Items
    )
    moved, absent = sorted(grounded.findings, key=lambda finding: -len(finding.quotes))
    assert [quote.text for quote in moved.quotes] == ["Ostava"]
    assert (absent.quotes, absent.message) == ((), CODES["absent"].message)


def test_ambiguous_words_are_shown_where_they_stand_and_not_as_missing() -> None:
    """The article has them, so they are no rejected text."""
    grounded = ground(draft.Draft(incidents=[incident(words=[mention(4, "police said")])]), RAID, Items)
    assert [[quote.sentence for quote in finding.quotes] for finding in grounded.findings] == [[2, 6]]
    assert (told(grounded.findings), grounded.rejected) == ([("ambiguous", "words", "reject", 1)], ())


def test_a_value_of_which_one_mention_is_rejected_is_dropped_whole() -> None:
    """What is left could say something else."""
    grounded = ground(
        draft.Draft(incidents=[incident(damage=[mention(1, "bridge"), mention(1, "not harmed")])]), RAID, Items
    )
    assert grounded.items.incidents[1].damage == ()
    assert [entry.raw for entry in grounded.rejected] == ["not harmed"]


def test_an_alias_that_is_not_there_takes_no_other_along() -> None:
    """Each alias is a value of its own."""
    aliases = [mention(3, "the group"), mention(1, "OLF"), mention(1, "Rebels"), *[mention(5, "Nobody")] * 2]
    actor = draft.Actor(id=1, name=[mention(1, "Rebels")], aliases=aliases, kind="armed_group", identity="named")
    grounded = ground(draft.Draft(actors=[actor]), RAID, Items)
    assert [quote.text for quote in grounded.items.actors[1].aliases] == ["the group", "Rebels", "Nobody", "Nobody"]
    assert told(grounded.findings) == [("absent", "aliases.1", "reject", 1)]


def test_more_than_three_mentions_are_cut_to_three_with_a_warning() -> None:
    """A value of many pieces is no quotation."""
    words = [mention(1, text) for text in ("Rebels", "Ostava", "raid", "bridge")]
    grounded = ground(draft.Draft(incidents=[incident(words=words)]), RAID, Items)
    assert [quote.text for quote in grounded.items.incidents[1].words] == ["Rebels", "Ostava", "raid"]
    assert told(grounded.findings) == [("too_many_mentions", "words", "warn", 1)]


def test_a_target_whose_words_are_dropped_disappears() -> None:
    """Nothing is a target without words; paths go on counting as the draft does."""
    targets = [
        {"kind": "thing", "text": [{"sentence": 1, "text": text}]} for text in ("a mill", "the Lenka bridge", "a dam")
    ]
    grounded = ground(draft.Draft(incidents=[incident(targets=targets)]), RAID, Items)
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
    grounded = ground(draft.Draft(incidents=[incident(casualties=casualties)]), RAID, Items)
    kept = grounded.items.incidents[1].casualties
    assert [(casualty.count != (), casualty.whom != ()) for casualty in kept] == [(True, True), (False, True)]
    assert ("nothing_left", "casualties.2", "reject", 1) in told(grounded.findings)


def test_the_first_of_two_items_with_one_id_is_kept() -> None:
    """An id means one thing; the same id in another list is another thing."""
    proposed = draft.Draft(
        incidents=[incident(1, place=[mention(1, "Ostava")]), incident(1, place=[mention(1, "bridge")])],
        warnings=[draft.ThirdPartyWarning(id=1)],
    )
    grounded = ground(proposed, RAID, Items)
    assert [quote.text for quote in grounded.items.incidents[1].place] == ["Ostava"]
    assert list(grounded.items.warnings) == [1]
    assert told(grounded.findings) == [("duplicate_id", "id", "reject", 1)]


# --- whatever a model may say ---------------------------------------------------------------------

HOMES = [
    RAID,
    Document.from_text("Some 10–12 men… “left” cafe\u0301s, un\u00adhurt. 1\u00a0200 can’t."),
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
@pytest.mark.slow
def test_whatever_is_proposed_only_the_articles_words_get_in(proposed: draft.Draft, document: Document) -> None:
    """Every draft is grounded without an error, into quotations that the article has and the draft proposed."""
    grounded = ground(proposed, document, Items)
    proposed_words = proposed_texts(proposed)
    for _, item in grounded.items.all():
        for _, quote in quotes_in(item):
            assert resolve(quote, document)
            assert fold(quote.text).text in proposed_words
    assert ground(proposed, document, Items) == grounded


COUNTED = Document.from_text(
    "The mayor spoke to the council.\n\nRebels burned the mill. The clinic was full.\n\nThe mayor wept. It rained."
)


def test_words_of_several_sentences_go_where_the_others_of_their_number_stand() -> None:
    """Who counts one sentence too many counts it for all that it quotes there."""
    mayor = draft.Actor(
        id=1, name=[mention(5, "The mayor")], aliases=[mention(5, "wept")], kind="official", identity="named"
    )
    grounded = ground(draft.Draft(actors=[mayor]), COUNTED, Items)
    assert [(quote.sentence, quote.text) for quote in grounded.items.actors[1].name] == [(4, "The mayor")]
    assert told(grounded.findings) == [("moved", "name", "note", 1), ("moved", "aliases.0", "note", 1)]


@pytest.mark.parametrize("other", [[], [mention(9, "burned")], [mention(9, "wept"), mention(9, "burned")]])
def test_words_of_several_sentences_are_dropped_where_nothing_says_which(other: list[draft.Mention]) -> None:
    """The others stand nowhere near them, or in two sentences, or there are none."""
    mayor = draft.Actor(id=1, name=[mention(9, "The mayor")], aliases=other, kind="official", identity="named")
    grounded = ground(draft.Draft(actors=[mayor]), COUNTED, Items)
    assert grounded.items.actors[1].name == ()
    assert ("ambiguous", "name", "reject", 1) in told(grounded.findings)
