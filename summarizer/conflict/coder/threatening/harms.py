"""Words of harm to come in a stretch of speech: acts that are still to be done, and other words for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.coder.discourse.sayings import Span
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.threatening.tense import follows_or, is_to_come
from summarizer.conflict.coder.violence.acts import Act
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import end_of
from summarizer.english.grammar.tokens import Tag, within
from summarizer.lexicons import lemmas, pattern, word_set

_VERBAL = frozenset({Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_RESTRICTS = frozenset({Tag.RELATIVE, Tag.ING, Tag.PARTICIPLE, Tag.VERB})
"""What stands right behind a noun that it narrows down."""
_GOVERNING = frozenset({"down", "up", "out", "with", "of"})
"""Prepositions between a verb and a noun of harm: "carry out attacks", "warned of attacks"."""
_BEFALLING = frozenset({"burn", "sink", "drown", "die", "perish", "bleed", "fall", "explode", "tremble"})
"""Verbs of harm to their subject where they have no object."""
_STRIKES = frozenset({"strike", "strikes"})
_BLANKS = str.maketrans(dict.fromkeys('"“”„«»', " "))
_PLAIN = 12  # letters behind words of harm in which what makes them plain may stand


@dataclass(slots=True)
class Harm:
    """Harm to come: the words for it, the verb that governs them, and the act where it is one.

    `plain` words mean violence whatever stands beside them; `noun` is the phrase whose head names the harm;
    `weak` words are harm only where those do it who have force at hand.
    """

    parsed: Parsed
    words: Span
    frame: Frame | None
    act: Act | None = None
    plain: bool = False
    noun: Phrase | None = None
    weak: bool = False

    @property
    def certain(self) -> bool:
        """Whether the words mean violence by themselves."""
        return self.plain or self.act is not None

    @property
    def is_deed(self) -> bool:
        """Whether the words are a verb for an act of violence."""
        return self.act is not None and not self.act.noun

    @property
    def to_come(self) -> bool:
        """Whether its verb tells what will be."""
        return self.frame is not None and is_to_come(self.frame, self.parsed)

    @property
    def comes(self) -> bool:
        """Whether the noun for it is said to come: "more attacks will follow"."""
        return self.noun is not None and self.frame is not None and self.noun in self.frame.subjects

    @property
    def inflicted(self) -> bool:
        """Whether the words are a verb in the passive of what is done on purpose: "will be sunk"."""
        if self.frame is None or not self.certain:
            return False
        return self.frame.passive and self.words[0] <= self.frame.verb <= self.words[1]

    @property
    def befalls(self) -> bool:
        """Whether the words tell what becomes of somebody."""
        if self.plain or self.frame is None:
            return self.plain
        return self.comes or self.frame.passive or follows_or(self.frame, self.parsed)

    @property
    def undergone(self) -> bool:
        """Whether it befalls the subject of its verb: "will be shot", "will pay", "is next", "will burn"."""
        frame = self.frame
        if frame is None or (self.act is not None and self.act.noun):
            return False
        alone = frame.base in _BEFALLING and not frame.objects
        return frame.passive or alone or frame.base in lemmas("threatening", "suffering")

    @property
    def sufferers(self) -> list[Phrase]:
        """Those whom it would befall, where the verb is of what one suffers."""
        return self.frame.subjects if self.frame is not None and self.undergone else []

    @property
    def doers(self) -> list[Phrase]:
        """Those who would do it, as the words tell it."""
        told, struck = self._of_act()
        frame = self.frame
        if told or frame is None:
            return told
        if self.undergone:
            return frame.doers if frame.passive else []
        return [each for each in frame.subjects if each not in (*struck, self.noun)]

    def _of_act(self) -> tuple[list[Phrase], list[Phrase]]:
        """Who does an act of violence, or with what, and whom it strikes."""
        if self.act is None:
            return [], []
        means = [] if self.act.noun else self.act.weapons
        return self.act.doers or means, self.act.targets

    @property
    def is_of_weapon(self) -> bool:
        """Whether it is a weapon that will do the harm: "a bomb would go off"."""
        subjects = self.frame.subjects if self.frame is not None else []
        weapons = self.act.weapons if self.act is not None else []
        return any(denotes(each, self.parsed) == "weapon" for each in (*subjects, *weapons))


# --- finding it ---------------------------------------------------------------------------------------------


def harms_in(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """Acts that are told as to come, and other words of harm, from left to right."""
    inside = [act for act in acts if span[0] <= act.at <= span[1]]
    found = [*_acts(parsed, inside), *_idioms(parsed, span, "harm"), *_idioms(parsed, span, "veiled")]
    found += [harm for harm in _idioms(parsed, span, "fighting", weak=True) if not _has_purpose(harm)]
    found += _answers(parsed, span, inside)
    yield from sorted(found, key=lambda harm: harm.words)


def _acts(parsed: Parsed, acts: list[Act]) -> Iterator[Harm]:
    for act in acts:
        if act.stage != "accomplished":
            continue
        done = _deed(act.phrase, parsed) if act.phrase is not None else None
        if done is not None:
            yield Harm(parsed, act.words, done, act, noun=act.phrase)
        elif act.frame is not None and not act.frame.negated and (act.unreal or is_to_come(act.frame, parsed)):
            yield Harm(parsed, act.words, act.frame, act)


def _idioms(parsed: Parsed, span: Span, entry: str, *, weak: bool = False) -> Iterator[Harm]:
    start = parsed.sentence.start
    text = without_marks(parsed.document.text[start : parsed.sentence.end])
    first, last = parsed.tokens[span[0]].start - start, parsed.tokens[span[1]].end - start
    for match in pattern("threatening", entry).finditer(text, first, last):
        inside = within(parsed.tokens, match.start() + start, match.end() + start)
        if not inside:
            continue
        plain = pattern("threatening", "plain_harm").search(text, match.start(), min(last, match.end() + _PLAIN))
        noun = _noun_at(inside[-1], parsed) if len(inside) == 1 else None
        words, done = (inside[0], inside[-1]), _deed(noun, parsed)
        frame = done or _governing(parsed, words)
        if plain or done is not None or (noun is None and not _is_at_nothing(frame, parsed)):
            yield Harm(parsed, words, frame, None, plain is not None, noun, weak)


def _answers(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """What somebody will do about violence: "if a shot is fired, our guns will answer"."""
    armed = (each for each in parsed.phrases if span[0] <= each.first <= span[1] and denotes(each, parsed) == "weapon")
    violent = [act for act in acts if not _may_be_of_workers(act)] or any(armed)
    if violent and whoever(parsed, span):
        for frame in _willed_in(parsed, span, "answering"):
            yield Harm(parsed, (frame.first, frame.verb), frame, weak=True)


def weapons_to_come(parsed: Parsed, span: Span) -> Iterator[Harm]:
    """Of what somebody promises: "that rockets would fall on the port"."""
    for frame in _willed_in(parsed, span, "coming"):
        sent = [each for each in frame.subjects if denotes(each, parsed) == "weapon"]
        if sent and not frame.passive:
            yield Harm(parsed, (sent[0].first, frame.verb), frame)


def _willed_in(parsed: Parsed, span: Span, entry: str) -> Iterator[Frame]:
    """The verbs of an entry of threatening.toml that stand in a stretch with "will" or the like."""
    willed = (each for each in parsed.verbs_in(*span) if each.modal in word_set("threatening", "will"))
    yield from (each for each in willed if each.base in lemmas("threatening", entry))


def _may_be_of_workers(act: Act) -> bool:
    """Whether a strike may be one for wages."""
    return act.parsed.tokens[act.at].low in _STRIKES and not (act.targets or act.weapons)


def _is_at_nothing(frame: Frame | None, parsed: Parsed) -> bool:
    """Whether a verb is of what can be struck by nothing: "to fight hunger"."""
    things = [parsed.tokens[each.head].low for each in _governed(frame)] if frame is not None else []
    return not word_set("roles", "abstract").isdisjoint(things)


def _has_purpose(harm: Harm) -> bool:
    """Whether it is told what a noun is for: "an operation to clear mines"."""
    if harm.noun is None:
        return False
    behind = harm.parsed.tokens[end_of(harm.noun) + 1 :]
    return bool(behind) and behind[0].tag is Tag.TO


def _noun_at(at: int, parsed: Parsed) -> Phrase | None:
    if parsed.tokens[at].tag in _VERBAL:
        return None
    return next((each for each in parsed.phrases if each.first <= at <= each.last), None)


def _deed(noun: Phrase | None, parsed: Parsed) -> Frame | None:
    """The verb by which a noun of harm is what somebody will do, or what will come: not what an answer is to."""
    if noun is None:
        return None
    done = [each for each in parsed.frames if each.base in _DONE and noun in _governed(each)]
    if done:
        return done[0]
    comes = (each for each in parsed.frames if each.base in _COMES and noun in each.subjects)
    return next((each for each in comes if is_to_come(each, parsed)), None)


_DONE = lemmas("threatening", "doing", "committing", "suffering", "warning")
_COMES = lemmas("threatening", "coming")


def _governed(frame: Frame) -> list[Phrase]:
    return [*frame.objects, *(each for each in frame.circumstances if each.preposition in _GOVERNING)]


def _governing(parsed: Parsed, span: Span) -> Frame | None:
    """The verb that words are or hold, or the nearest before them."""
    inside = parsed.verbs_in(*span)
    return inside[0] if inside else parsed.verb_before(span[1] + 1)


# --- on a condition -----------------------------------------------------------------------------------------


def whoever(parsed: Parsed, span: Span) -> bool:
    """Whether what is to come depends on a condition, or befalls whoever does something: "any boat that crosses"."""
    if pattern("threatening", "whoever").search(without_marks(parsed.text(*span))) is not None:
        return True
    return bool(those_who(parsed, span))


def those_who(parsed: Parsed, span: Span) -> list[Phrase]:
    """Those of their kind who do something, and whom something is to befall: "any boat that crosses"."""
    willed = (each for each in parsed.verbs_in(*span) if is_to_come(each, parsed))
    return [each for frame in willed for each in frame.subjects if _is_of_some(each, parsed)]


def _is_of_some(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means those of its kind who do something: "boats found in the zone", "drivers who carry fuel"."""
    behind = parsed.tokens[end_of(phrase) + 1 :]
    restricted = bool(behind) and behind[0].tag in _RESTRICTS
    return restricted and parsed.tokens[phrase.first].tag is not Tag.NAME


def without_marks(text: str) -> str:
    """The text with a blank for every quotation mark, so that words on both sides of one are found together."""
    return text.translate(_BLANKS)
