"""Who did it, of which event, by whose word: what the words show passes, what they only seem to show is marked."""

import pytest

from summarizer.conflict.checks.actors import ACTOR_LINKS, is_only_described
from summarizer.conflict.checks.conditions import CONDITIONS
from summarizer.conflict.checks.denials import DENIALS
from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.kind import STATEMENT_KIND, THREAT_KIND
from summarizer.conflict.checks.links import STATEMENT_LINKS
from summarizer.conflict.checks.modality import FRAME
from summarizer.conflict.checks.parties import PARTIES
from summarizer.conflict.checks.placement import PLACEMENT
from summarizer.conflict.checks.polarity import POLARITY
from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.speech import SPEAKER
from summarizer.conflict.checks.tolls import TOLLS
from summarizer.conflict.checks.violence import ATTACK_KIND
from summarizer.schemas.brief import About, Affiliation
from tests.items_factory import Article

# --- what a party puts out ----------------------------------------------------------------------------------------------

BULLETIN = "COMMAND OF THE ORDA FRONT\n\nBulletin No. 7\n\n{}"


@pytest.mark.parametrize(
    "said",
    ["Our guns shelled the mill at Sall.", "We hold the road to Sall. The mill at Sall was shelled by the army."],
)
def test_who_puts_it_out_needs_no_word_of_saying(said: str) -> None:
    a = Article(BULLETIN.format(said))
    front = a.actor("COMMAND OF THE ORDA FRONT")
    told = a.statement("assert", "shelled", speaker=front, content="shelled")
    assert a.codes(SPEAKER, told) == []
    assert a.codes(STATEMENT_KIND, told) == []


@pytest.mark.parametrize(
    "text",
    [
        "Orda Front shells mill\n\nThe Orda Front shelled the mill at Sall. “We did it,” it said.",
        "The Orda Front\n\nIt shelled the mill at Sall.",
    ],
)
def test_an_article_on_a_party_is_not_put_out_by_it(text: str) -> None:
    a = Article(text)
    a.actor("Orda Front")
    assert a.codes(ATTRIBUTION, a.statement("assert", "shelled", content="shelled the mill at Sall")) == []


# --- kinds of statement --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "cue", "content"),
    [
        ("Mayor Odo Harl: three people died in Sall.", "assert", "Mayor Odo Harl:", "three people died in Sall"),
        ("The mill is intact, Odo Harl told us.", "deny_occurrence", "told us", "The mill is intact"),
        (
            "Had it been ours, it would have been signed, Odo Harl said.",
            "deny_responsibility",
            "said",
            "Had it been ours, it would have been signed",
        ),
        ("What burned there was hay, Odo Harl wrote.", "dispute", "burned", "What burned there was hay"),
        ("Odo Harl took it back.", "retract", "took it back", "took it back"),
        ("Odo Harl claimed the burning of the mill.", "claim", "claimed", "the burning of the mill"),
        ("Odo Harl said the shells at Sall were his own.", "claim", "said", "the shells at Sall were his own"),
    ],
)
def test_words_of_its_kind_are_known(text: str, kind: str, cue: str, content: str) -> None:
    a = Article(text)
    harl = a.actor("Odo Harl", kind="official")
    said = a.statement(kind, cue, speaker=harl, content=content)  # type: ignore[arg-type]
    assert a.codes(STATEMENT_KIND, said) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The Orda Front says that it rescued the nurse.", "says", "it rescued the nurse"),
        ("The Orda Front has opened an inquiry into it.", "opened an inquiry", "opened an inquiry into it"),
        ("The Orda Front said that it feeds the town.", "said", "it feeds the town"),
    ],
)
def test_a_claim_tells_an_act_of_violence(text: str, cue: str, content: str) -> None:
    """Whom it names as the doer makes no claim of what is no such act."""
    a = Article(text)
    front = a.actor("The Orda Front")
    said = a.statement("claim", cue, speaker=front, content=content, whom=[front])
    assert set(a.codes(STATEMENT_KIND, said)) & {"kind_not_shown", "cue_unknown"}


@pytest.mark.parametrize("said", ["it shelled the mill", "its gunners had shelled the mill"])
def test_a_party_that_says_it_struck_reports_no_other_s_act(said: str) -> None:
    a = Article(f"The Orda Front said that {said} at Sall.")
    front = a.actor("The Orda Front")
    assert a.codes(STATEMENT_KIND, a.statement("assert", "said", speaker=front, content=said)) == ["own_act_told"]
    police = a.actor(a.at("The Orda Front"), kind="public_body")
    assert a.codes(STATEMENT_KIND, a.statement("assert", "said", speaker=police, content=said)) == []


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("no mill was shelled", "deny_occurrence", "deny_responsibility"),
        ("it had shelled no mill", "deny_responsibility", "deny_occurrence"),
    ],
)
def test_that_nothing_happened_is_not_that_it_was_somebody_else(said: str, right: str, wrong: str) -> None:
    a = Article(f"The army said that {said}.")
    army = a.actor("The army", kind="armed_forces")
    for kind, found in ((right, []), (wrong, ["parts_unlike_kind"])):
        denial = a.statement(kind, "said", speaker=army, content=said)  # type: ignore[arg-type]
        assert a.codes(STATEMENT_KIND, denial) == found


def test_a_negation_behind_the_words_is_not_left_behind() -> None:
    a = Article("The army said that it had fired no rockets at Sall. It had fired not only rockets, residents said.")
    army, residents = a.actor("The army", kind="armed_forces"), a.actor("residents", kind="people")
    cut = a.statement("claim", "said", speaker=army, content="it had fired")
    whole = a.statement("assert", a.at("said", 1), speaker=residents, content="It had fired")
    assert a.codes(POLARITY, cut) == ["negation_follows"]
    assert a.codes(POLARITY, whole) == []


def test_harm_that_is_not_named_may_be_held_out() -> None:
    a = Article("“It would be a pity if the school burned,” Odo Harl told the mayor. “Sell the field,” he said.")
    harl = a.actor("Odo Harl", kind="person")
    veiled = a.threat(harl, "It would be a pity if the school burned", cue="told the mayor", form="implicit")
    demand = a.threat(harl, "Sell the field", cue=a.at("said"), form="implicit")
    assert a.codes(THREAT_KIND, veiled) == []
    assert a.codes(THREAT_KIND, demand) == ["no_threat_words"]


# --- who speaks ------------------------------------------------------------------------------------------------------------


def test_a_body_is_taken_up_by_the_noun_of_its_name() -> None:
    a = Article("The Ninth Legion met the Orda Front on Sunday. The legion said that a bridge was hit.")
    legion, front = a.actor("Ninth Legion", kind="armed_forces"), a.actor("Orda Front")
    right = a.statement("assert", "said", speaker=legion, speaker_words="The legion", content="a bridge was hit")
    wrong = a.statement("assert", "said", speaker=front, speaker_words="The legion", content="a bridge was hit")
    assert a.codes(SPEAKER, right) == []
    assert a.codes(SPEAKER, wrong) == ["pronoun_unresolved"]


# --- actors --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fits"),
    [("a man who gave his name as Odo", True), ("a man in a hat", False), ("Soldier F", False), ("Odo Harl", True)],
)
def test_a_name_is_what_somebody_is_called(name: str, fits: bool) -> None:
    a = Article(f"The court heard {name} on Sunday.")
    assert is_only_described(a.actor(name, kind="person")) is not fits


def test_a_general_staff_is_no_general() -> None:
    a = Article("The General Staff met. General Odo Harl spoke.")
    assert a.codes(ACTOR_LINKS, a.actor("General Staff", kind="armed_forces")) == []
    assert a.codes(ACTOR_LINKS, a.actor("General Odo Harl", kind="armed_forces")) == ["kind_contradicts_name"]


@pytest.mark.parametrize(
    ("text", "evidence", "shown"),
    [
        ("Odo Harl, a gunner of the Orda Front, spoke.", "a gunner of the Orda Front", True),
        ("Odo Harl, an Orda man, spoke to the Orda Front.", "an Orda man", True),
        ("Odo Harl, who once served with the Orda Front, spoke.", "who once served with the Orda Front", False),
        ("Odo Harl sold hay to the Orda Front.", "sold hay to the Orda Front", False),
        ("The Orda Front met. The army denied it. Odo Harl, its spokesman, spoke.", "its spokesman", False),
    ],
)
def test_an_affiliation_is_a_place_in_a_body(text: str, evidence: str, shown: bool) -> None:
    a = Article(text)
    front = a.actor(a.at("Orda Front"))
    if "army" in text:
        a.actor("The army", kind="armed_forces")
    harl = a.actor("Odo Harl", kind="person")
    tied = harl.model_copy(update={"affiliations": (Affiliation(actor=front.id, evidence=a.quotes(evidence)),)})
    assert ("affiliation_not_shown" not in a.codes(ACTOR_LINKS, tied)) is shown


# --- whom it names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Orda Front, which has long fought there, has again shelled the mill.", True),
        ("The mill was shelled by gunners in Orda Front uniforms.", False),
        ("The mill was shelled with rockets of the type used by the Orda Front.", False),
        ("The Orda Front’s latest shelled houses were at the mill.", True),
    ],
)
def test_the_doer_acts_in_what_is_told(text: str, named: bool) -> None:
    a = Article(text)
    front = a.actor("Orda Front")
    words = a.at("shelled")
    told = a.statement("assert", words, about=a.incident(words), content=a.quotes(text.rstrip(".")), whom=[front])
    assert ("whom_not_named" not in a.codes(PARTIES, told)) is named


def test_it_in_it_was_the_clerk_takes_up_nobody() -> None:
    a = Article("The Orda Front left on Sunday. The mayor swears that it was the army.")
    mayor, front, army = a.actor("The mayor", kind="official"), a.actor("Orda Front"), a.actor("the army")
    for whom, found in ((front, ["whom_not_named"]), (army, [])):
        said = a.statement("blame", "swears", speaker=mayor, content="it was the army", whom=[whom])
        assert a.codes(PARTIES, said) == found


def test_who_armed_somebody_ordered_nothing() -> None:
    a = Article("Odo Harl accused Velland of supplying the rockets, and Gorm of ordering the raid.")
    harl = a.actor("Odo Harl", kind="official")
    velland, gorm = a.actor("Velland", kind="state"), a.actor("Gorm", kind="state")
    armed, ordered = "Velland of supplying the rockets", "Gorm of ordering the raid"
    wrong = a.statement("blame", "accused", speaker=harl, content=armed, whom=[velland], role="ordered")
    right = a.statement("blame", "accused", speaker=harl, content=ordered, whom=[gorm], role="ordered")
    assert a.codes(PARTIES, wrong) == ["role_not_shown"]
    assert a.codes(PARTIES, right) == []


# --- threats --------------------------------------------------------------------------------------------------------------


def test_whoever_warns_of_others_threatens_nobody() -> None:
    a = Article("Odo Harl warned that the Orda Front may burn the mill. The Orda Front warned that it may burn it.")
    harl, front = a.actor("Odo Harl", kind="official"), a.actor("the Orda Front")
    others = a.threat(harl, "may burn the mill", cue="warned")
    own = a.threat(front, a.at("it may burn it"), cue=a.at("warned", 1))
    assert "harm_by_others" in a.codes(PARTIES, others)
    assert a.codes(PARTIES, own) == []


def test_what_stands_in_a_clause_on_the_target_is_none() -> None:
    a = Article("The Orda Front said that anyone who sells grain to the army will be shot.")
    front = a.actor("The Orda Front")
    said = "anyone who sells grain to the army will be shot"
    aimed = a.threat(front, said, cue="said", target="anyone who sells grain to the army")
    beside = a.threat(front, said, cue="said", target="the army")
    assert a.codes(PARTIES, aimed) == []
    assert a.codes(PARTIES, beside) == ["target_not_threatened"]


@pytest.mark.parametrize(
    "told",
    [
        "The Orda Front has given the garrison 36 hours to leave or be shelled.",
        "“You have two days to pay, or we burn the mill,” the Orda Front said.",
    ],
)
def test_hours_given_to_do_something_are_a_term(told: str) -> None:
    a = Article(told)
    front = a.actor("Orda Front")
    content = a.quotes(told.split(",” ")[0].lstrip("“").rstrip("."))
    assert "deadline_left_out" in a.codes(CONDITIONS, a.threat(front, content, condition="to"))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("“Raise the white flag, or we burn the mill,” the Orda Front said.", "Raise the white flag, or"),
        ("“You had better pay, since mills burn,” the Orda Front said.", "had better pay"),
    ],
)
def test_a_condition_may_be_worded_as_advice_or_with_or(text: str, condition: str) -> None:
    a = Article(text)
    threat = a.threat(a.actor("Orda Front"), "burn", condition=condition)
    assert "no_condition_words" not in a.codes(CONDITIONS, threat)


# --- which event, and how it is known -----------------------------------------------------------------------------------------


def two_events() -> Article:
    a = Article(
        "A bomb hit the mill at Sall. The mayor confirmed the bombing.\n\nOn Monday rockets hit the port of Orda."
    )
    for words in ("bomb", "rockets"):
        a.statement("assert", words, about=a.incident(words), relation="outlet")
    return a


def test_what_is_said_after_one_event_is_not_said_of_the_next_as_well() -> None:
    a = two_events()
    mayor = a.actor("The mayor", kind="official")
    said = a.statement("confirm", "confirmed", speaker=mayor, content="the bombing")
    links = tuple(About(incident=number, relation="authority") for number in (1, 2))
    assert a.codes(PLACEMENT, said.model_copy(update={"about": links[:1]})) == []
    assert a.codes(PLACEMENT, said.model_copy(update={"about": links[1:]})) == ["about_another_event"]


def test_what_is_said_of_both_attacks_is_said_of_both() -> None:
    a = Article("A bomb hit the mill. On Monday rockets hit the port. It rained. The mayor confirmed both attacks.")
    for words in ("bomb", "rockets"):
        a.statement("assert", words, about=a.incident(words), relation="outlet")
    mayor = a.actor("The mayor", kind="official")
    said = a.statement("confirm", "confirmed", speaker=mayor, content="both attacks")
    links = tuple(About(incident=number, relation="authority") for number in (1, 2))
    assert a.codes(PLACEMENT, said.model_copy(update={"about": links})) == []


@pytest.mark.parametrize(
    ("text", "evidence", "own", "found"),
    [
        ("I walked to the mill and saw the crater.", "I walked to the mill", True, []),
        ("Our investigators examined the wall.", "Our investigators examined the wall", True, []),
        ("Villagers saw the rocket fall, they said.", "Villagers", False, []),
        (
            "The mill burned, a man wrote in a letter to the court.",
            "a letter to the court",
            False,
            ["independence_not_shown"],
        ),
        ("Kin said so; they have not seen the mill.", "Kin", False, ["independence_not_shown"]),
        ("Kin said so.\n\nInspectors examined the port.", "Kin said so", False, ["independence_not_shown"]),
    ],
)
def test_independent_is_who_says_how_it_knows(text: str, evidence: str, own: bool, found: list[str]) -> None:
    a = Article(text)
    speaker = None if own else a.actor("Villagers" if "Villagers" in text else text.split()[0], kind="people")
    said = a.statement("assert", evidence, speaker=speaker, about=a.incident(evidence))
    link = About(incident=1, relation="independent", evidence=a.quotes(evidence))
    assert a.codes(STATEMENT_LINKS, said.model_copy(update={"about": (link,)})) == found


@pytest.mark.parametrize(("end", "found"), [("was dropped on Monday", True), ("shook the town", False)])
def test_a_charge_that_was_dropped_is_not_made(end: str, found: bool) -> None:
    a = Article(f"The charge that Odo Harl had burned the mill {end}, the court said.")
    court = a.actor("the court", kind="public_body")
    said = a.statement("assert", "said", speaker=court, content="Odo Harl had burned the mill")
    assert ("taken_back_between" in a.codes(STATEMENT_LINKS, said)) is found


def test_a_confession_in_a_cell_is_one_in_custody() -> None:
    a = Article("Odo Harl confessed under interrogation to the raid. Odo Harl admitted the raid to his wife.")
    harl = a.actor("Odo Harl", kind="person")
    held = a.statement("acknowledge", "confessed", speaker=harl, content="the raid")
    free = a.statement("acknowledge", "admitted", speaker=harl, content=a.at("the raid", 1))
    assert a.codes(HEDGES, held) == ["custody_left_out"]
    assert a.codes(HEDGES, held.model_copy(update={"knowledge": "custody"})) == []
    assert a.codes(HEDGES, free) == []


# --- what is left out -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("following", "marked"),
    [
        ("The army told us that it had fired no rockets at the mill.", True),
        ("He has since taken it back.", True),
        ("We could not verify the account.", True),
        ("It is not true, the mayor wrote.", True),
        ("The army denied the town a loan.", False),
        ("The mayor said that bread was dear. The army told us that it had fired no rockets.", False),
        ("The police did not deny it.", False),
    ],
)
def test_what_takes_it_back_in_the_next_sentence_is_not_left_out(following: str, marked: bool) -> None:
    a = Article(f"Rockets hit the mill at Sall on Sunday. {following}")
    rockets = a.incident("hit")
    a.statement("assert", "hit", about=rockets, relation="outlet")
    assert ("denial_left_out" in a.codes(DENIALS, rockets)) is marked


# --- numbers and acts ---------------------------------------------------------------------------------------------------------


def test_a_toll_is_not_that_of_whoever_speaks_next() -> None:
    a = Article("Six people died at the mill. Prosecutors say that Odo Harl lit it.")
    prosecutors = a.actor("Prosecutors", kind="public_body", identity="generic")
    a.statement("blame", "say", speaker=prosecutors, content="Odo Harl lit it")
    toll = a.casualty("killed", "Six", whom="people", cue="died", source=prosecutors.id)
    assert a.codes(TOLLS, a.incident("died", casualties=(toll,))) == ["toll_source_not_shown"]
    own = a.casualty("killed", "Six", whom="people", cue="died")
    assert a.codes(TOLLS, a.incident("died", casualties=(own,))) == []


def test_a_toll_by_a_register_is_that_register_s() -> None:
    a = Article("The raid lasted a day and, by the abbot's register, nine people died.")
    toll = a.casualty("killed", "nine", whom="people", cue="died")
    assert a.codes(TOLLS, a.incident("raid", casualties=(toll,))) == ["toll_attributed"]


@pytest.mark.parametrize(
    ("words", "act"),
    [("traces of explosive", False), ("a charge had been fixed", False), ("arrivals", True), ("a bomb", True)],
)
def test_what_was_found_or_brought_is_no_attack(words: str, act: bool) -> None:
    a = Article(f"On Sunday {words} at the mill of Sall.")
    assert ("no_act_words" not in a.codes(ATTACK_KIND, a.incident(words))) is act


def test_an_older_month_dates_an_older_event() -> None:
    a = Article("Last October a bomb hit the mill at Sall. The strike is from March 1998.")
    old = a.incident("bomb", frame="background", frame_words="Last October", time="Last October")
    assert a.codes(FRAME, old) == []
    assert a.codes(FRAME, a.incident("strike")) == ["may_be_background"]
