"""Attacks as newsrooms tell them: who and what is struck however the sentence is built, and what only sounds like one."""

import pytest

from tests.coding import drafted, words


def struck(text: str) -> list[list[str]]:
    """The targets of every incident of a text."""
    return [[words(target.text) for target in each.targets] for each in drafted(text).incidents]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Mortar rounds fired from the hill hit a border post on Monday.", ["a border post"]),
        ("A parcel bomb delivered to an office in Merrin injured a receptionist.", ["a receptionist"]),
        ("Police shot and killed a man in Torvik.", ["a man"]),
        ("Soldiers shot dead a 17-year-old in Torvik.", ["a 17-year-old"]),
        ("A judge died after being stabbed in Leigh.", ["A judge"]),
        ("A man armed with a knife stabbed three nurses in Hamdorf.", ["three nurses"]),
        ("A bus carrying 30 passengers was hijacked by armed men near Lagda.", ["A bus"]),
        ("The ship was hit by two missiles about 40 miles off the coast of Hodar.", ["The ship"]),
        ("A bomb explosion Saturday at a restaurant in Barran killed a cook.", ["a restaurant", "a cook"]),
        ("Gunmen fired on a lorry travelling to Orlen.", ["a lorry"]),
        ("Police broke up a plot to attack a synagogue in Orlen.", ["a synagogue"]),
        ("Guards recovered a bomb planted beneath a culvert in Orlen.", ["a culvert"]),
        ("The head of the electoral commission was assassinated in Orlen.", ["The head of the electoral commission"]),
        ("An air raid levelled a clinic in Block 627.", ["a clinic"]),
        ("The bridge, which the army says was blown up by rebels, is shut.", ["The bridge"]),
        ("The Front denied the killing of Ada Rusk, 58, who was shot by two men in Orlen.", ["Ada Rusk"]),
        ("Three girls were taken away by the attackers in Orlen.", ["Three girls"]),
        ("Gunmen had on Monday kidnapped six nurses in Orlen.", ["six nurses"]),
        ("At least 33 people are known to have died in a raid on a farm at Orlen.", ["a farm", "At least 33 people"]),
    ],
)
def test_who_is_struck_is_found_however_the_sentence_is_built(text: str, targets: list[str]) -> None:
    """Behind a short relative clause, two verbs with one object, a day in between, the verb's own words."""
    assert struck(text) == [targets]


def test_an_act_may_be_named_with_of() -> None:
    """An "exchange of fire" is a name of fighting."""
    (found,) = drafted("Two guards were killed in an exchange of fire near Kulgar on Monday.").incidents
    assert found.kind == "clashes"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jets bombed a bridge in Gorro.", "air_strike"),
    ],
)
def test_who_or_what_brings_the_bomb_tells_the_kind(text: str, kind: str) -> None:
    """A suicide bomber makes a suicide bombing of a ramming, and aircraft an air strike of a bombing."""
    assert [each.kind for each in drafted(text).incidents] == [kind]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("An attempted drone attack on the airport at Essin failed on Monday.", "attempted"),
        ("An attack on a border post near Essin was repelled.", "foiled"),
        ("The governor of Essin survived an assassination attempt on Monday.", "attempted"),
    ],
)
def test_what_came_to_nothing_is_told_so(text: str, stage: str) -> None:
    """By the verb that governs the plot or the attack, or by the adjective before it."""
    assert [each.stage for each in drafted(text).incidents] == [stage]


def test_what_men_ride_on_is_no_place() -> None:
    """ "Gunned down by men on a motorcycle in Tarbel" happened in Tarbel."""
    (found,) = drafted("A judge was gunned down by men on a motorcycle in Tarbel.").incidents
    assert words(found.place) == "Tarbel"


def test_what_was_planned_is_told_as_planned() -> None:
    """ "Arrested on suspicion of planning to bomb": the verb that follows tells the kind."""
    (found,) = drafted("Three men were arrested on suspicion of planning to bomb the parliament in Orlen.").incidents
    assert (found.kind, found.stage) == ("bombing", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed when a bus overturned near Lora on Friday.",
        "A wall collapsed on labourers in Torvik, killing four.",
        "A boiler exploded at a mill in Torvik, wounding 12 workers.",
        "The minister has come under heavy fire for ignoring calls to repair the dam.",
        "Charges against the captain were thrown out by a Torvik court.",
        "The vest, packed with ball bearings, did not go off.",
        "The opposition leader opened fire on the government on Monday.",
        "A ferry sank off the coast of Mindor on Friday, killing 20 passengers.",
        "A hunter was accidentally shot near Orne on Saturday.",
        "Hackers attacked the ministry's website on Thursday.",
        "An express train derailed near Torvik on Monday, killing nine passengers.",
        "Reenactors stormed the fort at Torvik on Saturday.",
        "Charges against the mayor of Torvik were dropped on Monday.",
        "The minister came under attack for her handling of the floods in Torvik.",
        "About 40 soldiers landed in the town of Torvik at dawn.",
    ],
)
def test_mishaps_beasts_budgets_and_words_strike_nobody(text: str) -> None:
    """Harm without an attacker, and attacks that are only a manner of speaking, are no incidents."""
    assert drafted(text).incidents == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rovers were massacred. The striker scored a hat-trick before half-time, and the keeper was beaten in stoppage time.",
        "A new thriller. The script has villains, a stunt and special effects, and in one scene a mob kills the mayor of "
        "Torvik; audiences at the premiere laughed.",
    ],
)
def test_what_is_played_is_no_violence(text: str) -> None:
    """An article with many words of sport or of the stage tells of games and plays."""
    assert drafted(text).incidents == ()


@pytest.mark.parametrize(
    "text",
    [
        "Aldor hit back at rivals. Shares fell, analysts said, as the retailer cut prices and investors sold. It attacked "
        "Tesmar in London on Monday.",
        "The candidate came under fire at a hustings in Tarn. Turnout was low, and MPs said the opposition had cut the "
        "majority.",
    ],
)
def test_articles_of_wrecks_weather_trade_and_votes_hold_no_attack(text: str) -> None:
    """Several words of such articles tell that what is attacked there is so with words, or by nobody."""
    assert drafted(text).incidents == ()


def test_what_a_text_counts_years_from_is_history() -> None:
    """ "Fifty years after bombs rained on the port"."""
    (found,) = drafted("Fifty years after bombs rained on the port of Odal, a museum opened.").incidents
    assert found.frame == "background"


def test_a_blow_with_no_weapon_near_an_accident_stays_an_attack_where_gunmen_are_told_of() -> None:
    """Who bears arms in a sentence makes no accident of it."""
    text = "Gunmen killed the driver near Orlen on Monday and the bus overturned."
    assert [each.kind for each in drafted(text).incidents] == ["other_attack"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided Karsk prison on Monday.", "Karsk"),
        ("A bomb in a market in Sorn killed two traders.", "Sorn"),
    ],
)
def test_the_words_around_an_attack_leave_it_a_place(text: str, place: str) -> None:
    """The name of what was struck, what went on meanwhile, what the same people did before, "where", a bomb's place."""
    (found,) = drafted(text).incidents
    assert words(found.place) == place


def test_a_day_is_no_place() -> None:
    """ "Set fire to their houses on 3 June" tells none."""
    (found,) = drafted("Raiders set fire to their houses on 3 June.").incidents
    assert (words(found.place), words(found.time)) == ("", "3 June")


def test_what_happened_years_ago_is_background() -> None:
    """Where the text counts the years or months back, it tells history."""
    for when in ("ten years ago", "several months ago", "last month"):
        (found,) = drafted(f"Gunmen stormed a hall in Torvik {when}, killing two guards.").incidents
        assert found.frame == "background"


def test_a_bomb_found_where_it_was_laid_is_a_foiled_attack() -> None:
    """Explosives under a bridge were meant for it."""
    (found,) = drafted("Anglers found 40 kilograms of explosive under the bridge at Torvik.").incidents
    assert (found.kind, found.stage, words(found.targets[0].text)) == ("bombing", "foiled", "the bridge")


def test_a_region_that_speaks_is_an_authority() -> None:
    """What its authorities tell is told by somebody."""
    draft = drafted("The border region of Kursha said a drone hit a minibus near the village of Tolma.")
    assert [each.kind for each in draft.statements] == ["assert"]


@pytest.mark.parametrize(
    "text",
    [
        "A soldier was killed when rebels ambushed a truck in Luna, Sorso on Wednesday, the army said. The rebels set "
        "off a landmine and opened fire.",
        "An attacker stabbed a nurse at a clinic in Torvik. The attacker was shot dead by police.",
    ],
)
def test_one_attack_is_told_in_several_ways(text: str) -> None:
    """By its headline, by how it came about, by what else was used, and by how it was ended."""
    assert len(drafted(text).incidents) == 1


def test_a_day_belongs_to_the_attack_and_not_to_who_tells_of_it() -> None:
    """Of "in Luna, Sorso on Wednesday, the army said" the day is that of the attack."""
    (found,) = drafted("Rebels ambushed a truck in Luna, Sorso on Wednesday, the army said.").incidents
    assert words(found.time) == "Wednesday"


def test_what_clashes_between_two_is_no_place() -> None:
    """Who fights stands behind "between"."""
    (found,) = drafted("Clashes between troops and the LFR in Masi territory on 12 March left two dead.").incidents
    assert (words(found.place), words(found.perpetrator_words)) == ("Masi territory", "troops")


def test_a_log_dates_its_lines_by_short_names_of_days() -> None:
    """ "Mon - The Column says …"."""
    (found,) = drafted("Mon - Raiders burned down a mill in Sorn.").incidents
    assert words(found.time) == "Mon"


def test_what_exploded_comes_before_whom_it_killed() -> None:
    """The first target is the thing that was struck."""
    text = "Nine clerks were killed in Sorn. The bomb exploded at a ministry in Sorn."
    assert struck(text)[0][0] == "a ministry"


def test_a_month_of_a_year_is_history_where_nothing_dates_the_report() -> None:
    """News gives no year of its own day."""
    (found,) = drafted("In December 2016 a bomb killed 12 people in Torvik.").incidents
    assert found.frame == "background"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("An army battery shelled a clinic in Torvik on Monday.", ["a clinic"]),
        ("The clinic was struck by the missile in Torvik on Monday.", ["The clinic"]),
        ("The bus came under fire on Monday after it left Torvik.", ["The bus"]),
    ],
)
def test_waves_and_batteries_of_arms_are_no_forces_of_nature(text: str, targets: list[str]) -> None:
    """Words that also stand for weather, goods or criticism hide no attack."""
    assert struck(text) == [targets]


@pytest.mark.parametrize(
    "text",
    [
        "Police claimed to have foiled a plot to trigger a blast at the metro station of Torvik.",
        'The chief said his men had "nipped in the bud" a suicide attack on the procession in Torvik.',
    ],
)
def test_what_was_stopped_is_foiled_however_the_words_stand(text: str) -> None:
    """An infinitive and marks of quotation between the words of stopping and the act."""
    assert [each.stage for each in drafted(text).incidents] == ["foiled"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Two guards were killed in Torvik on Monday by a mine found by soldiers.", []),
    ],
)
def test_who_laid_or_set_off_the_weapon_did_it(text: str, doers: list[str]) -> None:
    (incident,) = drafted(text).incidents
    assert [mention.text for mention in incident.perpetrator_words] == doers


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "A shell hit a mill in Orlen on Monday, wounding four nuns, the mayor, Ada Venn, said.",
            ["a mill", "four nuns"],
        ),
        ("A shell wounded four nuns, Ada Venn, head of the Orlen council, later told the radio.", ["four nuns"]),
        ("A shell wounded four nuns, farmers, monks and doctors said.", ["four nuns"]),
        ("A shell wounded four nuns, a clerk of the council, Ada Venn, and two monks said.", ["four nuns"]),
        ("A shell wounded four nuns, said the mayor, Ada Venn.", ["four nuns"]),
        ("Gunmen killed a nun, a monk and a clerk, the mayor, Ada Venn, said.", ["a nun", "a monk", "a clerk"]),
        ("Gunmen killed a nun, a monk, and a clerk, the mayor said.", ["a nun", "a monk", "a clerk"]),
    ],
)
def test_who_says_so_behind_a_comma_is_not_struck(text: str, targets: list[str]) -> None:
    """A name beside an office, or several together, that a verb of saying follows."""
    assert struck(text) == [targets]
