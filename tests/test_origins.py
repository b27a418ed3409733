"""Copies of one text are one origin, whatever an outlet put round it; what only holds a text is no copy of it."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.origins import Origins, PrintedArticle, credited, find_origins, same_publisher

VOCABULARY = [
    first + second
    for first in ("bar", "kel", "mon", "tir", "sov", "lan")
    for second in ("ta", "ro", "min", "dex", "ul", "vi", "pen")
]
DAY = date(2031, 5, 6)


def words(seed: object, count: int) -> str:
    """A text of its own: sentences of twelve words."""
    chance = random.Random(str(seed))  # noqa: S311 - the same words each time
    told = [chance.choice(VOCABULARY) for _ in range(count)]
    rows = (told[start : start + 12] for start in range(0, count, 12))
    return " ".join(f"{' '.join(row).capitalize()}." for row in rows)


def article(key: str, text: str, outlet: str = "", day: int = 6, **stated: str) -> PrintedArticle:
    return PrintedArticle(key, text, outlet=outlet or f"{key}.example", published=date(2031, 5, day), **stated)


def groups(origins: Origins) -> set[frozenset[str]]:
    return {frozenset(member.key for member in group.members) for group in origins.groups}


TEXT = words("text", 180)
OTHER = words("other", 180)


@pytest.mark.parametrize(
    "copy",
    [
        f"NORD VALE (Reuters) - {TEXT}",
        f"Another headline altogether for it\n\n{TEXT}",
        f"{TEXT}\n\n(Additional reporting by Ana Kerr; editing by Jo Lund)",
        TEXT[: len(TEXT) // 3],
        f"{words('preface', 40)} {TEXT} {words('end', 50)}",
        TEXT.replace(". ", ".\n\n").upper(),
    ],
    ids=["dateline", "headline", "credits", "cut", "framed", "capitals"],
)
def test_a_copy_is_of_the_same_text_whatever_stands_round_it(copy: str) -> None:
    found = find_origins([article("a", TEXT), article("b", copy, day=7), article("c", OTHER)])
    assert groups(found) == {frozenset("ab"), frozenset("c")}


def test_the_earliest_is_the_origin_and_publishers_are_counted_once() -> None:
    found = find_origins(
        [article("b", TEXT, "Daily Post", 7), article("a", TEXT, "dailypost.example", 8), article("c", TEXT, "Wire", 5)]
    )
    assert found.groups[0].origin.key == "c"
    assert found.groups[0].publishers == ("wire", "dailypost")


def test_what_stands_in_part_in_another_article_is_told_apart() -> None:
    found = find_origins([article("a", TEXT), article("b", f"{TEXT[: len(TEXT) * 9 // 20]} {words('rest', 110)}")])
    assert groups(found) == {frozenset("a"), frozenset("b")}
    assert [likeness.keys for likeness in found.partly] == [("a", "b")]


def test_a_roundup_joins_none_of_the_texts_that_it_holds() -> None:
    found = find_origins([article("a", TEXT), article("r", f"{TEXT} {OTHER}"), article("c", OTHER), article("d", TEXT)])
    assert groups(found) == {frozenset("ad"), frozenset("r"), frozenset("c")}
    assert {likeness.keys for likeness in found.partly} >= {("a", "r"), ("c", "r")}


def test_a_flash_with_which_two_reports_begin_joins_only_one_of_them() -> None:
    flash = words("flash", 36)
    found = find_origins([article("f", flash), article("a", f"{flash} {TEXT}"), article("b", f"{flash} {OTHER}")])
    assert not any({"a", "b"} <= keys for keys in groups(found))


def test_what_a_publisher_prints_under_every_article_makes_no_copies() -> None:
    notice = words("notice", 120)
    printed = [article(str(n), f"{words(n, 150)}\n{notice}", "Post") for n in range(6)]
    short = [article(f"s{n}", f"{words(('s', n), 70)}\n{notice}", "Post") for n in range(4)]
    assert all(len(group.members) == 1 for group in find_origins([*printed, *short]).groups)


def test_three_editions_of_one_text_by_one_publisher_are_no_boilerplate() -> None:
    editions = [article(str(n), f"{words(n, 24)} {TEXT}", "Post", 6 + n) for n in range(4)]
    assert groups(find_origins(editions)) == {frozenset("0123")}


def test_texts_of_a_few_words_are_one_only_where_nothing_tells_them_apart() -> None:
    assert (
        len(
            find_origins(
                [article("a", "Two shot in Velmar."), article("b", "Two shot in Velmar."), article("c", "")]
            ).groups
        )
        == 3
    )


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(9)), st.lists(st.sampled_from("abc"), min_size=9, max_size=9))
def test_the_order_of_articles_plays_no_part(order: list[int], texts: list[str]) -> None:
    printed = [article(str(n), f"{words(text, 90)} {words(n, 20)}", day=1 + n % 3) for n, text in enumerate(texts)]
    assert find_origins(printed[n] for n in order) == find_origins(printed)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abcd"), min_size=2, max_size=8), st.integers(0, 7))
def test_adding_a_copy_changes_the_count_of_copies_only(texts: list[str], which: int) -> None:
    printed = [article(str(n), f"{words(text, 90)} {words(n, 20)}") for n, text in enumerate(texts)]
    before = groups(find_origins(printed))
    copied = printed[which % len(printed)]
    after = groups(find_origins([*printed, article("copy", copied.text, day=20)]))
    assert {keys - {"copy"} for keys in after} == before
    assert any({"copy", copied.key} <= keys for keys in after)


@pytest.mark.parametrize("number", [250, 500])
def test_many_copies_of_one_text_are_compared_in_proportion(number: int) -> None:
    exact = [article(f"e{n}", TEXT) for n in range(number)]
    changed = [article(f"c{n}", f"{words(n, 24)} {OTHER}") for n in range(number)]
    found = find_origins([*exact, *changed])
    assert sorted(len(group.members) for group in found.groups) == [number, number]
    assert found.candidates <= 12 * number


@pytest.mark.parametrize(
    ("names", "is_one"),
    [
        (("Daily Post", "dailypost.example"), True),
        (("The Day", "theday.example"), True),
        (("The Velmar Times", "https://www.velmartimes.co.uk/world/1"), True),
        (("Coast News", "coast.example"), True),
        (("Coast Online", "english.coast.org.eg"), True),
        (("Daily Post", "Evening Post"), False),
        (("", ""), False),
    ],
)
def test_a_publisher_is_one_under_its_names(names: tuple[str, str], is_one: bool) -> None:
    assert same_publisher(*names) is is_one


@pytest.mark.parametrize(
    ("text", "stated", "agency", "where"),
    [
        ("VELMAR (Reuters) - Two men were shot.", {}, "Reuters", "dateline"),
        ("VELMAR (Post/AP) - Two men were shot.", {}, "AP", "dateline"),
        ("Two shot\nAFP, Monday 5 May 2031\nTwo men were shot.", {}, "AFP", "dateline"),
        ("Two men were shot.\n\nSource: Agence France-Presse", {}, "AFP", "line"),
        ("Two men were shot, he added.--AFP", {}, "AFP", "line"),
        ("Two men were shot.", {"author": "Ana Kerr, Associated Press"}, "AP", "byline"),
        ("Two men were shot.", {"relayed": "Velmar Watch"}, "Velmar Watch", "relayed"),
        ("Two men were shot, Reuters reported.", {}, "Reuters", "reports"),
        ("Two men were shot, according to the Anadolu Agency.", {}, "Anadolu", "reports"),
    ],
)
def test_an_agency_is_credited_where_the_words_say_so(
    text: str, stated: dict[str, str], agency: str, where: str
) -> None:
    found = credited(article("a", text, **stated))
    assert found is not None
    assert (found.agency, found.where) == (agency, where)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("VELMAR (Reuters) - Two men were shot.", "reuters.com"),
        ("Two men were shot. A photographer of Reuters was wounded.", "Post"),
        ("The AP-12 pistol was found (see page 3).", "Post"),
        ("Two men were shot, the mayor told Reuters.", "Post"),
    ],
)
def test_nobody_is_credited_by_a_guess(text: str, outlet: str) -> None:
    assert credited(article("a", text, outlet)) is None
