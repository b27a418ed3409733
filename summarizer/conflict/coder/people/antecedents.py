"""Whom a pronoun, or a description such as "the group", stands for: those told of before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.coder.meaning.denoting import PEOPLE, denotes
from summarizer.conflict.coder.people.describing import Description, describe
from summarizer.conflict.coder.people.learning import NamesLearnt, in_dateline
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind

_REACH = 3  # sentences back in which a pronoun's actor may stand
_BODIES: frozenset[ActorKind] = frozenset(
    {"armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet"}
)
_PARTIES: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces", "organisation", "state"})
_GROUPS: frozenset[ActorKind] = frozenset({"armed_group", "organisation"})
_PERSONS: frozenset[ActorKind] = frozenset({"person", "official", "people"})
_SAYS = frozenset({"say", "claim", "announce", "declare", "admit", "deny", "insist"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody told of in the text, whom a pronoun may stand for."""

    parsed: Parsed
    phrase: Phrase
    found: Description
    plural: bool
    subject: bool

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands: its sentence, and its first token."""
        return self.parsed.sentence.number, self.phrase.first


class Antecedents:
    """Everybody told of in an article, in order."""

    def __init__(self, sentences: list[Parsed], names: NamesLearnt) -> None:
        self.names = names
        self._sentences = {parsed.sentence.number: parsed for parsed in sentences}
        self._by_sentence: dict[int, list[Candidate]] = {}

    def _told(self, number: int) -> list[Candidate]:
        """Those told of in a sentence, which is gone through when it is first asked for."""
        if number not in self._by_sentence:
            self._by_sentence[number] = list(self._told_in(self._sentences[number]))
        return self._by_sentence[number]

    def _told_in(self, parsed: Parsed) -> Iterator[Candidate]:
        subjects = {id(each) for frame in parsed.frames for each in frame.subjects}
        for phrase in parsed.phrases:
            located = phrase.preposition in word_set("roles", "where") or in_dateline(phrase, parsed)
            if located or refers_back(phrase, parsed):
                continue
            mouthpiece = parsed.tokens[phrase.head].low in word_set("sayings", "mouthpieces")
            body = phrase.owner if phrase.owner is not None and mouthpiece else phrase  # "the group's armed wing"
            found = describe(body, parsed, self.names, "person")
            if found is not None:
                yield Candidate(parsed, body, found, is_plural(body, parsed), id(phrase) in subjects)

    def meant(self, phrase: Phrase, parsed: Parsed) -> Candidate | None:
        """Whoever a pronoun or a description stands for; None where nobody can tell.

        Args:
            phrase: the pronoun or the description.
            parsed: its sentence.
        """
        return min(self._near(phrase, parsed), key=lambda each: _distance(each, phrase, parsed), default=None)

    def is_open(self, phrase: Phrase, parsed: Parsed) -> bool:
        """Whether two parties stand near, and it may stand for either: neither says what it goes on to tell.

        Args:
            phrase: a pronoun or a bare description; anything else is not open.
            parsed: its sentence.
        """
        here = self._near(phrase, parsed) if refers_back(phrase, parsed) else []
        names = [each.found.keys[0] for each in here if each.found.kind in _PARTIES]
        parties = {self.names.same.get(name, name) for name in names}
        return len(parties) > 1 and all(_distance(each, phrase, parsed)[0] for each in here)

    def _near(self, phrase: Phrase, parsed: Parsed) -> list[Candidate]:
        """All of the nearest sentence that has any whom the words fit."""
        number = parsed.sentence.number
        for back in range(_REACH):
            if number - back not in self._sentences:
                break
            told = (each for each in self._told(number - back) if each.at < (number, phrase.first))
            here = [each for each in told if _fits(each, phrase, parsed)]
            if here:
                return here
        return []


def _distance(candidate: Candidate, phrase: Phrase, parsed: Parsed) -> tuple[bool, bool, bool]:
    """Who opens the clause of saying that the pronoun goes on from comes first, then subjects, then who has no preposition."""
    here = parsed.frames if candidate.parsed is parsed else []
    saying = next((each for each in here if candidate.phrase in each.subjects and each.base in _SAYS), None)
    behind = [token.low for token in parsed.tokens[saying.verb + 1 : phrase.first]] if saying is not None else None
    return behind not in ([], ["that"]), not candidate.subject, bool(candidate.phrase.preposition)


def refers_back(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a pronoun, the "its" of "its leader", or a description that names nobody anew: "the group"."""
    opener, head = parsed.tokens[phrase.first].low, parsed.tokens[phrase.head]
    alone = phrase.first == phrase.last and opener in word_set("functions", "possessives")
    if alone or head.tag is Tag.PRONOUN:
        return True
    bare = opener in _POINTING and phrase.last == phrase.first + 1 and head.tag is not Tag.NAME
    group = denotes(phrase, parsed) != "armed_persons"  # "the rebels" may be anybody's
    return bare and group and f"the {head.low}" in word_set("titles", "groups")


def is_plural(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means several persons."""
    return denotes(phrase, parsed) in PEOPLE and parsed.tokens[phrase.head].low.endswith(("s", "men", "people"))


def _fits(candidate: Candidate, phrase: Phrase, parsed: Parsed) -> bool:
    pronoun, found = parsed.tokens[phrase.head], candidate.found
    if candidate.parsed.tokens[candidate.phrase.head].quoted and not pronoun.quoted:
        return False
    if pronoun.low in word_set("titles", "he"):
        return (found.kind in _PERSONS or found.guessed) and not candidate.plural
    if parsed.shouted and found.guessed and found.kind != "armed_group":
        return False
    if pronoun.low in word_set("titles", "they"):
        return candidate.plural or found.kind in _PARTIES - {"state"}
    if pronoun.low in word_set("titles", "it"):
        return found.kind in _BODIES
    return found.kind in _GROUPS and found.identity == "named"
