"""Whose doing harm would be: the speaker's, of those that it commands or belongs to, or somebody else's."""

from summarizer.conflict.coder.discourse.sayings import Saying
from summarizer.conflict.coder.grammar.frames import Parsed
from summarizer.conflict.coder.grammar.phrases import Phrase
from summarizer.conflict.coder.grammar.tokens import Tag
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.harms import Harm
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind

_FORCE = frozenset({"forces", "military_persons", "weapon"})
"""What words denote that do violence for whoever commands them."""
_COMMANDS: frozenset[ActorKind] = frozenset({"state", "armed_forces", "armed_group"})
_NEUTER = frozenset({"his", "her", "its"})
_HE = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})


class Sides:
    """For whom the speakers of an article speak."""

    def __init__(self, actors: Roster) -> None:
        self._actors = actors

    def is_own(self, harm: Harm, speaker: int, saying: Saying) -> bool | None:
        """Whether the speaker will do it: True, False for somebody else, None where nobody is said to."""
        if saying.base in word_set("threatening", "committing") and harm.frame is not None and harm.frame.infinitive:
            return True
        doers = harm.doers
        if any(self._means_speaker(each, harm.parsed, speaker, saying) for each in doers):
            return True
        others = (each for each in doers if harm.is_deed or harm.parsed.tokens[each.head].tag is not Tag.PRONOUN)
        return False if any(self._actors.of(each, harm.parsed) is not None for each in others) else None

    def has_force(self, harm: Harm) -> bool:
        """Whether those who will do it are an army, a weapon, or a state with either."""
        return any(_is_force(each, harm.parsed) for each in harm.doers)

    def commands(self, speaker: int) -> bool:
        """Whether somebody speaks for all that bears arms for a state or a group."""
        actor = self._actors[speaker]
        return actor.kind in _COMMANDS or actor.is_called("commanding", "armed_roles")

    def _means_speaker(self, doer: Phrase, parsed: Parsed, speaker: int, saying: Saying) -> bool:
        opener, head = parsed.tokens[doer.first].low, parsed.tokens[doer.head]
        if opener in word_set("threatening", "own"):
            return True
        if head.quoted and head.tag is Tag.PRONOUN:
            return False  # whoever speaks says "we" of itself
        if opener in word_set("functions", "possessives") or head.tag is Tag.PRONOUN:
            return self._points_back(doer, parsed, speaker, saying)
        if self._actors.of(doer, parsed) in self._actors.party(speaker):
            return True
        return self.commands(speaker) and _is_force(doer, parsed) and _is_nobody_elses(doer, parsed)

    def _points_back(self, doer: Phrase, parsed: Parsed, speaker: int, saying: Saying) -> bool:
        """Whether "it", or the "its" of "its fighters", is the speaker or its side, as right behind the verb of saying."""
        opener = parsed.tokens[doer.first].low
        behind = (
            [token.low for token in parsed.tokens[saying.cue[1] + 1 : doer.first]] if parsed is saying.parsed else None
        )
        if opener in _NEUTER and behind in ([], ["that"]):
            return True
        actor = self._actors.referred(Phrase(doer.first, doer.first, doer.first), parsed)
        return actor in self._actors.party(speaker) or (actor is None and opener in _HE)


def _is_force(phrase: Phrase, parsed: Parsed) -> bool:
    return denotes(phrase, parsed) in _FORCE or parsed.tokens[phrase.head].low in word_set("threatening", "commanded")


def _is_nobody_elses(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether no name or owner says whose they are: "the army", "warships", and not "the Velland army"."""
    named = any(parsed.tokens[at].tag is Tag.NAME for at in range(phrase.first, phrase.last + 1))
    return not named and phrase.owner is None and phrase.hanging("of", "from") is None
