"""The form in which a draft travels: nothing is lost, and what a model writes carelessly is still read, or told."""

import pytest

from summarizer.asking.lines import Lines, read, written
from summarizer.documents.document import Document
from summarizer.schemas.draft import Draft
from tests.proposing import Case, any_draft, recorded, seeded

TEXT = (
    "The Varrow Front said on Monday that its men had burned the mill at Tarn. Police had nothing to add to that.\n\n"
    "“We will burn the next one,” the Front wrote, “and the one after it, until the river is ours,” in a letter."
)
DOCUMENT = Document.from_text(TEXT)


def draft_of(*lines: str) -> Draft:
    draft, unread = read(Lines(lines=lines), Draft, DOCUMENT)
    assert unread == ()
    return draft


@pytest.mark.parametrize("case", recorded(), ids=lambda case: case.name)
def test_what_is_written_is_read_again(case: Case) -> None:
    """Recorded drafts go through the form and come back whole."""
    assert read(written(case.draft), Draft, case.document) == (case.draft, ())


@pytest.mark.parametrize("seed", range(60))
def test_any_draft_is_read_again(seed: int) -> None:
    """Whatever the schema allows, but for white space at the ends of a mention, which stands nowhere."""
    case = recorded()[seed % len(recorded())]
    draft = any_draft(seeded("lines", seed), case.document)
    assert _bare(read(written(draft), Draft, case.document)[0]) == _bare(draft)


def _bare(draft: Draft) -> str:
    """The draft with white space at the ends of words left out, and mentions without words."""
    import json

    def bare(part: object) -> object:
        if isinstance(part, dict):
            if part.keys() == {"sentence", "text"}:
                return {**part, "text": part["text"].strip()}
            return {key: bare(value) for key, value in part.items()}
        parts = [bare(value) for value in part] if isinstance(part, list) else []
        return [one for one in parts if not (isinstance(one, dict) and one.get("text") == "")] if parts else part

    return json.dumps(bare(draft.model_dump(mode="json")))


def test_a_mention_without_a_number_is_of_the_sentence_before_it() -> None:
    (incident,) = draft_of("I1 arson | words 1:burned | at :the mill | place :Tarn").incidents
    assert [(m.sentence, m.text) for m in (*incident.words, *incident.targets[0].text, *incident.place)] == [
        (1, "burned"),
        (1, "the mill"),
        (1, "Tarn"),
    ]


def test_a_number_without_words_says_of_which_sentence_the_next_ones_are() -> None:
    (incident,) = draft_of("I1 arson | words 1:burned | toll wounded 2: / :Police / :add | place :").incidents
    (toll,) = incident.casualties
    assert (toll.count, incident.place) == ((), ())
    assert [(mention.sentence, mention.text) for mention in (*toll.whom, *toll.cue)] == [(2, "Police"), (2, "add")]


def test_long_words_are_given_by_their_beginning_and_end() -> None:
    """The shortest stretch of the sentence that begins and ends so; the article's own words all the same."""
    (threat,) = draft_of("T1 by 1 | says 3:We will burn…river is ours").threats
    assert (
        threat.content[0].text
        == "We will burn the next one,” the Front wrote, “and the one after it, until the river is ours"
    )


def test_long_words_may_run_over_the_lines_of_the_article() -> None:
    """A model sees each sentence on one line."""
    wrapped = Document.from_text(
        "It rained in Sella. The Front said that it had burned\nthe old mill at\nthe ford on Monday morning."
    )
    draft, _ = read(Lines(lines=("S1 claim | says 2:had burned the…at the ford",)), Draft, wrapped)
    assert draft.statements[0].content[0].text == "had burned\nthe old mill at\nthe ford"


def test_an_ellipsis_that_stands_for_nothing_is_left_for_grounding_to_reject() -> None:
    (threat,) = draft_of("T1 by 1 | says 3:We will drown…river is ours").threats
    assert threat.content[0].text == "We will drown…river is ours"


def test_lists_may_be_parted_by_spaces_and_ids_carry_their_letter() -> None:
    """A model that writes "whom 1 2" or "by A1" means what anybody would take it to mean."""
    (said,) = draft_of("S1 dispute by A1 whom 1 2 against cause, toll | cue 1:said | on 1 authority").statements
    assert (said.speaker, said.whom, said.contradicts) == (1, (1, 2), ("cause", "toll"))


def test_one_part_may_be_given_for_several_items() -> None:
    """ "on 1,2 authority" links a statement to both; words that show it show both."""
    text = "S1 assert by 1 | cue 1:said | says :the mill burned | on 1, I2 authority 1:Police | on 3 other"
    (said,) = draft_of(text).statements
    assert [(link.incident, link.relation) for link in said.about] == [(1, "authority"), (2, "authority"), (3, "other")]
    assert [[words.text for words in link.evidence] for link in said.about] == [["Police"], ["Police"], []]


def test_a_part_that_cannot_be_read_costs_no_more_than_itself() -> None:
    """A toll with a word of the model's own goes, and the event stays."""
    line = "I1 arson | words 1:burned | toll nobody / 1:dead | place 1:the mill"
    draft, unread = read(Lines(lines=(line,)), Draft, DOCUMENT)
    assert (draft.incidents[0].casualties, draft.incidents[0].place[0].text) == ((), "the mill")
    assert [(one.line, one.why) for one in unread] == [("toll nobody / 1:dead", "nobody is no word of its lists")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The mill burned.", "a line begins with one of A, I, S, T, W and a number"),
        ("I1 burning | words 1:burned", "burning is no word of its lists"),
        ("I1 | words 1:burned", "it lacks kind"),
        ("T1 | says 3:We will burn", "it lacks issuer"),
        ("S1 claim by nobody | cue 1:said", "after by stands no number"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(line: str, why: str) -> None:
    """The others stand."""
    draft, unread = read(Lines(lines=("A1 armed_group | name 1:Varrow Front", line)), Draft, DOCUMENT)
    assert len(draft.actors) == 1
    assert [(one.line, one.why) for one in unread] == [(line, why)]
