"""Whom or what a threat is against: what the harm is done to, whom it befalls, or whose doing the condition names."""

from collections.abc import Iterator
from itertools import takewhile

from summarizer.conflict.coder.discourse.sayings import Saying
from summarizer.conflict.coder.meaning.denoting import ARMED, PEOPLE, denotes
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.harms import Harm
from summarizer.conflict.coder.threatening.tense import follows_or
from summarizer.conflict.coder.violence.incidents import words_of
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lemmas, word_set
from summarizer.schemas.draft import Target
from summarizer.schemas.vocabulary import TargetKind

_AVENGING = frozenset({"avenge", "revenge"})
"""Verbs whose object is the one who was wronged."""
_TOWARDS = frozenset({"down", "out", "off", "up", "against", "on"})


def targets_of(harm: Harm, saying: Saying, actors: Roster) -> list[Target]:
    """The target of a threat; none where the words tell none.

    Args:
        harm: what is to come.
        saying: in whose words it stands.
        actors: everybody of the article.
    """
    parsed = harm.parsed
    told = _told(harm, saying)
    struck = [*told, *_struck(harm)] if _is_choice(harm) else [*_struck(harm), *told, *_meant(harm, actors)]
    found = next((each for each in struck if _may_be_target(each, parsed)), None)
    return [Target(kind=_kind(found, parsed), text=[words_of(parsed, found)])] if found else []


def _struck(harm: Harm) -> Iterator[Phrase]:
    """What the act would strike; else the object of the verb of harm; else its subject, where that undergoes it."""
    act, frame = harm.act, harm.frame
    if act is not None:
        yield from act.targets
        yield from _before_what_it_answers(act.phrase.hangs if act.phrase is not None else [])
    yield from _before_what_it_answers(harm.noun.hangs if harm.noun is not None else [])
    if frame is None or frame.base in _AVENGING:
        return
    if harm.undergone:
        yield from frame.subjects
    else:
        yield from (each for each in frame.objects if each != harm.noun)
        told = _before_what_it_answers(frame.circumstances)
        yield from (each for each in told if each.preposition in _TOWARDS)


def _before_what_it_answers(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The phrases before a "for": "revenge on the town for the raid on the camp"."""
    return takewhile(lambda each: each.preposition != "for", phrases)


def _is_choice(harm: Harm) -> bool:
    """Whether who is told so is to suffer it: "told the miners to leave or be shot"."""
    return harm.frame is not None and follows_or(harm.frame, harm.parsed)


def _told(harm: Harm, saying: Saying) -> list[Phrase]:
    """Who is spoken to, where that is who would suffer it."""
    addressed = saying.frame is not None and saying.base in lemmas("sayings", "addressing")
    if not addressed or saying.parsed is not harm.parsed or not (_is_choice(harm) or _pronouns(harm)):
        return []
    return saying.frame.objects if saying.frame is not None else []


def _meant(harm: Harm, actors: Roster) -> Iterator[Phrase]:
    """Whom a pronoun for those who suffer it stands for: in a quotation the subject of an earlier verb there."""
    parsed = harm.parsed
    for each in _pronouns(harm):
        before = [subject for frame in parsed.verbs_in(0, each.first) for subject in frame.subjects]
        quoted = [subject for subject in before if parsed.tokens[subject.head].quoted]
        meant = actors.antecedent(each, parsed)
        yield from quoted if parsed.tokens[each.head].quoted else [meant] if meant is not None else []


def _pronouns(harm: Harm) -> list[Phrase]:
    return [each for each in harm.sufferers if harm.parsed.tokens[each.head].tag is Tag.PRONOUN]


def _may_be_target(phrase: Phrase, parsed: Parsed) -> bool:
    own = parsed.tokens[phrase.first].low in word_set("threatening", "own")
    if own or parsed.tokens[phrase.head].tag in (Tag.PRONOUN, Tag.NUMBER):
        return False
    return not any(time.first <= phrase.head <= time.last for time in parsed.times)


def _kind(phrase: Phrase, parsed: Parsed) -> TargetKind:
    if denotes(phrase, parsed) not in PEOPLE | ARMED:
        return "thing"
    return "people" if parsed.tokens[phrase.head].low.endswith(("s", "people", "men")) else "person"
