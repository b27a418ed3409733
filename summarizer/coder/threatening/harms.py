"""Words of harm to come in a stretch of speech: acts that are still to be done, and other words for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.coder.discourse.quotations import without_marks
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import verb_forms
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, within
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import pattern, word_set

_VERBAL = frozenset({Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_ABOUT = frozenset({"going", "about", "ready", "determined", "set", "sworn", "prepared"})


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
    def passive(self) -> bool:
        """Whether its verb tells what is done to the subject."""
        return self.frame is not None and self.frame.passive

    @property
    def undergone(self) -> bool:
        """Whether it befalls the subject of its verb: "will be shot", "will pay", "is next"."""
        if self.frame is None or (self.act is not None and self.act.noun) or made_by(self.frame, self.parsed):
            return False
        behind = [each.first for each in self.frame.circumstances if each.preposition in ("down", "up", "out")]
        intransitive = (
            self.frame.base in word_set("threatening", "undergoing")
            and not self.frame.objects
            and self.frame.verb + 2 not in behind
        )
        return (
            self.passive
            or intransitive
            or self.frame.base in ("be", "become", "pay", "face", "find", "suffer", "taste")
        )


def harms_in(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    """Acts that are told as to come, and other words of harm, from left to right."""
    found = [*_acts(parsed, span, acts), *_idioms(parsed, span, "harm"), *_idioms(parsed, span, "veiled")]
    yield from sorted(found, key=lambda harm: harm.words)


def _acts(parsed: Parsed, span: Span, acts: list[Act]) -> Iterator[Harm]:
    for act in acts:
        if not span[0] <= act.at <= span[1] or act.stage != "accomplished" or _is_denied(act):
            continue
        frame = act.frame or governing(parsed, act.words)
        if act.frame is not None and (act.unreal or is_to_come(act.frame, parsed) or _is_promised(act.frame, parsed)):
            yield Harm(parsed, act.words, frame, act)
        elif act.phrase is not None and _is_done(act.phrase, parsed):
            yield Harm(parsed, act.words, frame, act, noun=act.phrase)


def _is_promised(frame: Frame, parsed: Parsed) -> bool:
    """ "To kill", "to start killing"."""
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    goes_on = before is not None and before.infinitive and before.base in word_set("threatening", "leading_on")
    return frame.infinitive or (goes_on and _is_bare_ing(frame, parsed))


def _is_denied(act: Act) -> bool:
    return act.frame is not None and act.frame.negated


def _idioms(parsed: Parsed, span: Span, entry: str) -> Iterator[Harm]:
    start = parsed.sentence.start
    text = without_marks(parsed.document.text[start : parsed.sentence.end])
    first, last = parsed.tokens[span[0]].start - start, parsed.tokens[span[1]].end - start
    for match in pattern("threatening", entry).finditer(text, first, last):
        inside = within(parsed.tokens, match.start() + start, match.end() + start)
        if not inside or any(at in parsed.figurative for at in inside):
            continue
        plain = (
            pattern("threatening", "plain_harm").search(text, match.start(), min(last, match.end() + 12)) is not None
        )
        noun = _noun_at(inside[-1], parsed) if len(inside) == 1 else None
        if noun is not None and not plain and not _is_done(noun, parsed):
            continue
        yield Harm(parsed, (inside[0], inside[-1]), governing(parsed, (inside[0], inside[-1])), None, plain, noun)


def _noun_at(at: int, parsed: Parsed) -> Phrase | None:
    if parsed.tokens[at].tag in _VERBAL:
        return None
    return next((each for each in parsed.phrases if each.first <= at <= each.last), None)


def _is_done(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a noun of harm is what somebody will do, or what will come: not what an answer is to."""
    for frame in parsed.frames:
        things = [*frame.objects, *(each for each in frame.circumstances if each.preposition in ("out", "up", "with"))]
        if phrase in things and (
            frame.base in word_set("threatening", "doing") or frame.base in word_set("threatening", "committing")
        ):
            return True
        if phrase in frame.subjects and is_to_come(frame, parsed):
            return frame.base in word_set("threatening", "coming") or (
                frame.passive and frame.base in word_set("threatening", "doing")
            )
    return False


def governing(parsed: Parsed, span: Span) -> Frame | None:
    """The verb that words are or hold, or the nearest before them."""
    inside = next((each for each in parsed.frames if span[0] <= each.verb <= span[1]), None)
    before = [each for each in parsed.frames if each.first <= span[1]]
    return inside or (before[-1] if before else None)


def is_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb tells what somebody will do: "will", "going to", "coming for", "will not hesitate to"."""
    if frame.modal in word_set("threatening", "will"):
        return True
    maker = made_by(frame, parsed)
    if maker is not None:
        return is_to_come(maker, parsed)
    lead = parsed.tokens[frame.first - 1].low if frame.first else ""
    if (frame.infinitive and lead in _ABOUT) or follows_or(frame, parsed):
        return True
    if lead_is_else(frame, parsed) or _continues(frame, parsed) or _hangs_on_condition(frame, parsed):
        return True
    if parsed.tokens[frame.verb].tag is Tag.ING and parsed.tokens[frame.first].low in _PRESENT:
        return True
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    leads = (
        before is not None
        and before.base in word_set("threatening", "leading_on")
        and (frame.infinitive or _is_bare_ing(frame, parsed))
    )
    return leads and before is not None and is_to_come(before, parsed)


def made_by(frame: Frame, parsed: Parsed) -> Frame | None:
    """The verb that makes somebody do it: "we shall make them pay"."""
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    bare = frame.first == frame.verb and bool(frame.subjects) and not frame.passive
    made = before is not None and before.base in ("make", "let") and bare and frame.subjects[0].first == before.verb + 1
    return before if made else None


def follows_or(frame: Frame | None, parsed: Parsed) -> bool:
    """ "To leave or be killed", "to pay or bury your sons"."""
    if frame is None or word_before(frame.first, parsed) != "or":
        return False
    return parsed.tokens[frame.first].low in ("be", "have") or parsed.tokens[frame.verb].tag in (Tag.BASE, Tag.VERB)


def word_before(at: int, parsed: Parsed) -> str:
    """The word before a token, marks of quotation passed over."""
    before = (token.low for token in reversed(parsed.tokens[:at]) if token.tag is not Tag.QUOTE)
    return next(before, "")


def _hangs_on_condition(frame: Frame, parsed: Parsed) -> bool:
    """ "If not, we go for you", "the next one dies unless …": a present tense beside a condition."""
    form = verb_forms().get(parsed.tokens[frame.verb].low)
    present = frame.first == frame.verb and parsed.tokens[frame.verb].tag is Tag.VERB
    conditions = word_set("threatening", "conditions")
    main = present and form is not None and "past" not in form.forms and not within_condition(frame, parsed)
    return main and any(token.low in conditions for token in parsed.tokens)


def within_condition(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb tells what it depends on: "if they come"; not what follows "if not,"."""
    opens = frame.subjects[0].first if frame.subjects else frame.first
    return frame.opener in word_set("threatening", "whoever") and parsed.tokens[opens - 1].tag is not Tag.COMMA


def _continues(frame: Frame, parsed: Parsed) -> bool:
    """ "Will come and kill": a base form behind "and" goes on with what the verb before it tells."""
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    joined = frame.first == frame.verb and parsed.tokens[frame.first - 1].tag is Tag.COORDINATOR
    goes_on = joined and parsed.tokens[frame.verb].tag is Tag.BASE and before is not None
    return goes_on and before is not None and is_to_come(before, parsed)


def lead_is_else(frame: Frame, parsed: Parsed) -> bool:
    """ "Pay, or we burn it", "one more, and we come": a present tense of the speaker's that follows from what is asked."""
    if not frame.subjects or frame.modal or frame.subjects[0].first < 1:
        return False
    subject = frame.subjects[0]
    form = verb_forms().get(parsed.tokens[frame.verb].low)
    present = form is None or "past" not in form.forms
    joined = parsed.tokens[subject.first - 1].low in ("or", "and")
    return joined and present and parsed.tokens[subject.first].low in word_set("threatening", "own")


_PRESENT = frozenset({"are", "is", "am", "'re", "'m", "'s"})


def _is_bare_ing(frame: Frame, parsed: Parsed) -> bool:
    return frame.first == frame.verb and parsed.tokens[frame.verb].tag is Tag.ING


def is_present(harm: Harm) -> bool:
    """Whether the verb tells nothing past: "is next", "begin to count them as targets"."""
    if harm.frame is None or harm.parsed.tokens[harm.frame.first].low == "be":
        return True
    verb = harm.parsed.tokens[harm.frame.verb]
    form = verb_forms().get(verb.low)
    return verb.low not in ("was", "were") and (form is None or "past" not in form.forms)


def is_of_weapon(harm: Harm) -> bool:
    """Whether it is a weapon that will do the harm: "a bomb would go off"."""
    subjects = harm.frame.subjects if harm.frame is not None else []
    weapons = [*subjects, *(harm.act.weapons if harm.act is not None else [])]
    return any(denotes(each, harm.parsed) == "weapon" for each in weapons)
