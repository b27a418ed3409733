"""Words of harm to come in a stretch of speech: acts that are still to be done, and other words for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.coder.discourse.sayings import Span
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.violence.acts import Act
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag, within
from summarizer.lexicons import lemmas, pattern, word_set

_VERBAL = frozenset({Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_ABOUT = frozenset({"going", "about", "ready", "determined", "set", "sworn", "prepared"})
_PARTICLES = frozenset({"down", "up", "out"})
_SUFFERED = frozenset({"be", "become", "pay", "face", "find", "suffer", "taste"})
_PRESENT = frozenset({"are", "is", "am", "'re", "'m", "'s"})
_BLANKS = str.maketrans(dict.fromkeys('"“”„«»', " "))
_PLAIN = 12  # letters behind words of harm in which what makes them plain may stand


@dataclass(slots=True)
class Harm:
    """Harm to come: the words for it, the verb that governs them, and the act where it is one.

    `plain` words mean violence whatever stands beside them; `noun` is the phrase whose head names the harm.
    """

    parsed: Parsed
    words: Span
    frame: Frame | None
    act: Act | None = None
    plain: bool = False
    noun: Phrase | None = None

    @property
    def certain(self) -> bool:
        """Whether the words mean violence by themselves."""
        return self.plain or self.act is not None

    @property
    def undergone(self) -> bool:
        """Whether it befalls the subject of its verb: "will be shot", "will pay", "is next"."""
        frame = self.frame
        if frame is None or (self.act is not None and self.act.noun):
            return False
        return frame.passive or frame.base in _SUFFERED


def without_marks(text: str) -> str:
    """The text with a blank for every quotation mark, so that words on both sides of one are found together."""
    return text.translate(_BLANKS)


def harms_in(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """Acts that are told as to come, and other words of harm, from left to right."""
    found = [*_acts(parsed, span, acts), *_idioms(parsed, span, "harm"), *_idioms(parsed, span, "veiled")]
    yield from sorted(found, key=lambda harm: harm.words)


def _acts(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    for act in acts:
        if not span[0] <= act.at <= span[1] or act.stage != "accomplished":
            continue
        if act.frame is not None and not act.frame.negated and (act.unreal or is_to_come(act.frame, parsed)):
            yield Harm(parsed, act.words, act.frame, act)
        elif act.phrase is not None and _is_done(act.phrase, parsed):
            yield Harm(parsed, act.words, _governing(parsed, act.words), act, noun=act.phrase)


def _idioms(parsed: Parsed, span: Span, entry: str) -> Iterator[Harm]:
    start = parsed.sentence.start
    text = without_marks(parsed.document.text[start : parsed.sentence.end])
    first, last = parsed.tokens[span[0]].start - start, parsed.tokens[span[1]].end - start
    for match in pattern("threatening", entry).finditer(text, first, last):
        inside = within(parsed.tokens, match.start() + start, match.end() + start)
        if not inside:
            continue
        plain = pattern("threatening", "plain_harm").search(text, match.start(), min(last, match.end() + _PLAIN))
        noun = _noun_at(inside[-1], parsed) if len(inside) == 1 else None
        if noun is None or plain or _is_done(noun, parsed):
            words = (inside[0], inside[-1])
            yield Harm(parsed, words, _governing(parsed, words), None, plain is not None, noun)


def _noun_at(at: int, parsed: Parsed) -> Phrase | None:
    if parsed.tokens[at].tag in _VERBAL:
        return None
    return next((each for each in parsed.phrases if each.first <= at <= each.last), None)


def _is_done(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a noun of harm is what somebody will do, or what will come: not what an answer is to."""
    for frame in parsed.frames:
        things = (*frame.objects, *(each for each in frame.circumstances if each.preposition in _PARTICLES | {"with"}))
        if phrase in things and frame.base in lemmas("threatening", "doing"):
            return True
        if phrase in frame.subjects and is_to_come(frame, parsed):
            return frame.base in lemmas("threatening", "coming")
    return False


def _governing(parsed: Parsed, span: Span) -> Frame | None:
    """The verb that words are or hold, or the nearest before them."""
    inside = next((each for each in parsed.frames if span[0] <= each.verb <= span[1]), None)
    before = [each for each in parsed.frames if each.first <= span[1]]
    return inside or (before[-1] if before else None)


def is_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb tells what somebody will do: "will", "going to", "coming for", "will not hesitate to"."""
    tokens = parsed.tokens
    lead = tokens[frame.first - 1].low if frame.first else ""
    if frame.modal in word_set("threatening", "will") or (frame.infinitive and lead in _ABOUT):
        return True
    if follows_or(frame, parsed):
        return True
    if tokens[frame.verb].tag is Tag.ING and tokens[frame.first].low in _PRESENT:
        return True
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    if before is None:
        return False
    goes_on = tokens[frame.first].tag is Tag.BASE and tokens[frame.first - 1].tag is Tag.COORDINATOR  # "come and kill"
    leads = frame.infinitive and before.base in lemmas("threatening", "leading_on")
    return (goes_on or leads) and is_to_come(before, parsed)


def follows_or(frame: Frame, parsed: Parsed) -> bool:
    """ "To leave or be killed"."""
    before = (token.low for token in reversed(parsed.tokens[: frame.first]) if token.tag is not Tag.QUOTE)
    return parsed.tokens[frame.first].low in ("be", "have") and next(before, "") == "or"


def is_present(frame: Frame | None, parsed: Parsed) -> bool:
    """Whether a verb tells nothing past: "is next", "begin to count them as targets"."""
    form = verb_form(parsed.tokens[frame.verb].low) if frame is not None else None
    return form is None or "past" not in form.forms


def is_of_weapon(harm: Harm) -> bool:
    """Whether it is a weapon that will do the harm: "a bomb would go off"."""
    subjects = harm.frame.subjects if harm.frame is not None else []
    weapons = harm.act.weapons if harm.act is not None else []
    return any(denotes(each, harm.parsed) == "weapon" for each in (*subjects, *weapons))
