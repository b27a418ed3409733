"""Whether an act is told as a fact, of this news, and how far it got: from the words that govern it."""

import re

from summarizer.conflict.coder.violence.acts import Act, clause_around
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import TO_COME, is_conditional, is_open, is_present
from summarizer.english.grammar.tokens import Tag, behind_last, within
from summarizer.lexicons import pattern, word_set

_ENDS = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
_PASSED_OVER = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.COMMA, Tag.QUOTE, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_STOPS = frozenset({Tag.COMMA, Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE})
_NEGATIONS = frozenset({"no", "any", "nor", "neither"})


def judge(act: Act, *, heading: bool) -> None:
    """Set `unreal` and `stage` of an act.

    Args:
        act: with its slots filled.
        heading: its sentence is the title, where the present tense tells what happened.
    """
    if act.frame is not None:
        _verb(act, act.frame, heading=heading)
    else:
        _noun(act)


def _verb(act: Act, frame: Frame, *, heading: bool) -> None:
    fails_not = frame.negated and act.row.get("stage") == "attempted"
    act.unreal |= is_open(frame, act.parsed) and not fails_not
    act.unreal |= not heading and is_present(frame, act.parsed.tokens)
    if frame.infinitive:
        _infinitive(act, frame)
    elif frame.first == 0 and act.parsed.tokens[0].tag is Tag.ING:
        act.unreal = True


def _infinitive(act: Act, frame: Frame) -> None:
    """ "Tried to kill" was begun, "managed to kill" was done, and "wants to kill" neither."""
    tokens = act.parsed.tokens
    lead = next((token for token in reversed(tokens[: frame.first]) if token.tag not in _PASSED_OVER), None)
    word = "" if lead is None else lead.base or lead.low
    if lead is not None and word in word_set("roles", "trying"):
        act.stage, act.stage_words = "attempted", (tokens.index(lead), frame.verb)
        act.unreal |= act.stops  # "failed to intercept two missiles"
    elif lead is not None and word in word_set("roles", "planning") and act.targets:
        act.stage, act.stage_words = "planned", (tokens.index(lead), frame.verb)
    elif word not in word_set("roles", "implicative") and tokens[frame.first + 1].low != "have":
        act.unreal = True


def _noun(act: Act) -> None:
    phrase, parsed = act.phrase, act.parsed
    if phrase is None:
        return
    foiled = _foiled(act)
    if foiled is not None:
        act.stage, act.stage_words = act.row.get("stage", "foiled"), (foiled, act.words[1])
        return
    inside = [token.low for token in parsed.tokens[phrase.first : act.words[0]]]
    ahead = _governors(phrase.first, parsed)
    failed = next((at for at, word in enumerate(inside) if word in word_set("roles", "failed")), None)
    if failed is not None and act.stage == "accomplished":
        act.stage, act.stage_words = "attempted", (phrase.first + failed, act.words[1])
    hindered = not word_set("roles", "hindering").isdisjoint((*inside, *ahead))
    as_one = phrase.preposition == "as"  # "would be treated as an attack on all"
    act.unreal |= hindered or as_one or bool(_NEGATIONS & {*inside, *ahead[:1]})
    act.unreal |= parsed.low(max(0, phrase.first - 3), phrase.first).startswith("should there be")
    holder = next((frame for frame in parsed.frames if phrase in (*frame.objects, *frame.subjects)), None)
    if holder is not None:
        happens = holder.base in word_set("roles", "happening", "bearing")
        hoped = holder.negated or holder.modal in TO_COME or (holder.infinitive and phrase in holder.objects)
        act.unreal |= is_conditional(holder, parsed) or (happens and hoped)


def _foiled(act: Act) -> int | None:
    """The first of the words that say that somebody stopped the act: a verb that governs it, or plain words before it."""
    if not (act.targets or act.places):
        return None
    parsed = act.parsed
    stopped = (each for each in parsed.frames if each.base in word_set("roles", "foiling") and not each.modal)
    holder = next((each for each in stopped if act.phrase in each.undergoers), None)
    if holder is not None and not (holder.negated or holder.infinitive):
        return holder.verb
    start = behind_last(parsed.tokens, _STOPS, act.words[0])
    span = parsed.tokens[start].start, parsed.tokens[act.words[0]].start
    said = pattern("modality", "foiled_plain").search(parsed.document.text, *span)
    return next(iter(within(parsed.tokens, *said.span())), None) if said is not None else None


def _governors(first: int, parsed: Parsed) -> list[str]:
    """The preposition and the word that govern a phrase, base forms of verbs."""
    found: list[str] = []
    for token in reversed(parsed.tokens[:first]):
        if token.tag in _STOPS or len(found) == 2:
            break
        if token.tag not in (Tag.ADVERB, Tag.QUOTE, Tag.POSSESSIVE):
            found.append(token.base or token.low)
            if token.tag is not Tag.PREPOSITION:
                break
    return found


def exercise_words(act: Act) -> re.Match[str] | None:
    """Words of a drill in the clause; capitals may make a name of them, so that they must then stand before the act."""
    parsed = act.parsed
    sentence, start = parsed.sentence, parsed.tokens[act.words[0]].start
    found = pattern("modality", "exercise_plain").search(parsed.document.text, sentence.start, sentence.end)
    if found is not None and parsed.shouted and not 0 <= start - found.end() <= 1:
        return None
    return found


def background_words(act: Act) -> re.Match[str] | None:
    """Words that date the act before this news, nearer to it than to a mark of another clause."""
    parsed = act.parsed
    start, end = clause_around(act)
    if start > 1 and parsed.tokens[start - 1].low == "after":
        start -= 2  # "fifty years after bombs fell"
    found = pattern("modality", "background").finditer(
        parsed.document.text, parsed.tokens[start].start, parsed.tokens[end - 1].end
    )
    return next((match for match in found if not _is_recent(match, parsed)), None)


def soon_after(act: Act) -> re.Match[str] | None:
    """The words before an act in its sentence that date it by the act told before it; none where it has a day of its own."""
    if act.time is not None and {act.time.weekday, act.time.day} != {None}:
        return None
    parsed = act.parsed
    start, end = parsed.sentence.start, parsed.tokens[act.words[0]].start
    return pattern("modality", "soon_after").search(parsed.document.text, start, end)


def _is_recent(match: re.Match[str], parsed: Parsed) -> bool:
    """Whether the words only open an expression of hours or days: "in the past few hours"."""
    spans = ((parsed.tokens[time.first].start, parsed.tokens[time.last]) for time in parsed.times)
    return any(start <= match.start() and match.end() < last.end for start, last in spans)
