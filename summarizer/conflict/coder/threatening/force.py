"""Whether who speaks has force at hand: an army, a group, a letter in the night."""

from functools import cache

from summarizer.conflict.coder.discourse.sayings import Saying, is_carrier
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.people.roster import Member, Roster
from summarizer.conflict.coder.violence.acts import Act
from summarizer.lexicons import lemmas, pattern, word_set, words
from summarizer.lexicons.inflection import plural
from summarizer.schemas.vocabulary import ActorKind

_ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
_FORCEFUL: frozenset[ActorKind] = _ARMED | {"state", "official"}
"""Kinds that may have force at hand: what they say will befall somebody may be their own doing."""
_COMMANDS: frozenset[ActorKind] = _ARMED | {"state"}
_PRIVATE: frozenset[ActorKind] = frozenset({"person", "people"})


class Force:
    """What is known of the speakers of an article, each told by its id."""

    def __init__(self, acts: dict[int, list[Act]], voices: Speakers, actors: Roster) -> None:
        self._voices, self._actors = voices, actors
        done = (act for told in acts.values() for act in told if not act.unreal and act.stage == "accomplished")
        self._violent = {actors.of(doer, act.parsed) for act in done for doer in act.doers}

    def is_armed(self, speaker: int) -> bool:
        """Whether it bears arms, or speaks for those who do."""
        actor = self._actors[speaker]
        if actor.is_called("armed_roles") or not _armed_looks().isdisjoint(actor.role.split()):
            return True
        return any(each.kind in _ARMED or self._is_violent(each) for each in self._party(speaker))

    def is_of_group(self, speaker: int) -> bool:
        """Whether it speaks for an armed group, whose warnings are of what it will do."""
        return any(each.kind == "armed_group" for each in self._party(speaker))

    def commands(self, speaker: int) -> bool:
        """Whether it speaks for all that bears arms for a state or a group."""
        actor = self._actors[speaker]
        return actor.kind in _COMMANDS or actor.is_called("commanding", "armed_roles")

    def is_forceful(self, saying: Saying, speaker: int) -> bool:
        """Whether it may have force at hand."""
        return self._actors[speaker].kind in _FORCEFUL or self.is_menacing(saying, speaker)

    def is_menacing(self, saying: Saying, speaker: int) -> bool:
        """Whether what comes is the speaker's doing: it bears arms, or has sent a letter."""
        calls = not word_set("threatening", "senders").isdisjoint(self._actors[speaker].role.split())
        sends = calls or saying.base in lemmas("threatening", "sending")
        return sends or self.is_armed(speaker) or self._voices.is_written(saying)

    def is_private(self, speaker: int) -> bool:
        """Whether it is somebody, or some people, of no office."""
        return self._actors[speaker].kind in _PRIVATE

    def threatens_nobody(self, saying: Saying, speaker: int) -> bool:
        """Whether it is a coach or a doctor, or no person at all: "heavy rain threatened to drown the lower town"."""
        actor = self._actors[speaker]
        if pattern("threatening", "peaceful_speakers").search(actor.role):
            return True
        if saying.base != "threaten" or actor.identity == "named" or not self.is_private(speaker):
            return False
        parsed = saying.parsed
        unknown = (each for each in saying.speakers if denotes(each, parsed) is None and not is_carrier(each, parsed))
        return any(
            parsed.tokens[each.head].low not in word_set("threatening", "persons", "senders") for each in unknown
        )

    def _party(self, speaker: int) -> list[Member]:
        return [self._actors[each] for each in self._actors.party(speaker)]

    def _is_violent(self, member: Member) -> bool:
        return member.kind == "organisation" and member.id in self._violent


@cache
def _armed_looks() -> frozenset[str]:
    """Words for people who bear arms against the law, and for those who look it."""
    listed = [each for each in words("nouns", "armed_persons") if " " not in each]
    return frozenset((*listed, *map(plural, listed))) | word_set("threatening", "armed_looks")
