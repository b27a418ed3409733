"""A count that is told twice of one incident, as a headline and the text tell it, is one count with both quotations."""

from collections.abc import Iterator

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.numbers import parse_count
from summarizer.english.sought import is_in_title, joined
from summarizer.lexicons import word_set
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Casualty, Incident

_BEFORE = 2
"""Words before a count within which one stands that sets it apart: "another three", "a further group of three"."""

_ANYBODY = frozenset({"people", "persons"})
"""Nouns that say nothing of who they are."""


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    for told in _told_as_one(incident.casualties, items.document):
        for again in told[1:]:
            position = incident.casualties.index(again)
            yield Found("count_told_again", f"casualties.{position}", again.count)


def each_once(incident: Incident, items: Items) -> tuple[Casualty, ...]:
    """The counts of an incident, those that are told twice with the words of both.

    Args:
        incident: of an article in English.
        items: all of that article, in plain characters.
    """
    return tuple(_joined(told) for told in _told_as_one(incident.casualties, items.document))


def _joined(told: list[Casualty]) -> Casualty:
    """The first of them, with the quotations of the others behind its own."""
    count = tuple(quote for each in told for quote in each.count)
    cue = tuple(quote for each in told for quote in each.cue)
    return told[0].model_copy(update={"count": count, "cue": cue})


def _told_as_one(counts: tuple[Casualty, ...], document: Document) -> list[list[Casualty]]:
    """The counts in their order, each with those that tell it again; of these, the one that says most stands first."""
    groups: list[list[Casualty]] = []
    for count in counts:
        group = next((told for told in groups if all(_is_same(count, each, document) for each in told)), None)
        if group is None:
            groups.append([count])
        else:
            group.append(count)
    return [sorted(told, key=lambda each: (each.source is None, not each.whom)) for told in groups]


def _is_same(one: Casualty, other: Casualty, document: Document) -> bool:
    number = parse_count(joined(one.count, " "))
    agree = number is not None and (one.outcome, number) == (other.outcome, parse_count(joined(other.count, " ")))
    return agree and _may_be_one(one, other, document)


def _may_be_one(one: Casualty, other: Casualty, document: Document) -> bool:
    """Whether two equal counts may be of the same people: told apart, by one source, and not one beside the other."""
    together = {*_sentences(one, document)} & {*_sentences(other, document)}
    nouns = {each.whom[-1].text.split()[-1].lower() for each in (one, other) if each.whom} - _ANYBODY
    sources = {each.source for each in (one, other) if each.source is not None or not is_in_title(each.count, document)}
    added = any(_is_added(quote, document) for quote in (*one.count, *other.count))
    return not together and len(nouns) < 2 and len(sources) < 2 and not added


def _sentences(count: Casualty, document: Document) -> tuple[int, ...]:
    return sentences_of(count.count, document)


def _is_added(quote: Quote, document: Document) -> bool:
    """Whether words set the count apart from one told before: "another three", "three more"."""
    sentence = document.sentences[quote.sentence - 1]
    before = document.text[sentence.start : quote.start].lower().split()[-_BEFORE:]
    behind = document.text[quote.end : sentence.end].lower().split()[:1]
    return not word_set("roles", "another", "adding").isdisjoint((*before, *quote.text.lower().split(), *behind))


TOLD_AGAIN = Check(
    name="told_again",
    reason="A count that a headline and the text tell is one count, not two.",
    applies_to=("incident",),
    codes={
        "count_told_again": Code("note", "This count is told twice; it was given once, with both quotations."),
    },
    run=_run,
)
