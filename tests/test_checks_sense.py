"""What kind of statement it is where the verb is neutral, and whether the act was of these days, real and done."""

import pytest

from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.kind import STATEMENT_KIND
from summarizer.conflict.checks.modality import FRAME, STAGE
from summarizer.conflict.checks.polarity import POLARITY
from tests.items_factory import Article

# --- kinds by what is said ----------------------------------------------------------------------------------

CLAIMS = [
    ("The Orrin Front said its men had fired on the depot.", "its men had fired on the depot", []),
    ("The Orrin Front said the charge was ours.", "the charge was ours", []),
    ("The Orrin Front said government troops stormed the depot.", "government troops stormed the depot", []),
    ("The Orrin Front said we know nothing of bombs.", "we know nothing of bombs", ["kind_not_shown"]),
    ("The Orrin Front said it put the toll at nine.", "it put the toll at nine", ["kind_not_shown"]),
    ("The Orrin Front said the village had been shelled.", "the village had been shelled", ["kind_not_shown"]),
    ("The Orrin Front said there had been no raid.", "no raid", ["kind_contradicts_content"]),
]


@pytest.mark.parametrize(("text", "content", "codes"), CLAIMS)
def test_said_claims_only_what_the_speaker_says_that_it_did(text: str, content: str, codes: list[str]) -> None:
    """ "Said" with an own act claims it; with a toll, a denial or another's act it does not."""
    a = Article(text)
    assert (
        a.codes(STATEMENT_KIND, a.statement("claim", "said", speaker=a.actor("Orrin Front"), content=content)) == codes
    )


SILENT = [
    "has not commented on",
    "has said nothing about",
    "had not been heard on",
    "declined to discuss",
    "would not answer questions on",
]


@pytest.mark.parametrize("cue", SILENT)
def test_silence_denies_nothing(cue: str) -> None:
    """Who does not speak of it does not deny it."""
    a = Article(f"The Orrin Front {cue} the raid.")
    front = a.actor("Orrin Front")
    assert a.codes(STATEMENT_KIND, a.statement("deny_occurrence", cue, speaker=front)) == ["kind_contradicts_cue"]


def test_said_that_nothing_happened_denies() -> None:
    """ "Said nothing had happened" is no silence."""
    a = Article("The Orrin Front said nothing had happened.")
    said = a.statement("deny_occurrence", "said nothing had happened", speaker=a.actor("Orrin Front"))
    assert a.codes(STATEMENT_KIND, said) == []


def test_said_with_a_negation_in_what_is_said_denies() -> None:
    """The negation has to stand in what is said."""
    a = Article("The Orrin Front said that no bridge had been hit.")
    said = a.statement("deny_occurrence", "said", speaker=a.actor("Orrin Front"), content="no bridge had been hit")
    assert a.codes(STATEMENT_KIND, said) == []


def test_a_negation_in_what_is_said_does_not_turn_a_denial_into_a_claim() -> None:
    """ "Rejected it: we have no aircraft" claims nothing."""
    a = Article("The Orrin Front rejected it: we have no aircraft.")
    said = a.statement("claim", "rejected it", speaker=a.actor("Orrin Front"), content="we have no aircraft")
    assert a.codes(STATEMENT_KIND, said) == ["kind_contradicts_cue"]


@pytest.mark.parametrize(("kind", "code"), [("armed_group", "confirmation_not_shown"), ("official", None)])
def test_said_confirms_only_from_somebody_entitled(kind: str, code: str | None) -> None:
    """Of those who were struck, an official's "said" may confirm; an armed group's may not."""
    a = Article("Orrin spokesmen said that the bridge was hit.")
    speaker, raid = a.actor("Orrin spokesmen", kind=kind), a.incident("hit")
    said = a.statement(
        "confirm", "said", speaker=speaker, about=raid, relation="struck_side", content="the bridge was hit"
    )
    assert a.codes(STATEMENT_KIND, said) == ([code] if code else [])


@pytest.mark.parametrize(("cue", "code"), [("verified", None), ("shows", "confirmation_not_shown")])
def test_the_article_confirms_only_in_words_of_confirming(cue: str, code: str | None) -> None:
    """What the article merely tells is its assertion."""
    a = Article(f"A film that this paper {cue} has the bridge hit.")
    said = a.statement("confirm", cue, about=a.incident("hit"), relation="independent", content="the bridge hit")
    assert a.codes(STATEMENT_KIND, said) == ([code] if code else [])


@pytest.mark.parametrize("content", ["no trace of a raid", "no ambush"])
def test_what_is_not_there_is_not_confirmed(content: str) -> None:
    """ "No ambush" and "no trace of" say the opposite of a confirmation."""
    a = Article(f"Orrin police reported {content} at the mill.")
    police = a.actor("Orrin police", kind="public_body")
    said = a.statement("confirm", "reported", speaker=police, relation="authority", content=content)
    assert a.codes(STATEMENT_KIND, said) == ["kind_contradicts_content"]


def test_a_denial_of_the_event_denies_that_it_happened_and_a_dispute_does_not() -> None:
    """What is contradicted has to go with the kind."""
    a = Article("The Orrin Front denied the raid.")
    front = a.actor("Orrin Front")

    def codes(kind, contradicts):
        said = a.statement(kind, "denied", speaker=front, content="the raid", contradicts=(contradicts,))
        return a.codes(STATEMENT_KIND, said)

    assert codes("deny_occurrence", "happened") == codes("dispute", "toll") == []
    assert codes("deny_occurrence", "author") == codes("dispute", "happened") == ["parts_unlike_kind"]


def test_a_denial_cut_short_is_read_on_in_the_article() -> None:
    """ "Denied" alone denies the event only if it does not go on "having fired"."""
    a = Article("The Orrin Front denied having fired any shell.")
    said = a.statement("deny_occurrence", "denied", speaker=a.actor("Orrin Front"))
    assert a.codes(STATEMENT_KIND, said) == ["kind_contradicts_content"]


@pytest.mark.parametrize("cue", ["cannot verify", "was unable to confirm"])
def test_what_cannot_be_verified_is_not_confirmed(cue: str) -> None:
    """A cue that holds its negation confirms nothing."""
    a = Article(f"The Vellish army {cue} the raid.")
    assert a.codes(POLARITY, a.statement("confirm", cue)) == ["negated_cue"]


def test_neither_confirming_nor_denying_is_no_denial() -> None:
    """The whole phrase as cue denies as little as its last word."""
    a = Article("The Vellish army would neither confirm nor deny the raid.")
    assert a.codes(POLARITY, a.statement("deny_occurrence", "would neither confirm nor deny")) == ["negated_cue"]


# --- of these days, real and done -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The League said: “we would ‘shell the port’ for that.”", "shell the port"),
        ("The League will come out and burn the port.", "burn the port"),
        ("The mayor spoke of a death threat by the League.", "death"),
        ("“The next shell will not miss,” the League said.", "The next shell will not miss"),
    ],
)
@pytest.mark.parametrize("stage", ["accomplished", "unknown"])
def test_what_is_threatened_is_no_attack_whatever_its_result(text: str, words: str, stage: str) -> None:
    """An act that is to come has no result that could be unknown."""
    a = Article(text)
    assert a.codes(STAGE, a.incident(words, stage=stage)) == ["not_yet_done"]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The deputy warns the council.", "warns the council", "may_not_be_done"),
        ("“Leave or burn with it,” the League said.", "burn with it", "may_not_be_done"),
        ("Nine drones flew at the port. All were shot down.", "drones flew at the port", "may_be_stopped"),
    ],
)
def test_words_of_threatening_and_of_stopping_nearby_are_marked(text: str, words: str, code: str) -> None:
    """A warning is no act, and the next sentence may say that all were stopped."""
    a = Article(text)
    assert a.codes(STAGE, a.incident(words)) == [code]


def test_a_foiled_act_needs_words_of_stopping_near_it() -> None:
    """Neither "ordered" nor words far away make a bombing a foiled one."""
    a = Article("The chief ordered the bombing of the mill. It rained. It snowed. The army foiled a plot.")
    assert a.codes(STAGE, a.incident("bombing", stage="foiled")) == ["stage_not_shown"]
    assert a.codes(STAGE, a.incident("bombing", stage="foiled", stage_words="foiled")) == ["stage_not_shown"]
    assert a.codes(STAGE, a.incident("plot", stage="foiled", stage_words="foiled")) == []


OLD = [
    "Over the past ten years rockets hit the port.",
    "In 1998, when the war began, rockets hit the port.",
    "In the past, the town was a garrison. It was there that rockets hit the port.",
]


@pytest.mark.parametrize("text", OLD)
def test_what_the_sentence_or_the_one_before_dates_back_is_marked(text: str) -> None:
    """The date may open the sentence, or the one that it leans on."""
    a = Article(text)
    assert a.codes(FRAME, a.incident("rockets hit")) == ["may_be_background"]


def test_a_day_of_this_news_stands_against_an_older_date() -> None:
    """ "For most of the year they fought; on Monday rockets hit" tells of Monday."""
    a = Article("Two clans that fought for most of the year said on Monday rockets hit the port.")
    assert a.codes(FRAME, a.incident("rockets hit")) == []


@pytest.mark.parametrize("time", ["on Tuesday", "yesterday", "in recent days", "before dawn on Sunday"])
def test_days_of_this_news_make_nothing_background(time: str) -> None:
    """A weekday alone dates nothing back."""
    a = Article(f"Rockets hit the port {time}.")
    assert a.codes(FRAME, a.incident("Rockets hit", frame="background", frame_words=time, time=time)) == [
        "frame_not_shown"
    ]


HEDGED = [
    "It appears rockets hit the port.",
    "Rockets were understood to have hit the port.",
    "In all likelihood rockets hit the port.",
    "A traveller supposed that rockets hit the port.",
]


@pytest.mark.parametrize("text", HEDGED)
def test_hedges_of_many_forms_are_found(text: str) -> None:
    """Adverbs, passives and opinions hedge alike."""
    a = Article(text)
    assert a.codes(HEDGES, a.statement("assert", content="the port")) == ["hedge_left_out"]


def test_a_finding_that_is_called_preliminary_is_hedged_even_where_it_disputes() -> None:
    """ "Said the first samples showed no gas" leaves the matter open."""
    a = Article("Inspectors said the first samples showed no gas.")
    said = a.statement("dispute", "said the first samples showed no gas")
    assert a.codes(HEDGES, said) == ["hedge_left_out"]


def test_hearsay_is_no_own_knowledge() -> None:
    """Who passes on what was heard did not see it."""
    a = Article("Traders heard that rockets hit the port.")
    said = {"cue": "heard that", "content": "rockets hit the port"}
    assert a.codes(HEDGES, a.statement("assert", knowledge="own", **said)) == ["perhaps_hearsay"]
    assert a.codes(HEDGES, a.statement("assert", knowledge="hearsay", **said)) == []
