"""Acts as somebody tells them: whose words, whose deed, whether the words deny it; and which event words mean."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from summarizer.conflict.coder.discourse.sayings import Saying
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.meaning.denoting import may_be_name
from summarizer.conflict.coder.people.antecedents import refers_back
from summarizer.conflict.coder.people.roster import Member, Roster
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events import VAGUE, Event, points_back
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set

_OWN = frozenset({"we", "us", "our", "ours", "i", "my"})
_NEGATIONS = frozenset({"no", "not", "never", "any", "nor", "neither", "nothing", "nobody", "none"})


@dataclass(slots=True)
class Told:
    """One mention of an event: in whose saying (None: the article's own voice), by whom it was done."""

    act: Act
    event: int
    saying: Saying | None
    quoted: bool
    doers: list[int]
    own: bool = False
    denied: bool = False
    back: bool = False  # only points to what was told before

    @property
    def at(self) -> tuple[int, int]:
        """Its sentence, and the token by which it stands there."""
        return self.act.parsed.sentence.number, self.act.at


def told_in(events: list[Event], voices: Speakers, actors: Roster) -> list[Told]:
    """Every mention of every event, in the order of the article.

    Args:
        events: those that the article keeps apart.
        voices: who says what.
        actors: everybody of the article.
    """
    found: list[Told] = []
    for number, event in enumerate(events, start=1):
        for act in event.mentions:
            told = _told(act, number, voices, actors)
            fought = act.kind == "clashes" or (act.kind == "shooting" and event.kind not in VAGUE)
            if fought and act.kind != event.kind:
                told.doers, told.own = [], False  # who fought the raiders, or shot at the bomber, did not do the raid
            found.append(told)
    return sorted(found, key=lambda each: each.at)


def _told(act: Act, number: int, voices: Speakers, actors: Roster) -> Told:
    parsed = act.parsed
    saying = voices.at(parsed, act.at)
    speakers = voices.speakers(saying) if saying is not None else []
    circle = {member for speaker in speakers for member in actors.party(speaker)}
    doers = _doers_of(act, actors)
    own = bool(circle & set(doers)) or any(is_own(each, parsed, circle, actors) for each in act.doers or act.weapons)
    return Told(
        act,
        number,
        saying,
        voices.quotation(parsed, act.at) is not None,
        [actor for actor in dict.fromkeys(doers) if _is_somebody(actors[actor])],
        own=own,
        denied=_is_denied(act),
        back=act.noun and points_back(act),
    )


def is_own(phrase: Phrase, parsed: Parsed, circle: set[int], actors: Roster) -> bool:
    """Whether the words mean the one who speaks: "we", "its fighters", "one of our men".

    Args:
        phrase: words for a doer.
        parsed: their sentence.
        circle: who speaks, with everybody whom the speakers belong to.
        actors: everybody of the article.
    """
    opener = parsed.tokens[phrase.first].low
    whole = phrase.hanging("of")
    if whole is not None and parsed.tokens[phrase.head].low in word_set("sayings", "members"):
        return is_own(whole, parsed, circle, actors)
    if opener in _OWN:
        return True
    refers = parsed.tokens[phrase.head].tag is Tag.PRONOUN or opener in word_set("functions", "possessives")
    given = Phrase(phrase.first, phrase.first, phrase.first)
    return bool(circle) and refers and actors.referred(given, parsed) in circle


def _is_denied(act: Act) -> bool:
    """Whether the words of the act themselves say that it did not happen, or was not done."""
    if act.frame is not None and act.frame.negated:
        return True
    tokens = act.parsed.tokens
    first = act.phrase.first if act.phrase is not None else act.words[0]
    near = {token.low for token in tokens[max(0, first - 1) : act.words[0] + 1]}
    subjects = {tokens[each.first].low for each in (act.frame.subjects if act.frame else [])}
    return not _NEGATIONS.isdisjoint(near | subjects)


# --- by whom it was done ----------------------------------------------------------------------------------


def _doers_of(act: Act, actors: Roster) -> list[int]:
    """The actors that did an act, as its words tell it; a name within words that stand for somebody is no second doer."""
    found: list[int] = []
    spent = -1
    for doer in act.doers:
        actor = actors.doer(doer, act.parsed) if doer.last > spent else None
        if actor is not None and actors[actor].kind not in ("outlet", "monitor"):
            spent = (doer.hangs or [doer])[-1].last if _is_somebody(actors[actor]) else spent
            found.append(actor)
    return found


def unresolved_doers(act: Act, actors: Roster) -> list[Phrase]:
    """The doers that a pronoun, a name or "the group" tells, while nobody who did the act can be told.

    Args:
        act: one mention of an act.
        actors: everybody of the article.
    """
    if any(actors.doer(each, act.parsed) is not None for each in act.doers):
        return []
    return [each for each in act.doers if refers_back(each, act.parsed) or may_be_name(each, act.parsed)]


def _is_somebody(doer: Member) -> bool:
    """Whether words for a doer tell who it was: "a rebel group" and "gunmen" do not."""
    unnamed_group = doer.identity == "anonymous" and doer.kind in ("armed_group", "armed_forces")
    return doer.identity != "generic" and not unnamed_group


# --- which event is meant ---------------------------------------------------------------------------------


_PLACE = attrgetter("at")


def nearest(told: Sequence[Told], at: tuple[int, int], back: int, *, undone: bool = False) -> int | None:
    """The event told last before a token of a sentence, some sentences back at most; or last of those that nobody did.

    Args:
        told: mentions in the order of the article; those of no event have the number 0.
        at: a sentence and a token of it.
        back: how many sentences.
        undone: only events of which no doer is told.
    """
    first = bisect_left(told, (at[0] - back, 0), key=_PLACE)
    before = told[first : bisect_left(told, at, key=_PLACE)]
    done = {each.event for each in before if undone and each.doers}
    return next((each.event for each in reversed(before) if each.event not in done), None)
