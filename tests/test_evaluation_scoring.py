"""Verdicts on one article, the figures over many, and the words for what went wrong."""

import json
from typing import Any

import pytest

from summarizer.asking.run import Run, Tokens
from summarizer.conflict.mapping.predictions import PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation import Predicted, Scored, figures_of, page, score
from summarizer.evaluation.figures import Confusion, Share
from summarizer.evaluation.gold import Gold
from summarizer.evaluation.report import gravity, in_words
from summarizer.evaluation.scoring import Verdict

LOCK = "Police confirmed that a bomb had damaged the lock at Ostrel on Monday."
VOW = "“We will sink the ferry if it sails again,” said Oskar Venn."
DOCUMENT = Document.from_text(f"{LOCK}\n\n{VOW}")
ATTACK: dict[str, Any] = {
    "type": "bombing",
    "perpetrator": None,
    "target": "the lock",
    "place": "Ostrel",
    "weapon": "a bomb",
    "date_text": "Monday",
    "occurrence": "confirmed",
    "attribution": "none",
}
THREAT: dict[str, Any] = {
    "issuer": "Oskar Venn",
    "target": "the ferry",
    "action": "sink the ferry",
    "condition": "if it sails again",
    "status": "current",
}


def verdicts(gold: dict[str, Any], given: dict[str, Any]) -> list[Verdict]:
    """What is said of one attack for another, with these fields changed on either side."""
    answers = Gold.model_validate({"attacks": [ATTACK | gold | {"evidence": [LOCK]}]})
    found = PredictedAttack(**{"background": False} | ATTACK | given, evidence=(LOCK,))
    return list(score(answers, Predicted(attacks=(found,)), DOCUMENT))


def outcome(what: str, gold: dict[str, Any], given: dict[str, Any]) -> str:
    """The outcome for one thing that is compared; nothing where it is not compared."""
    return next((verdict.outcome for verdict in verdicts(gold, given) if verdict.what == what), "")


def errors(gold: dict[str, Any], given: dict[str, Any]) -> list[str]:
    return [in_words(verdict) for verdict in verdicts(gold, given) if verdict.outcome not in ("right", "neutral")]


def test_the_same_values_are_no_error() -> None:
    assert errors({}, {}) == []


@pytest.mark.parametrize(
    ("gold", "given", "serious"),
    [
        ({"occurrence": "claimed"}, {"occurrence": "confirmed"}, "promotion"),
        ({"occurrence": "denied"}, {"occurrence": "claimed"}, "promotion"),
        ({"occurrence": "foiled"}, {"occurrence": "reported"}, "promotion"),
        ({"occurrence": "confirmed"}, {"occurrence": "claimed"}, "demotion"),
        ({"occurrence": "confirmed"}, {"occurrence": "foiled"}, "demotion"),
        ({"occurrence": "background"}, {"occurrence": "confirmed"}, "background as current"),
        ({"occurrence": "confirmed", "background": True}, {"occurrence": "reported"}, "background as current"),
    ],
)
def test_a_wrong_occurrence_is_called_what_it_does_to_the_reader(
    gold: dict[str, Any], given: dict[str, Any], serious: str
) -> None:
    named = {"promotion", "demotion", "background as current"}
    assert [verdict.what for verdict in verdicts(gold, given) if verdict.what in named] == [serious]


@pytest.mark.parametrize(
    ("gold", "given"),
    [
        ({"occurrence": "claimed", "occurrence_also": ["confirmed"]}, {"occurrence": "confirmed"}),
        ({"occurrence": "background"}, {"occurrence": "background", "background": True}),
        ({"occurrence": "background", "occurrence_also": ["reported"]}, {"occurrence": "reported"}),
        ({"occurrence": "reported", "background": True}, {"occurrence": "background", "background": True}),
        ({"attribution": "denied", "attribution_also": ["claimed"]}, {"attribution": "claimed"}),
        ({"target": "a sluice", "also_ok_target": ["the lock"]}, {}),
        ({"place": None}, {"place": None}),
    ],
)
def test_what_can_be_defended_is_right(gold: dict[str, Any], given: dict[str, Any]) -> None:
    assert errors(gold, given) == []


@pytest.mark.parametrize(
    ("gold", "given", "expected"),
    [
        ({"weapon": None}, {}, "spurious"),
        ({}, {"weapon": None}, "missing"),
        ({}, {"weapon": "a rocket"}, "wrong"),
        ({"weapon": None}, {"weapon": None}, "neutral"),
    ],
)
def test_a_slot_is_compared_with_gold(gold: dict[str, Any], given: dict[str, Any], expected: str) -> None:
    assert outcome("attack.weapon", gold, given) == expected


NAMED = {"perpetrator": "the River Guard"}


@pytest.mark.parametrize(
    ("gold", "given", "asserted", "slot"),
    [
        ({}, NAMED | {"attribution": "claimed"}, True, "spurious"),
        ({}, NAMED, True, "spurious"),
        ({}, NAMED | {"attribution": "suspected"}, False, "spurious"),
        (NAMED, NAMED, False, "right"),
        (NAMED | {"attribution": "claimed"}, NAMED | {"attribution": "claimed"}, False, "right"),
        (NAMED | {"attribution": "accused_by_others"}, NAMED, True, "right"),
        ({"attribution": "competing_claims", "perpetrator_alternatives": ["the River Guard"]}, NAMED, True, "spurious"),
        (
            {"attribution": "competing_claims", "perpetrator_alternatives": ["the River Guard"]},
            NAMED | {"attribution": "competing_claims"},
            False,
            "right",
        ),
    ],
)
def test_naming_a_doer_without_doubt_needs_gold_that_does(
    gold: dict[str, Any], given: dict[str, Any], asserted: bool, slot: str
) -> None:
    """An accusation shown as a plain fact is a serious error, even where the name is right."""
    assert (outcome("asserted", gold, given) == "wrong") is asserted
    assert outcome("attack.perpetrator", gold, given) == slot


def test_optional_gold_is_neither_found_nor_missed() -> None:
    optional = Gold.model_validate({"attacks": [ATTACK | {"optional": True, "evidence": [LOCK]}]})
    given = PredictedAttack(**ATTACK | {"occurrence": "denied"}, background=False, evidence=(LOCK,))
    assert [v.outcome for v in score(optional, Predicted(attacks=(given,)), DOCUMENT)] == ["neutral"]
    assert score(optional, Predicted(), DOCUMENT) == ()


def threat_verdicts(gold: dict[str, Any], given: dict[str, Any]) -> dict[str, str]:
    answers = Gold.model_validate({"threats": [THREAT | gold | {"evidence": [VOW]}]})
    found = PredictedThreat(**THREAT | given, evidence=(VOW,))
    return {verdict.what: verdict.outcome for verdict in score(answers, Predicted(threats=(found,)), DOCUMENT)}


def test_conditions_are_compared_by_presence() -> None:
    """Where a condition ends is a matter of taste; that there is one is not."""
    assert threat_verdicts({}, {"condition": "it sails"})["threat.condition"] == "right"
    assert threat_verdicts({}, {"condition": None})["threat.condition"] == "missing"
    assert threat_verdicts({"condition": None}, {})["threat.condition"] == "spurious"


def test_a_hoax_shown_as_a_threat_is_wrong() -> None:
    assert threat_verdicts({"status": "hoax"}, {})["threat.status"] == "wrong"
    assert threat_verdicts({"status": "hoax", "status_also": ["current"]}, {})["threat.status"] == "right"


# --- figures --------------------------------------------------------------------------------------


def test_the_interval_is_wilsons() -> None:
    """The textbook's 8 of 10: 0.490 to 0.943; and 0 of 0 has none."""
    interval = Share(8, 10).interval
    assert interval is not None
    assert [round(bound, 3) for bound in interval] == [0.49, 0.943]
    assert Share(0, 5).interval == pytest.approx((0.0, 0.4345), abs=1e-4)
    assert Share(0, 0).interval is None


def test_macro_f1_counts_every_value_alike() -> None:
    """Two values; 'a' 3 of 4 and one taken for 'b', which is never right."""
    assert Confusion({("a", "a"): 3, ("a", "b"): 1}).macro_f1() == pytest.approx((6 / 7 + 0) / 2)
    assert Confusion({("a", "a"): 3, ("a", "b"): 1}, {("a", "a"): 3, ("a", "b"): 1}).macro_f1() == 1.0
    assert Confusion().macro_f1() is None


def scored(*, gold: dict[str, Any] | None = None, run: Run | None = None, name: str = "a") -> Scored:
    return Scored(name, tuple(verdicts(gold or {}, {})), run)


def missed(name: str = "b") -> Scored:
    answers = Gold.model_validate({"attacks": [ATTACK], "threats": [THREAT]})
    return Scored(name, score(answers, Predicted(), DOCUMENT), failed="the model declined")


def test_an_article_without_a_brief_counts_as_missed() -> None:
    """A failure must not make the figures look better."""
    found = figures_of([scored(), missed()])
    assert (found.items["attack"].right, found.items["attack"].missed) == (1, 1)
    assert found.items["attack"].recall.share == 0.5
    assert found.items["attack"].precision.share == 1.0
    assert found.items["threat"].f1 == 0.0
    assert found.failed == ("b",)


def test_costs_are_summed_and_unknown_where_one_is() -> None:
    run = Run(extractor="model", version="1", tokens=Tokens(prompt=100, completion=20), seconds=1.5, cost=0.25)
    known = figures_of([scored(run=run), scored(run=run)]).cost
    assert (known.prompt_tokens, known.completion_tokens, known.seconds, known.dollars) == (200, 40, 3.0, 0.5)
    assert figures_of([scored(run=run), scored(run=run.model_copy(update={"cost": None}))]).cost.dollars is None


# --- the report -----------------------------------------------------------------------------------


def test_errors_are_told_in_words() -> None:
    told = errors({"place": "Dunmar", "occurrence": "claimed", "attribution": "claimed"}, {"weapon": None})
    assert told == [
        "promotion: bombing, the lock: claimed → confirmed",
        "bombing, the lock: place 'Ostrel' for 'Dunmar'",
        "bombing, the lock: no weapon; gold has 'a bomb'",
        "bombing, the lock: occurrence 'confirmed' for 'claimed'",
        "bombing, the lock: attribution 'none' for 'claimed'",
    ]


def test_the_worst_article_comes_first() -> None:
    promoted = scored(gold={"occurrence": "denied"}, name="promoted")
    slot = scored(gold={"weapon": "a rocket"}, name="slot")
    text = page([scored(name="right"), slot, promoted], "table")
    assert text.index("\npromoted\n") < text.index("\nslot\n")
    assert "\nright\n" not in text
    assert gravity(promoted) > gravity(slot) > gravity(scored()) == 0


def test_an_error_is_told_once() -> None:
    """A promotion is not told again as a wrong occurrence."""
    text = page([scored(gold={"occurrence": "denied"})], "md")
    assert text.count("denied → confirmed") == 1
    assert "occurrence 'confirmed'" not in text


def test_json_holds_every_figure_and_the_digest() -> None:
    content = json.loads(page([scored(), missed()], "json", "abc"))
    assert content["gold_sha256"] == "abc"
    assert content["attacks"]["recall"]["share"] == 0.5
    assert content["statuses"]["occurrence"]["of"] == 1
    assert content["worst"][0]["errors"][0] == "no brief, so everything is missed: the model declined"


@pytest.mark.parametrize("form", ["table", "md"])
def test_an_articles_words_are_neither_markup_nor_escapes(form: Any) -> None:
    """Values come from articles and from files that anybody may have written."""
    text = page([scored(gold={"weapon": "\x1b[31m<b>|rocket"})], form)
    assert "\x1b" not in text
    assert form == "table" or "\\<b\\>\\|rocket" in text
