"""Speaker: whoever is said to speak, threaten or warn stands where the words say who does."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.document import Document
from summarizer.lexicons import pattern, phrases_pattern, words
from summarizer.schemas.brief import Actor, Quote, Quotes, Statement, ThirdPartyWarning, Threat
from summarizer.verification.checks.check import Check, Code, Found
from summarizer.verification.clauses import (
    Mention,
    Span,
    is_named,
    mentions,
    quotation_around,
    related,
    sentence_span,
    sentences_around,
    telling_words,
    words_after,
    words_before,
)
from summarizer.verification.items import Items

Spoken = Statement | Threat | ThirdPartyWarning

SUBJECTLESS = frozenset({"no_claim", "unverified", "no_comment", "posture"})
"""Kinds of statement whose cue need not have the speaker as its subject."""
REACH_BACK = 3
"""Sentences before a pronoun in which its actor may stand."""


def _run(item: Spoken, items: Items) -> Iterator[Found]:
    if items.document.language != "en":
        return
    speaker = items.actors.get(item.issuer if isinstance(item, Threat) else item.speaker or 0)
    anchor = next(iter((*item.cue, *item.content)), None)
    if speaker is None or anchor is None:
        return
    given = item.issuer_words if isinstance(item, Threat) else item.speaker_words
    other = _other_in_speaking_place(item, speaker, items)
    if other is not None:
        yield Found("other_speaker", "", (other, anchor))
    elif given:
        yield from _by_description(given, anchor, speaker, items)
    else:
        yield from _by_name(anchor, speaker, items)


# --- is the name within reach? ------------------------------------------------------------------------


def _by_name(anchor: Quote, speaker: Actor, items: Items) -> Iterator[Found]:
    document = items.document
    if _named_in(speaker, _frame(anchor, document), items):
        return
    near = _named_in(speaker, sentences_around(document, anchor, 1, 1), items)
    yield Found("speaker_nearby" if near else "speaker_not_shown", "speaker", (anchor,))


def _frame(anchor: Quote, document: Document) -> Span:
    """The anchor's sentence; around a quotation, also the sentences that it runs over and those beside it."""
    quotation = quotation_around(document, anchor)
    if quotation is None:
        return sentence_span(document, anchor)
    return sentences_around(document, document.quote(*quotation), 1, 1)


def _named_in(actor: Actor, span: Span, items: Items) -> bool:
    """The actor, or one whom it belongs to or speaks for, is named there."""
    text = items.document.text[span[0] : span[1]]
    if is_named(actor, text):
        return True
    kin = (other for other in items.actors.values() if other.id != actor.id and related(items, actor.id, other.id))
    return any(is_named(other, text) for other in kin)


# --- pronouns and descriptions --------------------------------------------------------------------------


def _by_description(given: Quotes, anchor: Quote, speaker: Actor, items: Items) -> Iterator[Found]:
    document = items.document
    start, end = _frame(anchor, document)
    here = [quote for quote in given if start <= quote.start < end]
    if not here:
        yield from _by_name(anchor, speaker, items)
    elif not any(is_named(speaker, quote.text) or _leads_to(quote, speaker, items) for quote in here):
        yield Found("pronoun_unresolved", "speaker_words", given)


def _leads_to(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the nearest actor before that the words may stand for, or the first of a sentence, is the speaker."""
    may_mean = _kinds_meant(quote.text)
    start, _ = sentences_around(items.document, quote, REACH_BACK, 0)
    before = [
        mention
        for mention in mentions(items, (start, quote.start))
        if mention.end <= quote.start and (may_mean is None or items.actors[mention.actor].kind in may_mean)
    ]
    if not before:
        return may_mean is None or speaker.kind in may_mean
    sentences = {items.document.sentence_at(mention.start): mention for mention in reversed(before)}
    subject = sentences[max(sentences)]
    return any(related(items, mention.actor, speaker.id) for mention in (before[-1], subject))


BODIES = frozenset({"armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet"})
PERSONS = frozenset({"person", "official"})
MEANT: dict[str, frozenset[str]] = {
    "he": PERSONS,
    "singular_persons": PERSONS,
    "groups": frozenset({"armed_group", "organisation", "people"}),
    "forces": frozenset({"armed_forces", "state", "public_body"}),
    "bodies": frozenset({"state", "public_body", "organisation", "outlet", "monitor", "armed_forces"}),
    "it": BODIES | {"official"},
    "they": BODIES - {"state"} | {"people", "official"},
}
"""Tables of pronouns and descriptions, and the kinds of actor that each may stand for; others may be anybody."""


def _kinds_meant(text: str) -> frozenset[str] | None:
    folded = " ".join(text.lower().split())
    for standing in (folded, folded.split(" ")[0]):
        for table, kinds in MEANT.items():
            if standing in words("titles", table):
                return kinds
    return None


# --- who stands in the speaking place? --------------------------------------------------------------------


def _other_in_speaking_place(item: Spoken, speaker: Actor, items: Items) -> Quote | None:
    """The name of another actor who, by the order of words, is the one that says it."""
    if isinstance(item, Statement) and item.kind in SUBJECTLESS:
        return None
    for cue in item.cue:
        place = speaking_place(cue, items)
        if place and not _is_speaker(place, cue, speaker, item, items):
            return items.document.quote(place[0].start, place[0].end)
    return None


def _is_speaker(place: list[Mention], cue: Quote, speaker: Actor, item: Spoken, items: Items) -> bool:
    allowed = {speaker.id, *(item.on_behalf_of if isinstance(item, Threat) else ())}
    if any(related(items, mention.actor, number) for mention in place for number in allowed):
        return True
    standing = items.document.text[place[0].start : place[0].end]
    return is_named(speaker, standing) or _same_phrase(place[0], cue, speaker, items)


def _same_phrase(place: Mention, cue: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the speaker stands in one phrase with the name: "a spokesman for", "the leader of", "X and"."""
    start, end = sentence_span(items.document, cue)
    text = items.document.text
    if any(mention.actor == speaker.id and mention.end > place.end for mention in mentions(items, (place.end, end))):
        tail = text[place.end : end]
        if place.start > cue.end and _JOINED_AFTER.match(tail):
            return True
    before = text[max(start, cue.end if place.start >= cue.end else start) : place.start]
    found = [match.end() for word in telling_words(speaker) for match in re.finditer(re.escape(word), before)]
    return bool(found) and not _separates(before[max(found) :])


_JOINED_AFTER = re.compile(r"\s*(?:,|and|of|from|for|at|in)\b", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    helping = words("negation", "auxiliaries")
    speaking = tuple(word for word in words("cues", "attributing") if word != "according to")
    return phrases_pattern((*helping, *speaking, "that", "who", "which"))


def _separates(between: str) -> bool:
    """Whether a verb or a clause's edge stands between two names, so that they are not one phrase."""
    return _verbs().search(between) is not None or re.search(r"[;:“”\"—]", between) is not None


def speaking_place(cue: Quote, items: Items) -> list[Mention]:
    """The actors who stand where the one who speaks stands: before the verb, after "by", "said" or "according to".

    Empty where the order of words does not show it.
    """
    verb = _cue_verb(cue.text)
    if verb is None:
        return []
    document = items.document
    before, after = words_before(document, cue) + cue.text[: verb.start()], words_after(document, cue)
    at = cue.start + verb.start()
    if verb.group().lower() == "according to" or (_INVERTED.search(before) and verb.end() == len(cue.text)):
        return _standing(items, cue.end, _OPENING.match(after))
    helping = _HELPING.search(before)
    if helping and _BEING.search(helping.group()):
        by = _BY.match(after)
        return _standing(items, cue.end, by) if by else []
    end = at - len(helping.group()) if helping else at
    return [mention for mention in mentions(items, (max(0, end - 120), at)) if mention.end == end]


def _standing(items: Items, offset: int, opening: re.Match[str] | None) -> list[Mention]:
    at = offset + (opening.end() if opening else 0)
    return [
        mention for mention in mentions(items, (at, min(at + 120, len(items.document.text)))) if mention.start == at
    ]


def _cue_verb(cue: str) -> re.Match[str] | None:
    return pattern("cues", "speaking_verbs").search(cue)


_INVERTED = re.compile(r"[,”\"’]\s*$")
_OPENING = re.compile(r"\s+(?:(?:the|an?|some|several)\s+)?", re.IGNORECASE)
_HELPING = re.compile(
    r"(?:\s+(?:has|have|had|was|were|is|are|been|being|also|later|then|yesterday|\w+ly|would|will))*\s*$"
)
_BEING = re.compile(r"\b(?:was|were|is|are|been|being)\b")
_BY = re.compile(r"(?:\s+\w+day)?\s+by\s+(?:(?:the|an?)\s+)?", re.IGNORECASE)


SPEAKER = Check(
    name="speaker",
    reason="A statement belongs to whoever the article puts beside its words, not to whoever is near.",
    applies_to=("statement", "threat", "warning"),
    codes={
        "other_speaker": Code("reject", "The article puts another actor in the place of the one who says this."),
        "speaker_nearby": Code("warn", "The speaker is not named in this sentence, only in one beside it."),
        "speaker_not_shown": Code("warn", "The speaker is not named near these words."),
        "pronoun_unresolved": Code("warn", "The words for the speaker may stand for another actor who is nearer."),
    },
    run=_run,
)
