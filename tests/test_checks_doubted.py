"""What an editor would pass bears no mark, and what stands beside it and is wrong still does, kind by kind."""

from typing import Any

import pytest

from summarizer.conflict.checks.casualties import CASUALTIES
from summarizer.conflict.checks.conditions import CONDITIONS
from summarizer.conflict.checks.duplicates import RESTATEMENT
from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.kind import STATEMENT_KIND, THREAT_KIND
from summarizer.conflict.checks.modality import FRAME, STAGE
from summarizer.conflict.checks.substance import SUBSTANCE
from summarizer.conflict.checks.threat_status import THREAT_STATUS
from summarizer.conflict.checks.unity import UNITY
from summarizer.conflict.checks.violence import ATTACK_KIND
from summarizer.schemas.vocabulary import TargetKind
from tests.items_factory import Article

QUIET = "The harvest was late in the hills. The roads were dry, and the fair was full of people."

# --- what stands apart from its incident ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday it was, by all accounts. Nine mortars hit the mill.",
        "Tuesday, then.\n\nNine mortars hit the mill.",
        "Tuesday was no quieter on the coast.\n\n• The ferry was late. • Nine mortars hit the mill.",
    ],
)
def test_a_day_holds_on_until_another_is_given(text: str) -> None:
    """A day that a sentence before gives, whatever else is told there, dates what follows without one."""
    a = Article(f"{QUIET}\n\n{text}")
    assert a.codes(UNITY, a.incident("Nine mortars hit", time="Tuesday")) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. On Tuesday rockets struck the quay at Belmar.\n\n2. Nine mortars hit the mill.",
        "On Tuesday rockets struck the quay at Belmar.\n\n* * *\n\nNine mortars hit the mill.",
        "On Tuesday rockets struck the quay at Belmar. Nine mortars hit the mill on Friday.",
        "Nine mortars hit the mill. On Tuesday rockets struck the quay at Belmar.",
    ],
)
def test_a_day_of_another_entry_of_another_text_or_after_the_act_does_not_hold(text: str) -> None:
    """Nor where the act has a day of its own."""
    a = Article(f"{QUIET}\n\n{text}")
    a.incident("rockets struck", time="Tuesday")
    assert "time_elsewhere" in a.codes(UNITY, a.incident("Nine mortars hit", time="Tuesday"))


def test_a_day_of_this_week_does_not_hold_for_an_older_event() -> None:
    """What is told as history has its own day or none."""
    a = Article(f"{QUIET}\n\nOn Tuesday rockets struck the quay. The mill was burned once before.")
    a.incident("rockets struck", time="Tuesday")
    old = a.incident("was burned", frame="background", frame_words="once before", time="Tuesday")
    assert a.codes(UNITY, old) == ["time_elsewhere"]


def test_a_place_holds_on_where_the_act_has_none() -> None:
    """The town of the first sentence is that of the next, but not of one that names another."""
    told = "Two guards were shot in Orvale. After dark masked men burned the inn. Others burned a barn near Belmar."
    a = Article(f"{QUIET}\n\n{told}")
    a.incident("were shot", place="Orvale")
    inn, barn = a.incident("burned", place="Orvale"), a.incident(a.at("burned", 1), place="Orvale")
    assert (a.codes(UNITY, inn), a.codes(UNITY, barn)) == ([], ["place_elsewhere"])


def test_a_part_happened_when_its_whole_did() -> None:
    """Three blasts on Sunday: each of them was on Sunday."""
    told = "Three blasts shook Orvale on Sunday.\n\nTwo shops were shut.\n\nOne of them broke the gate of the mint."
    a = Article(f"{QUIET}\n\n{told}")
    part = a.incident("One of them broke", time="Sunday")
    assert a.codes(UNITY, part) == []
    a.incident("Three blasts", summarises=(part.id,), time="Sunday")
    other = a.incident("One of them broke", frame="background", time="Sunday")
    assert (a.codes(UNITY, part), a.codes(UNITY, other)) == ([], ["time_elsewhere"])


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("The blaze took eleven carts.", []),
        ("Eleven carts burned in the attack.", []),
        ("Gunmen set fire to eleven carts at Belmar.", ["damage_elsewhere"]),
        ("Gunmen set fire to eleven carts before the depot.", []),
    ],
)
def test_damage_far_from_the_act_is_doubted_where_violence_is_told_that_nothing_joins_to_it(
    sentence: str, codes: list[str]
) -> None:
    """ "The attack", or the name of what was struck, joins it; another place does not."""
    a = Article(f"Rockets struck the depot.\n\n{QUIET}\n\nThe mayor spoke.\n\n{sentence}")
    struck = a.incident("Rockets struck", targets=(a.target("the depot"),), damage="carts")
    assert a.codes(UNITY, struck) == codes


@pytest.mark.parametrize(
    ("answer", "codes"), [("In reply, guns", []), ("Guns", ["trigger_elsewhere"]), ("In revenge guns", [])]
)
def test_what_an_act_answers_may_stand_before_it(answer: str, codes: list[str]) -> None:
    """Where a word says that it is answered."""
    a = Article(f"Rebels bombed the pass at Tamble.\n\n{QUIET}\n\n{answer} on the ridge shelled the village.")
    assert a.codes(UNITY, a.incident("shelled", trigger="bombed the pass")) == codes


# --- kinds of attack ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "fields", "codes"),
    [
        ("Hirelings poured lamp oil into the vault.", "poured", {"weapon": "lamp oil"}, []),
        ("Hirelings poured lamp oil into the vault.", "the vault", {"weapon": "lamp oil"}, ["no_act_words"]),
        ("The oil had been hidden in the vault.", "had been hidden", {"weapon": "oil"}, ["no_act_words"]),
        ("The snatching of the clerk began it.", "snatching", {}, []),
    ],
)
def test_an_act_is_what_is_done_with_a_weapon(text: str, words: str, fields: dict[str, Any], codes: list[str]) -> None:
    """Whatever the verb; a thing, or how the weapon came to its place, is no act."""
    a = Article(text)
    assert a.codes(ATTACK_KIND, a.incident(words, **fields)) == codes


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Raiders with rifles shot a guard and carried off four herders as hostages.", "kidnapping", []),
        ("Raiders with rifles shot a guard.", "kidnapping", ["another_kind_of_attack"]),
        ("Raiders with rifles shot a guard.", "drone_strike", ["another_kind_of_attack"]),
        ("A jet fired a missile, and rifles shot a guard.", "air_strike", []),
    ],
)
def test_a_kind_by_purpose_leaves_the_means_open(text: str, kind: str, codes: list[str]) -> None:
    """Hostages are taken with rifles, and aircraft fire missiles, where such words stand beside the act."""
    a = Article(text)
    assert a.codes(ATTACK_KIND, a.incident(a.at("shot"), kind=kind, weapon="rifles")) == codes


def test_an_attempt_on_somebody_is_an_attempt_to_assassinate() -> None:
    """Of one person, no word need say so; of a building, one must."""
    a = Article("A man aimed a pistol at the mayor and fired.")
    attempt: dict[str, Any] = {"kind": "assassination", "weapon": "pistol"}
    mayor = a.incident("aimed a pistol", targets=(a.target("the mayor", "person"),), **attempt)
    hall = a.incident("aimed a pistol", targets=(a.target("the mayor"),), **attempt)
    assert (a.codes(ATTACK_KIND, mayor), a.codes(ATTACK_KIND, hall)) == ([], ["another_kind_of_attack"])


def test_a_town_and_its_province_are_one_place_and_two_acts_places_two() -> None:
    """What a second sentence adds without an act is where the first one was."""
    a = Article("A bomb went off in Orvale. The market of Dunsey was full. A blast shook Belmar in Tarn Province.")
    bomb, blast = "A bomb went off", "A blast shook"
    one = a.incident(bomb, kind="bombing", place=["Orvale", "Dunsey"])
    wide = a.incident([bomb, blast], kind="bombing", place=["Orvale", "Tarn Province"])
    two = a.incident([bomb, blast], kind="bombing", place=["Orvale", "Belmar"])
    assert [a.codes(ATTACK_KIND, each) for each in (one, wide, two)] == [[], [], ["two_places"]]


@pytest.mark.parametrize(
    ("when", "codes"), [("two days afterwards", []), ("for four days", []), ("in the past four days", ["one_of_many"])]
)
def test_a_stretch_of_time_is_of_many_events_only_where_it_leads_up_to_now(when: str, codes: list[str]) -> None:
    """One siege lasts four days; "in the past four days" there were several."""
    a = Article(f"The fort was shelled {when}.")
    assert a.codes(ATTACK_KIND, a.incident("shelled", time=when)) == codes


# --- kinds of statement ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "content", "codes"),
    [
        ("claim", "the first at the ford", []),
        ("claim", "it was behind the blast", []),
        ("claim", "the operation goes on", []),
        ("claim", "forty rebels were captured", []),
        ("claim", "the Tarn Brigade had shelled the mill", ["kind_not_shown"]),
        ("claim", "forty rebels were captured by the Tarn Brigade", ["kind_not_shown"]),
        ("claim", "the mill had been shelled", ["kind_not_shown"]),
        ("acknowledge", "it had ordered the raid", []),
        ("acknowledge", "it was sorry for the town", ["kind_not_shown"]),
        ("blame", "their neighbours burned the barns", []),
        ("blame", "it believed the letter", ["kind_not_shown"]),
        ("clear", "the clerk was elsewhere that night", []),
        ("clear", "the clerk was a fool", ["kind_not_shown"]),
        ("deny_responsibility", "its men had burned the barns, and no hut", ["kind_not_shown"]),
        ("deny_responsibility", "its men had burned no barn", []),
        ("retract", "it gives up its story of the fire", []),
        ("retract", "it keeps its story of the fire", ["kind_not_shown"]),
    ],
)
def test_said_is_made_a_kind_by_what_is_said(kind: Any, content: str, codes: list[str]) -> None:
    """By the deed, by whose deed it is, or by where somebody was."""
    cue = "claimed" if content.startswith("the first") else "said"
    said = "claimed two raids in the vale," if cue == "claimed" else cue
    a = Article(f"The Orrin army {said} {content}. The Tarn Brigade met.")
    brigade = a.actor("Tarn Brigade")
    neighbours = a.actor("their neighbours") if "neighbours" in content else brigade
    speaker = a.actor("Orrin army", kind="armed_forces")
    whom = [neighbours] if kind in ("blame", "clear") else []
    assert a.codes(STATEMENT_KIND, a.statement(kind, cue, speaker=speaker, content=content, whom=whom)) == codes


@pytest.mark.parametrize(
    ("sentence", "content", "codes"),
    [
        ("A ferryman heard two bangs.", "heard two bangs", []),
        ("“Two boats burned” — a ferryman", "Two boats burned", []),
        ("Two boats burned at the quay.", "Two boats burned", ["cue_missing"]),
        ("The miller met a ferryman: two boats burned.", "two boats burned", ["cue_missing"]),
    ],
)
def test_who_is_named_alone_beside_the_words_says_them(sentence: str, content: str, codes: list[str]) -> None:
    """Without a word of saying; not where another is named there too, or nobody."""
    a = Article(f"The miller and a ferryman met at dawn. It rained.\n\n{sentence}")
    a.actor("The miller", kind="person", identity="anonymous")
    speaker = a.actor("a ferryman", kind="person", identity="anonymous")
    assert a.codes(STATEMENT_KIND, a.statement("assert", speaker=speaker, content=content)) == codes


def test_a_dispute_may_be_of_a_whole_account() -> None:
    """ "Disputed the account" contradicts all of it; "disputed the raid" is a denial by another name."""
    a = Article("The Tarn League disputed the army's account. The Orrin Front disputed the raid.")
    league, front = a.actor("Tarn League"), a.actor("Orrin Front")
    whole = a.statement("dispute", "disputed", speaker=league, content="the army's account", contradicts=("happened",))
    raid = a.statement("dispute", a.at("disputed", 1), speaker=front, content="the raid", contradicts=("happened",))
    assert (a.codes(STATEMENT_KIND, whole), a.codes(STATEMENT_KIND, raid)) == ([], ["parts_unlike_kind"])


@pytest.mark.parametrize(("cue", "content"), [("held", "the Front answerable"), ("holds", "the Front responsible")])
def test_blame_may_stand_around_whom_it_names(cue: str, content: str) -> None:
    """ "Held the Front responsible" is blame as "blamed" is."""
    a = Article(f"Orda {cue} {content} for the fire.")
    front = a.actor("the Front")
    assert (
        a.codes(STATEMENT_KIND, a.statement("blame", cue, speaker=a.actor("Orda"), content=content, whom=[front])) == []
    )


# --- tolls -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome", "words", "codes"),
    [
        ("Raiders led 40 herders over the ridge.", "captured", {"count": "40", "cue": "led"}, []),
        ("Raiders met 40 herders on the ridge.", "captured", {"count": "40", "cue": "met"}, ["outcome_not_shown"]),
        (
            "Two died, and fire drove 90 from their homes.",
            "displaced",
            {"count": "90", "cue": "drove"},
            ["other_outcome"],
        ),
        ("Two died, and 90 reached the camp.", "displaced", {"count": "90", "cue": "reached the camp"}, []),
        ("A boy was seized and was found dead.", "killed", {"whom": "boy", "cue": "found dead"}, []),
        ("A boy was seized and a man found dead.", "captured", {"whom": "man", "cue": "seized"}, ["other_outcome"]),
    ],
)
def test_an_outcome_is_borne_out_by_the_words_given_for_it(
    text: str, outcome: str, words: dict[str, str], codes: list[str]
) -> None:
    """Words that mean other things as well count where they are given for it."""
    a = Article(text)
    assert a.codes(CASUALTIES, a.incident("was", casualties=(a.casualty(outcome, **words),)) if "was" in text
                   else a.incident(text.split()[0], casualties=(a.casualty(outcome, **words),))) == codes  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("A young weaver was hit. The weaver died.", {"whom": "weaver", "cue": "died"}, []),
        ("A young weaver was hit. The tanner died.", {"whom": "weaver", "cue": "died"}, ["parts_apart"]),
        ("How many died is not known. The clinic counts 70.", {"count": "70", "cue": "died"}, []),
        ("How many died is not known. The clinic has 70 beds.", {"count": "70", "cue": "died"}, ["parts_apart"]),
        ("The tanner, 33, was at home. Two clerks died.", {"count": "33", "cue": "died"}, ["parts_apart"]),
    ],
)
def test_a_toll_may_be_told_in_two_steps(text: str, words: dict[str, str], codes: list[str]) -> None:
    """Who is counted is taken up again, or what is counted was said before."""
    a = Article(text)
    toll = a.casualty("killed", **words)
    assert [
        code for code in a.codes(CASUALTIES, a.incident(text.split()[0], casualties=(toll,))) if "apart" in code
    ] == codes


# --- hedges, stages, frames ---------------------------------------------------------------------------------


def test_what_is_doubted_of_those_struck_is_no_doubt_of_the_act() -> None:
    """ "Suspected smugglers" were shot; "suspected smugglers shot a guard" doubts who did it."""
    a = Article("Police said guards shot suspected smugglers. Police said suspected smugglers shot a guard.")
    struck = a.incident("shot", targets=(a.target("suspected smugglers", "people"),))
    shot = a.incident(a.at("shot", 1), targets=(a.target("a guard", "person"),))
    police, others = a.actor("Police", kind="public_body"), a.actor("smugglers", identity="generic")
    saying: dict[str, Any] = {"speaker": police, "whom": [others]}
    one = a.statement("blame", "said", content="guards shot suspected smugglers", about=struck, **saying)
    other = a.statement("blame", a.at("said", 1), content="suspected smugglers shot a guard", about=shot, **saying)
    assert (a.codes(HEDGES, one), a.codes(HEDGES, other)) == ([], ["hedge_left_out"])


@pytest.mark.parametrize(("could", "codes"), [("avoided", []), ("arson", ["hedge_left_out"])])
def test_what_could_have_been_avoided_did_happen(could: str, codes: list[str]) -> None:
    """ "Could have been arson" is another matter."""
    a = Article(f"The mayor said the fire could have been {could}.")
    said = a.statement(
        "assert", "said", speaker=a.actor("mayor", kind="official"), content=f"the fire could have been {could}"
    )
    assert [code for code in a.codes(HEDGES, said) if code == "hedge_left_out"] == codes


@pytest.mark.parametrize(
    ("words", "codes"), [("brought both of them down", []), ("chased both of them home", ["stage_not_shown"])]
)
def test_what_was_shot_down_may_stand_within_the_words(words: str, codes: list[str]) -> None:
    """A phrase is one though its object parts it."""
    a = Article(f"Rebels launched two drones. The frigate {words}.")
    assert a.codes(STAGE, a.incident("launched", stage="intercepted", stage_words=words)) == codes


@pytest.mark.parametrize(
    ("when", "frame", "codes"),
    [
        ("on 2 May", "current", ["may_be_background"]),
        ("on 2 May", "background", []),
        ("on 27 May", "current", []),
        ("on 27 May", "background", ["frame_not_shown"]),
    ],
)
def test_a_date_long_before_the_day_of_the_article_is_an_older_one(when: str, frame: str, codes: list[str]) -> None:
    """More than a week; the year may be left out."""
    a = Article(f"ORDA, May 28 (Vale News) - It rained in the hills.\n\nRockets hit the mill {when}.")
    words = {"frame_words": when} if frame == "background" else {}
    assert a.codes(FRAME, a.incident("Rockets hit", time=when, frame=frame, **words)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It was the deadliest raid in the past ten years.", []),
        ("The raid was made in the past ten years.", ["may_be_background"]),
        ("The raid was made in the past few hours.", []),
        ("The claim made on 3 March was of a raid.", []),
    ],
)
def test_a_stretch_of_time_dates_what_lies_in_it_and_not_what_is_compared_with_it(text: str, codes: list[str]) -> None:
    """Nor does the day of a claim date what is claimed."""
    a = Article(f"ORDA, May 28 (Vale News) - It rained.\n\n{text}")
    assert a.codes(FRAME, a.incident("raid")) == codes


@pytest.mark.parametrize(("told", "codes"), [("have often burned", []), ("burned", ["frame_not_shown"])])
def test_what_has_been_done_again_and_again_is_older(told: str, codes: list[str]) -> None:
    """ "Have often" tells of no single event of these days."""
    a = Article(f"Raiders {told} barns in the vale.")
    words = {"frame_words": "have often"} if "often" in told else {}
    assert a.codes(FRAME, a.incident("burned", frame="background", aggregate=True, **words)) == codes


# --- threats -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "status", "codes"),
    [
        ("He went back on that by noon.", "withdrawn", []),
        ("He went to bed by noon.", "withdrawn", ["status_not_shown"]),
        ("A boy admits that it was a joke.", "hoax", []),
        ("A boy admits that it was he.", "hoax", ["status_not_shown"]),
    ],
)
def test_a_threat_is_taken_back_or_made_in_jest_in_other_words(after: str, status: str, codes: list[str]) -> None:
    """The words given for its status show it."""
    a = Article(f"Tal Berrin said he would burn the mill. {after}")
    words = after.rstrip(".").partition("He " if "He " in after else "that ")[2]
    threat = a.threat(a.actor("Tal Berrin"), "he would burn the mill", status=status, status_words=words)
    assert a.codes(THREAT_STATUS, threat) == codes


@pytest.mark.parametrize(
    ("text", "content", "form", "codes"),
    [
        ("The League killed a judge and vowed to do as much to others.", "do as much to others", "explicit", []),
        ("The League met a judge and vowed to do as much with others.", "do as much with others", "explicit", ["harm_not_named"]),
        ("“Barns burn, and millers too,” the League wrote.", "Barns burn, and millers too", "implicit", []),
        ("“Barns stand, and millers too,” the League wrote.", "Barns stand, and millers too", "implicit", ["no_threat_words"]),
    ],
)  # fmt: skip
def test_a_harm_may_be_taken_up_or_only_hinted_at(text: str, content: str, form: str, codes: list[str]) -> None:
    """ "As much" is the harm of its sentence; what is only to be understood may be named as somebody else's."""
    a = Article(text)
    assert (
        a.codes(
            THREAT_KIND, a.threat(a.actor("League"), content, form=form, cue="vowed" if "vowed" in text else "wrote")
        )
        == codes
    )


@pytest.mark.parametrize(
    ("text", "content", "fields", "codes"),
    [
        ("Any barge that carries their grain will be burned.", "Any barge that carries their grain will be burned", {"condition": "carries their grain"}, []),
        ("The barge there carries their grain and will be burned.", "will be burned", {"condition": "carries their grain"}, ["no_condition_words"]),
        ("It told the crews to leave before dawn on Friday. “We fire then,” it said.", "We fire then",
         {"condition": "to leave", "deadline": "dawn on Friday"}, []),
        ("It rained at dawn on Friday. “We fire then,” it said.", "We fire then", {"deadline": "dawn on Friday"}, ["deadline_beside"]),
        ("“We will send more until the gate falls,” it said.", "We will send more until the gate falls", {"deadline": "the gate falls"}, []),
        ("“We will send more until the gate falls,” it said.", "We will send more until the gate falls", {}, ["condition_left_out"]),
    ],
)  # fmt: skip
def test_a_condition_may_describe_whom_it_meets_or_stand_in_the_ultimatum_before(
    text: str, content: str, fields: dict[str, str], codes: list[str]
) -> None:
    """A term that a sentence before sets goes with the threat that follows."""
    a = Article(text)
    found = a.codes(
        CONDITIONS, a.threat(a.actor("League") if "League" in text else a.actor(text.split()[0]), content, **fields)
    )
    assert [code for code in found if code != "no_time_words"] == codes


def test_a_threat_in_the_same_words_is_the_same_in_whosever_name() -> None:
    """Three words in common; without them, another issuer's threat is another."""
    text = (
        f"{QUIET} {QUIET}\n\nThe rustlers said the wells would burn unless the ferrymen give up their boats.\n\n"
        "Some herders say the ferrymen must give up their boats or lose the wells.\n\nOthers say a bishop will die."
    )
    a = Article(text)
    rustlers, herders, others = a.actor("The rustlers"), a.actor("Some herders"), a.actor("Others")
    first = a.threat(rustlers, "the wells would burn unless the ferrymen give up their boats")
    again = a.threat(herders, "the ferrymen must give up their boats or lose the wells", restates=first.id)
    other = a.threat(others, "a bishop will die", restates=first.id)
    assert (a.codes(RESTATEMENT, again), a.codes(RESTATEMENT, other)) == ([], ["may_restate_another"])


def test_a_fortnight_is_a_time() -> None:
    """As a week is; a street is none."""
    a = Article("Nine huts burned during the fortnight in Mill Street.")
    assert a.codes(SUBSTANCE, a.incident("burned", time="during the fortnight")) == []
    assert a.codes(SUBSTANCE, a.incident("burned", time="in Mill Street")) == ["no_word_of_time"]


# --- what a target is called -----------------------------------------------------------------------------------------

CALLED = [
    ("the bus depot at Orvale", "thing", []),
    ("the bus depot at Orvale", "person", ["target_of_another_kind"]),
    ("two drivers", "people", []),
    ("two drivers", "thing", ["target_of_another_kind"]),
    ("two drivers", "person", ["target_of_another_kind"]),
    ("a driver who lived there", "person", []),
    ("the Tamble Sisters", "thing", []),
]


@pytest.mark.parametrize(("target", "kind", "codes"), CALLED)
def test_a_target_is_of_the_kind_that_its_noun_tells(target: str, kind: TargetKind, codes: list[str]) -> None:
    """A noun for people is no thing, one for a thing nobody, and a plural not one; a name may be anything."""
    a = Article(f"Nine mortars hit {target} on Monday.")
    hit = a.incident("Nine mortars hit", targets=(a.target(target, kind=kind),))
    assert [code for code in a.codes(SUBSTANCE, hit) if code.startswith("target")] == codes
