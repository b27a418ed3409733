"""One event per incident: its times, places and tolls stand where the event is told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.passages import clause, leans
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident

_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTHS})[a-z]*|(?P<month2>{_MONTHS})[a-z]*\.?\s+(?P<day2>\d{{1,2}}))\b(?!:)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SPAN = re.compile(
    r"\b(?:and|to|from|between|until|through|since|over|either|or|into|night of|overnight|late|early)\b|[-–—/]",
    re.IGNORECASE,
)
_STARTS_WITH_DAY = re.compile(r"(?:late |early |on )*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ON = r"(?:(?:late|early|later|earlier|on)\s+)*"
_SAID = re.compile(rf"\s+{_ON}")
_SAID_TO = re.compile(rf"\s+(?:(?!that\b)[\w’'-]+\s+){{0,4}}?{_ON}")
TAKES_HEARER = ("told", "telephoned", "wrote", "a statement", "a letter")
"""Words of saying that may be followed by whom they were said to, before the day."""
SUMMED_UP = 2
"""Incidents up to which a statement is about each of them rather than about a whole series."""
OPENING = 2
"""Sentences that open an article: its title and first line, or dateline."""
BESIDE = 8
"""Words between an act and a day that still dates it."""
_OTHER_ACT = re.compile(
    rf"{pattern('modality', 'reporting').pattern}|\b(?:say|withdrew|arrested|found|and|who)\b", re.IGNORECASE
)


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


def _dates(quotes: Iterable[Quote]) -> tuple[frozenset[str], frozenset[str]]:
    """The weekdays and the dates (day and month) in some words."""
    text = " ".join(quote.text for quote in quotes)
    dates = {
        f"{match['day'] or match['day2']} {(match['month'] or match['month2']).lower()}"
        for match in _DATE.finditer(text)
    }
    return frozenset(match.group().lower() for match in _DAY.finditer(text)), frozenset(dates)


def _two_times(incident: Incident, document: Document) -> Iterator[Found]:
    days, dates = _dates(incident.time)
    spread = incident.aggregate or any(_SPAN.search(quote.text) for quote in incident.time)
    years = {year for quote in incident.time for year in _YEAR.findall(quote.text)}
    if any(len(given) > 1 for given in (days, dates, years)) and not spread:
        yield Found("two_times", "time", incident.time)
        return
    for words in incident.words:
        own_days, own_dates = _dates(_days_beside(words, document))
        if (days and own_days and not days & own_days) or (dates and own_dates and not dates & own_dates):
            yield Found("two_times", "time", (*incident.time, words))
            return


def _days_beside(words: Quote, document: Document) -> Iterator[Quote]:
    """Days and dates that stand close to the words for the act, with no word of saying or of another act between."""
    begin, end = clause(words, document)
    for pattern_ in (_DAY, _DATE):
        for match in pattern_.finditer(document.text, begin, end):
            between = document.text[min(match.end(), words.end) : max(match.start(), words.start)]
            if (
                len(between.split()) <= BESIDE
                and not _OTHER_ACT.search(between)
                and not said_on(match.start(), document)
            ):
                yield document.quote(*match.span())


def _time_of_report(incident: Incident, document: Document) -> Iterator[Found]:
    """A day that the sentence gives to the saying, or the day of publication, dates no act."""
    dateline = document.dateline.date if document.dateline else None
    for quote in incident.time:
        published = dateline is not None and dateline.holds(quote)
        if published or _day_of_saying(quote, document):
            yield Found("time_of_report", "time", (quote,))


def _day_of_saying(quote: Quote, document: Document) -> bool:
    return _STARTS_WITH_DAY.match(quote.text) is not None and said_on(quote.start, document)


def said_on(start: int, document: Document) -> bool:
    """Whether a day at this place is the day of the saying: "said on Monday", "told reporters late on Monday"."""
    sentence = document.sentences[document.sentence_at(start) - 1]
    said = list(pattern("modality", "reporting").finditer(document.text, sentence.start, start))
    if not said:
        return False
    reach = _SAID_TO if said[-1].group().lower() in TAKES_HEARER else _SAID
    return reach.fullmatch(document.text, said[-1].end(), start) is not None


# --- places in the article --------------------------------------------------------------------------


def _elsewhere(incident: Incident, items: Items) -> Iterator[Found]:
    """Values from a sentence that nothing else of this incident stands in or beside."""
    document = items.document
    for field, code, quotes in _movable(incident):
        numbers = sentences_of(quotes, document)
        home = _home(incident, items, field)
        if not numbers or not home:
            continue
        apart = min(abs(number - other) for number in numbers for other in home)
        elsewhere = all(_words_of_others(number, incident, items) for number in numbers)
        opening = field == "place" and numbers[-1] <= OPENING and not elsewhere
        far = apart > 1 and not _named_at_home(quotes, home, document) and not opening
        beside = elsewhere or (field == "time" and not any(_tells_on(number, document) for number in numbers))
        another = apart == 1 and beside and not _first(numbers)
        # A time at the head of a sentence goes for all that it tells; other values have their own clause.
        if far or another or (field != "time" and _in_another_s_clause(quotes, incident, items)):
            yield Found(code, field, quotes)


def _tells_on(number: int, document: Document) -> bool:
    """Whether a sentence goes on telling of violence, or leans on the one before it."""
    return has_signs(document, number) or leans(number, document)


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

    Targets show nothing for each other, nor do tolls: two of another event would.
    """
    own = field.split(".")[0]
    others = [quote for path, quote in items.quotes(incident) if not (path == own or path.startswith(f"{own}."))]
    told = (statement for statement in items.statements_on(incident.id) if len(statement.about) <= SUMMED_UP)
    said = [quote for statement in told for quote in (*statement.cue, *statement.content)]
    return set(sentences_of((*others, *said), items.document))


def _words_of_others(sentence: int, but: Incident, items: Items) -> list[Quote]:
    """The words for other incidents in a sentence."""
    here = items.worked_out(_words_by_sentence).get(sentence, ())
    return [quote for incident, quote in here if incident != but.id]


def _words_by_sentence(items: Items) -> dict[int, list[tuple[int, Quote]]]:
    found: dict[int, list[tuple[int, Quote]]] = defaultdict(list)
    for incident in items.incidents.values():
        for quote in incident.words:
            for number in sentences_of((quote,), items.document):
                found[number].append((incident.id, quote))
    return found


def _in_another_s_clause(quotes: Quotes, incident: Incident, items: Items) -> bool:
    """Whether words stand in the clause of another incident, and not in that of this one in the same sentence."""
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


def _named_at_home(quotes: Quotes, home: set[int], document: Document) -> bool:
    return all(
        any(re.search(rf"(?<!\w){re.escape(quote.text)}(?!\w)", document.words(number)) for number in home)
        for quote in quotes
    )


def _first(numbers: tuple[int, ...]) -> bool:
    """Whether the sentence opens the article: titles and first lines tell of everything."""
    return numbers[0] <= OPENING


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
