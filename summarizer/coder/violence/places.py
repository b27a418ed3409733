"""Where an act happened, where its own words do not say: from the name of what was struck, or the clauses around it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from summarizer.coder.grammar.frames import Frame
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import BODIES, denotes, name_span
from summarizer.coder.violence.acts import MEANWHILE, Act
from summarizer.coder.violence.slots import is_place, is_time
from summarizer.lexicons import word_set, words


def around(act: Act) -> list[Phrase]:
    """The place that the words around an act leave to it, or none."""
    if act.places:
        return []
    return next((found for found in (_of_relative(act), _of_clauses(act), _in_name(act), _struck(act)) if found), [])


def _of_relative(act: Act) -> list[Phrase]:
    """ "In Hadrel, where rockets had hit a row of shops": Hadrel."""
    if act.frame is None or act.frame.opener != "where":
        return []
    before = [each for each in act.parsed.phrases if each.last < act.frame.first]
    opener = next((at for at in range(act.frame.first, -1, -1) if act.parsed.tokens[at].low == "where"), 0)
    return [each for each in before if each.last < opener and is_place(each, act.parsed)][-1:]


def _of_clauses(act: Act) -> list[Phrase]:
    """What other verbs tell that have the same subject, or tell what went on meanwhile: "as it entered Nabil"."""
    for frame in _beside(act):
        for phrase in (*frame.circumstances, *frame.objects):
            if _tells_where(phrase, act):
                return [phrase]
    return []


def _beside(act: Act) -> Iterator[Frame]:
    if act.frame is None:
        return
    for frame in act.parsed.frames:
        if frame is act.frame or frame.base in _of_speech():
            continue
        shared = bool(frame.subjects) and frame.subjects == act.frame.subjects
        if shared or (frame.opener in MEANWHILE and frame.first > act.frame.verb):
            yield frame


@cache
def _of_speech() -> frozenset[str]:
    return frozenset(words("sayings", "verbs"))


def _tells_where(phrase: Phrase, act: Act) -> bool:
    by = phrase.preposition
    named = _holds_name(phrase, act)
    led = by in word_set("roles", "where") or by in ("through", "from", "into", "to")
    return named and (led or denotes(phrase, act.parsed) == "places") and is_place(phrase, act.parsed)


def _in_name(act: Act) -> list[Phrase]:
    """The name that a thing which was struck bears: of "Karsk prison", Karsk."""
    for target in act.targets:
        if denotes(target, act.parsed) not in ("things", "places") or target.owner is not None:
            continue
        span = name_span(target, act.parsed)
        if span is None or span[1] == target.head or country_of(act.parsed.low(*span)) is not None:
            continue
        name = replace(target, first=span[0], last=span[1], head=span[1], hangs=[], preposition="", denoted=None)
        if denotes(name, act.parsed) not in BODIES and not is_time(name, act.parsed):
            return [name]
    return []


def _struck(act: Act) -> list[Phrase]:
    """A named place that was struck itself: "a raid on Kukawa", "shelled the town of Ressen"."""
    if act.row.get("object", "target") != "target":
        return []
    return [each for each in act.targets if denotes(each, act.parsed) == "places" and _holds_name(each, act)][:1]


def _holds_name(phrase: Phrase, act: Act) -> bool:
    last = phrase.hangs[0].last if phrase.hanging("of") is not None else phrase.last
    return any(act.parsed.tokens[at].tag is Tag.NAME for at in range(phrase.first, last + 1))
