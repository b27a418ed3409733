"""Whom or what a threat is against: what the harm is done to, whom it befalls, or whom the words address."""

from collections.abc import Iterator

from summarizer.coder.discourse.sayings import Saying, is_carrier
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.people.actors import Registry
from summarizer.coder.threatening.harms import Harm, follows_or
from summarizer.coder.violence.incidents import mention, words_of
from summarizer.lexicons import word_set, words
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Target
from summarizer.schemas.vocabulary import TargetKind

_CONDITIONS = frozenset({"if", "unless", "until"})
_PARTICLES = frozenset({"down", "out", "off", "up"})
_WHOEVER = frozenset({"whoever", "anyone", "anybody", "everyone", "those", "all", "he"})
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody"})
_AT = frozenset({"on", "against", "for", "at"})
_PEOPLE = frozenset(
    {"armed_persons", "officials", "military_persons", "civilians", "collective", "forces", "armed_group"}
)


def targets_of(saying: Saying, harm: Harm, said: Span, issuer: int, actors: Registry) -> list[Target]:
    """The target of a threat; none where the words tell none.

    Args:
        saying: the words of saying.
        harm: what is threatened.
        said: the stretch of speech that it stands in.
        issuer: whose threat it is.
        actors: the actors of the article.
    """
    whoever = _whoever(harm)
    if whoever is not None:
        return [Target(kind="people", text=[mention(harm.parsed, *whoever)])]
    ordered = follows_or(harm.frame, harm.parsed)  # "told the villagers to leave or be shot"
    addressed = [(saying.parsed, each) for each in _addressed(saying, actors, ordered=ordered)]
    places = [(harm.parsed, each) for each in _struck(harm, said)]
    places = [*addressed, *places] if ordered else [*places, *addressed]
    places += [(harm.parsed, each) for each in _anything(harm, said)]
    asked = [(harm.parsed, each) for each in _asked(harm, said, actors)]
    for parsed, phrase in places:
        if _may_be_target(phrase, parsed):
            return [Target(kind=_kind(phrase, parsed), text=[_words(phrase, parsed)])]
    meant = _meant([phrase for parsed, phrase in places if parsed is harm.parsed], harm.parsed, issuer, actors)
    if meant is not None:
        return [meant]
    found = next((each for each in asked if _may_be_target(each[1], each[0])), None)
    return [Target(kind=_kind(found[1], found[0]), text=[words_of(found[0], found[1])])] if found else []


def _words(phrase: Phrase, parsed: Parsed) -> Mention:
    """The words of a target; of "anyone" with what tells whom it means."""
    if parsed.tokens[phrase.head].low in _ANYBODY and phrase.hangs:
        return mention(parsed, phrase.first, phrase.hangs[-1].last)
    return words_of(parsed, phrase)


def _meant(phrases: list[Phrase], parsed: Parsed, issuer: int, actors: Registry) -> Target | None:
    """Whom a pronoun for the target stands for: "we shall come for them"."""
    for phrase in phrases:
        if parsed.tokens[phrase.head].low not in ("them", "him", "her", "he", "she", "they"):
            continue
        actor = actors.referred(phrase, parsed)
        asked = {
            actors.of(each, parsed) for frame in parsed.frames if frame.opener in _CONDITIONS for each in frame.subjects
        }
        if actor is not None and actor not in asked and not actors.party(actor) & actors.party(issuer):
            return Target(kind="people" if actors[actor].plural else "person", text=[actors[actor].name])
    return None


def _anything(harm: Harm, said: Span) -> Iterator[Phrase]:
    """ "Any vessel that calls at the port", where the verb of harm has no subject of its own."""
    if harm.frame is None or not harm.undergone or harm.frame.subjects:
        return
    for phrase in harm.parsed.phrases:
        if said[0] <= phrase.first < harm.frame.first and harm.parsed.tokens[phrase.first].low in (
            "any",
            "every",
            "all",
        ):
            yield phrase


def _struck(harm: Harm, said: Span) -> Iterator[Phrase]:
    """What the act would strike; else the object of the verb of harm; else its subject, where that undergoes it."""
    act, frame = harm.act, harm.frame
    if act is not None:
        yield from act.targets
        yield from act.phrase.hangs if act.phrase is not None and act.phrase.hangs[:1] and not act.targets else ()
    if harm.noun is not None:
        yield from (each for each in harm.noun.hangs if each.preposition in _AT)
    if frame is None:
        return
    if harm.undergone:
        yield from frame.subjects
        if any(harm.parsed.tokens[each.head].tag is Tag.PRONOUN for each in frame.subjects):
            before = (each for each in harm.parsed.phrases if said[0] <= each.first < frame.first)
            yield from (each for each in before if not each.preposition)  # "these men must go, or they will die"
        return
    if harm.noun not in frame.objects:
        yield from frame.objects
        yield from (
            each for each in frame.circumstances if each.preposition in _PARTICLES and each.first == frame.verb + 2
        )
    yield from (
        each for each in frame.circumstances if each.preposition in ("against", "on") and each.first > frame.verb
    )
    yield from _behind(harm, said)


def _behind(harm: Harm, said: Span) -> list[Phrase]:
    """What stands behind the words for the harm and a closing mark: 'vowed to "crush" the rebels'."""
    tokens = harm.parsed.tokens
    for phrase in harm.parsed.phrases:
        between = tokens[harm.words[1] + 1 : phrase.first]
        if harm.words[1] < phrase.first <= said[1] and between and all(token.tag is Tag.QUOTE for token in between):
            return [] if phrase.preposition else [phrase]
    return []


def _whoever(harm: Harm) -> Span | None:
    """The clause for whom it will befall: "those who help them will be shot"."""
    frame, tokens = harm.frame, harm.parsed.tokens
    if frame is None or not harm.undergone:
        return None
    for at in range(frame.first - 2, -1, -1):
        if tokens[at].tag in (Tag.BREAK, Tag.QUOTE):
            return None
        if tokens[at].low == "whoever" or (
            tokens[at].low in _WHOEVER and tokens[at + 1].low in ("who", "caught", "found")
        ):
            last = frame.first - 1
            while last > at and tokens[last].tag in (Tag.COMMA, Tag.ADVERB, Tag.QUOTE):
                last -= 1
            return at, last
    return None


def _addressed(saying: Saying, actors: Registry, *, ordered: bool) -> list[Phrase]:
    """Whom the words of saying have as their object: "warned Velland that"; nobody who only hears of it."""
    if saying.frame is None or saying.base not in (*words("threatening", "warning"), "threaten", "tell", "give"):
        return []
    found = [each for each in saying.frame.objects if actors.of(each, saying.parsed) is not None]
    hears = saying.base == "tell" and not ordered
    return [each for each in found if not hears or denotes(each, saying.parsed) not in ("civilians", "outlets")]


def _asked(harm: Harm, said: Span, actors: Registry) -> Iterator[Phrase]:
    """Whose doing the condition names: "if Velland crosses the river, we will strike"."""
    for frame in harm.parsed.frames:
        if frame.opener in _CONDITIONS and said[0] <= frame.first <= said[1] and not frame.passive:
            yield from (each for each in frame.subjects if actors.of(each, harm.parsed) is not None)


def _may_be_target(phrase: Phrase, parsed: Parsed) -> bool:
    token, opener = parsed.tokens[phrase.head], parsed.tokens[phrase.first].low
    if token.low in _ANYBODY:
        return True
    if (
        token.tag in (Tag.PRONOUN, Tag.NUMBER)
        or opener in word_set("threatening", "own")
        or token.low in word_set("threatening", "harm")
    ):
        return False
    if (
        is_carrier(phrase, parsed)
        or denotes(phrase, parsed) in ("act", "weapon")
        or token.low in word_set("threatening", "no_target")
    ):
        return False
    return not any(time.first <= phrase.head <= time.last for time in parsed.times)


def _kind(phrase: Phrase, parsed: Parsed) -> TargetKind:
    low = parsed.tokens[phrase.head].low
    if denotes(phrase, parsed) in _PEOPLE or low in ("whoever", "anyone", "those"):
        return "people" if low.endswith(("s", "people", "men")) else "person"
    return "thing"
