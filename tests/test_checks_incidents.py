"""What slots hold, kinds of attack, who gives a toll, and what stands together: correct items pass, faults are told."""

from typing import Any

import pytest

from summarizer.conflict.checks.modality import FRAME
from summarizer.conflict.checks.placement import PLACEMENT
from summarizer.conflict.checks.substance import SUBSTANCE
from summarizer.conflict.checks.tolls import TOLLS
from summarizer.conflict.checks.violence import ATTACK_KIND, kinds_told
from summarizer.conflict.items import Items
from summarizer.pointing.grounding import ground
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Casualty, Draft, Incident
from tests.items_factory import Article, article

NEWS = (
    "Gunmen shot a miller at Orvale on Sunday, killing one of three brothers.\n\n"
    "The Orrin Front said that it was theirs, and denied it later."
)

# --- what a slot holds --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"time": "on Sunday", "place": "Orvale"},
        {"time": "later", "place": "at Orvale"},
    ],
)
def test_words_of_their_own_kind_fill_a_slot(fields: dict[str, str]) -> None:
    """A day is a time, and a name a place."""
    a = Article(NEWS)
    assert a.codes(SUBSTANCE, a.incident("shot", **fields)) == []


def test_a_pronoun_that_is_the_object_of_a_denial_is_enough() -> None:
    """ "denied it" says what is denied; "it" from anywhere else does not."""
    a = Article(NEWS)
    front = a.actor("Orrin Front")
    assert a.codes(SUBSTANCE, a.statement("deny_occurrence", "denied", speaker=front, content=a.at("it", 1))) == []
    assert a.codes(SUBSTANCE, a.statement("assert", "said", speaker=front, content="it")) == ["carries_nothing"]


def test_a_short_clause_of_function_words_is_enough() -> None:
    """ "it was" is a sentence in short."""
    a = Article(NEWS)
    assert a.codes(SUBSTANCE, a.statement("claim", "said", speaker=a.actor("Orrin Front"), content="it was")) == []


@pytest.mark.parametrize(("count", "codes"), [("one", []), ("three", []), ("at Orvale", ["no_word_of_number"])])
def test_a_count_says_how_many(count: str, codes: list[str]) -> None:
    """A number does; a place does not."""
    a = Article(NEWS)
    assert a.codes(SUBSTANCE, a.incident("shot", casualties=(a.casualty("killed", count),))) == codes


def test_a_count_is_looked_up_before_the_noun_that_it_counts() -> None:
    """ "A mortar … wounded a boy": the "a" of the boy, though another stands before it."""
    text = "A mortar hit a school and wounded a boy."

    def at(words: str) -> list[Mention]:
        return [Mention(sentence=1, text=words)]

    toll = Casualty(outcome="wounded", count=at("a"), whom=at("boy"), cue=at("wounded"))
    hit = Incident(id=1, kind="shelling", words=at("hit"), stage="accomplished", frame="current", casualties=[toll])
    located = ground(Draft(incidents=[hit]), article(text), Items).items.incidents[1]
    assert [quote.start for quote in located.casualties[0].count] == [text.index("a boy")]


# --- kinds of attack ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a drone struck", "drone_strike"),
        ("rockets fell", "missile_strike"),
        ("mortar shells landed", "shelling"),
        ("was stabbed", "stabbing"),
        ("set fire to", "arson"),
    ],
)
def test_words_bear_out_their_kind(words: str, kind: str) -> None:
    """Each kind has words of its own."""
    assert kind in kinds_told(words)


@pytest.mark.parametrize("words", ["hit", "struck", "attacked", "killed", "destroyed", "fired", "a car"])
def test_plain_words_for_violence_speak_against_no_kind(words: str) -> None:
    """They leave the means open."""
    assert kinds_told(words, surely=True) == frozenset()


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("shooting", []),
        ("other_attack", []),
        ("strike", []),
        ("bombing", ["another_kind_of_attack"]),
        ("chemical_attack", ["another_kind_of_attack"]),
    ],
)
def test_a_kind_that_the_words_do_not_bear_out_is_marked(kind: str, codes: list[str]) -> None:
    """Somebody who was shot was not bombed; a kind that claims no means needs no word."""
    a = Article(NEWS)
    assert a.codes(ATTACK_KIND, a.incident("shot", kind=kind)) == codes


def test_two_words_for_one_act_pass() -> None:
    """The blast further down is the bomb of the headline."""
    a = Article("A bomb went off in Orvale.\n\nThe blast broke windows.")
    assert a.codes(ATTACK_KIND, a.incident(["A bomb went off", "The blast"], kind="bombing")) == []


def test_an_older_event_is_shown_by_more_than_its_day() -> None:
    """A year shows one; a day of this week does not."""
    a = Article("The mill was burned on Monday. The inn was burned in 2011.")
    old: dict[str, Any] = {"kind": "arson", "frame": "background"}
    inn = a.incident(a.at("was burned", 1), time="in 2011", frame_words="in 2011", **old)
    mill = a.incident("was burned", time="on Monday", frame_words="on Monday", **old)
    assert (a.codes(FRAME, inn), a.codes(FRAME, mill)) == ([], ["frame_not_shown"])


def test_fighting_over_days_that_is_marked_as_many_passes() -> None:
    """An aggregate has no single day."""
    a = Article("In recent days there were clashes at Orvale.")
    fighting: dict[str, Any] = {"kind": "clashes", "time": "In recent days"}
    assert a.codes(ATTACK_KIND, a.incident("clashes", aggregate=True, **fighting)) == []
    assert a.codes(ATTACK_KIND, a.incident("clashes", **fighting)) == ["one_of_many"]


# --- who gives a toll -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "codes"), [("police", []), ("Orrin Front", ["toll_source_not_shown"]), (None, ["toll_attributed"])]
)
def test_a_toll_belongs_to_whoever_its_sentence_lets_give_it(source: str | None, codes: list[str]) -> None:
    """ "Four guards were killed, police said": police, not the Front, nor the article."""
    a = Article("The Orrin Front met. A bomb hit the inn. Four guards were killed, police said.")
    actors = {"police": a.actor("police", kind="public_body"), "Orrin Front": a.actor("Orrin Front")}
    toll = a.casualty("killed", "Four", cue="killed", source=actors[source].id if source else None)
    assert a.codes(TOLLS, a.incident("A bomb hit", casualties=(toll,))) == codes


def test_a_toll_in_the_article_s_own_voice_has_no_source() -> None:
    """Nobody is said to give it."""
    a = Article("A bomb hit the inn and killed four guards. Police said the road was shut.")
    a.actor("Police", kind="public_body")
    toll = a.casualty("killed", "four", cue="killed")
    assert a.codes(TOLLS, a.incident("A bomb hit", casualties=(toll,))) == []


# --- what stands together ------------------------------------------------------------------------------------------


def test_a_statement_on_the_event_of_its_sentence_passes() -> None:
    """The same words about another event are marked."""
    a = Article("A bomb hit the inn at Orvale.\n\nIt rained.\n\nA mortar hit the school at Belmar, killing two boys.")
    bomb, mortar = a.incident("A bomb hit"), a.incident("A mortar hit")
    own = a.statement("assert", "killing", content="killing two boys", about=mortar)
    other = a.statement("assert", "killing", content="killing two boys", about=bomb)
    assert (a.codes(PLACEMENT, own), a.codes(PLACEMENT, other)) == ([], ["about_another_event"])


def test_a_statement_that_names_its_event_from_afar_passes() -> None:
    """ "the inn at Orvale" in the sentence of another event is the one at Orvale."""
    a = Article("A bomb hit the inn at Orvale.\n\nIt rained.\n\nA mortar hit the school; nobody spoke of Orvale.")
    bomb = a.incident("A bomb hit", place="Orvale")
    a.incident("A mortar hit", place="the school")
    assert a.codes(PLACEMENT, a.statement("no_comment", "nobody spoke of", about=bomb)) == []


def test_a_quotation_that_runs_on_belongs_to_its_speaker() -> None:
    """The second sentence of what he says has no verb of saying, and needs none."""
    a = Article("“The mill was hit at noon,” Tal Berrin said. “We had gone home. The roof is gone.”")
    berrin = a.actor("Tal Berrin", kind="person")
    said = a.statement("assert", "said", speaker=berrin, content="The roof is gone")
    assert a.codes(PLACEMENT, said) == []


def test_words_that_the_draft_puts_into_another_mouth_are_not_also_these() -> None:
    """The other's words of saying stand a sentence before what is said, as they do where somebody is quoted at length."""
    a = Article("The mayor denied it. Police spoke. “The mill was burned. Two men did it.”")
    mayor, police = a.actor("The mayor", kind="official"), a.actor("Police", kind="public_body")
    a.statement("assert", "spoke", speaker=police, content="Two men did it")
    said = a.statement("deny_occurrence", "denied it", speaker=mayor, content=("denied it", "Two men did it"))
    assert a.codes(PLACEMENT, said) == ["content_of_another"]
