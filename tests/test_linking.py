"""Articles are joined to one incident only where their words show it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.conflict.linking import Linked, ToldArticle, link
from summarizer.conflict.linking.blocking import BACK, NEIGHBOURS, TERMS, candidates
from summarizer.conflict.linking.grouping import contradicting, grouped
from summarizer.conflict.linking.leading_tolls import Tolls, tolls_in
from summarizer.conflict.linking.pieces import pieces
from summarizer.conflict.linking.spellings import skeleton
from summarizer.conflict.linking.stated_acts import StatedAct
from summarizer.conflict.linking.toll_history import toll_history
from summarizer.conflict.linking.traits import corpus_of
from summarizer.conflict.linking.weighing import WEIGHTS, Pairs
from summarizer.conflict.linking.when import event_days
from summarizer.origins import PrintedArticle

MARKET = (
    "Market bombing",
    (
        "A car bomb killed 14 people at the fish market of Tel Harun on Tuesday, the governor of Ostrava Valley said. Another 30 were"
        " wounded. Nobody has claimed the attack in Tel Harun. Traders said that the car had stood before the ice house for an hour."
    ),
)
MARKET_AGAIN = (
    "Toll of Tel Haroon blast rises",
    (
        "The death toll from Tuesday's car bombing in Tel Haroon rose to 17, hospital officials said on Wednesday. At least 30 people"
        " were hurt when the bomb went off near the ice house of the fish market. The governor spoke of a massacre of traders."
    ),
)
RAID = (
    "Raid on bridge",
    (
        "Warplanes struck the Karsin bridge on Tuesday, killing 6 soldiers, the army of Velmar said. The bridge over the Dorn links"
        " Karsin with the front. A spokesman said two jets had come from the west, and that traffic was halted."
    ),
)
RAID_AGAIN = (
    "Six soldiers die as jets hit Karsin",
    (
        "Six soldiers died when jets bombed a bridge at Karsin on Tuesday, Velmar's army said. Both planes flew west over the Dorn."
        " Traffic to the front was halted, and the bridge is closed, a spokesman told reporters in Karsin."
    ),
)
TRIAL = (
    "Brothers stand trial over fish market bomb",
    (
        "Two brothers were charged in court on Friday with the bombing of the fish market in Tel Harun, in which 17 traders were killed."
        " The prosecutor said that Idris Malo had left the car at the ice house. The trial of Idris Malo goes on, the judge said."
    ),
)
STRIKE = (
    "Dockers strike",
    "Dockers in Port Aven walked out on Monday over pay. Union leaders said the harbour stood still. Talks go on.",
)
FILLER = (
    "council",
    "harvest",
    "ferry",
    "library",
    "festival",
    "school",
    "bakery",
    "stadium",
    "museum",
    "orchard",
    "cinema",
    "clinic",
)


def told(key: str, article: tuple[str, str], day: int = 8, month: int = 4, **stated: object) -> ToldArticle:
    title, body = article
    return ToldArticle(
        PrintedArticle(key, f"{title}\n\n{body}", title, date(2031, month, day), f"{key} Post"), **stated
    )  # type: ignore[arg-type]


def others() -> list[ToldArticle]:
    """What else is in the papers, so that words have a weight: a corpus of one story knows no rare words."""
    return [
        told(
            f"x{n}",
            (
                f"A {word} opens",
                f"The {word} of Lower {word.capitalize()}holm opened on Monday, said mayor {word.capitalize()}sen. It cost much.",
            ),
            1 + n,
        )
        for n, word in enumerate(FILLER)
    ]


DESK = [
    told("a", MARKET),
    told("b", MARKET_AGAIN, 9),
    told("c", RAID),
    told("d", RAID_AGAIN, 9),
    told("e", TRIAL, 16, 5),
    told("f", STRIKE),
]


def incident_of(linked: Linked, key: str) -> set[str]:
    return set(next(keys for keys in linked.incidents if key in keys))


@pytest.fixture(scope="module")
def linked() -> Linked:
    return link([*DESK, *others()])


def test_two_accounts_of_one_attack_are_one_incident(linked: Linked) -> None:
    """Though a name is spelt otherwise, the toll has risen and the articles are of different days."""
    assert incident_of(linked, "a") >= {"a", "b"}
    assert incident_of(linked, "c") == {"c", "d"}


def test_two_attacks_of_one_day_stay_two(linked: Linked) -> None:
    assert incident_of(linked, "a").isdisjoint({"c", "d", "f"})


def test_a_trial_weeks_later_belongs_to_its_attack_or_is_proposed_for_it(linked: Linked) -> None:
    proposed = {key for proposal in linked.proposals for key in (proposal.one, proposal.other)}
    assert "e" in incident_of(linked, "a") or "e" in proposed


def test_every_article_is_in_one_incident(linked: Linked) -> None:
    keys = [key for incident in linked.incidents for key in incident]
    assert sorted(keys) == sorted(each.article.key for each in [*DESK, *others()])


def test_the_same_words_about_another_week_are_another_incident() -> None:
    """One paper's house style: only the day and the numbers tell two attacks apart."""
    again = (
        "Raid on road",
        (
            "Warplanes struck the road to Dornmouth on Tuesday, killing 2 sentries, the army of Velmar said. The road links Dornmouth"
            " with the front. A spokesman said one jet had come from the east."
        ),
    )
    assert incident_of(link([*DESK, told("g", again, 30), *others()]), "g").isdisjoint("abcdef")


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(18)))
def test_the_order_of_articles_plays_no_part(order: list[int]) -> None:
    given_articles = [*DESK, *others()]
    assert link(given_articles[n] for n in order) == link(given_articles)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 5), st.integers(1, 3))
def test_adding_copies_adds_them_to_their_incident_and_moves_nothing(which: int, count: int) -> None:
    copied = DESK[which].article
    copies = [ToldArticle(replace(copied, key=f"copy {n}", outlet=f"Other {n}")) for n in range(count)]
    before, after = link([*DESK, *others()]), link([*DESK, *copies, *others()])
    assert [tuple(key for key in keys if not key.startswith("copy")) for keys in after.incidents] == list(
        before.incidents
    )
    assert incident_of(after, "copy 0") >= {copied.key}


def test_a_proposal_shows_what_speaks_for_and_against() -> None:
    found = link([*DESK, *others()], replace(WEIGHTS, joined=50.0, near=50.0))
    assert all(len(keys) == 1 for keys in found.incidents)
    proposal = next(each for each in found.proposals if (each.one, each.other) == ("c", "d"))
    evidence = dict(proposal.evidence)
    assert evidence["head"] != 0
    assert evidence["rare_names"] > 0
    assert proposal.odds == pytest.approx(WEIGHTS.constant + sum(evidence.values()))


def test_each_piece_of_evidence_is_shown_by_sentences_of_both_articles() -> None:
    found = link([*DESK, *others()], replace(WEIGHTS, joined=50.0, near=50.0))
    proposal = next(each for each in found.proposals if (each.one, each.other) == ("c", "d"))
    articles = {each.article.key: each.article for each in DESK}
    shown = {piece.measure: piece for piece in pieces(proposal, articles)}
    assert "on Tuesday" in shown["same_day"].one[0].text
    assert "on Tuesday" in shown["same_day"].other[0].text
    assert any("6 soldiers" in quote.text for quote in shown["killed_alike"].one)
    for piece in shown.values():
        for key, quotes in ((proposal.one, piece.one), (proposal.other, piece.other)):
            assert all(articles[key].text[quote.start : quote.end] == quote.text for quote in quotes)


def test_what_a_brief_states_goes_before_what_is_read() -> None:
    other_day = StatedAct(first_day=date(2031, 4, 1), last_day=date(2031, 4, 1), kind="air_strike", killed=(6,))
    bare = (RAID[0], RAID[1].replace(" on Tuesday", ""))
    first, second = told("a", bare, act=other_day), told("b", (RAID_AGAIN[0], RAID_AGAIN[1]), 9)
    assert len(incident_of(link([first, second, *others()]), "a")) == 1


def test_articles_without_a_day_or_a_word_stand_alone() -> None:
    empty = [ToldArticle(PrintedArticle(key, text)) for key, text in (("p", ""), ("q", "No."), ("r", "A bomb."))]
    assert link(empty).incidents == (("p",), ("q",), ("r",))
    assert link([]).incidents == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Hareem", "Harim"),
        ("Qasr", "Kasr"),
        ("Ezzour", "Zour"),
        ("Sheikhan", "Shaykhan"),
        ("Hama's", "Hama"),
        ("Dukhan", "Doukhane"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) or one == "Ezzour"


def test_names_that_differ_in_a_consonant_are_two() -> None:
    assert len({skeleton(name) for name in ("Velmar", "Velnar", "Tolmar", "Karsin", "Kardin")}) == 5


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("A bomb went off on Tuesday.", [8]),
        ("A bomb went off, police said on Wednesday.", []),
        ("Wednesday 9 April 2031 A bomb went off on Monday.", [7]),
        ("Tuesday's bombing shook the town.", [8]),
        ("A bomb went off on 3 April.", [3]),
        ("Last Tuesday the town was quiet.", []),
    ],
)
def test_the_day_of_the_act_is_told_from_that_of_the_article_and_of_saying_so(sentence: str, days: list[int]) -> None:
    assert [date.fromordinal(day).day for day in event_days([sentence], date(2031, 4, 9))] == days


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("A raid killed 14 people and wounded dozens.", Tolls((14,), (24,))),
        ("The toll rose to 21 on 3 May 2031.", Tolls((21,))),
        ("A 12-year-old boy was killed.", Tolls()),
        ("He was killed 3 hours later.", Tolls()),
        ("Ana Kerr, 31, was killed.", Tolls()),
        ("Two men were arrested over the killing.", Tolls()),
        ("He was shot dead in the 1900 block of Dorn Street.", Tolls()),
        ("Five were injured and two killed.", Tolls((2,), (5,))),
    ],
)
def test_tolls_are_of_people_by_outcome(sentence: str, tolls: Tolls) -> None:
    assert tolls_in([sentence]) == tolls


def test_days_far_apart_forbid_what_only_an_aftermath_can_join() -> None:
    early, late = told("a", RAID, 8), told("b", (RAID[0], RAID[1].replace("Tuesday", "Monday")), 28)
    trial = told("c", (RAID[0], f"{RAID[1]} A suspect was charged in court."), 28)
    pairs = Pairs(corpus_of(each.article for each in (early, late, trial)))
    assert pairs.forbidden(0, 1)
    assert not pairs.forbidden(0, 2)


def test_a_contradiction_keeps_two_groups_apart_however_alike_the_rest_is() -> None:
    pairs = [(0, 1), (1, 2), (2, 3)]
    apart = contradicting(lambda one, other: {one, other} == {0, 3})
    assert grouped([[0], [1], [2], [3]], pairs, lambda *_: 3.0, apart, 0.0) in (
        [[0, 1, 2], [3]],
        [[0, 1], [2, 3]],
    )


def test_groups_are_joined_by_their_average_and_not_by_one_pair() -> None:
    """A roundup that is like two stories does not make them one."""
    odds = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 2.0}
    found = grouped(
        [[0], [1], [2], [3]],
        odds,
        lambda one, other: odds.get((min(one, other), max(one, other)), -4.0),
        lambda *_: False,
        0.0,
    )
    assert found == [[0, 1], [2, 3]]


@pytest.mark.parametrize("number", [100, 200])
def test_pairs_grow_with_the_articles(number: int) -> None:
    articles = [
        replace(told(f"{n:03}", MARKET if n % 2 else RAID, 1 + n % 27).article, text=f"{MARKET[1]} {RAID[1]} {n}")
        for n in range(number)
    ]
    assert sum(1 for _ in candidates(corpus_of(articles))) <= min(NEIGHBOURS, 2 * TERMS * BACK) * number


def printed(key: str, outlet: str, day: int, text: str) -> PrintedArticle:
    return PrintedArticle(key, text, outlet=outlet, published=date(2031, 4, day))


def test_tolls_are_told_by_source_with_their_history_and_never_added_up() -> None:
    history = toll_history(
        [
            printed("c", "Wire", 10, "At least 14 people were killed in Velmar, medics said."),
            printed("a", "Post", 8, "Dozens were killed in Velmar."),
            printed("b", "Post", 9, "The blast in Velmar killed 9 people and wounded 20."),
        ],
        "killed",
    )
    assert [(each.key, each.at_least, each.at_most) for each in history.told] == [
        ("a", 24, None),
        ("b", 9, 9),
        ("c", 14, None),
    ]
    assert [each.words.text for each in history.told] == ["Dozens", "9", "At least 14"]
    assert [each.key for each in history.latest] == ["b", "c"]
    assert history.differs


def test_bounds_that_leave_a_number_do_not_differ() -> None:
    history = toll_history(
        [printed("a", "Post", 8, "At least 9 were killed."), printed("b", "Wire", 9, "The raid killed 12.")], "killed"
    )
    assert not history.differs


def test_an_outcome_that_nobody_counts_has_no_history() -> None:
    assert toll_history([printed("a", "Post", 8, "The raid killed 12.")], "wounded").told == ()
