"""Words of harm to come in a stretch of speech: acts that are still to be done, and other words for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.coder.discourse.sayings import Span
from summarizer.conflict.coder.grammar.frames import Frame, Parsed
from summarizer.conflict.coder.grammar.morphology import verb_forms
from summarizer.conflict.coder.grammar.phrases import Phrase
from summarizer.conflict.coder.grammar.subjects import end_of
from summarizer.conflict.coder.grammar.tokens import Tag, within
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.violence.acts import Act
from summarizer.lexicons import pattern, word_set

_VERBAL = frozenset({Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_ABOUT = frozenset({"going", "about", "ready", "determined", "set", "sworn", "prepared"})
_RESTRICTS = frozenset({Tag.RELATIVE, Tag.ING, Tag.PARTICIPLE, Tag.VERB})
"""What stands right behind a noun that it narrows down."""
_PARTICLES = frozenset({"down", "up", "out"})
_BEFALLING = frozenset({"burn", "sink", "drown", "die", "perish", "bleed", "fall", "explode", "tremble"})
"""Verbs of harm to their subject where they have no object."""
_PRESENT = frozenset({"are", "is", "am", "'re", "'m", "'s"})
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
    def inflicted(self) -> bool:
        """Whether the words are a verb in the passive of what is done on purpose: "will be sunk"."""
        return self.frame is not None and self.frame.passive and self.words[0] <= self.frame.verb <= self.words[1]

    @property
    def undergone(self) -> bool:
        """Whether it befalls the subject of its verb: "will be shot", "will pay", "is next"."""
        frame = self.frame
        if frame is None or (self.act is not None and self.act.noun):
            return False
        return frame.passive or frame.base in word_set("threatening", "suffering") or self._is_without_object

    @property
    def _is_without_object(self) -> bool:
        return self.frame is not None and self.frame.base in _BEFALLING and not self.frame.objects

    @property
    def sufferers(self) -> list[Phrase]:
        """Those whom it would befall, where the verb is of what one suffers."""
        return self.frame.subjects if self.frame is not None and self.undergone else []

    @property
    def doers(self) -> list[Phrase]:
        """Those who would do it, as the words tell it."""
        act, frame = self.act, self.frame
        doers = act.doers or ([] if act.noun else act.weapons) if act is not None else []
        if doers or frame is None:
            return doers
        if self.undergone:
            return frame.doers if frame.passive else []
        struck = act.targets if act is not None else []
        return [each for each in frame.subjects if each not in struck and each is not self.noun]


def without_marks(text: str) -> str:
    """The text with a blank for every quotation mark, so that words on both sides of one are found together."""
    return text.translate(_BLANKS)


def harms_in(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """Acts that are told as to come, and other words of harm, from left to right."""
    found = [*_acts(parsed, span, acts), *_idioms(parsed, span, "harm"), *_idioms(parsed, span, "veiled")]
    found += [*_idioms(parsed, span, "fighting", weak=True), *_answers(parsed, span, acts)]
    yield from sorted(found, key=lambda harm: harm.words)


def _acts(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    for act in acts:
        if not span[0] <= act.at <= span[1] or act.stage != "accomplished":
            continue
        if act.frame is not None and not act.frame.negated and (act.unreal or is_to_come(act.frame, parsed)):
            yield Harm(parsed, act.words, act.frame, act)
        elif act.phrase is not None and (done := _deed(act.phrase, parsed)) is not None:
            yield Harm(parsed, act.words, done, act, noun=act.phrase)


def whoever(parsed: Parsed, span: Span) -> bool:
    """Whether what is to come depends on a condition, or befalls whoever does something: "any boat that crosses"."""
    if pattern("threatening", "whoever").search(without_marks(parsed.text(*span))) is not None:
        return True
    inside = (each for each in parsed.frames if span[0] <= each.verb <= span[1] and is_to_come(each, parsed))
    return any(_is_of_some(each, parsed) for frame in inside for each in frame.subjects)


def _is_of_some(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase means those of its kind who do something: "boats found in the zone", "men who mend the grid"."""
    behind = parsed.tokens[end_of(phrase) + 1 :]
    restricted = bool(behind) and behind[0].tag in _RESTRICTS
    return restricted and parsed.tokens[phrase.first].tag is not Tag.NAME


def _answers(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """What somebody will do about violence: "if one shell falls, my government will answer"."""
    armed = (each for each in parsed.phrases if span[0] <= each.first <= span[1] and denotes(each, parsed) == "weapon")
    violent = any(span[0] <= act.at <= span[1] and not _may_be_of_workers(act) for act in acts) or any(armed)
    if not (violent and whoever(parsed, span)):
        return
    for frame in parsed.frames:
        answers = frame.base in word_set("threatening", "answering") and frame.modal in word_set("threatening", "will")
        if answers and span[0] <= frame.verb <= span[1]:
            yield Harm(parsed, (frame.first, frame.verb), frame, weak=True)


def _may_be_of_workers(act: Act) -> bool:
    """Whether a strike may be one for wages."""
    return act.parsed.tokens[act.at].low in ("strike", "strikes") and not (act.targets or act.weapons)


def weapons_to_come(parsed: Parsed, span: Span) -> Iterator[Harm]:
    """Of what somebody promises: "that missiles would soon be on their way"."""
    for frame in parsed.frames:
        comes = frame.base in word_set("threatening", "coming") and is_to_come(frame, parsed) and not frame.passive
        if comes and span[0] <= frame.verb <= span[1]:
            sent = [each for each in frame.subjects if denotes(each, parsed) == "weapon"]
            if sent:
                yield Harm(parsed, (sent[0].first, frame.verb), frame)


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
        words, done = (inside[0], inside[-1]), _deed(noun, parsed) if noun is not None else None
        if noun is None or plain or done is not None:
            if weak and done is not None and _is_for(noun, parsed):
                continue
            yield Harm(parsed, words, done or _governing(parsed, words), None, plain is not None, noun, weak)


def _is_for(noun: Phrase | None, parsed: Parsed) -> bool:
    """Whether it is told what a noun is for: "an operation to clear mines"."""
    return noun is not None and parsed.tokens[min(end_of(noun) + 1, len(parsed.tokens) - 1)].tag is Tag.TO


def _noun_at(at: int, parsed: Parsed) -> Phrase | None:
    if parsed.tokens[at].tag in _VERBAL:
        return None
    return next((each for each in parsed.phrases if each.first <= at <= each.last), None)


def _deed(phrase: Phrase, parsed: Parsed) -> Frame | None:
    """The verb by which a noun of harm is what somebody will do, or what will come: not what an answer is to."""
    for frame in parsed.frames:
        things = (
            *frame.objects,
            *(each for each in frame.circumstances if each.preposition in _PARTICLES | {"with", "of"}),
        )
        if phrase in things and frame.base in word_set("threatening", "doing", "committing", "suffering", "warning"):
            return frame
        if phrase in frame.subjects and frame.base in word_set("threatening", "coming") and is_to_come(frame, parsed):
            return frame
    return None


def _governing(parsed: Parsed, span: Span) -> Frame | None:
    """The verb that words are or hold, or the nearest before them."""
    inside = next((each for each in parsed.frames if span[0] <= each.verb <= span[1]), None)
    before = [each for each in parsed.frames if each.first <= span[1]]
    return inside or (before[-1] if before else None)


def is_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb tells what somebody will do: "will", "going to", "coming for", "will not hesitate to"."""
    tokens = parsed.tokens
    lead = tokens[frame.first - 1].low if frame.first else ""
    promised = frame.infinitive and tokens[frame.first - 1].base in word_set("threatening", "committing")
    if frame.modal in word_set("threatening", "will") or promised or (frame.infinitive and lead in _ABOUT):
        return True
    if follows_or(frame, parsed) or _follows_then(frame, parsed):
        return True
    if tokens[frame.verb].tag is Tag.ING and tokens[frame.first].low in _PRESENT:
        return True
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    if before is None:
        return False
    goes_on = tokens[frame.first].tag is Tag.BASE and tokens[frame.first - 1].tag is Tag.COORDINATOR  # "come and kill"
    leads = (frame.infinitive or tokens[frame.first].tag is Tag.ING) and before.base in word_set(
        "threatening", "leading_on"
    )
    return (goes_on or leads) and is_to_come(before, parsed)


def _follows_then(frame: Frame, parsed: Parsed) -> bool:
    """ "Then we kill the boy", "or we shoot"."""
    own = [each for each in frame.subjects if parsed.tokens[each.first].low in word_set("threatening", "own")]
    leads = any(parsed.tokens[each.first - 1].low in ("then", "or", "otherwise") for each in own if each.first)
    return leads and is_present(frame, parsed)


def follows_or(frame: Frame, parsed: Parsed) -> bool:
    """ "To leave or be killed", "or face death", "or see their fields burned"."""
    before = (token.low for token in reversed(parsed.tokens[: frame.first]) if token.tag is not Tag.QUOTE)
    suffers = parsed.tokens[frame.first].low in word_set("threatening", "suffering") | {"have"}
    if suffers and next(before, "") == "or":
        return True
    seen = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    return seen is not None and seen.base in ("see", "have") and follows_or(seen, parsed)


def is_present(frame: Frame | None, parsed: Parsed) -> bool:
    """Whether a verb tells nothing past: "is next", "begin to count them as targets"."""
    form = verb_forms().get(parsed.tokens[frame.verb].low) if frame is not None else None
    return form is None or "past" not in form.forms


def is_of_weapon(harm: Harm) -> bool:
    """Whether it is a weapon that will do the harm: "a bomb would go off"."""
    subjects = harm.frame.subjects if harm.frame is not None else []
    weapons = harm.act.weapons if harm.act is not None else []
    return any(denotes(each, harm.parsed) == "weapon" for each in (*subjects, *weapons))
