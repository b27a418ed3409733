"""Whose doing harm would be: the speaker's, of those that it commands or belongs to, or somebody else's."""

from summarizer.conflict.coder.discourse.sayings import Saying
from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.coder.meaning.denoting import ARMED, PEOPLE, denotes
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.force import Force
from summarizer.conflict.coder.threatening.harms import Harm
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lemmas, word_set

_FORCE = frozenset({"forces", "military_persons", "weapon"})
"""What words denote that do violence for whoever commands them."""
_STEM = 4
"""The fewest letters that a country and its people have alike."""
_NEUTER = frozenset({"his", "her", "its"})
_HE = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})


class Sides:
    """For whom the speakers of an article speak."""

    def __init__(self, actors: Roster, force: Force) -> None:
        self._actors, self._force = actors, force

    def is_own(self, harm: Harm, speaker: int, saying: Saying) -> bool | None:
        """Whether the speaker will do it: True, False for somebody else, None where nobody is said to."""
        if saying.base in lemmas("threatening", "committing") and harm.frame is not None and harm.frame.infinitive:
            return True
        if any(self._is_of_speaker(each, harm.parsed, speaker, saying) for each in harm.sufferers):
            return False
        if any(self._means_speaker(each, harm.parsed, speaker, saying) for each in harm.doers):
            return True
        return False if any(self._is_another(each, harm) for each in harm.doers) else None

    def _is_of_speaker(self, sufferer: Phrase, parsed: Parsed, speaker: int, saying: Saying) -> bool:
        """Whether it would befall the speaker: "we will all be killed", "said they would die"."""
        opener = parsed.tokens[sufferer.first]
        if opener.quoted or not (_points(sufferer, parsed) and _is_right_behind(sufferer, parsed, saying)):
            return opener.low in word_set("threatening", "own")
        opens = Phrase(sufferer.first, sufferer.first, sufferer.first)
        return self._actors.referred(opens, parsed) in self._actors.party(speaker)

    def _is_another(self, doer: Phrase, harm: Harm) -> bool:
        """Whether words for who will do it mean somebody else, by name or not: "the rebels", a quoted "they"."""
        parsed, head = harm.parsed, harm.parsed.tokens[doer.head]
        if head.tag is Tag.PRONOUN:
            third = head.quoted and head.low in _HE
            return third or (harm.is_deed and self._actors.of(doer, parsed) is not None)
        told = [each for each in (doer, doer.owner) if each is not None]
        return any(denotes(each, parsed) in ARMED | PEOPLE or self._actors.is_somebody(each, parsed) for each in told)

    def has_force(self, harm: Harm) -> bool:
        """Whether those who will do it are an army, a weapon, or a state with either."""
        return any(_is_force(each, harm.parsed) for each in harm.doers)

    def _means_speaker(self, doer: Phrase, parsed: Parsed, speaker: int, saying: Saying) -> bool:
        opener, head = parsed.tokens[doer.first].low, parsed.tokens[doer.head]
        if opener in word_set("threatening", "own"):
            return True
        if head.quoted and head.tag is Tag.PRONOUN:
            return False  # whoever speaks says "we" of itself
        if _points(doer, parsed):
            return self._points_back(doer, parsed, speaker, saying)
        if self._force.commands(speaker) and self._is_of_state(doer, parsed, speaker):
            return True
        return self._actors.of(doer, parsed) in self._actors.party(speaker)

    def _is_of_state(self, doer: Phrase, parsed: Parsed, speaker: int) -> bool:
        """Whether words mean the state that somebody speaks for, or what bears arms for it: "the army", "Velland"."""
        names = _names_in(doer, parsed)
        if not names:
            return _is_force(doer, parsed) and doer.owner is None and doer.hanging("of", "from") is None
        role = self._actors[speaker].role.split()
        return all(any(_is_of_one_state(name, word) for word in role) for name in names)

    def _points_back(self, doer: Phrase, parsed: Parsed, speaker: int, saying: Saying) -> bool:
        """Whether "it", or the "its" of "its fighters", is the speaker or its side, as right behind the verb of saying."""
        opener = parsed.tokens[doer.first].low
        if opener in _NEUTER and _is_right_behind(doer, parsed, saying):
            return True
        actor = self._actors.referred(Phrase(doer.first, doer.first, doer.first), parsed)
        return actor in self._actors.party(speaker) or (actor is None and opener in _HE)


def _is_right_behind(phrase: Phrase, parsed: Parsed, saying: Saying) -> bool:
    """Whether a phrase opens what is said: "said it", "said that its fighters"."""
    between = [token.low for token in parsed.tokens[saying.cue[1] + 1 : phrase.first]]
    return parsed is saying.parsed and saying.cue[1] < phrase.first and between in ([], ["that"])


def _points(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a pronoun, or opens with a possessive."""
    possessive = parsed.tokens[phrase.first].low in word_set("functions", "possessives")
    return possessive or parsed.tokens[phrase.head].tag is Tag.PRONOUN


def _is_force(phrase: Phrase, parsed: Parsed) -> bool:
    return denotes(phrase, parsed) in _FORCE or parsed.tokens[phrase.head].low in word_set("threatening", "commanded")


def _names_in(phrase: Phrase, parsed: Parsed) -> list[str]:
    """The words of names in a phrase and in what owns it."""
    first = phrase.owner.first if phrase.owner is not None else phrase.first
    return [token.low for token in parsed.tokens[first : phrase.last + 1] if token.tag is Tag.NAME]


def _is_of_one_state(name: str, word: str) -> bool:
    """Whether two words name one country: as the tables have it, or "Velland" and "Vellander"."""
    country = country_of(name)
    if country is not None:
        return country_of(word) == country
    return len(name) >= _STEM and word.startswith(name[: max(_STEM, len(name) - 2)])
