"""Everybody that the coder needs of an article, each once, under every name that the article shows to be the same."""

import re
from dataclasses import dataclass, field

from summarizer.conflict.coder.meaning.denoting import denotes, is_abstract
from summarizer.conflict.coder.people.antecedents import Antecedents, is_plural, refers_back
from summarizer.conflict.coder.people.describing import Description, apposed_to, describe, name_behind, whole, wholes_of
from summarizer.conflict.coder.people.learning import short_form
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import pattern
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Actor, Affiliation
from summarizer.schemas.vocabulary import ActorKind, Identity

_BELONGING: frozenset[ActorKind] = frozenset({"official", "person", "armed_group", "armed_forces", "outlet", "people"})
_MOST_LINKS = 2


@dataclass(slots=True)
class Member:
    """An actor in the making; `role` is what describes it."""

    id: int
    name: Mention
    kind: ActorKind
    identity: Identity
    role: str
    aliases: list[Mention] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
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


class Roster:
    """The actors of one article, in the order in which they are first needed."""

    def __init__(self, told: Antecedents) -> None:
        self.entries: list[Member] = []
        self.names = told.names
        self._by_key: dict[str, Member] = {}
        self._told = told
        self._looked_up: set[int] = set()

    def __getitem__(self, actor: int) -> Member:
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
            return self.referred(phrase, parsed)
        found = describe(phrase, parsed, self.names, otherwise)
        named = name_behind(phrase, parsed) if found is not None and found.identity == "anonymous" else None
        if named is not None and found is not None:  # "the minister, Dara Venn, said": Dara Venn
            found = describe(named, parsed, self.names, found.kind) or found
        if found is None:
            return None
        entry = self._known(found) or self._enter(phrase, parsed, found)
        self._call(entry, {self.names.same.get(key, key) for key in found.keys} | set(found.keys))
        return entry.id

    def is_somebody(self, phrase: Phrase, parsed: Parsed) -> bool:
        """Whether a phrase that is no pronoun names or describes an actor, entered or not."""
        return describe(phrase, parsed, self.names, None) is not None

    def described(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """Somebody whom no list knows, by the words for him: "an anonymous caller"; None where the words are abstract."""
        token = parsed.tokens[phrase.head]
        if token.tag is not Tag.NOUN or denotes(phrase, parsed) is not None or is_abstract(token.low) or phrase.owner:
            return None
        found = whole(phrase, parsed, "people" if token.low.endswith("s") else "person", "anonymous")
        return (self._known(found) or self._enter(phrase, parsed, found)).id

    def words_for(self, actor: int | None, phrases: list[Phrase], parsed: Parsed) -> list[Mention]:
        """The words by which an actor is told of at a place, where they are not its name."""
        if actor is None or not phrases:
            return []
        named = name_behind(phrases[0], parsed) or phrases[0]
        if self[actor].name.text in parsed.text(phrases[0].first, named.last):
            return []
        return [_mention(parsed, phrases[0].first, phrases[0].last)]

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

    def doer(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """The actor that the words for a doer stand for; None where they may as well stand for another.

        Args:
            phrase: a noun phrase or a pronoun.
            parsed: its sentence.
        """
        return None if self._told.is_open(phrase, parsed) else self.of(phrase, parsed)

    def antecedent(self, pronoun: Phrase, parsed: Parsed) -> Phrase | None:
        """The phrase of the same sentence that a pronoun stands for, whether or not it is an actor's."""
        found = self._told.meant(pronoun, parsed)
        return found.phrase if found is not None and found.parsed is parsed else None

    def _known(self, found: Description) -> Member | None:
        """An entry of this name; the short form of a name finds the longer one, never the reverse."""
        name = found.keys[0]
        wanted = {name, self.names.same.get(name, name), *(found.keys[1:] if " " not in name else ())}
        entries = (self._by_key[key] for key in wanted if key in self._by_key)
        return min(entries, key=lambda entry: entry.id, default=None)

    def _call(self, entry: Member, keys: set[str]) -> None:
        """Let an entry be found by these names too; of two of one name, the earlier is."""
        for key in keys:
            known = self._by_key.setdefault(key, entry)
            self._by_key[key] = min(known, entry, key=lambda each: each.id)

    def _enter(self, phrase: Phrase, parsed: Parsed, found: Description) -> Member:
        apposed = apposed_to(phrase, parsed)
        entry = Member(
            id=len(self.entries) + 1,
            name=_mention(parsed, found.first, found.last),
            kind=found.kind,
            identity=found.identity,
            role=" ".join(parsed.low(each.first, each.last) for each in (phrase, *apposed)),
            plural=is_plural(phrase, parsed),
        )
        self.entries.append(entry)
        self._call(entry, set(found.keys))
        named = phrase.owner if phrase.owner is not None and phrase.bracket is None else phrase
        bracket = short_form(named, parsed, found.last)
        if bracket is not None:
            entry.aliases.append(_mention(parsed, bracket.first, bracket.last))
        if entry.kind in _BELONGING:
            for each in (phrase, *apposed):
                self._affiliate(entry, each, found, parsed)
        return entry

    def _affiliate(self, entry: Member, phrase: Phrase, found: Description, parsed: Parsed) -> None:
        """What the actor belongs to, where words beside its name say so."""
        for other in wholes_of(phrase, parsed, self.names, found):
            actor = self.of(other, parsed)
            if actor is None or len(entry.affiliations) >= _MOST_LINKS or entry.id in self.party(actor):
                continue
            first, last = min(found.first, phrase.first, other.first), max(found.last, phrase.last, other.last)
            if all(link.actor != actor for link in entry.affiliations):
                entry.affiliations.append(Affiliation(actor=actor, evidence=[_mention(parsed, first, last)]))


def _mention(parsed: Parsed, first: int, last: int) -> Mention:
    return Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))
