"""Everybody that the coder needs of an article, each once, under every name that the article shows to be the same."""

import re
from dataclasses import dataclass, field

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, is_abstract
from summarizer.coder.people.affiliating import apposition, named_behind, wholes
from summarizer.coder.people.antecedents import Antecedents, Candidate, is_plural, refers_back, whole_of
from summarizer.coder.people.describing import PERSONS, Description, describe, unknown
from summarizer.coder.people.naming import KINDS, Names, short_form
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Actor, Affiliation
from summarizer.schemas.vocabulary import ActorKind, Identity

_PERSONS: frozenset[ActorKind] = frozenset({"person", "official"})
_BELONGING: frozenset[ActorKind] = frozenset({"official", "person", "armed_group", "armed_forces", "outlet", "people"})
_NAMED_BEHIND: dict[str, ActorKind] = {
    "civilians": "person",
    "armed_group": "armed_group",
    "organisations": "organisation",
}
"""The kind of a name by the description before it, where it is no official's."""
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


class Registry:
    """The actors of one article, in the order in which they are first needed."""

    def __init__(self, sentences: list[Parsed], names: Names) -> None:
        self.entries: list[Entry] = []
        self.names = names
        self._told = Antecedents(sentences, names)
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
        if refers_back(phrase, parsed, self.names):
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
        behind = _NAMED_BEHIND.get(denotes(phrase, parsed) or "", "official") if named is not None else otherwise
        found = describe(named or phrase, parsed, self.names, behind)
        if found is None:
            return None
        keys = {self.names.same.get(key, key) for key in found.keys} | set(found.keys)
        entry = self._known(found) or (self._by_role(phrase, parsed) if named is None else None)
        full = self._full_form(found, phrase, parsed) if entry is None else None
        if full is not None:
            return self.of(full.phrase, full.parsed, otherwise=otherwise)
        if entry is None:
            entry = self._enter(phrase, named or phrase, parsed, found, keys)
        entry.keys |= keys
        return entry.id

    def _of_members(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """The armed party whom unnamed members or fighters belong to: "guerrillas of the Red Front"."""
        whole = whole_of(phrase, parsed, self.names)
        return self.of(whole, parsed) if whole is not None else None

    def _spoken_for(self, phrase: Phrase, parsed: Parsed, otherwise: ActorKind | None) -> int | None:
        """Whom a mouthpiece speaks for: "the president's office", "its radio"."""
        if parsed.tokens[phrase.head].low not in word_set("sayings", "mouthpieces"):
            return None
        if phrase.owner is not None:
            return self.of(phrase.owner, parsed, otherwise=otherwise)
        named = phrase.head - 1
        if parsed.tokens[phrase.head].low == "side" and named > phrase.first and parsed.tokens[named].tag is Tag.NAME:
            return self.of(Phrase(phrase.first, named, named), parsed, otherwise=otherwise)  # "the Velland side"
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
        found = self._told.meant(phrase, parsed)
        if found is None or id(found.phrase) in self._looked_up:
            return None  # "members of the group" are not what "the group" stands for
        self._looked_up.add(id(found.phrase))
        actor = self.of(found.phrase, found.parsed, otherwise="person")
        self._looked_up.discard(id(found.phrase))
        return actor

    # --- looking back ---------------------------------------------------------------------------------

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

    def _full_form(self, found: Description, phrase: Phrase, parsed: Parsed) -> Candidate | None:
        """Where a short form stands for a longer name told before, or soon after."""
        name = found.keys[0]
        if " " in name or found.identity != "named" or found.kind == "state":
            return None
        return next((each for each in self._told.longer(name) if each.phrase is not phrase), None)

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
        self._alias(entry, phrase, parsed, found.last)
        if entry.kind in _BELONGING:
            self._affiliate(entry, whole, phrase, behind, found, parsed)
        return entry

    def _alias(self, entry: Entry, phrase: Phrase, parsed: Parsed, last: int) -> None:
        named = phrase if phrase.bracket is not None or phrase.owner is None else phrase.owner
        bracket = short_form(named, parsed, last)
        if bracket is None:
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


def _kind_with(behind: Phrase | None, found: Description, parsed: Parsed) -> ActorKind:
    """The kind, by the apposition where the name itself leaves it open."""
    told = KINDS.get(denotes(behind, parsed) or "") if behind is not None else None
    if told is None or found.kind not in ("person", "official"):
        return found.kind
    return "official" if told in ("official", "armed_forces") else found.kind


def _whole_name(phrase: Phrase, parsed: Parsed) -> Phrase:
    """ "The Order of the White Flame" where only "the White Flame" was given."""
    if phrase.preposition != "of" or parsed.tokens[phrase.head].tag is not Tag.NAME or parsed.shouted:
        return phrase
    before = next((each for each in parsed.phrases if phrase in each.hangs[:1]), None)
    opens = (
        before is not None and parsed.tokens[before.first].low == "the" and parsed.tokens[before.head].tag is Tag.NAME
    )
    return before if before is not None and opens and denotes(before, parsed) not in PERSONS else phrase
