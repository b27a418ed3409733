"""Doers: whether the words of a statement or a warning speak of an actor as the one who did it or may do it."""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.conflict.checks.descriptions import PERSONS
from summarizer.conflict.checks.issued import issues
from summarizer.conflict.checks.places import (
    before_name,
    likened,
    named_near,
    sentence_of,
    speaking_place,
    spoken_to_or_of,
    within_longer_name,
)
from summarizer.conflict.checks.taken_up import is_called, nouns_of, told_at
from summarizer.conflict.items import Items
from summarizer.conflict.named import names
from summarizer.conflict.statement_kinds import CHARGES_OR_CLEARS, CLAIMS_IT
from summarizer.documents.document import Document, Sentence, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import Span
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.taking_up import opens_an_act, tells_of_such_acts, that_was
from summarizer.english.passages import clause
from summarizer.english.sought import is_among, joined
from summarizer.lexicons import Phrases, lemmas, pattern, phrases_pattern, words
from summarizer.schemas import declared
from summarizer.schemas.brief import Actor, Statement, ThirdPartyWarning


@dataclass(frozen=True)
class _Asked:
    """Of whom it is asked, and in which words it is looked for.

    Attributes:
        number: id of the actor.
        kin: it and those tied to it, but for the one who accuses it.
        item: the statement or warning.
        said: its words.
        items: the items of the article.
    """

    number: int
    kin: tuple[Actor, ...]
    item: Statement | ThirdPartyWarning
    said: Quotes
    items: Items

    @property
    def accuses(self) -> bool:
        """Whether somebody charges or clears somebody."""
        return isinstance(self.item, declared.Statement) and self.item.kind in CHARGES_OR_CLEARS

    @property
    def tells_of_others(self) -> bool:
        """Whether whoever stands in the sentence does not say it: the article does, or it is a warning."""
        return self.own_voice or (
            isinstance(self.item, declared.ThirdPartyWarning) and self.item.speaker != self.number
        )

    @property
    def own_voice(self) -> bool:
        """Whether the article says it itself."""
        return isinstance(self.item, declared.Statement) and self.item.speaker is None


def is_said_of(number: int, item: Statement | ThirdPartyWarning, items: Items) -> bool:
    """Whether the words of an item speak of an actor, by name, as "we", or by what takes up somebody named near them.

    Args:
        number: id of the actor; of one that is not there, nothing can be asked.
        item: a statement that names somebody as a doer, or a warning of what somebody may do.
        items: the items of the article.
    """
    if number not in items.actors:
        return True
    accuses = isinstance(item, declared.Statement) and item.kind in CHARGES_OR_CLEARS
    accuser = {item.speaker} - {number} if accuses else set()
    kin = tuple(other for other in items.kin(number) if other.id not in accuser)
    asked = _Asked(number, kin, item, (*item.content, *item.cue), items)
    return any(way(asked) for way in _WAYS) or any(
        way(asked) and named_near(number, asked.said, items, before=before, after=1) for way, before in _TAKEN_UP
    )


# --- by name --------------------------------------------------------------------------------------------


def _by_name(asked: _Asked) -> bool:
    """Whether the actor is named in the words or where whoever does what they tell stands."""
    document = asked.items.document
    for quote in asked.said:
        start, end = sentence_of((quote.start, quote.end), document)
        for actor in asked.kin:
            places = told_at(actor, asked.items, (start, max(end, quote.end)))
            if any(
                _is_doer(place, quote, asked) and not within_longer_name(place, actor, asked.items) for place in places
            ):
                return True
    return False


def _is_doer(place: Span, quote: Quote, asked: _Asked) -> bool:
    if _no_doer(place, asked.items.document):
        return False
    return _belongs_to(place, quote, asked) or (asked.tells_of_others and _does_it(place, quote, asked.items.document))


def _belongs_to(place: Span, quote: Quote, asked: _Asked) -> bool:
    """Whether a name stands in the words, right before them as what they speak of, or behind the verb of saying."""
    text = asked.items.document.text
    if any(place[0] < at.end and at.start < place[1] for at in speaking_place(quote, asked.items)):
        return False
    if quote.start < place[1] and place[0] < quote.end:
        return True
    if place[0] >= quote.end:
        between = text[quote.end : place[0]]
        return (_OBJECT if asked.accuses else _DONE_BY).fullmatch(between) is not None
    return _SUBJECT.fullmatch(text, place[1], quote.start) is not None


def _does_it(place: Span, quote: Quote, document: Document) -> bool:
    """Whether a name stands before the words in their clause, or opens their sentence, and is not one spoken of."""
    if not place[0] < quote.start or spoken_to_or_of(place, document):
        return False
    return clause(quote, document)[0] <= place[0] or _opens(place, quote, document)


def _opens(place: Span, quote: Quote, document: Document) -> bool:
    """Whether the sentence opens with the name, and goes on to the words without a denial: "The Front, which …, owned up to"."""
    if not _OPENING.fullmatch(document.text, sentence_of(place, document)[0], place[0]):
        return False
    return pattern("cues", "deny").search(document.text, place[1], quote.start) is None


def _no_doer(place: Span, document: Document) -> bool:
    return _struck(place, document) or likened(place, document)


def _struck(place: Span, document: Document) -> bool:
    """Whether the one named is said to be struck or supported, so that it did not do it: "killed X", "support for X"."""
    if SUPPORTED.search(before_name(place, document)):
        return True
    parsed = parse(document, document.sentences[document.sentence_at(place[0]) - 1])
    return any(deed.befalls(place[:1], parsed) for deed in deeds(parsed, lemmas("cues", "violence")))


SUPPORTED = re.compile(
    r"\b(?:support|aid|backing|sympathy|solidarity)\s+(?:for|to|with)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)
"""What stands before the name of one who is helped."""
_OPENING = re.compile(
    r"[“\"]?(?:[^,;:“”\"]{2,30},\s+|(?:in|on|at|during|late|early|last)\s+(?:the\s+)?\w+\s+)?(?:the\s+)?", re.IGNORECASE
)
_OBJECT = re.compile(r"[^.;:“”\"]{0,60}", re.DOTALL)
_DONE_BY = re.compile(
    r"[^.;:,“”\"]{0,40}(?:,\s+[^.;:,“”\"]{2,20},\s+)?\b(?:by|between)\s+(?:(?:the|an?)\s+)?",
    re.DOTALL | re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\w*\)?(?:[’']s?\s+(?:[\w-]+\s+){0,2}|,?\s+(?:which|whom|who)\b[^.;:“”\"]{0,60}|(?:\s+(?:has|have|had|also|was|were|is|are|later|again|[\w-]+s))*\s*)",
    re.DOTALL | re.IGNORECASE,
)


def _said_of_us(asked: _Asked) -> bool:
    """Whether "we" or "our" in an article that somebody puts out stands for this actor."""
    return any(issues(asked.number, quote, asked.items) for quote in asked.said if _US.search(quote.text))


_US = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)


def _part_of_the_name(asked: _Asked) -> bool:
    """Whether a description in the words is part of the name of one of these actors: "the rebels" of "the Orda rebels"."""
    said = joined(asked.said)
    nouns = {match.group().lower().split()[-1] for match in _taking_up().finditer(said)}
    last = {match.group(1).lower() for match in _THE.finditer(said)}
    called = [name.lower().split() for actor in asked.kin for name in names(actor)]
    return any(not nouns.isdisjoint(name) or name[-1] in last for name in called)


_THE = re.compile(r"\bthe\s+(\w+)(?!\w)", re.IGNORECASE)


# --- by what takes somebody up --------------------------------------------------------------------------


def _taken_up(asked: _Asked) -> bool:
    """Whether a pronoun or a description in these words, or as their subject, may stand for one of these actors."""
    return any(actor.kind in kinds for actor in asked.kin for quote in asked.said for kinds in _meant(quote, asked))


def _meant(quote: Quote, asked: _Asked) -> list[frozenset[str]]:
    """The kinds of actor that the pronouns and descriptions of these words may stand for."""
    item, text = asked.item, quote.text
    if isinstance(item, declared.Statement) and (quote not in item.cue or item.speaker is None):
        text = f"{_subject(quote, item, asked.items)}{text}"
    text = _IT_WAS.sub("", text)
    matches = _taking_up().finditer(text)
    found = {match.group().lower() for match in matches if not _GOVERNED.search(text[: match.start()])}
    return [MEANT[table] for table in MEANT if found & set(words("titles", table))]


def _subject(quote: Quote, item: Statement, items: Items) -> str:
    """Where the subject of these words stands: at the opening and right before them, behind whatever lets somebody speak."""
    text, start = items.document.text, sentence_of((quote.start, quote.end), items.document)[0]
    said = [verb.end() for verb in pattern("cues", "attributing").finditer(text, start, quote.start)]
    cues = () if item.speaker is None else item.cue
    said += [cue.end for cue in cues if start <= cue.start < cue.end <= quote.start]
    start = max(said, default=start)
    return f"{text[start : min(start + NEXT, quote.start)]} | {text[max(start, quote.start - NEXT) : quote.start]}"


def _people_without_a_name(asked: _Asked) -> bool:
    """Whether the words tell of people, by no name and as no victims, and the actor is people without a name: "the men"."""
    if asked.items.actors[asked.number].identity == "named":
        return False
    text = asked.items.document.text
    found = (at.span() for quote in asked.said for at in _some_people().finditer(text, quote.start, quote.end))
    return any(not _no_doer(at, asked.items.document) for at in found)


@cache
def _some_people() -> re.Pattern[str]:
    nouns = {phrase.removeprefix("the ") for phrase in words("titles", "doers", "fighters")}
    people = phrases_pattern((*sorted(nouns), *_PEOPLE)).pattern
    return re.compile(
        rf"{people}(?!\s+(?:who\s+)?(?:died|dead|lost|were|was|had\s+been|have\s+been)\b)|\b(?:in|into|at)\s+their\s+hands\b",
        re.IGNORECASE,
    )


_PEOPLE = ("man", "woman", "women", "youth", "youths", "people", "persons", "boy", "boys")


def _the_other(asked: _Asked) -> bool:
    """Whether "the other" in the words is one of two who say the like of each other."""
    speaker, actor = asked.items.speaker(asked.item.speaker), asked.items.actors[asked.number]
    if speaker is None or speaker.id == actor.id or speaker.kind != actor.kind:
        return False
    return is_among(_OTHER, asked.said)


_OTHER = re.compile(
    r"\b(?:the\s+other|each\s+other|one\s+another)(?=\s+(?:\w+ed|side|did|had|has|was|is|laid|shot|fired|struck|blew)\b|[’'\s]*[.,;]|\Z)",
    re.IGNORECASE,
)


def _both(asked: _Asked) -> bool:
    """Whether two are named as doers, and the subject of the words is "the two communities"."""
    item = asked.item
    if not isinstance(item, declared.Statement) or len(item.whom) != len(_TWO):
        return False
    return any(_TWO_SIDES.search(_subject(quote, item, asked.items)) for quote in asked.said)


_TWO = ("one", "other")
_TWO_SIDES = re.compile(
    r"\b(?:both|(?:the|these|those)\s+(?:two|rival|warring))\s+(?:[\w-]+\s+)?(?:\w+ies|\w+s)\b", re.IGNORECASE
)


def _with_an_act(asked: _Asked) -> bool:
    """Whether a noun by which only this actor is called stands right before an act: "army raids"."""
    actor = asked.items.actors[asked.number]
    alone = filter(lambda noun: is_called(noun, actor, asked.items), nouns_of(asked.number, asked.items))
    return opens_an_act(frozenset(alone), joined(asked.said))


def _told_next(asked: _Asked) -> bool:
    """Whether the sentence after what the article says tells who did it."""
    sentences = asked.items.document.sentences
    last = [quote.sentence for quote in asked.item.content[-1:] if asked.own_voice]
    return any(_tells_who(following, asked) for number in last for following in sentences[number : number + 1])


def _tells_who(sentence: Sentence, asked: _Asked) -> bool:
    """Whether it opens with who did it: "It was the doing of a clerk", "Column fighters attacked the post"."""
    text, actor = asked.items.document.text, asked.items.actors[asked.number]
    places = list(told_at(actor, asked.items, (sentence.start, sentence.end)))
    opening = that_was(text, (sentence.start, sentence.end))
    named = {place[0] for place in places if opening and place[0] == opening.end()}
    acting = (place for place in places if _OPENING.fullmatch(text, sentence.start, place[0]))
    return bool(named) or any(_attacked().match(text, place[1]) for place in acting)


@cache
def _attacked() -> re.Pattern[str]:
    return re.compile(rf"\w*\s+(?:\w+\s+){{0,2}}?{pattern('cues', 'violence_done').pattern}", re.IGNORECASE)


def _told_before(asked: _Asked) -> bool:
    """Whether what the article says takes up an act of whoever opens the sentence before: "such strikes"."""
    document = asked.items.document
    told = map(document.words, sentences_of(asked.item.content, document))
    if not asked.own_voice or not any(map(tells_of_such_acts, told)):
        return False
    number = asked.item.content[0].sentence - 1
    before = document.sentences[max(0, number - 1)]
    places = (place for actor in asked.kin for place in told_at(actor, asked.items, (before.start, before.end)))
    return any(_opens(place, asked.item.content[0], document) and not _no_doer(place, document) for place in places)


def _charged(asked: _Asked) -> bool:
    return is_among(_CHARGE, asked.said)


_CHARGE = re.compile(
    r"\b(?:(?:the|this|that|these|those|such|any|all|their|his|her|its)\s+charges?|accusations?|allegations?)\b",
    re.IGNORECASE,
)
"""What takes up an accusation; "two charges under the bridge" are explosives."""


def _claimed(asked: _Asked) -> bool:
    """Whether it confirms what the actor itself claims: "accepted the letter as genuine"."""
    item, items = asked.item, asked.items
    if not isinstance(item, declared.Statement) or item.kind != "confirm":
        return False
    incidents = {link.incident for link in item.about}
    claims = (other for other in items.statements.values() if other.kind in CLAIMS_IT)
    return any(
        asked.number in (claim.speaker, *claim.whom) and incidents & {link.incident for link in claim.about}
        for claim in claims
    )


@cache
def _taking_up() -> Phrases:
    return phrases_pattern(tuple(set(words("titles", *MEANT)) - _WEAK))


_IT_WAS = re.compile(r"\bit\s+(?:was|is|were|had\s+been)\s+(?=(?:the|an?|his|her|its|their|our|not)\b|[A-Z])")
"""What opens "it was the clerk", in which "it" takes up nobody."""
_GOVERNED = re.compile(r"\b(?:in|of|on|at|to|for|with|from|after|before|against|over|about|near)\s+$", re.IGNORECASE)
NEXT = 30
"""Characters at the opening of a sentence, and before words, in which their subject is looked for."""
_WEAK = frozenset({"his", "her", "its", "their", "those", "these", "both", "all"})
"""Words of the tables of pronouns that more often belong to something else in the sentence."""
DOERS = frozenset({"armed_group", "armed_forces", "state", "public_body", "organisation"})
MEANT: dict[str, frozenset[str]] = {
    "he": PERSONS,
    "singular_persons": PERSONS,
    "it": DOERS,
    "they": DOERS | {"people"},
    "groups": frozenset({"armed_group", "organisation"}),
    "doers": frozenset({"armed_group", "people", "person"}),
    "forces": frozenset({"armed_forces", "state"}),
    "soldiers": frozenset({"armed_forces", "state"}),
    "bodies": frozenset({"state", "public_body"}),
    "enemies": frozenset({"armed_forces", "armed_group", "state"}),
}
"""Tables of pronouns and descriptions, and the kinds of actor that did what is said of them."""

_WAYS = (_by_name, _part_of_the_name, _said_of_us, _with_an_act, _the_other, _told_next, _told_before)
_TAKEN_UP = ((_taken_up, 2), (_people_without_a_name, 3), (_both, 3), (_charged, 2), (_claimed, 2))
"""Ways to take somebody up, and in how many sentences before the words the one must be named."""
