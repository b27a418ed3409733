"""Denials, blame, claims and confirmations that name no act: "the navy denied the charge" speaks of what was told before."""

from collections.abc import Iterator
from functools import cache
from itertools import chain, takewhile

from summarizer.conflict.coder.discourse.sayings import Saying, is_carrier, sayings_in
from summarizer.conflict.coder.meaning.denoting import ARMED, BODIES, PEOPLE, denotes, may_be_name
from summarizer.conflict.coder.violence.mentions import acts_in
from summarizer.documents.characters import plain_text
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.mood import is_none, is_open
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import BE, HAVE, Tag, first_of
from summarizer.lexicons import lemmas, pattern, word_set

_FAMILIES = ("denying", "blaming", "confirming", "admitting", "taking_back", "disowning", "disputing")
_OF_LAW = frozenset({"charge"})
"""Verbs of blame that, of courts and police, mean an accusation before the law."""
_STOPS = frozenset({Tag.COMMA, Tag.BREAK, Tag.RELATIVE})
_OF_WHAT = frozenset({"of", "for", "in", "over", "about", "on", "to", "with"})
"""Prepositions behind a denial, or its object, by which follows what it is of."""
_SPEAKERS = BODIES | PEOPLE | ARMED


def answers_in(parsed: Parsed) -> list[Saying]:
    """What somebody in a sentence denies, blames, claims or confirms, whatever it is of.

    Args:
        parsed: the sentence.
    """
    return [each for each in sayings_in(parsed) if _is_answer(each) and _is_told(each)]


def _is_answer(saying: Saying) -> bool:
    if saying.base in _OF_LAW:
        return False
    if saying.base == "claim" or saying.base in lemmas("sayings", *_FAMILIES):
        return True
    said = (saying.parsed.text(*span) for span in saying.contents)
    return any(pattern("sayings", "responsible", "no_part").search(each) for each in said)


def _is_told(saying: Saying) -> bool:
    """Whether somebody has said it: it is neither to come, nor only possible, nor said of nobody."""
    silent = any(is_none(each, saying.parsed) for each in saying.speakers)
    return not silent and (saying.frame is None or not is_open(saying.frame, saying.parsed))


def names_no_other_matter(saying: Saying) -> bool:
    """Whether what is said is an act of violence, or only points to what was told before: "denied it", "blamed the state".

    What names a matter of its own ("denied the bribe claims", "blamed the slump on the minister") is of that matter.

    Args:
        saying: a denial, blame, claim or confirmation.
    """
    parsed = saying.parsed
    if any(saying.holds(act.at) for act in acts_in(parsed)):
        return True
    named = [each for each in _matters(saying) if not _is_aside(each, parsed)]
    points = [each for each in named if _points(each, parsed)]
    parties = [each for each in named if each not in points and _is_party(each, parsed)]
    of_something = points or (parties and saying.base in lemmas("sayings", "blaming"))
    return bool(of_something) and len(points) + len(parties) == len(named)


def _matters(saying: Saying) -> list[Phrase]:
    """What it is of: what the verb is done to, else every phrase and deed of the clause that is said."""
    parsed, frame = saying.parsed, saying.frame
    if frame is not None and frame.undergoers and saying.base not in lemmas("sayings", "blaming"):
        found = chain.from_iterable((each, *_behind(each.hangs)) for each in frame.undergoers)
        return [*found, *_behind(frame.circumstances)]
    begins = frame.verb + 1 if frame is not None else 0
    ends = first_of(parsed.tokens, _STOPS, begins, len(parsed.tokens))
    deeds = [each for each in parsed.verbs_in(begins, ends) if saying.holds(each.verb) and each.base not in _plain()]
    return [each for each in parsed.phrases if saying.holds(each.head) and each.head < ends] + [
        Phrase(each.verb, each.verb, each.verb) for each in deeds
    ]


def _is_aside(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether it only tells when or in what somebody said it: "on Friday", "in a statement"."""
    timed = any(time.first <= phrase.head <= time.last for time in parsed.times)
    return timed or (phrase.preposition in ("in", "on", "at", "through", "via") and is_carrier(phrase, parsed))


def _behind(phrases: list[Phrase]) -> Iterator[Phrase]:
    """What follows by the prepositions that tell of what it is: of "the reports as the work of thieves" nothing."""
    return takewhile(lambda each: each.preposition in _OF_WHAT, phrases)


@cache
def _plain() -> frozenset[str]:
    """Verbs, in their base form, that say no more than that something is, was done or happened."""
    return lemmas("sayings", "taking_place") | BE | HAVE | {"have", "do"}


def _points(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether it is a pronoun, or a word such as "charge" or "incident" that says nothing of what happened."""
    head = parsed.tokens[phrase.head]
    inner = (token.tag for token in parsed.tokens[phrase.first : phrase.head])
    general = head.low in word_set("sayings", "words_said", "accusing_words", "general_matters")
    return head.tag in (Tag.PRONOUN, Tag.DETERMINER) or (general and Tag.NOUN not in inner)


def _is_party(phrase: Phrase, parsed: Parsed) -> bool:
    return denotes(phrase, parsed) in _SPEAKERS or may_be_name(phrase, parsed)


def speakers_in(document: Document, number: int) -> Quotes:
    """The words for those who deny, blame, claim or confirm in a sentence, where it names or describes them: no pronoun.

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    plain = document.plain
    parsed = parse(plain, plain.sentences[number - 1])
    speakers = (each for saying in answers_in(parsed) for each in saying.speakers if _is_party(each, parsed))
    folded = plain_text(document.text)
    spans = (folded.original_span(parsed.tokens[each.first].start, parsed.tokens[_end(each)].end) for each in speakers)
    return tuple(document.quote(*span) for span in dict.fromkeys(spans))


def _end(speaker: Phrase) -> int:
    """The last token of a speaker with what belongs to it: "the foreign ministry of Ostavia", "a spokesman for the army"."""
    belongs = takewhile(lambda each: each.preposition in ("of", "for"), speaker.hangs)
    return max([speaker.last, *(each.last for each in belongs)])
