"""Places of speech: the same sentence with its speaker passes, and with anybody else in it is dropped or marked."""

import pytest

from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.speech import SPEAKER
from summarizer.conflict.items import Items
from summarizer.pointing.grounding import ground
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Draft, Statement
from tests.items_factory import Article, article

FRONT, ARMY, RADIO = "the Orrin Front", "the Vellish army", "Radio Orda"
KINDS = {FRONT: "armed_group", ARMY: "armed_forces", RADIO: "outlet"}

SENTENCES = [
    ("In a letter to the Vellish army, the Orrin Front said it would burn the mill.", "said", FRONT, ARMY),
    ("In an email to Radio Orda, the Orrin Front said that it had burned the mill.", "said", FRONT, RADIO),
    ("On Monday the Orrin Front told the Vellish army that it had burned the mill.", "told", FRONT, ARMY),
    ("On Monday the Orrin Front warned the Vellish army that it would burn the mill.", "warned", FRONT, ARMY),
    ("On Monday the Vellish army blamed the Orrin Front for the fire.", "blamed", ARMY, FRONT),
    ("On Monday the Vellish army accused the Orrin Front of the fire.", "accused", ARMY, FRONT),
    ("The fire had been blamed on the Orrin Front by the Vellish army.", "blamed", ARMY, FRONT),
    ("On Monday the Vellish army, which the Orrin Front accuses, denied the fire.", "denied", ARMY, FRONT),
    ("A statement from the Orrin Front accused the Vellish army of the fire.", "accused", FRONT, ARMY),
    ("On its channel the Orrin Front announced a truce with the Vellish army.", "announced", FRONT, ARMY),
    ("The mill was burned, according to the Vellish army, by the Orrin Front.", "according to", ARMY, FRONT),
    ("It was the Orrin Front that had burned the mill, the Vellish army said.", "said", ARMY, FRONT),
    ("“the Orrin Front burned the mill,” said the Vellish army.", "said", ARMY, FRONT),
    ("Yesterday the Vellish army said that the Orrin Front had denied the fire.", "said", ARMY, FRONT),
    ("Nobody from the Vellish army would speak, but the Orrin Front claimed the fire.", "claimed", FRONT, ARMY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "speaker", "other"), SENTENCES)
def test_only_the_one_who_speaks_passes_as_the_speaker(text: str, cue: str, speaker: str, other: str) -> None:
    """Whoever is spoken to, accused or spoken of in the sentence did not say it."""
    a = Article(text)
    right, wrong = a.actor(speaker, kind=KINDS[speaker]), a.actor(other, kind=KINDS[other])
    assert a.codes(SPEAKER, a.statement("announce", cue, speaker=right)) == []
    assert a.codes(SPEAKER, a.statement("announce", cue, speaker=wrong)) in (
        ["other_speaker"],
        ["speaker_out_of_place"],
    )


def test_a_threat_is_not_issued_by_whom_it_is_made_against() -> None:
    a = Article("The Orrin Front has threatened to burn Fort Tarn.")
    front, fort = a.actor("The Orrin Front"), a.actor("Fort Tarn", kind="organisation")
    assert a.codes(SPEAKER, a.threat(front, "to burn Fort Tarn", cue="threatened")) == []
    assert a.codes(SPEAKER, a.threat(fort, "to burn Fort Tarn", cue="threatened")) == ["other_speaker"]


def test_a_name_within_the_words_said_is_no_issuer() -> None:
    a = Article("“The Vellish army will pay,” a caller said on Monday.")
    army = a.actor("The Vellish army", kind="armed_forces")
    assert a.codes(SPEAKER, a.threat(army, "The Vellish army will pay")) == ["speaker_out_of_place"]


def test_a_name_within_a_longer_name_is_not_the_shorter_one_s_bearer() -> None:
    a = Article("The Orrin River Front vowed on Monday to burn the mill.")
    a.actor("Orrin River Front")
    orrin = a.actor("Orrin", kind="state")
    assert a.codes(SPEAKER, a.threat(orrin, "to burn the mill", cue="vowed")) == ["other_speaker"]


def test_one_man_is_not_his_colleague() -> None:
    a = Article("Tal Berrin and Ansa Holm lead the Orrin Front. Berrin said that nine mortars had been fired.")
    front = a.actor("Orrin Front")
    berrin = a.actor("Tal Berrin", kind="official", belongs_to=[front])
    holm = a.actor("Ansa Holm", kind="official", belongs_to=[front])
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=berrin)) == []
    assert a.codes(SPEAKER, a.statement("assert", "said", speaker=holm)) == ["other_speaker"]


def test_a_quotation_without_a_cue_belongs_to_whom_its_sentence_names() -> None:
    a = Article("The Orrin Front met in Orda. “Nine mortars were fired,” the Vellish army told reporters.")
    army, front = a.actor("the Vellish army", kind="armed_forces"), a.actor("The Orrin Front")
    said = "Nine mortars were fired"
    assert a.codes(SPEAKER, a.statement("assert", speaker=army, content=said)) == []
    assert a.codes(SPEAKER, a.statement("assert", speaker=front, content=said)) == [
        "speaker_nearby",
        "perhaps_other_speaker",
    ]


def test_a_description_of_somebody_unnamed_is_not_taken_up_by_another() -> None:
    a = Article("Two inspectors from Orda came on Friday. The council met. The inspectors photographed the crater.")
    seen = a.actor("Two inspectors from Orda", kind="monitor", identity="anonymous")
    council = a.actor("The council", kind="public_body")
    words = a.at("The inspectors")
    right = a.statement("assert", "photographed", speaker=seen, speaker_words=words)
    wrong = a.statement("assert", "photographed", speaker=council, speaker_words=words)
    assert a.codes(SPEAKER, right) == []
    assert a.codes(SPEAKER, wrong) == ["pronoun_unresolved"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Two residents told this agency that soldiers burned the mill.", "told this agency"),
        ("An insurer still listed the barge as lost on Sunday.", "still listed"),
        ("The clinic met. It said that soldiers burned the mill.", "said"),
    ],
)
def test_what_has_somebody_for_its_subject_is_not_the_article_s_own_word(text: str, cue: str) -> None:
    """A speaker who is left out does not turn his word into the article's."""
    a = Article(text)
    for name in ("Two residents", "An insurer", "The clinic"):
        if name in text:
            a.actor(name, kind="people", identity="anonymous")
    assert a.codes(ATTRIBUTION, a.statement("assert", cue)) in (["attributed"], ["perhaps_attributed"])


@pytest.mark.parametrize(
    ("text", "content", "hedge", "found"),
    [
        ("Shells were also said to have hit the mill.", "have hit the mill", "were also said to", []),
        ("Shells hit the mill at dawn, reports said on Friday.", "Shells hit the mill", "reports said", []),
        ("Shells hit the mill, the bailiff's reports said.", "Shells hit the mill", "reports said", ["attributed"]),
        ("Shells had, carters said, hit the mill.", "hit the mill", "carters said", ["attributed"]),
    ],
)
def test_what_nobody_in_particular_says_is_passed_on_with_its_hedge(
    text: str, content: str, hedge: str, found: list[str]
) -> None:
    """The hedge alone may hold the words of saying; where somebody says it, it is that one's word."""
    a = Article(text)
    assert a.codes(ATTRIBUTION, a.statement("assert", content=content, hedge=hedge)) == found


def test_what_the_article_says_that_it_said_is_its_own_word() -> None:
    """A correction speaks of the article's own earlier words."""
    a = Article("Last week we said that nine mortars hit the bridge. That was wrong.")
    said = a.statement("retract", "said", content="nine mortars hit the bridge")
    assert a.codes(ATTRIBUTION, said) == []


def test_of_two_who_said_the_one_beside_the_words_speaks() -> None:
    """A cue that stands twice in its sentence is that beside what is said."""
    text = "The Orrin Front said that shells fell, but the Vellish army said that no gun had fired."
    document = article(text)
    said = Statement(
        id=1,
        kind="dispute",
        cue=[Mention(sentence=1, text="said")],
        content=[Mention(sentence=1, text="no gun had fired")],
    )
    (cue,) = ground(Draft(statements=[said]), document, Items).items.statements[1].cue
    assert document.text[cue.end :] == " that no gun had fired."
