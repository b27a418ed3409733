"""Threats as agencies tell them: by states, armies, groups and letters, in whatever voice, with a condition and without."""

import pytest

from tests.coding import drafted, named, threat, words


@pytest.mark.parametrize(
    ("text", "issuer", "target", "condition"),
    [
        (
            "President Oda Marr said the army will launch an operation in the Keld valley within days if the guns are not withdrawn.",
            "Oda Marr",
            None,
            "if the guns are not withdrawn",
        ),
        (
            "Prime Minister Sela Voss said on Sunday that her country would bomb the dam unless Ruvia reopened the sluices.",
            "Sela Voss",
            "the dam",
            "unless Ruvia reopened the sluices",
        ),
        (
            "The Ruvian government warned Ostland that its warships would open fire on any patrol boat that crossed the line.",
            "Ruvian government",
            "any patrol boat",
            None,
        ),
        ("The interior minister, Dov Hask, said troops would shoot anyone who breaks the curfew.", "Dov Hask", None, None),
        ("Turvian President Lask Omer warned that his country would strike back if its pilots were harmed.", "Lask Omer", None, "if its pilots were harmed"),
        ("France will respond militarily to any attack on its bases, French Defence Minister Anne Roux said.", "Anne Roux", None, None),
        ("Trucks seen leaving the zone will be shelled, Defence Minister Tia Holm said.", "Tia Holm", None, None),
        ("The army spokesman said aircraft would hit the bridges again tonight.", "army spokesman", "the bridges", ""),
        ('"If a single shot is fired at Keld, our army will answer," President Marr told a rally.', "Marr", None, "If a single shot is fired at Keld"),
    ],
)  # fmt: skip
def test_who_commands_an_army_threatens_by_what_it_will_do(
    text: str, issuer: str, target: str | None, condition: str | None
) -> None:
    """The army, troops, aircraft and "its warships" are those of the state that somebody speaks for."""
    draft, found = threat(text)
    assert named(draft, found.issuer) == issuer
    assert target is None or [words(each.text) for each in found.targets] == [target]
    assert condition is None or words(found.condition) == condition


@pytest.mark.parametrize(
    ("text", "issuer", "target"),
    [
        ("The Marrow Brigade warned that it would sink every ferry on the lake unless its prisoners were freed.", "Marrow Brigade", "every ferry"),
        ("The Kestrel Front has given the garrison until Thursday noon to lay down its arms or be wiped out.", "Kestrel Front", "the garrison"),
        ("Asked whether the rebels would give up Ulmen, a spokesman for the Kestrel Front said its fighters would burn the city first.", "a spokesman for the Kestrel Front", None),
        ("The Kestrel Front said that if the siege goes on it will blow up the pipeline.", "Kestrel Front", "the pipeline"),
        ("The Kestrel Front, which holds the pass, told lorry drivers that vehicles carrying army supplies would be burned.", "Kestrel Front", "vehicles"),
        ("The Marrow Brigade pledged more attacks on the railway until the mine closes.", "Marrow Brigade", "the railway"),
        ("Raiders have threatened to come back to the mill and burn it down, its owner has said.", "Raiders", None),
        ("Gunmen who stopped a bus near Ulmen told the passengers that the next bus would be burned.", "Gunmen", "the next bus"),
        ("The Velm Front said more attacks would follow.", "Velm Front", None),
        ("The Velm Front ordered teachers to leave the district within a week or be killed.", "Velm Front", "teachers"),
        ("The Velm Front told farmers to stop growing tea or see their fields burned.", "Velm Front", "farmers"),
        ("The Lowland Army of Liberation, which has fought since 2009, said it had mined the road and would blow up the bridge.", "Lowland Army of Liberation", "the bridge"),
    ],
)  # fmt: skip
def test_a_group_threatens_in_any_clause(text: str, issuer: str, target: str | None) -> None:
    """Behind its name, a relative clause, an order or a pronoun; what befalls somebody by its hand, and more to come."""
    draft, found = threat(text)
    assert named(draft, found.issuer) == issuer
    assert target is None or [words(each.text) for each in found.targets] == [target]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Leaflets dropped over Ulmen on Tuesday told residents to leave by nightfall or be treated as fighters.", "Leaflets"),
        ("Leaflets that the army scattered over the town warned that anyone found outdoors would be shot.", "army"),
        ("Posters signed by the Velm Front gave the traders five days to close their shops or face death.", "Velm Front"),
        ('A note left on the windscreen read: "Pay by Monday or your sons will die."', "A note"),
        ('The note was short: "You have two days. Then we kill the boy."', "note"),
        ('The message, signed by the Velm Front, said: "Whoever sells fuel to the army will be killed."', "Velm Front"),
        ("The mayor received a letter saying that his house would be burned down.", "a letter"),
        ('The Velm Front claimed the bombing. Its communiqué ended: "The next convoy will burn."', "Velm Front"),
        ("A call came on Monday, with a man saying that another bomb would explode at the mill.", "a man"),
    ],
)  # fmt: skip
def test_what_carries_words_threatens_for_who_sent_it(text: str, issuer: str) -> None:
    """Signed, dropped or put up by somebody, or by nobody known."""
    draft, found = threat(text)
    assert named(draft, found.issuer) == issuer


@pytest.mark.parametrize(
    ("text", "issuer", "harm"),
    [
        ("The Velm Front's ultimatum to the port runs out at dawn: open the gates, or the mortars will fire again.", "Velm Front", "fire"),
        ("The Velm Front's threat to burn the depot still stands.", "Velm Front", "burn the depot"),
        ("President Marr repeated his pledge that rockets would fall on the port.", "Marr", "rockets"),
    ],
)  # fmt: skip
def test_a_noun_for_a_threat_is_one(text: str, issuer: str, harm: str) -> None:
    """ "Its threat to", "his pledge that", "an ultimatum: … or"."""
    draft, found = threat(text)
    assert (named(draft, found.issuer), words(found.action)) == (issuer, harm)


@pytest.mark.parametrize(
    "text",
    [
        '"Any pilot who flies over the valley," said Joss Arvad, the leader of the Velm Front, "will be shot down."',
        '"Any mine that refuses to pay will be blown up," General Tarn Iko was quoted as saying.',
        "The Velm Front will shell the airport unless the siege is lifted, it said in a statement.",
    ],
)
def test_a_threat_may_stand_around_or_before_who_says_it(text: str) -> None:
    """A quotation that goes on behind its speaker, one that others quote, and a clause before "it said"."""
    assert len(drafted(text).threats) == 1


def test_what_others_report_ends_before_who_reports_it() -> None:
    """The mayor's "said" is no word of the rebels."""
    _, found = threat("Velm Front rebels have threatened to burn the mill, the mayor said.")
    assert words(found.content) == "to burn the mill"


def test_what_the_speaker_did_besides_is_not_said() -> None:
    """The shelling is told by the article: it has happened."""
    draft, found = threat("The Velm Front vowed to fight on and shelled the town of Torvik.")
    assert words(found.content) == "to fight on"
    assert [each.kind for each in draft.incidents] == ["shelling"]


def test_a_demand_before_or_is_the_condition() -> None:
    """What must be done, up to the word that joins it to the harm."""
    _, found = threat("The Velm Front ordered the miners to leave by Friday or be shot.")
    assert words(found.condition) == "to leave by Friday"


def test_whom_a_pronoun_means_is_the_target() -> None:
    """ "You" is who is told so, "they" in a quotation who was spoken of in it."""
    _, found = threat('The Velm Front told the miners: "Leave, or you will die."')
    assert words(found.targets[0].text) == "the miners"
    _, found = threat('"These people must leave, or they will be shot," the Velm Front said.')
    assert words(found.targets[0].text) == "These people"


def test_its_communique_is_that_of_the_body_that_spoke_last() -> None:
    """Not that of rebels who were only asked about."""
    draft = drafted(
        "Asked whether the rebels would give up, a spokesman for the Kestrel Front said it had shot two guards. "
        'Its communiqué ended: "The next convoy will burn."'
    )
    assert [named(draft, each.issuer) for each in draft.threats] == ["Kestrel Front"]


def test_a_term_is_told_by_its_own_words() -> None:
    """The deadline is when, and not who set it."""
    _, found = threat("The Kestrel Front has given the garrison until Thursday to leave or be wiped out.")
    assert (words(found.deadline), words(found.condition)) == ("until Thursday", "the garrison until Thursday to leave")


def test_a_threat_of_years_ago_is_background() -> None:
    """It is no threat of this news."""
    _, found = threat("In 1994 the Velm Front had threatened to blow up the dam.")
    assert (found.status, words(found.status_words)) == ("background", "1994")


def test_a_threat_that_was_called_off_is_withdrawn() -> None:
    """The article says so in its sentence."""
    _, found = threat("The Velm Front has called off its threat to blow up the pipeline.")
    assert found.status == "withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        "The UN envoy warned that Ostland could attack the port within days.",
        "The mayor of Ulmen warned that the Marrow Brigade would burn the town if help did not come.",
        "The defence minister warned that anyone who stays in the town would be killed by the rebels.",
        "Iran will attack Israel within days, Israel's defence minister said.",
        "The German defence minister said Russia would attack NATO by 2030.",
        "Analysts said aircraft would hit the bridges again.",
        "The army warned civilians that the rebels' mortars would fire again.",
        "Police warned that another bomb would explode at noon.",
        '"They will strike again if we do nothing," the prime minister said.',
        '"If we do not act, people will die," the president said.',
        "A survivor said the gunmen told nobody what they wanted.",
        "The defence minister said the army is bombing the hills around Torvik.",
    ],
)
def test_what_others_will_do_is_no_threat_of_who_tells_it(text: str) -> None:
    """Warnings and forecasts of third parties, by officials too."""
    assert drafted(text).threats == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ostland's army said it stands ready to repel any attack on the harbour.",
        "The president has not ruled out using force against Ruvia, his office said.",
        "The general said his forces would defend the city to the last man.",
        "The colonel said his men would shoot only in self-defence.",
        "The rebels said they would be killed if they surrendered.",
        "The army said its soldiers had been shot and would be buried on Friday.",
    ],
)
def test_readiness_defence_and_one_s_own_losses_are_no_threats(text: str) -> None:
    """Nobody says that it will harm another."""
    assert drafted(text).threats == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry company threatened to sue the harbour board unless it is paid.",
        "Teachers threatened to strike unless the ministry reopens talks.",
        "The senator vowed to kill the bill.",
        "The minister's vow to fight hunger was welcomed.",
        "The opposition leader swore that his party would crush the government at the polls.",
        "The company's ultimatum to its drivers was plain: sign the contract or be fired.",
        "The justice minister said anyone convicted of treason would be hanged.",
        "The interior minister said that protesters who throw stones would be hit with fines.",
        "The police chief said anyone caught with weapons would be arrested and jailed.",
        "The president said the army would carry out an operation to rescue the miners.",
        "The ministry said missiles would arrive in May.",
        "The rebels' promise to lay down their arms was broken.",
        "Heavy rain threatened to drown the lower town.",
        "Inflation threatens to wipe out their savings.",
        "The prime minister said the government would respond to any strike by rail workers with talks.",
    ],
)
def test_law_work_votes_and_weather_threaten_nobody(text: str) -> None:
    """Legal, business and political threats, what armies do besides, and what only looms."""
    assert drafted(text).threats == ()


def test_arms_that_are_laid_down_strike_nobody() -> None:
    """To lay down arms is to stop fighting."""
    assert drafted("Rebels laid down their arms in Torvik on Monday.").incidents == ()


def test_a_dateline_and_the_month_of_may_part_nothing() -> None:
    """What stands at the head of an article belongs to no threat, and "May 15" is a day."""
    draft, found = threat(
        "TORVIK, Jan 14 - Trucks seen leaving after May 15 will be shelled, Defence Minister Tia Holm said."
    )
    assert words(found.content) == "Trucks seen leaving after May 15 will be shelled"
    assert [words(each.text) for each in found.targets] == ["Trucks"]
    assert named(draft, found.issuer) == "Tia Holm"
