"""Who says something in a sentence, and by which words: speakers, verbs and idioms of saying, and what does without."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.coder.discourse.stretches import (
    MARKS,
    Span,
    all_before,
    contents_of,
    end_of,
    has_clause,
    led_by,
    quoting_verb,
)
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import ARMED, BODIES, PEOPLE, denotes, may_be_name
from summarizer.lexicons import lexicon, word_set

_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.RELATIVE})
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
_SPEAKERS = BODIES | PEOPLE | ARMED
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


def _of_frame(frame: Frame, parsed: Parsed) -> Saying | None:
    idiom = _idiom(frame, parsed)
    if idiom is None and (frame.base not in word_set("sayings", "verbs") or not _is_said(frame, parsed)):
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
        return Saying(parsed, [inverted], cue, all_before(frame.first, parsed), base, frame)
    speakers = _speakers(frame, parsed)
    contents = contents_of(frame, parsed) if idiom is None else [(frame.verb + 1, end_of(frame, parsed))]
    contents = [*led_by(frame, parsed), *contents]
    return Saying(parsed, speakers, cue, contents, base, frame) if contents else None


def _spoken_before(frame: Frame, parsed: Parsed) -> Frame | None:
    """The saying within which the subject of a verb behind "and" stands, so that the verb may as well be its own."""
    joint = frame.first - 1
    if joint < 1 or parsed.tokens[joint].tag is not Tag.COORDINATOR or parsed.tokens[frame.first].quoted:
        return None
    before = [each for each in parsed.frames if each.verb < joint]
    if not frame.subjects or not before or before[-1].base in word_set("sayings", "verbs"):
        return None
    outer = next((each for each in before if each.base in word_set("sayings", "reporting") and not each.passive), None)
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
    quoting = quoting_verb(frame, parsed)
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
    if base in word_set("sayings", "addressing"):
        return _told_by(frame, parsed, cue, base)
    if base not in _SPOKEN_OF | _HELD:
        return None
    if frame.reduced and not frame.subjects:
        frame.subjects = [
            each for each in parsed.phrases if each.last == frame.first - 1 and denotes(each, parsed) == "act"
        ]
    agents = [each for each in frame.circumstances if each.preposition == "by"]
    first = frame.subjects[0].first if frame.subjects else frame.verb + 1
    return Saying(parsed, agents, cue, [(first, end_of(frame, parsed))], base, frame)


def _told_by(frame: Frame, parsed: Parsed, cue: Span, base: str) -> Saying | None:
    """ "Villagers were told by the rebels that": those who tell it, where they are named."""
    tellers = [each for each in frame.circumstances if each.preposition == "by"]
    last = end_of(frame, parsed)
    start = tellers[-1].last + 1 if tellers else last
    start += start < last and parsed.tokens[start].low == "that"
    return Saying(parsed, tellers, cue, [(start, last)], base, frame) if start < last else None


def _inverted_speaker(frame: Frame, parsed: Parsed) -> Phrase | None:
    """The speaker behind the verb: '"…," said the governor'."""
    if (
        frame.base not in word_set("sayings", "content_first") - word_set("sayings", "addressing")
        or frame.first == 0
        or parsed.tokens[frame.first - 1].tag not in MARKS
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
    return behind if speaks and has_clause(0, frame.first - 1, parsed) else None


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
        before = all_before(at, parsed) if at > 2 else []
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
    own = frame.base in word_set("sayings", "handling") and not frame.passive and bool(frame.subjects)
    return own and any(each is threat for each in things)


def _commits(other: Saying, named: Saying) -> bool:
    """Whether words of threatening already govern what a noun such as "threat" opens."""
    return other.base in word_set("threatening", "committing") and other.holds(named.contents[0][0])


def _named_threats(parsed: Parsed) -> Iterator[Saying]:
    """ "The Front's threat to bomb the mill", "withdrew its threat to": whose it is says what stands behind it."""
    for phrase in parsed.phrases:
        if parsed.tokens[phrase.head].low not in word_set("sayings", "threat_nouns"):
            continue
        frame = next((each for each in parsed.frames if each.first == phrase.last + 1 and each.infinitive), None)
        if frame is None:
            continue
        possessive = parsed.tokens[phrase.first].low in word_set("functions", "possessives")
        holder = next((each for each in parsed.frames if _handles(each, phrase, parsed)), None)
        owner = phrase.owner or (Phrase(phrase.first, phrase.first, phrase.first) if possessive else None)
        owner = owner or (holder.subjects[0] if holder is not None else None)
        if owner is not None:
            yield Saying(
                parsed, [owner], (phrase.head, phrase.head), [(frame.first, end_of(frame, parsed))], "threaten"
            )


def is_carrier(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is a letter, a statement or the like."""
    return parsed.tokens[phrase.head].low.removesuffix("s") in word_set("sayings", "carriers") and denotes(
        phrase, parsed
    ) in (
        None,
        "outlets",
    )
