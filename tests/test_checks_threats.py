"""Threats: what became of them, where their parts stand, what they depend on, and what tells them again."""

import pytest

from summarizer.conflict.checks.conditions import CONDITIONS
from summarizer.conflict.checks.duplicates import RESTATEMENT, SUMS
from summarizer.conflict.checks.kind import THREAT_KIND
from summarizer.conflict.checks.polarity import POLARITY
from summarizer.conflict.checks.threat_status import THREAT_STATUS
from summarizer.verification import verify
from tests.items_factory import Article
from tests.proposing import as_draft

# --- what is not threatened -------------------------------------------------------------------------------

NOT_THREATENED = [
    ("The Amber League denied that it will bomb the school.", "it will bomb the school", "negation_cut"),
    ("The Amber League denied that it will bomb the school.", "denied that it will bomb the school", "negated_harm"),
    ("The Amber League said it has no plans to attack the port.", "it has no plans to attack the port", "negated_harm"),
    ("The Amber League said it does not intend to shell the port.", "does not intend to shell", "negated_harm"),
    ("The Amber League ruled out an attack on the port.", "ruled out an attack on the port", "negated_harm"),
    ("The Amber League has not threatened to bomb the port.", "has not threatened to bomb", "negated_harm"),
    ("The next shell will not be aimed at the sea, the Amber League said.", "be aimed at the sea", "negation_cut"),
]


@pytest.mark.parametrize(("text", "content", "code"), NOT_THREATENED)
def test_what_is_denied_or_refused_is_no_threat(text: str, content: str, code: str) -> None:
    """Harm that the issuer says it will not do is dropped as a threat, in whatever words."""
    a = Article(text)
    assert a.codes(POLARITY, a.threat(a.actor("Amber League"), content)) == [code]


def test_a_denial_of_one_act_beside_a_vow_of_another_leaves_the_vow() -> None:
    """ "Denied shelling the town and vowed to bomb the port" threatens the port."""
    a = Article("The Amber League denied shelling the town and vowed to bomb the port.")
    assert a.codes(POLARITY, a.threat(a.actor("Amber League"), "vowed to bomb the port", cue="vowed")) == []


# --- status -------------------------------------------------------------------------------------------------

VOWED = "The Amber League vowed to burn the port of Orvale."
NOT_CURRENT = [
    ("The Amber League withdrew its threat to burn the port.", "threat to burn the port", "withdrew its threat"),
    (f"{VOWED} Its ultimatum was later dropped.", "to burn the port of Orvale", "ultimatum was later dropped"),
    (
        "A hoax call of the Amber League told the school that a bomb will go off at ten.",
        "a bomb will go off at ten",
        "hoax",
    ),
    (f"{VOWED} The letter was a forgery, police said.", "to burn the port of Orvale", "forgery"),
    ("Three years ago the Amber League threatened to burn the port.", "threatened to burn the port", "years ago"),
]


@pytest.mark.parametrize(("text", "content", "words"), NOT_CURRENT)
def test_words_for_a_hoax_a_withdrawal_or_another_year_are_not_left_out(text: str, content: str, words: str) -> None:
    """A threat that nobody makes any longer is not shown as a current one without a mark."""
    a = Article(text)
    (found,) = a.findings(THREAT_STATUS, a.threat(a.actor("Amber League"), content))
    assert (found.code, found.field, found.quotes[0].text) == ("status_left_out", "status_words", words)


CURRENT = [
    ("The Amber League refused to withdraw its threat to burn the port.", "threat to burn the port"),
    (
        "“We will burn the port as we did last year,” the Amber League said.",
        "We will burn the port as we did last year",
    ),
    (VOWED, "to burn the port of Orvale"),
]


@pytest.mark.parametrize(("text", "content"), CURRENT)
def test_a_threat_that_stands_is_not_marked(text: str, content: str) -> None:
    """What the issuer itself says of last year, and a withdrawal that is refused, date nothing."""
    a = Article(text)
    assert a.codes(THREAT_STATUS, a.threat(a.actor("Amber League"), content)) == []


@pytest.mark.parametrize("status", ["hoax", "withdrawn", "background"])
def test_a_status_that_no_word_shows_is_marked(status: str) -> None:
    """A real threat is not waved away as a hoax, withdrawn or old."""
    a = Article(VOWED)
    threat = a.threat(a.actor("Amber League"), "to burn the port of Orvale", cue="vowed", status=status)
    assert a.codes(THREAT_STATUS, threat) == ["status_not_shown"]


def test_a_status_that_its_words_show_is_not_marked() -> None:
    """The words may stand in a sentence of their own."""
    a = Article(f"{VOWED} The mayor read it out. Police traced it to a schoolboy and called it a hoax.")
    threat = a.threat(a.actor("Amber League"), "to burn the port", status="hoax", status_words="a hoax")
    assert a.codes(THREAT_STATUS, threat) == []


# --- what it depends on ---------------------------------------------------------------------------------------

DEPENDS = [
    "Whoever crosses the ford will be shot, the Amber League said.",
    "“When you open the gate we will burn the port,” the Amber League said.",
    "Any attack on the mill would bring war, the Amber League said.",
    "“The driver who is still there at noon will burn with it,” the Amber League said.",
    "“Leave the valley or be carried out of it,” the Amber League said.",
]


@pytest.mark.parametrize("text", DEPENDS)
def test_a_condition_without_an_if_is_not_left_out(text: str) -> None:
    """ "Whoever", "when", "any attack", "or be" make a threat depend on what others do."""
    a = Article(text)
    content = text.split(", the Amber League")[0].strip("“,”").rstrip(",”")
    assert a.codes(CONDITIONS, a.threat(a.actor("Amber League"), content)) == ["condition_left_out"]


FREE = [
    "“We will burn the port and whoever stands in it,” the Amber League said.",
    "The men who built the mill met when the Amber League said it would burn.",
]


@pytest.mark.parametrize("text", FREE)
def test_whoever_and_when_are_conditions_only_where_something_follows(text: str) -> None:
    """As a target, or in a tale, the same words condition nothing."""
    a = Article(text)
    assert a.codes(CONDITIONS, a.threat(a.actor("Amber League"), "burn")) == []


def test_a_deadline_within_a_condition_is_still_a_deadline() -> None:
    """ "Unless the mill closes by 1 May" gives a term, which the item has to give too."""
    a = Article("The Amber League will burn it unless the mill closes by 1 May.")
    threat = a.threat(a.actor("Amber League"), "will burn it", condition="unless the mill closes by 1 May")
    assert a.codes(CONDITIONS, threat) == ["deadline_left_out"]


def test_the_day_of_the_saying_is_no_deadline() -> None:
    """ "Said on Tuesday" sets no term, "by Tuesday" does."""
    a = Article("The Amber League said on Tuesday it will burn the port if it is not free by Friday.")
    league, words = a.actor("Amber League"), "it will burn the port if it is not free by Friday"
    given = {"condition": "if it is not free by Friday"}
    assert a.codes(CONDITIONS, a.threat(league, words, deadline="Tuesday", **given)) == ["deadline_is_past"]
    assert a.codes(CONDITIONS, a.threat(league, words, deadline="by Friday", **given)) == []


def test_parts_within_one_quotation_belong_together() -> None:
    """A condition may stand sentences before the harm, as long as the quotation goes on."""
    a = Article("“Stop the trucks by Friday. Or we will burn them,” the Amber League said.")
    threat = a.threat(
        a.actor("Amber League"), "we will burn them", condition="Stop the trucks", deadline="by Friday", action="burn"
    )
    assert a.codes(CONDITIONS, threat) == []


# --- what it says ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", ["announced a joint council", "said that the calm is over"])
def test_words_without_anything_to_come_are_marked_even_as_an_implied_threat(content: str) -> None:
    """An implied threat still speaks of what is to come."""
    a = Article(f"The Amber League {content}.")
    assert a.codes(THREAT_KIND, a.threat(a.actor("Amber League"), content, form="implicit")) == ["no_threat_words"]


def test_readiness_for_everything_is_posture() -> None:
    """ "Ready for every eventuality" says nothing of force."""
    a = Article("The Amber League said its men will be ready for every eventuality.")
    assert a.codes(THREAT_KIND, a.threat(a.actor("Amber League"), "its men will be ready for every eventuality")) == [
        "posture_only"
    ]


def test_an_explicit_threat_names_its_harm() -> None:
    """Where no harm is named, "explicit" is marked, and "implicit" is not."""
    a = Article("The Amber League said the mayor will sit beside his brother.")
    league, words = a.actor("Amber League"), "the mayor will sit beside his brother"
    assert a.codes(THREAT_KIND, a.threat(league, words)) == ["harm_not_named"]
    assert a.codes(THREAT_KIND, a.threat(league, words, form="implicit")) == []


# --- told again ----------------------------------------------------------------------------------------------------

TWICE = (
    "The Amber League will burn the port. The League vowed to burn the port of Orvale. It threatened to burn the port."
)


def test_threats_that_restate_each_other_are_told_once_and_one_stands() -> None:
    """The first of a circle stands for itself, the others restate it, and the audit says so."""
    a = Article(TWICE)
    league = a.actor("The Amber League", aliases="The League")
    a.threat(league, "will burn the port", restates=3)
    a.threat(league, "vowed to burn the port of Orvale", restates=1)
    a.threat(league, "threatened to burn the port", restates=2)
    brief = verify(as_draft(a.items()), a.document)
    assert [(threat.id, threat.restates) for threat in brief.threats] == [(1, None), (2, 1), (3, 1)]
    codes = [finding.code for finding in brief.audit.findings if finding.field == "restates"]
    assert codes == ["restates_in_circle", "restates_a_retelling"]


def test_what_tells_a_dropped_retelling_again_tells_the_threat_itself_again() -> None:
    """A retelling in between that is dropped takes nothing of the chain with it."""
    a = Article(f"{TWICE} The mayor of Tamble called it a threat of war.")
    league = a.actor("The Amber League", aliases="The League")
    a.threat(league, "will burn the port")
    a.threat(a.actor("mayor of Tamble", kind="official"), "burn the port of Orvale", cue="vowed", restates=1)
    a.threat(league, "threatened to burn the port", restates=2)
    brief = verify(as_draft(a.items()), a.document)
    assert [(threat.id, threat.restates) for threat in brief.threats] == [(1, None), (3, 1)]


def test_a_restatement_of_another_sides_threat_is_marked() -> None:
    """What somebody else threatens is not told again by one's own threat."""
    a = Article(
        "The council of Orvale met on Monday to speak of the harvest and of the roads.\n\n"
        "The Amber League will burn the port.\n\nThe mayor of Tamble vowed to hang every man of theirs."
    )
    a.threat(a.actor("The Amber League"), "will burn the port")
    second = a.threat(a.actor("The mayor", kind="official"), "vowed to hang every man", restates=1)
    assert a.codes(RESTATEMENT, second) == ["may_restate_another"]


def test_what_is_only_called_a_threat_may_tell_an_earlier_one_again() -> None:
    """ "Such a threat", later in the text, points back."""
    a = Article(
        "The council of Orvale met on Monday to speak of the harvest and of the roads.\n\n"
        "The Amber League vowed to burn the port.\n\nThe mayor spoke of a threat of war by the League."
    )
    league = a.actor("The Amber League", aliases="the League")
    first = a.threat(league, "vowed to burn the port")
    assert a.codes(RESTATEMENT, a.threat(league, "a threat of war")) == ["may_restate"]
    assert a.codes(RESTATEMENT, first) == []


def test_incidents_that_sum_up_each_other_lose_the_link_that_leads_back() -> None:
    """One of them stays the sum."""
    a = Article("Rockets hit the port and shells hit the silo of Orvale.")
    first = a.incident("Rockets hit the port", summarises=(2,))
    second = a.incident("shells hit the silo", summarises=(1,))
    assert a.codes(SUMS, first) == []
    assert [(found.code, found.field) for found in a.findings(SUMS, second)] == [("sums_up_in_circle", "summarises.0")]


@pytest.mark.parametrize(
    "text",
    [
        "The man who leads the Amber League said it will burn the port.",
        "When he came to Orvale, the chief of the Amber League said it will burn the port.",
        "As soon as he had landed, the chief of the Amber League vowed that it will burn the port.",
    ],
)
def test_who_and_when_before_the_saying_condition_nothing(text: str) -> None:
    """They belong to the saying, not to the threat."""
    a = Article(text)
    assert a.codes(CONDITIONS, a.threat(a.actor("Amber League"), "it will burn the port")) == []


def test_an_occasion_does_not_date_a_threat_back() -> None:
    """Neither an anniversary nor last year's killing makes a vow an old one."""
    a = Article("On the anniversary of the raid the Amber League vowed revenge for last year’s killings.")
    assert a.codes(THREAT_STATUS, a.threat(a.actor("Amber League"), "revenge", cue="vowed")) == []
