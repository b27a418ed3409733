"""What an act was done with, where its own words do not say: what the doers bear, or are told to hold just before."""

from collections.abc import Iterator

from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import word_set


def borne(act: Act) -> list[Phrase]:
    """The weapon that the doers of an act bear, or none: "men with rifles", "a man armed with a knife"."""
    if act.weapons or act.frame is None or act.frame.passive:
        return []
    return [each for each in _near(act) if denotes(each, act.parsed) == "weapon"][:1]


def _near(act: Act) -> Iterator[Phrase]:
    for doer in act.doers:
        yield from (each for each in doer.hangs if each.preposition == "with")
    for frame in act.parsed.frames:
        if act.frame is None or frame is act.frame or not frame.subjects or frame.subjects != act.frame.subjects:
            continue
        yield from (each for each in frame.circumstances if each.preposition == "with")
        if frame.base in word_set("roles", "wielding"):
            yield from frame.objects
