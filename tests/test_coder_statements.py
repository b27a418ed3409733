"""What kind of statement a sentence makes: one construction each, with invented sentences."""

import pytest

from summarizer.documents.document import Document
from summarizer.verification import verify
from tests.coding import drafted, named, said, statement, words

BOMBED = "A bomb destroyed the bridge at Torvik on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The Velm Front claimed responsibility for the bombing.", "claim", "Velm Front"),
        ("Responsibility for the bombing was claimed by the Velm Front.", "claim", "Velm Front"),
        ("The Velm Front took responsibility for the attack.", "claim", "Velm Front"),
        ("The Velm Front said its fighters had bombed the bridge.", "claim", "Velm Front"),
        ("The Velm Front said it was behind the attack.", "claim", "Velm Front"),
        ("No group has claimed responsibility for the attack.", "no_claim", None),
        ("There was no immediate claim of responsibility.", "no_claim", None),
        ("The Velm Front denied responsibility for the attack.", "deny_responsibility", "Velm Front"),
        ("The Velm Front denied that it had bombed the bridge.", "deny_responsibility", "Velm Front"),
        ("Police confirmed the attack.", "confirm", "Police"),
        ("Police blamed the Velm Front for the attack.", "blame", "Police"),
        ("Police said the Velm Front was behind the attack.", "blame", "Police"),
        ("The army declined to comment on the attack.", "no_comment", "army"),
        ("The claim could not be independently verified.", "unverified", None),
        ("The harbour police could not confirm the attack.", "unverified", "harbour police"),
        ("The army was unable to verify the report.", "unverified", "army"),
        ("It could not confirm the attack.", "unverified", None),
        ("The Velm Front withdrew its claim.", "retract", "Velm Front"),
        ("The army said the explosion was an accident.", "dispute", "army"),
        ("The army said the blast was accidental.", "dispute", "army"),
        ("The army disputed the account.", "dispute", "army"),
        ("The Velm Front said one of its members had planted the bomb.", "claim", "Velm Front"),
        ('"We carried out this operation," the Velm Front said.', "claim", "Velm Front"),
        (
            "A spokesman for the Velm Front said the group had carried out the attack.",
            "claim",
            "A spokesman for the Velm Front",
        ),
        ("The attack remained unclaimed.", "no_claim", None),
        ("The army neither confirmed nor denied the attack.", "no_comment", "army"),
        ("It was not possible to independently verify the claims.", "unverified", None),
        ("The Velm Front, which the army accuses of having bombed the bridge, is banned.", "blame", "army"),
        ("The Velm Front denied carrying out the bombing.", "deny_responsibility", "Velm Front"),
        ('"We had nothing to do with this," the Velm Front said.', "deny_responsibility", "Velm Front"),
        ("The Velm Front distanced itself from the attack.", "deny_responsibility", "Velm Front"),
        ('The Velm Front said it had "carried out the judgment of the people".', "claim", "Velm Front"),
        ("The Velm Front claimed it. It later said its channel had been hacked.", "deny_responsibility", "Velm Front"),
        ("The army said the report was false.", "deny_occurrence", "army"),
        ("Police said the Velm Front was not behind the attack.", "clear", "Police"),
    ],
)
def test_each_construction_makes_its_kind(text: str, kind: str, speaker: str | None) -> None:
    """Kind and speaker of what is said of an event told before."""
    assert (kind, speaker) in said(BOMBED + text)


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("THE VELM FRONT CLAIMED RESPONSIBILITY FOR THE BOMBING.", "claim", "VELM FRONT"),
        ("POLICE BLAMED THE VELM FRONT FOR THE ATTACK.", "blame", "POLICE"),
        ("THE VELM FRONT DENIED RESPONSIBILITY FOR THE ATTACK.", "deny_responsibility", "VELM FRONT"),
        ("POLICE CONFIRMED THE ATTACK.", "confirm", "POLICE"),
        ("NO GROUP HAS CLAIMED RESPONSIBILITY FOR THE ATTACK.", "no_claim", None),
    ],
)
def test_capitals_throughout_change_nothing(text: str, kind: str, speaker: str | None) -> None:
    """NamesLearnt are known by their head nouns where all is written in capitals."""
    assert (kind, speaker) in said(BOMBED.upper() + text)


def test_the_article_asserts_what_nobody_is_said_to_say() -> None:
    """An act outside every saying is the article's own word, its doer named."""
    draft, found = statement("The Velm Front bombed the bridge at Torvik on Monday.", "assert")
    assert (found.speaker, [named(draft, each) for each in found.whom]) == (None, ["Velm Front"])


def test_the_article_does_not_assert_what_is_only_claimed() -> None:
    """An act that stands only within a claim has no statement of the article's own."""
    assert said("The Velm Front said its fighters had bombed the mill at Torvik.") == [("claim", "Velm Front")]


@pytest.mark.parametrize(
    "text",
    [
        "An explosion shook a fuel depot in Torvik on Sunday. The Velm Front said it had bombed the depot.",
        "An explosion killed four guards at a depot in Torvik on Sunday, and the Velm Front said it had bombed the depot.",
        "A depot in Torvik exploded on Sunday, killing four guards. The Velm Front said its fighters had blown up the depot.",
        "The Velm Front said its fighters had blown up a fuel depot in Torvik on Sunday. The explosion killed four guards.",
    ],
)
def test_a_blast_that_somebody_claims_is_not_asserted_as_an_attack(text: str) -> None:
    """The article tells of a blast and its dead; that it was a bombing is the word of who claims it."""
    assert [each.kind for each in drafted(text).incidents] == ["bombing"]
    assert said(text) == [("claim", "Velm Front")]
    (incident,) = verify(drafted(text), Document.from_text(text)).incidents
    assert not incident.told


@pytest.mark.parametrize(
    "text",
    [
        "Rebels bombed a fuel depot in Torvik on Sunday. The Velm Front said it had bombed the depot.",
        "A car bomb killed four guards at a depot in Torvik on Sunday. The Velm Front said it had bombed the depot.",
    ],
)
def test_an_attack_that_the_article_tells_itself_stays_asserted(text: str) -> None:
    assert [kind for kind, speaker in said(text) if speaker is None] == ["assert"]


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that rebels bombed the mill at Torvik.",
        "Rebels bombed the mill at Torvik on Monday, according to a statement.",
        "Messages that rebels had bombed the mill at Torvik went round the town.",
    ],
)
def test_what_nobody_is_known_to_say_is_no_event(text: str) -> None:
    """Neither the article nor anybody in it tells it."""
    assert drafted(text).incidents == ()


def test_a_hedge_stands_with_what_it_doubts() -> None:
    """ "Reportedly" goes into the hedge."""
    _, found = statement("Rebels reportedly bombed the mill at Torvik.", "assert")
    assert words(found.hedge) == "reportedly"


def test_the_main_clause_goes_on_behind_a_relative_one() -> None:
    """What killed two is the bombing, and not the army that blames somebody for it."""
    draft = drafted("The bombing, which the army blamed on the Velm Front, killed two people in Torvik on Monday.")
    assert not any("army" in words(each.perpetrator_words) for each in draft.incidents)


def test_the_police_are_an_authority_and_rebels_are_not() -> None:
    """The relation is what the speaker is called, and an armed party is never an authority."""
    by_police = statement(BOMBED + "Police confirmed the attack.", "confirm")[1]
    by_rebels = statement(BOMBED + "A rebel commander confirmed the attack.", "confirm")[1]
    assert [by_police.about[0].relation, by_rebels.about[0].relation] == ["authority", "combatant"]


def test_an_announced_claim_is_claimed_after_verification() -> None:
    """The tables give the status that the article supports."""
    document = Document.from_text("The Velm Front said its fighters had bombed the mill at Torvik.")
    brief = verify(drafted(document.text), document)
    (incident,) = brief.incidents
    assert incident.assessment is not None
    assert (incident.assessment.occurrence, incident.assessment.attribution) == ("claimed", "claimed")


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Front vowed to bomb the mill at Torvik.",
        "The Velm Front said it would bomb the mill at Torvik.",
        "The Velm Front promised to kill the mayor of Torvik.",
    ],
)
def test_what_is_to_come_is_never_claimed(text: str) -> None:
    """Who says what it will do has done nothing yet."""
    assert drafted(text).statements == ()


def test_the_words_for_a_silence_keep_their_negation() -> None:
    """ "Claimed responsibility" alone would say the opposite of what stands there."""
    found = statement(BOMBED + "No armed group claimed responsibility for the attack.", "no_claim")[1]
    assert found.cue[0].text.startswith("No armed group claimed")


@pytest.mark.parametrize(
    ("speaker", "relation"),
    [
        ("the Velland army said", "combatant"),
        ("rebel officials said", "combatant"),
        ("Tarnland officials said", "not_stated"),
        ("the fire brigade said", "authority"),
    ],
)
def test_what_a_speaker_is_to_an_event(speaker: str, relation: str) -> None:
    """An army is a party to the fighting; the services that know are an authority; officials of a country are nothing yet."""
    draft = drafted(f"Six Velland soldiers were killed by a mine near Torvik, {speaker} Thursday.")
    assert [each.about[0].relation for each in draft.statements if each.speaker] == [relation]


def test_the_day_of_saying_is_not_what_is_said() -> None:
    """ "…, the governor said Thursday" tells of what stands before."""
    text = "Rebels killed two farmers in Torvik, the governor said late Thursday night."
    _, found = statement(text, "assert")
    assert words(found.content) == "Rebels killed two farmers"


def test_a_shortened_rank_belongs_to_the_name() -> None:
    """The stop behind "Col." ends nothing."""
    text = "Police spokesman Col. Dara J. Venn said that rebels killed two farmers in Torvik."
    draft, found = statement(text, "assert")
    assert named(draft, found.speaker) == "Dara J. Venn"
    assert found.about[0].relation == "authority"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police put the number of dead at four.", "assert"),
        ("Police said the victims were farmers.", "assert"),
        ("Police said they were looking for those responsible.", "assert"),
    ],
)
def test_whoever_speaks_of_the_dead_speaks_of_the_attack(text: str, kind: str) -> None:
    """What is said of an event's victims, doers or toll takes the event for granted."""
    assert (kind, "Police") in said("Gunmen killed three farmers in Torvik on Monday. " + text)


@pytest.mark.parametrize("text", ["The army said nobody was arrested.", "The army said it never sleeps."])
def test_no_harm_is_no_denial(text: str) -> None:
    """That nobody was hurt does not say that nothing happened."""
    assert {kind for kind, _ in said(BOMBED + text)} <= {"assert"}


def test_who_never_came_denies_the_raid() -> None:
    """Who says that nothing of the kind was done says that it did not happen."""
    text = "The Velm Front said soldiers raided a farm near Torvik. The army said that nobody crossed the river."
    assert ("deny_occurrence", "army") in said(text)


def test_who_was_behind_it_is_not_whoever_does_not_say() -> None:
    """ "Did not say who was behind the attack" accuses nobody."""
    draft = drafted(BOMBED + "The company did not say who was behind the bombing.")
    assert [each.whom for each in draft.statements] == [()]


def test_who_says_one_thing_and_accuses_claims_nothing() -> None:
    """ "Says that its guns are silent and accuses": the speaker accuses, and has shelled nobody."""
    text = (
        "The Velm Front, a militia, fled. It says that its guns have been silent since Friday and accuses the army of "
        '"shelling its own market in Torvik to bury the truce".'
    )
    assert "claim" not in [kind for kind, _ in said(text)]


def test_wanting_no_part_in_something_denies_no_act() -> None:
    """A deal is no attack."""
    assert said(BOMBED + "The families said that they wanted no part in the deal.") == [("assert", None)]


def test_strikes_that_somebody_is_ready_to_direct_are_not_told_as_done() -> None:
    """What is only to come belongs to no event that was told before."""
    draft = drafted(
        "TORVIK - Clashes broke out at the border on Monday. Dara Venn, leader of the Velm Front, said its forces were "
        "ready to direct strikes at Velland."
    )
    assert [each.speaker for each in draft.statements] == [None]


def test_a_claim_by_somebody_is_not_the_article_s_own_word() -> None:
    """Where somebody claims it, the claim alone tells the attack."""
    draft = drafted(
        "TORVIK - The Velm Front has claimed responsibility for a grenade attack on a bar in Torvik on Sunday."
    )
    assert [each.kind for each in draft.statements] == ["claim"]


@pytest.mark.parametrize(
    "denial",
    [
        '"Somebody has stolen our page and it was not us," the Front\'s political office said.',
        '"It was not us," the Velm Front said.',
    ],
)
def test_who_speaks_for_a_group_denies_for_it(denial: str) -> None:
    draft = drafted("A post on the channel of the Velm Front said its men had bombed the mill at Torvik. " + denial)
    assert [each.kind for each in draft.statements] == ["claim", "deny_responsibility"]
