"""Who says what in a sentence: speakers, the words of saying, and how far their speech reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.coder.meaning.denoting import ARMED, BODIES, PEOPLE, denotes, may_be_name
from summarizer.lexicons import lexicon, word_set, words

Span = tuple[int, int]

_MARKS = frozenset({Tag.COMMA, Tag.QUOTE, Tag.BREAK})
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.RELATIVE})
_JOINTS = frozenset({Tag.COMMA, Tag.BREAK, Tag.COORDINATOR, Tag.SUBORDINATOR})
_CONTRASTS = frozenset({"but", "while", "although", "though", "whereas", "contradicting"})
_SPOKEN_OF = frozenset(
    {
        "blame",
        "attribute",
        "implicate",
        "acquit",
        "exonerate",
        "accuse",
        "claim",
        "confirm",
        "deny",
        "report",
        "charge",
        "suspect",
        "believe",
        "threaten",
    }
)
"""Verbs of saying that in the passive still tell what is said."""
_HELD = frozenset({"believe", "think", "allege", "suspect", "report", "say"})
_TO_BE = (["to", "be"], ["to", "have"], ["to", "belong"])
"""What stands behind verbs of saying in the passive by which somebody is taken for something."""
_NOT_SAID = frozenset(
    {"decline", "refuse", "expect", "want", "fail", "ask", "plan", "wait", "urge", "be", "try", "hope", "unable"}
)
_LEADING = frozenset({"which", "that", "whom"})
_FAR = 12
_SPEAKERS = BODIES | PEOPLE | ARMED
_LIVES = frozenset({"life", "lives", "victim", "victims"})
_NEAR = 6  # tokens from a verb within which the noun of its idiom stands


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
    found = [*_according(parsed)]
    for frame in parsed.frames:
        saying = _of_frame(frame, parsed)
        if saying is not None:
            found.append(saying)
    found.extend(each for each in _named_threats(parsed) if not any(_commits(other, each) for other in found))
    if not found:
        found.extend(_colon(parsed))
    return sorted(found, key=lambda each: each.cue)


def is_saying(frame: Frame) -> bool:
    """Whether a verb is one of saying."""
    return frame.base in _verbs()


def _of_frame(frame: Frame, parsed: Parsed) -> Saying | None:
    idiom = _idiom(frame, parsed)
    if idiom is None and (frame.base not in _verbs() or not _is_said(frame, parsed)):
        return None
    cue, base = idiom or ((frame.first, frame.verb), frame.base)
    if frame.passive or _is_held(frame, parsed):
        return _passive(frame, parsed, cue, base)
    outer = _spoken_before(frame, parsed)
    if outer is not None and not (outer.subjects and _speaks_not(frame.subjects[0], parsed)):
        return None  # "police said the rebels fled and vowed revenge": nobody can tell who vowed
    if outer is not None:
        frame.subjects = outer.subjects
    inverted = _inverted_speaker(frame, parsed)
    if inverted is not None:
        return Saying(parsed, [inverted], cue, _before(frame.first, parsed), base, frame)
    speakers = _speakers(frame, parsed)
    contents = _contents(frame, parsed) if idiom is None else [(frame.verb + 1, _end(frame, parsed))]
    contents = [*_led_by(frame, parsed), *contents]
    return Saying(parsed, speakers, cue, contents, base, frame) if contents else None


def _spoken_before(frame: Frame, parsed: Parsed) -> Frame | None:
    """The saying within which the subject of a verb behind "and" stands, so that the verb may as well be its own."""
    joint = frame.first - 1
    if joint < 1 or parsed.tokens[joint].tag is not Tag.COORDINATOR or parsed.tokens[frame.first].quoted:
        return None
    before = [each for each in parsed.frames if each.verb < joint]
    if not frame.subjects or not before or before[-1].base in _verbs():
        return None
    outer = next((each for each in before if each.base in _of("reporting") and not each.passive), None)
    inside = outer is not None and outer.verb < frame.subjects[0].first
    return outer if inside else None


def _speaks_not(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a subject within speech is no speaker of its own: a pronoun, or a thing: "said its guns were silent and accused"."""
    return _is_pronoun(phrase, parsed) or denotes(phrase, parsed) in ("weapon", "things", "act", "places")


def _is_pronoun(phrase: Phrase, parsed: Parsed) -> bool:
    return parsed.tokens[phrase.head].tag is Tag.PRONOUN


def _speakers(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """The subjects; of "rang the station to say" those who rang."""
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    if frame.infinitive and before is not None and not before.passive:
        return list(before.subjects)
    quoting = _quoting(frame, parsed)
    if quoting is not None:
        return list(quoting.undergoers)
    carrier = _carrier_of(frame, parsed) if parsed.tokens[frame.first].tag is Tag.ING else None
    return list(frame.subjects) if carrier is None else [carrier]


def _carrier_of(frame: Frame, parsed: Parsed) -> Phrase | None:
    """What carries the words of a verb in -ing behind it: "received a letter demanding money and warning that"."""
    here = [each for each in parsed.phrases if each.last < frame.first and is_carrier(each, parsed)]
    if not here:
        return None
    between = parsed.tokens[here[-1].last + 1 : frame.first]
    told = any(token.tag in _FINITE or token.tag is Tag.BREAK for token in between)
    return None if told else here[-1]


def _idiom(frame: Frame, parsed: Parsed) -> tuple[Span, str] | None:
    """A verb and a noun that together are one of saying, with the verb that means the same: "took responsibility"."""
    for row in _idioms().get(frame.base, ()):
        things = [*frame.objects, *(each for each in frame.circumstances if each.preposition == "out")]
        if "objects" in row and not any(parsed.tokens[each.head].low in row["objects"] for each in things):
            continue
        for at in range(frame.verb + 1, min(frame.verb + _NEAR, len(parsed.tokens))):
            if parsed.tokens[at].low in row["nouns"]:
                return (frame.first, at), row["as"]
        if frame.passive and any(parsed.tokens[each.head].low in row["nouns"] for each in frame.subjects):
            return (frame.first, frame.verb), row["as"]
    return None


@cache
def _idioms() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in lexicon("sayings")["idiom"]:
        for verb in row["verbs"]:
            found.setdefault(verb, []).append(row)
    return found


def _is_said(frame: Frame, parsed: Parsed) -> bool:
    """Not only wanted, refused or waited for: "declined to say"."""
    if frame.reduced and frame.base not in ("blame", "attribute", "claim", "charge"):
        return False
    if not frame.infinitive:
        return True
    before = next((each for each in reversed(parsed.frames) if each.verb < frame.first), None)
    return before is not None and before.base not in _NOT_SAID and not before.negated


def _is_held(frame: Frame, parsed: Parsed) -> bool:
    """ "Gunmen believed to be rebels": a participle, though it looks like a past form."""
    behind = parsed.tokens[frame.verb + 1 : frame.verb + 3]
    return frame.first == frame.verb and frame.base in _HELD and [token.low for token in behind] in _TO_BE


def _passive(frame: Frame, parsed: Parsed, cue: Span, base: str) -> Saying | None:
    if base in _of("addressing"):
        return _told_by(frame, parsed, cue, base)
    if base not in _SPOKEN_OF | _HELD:
        return None
    if frame.reduced and not frame.subjects:
        frame.subjects = [
            each for each in parsed.phrases if each.last == frame.first - 1 and denotes(each, parsed) == "act"
        ]
    agents = [each for each in frame.circumstances if each.preposition == "by"]
    first = frame.subjects[0].first if frame.subjects else frame.verb + 1
    return Saying(parsed, agents, cue, [(first, _end(frame, parsed))], base, frame)


def _told_by(frame: Frame, parsed: Parsed, cue: Span, base: str) -> Saying | None:
    """ "Villagers were told by the rebels that": those who tell it, where they are named."""
    tellers = [each for each in frame.circumstances if each.preposition == "by"]
    last = _end(frame, parsed)
    start = tellers[-1].last + 1 if tellers else last
    start += start < last and parsed.tokens[start].low == "that"
    return Saying(parsed, tellers, cue, [(start, last)], base, frame) if start < last else None


# --- where what is said stands ------------------------------------------------------------------------------


def _inverted_speaker(frame: Frame, parsed: Parsed) -> Phrase | None:
    """The speaker behind the verb: '"…," said the governor'."""
    if (
        frame.base not in _content_first() - _of("addressing")
        or frame.first == 0
        or parsed.tokens[frame.first - 1].tag not in _MARKS
    ):
        return None
    behind = frame.objects[0] if frame.objects and frame.objects[0].first == frame.verb + 1 else None
    if behind is None:
        return None
    acts = any(behind in each.subjects for each in parsed.frames if each is not frame)
    if acts and not is_carrier(behind, parsed):  # "said a message sent by X"
        return None
    unlisted = denotes(behind, parsed) is None and may_be_name(behind, parsed)
    speaks = denotes(behind, parsed) in _SPEAKERS or unlisted or is_carrier(behind, parsed)
    return behind if speaks and _has_clause(0, frame.first - 1, parsed) else None


def _contents(frame: Frame, parsed: Parsed) -> list[Span]:
    quoting = _quoting(frame, parsed)
    subject = next(iter((quoting or frame).subjects), None)
    opens = min(subject.first, (quoting or frame).first) if subject is not None else (quoting or frame).first
    after = parsed.tokens[frame.verb + 1].tag if frame.verb + 1 < len(parsed.tokens) else Tag.BREAK
    mark = parsed.tokens[opens - 1] if opens > 1 else None
    follows_mark = mark is not None and mark.tag in _MARKS and not (mark.tag is Tag.QUOTE and mark.quoted)
    ends_quotation = follows_mark and any(token.tag is Tag.QUOTE for token in parsed.tokens[opens - 2 : opens])
    closing = ends_quotation or after in _MARKS or not _says_behind(frame, parsed)
    spoken = parsed.tokens[frame.first].tag is not Tag.ING or quoting is not None
    amid = frame.base == "say" and after is Tag.COMMA and opens > 2
    said_before = amid or _has_clause(0, opens - 1, parsed)
    if spoken and frame.base in _content_first() and closing and follows_mark and said_before:
        return [*_before(opens, parsed), *_resumed(frame, parsed)]
    taken = frame.base == "claim" and any(parsed.tokens[each.head].low in _LIVES for each in frame.objects)
    if taken or not _says_behind(frame, parsed):
        return []
    start, end = _start(frame, parsed), _end(frame, parsed)
    return [(start, end)] if start <= end else []


def _quoting(frame: Frame, parsed: Parsed) -> Frame | None:
    """Of "quoted the caller as saying" the verb of quoting."""
    if frame.first == 0 or parsed.tokens[frame.first - 1].low != "as":
        return None
    return next((each for each in reversed(parsed.frames) if each.verb < frame.first and each.base == "quote"), None)


def _led_by(frame: Frame, parsed: Parsed) -> list[Span]:
    """What is spoken of, where it stands before the speaker: "the bombing, which the army blames on", "a charge it denied"."""
    if not frame.subjects or frame.base not in _of("bare_object"):
        return []
    subject = frame.subjects[0]
    relative = next((at for at in range(subject.first - 1, 0, -1) if parsed.tokens[at].tag is Tag.RELATIVE), None)
    if frame.opener in _LEADING and relative is not None:
        before = [each for each in parsed.phrases if each.last < relative]
        return [(before[-1].first, before[-1].last)] if before else []
    return [(each.first, each.last) for each in frame.objects if each.last < subject.first]


def _says_behind(frame: Frame, parsed: Parsed) -> bool:
    """Whether a clause, a quotation or an object that may be said stands behind the verb."""
    rest = parsed.tokens[frame.verb + 1 :]
    if any(token.tag is Tag.QUOTE or (token.low == "that" and token.tag is Tag.SUBORDINATOR) for token in rest):
        return True
    if frame.base in _of("bare_object") and (_has_object(frame, rest) or _led_by(frame, parsed)):
        return True
    return frame.base not in _of("quoting") and any(_is_said_by(each, frame, parsed) for each in parsed.frames)


def _has_object(frame: Frame, rest: list[Token]) -> bool:
    """Whether an object, or an act in -ing as one, stands behind the verb: "denied the raid", "denied raiding"."""
    deed = bool(rest) and rest[0].tag is Tag.ING and frame.base in (*_of("denying"), *_of("admitting"))
    other = [token.low for token in rest[:2]] in (["each", "other"], ["one", "another"])
    return deed or other or bool(frame.objects)


def _is_said_by(later: Frame, frame: Frame, parsed: Parsed) -> bool:
    """Whether a later verb stands in a clause that follows the saying without a comma."""
    if later.first <= frame.verb or later.reduced or parsed.tokens[later.first].tag is Tag.ING:
        return False
    return not any(
        token.tag in (Tag.COMMA, Tag.BREAK) for token in parsed.tokens[frame.verb + 1 : _opens(later, frame)]
    )


def _opens(later: Frame, frame: Frame) -> int:
    subject = later.subjects[0].first if later.subjects else later.first
    return subject if subject > frame.verb else later.first


def _has_clause(first: int, last: int, parsed: Parsed) -> bool:
    quoted = any(parsed.tokens[at].tag is Tag.QUOTE for at in range(first, last + 1))
    main = (each for each in parsed.frames if not each.opener.startswith("who"))
    return quoted or any(first <= each.first and each.verb <= last for each in main)


def _before(opens: int, parsed: Parsed) -> list[Span]:
    """All before the words of saying, or before the mark there."""
    last = opens - 1
    while last >= 0 and parsed.tokens[last].tag in _MARKS:
        last -= 1
    return [(0, last)] if last >= 0 else []


def _resumed(frame: Frame, parsed: Parsed) -> list[Span]:
    """What goes on behind "…, he said, …"; not what the article adds by "and"."""
    at = frame.verb + 1
    while at < len(parsed.tokens) and parsed.tokens[at].tag is not Tag.QUOTE:
        at += 1
    if at < len(parsed.tokens) - 1:
        return [(at + 1, len(parsed.tokens) - 1)]
    at = frame.verb + 1
    comma = at < len(parsed.tokens) - 1 and parsed.tokens[at].tag is Tag.COMMA
    adds = comma and parsed.tokens[at + 1].tag in (
        Tag.COORDINATOR,
        Tag.PREPOSITION,
        Tag.SUBORDINATOR,
        Tag.ING,
        Tag.RELATIVE,
    )
    return [(at + 1, len(parsed.tokens) - 1)] if comma and not adds else []


def _start(frame: Frame, parsed: Parsed) -> int:
    """The first token of what is said: behind "that", the one who is spoken to, or when it was said."""
    tokens, at = parsed.tokens, frame.verb + 1
    following = next((each.first for each in parsed.frames if each.first > frame.verb), len(tokens))
    addressed = frame.base in _of("addressing")
    for place in range(at, at if frame.objects and not addressed else min(following, at + _FAR)):
        if tokens[place].low == "that" and tokens[place].tag in (Tag.SUBORDINATOR, Tag.RELATIVE):
            return place + 1
        if tokens[place].tag is Tag.QUOTE or tokens[place].low == ":":
            break
    if addressed and frame.objects and frame.base != "warn":
        return frame.objects[0].last + 1
    while at < len(tokens) - 1 and tokens[at].tag in _MARKS:
        at += 1
    return at


def _end(frame: Frame, parsed: Parsed) -> int:
    """The last token of what is said: the sentence's, or before another saying of its own, or a contrast."""
    last = len(parsed.tokens) - 1
    if parsed.tokens[frame.verb].quoted:  # what somebody is quoted as telling ends with the quotation
        last = next((at - 1 for at in range(frame.verb, last + 1) if not parsed.tokens[at].quoted), last)
    for at in range(frame.verb + 1, last):
        token = parsed.tokens[at]
        if token.low in _CONTRASTS and not token.quoted and parsed.tokens[at - 1].tag in _MARKS:
            last = at - 2
            break
    last = min(last, _closes(frame, parsed) or last)
    for later in parsed.frames:
        if later.first > frame.verb and is_saying(later) and (edge := _own_clause(later, frame, parsed)):
            return min(last, edge)
    return last


def _closes(frame: Frame, parsed: Parsed) -> int | None:
    """The token before the comma that ends a clause amid another: "the raid, claimed by rebels, was"."""
    if not (frame.reduced or frame.opener in _LEADING):
        return None
    for later in parsed.frames:
        at = later.first - 1
        main = later.first > frame.verb and later.subjects and later.subjects[0].first < frame.first
        if main and at > frame.verb + 1 and parsed.tokens[at].tag is Tag.COMMA:
            return at - 1
    return None


def _own_clause(later: Frame, frame: Frame, parsed: Parsed) -> int | None:
    """The token before the clause of a later saying that does not stand within what is said, or None."""
    if later.infinitive or parsed.tokens[later.first].quoted:
        return None
    subject = later.subjects[0] if later.subjects else None
    opens = subject.first if subject is not None and subject.first > frame.verb else later.first
    opens = min([opens, *(each.first for each in later.objects if each.first > frame.verb)])
    if subject is not None and subject.last < frame.first and subject not in frame.subjects:
        return None
    at = opens - 1
    if parsed.tokens[at].tag not in _JOINTS or parsed.tokens[at].low in ("that", "whether", "if"):
        return None
    if parsed.tokens[at].tag is Tag.COORDINATOR and parsed.tokens[at - 1].tag is Tag.COMMA:
        at -= 1
    return at - 1 if at - 1 > frame.verb else None


# --- without a verb --------------------------------------------------------------------------------------------


def _according(parsed: Parsed) -> Iterator[Saying]:
    low = [token.low for token in parsed.tokens]
    for at in range(len(low) - 2):
        if low[at : at + 2] != ["according", "to"]:
            continue
        speaker = next((each for each in parsed.phrases if at + 2 <= each.first <= at + 3), None)
        if speaker is None:
            continue
        end = (speaker.hangs or [speaker])[-1].last
        before = _before(at, parsed) if at > 2 else []
        contents = before or ([(end + 2, len(low) - 1)] if end + 2 < len(low) else [])
        if contents:
            yield Saying(parsed, [speaker], (at, at + 1), contents, "according to")


def _colon(parsed: Parsed) -> Iterator[Saying]:
    """ "The commander, by radio: '…'": whoever opens the sentence says what the colon opens."""
    tokens = parsed.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].low == ":" and tokens[at + 1].tag is Tag.QUOTE:
            speaker = next((each for each in parsed.phrases if each.last < at and not each.preposition), None)
            if speaker is not None:
                yield Saying(parsed, [speaker], (speaker.first, speaker.last), [(at + 2, len(tokens) - 1)], ":")
            return


def _handles(frame: Frame, threat: Phrase, parsed: Parsed) -> bool:
    """Whether somebody makes, repeats or takes back a threat of its own: "took back a threat to bomb"."""
    things = (*frame.objects, *frame.circumstances)
    own = frame.base in _of("handling") and not frame.passive and bool(frame.subjects)
    return own and any(each is threat for each in things)


def _commits(other: Saying, named: Saying) -> bool:
    """Whether words of threatening already govern what a noun such as "threat" opens."""
    return other.base in word_set("threatening", "committing") and other.holds(named.contents[0][0])


def _named_threats(parsed: Parsed) -> Iterator[Saying]:
    """ "The Front's threat to bomb the mill", "withdrew its threat to": whose it is says what stands behind it."""
    for phrase in parsed.phrases:
        if parsed.tokens[phrase.head].low not in _of("threat_nouns"):
            continue
        frame = next((each for each in parsed.frames if each.first == phrase.last + 1 and each.infinitive), None)
        if frame is None:
            continue
        possessive = parsed.tokens[phrase.first].low in word_set("functions", "possessives")
        holder = next((each for each in parsed.frames if _handles(each, phrase, parsed)), None)
        owner = phrase.owner or (Phrase(phrase.first, phrase.first, phrase.first) if possessive else None)
        owner = owner or (holder.subjects[0] if holder is not None else None)
        if owner is not None:
            yield Saying(parsed, [owner], (phrase.head, phrase.head), [(frame.first, _end(frame, parsed))], "threaten")


def is_carrier(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a letter, a statement or the like."""
    return parsed.tokens[phrase.head].low.removesuffix("s") in _of("carriers") and denotes(phrase, parsed) in (
        None,
        "outlets",
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("sayings", "verbs"))


@cache
def _content_first() -> frozenset[str]:
    return frozenset(words("sayings", "content_first"))


@cache
def _of(entry: str) -> frozenset[str]:
    return frozenset(words("sayings", entry))
