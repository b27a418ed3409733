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
        ("ALLEGED MEMBERS OF THE ARMY OF ORVAN RENEWAL (AOR) KIDNAPPED A MAYOR IN TAREL.", "ARMY OF ORVAN RENEWAL"),
        ("GUERRILLAS OF THE ARMY OF NATIONAL LIBERATION SET FIRE TO A BANK IN TAREL.", "ARMY OF NATIONAL LIBERATION"),
        ("OMNF [ORVAN MARAN NATIONAL FRONT] OUTLAWS TOOK A MAYOR HOSTAGE IN TAREL.", "OMNF"),
        ("OMNF URBAN COMMANDOS BLEW UP TWO TRUCKS IN TAREL.", "OMNF"),
        ("OMNF UNITS KILLED A MAYOR IN TAREL.", "OMNF"),
        ("URBAN CELLS OF THE ORVAN FRONT KILLED A MAYOR IN TAREL.", "ORVAN FRONT"),
        ("THE TERRORIST ORVAN FRONT KILLED A MAYOR IN TAREL.", "ORVAN FRONT"),
        ("A COLUMN OF GLOWING LANTERN MEMBERS KILLED A MAYOR.", "GLOWING LANTERN"),
        ("AN ARMY PATROL KILLED A MAYOR.", "ARMY"),
        ("MEMBERS OF THE GLOWING LANTERN GROUP KILLED A MAYOR.", "GLOWING LANTERN"),
        ("ON 10 MARCH ALLEGED GLOWING LANTERN MEMBERS KILLED A MAYOR.", "GLOWING LANTERN"),
        ("IN CORIO (TAREL DEPARTMENT) GLOWING LANTERN FIGHTERS SET FIRE TO A BANK.", "GLOWING LANTERN"),
        ('MAOIST "GLOWING LANTERN" GUERRILLAS KILLED A MAYOR.', "GLOWING LANTERN"),
        ("THE REVOLUTIONARY ARMED FORCES OF ORVANO KILLED A MAYOR.", "REVOLUTIONARY ARMED FORCES OF ORVANO"),
        ("ORVAN NATIONAL LIBERATION FRONT URBAN GUERRILLAS KILLED A MAYOR.", "ORVAN NATIONAL LIBERATION FRONT"),
    ],
)
def test_members_and_units_stand_for_their_group_in_capitals(text: str, doer: str) -> None:
    """Where capitals tell nothing, a group is known by its short form, its head noun or its people."""
    assert doers(DATE + text) == [doer]


def test_a_short_form_behind_a_comma_is_the_same_group() -> None:
    """The initials of a name, in any order, name it again."""
    text = "A MAYOR WAS KIDNAPPED BY THE ORVAN PATRIOTIC FRONT, FPO, IN TAREL. THE FPO KILLED HIM."
    assert doers(DATE + text) == ["ORVAN PATRIOTIC FRONT"]


def test_an_army_of_fighters_is_no_state_force() -> None:
    """Whose fighters are called so bears arms for no state."""
    (group,) = drafted("Fighters of the Army of the Coast killed a mayor in Tarel.").actors
    assert (words(group.name), group.kind) == ("Army of the Coast", "armed_group")


FRONT = "The Velm Front began an offensive in May. Talks failed. The army was ready. Nobody spoke. "
BOMBED = "On Monday the rebels blew up a bank in Tarel."


def test_the_rebels_are_the_one_group_that_is_named() -> None:
    """However far back, where the article names no other."""
    assert doers(FRONT + BOMBED) == ["Velm Front"]


def test_the_rebels_of_a_land_are_the_one_group_that_is_named() -> None:
    """An adjective of a country, or of a leaning, names nobody."""
    assert doers(FRONT + "On Monday the leftist rebels blew up a bank in Tarel.") == ["Velm Front"]


def test_the_rebels_may_be_named_only_later() -> None:
    """The one group of the article, though it is named behind them."""
    assert doers(BOMBED + " The Velm Front militia has fought since 1980.") == ["Velm Front"]


def test_rebels_are_those_whom_the_article_calls_so() -> None:
    """Without an article too, where the people of the one group are called by the same noun."""
    text = "Velm Front rebels began an offensive in May. On Monday rebels blew up a bank in Tarel."
    assert doers(text) == ["Velm Front"]


@pytest.mark.parametrize("group", ["A FOUR-PERSON REBEL GROUP", "THE GUERRILLA MOVEMENT", "EXTREME RIGHTIST GROUPS"])
def test_a_group_of_some_sort_is_nobody(group: str) -> None:
    """Number and leaning tell no group from another, where all is in capitals."""
    assert doers(DATE + f"{group} KILLED A MAYOR IN TAREL.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Orvan Brigade militia opposes it. " + BOMBED,
        "Gunmen shot a mayor in Lora on Sunday. " + BOMBED,
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
        HIT + "The army said the attack was apparently the work of guerrillas of the Velm Front.",
        HIT + "The Velm Front was behind the attack, the mayor said.",
        "On Monday, gunmen believed to be members of the Velm Front killed four people in Tarel.",
        "On Monday, armed men alleged to be elements of the Velm Front killed four people in Tarel.",
        "The Velm Front, whose fighters killed nine engineers in Tarel, said nothing.",
        HIT + "The mayor accused the Velm Front of being behind the bombing.",
        HIT
        + "Nobody claimed it, but the mayor pointed the finger at the Velm Front, which has attacked the army before.",
        HIT + "The police suspect the Velm Front.",
        "A bomb killed four people in Tarel in an attack attributed to the Velm Front.",
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


def test_a_command_of_partisans_is_no_state_force() -> None:
    """By the people whom it commands."""
    (group, *_) = drafted("The Ember Command of the Orvan Partisans killed two farmers in Tarel.").actors
    assert (words(group.name), group.kind) == ("Ember Command of the Orvan Partisans", "armed_group")


def test_a_part_of_a_force_acts_for_it() -> None:
    """Whose patrol it is stands before it."""
    assert doers("An army patrol shot dead a farmer in Tarel.") == ["army"]


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


def test_what_is_not_ruled_out_is_no_fact() -> None:
    """ "Did not rule out that" tells of no deed."""
    assert doers(HIT + "The mayor did not rule out that the Velm Front carried out the attack.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Front may be responsible for the attack, the mayor said.",
        "The attack was probably the work of the Velm Front, the mayor said.",
        "The police suspect the Velm Front.",
    ],
)
def test_blame_that_is_left_open_is_hedged(text: str) -> None:
    """No accusation becomes firmer than it was."""
    (blame,) = [each for each in drafted(HIT + text).statements if each.whom]
    assert blame.hedge


def test_blame_is_for_what_struck_and_not_for_what_others_did() -> None:
    """Behind the death of the raiders, blame is for the raid."""
    text = (
        HIT
        + "Two gunmen were shot dead by the army on Tuesday. The mayor blamed the Velm Front, which was not reached."
    )
    draft = drafted(text)
    (blame,) = [each for each in draft.statements if each.kind == "blame"]
    (about,) = blame.about
    assert words(draft.incidents[about.incident - 1].words) == "killed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Velm Front owned up to the attack.", "Velm Front"),
        ("Al-Vasha said it was behind the attack.", "Al-Vasha"),
        ("A little-known outfit, Al-Vasha, claimed responsibility.", "Al-Vasha"),
        ("A commando unit, the Velm Civic Force, claimed responsibility.", "Velm Civic Force"),
        ('The so-called "Velm Brigade" claimed responsibility.', "Velm Brigade"),
        ('A "Red Lantern" group claimed responsibility.', "Red Lantern"),
    ],
)
def test_further_words_of_claiming(text: str, speaker: str) -> None:
    """Owning up to an act, and answering for it as "it"."""
    assert ("claim", speaker) in said(HIT + text)


def test_a_short_relative_clause_tells_who_claims() -> None:
    """ "An attack claimed by": the deed stands before, behind a preposition."""
    assert ("claim", "Velm Front") in said("Four people died on Monday in a bomb attack claimed by the Velm Front.")


def test_the_forces_of_a_speaker_are_its_own() -> None:
    """What its forces carried out is claimed, and nobody is blamed for it."""
    text = "Velland's army said its forces had carried out a strike on an arms depot in Torvik on Monday."
    assert said(text) == [("claim", "Velland's army")]


@pytest.mark.parametrize(
    "text", ["ANA RUIZ WAS KIDNAPPED ON 20 DECEMBER BY THE UNTOUCHABLES.", "A BANK WAS BURNED BY THE UNTOUCHABLES."]
)
def test_an_unlisted_plural_behind_by_the_is_a_body(text: str) -> None:
    """No list knows the word, and only a body is called so."""
    assert doers(DATE + text) == ["UNTOUCHABLES"]


def test_an_unlisted_noun_without_its_article_is_nobody() -> None:
    """Rather nothing than what a storm is called."""
    assert doers(DATE + "A MAN WAS KILLED BY GUSTERS.") == []


def test_the_craft_of_a_force_strikes_for_it() -> None:
    """Where it fires; a boat that sinks does nothing."""
    assert doers("A Velland air force helicopter strafed a camp in Tarel on Monday.") == ["Velland air force"]
    assert doers("A Velland navy boat sank on Monday and two people were killed in the attack.") == []


def test_who_tells_of_it_by_telephone_did_not_do_it() -> None:
    text = (
        "Residents reached by phone said the Velm Front entered Torvik, took two men away and opened fire on a crowd."
    )
    assert doers(text) == ["Velm Front"]


@pytest.mark.parametrize(
    "text",
    [
        "A COLONEL AND EIGHT MEMBERS OF THE TAREL ARMY WERE ARRESTED FOR THE MURDER OF SIX NUNS IN LORA ON MONDAY.",
        "A JUDGE ORDERED THE ARREST OF EIGHT MEMBERS OF THE TAREL ARMY INVOLVED IN THE MURDER OF SIX NUNS IN LORA.",
    ],
)
def test_whose_members_are_held_for_a_deed_is_suspected(text: str) -> None:
    """No more than that: who is held may be innocent."""
    (blame,) = [each for each in drafted(DATE + text).statements if each.kind == "blame"]
    assert blame.hedge == blame.cue


def test_who_is_convicted_is_no_suspect() -> None:
    """The words are those of a finding."""
    text = "TWO MEMBERS OF THE TAREL ARMY WERE CONVICTED OF THE MURDER OF SIX NUNS IN LORA ON MONDAY."
    assert not [each for each in drafted(DATE + text).statements if each.hedge]


def test_who_says_that_they_did_it_are_those_who_say_it() -> None:
    text = "The families of six engineers pleaded for news, a day after the Velm Front said they had executed two of them in Torvik."
    assert ("claim", "Velm Front") in said(text)


def test_a_caller_who_speaks_for_a_group_is_the_group() -> None:
    text = "A bomb killed two guards in Torvik on Monday. A caller claiming to speak for the Velm Front told a radio station that the group had planted it."
    assert ("claim", "Velm Front") in said(text)


def test_a_day_before_the_doers_is_no_part_of_them() -> None:
    assert doers("On Monday Velm Front gunmen attacked a bus in Torvik.") == ["Velm Front"]


def test_a_group_is_told_by_the_last_word_of_its_name_where_a_sentence_opens() -> None:
    text = "The rebel Southern Alliance holds Torvik. Alliance fighters ambushed an army column near Orlen on Monday."
    assert doers(text) == ["Alliance"]


def test_the_adjective_of_a_land_that_has_an_army_is_that_land() -> None:
    """Though no list knows the land."""
    text = "Velia's defence ministry said that Sarnian artillery shelled Torvik on Monday. Sarnia's army was silent."
    assert doers(text) == ["Sarnian"]
    assert doers(text.replace("Sarnia's army", "The army")) == []


def test_what_somebody_is_blamed_for_is_no_part_of_his_description() -> None:
    """He is known by what he is called, and the deed is told for itself."""
    text = "Two men were killed in Torvik on Monday. Police blamed drug traffickers for the murder."
    assert all("murder" not in words(each.name) for each in drafted(text).actors)


def test_each_side_says_that_the_other_fired_the_round() -> None:
    text = (
        "A mortar round struck a clinic in Torvik on Monday. "
        "The army says that the round was fired by the Velm Front; the Front says that it was fired by the army."
    )
    assert doers(text) == ["Velm Front", "army"]
