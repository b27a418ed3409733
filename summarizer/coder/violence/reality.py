"""Whether an act is told as a fact, of this news, and how far it got: from the words that govern it."""

import re

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import verb_forms
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, Token, within
from summarizer.coder.violence.acts import Act, clause_around
from summarizer.lexicons import pattern, word_set

_TO_COME = frozenset(
    {
        "will",
        "would",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "can",
        "must",
        "'ll",
        "'d",
        "cannot",
        "won't",
        "ought",
    }
)
_SHORT = frozenset({"minutes", "hours", "hour", "days", "day", "nights", "weekend", "weekends"})
_ENDS = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest", "till"})
_PASSED_OVER = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.COMMA, Tag.QUOTE, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_PERFECT = frozenset({"have", "has", "had", "'ve"})
_RELATIVES = frozenset({"who", "which", "that"})
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
    tokens = act.parsed.tokens
    before = _before(tokens, frame.first)
    failing = act.row.get("stage") == "attempted"
    if _did_not_go_off(act, frame):
        act.stage, act.stage_words, failing = "attempted", (frame.first, act.words[1]), True
        act.only_joins = not (act.targets or act.places) and _is_known(act.weapons[0], act.parsed)
    act.unreal |= (
        frame.modal in _TO_COME
        or (frame.negated and not failing)
        or _conditional(frame, act.parsed)
        or (not heading and _is_present(frame, tokens))
        or (frame.opener == "who" and _of_those(frame, act.parsed))
        or _befalls_nobody(frame, act.parsed)
        or _is_war_of_party(act, frame)
    )
    if _is_yet_to_come(frame, act.parsed):
        act.unreal = True
    elif frame.infinitive:
        _infinitive(act, frame)
    elif tokens[frame.first].low == "be":
        act.unreal |= not frame.modal
    elif tokens[frame.first].tag is Tag.ING or tokens[frame.first].low in ("being", "having"):
        against = word_set("roles", "against")
        act.unreal |= before is None or before.tag is Tag.BREAK or before.low in against or before.base in against


def _did_not_go_off(act: Act, frame: Frame) -> bool:
    """ "The device did not explode": it was there to."""
    return frame.negated and not frame.modal and act.row.get("subject") == "weapon" and bool(act.weapons)


def _is_known(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase points to what was told before: "the device"."""
    return parsed.tokens[phrase.first].low in word_set("roles", "pointing")


def _is_war_of_party(act: Act, frame: Frame) -> bool:
    """ "The Front, which has fought the state since 1990": what a party is known for, and no fight of one day."""
    opens = act.parsed.tokens[frame.first].low in _PERFECT
    return act.kind == "clashes" and opens and frame.opener in _RELATIVES


def _is_yet_to_come(frame: Frame, parsed: Parsed) -> bool:
    """Whether a bare form in -ing goes on with a verb that is to come: "will strike back by bombing", "will be burning and killing"."""
    if parsed.tokens[frame.first].tag is not Tag.ING:
        return False
    earlier = (each for each in reversed(parsed.frames) if each.verb < frame.first)
    leads = next((each for each in earlier if parsed.tokens[each.first].tag is not Tag.ING or each.modal), None)
    means = parsed.tokens[max(0, frame.first - 1)].low == "by"
    if leads is None or not (leads.modal in _TO_COME or (means and _is_only_meant(leads, parsed))):
        return False
    return not any(token.tag in _ENDS for token in parsed.tokens[leads.verb : frame.first])


def _is_only_meant(frame: Frame, parsed: Parsed) -> bool:
    """Whether an infinitive tells what somebody wants or expects, and not what was tried or done."""
    lead = next((token for token in reversed(parsed.tokens[: frame.first]) if token.tag not in _PASSED_OVER), None)
    word = "" if lead is None else lead.base or lead.low
    return frame.infinitive and word not in word_set("roles", "implicative", "trying")


def _befalls_nobody(frame: Frame, parsed: Parsed) -> bool:
    """ "Nobody in the trailer was hurt"."""
    for token in reversed(parsed.tokens[: frame.first]):
        if token.tag in (Tag.BREAK, Tag.COMMA, Tag.QUOTE, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.VERB, Tag.AUXILIARY):
            return False
        if token.low in ("nobody", "none", "no-one"):
            return True
    return False


def _of_those(frame: Frame, parsed: Parsed) -> bool:
    """ "Those who were killed" are people told of before, or anybody."""
    relative = next((at for at in range(frame.first - 1, 0, -1) if parsed.tokens[at].low == "who"), 0)
    return relative > 0 and parsed.tokens[relative - 1].low in ("those", "anyone", "anybody", "everyone", "all")


def _infinitive(act: Act, frame: Frame) -> None:
    """ "Tried to kill" was begun, "managed to kill" was done, and "wants to kill" neither."""
    tokens = act.parsed.tokens
    lead = next((token for token in reversed(tokens[: frame.first]) if token.tag not in _PASSED_OVER), None)
    word = "" if lead is None else lead.base or lead.low
    if lead is not None and word in word_set("roles", "trying"):
        act.stage, act.stage_words = "attempted", (tokens.index(lead), frame.verb)
    elif lead is not None and word in word_set("roles", "planning") and act.targets:
        at = tokens.index(lead)
        foiled = any(
            _was_stopped(frame) and at in range(each.first, each.last + 1)
            for frame in act.parsed.frames
            for each in _undergone(frame)
        )
        act.stage, act.stage_words = "foiled" if foiled else "planned", (at, frame.verb)
    elif word in word_set("roles", "implicative"):
        act.unreal |= lead is not None and _tells_habit(lead)
    elif not _is_past_infinitive(frame, tokens, word):
        act.unreal = True


def _is_past_infinitive(frame: Frame, tokens: list[Token], word: str) -> bool:
    """ "Is known to have died": it happened, as far as the words go that report it."""
    return tokens[frame.first + 1].low == "have" and word in word_set("roles", "reporting")


def _is_present(frame: Frame, tokens: list[Token]) -> bool:
    """A present tense without auxiliary tells a habit."""
    verb = tokens[frame.verb]
    form = verb_forms().get(verb.low)
    return (
        verb.tag in (Tag.VERB, Tag.BASE) and frame.first == frame.verb and form is not None and "past" not in form.forms
    )


def _tells_habit(lead: Token) -> bool:
    """Whether the verb before an infinitive stands in the present: "they continue to shell"."""
    form = verb_forms().get(lead.low)
    return lead.tag is Tag.VERB and form is not None and not form.forms & {"past", "participle"}


def _conditional(frame: Frame, parsed: Parsed) -> bool:
    """Whether the clause, or the one that it continues, opens with a condition, or somebody leaves it open."""
    relative = False
    for at in range(frame.first - 1, -1, -1):
        token = parsed.tokens[at]
        if token.tag in (Tag.BREAK, Tag.COMMA, Tag.QUOTE):
            return False
        if token.tag is Tag.SUBORDINATOR:
            return token.low in _CONDITIONS or (not relative and _left_open(at, parsed))
        relative |= token.tag is Tag.RELATIVE
    return False


def _left_open(at: int, parsed: Parsed) -> bool:
    """ "Doubted that", "did not rule out that": whether the words before a conjunction say that it may not be so."""
    before = [token.base or token.low for token in parsed.tokens[max(0, at - 2) : at]]
    return not word_set("roles", "doubting").isdisjoint({" ".join(before), *before[-1:]})


def _noun(act: Act) -> None:
    phrase, parsed = act.phrase, act.parsed
    if phrase is None:
        return
    inside = [token.low for token in parsed.tokens[phrase.first : act.words[0]]]
    ahead = [word for word in _governors(phrase.first, parsed) if word != "order" or inside[:1] != ["the"]]
    failed = next((word for word in inside if word in word_set("roles", "failed")), None)
    if failed is not None and act.stage == "accomplished":
        act.stage, act.stage_words = "attempted", (phrase.first + inside.index(failed), act.words[1])
    foiled = _foiled(act, parsed)
    if foiled is not None:
        act.stage, act.stage_words = act.row.get("stage", "foiled"), (foiled, act.words[1])
        return
    as_one = phrase.preposition == "as" and inside[:1] in (["a"], ["an"])  # "would be treated as an attack on all"
    act.unreal |= (
        as_one
        or any(word in word_set("roles", "hindering") for word in (*inside, *ahead))
        or bool(_NEGATIONS & {*inside, *ahead[:1]})
    )
    holder = next((frame for frame in parsed.frames if phrase in frame.objects or phrase in frame.subjects), None)
    if any(phrase in frame.circumstances and frame.base == "mistake" for frame in parsed.frames):
        act.unreal = True  # "mistook it for a bomb blast"
    if holder is not None:
        act.unreal |= _conditional(holder, parsed)
        act.unreal |= bool(holder.modal) and phrase in holder.subjects and _is_any(phrase, parsed)
        act.unreal |= _is_general(act, holder) or _is_one_of_many(act, holder, inside)
        if holder.base in word_set("roles", "happening") or holder.base in word_set("roles", "bearing"):
            act.unreal |= holder.modal in _TO_COME or holder.negated
            act.unreal |= holder.infinitive and phrase in holder.objects and not _follows_through(holder, parsed)


def _is_general(act: Act, holder: Frame) -> bool:
    """ "Attacks on civilians are crimes" tells of none."""
    bare = act.phrase is not None and act.phrase.first == act.words[0] and act.phrase in holder.subjects
    return bare and act.parsed.tokens[holder.verb].low in ("are", "is")


def _is_one_of_many(act: Act, holder: Frame, inside: list[str]) -> bool:
    """ "It was the second mass shooting this month" tells of none but the one told before."""
    tells = holder.base == "be" and act.phrase in holder.objects
    return tells and any(word in word_set("roles", "ranking") for word in inside)


def _is_any(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether the name of an act points to none told before: "an attack on the dam would be answered"."""
    opener = parsed.tokens[phrase.first]
    return opener.low in ("a", "an", "any", "further") or (opener.tag is not Tag.DETERMINER and phrase.owner is None)


def _foiled(act: Act, parsed: Parsed) -> int | None:
    """The first of the words that say that somebody stopped the act, where it did."""
    if not (act.targets or act.places):
        return None
    holder = next((frame for frame in parsed.frames if act.phrase in _undergone(frame)), None)
    if holder is not None and _was_stopped(holder) and parsed.tokens[holder.verb].tag in (Tag.VERB, Tag.PARTICIPLE):
        return holder.verb
    return _stopped_before(act, parsed)


def _stopped_before(act: Act, parsed: Parsed) -> int | None:
    """Plain words of stopping before the act in its clause: "to have foiled a plot to trigger blasts"."""
    stops = (Tag.COMMA, Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE)
    start = next((at + 1 for at in range(act.words[0] - 1, -1, -1) if parsed.tokens[at].tag in stops), 0)
    text, ends = parsed.document.text, parsed.tokens[act.words[0]].start
    said = pattern("modality", "foiled_plain").search(text, parsed.tokens[start].start, ends)
    return next(iter(within(parsed.tokens, said.start(), said.end())), None) if said is not None else None


def _was_stopped(holder: Frame) -> bool:
    """Whether the verb says that what it governs was stopped."""
    said = not (holder.modal or holder.negated or holder.infinitive)
    return said and (holder.base in word_set("roles", "foiling") or _breaks_up(holder))


def _breaks_up(holder: Frame) -> bool:
    return holder.base == "break" and holder.circumstance("up") is not None


def _undergone(frame: Frame) -> list[Phrase]:
    up = frame.circumstance("up") if _breaks_up(frame) else None
    return [up] if up is not None else frame.subjects if frame.passive else frame.objects


def _follows_through(holder: Frame, parsed: Parsed) -> bool:
    lead = next((token for token in reversed(parsed.tokens[: holder.first]) if token.tag not in _PASSED_OVER), None)
    return lead is not None and (lead.base or lead.low) in word_set("roles", "implicative")


def _governors(first: int, parsed: Parsed) -> list[str]:
    """The preposition and the word that govern a phrase, base forms of verbs."""
    found: list[str] = []
    for token in reversed(parsed.tokens[:first]):
        if token.tag in (Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COMMA) or len(found) == 2:
            break
        if token.tag not in (Tag.ADVERB, Tag.QUOTE, Tag.POSSESSIVE):
            found.append(token.base or token.low)
            if token.tag is not Tag.PREPOSITION:
                break
    negated = _negated_noun(parsed, first) if found else False
    return [*found, "no"] if negated else found


def _negated_noun(parsed: Parsed, first: int) -> bool:
    """Whether the phrase on which this one hangs says no: "no sign of an attack"."""
    over = (each for each in parsed.phrases if any(hung.first == first for hung in each.hangs))
    return any(parsed.tokens[each.first].low == "no" for each in over)


def _before(tokens: list[Token], at: int) -> Token | None:
    return next((token for token in reversed(tokens[:at]) if token.tag not in (Tag.ADVERB, Tag.QUOTE)), None)


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


def _is_recent(match: re.Match[str], parsed: Parsed) -> bool:
    """Whether the words only open an expression of hours or days: "in the past few hours"."""
    spans = ((parsed.tokens[time.first].start, parsed.tokens[time.last]) for time in parsed.times)
    return any(start <= match.start() and match.end() < last.end and last.low in _SHORT for start, last in spans)
