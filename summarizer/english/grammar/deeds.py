"""Who does what to whom: the verbs of a sentence that are among some, with who does it and to whom or what."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import first_run
from summarizer.english.grammar.tokens import Token

Further = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, with the words that must follow it, and whom its clause shows on either side of it.

    Attributes:
        frame: the verb in its clause.
        doers: who does it, whether the verb is active or passive.
        undergoers: to whom or what it is done: "fired on the bridge", "the bridge was fired on".
    """

    frame: Frame
    doers: list[Phrase]
    undergoers: list[Phrase]

    def befalls(self, places: Collection[int], parsed: Parsed) -> bool:
        """Whether it is done to one whose name begins at one of these offsets, and not to what is only theirs."""
        whole = (each for each in self.undergoers if each.owner is None)
        opening = chain.from_iterable(parsed.tokens[each.first : each.last + 1][:2] for each in whole)
        return any(token.start in places for token in opening)


def deeds(parsed: Parsed, verbs: frozenset[str]) -> Iterator[Deed]:
    """The verbs of a sentence that are among these, from left to right; none that is denied.

    Args:
        parsed: the sentence.
        verbs: base forms, some with the words that must follow: "shoot down".
    """
    for frame in parsed.frames:
        further = _further(frame, parsed.tokens, verbs)
        if further is not None and not frame.negated:
            undergoers = _governed(frame, further) or frame.undergoers
            yield Deed(frame, first_run(frame.doers, parsed.tokens), first_run(undergoers, parsed.tokens))


def _further(frame: Frame, tokens: list[Token], verbs: frozenset[str]) -> Further | None:
    """The words that make it one of the verbs, the most that stand there; none where it is one by itself."""
    behind = tuple(token.low for token in tokens[frame.verb + 1 : frame.verb + 1 + _MOST])
    return next((words for words in _by_first(verbs).get(frame.base, ()) if behind[: len(words)] == words), None)


_MOST = 5
"""Words that a verb may need behind it."""


def _governed(frame: Frame, further: Further) -> list[Phrase]:
    """What the last of the words behind the verb governs."""
    return [each for each in frame.circumstances if each.preposition in further[-1:]]


@cache
def _by_first(verbs: frozenset[str]) -> dict[str, list[Further]]:
    found: dict[str, list[Further]] = {}
    for first, *rest in sorted(map(str.split, verbs), key=len, reverse=True):
        found.setdefault(first, []).append(tuple(rest))
    return found
