"""What tables settle whatever was proposed: what goes unsaid, and what the article itself tells."""

from typing import Any

import pytest

from summarizer.conflict.settling import settled
from summarizer.schemas.brief import About, Incident, Statement
from summarizer.schemas.vocabulary import StatementKind
from tests.items_factory import Article

TEXT = (
    "Shells fell on the quay at Ostrell on Friday. The garrison fired them, the harbour master said. The garrison denied"
    " firing. The Quay League claimed responsibility for the shelling in a leaflet. Our correspondent counted nine craters."
)


def said(kind: StatementKind, cue: str, relation: str, speaker: str = "", **fields: Any) -> Statement:
    """A statement on the shelling as it is checked."""
    a = Article(TEXT)
    shelling = a.incident("Shells fell", kind="shelling")
    who = a.actor(speaker) if speaker else None
    link = About.model_validate({"incident": shelling.id, "relation": relation, "evidence": a.quotes("in a leaflet")})
    statement = a.statement(kind, cue, speaker=who, **fields)
    a.items().statements[statement.id] = statement.model_copy(update={"about": (link,)})  # type: ignore[index] # before it is frozen
    return settled(a.items()).statements[statement.id]


def told(*, hedge: tuple[str, ...] = (), **fields: Any) -> Incident:
    """The shelling as it is checked, where the article states it and names the garrison as its doer."""
    a = Article(TEXT)
    garrison = a.actor("The garrison", kind="armed_forces")
    shelling = a.incident("Shells fell", kind="shelling", **fields)
    a.statement("assert", "fell", about=shelling, relation="outlet", whom=(garrison,), hedge=hedge)
    return settled(a.items()).incidents[shelling.id]


@pytest.mark.parametrize(("kind", "role"), [("assert", "unspecified"), ("claim", "unspecified"), ("blame", "armed")])
def test_only_blame_has_a_role(kind: StatementKind, role: str) -> None:
    """What a claim or an account gives as one is shown nowhere, and could be any."""
    assert said(kind, "said", "combatant", "The Quay League", role="armed").role == role


def test_the_article_has_no_words_for_itself() -> None:
    """Nor is it said to know what it just tells."""
    plain = said("assert", "fell", "outlet", speaker_words="The garrison", knowledge="own")
    assert (plain.speaker_words, plain.knowledge, plain.about[0].evidence) == ((), "not_stated", ())


def test_the_articles_own_finding_keeps_what_shows_it() -> None:
    """Whoever counted the craters, and that it was seen, are what the status rests on."""
    found = said("assert", "counted", "independent", speaker_words="Our correspondent", knowledge="own")
    assert [quote.text for quote in found.speaker_words] == ["Our correspondent"]
    assert (found.knowledge, len(found.about[0].evidence)) == ("own", 1)


@pytest.mark.parametrize("knowledge", ["hearsay", "custody"])
def test_knowledge_that_weakens_a_word_is_never_taken_away(knowledge: str) -> None:
    """Neither from the article's nor from a claim."""
    assert said("assert", "fell", "outlet", knowledge=knowledge).knowledge == knowledge
    assert said("claim", "claimed", "perpetrator", "The Quay League", knowledge=knowledge).knowledge == knowledge


def test_a_claim_shows_by_itself_what_its_speaker_is() -> None:
    """And that the speaker knows; of anybody else words have to show it."""
    claim = said("claim", "claimed responsibility", "perpetrator", "The Quay League", knowledge="own")
    assert (claim.about[0].evidence, claim.knowledge) == ((), "not_stated")
    other = said("assert", "said", "struck_side", "the harbour master", knowledge="own")
    assert (len(other.about[0].evidence), other.knowledge) == (1, "own")


@pytest.mark.parametrize("proposed", [{}, {"told": True}, {"doers": (1,), "told": True}, {"doers": (7,)}])
def test_what_the_article_states_follows_from_its_statements(proposed: dict[str, Any]) -> None:
    """Whatever was proposed, or written into a file."""
    shelling = told(**proposed)
    assert (shelling.told, shelling.doers) == (True, (1,))


def test_what_the_article_hedges_it_does_not_state() -> None:
    """Nor whom it then names."""
    shelling = told(hedge=("on Friday",), told=True, doers=(1,))
    assert (shelling.told, shelling.doers) == (False, ())


def test_a_sum_of_others_is_told_as_was_proposed() -> None:
    """No statement need be left of it."""
    shelling = told(told=False, summarises=(2,))
    assert (shelling.told, shelling.doers) == (False, ())


@pytest.mark.parametrize(
    ("cue", "relation", "own", "kind"),
    [
        ("said", "combatant", False, "assert"),
        ("said", "perpetrator", False, "claim"),
        ("claimed responsibility", "combatant", False, "claim"),
        ("said", "combatant", True, "claim"),
    ],
)
def test_who_says_how_the_attack_of_others_was_met_claims_no_attack(
    cue: str, relation: str, own: bool, kind: StatementKind
) -> None:
    """A fleet that reports its success against rafts tells whose rafts they were; what it says it did itself is a claim."""
    a = Article("The Ledra fleet said that it sank two rafts of the Moor Band. The fleet claimed responsibility.")
    fleet = a.actor("The Ledra fleet", kind="armed_forces")
    band = a.actor("the Moor Band", belongs_to=(fleet,) if own else ())
    raid = a.incident("rafts", stage="intercepted")
    met = a.statement("claim", cue, speaker=fleet, about=raid, relation=relation, whom=(band,))
    assert settled(a.items()).statements[met.id].kind == kind
