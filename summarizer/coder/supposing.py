"""What the article itself leaves open: rumours that something happened, and whom the doers are only supposed to be."""

from collections.abc import Iterator

from summarizer.coder.acts import Act
from summarizer.coder.phrases import Phrase
from summarizer.coder.sayings import Span
from summarizer.coder.tokens import Tag
from summarizer.coder.told import Told
from summarizer.lexicons import word_set

_REACH = 10  # tokens between a rumour and the clause that tells it


def rumour(told: Told) -> int | None:
    """The token of the noun whose clause tells an act: "claims circulated online that a boy had stabbed …"."""
    frame, parsed = told.act.frame, told.act.parsed
    if frame is None or frame.opener != "that" or told.saying is not None:
        return None
    that = next((at for at in range(frame.first - 1, 0, -1) if parsed.tokens[at].low == "that"), 0)
    for at in range(that - 1, max(-1, that - _REACH), -1):
        if parsed.tokens[at].tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE):
            return None
        if parsed.tokens[at].low in word_set("sayings", "rumours"):
            return at
    return None


def supposed(act: Act) -> Iterator[tuple[Span, Phrase]]:
    """The words of supposing and the name behind "alleged to be members of", for each doer of an act."""
    parsed = act.parsed
    for doer in act.doers:
        for frame, following in zip(parsed.frames, parsed.frames[1:], strict=False):
            near = doer.last < frame.first <= doer.last + 3
            if not near or frame.base not in word_set("sayings", "alleging") or following.base != "be":
                continue
            if not following.infinitive:
                continue
            called = next(iter(following.objects), None)
            whole = called.hanging("of", "from") if called is not None else following.circumstance("from", "of", "with")
            if (who := whole or called) is not None:
                yield (frame.first, following.verb), who
