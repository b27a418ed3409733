"""The cases of the checks on what slots hold, on kinds of attack, on who gives a toll, and on what stands together."""

from tests.check_cases import army, case, told
from tests.check_cases_links import APART, CASES
from tests.items_factory import Article

__all__ = ["CASES"]

# --- what a slot holds ------------------------------------------------------------------------------------------------------


@case("carries_nothing", "The Orrin Front said its men had hit the bridge of Orda.")
def _(a: Article) -> None:
    a.statement("assert", "said", speaker=a.actor("Orrin Front"), content="of")


@case("part_carries_nothing", "The Orrin Front said its men had hit the bridge of Orda.")
def _(a: Article) -> None:
    a.statement("assert", "said", speaker=a.actor("Orrin Front"), content=["its men had hit the bridge", "of"])


@case("no_word_of_time", "Nine mortars hit the bridge of Orda on Monday.")
def _(a: Article) -> None:
    told(a, "Nine mortars hit", time="the bridge")


@case("target_of_another_kind", "Nine mortars hit the bridge of Orda on Monday.")
def _(a: Article) -> None:
    told(a, "Nine mortars hit", targets=(a.target("the bridge of Orda", kind="people"),))


@case("place_is_time", "Nine mortars hit the bridge of Orda on Monday.")
def _(a: Article) -> None:
    told(a, "Nine mortars hit", place="on Monday")


@case("year_as_count", "In 2016 mortars hit the bridge and killed the millers of Orda.")
def _(a: Article) -> None:
    told(a, "mortars hit", casualties=(a.casualty("killed", "2016", whom="millers", cue="killed"),))


@case("no_word_of_number", "Mortars hit the bridge and killed the millers of Orda.")
def _(a: Article) -> None:
    told(a, "Mortars hit", casualties=(a.casualty("killed", "the millers", cue="killed"),))


# --- kinds of attack --------------------------------------------------------------------------------------------------------


@case("no_act_words", "Nine mortars hit the bridge of Orda on Monday.")
def _(a: Article) -> None:
    told(a, "the bridge of Orda")


@case(
    "perpetrator_in_denial", "Nine mortars hit the bridge of Orda. The Vellish army denied that its gunners had fired."
)
def _(a: Article) -> None:
    hit = told(a, "Nine mortars hit", perpetrator_words="its gunners")
    a.statement("deny_responsibility", "denied", speaker=army(a), content="its gunners had fired", about=hit)


@case("another_kind_of_attack", "Nine mortars hit the bridge of Orda.")
def _(a: Article) -> None:
    told(a, "Nine mortars hit", kind="drone_strike")


@case("attack_kind_not_shown", "The bridge of Orda was attacked.")
def _(a: Article) -> None:
    told(a, "attacked", kind="drone_strike")


@case("two_acts", "The mill of Orda was shelled at noon. The miller was kidnapped by gunmen.")
def _(a: Article) -> None:
    told(a, ["shelled", "kidnapped"], kind="shelling")


@case("two_places", "It rained. Roads were shut. A bomb went off in Orvale. A bomb went off in Belmar.")
def _(a: Article) -> None:
    told(a, ["A bomb went off", a.at("A bomb went off", 1)], kind="bombing", place=["Orvale", "Belmar"])


@case("one_of_many", "In recent days mortars hit the bridge of Orda.")
def _(a: Article) -> None:
    told(a, "mortars hit", time="In recent days")


# --- who gives a toll -------------------------------------------------------------------------------------------------------


@case("toll_attributed", "Nine mortars hit the bridge. Four guards were killed, the Vellish army said.")
def _(a: Article) -> None:
    army(a)
    told(a, "Nine mortars hit", casualties=(a.casualty("killed", "Four", whom="guards", cue="killed"),))


# --- what stands together ---------------------------------------------------------------------------------------------------


@case("place_of_report", "ORDA, May 3 (Vale News) - It rained in the hills. Nine mortars hit the bridge at the lake.")
def _(a: Article) -> None:
    told(a, "Nine mortars hit", place="ORDA")


@case("trigger_elsewhere", APART)
def _(a: Article) -> None:
    told(a, "Rockets struck", trigger="shells had fallen")


@case("stage_words_elsewhere", APART)
def _(a: Article) -> None:
    told(a, "Rockets struck", stage="attempted", stage_words="torn down")


@case("frame_words_elsewhere", APART)
def _(a: Article) -> None:
    told(a, "Rockets struck", frame="background", frame_words="A week before")


@case("perpetrator_elsewhere", APART)
def _(a: Article) -> None:
    told(a, "Rockets struck", perpetrator_words="The council")


TWO_VOICES = "The Orrin Front said its men had burned the mill of Orda. The Vellish army said its guards had left the mill at noon."


@case("content_of_another", TWO_VOICES)
def _(a: Article) -> None:
    front = a.actor("Orrin Front")
    a.statement("assert", a.at("said", 1), speaker=army(a), content="its guards had left the mill")
    a.statement(
        "assert", "said", speaker=front, content=["its men had burned the mill", "its guards had left the mill"]
    )


@case("cue_of_another", TWO_VOICES)
def _(a: Article) -> None:
    a.statement("assert", a.at("said", 1), speaker=army(a), content="its guards had left the mill")
    a.statement("assert", "left", speaker=a.actor("Orrin Front"), content="its men had burned the mill")


@case("content_unrelated", "The Orrin Front said its men had hit the bridge. The harvest was good in the hills.")
def _(a: Article) -> None:
    a.statement("assert", "said", speaker=a.actor("Orrin Front"), content="The harvest was good")


@case("about_another_event", APART)
def _(a: Article) -> None:
    struck = told(a, "Rockets struck", targets=(a.target("the grain store"),))
    told(a, "shells had fallen", targets=(a.target("the school"),))
    a.statement("assert", "torn down", content="torn down its roof", about=struck, relation="outlet")


# --- denials ----------------------------------------------------------------------------------------------------------------


@case("denial_left_out", "The Orrin Front said its men had hit the bridge of Orda, which the army called a lie.")
def _(a: Article) -> None:
    hit = a.incident("hit", kind="shelling", place="Orda")
    a.statement("claim", "said its men had hit", speaker=a.actor("Orrin Front"), about=hit, content="its men had hit")


@case("count_told_again", "A bomb killed nine porters at Orvale. The bomb killed nine, and the port was shut.")
def _(a: Article) -> None:
    again = {"cue": a.at("killed", 1)}
    told(
        a,
        "bomb",
        casualties=(
            a.casualty("killed", "nine", whom="porters", cue="killed"),
            a.casualty("killed", a.at("nine", 1), **again),
        ),
    )
