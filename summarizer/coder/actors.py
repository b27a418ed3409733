"""Everybody that the coder finds in an article, each once, under every name that the article shows to be the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.coder.countries import country_of
from summarizer.coder.denoting import BODIES, PEOPLE, denotes, head_noun, name_span
from summarizer.coder.frames import Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import Tag
from summarizer.lexicons import words
from summarizer.schemas.draft import Actor, Affiliation, Mention
from summarizer.schemas.vocabulary import ActorKind, Identity

_KINDS: dict[str, ActorKind] = {
    "armed_group": "armed_group",
    "armed_persons": "armed_group",
    "forces": "armed_forces",
    "military_persons": "armed_forces",
    "bodies": "public_body",
    "officials": "official",
    "monitors": "monitor",
    "outlets": "outlet",
    "organisations": "organisation",
    "civilians": "people",
    "collective": "people",
}
_SPEAKS_FOR = ("of", "for", "from", "with", "in", "at")
_ANONYMOUS = re.compile(r"\b(?:anonym\w+|unnamed|unidentified|sources?|officials?|spokes\w+)\b")


@dataclass(slots=True)
class Entry:
    """An actor in the making; `keys` are the folded names by which it is found again."""

    id: int
    name: Mention
    kind: ActorKind
    identity: Identity
    aliases: list[Mention] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    last: int = 0  # sentence of the latest mention
    plural: bool = False


class Registry:
    """The actors of one article, in the order in which they were first needed."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

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
            phrase: a noun phrase; a pronoun or "the group" is looked up among those named before.
            parsed: its sentence.
            otherwise: the kind of a name that nothing tells the kind of; None: then it is no actor.

        Returns:
            None where the phrase denotes no actor, or a pronoun's actor cannot be told.
        """
        if self._refers_back(phrase, parsed):
            return self.referred(phrase, parsed)
        kind, identity = self._kind(phrase, parsed, otherwise)
        if kind is None:
            return None
        first, last = self._name_tokens(phrase, parsed, identity)
        keys = set(self._keys(phrase, parsed, first, last, identity))
        entry = self._known(keys) if keys else None
        if entry is None:
            entry = self._enter(phrase, parsed, first, last, kind, identity)
        entry.keys |= keys
        entry.last = parsed.sentence.number
        return entry.id

    def referred(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """The actor that a pronoun or a bare description stands for: the latest that it fits, at most two sentences back."""
        word, table = parsed.tokens[phrase.head].low, denotes(phrase, parsed)
        number = parsed.sentence.number
        for entry in sorted(self.entries, key=lambda each: -each.last):
            if number - entry.last > 2:
                break
            if word in words("titles", "he"):
                fits = entry.kind in ("person", "official") and not entry.plural
            elif word in words("titles", "they"):
                fits = entry.plural or entry.kind in ("armed_group", "armed_forces")
            elif table is not None:
                fits = _KINDS.get(table) == entry.kind and entry.identity == "named"
            else:
                fits = entry.kind not in ("person", "official", "people")
            if fits:
                entry.last = number
                return entry.id
        return None

    # --- what a phrase is ------------------------------------------------------------------------

    def _refers_back(self, phrase: Phrase, parsed: Parsed) -> bool:
        if parsed.tokens[phrase.head].tag is Tag.PRONOUN:
            return True
        opener = parsed.tokens[phrase.first].low
        bare = phrase.last - phrase.first == 1 and opener in ("the", "this", "that", "these", "those")
        return bare and f"the {parsed.tokens[phrase.head].low}" in words("titles", "groups", "singular_persons")

    def _kind(self, phrase: Phrase, parsed: Parsed, otherwise: ActorKind | None) -> tuple[ActorKind | None, Identity]:
        table = denotes(phrase, parsed)
        named = name_span(phrase, parsed)
        if table in _KINDS:
            kind = _KINDS[table]
            if table == "armed_persons" and phrase.hanging("of", "from") is None and named is None:
                return kind, "generic"
            if table == "officials":
                return kind, "named" if named and _ends_in_name(phrase, named) else "anonymous"
            if kind == "people":
                return kind, "generic"
            return kind, "named" if self._has_own_name(phrase, parsed, named, table) else "generic"
        if country_of(parsed.low(phrase.first, phrase.last)) or country_of(parsed.tokens[phrase.head].low):
            return "state", "named"
        if table is not None:
            return None, "generic"
        if named is not None:
            titled = any(word.low in words("titles", "titles") for word in parsed.tokens[phrase.first : named[0]])
            return ("official" if titled else otherwise), "named"
        if otherwise is not None and self._known({parsed.low(phrase.first, phrase.last)}):
            return otherwise, "named"
        return (otherwise, "named") if _is_acronym(phrase, parsed) else (None, "generic")

    def _has_own_name(self, phrase: Phrase, parsed: Parsed, named: tuple[int, int] | None, table: str) -> bool:
        """A body is named by capitals, by a country's adjective, or by words beyond the bare noun."""
        if table == "armed_persons" or table == "military_persons":
            return named is not None
        start = phrase.first + (parsed.tokens[phrase.first].tag is Tag.DETERMINER)
        return named is not None or parsed.low(start, phrase.head) != head_noun(phrase, parsed)

    # --- names --------------------------------------------------------------------------------------

    def _name_tokens(self, phrase: Phrase, parsed: Parsed, identity: Identity) -> tuple[int, int]:
        """The tokens that name the actor: without article and title where it has a name, else the whole description."""
        first, last = phrase.first, phrase.last
        tagged = name_span(phrase, parsed)
        if identity == "named" and tagged and denotes(phrase, parsed) in (None, "officials") and _ends_in_name(phrase, tagged):
            return tagged
        if parsed.tokens[first].tag is Tag.DETERMINER and last > first:
            first += 1
        if identity != "named" and phrase.hangs and phrase.hangs[0].preposition in ("of", "from", "for", "in"):
            last = phrase.hangs[0].last
        return first, last

    def _keys(self, phrase: Phrase, parsed: Parsed, first: int, last: int, identity: Identity) -> Iterator[str]:
        name = parsed.low(first, last)
        yield name
        if identity == "named" and parsed.tokens[last].tag is Tag.NAME and denotes(phrase, parsed) in (None, "officials"):
            yield parsed.tokens[last].low
        if phrase.bracket is not None and _is_acronym(phrase.bracket, parsed):
            yield parsed.low(phrase.bracket.first, phrase.bracket.last)

    def _known(self, keys: set[str]) -> Entry | None:
        return next((entry for entry in self.entries if entry.keys & keys), None)

    def _enter(
        self, phrase: Phrase, parsed: Parsed, first: int, last: int, kind: ActorKind, identity: Identity
    ) -> Entry:
        entry = Entry(
            id=len(self.entries) + 1,
            name=Mention(sentence=parsed.sentence.number, text=parsed.text(first, last)),
            kind=kind,
            identity=identity,
            plural=parsed.tokens[phrase.head].low.endswith("s") and denotes(phrase, parsed) in PEOPLE,
        )
        self.entries.append(entry)
        if phrase.bracket is not None and _is_acronym(phrase.bracket, parsed):
            entry.aliases.append(
                Mention(sentence=parsed.sentence.number, text=parsed.text(phrase.bracket.first, phrase.bracket.last))
            )
        self._affiliate(entry, phrase, parsed)
        return entry

    def _affiliate(self, entry: Entry, phrase: Phrase, parsed: Parsed) -> None:
        """What the actor belongs to, where its own phrase says so: "a spokesman for the X", "the X's commander"."""
        if entry.kind not in ("official", "person", "armed_group", "armed_forces"):
            return
        wholes = [each for each in phrase.hangs if each.preposition in _SPEAKS_FOR[:4]]
        wholes += [phrase.owner] if phrase.owner else []
        for whole in wholes:
            if denotes(whole, parsed) not in BODIES and name_span(whole, parsed) is None:
                continue
            other = self.of(whole, parsed)
            if other is not None and other != entry.id:
                evidence = Mention(sentence=parsed.sentence.number, text=parsed.text(min(phrase.first, whole.first), max(phrase.last, whole.last)))
                entry.affiliations.append(Affiliation(actor=other, evidence=[evidence]))
                break


def _ends_in_name(phrase: Phrase, named: tuple[int, int]) -> bool:
    return named[1] == phrase.last


def _is_acronym(phrase: Phrase, parsed: Parsed) -> bool:
    text = parsed.text(phrase.first, phrase.last)
    return phrase.first == phrase.last and 2 <= len(text) <= 8 and text.isupper()
