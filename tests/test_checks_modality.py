"""Stage, frame and hedges: whether an act happened as the item says."""

import pytest

from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.modality import FRAME, STAGE
from summarizer.english.grammar.negation import negation_of
from summarizer.lexicons import lexicon, pattern
from summarizer.verification import verify
from tests.items_factory import Article
from tests.proposing import as_draft

MEANT = [
    ("The Amber League will attack the port.", "attack"),
    ("The Amber League threatened to bomb the port.", "bomb"),
    ("The Amber League had planned to attack the port.", "attack"),
    ("The Amber League is ready to strike the port.", "strike"),
    ("“We'll shell the port,” the League said.", "shell"),
    ("Police uncovered a plot to attack the port.", "attack"),
    ("The League said its men would come down at night and burn the mill.", "burn the mill"),
    ("The League said that by Sunday it would have begun bombing the port.", "bombing the port"),
]
STOPPED = [
    ("Police foiled an attack on the port.", "attack"),
    ("An attack on the port was thwarted on Monday.", "attack on the port"),
    ("The army thwarted a rocket attack on the port.", "rocket attack"),
]
UNSURE = [
    ("The mayor spoke of possible attacks on the port.", "attacks"),
    ("If rockets hit the port, the town will empty.", "rockets hit"),
    ("The drone attack was intercepted over the bay.", "drone attack"),
    ("The port had not been shelled since May, the mayor said.", "shelled"),
    ("No rocket of the League has hit the port since May, the mayor said.", "hit the port"),
    ("The League said that it would hit back if its camps were attacked.", "attacked"),
    ("No drone attack was seen in the port on Sunday.", "drone attack"),
    ("Rockets of the League may have hit the port.", "hit the port"),
    ("The army does not know whether rebels or smugglers burned the mill.", "burned"),
]
HAPPENED = [
    ("The Amber League attacked the port on Monday.", "attacked"),
    ("The Amber League, which had threatened to burn the town, attacked the port.", "attacked"),
    ("Police said the attack killed a guard, and warned that more will follow.", "attack"),
    ("Rockets hit the port before the army foiled a raid on the town.", "Rockets hit"),
    ("The League, which will not talk, shelled the port.", "shelled"),
    ("The League shelled the port and will not talk.", "shelled"),
    ("If this is peace, the mayor said, it began badly: the League has burned the mill.", "burned"),
    ("On 3 May hit squads of the League shot a guard.", "shot"),
    ("Two men of the League will be tried for burning the mill.", "burning the mill"),
    ("The mayor would not say who burned the mill and shot the guard.", "shot the guard"),
    (
        "The League attacked the port in a raid that will be remembered.",
        "attacked the port in a raid that will be remembered",
    ),
]


@pytest.mark.parametrize(("text", "words"), MEANT)
def test_an_act_that_is_only_meant_is_no_accomplished_attack(text: str, words: str) -> None:
    """Threatened, planned or future acts are dropped as attacks."""
    a = Article(text)
    assert [(f.code, f.field) for f in a.findings(STAGE, a.incident(words))] == [("not_yet_done", "")]


@pytest.mark.parametrize(("text", "words"), STOPPED)
def test_an_act_that_was_foiled_is_no_accomplished_attack(text: str, words: str) -> None:
    """What was foiled did not happen."""
    a = Article(text)
    assert [(f.code, f.field) for f in a.findings(STAGE, a.incident(words))] == [("stopped", "")]


@pytest.mark.parametrize(("text", "words"), UNSURE)
def test_an_act_that_may_not_have_happened_is_marked(text: str, words: str) -> None:
    """Possibility, condition and interception are marked, and the item stays."""
    a = Article(text)
    codes = a.codes(STAGE, a.incident(words))
    assert len(codes) == 1
    assert STAGE.codes[codes[0]].severity == "warn"


@pytest.mark.parametrize(("text", "words"), HAPPENED)
def test_an_act_that_happened_passes(text: str, words: str) -> None:
    """A neighbouring clause's threats or plans say nothing against it."""
    a = Article(text)
    assert a.codes(STAGE, a.incident(words)) == []


def test_an_act_that_somebody_elsewhere_says_happened_is_only_marked() -> None:
    """A badly chosen word does not outweigh a confirmation in another sentence."""
    a = Article("The Amber League had planned to attack the port. Police confirmed the raid on it.")
    incident = a.incident("attack")
    a.statement("confirm", "confirmed", content="the raid", about=incident)
    assert a.codes(STAGE, incident) == ["may_not_be_done"]


@pytest.mark.parametrize(
    ("stage", "words", "text"),
    [
        ("attempted", "did not explode", "A bomb left at the port did not explode."),
        ("intercepted", "shot down", "A bomb drone was shot down at the port."),
        ("foiled", "defused", "A bomb was defused at the port."),
        ("planned", "plotted", "The League plotted to bomb the port."),
    ],
)
def test_a_stage_needs_words_that_show_it(stage: str, words: str, text: str) -> None:
    """With such words given it passes; without, it is marked."""
    shown = Article(text)
    assert shown.codes(STAGE, shown.incident("bomb", stage=stage, stage_words=words)) == []
    plain = Article("A bomb killed a guard at the port.")
    assert plain.codes(STAGE, plain.incident("bomb", stage=stage)) == ["stage_not_shown"]


@pytest.mark.parametrize(
    "text",
    [
        "In an exercise, a bomb killed forty people.",
        "A simulated bomb hit the port.",
        "Under the scenario a bomb hit the port.",
    ],
)
def test_a_drill_is_no_attack(text: str) -> None:
    """What is played is dropped as a current attack."""
    a = Article(text)
    assert a.codes(FRAME, a.incident("bomb")) == ["is_exercise"]


def test_an_attack_on_a_drill_is_only_marked() -> None:
    """A real bomb may hit a real drill."""
    a = Article("A bomb hit soldiers at a drill near Orvale.")
    assert a.codes(FRAME, a.incident("bomb")) == ["may_be_exercise"]


def test_exercising_restraint_is_no_drill() -> None:
    """Set phrases with "exercise" mean none."""
    a = Article("A bomb hit the port and the mayor urged all to exercise restraint.")
    assert a.codes(FRAME, a.incident("bomb")) == []


@pytest.mark.parametrize("when", ["in 1998", "last year", "a decade ago"])
def test_an_older_event_called_current_is_marked(when: str) -> None:
    """Words that date an act before this news are shown."""
    a = Article(f"A bomb killed a guard at the port {when}.")
    assert a.codes(FRAME, a.incident("bomb")) == ["may_be_background"]


def test_another_clause_s_year_says_nothing() -> None:
    """A depot bombed in 2016 may be shelled today."""
    a = Article("The depot, which was bombed in 2016, was shelled on Friday.")
    assert a.codes(FRAME, a.incident("shelled")) == []


def test_background_needs_words_that_show_it() -> None:
    """An event called background without any such word is marked."""
    a = Article("Rockets hit the port of Orvale.")
    assert a.codes(FRAME, a.incident("Rockets hit", frame="background")) == ["frame_not_shown"]


def test_a_hedge_that_the_item_leaves_out_is_given_to_it() -> None:
    """The finding quotes the hedge alone, so that the statement can take it up."""
    a = Article("Rockets reportedly hit the port of Orvale.")
    statement = a.statement("assert", content="hit the port")
    assert [(f.code, [q.text for q in f.quotes]) for f in a.findings(HEDGES, statement)] == [
        ("hedge_left_out", ["reportedly"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit the port, allegedly fired by the Amber League.",
        "Rockets hit the port allegedly by order of the Amber League.",
        "Rockets killed suspected smugglers and hit the port.",
        "Men believed to be smugglers hit the port.",
        "The League, reportedly rich, hit the port.",
    ],
)
def test_a_hedge_binds_only_its_own_facet(text: str) -> None:
    """Doubt about who did it, or who somebody is, leaves the event as it stands."""
    a = Article(text)
    assert a.codes(HEDGES, a.statement("assert", content="hit the port")) == []


def test_a_hedged_accusation_is_hedged() -> None:
    """For blame, the author is what is in doubt."""
    a = Article("Police said the attack was allegedly carried out by the Amber League.")
    assert a.codes(HEDGES, a.statement("blame", "was allegedly carried out by")) == ["hedge_left_out"]


def test_a_denial_of_an_alleged_act_is_not_hedged() -> None:
    """ "Denied the alleged raid" doubts the raid; "reportedly denied" the denial."""
    firm = Article("The League denied the alleged raid on the port.")
    assert firm.codes(HEDGES, firm.statement("deny_occurrence", "denied", content="the alleged raid")) == []
    doubted = Article("The League reportedly denied the raid on the port.")
    assert doubted.codes(HEDGES, doubted.statement("deny_occurrence", "denied")) == ["hedge_left_out"]


def test_words_that_are_no_hedge_are_noted() -> None:
    """A hedge that an extractor makes of other words is told."""
    a = Article("Rockets hit the port of Orvale.")
    assert a.codes(HEDGES, a.statement("assert", content="hit the port", hedge="of Orvale")) == ["not_a_hedge"]


def test_what_rounds_a_number_leaves_the_event_as_sure_as_it_is() -> None:
    """ "About four" is the hour's, and no doubt of the rockets."""
    a = Article("Rockets hit the port of Orvale at about four, police said. Nobody else knew of it.")
    hit = a.incident("hit", kind="missile_strike", targets=(a.target("the port of Orvale"),))
    police = a.actor("police", kind="public_body")
    hedge = (a.at("about"),)
    a.statement(
        "assert",
        "said",
        speaker=police,
        content="Rockets hit the port",
        hedge=hedge,
        about=hit,
        relation="authority",
    )
    (said,) = verify(as_draft(a.items()), a.document).statements
    assert said.hedge == ()


def test_the_number_of_a_communique_negates_nothing() -> None:
    a = Article("Communique No. 118 said that rockets hit the port of Orvale.")
    assert negation_of(a.at("118 said").start, a.document) is None


@pytest.mark.parametrize("name", ["modality", "harm"])
def test_every_phrase_of_the_word_lists_is_found_whole(name: str) -> None:
    """Each row of the lists matches its own words, in any case, and not inside a longer word."""
    for entry, table in lexicon(name).items():
        found = pattern(name, entry)
        for phrase in table["words"]:
            match = found.search(f"so {phrase.upper()} so")
            assert match is not None, (entry, phrase)
            assert found.fullmatch(f"x{phrase}x") is None, (entry, phrase)


def test_words_that_say_that_it_was_tried_tell_no_accomplished_act() -> None:
    """ "attempted to strike" is marked as accomplished; "struck" passes."""
    a = Article("Gunmen attempted to storm the mill. Shells struck the inn.")
    codes = a.codes(STAGE, a.incident("attempted to storm the mill")), a.codes(STAGE, a.incident("struck the inn"))
    assert codes == (["may_not_be_done"], [])


def test_what_air_defence_destroyed_did_not_strike() -> None:
    """The sentence after it says that all of them were destroyed on their way."""
    a = Article("Nine drones were sent at the dam. All nine were destroyed by the air defence over the lake.")
    assert a.codes(STAGE, a.incident("Nine drones were sent")) == ["may_be_stopped"]


def test_what_is_reportedly_so_is_not_known_at_first_hand() -> None:
    a = Article("The miller reportedly said that the port was hit.")
    said = {"speaker": a.actor("The miller", kind="person"), "content": "the port was hit", "hedge": "reportedly"}
    assert a.codes(HEDGES, a.statement("assert", "said", knowledge="own", **said)) == ["perhaps_hearsay"]
    assert a.codes(HEDGES, a.statement("assert", "said", knowledge="hearsay", **said)) == []


def test_what_somebody_says_was_prevented_was_not_done_by_other_words_for_it():
    """The act is called by the means; whoever tells of it says that it was prevented."""
    a = Article("Police had prevented a bombing in the capital. They found 90 kg of fertiliser in a van.")
    police = a.actor("Police", kind="public_body")
    blast = a.incident("90 kg of fertiliser")
    a.statement("assert", "had prevented", content="had prevented a bombing", speaker=police, about=blast)
    assert a.codes(STAGE, blast) == ["may_be_stopped"]


@pytest.mark.parametrize(
    ("frame", "first", "codes"),
    [
        ("background", "background", []),
        ("current", "background", ["may_be_background"]),
        ("current", "current", []),
        ("background", "current", ["frame_not_shown"]),
    ],
)
def test_what_follows_an_event_of_the_past_by_its_own_words_is_of_the_past(
    frame: str, first: str, codes: list[str]
) -> None:
    """ "Two weeks later" alone dates nothing."""
    a = Article("The army shelled Orvale in 1998. Two weeks later, rebels killed four guards at the mill.")
    a.incident("shelled", kind="shelling", frame=first, frame_words=("1998",) if first == "background" else ())
    killed = a.incident("killed", frame=frame, frame_words=("Two weeks later",) if frame == "background" else ())
    assert a.codes(FRAME, killed) == codes


def test_what_follows_an_event_of_the_past_on_a_day_of_this_news_is_no_background() -> None:
    a = Article("The army shelled Orvale in 1998. Hours later, on Sunday, rebels killed four guards at the mill.")
    a.incident("shelled", kind="shelling", frame="background", frame_words="1998")
    assert a.codes(FRAME, a.incident("killed", time="Sunday")) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nine drones were sent at Orvale. They were all shot down over the bay.", ["may_be_stopped"]),
        ("Nine drones were sent at Orvale. Every one of them was later intercepted.", ["may_be_stopped"]),
        ("Nine drones were sent at Orvale. All were destroyed in the air.", ["may_be_stopped"]),
        ("Nine drones were sent at Orvale. None of them was shot down.", []),
        ("Nine drones were sent at Orvale. They were not intercepted.", []),
        ("Nine drones were sent at Orvale. The jets that watched were shot down.", []),
        ("Nine drones were sent at Orvale and duly downed by the guns.", ["may_be_stopped"]),
        ("The guns did not repel the nine drones that were sent at Orvale.", []),
    ],
)
def test_what_was_sent_was_stopped_where_a_verb_of_stopping_says_so_of_it(text: str, codes: list[str]) -> None:
    """Not where it is denied, nor where others were stopped."""
    a = Article(text)
    assert a.codes(STAGE, a.incident("were sent")) == codes
