"""No false alarm: a right and full reading of the seed article passes every check of fields unmarked."""

from pathlib import Path

from summarizer.conflict.checks.direction import DIRECTION
from summarizer.conflict.checks.kind import STATEMENT_KIND, THREAT_KIND, WARNING_KIND
from summarizer.conflict.checks.names import ALIAS, ALPHABET, LONGER_NAME
from summarizer.conflict.checks.polarity import POLARITY
from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.speech import SPEAKER
from tests.items_factory import Article, brief_codes

SEED = Path(__file__).parent.parent / "seeds" / "000_7b84bdcd6d97ee1e.txt"
CHECKS = (
    SPEAKER,
    ATTRIBUTION,
    STATEMENT_KIND,
    THREAT_KIND,
    WARNING_KIND,
    POLARITY,
    DIRECTION,
    ALIAS,
    LONGER_NAME,
    ALPHABET,
)


def right_reading() -> Article:
    a = Article(SEED.read_text(encoding="utf-8"))
    a.actor("Hezbollah")
    a.actor("Hamas")
    a.actor("Israel", kind="state")
    mil = a.actor("Iranian-backed militias in Iraq", identity="generic")
    kh = a.actor("Kataib Hezbollah")
    ham = a.actor("Ahmad “Abu Hussein” al-Hamidawi", kind="person", belongs_to=[kh])
    us = a.actor("United States", kind="state", aliases=[a.at("U.S.")])
    off = a.actor(
        "a U.S. defense official, speaking on condition of anonymity",
        kind="official",
        identity="anonymous",
        belongs_to=[us],
    )
    tw = a.actor("Tashkil al-Waritheen")
    uso = a.actor("U.S. officials", kind="official", identity="anonymous", belongs_to=[us])
    ali = a.actor("Iran-aligned groups in Iraq", identity="generic")
    ano = a.actor(
        "Anonymous officials from Iranian-backed militias in Iraq",
        kind="official",
        identity="anonymous",
        belongs_to=[mil],
    )
    asad = a.incident(
        "drone attack", kind="drone_strike", targets=[a.target("the al-Asad military base")], place="western Iraq"
    )
    har = a.incident("second drone attack", kind="drone_strike", targets=[a.target("the al-Harir airbase")])
    gaza = a.incident("devastating explosion", kind="explosion", targets=[a.target("a Gaza hospital")])
    cl = a.incident("limited clashes", kind="clashes", targets=[])
    a.statement("assert", "engaged in", about=cl, content="has engaged in limited clashes with Israel along the border")
    a.statement(
        "assert", "explosion", about=gaza, content="the devastating explosion at a Gaza hospital on Tuesday night"
    )
    a.statement(
        "blame",
        "placing blame on",
        speaker=kh,
        speaker_words="the group",
        about=gaza,
        whom=[us],
        content="the United States and its support for Israel",
    )
    a.statement("no_claim", "no specific group claimed responsibility", about=asad)
    a.statement("assert", "occurred", about=asad, content="the initial drone attack that occurred on Wednesday")
    a.statement(
        "confirm",
        "confirmed",
        speaker=off,
        about=asad,
        relation="struck_side",
        content="the attack on the al-Asad military base",
    )
    a.statement(
        "claim",
        a.at("claimed responsibility for", 1),
        speaker=tw,
        about=har,
        relation="perpetrator",
        content="a second drone attack",
    )
    a.statement(
        "claim", "stated", speaker=tw, speaker_words=a.at("it", 1), about=har, content="targeted the al-Harir airbase"
    )
    a.statement("no_comment", "had not immediately commented", speaker=uso, about=har)
    a.statement("announce", "announced", speaker=ali, content="the formation of a “joint operations room”")
    a.statement(
        "confirm",
        a.at("confirmed", 1),
        speaker=ano,
        about=asad,
        relation="perpetrator_side",
        content="the attacks on the two bases",
    )
    a.statement(
        "posture",
        "stand ready",
        speaker=mil,
        speaker_words="These groups",
        content="prepared to join the wider conflict against Israel",
    )
    a.statement(
        "posture",
        "await",
        speaker=mil,
        speaker_words="they await",
        content="await Iran’s authorization to open a new front",
    )
    a.statement("demand", "called for", speaker=kh, content="an end to the U.S. presence in Iraq")
    a.threat(
        ham,
        "“Our missiles, drones, and special forces are ready to direct qualitative strikes at the American enemy in its bases and disrupt its interests if it intervenes in this battle.”",
        cue="asserting",
        target="the American enemy in its bases",
        condition="if it intervenes in this battle",
        on_behalf_of=[kh.id],
    )
    a.threat(
        ham,
        "possible missile strikes on Israeli targets",
        cue="extended the threat",
        issuer_words="He",
        target="Israeli targets",
        on_behalf_of=[kh.id],
    )
    a.threat(
        kh,
        [
            a.at("These evil people must leave the country."),
            a.at("Otherwise, they will taste the fire of hell in this world before the afterlife."),
        ],
        cue="warning",
        target="These evil people",
    )
    a.threat(mil, "threatening to target U.S. facilities", cue="threatening", target="U.S. facilities", restates=1)
    return a


def test_a_right_reading_of_the_seed_raises_no_alarm():
    assert brief_codes(CHECKS, right_reading().items()) == []


def test_turning_one_confirmation_into_a_denial_raises_one():
    a = right_reading()
    official = a.items().actors[8]
    wrong = a.statement("deny_occurrence", "confirmed", speaker=official)
    assert a.codes(STATEMENT_KIND, wrong) == ["kind_contradicts_cue"]
