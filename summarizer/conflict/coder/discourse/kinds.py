"""What kind of statement a saying is, from its verb and from what it says of acts: one function per family of verbs."""

from collections.abc import Callable, Iterator

from summarizer.conflict.coder.discourse.authorship import authorship
from summarizer.conflict.coder.discourse.told import Told
from summarizer.conflict.coder.discourse.wordings import Ruling, Wording
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import told_of
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lemmas, pattern, word_set
from summarizer.schemas.vocabulary import BlameRole, StatementKind

_SAY_NO_FACT = frozenset({*lemmas("threatening", "committing"), "condemn", "denounce", "demand", "urge"})
"""Verbs of saying behind which an act is to come, or is taken for granted."""
_NOT_SAID = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall"})


def verdicts(case: Wording) -> Iterator[Ruling]:
    """The statements that a saying makes; none where it says nothing of an act."""
    base, frame = case.saying.base, case.saying.frame
    if (frame is not None and frame.modal in _NOT_SAID) or base in _SAY_NO_FACT:
        return
    claims = base == "claim" and _claims(case)
    if case.is_of_nobody():
        if claims or (case.told and base in lemmas("sayings", "admitting", "reporting")):
            yield Ruling("no_claim", case.told, silent=True)
        return
    if frame is not None and frame.negated:
        return
    judge = next((judge for verbs, judge in _FAMILIES if base in lemmas("sayings", verbs)), _claim if claims else _say)
    stopped = {each.act.stops for each in case.told} == {True}
    for verdict in (_stopped if stopped else judge)(case):
        if case.speakers or verdict.silent:
            verdict.hedged |= base in lemmas("sayings", "supposing")
            yield verdict


# --- families -------------------------------------------------------------------------------------------


def _stopped(case: Wording) -> Iterator[Ruling]:
    """Of another's attack that was stopped: it is told, and who stopped it claims, denies and admits nothing."""
    kind: StatementKind = "confirm" if case.saying.base in lemmas("sayings", "confirming") else "assert"
    done = _done(case.told) if case.saying.base in lemmas("sayings", "content_first") else []
    if done:
        yield Ruling(kind, done)


def _claims(case: Wording) -> bool:
    """Claims responsibility, or an act: not that something is so."""
    said = case.parsed.text(case.saying.cue[0], min(case.saying.cue[1] + 3, len(case.parsed.tokens) - 1))
    taken = case.object_in("words_said") or pattern("cues", "claim").search(said) is not None
    return taken or any(denotes(each, case.parsed) == "act" for each in case.undergoers)


def _claim(case: Wording) -> Iterator[Ruling]:
    if case.saying.frame is not None:
        yield Ruling("claim", case.told)


def _deny(case: Wording) -> Iterator[Ruling]:
    mine = any(each.own for each in case.told) or case.object_in("accusing_words")
    if mine or case.says("cues", "denies_doing"):
        yield Ruling("deny_responsibility", case.told)
    elif case.told or case.object_in("words_said"):
        yield Ruling("deny_occurrence", case.told)


def _blame(case: Wording) -> Iterator[Ruling]:
    found = (case.actors.of(each, case.parsed, otherwise="armed_group") for each in _accused(case))
    accused = [actor for actor in found if actor is not None and actor not in case.speakers]
    if accused and not _is_of_something_else(case):
        role: BlameRole = "carried_out" if case.told else "unspecified"
        anonymous = not case.speakers
        hedged = anonymous or case.saying.base == "suspect"
        yield Ruling("blame", case.told, accused, role, silent=anonymous, hedged=hedged)


def _is_of_something_else(case: Wording) -> bool:
    """ "Accused the government of lying": an accusation that is none of any act."""
    inside = (each for each in case.parsed.frames if case.saying.holds(each.verb))
    deeds = any(case.parsed.tokens[each.first].tag is Tag.ING for each in inside)
    return deeds and not case.told and case.saying.base in ("accuse", "charge")


def _accused(case: Wording) -> list[Phrase]:
    """Who is blamed: "blamed X for …", "blamed … on X", "… is blamed on X", "attributed … to X"."""
    frame, parsed = case.saying.frame, case.parsed
    if frame is None or not (frame.passive or case.speakers):
        return []
    whom = [each for each in frame.undergoers if case.actors.of(each, parsed) is not None]
    on = [each for each in frame.circumstances if each.preposition in ("on", "to")]
    return whom or on or told_of(frame, parsed.tokens, parsed.phrases)


def _confirm(case: Wording) -> Iterator[Ruling]:
    for doers, told in _by_doers(case.told):
        yield Ruling("confirm", told, list(doers))


def _admit(case: Wording) -> Iterator[Ruling]:
    armed = any(case.actors[each].bears_arms for each in case.circle())
    own = [each for each in case.told if each.own or (armed and not each.doers)]
    if own:
        yield Ruling("acknowledge", own)


def _of_words(kind: StatementKind) -> Callable[[Wording], Iterator[Ruling]]:
    """What a verb says of acts, or of what was said of them."""

    def judge(case: Wording) -> Iterator[Ruling]:
        if case.told or case.object_in("words_said"):
            yield Ruling(kind, case.told)

    return judge


def _say(case: Wording) -> Iterator[Ruling]:
    """Who is said to have done it, what is said to be false, else what is said of acts."""
    author = authorship(case)
    if author is not None:
        yield author
    elif _is_false(case):
        own = any(case.says("sayings", entry) for entry in ("accusing_words", "channels"))
        yield Ruling("deny_responsibility" if own else "deny_occurrence")
    elif case.told and not _is_accident(case):
        yield from _tell(case.told)
    elif _says_nothing_happened(case):
        yield Ruling("deny_occurrence", case.told)
    elif case.says("sayings", "other_account"):
        yield Ruling("dispute", case.told)
    elif not case.told and case.says("sayings", "taking_for_granted"):
        yield Ruling("assert")


def _is_false(case: Wording) -> bool:
    """ "The report was false", "the claim is a lie", "our channel was hacked"."""
    inside = (each for each in case.parsed.frames if case.saying.holds(each.verb))
    heads = {case.parsed.tokens[each.head].low for frame in inside for each in frame.subjects}
    named = heads & word_set("sayings", "words_said", "carriers", "channels")
    return bool(named) and case.says("sayings", "untrue")


def _is_accident(case: Wording) -> bool:
    """ "The explosion was accidental": what was told is granted, and called something else."""
    by_name = all(each.act.noun and not each.denied and not each.doers for each in case.told)
    return by_name and case.says("sayings", "mishap")


def _tell(told: list[Told]) -> Iterator[Ruling]:
    denied = [each for each in told if each.denied]
    if denied:
        mine = any(each.own for each in denied)
        yield Ruling("deny_responsibility" if mine else "deny_occurrence", denied)
    done = _done(told)
    claimed = [each for each in done if each.own]
    if claimed:
        yield Ruling("claim", claimed)
    for doers, rest in _by_doers([each for each in done if not each.own]):
        role: BlameRole = "carried_out" if doers else "unspecified"
        yield Ruling("assert", rest, list(doers), role)


def _done(told: list[Told]) -> list[Told]:
    """What is told as a fact, and not denied."""
    return [each for each in told if not (each.denied or each.act.unreal)]


def _says_nothing_happened(case: Wording) -> bool:
    """ "Nothing was fired", "nobody crossed": none of the deeds that were told of."""
    said = ((frame, span) for parsed, span in case.stretches for frame in parsed.frames)
    inside = (frame for frame, span in said if span[0] <= frame.verb <= span[1])
    return any(each.negated and each.base in lemmas("sayings", "taking_place") for each in inside)


_FAMILIES: tuple[tuple[str, Callable[[Wording], Iterator[Ruling]]], ...] = (
    ("denying", _deny),
    ("blaming", _blame),
    ("confirming", _confirm),
    ("admitting", _admit),
    ("taking_back", _of_words("retract")),
    ("disowning", _of_words("deny_responsibility")),
    ("disputing", _of_words("dispute")),
)
"""Entries of sayings.toml with base verbs, and what judges a saying with one of them."""


def _by_doers(told: list[Told]) -> list[tuple[tuple[int, ...], list[Told]]]:
    """Mentions together that have the same doers."""
    found: dict[tuple[int, ...], list[Told]] = {}
    for each in told:
        found.setdefault(tuple(each.doers), []).append(each)
    return list(found.items())
