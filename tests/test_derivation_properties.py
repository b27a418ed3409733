"""What holds of the tables for any story at all."""

from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.derivation import settled
from summarizer.schemas import vocabulary
from tests.story import Story

RANK = ["withdrawn", "not_occurred", "retracted", "denied", "disputed", "possible", "claimed", "reported", "confirmed"]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Any cast of up to five actors saying up to six things."""
    story = Story(stage=draw(st.sampled_from(get_args(vocabulary.Stage))))
    for number in range(draw(st.integers(1, 5))):
        kind: Any = draw(st.sampled_from(get_args(vocabulary.ActorKind)))
        of = draw(st.none() | st.integers(1, number)) if number else None
        story.actor(kind, of=of, identity=draw(st.sampled_from(get_args(vocabulary.Identity))))
    for _ in range(draw(st.integers(0, 6))):
        add_statement(story, draw)
    return story


def add_statement(story: Story, draw: st.DrawFn, kind: str | None = None) -> int:
    """One more statement, of any kind unless one is given."""
    return story.says(
        kind or draw(st.sampled_from(get_args(vocabulary.StatementKind))),
        draw(st.none() | st.sampled_from(sorted(story.actors))),
        draw(st.sampled_from(get_args(vocabulary.Relation))),
        shown=draw(st.booleans()),
        hedge=draw(st.sampled_from(["", "attack"])),
        whom=tuple(draw(st.lists(st.sampled_from(sorted(story.actors)), max_size=2, unique=True))),
        role=draw(st.sampled_from(get_args(vocabulary.BlameRole))),
        knowledge=draw(st.sampled_from(get_args(vocabulary.Knowledge))),
        supersedes=tuple(draw(st.lists(st.integers(1, 7), max_size=1))),
    )


@given(stories(), st.sampled_from(get_args(vocabulary.Policy)), st.randoms())
def test_order_of_statements_does_not_matter(story: Story, policy: str, random: Any) -> None:
    """The same statements give the same assessment, however they are listed; and any story gives one or none."""
    order = list(story.statements)
    random.shuffle(order)
    told, shuffled = story.assess(policy), story.assess(policy, order)
    assert told == shuffled


@given(stories())
def test_settling_relations_twice_changes_nothing(story: Story) -> None:
    """A brief's own statements give its statuses again."""
    once = story.items()
    assert settled(once) == once.statements


@given(stories(), st.data())
def test_a_denial_never_raises_a_status(story: Story, data: Any) -> None:
    """However one more party denies it, the occurrence does not rise."""
    before = story.assess()
    newcomer = story.actor(data.draw(st.sampled_from(get_args(vocabulary.ActorKind))))
    story.says("deny_occurrence", newcomer, data.draw(st.sampled_from(get_args(vocabulary.Relation))))
    after = story.assess()
    assert after is not None
    if before is not None:
        assert RANK.index(after.occurrence) <= RANK.index(before.occurrence)


@given(stories(), st.data())
def test_one_more_claim_of_the_same_side_never_confirms(story: Story, data: Any) -> None:
    """A claim repeated by a member of the claimant does not make it confirmed."""
    group = story.actor("armed_group")
    story.says("claim", group)
    before = story.assess()
    kind = data.draw(st.sampled_from(["claim", "acknowledge", "assert", "confirm"]))
    relation = data.draw(st.sampled_from(get_args(vocabulary.Relation)))
    story.says(kind, story.actor("official", of=group, identity="anonymous"), relation)
    after = story.assess()
    assert before is not None
    assert after is not None
    assert after.occurrence != "confirmed" or before.occurrence == "confirmed"


@given(stories())
def test_support_is_always_shown(story: Story) -> None:
    """No status stands without a statement that it rests on."""
    found = story.assess()
    if found is not None:
        assert found.basis.support
