"""Whom the words for a doer stand for: groups by their members, short forms and descriptions; invented names."""

import pytest

from tests.coding import drafted, named, said, words


def doers(text: str) -> list[str | None]:
    """The names of all whom a statement of the article names as doers, each once, in order."""
    draft = drafted(text)
    return list(dict.fromkeys(named(draft, each) for each_said in draft.statements for each in each_said.whom))


DATE = "VELLA, 3 JAN 90 (XPA) -- "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("OMNF [ORVAN MARAN NATIONAL FRONT] OUTLAWS KIDNAPPED A MAYOR IN TAREL.", "OMNF"),
        ("THE TERRORIST ORVAN FRONT KILLED A MAYOR IN TAREL.", "ORVAN FRONT"),
        ('MAOIST "GLOWING LANTERN" GUERRILLAS KILLED A MAYOR.', "GLOWING LANTERN"),
        ("THE REVOLUTIONARY ARMED FORCES OF ORVANO KILLED A MAYOR.", "REVOLUTIONARY ARMED FORCES OF ORVANO"),
    ],
)
def test_members_and_units_stand_for_their_group_in_capitals(text: str, doer: str) -> None:
    """Where capitals tell nothing, a group is known by its short form, its head noun or its people."""
    assert doers(DATE + text) == [doer]


def test_a_short_form_behind_a_comma_is_the_same_group() -> None:
    """The initials of a name, in any order, name it again."""
    text = "A MAYOR WAS KIDNAPPED BY THE ORVAN PATRIOTIC FRONT, FPO, IN TAREL. THE FPO KILLED HIM."
    assert doers(DATE + text) == ["ORVAN PATRIOTIC FRONT"]


FRONT = "The Velm Front began an offensive in May. Talks failed. The army was ready. Nobody spoke. "
BOMBED = "On Monday the rebels blew up a bank in Tarel."


@pytest.mark.parametrize("group", ["A FOUR-PERSON REBEL GROUP", "THE GUERRILLA MOVEMENT", "EXTREME RIGHTIST GROUPS"])
def test_a_group_of_some_sort_is_nobody(group: str) -> None:
    """Number and leaning tell no group from another, where all is in capitals."""
    assert doers(DATE + f"{group} KILLED A MAYOR IN TAREL.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Orvan Brigade militia opposes it. " + BOMBED,
        "On Monday rebels blew up a bank in Tarel.",
    ],
)
def test_the_rebels_of_whom_nobody_can_tell_are_nobody(text: str) -> None:
    """A second group, unnamed fighters told of since, or no article before the noun: rather nothing."""
    assert doers(FRONT + text) == []


HIT = "A bomb killed four people in Tarel on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        HIT + "The Velm Front was behind the attack, the mayor said.",
        "On Monday, gunmen believed to be members of the Velm Front killed four people in Tarel.",
        HIT + "The mayor accused the Velm Front of being behind the bombing.",
    ],
)
def test_a_doer_told_beside_the_act(text: str) -> None:
    """The deed of somebody, what somebody is taken for, whose people they are, and who is blamed or suspected."""
    assert doers(text) == ["Velm Front"]


def test_all_of_a_list_are_blamed() -> None:
    """Not only the first."""
    text = HIT + "The government blamed the Velm Front and the Orvan Brigade for the attack."
    assert doers(text) == ["Velm Front", "Orvan Brigade"]


def test_of_an_exchange_of_fire_nobody_is_the_doer() -> None:
    """Both sides fired: the bombing is neither's."""
    text = HIT + "The blast led to an exchange of gunfire between the Velm Guard and the attackers."
    assert doers(text) == []


def test_a_name_goes_on_through_of_and_for() -> None:
    """The whole name, with its short form."""
    text = "The Front for the Defence of the Lakes (FDL) killed two farmers in Tarel. The FDL killed a judge."
    assert doers(text) == ["Front for the Defence of the Lakes"]


def test_a_sort_of_group_may_be_blamed() -> None:
    """ "The drug mafia" tells who is meant, though it names nobody."""
    assert doers(HIT + "The mayor blamed the attack on the drug mafia.") == ["drug mafia"]


def test_all_of_a_list_are_responsible() -> None:
    """Who is said to be responsible may be several."""
    text = HIT + "The Velm Front and the Orvan Brigade are responsible for the attack, the mayor said."
    assert doers(text) == ["Velm Front", "Orvan Brigade"]


def test_the_short_form_behind_a_land_is_not_the_lands() -> None:
    """ "Of Orvania (RAO)" shortens the name of the army."""
    text = DATE + "THE RED ARMY OF COLOMBIA (RAC) KILLED A MAYOR. THE RAC KILLED A JUDGE IN COLOMBIA."
    assert doers(text) == ["RED ARMY OF COLOMBIA"]


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Front may be responsible for the attack, the mayor said.",
        "The Velm Front was probably behind the attack, the mayor said.",
    ],
)
def test_blame_that_is_left_open_is_hedged(text: str) -> None:
    """No accusation becomes firmer than it was."""
    (blame,) = [each for each in drafted(HIT + text).statements if each.whom]
    assert blame.hedge


def test_blame_is_for_what_struck_and_not_for_what_others_did() -> None:
    """Blame that names no event is not for the death of the raiders, whom the army shot."""
    text = (
        HIT
        + "Two gunmen were shot dead by the army on Tuesday. The mayor blamed the Velm Front, which was not reached."
    )
    draft = drafted(text)
    assert not any(each.kind == "blame" for each in draft.statements)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Velm Front owned up to the attack.", "Velm Front"),
        ('The so-called "Velm Brigade" claimed responsibility.', "Velm Brigade"),
    ],
)
def test_further_words_of_claiming(text: str, speaker: str) -> None:
    """Owning up to an act, and answering for it as "it"."""
    assert ("claim", speaker) in said(HIT + text)


def test_the_forces_of_a_speaker_are_its_own() -> None:
    """What its forces carried out is claimed, and nobody is blamed for it."""
    text = "Velland's army said its forces had carried out a strike on an arms depot in Torvik on Monday."
    assert said(text) == [("claim", "Velland's army")]


def test_an_unlisted_noun_without_its_article_is_nobody() -> None:
    """Rather nothing than what a storm is called."""
    assert doers(DATE + "A MAN WAS KILLED BY GUSTERS.") == []


def test_who_is_convicted_is_no_suspect() -> None:
    """The words are those of a finding."""
    text = "TWO MEMBERS OF THE TAREL ARMY WERE CONVICTED OF THE MURDER OF SIX NUNS IN LORA ON MONDAY."
    assert not [each for each in drafted(DATE + text).statements if each.hedge]


def test_who_says_that_they_did_it_are_those_who_say_it() -> None:
    text = "The families of six engineers pleaded for news, a day after the Velm Front said they had executed two of them in Torvik."
    assert ("claim", "Velm Front") in said(text)


def test_what_somebody_is_blamed_for_is_no_part_of_his_description() -> None:
    """He is known by what he is called, and the deed is told for itself."""
    text = "Two men were killed in Torvik on Monday. Police blamed drug traffickers for the murder."
    assert all("murder" not in words(each.name) for each in drafted(text).actors)


@pytest.mark.parametrize(
    "text",
    [
        "It is not known which side carried out the attack.",
        "The agency has no evidence on who carried out the attack.",
        "The ministry said its country was looking into who had carried out the attack.",
    ],
)
def test_who_did_it_is_nobody_where_it_is_asked(text: str) -> None:
    draft = drafted(HIT + text)
    assert not any(each.kind in ("claim", "blame") or each.whom for each in draft.statements)


def test_who_strikes_is_not_what_is_struck() -> None:
    """The subject of an active verb with an object does it."""
    (found,) = drafted("The movement struck three soldiers with rockets on Monday.").incidents
    assert [words(each.text) for each in found.targets] == ["three soldiers"]


@pytest.mark.parametrize(
    "text",
    [
        "The air force said it shot down four drones over Kastra on Monday.",
        "The air force said its gunners had downed four drones over Kastra on Monday.",
        '"We intercepted four drones over Kastra on Monday," the air force said.',
        "The air force claimed that it had intercepted four drones over Kastra on Monday.",
    ],
)
def test_who_stops_an_attack_is_no_attacker(text: str) -> None:
    """What is shot down is somebody else's: stopped, and neither claimed nor done by who tells it."""
    draft = drafted(text)
    assert [(each.kind, each.stage, each.perpetrator_words) for each in draft.incidents] == [
        ("drone_strike", "intercepted", ())
    ]
    assert [(each.kind, named(draft, each.speaker), each.whom) for each in draft.statements] == [
        ("assert", "air force", ())
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two drones were shot down by the army over Kastra on Monday.",
        "The navy's interception of two drones over Kastra on Monday was quick.",
        "Soldiers beat back an attack on the post at Kastra on Monday.",
        "The army said it had repelled an attack by gunmen on the post at Kastra on Monday.",
    ],
)
def test_who_stops_an_attack_is_not_who_did_it(text: str) -> None:
    (found,) = drafted(text).incidents
    assert found.stage in ("intercepted", "foiled")
    assert not [each for each in drafted(text).statements if each.whom or each.kind == "claim"]


@pytest.mark.parametrize(
    "words", ["denied that it had shot down", "admitted that it had shot down", "claimed to have downed"]
)
def test_to_have_stopped_an_attack_is_nothing_to_deny_or_to_own_up_to(words: str) -> None:
    found = drafted(f"A drone was shot down over Kastra on Monday. The army {words} a drone over Kastra.").statements
    assert {each.kind for each in found} == {"assert"}


@pytest.mark.parametrize("words", ["failed to intercept", "tried to shoot down"])
def test_an_attack_that_was_not_stopped_is_not_told_as_one_that_failed(words: str) -> None:
    assert not drafted(f"The army {words} two drones over Kastra on Monday.").incidents


def test_who_shoots_something_down_is_not_struck() -> None:
    assert not drafted("Rebels shot down a helicopter over Kastra on Monday.").incidents


def test_who_is_only_denied_to_have_done_it_is_no_doer() -> None:
    (found,) = drafted(
        "A bomb hit a school in Kastra. The Velm Front denied that its men had bombed the school."
    ).incidents
    assert found.perpetrator_words == ()
