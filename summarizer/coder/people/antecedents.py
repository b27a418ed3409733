"""Whom a pronoun, or a description such as "the group", stands for: those told of before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.people.affiliating import apposition
from summarizer.coder.people.describing import PERSONS, describe, in_dateline
from summarizer.coder.people.naming import Names
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind, Identity

_REACH = 3  # sentences back in which a pronoun's actor may stand
_BODIES: frozenset[ActorKind] = frozenset(
    {"armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet"}
)
_GROUPS: frozenset[ActorKind] = frozenset({"armed_group", "organisation"})
_SUFFERING = frozenset({"die", "be", "fall", "surrender", "suffer"})
_SAYS = frozenset({"say", "claim", "announce", "declare", "admit", "deny", "insist"})
_PERSONS: frozenset[ActorKind] = frozenset({"person", "official"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody told of in the text, whom a pronoun may stand for."""

    parsed: Parsed
    phrase: Phrase
    kind: ActorKind
    identity: Identity
    plural: bool
    subject: bool
    acts: bool
    keys: tuple[str, ...]
    guessed: bool

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands: its sentence, and its first token."""
        return self.parsed.sentence.number, self.phrase.first

    @property
    def known(self) -> bool:
        """Whether an article or a pointing word before it takes it for known."""
        return self.parsed.tokens[self.phrase.first].low in ("the", "this", "that", "these", "those")


class Antecedents:
    """Everybody told of in an article, in order."""

    def __init__(self, sentences: list[Parsed], names: Names) -> None:
        self.names = names
        self._by_sentence = {parsed.sentence.number: list(self._told_in(parsed)) for parsed in sentences}
        self._candidates = [each for told in self._by_sentence.values() for each in told]

    def longer(self, name: str) -> Iterator[Candidate]:
        """Those of whose longer name this is the short form."""
        return (each for each in self._candidates if each.identity == "named" and name in each.keys[1:])

    def _told_in(self, parsed: Parsed) -> Iterator[Candidate]:
        subjects = {id(each) for frame in parsed.frames for each in frame.subjects}
        acting = {id(each) for frame in parsed.frames for each in frame.doers if frame.base not in _SUFFERING}
        explained = {id(behind) for each in parsed.phrases if (behind := apposition(each, parsed)) is not None}
        for phrase in parsed.phrases:
            if (
                refers_back(phrase, parsed, self.names)
                or id(phrase) in explained
                or phrase.preposition in word_set("roles", "where")
            ):
                continue
            if whole_of(phrase, parsed, self.names) is not None or in_dateline(phrase, parsed):
                continue
            subject = id(phrase) in subjects
            acts = id(phrase) in acting
            if phrase.owner is not None and parsed.tokens[phrase.head].low in word_set("sayings", "mouthpieces"):
                phrase = phrase.owner  # "the group's armed wing"
            found = describe(phrase, parsed, self.names, "person")
            if found is not None:
                plural = is_plural(phrase, parsed)
                yield Candidate(
                    parsed, phrase, found.kind, found.identity, plural, subject, acts, found.keys, found.guessed
                )

    def meant(self, phrase: Phrase, parsed: Parsed) -> Candidate | None:
        """Whoever a pronoun or a description stands for; None where nobody can tell."""
        number = parsed.sentence.number
        if means_fighters(phrase, parsed, self.names):
            return self._group_meant(phrase, parsed)
        described = phrase.last > phrase.first
        if described and len(self._groups(number)) > 1:
            return None  # "the movement" may be either of two
        for back in range(_REACH):
            here = [
                each
                for each in self._by_sentence.get(number - back, ())
                if (back or each.phrase.last < phrase.first)
                and (parsed.tokens[phrase.head].quoted or not each.parsed.tokens[each.phrase.head].quoted)
                and _fits(each, phrase, parsed)
            ]
            here.sort(
                key=lambda each: (not _says(each, phrase, parsed), not each.subject, bool(each.phrase.preposition))
            )
            if here:
                return here[0]
        return None

    def _group_meant(self, phrase: Phrase, parsed: Parsed) -> Candidate | None:
        """Whose people "the rebels" are: the one armed group that is named before, or in the whole article.

        Fighters whom nobody names, told of since, may be other people.
        """
        here = (parsed.sentence.number, phrase.first)
        armed = [each for each in self._candidates if each.kind == "armed_group" and not each.guessed]
        before = [each for each in armed if each.at < here]
        named = [each for each in before if each.identity == "named"]
        since = named[-1].at if named else (0, 0)
        if any(each.acts and not each.known and each.at > since for each in before if each.identity != "named"):
            return None
        named = named or [each for each in armed if each.identity == "named"]
        return named[-1] if len({self._one_name(each) for each in named}) == 1 else None

    def _one_name(self, candidate: Candidate) -> str:
        name = candidate.keys[0]
        return self.names.same.get(name, name)

    def _groups(self, number: int) -> set[str]:
        """The names of the armed groups told of up to a sentence."""
        near = (each for each in self._candidates if each.parsed.sentence.number <= number)
        return {self._one_name(each) for each in near if each.identity == "named" and each.kind == "armed_group"}


def _says(candidate: Candidate, phrase: Phrase, parsed: Parsed) -> bool:
    """Whether it opens the clause of saying that the pronoun goes on from: "the Front said they had"."""
    if candidate.parsed is not parsed:
        return False
    verb = next((each for each in parsed.frames if candidate.phrase in each.subjects and each.base in _SAYS), None)
    behind = [token.low for token in parsed.tokens[verb.verb + 1 : phrase.first]] if verb is not None else None
    return behind in ([], ["that"])


def refers_back(phrase: Phrase, parsed: Parsed, names: Names) -> bool:
    """Whether a phrase is a pronoun, or a description such as "the group" that names nobody anew."""
    if parsed.tokens[phrase.head].tag is Tag.PRONOUN:
        return True
    opener = parsed.tokens[phrase.first].low
    if phrase.first == phrase.last and opener in word_set("functions", "possessives"):
        return True  # the "its" of "its leader"
    if means_fighters(phrase, parsed, names):
        return True
    if opener not in ("the", "this", "that", "these", "those") or phrase.last != phrase.first + 1:
        return False
    capital = parsed.tokens[phrase.head].tag is Tag.NAME
    return not capital and f"the {parsed.tokens[phrase.head].low}" in word_set("titles", "groups")


def whole_of(phrase: Phrase, parsed: Parsed, names: Names) -> Phrase | None:
    """The named armed party whose unnamed people or parts a phrase means: "guerrillas of the Red Front"."""
    whole = phrase.hangs[0] if is_part(phrase, parsed) and phrase.hangs else None
    if whole is None or whole.preposition not in ("of", "from"):
        return None
    found = describe(whole, parsed, names, None)
    bears = found is not None and found.identity == "named" and found.kind in ("armed_group", "armed_forces")
    return whole if bears else None


def is_part(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means unnamed people or parts of a body: "members", "guerrillas", "urban cells"."""
    head, table = parsed.tokens[phrase.head], denotes(phrase, parsed)
    several = table in ("armed_group", "forces") and head.low.endswith("s") and head.tag is not Tag.NAME
    counted = head.low in word_set("roles", "partitive")  # "a column of Red Front members"
    return table == "armed_persons" or several or counted or head.low in ("unit", "elements", "followers")


def means_fighters(phrase: Phrase, parsed: Parsed, names: Names) -> bool:
    """Whether a phrase means fighters that the article takes for known, and names nobody.

    "The leftist rebels" are; "rebels" are where the article has "Red Front rebels".
    """
    tokens = parsed.tokens[phrase.first : phrase.head + 1]
    known = tokens[0].low in ("the", "these", "those")
    head = tokens[-1].low.removesuffix("s")
    if phrase.hanging("of", "from", "with") or tokens[-1].tag is Tag.NAME or not tokens[-1].low.endswith("s"):
        return False
    plain = all(_is_of_sort(token.low) for token in tokens[known:-1])
    return plain and head in (word_set("roles", "rebels") if known else names.people & word_set("roles", "rebels"))


def _is_of_sort(word: str) -> bool:
    return word in word_set("roles", "leanings", "rebels") or country_of(word) is not None


def is_plural(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means several persons."""
    low = parsed.tokens[phrase.head].low
    return (denotes(phrase, parsed) in PERSONS | {"armed_persons"}) and (
        low.endswith("s") or low in ("men", "women", "people")
    )


def _fits(candidate: Candidate, phrase: Phrase, parsed: Parsed) -> bool:
    word = parsed.tokens[phrase.head].low
    if (
        parsed.shouted
        and candidate.guessed
        and candidate.kind != "armed_group"
        and word not in word_set("titles", "he")
    ):
        return False
    if word in word_set("titles", "he"):
        return (candidate.kind in _PERSONS | {"people"} or candidate.guessed) and not candidate.plural
    if word in word_set("titles", "they"):
        return candidate.plural or candidate.kind in ("armed_group", "armed_forces")
    if word in word_set("titles", "it"):
        return candidate.kind in _BODIES and not candidate.plural
    return candidate.kind in _GROUPS and candidate.identity == "named" and not (candidate.guessed and parsed.shouted)
