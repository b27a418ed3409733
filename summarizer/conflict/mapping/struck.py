"""Who and what was struck, and with what, in MUC-4's words: everybody once, none of them armed."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from summarizer.conflict.coder.grammar.morphology import plural
from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.mapping.news import ends_in, listed, table
from summarizer.lexicons import word_set, words
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, CountedCasualty, Target

_LINK = re.compile(r"\s(?:of|from|in|at|who|that|which|for|on|near)\s")
_LIST = re.compile(r",\s+and\s|,\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


def struck_by(item: AssessedIncident | AssessedThreat) -> dict[str, list[str]]:
    """What and who was struck, one string each: things are MUC-4's targets, people and bodies its victims."""
    found: dict[str, list[str]] = {"targets": [], "victims": []}
    for target in item.targets:
        listed_as = "targets" if target.kind == "thing" else "victims"
        found[listed_as] += map(whole, filter(is_struck, named([target])))
    return found


def all_struck(incident: AssessedIncident) -> list[str]:
    """Everybody and everything that was aimed at or came to harm, armed or not, in the article's words."""
    return [*named(incident.targets), *(quote.text for toll in incident.casualties for quote in toll.whom)]


def harmed_in(incident: AssessedIncident, known: list[str]) -> list[str]:
    """Who was killed or hurt and is not among those who were struck already, by what they were."""
    tolls = [toll for toll in incident.casualties if not _only_counts(toll, incident, known)]
    told = [quote.text for toll in tolls for quote in toll.whom]
    heads = {tuple(_head_words(text)[-1:]) for text in known}
    by_head = {tuple(_head_words(text)[-1:]): text for text in filter(is_struck, reversed(told))}
    return [text for head, text in by_head.items() if head not in heads]


def _only_counts(toll: CountedCasualty, incident: AssessedIncident, known: list[str]) -> bool:
    """Whether a toll only counts those who are known: as many as were named, or people of whom another toll says more."""
    if toll.at_least == toll.at_most == len(known) > 1:
        return True
    return _is_anybody(toll) and any(
        other.outcome == toll.outcome and other.whom and not _is_anybody(other) for other in incident.casualties
    )


def _is_anybody(toll: CountedCasualty) -> bool:
    """Whether a toll says nothing of those whom it counts: "eight people"."""
    heads = [tuple(_head_words(quote.text)[-1:]) for quote in toll.whom]
    return all(head[0] in word_set("nouns", "collective") for head in heads if head)


def named(targets: Iterable[Target]) -> list[str]:
    """The words for some targets, one string for each; a list in one mention is taken apart."""
    return [each for target in targets for quote in target.text for each in _each_of(quote.text)]


def _each_of(text: str) -> list[str]:
    """What a list of three or more holds: of "Ana Sol, Leo Tarn, and a driver", these."""
    parts = list(filter(None, _LIST.split(text)))
    is_list = len(parts) > 2 and re.search(r",?\s+and\s", text, re.IGNORECASE)
    return parts if is_list else [text]


def is_fighting(targets: Iterable[str]) -> bool:
    """Whether everybody and everything that was struck belongs to an armed party: no incident of MUC-4.

    Ranks and bare numbers are of no side: they go with the others.
    """
    heads = list(filter(None, map(_head_words, targets)))
    unarmed = [head for head in heads if not _is_military(head)]
    if len(unarmed) == len(heads):
        return False
    of_no_side = listed("muc4_armed", "of_no_side")
    return all(ends_in(head, of_no_side) for head in unarmed)


def _head_words(target: str) -> list[str]:
    """The words of a target up to its head; of "three of the soldiers", the soldiers."""
    head, *more = [part.split() for part in _LINK.split(target.lower().replace("’", "'").replace("'s ", " "))]
    gathers = listed("muc4_armed", "of_no_side") | {"member", "members", "group", "groups", "number"}
    return more[0] if more and ends_in(head, gathers) else head


def _is_military(words_of: list[str]) -> bool:
    """Whether words end in an armed party, or in what or who belongs to the one that they begin with."""
    endings = {" ".join(words_of[first:]) for first in range(len(words_of))}
    if words_of[:1] == ["soldier"] or not _armed().isdisjoint(endings):
        return True
    theirs = listed("muc4_armed", "things") | listed("muc4_armed", "of_no_side") | {"member", "members"}
    return ends_in(words_of, theirs) and not _armed().isdisjoint(_stretches(words_of[:-1]))


def _stretches(words_of: list[str]) -> Iterator[str]:
    """Every word, and every two that stand together."""
    yield from words_of
    yield from map(" ".join, pairwise(words_of))


@cache
def _armed() -> frozenset[str]:
    """The nouns of armed parties whole, so that "armed man" makes no fighter of a man."""
    nouns = words("nouns", *table()["muc4_armed"]["tables"])
    return listed("muc4_armed", "words").union(nouns, map(plural, nouns))


def is_struck(text: str) -> bool:
    """Whether MUC-4 would list these words as struck.

    It lists no town or country, no armed party, and nobody that is a mere power, such as "the government".
    """
    head = _head_words(text)
    return not (is_place(text) or ends_in(head, listed("muc4_struck", "powers")) or _is_military(head))


def is_place(text: str) -> bool:
    """Whether words name a country, or a stretch of land or a town by what it is."""
    return country_of(text.lower()) is not None or ends_in(_head_words(text), _places())


@cache
def _places() -> frozenset[str]:
    heads = {noun.split()[-1] for noun in words("nouns", "places")} - listed("muc4_struck", "built")
    return frozenset(heads.union(map(plural, heads)))


def whole(text: str) -> str:
    """Of "a section of the pipeline", the pipeline; of "a group of men", the men; of "80 kg of dynamite", the dynamite."""
    part, _, rest = text.lower().partition(" of ")
    parts = listed("muc4_struck", "parts") | word_set("roles", "measures")
    return text[-len(rest) :] if rest and ends_in(part.split(), parts) else text


def instruments_of(weapon: Iterable[str]) -> list[str]:
    """What was used.

    Of "rifle fire" that is the rifle. What a gun shoots is no instrument.

    Args:
        weapon: the words for it, one string a mention.

    Returns:
        One string for each mention that names an instrument.
    """
    fired = listed("muc4_struck", "fired")
    found = []
    for text in weapon:
        told = whole(text).split()
        while told and told[-1].lower() in fired:
            told.pop()
        found.append(" ".join(told))
    return list(filter(None, found))
