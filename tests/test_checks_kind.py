"""Kind against cue: the right words pass; words of another kind drop the item; unknown words mark it."""

import pytest

from summarizer.conflict.checks.kind import STATEMENT_KIND, THREAT_KIND, WARNING_KIND
from tests.items_factory import Article

RIGHT = [
    ("claim", "The Orrin Front claimed responsibility for the raid.", "claimed responsibility for"),
    ("claim", "The Orrin Front said its fighters had hit the bridge.", "said"),
    ("acknowledge", "The Orrin Front admitted the raid.", "admitted"),
    ("assert", "The Orrin Front said the bridge was hit.", "said"),
    ("assert", "The Orrin Front claimed that the army shelled a school.", "claimed"),
    ("confirm", "The Orrin Front confirmed the raid.", "confirmed"),
    ("deny_occurrence", "The Orrin Front denied that there was a raid.", "denied"),
    ("deny_occurrence", "The Orrin Front said no such raid took place.", "said no such raid"),
    ("deny_responsibility", "The Orrin Front denied involvement in the raid.", "denied involvement"),
    ("dispute", "The Orrin Front disputed the count.", "disputed"),
    ("blame", "The Orrin Front blamed the army for the raid.", "blamed"),
    ("clear", "The Orrin Front ruled out the army.", "ruled out"),
    ("retract", "The Orrin Front withdrew its claim.", "withdrew"),
    (
        "no_claim",
        "Of the Orrin Front and others, nobody has claimed responsibility.",
        "nobody has claimed responsibility",
    ),
    ("no_comment", "The Orrin Front declined to comment.", "declined to comment"),
    ("unverified", "The Orrin Front could not verify the raid.", "could not verify"),
    ("unverified", "The Orrin Front said it was too early to name anybody.", "said"),
    ("unverified", "The Orrin Front said its inquiry was still looking at the raid.", "said"),
    ("posture", "The Orrin Front stands ready.", "stands ready"),
    ("demand", "The Orrin Front demanded the release of prisoners.", "demanded"),
    ("announce", "The Orrin Front announced a joint command.", "announced"),
]


@pytest.mark.parametrize(("kind", "text", "cue"), RIGHT)
def test_words_of_the_kind_pass(kind, text, cue):
    a = Article(text)
    front = a.actor("Orrin Front")
    assert a.codes(STATEMENT_KIND, a.statement(kind, cue, speaker=front)) == []


WRONG = [
    ("claim", "The Orrin Front denied the raid.", "denied"),
    ("claim", "The Orrin Front denied responsibility for the raid.", "denied responsibility for"),
    ("confirm", "The Orrin Front claimed the raid.", "claimed"),
    ("confirm", "The raid by the Orrin Front is unconfirmed.", "unconfirmed"),
    ("assert", "The Orrin Front claimed responsibility for the raid.", "claimed responsibility for"),
    ("assert", "The Orrin Front denied the raid.", "denied"),
    ("deny_responsibility", "The Orrin Front claimed responsibility for the raid.", "claimed responsibility"),
    ("deny_occurrence", "The Orrin Front confirmed the raid.", "confirmed"),
    ("blame", "The Orrin Front exonerated the army.", "exonerated"),
    ("clear", "The Orrin Front blamed the army.", "blamed"),
    ("dispute", "The Orrin Front confirmed the count.", "confirmed"),
]


@pytest.mark.parametrize(("kind", "text", "cue"), WRONG)
def test_words_of_another_kind_drop_the_statement(kind, text, cue):
    a = Article(text)
    front = a.actor("Orrin Front")
    assert a.codes(STATEMENT_KIND, a.statement(kind, cue, speaker=front)) == ["kind_contradicts_cue"]


def test_words_of_no_kind_mark_the_statement():
    a = Article("The Orrin Front painted the bridge.")
    assert a.codes(STATEMENT_KIND, a.statement("blame", "painted", speaker=a.actor("Orrin Front"))) == ["cue_unknown"]


def test_a_statement_of_somebody_without_a_cue_is_marked():
    a = Article("The Orrin Front met on Monday. Nine mortars hit the bridge.")
    statement = a.statement("assert", speaker=a.actor("Orrin Front"), content="Nine mortars hit the bridge")
    assert a.codes(STATEMENT_KIND, statement) == ["cue_missing"]


def test_whatever_verb_the_outlet_uses_shows_its_own_assertion():
    a = Article("Nine mortars rained on the bridge.")
    assert a.codes(STATEMENT_KIND, a.statement("assert", "rained on")) == []


def test_the_outlet_cannot_claim_an_attack():
    a = Article("The Orrin Front claimed responsibility for the raid.")
    assert a.codes(STATEMENT_KIND, a.statement("claim", "claimed responsibility for")) == ["outlet_cannot"]


def test_denying_involvement_is_not_denying_that_it_happened():
    a = Article("The Orrin Front denied involvement in the raid.")
    statement = a.statement("deny_occurrence", "denied involvement in", speaker=a.actor("Orrin Front"))
    assert a.codes(STATEMENT_KIND, statement) == ["kind_contradicts_content"]


def test_an_assertion_that_nothing_happened_is_a_denial():
    a = Article("The Orrin Front said the raid never happened.")
    front = a.actor("Orrin Front")
    wrong = a.statement("assert", "said", speaker=front, content="the raid never happened")
    right = a.statement("deny_occurrence", "said", speaker=front, content="the raid never happened")
    assert a.codes(STATEMENT_KIND, wrong) == ["kind_contradicts_content"]
    assert a.codes(STATEMENT_KIND, right) == []


def test_said_confirms_only_from_a_source_that_must_know():
    a = Article("Orrin police said the bridge was hit.")
    police, raid = a.actor("Orrin police", kind="public_body"), a.incident("hit")
    entitled = a.statement("confirm", "said", speaker=police, about=raid, relation="authority")
    other = a.statement("confirm", "said", speaker=police, about=raid, relation="other")
    assert a.codes(STATEMENT_KIND, entitled) == []
    assert a.codes(STATEMENT_KIND, other) == ["confirmation_not_shown"]


def test_silence_needs_a_negation():
    a = Article("The Orrin Front commented on the raid.")
    statement = a.statement("no_comment", "commented", speaker=a.actor("Orrin Front"))
    assert a.codes(STATEMENT_KIND, statement) == ["silence_not_there"]


# --- threats and warnings -----------------------------------------------------------------------------------


def test_harm_to_come_is_a_threat():
    a = Article("The Orrin Front said it would burn the bridge.")
    assert a.codes(THREAT_KIND, a.threat(a.actor("Orrin Front"), "it would burn the bridge", cue="said")) == []


def test_violence_that_was_done_is_no_threat():
    a = Article("The Orrin Front said it bombed the bridge.")
    assert a.codes(THREAT_KIND, a.threat(a.actor("Orrin Front"), "it bombed the bridge", cue="said")) == [
        "already_done"
    ]


def test_words_without_any_harm_to_come_are_marked():
    a = Article("The Orrin Front said the bridge was ugly.")
    threat = a.threat(a.actor("Orrin Front"), "the bridge was ugly", cue="said")
    assert a.codes(THREAT_KIND, threat) == ["no_threat_words"]


def test_an_ultimatum_over_two_sentences_is_a_threat():
    a = Article("The Orrin Front spoke. “Leave the bridge. Otherwise you will burn with it.”")
    assert a.codes(THREAT_KIND, a.threat(a.actor("Orrin Front"), "Leave the bridge.")) == []


def test_readiness_alone_is_posture():
    a = Article("The Orrin Front said it has not ruled out a response if talks fail.")
    threat = a.threat(a.actor("Orrin Front"), "it has not ruled out a response", cue="said")
    assert a.codes(THREAT_KIND, threat) == ["posture_only"]


def test_a_warning_needs_warning_words():
    a = Article("The embassy warned that rebels might attack hotels. The embassy reopened.")
    embassy = a.actor("embassy", kind="public_body")
    assert a.codes(WARNING_KIND, a.warning("rebels might attack hotels", speaker=embassy)) == []
    assert a.codes(WARNING_KIND, a.warning("The embassy reopened", speaker=embassy)) == ["no_warning_words"]


def test_setting_somebody_apart_from_the_doer_clears_him() -> None:
    """ "It was the clerk, not his brother, who …" clears the brother."""
    a = Article("Bran Holm said: it was the clerk, not his brother, who had burned the mill.")
    holm, brother = a.actor("Bran Holm", kind="person"), a.actor("his brother", kind="person")
    cleared = a.statement("clear", "not his brother", speaker=holm, whom=[brother], content="the clerk")
    assert a.codes(STATEMENT_KIND, cleared) == []


def test_a_bulletin_with_nothing_about_it_is_silent() -> None:
    """ "had nothing about" says that somebody was silent."""
    a = Article("Radio Tarn had nothing about the mill.")
    radio = a.actor("Radio Tarn", kind="outlet")
    assert a.codes(STATEMENT_KIND, a.statement("no_comment", "had nothing about", speaker=radio)) == []


def kind_of(kind: str, text: str, cue: str, content: str, **fields: object) -> list[str]:
    a = Article(text)
    front = a.actor("Orrin Front")
    return a.codes(STATEMENT_KIND, a.statement(kind, cue, speaker=front, content=content, whom=[front], **fields))


def test_who_calls_the_charge_absurd_claims_nothing():
    text = "The Orrin Front called the charge absurd."
    assert kind_of("claim", text, "called", "the charge absurd") == ["kind_not_shown"]


def test_who_has_nothing_to_add_denies_nothing():
    text = "The Orrin Front said it had nothing to add."
    assert kind_of("deny_occurrence", text, "said", "nothing to add") == ["kind_contradicts_cue"]
    assert kind_of("deny_responsibility", text.replace("add", "do with it"), "said", "nothing to do with it") == []


def test_the_article_confirms_nothing_without_words_that_do():
    a = Article("The bridge, which the Orrin Front says it burned, is still standing.")
    assert a.codes(STATEMENT_KIND, a.statement("confirm", (), content="is still standing")) == ["cue_missing"]


# --- words of saying that no list knows ------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["volunteered", "croaked", "ventured"])
def test_whatever_stands_alone_behind_a_quotation_and_its_subject_says_it(verb: str) -> None:
    """The quotation shows that somebody speaks; what the kind needs besides is still asked for."""
    a = Article(f"“The Amber League, of course,” a clerk at the mill {verb}.")
    clerk, league = a.actor("a clerk at the mill", kind="person", identity="anonymous"), a.actor("Amber League")
    said = a.statement("blame", verb, content="The Amber League, of course", speaker=clerk, whom=[league])
    assert a.codes(STATEMENT_KIND, said) == []


ANNOUNCED = [
    ("announced the burning of the mill.", "armed_group", []),
    ("announced the burning of the mill by rebels.", "armed_group", ["kind_not_shown"]),
    ("announced the opening of a school.", "public_body", ["kind_not_shown"]),
    ("announced the burning of the mill.", "public_body", ["kind_not_shown"]),
]


@pytest.mark.parametrize(("text", "kind", "codes"), ANNOUNCED)
def test_a_fighting_side_that_announces_an_act_claims_it(text: str, kind: str, codes: list[str]) -> None:
    """Unless it puts the act down to others; anybody else only makes it known."""
    a = Article(f"The Amber League {text}")
    content = text.removeprefix("announced ").removesuffix(".")
    said = a.statement("claim", "announced", content=content, speaker=a.actor("Amber League", kind=kind))
    assert a.codes(STATEMENT_KIND, said) == codes


def test_declining_to_link_somebody_to_it_is_no_comment() -> None:
    """Whatever the verb of saying is that somebody declines."""
    a = Article("The mayor declined to link the two brothers to the fire, or to anybody.")
    mayor = a.actor("The mayor", kind="official")
    said = a.statement("no_comment", "declined to link", content="the two brothers to the fire", speaker=mayor)
    assert a.codes(STATEMENT_KIND, said) == []


@pytest.mark.parametrize(("verb", "codes"), [("claimed", []), ("took", []), ("claimed no", ["kind_not_shown"])])
def test_a_claim_is_shown_by_the_phrase_that_stands_at_its_cue(verb: str, codes: list[str]) -> None:
    """However the phrase is parted between the words of saying and what is said."""
    a = Article(f"The Amber League {verb} responsibility in a note to the Kel Post.")
    cue = verb.split()[0]
    said = a.statement("claim", cue, content="responsibility in a note", speaker=a.actor("Amber League"))
    assert a.codes(STATEMENT_KIND, said) == codes
