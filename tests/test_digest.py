"""A digest tells each incident once, makes nothing surer by repetition, and keeps to the articles' words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.conflict.digesting import KnownIncidents, ReadArticle, digest, make_digest
from summarizer.conflict.digesting.choosing import cites_of
from summarizer.conflict.digesting.digest_page import compose_digest
from summarizer.conflict.digesting.digest_table import digest_table
from summarizer.conflict.digesting.naming import named, regrouped
from summarizer.conflict.digesting.threads import deadline_day
from summarizer.conflict.digesting.who_is_who import folded, who_is_who
from summarizer.conflict.linking.linking import Decided
from summarizer.documents.quotes import Quote
from summarizer.rendering.text import as_text
from summarizer.schemas.brief import Actor
from summarizer.schemas.digest import Digest, DigestIncident
from tests.digesting import DEPOT, DEPOT_DENIED, POOL, UNNAMED_THREAT, day, judged, read, reprinted, standing, words

few = settings(max_examples=15)
one = st.integers(0, len(POOL) - 1)
some = st.lists(one, min_size=1, unique=True)


def _of(places: Sequence[int]) -> list[ReadArticle]:
    """These articles of the pool: an example that fails is told by their numbers."""
    return [POOL[place] for place in places]


# --- what holds of every digest ----------------------------------------------------------------------


@few
@given(some, st.randoms(use_true_random=False))
def test_the_order_of_articles_plays_no_part(places: list[int], random: Random) -> None:
    shuffled = [*places, places[0]]
    random.shuffle(shuffled)
    assert digest(_of(shuffled)) == digest(_of(places))


@few
@given(some, st.data(), st.integers(0, 3))
def test_a_copy_changes_counts_of_copies_only(places: list[int], data: st.DataObject, later: int) -> None:
    copied = POOL[data.draw(st.sampled_from(places))]
    articles = _of(places)
    before = make_digest(articles)
    after = digest([*articles, reprinted(copied, "Copy Times", later)], known=KnownIncidents(before.names))
    assert standing(after) == standing(before.digest)
    assert after.questions == () or len(after.questions) == len(before.digest.questions)
    assert len(after.articles) == len(before.digest.articles) + 1
    assert sum(article.text_of is not None for article in after.articles) == 1


@few
@given(some, one)
def test_an_article_more_removes_no_statement_and_no_threat(places: list[int], more: int) -> None:
    assert _said(digest(_of(places))) <= _said(digest(_of([*places, more])))


def _said(told: Digest) -> set[tuple[object, ...]]:
    incidents = (*told.incidents, *told.older)
    statements = {(each.kind, each.speaker, each.whom) for incident in incidents for each in incident.statements}
    return statements | {("threat", threat.issuer) for threat in told.threats}


@few
@given(some)
def test_made_again_it_is_the_same_and_json_holds_all_of_it(places: list[int]) -> None:
    made = digest(_of(places))
    assert digest(_of(places)) == made
    assert Digest.model_validate_json(made.model_dump_json()) == made


@few
@given(some)
def test_every_quotation_stands_in_its_article(places: list[int]) -> None:
    articles = _of(places)
    texts = {article.key: article.document for article in articles}
    cites = list(cites_of(digest(articles)))
    for cite in cites:
        document = texts[cite.article]
        sentence = document.sentences[cite.sentence - 1]
        assert document.text[cite.start : cite.end] == cite.text
        assert sentence.paragraph == cite.paragraph
        assert sentence.start <= cite.start < sentence.end
    assert cites


@pytest.mark.parametrize("article", POOL, ids=lambda article: article.document.text.partition("\n")[0])
def test_an_article_alone_is_told_as_its_own_brief_has_it(article: ReadArticle) -> None:
    told = digest([article])
    own = {
        each.id: (each.assessment.occurrence, each.assessment.attribution, each.assessment.corroboration)
        for each in article.brief.incidents
        if each.assessment
    }
    found = {
        int(each.id.partition(".")[2]): (each.occurrence, each.attribution, each.corroboration)
        for each in (*told.incidents, *told.older)
    }
    assert found == own
    assert len(told.threats) == len(article.brief.threats)


# --- repetition makes nothing surer ------------------------------------------------------------------

RAID = (
    "The army of Velmar said on Tuesday that it had bombed a bridge at Karsin on Monday and killed six fighters.",
    "Velmar bombed a bridge at Karsin on Monday and killed six fighters, the army of Velmar said.",
    "Six fighters were killed when a bridge at Karsin was bombed on Monday, the army of Velmar said on Tuesday.",
    "On Monday a bridge at Karsin was bombed and six fighters were killed, according to the army of Velmar.",
)
BLAST = (
    "A bomb exploded at the mill of Norrin on Monday and killed six workers, a witness said.",
    "Six workers were killed when a bomb exploded at the mill of Norrin on Monday, a witness said on Tuesday.",
    "A witness said that a bomb exploded on Monday at the mill of Norrin and killed six workers.",
)


@pytest.mark.parametrize("rewrites", [RAID, BLAST], ids=["army", "witness"])
def test_one_word_told_by_many_outlets_has_the_status_of_one(rewrites: Sequence[str]) -> None:
    articles = [
        read(f"Headline {number}\n\n{text} Traffic of sort {number} went on.", 9 + number, f"Outlet {number}")
        for number, text in enumerate(rewrites)
    ]
    (alone,) = digest(articles[:1]).incidents
    for number in range(2, len(articles) + 1):
        (together,) = digest(articles[:number]).incidents
        assert together.texts == len(together.told_in) == number
        assert _sure(together) == _sure(alone)
        assert together.sources == 1
        said = [each for each in together.statements if each.speaker]
        assert len({(each.kind, each.speaker) for each in said}) == len(said)
        assert {key for each in said for key in each.carried_by} == set(together.told_in)


def _sure(incident: DigestIncident) -> tuple[str, str, str]:
    return incident.occurrence, incident.attribution, incident.corroboration


# --- names -------------------------------------------------------------------------------------------

tellings = st.lists(st.sampled_from([f"{letter}0000#1" for letter in "abcdefghij"]), min_size=1, unique=True)
cut = st.lists(st.integers(1, 4), min_size=1)


def _cut(keys: Sequence[str], sizes: Sequence[int]) -> list[list[str]]:
    """The keys in groups of these sizes, as far as they go; the rest one by one."""
    left, groups = list(keys), []
    for size in (*sizes, *[1] * len(keys)):
        if left:
            groups.append(left[:size])
            left = left[size:]
    return groups


@given(tellings, cut, cut)
def test_names_differ_and_last(keys: list[str], before: list[int], after: list[int]) -> None:
    clusters, later = _cut(keys, before), _cut(keys, after)
    names = named(clusters, KnownIncidents())
    assert len(set(names)) == len(names)
    known = KnownIncidents({key: name for name, group in zip(names, clusters, strict=True) for key in group})
    assert named(clusters, known) == names
    grown = [[*group, f"new{number}#1"] for number, group in enumerate(clusters)]
    assert named(grown, known) == names
    new = named(later, known)
    assert len(set(new)) == len(new)
    told = regrouped(later, new, known)
    for name, group in zip(new, later, strict=True):
        gone = {known.of[key] for key in group} - {name} - set(new)
        assert gone == {
            other for each in told if each.what == "merged" and each.incident == name for other in each.others
        }


@few
@given(some, one)
def test_a_name_stays_while_articles_come(places: list[int], more: int) -> None:
    before = make_digest(_of(places))
    after = digest(_of([*places, more]), known=KnownIncidents(before.names))
    gone = {other for each in after.regrouped if each.what == "merged" for other in each.others}
    assert set(standing(before.digest)) - gone <= set(standing(after))


def test_a_merge_and_a_split_are_announced_and_what_people_decide_is_heeded() -> None:
    articles = [read(DEPOT, 10), read(DEPOT_DENIED, 11, "Merrow News")]
    made = make_digest(articles)
    one, other = (f"{article.key}#1" for article in articles)
    (incident,) = made.digest.incidents
    assert incident.sources == 2, "the police and the hospital; who denies having done it is none"
    known = KnownIncidents(made.names)

    different = Decided(different=frozenset({(one, other)}))
    apart = make_digest(articles, decided=different, known=known)
    assert len(apart.digest.incidents) == 2
    (split,) = apart.digest.regrouped
    assert (split.what, split.incident) == ("split", incident.id)
    assert {incident.id, *split.others} == {each.id for each in apart.digest.incidents}
    assert make_digest(articles, decided=different, known=KnownIncidents(apart.names)).names == apart.names

    again = make_digest(articles, known=KnownIncidents(apart.names)).digest
    (merged,) = again.regrouped
    assert (merged.what, merged.incident, merged.others) == ("merged", incident.id, split.others)
    assert again.incidents == made.digest.incidents


def test_what_people_join_is_one_whatever_the_words_weigh() -> None:
    articles = POOL[0], POOL[3]
    apart = make_digest(articles)
    assert len(apart.digest.incidents) == 2
    one, other = apart.names
    joined = digest(articles, decided=Decided(same=frozenset({(one, other)})), known=KnownIncidents(apart.names))
    (incident,) = joined.incidents
    assert set(incident.told_in) == {article.key for article in articles}
    assert digest(articles, known=KnownIncidents(apart.names)) == apart.digest


def test_a_threat_keeps_its_name_when_an_older_article_tells_it() -> None:
    late = read(UNNAMED_THREAT, 12)
    made = make_digest([late])
    told = digest([late, read(UNNAMED_THREAT, 11, "Hask Herald")], known=KnownIncidents(made.names))
    assert [each.id for each in told.threats] == [each.id for each in made.digest.threats]
    assert told.threats[0].tellings[0].day == day(11)


# --- who is who --------------------------------------------------------------------------------------

FULL = ("Ada Bresk", "Ilva Bresk", "Oren Tal", "Oren Marr", "Bresk", "Tal", "Mayor Bresk", "General Oren Tal")
BODIES = (
    "Amber Army", "Free Amber Army", "New Amber Army", "Velmar", "Velmari", "Velmar's army", "army", "the Amber Army",
    "Amber Front", "Amber Front for Freedom", "ministry of energy", "Velmari ministry of energy",
)  # fmt: skip


def _actor(number: int, name: str, kind: str, *aliases: str) -> Actor:
    quotes = [Quote(sentence=1, start=0, end=len(words), text=words) for words in (name, *aliases)]
    told = {"id": number, "name": quotes[:1], "aliases": quotes[1:], "kind": kind, "identity": "named"}
    return Actor.model_validate(told)


actors = st.one_of(
    st.tuples(st.sampled_from(FULL), st.just("person")), st.tuples(st.sampled_from(BODIES), st.just("armed_group"))
)


@given(st.lists(st.lists(actors, min_size=1, max_size=4, unique=True), min_size=1, max_size=5))
def test_nobody_is_taken_for_another(articles: list[list[tuple[str, str]]]) -> None:
    every = {
        (f"article {place}", number): _actor(number, *told)
        for place, listed in enumerate(articles)
        for number, told in enumerate(listed, 1)
    }
    first = who_is_who(every)
    for one, other in combinations(every, 2):
        if first[one] != first[other]:
            continue
        assert one[0] != other[0]
        names = [every[each].name[0].text for each in (one, other)]
        assert (every[one].kind == "person") == (every[other].kind == "person")
        if every[one].kind == "person":
            full = [folded(name) for name in names]
            assert full[0] == full[1] or min(map(len, full)) == 1
        assert len({_sort_of_army(name) for name in names} - {""}) < 2, names


def _sort_of_army(name: str) -> str:
    """Which of the armies and fronts that differ in a word, if it is one of them."""
    return name.removeprefix("the ") if "Amber" in name else ""


def test_a_whole_name_and_the_only_surname_are_one() -> None:
    told = ("Mayor Ada Bresk", "Ada Bresk", "Bresk")
    found = who_is_who({(name, 1): _actor(1, name, "person") for name in told})
    assert set(found.values()) == {("Mayor Ada Bresk", 1)}
    sisters = {(name, 1): _actor(1, name, "person", "Bresk") for name in ("Ada Bresk", "Ilva Bresk")}
    assert len(set(who_is_who(sisters).values())) == 2, "both are called by their surname too"
    two = who_is_who({(name, 1): _actor(1, name, "person") for name in (*told, "Ilva Bresk")})
    assert two["Bresk", 1] == ("Bresk", 1)


# --- withdrawn ---------------------------------------------------------------------------------------

WITHDRAWN = """Sarn Post withdraws a report

The Sarn Post has withdrawn its report that gunmen attacked a fuel depot near Tolmarsh on Tuesday.
"""
OWN = """Smoke over Tolmarsh

Gunmen attacked a fuel depot near Tolmarsh on Tuesday and killed four guards.

Smoke rose over the fuel depot near Tolmarsh after the attack.
"""


def withdrawal(outlet: str = "Sarn Post", number: int = 12) -> ReadArticle:
    return judged(
        WITHDRAWN.replace("Sarn Post", outlet),
        number,
        outlet,
        incidents=[
            {
                "kind": "other_attack",
                "stage": "accomplished",
                "frame": "current",
                "words": "gunmen attacked",
                "place": "Tolmarsh",
                "time": "Tuesday",
                "targets": [{"kind": "thing", "text": "a fuel depot"}],
            }
        ],
        statements=[
            {
                "kind": "retract",
                "cue": "has withdrawn its report",
                "content": "gunmen attacked a fuel depot near Tolmarsh on Tuesday",
                "contradicts": ["happened"],
                "about": [{"incident": 1, "relation": "outlet", "evidence": "its report"}],
            }
        ],
    )


def test_an_outlet_withdraws_its_report_and_the_copies_of_it() -> None:
    copied = [read(DEPOT, 10), read(DEPOT, 11, "Merrow News")]
    told = digest([*copied, withdrawal()])
    (incident,) = told.incidents
    assert incident.occurrence == "withdrawn"
    assert [bool(article.withdrawn_by) for article in told.articles] == [True, True, False]
    assert any(change.alert and change.what == "status_down" for change in incident.history)


@pytest.mark.parametrize("number", [11, 13])
@pytest.mark.parametrize("text", [OWN, DEPOT_DENIED], ids=["own word", "sources"])
def test_what_another_outlet_reports_itself_is_not_withdrawn_with_it(text: str, number: int) -> None:
    told = digest([read(DEPOT, 10), read(text, number, "Merrow News"), withdrawal()])
    (incident,) = told.incidents
    assert incident.occurrence == digest([read(text, number, "Merrow News")]).incidents[0].occurrence
    assert [article.outlet for article in told.articles if article.withdrawn_by] == ["Sarn Post"]


def test_an_outlet_withdraws_nothing_of_others() -> None:
    """Not even where its own report is not among the articles."""
    (alone,) = digest([read(DEPOT, 10)]).incidents
    told = digest([read(DEPOT, 10), withdrawal("Merrow News")])
    (incident,) = told.incidents
    assert _sure(incident) == _sure(alone)
    assert not any(article.withdrawn_by for article in told.articles)


# --- copies, days and odd articles -------------------------------------------------------------------


def test_a_reprint_is_no_aftermath() -> None:
    text = f"{DEPOT}\nPolice arrested two men over the attack on the fuel depot near Tolmarsh.\n"
    later = f"{DEPOT}\nPolice arrested a third man over the attack on the fuel depot near Tolmarsh.\n"
    (incident,) = digest([read(text, 10), read(text, 14, "Copy Times")]).incidents
    assert incident.follow_ups == ()
    (incident,) = digest([read(text, 10), read(later, 14, "Copy Times")]).incidents
    assert [words(each.words) for each in incident.follow_ups] == [later.strip().rpartition("\n")[2]]


CLAIMED = "Depot burns\n\nThe Amber Column claimed the attack on a fuel depot near Tolmarsh on Tuesday, a guard said at the gate."


def _claim(text: str, number: int, outlet: str, **more: str) -> ReadArticle:
    return judged(
        text,
        number,
        outlet,
        actors=[{"name": "The Amber Column", "kind": "armed_group", "identity": "named"}],
        incidents=[
            {
                "kind": "other_attack",
                "stage": "accomplished",
                "frame": "current",
                "words": "the attack",
                "place": "Tolmarsh",
                "time": "Tuesday",
            }
        ],
        statements=[
            {
                "kind": "claim",
                "speaker": 1,
                "cue": "claimed",
                "about": [{"incident": 1, "relation": "perpetrator", "evidence": "claimed"}],
            }
            | more
        ],
    )


def test_what_a_copy_is_read_otherwise_counts_for_nothing() -> None:
    """Not even where what it is taken for is what another text says: that has one text for it."""
    heard = _claim(CLAIMED, 10, "Sarn Post", knowledge="hearsay")
    other = _claim(
        "Claim for Tolmarsh\n\nThe Amber Column claimed the attack near Tolmarsh on Tuesday in a leaflet.",
        12,
        "Daily Orr",
    )
    copied = _claim(CLAIMED, 13, "Copy Times")
    joined = Decided(same=frozenset({(f"{heard.key}#1", f"{other.key}#1")}))
    (incident,) = digest([heard, other, copied], decided=joined).incidents
    claims = [each for each in incident.statements if each.kind == "claim"]
    assert [(each.second_hand, each.texts, each.carried_by) for each in claims] == [
        (True, 1, (heard.key, copied.key)),
        (False, 1, (other.key,)),
    ]


@pytest.mark.parametrize(
    ("told", "published", "meant"),
    [
        ("by 20 May", date(2034, 5, 10), date(2034, 5, 20)),
        ("by May 20th", date(2034, 5, 10), date(2034, 5, 20)),
        ("by the 3rd of June", date(2034, 5, 10), date(2034, 6, 3)),
        ("by 3 Sept. 2035", date(2034, 5, 10), date(2035, 9, 3)),
        ("by 8 May", date(2034, 5, 10), date(2034, 5, 8)),
        ("by 5 January", date(2034, 12, 10), date(2035, 1, 5)),
        ("unless 5 mayors resign by Friday", date(2034, 5, 10), date(2034, 5, 12)),
        ("before 3 marines leave on Sunday", date(2034, 5, 10), date(2034, 5, 14)),
        ("within 6 decades", date(2034, 5, 10), None),
        ("by 31 February", date(2034, 5, 10), None),
        ("by tomorrow", date.max, None),
        ("by Sunday", date.max, None),
        ("by 20 May", None, None),
    ],
)
def test_a_deadline_is_a_day_where_its_words_give_one(told: str, published: date | None, meant: date | None) -> None:
    assert deadline_day(told, published) == meant


ODD = {
    "nothing": [],
    "no day and no title": [read(DEPOT.partition("\n\n")[2], None, ""), read(DEPOT_DENIED.partition("\n\n")[2], None, "")],
    "Russian": [read("Нападение\n\nВо вторник вооружённые люди напали на склад под Толмаршем и убили четверых.", 10), read(DEPOT, 10)],
    "Arabic": [read("هجوم\n\nهاجم مسلحون مستودع وقود قرب تلمارش يوم الثلاثاء وقتلوا أربعة حراس.", 10), read(DEPOT, 10)],
    "long": [read("\n\n".join(f"A bomb exploded in Nor{chr(97 + n % 26)}{chr(97 + n // 26)}n on Tuesday and killed {n} men, police said." for n in range(100)))],
    "hostile": [
        read(text.replace("Amber Column", name), 10 + number, name, name)
        for name in ("\x1b[31mRed\x07 Column", "<script>alert(1)</script> Column", "A" + "b" * 5000 + " Column", "Am\u202eber Column")
        for number, text in enumerate((DEPOT, DEPOT_DENIED))
    ],
    "circle": [
        judged(
            "Circle\n\nThe Amber Column of the Red Column of the Amber Column attacked a depot in Orn on Tuesday, the Red Column said.",
            number,
            f"Outlet {number}",
            actors=[
                {"name": "The Amber Column", "kind": "armed_group", "identity": "named", "affiliations": [{"actor": 2, "evidence": "of the Red Column"}]},
                {"name": "the Red Column", "kind": "armed_group", "identity": "named", "affiliations": [{"actor": 1, "evidence": "of the Amber Column"}]},
            ],
            incidents=[{"kind": "other_attack", "stage": "accomplished", "frame": "current", "words": "attacked", "place": "Orn", "time": "Tuesday"}],
            statements=[{"kind": "claim", "speaker": 2, "cue": "said", "content": "attacked a depot", "about": [{"incident": 1, "relation": "perpetrator", "evidence": "attacked"}]}],
        )
        for number in (10, 11)
    ],
}  # fmt: skip


@pytest.mark.parametrize("articles", ODD.values(), ids=ODD)
def test_odd_articles_are_told_and_shown(articles: list[ReadArticle]) -> None:
    told = digest(articles)
    assert told == digest(reversed(articles))
    assert Digest.model_validate_json(told.model_dump_json()) == told
    page = as_text(compose_digest(told), 100, False)
    assert not [letter for letter in page if letter != "\n" and (letter < " " or letter in "\x7f\x9b\u202e")]
    assert digest_table(told).count("\n") >= len(told.incidents)


def test_an_unnamed_doer_is_told_in_the_words_that_describe_him() -> None:
    text = "Gunmen opened fire on a bakery in Oltrand on Friday, killing three people, the police chief of Oltrand, Mara Sund, said."
    made = digest([read(text)])
    assert [words(made.incidents[0].described)] == ["Gunmen"]
    page = " ".join(as_text(compose_digest(made), 200, False).split())
    assert "By whom described only as “Gunmen” [1] ¶1" in page
    assert "NOT STATED" not in page


def test_what_the_checks_cannot_read_confirms_nothing_beside_an_english_article_either() -> None:
    confirmed = read(DEPOT)
    alone = digest([confirmed]).incidents[0]
    assert alone.occurrence == "confirmed"
    foreign = replace(confirmed, document=replace(confirmed.document, language="und"))
    unsourced = read(
        "Four guards killed at Tolmarsh depot\n\nGunmen attacked a fuel depot near Tolmarsh on Tuesday.",
        11,
        "Orr Daily",
    )
    both = digest([foreign, unsourced]).incidents
    assert [(each.occurrence, len(each.told_in)) for each in both] == [("reported", 2)]
    assert [each.occurrence for each in digest([confirmed, unsourced]).incidents] == ["confirmed"]
