"""What kind of statement a saying is, from its verb and from what it says of acts: one function per family of verbs."""

from collections.abc import Callable, Iterator

from summarizer.coder.discourse.authorship import authorship
from summarizer.coder.discourse.cases import Case, Verdict
from summarizer.coder.discourse.doers import listed
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.discourse.told import Told, is_to_come
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.subjects import told_of
from summarizer.coder.grammar.tokens import Tag
from summarizer.lexicons import pattern, word_set, words

_SAY_NO_FACT = frozenset({*words("threatening", "committing"), "condemn", "denounce", "demand", "urge"})
"""Verbs of saying behind which an act is to come, or is taken for granted."""
_NOT_SAID = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall"})


def verdicts(case: Case) -> Iterator[Verdict]:
    """The statements that a saying makes; none where it says nothing of an act."""
    frame = case.saying.frame
    if (frame is not None and frame.modal in _NOT_SAID) or case.saying.base in _SAY_NO_FACT:
        return
    if case.of_nobody():
        yield from _of_nobody(case)
        return
    judge = next((judge for verbs, judge in _FAMILIES if case.saying.base in word_set("sayings", verbs)), None)
    if judge is None:
        judge = _claim if case.saying.base == "claim" and _claims(case) else _say
    for verdict in judge(case):
        verdict.hedged |= case.saying.base in word_set("sayings", "supposing")
        yield verdict


# --- families -------------------------------------------------------------------------------------------


def _claims(case: Case) -> bool:
    """Claims responsibility, or an act: not that something is so."""
    said = case.parsed.text(case.saying.cue[0], min(case.saying.cue[1] + 3, len(case.parsed.tokens) - 1))
    taken = case.object_in("words_said") or pattern("cues", "claim").search(said) is not None
    return taken or case.names_act()


def _of_nobody(case: Case) -> Iterator[Verdict]:
    """ "No group has claimed it", "nobody has said that they did it"."""
    taken = case.saying.base == "claim" and _claims(case)
    if taken or (
        (case.told or case.speaks_of_act())
        and case.saying.base in (*word_set("sayings", "admitting"), *word_set("sayings", "reporting"))
    ):
        yield Verdict("no_claim", case.told, nearest=True, silent=True)


def _claim(case: Case) -> Iterator[Verdict]:
    frame = case.saying.frame
    if case.negated:
        yield Verdict("no_claim", case.told, nearest=True, silent=True)
    elif case.speakers and frame is not None and case.actors[case.speakers[0]].kind not in ("outlet", "monitor"):
        yield Verdict("claim", case.told, nearest=True)


def _deny(case: Case) -> Iterator[Verdict]:
    if case.negated or not case.speakers or _denies_another_deed(case):
        return
    yield from _told_by_another(case)
    boasted = any(_is_claim(noun, case.parsed) for noun, _ in _words_of_another(case))
    mine = any(each.own for each in case.told) and not boasted
    if mine or case.object_in("accusing_words") or case.says("cues", "denies_doing"):
        yield Verdict("deny_responsibility", case.told, nearest=True)
    elif case.told or case.object_in("words_said"):
        doers = {doer for each in case.told for doer in each.doers}
        yield Verdict("deny_responsibility" if doers & case.circle() else "deny_occurrence", case.told, nearest=True)


def _words_of_another(case: Case) -> list[tuple[Phrase, Phrase]]:
    """ "Rejected a claim by the rebels that their drones had struck": the words, and whose they are."""
    behind = case.saying.frame.verb if case.saying.frame is not None else len(case.parsed.tokens)
    said = (each for each in case.parsed.phrases if each.first > behind)
    words = (each for each in said if case.parsed.tokens[each.head].low in word_set("sayings", "words_said"))
    return [(each, whose) for each in words if (whose := each.owner or each.hanging("by", "from")) is not None][:1]


def _told_by_another(case: Case) -> Iterator[Verdict]:
    """What is denied as somebody's words is what that one says: of its own deed a claim."""
    for noun, whose in _words_of_another(case):
        other = case.actors.of(whose, case.parsed, otherwise="organisation")
        if other is not None and other not in case.speakers and case.told:
            doers = {doer for each in case.told for doer in each.doers}
            theirs = _is_claim(noun, case.parsed) and any(_is_theirs(each, case.parsed) for each in case.told)
            own = theirs or bool(doers & case.actors.party(other))
            cue = (noun.first, max(noun.last, whose.last))
            whom = [] if own else sorted(doers)
            yield Verdict("claim" if own else "assert", case.told, whom, by=[other], cue=cue)


def _is_claim(noun: Phrase, parsed: Parsed) -> bool:
    """Whether the words may boast of a deed: "its drones" in a claim are the claimant's, in a charge the accused's."""
    return parsed.tokens[noun.head].low in ("claim", "claims", "statement", "statements")


def _is_theirs(told: Told, parsed: Parsed) -> bool:
    """Whether the doers, or what they did it with, are somebody's of whom was spoken just before: "its drones"."""
    return any(parsed.tokens[each.first].low in ("its", "their") for each in (*told.act.doers, *told.act.weapons))


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


def _says_false(case: Case) -> bool:
    """ "The report was false", "the claim is a lie", "our channel was hacked"."""
    for parsed, span in case.stretches:
        for frame in parsed.frames:
            if not (span[0] <= frame.verb <= span[1] and frame.subjects) or frame.modal:
                continue
            subject = parsed.tokens[frame.subjects[0].head].low
            behind = parsed.text(frame.first, min(frame.verb + 4, span[1]))
            if subject in (
                *word_set("sayings", "words_said"),
                *word_set("sayings", "carriers"),
                *word_set("sayings", "channels"),
            ) and pattern("sayings", "untrue").search(behind):
                return not frame.negated or pattern("sayings", "not_true").search(behind) is not None
    return False


def _deny_words(case: Case) -> Iterator[Verdict]:
    """Says of words that they are false: of those that blame itself, or claim in its name, that it did not do it."""
    accused = any(case.says("sayings", entry) for entry in ("accusing_words", "channels"))
    yield Verdict("deny_responsibility" if accused else "deny_occurrence", nearest=True)


def _tells_accident(case: Case) -> bool:
    """ "The explosion was accidental": what was told is granted, and called something else."""
    return all(each.act.noun and not each.denied and not each.doers for each in case.told) and case.says(
        "sayings", "mishap"
    )


def _says_nothing_happened(case: Case) -> bool:
    """ "Nothing was fired", "nobody crossed": none of the deeds that were told of."""
    for parsed, span in case.stretches:
        for frame in parsed.frames:
            inside = span[0] <= frame.verb <= span[1] and frame.base in word_set("sayings", "taking_place")
            if inside and frame.negated and not frame.modal:
                return True
    return False


def _spares(told: Told) -> bool:
    """ "No one was hurt" denies the harm, and not the deed."""
    return told.denied and told.act.outcome == "wounded" and not told.act.noun


def _blame(case: Case) -> Iterator[Verdict]:
    if case.negated:
        return
    if _of_each_other(case):
        yield from _each_other(case)
        return
    accused = [
        actor for phrase in _accused(case) if (actor := case.actors.of(phrase, case.parsed, otherwise="armed_group"))
    ]
    accused = [actor for actor in accused if actor not in case.speakers and case.actors[actor].identity != "generic"]
    if not accused or _of_something_else(case):
        return
    done = (bool(case.told) or _names_only(case)) and not case.says("sayings", "other_roles")
    anonymous = not case.speakers
    yield Verdict(
        "blame",
        case.told,
        accused,
        "carried_out" if done else "unspecified",
        nearest=True,
        silent=anonymous,
        hedged=anonymous or case.saying.base == "suspect",
    )


def _of_each_other(case: Case) -> bool:
    """ "The two blamed each other", "traded accusations"."""
    frame, tokens = case.saying.frame, case.parsed.tokens
    if frame is None:
        return False
    behind = [token.low for token in tokens[frame.verb + 1 : frame.verb + 3]]
    return behind in (["each", "other"], ["one", "another"]) or frame.base in word_set("sayings", "trading")


def _each_other(case: Case) -> Iterator[Verdict]:
    for speaker in case.speakers:
        others = [each for each in case.speakers if each != speaker]
        if others:
            done = bool(case.told)
            yield Verdict(
                "blame", case.told, others, "carried_out" if done else "unspecified", nearest=True, by=[speaker]
            )


def _names_only(case: Case) -> bool:
    """ "Police suspect the Red Front": nothing is said but whom."""
    frame = case.saying.frame
    said = frame.undergoers if frame is not None and not frame.passive else []
    ends = [(each.hangs or [each])[-1].last for each in said]
    if frame is not None and frame.passive and frame.base == "hold":
        ends = [case.saying.cue[1]]  # "for which the Red Front is held responsible"
    behind = case.parsed.tokens[max(ends) + 1] if ends and max(ends) + 1 < len(case.parsed.tokens) else None
    return bool(ends) and (behind is None or behind.tag in (Tag.BREAK, Tag.COMMA, Tag.QUOTE, Tag.OPEN))


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
    end = next((each.first for each in parsed.frames if each.first > frame.verb), len(parsed.tokens))
    behind = [each for each in parsed.phrases if frame.verb < each.first < end]
    on = _blamed_on([each for each in behind if each.preposition in ("on", "to", "at")], case)
    if case.saying.base == "attribute" or (frame.base not in ("accuse", "hold") and on):
        return on
    undergoers = [each for each in frame.undergoers if each.preposition == ""]
    return listed(undergoers or told_of(frame, parsed.tokens, parsed.phrases), parsed)


def _blamed_on(phrases: list[Phrase], case: Case) -> list[Phrase]:
    """Those who are known as parties, or else the last name, where it stands behind the blame or the deed."""
    known = [each for each in phrases if case.actors.of(each, case.parsed) is not None]
    if known or not (case.names_act() or any(each.first <= case.saying.cue[1] + 3 for each in phrases)):
        return listed(known, case.parsed)
    return [each for each in phrases if case.actors.of(each, case.parsed, otherwise="armed_group")][-1:]


def _confirm(case: Case) -> Iterator[Verdict]:
    if case.negated or not case.speakers:
        return
    if not case.told and (case.names_act() or case.object_in("happenings")):
        yield Verdict("confirm", nearest=True)
    elif not case.told and case.says("sayings", "taking_for_granted"):
        yield Verdict("assert", nearest=True)
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
    undergone = [
        each.owner or each.hanging("of", "by") or each if _is_part(each, case.parsed) else each
        for each in frame.undergoers or [each for each in frame.circumstances if each.preposition == "out"]
    ]
    cleared = [actor for each in undergone if (actor := case.actors.of(each, case.parsed, otherwise="person"))]
    if cleared and case.speakers:
        yield Verdict("clear", case.told, cleared, nearest=True)


def _is_part(phrase: Phrase, parsed: Parsed) -> bool:
    return parsed.tokens[phrase.head].low in word_set("sayings", "parts")


def _disown(case: Case) -> Iterator[Verdict]:
    """ "Distanced itself from the attack"."""
    if not case.negated and case.speakers and (case.told or case.object_in("words_said")):
        yield Verdict("deny_responsibility", case.told, nearest=True)


def _dispute(case: Case) -> Iterator[Verdict]:
    if not case.negated and case.speakers and (case.told or case.object_in("words_said")):
        yield Verdict("dispute", case.told, nearest=True)


def _say(case: Case) -> Iterator[Verdict]:
    """What is said of acts: an own one is claimed, a negated one denied, any other asserted."""
    if not case.speakers or case.negated:
        return
    told = case.told
    said = list(authorship(case))
    if said:
        yield from said
        return
    if _says_false(case):
        yield from _deny_words(case)
        return
    if not told or _tells_accident(case):
        if case.says("sayings", "other_account") or _says_nothing_happened(case):
            yield Verdict("dispute", told, nearest=True)
        elif case.says("sayings", "taking_for_granted"):
            yield Verdict("assert", nearest=True)
        return
    denied = [each for each in told if each.denied and not _spares(each)]
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


_FAMILIES: tuple[tuple[str, Callable[[Case], Iterator[Verdict]]], ...] = (
    ("denying", _deny),
    ("blaming", _blame),
    ("confirming", _confirm),
    ("admitting", _admit),
    ("taking_back", _take_back),
    ("clearing", _clear),
    ("disowning", _disown),
    ("disputing", _dispute),
)
"""Entries of sayings.toml with base verbs, and what judges a saying with one of them."""


def _by_doers(told: list[Told]) -> list[tuple[tuple[int, ...], list[Told]]]:
    """Mentions together that have the same doers."""
    found: dict[tuple[int, ...], list[Told]] = {}
    for each in told:
        found.setdefault(tuple(each.doers), []).append(each)
    return list(found.items())


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
