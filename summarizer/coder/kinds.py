"""What kind of statement a saying is, from its verb and from what it says of acts: one function per family of verbs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from summarizer.coder.actors import Registry
from summarizer.coder.denoting import denotes
from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.sayings import Saying, Span
from summarizer.coder.tokens import Tag
from summarizer.coder.told import Told, is_to_come
from summarizer.lexicons import pattern, words
from summarizer.schemas.vocabulary import BlameRole, StatementKind

_SAY_NO_FACT = frozenset({*words("threatening", "committing"), "condemn", "denounce", "demand", "urge"})
"""Verbs of saying behind which an act is to come, or is taken for granted."""
_NOT_SAID = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall"})


@dataclass(slots=True)
class Verdict:
    """A statement in the making; `told` are the acts that it speaks of, `nearest` asks for the event told last."""

    kind: StatementKind
    told: list[Told] = field(default_factory=list)
    whom: list[int] = field(default_factory=list)
    role: BlameRole = "unspecified"
    nearest: bool = False
    silent: bool = False  # said of nobody: the article's own word
    hedged: bool = False  # the cue itself leaves it open


@dataclass(slots=True)
class Case:
    """A saying with all that its kind depends on."""

    saying: Saying
    speakers: list[int]
    told: list[Told]
    actors: Registry

    @property
    def parsed(self) -> Parsed:
        """The sentence of the words of saying."""
        return self.saying.parsed

    @property
    def negated(self) -> bool:
        """Whether the saying itself is negated."""
        frame = self.saying.frame
        return frame is not None and frame.negated

    def says(self, table: str, entry: str) -> bool:
        """Whether what is said holds a phrase of a lexicon."""
        return any(
            pattern(table, entry).search(self.parsed.text(*span)) for span in self.saying.contents if span[0] <= span[1]
        )

    def object_in(self, entry: str) -> bool:
        """Whether the verb's object, or subject of a passive, is one of the words of an entry of sayings.toml."""
        frame = self.saying.frame
        undergoers = frame.undergoers if frame is not None else []
        return any(self.parsed.tokens[each.head].low in words("sayings", entry) for each in undergoers)

    def names_act(self) -> bool:
        """Whether the verb's object is the name of an act: "the bombing"."""
        frame = self.saying.frame
        return frame is not None and any(denotes(each, self.parsed) == "act" for each in frame.objects)

    def armed(self) -> bool:
        """Whether a speaker, or whom it belongs to, bears arms."""
        kinds = {self.actors[each].kind for speaker in self.speakers for each in self.actors.party(speaker)}
        return bool(kinds & {"armed_group", "armed_forces"})


def verdicts(case: Case) -> Iterator[Verdict]:
    """The statements that a saying makes; none where it says nothing of an act."""
    frame = case.saying.frame
    if (frame is not None and frame.modal in _NOT_SAID) or case.saying.base in _SAY_NO_FACT:
        return
    for verbs, judge in _FAMILIES:
        if case.saying.base in _of(verbs):
            yield from judge(case)
            return
    if case.saying.base == "claim" and _claims(case):
        yield from _claim(case)
    else:
        yield from _say(case)


# --- families -------------------------------------------------------------------------------------------


def _claims(case: Case) -> bool:
    """Claims responsibility, or an act: not that something is so."""
    said = case.parsed.text(case.saying.cue[0], min(case.saying.cue[1] + 3, len(case.parsed.tokens) - 1))
    taken = case.object_in("words_said") or pattern("cues", "claim").search(said) is not None
    frame = case.saying.frame
    objects = frame.undergoers if frame is not None else []
    return taken or any(each.act.phrase is not None and each.act.phrase in objects for each in case.told)


def _claim(case: Case) -> Iterator[Verdict]:
    frame = case.saying.frame
    subject = case.parsed.tokens[case.saying.speakers[0].first].low if case.saying.speakers else ""
    if case.negated or subject in ("no", "nobody", "none", "neither"):
        yield Verdict("no_claim", case.told, nearest=True, silent=True)
    elif case.speakers and frame is not None and case.actors[case.speakers[0]].kind not in ("outlet", "monitor"):
        yield Verdict("claim", case.told, nearest=True)


def _deny(case: Case) -> Iterator[Verdict]:
    if case.negated or not case.speakers:
        return
    if _denies_another_deed(case):
        return
    own = any(each.own for each in case.told) or case.object_in("accusing_words") or case.says("cues", "denies_doing")
    if own:
        yield Verdict("deny_responsibility", case.told, nearest=True)
    elif case.told or case.object_in("words_said"):
        doers = {doer for each in case.told for doer in each.doers}
        circle = {member for speaker in case.speakers for member in case.actors.party(speaker)}
        yield Verdict("deny_responsibility" if doers & circle else "deny_occurrence", case.told, nearest=True)


def _denies_another_deed(case: Case) -> bool:
    """ "Denied inciting violence": what is denied is a deed of the speaker's that is none of the acts."""
    frame = case.saying.frame
    if frame is None or frame.verb + 1 >= len(case.parsed.tokens):
        return False
    behind = case.parsed.tokens[frame.verb + 1]
    if behind.tag is not Tag.ING or behind.low in ("being", "having", "carrying", "taking"):
        return False
    acts = {at for each in case.told for at in range(each.act.words[0], each.act.words[1] + 1)}
    return frame.verb + 1 not in acts and not case.says("cues", "denies_doing")


def _blame(case: Case) -> Iterator[Verdict]:
    if case.negated:
        return
    accused = [
        actor for phrase in _accused(case) if (actor := case.actors.of(phrase, case.parsed, otherwise="armed_group"))
    ]
    accused = [actor for actor in accused if actor not in case.speakers and case.actors[actor].identity != "generic"]
    if not accused or _of_something_else(case):
        return
    done = bool(case.told) and not case.says("sayings", "other_roles")
    anonymous = not case.speakers
    yield Verdict(
        "blame",
        case.told,
        accused,
        "carried_out" if done else "unspecified",
        nearest=True,
        silent=anonymous,
        hedged=anonymous,
    )


def _of_something_else(case: Case) -> bool:
    """ "Accused the government of lying": an accusation that is none of any act."""
    if case.told or case.saying.base not in ("accuse", "charge") or case.says("sayings", "other_roles"):
        return False
    tokens = case.parsed.tokens
    return any(
        tokens[frame.first].tag is Tag.ING and tokens[frame.first - 1].low in ("of", "with")
        for frame in case.parsed.frames
        if frame.first and case.saying.holds(frame.verb)
    )


def _accused(case: Case) -> list[Phrase]:
    """Who is blamed: "blamed X for …", "blamed … on X", "… is blamed on X", "attributed … to X"."""
    frame, parsed = case.saying.frame, case.parsed
    if frame is None:
        return []
    behind = [each for each in parsed.phrases if each.first > frame.verb]
    on = [
        each for each in behind if each.preposition in ("on", "to", "at") and case.actors.of(each, parsed) is not None
    ]
    if case.saying.base in ("attribute",) or (frame.base != "accuse" and frame.base != "hold" and on):
        return on[:1]
    undergoers = [each for each in frame.undergoers if each.preposition == ""]
    return undergoers[:1]


def _confirm(case: Case) -> Iterator[Verdict]:
    if case.negated or not case.speakers:
        return
    if not case.told and case.names_act():
        yield Verdict("confirm", nearest=True)
    own = [each for each in case.told if each.own]
    other = [each for each in case.told if not each.own and not each.denied]
    if own:
        yield Verdict("acknowledge", own)
    for doers, told in _by_doers(other):
        yield Verdict("confirm", told, list(doers))


def _admit(case: Case) -> Iterator[Verdict]:
    if case.negated or not case.speakers:
        return
    if not case.told and case.names_act() and case.armed():
        yield Verdict("acknowledge", nearest=True)
    own = [each for each in case.told if each.own or (not each.doers and case.armed())]
    other = [each for each in case.told if each not in own]
    if own:
        yield Verdict("acknowledge", own)
    for doers, told in _by_doers(other):
        yield Verdict("assert", told, list(doers))


def _take_back(case: Case) -> Iterator[Verdict]:
    if not case.negated and case.speakers and case.object_in("words_said"):
        yield Verdict("retract", case.told, nearest=True)


def _clear(case: Case) -> Iterator[Verdict]:
    frame = case.saying.frame
    if case.negated or frame is None:
        return
    cleared = [actor for each in frame.undergoers if (actor := case.actors.of(each, case.parsed, otherwise="person"))]
    if cleared and case.speakers:
        yield Verdict("clear", case.told, cleared, nearest=True)


def _say(case: Case) -> Iterator[Verdict]:
    """What is said of acts: an own one is claimed, a negated one denied, any other asserted."""
    if not case.speakers or case.negated:
        return
    told = case.told
    if _tells_responsible(case):
        responsible = _responsible(case)
        if responsible is not None:
            yield responsible
            return
    if not told:
        if case.says("sayings", "other_account"):
            yield Verdict("dispute", nearest=True)
        return
    denied = [each for each in told if each.denied]
    if denied:
        own = any(each.own for each in denied)
        yield Verdict("deny_responsibility" if own else "deny_occurrence", denied)
    done = [each for each in told if not each.denied]
    mine = [each for each in done if each.own and not is_to_come(each.act)]
    if mine:
        yield Verdict(
            "claim" if case.armed() or case.actors[case.speakers[0]].kind != "public_body" else "assert", mine
        )
    for doers, rest in _by_doers([each for each in done if not each.own and not is_to_come(each.act)]):
        yield Verdict("assert", rest, list(doers), "carried_out" if doers else "unspecified")


def _responsible(case: Case) -> Verdict | None:
    """ "X was behind the attack": blame for it, a claim where X speaks, a denial where it is negated."""
    circle = {member for speaker in case.speakers for member in case.actors.party(speaker)}
    for frame in case.parsed.frames:
        if not (case.saying.holds(frame.verb) and frame.subjects and frame.base in _DOING and _tells_doer(frame, case)):
            continue
        subject = frame.subjects[0]
        actor = case.actors.of(subject, case.parsed, otherwise="armed_group")
        own = actor in circle or case.parsed.tokens[subject.first].low in ("we", "i", "our", "us")
        if own:
            return Verdict("deny_responsibility" if frame.negated else "claim", case.told, nearest=True)
        if actor is not None and frame.negated:
            return Verdict("clear", case.told, [actor], nearest=True)
        if actor is not None and case.actors[actor].identity != "generic":
            return Verdict("blame", case.told, [actor], "carried_out", nearest=True)
    return None


def _tells_responsible(case: Case) -> bool:
    return any(_without_adverbs(span, case) for span in case.saying.contents if span[0] <= span[1])


def _tells_doer(frame: Frame, case: Case) -> bool:
    return _without_adverbs((frame.first, min(frame.verb + 5, len(case.parsed.tokens) - 1)), case)


def _without_adverbs(span: Span, case: Case) -> bool:
    """Whether the words tell who is responsible, whatever adverb stands amid them: "was probably behind"."""
    said = case.parsed.tokens[span[0] : span[1] + 1]
    plain = " ".join(token.low for token in said if token.tag is not Tag.ADVERB)
    return pattern("sayings", "responsible").search(plain) is not None


_DOING = frozenset({"be", "carry", "mastermind", "take"})


_FAMILIES: tuple[tuple[str, Callable[[Case], Iterator[Verdict]]], ...] = (
    ("denying", _deny),
    ("blaming", _blame),
    ("confirming", _confirm),
    ("admitting", _admit),
    ("taking_back", _take_back),
    ("clearing", _clear),
)
"""Entries of sayings.toml with base verbs, and what judges a saying with one of them."""


def _by_doers(told: list[Told]) -> list[tuple[tuple[int, ...], list[Told]]]:
    """Mentions together that have the same doers."""
    found: dict[tuple[int, ...], list[Told]] = {}
    for each in told:
        found.setdefault(tuple(each.doers), []).append(each)
    return list(found.items())


@cache
def _of(entry: str) -> frozenset[str]:
    return frozenset(words("sayings", entry))


def span_of(told: list[Told], parsed: Parsed) -> Span | None:
    """The tokens from the first to the last word that tell these acts in a sentence; None if they stand in another."""
    spans = [clause(each) for each in told if each.act.parsed is parsed]
    return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None


def clause(told: Told) -> Span:
    """The tokens of an act with its doers, targets and place."""
    act = told.act
    phrases = [each for each in (*act.doers, *act.targets) if abs(each.first - act.words[0]) < _WIDE]
    spans = [act.words, *((each.first, each.last) for each in phrases)]
    if act.phrase is not None:
        spans.append((act.phrase.first, act.phrase.last))
    return min(span[0] for span in spans), max(span[1] for span in spans)


_WIDE = 25
