"""Mentions of violence in a sentence: each verb and noun of acts.toml, with who, whom, where, when and with what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from summarizer.conflict.coder.meaning.denoting import head_noun, weapon_kind
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import VERBAL, Tag, behind_last, first_of, within
from summarizer.lexicons import lexicon, pattern, word_set
from summarizer.lexicons.inflection import plural
from summarizer.schemas.vocabulary import IncidentKind, Outcome, Stage

Row = dict[str, Any]
_WINDOW = 6  # tokens between the words of a verb: "set the bus on fire"
STOPS = frozenset({Tag.COMMA, Tag.BREAK, Tag.QUOTE, Tag.SUBORDINATOR, Tag.RELATIVE})
"""Tags of what parts one clause from another."""
_WITHIN = frozenset(
    {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.ADVERB, Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.POSSESSIVE}
)
_AROUND = frozenset({"on", "to", "at", "with", "in", "as"})
_DROPPED = frozenset({"a", "an", "the"})
GENERAL: frozenset[IncidentKind] = frozenset({"other_attack", "strike", "explosion"})
"""Kinds that say nothing of the means: the weapon does, where there is one."""
_FROM_AFAR: frozenset[IncidentKind] = frozenset({"air_strike", "drone_strike", "missile_strike"})
"""What bombs, where the weapon is told that carries them."""


@dataclass(slots=True)
class Act:
    """One mention of an act; token spans are inclusive, phrases belong to `parsed`."""

    parsed: Parsed
    kind: IncidentKind
    words: tuple[int, int]
    noun: bool
    row: Row
    frame: Frame | None = None
    phrase: Phrase | None = None
    parts: frozenset[int] = frozenset()  # the tokens of a verb's further words
    doers: list[Phrase] = field(default_factory=list)
    targets: list[Phrase] = field(default_factory=list)
    places: list[Phrase] = field(default_factory=list)
    around: list[Phrase] = field(default_factory=list)  # a place that only the words around tell
    weapons: list[Phrase] = field(default_factory=list)
    time: Time | None = None
    stage: Stage = "accomplished"
    stage_words: tuple[int, int] | None = None
    outcome: Outcome | None = None
    unreal: bool = False  # to come, only possible, or negated
    pronoun: bool = False  # whom it struck is told by a pronoun
    at_nothing: bool = False  # it is directed at a plan, a policy or the like
    first_in_sentence: bool = False
    of_act: bool = False  # its subject is itself an act: "the attack killed two"
    soon_after: re.Match[str] | None = None  # words by which it follows one of the past: "two weeks later"

    @property
    def at(self) -> int:
        """The token by which the act stands in its sentence."""
        return self.words[1] if self.noun else self.words[0]

    @property
    def told_as(self) -> IncidentKind:
        """The kind, by the weapon where the words leave it open."""
        kinds = [kind for each in self.weapons if (kind := weapon_kind(each, self.parsed)) is not None]
        if self.kind == "bombing":
            return next((kind for kind in kinds if kind in _FROM_AFAR), self.kind)
        open_kind = self.stops or self.kind in GENERAL | {"shooting", "sabotage"}
        return kinds[0] if kinds and open_kind else self.kind

    @property
    def stops(self) -> bool:
        """Whether who does it only stops another's attack: shoots down, intercepts or repels what was sent."""
        return self.row.get("stage") == "intercepted" or (self.row.get("subject"), self.noun) == ("other", False)


def candidates(parsed: Parsed) -> list[Act]:
    """Every mention of an act in the sentence, its slots still empty, from left to right; none within another."""
    found = [*_verbs(parsed)]
    covered = {at for act in found for at in range(act.words[0], act.words[1] + 1)}
    found += [act for act in _nouns(parsed) if act.words[1] not in covered]
    figurative = _figurative(parsed)
    literal = (act for act in found if figurative.isdisjoint(range(act.words[0], act.words[1] + 1)))
    return sorted(literal, key=lambda act: (act.words[0], -len(act.parts), act.words[1]))


def _figurative(parsed: Parsed) -> frozenset[int]:
    """The tokens of set phrases that mean no violence."""
    matches = pattern("harm", "figurative").finditer(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
    return frozenset(at for match in matches for at in within(parsed.tokens, *match.span()))


_CLAUSE = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
"""Tags that part the clause of an act from others."""


def clause_around(act: Act) -> tuple[int, int]:
    """The tokens of the clause around an act, the last not included."""
    tokens, (first, last) = act.parsed.tokens, act.words
    return behind_last(tokens, _CLAUSE, first), first_of(tokens, _CLAUSE, last + 1, len(tokens))


# --- verbs ---------------------------------------------------------------------------------------------


@cache
def _by_verb() -> dict[str, list[tuple[tuple[frozenset[str], ...], Row]]]:
    """Rows by the first word of their verbs, the longest first; of each further word, the forms that do."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], Row]]] = {}
    for row in lexicon("acts")["act"]:
        for verb in row.get("verbs", ()):
            first, *rest = verb.split()
            forms = tuple(frozenset({word, plural(word)}) for word in rest if word not in _DROPPED)
            found.setdefault(first, []).append((forms, row))
    for rows in found.values():
        rows.sort(key=lambda each: -len(each[0]))
    return found


def _verbs(parsed: Parsed) -> Iterator[Act]:
    for frame in parsed.frames:
        for rest, row in _by_verb().get(frame.base, ()):
            parts = _behind(rest, frame, parsed)
            if parts is None:
                continue
            span = (frame.verb, max(parts, default=frame.verb))
            if _is_stopping(span[1], parsed):
                continue
            act = Act(parsed, row["kind"], span, noun=False, row=row, frame=frame, parts=parts)
            act.stage, act.outcome = row.get("stage", "accomplished"), row.get("outcome")
            yield act


def _is_stopping(last: int, parsed: Parsed) -> bool:
    """Whether a word behind those of a verb of violence makes it one of stopping an attack: "shot down", "beat back"."""
    following = parsed.tokens[last + 1 : last + 2]
    return any(f"{parsed.tokens[last].base} {token.low}" in word_set("roles", "stopping") for token in following)


def _behind(rest: tuple[frozenset[str], ...], frame: Frame, parsed: Parsed) -> frozenset[int] | None:
    """The tokens of a verb's further words, which stand within a few words behind it in order; None if they don't."""
    last, found = frame.verb, []
    for place, forms in enumerate(rest):
        around_object = place == 0 and _goes_around(forms, rest)
        for at in range(last + 1, min(last + 1 + _WINDOW, len(parsed.tokens))):
            token = parsed.tokens[at]
            if token.low in forms:
                last = at
                found.append(at)
                break
            if token.tag in STOPS | VERBAL or not (around_object or token.tag in _WITHIN):
                return None
        else:
            return None
    return frozenset(found)


def _goes_around(forms: frozenset[str], rest: tuple[frozenset[str], ...]) -> bool:
    """Whether the object of a verb may stand before this word: "set the bus on fire", "shot him dead"."""
    return bool(forms & word_set("roles", "separable")) or (len(rest) > 1 and bool(forms & _AROUND))


# --- nouns ---------------------------------------------------------------------------------------------


@cache
def _by_noun() -> dict[str, Row]:
    return {
        form: row for row in lexicon("acts")["act"] for noun in row.get("nouns", ()) for form in (noun, plural(noun))
    }


def _nouns(parsed: Parsed) -> Iterator[Act]:
    for phrase in parsed.phrases:
        noun = head_noun(phrase, parsed)
        row = _by_noun().get(noun)
        measured = " of " not in noun and parsed.tokens[phrase.head].low != noun.split()[-1]  # "a wave of bombings"
        if row is None or measured:
            continue
        act = Act(parsed, row["kind"], _name_of_act(noun, phrase, parsed), noun=True, row=row, phrase=phrase)
        act.stage, act.outcome = row.get("stage", "accomplished"), row.get("outcome")
        yield act


def _name_of_act(noun: str, phrase: Phrase, parsed: Parsed) -> tuple[int, int]:
    """The tokens of the listed noun: up to the head, or, of an "exchange of fire", from it on."""
    if " of " in noun:
        return phrase.head, phrase.hangs[0].head
    return phrase.head - len(noun.split()) + 1, phrase.head


def is_loose(act: Act) -> bool:
    """Whether the act is only a name of violence at large."""
    return act.phrase is not None and head_noun(act.phrase, act.parsed) in word_set("roles", "loose")
