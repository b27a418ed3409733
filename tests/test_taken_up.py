"""Descriptions, pronouns and documents that take somebody up: the right one passes as the speaker, another is marked."""

from dataclasses import dataclass
from typing import Any

import pytest

from summarizer.conflict.checks.actors import ACTOR_LINKS
from summarizer.conflict.checks.speech import SPEAKER
from summarizer.conflict.checks.taken_up import is_called, nouns_of, taken_up
from summarizer.conflict.checks.tolls import TOLLS
from summarizer.conflict.named import mentions
from summarizer.schemas.brief import Affiliation
from tests.items_factory import Article

NAMED: dict[str, dict[str, Any]] = {
    "Odo Tarn": {"kind": "person"},
    "Mira Holm": {"kind": "official"},
    "Sul Berrin": {"kind": "person"},
    "the Vellish army": {"kind": "armed_forces"},
    "the Orda army": {"kind": "armed_forces"},
    "the defence ministry": {"kind": "armed_forces"},
    "the foreign ministry": {"kind": "public_body"},
    "Police": {"kind": "public_body"},
    "the fire service": {"kind": "public_body"},
    "the Westmarl Legion": {},
    "the Fell Guard": {},
    "Tarn Gas": {"kind": "organisation"},
    "the miners' union": {"kind": "organisation"},
    "Velland": {"kind": "state"},
    "Ordia": {"kind": "state"},
    "a hauliers' club": {"kind": "organisation", "identity": "generic"},
    "Four clerks, a girl and three men,": {"kind": "person", "identity": "anonymous"},
}


@dataclass(frozen=True)
class Said:
    """What somebody says: the text, the words of saying, who says it, and somebody else of it who does not."""

    text: str
    cue: str
    speaker: str
    other: str
    words: str = ""

    def codes(self, name: str) -> list[str]:
        """What is found where this one is given as the speaker."""
        a = Article(self.text)
        actors = {known: a.actor(known, **fields) for known, fields in NAMED.items() if known in self.text}
        given = {"speaker_words": a.at(self.words, self.text.count(self.words) - 1)} if self.words else {}
        cue = a.at(self.cue, self.text.count(self.cue) - 1)
        return a.codes(SPEAKER, a.statement("assert", cue, speaker=actors[name], **given))


SAYINGS = [
    Said("The mayor, Odo Tarn, met Mira Holm. It rained. The mayor said a shell fell.", "said", "Odo Tarn", "Mira Holm"),
    Said("Police superintendent Odo Tarn came. So did Sul Berrin. The superintendent said it burned.", "said", "Odo Tarn", "Sul Berrin"),
    Said("Attorney General Mira Holm met Sul Berrin. The attorney general said it burned.", "said", "Mira Holm", "Sul Berrin"),
    Said("A man whom they know as Odo Tarn met Sul Berrin. It rained. It snowed. The man said a shell fell.", "said", "Odo Tarn", "Sul Berrin"),
    Said("Tarn Gas, the operator, met the miners' union. The operator said a pipe burned.", "said", "Tarn Gas", "the miners' union"),
    Said("Guns of the Vellish army fired. Police came. It rained. The army said a bridge was hit.", "said", "the Vellish army", "Police"),
    Said("Mira Holm rang the defence ministry. It rained. A shell fell, the ministry said.", "said", "the defence ministry", "Mira Holm"),
    Said("Police shut the road to the fire service. It had burned, police said.", "said", "Police", "the fire service"),
    Said("Odo Tarn left. Police met the fire service. Officers who searched it confirmed that.", "confirmed", "Police", "Odo Tarn", "Officers"),
    Said("Odo Tarn met the Westmarl Legion. The Legion spoke. Its statement said that it burned.", "said", "the Westmarl Legion", "Odo Tarn", "Its"),
    Said("The mill burned. A retired general who breeds horses said so. Gen. Odo Tarn, 70, told Sul Berrin more.", "said", "Odo Tarn", "Sul Berrin"),
    Said("The Westmarl Legion said through a spokesman that it burned. The spokesman, Odo Tarn, met Sul Berrin.", "said", "Odo Tarn", "Sul Berrin"),
    Said("The account was challenged by Tarn Gas, a firm, before the miners' union met.", "challenged", "Tarn Gas", "the miners' union"),
    Said("The account by Tarn Gas, a firm, which disputes what the miners' union heard, ran to nine pages.", "disputes", "Tarn Gas", "the miners' union"),
    Said("“They hit the mill,” commented General Odo Tarn, who met Sul Berrin.", "commented", "Odo Tarn", "Sul Berrin"),
    Said("In a communique the Fell Guard named Odo Tarn. The communique went on: “It burned.”", "went on", "the Fell Guard", "Odo Tarn"),
    Said("Odo Tarn got a letter signed “the Fell Guard”. A letter of the Fell Guard asks for money. “Or it burns,” it says.", "says", "the Fell Guard", "Odo Tarn", "it"),
    Said("Images of the mill seen by Tarn Gas showed that the miners' union was right.", "showed", "Tarn Gas", "the miners' union"),
    Said("Odo Tarn and Mira Holm met. They urged calm on the Fell Guard.", "urged", "Odo Tarn", "the Fell Guard", "They"),
    Said("Four clerks, a girl and three men, are held. Odo Tarn came. They deny it.", "deny", "Four clerks, a girl and three men,", "Odo Tarn", "They"),
    Said("Velland met Ordia and Odo Tarn. It rained. It snowed. Each country says the other fired.", "says", "Velland", "Odo Tarn", "Each country"),
    Said("On Monday the Westmarl Legion told Mira Holm of it. They spoke of nine dead.", "spoke of", "the Westmarl Legion", "Mira Holm"),
    Said("Odo Tarn left. It rained. Later the Fell Guard sent a note. “They burned it,” it read.", "it read", "the Fell Guard", "Odo Tarn"),
]  # fmt: skip


@pytest.mark.parametrize("said", SAYINGS)
def test_only_the_one_who_is_taken_up_passes_as_the_speaker(said: Said) -> None:
    assert said.codes(said.speaker) == []
    assert said.codes(said.other) != []


def test_in_a_transcript_the_last_label_speaks() -> None:
    a = Article("[TARN] The mill burned. It was at noon.\n\n[REPORTER] The bridge burned too.\n\nOdo Tarn left.")
    tarn = a.actor("Odo Tarn", kind="person")
    assert a.codes(SPEAKER, a.statement("assert", content="It was at noon", speaker=tarn)) == []
    asked = a.statement("assert", content="The bridge burned too", speaker=tarn)
    assert a.codes(SPEAKER, asked) == ["speaker_nearby"]


def test_who_lets_others_speak_within_a_quotation_does_not_say_it() -> None:
    """Within quotation marks, somebody may say what others said."""
    a = Article("“It was the poachers who sent word that they would burn it,” said a woman called Sul Berrin.")
    poachers = a.actor("the poachers", identity="generic")
    berrin = a.actor("Sul Berrin", kind="person")
    sent = a.threat(poachers, "they would burn it", cue="sent word")
    assert a.codes(SPEAKER, sent) == []
    assert a.codes(SPEAKER, a.threat(berrin, "they would burn it", cue="sent word")) != []


def test_of_two_who_share_a_verb_each_says_what_follows_the_name() -> None:
    text = "One witness calls it a bomb and another a gas blast; a nurse says that it smoked, and a cook that it rang."
    a = Article(text)
    another = a.actor("another", kind="person", identity="anonymous")
    cook = a.actor("a cook", kind="person", identity="anonymous")
    a.actor("a nurse", kind="person", identity="anonymous")
    assert a.codes(SPEAKER, a.statement("assert", "calls", content="a gas blast", speaker=another)) == []
    assert a.codes(SPEAKER, a.statement("assert", "says", content="it rang", speaker=cook)) == []
    assert a.codes(SPEAKER, a.statement("assert", "says", content="it smoked", speaker=cook)) == ["other_speaker"]


def test_a_description_that_two_bear_takes_up_the_one_named_last() -> None:
    a = Article("The mayor, Odo Tarn, left. It rained. The mayor, Sul Berrin, came. The mayor wept.")
    tarn, berrin = a.actor("Odo Tarn", kind="person"), a.actor("Sul Berrin", kind="person")
    items = a.items()
    last = a.at("The mayor wept")
    assert [place.actor for place in taken_up(items, (last.start, last.end))] == [berrin.id]
    assert not is_called("the mayor", tarn, items)


def test_a_description_with_words_of_another_takes_nobody_up() -> None:
    """'The foreign ministry' is not the defence ministry, nor 'the mayor of Sorm' the mayor of Orlo."""
    a = Article("The defence ministry met the mayor, Odo Tarn. The foreign ministry and the mayor of Sorm were out.")
    a.actor("The defence ministry", kind="armed_forces")
    a.actor("Odo Tarn", kind="person")
    there = a.at("The foreign ministry and the mayor of Sorm")
    assert taken_up(a.items(), (there.start, there.end)) == []


def test_what_an_article_calls_somebody_stands_in_one_phrase_with_the_name() -> None:
    a = Article(
        "At the mill, Col. Odo Tarn spoke. In the rain, the colonel left. It was lit by the Fell Guard, the mayor said."
    )
    tarn, guard = a.actor("Odo Tarn", kind="person"), a.actor("the Fell Guard")
    assert nouns_of(tarn.id, a.items()) >= {"colonel"}
    assert nouns_of(guard.id, a.items()) == {"guard"}


def test_a_name_may_be_a_common_noun_and_the_last_word_of_a_name_stand_for_it() -> None:
    a = Article(
        "Police came. The Westmarl Legion left. The Legion told police of the Fell Guard and the Home Guard. The Guard left."
    )
    police, legion = a.actor("Police", kind="public_body"), a.actor("Westmarl Legion")
    a.actor("Fell Guard"), a.actor("Home Guard")
    items = a.items()
    told = a.at("The Legion told police")
    assert [place.actor for place in mentions(items, (told.start, told.end))] == [legion.id, police.id]
    either = a.at("The Guard left")
    assert mentions(items, (either.start, either.end)) == []


AFFILIATED = [
    ("The Fell Guard denied it. A spokesman said on Monday that it was a lie.", "A spokesman", "the Fell Guard", "A spokesman", True),
    ("Odo Tarn denied it. The Fell Guard met. It rained. A spokesman said that it was a lie.", "A spokesman", "the Fell Guard", "A spokesman", False),
    ("Velland said no. But its head of planning, Gen Odo Tarn, said yes.", "Odo Tarn", "Velland", "Velland", True),
    ("Velland said no. But in Ordia Odo Tarn said yes.", "Odo Tarn", "Velland", "Velland", False),
    ("The fire was set, police said. Detectives saw wire.", "Detectives", "police", "police", True),
    ("The fire was set, police said. Firemen saw wire.", "Firemen", "police", "police", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "member", "body", "evidence", "shown"), AFFILIATED)
def test_belonging_is_shown_beside_the_name(text: str, member: str, body: str, evidence: str, shown: bool) -> None:
    a = Article(text.replace("The Fell Guard", "the Fell Guard"))
    kinds = {"police": "public_body", "Velland": "state"}
    head = a.actor(body, kind=kinds.get(body, "armed_group"))
    if "Ordia" in text:
        a.actor("Ordia", kind="state")
    identity = "named" if member == "Odo Tarn" else "anonymous"
    tie = Affiliation(actor=head.id, evidence=(a.at(evidence),))
    one = a.actor(member, kind="official", identity=identity).model_copy(update={"affiliations": (tie,)})
    found = [code for code in a.codes(ACTOR_LINKS, one) if code == "affiliation_not_shown"]
    assert found == ([] if shown else ["affiliation_not_shown"])


def test_a_count_is_by_whoever_is_described_or_signs_it() -> None:
    text = "The mayor says 31. The mayor, Odo Tarn, met Mira Holm.\n\nNine dead in the mill.\n\nIt is on fire. — Mira Holm (@mh)"
    a = Article(text)
    tarn, holm = a.actor("Odo Tarn", kind="person"), a.actor("Mira Holm", kind="person")

    def codes(count: str, source: int) -> list[str]:
        toll = a.casualty("killed", count, source=source)
        return a.codes(TOLLS, a.incident("mill", casualties=[toll]))

    assert codes("31", tarn.id) == []
    assert codes("31", holm.id) == ["toll_source_not_shown"]
    assert codes("Nine", holm.id) == []
    assert codes("Nine", tarn.id) == ["toll_source_not_shown"]
