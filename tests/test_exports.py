"""Briefs as event tables: what lands where, under which code, and who is named."""

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import render, summarize
from summarizer.conflict.exporting import EXPORTS
from summarizer.conflict.exporting.codes import codebooks
from summarizer.schemas import vocabulary
from summarizer.schemas.brief import UnverifiedBrief
from tests.exporting import TEXT, Told, events, rows
from tests.rendering_strategies import article, briefs

some = settings(suppress_health_check=list(HealthCheck))
TABLES = ["csv", "incidents", "acled", "gtd"]
BOOKS = ["acled", "gtd", "plover"]


def lands(told: Told, **values: Any) -> dict[str, bool]:
    """Which codebooks have the incident."""
    acled, gtd = (bool(told.rows(name, **values)) for name in ("acled", "gtd"))
    return {"acled": acled, "gtd": gtd, "plover": bool(told.events(**values))}


ALL, NONE = dict.fromkeys(BOOKS, True), dict.fromkeys(BOOKS, False)

# --- what lands where -----------------------------------------------------------------------------


@pytest.mark.parametrize("occurrence", get_args(vocabulary.Occurrence))
def test_what_was_taken_back_or_denied_by_those_who_know_is_no_event_and_everything_else_is(occurrence: str) -> None:
    """Disputed, claimed, only reported: an event with its occurrence beside it, for who wants to filter."""
    gone = occurrence in {"withdrawn", "not_occurred", "denied", "retracted"}
    assert lands(Told(), occurrence=occurrence) == (NONE if gone else ALL)
    assert Told().row("incidents", occurrence=occurrence)["occurrence"] == occurrence
    assert gone or Told().row("acled", occurrence=occurrence)["occurrence"] == occurrence


@pytest.mark.parametrize("stage", get_args(vocabulary.Stage))
def test_plots_are_no_events_and_attempts_are(stage: str) -> None:
    assert lands(Told(), stage=stage) == (NONE if stage in {"foiled", "planned"} else ALL)


def test_an_older_event_is_one_and_says_so_and_a_drill_is_none() -> None:
    assert lands(Told(), frame="background") == ALL
    assert Told().row("acled", frame="background")["frame"] == "background"
    assert Told().events(frame="background")[0]["context"] == ["historical"]
    assert Told().events()[0]["context"] == []
    assert lands(Told(), frame="exercise") == NONE


def test_no_codebook_has_what_is_told_of_many_or_only_sums_up() -> None:
    assert lands(Told(), aggregate=True) == NONE
    assert lands(Told(), summarises=(1,)) == NONE
    assert Told().row("incidents", summarises=(7, 8))["sums_up"] == "7 | 8"
    assert Told().row("incidents", summarises=(7,))["occurrence"] == ""


@pytest.mark.parametrize("kind", ["explosion", "cyber"])
def test_a_blast_of_open_cause_and_an_attack_on_a_network_are_no_events(kind: str) -> None:
    assert lands(Told(), kind=kind) == NONE


@pytest.mark.parametrize("kind", ["clashes", "crowd_violence"])
def test_fighting_and_crowds_are_no_terrorism(kind: str) -> None:
    assert lands(Told(), kind=kind) == ALL | {"gtd": False}


@pytest.mark.parametrize("kind", ["state", "armed_forces"])
def test_the_gtd_has_no_act_of_a_state(kind: str) -> None:
    told = Told()
    told.actor("Velland", kind=kind)
    values = {"statuses": {"Velland": "claimed"}, "attribution": "claimed"}
    assert lands(told, **values) == ALL | {"gtd": False}
    assert lands(told, statuses={"Velland": "denied"}, attribution="denied") == ALL


# --- who is named -----------------------------------------------------------------------------------

NAMED = {
    "established": "0",
    "claimed_corroborated": "0",
    "claimed": "0",
    "reported_as_fact": "0",
    "acknowledged_unnamed": "1",
    "accused_by_authorities": "1",
    "accused_by_others": "1",
    "suspected": "1",
}
"""Attributions that let a group be named, and whether the GTD has it as uncertain."""


@pytest.mark.parametrize("status", get_args(vocabulary.ActorAttribution))
def test_a_group_is_named_where_the_attribution_allows_it_and_nowhere_else(status: Any) -> None:
    values = {"statuses": {"Oru Front": status}, "attribution": status}
    name = "Oru Front" if status in NAMED else ""
    assert Told().row("acled", **values)["actor1"] == name
    row = Told().row("gtd", **values)
    assert (row["gname"], row["guncertain1"]) == (name, NAMED.get(status, ""))
    assert [one["actor_text"] for one in Told().events(**values)[0]["actor"]] == list(filter(None, [name]))


def test_the_attribution_of_the_whole_must_allow_it_too() -> None:
    """The reader takes it for less than its record shows: nobody is named."""
    values: dict[str, Any] = {"statuses": {"Oru Front": "claimed"}, "attribution": "none"}
    assert Told().row("acled", **values)["actor1"] == Told().row("gtd", **values)["gname"] == ""


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Aro Tenn", {"kind": "person"}),
        ("Aro Tenn", {"kind": "official"}),
        ("Raiders", {"identity": "generic"}),
        ("Soldiers", {"kind": "armed_forces", "identity": "anonymous"}),
    ],
)
def test_only_bodies_with_a_name_stand_in_a_column_for_actors(name: str, fields: dict[str, Any]) -> None:
    told = Told()
    told.actor(name, **fields)
    values: dict[str, Any] = {"statuses": {name: "claimed"}, "attribution": "claimed"}
    assert told.row("acled", **values)["actor1"] == ""
    assert told.row("incidents", **values)["claimed_by"] == name


def test_rivals_are_no_party_to_one_act() -> None:
    """ACLED and PLOVER would read two actors as two who did it together; the GTD has a place for rival claims."""
    values: dict[str, Any] = {
        "statuses": {"Oru Front": "claimed", "Red League": "claimed"},
        "attribution": "competing_claims",
    }
    assert Told().row("acled", **values)["actor1"] == ""
    assert Told().events(**values)[0]["actor"] == []
    row = Told().row("gtd", **values)
    assert (row["gname"], row["gname2"], row["gname3"], row["compclaim"]) == ("Oru Front", "Red League", "", "1")


def test_who_did_it_together_stands_beside_the_first() -> None:
    values: dict[str, Any] = {"statuses": {"Oru Front": "claimed", "Red League": "claimed"}, "attribution": "claimed"}
    row = Told().row("acled", **values)
    assert (row["actor1"], row["assoc_actor_1"]) == ("Oru Front", "Red League")
    assert Told().row("gtd", **values)["compclaim"] == "0"


def test_fighting_has_two_sides_and_no_recipient_among_them() -> None:
    told = Told()
    told.actor("army", kind="armed_forces")
    values: dict[str, Any] = {
        "kind": "clashes",
        "statuses": {"Oru Front": "reported_as_fact", "army": "reported_as_fact"},
        "attribution": "reported_as_fact",
    }
    row = told.row("acled", **values)
    assert (row["actor1"], row["actor2"], row["event_type"]) == ("Oru Front", "army", "Battles")
    (event,) = told.events(**values)
    assert [(one["actor_text"], one["sector"]) for one in event["actor"]] == [("Oru Front", None), ("army", "MIL")]


# --- claims -------------------------------------------------------------------------------------------


def claimed(text: str) -> dict[str, str]:
    told = Told(text)
    front = told.article.actor("Oru Front")
    told.actors["Oru Front"] = front.id
    told.article.statement("claim", "claimed", speaker=front, content="the raid", whom=[front])
    brief = told.brief(words="the raid", statuses={"Oru Front": "claimed"}, attribution="claimed")
    (said,) = brief.statements
    about = said.model_validate(said.model_dump() | {"about": [{"incident": 1, "relation": "perpetrator"}]})
    changed = brief.model_copy(update={"statements": (about,)})
    (row,) = rows(render(changed, told.article.document, "gtd"))
    return row


@pytest.mark.parametrize(
    ("how", "mode"),
    [
        ("in a video", "Video"),
        ("in an e-mail to Ostra News", "E-mail"),
        ("on its Telegram channel", "Posted to website, blog, etc."),
        ("in a letter and in a video", ""),
        ("by telephone", ""),
        ("", ""),
    ],
)
def test_how_a_claim_was_made_is_told_by_words_in_its_own_sentence(how: str, mode: str) -> None:
    row = claimed(
        f"The Oru Front claimed the raid {how}. A letter was found. It was not signed, in a video or by letter."
    )
    assert (row["claimed"], row["claimmode_txt"]) == ("1", mode)


def test_a_claim_is_there_or_the_article_says_that_there_is_none_or_it_does_not_tell() -> None:
    assert Told().row("gtd", unclaimed=True, attribution="unclaimed")["claimed"] == "0"
    assert Told().row("gtd")["claimed"] == "-9"
    assert Told().row("gtd", statuses={"Oru Front": "claim_retracted"})["claimed"] == "1"


# --- codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "targets", "event", "sub_event"),
    [
        ("shooting", [("person", "Soldiers")], "Battles", "Armed clash"),
        ("shooting", [("people", "police")], "Battles", "Armed clash"),
        ("shooting", [("people", "The Red League")], "Battles", "Armed clash"),
        ("shooting", [("person", "Colonel Aro Tenn")], "", ""),
        ("shooting", [("people", "two police officers")], "Battles", "Armed clash"),
        ("shooting", [("person", "Constable Odo Venn")], "", ""),
        ("shooting", [("person", "a police informer")], "", ""),
        ("shooting", [("person", "Colonel Aro Tenn"), ("people", "farmers")], "", ""),
        ("shooting", [("person", "Ila Morn")], "Battles", "Armed clash"),
        ("shooting", [("people", "farmers")], "Violence against civilians", "Attack"),
        ("shooting", [("people", "farmers"), ("thing", "a bus")], "Violence against civilians", "Attack"),
        ("shooting", [("people", "farmers"), ("people", "Soldiers")], "", ""),
        ("shooting", [("thing", "a bus")], "", ""),
        ("shooting", [], "", ""),
        ("kidnapping", [("people", "farmers")], "Violence against civilians", "Abduction/forced disappearance"),
        ("arson", [("thing", "a bus")], "Strategic developments", "Looting/property destruction"),
        ("drone_strike", [("people", "farmers")], "Explosions/Remote violence", "Air/drone strike"),
        ("shelling", [("people", "Soldiers")], "Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ("strike", [], "Explosions/Remote violence", ""),
        ("crowd_violence", [], "Riots", ""),
        ("other_attack", [("people", "farmers")], "", ""),
    ],
)
def test_types_of_events_follow_from_the_kind_and_from_who_was_struck(
    kind: str, targets: list[tuple[Any, str]], event: str, sub_event: str
) -> None:
    told = Told(
        f"{TEXT} Colonel Aro Tenn and Ila Morn of the Red League were there; so were two"
        " police officers, Constable Odo Venn, and a police informer."
    )
    told.actor("Red League")
    told.article.actor("Ila Morn", kind="person", belongs_to=[told.article.items().actors[1]])
    struck = tuple(told.article.target(words, which) for which, words in targets)
    row = told.row("acled", kind=kind, targets=struck)
    assert (row["event_type"], row["sub_event_type"]) == (event, sub_event)


def test_remote_violence_that_was_stopped_is_disrupted_and_one_that_failed_has_no_type() -> None:
    stopped = Told().row("acled", kind="missile_strike", stage="intercepted")
    assert (stopped["event_type"], stopped["sub_event_type"]) == ("Strategic developments", "Disrupted weapons use")
    assert Told().row("acled", kind="bombing", stage="attempted")["event_type"] == ""


@pytest.mark.parametrize(
    ("stage", "success"), [("accomplished", "1"), ("attempted", "0"), ("intercepted", "0"), ("unknown", "")]
)
def test_success_is_whether_it_was_carried_out(stage: str, success: str) -> None:
    assert Told().row("gtd", stage=stage)["success"] == success


@pytest.mark.parametrize(
    ("kind", "attack", "weapon"),
    [
        ("suicide_bombing", "Bombing/Explosion", "Explosives"),
        ("stabbing", "Armed Assault", "Melee"),
        ("kidnapping", "Hostage Taking (Kidnapping)", ""),
        ("chemical_attack", "Unarmed Assault", "Chemical"),
        ("execution", "", ""),
        ("other_attack", "Unknown", "Unknown"),
    ],
)
def test_attack_and_weapon_follow_from_the_kind(kind: str, attack: str, weapon: str) -> None:
    row = Told().row("gtd", kind=kind)
    assert (row["attacktype1_txt"], row["weaptype1_txt"]) == (attack, weapon)
    assert row["suicide"] == str(int(kind == "suicide_bombing"))


MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("days", "acled", "gtd"),
    [
        ((MAY, MAY), ("2024-05-03", "2024", "1"), ("2024", "5", "3")),
        ((date(2024, 4, 29), date(2024, 5, 5)), ("2024-05-02", "2024", "2"), ("2024", "0", "0")),
        ((date(2024, 5, 1), date(2024, 5, 31)), ("2024-05-16", "2024", "3"), ("2024", "5", "0")),
        ((date(2024, 1, 1), date(2024, 12, 31)), ("", "", ""), ("2024", "0", "0")),
        ((date(2023, 12, 31), date(2024, 1, 1)), ("2023-12-31", "2023", "2"), ("", "", "")),
        (None, ("", "", ""), ("", "", "")),
    ],
)
def test_days_are_as_exact_as_the_words_leave_them(days: Any, acled: tuple[str, ...], gtd: tuple[str, ...]) -> None:
    values: dict[str, Any] = {"days": days, "time": "on 3 May 2024"}
    row = Told().row("acled", **values)
    assert (row["event_date"], row["year"], row["time_precision"]) == acled
    row = Told().row("gtd", **values)
    assert (row["iyear"], row["imonth"], row["iday"]) == gtd
    assert row["approxdate"] == ("" if days == (MAY, MAY) else "on 3 May 2024")


@pytest.mark.parametrize(
    ("sentence", "place", "code"),
    [
        ("They fired on a bus in the town of Kel.", "the town of Kel", "1"),
        ("They fired on a bus in Kel City.", "Kel City", "1"),
        ("They fired on a bus near the town of Kel.", "the town of Kel", "2"),
        ("They fired on a bus north of Kel.", "Kel", "2"),
        ("They fired on a bus on the outskirts of Kel.", "the outskirts of Kel", "2"),
        ("They fired on a bus in the town of Kel, near the border.", "the town of Kel, near the border", ""),
        ("They fired on a bus in Orva province.", "Orva province", "3"),
        ("They fired on a bus in Kel, Orva province.", "Kel, Orva province", ""),
        ("They fired on a bus in a village of Orva.", "a village of Orva", ""),
        ("They fired on a bus in Kel.", "Kel", ""),
    ],
)
def test_a_place_is_as_exact_as_its_words_and_those_before_them_say(sentence: str, place: str, code: str) -> None:
    assert Told(sentence).row("acled", place=place)["geo_precision"] == code


def test_the_most_conservative_figure_counts_and_no_number_is_no_zero() -> None:
    told = Told()
    police = told.actor("police", kind="public_body")
    least = told.toll("at least four", 4)
    part = told.toll("four", 1, whom="farmers")
    lower = told.toll("four", 3, 3, source=police)
    unclear = told.toll("four", None, source=police)
    assert told.row("acled", tolls=[least, part])["fatalities"] == "4"
    assert (
        told.row("acled", tolls=[least, lower])["fatalities"] == told.row("gtd", tolls=[least, lower])["nkill"] == "3"
    )
    assert told.row("acled", tolls=[unclear])["fatalities"] == told.row("acled")["fatalities"] == ""
    assert told.row("acled", tolls=[told.toll("four", 4, outcome="wounded")])["fatalities"] == ""


def test_an_upper_figure_is_there_where_each_source_gives_one_that_is_not_open() -> None:
    told = Told()
    police = told.actor("police", kind="public_body")
    four, three, open_ended = told.toll("four", 4, 4), told.toll("four", 3, 3, source=police), told.toll("four", 4)
    assert told.row("incidents", tolls=[four, three])["killed_at_most"] == "4"
    assert told.row("incidents", tolls=[four, four])["killed_at_most"] == ""
    assert told.row("incidents", tolls=[open_ended])["killed_at_most"] == ""


def test_rules_that_may_have_read_some_of_several_figures_give_no_upper_one() -> None:
    told = Told()
    brief = told.brief(tolls=[told.toll("four", 4, 4), told.toll("four", 3, 3, outcome="wounded")])
    by_rules = brief.model_copy(update={"read_by": "coder"})
    (exact,), (found,) = (rows(render(each, told.article.document, "incidents")) for each in (brief, by_rules))
    assert [exact["killed_at_most"], exact["wounded_at_most"]] == ["4", "3"]
    assert [found["killed_at_most"], found["wounded_at_most"]] == ["", ""]
    assert [found["killed_at_least"], found["killed"]] == [exact["killed_at_least"], exact["killed"]]


# --- threats and accusations ----------------------------------------------------------------------------

WARLIKE = (
    "The Oru Front claimed responsibility for the bombing of a barracks in Torvik. The Velland government accused the Red"
    " League of the attack. The Oru Front threatened to attack the capital if the prisoners are not freed by Friday."
)


def test_threats_and_accusations_are_events_of_plover_and_rows_of_no_other_codebook() -> None:
    result = summarize(WARLIKE)
    told = events(render(result.brief, result.document, "plover"))
    seen = [(one["event_type"], one["event_mode"], [actor["actor_text"] for actor in one["actor"]]) for one in told]
    assert ("THREATEN", "violence", ["Oru Front"]) in seen
    assert ("ACCUSE", "allege", ["Velland government"]) in seen
    threat = next(one for one in told if one["event_type"] == "THREATEN")
    assert threat["condition"].startswith("if the prisoners")
    assert threat["date"] is None
    for name in ("acled", "gtd"):
        assert {row["label"][0] for row in rows(render(result.brief, result.document, name))} <= {"A"}
    table = rows(render(result.brief, result.document, "incidents"))
    assert [row["issuer"] for row in table if row["item"] == "threat"] == ["Oru Front"]


@pytest.mark.parametrize(
    ("change", "left"), [({"status": "hoax"}, 0), ({"restates": 9}, 0), ({"status": "withdrawn"}, 1)]
)
def test_a_hoax_and_what_is_told_again_is_no_event(change: dict[str, Any], left: int) -> None:
    result = summarize(WARLIKE)
    threats = tuple(threat.model_copy(update=change) for threat in result.brief.threats)
    told = events(render(result.brief.model_copy(update={"threats": threats}), result.document, "plover"))
    assert len([one for one in told if one["event_type"] == "THREATEN"]) == left


# --- evidence -------------------------------------------------------------------------------------------


def test_each_row_of_the_evidence_leads_back_to_its_words() -> None:
    result = summarize(WARLIKE)
    table = rows(render(result.brief, result.document, "csv"))
    assert {row["item"] for row in table} >= {"actor", "incident", "statement", "threat"}
    for row in table:
        assert result.document.text[int(row["start"]) : int(row["end"])] == row["text"]
        assert row["sha256"] == result.document.sha256
    claim = next(row for row in table if (row["item"], row["field"]) == ("statement", "cue"))
    assert claim["incidents"] == "1"
    assert {row["occurrence"] for row in table if row["item"] == "incident"} != {""}


# --- tables -----------------------------------------------------------------------------------------------


def test_every_kind_and_status_of_a_codebook_is_one_of_ours() -> None:
    """A word that the vocabulary lacks would never hold."""
    books = codebooks()
    words = {
        "kind": get_args(vocabulary.IncidentKind),
        "stage": get_args(vocabulary.Stage),
        "frame": get_args(vocabulary.Frame),
        "occurrence": get_args(vocabulary.Occurrence),
        "doer": get_args(vocabulary.ActorKind),
        "status": get_args(vocabulary.ThreatStatus),
        "struck": ("armed", "people", "things", "mixed", "unknown"),
    }
    listed = [*(books[book]["left_out"] for book in BOOKS), *(row for book in BOOKS for row in books[book]["codes"])]
    for row in listed:
        for key in row.keys() - {"gives"}:
            assert set(row[key]) <= set(words[key]), row
    assert set(books["doer"]) == set(get_args(vocabulary.ActorAttribution))
    assert set(books["gtd"]["claims"]["made"]) <= set(get_args(vocabulary.ActorAttribution))
    assert set(books["gtd"]["compclaim"]) <= set(get_args(vocabulary.IncidentAttribution))
    assert set(books["gtd"]["success"]) <= set(words["stage"])
    assert set(books["plover"]["sector"]) <= set(words["doer"])


@pytest.mark.parametrize("name", TABLES)
def test_a_brief_without_items_is_a_table_without_rows(name: str) -> None:
    told = Told()
    brief = UnverifiedBrief(source=told.article.document.source())
    text = render(brief, told.article.document, name)
    opening = next(each for each in EXPORTS if each.name == name).opening()
    assert text == opening
    assert text.count("\n") == 1
    names = text.strip().split(",")
    assert len(set(names)) == len(names)


@some
@given(briefs(), st.sampled_from(["csv", "incidents", "acled", "gtd", "plover", "annotations"]))
@pytest.mark.slow
def test_a_brief_of_any_shape_is_exported(brief: UnverifiedBrief, name: str) -> None:
    """Ids that lead nowhere, statuses that no table gives: every row has every column."""
    text = render(brief, article(), name)
    if name in TABLES:
        table = rows(text)
        assert all(None not in row and None not in row.values() for row in table)
    else:
        events(text)
