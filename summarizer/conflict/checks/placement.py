"""Whether a statement's parts belong together: its words of saying, what is said, and the incidents that it is about."""

import re
from collections.abc import Iterable, Iterator

from summarizer.conflict.checks.cue_words import targets_of
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.links import one_side, told_beside, told_in
from summarizer.conflict.checks.unity import SUMMED_UP
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import quotation_around
from summarizer.english.sought import joined
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Incident, Statement, ThirdPartyWarning, Threat


@in_english
def _run(item: Statement | Threat | ThirdPartyWarning, items: Items) -> Iterator[Found]:
    yield from _unrelated(item, items)
    if isinstance(item, declared.Statement):
        yield from _words_of_another(item, items)
        if len(item.about) <= SUMMED_UP and not item.supersedes:
            yield from _another_event(item, items)


# --- another's words --------------------------------------------------------------------------------------


def _words_of_another(statement: Statement, items: Items) -> Iterator[Found]:
    """What is said, or the saying, stands apart from the rest, where somebody else says something."""
    for name, others in (("content", statement.cue), ("cue", statement.content)):
        home = set(sentences_of((*others, *statement.speaker_words), items.document))
        borrowed = tuple(
            quote
            for quote in getattr(statement, name)
            if home and quote.sentence not in home and _belongs_to_another(quote, statement, items)
        )
        if borrowed:
            yield Found(f"{name}_of_another", name, borrowed)


def _belongs_to_another(quote: Quote, statement: Statement, items: Items) -> bool:
    """Whether another speaker says these words, or something in their sentence where this one says nothing."""
    said = {
        other.speaker
        for other in items.statements.values()
        for content in other.content
        if content.start <= quote.start < content.end
    }
    there = [other.speaker for other in items.said_in(quote.sentence) if other.id != statement.id]
    if said - {statement.speaker}:
        return True
    return bool(there) and not any(one_side(items, statement.speaker, other) for other in there)


# --- nothing to do with it ----------------------------------------------------------------------------------


def _unrelated(item: Statement | Threat | ThirdPartyWarning, items: Items) -> Iterator[Found]:
    """All that is said stands in sentences of their own that tell nothing of the saying, the act or any act."""
    document = items.document
    words = item.issuer_words if isinstance(item, declared.Threat) else item.speaker_words
    home = set(sentences_of((*item.cue, *words), document))
    if isinstance(item, declared.Statement):
        home |= {number for link in item.about for number in _told(link.incident, items)}
    if not (item.content and item.cue):
        return
    if all(
        quote.sentence not in home
        and not has_signs(document, quote.sentence)
        and not _runs_on(quote, sentences_of(item.cue, document), document)
        for quote in item.content
    ):
        yield Found("content_unrelated", "content", item.content)


def _told(number: int, items: Items) -> frozenset[int]:
    """The sentences that the quotations of an incident stand in."""
    incident = items.incidents.get(number)
    quotes = () if incident is None else (quote for _, quote in items.quotes(incident))
    return frozenset(sentences_of(quotes, items.document))


def _runs_on(quote: Quote, home: Iterable[int], document: Document) -> bool:
    """Whether the words stand in a quotation that the saying stands beside."""
    quotation = quotation_around(document, quote)
    if quotation is None:
        return False
    first, last = document.sentence_at(quotation[0]), document.sentence_at(quotation[1] - 1)
    return any(first - 1 <= number <= last + 1 for number in home)


# --- another event ------------------------------------------------------------------------------------------


def _another_event(statement: Statement, items: Items) -> Iterator[Found]:
    """The statement stands in or beside what is told of another incident, and apart from the one that it is linked to."""
    numbers = sentences_of((*statement.cue, *statement.content), items.document)
    linked = {link.incident for link in statement.about}
    known = linked | told_beside(statement, items)
    text = " ".join(map(items.document.words, numbers))
    if _SUMS_UP.search(text):
        return
    parts = _ends_paragraph(numbers, items.document)
    before = _told_near(numbers, 1, statement, items, signs=(-1,))
    told_here = {step: _told_near(numbers, step, statement, items) for step in (0, 1)}
    for position, link in enumerate(statement.about):
        if link.incident not in items.incidents:
            continue
        apart = next((step for step in (0, 1) if link.incident in told_here[step]), 2)
        tied = apart == 1 and link.incident not in before
        nearer = (told_here[0], before)[: apart + (tied and parts)]
        beside = told_here[0] | told_here[1] if apart > 1 else set()
        other = set().union(*nearer) - known or beside & linked
        if other and not _named_there(link.incident, text, items):
            yield Found("about_another_event", f"about.{position}", (*statement.cue, *statement.content)[:1])


def _ends_paragraph(numbers: tuple[int, ...], document: Document) -> bool:
    """Whether what follows these sentences stands in a paragraph of its own."""
    this, following = document.sentences[numbers[-1] - 1], document.sentences[numbers[-1] : numbers[-1] + 1]
    return any(one.paragraph != this.paragraph for one in following)


_SUMS_UP = re.compile(
    r"\b(?:both|either|neither|these|the|such|all)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+)?"
    r"(?:attacks|strikes|bombings|blasts|raids|explosions|shootings|killings|events|incidents|actions|assaults|abductions)\b"
    r"|\b(?:n?either)\s+(?:attack|strike|bombing|blast|raid|explosion|shooting|killing|event|incident|assault|abduction)\b"
    r"|\b(?:nothing|none\s+of\s+(?:this|it))\s+(?:below|above)\b",
    re.IGNORECASE,
)
"""What speaks of several acts at once."""


def _told_near(
    numbers: Iterable[int], step: int, but: Statement, items: Items, signs: tuple[int, ...] = (-1, 1)
) -> set[int]:
    """The incidents told, by their own words or a statement on them, exactly so many sentences away."""
    near = {number + sign * step for number in numbers for sign in signs}
    return set().union(*(told_in(number, but, items) for number in near))


def _named_there(number: int, text: str, items: Items) -> bool:
    """Whether a name in the incident's place or targets that no other incident has stands in the text."""
    incident = items.incidents[number]
    own = _names(incident).difference(*map(_names, items.others(incident)))
    return any(re.search(rf"(?<!\w)(?:{re.escape(name)}|the\s+{re.escape(name.lower())})(?!\w)", text) for name in own)


def _names(incident: Incident) -> set[str]:
    return set(_NAME.findall(joined((*incident.place, *targets_of(incident)))))


_NAME = re.compile(rf"(?<![\w.“\"]){CAPITAL}[\w’'-]{{2,}}(?<!\bThe)")


PLACEMENT = Check(
    name="placement",
    reason="What is said, who says it and what it is about stand together.",
    applies_to=("statement", "threat", "warning"),
    codes={
        "content_of_another": Code("warn", "Part of what is said stands where somebody else speaks."),
        "cue_of_another": Code("warn", "The words of saying stand where somebody else speaks."),
        "content_unrelated": Code("warn", "What is said stands apart, in a sentence that tells of no act."),
        "about_another_event": Code(
            "warn", "The sentence tells of another incident than the one that it is linked to."
        ),
    },
    run=_run,
)
