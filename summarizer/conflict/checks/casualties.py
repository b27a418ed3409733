"""Numbers of harm: value, qualifier, noun and outcome belong together."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.numbers import NumberAt, numbers_in, parse_count, qualifier_before
from summarizer.english.sought import found_in, joined
from summarizer.lexicons import Phrases, lexicon, pattern, phrases_pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Casualty, Incident
from summarizer.schemas.vocabulary import Outcome

__all__ = ["CASUALTIES", "outcomes_of"]

_PARTED = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
REACH = 5
"""Words between a number and the outcome that follows it: "four railway workers were killed"."""


@cache
def _outcome_words() -> dict[Outcome, tuple[str, ...]]:
    return {table["outcome"]: (entry,) for entry, table in lexicon("harm").items() if "outcome" in table}


def outcomes_of(words: str) -> frozenset[Outcome]:
    """The outcomes that some words tell of, by the word lists; empty where they hold none.

    A word that the end of a line parts ("kil-", "ling") counts as whole.
    """
    words = _PARTED.sub("", words)
    return frozenset(
        outcome for outcome, entries in _outcome_words().items() if pattern("harm", *entries).search(words)
    )


@cache
def _loose_words(outcome: Outcome) -> Phrases:
    """Words of an outcome that mean other things as well: they bear it out where they are given for it, and show it nowhere else."""
    (table,) = (table for table in lexicon("harm").values() if table.get("outcome") == outcome)
    return phrases_pattern(table.get("weak", ()))


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    document = items.document
    for position, casualty in enumerate(incident.casualties):
        for code, quotes in _found(casualty, incident, document):
            yield Found(code, f"casualties.{position}", quotes)


def _found(casualty: Casualty, incident: Incident, document: Document) -> Iterator[tuple[str, Quotes]]:
    if code := _apart(casualty, document):
        yield code, (*casualty.count, *casualty.whom, *casualty.cue)
    yield from _outcome(casualty, document)
    yield from _number(casualty, document)


def _apart(casualty: Casualty, document: Document) -> str:
    """How far count, noun and cue stand from each other."""
    numbers = sentences_of((*casualty.count, *casualty.whom, *casualty.cue), document)
    if not numbers or numbers[-1] == numbers[0] or _is_told_whole(casualty, numbers, document):
        return ""
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if max(steps) > 1 and not _in_title(numbers[0], document) and not _one_paragraph(numbers, document):
        return "parts_unrelated"
    return "" if _taken_up(casualty, document) or _left_bare(casualty, document) else "parts_apart"


def _is_told_whole(casualty: Casualty, numbers: tuple[int, ...], document: Document) -> bool:
    """Whether each sentence gives both number and outcome, as where a headline and the text tell one count."""
    return numbers == sentences_of(casualty.count, document) == sentences_of(casualty.cue, document)


def _taken_up(casualty: Casualty, document: Document) -> bool:
    """Whether those counted are named again where the outcome stands: "a young weaver … The weaver died"."""
    noun = casualty.whom[-1].text.split()[-1] if casualty.whom else ""
    again = re.compile(rf"\bthe\s+(?:\w+\s+)?{re.escape(noun)}\b", re.IGNORECASE)
    there = " ".join(map(document.words, sentences_of(casualty.cue, document)))
    return noun != "" and again.search(there) is not None


def _left_bare(casualty: Casualty, document: Document) -> bool:
    """Whether a count without a noun or an outcome of its own takes up what was said to be counted: "The clinic counts 70"."""
    if casualty.whom or not casualty.count:
        return False
    counted, shown = casualty.count[0], sentences_of(casualty.cue, document)
    bare = _BARE.match(document.text, casualty.count[-1].end) is not None
    follows = bool(shown) and shown[-1] < counted.sentence
    return bare and follows and not outcomes_of(document.words(counted.sentence))


_BARE = re.compile(r"\s*(?:[.;!?”\"]|,?\s*(?:and|but|while)\b|$)")
"""What follows a number that counts what was named before."""


def _in_title(number: int, document: Document) -> bool:
    return document.title is not None and document.title.sentence == number


def _one_paragraph(numbers: Iterable[int], document: Document) -> bool:
    return len({document.sentences[number - 1].paragraph for number in numbers}) == 1


# --- outcome --------------------------------------------------------------------------------------------


def _outcome(casualty: Casualty, document: Document) -> Iterator[tuple[str, Quotes]]:
    given, counted = joined(casualty.cue, " "), casualty.count or casualty.whom
    told = outcomes_of(given)
    open_words = pattern("harm", "unstated_outcome").search(given) is not None
    bound = next(
        filter(None, (_of_another_outcome(quote, casualty, document) for quote in casualty.count or counted[:1])), ()
    )
    here = outcomes_of(" ".join(map(document.words, sentences_of(counted, document))))
    if told and casualty.outcome not in told and not open_words:
        yield "outcome_contradicts", casualty.cue
    elif bound:
        yield "other_outcome", bound
    elif told or open_words or _loose_words(casualty.outcome).search(given):
        return
    elif here and casualty.outcome not in here:
        yield "other_outcome", counted
    elif not _outcome_near(casualty, document):
        yield "outcome_not_shown", counted


def _of_another_outcome(quote: Quote, casualty: Casualty, document: Document) -> Quotes:
    """A number with the word of outcome that goes with it, where that tells another."""
    bound = _bound_cue(quote, document)
    other = bound and casualty.outcome not in outcomes_of(bound.text) and not _came_after(bound, casualty)
    return (quote, bound) if bound and other else ()


def _outcome_near(casualty: Casualty, document: Document) -> bool:
    numbers = sentences_of((*casualty.count, *casualty.whom, *casualty.cue), document)
    near = {number + step for number in numbers for step in (-1, 0)} | {1}
    return any(casualty.outcome in outcomes_of(document.words(number)) for number in near if number >= 1)


def _came_after(bound: Quote, casualty: Casualty) -> bool:
    """Whether it is told what became of somebody after being taken: "was seized on the road and lay dead at dawn"."""
    if casualty.count or not outcomes_of(bound.text) <= BEFORE_ANOTHER:
        return False
    return any(cue.sentence == bound.sentence and cue.start > bound.end for cue in casualty.cue)


BEFORE_ANOTHER: frozenset[Outcome] = frozenset({"captured", "missing"})


def _bound_cue(quote: Quote, document: Document) -> Quote | None:
    """The word of outcome that surely goes with a number: directly before it, or close after it with no joint between.

    Words that hold no number ("the watchman") are taken as a whole.
    """
    number = _number_in(quote, document) or NumberAt(quote.start, quote.end, 0, vague=False)
    sentence = document.sentences[quote.sentence - 1]
    entries = [entry for found in _outcome_words().values() for entry in found]
    cues = found_in(pattern("harm", *entries), document, sentence.start, sentence.end)
    start = _with_qualifier(number.start, document)
    for cue in cues:
        if cue.end <= start and not document.text[cue.end : start].strip():
            return cue
    following = next((cue for cue in cues if cue.start >= number.end), None)
    if following is None:
        return None
    between = document.text[number.end : following.start]
    plain = not any(mark in between for mark in ',;:.—–"“”(') and not numbers_in(between)
    return following if plain and len(between.split()) <= REACH and " and " not in between else None


def _with_qualifier(start: int, document: Document) -> int:
    """Where the qualifier of a number at `start` begins, or `start` if it has none."""
    qualifier = qualifier_before(document.text, start)
    about = [m.span() for m in pattern("numbers", "about").finditer(document.text, max(0, start - 20), start)]
    if qualifier:
        return qualifier[0]
    return next((span[0] for span in about if not document.text[span[1] : start].strip()), start)


# --- the number itself ---------------------------------------------------------------------------------


def _number(casualty: Casualty, document: Document) -> Iterator[tuple[str, Quotes]]:
    words = joined(casualty.count, " ")
    for quote in casualty.count:
        number = _number_in(quote, document)
        if number is None:
            continue
        noun = _thing_after(number, document)
        if noun and not any(whom.start <= noun.start < whom.end for whom in casualty.whom):
            yield "other_noun", (quote, noun)
        elif (own := _own_number(casualty.whom, document)) and number.end <= own.start and own.value != number.value:
            yield "other_noun", (quote, document.quote(own.start, casualty.whom[0].end))
        qualifier = qualifier_before(document.text, number.start)
        if qualifier and qualifier[0] < quote.start and not any(_covers(part, qualifier) for part in casualty.count):
            yield "qualifier_left_out", (document.quote(qualifier[0], number.end),)
    if casualty.count and parse_count(words) is None:
        yield "no_number", casualty.count


def _own_number(whom: Quotes, document: Document) -> NumberAt | None:
    """The number in figures or words that stands directly before the noun counted."""
    if not whom:
        return None
    start = document.sentences[whom[0].sentence - 1].start
    found = [n for n in numbers_in(document.text[start : whom[0].start]) if not n.vague]
    if not found or document.text[start + found[-1].end : whom[0].start].strip():
        return None
    last = found[-1]
    return NumberAt(start + last.start, start + last.end, last.value, last.vague)


def _covers(quote: Quote, span: tuple[int, int]) -> bool:
    return quote.start <= span[0] and span[1] <= quote.end


def _number_in(quote: Quote, document: Document) -> NumberAt | None:
    """The first number of a quotation, at its place in the document."""
    sentence = document.sentences[quote.sentence - 1]
    for number in numbers_in(document.words(quote.sentence)):
        start, end = number.start + sentence.start, number.end + sentence.start
        if quote.start <= start < quote.end:
            return NumberAt(start, end, number.value, number.vague)
    return None


def _thing_after(number: NumberAt, document: Document) -> Quote | None:
    """A word that stands directly after the number and shows that it counts no people."""
    match = pattern("numbers", "units_of_things").match(document.text, _skip_space(document.text, number.end))
    if match is None or document.text[match.end() : match.end() + 1] == "-":
        return None
    followed = document.text[match.end() : match.end() + 40].split()
    return None if followed and followed[0].lower() in PEOPLE_AFTER_THINGS else document.quote(*match.span())


PEOPLE_AFTER_THINGS = frozenset(
    (
        "drivers",
        "driver",
        "passengers",
        "owners",
        "workers",
        "guards",
        "guard",
        "crew",
        "crews",
        "crewmen",
        "pilots",
        "staff",
        "bombers",
    )
)
"""Nouns that make people of a thing before them: "three lorry drivers"."""


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


CASUALTIES = Check(
    name="casualties",
    reason="A toll is wrong if its number, its noun or its outcome is another's.",
    applies_to=("incident",),
    codes={
        "parts_apart": Code("warn", "Count, noun and outcome stand in different sentences."),
        "parts_unrelated": Code(
            "reject", "Count, noun and outcome stand in sentences that have nothing to do with each other."
        ),
        "outcome_contradicts": Code("reject", "The words for the outcome say something else."),
        "other_outcome": Code("warn", "The number stands beside the words for another outcome."),
        "outcome_not_shown": Code("warn", "No word near shows this outcome."),
        "other_noun": Code("reject", "The number counts something else."),
        "qualifier_left_out": Code("warn", "The article bounds the number, and the item leaves the bound out."),
        "no_number": Code("note", "The words given as count are no number; none is derived."),
    },
    run=_run,
)
