"""How each link stands in the article, and what one that is not shown may still do."""

from typing import get_args

import pytest

from summarizer import verify
from summarizer.conflict.checks import CHECKS
from summarizer.conflict.shown import LINKS
from summarizer.pointing.audit import Shown, ShownLink
from summarizer.schemas.brief import Affiliation, Brief
from tests.items_factory import Article
from tests.proposing import as_draft


def verified(a: Article) -> Brief:
    return verify(as_draft(a.items()), a.document)


def the_link(brief: Brief, kind: str, item: int = 1) -> ShownLink:
    (found,) = (link for link in brief.audit.links if link.kind == kind and link.id == item)
    return found


def told(link: ShownLink) -> tuple[Shown, list[str]]:
    return link.shown, [quote.text for quote in link.words]


def mill(text: str) -> Article:
    """An article that begins with an attack on a mill, told by the article itself."""
    a = Article(f"Shells hit the mill at Kel on Monday. {text}")
    hit = a.incident("hit", kind="shelling", targets=(a.target("the mill"),), place="Kel")
    a.statement("assert", "hit", content="Shells hit the mill at Kel", about=hit, relation="outlet")
    return a


def test_a_speaker_who_is_named_where_it_is_said_is_shown_in_the_clause() -> None:
    a = mill("Mayor Ada Brin said that the mill was hit.")
    brin = a.actor("Ada Brin", kind="official", affiliations=())
    a.statement("assert", "said", speaker=brin, content="the mill was hit", about=a.items().incidents[1])
    assert told(the_link(verified(a), "speaker", 2)) == ("in_clause", ["Ada Brin"])


def test_a_pronoun_leads_to_the_name_before_it() -> None:
    a = mill("Mayor Ada Brin went there at once. She said that the mill was hit.")
    brin = a.actor("Ada Brin", kind="official")
    a.statement(
        "assert",
        "said",
        speaker=brin,
        speaker_words="She",
        content=a.at("the mill was hit"),
        about=a.items().incidents[1],
    )
    assert told(the_link(verified(a), "speaker", 2)) == ("by_chain", ["She", "Ada Brin"])


def test_who_is_named_nowhere_near_is_not_shown_and_marked() -> None:
    a = mill(
        "It was said that the mill was hit. It rained. Nobody slept. The bells rang. Ada Brin is the mayor of Kel."
    )
    brin = a.actor("Ada Brin", kind="official")
    a.statement("assert", "said", speaker=brin, content="the mill was hit", about=a.items().incidents[1])
    brief = verified(a)
    assert told(the_link(brief, "speaker", 2)) == ("not_shown", [])
    assert "speaker_not_shown" in {finding.code for finding in brief.audit.findings}


def test_one_of_a_body_leads_to_it_by_the_words_for_that() -> None:
    a = mill("Gunners of the Tarn Guard shelled it, the mayor said.")
    guard = a.actor("the Tarn Guard", kind="armed_forces")
    gunners = a.actor(
        "Gunners",
        kind="people",
        identity="generic",
        affiliations=(Affiliation(actor=guard.id, evidence=a.quotes("Gunners of the Tarn Guard")),),
    )
    mayor = a.actor("the mayor", kind="official", identity="anonymous")
    a.statement(
        "blame",
        "said",
        speaker=mayor,
        content="Gunners of the Tarn Guard shelled it",
        about=a.items().incidents[1],
        whom=(gunners,),
        role="carried_out",
    )
    brief = verified(a)
    assert told(the_link(brief, "accused", 2))[0] == "in_clause"
    assert told(the_link(brief, "affiliation", gunners.id)) == ("in_clause", ["Gunners of the Tarn Guard"])


def test_what_takes_an_incident_up_leads_to_its_words() -> None:
    a = mill("The League said that it had no part in this.")
    league = a.actor("The League")
    a.statement(
        "deny_responsibility",
        "said that it had no part in",
        speaker=league,
        content="this",
        about=a.items().incidents[1],
    )
    assert told(the_link(verified(a), "incident", 2)) == ("by_chain", ["this", "hit"])


TWO = (
    "Shells hit the mill at Kel on Monday, the mayor said.\n\n"
    "On Friday a bomb went off in the market of Orvale. Police said that nobody had been harmed by the bomb."
)


def two_incidents(*, mayor_speaks: bool = True) -> Article:
    """Police speak of the bomb; the draft has them speak of the mill, as the mayor does."""
    a = Article(TWO)
    mill = a.incident("hit", kind="shelling", targets=(a.target("the mill"),), place="Kel")
    bomb = a.incident("went off", kind="bombing", place="Orvale")
    mayor = a.actor("the mayor", kind="official", identity="anonymous")
    police = a.actor("Police", kind="public_body")
    said = "nobody had been harmed by the bomb"
    a.statement("assert", "went off", content="a bomb went off in the market", about=bomb, relation="outlet")
    a.statement("assert", a.at("said", 1), speaker=police, content=said, about=mill, relation="authority")
    if mayor_speaks:
        a.statement("assert", "said", speaker=mayor, content="Shells hit the mill at Kel", about=mill, relation="other")
    return a


def rests_on(brief: Brief) -> list[int]:
    (of_mill,) = (incident.assessment for incident in brief.incidents if incident.id == 1)
    assert of_mill is not None
    return [part.statement for part in of_mill.basis.support]


def test_a_word_on_another_incident_makes_nothing_surer() -> None:
    """Police tell of the bomb: the mill stands as it did without them, and the page marks the link."""
    brief = verified(two_incidents())
    assert the_link(brief, "incident", 2).shown == "not_shown"
    assert rests_on(brief) == [3]


def test_a_link_that_is_not_shown_still_carries_what_nothing_else_is_said_of() -> None:
    assert rests_on(verified(two_incidents(mayor_speaks=False))) == [2]


def test_who_belongs_to_nobody_in_words_speaks_for_nobody() -> None:
    """A tie without words makes nobody's denial out of a front's claim."""
    a = mill("The Hill Front said that it had shelled the mill. Varland said that it had shelled nothing.")
    gorland = a.actor("Varland", kind="state")
    front = a.actor("The Hill Front", affiliations=(Affiliation(actor=gorland.id),))
    hit = a.items().incidents[1]
    a.statement("claim", a.at("said"), speaker=front, content="it had shelled the mill", about=hit)
    a.statement("deny_responsibility", a.at("said", 1), speaker=gorland, content="it had shelled nothing", about=hit)
    brief = verified(a)
    (status,) = (incident.assessment for incident in brief.incidents)
    assert status is not None
    assert {one.actor: one.status for one in status.attributed}[front.id] == "claimed"


@pytest.mark.parametrize("kind", LINKS)
def test_every_doubt_is_a_code_of_a_check(kind: str) -> None:
    codes = {code for check in CHECKS for code in check.codes}
    assert codes.issuperset(LINKS[kind].doubts)


def test_every_link_has_a_way_or_none() -> None:
    """In place by one quotation, by a chain of at least one, not shown by none."""
    for link in verified(two_incidents()).audit.links:
        assert link.kind in LINKS
        assert link.shown in get_args(Shown)
        assert bool(link.words) == (link.shown != "not_shown")
        assert link.shown != "in_clause" or len(link.words) == 1
