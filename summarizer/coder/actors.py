"""Everybody that the coder needs of an article, each once, under every name that the article shows to be the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.coder.affiliating import apposition, named_behind, wholes
from summarizer.coder.countries import country_of
from summarizer.coder.denoting import denotes, is_abstract
from summarizer.coder.describing import KINDS, PERSONS, Description, Names, describe, in_dateline, is_acronym, unknown
from summarizer.coder.frames import Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import Tag
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.draft import Actor, Affiliation, Mention
from summarizer.schemas.vocabulary import ActorKind, Identity

_REACH = 3  # sentences back in which a pronoun's actor may stand
_BODIES: frozenset[ActorKind] = frozenset(
    {"armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet"}
)
_GROUPS: frozenset[ActorKind] = frozenset({"armed_group", "organisation"})
_PERSONS: frozenset[ActorKind] = frozenset({"person", "official"})
_BELONGING: frozenset[ActorKind] = frozenset({"official", "person", "armed_group", "armed_forces", "outlet", "people"})
_MOST_LINKS = 2


@dataclass(slots=True)
class Entry:
    """An actor in the making; `keys` are the folded names by which it is found again, `role` what describes it."""

    id: int
    name: Mention
    kind: ActorKind
    identity: Identity
    role: str
    aliases: list[Mention] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    plural: bool = False

    @property
    def bears_arms(self) -> bool:
        """Whether it is, or is called, one that speaks for an armed party."""
        return self.kind in ("armed_group", "armed_forces") or self.is_called("armed_roles", "defence_roles")

    def is_called(self, *tables: str) -> bool:
        """Whether its name or description holds words of entries of sayings.toml."""
        called = f"{self.role} {self.name.text}"
        if "armed_roles" in tables:
            called = _UNARMED.sub("", called)
        return pattern("sayings", *tables).search(called) is not None


_UNARMED = re.compile(r"fire brigades?|civil defen[cs]e", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody told of in the text, whom a pronoun may stand for."""

    parsed: Parsed
    phrase: Phrase
    kind: ActorKind
    identity: Identity
    plural: bool
    subject: bool
    keys: tuple[str, ...]
    guessed: bool

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands: its sentence, and its first token."""
        return self.parsed.sentence.number, self.phrase.first

    @property
    def acts(self) -> bool:
        """Whether it stands where whoever acts stands."""
        return self.subject or self.phrase.preposition == "by"

    @property
    def known(self) -> bool:
        """Whether an article or a pointing word before it takes it for known."""
        return self.parsed.tokens[self.phrase.first].low in ("the", "this", "that", "these", "those")


class Registry:
    """The actors of one article, in the order in which they are first needed."""

    def __init__(self, sentences: list[Parsed], names: Names) -> None:
        self.entries: list[Entry] = []
        self.names = names
        self._candidates = [each for parsed in sentences for each in self._told(parsed)]
        self._looked_up: set[int] = set()

    def __getitem__(self, actor: int) -> Entry:
        return self.entries[actor - 1]

    def drafted(self) -> list[Actor]:
        """The actors as a draft holds them."""
        return [
            Actor(
                id=entry.id,
                name=[entry.name],
                aliases=entry.aliases,
                kind=entry.kind,
                identity=entry.identity,
                affiliations=entry.affiliations,
            )
            for entry in self.entries
        ]

    def of(self, phrase: Phrase, parsed: Parsed, *, otherwise: ActorKind | None = None) -> int | None:
        """The id of the actor that a phrase names or describes, entered if it is new.

        Args:
            phrase: a noun phrase; a pronoun or "the group" is looked up among those told of before.
            parsed: its sentence.
            otherwise: the kind of a name that nothing tells the kind of; None: then it is no actor.

        Returns:
            None where the phrase denotes no actor, or a pronoun's actor cannot be told.
        """
        if refers_back(phrase, parsed):
            actor = self.referred(phrase, parsed)
            if actor is not None or denotes(phrase, parsed) != "armed_persons":
                return actor
        member = self._of_members(phrase, parsed)
        if member is not None:
            return member
        spoken_for = self._spoken_for(phrase, parsed, otherwise)
        if spoken_for is not None:
            return spoken_for
        phrase = _whole_name(phrase, parsed)
        named = named_behind(phrase, parsed)
        found = describe(named or phrase, parsed, self.names, "official" if named else otherwise)
        if found is None:
            return None
        keys = {self.names.same.get(key, key) for key in found.keys} | set(found.keys)
        entry = self._known(found) or self._by_role(phrase, parsed)
        full = self._full_form(found, phrase, parsed) if entry is None else None
        if full is not None:
            return self.of(full.phrase, full.parsed, otherwise=otherwise)
        if entry is None:
            entry = self._enter(phrase, named or phrase, parsed, found, keys)
        entry.keys |= keys
        return entry.id

    def _of_members(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """The armed party whom unnamed members or fighters belong to: "guerrillas of the Red Front"."""
        whole = self._whole_of(phrase, parsed)
        return self.of(whole, parsed) if whole is not None else None

    def _whole_of(self, phrase: Phrase, parsed: Parsed) -> Phrase | None:
        whole = phrase.hangs[0] if is_part(phrase, parsed) and phrase.hangs else None
        if whole is None or whole.preposition not in ("of", "from"):
            return None
        found = describe(whole, parsed, self.names, None)
        bears = found is not None and found.identity == "named" and found.kind in ("armed_group", "armed_forces")
        return whole if bears else None

    def _spoken_for(self, phrase: Phrase, parsed: Parsed, otherwise: ActorKind | None) -> int | None:
        """Whom a mouthpiece speaks for: "the president's office", "its radio"."""
        if parsed.tokens[phrase.head].low not in word_set("sayings", "mouthpieces"):
            return None
        if phrase.owner is not None:
            return self.of(phrase.owner, parsed, otherwise=otherwise)
        possessive = parsed.tokens[phrase.first].low in word_set("functions", "possessives")
        return self.referred(Phrase(phrase.first, phrase.first, phrase.first), parsed) if possessive else None

    def described(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """Somebody whom no list knows, by the words for him: "an anonymous caller"; None where the words are abstract."""
        token = parsed.tokens[phrase.head]
        if token.tag is not Tag.NOUN or denotes(phrase, parsed) is not None or is_abstract(token.low) or phrase.owner:
            return None
        found = unknown(phrase, parsed)
        entry = self._known(found) or self._enter(phrase, phrase, parsed, found, set(found.keys))
        return entry.id

    def party(self, actor: int | None) -> set[int]:
        """The actor with everything that it belongs to."""
        found: set[int] = set()
        waiting = [actor] if actor is not None else []
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting.extend(link.actor for link in self[current].affiliations)
        return found

    def referred(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """The actor that a pronoun or a bare description stands for: the subject nearest before it that it fits."""
        found = self._antecedent(phrase, parsed)
        if found is None or id(found.phrase) in self._looked_up:
            return None  # "members of the group" are not what "the group" stands for
        self._looked_up.add(id(found.phrase))
        actor = self.of(found.phrase, found.parsed, otherwise="person")
        self._looked_up.discard(id(found.phrase))
        return actor

    # --- looking back ---------------------------------------------------------------------------------

    def _told(self, parsed: Parsed) -> Iterator[_Candidate]:
        subjects = {id(each) for frame in parsed.frames for each in frame.subjects}
        explained = {id(behind) for each in parsed.phrases if (behind := apposition(each, parsed)) is not None}
        for phrase in parsed.phrases:
            if (
                refers_back(phrase, parsed)
                or id(phrase) in explained
                or phrase.preposition in word_set("roles", "where")
            ):
                continue
            if self._whole_of(phrase, parsed) is not None or in_dateline(phrase, parsed):
                continue
            found = describe(phrase, parsed, self.names, "person")
            if found is not None:
                plural = is_plural(phrase, parsed)
                subject = id(phrase) in subjects
                yield _Candidate(parsed, phrase, found.kind, found.identity, plural, subject, found.keys, found.guessed)

    def _antecedent(self, phrase: Phrase, parsed: Parsed) -> _Candidate | None:
        number = parsed.sentence.number
        if _means_fighters(phrase, parsed):
            return self._group_meant(phrase, parsed)
        described = phrase.last > phrase.first
        if described and len(self._groups(number)) > 1:
            return None  # "the movement" may be either of two
        for back in range(_REACH):
            here = [
                each
                for each in self._candidates
                if each.parsed.sentence.number == number - back
                and (back or each.phrase.last < phrase.first)
                and (parsed.tokens[phrase.head].quoted or not each.parsed.tokens[each.phrase.head].quoted)
                and _fits(each, phrase, parsed)
            ]
            here.sort(key=lambda each: (not each.subject, bool(each.phrase.preposition)))
            if here:
                return here[0]
        return None

    def _group_meant(self, phrase: Phrase, parsed: Parsed) -> _Candidate | None:
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

    def _one_name(self, candidate: _Candidate) -> str:
        name = candidate.keys[0]
        return self.names.same.get(name, name)

    def _groups(self, number: int) -> set[str]:
        """The names of the armed groups told of up to a sentence."""
        near = (each for each in self._candidates if each.parsed.sentence.number <= number)
        return {self._one_name(each) for each in near if each.identity == "named" and each.kind == "armed_group"}

    # --- entering ---------------------------------------------------------------------------------------

    def _known(self, found: Description) -> Entry | None:
        """An entry of this name; the short form of a name finds the longer one, never the reverse."""
        name = found.keys[0]
        wanted = {
            name,
            self.names.same.get(name, name),
            *(key for key in found.keys[1:] if " " not in name or key.isupper()),
        }
        alike = (entry for entry in self.entries if entry.keys & wanted)
        return next(
            (entry for entry in alike if found.guessed or (entry.kind in _PERSONS) == (found.kind in _PERSONS)), None
        )

    def _full_form(self, found: Description, phrase: Phrase, parsed: Parsed) -> _Candidate | None:
        """Where a short form stands for a longer name told before, or soon after."""
        name = found.keys[0]
        if " " in name or found.identity != "named" or found.kind == "state":
            return None
        longer = (each for each in self._candidates if each.identity == "named" and name in each.keys[1:])
        return next((each for each in longer if each.phrase is not phrase), None)

    def _by_role(self, phrase: Phrase, parsed: Parsed) -> Entry | None:
        """ "The governor" is the governor who was named before."""
        person = denotes(phrase, parsed) in ("officials", "military_persons", "civilians") and not is_plural(
            phrase, parsed
        )
        if parsed.tokens[phrase.first].low != "the" or not person or phrase.hangs:
            return None
        head = parsed.tokens[phrase.head].low
        if head in ("officer", "official"):
            return next(
                (each for each in reversed(self.entries) if each.identity == "named" and each.kind == "official"), None
            )
        named = (entry for entry in reversed(self.entries) if entry.identity == "named" and entry.kind == "official")
        return next((entry for entry in named if head in entry.role.split()), None)

    def _enter(self, whole: Phrase, phrase: Phrase, parsed: Parsed, found: Description, keys: set[str]) -> Entry:
        number = parsed.sentence.number
        behind = apposition(phrase, parsed) if phrase is whole else None
        entry = Entry(
            id=len(self.entries) + 1,
            name=Mention(sentence=number, text=parsed.text(found.first, found.last)),
            kind=_kind_with(behind, found, parsed),
            identity=found.identity,
            role=" ".join(parsed.low(each.first, each.last) for each in (whole, phrase, behind) if each is not None),
            keys=keys,
            plural=is_plural(phrase, parsed),
        )
        self.entries.append(entry)
        self._alias(entry, phrase, parsed)
        if entry.kind in _BELONGING:
            self._affiliate(entry, whole, phrase, behind, found, parsed)
        return entry

    def _alias(self, entry: Entry, phrase: Phrase, parsed: Parsed) -> None:
        named = phrase if phrase.bracket is not None or phrase.owner is None else phrase.owner
        bracket = named.bracket
        if bracket is None or not (is_acronym(bracket, parsed) or is_acronym(named, parsed)):
            return
        alias = Mention(sentence=parsed.sentence.number, text=parsed.text(bracket.first, bracket.last))
        if alias.text not in entry.name.text:
            entry.aliases.append(alias)

    def _affiliate(
        self, entry: Entry, whole: Phrase, phrase: Phrase, behind: Phrase | None, found: Description, parsed: Parsed
    ) -> None:
        """What the actor belongs to, where words beside its name say so."""
        for each in (whole, *([behind] if behind else []), *([phrase] if phrase is not whole else [])):
            for other in wholes(each, parsed, self.names, found):
                actor = self.of(other, parsed)
                if actor is None or actor == entry.id or len(entry.affiliations) >= _MOST_LINKS:
                    continue
                if actor in {link.actor for link in entry.affiliations} or entry.id in self.party(actor):
                    continue
                first, last = min(found.first, each.first, other.first), max(found.last, each.last, other.last)
                evidence = Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))
                entry.affiliations.append(Affiliation(actor=actor, evidence=[evidence]))


def refers_back(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a pronoun, or a description such as "the group" that names nobody anew."""
    if parsed.tokens[phrase.head].tag is Tag.PRONOUN:
        return True
    opener = parsed.tokens[phrase.first].low
    if _means_fighters(phrase, parsed):
        return True
    if opener not in ("the", "this", "that", "these", "those") or phrase.last != phrase.first + 1:
        return False
    capital = parsed.tokens[phrase.head].tag is Tag.NAME
    return not capital and f"the {parsed.tokens[phrase.head].low}" in word_set("titles", "groups")


def is_part(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means unnamed people or parts of a body: "members", "guerrillas", "urban cells"."""
    head, table = parsed.tokens[phrase.head], denotes(phrase, parsed)
    several = table in ("armed_group", "forces") and head.low.endswith("s") and head.tag is not Tag.NAME
    return table == "armed_persons" or several or head.low in ("member", "members", "unit", "elements", "followers")


def _means_fighters(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means fighters that the article takes for known, and names nobody: "the leftist rebels"."""
    if phrase.head == phrase.first:
        return False
    first, *inner, head = [token.low for token in parsed.tokens[phrase.first : phrase.head + 1]]
    if (
        first not in ("the", "these", "those")
        or head.removesuffix("s") not in word_set("roles", "rebels")
        or phrase.hangs
    ):
        return False
    plain = all(word in word_set("roles", "leanings", "rebels") or country_of(word) is not None for word in inner)
    return head.endswith("s") and plain and parsed.tokens[phrase.head].tag is not Tag.NAME


def is_plural(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means several persons."""
    low = parsed.tokens[phrase.head].low
    return (denotes(phrase, parsed) in PERSONS | {"armed_persons"}) and (
        low.endswith("s") or low in ("men", "women", "people")
    )


def _kind_with(behind: Phrase | None, found: Description, parsed: Parsed) -> ActorKind:
    """The kind, by the apposition where the name itself leaves it open."""
    told = KINDS.get(denotes(behind, parsed) or "") if behind is not None else None
    if told is None or found.kind not in ("person", "official"):
        return found.kind
    return "official" if told in ("official", "armed_forces") else found.kind


def _fits(candidate: _Candidate, phrase: Phrase, parsed: Parsed) -> bool:
    word = parsed.tokens[phrase.head].low
    if word in word_set("titles", "he"):
        return (candidate.kind in _PERSONS | {"people"} or candidate.guessed) and not candidate.plural
    if word in word_set("titles", "they"):
        return candidate.plural or candidate.kind in ("armed_group", "armed_forces")
    if word in word_set("titles", "it"):
        return candidate.kind in _BODIES and not candidate.plural
    return candidate.kind in _GROUPS and candidate.identity == "named" and not (candidate.guessed and parsed.shouted)


def _whole_name(phrase: Phrase, parsed: Parsed) -> Phrase:
    """ "The Order of the White Flame" where only "the White Flame" was given."""
    if phrase.preposition != "of" or parsed.tokens[phrase.head].tag is not Tag.NAME or parsed.shouted:
        return phrase
    before = next((each for each in parsed.phrases if phrase in each.hangs[:1]), None)
    opens = (
        before is not None and parsed.tokens[before.first].low == "the" and parsed.tokens[before.head].tag is Tag.NAME
    )
    return before if before is not None and opens and denotes(before, parsed) not in PERSONS else phrase
