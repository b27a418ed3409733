"""Who and what was struck, and with what, in MUC-4's words: everybody once, none of them armed."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, filterfalse, pairwise

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.mapping.news import ends_in, listed, table, texts
from summarizer.lexicons import word_set, words
from summarizer.lexicons.inflection import plural
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, CountedCasualty, Target
from summarizer.schemas.vocabulary import TargetKind

_LINK = re.compile(r"\s(?:of|from|in|at|who|that|which|for|on|near)\s")
_BETWEEN = re.compile(r",\s+and\s|,\s|\sand\s", re.IGNORECASE)
_LIST = re.compile(r"(?=.*,.*,).*\sand\s[^,]+", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[\w'’-]+")
LISTED_AS: Mapping[TargetKind, str] = {"thing": "targets", "person": "victims", "people": "victims"}
Struck = dict[str, list[str]]


def struck_by(item: AssessedIncident | AssessedThreat) -> Struck:
    """What and who was struck, one string each: things are MUC-4's targets, people and bodies its victims."""
    found: Struck = {"targets": [], "victims": []}
    for target in item.targets:
        found[LISTED_AS[target.kind]] += map(whole, filter(is_struck, _named([target])))
    return found


def struck_in(incident: AssessedIncident) -> Struck:
    """The same of an incident, with those who came to harm in it and are not among them already, by what they were."""
    found = struck_by(incident)
    known = found["victims"]
    heads = set(map(head_of, known))
    counted = [toll for toll in incident.casualties if not _only_counts(toll, incident, known)]
    by_head = {head_of(text): text for text in filter(is_struck, reversed(_counted_in(counted)))}
    found["victims"] = once((*known, *filterfalse(lambda text: head_of(text) in heads, by_head.values())))
    return found


def once(described: Iterable[str]) -> list[str]:
    """Those of several descriptions that are no part of another: "Sol" is told with "Ana Sol"."""
    told = {text: frozenset(_WORD.findall(text.lower())) - _opening() or {text} for text in described}
    return [text for text, said in told.items() if not any(map(said.__lt__, told.values()))]


@cache
def _opening() -> frozenset[str]:
    """Words that only open a description or a name, or count."""
    return word_set("links", "unnamed") | word_set("titles", "titles") | {"the", "these", "those", "this", "that"}


def _only_counts(toll: CountedCasualty, incident: AssessedIncident, known: list[str]) -> bool:
    """Whether a toll only counts those who are known: as many as were named, or people of whom another toll says more."""
    if toll.at_least == toll.at_most == len(known) > 1:
        return True
    alike = [other for other in incident.casualties if other.outcome == toll.outcome]
    return _say_nothing([toll]) and not _say_nothing(alike)


def _say_nothing(tolls: Iterable[CountedCasualty]) -> bool:
    """Whether some tolls say nothing of those whom they count: "eight people"."""
    return {"", *word_set("nouns", "collective")}.issuperset(map(head_of, _counted_in(tolls)))


def _counted_in(tolls: Iterable[CountedCasualty]) -> list[str]:
    return texts(chain.from_iterable(toll.whom for toll in tolls))


def _named(targets: Iterable[Target]) -> list[str]:
    """The words for some targets, one string for each."""
    told = texts(chain.from_iterable(target.text for target in targets))
    return list(chain.from_iterable(map(_each_of, told)))


def _each_of(text: str) -> list[str]:
    """What a list of three or more in one mention holds: of "Ana Sol, Leo Tarn, and a driver", these."""
    return _BETWEEN.split(text) if _LIST.fullmatch(text) else [text]


def was_fighting(incident: AssessedIncident) -> bool:
    """Whether everybody and everything that was struck, or came to harm, was armed: no incident of MUC-4."""
    return is_fighting([*_named(incident.targets), *_counted_in(incident.casualties)])


def is_fighting(struck: Iterable[str]) -> bool:
    """Whether all of these belong to an armed party.

    Ranks and bare numbers are of no side: they go with the others.
    """
    heads = list(filter(None, map(_head_words, struck)))
    unarmed = list(filterfalse(_is_military, heads))
    if len(unarmed) == len(heads):
        return False
    return all(map(_is_of_no_side, unarmed))


def _is_of_no_side(head: list[str]) -> bool:
    return ends_in(head, listed("muc4_armed", "of_no_side"))


def head_of(text: str) -> str:
    """The last word before what hangs on it; "" of no words."""
    return "".join(_head_words(text)[-1:])


def _head_words(target: str) -> list[str]:
    """The words of a target up to its head; of "three of the soldiers", the soldiers."""
    head, *more = [part.split() for part in _LINK.split(target.lower().replace("’", "'").replace("'s ", " "))]
    gathers = listed("muc4_armed", "of_no_side") | {"member", "members", "group", "groups", "number"}
    return more[0] if more and ends_in(head, gathers) else head


def _is_military(words_of: list[str]) -> bool:
    """Whether words end in an armed party, or in what or who belongs to the one that they begin with."""
    endings = {" ".join(words_of[first:]) for first in range(len(words_of))}
    if not _armed().isdisjoint({*endings, *{"soldier"}.intersection(words_of[:1])}):
        return True
    theirs = listed("muc4_armed", "things") | listed("muc4_armed", "of_no_side") | {"member", "members"}
    owner = words_of[:-1]
    return ends_in(words_of, theirs) and not _armed().isdisjoint((*owner, *map(" ".join, pairwise(owner))))


@cache
def _armed() -> frozenset[str]:
    """The nouns of armed parties whole, so that "armed man" makes no fighter of a man."""
    nouns = words("nouns", *table()["muc4_armed"]["tables"])
    return listed("muc4_armed", "words").union(nouns, plurals(nouns))


def is_struck(text: str) -> bool:
    """Whether MUC-4 would list these words as struck.

    It lists no town or country, no armed party, nobody that is a mere power, such as "the government", and no pronoun.
    """
    head = _head_words(text)
    nobody = listed("muc4_struck", "powers") | word_set("functions", "pronouns_subject", "pronouns_object")
    return not any((is_place(text), ends_in(head, nobody), _is_military(head)))


def is_place(text: str) -> bool:
    """Whether words name a country, or a stretch of land or a town by what it is."""
    return country_of(text.lower()) is not None or ends_in(_head_words(text), _places())


@cache
def _places() -> frozenset[str]:
    heads = last_words("places") - listed("muc4_struck", "built")
    return heads | plurals(heads)


def plurals(nouns: Iterable[str]) -> frozenset[str]:
    """The plurals of some nouns."""
    return frozenset(map(plural, nouns))


@cache
def last_words(*tables: str) -> frozenset[str]:
    """The last words of the nouns of some tables, in the singular."""
    return frozenset(noun.split()[-1] for noun in words("nouns", *tables))


def whole(text: str) -> str:
    """What counts of words that measure, gather or cut it.

    Of "a section of the pipeline" the pipeline, of "a group of men" the men, of "a box of fuses" the fuses.
    """
    part, _, rest = text.lower().partition(" of ")
    measuring = listed("muc4_struck", "parts") | word_set("roles", "measures")
    return text[-len(rest) :] if ends_in(part.split(), measuring) else text


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
