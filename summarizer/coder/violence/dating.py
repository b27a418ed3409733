"""When acts happened: the expressions of time of their sentence, and the day told in the sentences before."""

from functools import cache

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.times import Time
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.violence.acts import MEANWHILE, STOPS, Act
from summarizer.lexicons import word_set, words

_MARK = 8  # how many words a comma or another boundary is worth
_FIRST = 2  # words before a day with which a sentence opens
_STILL = 2  # sentences for which a day that was told goes on


def date_acts(found: list[Act], parsed: Parsed) -> None:
    """Give each time expression to the act that stands nearest to it, unless a verb of saying or another deed is nearer.

    Acts of one clause share their time, and what opens the sentence dates all that has none of its own.
    """
    others = [frame for frame in parsed.frames if _takes_times(frame, found, parsed)]
    for time in (each for each in parsed.times if not _is_of_words(each, parsed)):
        near = min(found, key=lambda act: (_distance(act.words, time, parsed), act.words))
        distance = _distance(near.words, time, parsed)
        if any(_distance((each.verb, each.verb), time, parsed) < distance for each in others if _reaches(each, time)):
            continue
        if near.time is None or (time.tells_day and not near.time.tells_day):
            near.time = time
    for act in found:
        if act.time is None or not act.time.tells_day:
            act.time = (
                _shared(act, found, parsed) or _opening(parsed) or act.time or _led(act, found) or _told_how(act, found)
            )


def carry_days(acts: list[Act]) -> None:
    """Leave to a mention without a day the one that a mention shortly before it tells, in the same paragraph.

    Not to one that is set apart from what was told before.
    """
    last: Act | None = None
    for act in acts:
        if act.time is not None and act.time.tells_day:
            last = act if act.time.first <= _FIRST else None
        elif act.time is None and last is not None and _still(act, last):
            act.dated = last


def _still(act: Act, last: Act) -> bool:
    here, before = act.parsed.sentence, last.parsed.sentence
    opening = [token.low for token in act.parsed.tokens[:2]]
    apart = any(word in word_set("roles", "apart", "another") for word in opening)
    return here.paragraph == before.paragraph and 0 < here.number - before.number <= _STILL and not apart


def goes_on(act: Act) -> bool:
    """Whether a form in -ing goes on with what a clause before tells: "…, setting a depot ablaze and killing two"."""
    if act.frame is None or act.frame.first != act.frame.verb or act.parsed.tokens[act.frame.verb].tag is not Tag.ING:
        return False
    before = (token.tag for token in reversed(act.parsed.tokens[: act.frame.first]) if token.tag is not Tag.ADVERB)
    return next(before, None) in (Tag.COMMA, Tag.COORDINATOR)


def _led(act: Act, found: list[Act]) -> Time | None:
    """The time of the act that a form in -ing goes on with."""
    before = [each for each in found if each.words < act.words] if goes_on(act) else []
    return before[-1].time if before else None


def _told_how(act: Act, found: list[Act]) -> Time | None:
    """The time of the act behind "when", or of what the weapon did: "planted the bomb that killed two in May"."""
    if act.frame is None:
        return None
    for other in found:
        if other.frame is None or other.words <= act.words:
            continue
        of_weapon = other.frame.opener in ("that", "which") and any(
            each in act.weapons for each in other.frame.subjects
        )
        if other.frame.opener == "when" or of_weapon:
            return other.time
    return None


def _is_of_words(time: Time, parsed: Parsed) -> bool:
    """Whether it is the day on which words were given out: "in a statement sent on Saturday"."""
    clause = next((at + 1 for at in range(time.first - 1, -1, -1) if parsed.tokens[at].tag in STOPS), 0)
    return any(token.low in _carriers() for token in parsed.tokens[clause : time.first])


@cache
def _carriers() -> frozenset[str]:
    """What carries words and is itself no act: a "claim" or a "call" may be of something that happened that day."""
    return frozenset(words("sayings", "carriers")) - {"claim", "call", "report", "reports"}


def _reaches(frame: Frame, time: Time) -> bool:
    """Whether a verb may take a time: not one that stands before its subject, unless it opens the sentence."""
    return time.first <= 1 or not frame.subjects or frame.subjects[0].first < time.first or frame.verb < time.first


def _shared(act: Act, found: list[Act], parsed: Parsed) -> Time | None:
    """The time of another act of the same clause."""
    for other in (each for each in found if each is not act):
        between = range(min(act.words[1], other.words[1]), max(act.words[0], other.words[0]))
        if other.time is not None and not any(parsed.tokens[at].tag in STOPS for at in between):
            return other.time
    return None


def _opening(parsed: Parsed) -> Time | None:
    """The day with which the sentence opens, where it is the only one: "On Sunday, officials said …"."""
    days = [time for time in parsed.times if time.tells_day]
    return days[0] if len(days) == 1 and days[0].first <= 1 else None


def _takes_times(frame: Frame, found: list[Act], parsed: Parsed) -> bool:
    """Whether a finite verb tells something else than the acts, so that a time beside it is not theirs."""
    finite = parsed.tokens[frame.first].tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    own = any(frame.verb == act.words[0] or frame.verb in act.parts or act.phrase in frame.subjects for act in found)
    meanwhile = frame.opener in MEANWHILE and any(act.words[1] < frame.first for act in found)
    return finite and not own and not meanwhile and frame.base not in _happening()


@cache
def _happening() -> frozenset[str]:
    return frozenset(words("roles", "happening", "bearing"))


def _distance(span: tuple[int, int], time: Time, parsed: Parsed) -> int:
    between = range(min(span[1], time.last) + 1, max(span[0], time.first))
    return len(between) + sum(_MARK for at in between if parsed.tokens[at].tag in STOPS)
