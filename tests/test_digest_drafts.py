"""A digest of articles that a model read, each as its answer's lines: what is joined, what contradicts what, and what came of it."""

from collections.abc import Iterable
from datetime import date

import pytest

from summarizer import Document, verify
from summarizer.asking.lines import Lines
from summarizer.asking.lines import read as read_lines
from summarizer.conflict.digesting import ReadArticle, digest, make_digest
from summarizer.conflict.digesting.choosing import about, cites_of
from summarizer.conflict.digesting.digest_news import news_of
from summarizer.conflict.digesting.digest_page import compose_digest
from summarizer.conflict.digesting.digest_report import digest_report
from summarizer.conflict.digesting.news_page import compose_news
from summarizer.conflict.digesting.threads import deadline_day
from summarizer.conflict.linking import Decided
from summarizer.documents.quotes import Origin
from summarizer.rendering.text import as_text
from summarizer.schemas.digest import Digest, DigestIncident
from summarizer.schemas.draft import Draft


def read(day: int, outlet: str, sentences: str, *lines: str) -> ReadArticle:
    """An article of one day of May 2041 with the brief that a model's lines make."""
    document = Document.from_text(
        sentences, published=date(2041, 5, day), origin=Origin(outlet=outlet, title=f"{outlet} {day}")
    )
    draft, unread = read_lines(Lines(lines=list(lines)), Draft, document)
    assert not unread
    brief = verify(draft, document).model_copy(update={"read_by": "model"})
    return ReadArticle(document, brief, f"{outlet}-{day}")


def page(told: Digest) -> str:
    return " ".join(as_text(compose_digest(told), 120, False).split())


def only(told: Digest) -> DigestIncident:
    (incident,) = told.incidents
    return incident


def told_in(told: Digest, articles: Iterable[ReadArticle]) -> list[set[str]]:
    names = {article.key: article.name for article in articles}
    return sorted(({names[key] for key in each.told_in} for each in (*told.incidents, *told.older)), key=sorted)


BOTH_DEPOTS = read(
    6,
    "Perrow Gazette",
    "A bomb wrecked the Upper Quay grain depot in Perrow on Monday and killed four porters, police said. "
    "An hour later another bomb wrecked the Lower Quay grain depot in Perrow and killed a watchman, police said.",
    "A1 public_body | name 1:police",
    "I1 bombing is confirmed author none | words 1:bomb wrecked | at :the Upper Quay grain depot | place :Perrow | when :Monday | toll killed by 1 1:four / :porters / :killed",
    "I2 bombing is confirmed author none | words 2:bomb wrecked | at :the Lower Quay grain depot | place :Perrow | when 1:Monday | toll killed by 1 2:a / :watchman / :killed",
    "S1 assert by 1 own | cue 1:said | says :A bomb wrecked the Upper Quay grain depot in Perrow on Monday | on 1 authority :police",
    "S2 assert by 1 own | cue 2:said | says :another bomb wrecked the Lower Quay grain depot in Perrow | on 2 authority :police",
)
UPPER_DEPOT = read(
    6,
    "Hallan Star",
    "Four porters died in Perrow on Monday when a bomb wrecked the Upper Quay grain depot, the mayor, Orla Finn, said.",
    "A1 official | name 1:Orla Finn",
    "I1 bombing is confirmed author none | words 1:a bomb wrecked | at :the Upper Quay grain depot | place :Perrow | when :Monday | toll killed by 1 1:Four / :porters / :died",
    "S1 assert by 1 own | cue 1:said | says :Four porters died in Perrow on Monday when a bomb wrecked the Upper Quay grain depot | on 1 authority :the mayor",
)
LOWER_DEPOT_DENIED = read(
    7,
    "Cape Herald",
    "The Tidewater Army denied on Tuesday that it had bombed the Lower Quay grain depot in Perrow, where a watchman died on Monday.",
    "A1 armed_group | name 1:The Tidewater Army",
    "I1 bombing is reported author denied | words 1:bombed | at :the Lower Quay grain depot | place :Perrow | when :Monday",
    "S1 deny_responsibility by 1 whom 1 | cue 1:denied | says :denied on Tuesday that it had bombed the Lower Quay grain depot | on 1 perpetrator_side :The Tidewater Army",
)


def test_of_two_acts_that_one_article_keeps_apart_another_article_tells_the_likelier() -> None:
    articles = (BOTH_DEPOTS, UPPER_DEPOT, LOWER_DEPOT_DENIED)
    told = digest(articles)
    assert told_in(told, articles) == [
        {"Cape Herald-7", "Perrow Gazette-6"},
        {"Hallan Star-6", "Perrow Gazette-6"},
    ]


SHOTS = (
    "Two men fired at the tram on Quarry Street in Hallan on Wednesday, the tram company, Hallan Lines, said.",
    "A1 organisation | name 1:Hallan Lines",
    "I1 shooting is confirmed author none | words 1:fired at | at :the tram | place :Quarry Street in Hallan | when :Wednesday",
    "S1 assert by 1 own | cue 1:said | says :Two men fired at the tram on Quarry Street in Hallan on Wednesday | on 1 struck_side :the tram company",
)


def test_an_act_of_another_year_is_another_act() -> None:
    shots = read(9, "Hallan Star", *SHOTS)
    once = read(
        9,
        "Cape Herald",
        "The mayor of Hallan opened a new tram on Quarry Street on Thursday. In 2036 two men fired at a tram on Quarry Street in Hallan.",
        "I1 shooting background is reported author none told | words 2:fired at | at :a tram | place :Quarry Street in Hallan | when :In 2036 | framewords :In 2036",
    )
    told = digest((shots, once))
    assert [len(each.told_in) for each in (*told.incidents, *told.older)] == [1, 1]


CLASH = read(
    3,
    "Dale Wire",
    "Eleven miners were killed at the Corrig pit on Friday when guards of the Sabel company shot at them, the union, Corrig Pits, said.",
    "A1 organisation | name 1:Corrig Pits",
    "A2 organisation | name 1:the Sabel company",
    "I1 shooting is reported author others | words 1:shot at | at :miners | place :the Corrig pit | when :Friday | toll killed by 1 1:Eleven / :miners / :killed",
    "S1 assert by 1 own whom 2 | cue 1:said | says :Eleven miners were killed at the Corrig pit on Friday when guards of the Sabel company shot at them | on 1 struck_side :the union",
)


def test_a_correction_of_the_day_contradicts_nothing_and_takes_nothing_back() -> None:
    corrected = read(
        5,
        "Cape Herald",
        "The Dale Wire corrected its report on the shots at miners at the Corrig pit: it was on Thursday, not on Friday. "
        "The district court confirmed that guards shot at the miners.",
        "A1 outlet | name 1:The Dale Wire",
        "A2 public_body | name 2:The district court",
        "I1 shooting is confirmed author none | words 1:shots at | at :miners | place :the Corrig pit | when :Thursday",
        "S1 retract by 1 against time | cue 1:corrected | says :corrected its report on the shots at miners at the Corrig pit: it was on Thursday, not on Friday | on 1 not_stated",
        "S2 confirm by 2 own | cue 2:confirmed | says :guards shot at the miners | on 1 authority :The district court",
    )
    told = digest((CLASH, corrected), decided=Decided(same=frozenset({(f"{CLASH.key}#1", f"{corrected.key}#1")})))
    incident = only(told)
    assert "retract" in {each.kind for each in incident.statements}
    assert "happened" not in {each.facet for each in incident.conflicts}
    assert "withdrawn" not in {each.what for each in incident.history}
    assert "Corrects" in page(told)
    assert [bool(each.corrected_by) for each in told.articles] == [True, False]


def test_a_count_in_words_is_no_fall() -> None:
    later = read(
        5,
        "Dale Wire",
        "The union, Corrig Pits, said on Sunday that a twelfth miner shot by guards of the Sabel company at the Corrig pit on Friday had died.",
        "A1 organisation | name 1:Corrig Pits",
        "I1 shooting is reported author none | words 1:shot | at :miner | place :the Corrig pit | when :Friday | toll killed by 1 1:twelfth / :miner / :died",
        "S1 assert by 1 own | cue 1:said | says :a twelfth miner shot by guards of the Sabel company at the Corrig pit on Friday had died | on 1 struck_side :the union",
    )
    incident = only(digest((CLASH, later)))
    assert [toll.change for toll in incident.tolls] == ["first", "other"]
    assert not any(change.alert for change in incident.history)


def counting(day: int, outlet: str, count: str) -> ReadArticle:
    return read(
        day,
        outlet,
        f"A drone hit the Sable Street market in Orrin on Saturday. It killed {count} traders at the market, and {outlet} saw the crater.",
        f"I1 drone_strike is reported author none told | words 1:hit | at :the Sable Street market | place :Orrin | when :Saturday | toll killed 2:{count} / :traders / :killed",
    )


def test_what_outlets_count_themselves_is_no_history_of_one_source() -> None:
    told = digest((counting(4, "Dale Wire", "six"), counting(5, "Cape Herald", "nine")))
    assert "“six” [1] ¶1 by Dale Wire, no source; “nine” [2] ¶1 by Cape Herald, no source" in page(told)
    assert not news_of(told, told)


def test_sources_that_count_alike_are_one_side() -> None:
    third = read(
        5,
        "Hallan Star",
        "Six people died in Saturday's drone attack on the market in Sable Street in Orrin, the mayor, Lena Var, said.",
        "A1 official | name 1:Lena Var",
        "I1 drone_strike is reported author none | words 1:drone attack | at :the market in Sable Street | place :Orrin | when :Saturday | toll killed by 1 1:Six / :people / :died",
        "S1 assert by 1 own | cue 1:said | says :Six people died in Saturday's drone attack | on 1 authority :the mayor",
    )
    articles = (counting(4, "Dale Wire", "six"), counting(5, "Cape Herald", "nine"), third)
    one, _, other = (f"{article.key}#1" for article in articles)
    (conflict,) = only(digest(articles, decided=Decided(same=frozenset({(one, other)})))).conflicts
    assert sorted(len(side.says) for side in conflict.sides) == [1, 2]


RAID = read(
    10,
    "Cape Herald",
    "Riders burned the ferry Alda at Sowan on Thursday night, the Cape Herald has learned.",
    "A1 people generic | name 1:Riders",
    "I1 arson is reported author stated told by 1 | words 1:burned | at :the ferry Alda | place :Sowan | when :Thursday night",
)
SEEN = read(
    11,
    "Hallan Star",
    "From the quay at Sowan, a reporter of the Hallan Star saw riders set fire to the Alda, a ferry, late on Thursday. "
    "The flames lit the harbour until dawn and the crew swam ashore. "
    "On Friday the Cape Herald withdrew its account of a ferry burned by riders.",
    "A1 outlet anonymous | name 1:a reporter of the Hallan Star",
    "A2 outlet | name 3:the Cape Herald",
    "I1 arson is confirmed author none | words 1:set fire to | at :the Alda | place :the quay at Sowan | when :Thursday",
    "S1 assert by 1 own | cue 1:saw | says :riders set fire to the Alda, a ferry, late on Thursday | on 1 independent :a reporter of the Hallan Star saw",
    "S2 retract by 2 | cue 3:withdrew its account | says :withdrew its account of a ferry burned by riders | on 1 not_stated",
)


def test_that_an_outlet_withdrew_its_report_may_stand_elsewhere() -> None:
    told = digest((RAID, SEEN))
    incident = only(told)
    assert [bool(each.withdrawn_by) for each in told.articles] == [True, False]
    idle = {each.kind: each.idle for each in incident.statements if each.speaker}
    assert idle == {"assert": "", "retract": "own_report"}
    assert "taken back by the Cape Herald" in page(told)


def test_whatever_is_chosen_of_a_digest_has_the_articles_that_it_quotes() -> None:
    besides = read(
        10,
        "Cape Herald",
        "Riders burned the ferry Alda at Sowan on Thursday night, the Cape Herald has learned. "
        "Shells hit the mill at Grenn on Wednesday, its owner, Mira Toll, said.",
        "A1 people generic | name 1:Riders",
        "A2 person | name 2:Mira Toll",
        "I1 arson is reported author stated told by 1 | words 1:burned | at :the ferry Alda | place :Sowan | when :Thursday night",
        "I2 shelling is confirmed author none | words 2:Shells hit | at :the mill | place :Grenn | when :Wednesday",
        "S1 assert by 2 own | cue 2:said | says :Shells hit the mill at Grenn on Wednesday | on 2 struck_side :its owner",
    )
    picked = about(digest((besides, SEEN)), place="Grenn")
    assert len(picked.incidents) == 1
    assert {cite.article for cite in cites_of(picked)} <= {article.key for article in picked.articles}
    assert "WITHDRAWN" in page(picked)
    assert digest_report(picked)


def after(day: int, sentence: str) -> ReadArticle:
    """A later article on the shots at the tram."""
    return read(day, "Dale Wire", f"{SHOTS[0]} {sentence}", *SHOTS[1:])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Troops withdrew from Quarry Street.", None),
        ("The company withdrew its statement of Wednesday.", "withdrawal"),
        ("The guards took back the depot.", None),
        ("Police released a video of the two men.", None),
        ("Footage released by the company shows the two men.", None),
        ("The driver, who had been held, was released.", "release"),
        ("Fighting resumed at the harbour.", None),
        ("Traffic resumed at noon.", "repair"),
        ("Nobody has been arrested.", None),
        ("No arrests had been made by noon.", None),
        ("Relatives called for an inquiry.", None),
        ("Police had no comment, and arrested two men.", "arrest"),
        ("An inquiry began.", "inquiry"),
    ],
)
def test_what_came_of_it_has_come_and_is_that(sentence: str, kind: str | None) -> None:
    told = digest((read(9, "Hallan Star", *SHOTS), after(11, sentence)))
    assert [each.kind for each in only(told).follow_ups] == [kind] * bool(kind)


THREAT = read(
    6,
    "Dale Wire",
    "Ilmar's war minister, Bero Tann, threatened on Monday to bomb the Sarrow dams unless the rebels leave Sarrow by Wednesday.",
    "A1 official | name 1:Bero Tann | of 2 :Ilmar's war minister",
    "A2 state | name 1:Ilmar's",
    "T1 by 1 for 2 | cue 1:threatened | says :to bomb the Sarrow dams unless the rebels leave Sarrow by Wednesday | at :the Sarrow dams | harm :bomb | if :unless the rebels leave Sarrow | until :by Wednesday",
)


def test_a_deadline_that_is_put_off_is_the_later_one_and_goes_no_further() -> None:
    later = read(
        8,
        "Cape Herald",
        "Bero Tann, Ilmar's war minister, extended the deadline by which rebels must leave Sarrow to Sunday, or the dams and locks of Sarrow would be bombed.",
        "A1 official | name 1:Bero Tann | of 2 :Ilmar's war minister",
        "A2 state | name 1:Ilmar's",
        "T1 by 1 for 2 | cue 1:extended | says :the dams and locks of Sarrow would be bombed | at :the dams and locks of Sarrow | harm :bombed | if :rebels must leave Sarrow | until :to Sunday",
    )
    (threat,) = digest((THREAT, later)).threats
    assert (threat.deadline_day, threat.status) == (date(2041, 5, 12), "open")
    assert [each.as_what for each in threat.tellings] == ["first", "again"]


def test_a_state_is_known_by_its_name_with_or_without_an_ending() -> None:
    ended = read(
        9,
        "Hallan Star",
        "Ilmar withdrew its threat to bomb the Sarrow dams on Thursday.",
        "A1 state | name 1:Ilmar",
        "T1 withdrawn by 1 | cue 1:threat | says :to bomb the Sarrow dams | at :the Sarrow dams | harm :bomb | statuswords 1:withdrew its threat",
    )
    (threat,) = digest((THREAT, ended)).threats
    assert threat.status == "withdrawn"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("until 12 marchers are free", None),
        ("for 10 separate hearings", None),
        ("by 12 May", date(2041, 5, 12)),
    ],
)
def test_a_day_of_a_month_is_named_in_whole_words(words: str, day: date | None) -> None:
    assert deadline_day(words, date(2041, 5, 6)) == day


def test_what_is_decided_of_a_copy_is_decided_of_its_text() -> None:
    copy = read(5, "Orrin Post", CLASH.document.text, *_lines_of_clash())
    other = read(9, "Hallan Star", *SHOTS)
    apart = make_digest((CLASH, copy, other))
    assert len(apart.digest.incidents) == 2
    for article in (CLASH, copy):
        same = Decided(same=frozenset({(f"{article.key}#1", f"{other.key}#1")}))
        assert len(digest((CLASH, copy, other), decided=same).incidents) == 1


def _lines_of_clash() -> tuple[str, ...]:
    return (
        "A1 organisation | name 1:Corrig Pits",
        "I1 shooting is reported author none | words 1:shot at | at :miners | place :the Corrig pit | when :Friday",
        "S1 assert by 1 own | cue 1:said | says :Eleven miners were killed at the Corrig pit on Friday | on 1 struck_side :the union",
    )


def test_a_copy_that_tells_one_incident_in_changed_words_tells_that_of_its_text() -> None:
    head = "Hooded men smashed the windows of the observatory on Mount Carra on Sunday, its keeper, Nils Oban, said."
    changed = "Vandals broke panes at the Carra observatory on Sunday, said Nils Oban, who keeps it."
    rest = " The dome had been closed since spring. Snow had kept the road shut, and only walkers had come by, on skis and with dogs, for weeks."
    first, copy = (
        read(
            day,
            outlet,
            told + rest,
            "A1 person | name 1:Nils Oban",
            f"I1 crowd_violence is reported author none | words 1:{words} | at :{target} | place :{target} | when :Sunday",
            f"S1 assert by 1 own | cue 1:said | says :{words} | on 1 struck_side :keep",
        )
        for day, outlet, told, words, target in (
            (6, "Dale Wire", head, "smashed the windows", "the observatory on Mount Carra"),
            (7, "Orrin Post", changed, "broke panes", "the Carra observatory"),
        )
    )
    told = digest((first, copy))
    assert told.articles[1].text_of == first.key
    assert only(told).texts == 1


def test_counts_of_either_side_contradict_nothing_and_make_no_range() -> None:
    ours, theirs = (
        read(
            day,
            outlet,
            text,
            f"A1 armed_forces | name 1:{army}",
            f"I1 clashes is reported author none | words 1:fought | at :{whom} | place :the Vell ford | when :Sunday | toll killed by 1 1:{count} / :{whom} / :died",
            f"S1 assert by 1 own | cue 1:said | says :{count} {whom} died when they fought | on 1 combatant :{army}",
        )
        for day, outlet, text, army, count, whom in (
            (
                5,
                "Dale Wire",
                "Seven Osmar riflemen died when they fought at the Vell ford on Sunday, the Osmar army said.",
                "the Osmar army",
                "Seven",
                "Osmar riflemen",
            ),
            (
                6,
                "Cape Herald",
                "The Teluk navy said that three Teluk marines died when they fought at the Vell ford on Sunday with troops from across the river.",
                "The Teluk navy",
                "three",
                "Teluk marines",
            ),
        )
    )
    told = digest((ours, theirs), decided=Decided(same=frozenset({(f"{ours.key}#1", f"{theirs.key}#1")})))
    assert not only(told).conflicts
    assert (
        "“Seven” “Osmar riflemen” [1] ¶1 by the Osmar army; “three” “Teluk marines” [2] ¶1 by The Teluk navy"
        in page(told)
    )
    assert "killed in counts of different people" in page(told)


def test_news_of_a_threat_are_told_once_and_those_of_an_article_are_its_outlets() -> None:
    ended = read(
        9,
        "Hallan Star",
        "Ilmar withdrew its threat to bomb the Sarrow dams on Thursday.",
        "A1 state | name 1:Ilmar",
        "T1 withdrawn by 1 | cue 1:threat | says :to bomb the Sarrow dams | at :the Sarrow dams | harm :bomb | statuswords 1:withdrew its threat",
    )
    before, now = digest((THREAT, RAID)), digest((THREAT, RAID, ended, SEEN))
    news = news_of(before, now)
    assert [(each.what, each.now) for each in news if each.what.startswith("threat")] == [
        ("threat_status", "withdrawn")
    ]
    shown = " ".join(as_text(compose_news(now, news, True), 120, False).split())
    assert "withdrawn by Bero Tann, before deadline passed: “withdrew its threat”" in shown
    assert "Withdrawn ! “withdrew its account" in shown
