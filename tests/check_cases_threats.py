"""The cases of the checks on threats: their parts, what became of them, and circles; and of kinds and hedges."""

from tests.check_cases import case, told
from tests.check_cases_links import CASES
from tests.items_factory import Article

__all__ = ["CASES"]

BURN = "The Amber League said it will burn the port of Orvale."
APART = (
    "The Amber League said it will burn the port of Orvale.\n\nThe harvest was late.\n\nThe mayor met the council.\n\n"
    "Bakers will strike with knives if the price falls, and pay by Friday."
)
BESIDE = BURN + "\n\nBakers will close if the price falls, and pay by Friday.\n\nThe mayor met the council."


def league(a: Article, **fields: object) -> None:
    a.threat(a.actor("The Amber League"), "it will burn the port", cue="said", **fields)


# --- kinds and hedges -----------------------------------------------------------------------------------


@case("kind_not_shown", "The Orrin Front said the bridge was hit.")
def _(a: Article) -> None:
    a.statement("claim", "said", speaker=a.actor("Orrin Front"), content="the bridge was hit")


@case("parts_unlike_kind", "The Vellish army denied the raid.")
def _(a: Article) -> None:
    a.statement(
        "deny_occurrence",
        "denied",
        speaker=a.actor("Vellish army", kind="armed_forces"),
        content="the raid",
        contradicts=("toll",),
    )


@case("harm_not_named", "The Amber League said it will paint the port of Orvale.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "it will paint the port", cue="said")


@case("perhaps_hearsay", "Traders of Orvale heard that the bridge was hit.")
def _(a: Article) -> None:
    traders = a.actor("Traders", kind="people", identity="generic")
    a.statement("assert", "heard that", speaker=traders, content="the bridge was hit", knowledge="own")


# --- parts of a threat ------------------------------------------------------------------------------------


@case("deadline_is_past", "The Amber League said on Friday it will burn the port of Orvale.")
def _(a: Article) -> None:
    league(a, deadline="Friday")


@case("condition_elsewhere", APART)
def _(a: Article) -> None:
    league(a, condition="if the price falls")


@case("condition_beside", BESIDE)
def _(a: Article) -> None:
    league(a, condition="if the price falls")


@case("deadline_elsewhere", APART)
def _(a: Article) -> None:
    league(a, deadline="by Friday")


@case("deadline_beside", BESIDE)
def _(a: Article) -> None:
    league(a, deadline="by Friday")


@case("harm_elsewhere", APART)
def _(a: Article) -> None:
    league(a, action="strike with knives")


@case("means_elsewhere", APART)
def _(a: Article) -> None:
    league(a, means="knives")


@case("status_not_shown", BURN)
def _(a: Article) -> None:
    league(a, status="hoax")


@case("status_left_out", "The Amber League dropped its threat to burn the port of Orvale.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "its threat to burn the port", cue="threat")


# --- told again ---------------------------------------------------------------------------------------------

TWICE = (
    "The Amber League said it will burn the port. The League also vowed to burn the port of Orvale, every shed of it."
)
THRICE = f"{TWICE} The threat to burn the port was read out on the radio."


@case("restates_in_circle", TWICE)
def _(a: Article) -> None:
    front = a.actor("The Amber League", aliases="The League")
    a.threat(front, "it will burn the port", cue="said", restates=2)
    a.threat(front, "vowed to burn the port of Orvale", cue="vowed", restates=1)


@case("restates_a_retelling", THRICE)
def _(a: Article) -> None:
    front = a.actor("The Amber League", aliases="The League")
    a.threat(front, "it will burn the port", cue="said")
    a.threat(front, "vowed to burn the port of Orvale", cue="vowed", restates=1)
    a.threat(front, "The threat to burn the port", restates=2)


@case(
    "may_restate_another",
    "The mayor of Orvale met the council on Monday to speak of the harvest.\n\nThe Amber League said it will burn the port.\n\n"
    "The League also vowed to shoot the guards of the silo.",
)
def _(a: Article) -> None:
    front = a.actor("The Amber League", aliases="The League")
    a.threat(front, "it will burn the port", cue="said", target="the port")
    a.threat(front, "vowed to shoot the guards", cue="vowed", target="the guards", restates=1)


@case("sums_up_in_circle", "Rockets hit the port and shells hit the silo of Orvale.")
def _(a: Article) -> None:
    told(a, "Rockets hit the port", summarises=(2,))
    told(a, "shells hit the silo", summarises=(1,))
