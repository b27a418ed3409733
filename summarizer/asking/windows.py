"""A long article cut into windows: whole sentences, at paragraphs where possible, the last few of each in the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line's help names the size, and loads nothing heavy
    from summarizer.documents.document import Document, Sentence

WINDOW = 21_000
"""Characters of sentences up to which an article is read at once, and of which a window holds no more.

The limit is the length of the answer: a dense article of this size has one of about as many tokens, which is what the
larger models give at most.
"""
OVERLAP = 3
"""Sentences that a window repeats of the one before, so that a pronoun or "Otherwise" at its start has what it needs."""
OVERLAP_SHARE = 4
"""The repeated sentences are together no longer than one part in so many of a window."""
PARAGRAPH_SHARE = 0.75
"""A window that is at least this full ends with its last whole paragraph, not in the middle of the next."""


@dataclass(frozen=True)
class Window:
    """One stretch of an article.

    Attributes:
        number: from 1.
        of: how many windows there are.
        sentences: the numbers of its sentences in the document, repeated ones included.
        new: number of the first sentence that no window before it holds.
    """

    number: int
    of: int
    sentences: range
    new: int

    @property
    def fresh(self) -> range:
        """The numbers of the sentences that no window before it holds."""
        return range(self.new, self.sentences.stop)

    @property
    def last(self) -> int:
        """Number of its last sentence."""
        return self.sentences[-1]


def windows(document: "Document", size: int = WINDOW) -> tuple[Window, ...]:
    """The windows of an article, about equally long; one where it fits.

    Args:
        document: the article.
        size: characters of new sentences that a window holds at most; a longer sentence is a window by itself.
    """
    parts = list(_parts(document.sentences, size))
    found = []
    for number, (earlier, part) in enumerate(pairwise((range(0), *parts)), 1):
        first = part.start - _repeated(document.sentences, earlier, size // OVERLAP_SHARE)
        found.append(Window(number, len(parts), range(first, part.stop), part.start))
    return tuple(found)


def _parts(sentences: "Sequence[Sentence]", size: int) -> Iterator[range]:
    """The numbers of the sentences of each part: every sentence in exactly one."""
    start = 0
    while start < len(sentences):
        taken = list(accumulate(map(_length, sentences[start:])))
        share = -(-taken[-1] // -(-taken[-1] // size))  # rounded up, twice: so many parts are needed, so long is each
        count = max(1, bisect_right(taken, share))
        if count < len(taken):
            full = range(max(2, bisect_left(taken, share * PARAGRAPH_SHARE) + 1), count + 1)
            count = max((one for one in full if _begins_paragraph(sentences, start + one)), default=count)
        yield range(start + 1, start + count + 1)
        start += count


def _begins_paragraph(sentences: "Sequence[Sentence]", place: int) -> bool:
    """Whether the sentence at this place is the first of a paragraph."""
    return sentences[place].paragraph != sentences[place - 1].paragraph


def _repeated(sentences: "Sequence[Sentence]", earlier: range, most: int) -> int:
    """How many sentences at the end of the part before are repeated."""
    count = length = 0
    for number in reversed(earlier[-OVERLAP:]):
        length += _length(sentences[number - 1])
        if length > most:
            break
        count += 1
    return count


def _length(sentence: "Sentence") -> int:
    return sentence.end - sentence.start
