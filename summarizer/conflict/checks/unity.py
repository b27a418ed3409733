"""One event per incident: its times, places and tolls stand where the event is told."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from summarizer.conflict.checks.cue_words import targets_of
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.capitals import CAPITAL
from summarizer.english.grammar.dated_acts import dates_closely, is_said_on, times_beside
from summarizer.english.grammar.parsing import times_at
from summarizer.english.grammar.times import Time
from summarizer.english.passages import Span, clause
from summarizer.english.sought import is_among, is_told_in, least_distance, whole_places_of
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident

_SPAN = re.compile(
    r"\b(?:and|to|from|between|until|through|since|over|either|or|into|night of|overnight|late|early)\b|[-–—/]",
    re.IGNORECASE,
)
SUMMED_UP = 2
"""Incidents up to which a statement is about each of them rather than about a whole series."""
OPENING = 2
"""Sentences that open an article: its title and first line, or dateline."""


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    yield from _two_times(incident, items.document)
    yield from _time_of_report(incident, items.document)
    yield from _place_of_report(incident, items.document)
    yield from _elsewhere(incident, items)


def _place_of_report(incident: Incident, document: Document) -> Iterator[Found]:
    """Where the report was written is where it happened only if that sentence tells it."""
    place = document.dateline.place if document.dateline else None
    if place is None or not incident.words or place.sentence in sentences_of(incident.words, document):
        return
    for quote in incident.place:
        if place.holds(quote):
            yield Found("place_of_report", "place", (quote,))


# --- times ---------------------------------------------------------------------------------------------


def _two_times(incident: Incident, document: Document) -> Iterator[Found]:
    days, dates, years = _named(chain(*(times_at(document, quote.start, quote.end) for quote in incident.time)))
    spread = incident.aggregate or is_among(_SPAN, incident.time)
    if not spread and max(map(len, (days, dates, years))) > 1:
        yield Found("two_times", "time", incident.time)
        return
    for words in incident.words:
        beside = zip((days, dates), _named(_days_beside(words, document)), strict=False)
        if any(given and own and given.isdisjoint(own) for given, own in beside):
            yield Found("two_times", "time", (*incident.time, words))
            return


def _named(times: Iterable[tuple[Time, Span]]) -> tuple[set[Any], set[Any], set[Any]]:
    """The weekdays, the dates (day and month) and the years that some times name."""
    told = [time for time, _ in times]
    days, years = {time.weekday for time in told}, {time.year for time in told}
    return days - {None}, {(time.day, time.month) for time in told if time.day}, years - {None}


def _days_beside(words: Quote, document: Document) -> Iterator[tuple[Time, Span]]:
    """Days that stand close to the words for the act, with no word of saying or of another act between."""
    return (told for told in times_beside(words, document) if dates_closely(told[1], words, document))


def _time_of_report(incident: Incident, document: Document) -> Iterator[Found]:
    """A day that the sentence gives to the saying, or the day of publication, dates no act."""
    dateline = document.dateline.date if document.dateline else None
    for quote in incident.time:
        published = dateline is not None and dateline.holds(quote)
        if published or _day_of_saying(quote, document):
            yield Found("time_of_report", "time", (quote,))


def _day_of_saying(quote: Quote, document: Document) -> bool:
    time, place = next(times_at(document, quote.start, quote.end), (None, (0, 0)))
    return time is not None and time.weekday is not None and is_said_on(place[0], document)


# --- places in the article --------------------------------------------------------------------------


def _elsewhere(incident: Incident, items: Items) -> Iterator[Found]:
    """Values from a sentence that nothing else of this incident stands in or beside."""
    for field, code, quotes in _movable(incident):
        home = _home(incident, items, field)
        if not quotes or not home or _carried(field, quotes, incident, items):
            continue
        if _in_another_s_clause(field, quotes, incident, items) or _astray(field, quotes, home, incident, items):
            yield Found(code, field, quotes)


def _astray(field: str, quotes: Quotes, home: set[int], incident: Incident, items: Items) -> bool:
    """Whether the words stand beside the incident where another one is told, or far from it where anything is."""
    document = items.document
    numbers = sentences_of(quotes, document)
    apart = least_distance(numbers, home)
    told = " … ".join(map(document.words, home))
    if apart == 0 or all(_stands_in(told, quote) for quote in quotes):
        return False
    if apart == 1:
        if field == "time" and incident.frame != "current":
            return True
        beside = field != "trigger" and not _first(numbers)
        return beside and all(_words_of_others(number, incident, items) for number in numbers)
    if all(_is_taken_up(told, quote) for quote in quotes):
        return False
    return field in NEAR_ONLY or any(_tells_of_another(number, quotes, incident, items) for number in numbers)


NEAR_ONLY = frozenset({"perpetrator_words", "stage_words", "frame_words"})
"""Fields that say who did it, and whether it was done: far from the act they say it of something else."""


def _stands_in(text: str, quote: Quote) -> bool:
    """Whether the words stand in a text, whole."""
    return any(whole_places_of(quote.text, text))


def _is_taken_up(text: str, quote: Quote) -> bool:
    """Whether a text takes up what the words are for: "the northern relief camp", then "the camp"."""
    last = re.escape(quote.text.split()[-1])
    return re.search(rf"\bthe\s+{last}(?!\w)", text, re.IGNORECASE) is not None


def _tells_of_another(number: int, given: Quotes, incident: Incident, items: Items) -> bool:
    """Whether a sentence is another item's, or tells of violence that nothing but what is given joins to this one."""
    if _of_others(number, incident, items):
        return True
    sentence = items.document.words(number)
    if not has_signs(items.document, number) or _THE_ACT.search(sentence):
        return False
    struck = (*incident.place, *targets_of(incident))
    known = [quote for quote in struck if quote not in given]
    names = set(_NAME.findall(sentence)) - items.worked_out(_names_of_parties)
    return not any(_is_taken_up(sentence, quote) or names & set(_NAME.findall(quote.text)) for quote in known)


def _names_of_parties(items: Items) -> set[str]:
    """The words of the names of actors: a militia called after a town says nothing of the town."""
    called = chain.from_iterable(actor.name for actor in items.actors.values())
    return set(chain.from_iterable(_NAME.findall(quote.text) for quote in called))


def _of_others(number: int, incident: Incident, items: Items) -> bool:
    """Whether a sentence, or the one that it follows on if no incident is told there, is another incident's, or a threat's."""
    if number in items.worked_out(_threatened_in):
        return True
    here = items.told_in.get(number, set()) - {(incident.id, None)}
    first = items.document.paragraph_starts[items.document.sentences[number - 1].paragraph - 1]
    before = (items.told_in.get(earlier) for earlier in range(number - 1, first - 1, -1))
    told = here or next(filter(None, before), set())
    return bool(told) and items.joined(incident.id).isdisjoint(other for other, _ in told)


def _threatened_in(items: Items) -> set[int]:
    """The sentences of threats and warnings."""
    told = (*items.threats.values(), *items.warnings.values())
    return set(chain.from_iterable(map(items.sentences, told)))


_NAME = re.compile(rf"(?<!\w){CAPITAL}[\w’'-]+")
_THE_ACT = re.compile(
    rf"\b(?:the|these|those|both|this|that)\s+(?:[\w-]+\s+)?{pattern('harm', 'attack').pattern}", re.IGNORECASE
)
"""What takes up an act that was told before."""


def _movable(incident: Incident) -> Iterator[tuple[str, str, Quotes]]:
    yield "time", "time_elsewhere", incident.time
    yield "place", "place_elsewhere", incident.place
    yield "weapon", "weapon_elsewhere", incident.weapon
    yield "damage", "damage_elsewhere", incident.damage
    yield "trigger", "trigger_elsewhere", incident.trigger
    yield "stage_words", "stage_words_elsewhere", incident.stage_words
    yield "frame_words", "frame_words_elsewhere", incident.frame_words
    yield "perpetrator_words", "perpetrator_elsewhere", incident.perpetrator_words
    for position, target in enumerate(incident.targets):
        yield f"targets.{position}", "target_elsewhere", target.text
    for position, casualty in enumerate(incident.casualties):
        yield f"casualties.{position}", "toll_elsewhere", (*casualty.count, *casualty.whom, *casualty.cue)


def _home(incident: Incident, items: Items, field: str) -> set[int]:
    """The sentences that tell of the incident by anything but this field: its other quotations, and statements on it.

    Targets show nothing for each other, nor do tolls: two of another event would. When and where a whole happened, and
    with what, its parts did too.
    """
    own = field.split(".")[0]
    others = [quote for path, quote in items.quotes(incident) if not (path == own or path.startswith(f"{own}."))]
    told = (statement for statement in items.statements_on(incident.id) if len(statement.about) <= SUMMED_UP)
    said = [quote for statement in told for quote in (*statement.cue, *statement.content)]
    whole = items.joined(incident.id) if own in ("time", "place", "weapon") else ()
    parts = [quote for number in whole for quote in items.incidents[number].words]
    return set(sentences_of((*others, *said, *parts), items.document))


def _words_of_others(sentence: int, but: Incident, items: Items) -> list[Quote]:
    """The words for other incidents in a sentence."""
    here = items.worked_out(_words_by_sentence).get(sentence, ())
    joined = items.joined(but.id)
    return [quote for incident, quote in here if incident not in joined]


def _words_by_sentence(items: Items) -> dict[int, list[tuple[int, Quote]]]:
    found: dict[int, list[tuple[int, Quote]]] = defaultdict(list)
    for incident in items.incidents.values():
        for quote in incident.words:
            for number in sentences_of((quote,), items.document):
                found[number].append((incident.id, quote))
    return found


def _in_another_s_clause(field: str, quotes: Quotes, incident: Incident, items: Items) -> bool:
    """Whether words stand in the clause of another incident, and not in that of this one in the same sentence.

    A time at the head of a sentence goes for all that it tells, and what an act answers is another act.
    """
    if field in ("time", "trigger"):
        return False
    document = items.document
    for quote in quotes:
        own = [words for words in incident.words if words.sentence == quote.sentence]
        others = _words_of_others(quote.sentence, incident, items)
        apart = own and others and not any(_goes_with(quote, words, document) for words in own)
        if apart and any(_goes_with(quote, words, document) for words in others):
            return True
    return False


def _goes_with(quote: Quote, words: Quote, document: Document) -> bool:
    start, end = clause(words, document)
    return start <= quote.start and quote.end <= end


def _first(numbers: tuple[int, ...]) -> bool:
    """Whether the sentence opens the article: titles and first lines tell of everything."""
    return numbers[0] <= OPENING


# --- what holds on ----------------------------------------------------------------------------------


def _carried(field: str, quotes: Quotes, incident: Incident, items: Items) -> bool:
    """Whether a day or a place given before holds on, since the act is told without one of its own.

    From one entry of a list or a log to the next nothing holds on, nor does a day of this news for what is older. What an
    act answers may be told anywhere before it.
    """
    document = items.document
    acts, given = sentences_of(incident.words, document), sentences_of(quotes, document)
    if not acts or given[-1] >= acts[0]:
        return False
    if field == "trigger":
        return is_told_in(_ANSWERS, (*acts, *given), document)
    if field not in HOLDS_ON or (field == "time" and incident.frame != "current"):
        return False
    if any(HOLDS_ON[field](quote, document) for quote in incident.words):
        return False
    between = range(given[-1] + 1, acts[0] + 1)
    return not any(_parts(number, given[-1], document) for number in between)


_ANSWERS = re.compile(
    r"\b(?:in (?:reply|response|return|retaliation|answer)|retaliat\w+|aveng\w+|reveng\w+|repris\w+|answer\w*|respon[ds]\w*"
    r"|(?:hit|hits|hitting|struck|strikes?|striking|fired|fires) back)\b",
    re.IGNORECASE,
)
"""Words by which one act is said to answer another."""


def _has_a_day(words: Quote, document: Document) -> bool:
    """Whether the sentence of these words gives a day, and not as that of saying it."""
    sentence = document.sentences[words.sentence - 1]
    told = times_at(document, sentence.start, sentence.end)
    days = (place for time, place in told if time.weekday is not None or time.day)
    return not all(is_said_on(start, document) for start, _ in days)


def _has_a_place(words: Quote, document: Document) -> bool:
    """Whether a name stands in the sentence of these words behind a preposition of place."""
    sentence = document.sentences[words.sentence - 1]
    days = word_set("times", "weekdays")
    places = _AT.finditer(document.text, sentence.start, sentence.end)
    return any(found["name"].lower() not in days for found in places)


HOLDS_ON: dict[str, Callable[[Quote, Document], bool]] = {"time": _has_a_day, "place": _has_a_place}
"""Fields whose value holds until another is given, with what shows one of its own beside the words for an act."""
_AT = re.compile(
    rf"\b(?:in|into|at|near|outside|on|inside|around|across|village of|town of|city of)\s+(?:[a-z][\w’'-]*\s+){{0,4}}"
    rf"(?P<name>{CAPITAL}[\w’'-]+)"
)
_ENTRY = re.compile(r"\s*(?:\d{1,2}[.)]\s|\(\d{1,2}\)|[•»*·–—-]\s|\[?\d{1,2}[:.]\d\d\b)")
"""What an entry of a list, or of a log, begins with."""


def _parts(number: int, given: int, document: Document) -> bool:
    """Whether a sentence begins another entry than the given one's, or is a mere line between two texts."""
    if not any(map(str.isalnum, document.words(number))):
        return True
    start, _ = document.paragraph_span(given)
    return all(_ENTRY.match(document.text, at) for at in (start, document.sentences[number - 1].start))


UNITY = Check(
    name="unity",
    reason="Two events made into one are an event that never was.",
    applies_to=("incident",),
    codes={
        "two_times": Code("warn", "The days given for one incident differ."),
        "time_of_report": Code("warn", "The day given is that of the report, by its place in the sentence."),
        "place_of_report": Code("warn", "The place given is the one that the report was sent from."),
        "time_elsewhere": Code("warn", "The time stands apart from everything else on this incident."),
        "place_elsewhere": Code("warn", "The place stands apart from everything else on this incident."),
        "weapon_elsewhere": Code("warn", "The weapon stands apart from everything else on this incident."),
        "damage_elsewhere": Code("warn", "The damage stands apart from everything else on this incident."),
        "trigger_elsewhere": Code(
            "warn", "What it is said to answer stands apart from everything else on this incident."
        ),
        "stage_words_elsewhere": Code(
            "warn", "The words for its stage stand apart from everything else on this incident."
        ),
        "frame_words_elsewhere": Code(
            "warn", "The words for its frame stand apart from everything else on this incident."
        ),
        "perpetrator_elsewhere": Code(
            "warn", "The words for the perpetrators stand apart from everything else on this incident."
        ),
        "target_elsewhere": Code("warn", "The target stands apart from everything else on this incident."),
        "toll_elsewhere": Code("warn", "The toll stands apart from everything else on this incident."),
    },
    run=_run,
)
