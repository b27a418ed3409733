"""Acts as somebody tells them: whose words, whose deed, and whether the words deny it."""

from dataclasses import dataclass

from summarizer.coder.discourse.doers import doers_of, is_somebody
from summarizer.coder.discourse.sayings import Saying
from summarizer.coder.discourse.speech import Speech
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.people.actors import Registry
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.events import Event, points_back
from summarizer.lexicons import word_set

_OWN = frozenset({"we", "us", "our", "ours", "i", "my"})
_IMPERSONAL = frozenset(
    {
        "report",
        "say",
        "allege",
        "believe",
        "announce",
        "confirm",
        "state",
        "claim",
        "suspect",
        "think",
        "indicate",
        "according to",
    }
)
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest"})
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
    hearsay: Saying | None = None  # "it was reported that": words of saying without anybody who says it


def told_in(events: list[Event], speech: Speech, actors: Registry) -> list[Told]:
    """Every mention of every event, in the order of the article."""
    found: list[Told] = []
    for number, event in enumerate(events, start=1):
        for act in event.acts:
            told = _told(act, number, speech, actors)
            if act.kind == "clashes" and event.kind != "clashes":
                told.doers = []  # who fought the raiders did not do the raid
            found.append(told)
    return sorted(found, key=lambda each: (each.act.parsed.sentence.number, each.act.at))


def _told(act: Act, number: int, speech: Speech, actors: Registry) -> Told:
    parsed = act.parsed
    saying = speech.at(parsed, act.at)
    quoted = speech.quotation(parsed, act.at) is not None
    speakers = speech.speakers(saying) if saying is not None else []
    circle = {member for speaker in speakers for member in actors.party(speaker)}
    doers = doers_of(act, circle, actors)
    own = bool(circle & set(doers)) or any(
        is_own(each, parsed, circle, actors) for each in (*act.doers, *(act.weapons if not act.doers else ()))
    )
    nobody = saying is not None and not speakers and (not saying.speakers or saying.base == "according to")
    hearsay = saying if saying is not None and nobody and not quoted and saying.base in _IMPERSONAL else None
    named = [actor for actor in dict.fromkeys(doers) if is_somebody(actors[actor])]
    return Told(
        act,
        number,
        None if hearsay is not None else saying,
        quoted,
        named,
        own=own,
        denied=is_denied(act),
        back=points_back(act) and act.noun,
        hearsay=hearsay,
    )


def is_own(phrase: Phrase, parsed: Parsed, circle: set[int], actors: Registry) -> bool:
    """Whether the words mean the one who speaks: "we", "its fighters", "it"."""
    opener = parsed.tokens[phrase.first].low
    whole = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition == "of" else None
    if whole is not None and parsed.tokens[phrase.head].low in word_set("sayings", "members"):
        return is_own(whole, parsed, circle, actors)  # "one of its fighters"
    if (
        whole is not None
        and denotes(phrase, parsed) in ("forces", "armed_persons")
        and actors.of(whole, parsed) in circle
    ):
        return True  # "the naval forces of the Red Front", in its own words
    if opener in _OWN:
        return True
    pronoun = parsed.tokens[phrase.head].tag is Tag.PRONOUN
    if not circle or not (pronoun or opener in word_set("functions", "possessives")):
        return False
    return actors.referred(Phrase(phrase.first, phrase.first, phrase.first), parsed) in circle


def is_to_come(act: Act) -> bool:
    """Whether an act is not told as done: to come, possible, or within a condition."""
    if act.unreal or _begins_to_come(act):
        return True
    for token in reversed(act.parsed.tokens[: act.words[0]]):
        if token.tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE):
            return False
        if token.low in _CONDITIONS:
            return True
    return False


def _begins_to_come(act: Act) -> bool:
    """ "Will start killing": the verb before tells that it is to come."""
    verb = act.frame
    if verb is None or act.parsed.tokens[verb.first].tag is not Tag.ING:
        return False
    return any(each.verb == verb.first - 1 and each.modal in ("will", "would", "shall") for each in act.parsed.frames)


def is_denied(act: Act) -> bool:
    """Whether the words of the act themselves say that it did not happen, or was not done."""
    if act.frame is not None and act.frame.negated:
        return True
    first = act.phrase.first if act.phrase is not None else act.words[0]
    near = {token.low for token in act.parsed.tokens[max(0, first - 1) : act.words[0] + 1]}
    subject = {act.parsed.tokens[each.first].low for each in (act.frame.subjects if act.frame else [])}
    return bool(_NEGATIONS & (near | subject))


def by_saying(told: list[Told]) -> dict[int, list[Told]]:
    """The mentions of each saying, by its identity; only the innermost counts."""
    found: dict[int, list[Told]] = {}
    for each in told:
        if each.saying is not None:
            found.setdefault(id(each.saying), []).append(each)
    return found
