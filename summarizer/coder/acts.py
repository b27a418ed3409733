"""Mentions of violence in a sentence: the act, who did it, to whom, where, when and with what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from summarizer.coder.denoting import ARMED, PEOPLE, denotes, head_noun
from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.morphology import plural
from summarizer.coder.phrases import Phrase
from summarizer.coder.times import Time, times_in
from summarizer.coder.tokens import Tag
from summarizer.lexicons import lexicon
from summarizer.schemas.vocabulary import IncidentKind, Outcome, Stage

Row = dict[str, Any]
_AT = ("in", "at", "near", "outside", "on", "inside", "around", "off", "along", "between", "from")
_ON = ("on", "against", "at", "of", "into", "to", "targeting", "toward", "towards")
_WITH = ("with", "by", "using", "from", "in")
_NOT_YET = frozenset({"will", "would", "could", "may", "might", "shall", "should", "can", "must", "'ll"})


@dataclass(slots=True)
class Act:
    """One mention of an act; token spans are inclusive, phrases belong to `parsed`."""

    parsed: Parsed
    kind: IncidentKind
    words: tuple[int, int]
    noun: bool
    frame: Frame | None = None
    phrase: Phrase | None = None
    doers: list[Phrase] = field(default_factory=list)
    targets: list[Phrase] = field(default_factory=list)
    places: list[Phrase] = field(default_factory=list)
    weapons: list[Phrase] = field(default_factory=list)
    time: Time | None = None
    stage: Stage = "accomplished"
    outcome: Outcome | None = None
    unreal: bool = False  # to come, only possible, or negated

    @property
    def at(self) -> int:
        """The token by which the act stands in its sentence."""
        return self.words[1] if self.noun else self.words[0]


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act in the sentence, verbs and nouns, from left to right."""
    found = [*_verbs(parsed), *_nouns(parsed)]
    found.sort(key=lambda act: act.words)
    times = times_in(parsed) if found else []
    for act in found:
        act.time = _nearest(act, times, found)
    return found


# --- verbs ---------------------------------------------------------------------------------------------


@cache
def _by_verb() -> dict[str, list[tuple[tuple[str, ...], Row]]]:
    """Rows by the first word of their verbs, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in lexicon("acts")["act"]:
        for verb in row.get("verbs", ()):
            first, *rest = verb.split()
            found.setdefault(first, []).append((tuple(rest), row))
    for rows in found.values():
        rows.sort(key=lambda each: -len(each[0]))
    return found


def _verbs(parsed: Parsed) -> Iterator[Act]:
    for frame in parsed.frames:
        for rest, row in _by_verb().get(frame.base, ()):
            last = _behind(rest, frame, parsed)
            if last is not None:
                act = _from_frame(frame, row, last, parsed)
                if act is not None:
                    yield act
                break


def _behind(rest: tuple[str, ...], frame: Frame, parsed: Parsed) -> int | None:
    """The last token of a verb's further words, which stand within a few words behind it in order."""
    at, last = frame.verb + 1, frame.verb
    for word in rest:
        place = next((n for n in range(at, min(at + 4, len(parsed.tokens))) if parsed.tokens[n].low == word), None)
        if place is None:
            return None
        at, last = place + 1, place
    return last


def _from_frame(frame: Frame, row: Row, last: int, parsed: Parsed) -> Act | None:
    act = Act(parsed, row["kind"], (frame.verb, last), noun=False, frame=frame, outcome=row.get("outcome"))
    act.stage = row.get("stage", "accomplished")
    act.unreal = frame.modal in _NOT_YET or frame.negated
    subject, thing = row.get("subject", "actor"), row.get("object", "target")
    if frame.passive:
        act.doers = _agents([each for each in frame.circumstances if each.preposition == "by"], act)
        _place_in(act, frame.subjects, thing)
    elif subject == "actor":
        act.doers = _agents(frame.subjects, act)
        _place_in(act, [each for each in frame.objects if each.first > last or each.last < last], thing)
        if last > frame.verb and not act.targets:
            act.targets = [each for each in frame.circumstances[:1] if each.preposition in _ON and _can_be_struck(each, parsed)]
    else:
        _place_in(act, frame.subjects, subject)
    _circumstances(act, frame.circumstances, aimed=thing == "weapon")
    return act if not row.get("weak") or act.weapons or _armed(act) else None


def _place_in(act: Act, phrases: list[Phrase], role: str) -> None:
    for phrase in phrases:
        if denotes(phrase, act.parsed) == "weapon":
            act.weapons.append(phrase)
        elif role in ("target", "victim"):
            if _can_be_struck(phrase, act.parsed):
                act.targets.append(phrase)


def _agents(phrases: list[Phrase], act: Act) -> list[Phrase]:
    """Doers; a weapon in their place is the means."""
    doers = []
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if meaning == "weapon":
            act.weapons.append(phrase)
        elif meaning not in ("act", "things", "places"):
            doers.append(phrase)
    return doers


def _circumstances(act: Act, phrases: list[Phrase], *, aimed: bool) -> None:
    for phrase in phrases:
        meaning = denotes(phrase, act.parsed)
        if meaning == "weapon":
            if phrase.preposition in _WITH:
                act.weapons.append(phrase)
        elif _is_place(phrase, act.parsed):
            act.places.append(phrase)
        elif (aimed or not act.targets) and phrase.preposition in ("at", "on", "against", "into", "toward", "towards"):
            if _can_be_struck(phrase, act.parsed):
                act.targets.append(phrase)


def _armed(act: Act) -> bool:
    return any(denotes(doer, act.parsed) in ARMED for doer in act.doers)


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
        if row is None or denotes(phrase, parsed) != "act":
            continue
        first = phrase.head - len(noun.split()) + 1
        act = Act(parsed, row["kind"], (first, phrase.head), noun=True, phrase=phrase, outcome=row.get("outcome"))
        act.stage = row.get("stage", "accomplished")
        _from_phrase(act, phrase, first)
        yield act


def _from_phrase(act: Act, phrase: Phrase, first: int) -> None:
    parsed = act.parsed
    if phrase.owner is not None and denotes(phrase.owner, parsed) not in ("places", "things"):
        act.doers.append(phrase.owner)
    for each in phrase.hangs:
        if each.preposition == "by" and denotes(each, parsed) != "act":
            act.doers.extend(_agents([each], act))
        elif denotes(each, parsed) == "weapon":
            act.weapons.append(each)
        elif each.preposition in _ON and not act.targets and _can_be_struck(each, parsed) and not _is_place(each, parsed):
            act.targets.append(each)
        elif _is_place(each, parsed):
            act.places.append(each)
    holder = next((frame for frame in parsed.frames if phrase in frame.objects or phrase in frame.subjects), None)
    if holder is not None:
        _circumstances(act, holder.circumstances, aimed=False)
        act.unreal = holder.modal in _NOT_YET


# --- where and when -----------------------------------------------------------------------------------


def _is_place(phrase: Phrase, parsed: Parsed) -> bool:
    """Named or listed places behind a preposition of place."""
    if phrase.preposition not in _AT:
        return False
    meaning = denotes(phrase, parsed)
    if meaning is not None:
        return meaning == "places"
    head = parsed.tokens[phrase.head]
    return head.tag is Tag.NAME and not _is_time(phrase, parsed)


def _is_time(phrase: Phrase, parsed: Parsed) -> bool:
    return any(time.first <= phrase.head <= time.last for time in times_in(parsed))


def _can_be_struck(phrase: Phrase, parsed: Parsed) -> bool:
    meaning = denotes(phrase, parsed)
    if parsed.tokens[phrase.head].tag is Tag.PRONOUN or _is_time(phrase, parsed):
        return False
    return meaning not in ("act", "weapon") and (meaning is not None or parsed.tokens[phrase.head].tag is Tag.NAME)


def _nearest(act: Act, times: list[Time], others: list[Act]) -> Time | None:
    """The time expression nearest to the act that stands nearer to no other act."""
    best = min(times, key=lambda time: _distance(act, time), default=None)
    if best is None or any(_distance(other, best) < _distance(act, best) for other in others):
        return None
    return best


def _distance(act: Act, time: Time) -> int:
    return min(abs(time.first - act.words[1]), abs(act.words[0] - time.last))
