"""Who says something in a sentence, by which words, and where stands what is said: before these words or behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from summarizer.conflict.coder.meaning.denoting import ARMED, BODIES, PEOPLE, denotes, may_be_name
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import is_finite
from summarizer.english.grammar.tokens import VERBAL, Tag, behind_last, first_of
from summarizer.lexicons import lemmas, lexicon, pattern, word_set

Span = tuple[int, int]

_CLAUSES = frozenset({Tag.SUBORDINATOR})
_COLON = frozenset({Tag.BREAK})
_QUOTES = frozenset({Tag.QUOTE})
_OPENS = frozenset({Tag.TO, Tag.QUOTE, Tag.BREAK, Tag.SUBORDINATOR, Tag.COORDINATOR, *VERBAL})
_JOINS = frozenset({Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB})
_MARKS = frozenset({Tag.COMMA, Tag.QUOTE, Tag.BREAK})
_ADDS = frozenset({Tag.COORDINATOR, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ING, Tag.RELATIVE})
"""What stands behind "…, he said," where the article goes on and not the speaker."""
_PARTS = frozenset({Tag.BREAK, Tag.RELATIVE, Tag.QUOTE})
"""What parts another's words from what somebody denies."""
_AND_THEN = [Tag.COMMA, Tag.COORDINATOR]
_CONTRASTS = frozenset({"but", "while", "although", "though", "whereas", "contradicting"})
_LIVES = frozenset({"life", "lives", "victim", "victims"})
_ORDERS = frozenset({"order", "instruct", "command"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
"""With what begins a subject that there is none of."""
_FAR = 12  # tokens from a verb to the "that" of what is said
_NEAR = 8  # tokens from a verb within which the noun of its idiom stands
_SPOKEN_OF = frozenset({
    "blame", "attribute", "implicate", "acquit", "exonerate", "accuse", "claim", "confirm", "deny", "report",
    "charge", "suspect", "believe", "threaten", "think", "allege", "say",
})  # fmt: skip
"""Verbs of saying that in the passive still tell what is said."""
_NOT_SAID = frozenset(
    {"decline", "refuse", "expect", "want", "fail", "ask", "plan", "wait", "urge", "be", "try", "hope", "unable"}
)
_SPEAKERS = BODIES | PEOPLE | ARMED


@dataclass(slots=True)
class Saying:
    """Somebody's speech in one sentence: tokens of the words of saying (`cue`) and of what is said (`contents`)."""

    parsed: Parsed
    speakers: list[Phrase]
    cue: Span
    contents: list[Span]
    base: str
    frame: Frame | None = None

    def holds(self, token: int) -> bool:
        """Whether a token stands in what is said."""
        return any(first <= token <= last for first, last in self.contents)


def sayings_in(parsed: Parsed) -> list[Saying]:
    """Every saying of a sentence, in the order of their cues."""
    told = (_of_frame(frame, parsed) for frame in parsed.frames)
    found = [*_according(parsed), *_promised(parsed), *(saying for saying in told if saying is not None)]
    for saying in found:
        _end_before_outer(saying, found)
    denials = [each for each in found if each.base in lemmas("sayings", "denying")]
    for saying in found:
        if any(_is_within(saying, each) for each in denials):
            saying.speakers = []
    rumours = [each for each in _rumoured(parsed) if not any(saying.holds(each.cue[0]) for saying in found)]
    return sorted((*found, *rumours), key=lambda each: each.cue)


def _end_before_outer(saying: Saying, found: list[Saying]) -> None:
    """What somebody says ends where the words that report it do: "rebels threatened to burn it, the mayor said"."""
    outer = (each.contents[0] for each in found if each.contents and each.contents[0][1] < each.cue[0])
    last = min((last for first, last in outer if first <= saying.cue[0] <= last), default=None)
    if last is not None:
        saying.contents = [(first, min(end, last)) for first, end in saying.contents if first <= last]


def _is_within(saying: Saying, denial: Saying) -> bool:
    """Whether nothing parts what somebody says from what another denies, so that its being said is denied too."""
    opens = min([saying.cue[0], *(each.first for each in saying.speakers)])
    between = [token.tag for token in saying.parsed.tokens[denial.cue[1] + 1 : opens]]
    return denial.holds(opens) and _PARTS.isdisjoint(between) and between[-2:] != _AND_THEN


def _rumoured(parsed: Parsed) -> Iterator[Saying]:
    """ "Messages that", "rumours spread by the enemy that": nobody says it."""
    for at, token in enumerate(parsed.tokens):
        if token.low == "that" and _hearsay().search(parsed.low(behind_last(parsed.tokens, _CLAUSES | _COLON, at), at)):
            yield Saying(parsed, [], (at, at), [(at + 1, len(parsed.tokens) - 1)], "rumour")


@cache
def _hearsay() -> re.Pattern[str]:
    """Words before a "that" of which nobody, or nothing, vouches for what follows: "it is not true that"."""
    rumours, untrue = pattern("sayings", "rumours").pattern, pattern("sayings", "untrue").pattern
    return re.compile(
        rf"{rumours}( (spread|carried|made|put|circulat|publish|post|broadcast|in|on|by)\w* .*)? that$|{untrue} that$"
    )


def is_carrier(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a letter, a statement or the like."""
    return parsed.tokens[phrase.head].low.removesuffix("s") in word_set("sayings", "carriers")


def _of_frame(frame: Frame, parsed: Parsed) -> Saying | None:
    idiom = _idiom(frame, parsed)
    says = frame.base in lemmas("sayings", "verbs") or (frame.base in _ORDERS and _has_alternative(frame, parsed))
    if idiom is None and not (says and _is_said(frame, parsed)):
        return _quoted_from(frame, parsed)
    cue, base = idiom or ((frame.first, frame.verb), frame.base)
    if frame.passive:
        return _passive(frame, parsed, cue, base)
    inverted = _inverted_speaker(frame, parsed)
    if inverted is not None:
        said = [*_all_before(frame.first, parsed), *_reopened(inverted, parsed)]
        return Saying(parsed, [inverted], cue, said, base, frame)
    contents = _contents_of(frame, parsed) if idiom is None else [(frame.verb + 1, _end_of(frame, parsed))]
    return Saying(parsed, _speakers(frame, parsed), cue, contents, base, frame) if contents else None


def _quoted_from(frame: Frame, parsed: Parsed) -> Saying | None:
    """ "Its communiqué ended: …", "the note was short: …": what carries words, and a colon before them."""
    tokens = parsed.tokens
    carriers = [each for each in frame.subjects if is_carrier(each, parsed)]
    if not carriers or frame is not parsed.frames[0]:
        return None
    colon = first_of(tokens, _COLON, frame.verb + 1, len(tokens))
    said = (colon + 1, len(tokens) - 1)
    return Saying(parsed, carriers, (frame.first, frame.verb), [said], "say", frame) if said[0] < said[1] else None


def _has_alternative(frame: Frame, parsed: Parsed) -> bool:
    """Whether an order says what else will be: "ordered barbers to close or be shot"."""
    later = parsed.verbs_in(frame.verb + 1, len(parsed.tokens))
    return any(parsed.tokens[each.first - 1].low == "or" for each in later)


def _speakers(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """The subjects; of "rang the newsroom to say" those who rang; of "received a letter warning that" the letter."""
    before = parsed.verb_before(frame.first) if frame.infinitive else None
    carrier = _carrier_before(frame, parsed) if parsed.tokens[frame.first].tag is Tag.ING else None
    return [carrier] if carrier is not None else list((before or frame).subjects)


def _carrier_before(frame: Frame, parsed: Parsed) -> Phrase | None:
    """A letter or the like that a verb in -ing tells of, and that the subject of the sentence did not send."""
    for verb in reversed([each for each in parsed.frames if each.verb < frame.first]):
        if verb.base in lemmas("sayings", "issuing"):
            return None
        behind = [each for each in (*verb.objects, *verb.circumstances) if is_carrier(each, parsed)]
        if behind or parsed.tokens[verb.first].tag is not Tag.ING:
            return behind[0] if behind else None
    return None


def _idiom(frame: Frame, parsed: Parsed) -> tuple[Span, str] | None:
    """A verb and a noun that together are one of saying, with the verb that means the same: "took responsibility"."""
    for row in _idioms().get(frame.base, ()):
        behind = parsed.tokens[frame.verb + 1 : frame.verb + _NEAR]
        nouns = (at for at, token in enumerate(behind, frame.verb + 1) if token.low in row["nouns"])
        at = next((at for at in nouns if _is_term(at, parsed)), None)
        if at is not None and "objects" not in row:
            return (frame.first, at), row["as"]
    return None


def _is_term(at: int, parsed: Parsed) -> bool:
    """Whether a unit of time is counted: "two days", and not "last week"; other nouns are none."""
    before = parsed.tokens[at - 1]
    return (
        parsed.tokens[at].low not in word_set("times", "units") or before.tag is Tag.NUMBER or before.low in ("a", "an")
    )


@cache
def _idioms() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in lexicon("sayings")["idiom"]:
        for verb in row["verbs"]:
            found.setdefault(verb, []).append(row)
    return found


def _is_said(frame: Frame, parsed: Parsed) -> bool:
    """Not only wanted, refused or waited for: "declined to say"; nor left undone: "candidates who do not withdraw"."""
    if not frame.infinitive:
        return not (frame.reduced or (frame.negated and frame.opener == "who"))
    before = parsed.verb_before(frame.first)
    return before is not None and before.base not in _NOT_SAID


def _passive(frame: Frame, parsed: Parsed, cue: Span, base: str) -> Saying | None:
    """ "The raid was blamed on rebels", "villagers were told by the rebels that"."""
    agents, last = [each for each in frame.circumstances if each.preposition == "by"], _end_of(frame, parsed)
    if base in lemmas("sayings", "addressing"):
        first = agents[-1].last + 1 if agents else last
        return Saying(parsed, agents, cue, [(first + 1, last)], base, frame) if first < last else None
    first = frame.subjects[0].first if frame.subjects else frame.verb + 1
    return Saying(parsed, agents, cue, [(first, last)], base, frame) if base in _SPOKEN_OF else None


def _inverted_speaker(frame: Frame, parsed: Parsed) -> Phrase | None:
    """The speaker behind the verb: '"…," said the governor'."""
    verbs = lemmas("sayings", "content_first") - lemmas("sayings", "addressing")
    marked = frame.first > 0 and parsed.tokens[frame.first - 1].tag in _MARKS
    if not marked or frame.base not in verbs or not frame.objects or not _has_clause(0, frame.first - 1, parsed):
        return None
    behind = frame.objects[0]
    if is_carrier(behind, parsed):
        return behind
    acts = any(behind in each.subjects for each in parsed.frames if each is not frame)
    meaning = denotes(behind, parsed)
    speaks = meaning in _SPEAKERS or (meaning is None and may_be_name(behind, parsed))
    return behind if speaks and not acts else None


# --- without a verb --------------------------------------------------------------------------------------------


def _according(parsed: Parsed) -> Iterator[Saying]:
    low = [token.low for token in parsed.tokens]
    for at in (at for at, pair in enumerate(pairwise(low)) if pair == ("according", "to")):
        speaker = next((each for each in parsed.phrases if at + 2 <= each.first <= at + 3), None)
        if speaker is not None:
            end = (speaker.hangs or [speaker])[-1].last + 2
            contents = _all_before(at, parsed) or ([(end, len(low) - 1)] if end < len(low) else [])
            yield Saying(parsed, [speaker], (at, at + 1), contents, "according to")


def _promised(parsed: Parsed) -> Iterator[Saying]:
    """ "Its threat to burn the mill", "his vow that the guns would fire", "their ultimatum ran out: leave, or"."""
    nouns, last = word_set("sayings", "promises"), len(parsed.tokens) - 1
    for phrase in parsed.phrases:
        owner = _owner(phrase, parsed) if parsed.tokens[phrase.head].low in nouns else None
        first = _promise(phrase, parsed) if owner is not None else None
        if owner is not None and first is not None and first < last:
            yield Saying(parsed, [owner], (phrase.head, phrase.head), [(first, last)], "threaten")


def _owner(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    possessive = parsed.tokens[phrase.first].low in word_set("functions", "possessives")
    return Phrase(phrase.first, phrase.first, phrase.first) if possessive else phrase.owner


def _promise(phrase: Phrase, parsed: Parsed) -> int | None:
    """Where begins what a noun promises: at "to", behind "that", or behind a colon."""
    tokens, behind = parsed.tokens, phrase.last + 1
    if behind < len(tokens) and tokens[behind].tag is Tag.TO:
        return behind
    opened = behind if behind < len(tokens) and tokens[behind].low == "that" else None
    return next((at + 1 for at in range(behind, len(tokens)) if tokens[at].low == ":" or at == opened), None)


# --- what is said ------------------------------------------------------------------------------------------------


def _contents_of(frame: Frame, parsed: Parsed) -> list[Span]:
    """What the subject of a verb of saying says: before the verb, behind it, or around it."""
    if _is_said_before(frame, parsed):
        return [*_all_before(_opens(frame), parsed), *_resumed(frame, parsed)]
    taken = frame.base == "claim" and any(parsed.tokens[each.head].low in _LIVES for each in frame.objects)
    if taken or not _says_behind(frame, parsed):
        return []
    start, end = _start(frame, parsed), _end_of(frame, parsed)
    return [(start, end)] if start <= end else []


def _opens(frame: Frame) -> int:
    """The first token of a verb with its subject."""
    return min([frame.first, *(each.first for each in frame.subjects[:1])])


def _is_said_before(frame: Frame, parsed: Parsed) -> bool:
    """Whether a mark parts the words of saying from a clause or a quotation before them: '"…," he said'."""
    tokens, opens = parsed.tokens, _opens(frame)
    if opens < 2 or frame.modal or frame.base not in lemmas("sayings", "content_first"):
        return False
    if _goes_with(frame, parsed):
        return False
    mark = tokens[opens - 1]
    if mark.tag not in _MARKS or (mark.tag is Tag.QUOTE and mark.quoted):
        return False
    after = tokens[frame.verb + 1].tag if frame.verb + 1 < len(tokens) else Tag.BREAK
    quoted = Tag.QUOTE in (mark.tag, tokens[opens - 2].tag)
    closes = quoted or after in _MARKS or not _says_behind(frame, parsed)
    return closes and ((frame.base == "say" and after is Tag.COMMA) or _has_clause(0, opens - 1, parsed))


def _goes_with(frame: Frame, parsed: Parsed) -> bool:
    """Whether a verb in -ing only goes with another: not in "was quoted as saying"."""
    before = parsed.tokens[frame.first - 1].low if frame.first else ""
    return parsed.tokens[frame.first].tag is Tag.ING and before != "as"


def _says_behind(frame: Frame, parsed: Parsed) -> bool:
    """Whether a clause, a quotation or an object that may be said stands behind the verb."""
    rest = parsed.tokens[frame.verb + 1 :]
    if any(token.tag is Tag.QUOTE for token in rest) or _leads_on(frame, parsed):
        return True
    if frame.base == "warn" and frame.circumstance("of") is not None:
        return True
    has_object = bool(frame.objects) or (bool(rest) and rest[0].tag is Tag.ING)
    if has_object and frame.base in lemmas("sayings", "bare_object"):
        return True
    later = (each for each in parsed.frames if each.first > frame.verb and not each.reduced)
    says = frame.base not in lemmas("sayings", "quoting")
    return says and any(_is_said_by(each, frame, parsed) for each in later)


def _leads_on(frame: Frame, parsed: Parsed) -> bool:
    """Whether a "that" behind the verb is its own, and not that of a later verb."""
    that = first_of(parsed.tokens, _CLAUSES, frame.verb + 1, len(parsed.tokens))
    while that < len(parsed.tokens) and parsed.tokens[that].low != "that":
        that = first_of(parsed.tokens, _CLAUSES, that + 1, len(parsed.tokens))
    if that == len(parsed.tokens):
        return False
    between = parsed.verbs_in(frame.verb + 1, that)
    return all(each.reduced or parsed.tokens[each.first].tag is Tag.ING for each in between)


def _is_said_by(later: Frame, frame: Frame, parsed: Parsed) -> bool:
    """Whether a later verb stands in a clause that follows the saying without a comma."""
    opens = later.subjects[0].first if later.subjects and later.subjects[0].first > frame.verb else later.first
    between = {token.tag for token in parsed.tokens[frame.verb + 1 : opens]}
    return parsed.tokens[later.first].tag is not Tag.ING and between.isdisjoint((Tag.COMMA, Tag.BREAK))


def _has_clause(first: int, last: int, parsed: Parsed) -> bool:
    """Whether a quotation or a main verb stands between two tokens."""
    quoted = any(token.tag is Tag.QUOTE for token in parsed.tokens[first : last + 1])
    main = (each for each in parsed.frames if not each.opener.startswith("who"))
    return quoted or any(first <= each.first and each.verb <= last for each in main)


def _all_before(opens: int, parsed: Parsed) -> list[Span]:
    """All before the words of saying, or before the mark there."""
    last = next((at for at in range(opens - 1, -1, -1) if parsed.tokens[at].tag not in _MARKS), None)
    return [(parsed.opening, last)] if last is not None and parsed.opening <= last else []


def _reopened(speaker: Phrase, parsed: Parsed) -> list[Span]:
    """The quotation that goes on behind who speaks: '"…," said the general, who leads the raiders, "will be shot"'."""
    tokens, end = parsed.tokens, len(parsed.tokens) - 1
    mark = first_of(tokens, _QUOTES, speaker.last + 1, end)
    return [(mark + 1, end)] if mark < end and tokens[mark - 1].tag is Tag.COMMA else []


def _resumed(frame: Frame, parsed: Parsed) -> list[Span]:
    """What goes on behind "…, he said, …"; not what the article adds by "and"."""
    tokens, end = parsed.tokens, len(parsed.tokens) - 1
    mark = first_of(tokens, _QUOTES, frame.verb + 1, end)
    if mark < end:
        return [(mark + 1, end)]
    at = frame.verb + 1
    goes_on = at < end and tokens[at].tag is Tag.COMMA and tokens[at + 1].tag not in _ADDS
    return [(at + 1, end)] if goes_on else []


def _start(frame: Frame, parsed: Parsed) -> int:
    """The first token of what is said: behind "that", the one who is spoken to, or when it was said."""
    tokens, at = parsed.tokens, frame.verb + 1
    following = next((each.first for each in parsed.frames if each.first > frame.verb), len(tokens))
    addressed = frame.base in lemmas("sayings", "addressing")
    opened = range(at, at if frame.objects and not addressed else min(following, at + _FAR))
    opening = (place for place in opened if tokens[place].low in ("that", ":", '"'))
    that = next(opening, at)
    if that in opened and tokens[that].low == "that":
        return that + 1
    if addressed and frame.objects and frame.base != "warn":
        behind = frame.objects[0].last + 1
        to = first_of(tokens, _OPENS, behind, len(tokens) - 1)
        return to if tokens[to].tag is Tag.TO else behind
    return next((place for place in range(at, len(tokens)) if tokens[place].tag not in _MARKS), len(tokens) - 1)


def _end_of(frame: Frame, parsed: Parsed) -> int:
    """The last token of what is said: the sentence's, or before another saying of its own, or a contrast."""
    tokens = parsed.tokens
    last = len(tokens) - 1
    if tokens[frame.verb].quoted:  # what somebody is quoted as telling ends with the quotation
        last = next((at - 1 for at in range(frame.verb, last + 1) if not tokens[at].quoted), last)
    last = min(last, _goes_on(frame, parsed))
    contrast = (at for at in range(frame.verb + 1, last) if tokens[at].low in _CONTRASTS and not tokens[at].quoted)
    return next((at - 2 for at in contrast if tokens[at - 1].tag in _MARKS), last)


def _goes_on(frame: Frame, parsed: Parsed) -> int:
    """The token before the article goes on with what else the speaker did: "rebels vowed to fight and shelled the town"."""
    tokens = parsed.tokens
    for later in parsed.verbs_in(frame.verb + 1, len(tokens)):
        if not later.subjects or later.subjects != frame.subjects or not is_finite(later, tokens):
            continue
        if tokens[later.first - 1].tag in _JOINS or not is_finite(frame, tokens):
            return next((at for at in range(later.first - 1, 0, -1) if tokens[at].tag not in _JOINS), 0)
    return len(tokens) - 1


def trimmed(parsed: Parsed, span: Span) -> Span:
    """The span without marks at its ends."""
    inside = [at for at in range(span[0], span[1] + 1) if parsed.tokens[at].tag not in _MARKS]
    return (inside[0], inside[-1]) if inside else span
