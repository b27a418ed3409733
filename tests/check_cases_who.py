"""The cases of the checks on who speaks, who is named, what an actor is, and what a statement is about."""

from summarizer.schemas.brief import About, Affiliation
from tests.check_cases import case, told
from tests.check_cases_links import CASES
from tests.items_factory import Article

# --- who is named ---------------------------------------------------------------------------------------------------------


@case("names_nobody", "To hold the ford of Orvale the Amber League burned the mill, and said so on Monday.")
def _(a: Article) -> None:
    a.actor("of Orvale")


# --- who speaks -----------------------------------------------------------------------------------------------------------


@case("speaker_out_of_place", "In a letter to the Amber League, the Tarn Brigade said that it had burned the mill.")
def _(a: Article) -> None:
    league = a.actor("the Amber League")
    a.statement("announce", "In a letter", speaker=league, content="it had burned the mill")


@case("kin_named", "Odo Harl of the Amber League met the mayor. Harl said that the mill at Orvale had been burned.")
def _(a: Article) -> None:
    league = a.actor("the Amber League")
    a.actor("Odo Harl", kind="official", belongs_to=(league,))
    a.statement("announce", "said", speaker=league, content="the mill at Orvale had been burned")


@case("perhaps_other_speaker", "Nine mortars fell on the mill in Orvale, and the town was dark, the Tarn Brigade said.")
def _(a: Article) -> None:
    a.actor("the Tarn Brigade")
    orvale = a.actor("the town", kind="public_body")
    a.statement(
        "announce", "fell", speaker=orvale, content="Nine mortars fell on the mill in Orvale, and the town was dark"
    )


# --- whom, for whom, through whom, at whom --------------------------------------------------------------------------------


@case(
    "role_not_shown",
    "The ministry blamed the fire at the mill on the Amber League and its support for the Tarn Brigade.",
)
def _(a: Article) -> None:
    ministry, league = a.actor("The ministry", kind="public_body"), a.actor("the Amber League")
    said = "the Amber League and its support for the Tarn Brigade"
    a.statement("blame", "blamed", speaker=ministry, content=said, whom=[league], role="carried_out")


@case("feared_not_named", "The ministry warned the Amber League that gunmen might strike the market at Orvale.")
def _(a: Article) -> None:
    ministry, league = a.actor("The ministry", kind="public_body"), a.actor("the Amber League")
    a.warning("gunmen might strike the market", speaker=ministry, cue="warned", feared=(league.id,))


@case("behalf_not_shown", "The Amber League, which the Tarn Brigade left, vowed to burn the mill at Orvale.")
def _(a: Article) -> None:
    league, brigade = a.actor("The Amber League"), a.actor("the Tarn Brigade")
    a.threat(league, "to burn the mill", cue="vowed", target="the mill", on_behalf_of=(brigade.id,))


@case("relay_not_shown", "The Amber League, which the Tarn Brigade left, vowed to burn the mill at Orvale.")
def _(a: Article) -> None:
    league, brigade = a.actor("The Amber League"), a.actor("the Tarn Brigade")
    a.threat(league, "to burn the mill", cue="vowed", target="the mill", relayed_by=(brigade.id,))


@case("target_not_threatened", "Fort Tarn is held by the Amber League, which vowed to burn the mill at Orvale.")
def _(a: Article) -> None:
    a.threat(a.actor("the Amber League"), "to burn the mill", cue="vowed", target="Fort Tarn")


@case(
    "target_is_doer",
    "The Amber League burned the mill at Orvale on Sunday, police said. The mayor had warned the Amber League in May.",
)
def _(a: Article) -> None:
    police, league = a.actor("police", kind="public_body"), a.actor("The Amber League")
    burned = a.incident("burned", targets=(a.target("the mill"), a.target(a.at("the Amber League"), "people")))
    said = "The Amber League burned the mill at Orvale on Sunday"
    a.statement("blame", "said", speaker=police, content=said, about=burned, whom=[league], role="supported")


# --- links of statements --------------------------------------------------------------------------------------------------


@case("replacement_not_shown", "Police in Orvale said that a bomb went off. Police in Orvale said that four men died.")
def _(a: Article) -> None:
    police, bomb = a.actor("Police in Orvale", kind="public_body"), told(a, "a bomb went off")
    a.statement("assert", "said", speaker=police, content="a bomb went off", about=bomb)
    a.statement("assert", a.at("said", 1), speaker=police, content="four men died", about=bomb, supersedes=(2,))


@case("authority_not_shown", "The Republic of Velland said on Friday that a bomb had gone off at the mill in Orvale.")
def _(a: Article) -> None:
    velland, bomb = a.actor("The Republic of Velland", kind="state"), told(a, "a bomb had gone off")
    said = a.statement("assert", "said", speaker=velland, content="a bomb had gone off at the mill")
    link = About(incident=bomb.id, relation="authority", evidence=a.quotes("The Republic of Velland"))
    a.items().statements[said.id] = said.model_copy(update={"about": (link,)})  # type: ignore[index]


# --- actors ---------------------------------------------------------------------------------------------------------------


@case("kind_contradicts_name", "The Orda militia met on Friday in the town hall of Orvale and spoke of the harvest.")
def _(a: Article) -> None:
    a.actor("The Orda militia", kind="public_body")


@case(
    "title_of_a_person",
    "General Odo Tarn met the council on Friday in Orvale and spoke of the harvest that is to come.",
)
def _(a: Article) -> None:
    a.actor("Odo Tarn", kind="outlet")


@case("standing_not_shown", "The Amber League met on Friday in Orvale and spoke of the harvest that is to come.")
def _(a: Article) -> None:
    a.actor("The Amber League", kind="public_body")


@case("is_a_name", "The harvest was late, Tal Berrin said on Friday in Orvale, and the roads were dry.")
def _(a: Article) -> None:
    a.actor("Tal Berrin", kind="person", identity="anonymous")


@case("affiliation_left_out", "Tal Berrin, a commander of the Amber League, spoke on Friday in Orvale.")
def _(a: Article) -> None:
    a.actor("the Amber League")
    a.actor("Tal Berrin", kind="official")


@case("alias_of_another", "Mayor Ansa Holm met Tal Berrin in Orvale. Holm spoke of the harvest and of the roads.")
def _(a: Article) -> None:
    a.actor("Ansa Holm", kind="official")
    a.actor("Tal Berrin", kind="person", aliases="Holm")


@case(
    "alias_not_shown", f"Tal Berrin met the mayor. {'The harvest was late and the roads were dry. ' * 12}The Fox spoke."
)
def _(a: Article) -> None:
    a.actor("Tal Berrin", kind="person", aliases="The Fox")


__all__ = ["CASES"]


# --- whose word, whose act ------------------------------------------------------------------------------------------------


@case("put_out_by_a_party", "STATEMENT OF THE TARN BRIGADE\n\nOn Sunday our gunners shelled the mill at Orvale.")
def _(a: Article) -> None:
    a.actor("TARN BRIGADE")
    a.statement("assert", "shelled", about=a.incident("shelled"), relation="outlet", content="shelled the mill")


@case("own_act_told", "“We shelled the mill at Orvale on Sunday,” the Tarn Brigade said.")
def _(a: Article) -> None:
    brigade = a.actor("the Tarn Brigade")
    a.statement("assert", "said", speaker=brigade, about=a.incident("shelled"), content="We shelled the mill at Orvale")


@case("act_of_another", "The Tarn Brigade said that it had beaten back an assault by the Amber League on the mill.")
def _(a: Article) -> None:
    brigade = a.actor("The Tarn Brigade")
    a.actor("Amber League")
    said = "it had beaten back an assault by the Amber League on the mill"
    a.statement("claim", "said", speaker=brigade, about=a.incident("an assault"), content=said, whom=[brigade])


@case("harm_by_others", "The mayor warned that the Amber League might burn the mill at Orvale.")
def _(a: Article) -> None:
    mayor = a.actor("The mayor", kind="official")
    a.actor("the Amber League")
    a.threat(mayor, "might burn the mill", cue="warned", target="the mill")


@case("custody_left_out", "Odo Harl confessed in custody that he had burned the mill at Orvale.")
def _(a: Article) -> None:
    harl = a.actor("Odo Harl", kind="person")
    said = "he had burned the mill at Orvale"
    a.statement("acknowledge", "confessed", speaker=harl, about=a.incident("burned"), content=said, whom=[harl])


@case("negation_follows", "The Tarn Brigade said that its guns had shelled nothing at Orvale.")
def _(a: Article) -> None:
    brigade = a.actor("The Tarn Brigade")
    a.statement("claim", "said", speaker=brigade, about=a.incident("shelled"), content="its guns had shelled")


@case(
    "knows_how_elsewhere", "The inspectors, who examined the wall, said on Sunday that the mill at Orvale had burned."
)
def _(a: Article) -> None:
    inspectors, burned = a.actor("The inspectors", kind="monitor", identity="generic"), told(a, "burned")
    link = About(incident=burned.id, relation="independent", evidence=a.quotes("on Sunday"))
    said = a.statement("assert", "said", speaker=inspectors, content="the mill at Orvale had burned")
    a.items().statements[said.id] = said.model_copy(update={"about": (link,)})  # type: ignore[index]


@case(
    "knows_of_another_event",
    "On Sunday the mill at Orvale was shelled.\n\nOn Monday a bomb hit the port, where inspectors examined the crater.",
)
def _(a: Article) -> None:
    inspectors = a.actor("inspectors", kind="monitor", identity="generic")
    mill, port = told(a, "shelled"), told(a, "bomb")
    link = About(incident=mill.id, relation="independent", evidence=a.quotes("examined the crater"))
    a.statement("assert", "hit", about=port, relation="outlet", content="a bomb hit the port, where")
    said = a.statement("assert", "examined", speaker=inspectors, content="the crater")
    a.items().statements[said.id] = said.model_copy(update={"about": (link,)})  # type: ignore[index]


@case("affiliation_without_words", "Odo Harl sells apples at Orvale. It rained. The Amber League met the mayor.")
def _(a: Article) -> None:
    league = a.actor("The Amber League")
    a.actor("Odo Harl", kind="person", affiliations=(Affiliation(actor=league.id),))
