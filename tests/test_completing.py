"""What goes unsaid in lines: an incident that the article states itself has the article's own word for it."""

from typing import Any

from summarizer.conflict.completing import completed
from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Actor, Casualty, Draft, Incident, Statement
from summarizer.verification import verify

QUARRY = Document.from_text("Raiders burned a quarry office in Sella on Monday, the mayor said after the raid.")


def pointing(text: str) -> Mention:
    return Mention(sentence=1, text=text)


def raid(**fields: Any) -> Incident:
    fixed = {"id": 1, "kind": "arson", "stage": "accomplished", "frame": "current"}
    usual = {"words": (pointing("burned"),), "told": True, "place": (pointing("Sella"),)}
    return Incident(**fixed | usual | fields)


def by_the_mayor() -> Statement:
    about = About(incident=1, relation="authority", evidence=(pointing("the mayor"),))
    return Statement(
        id=4, kind="assert", speaker=1, cue=(pointing("said"),), content=(pointing("burned"),), about=(about,)
    )


def test_what_the_article_states_it_says_in_its_words_and_of_whoever_it_names():
    done = completed(Draft(incidents=(raid(doers=(1,)),)), QUARRY)
    [own] = done.statements
    assert (own.kind, own.speaker, own.whom) == ("assert", None, (1,))
    assert [mention.text for mention in own.content] == ["burned a quarry office in Sella"]
    assert [(link.incident, link.relation) for link in own.about] == [(1, "outlet")]


def test_where_somebody_else_speaks_its_words_end():
    words_behind = raid(time=(pointing("after the raid"),))
    [_, own] = completed(Draft(incidents=(words_behind,), statements=(by_the_mayor(),)), QUARRY).statements
    assert own.id == 5
    assert [mention.text for mention in own.content] == ["burned a quarry office in Sella"]


def test_where_the_act_is_told_by_somebody_else_the_harm_may_be_told_by_the_article():
    """The Front says that it burned the office; the article itself says who died of it."""
    text = Document.from_text("The Front said it burned a quarry office. Two guards were killed by the fire.")
    claim = Statement(id=1, kind="claim", speaker=1, cue=(pointing("said"),), content=(pointing("burned"),), about=())
    toll = Casualty(
        outcome="killed", count=(Mention(sentence=2, text="Two"),), cue=(Mention(sentence=2, text="killed"),)
    )
    told = raid(place=(), casualties=(toll,))
    [_, own] = completed(Draft(incidents=(told,), statements=(claim,)), text).statements
    assert [(mention.sentence, mention.text) for mention in own.content] == [(2, "Two guards were killed")]
    by_the_front = told.model_copy(update={"casualties": (toll.model_copy(update={"source": 1}),)})
    [_, own] = completed(Draft(incidents=(by_the_front,), statements=(claim,)), text).statements
    assert [mention.sentence for mention in own.content] == [1]


def test_nothing_is_added_where_it_is_said_or_not_stated_or_only_a_sum():
    said = completed(Draft(incidents=(raid(),)), QUARRY)
    assert completed(said, QUARRY) == said
    for one in (raid(told=False), raid(words=()), raid(summarises=(2,))):
        assert completed(Draft(incidents=(one,)), QUARRY).statements == ()


def test_words_that_are_not_there_are_left_for_the_check_of_words():
    elsewhere = raid(words=(Mention(sentence=9, text="burned"),))
    absent = raid(words=(pointing("bombed"),), place=())
    for one in (elsewhere, absent):
        [own] = completed(Draft(incidents=(one,)), QUARRY).statements
        assert own.content == one.words


def test_an_answer_to_a_further_question_brings_its_own_word_when_it_is_verified():
    """The draft itself holds only what was proposed, so that numbers of a further answer meet nothing that nobody wrote."""
    actor = Actor(id=1, kind="official", identity="named", name=(pointing("the mayor"),))
    brief = verify(Draft(actors=(actor,), incidents=(raid(),)), QUARRY)
    assert [(one.kind, one.speaker) for one in brief.statements] == [("assert", None)]
    assert [one.assessment.occurrence for one in brief.incidents if one.assessment] == ["reported"]


def test_what_is_pointed_to_is_looked_up_as_whole_words():
    """A toll of "a" clerk begins at that word, and not within one before it."""
    text = Document.from_text("Sella lost an office: raiders burned it on Monday and hurt a clerk.")
    toll = Casualty(outcome="wounded", count=(pointing("a"),), whom=(pointing("clerk"),), cue=(pointing("hurt"),))
    [own] = completed(Draft(incidents=(raid(place=(), casualties=(toll,)),)), text).statements
    assert [mention.text for mention in own.content] == ["burned it on Monday and hurt a clerk"]


MILL = Document.from_text(
    "The mill at Torvey was burned on Monday. Two millers are reported to have been hurt. Wreckers burned the mill, the log says."
)


def at(sentence: int, text: str) -> Mention:
    return Mention(sentence=sentence, text=text)


def own_word(sentence: int, text: str, hedge: str = "") -> Statement:
    hedges = (at(sentence, hedge),) if hedge else ()
    content = (at(sentence, text),)
    return Statement(
        id=1, kind="assert", content=content, hedge=hedges, about=(About(incident=1, relation="not_stated"),)
    )


def added(*statements: Statement, **fields: Any) -> list[Statement]:
    """What is added for a mill that the article says was burned."""
    wreckers = Actor(id=7, kind="people", identity="generic", name=(at(3, "Wreckers"),))
    burned = raid(**{"words": (at(1, "was burned"),), "place": (at(1, "Torvey"),)} | fields)
    whole = completed(Draft(actors=(wreckers,), incidents=(burned,), statements=statements), MILL)
    assert completed(whole, MILL) == whole
    return list(whole.statements[len(statements) :])


def test_a_hedged_word_on_another_part_does_not_stand_for_what_the_article_states():
    """That some are reported hurt takes nothing back of the fire; a hedge in the sentence of the fire itself does."""
    [own] = added(own_word(2, "Two millers are reported to have been hurt", "are reported to"))
    assert [mention.sentence for mention in own.content] == [1]
    assert added(own_word(1, "was burned", "was")) == []
    assert added(own_word(2, "Two millers")) == []


def test_a_word_that_names_nobody_leaves_it_to_the_article_to_name_the_doers():
    """Of two sentences for the act, the one that names them is the one that says so."""
    twice = {"words": (at(1, "was burned"), at(3, "burned")), "doers": (7,)}
    [own] = added(own_word(1, "was burned"), **twice)
    assert (own.whom, [mention.sentence for mention in own.content]) == ((7,), [3])
    assert added(own_word(3, "burned").model_copy(update={"whom": (7,)}), **twice) == []
