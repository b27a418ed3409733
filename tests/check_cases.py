"""A case for every code of every check: an article, and the items in which the code is found."""

from collections.abc import Callable

from summarizer.schemas.brief import Incident
from tests.items_factory import Article

Build = Callable[[Article], object]
CASES: dict[str, tuple[str, Build]] = {}
"""For each code, an article and what builds the items in which it is found."""


def case(code: str, text: str) -> Callable[[Build], Build]:
    """Enter a case for a code; a code has one."""

    def enter(build: Build) -> Build:
        assert code not in CASES, f"{code} has a case"
        CASES[code] = (text, build)
        return build

    return enter


def told(a: Article, words: str, **fields: object) -> Incident:
    """An incident that the article asserts in these words."""
    incident = a.incident(words, **fields)
    a.statement("assert", words, about=incident, relation="outlet")
    return incident


def army(a: Article):
    return a.actor("Vellish army", kind="armed_forces")


# --- speaker and the outlet's voice -----------------------------------------------------------------------


@case("other_speaker", "The Vellish army denied the raid of the Orrin Front.")
def _(a: Article) -> None:
    army(a)
    a.statement("deny_occurrence", "denied", speaker=a.actor("Orrin Front"), content="the raid")


@case("speaker_nearby", "The Orrin Front met on Monday. Nine mortars were fired, a statement said.")
def _(a: Article) -> None:
    a.statement("assert", "a statement said", speaker=a.actor("Orrin Front"))


@case(
    "speaker_not_shown", "The Orrin Front met. It rained. Roads were shut. Nine mortars were fired, a statement said."
)
def _(a: Article) -> None:
    a.statement("assert", "a statement said", speaker=a.actor("Orrin Front"))


@case("pronoun_unresolved", "Tal Berrin spoke on Sunday. Mayor Ansa Holm spoke on Monday. She said the bridge was hit.")
def _(a: Article) -> None:
    a.actor("Ansa Holm", kind="person")
    a.statement("assert", "said", speaker=a.actor("Tal Berrin", kind="person"), speaker_words="She")


@case("attributed", "Nine mortars hit the bridge on Monday, the Vellish army said.")
def _(a: Article) -> None:
    a.statement("assert", "hit", content="Nine mortars hit the bridge")


@case("perhaps_attributed", "The Vellish army said it was looking for those behind the raid on the bridge.")
def _(a: Article) -> None:
    a.statement("assert", "raid", content="the raid on the bridge")


# --- kind against cue -------------------------------------------------------------------------------------


@case("kind_contradicts_cue", "The Orrin Front denied the raid.")
def _(a: Article) -> None:
    a.statement("claim", "denied", speaker=a.actor("Orrin Front"))


@case("kind_contradicts_content", "The Orrin Front said the raid never happened.")
def _(a: Article) -> None:
    a.statement("assert", "said", speaker=a.actor("Orrin Front"), content="the raid never happened")


@case("silence_not_there", "The Orrin Front commented on the raid.")
def _(a: Article) -> None:
    a.statement("no_comment", "commented", speaker=a.actor("Orrin Front"))


@case("outlet_cannot", "The Orrin Front claimed responsibility for the raid.")
def _(a: Article) -> None:
    a.statement("claim", "claimed responsibility for")


@case("cue_missing", "The Orrin Front met on Monday. Nine mortars hit the bridge.")
def _(a: Article) -> None:
    a.statement("assert", speaker=a.actor("Orrin Front"), content="Nine mortars hit the bridge")


@case("cue_unknown", "The Orrin Front painted the bridge.")
def _(a: Article) -> None:
    a.statement("blame", "painted", speaker=a.actor("Orrin Front"))


@case("confirmation_not_shown", "A shopkeeper of Orrin said the bridge was hit.")
def _(a: Article) -> None:
    keeper = a.actor("A shopkeeper", kind="person", identity="anonymous")
    a.statement("confirm", "said", speaker=keeper, about=told(a, "hit"), relation="other")


@case("already_done", "The Orrin Front said it bombed the bridge.")
def _(a: Article) -> None:
    a.threat(a.actor("Orrin Front"), "it bombed the bridge", cue="said")


@case("no_threat_words", "The Orrin Front said the bridge was ugly.")
def _(a: Article) -> None:
    a.threat(a.actor("Orrin Front"), "the bridge was ugly", cue="said")


@case("posture_only", "The Orrin Front said it has not ruled out a response if talks fail.")
def _(a: Article) -> None:
    a.threat(a.actor("Orrin Front"), "it has not ruled out a response", cue="said")


@case("no_warning_words", "The embassy of Velland reopened on Monday.")
def _(a: Article) -> None:
    a.warning("reopened on Monday", speaker=a.actor("embassy of Velland", kind="public_body"))


# --- conditions ---------------------------------------------------------------------------------------------


@case("condition_left_out", "The Amber League said it will shell the port if the fleet sails.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "it will shell the port")


@case("no_condition_words", "The Amber League said it will shell the port of Orvale with rockets.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "it will shell the port", condition="with rockets")


@case("deadline_left_out", "The miners must leave by Friday or else burn, the Amber League said.")
def _(a: Article) -> None:
    a.threat(a.actor("the Amber League"), "must leave by Friday or else burn", condition="must leave")


@case("no_time_words", "The Amber League said it will shell the port with rockets.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "it will shell the port", deadline="with rockets")


# --- stage, frame, hedges -------------------------------------------------------------------------------------


@case("not_yet_done", "The Amber League threatened to bomb the port.")
def _(a: Article) -> None:
    told(a, "bomb")


@case("stopped", "Police foiled an attack on the port.")
def _(a: Article) -> None:
    told(a, "attack")


@case("may_not_be_done", "The mayor spoke of possible attacks on the port.")
def _(a: Article) -> None:
    told(a, "attacks")


@case("may_be_stopped", "The drone attack was intercepted over the bay.")
def _(a: Article) -> None:
    told(a, "drone attack")


@case("stage_not_shown", "A bomb killed a guard at the port.")
def _(a: Article) -> None:
    told(a, "bomb", stage="attempted")


@case("is_exercise", "In an exercise, a bomb killed forty people.")
def _(a: Article) -> None:
    told(a, "bomb")


@case("may_be_exercise", "A bomb hit soldiers at a drill near Orvale.")
def _(a: Article) -> None:
    told(a, "bomb")


@case("may_be_background", "A bomb killed a guard at the port last year.")
def _(a: Article) -> None:
    told(a, "bomb")


@case("frame_not_shown", "Rockets hit the port of Orvale.")
def _(a: Article) -> None:
    told(a, "Rockets hit", frame="background")


@case("hedge_left_out", "Rockets reportedly hit the port of Orvale.")
def _(a: Article) -> None:
    a.statement("assert", content="hit the port")


@case("not_a_hedge", "Rockets hit the port of Orvale.")
def _(a: Article) -> None:
    a.statement("assert", content="hit the port", hedge="of Orvale")


# --- negation -------------------------------------------------------------------------------------------------


@case("negation_cut", "The Vellish army has not confirmed the raid.")
def _(a: Article) -> None:
    a.statement("confirm", "confirmed", speaker=army(a))


@case("silence_cut", "No group has claimed responsibility for the raid.")
def _(a: Article) -> None:
    a.statement("no_claim", "claimed responsibility")


@case("negated_cue", "The Vellish army has not confirmed the raid.")
def _(a: Article) -> None:
    a.statement("confirm", "has not confirmed", speaker=army(a))


@case("negated_harm", "The Vellish army said it will not bomb the school.")
def _(a: Article) -> None:
    a.threat(army(a), "it will not bomb the school", cue="said")


# --- casualties -------------------------------------------------------------------------------------------------

TOLD = "A bomb killed at least four guards and wounded eleven on Monday as 14 kilograms of powder blew up."


def toll(a: Article, outcome: str, **words: str) -> None:
    told(a, "bomb" if "bomb" in a.document.text else "rockets", casualties=(a.casualty(outcome, **words),))


@case(
    "parts_apart", "The rockets killed drivers at the gate of Orvale. There were 12 of them in the lorries. It rained."
)
def _(a: Article) -> None:
    toll(a, "killed", count="12", whom="drivers", cue="killed")


@case(
    "parts_unrelated",
    "It was a calm day in the bay.\n\nThe rockets killed drivers.\n\nThe mayor slept.\n\nThe club has 12 members in it.",
)
def _(a: Article) -> None:
    toll(a, "killed", count="12", cue="killed")


@case("outcome_contradicts", TOLD)
def _(a: Article) -> None:
    toll(a, "killed", count="eleven", cue="wounded")


@case("other_outcome", TOLD)
def _(a: Article) -> None:
    toll(a, "killed", count="eleven", cue="killed")


@case("outcome_not_shown", "The mayor was at the port with 12 clerks when the rockets were seen over the bay.")
def _(a: Article) -> None:
    toll(a, "killed", count="12", whom="clerks")


@case("other_noun", TOLD)
def _(a: Article) -> None:
    toll(a, "killed", count="14", cue="killed")


@case("qualifier_left_out", TOLD)
def _(a: Article) -> None:
    toll(a, "killed", count="four", cue="killed")


@case("no_number", "The rockets killed several of the clerks who were at the port of Orvale.")
def _(a: Article) -> None:
    toll(a, "killed", count="several", cue="killed")


# --- direction ----------------------------------------------------------------------------------------------------


@case("aims_at_itself", "The Orrin Front vowed to burn Fort Tarn.")
def _(a: Article) -> None:
    a.threat(a.actor("Orrin Front"), "vowed to burn Fort Tarn", target="The Orrin Front")


@case(
    "direction_reversed",
    "The Orrin Front raided a camp of the Vellish army; it raided the Vellish army on Monday.",
)
def _(a: Article) -> None:
    raid = told(a, a.at("raided", 1), targets=[a.target("it", "people")])
    a.statement("assert", a.at("raided", 1), about=raid, relation="outlet", whom=[army(a)], content="on Monday")


@case("blames_itself", "The Orrin Front blamed the Vellish army.")
def _(a: Article) -> None:
    front = a.actor("Orrin Front")
    a.statement("blame", "blamed", speaker=front, whom=[front])


@case("struck_itself", "The Vellish army was hit on Monday. The Vellish army claimed the raid.")
def _(a: Article) -> None:
    raid = told(a, "hit", targets=[a.target("The Vellish army")])
    a.statement("claim", "claimed", speaker=army(a), about=raid)


# --- one event ------------------------------------------------------------------------------------------------------

WEEK = (
    "It was a hard week for the two towns of the bay, as the mayor has said. It had rained.\n\n"
    "Rockets hit the depot at Orvale on Sunday and killed four guards, police said on Monday.\n\n"
    "The harvest was good, and the fair was full of people from the hills.\n\n"
    "A mortar struck the school at Belmar on Tuesday and wounded two boys."
)


def rockets(a: Article, **fields: object) -> None:
    raid = a.incident("Rockets hit", targets=(a.target("the depot"),), **fields)
    police = a.actor("police", kind="public_body", identity="anonymous")
    a.statement("assert", "said", speaker=police, about=raid, content="Rockets hit the depot")


@case("two_times", WEEK)
def _(a: Article) -> None:
    rockets(a, time="Tuesday")


@case("time_of_report", WEEK)
def _(a: Article) -> None:
    rockets(a, time="Monday")


@case("time_elsewhere", WEEK)
def _(a: Article) -> None:
    rockets(a, time="Tuesday")


@case("place_elsewhere", WEEK)
def _(a: Article) -> None:
    rockets(a, place="Belmar")


@case("weapon_elsewhere", WEEK)
def _(a: Article) -> None:
    rockets(a, weapon="mortar")


@case("toll_elsewhere", WEEK)
def _(a: Article) -> None:
    rockets(a, casualties=(a.casualty("wounded", "two boys"),))


# --- names ------------------------------------------------------------------------------------------------------------


@case("alias_shared", "The Orrin Front (OF) and the Orda Force (OF) met the Tarn Brigade.")
def _(a: Article) -> None:
    a.actor("Orrin Front", aliases="OF")
    a.actor("Orda Force", aliases=[a.at("OF", 1)])


@case("part_of_longer_name", "In Orda the Free Vellish Army met the mayor.")
def _(a: Article) -> None:
    a.actor("Free Vellish Army")
    a.actor("Vellish Army")


@case("perhaps_longer_name", "In Orda the Free Vellish Army met the mayor.")
def _(a: Article) -> None:
    a.actor("Vellish Army")


@case("mixed_script", "Оrrin police met the mayor of Velland.")
def _(a: Article) -> None:
    a.actor("Оrrin police")


# --- restatements -------------------------------------------------------------------------------------------------------


@case("restates_nothing", "The Amber League said that it will burn the port of Orvale.")
def _(a: Article) -> None:
    a.threat(a.actor("The Amber League"), "it will burn the port", restates=7)


@case(
    "may_restate",
    "The Amber League has threatened to burn the port of Orvale, and the mayor is afraid of it.\n\n"
    "“We will burn the port with every rocket that we have,” the League said in a letter to the mayor.",
)
def _(a: Article) -> None:
    league = a.actor("The Amber League")
    a.threat(league, "threatened to burn the port", target="the port")
    a.threat(league, "We will burn the port", target=a.at("the port", 1))
