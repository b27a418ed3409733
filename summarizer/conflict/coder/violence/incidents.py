"""Events → the incidents of a draft: every slot with the article's own words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from summarizer.conflict.coder.meaning.denoting import PEOPLE, denotes, is_named, is_person, may_be_name
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events import Event, is_vague, keys, old_time
from summarizer.conflict.coder.violence.reality import background_words, exercise_words
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import pattern
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Casualty, Incident, Target, Value
from summarizer.schemas.vocabulary import Frame, TargetKind

Source = Callable[[Act], int | None]
"""Who tells of a mention: the id of an actor, or None for the article itself."""
Unresolved = Callable[[Act], list[Phrase]]
"""The doers that a mention names without anybody being able to tell who it is."""
_MOST = 2  # mentions of a place: the place, and what it lies in
_UNNAMED = PEOPLE | {"armed_group", "forces"}
_GROUPS = frozenset({
    "group", "band", "gang", "number", "member", "members", "team", "squad", "groups", "dozens", "scores",
    "hundreds", "one", "two", "three", "some", "several",
})  # fmt: skip
_SEVERAL = _GROUPS - {"member", "one"} | {"family", "crowd", "convoy", "patrol"}
"""Nouns of which one is several people, nobody says how many."""
_FEW = frozenset({"couple", "pair", "trio", "handful", "score"})
_QUALIFIERS = 3  # words of what bounds a number
_ARTICLES = frozenset({"a", "an"})
_SIGNS = {"a": "a", "an": "a", Tag.ADVERB: "q", Tag.NUMBER: "n"}
_COUNT = re.compile("q*(?:(?:a?n)+|a)")
"""How a count may begin, one sign a word: "half a dozen", "at least 12", "a"."""


@dataclass(frozen=True)
class Heard:
    """What is known of a mention by who speaks where it is told: by default the article alone tells everything."""

    source: Source = lambda _: None
    denies: Callable[[Act], bool] = lambda _: False
    unresolved: Unresolved = lambda _: []


def incident_of(number: int, event: Event, report: date | None, heard: Heard | None = None) -> Incident:
    """The incident that a draft proposes of one event.

    Args:
        number: its id.
        event: all its mentions.
        report: the day of the report, where it is known.
        heard: who tells of a mention; by default the article alone.
    """
    heard = heard or Heard()
    acts = event.real
    lead = acts[0]
    told = [act for act in acts if not heard.denies(act)]
    staged = next((act for act in acts if act.stage != "accomplished"), None)
    frame, frame_words = _frame(event, report)
    return Incident(
        id=number,
        kind=event.kind,
        words=[mention(lead.parsed, *lead.words)],
        stage=staged.stage if staged else "accomplished",
        stage_words=[mention(staged.parsed, *(staged.stage_words or staged.words))] if staged else [],
        frame=frame,
        frame_words=frame_words,
        targets=_targets(acts),
        perpetrator_words=_perpetrators(told, heard.unresolved),
        place=_place(acts),
        time=_time(acts, report),
        weapon=_weapon(acts),
        casualties=_casualties(told, heard.source),
    )


def mention(parsed: Parsed, first: int, last: int) -> Mention:
    """The article's words from token `first` to token `last` of a sentence."""
    return Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))


def words_of(parsed: Parsed, phrase: Phrase) -> Mention:
    """The article's words of a phrase, with what hangs on it by "of"."""
    first = next(
        (at + 1 for at in range(phrase.head, phrase.first, -1) if parsed.tokens[at].tag is Tag.CLOSE), phrase.first
    )
    hung = next((at for at, each in enumerate(phrase.hangs) if each.preposition != "of"), len(phrase.hangs))
    last = phrase.hangs[hung - 1].last if hung else phrase.last
    return mention(parsed, first, last)


def _frame(event: Event, report: date | None) -> tuple[Frame, Value]:
    for act in event.real:
        match = exercise_words(act)
        if match:
            return "exercise", [_matched(act, match)]
    for act in event.real:
        if act.time is not None and act.time.is_old(report):
            return "background", [mention(act.parsed, act.time.first, act.time.last)]
        match = background_words(act)
        if match:
            return "background", [_matched(act, match)]
        old = old_time(act, report)
        if old is not None:
            return "background", [mention(act.parsed, old.first, old.last)]
        if act.soon_after is not None:
            return "background", [_matched(act, act.soon_after)]
    return "current", []


def _matched(act: Act, match: re.Match[str]) -> Mention:
    return Mention(sentence=act.parsed.sentence.number, text=match.group())


def _targets(acts: list[Act]) -> list[Target]:
    found: list[tuple[Act, Phrase]] = []
    for act in sorted(acts, key=_aside):
        for target in act.targets:
            same = next((at for at, other in enumerate(found) if _is_same(act, target, *other)), None)
            if same is None and not (found and is_vague(target, act)):
                found.append((act, target))
    return [Target(kind=_target_kind(target, act), text=[words_of(act.parsed, target)]) for act, target in found]


def _is_same(act: Act, target: Phrase, other: Act, before: Phrase) -> bool:
    """Whether two targets are one: they share what they are known by, and of two names one holds the other."""
    mine, theirs = keys(act, [target]), keys(other, [before])
    if not mine & theirs:
        return False
    named = is_named(target, act.parsed)
    both_people = named and denotes(target, act.parsed) is None and denotes(before, other.parsed) is None
    return not both_people or mine <= theirs


def _aside(act: Act) -> tuple[bool, bool, bool]:
    """What is aimed at comes before whom it killed, a thing before people, and "the victims" behind those who are named."""
    vague = all(is_vague(target, act) for target in act.targets)
    harm = act.outcome is not None and act.frame is not None
    return vague, harm and act.of_act, harm and not any(is_named(target, act.parsed) for target in act.targets)


def _target_kind(phrase: Phrase, act: Act) -> TargetKind:
    meaning = denotes(phrase, act.parsed)
    if is_person(phrase, act.parsed) or (meaning is None and act.row.get("object") == "victim"):
        return "people" if act.parsed.tokens[phrase.head].low.endswith(("s", "people", "men")) else "person"
    if meaning in ("forces", "armed_group"):
        return "people"
    return "thing"


def _perpetrators(acts: list[Act], unresolved: Unresolved) -> Value:
    """Unnamed doers, as first described; else who is named, and known as no actor: "they", "the group"."""
    for act in acts:
        for doer in act.doers:
            if _is_unnamed(doer, act):
                counted = act.parsed.tokens[doer.head].low in _GROUPS
                return [words_of(act.parsed, doer if counted else replace(doer, hangs=[]))]
    return [words_of(act.parsed, doer) for act in acts for doer in unresolved(act)][:1]


def _is_unnamed(doer: Phrase, act: Act) -> bool:
    """Whether a doer is described and not named: people by what they are, groups and forces without a name."""
    meaning = denotes(doer, act.parsed)
    if meaning in ("armed_persons", "collective", "military_persons"):
        return True
    several = meaning != "forces" or act.parsed.tokens[doer.head].low.endswith("s")
    return (meaning in _UNNAMED) and several and not is_named(doer, act.parsed)


def _place(acts: list[Act]) -> Value:
    """The most telling place: named before described, with what it lies in behind it; what is only around comes last."""
    own = [(act, place) for act in acts for place in act.places]
    found = own or [(act, place) for act in acts for place in act.around]
    named = [each for each in found if may_be_name(each[1], each[0].parsed) or _holds_name(each[1], each[0].parsed)]
    for act, place in named or found:
        inside = [each for each in place.hangs if each.preposition in ("in", "of") and may_be_name(each, act.parsed)]
        value = [words_of(act.parsed, place)]
        value += [words_of(act.parsed, each) for each in inside if act.parsed.words(each) not in value[0].text]
        return value[:_MOST]
    return []


def _holds_name(phrase: Phrase, parsed: Parsed) -> bool:
    return any(parsed.tokens[at].tag is Tag.NAME for at in range(phrase.first, phrase.last + 1))


def _time(acts: list[Act], report: date | None) -> Value:
    """The day, or else the hour; where none is told of it, the day told shortly before."""
    times = [(act, act.time) for act in acts if act.time is not None]
    times += [(act, old) for act in acts if act.time is None and (old := old_time(act, report)) is not None]
    best = next(((act, time) for act, time in times if time.tells_day), times[0] if times else None)
    return [mention(best[0].parsed, best[1].first, best[1].last)] if best else []


def _weapon(acts: list[Act]) -> Value:
    told = [(act, weapon) for act in acts for weapon in act.weapons]
    return [words_of(act.parsed, weapon) for act, weapon in told[:1]]


def _casualties(acts: list[Act], source_of: Source) -> list[Casualty]:
    """Each count once per source in the headline, and once in the text, the first first."""
    found: dict[tuple[str, str, int | None, bool], Casualty] = {}
    for act in acts:
        for each in _counts_of(act):
            source = source_of(act)
            told = each.model_copy(update={"source": source})
            found.setdefault((each.outcome, each.count[0].text.lower(), source, act.parsed.in_title), told)
    return list(found.values())


def _counts_of(act: Act) -> Iterator[Casualty]:
    """The counts that one mention gives, without their source."""
    if act.outcome is None or act.noun:
        return
    for target in act.targets:
        last = _number_end(target, act.parsed)
        if last is None:
            continue
        whole = [(each.first, each.last) for each in filter(None, [target.hanging("of")])]
        counted = [(last + 1, target.last)] if last < target.last else whole
        yield Casualty(
            outcome=act.outcome,
            count=[mention(act.parsed, _qualified(target.first, act.parsed), last)],
            whom=[mention(act.parsed, *span) for span in counted],
            cue=[mention(act.parsed, *act.words)],
        )


def _number_end(phrase: Phrase, parsed: Parsed) -> int | None:
    """The last token of the number with which a phrase opens, qualifiers before it passed over: "nearly a dozen"."""
    inside, head = parsed.tokens[phrase.first : phrase.last + 1], parsed.tokens[phrase.head].low
    signs = "".join(_SIGNS.get(token.low if token.low in _ARTICLES else token.tag, "-") for token in inside)
    count = _COUNT.match(signs)
    if count is None or (count.group().endswith("a") and head in _SEVERAL):
        return None
    return phrase.last if head in _FEW else phrase.first + count.end() - 1


def _qualified(first: int, parsed: Parsed) -> int:
    """The first token of a number with what bounds it: "nearly a dozen", "more than a hundred"."""
    starts = range(max(0, first - _QUALIFIERS), first)
    return next((start for start in starts if _bounds().fullmatch(parsed.low(start, first - 1))), first)


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(pattern("numbers", "at_least", "more_than", "at_most", "fewer_than", "nearly", "about").pattern)
