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
        ("The councillor was found shot dead in Torvik.", ["The councillor"]),
        ("A judge died after being stabbed in Leigh.", ["A judge"]),
        ("A man armed with a knife stabbed three nurses in Hamdorf.", ["three nurses"]),
        ("A bus carrying 30 passengers was hijacked by armed men near Lagda.", ["A bus"]),
        ("Attackers hacked to death six villagers in Orlen.", ["six villagers"]),
        ("Pirates boarded a chemical tanker off the coast of Benira.", ["a chemical tanker"]),
        ("The ship was hit by two missiles about 40 miles off the coast of Hodar.", ["The ship"]),
        ("A bomb explosion Saturday at a restaurant in Barran killed a cook.", ["a restaurant", "a cook"]),
        ("Gunmen fired on a lorry travelling to Orlen.", ["a lorry"]),
        ("The mayor was himself shot dead in Orlen on Monday.", ["The mayor"]),
        ("In 2016 a truck driven into a market in Orlen killed 12 people.", ["a market", "12 people"]),
        ("Police broke up a plot to attack a synagogue in Orlen.", ["a synagogue"]),
        ("Guards recovered a bomb planted beneath a culvert in Orlen.", ["a culvert"]),
        ("Rob Hensley pleaded guilty to torching a pickup near Orlen.", ["a pickup"]),
        ("Last census, in 2015, two enumerators were hacked to death in Orlen.", ["two enumerators"]),
        ("The head of the electoral commission was assassinated in Orlen.", ["The head of the electoral commission"]),
        ("A mob chased a trader in Orlen and beat him to death.", ["a trader"]),
        ("An air raid levelled a clinic in Block 627.", ["a clinic"]),
        ("The bridge, which the army says was blown up by rebels, is shut.", ["The bridge"]),
        ("The Front denied the killing of Ada Rusk, 58, who was shot by two men in Orlen.", ["Ada Rusk"]),
        ("Three girls were taken away by the attackers in Orlen.", ["Three girls"]),
        ("Gunmen had on Monday kidnapped six nurses in Orlen.", ["six nurses"]),
        ("Bandits in 2021 kidnapped 112 pupils in Orlen.", ["112 pupils"]),
        ("At least 33 people are known to have died in a raid on a farm at Orlen.", ["a farm", "At least 33 people"]),
    ],
)
def test_who_is_struck_is_found_however_the_sentence_is_built(text: str, targets: list[str]) -> None:
    """Behind a short relative clause, two verbs with one object, a day in between, the verb's own words."""
    assert struck(text) == [targets]


def test_hostages_are_told_without_the_word_that_makes_them_so() -> None:
    """ "Took two nurses hostage": who was taken is two nurses."""
    assert struck("Gunmen took two nurses hostage in Orlen.") == [["two nurses"]]


def test_an_act_may_be_named_with_of() -> None:
    """An "exchange of fire" is a name of fighting."""
    (found,) = drafted("Two guards were killed in an exchange of fire near Kulgar on Monday.").incidents
    assert found.kind == "clashes"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A suicide bomber rammed a truck into a barracks in Gorro.", "suicide_bombing"),
        ("A man rammed a truck laden with explosives into a barracks in Gorro.", "bombing"),
        ("Jets bombed a bridge in Gorro.", "air_strike"),
        ("Two suicide bombers struck a market in Gorro.", "suicide_bombing"),
    ],
)
def test_who_or_what_brings_the_bomb_tells_the_kind(text: str, kind: str) -> None:
    """A suicide bomber makes a suicide bombing of a ramming, and aircraft an air strike of a bombing."""
    assert [each.kind for each in drafted(text).incidents] == [kind]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Police foiled a plot to attack a synagogue in Essin.", "foiled"),
        ("An attempted drone attack on the airport at Essin was reported on Monday.", "attempted"),
        ("An attack on a border post near Essin was repelled.", "foiled"),
        ("The governor of Essin survived an assassination attempt on Monday.", "attempted"),
        ("A device that was left outside a bank in Essin on Monday did not explode.", "attempted"),
        ("A grenade was thrown at a club in Essin before dawn but failed to go off.", "attempted"),
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
        "A stack of fertiliser caught fire and detonated at a farm in Torvik on Monday.",
        "The minister has come under heavy fire for ignoring calls to repair the dam.",
        "It was shot in Torvik in 2017, the director said.",
        "Charges against the captain were thrown out by a Torvik court.",
        "Sea walls in Torvik were blown apart by Cyclone Orla in 2020.",
        "Ivo Brandt has been sniping at the minister from the sidelines.",
        "The vest, packed with ball bearings, did not go off.",
        "Measles killed 14 children in the camp at Torvik last week.",
        "A shark killed a swimmer off the coast of Torvik.",
        "A bear attacked a hiker near Lake Orrin on Saturday.",
        "The ministry's channel had been hacked, a spokesman said on Monday.",
        "The firm slashed its dividend on Monday.",
        "The opposition leader opened fire on the government on Monday.",
        "A ferry sank off the coast of Mindor on Friday, killing 20 passengers.",
        "A hunter was accidentally shot near Orne on Saturday.",
        "A fire tore through a mill in Torvik, killing 14 workers.",
        "A man set himself on fire outside the court in Torvik on Monday.",
        "Villagers killed a leopard near Torvik on Monday.",
        "The singer was bombarded with questions in Torvik on Monday.",
        "Police seized two rifles and arrested three men in a raid on a flat in Torvik.",
        "Hackers attacked the ministry's website on Thursday.",
        "The gallery's director came under fire from trustees in Torvik on Friday.",
        "Critic Dee Lyle launched a savage attack on the gallery on Friday.",
        "A strike by nurses hit wards in Torvik on Monday.",
        "An express train derailed near Torvik on Monday, killing nine passengers.",
        "Nobody in the trailer was hurt in Torvik.",
        "A transformer blew up behind a shop in Torvik.",
        "An attack on the dam at Torvik would be treated as an attack on all.",
        "Further attacks on tankers at Torvik cannot be excluded.",
        "Reenactors stormed the fort at Torvik on Saturday.",
        "The industry was holding the minister hostage, a doctor said.",
        "The bill has been hijacked by peers, campaigners say.",
        "The army kicked off a war drill in Torvik on Monday.",
        "Charges against the mayor of Torvik were dropped on Monday.",
        "The minister came under attack for her handling of the floods in Torvik.",
        "About 40 soldiers landed in the town of Torvik at dawn.",
        "Residents mistook it for a bomb blast in Torvik.",
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
        "Storm Edda battered the coast. A man was killed when a tree struck his car near Arbor. A wall collapsed in Sund.",
        "Five were killed when an explosion ripped through a fireworks works in Sivak. The owner was booked for "
        "negligence. In July, a similar blast at another unit killed nine.",
        "Aldor hit back at rivals. Shares fell, analysts said, as the retailer cut prices and investors sold. It attacked "
        "Tesmar in London on Monday.",
        "The candidate came under fire at a hustings in Tarn. Turnout was low, and MPs said the opposition had cut the "
        "majority.",
    ],
)
def test_articles_of_wrecks_weather_trade_and_votes_hold_no_attack(text: str) -> None:
    """Several words of such articles tell that what is attacked there is so with words, or by nobody."""
    assert drafted(text).incidents == ()


def test_those_who_were_killed_are_no_new_dead() -> None:
    """Whom "those who" means was told before."""
    assert drafted("Children read the names of those who were killed in Odal.").incidents == ()


def test_what_a_text_counts_years_from_is_history() -> None:
    """ "Fifty years after bombs rained on the port"."""
    (found,) = drafted("Fifty years after bombs rained on the port of Odal, a museum opened.").incidents
    assert found.frame == "background"


def test_a_bomb_at_a_match_is_an_attack() -> None:
    """A weapon in the sentence makes it one, whatever the article is about."""
    text = "The match and its goals were forgotten. The referee left. A bomb killed the keeper of Torvik. The derby was called off."
    assert [each.kind for each in drafted(text).incidents] == ["bombing"]


def test_a_blow_with_no_weapon_near_an_accident_stays_an_attack_where_gunmen_are_told_of() -> None:
    """Who bears arms in a sentence makes no accident of it."""
    text = "Gunmen killed the driver near Orlen on Monday and the bus overturned."
    assert [each.kind for each in drafted(text).incidents] == ["other_attack"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided Karsk prison on Monday.", "Karsk"),
        ("The convoy came under fire as it entered the town of Nabil.", "the town of Nabil"),
        ("Raiders stopped a van near Crook Mill and beat its driver.", "Crook Mill"),
        ("The reporter stood in Hadrel, where eight rockets had hit a row of shops.", "Hadrel"),
        ("A bomb in a market in Sorn killed two traders.", "Sorn"),
        ("Troops shelled the town of Ressen on Monday.", "the town of Ressen"),
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


def test_what_a_form_in_ing_goes_on_with_is_the_same_attack() -> None:
    """A depot set ablaze by drones is no arson of its own."""
    text = "Sarno launched 52 attack drones at Varnia overnight, killing three people and setting a depot ablaze."
    (found,) = drafted(text).incidents
    assert found.kind == "drone_strike"
    assert "a depot" in [words(target.text) for target in found.targets]


def test_the_day_behind_a_clause_of_meanwhile_dates_the_attack() -> None:
    """ "As their car was passing in Sorn on Friday": the bomb went off on Friday."""
    (found,) = drafted("A bomb went off as a patrol car was passing in Sorn on Friday.").incidents
    assert (words(found.time), words(found.place)) == ("Friday", "Sorn")


def test_what_happened_years_ago_is_background() -> None:
    """Where the text counts the years or months back, it tells history."""
    for when in ("ten years ago", "several months ago", "last month"):
        (found,) = drafted(f"Gunmen stormed a hall in Torvik {when}, killing two guards.").incidents
        assert found.frame == "background"


def test_a_school_stormed_and_its_pupils_whisked_away_are_one_attack() -> None:
    """Two verbs of one subject tell one event, though a kidnapping is of another kind than a raid."""
    text = "Bandits stormed a school in Maraba on Tuesday and abducted nine students."
    (found,) = drafted(text).incidents
    assert [words(target.text) for target in found.targets] == ["a school", "nine students"]


def test_a_bomb_found_where_it_was_laid_is_a_foiled_attack() -> None:
    """Explosives under a bridge were meant for it."""
    (found,) = drafted("Anglers found 40 kilograms of explosive under the bridge at Torvik.").incidents
    assert (found.kind, found.stage, words(found.targets[0].text)) == ("bombing", "foiled", "the bridge")


def test_a_region_that_speaks_is_an_authority() -> None:
    """What its authorities tell is told by somebody."""
    draft = drafted("The border region of Kursha said a drone hit a minibus near the village of Tolma.")
    assert [each.kind for each in draft.statements] == ["assert"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A man drove a van into pedestrians in Torland.", "vehicle_attack"),
        ("A driver rammed soldiers at a bus stop in Torland.", "vehicle_attack"),
        ("A motorcycle rigged with explosives went off near a checkpoint in Torland.", "bombing"),
        ("A car packed with explosives blew up outside the courthouse in Torland.", "bombing"),
    ],
)
def test_vehicles_strike_people_or_carry_explosives(text: str, kind: str) -> None:
    """What is driven into people is an attack, and what is packed with explosives is the weapon."""
    (found,) = drafted(text).incidents
    assert found.kind == kind
    assert found.weapon or found.targets


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kill 9 in bar in South Torvia\n\nTORJA (Wire) - At least nine people were shot dead after gunmen opened "
        "fire at a tavern near Jorburg, police say.\n\nIt was the second mass shooting in the country this month.",
        "A soldier was killed when rebels ambushed a truck in Luna, Sorso on Wednesday, the army said. The rebels set "
        "off a landmine and opened fire.",
        "A Sarnian missile strike on a market in Karkov killed seven people. A missile slammed into the building on "
        "Thursday.",
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


def test_a_college_for_training_is_one_thing() -> None:
    """A form in -ing within the name of a thing is no verb."""
    assert struck("Militants stormed a police training college in Torvik.") == [["a police training college"]]


def test_what_clashes_between_two_is_no_place() -> None:
    """Who fights stands behind "between"."""
    (found,) = drafted("Clashes between troops and the LFR in Masi territory on 12 March left two dead.").incidents
    assert (words(found.place), words(found.perpetrator_words)) == ("Masi territory", "troops")


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Three men with rifles attacked a hall in Torvik.", "rifles"),
        ("A man armed with a knife attacked a nurse in Torvik.", "a knife"),
        ("A youth pulled a pistol and shot the mayor in Torvik.", "a pistol"),
    ],
)
def test_what_the_doers_bear_is_the_weapon(text: str, weapon: str) -> None:
    """Where the words of the attack name none."""
    (found,) = drafted(text).incidents
    assert words(found.weapon) == weapon


def test_a_day_goes_on_within_its_paragraph() -> None:
    """What a sentence opens with dates what the next one tells, unless that is set apart."""
    text = "On 13 March, gunmen raided a mill in Sorn. {} were abducted in Tarn."
    days = [words(each.time) for each in drafted(text.format("Two nurses")).incidents]
    apart = [words(each.time) for each in drafted(text.format("Separately, two nurses")).incidents]
    assert (days, apart) == (["13 March", "13 March"], ["13 March", ""])


def test_a_log_dates_its_lines_by_short_names_of_days() -> None:
    """ "Mon - The Column says …"."""
    (found,) = drafted("Mon - Raiders burned down a mill in Sorn.").incidents
    assert words(found.time) == "Mon"


def test_what_exploded_comes_before_whom_it_killed() -> None:
    """The first target is the thing that was struck."""
    text = "Nine clerks were killed in Sorn. The bomb exploded at a ministry in Sorn."
    assert struck(text)[0][0] == "a ministry"


def test_two_who_tell_of_an_attack_are_both_its_tellers() -> None:
    """Of "…, police and hospital sources said" the attack is told by somebody, and kept."""
    draft = drafted("Gunmen killed an officer in Sharqiya on Monday, police and hospital sources said.")
    assert {each.speaker is not None for each in draft.statements} == {True}


def test_a_denial_behind_where_somebody_lives_is_one() -> None:
    """ "Of Torvik, denies murdering": nobody called "denies" did it."""
    draft = drafted("Ada Rusk, of Torvik, denies murdering nine people in 2016.")
    assert [words(each.perpetrator_words) for each in draft.incidents] == []


def test_a_target_is_told_by_its_fullest_words() -> None:
    """A headline's "embassy" is the embassy that the text names."""
    text = "Three jailed for plot to bomb embassy\n\nThree men were jailed on Friday for planning to bomb the Orvian embassy."
    assert struck(text)[0][0] == "the Orvian embassy"


def test_a_month_of_a_year_is_history_where_nothing_dates_the_report() -> None:
    """News gives no year of its own day."""
    (found,) = drafted("In December 2016 a bomb killed 12 people in Torvik.").incidents
    assert found.frame == "background"


def test_who_is_seized_in_an_article_of_hostages_is_kidnapped() -> None:
    """Where captors and a ransom are told of, though nobody is told who seized them."""
    text = "The captors asked for a ransom for the hostages. The two nurses were seized near Bol on 11 January."
    assert [each.kind for each in drafted(text).incidents] == ["kidnapping"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A wave of bombings killed 12 people in Torvik on Monday.", ["12 people"]),
        ("An army battery shelled a clinic in Torvik on Monday.", ["a clinic"]),
        ("The clinic was struck by the missile in Torvik on Monday.", ["The clinic"]),
        ("The bus came under fire after it left Torvik.", ["The bus"]),
    ],
)
def test_waves_and_batteries_of_arms_are_no_forces_of_nature(text: str, targets: list[str]) -> None:
    """Words that also stand for weather, goods or criticism hide no attack."""
    assert struck(text) == [targets]


def test_a_plot_against_fireworks_is_no_mishap() -> None:
    """Who means to attack does so wherever it is."""
    (found,) = drafted("Police broke up a plot to attack crowds at fireworks in Torvik.").incidents
    assert found.stage == "foiled"


def test_a_toll_that_rose_gives_its_last_count() -> None:
    """The dead of a bombing are as many as its toll says."""
    (found,) = drafted("The death toll from the bombing in Qarad has risen to 34, officials said.").incidents
    assert [(each.outcome, words(each.count)) for each in found.casualties] == [("killed", "34")]


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
        ("Two guards were killed in Torvik on Monday by a mine laid by guerrillas.", ["guerrillas"]),
        ("The tanks were destroyed on Monday by blasts set off by guerrillas.", ["guerrillas"]),
        ("Two guards were killed in Torvik on Monday by a mine found by soldiers.", []),
    ],
)
def test_who_laid_or_set_off_the_weapon_did_it(text: str, doers: list[str]) -> None:
    (incident,) = drafted(text).incidents
    assert [mention.text for mention in incident.perpetrator_words] == doers


def test_those_who_speak_behind_a_list_of_victims_were_not_struck() -> None:
    """ "…, residents and a medic said" goes on with no list."""
    text = "A dawn raid on Torvik killed at least 14 soldiers, residents and a hospital source said on Monday."
    assert "residents" not in [each for targets in struck(text) for each in targets]
