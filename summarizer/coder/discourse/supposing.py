"""What the article itself leaves open: rumours that something happened, and whom the doers are only supposed to be."""

from collections.abc import Iterator

from summarizer.coder.discourse.doers import listed
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.discourse.told import Told
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import is_person
from summarizer.coder.people.antecedents import is_part
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind

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


def supposed(act: Act) -> Iterator[tuple[Span, Phrase, ActorKind | None]]:
    """The words of supposing, whom they suppose to have done an act, and what that one is if nothing else tells it."""
    for span, called in _called(act):
        yield span, called, "armed_group"
    for span, held in _held_for(act):
        yield span, held, None


def _called(act: Act) -> Iterator[tuple[Span, Phrase]]:
    """The name behind "alleged to be members of", for each doer of an act."""
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


def _held_for(act: Act) -> Iterator[tuple[Span, Phrase]]:
    """ "Two soldiers arrested for the murder", "members of the Red Front are involved in it"."""
    parsed = act.parsed
    for frame in parsed.frames:
        deed = next((each for each in frame.circumstances if each is act.phrase), None)
        if deed is None or frame.base not in word_set("sayings", "holding_for") or frame.negated or frame.modal:
            continue
        if not frame.passive and frame.first != frame.verb:
            continue
        for who in _held(frame, parsed):
            yield (frame.first, deed.first - 1), (who.hanging("of", "from") if is_part(who, parsed) else None) or who


def _held(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """Of whom a passive or a participle tells it: people, the nearest before it."""
    if frame.passive:
        return listed([each for each in frame.subjects if not each.preposition], parsed)
    near = (each for each in parsed.phrases if (each.hangs or [each])[-1].last == frame.first - 1)
    return [each for each in near if is_person(each, parsed) or is_part(each, parsed)][:1]
