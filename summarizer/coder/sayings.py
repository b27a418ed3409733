"""Who says what in a sentence: speakers, the words of saying, and how far their speech reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import Tag
from summarizer.lexicons import pattern, words
from summarizer.schemas.vocabulary import StatementKind

KINDS_BY_CUE: tuple[tuple[str, StatementKind], ...] = (
    ("no_claim", "no_claim"),
    ("unverified", "unverified"),
    ("no_comment", "no_comment"),
    ("retract", "retract"),
    ("denies_doing", "deny_responsibility"),
    ("denies_happening", "deny_occurrence"),
    ("claim", "claim"),
    ("acknowledge", "acknowledge"),
    ("plain_blame", "blame"),
    ("plain_clear", "clear"),
    ("plain_confirm", "confirm"),
)
"""Tables of cues.toml, the first that a saying hits giving its kind."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody's speech in one sentence.

    `cue` are the tokens of the words of saying, `content` those of what is said; `speaker` is None where
    nobody is named, `kind` what the cue alone tells, `assert` where it takes no side.
    """

    parsed: Parsed
    speaker: Phrase | None
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: StatementKind
    frame: Frame | None = None

    def holds(self, token: int) -> bool:
        """Whether a token stands in what is said."""
        return self.content[0] <= token <= self.content[1]


def sayings_in(parsed: Parsed) -> list[Saying]:
    """Every saying of a sentence, in the order of their cues."""
    found = [*_according(parsed)]
    for frame in parsed.frames:
        saying = _of_frame(frame, parsed)
        if saying is not None:
            found.append(saying)
    return sorted(found, key=lambda each: each.cue)


def _of_frame(frame: Frame, parsed: Parsed) -> Saying | None:
    kind_hit = _cue_at(frame, parsed)
    neutral = parsed.tokens[frame.verb].low in _speaking()
    if kind_hit is None and not neutral:
        return None
    speaker = frame.subjects[0] if frame.subjects else None
    content = _content(frame, parsed)
    if speaker is None and _inverted(frame, parsed):
        speaker = frame.objects[0] if frame.objects else None
    if frame.passive and kind_hit is None:
        return None
    cue, kind = kind_hit or ((frame.first, frame.verb), "assert")
    return Saying(parsed, speaker, cue, content, kind, frame)


@cache
def _speaking() -> frozenset[str]:
    return frozenset(words("cues", "speaking_verbs", "threatening_verbs"))


def _cue_at(frame: Frame, parsed: Parsed) -> tuple[tuple[int, int], StatementKind] | None:
    """The cue that begins in the verb group, the most telling first."""
    text = parsed.document.text
    first, last = parsed.tokens[frame.first].start, parsed.tokens[frame.verb].end
    for table, kind in KINDS_BY_CUE:
        for match in pattern("cues", table).finditer(text, max(parsed.sentence.start, first - 40), parsed.sentence.end):
            if match.start() <= last and match.end() >= first:
                inside = [n for n, token in enumerate(parsed.tokens) if match.start() <= token.start < match.end()]
                return (inside[0], inside[-1]), kind
    return None


def _content(frame: Frame, parsed: Parsed) -> tuple[int, int]:
    """What is said: behind the words of saying, or before them where nothing but a comma follows."""
    last = len(parsed.tokens) - 1
    behind = next((n for n in range(frame.verb + 1, last + 1) if parsed.tokens[n].tag in _SAID), None)
    if _inverted(frame, parsed) or behind is None:
        end = frame.first - 1
        return (0, max(0, end))
    if parsed.tokens[behind].low == "that":
        behind += 1
    return (min(behind, last), last)


_SAID = frozenset({Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.TO, Tag.ADJECTIVE})


def _inverted(frame: Frame, parsed: Parsed) -> bool:
    """ "…," said the army / "…, the army said": the words of saying close the sentence."""
    subject = frame.subjects[0].first if frame.subjects else frame.first
    before = parsed.tokens[subject - 1].tag if subject else None
    later = [each for each in parsed.frames if each.first > frame.verb]
    return before in (Tag.COMMA, Tag.QUOTE) and not later and subject > 3


def _according(parsed: Parsed) -> Iterator[Saying]:
    low = [token.low for token in parsed.tokens]
    for at in range(len(low) - 2):
        if low[at : at + 2] == ["according", "to"]:
            speaker = next((each for each in parsed.phrases if each.first in (at + 2, at + 3)), None)
            if speaker is not None:
                content = (0, at - 1) if at > 2 else (min(speaker.last + 1, len(low) - 1), len(low) - 1)
                yield Saying(parsed, speaker, (at, at + 1), content, "assert")


