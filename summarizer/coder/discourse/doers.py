"""Whom the words for the doers of an act stand for, and where else in its sentence the doers stand."""

from collections.abc import Iterator

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import denotes, is_common, may_be_name
from summarizer.coder.people.actors import Entry, Registry
from summarizer.coder.people.antecedents import is_part
from summarizer.coder.people.describing import describe
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind, IncidentKind

_OF_STATES: frozenset[IncidentKind] = frozenset({"air_strike", "missile_strike", "drone_strike"})
"""Kinds of act before which the adjective of a country tells who did it."""
_JOINTS = frozenset({Tag.COORDINATOR, Tag.COMMA})


def doers_of(act: Act, circle: set[int], actors: Registry) -> list[int]:
    """The actors that did an act, as its words tell it; `circle` are those who tell it.

    A name within words that stand for somebody is no second doer.
    """
    found: list[int] = []
    spent = -1
    phrases = list(_phrases(act, actors))
    act.doers += [each for each in phrases if each not in act.doers]
    for doer in phrases:
        actor = actors.of(doer, act.parsed, otherwise=_kind_by_deed(doer, act)) if doer.last > spent else None
        if actor is None or (actor not in circle and _may_be_thing(doer, act.parsed)):
            continue
        if actors[actor].kind in ("outlet", "monitor"):
            continue  # "the paper's attacks on the mafia" are of words
        if is_somebody(actors[actor]):
            spent = max(spent, (doer.hangs or [doer])[-1].last)
        found.append(actor)
    return found


def _kind_by_deed(doer: Phrase, act: Act) -> ActorKind | None:
    """A bare name that launches missiles or flies drones is a state's; "by the Untouchables" tells a body."""
    bare = doer.first == doer.last and act.parsed.tokens[doer.head].tag is Tag.NAME and not act.parsed.shouted
    if bare and act.told_as in _OF_STATES:
        return "state"
    return "organisation" if _names_several(doer, act.parsed) else None


def _names_several(doer: Phrase, parsed: Parsed) -> bool:
    """Whether one unlisted word in the plural behind "by the" is the name of a body."""
    opener, head = parsed.tokens[doer.first], parsed.tokens[doer.head]
    plain = doer.preposition == "by" and opener.low == "the" and doer.head == doer.first + 1
    return plain and head.low.endswith("s") and not is_common(head.low) and may_be_name(doer, parsed)


def is_somebody(doer: Entry) -> bool:
    """Whether words for a doer tell who it was: "a rebel group" and "gunmen" do not."""
    unnamed_group = doer.identity == "anonymous" and doer.kind in ("armed_group", "armed_forces")
    return doer.identity != "generic" and not unnamed_group


def listed(phrases: list[Phrase], parsed: Parsed) -> list[Phrase]:
    """The first of some phrases with those that go on with it as a list: "the X, the Y and the Z"."""
    found = phrases[:1]
    for each in phrases[1:]:
        between = parsed.tokens[(found[-1].hangs or found[-1:])[-1].last + 1 : each.first]
        if not between or any(token.tag not in _JOINTS for token in between):
            break
        found.append(each)
    return found


def _phrases(act: Act, actors: Registry) -> Iterator[Phrase]:
    parsed = act.parsed
    for doer in act.doers:
        yield _whose(doer, parsed) or _taken_for(doer, parsed) or _joined(doer, parsed, actors) or doer
    if not act.doers:
        yield from _by_being(act) or _attributes(act, actors)


def _whose(doer: Phrase, parsed: Parsed) -> Phrase | None:
    """ "The Red Front, whose fighters …": theirs is what the fighters do."""
    if doer.first == 0 or parsed.tokens[doer.first - 1].low != "whose":
        return None
    return next((each for each in reversed(parsed.phrases) if each.last < doer.first and not each.preposition), None)


def _joined(doer: Phrase, parsed: Parsed, actors: Registry) -> Phrase | None:
    """ "Members of the Farmers' Union": what its members do is laid to the body."""
    whole = doer.hanging("of") if is_part(doer, parsed) else None
    found = describe(whole, parsed, actors.names, None) if whole is not None else None
    return whole if found is not None and found.identity == "named" and found.kind == "organisation" else None


def _taken_for(doer: Phrase, parsed: Parsed) -> Phrase | None:
    """ "Gunmen believed to be members of the Red Front": whom somebody takes the doers for."""
    at = doer.last + 1
    end = next((at + len(run) for run in _TAKEN_FOR if parsed.low(at, at + len(run) - 1).split() == list(run)), None)
    return next((each for each in parsed.phrases if each.first in (end, (end or 0) + 1)), None) if end else None


_TAKEN_FOR = tuple(
    (participle, *rest)
    for participle in ("believed", "thought", "suspected", "alleged", "presumed", "said", "reported", "supposed")
    for rest in (("to", "be"), ("to", "belong", "to"), ("to", "be", "from"))
)


def _may_be_thing(doer: Phrase, parsed: Parsed) -> bool:
    """Whether "it" may stand for a thing of its sentence: "a bomb tore through the ferry as it left, killing nine"."""
    if parsed.tokens[doer.head].low != "it":
        return False
    before = (each for each in parsed.phrases if each.last < doer.first)
    return any(denotes(each, parsed) in ("things", "weapon", "places", "act") for each in before)


# --- without a doer of its own -----------------------------------------------------------------------------


def _by_being(act: Act) -> list[Phrase]:
    """ "The attack was the work of the Red Front", "the Red Front was behind the attack"."""
    if act.phrase is None:
        return []
    for frame in act.parsed.frames:
        if frame.base == "be" and not frame.negated:
            if any(act.phrase is each for each in frame.subjects):
                return _of_work(frame, act.parsed)
            if frame.verb < act.phrase.first and _answers_for(frame, act.phrase, act.parsed):
                return frame.subjects[:2]
    return []


def _of_work(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """Whose work something is said to be."""
    for work in frame.objects:
        if parsed.tokens[work.head].low in word_set("sayings", "work"):
            if work.owner is not None:
                return [work.owner]
            return listed([each for each in parsed.phrases if each.first > work.last and each in _hung(work)], parsed)
    return []


def _hung(work: Phrase) -> list[Phrase]:
    return [each for each in work.hangs if each.preposition in ("of", "by")]


def _answers_for(frame: Frame, deed: Phrase, parsed: Parsed) -> bool:
    """Whether nothing but "behind" or "responsible for" stands between "is" and a deed."""
    between = [token.low for token in parsed.tokens[frame.verb + 1 : deed.first] if token.tag is not Tag.ADVERB]
    return between in (["behind"], ["responsible", "for"], ["to", "blame", "for"], ["guilty", "of"])


def _is_land(low: str, actors: Registry) -> bool:
    return country_of(low) is not None or actors.names.kinds.get(low) == "state"


def _attributes(act: Act, actors: Registry) -> Iterator[Phrase]:
    """Whom a word before the name of an act, or before its weapon, says it is of: "a Red Front attack", "Velland jets"."""
    parsed = act.parsed
    for phrase in (*([act.phrase] if act.phrase is not None else []), *act.weapons):
        last = (act.words[0] if phrase is act.phrase else phrase.head) - 1
        for length in range(last - phrase.first + 1, 0, -1):
            for first in range(phrase.first, last - length + 2):
                low = parsed.low(first, first + length - 1)
                group = actors.names.kinds.get(low) == "armed_group"
                force = (
                    phrase is not act.phrase
                    and denotes(Phrase(first, first + length - 1, first + length - 1), parsed) == "forces"
                )
                if (
                    group
                    or force
                    or ((act.told_as in _OF_STATES or phrase is not act.phrase) and _is_land(low, actors))
                ):
                    yield Phrase(first, first + length - 1, first + length - 1)
                    return
