"""Links: what ties an item to an actor, a source, a cause or another statement stands where the item is told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from summarizer.conflict.checks.descriptions import PERSONS
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.named import bare, names, related
from summarizer.conflict.statement_kinds import CONTRADICTS, RETRACTS, SILENT, UPHOLDS
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import words_after
from summarizer.english.grammar.negation import negation_of
from summarizer.english.passages import widened
from summarizer.english.sought import found_in, is_among, is_told_in
from summarizer.lexicons import Phrases, pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Actor, Incident, Statement


def _window(numbers: Iterable[int], document: Document) -> str:
    """The text of these sentences and of those beside them."""
    near = {number + step for number in numbers for step in (-1, 0, 1)}
    return " ".join(document.words(number) for number in sorted(near) if 1 <= number <= len(document.sentences))


def one_side(items: Items, one: int | None, other: int | None) -> bool:
    """Whether two speakers are one or belong together; the article itself, which is no actor, belongs to nobody."""
    return one == other or (one is not None and other is not None and related(items, one, other))


# --- statements -----------------------------------------------------------------------------------------


@in_english
def _statement(statement: Statement, items: Items) -> Iterator[Found]:
    yield from _replaced(statement, items)
    yield from _taken_back(statement, items.document)
    yield from _independence(statement, items)


def _replaced(statement: Statement, items: Items) -> Iterator[Found]:
    """Only one's own word, or one's own side's, can be replaced, and only by one that says that it is another."""
    for number in statement.supersedes:
        earlier = items.statements.get(number)
        if earlier is None:
            continue
        opposed = (
            statement.kind in CONTRADICTS and earlier.kind in UPHOLDS and not _two_people(statement, earlier, items)
        )
        shown = opposed or (statement.kind not in SILENT and _says_otherwise(statement, items.document))
        if not one_side(items, earlier.speaker, statement.speaker):
            yield Found("supersedes_another", "supersedes", statement.cue)
            return
        if statement.kind not in RETRACTS and not shown:
            yield Found("replacement_not_shown", "supersedes", statement.cue)
            return


def _two_people(one: Statement, other: Statement, items: Items) -> bool:
    """Whether two persons speak, each for himself, though of one camp."""
    speakers = {items.speaker(said.speaker) for said in (one, other)}
    return len(speakers) > 1 and all(speaker is None or speaker.kind in PERSONS for speaker in speakers)


def _says_otherwise(statement: Statement, document: Document) -> bool:
    """Whether words of time or of change show that it is said in place of something said before."""
    numbers = sentences_of((*statement.cue, *statement.content), document)
    return is_told_in(pattern("links", "replacing"), numbers, document)


def _taken_back(statement: Statement, document: Document) -> Iterator[Found]:
    """What stands between the saying and what is said, or right before the saying, may say that it is not said."""
    if statement.kind not in UPHOLDS or statement.hedge:
        return
    if struck_out := tuple(one for one in statement.content if _STRUCK_OUT.match(words_after(document, one))):
        yield Found("taken_back_between", "", struck_out)
        return
    for cue in statement.cue:
        before = document.text[max(0, cue.start - REACH) : cue.start]
        if (found := list(pattern("links", "not_yet").finditer(before))) and not before[found[-1].end() :].strip():
            yield Found("not_said_yet", "", (cue,))
            return
        for content in statement.content:
            between = document.text[cue.end : content.start] if 0 <= content.start - cue.end <= GAP else ""
            if pattern("links", "doubt").search(between) and not _ENDS.search(between):
                yield Found("taken_back_between", "", (cue, content))
                return


REACH, GAP = 30, 80
"""Characters looked at before a word of saying, and between it and what is said."""
_STRUCK_OUT = re.compile(
    r",?\s+(?:which\s+)?(?:was|were|has been|have been|had been)\s+(?:later\s+|since\s+|\w+ly\s+)*"
    r"(?:dropped|dismissed|withdrawn|thrown out|quashed|struck out|overturned|retracted|disproved)\b",
    re.IGNORECASE,
)
"""What stands behind a charge or a claim that was given up."""
_ENDS = re.compile(r"[.!?;”\"]\s")
"""An end of a sentence, clause or quotation, behind which something else is said."""


def _independence(statement: Statement, items: Items) -> Iterator[Found]:
    """How a source knows stands in or beside the sentence of its evidence; that it has a duty to, in more than its name."""
    document = items.document
    speaker = items.speaker(statement.speaker)
    for position, link in enumerate(statement.about):
        if not link.evidence:
            continue
        if link.relation == "independent":
            text = _window(sentences_of(link.evidence, document), document)
            known = _knows(link.evidence, document)
            if not known or (statement.speaker is None and not pattern("links", "own_check").search(text)):
                yield Found("independence_not_shown", f"about.{position}.evidence", link.evidence)
            elif not is_among(_SAYS_HOW, link.evidence):
                yield Found("knows_how_elsewhere", f"about.{position}.evidence", link.evidence)
            elif _of_another_event(link.incident, link.evidence, statement, items):
                yield Found("knows_of_another_event", f"about.{position}.evidence", link.evidence)
        elif link.relation == "authority" and speaker is not None and _by_name_alone(speaker, link.evidence):
            yield Found("authority_not_shown", f"about.{position}.evidence", link.evidence)


def _knows(evidence: Quotes, document: Document) -> bool:
    """Whether a word of seeing or finding out, not negated and said of the source, stands in the sentence of the evidence or next to it."""
    numbers = widened(sentences_of(evidence, document), document)
    spans = [(document.sentences[number - 1].start, document.sentences[number - 1].end) for number in numbers]
    words = chain.from_iterable(found_in(_knowing(), document, *span) for span in spans)
    return any(not _spoken_to(word, document) and negation_of(word.start, document) is None for word in words)


def _of_another_event(incident: int, evidence: Quotes, but: Statement, items: Items) -> bool:
    """Whether the sentences of the evidence tell of other incidents, and not of this one."""
    numbers = sentences_of(evidence, items.document)
    incidents = set().union(*(told_in(number, but, items) for number in numbers))
    return bool(incidents - told_beside(but, items)) and incident not in incidents


def told_in(number: int, but: Statement, items: Items) -> set[int]:
    """The incidents that a sentence tells of, by more than their place or time, or on which somebody says something there."""
    told = {incident for incident, by in items.told_in.get(number, ()) if by not in (None, but.id)}
    return told | items.worked_out(_acts).get(number, set())


def _acts(items: Items) -> dict[int, set[int]]:
    """By sentence, the incidents whose act, target, weapon or toll stands there."""
    found: dict[int, set[int]] = defaultdict(set)
    for number, incident in items.incidents.items():
        for sentence in sentences_of(
            (quote for field, quote in items.quotes(incident) if not field.startswith(_WHERE)), items.document
        ):
            found[sentence].add(number)
    return found


_WHERE = ("place", "time")


def told_beside(statement: Statement, items: Items) -> set[int]:
    """The incidents of which the same speaker, if somebody speaks, says something else in the same sentences."""
    numbers = set(sentences_of((*statement.cue, *statement.content), items.document))
    several = is_told_in(_SEVERAL, numbers, items.document)
    others = (other for number in numbers for other in items.said_in(number) if other.speaker is not None)
    same = (other for other in others if other.speaker == statement.speaker and other.id != statement.id)
    words = statement.cue, statement.content
    return {link.incident for other in same if several or (other.cue, other.content) != words for link in other.about}


_SEVERAL = re.compile(r"\b(?:and|both|either|nor)\b", re.IGNORECASE)
"""With these, the same words may be said of more than one."""


def _spoken_to(word: Quote, document: Document) -> bool:
    return _SPOKEN_TO.search(document.text, max(0, word.start - GAP), word.start) is not None


@cache
def _knowing() -> Phrases:
    return pattern("links", "knows_how")


_SAYS_HOW = pattern("links", "knows_how", "own_check")
_SPOKEN_TO = re.compile(r"\b(?:to|told|tells|before|in)\s+(?:the|an?|his|her|its|their)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
"""What stands before a court or a reporter that is told something, and found out nothing."""
NO_AUTHORITY = frozenset({"armed_group", "people"})
"""Kinds of actor whose word is that of a party, or of nobody in office."""


def _by_name_alone(speaker: Actor, evidence: Quotes) -> bool:
    """Whether the evidence is the name, and the name is not that of a civil body."""
    called = names(speaker)
    if speaker.kind in NO_AUTHORITY:
        return True
    if any(bare(quote.text) not in called for quote in evidence):
        return False
    armed = (q for q in evidence if pattern("links", "military").search(q.text) and not _CIVIL.search(q.text))
    return speaker.kind not in ("public_body", "official", "monitor") or any(armed)


_CIVIL = re.compile(r"\b(?:police|fire|gendarm\w+|rescue|ambulance|coast\s?guard)\b", re.IGNORECASE)
"""Words that make a brigade or a command a civil one."""


# --- incidents ------------------------------------------------------------------------------------------


@in_english
def _incident(incident: Incident, items: Items) -> Iterator[Found]:
    if incident.trigger and not _has_cause((*incident.trigger, *incident.words), items.document):
        yield Found("no_cause_words", "trigger", incident.trigger)


def _has_cause(told: Quotes, document: Document) -> bool:
    return is_told_in(pattern("links", "cause"), sentences_of(told, document), document)


STATEMENT_LINKS = Check(
    name="statement_links",
    reason="How a source knows, and whose word a statement replaces, stand where it is told.",
    applies_to=("statement",),
    codes={
        "not_said_yet": Code("reject", "The words before it say that it is not said yet, or will not be."),
        "taken_back_between": Code(
            "reject", "The words between the saying and what is said take it back or leave it open."
        ),
        "supersedes_another": Code("reject", "It is said to replace another speaker's word; only one's own can be."),
        "replacement_not_shown": Code("warn", "Nothing shows that it is said in place of what was said before."),
        "authority_not_shown": Code("warn", "The name alone does not show an authority that is no party."),
        "knows_how_elsewhere": Code("warn", "The words given do not say how the source knows."),
        "knows_of_another_event": Code("warn", "The words for how the source knows are told of another incident."),
        "independence_not_shown": Code("reject", "Nothing near these words says how the source knows."),
    },
    run=_statement,
)
INCIDENT_LINKS = Check(
    name="incident_links",
    reason="A cause needs words of cause.",
    applies_to=("incident",),
    codes={
        "no_cause_words": Code("warn", "No words of cause stand in the sentence of what it is said to answer."),
    },
    run=_incident,
)
