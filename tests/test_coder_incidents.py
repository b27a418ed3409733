"""Which events the coder keeps apart in an article, and what it says of each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.coder.violence.events_joined import events_of
from summarizer.conflict.coder.violence.incidents import incident_of
from summarizer.conflict.coder.violence.mentions import acts_in
from summarizer.documents.document import Document
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.times import report_date
from summarizer.schemas.draft import Incident, Value
from tests.coding import drafted

WORDS = (
    "gunmen", "killed", "bombed", "a", "the", "mayor", "attack", "bomb", "in", "Orlen", "on", "Monday", ",", "and", "who",
    "was", "were", "two", "at least", "said", "that", "not", "will", "\"", "(", ")", "[", "]", "--", ".", "exploded", "last",
    "of", "by", "to", "rebels", "'s", "killing", "5", "1987", "shot", "dead", "soldiers", "another", "if", "May",
)  # fmt: skip
"""Words out of which the grammar of the coder is made, for texts that nobody would write."""


def incidents_of(text: str, published: date | None = None) -> list[Incident]:
    """The incidents that the coder drafts of a text."""
    document = Document.from_text(text, published=published)
    report = report_date(document)
    parsed = [parse(document, each) for each in document.sentences]
    events = events_of((act for each in parsed for act in acts_in(each)), report)
    return [incident_of(number, event, report) for number, event in enumerate(events, start=1)]


def words(value: Value) -> str:
    """A value as one string."""
    return " … ".join(mention.text for mention in value)


def targets(incident: Incident) -> list[str]:
    """Who and what was struck."""
    return [words(target.text) for target in incident.targets]


def test_another_victim_at_another_place_is_another_event() -> None:
    text = "Gunmen shot the mayor of Sol in Orlen. In Tarn, gunmen shot a priest."
    assert [targets(each) for each in incidents_of(text)] == [["the mayor of Sol"], ["a priest"]]


def test_another_day_is_another_event() -> None:
    text = "Rebels attacked the bridge at Orlen on Monday. Rebels attacked the bridge at Orlen on Thursday."
    assert [words(each.time) for each in incidents_of(text)] == ["Monday", "Thursday"]


def test_the_pieces_of_a_digest_share_no_event() -> None:
    text = "Gunmen attacked a bank in Orlen.\n\n* * *\n\nThe attack on the bank in Orlen was condemned."
    assert len(incidents_of(text)) == 2


def test_an_older_year_sets_an_event_in_the_background() -> None:
    (incident,) = incidents_of("In 1987 rebels bombed the bridge at Orlen.", date(2024, 5, 2))
    assert (incident.frame, words(incident.frame_words)) == ("background", "1987")


def test_last_months_event_is_news_and_that_of_last_spring_is_not() -> None:
    text = "Rebels bombed the bridge at Orlen in {}."
    frames = [incidents_of(text.format(month), date(2024, 5, 2))[0].frame for month in ("April", "January")]
    assert frames == ["current", "background"]


def test_a_drill_has_the_frame_exercise() -> None:
    (incident,) = incidents_of("In a drill, simulated gunmen attacked the airport at Orlen.")
    assert incident.frame == "exercise"


def test_counts_over_years_are_no_single_event() -> None:
    assert incidents_of("Since the war began 300 teachers have been killed in Orlen.") == []


def test_unnamed_perpetrators_are_described_and_named_ones_are_not() -> None:
    described = incidents_of("Three masked men shot a priest in Orlen. The Dawn Column shot a judge in Tarn.")
    assert [words(each.perpetrator_words) for each in described] == ["Three masked men", ""]


def test_people_and_things_are_told_apart() -> None:
    (incident,) = incidents_of("Gunmen attacked a bank, Judge Ada Rusk and two clerks in Orlen.")
    assert [(target.kind, words(target.text)) for target in incident.targets] == [
        ("thing", "a bank"),
        ("person", "Judge Ada Rusk"),
        ("people", "two clerks"),
    ]


def test_a_bracket_within_a_name_is_left_out() -> None:
    (incident,) = incidents_of("REBELS SHOT STATE BANK [SB] DIRECTOR JUAN RUIZ IN ORLEN.")
    assert targets(incident) == ["DIRECTOR JUAN RUIZ"]


texts_of_words = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(st.one_of(st.text(max_size=200), texts_of_words, texts_of_words.map(str.upper)))
def test_any_text_gives_incidents_with_the_articles_own_words_and_always_the_same(text: str) -> None:
    first = incidents_of(text)
    document = Document.from_text(text)
    for incident in first:
        values = [incident.words, incident.stage_words, incident.frame_words, incident.place, incident.time]
        values += [incident.weapon, incident.perpetrator_words, *(target.text for target in incident.targets)]
        for each in incident.casualties:
            values += [each.count, each.whom, each.cue]
        for mention in (mention for value in values for mention in value):
            assert mention.text in document.words(mention.sentence)
    assert incidents_of(text) == first


def test_names_may_tell_who_it_was_that_was_only_counted() -> None:
    text = "Rebels kidnapped two engineers near Orlen. Anton Velis and Marko Rado were kidnapped on their way to work."
    assert len(incidents_of(text)) == 1


def test_nobody_kills_thousands_in_one_act() -> None:
    assert incidents_of("The war left more than 70,000 people dead.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Six soldiers were killed by a roadside bomb near Torvik. The device went off under their pickup on Monday.",
        "Gunmen killed nine villagers in Torvik on Monday. The attackers torched some 20 houses.",
    ],
)
def test_its_device_its_doers_and_its_damage_belong_to_an_attack(text: str) -> None:
    """What points back to an attack's device, doers or target tells no second one."""
    assert len(drafted(text).incidents) == 1


def test_another_attack_by_gunmen_stays_apart() -> None:
    """What is set apart, or has its own day, is another event."""
    text = "Gunmen killed nine villagers in Torvik on Monday. In a separate attack, gunmen torched a school on Friday."
    assert len(drafted(text).incidents) == 2


def test_the_past_few_hours_are_no_background() -> None:
    (incident,) = incidents_of("In the past few hours the rebels have blown up a bridge near Orlen.", date(2024, 5, 4))
    assert incident.frame == "current"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('Soldiers killed two "terrorists" in Torvik on Monday.', 'two "terrorists"'),
        ('Rebels carried out a "massive attack" on the barracks in Torvik on Monday.', "the barracks"),
        ("The army said that it had struck a depot near Torvik.", "a depot"),
    ],
)
def test_a_term_in_quotation_marks_is_part_of_its_sentence(text: str, target: str) -> None:
    """Marks that set a word off part nothing; what an army says that it struck is its target."""
    (incident,) = drafted(text).incidents
    assert [words.text for each in incident.targets for words in each.text] == [target]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A grenade was thrown at a police post in Torvik on Monday. It failed to explode.", "attempted"),
    ],
)
def test_what_became_of_the_device_tells_how_far_an_attack_got(text: str, stage: str) -> None:
    """A later sentence on the device gives the stage, and those who made it safe did not plant it."""
    (incident,) = drafted(text).incidents
    assert (incident.stage, incident.perpetrator_words) == (stage, ())


@pytest.mark.parametrize(
    "text",
    [
        "Rebels last struck the town years ago. In 2013, gunmen stormed the Orlen mall, killing 67 people.",
    ],
)
def test_a_byline_and_an_old_year_part_nothing(text: str) -> None:
    """A lede tells its headline's event whatever stands between, and the year of a sentence is that of its verbs."""
    assert len(drafted(text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A village head was shot dead in Torvik on Monday. He was on his way home. The pillion rider fired several shots.",
        "A car bomb exploded at a checkpoint in Torvik on Monday. It killed two. The blast blew out windows at a hotel.",
        "A jet bombed a market in Torvik on Monday, killing nine people. It was full. Another 33 were injured.",
    ],
)
def test_details_told_later_belong_to_the_attack(text: str) -> None:
    """Who fired, what the blast broke and how many more were hurt tell no second attack."""
    assert len(drafted(text).incidents) == 1


def test_two_attacks_of_one_army_stay_two() -> None:
    """A party that is known by itself may have struck again."""
    text = "Rebels shot a mayor dead in Torvik on Monday. On Friday the army fired shells at a farm near Merrin."
    assert len(drafted(text).incidents) == 2


def test_a_long_quoted_phrase_is_no_speech() -> None:
    """What an army says that it carried out may stand in quotation marks, however long."""
    text = 'The army says its forces carried out "a precision strike with long-range weapons" on a plant in Torvik.'
    (incident,) = drafted(text).incidents
    assert incident.kind == "strike"
