"""What is told twice counts once, and nothing else does."""

from summarizer.conflict.checks.duplicates import RESTATEMENT, merges
from tests.items_factory import Article

TEXT = "Rockets hit the depot at Orvale on Sunday, and the Amber League claimed the raid and said that it will burn the port."


def test_one_event_proposed_twice_is_merged_into_the_first() -> None:
    """Same words, same kind: the earliest is kept."""
    a = Article(TEXT)
    a.incident("Rockets hit", kind="missile_strike", place="Orvale")
    a.incident("Rockets hit the depot", kind="strike", time="Sunday")
    assert merges(a.items()) == [("incident", 2, 1)]


def test_two_targets_of_one_verb_stay_two_events() -> None:
    """ "hit the depot and the school" may be two incidents on the same words."""
    a = Article("Rockets hit the depot and the school.")
    a.incident("Rockets hit", targets=(a.target("the depot"),))
    a.incident("Rockets hit", targets=(a.target("the school"),))
    assert merges(a.items()) == []


def test_two_tolls_or_two_weapons_on_one_verb_stay_two_events() -> None:
    """ "killed three at the mill and five at the inn" may be two incidents on the same words."""
    a = Article("Rockets and mortars hit the hill, killing three guards and five millers.")
    three, five = a.casualty("killed", "three"), a.casualty("killed", "five")
    a.incident("hit", casualties=(three,))
    a.incident("hit", casualties=(five,))
    a.incident("hit", weapon="Rockets", stage="unknown")
    a.incident("hit", weapon="mortars", stage="unknown")
    assert merges(a.items()) == []


def test_two_events_worded_alike_in_one_sentence_stay_two() -> None:
    """ "an attack … and an attack": with no target or place, both rest on the first; with one, they are one event."""
    a = Article("There was an attack at dawn, and an attack at dusk on the mill.")
    a.incident("attack")
    a.incident("attack", time="at dusk")
    assert merges(a.items()) == []
    a.incident("attack", frame="background", targets=(a.target("the mill"),))
    a.incident("attack", frame="background", targets=(a.target("the mill"),))
    assert merges(a.items()) == [("incident", 4, 3)]


def test_an_event_and_its_summary_stay_two() -> None:
    """An incident that sums up another is no duplicate of it."""
    a = Article(TEXT)
    a.incident("Rockets hit")
    a.incident("Rockets hit", summarises=(1,))
    assert merges(a.items()) == []


def test_background_and_current_events_stay_two() -> None:
    """Another frame is another event."""
    a = Article(TEXT)
    a.incident("Rockets hit")
    a.incident("Rockets hit", frame="background")
    assert merges(a.items()) == []


def test_one_statement_proposed_twice_is_merged() -> None:
    """Same speaker, kind, incident and words."""
    a = Article(TEXT)
    league, raid = a.actor("the Amber League"), a.incident("Rockets hit")
    for _ in range(2):
        a.statement("claim", "claimed", speaker=league, about=raid, content="the raid")
    a.statement("assert", "claimed", speaker=league, about=raid, content="the raid")
    assert merges(a.items()) == [("statement", 2, 1)]


def test_one_actor_proposed_twice_is_merged() -> None:
    """The identical name is one actor; an unnamed description may be two."""
    a = Article("An official met Anna Rell. An official left with Anna Rell.")
    a.actor("Anna Rell")
    a.actor(a.at("Anna Rell", 1))
    a.actor("An official", identity="anonymous")
    a.actor(a.at("An official", 1), identity="anonymous")
    assert merges(a.items()) == [("actor", 2, 1)]


def test_one_threat_proposed_twice_is_merged_and_two_targets_are_not() -> None:
    """Overlapping words of one issuer are one threat, unless the targets are apart."""
    a = Article("The League said that it will burn the port and the mill.")
    league = a.actor("The League")
    a.threat(league, "it will burn the port", target="the port")
    a.threat(league, "will burn the port", target="the port")
    a.threat(league, "will burn the port and the mill", target="the mill")
    assert merges(a.items()) == [("threat", 2, 1)]


def test_a_restatement_of_nothing_is_marked() -> None:
    """A threat can tell again neither itself nor one that is not there."""
    a = Article(TEXT)
    league = a.actor("the Amber League")
    assert a.codes(RESTATEMENT, a.threat(league, "it will burn the port", restates=7)) == ["restates_nothing"]
    assert a.codes(RESTATEMENT, a.threat(league, "it will burn the port", restates=2)) == ["restates_nothing"]


def test_a_threat_of_the_lead_that_is_told_again_below_is_marked() -> None:
    """Headlines and first paragraphs restate; the full wording below is the threat."""
    a = Article(
        "The Amber League has threatened to burn the port of Orvale, and the mayor is afraid of it.\n\n"
        "“We will burn the port with every rocket that we have,” the League said in a letter to the mayor."
    )
    league = a.actor("The Amber League")
    first = a.threat(league, "threatened to burn the port", target="the port")
    second = a.threat(league, "We will burn the port", target=a.at("the port", 1))
    assert a.codes(RESTATEMENT, first) == ["may_restate"]
    assert a.codes(RESTATEMENT, second) == []


def test_two_acts_told_by_one_word_are_two_where_each_has_a_target_and_a_place_of_its_own() -> None:
    """What both share, the guards and the province, makes them no one act; one that only says less is the same act."""
    a = Article("Each band claimed a raid in Oss: one on the Pell mill, one on the Dray kiln. Both employ guards.")

    a.incident("raid", targets=(a.target(("the Pell mill", "guards")),), place=("Oss", "Pell"))
    a.incident("raid", targets=(a.target(("the Dray kiln", "guards")),), place=("Oss", "Dray"))
    a.incident("raid", targets=(a.target("guards"),), place=("Oss", "Pell"))
    assert merges(a.items()) == [("incident", 3, 1)]
