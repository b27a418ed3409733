"""Speaker: whoever is said to speak, threaten or warn stands where the words say who does."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from summarizer.conflict.checks.descriptions import ANYBODY, PERSONS, kinds_meant
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.issued import issues
from summarizer.conflict.checks.places import (
    HELPED,
    PHRASE,
    document_before,
    is_labelled,
    likened,
    named_near,
    places_of_speaker,
    pronoun_before,
    pronoun_place,
    saying_verb,
    sentence_of,
    speaking_place,
    spoken_to_or_of,
    subject_before,
    within_longer_name,
)
from summarizer.conflict.checks.taken_up import is_called, nouns_of, taken_up, told_at
from summarizer.conflict.items import Items
from summarizer.conflict.named import (
    Naming,
    bare,
    is_named,
    is_shown_by,
    mentions,
    named_at,
    names,
    related,
    telling_words,
)
from summarizer.conflict.statement_kinds import SUBJECTLESS
from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import Span, quotation_around, sentence_span, sentences_around
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.tokens import within
from summarizer.english.passages import is_quoted
from summarizer.lexicons import Phrases, pattern, phrases_pattern, word_set, words
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Actor, Statement, ThirdPartyWarning, Threat

Spoken = Statement | Threat | ThirdPartyWarning

REACH_BACK = 3
"""Sentences before a pronoun in which its actor may stand."""


@in_english
def _run(item: Spoken, items: Items) -> Iterator[Found]:
    speaker = items.actors.get(item.issuer if isinstance(item, declared.Threat) else item.speaker or 0)
    anchor = next(iter((*item.cue, *item.content)), None)
    if speaker is None or anchor is None:
        return
    if any(_shares_the_verb(cue, item, speaker, items) for cue in item.cue):
        return
    given = item.issuer_words if isinstance(item, declared.Threat) else item.speaker_words
    other = _other_in_speaking_place(item, speaker, items)
    if other is not None:
        yield Found("other_speaker", "", (other, anchor))
        return
    if issues(speaker.id, anchor, items) or is_labelled(speaker, anchor, items):
        return
    if given:
        yield from _by_description(given, anchor, speaker, item, items)
    else:
        yield from _by_name(anchor, speaker, item, items)
    teller = _other_teller(item, speaker, items)
    if teller is not None:
        yield Found("perhaps_other_speaker", "speaker", (teller,))


# --- is the name within reach? ------------------------------------------------------------------------


def _by_name(anchor: Quote, speaker: Actor, item: Spoken, items: Items) -> Iterator[Found]:
    document = items.document
    pronoun = next((found for cue in item.cue if (found := pronoun_place(cue, document))), None)
    if pronoun is not None and _kind(item) not in SUBJECTLESS:
        if not _leads_to(pronoun, speaker, items):
            yield Found("pronoun_unresolved", "speaker_words", (pronoun,))
        return
    if any(_goes_on(cue, speaker, items) or _named_ahead(cue, speaker, item, items) for cue in item.cue):
        return
    shown = (cue for cue in item.cue or item.content if _is_told(speaker, items, sentence_span(document, cue)))
    anchor = next(shown, anchor)
    frame = _frame(anchor, items)
    heads = [actor for actor in _speaking_for(speaker, items) if _is_told(actor, items, frame)]
    if not heads:
        around = sentences_around(document, anchor, 1, 1)
        near = any(_is_told(actor, items, around) for actor in _speaking_for(speaker, items))
        yield Found("speaker_nearby" if near else "speaker_not_shown", "speaker", (anchor,))
    elif not any(_stands_as_speaker(actor, item, frame, items) for actor in heads):
        yield Found("speaker_out_of_place", "speaker", (anchor,))
    elif speaker not in heads:
        yield Found("kin_named", "speaker", (anchor,))


def _goes_on(cue: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the cue has a pronoun for its subject that leads to the speaker, though it opens with no verb of saying."""
    pronoun, written = pronoun_before(cue, items.document), document_before(cue, items.document)
    if written is not None and _wrote(speaker, written, items):
        return True
    return pronoun is not None and _leads_to(pronoun, speaker, items)


def _named_ahead(cue: Quote, speaker: Actor, item: Spoken, items: Items) -> bool:
    """Whether the cue has a description for its subject, and the one who alone is called so is named right after it."""
    text, (start, end) = items.document.text, sentences_around(items.document, cue, 0, AHEAD)
    described = _A_SUBJECT.search(text, start, cue.start) or _THROUGH.search(text, cue.start, cue.end + PHRASE)
    if described is None or not is_called(described.group(1), speaker, items):
        return False
    spans = [(described.end(), end), *((one.start, one.end) for one in _sentences(item, items))]
    return any(True for span in spans for _ in named_at(speaker, text, span))


def _sentences(item: Spoken, items: Items) -> Iterator[Sentence]:
    return (items.document.sentences[number - 1] for number in items.sentences(item))


AHEAD = 2
"""Sentences after a description in which the one described may be named for the first time."""
_A_SUBJECT = re.compile(
    rf"\b(an?\s+(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+)(?:\s+who\s[^,;:“”\"]*)?{HELPED}\s+\Z", re.IGNORECASE
)
_THROUGH = re.compile(r"\b(?:through|via|by)\s+((?:an?|its|their)\s+spokes\w+)", re.IGNORECASE)


def _is_told(actor: Actor, items: Items, span: Span) -> bool:
    return next(told_at(actor, items, span), None) is not None


def _shares_the_verb(cue: Quote, item: Spoken, speaker: Actor, items: Items) -> bool:
    """Whether the speaker is the second subject of one verb, right before what is said: "A says three, and B four"."""
    text, end = items.document.text, sentence_span(items.document, cue)[1]
    for place in named_at(speaker, text, (cue.end, end)):
        start = max(cue.end, place[0] - PHRASE)
        joined = _JOINED.search(text[start : place[1]])
        said = (quote for quote in item.content if place[1] < quote.end)
        if joined and start + joined.start("name") == place[0] and any(_says(place, quote, text) for quote in said):
            return True
    return False


def _says(place: Span, said: Quote, text: str) -> bool:
    """Whether what is said follows the name at once, and no verb stands there that would have the name for its subject."""
    return _THAT.fullmatch(text, place[1], said.start) is not None and not _verbs().match(text, said.start)


_THAT = re.compile(r"\s*(?:that\s+)?")
_JOINED = re.compile(
    r"(?:[,;]\s+(?:and|but|while)\s+(?:(?:the|an?)\s+)?|\band\s+(?=(?:another|others|a\s+second)\b))(?P<name>\w[^,;]*)\Z",
    re.IGNORECASE,
)


def _frame(anchor: Quote, items: Items) -> Span:
    """The anchor's sentence; around a quotation, the sentences that it runs over, and those beside it if these name nobody."""
    document = items.document
    quotation = quotation_around(document, anchor)
    if quotation is None:
        return sentence_span(document, anchor)
    whole = document.quote(*quotation)
    own = sentences_around(document, whole, 0, 0)
    outside = (mention for mention in mentions(items, own) if not quotation[0] <= mention.start < quotation[1])
    if any(not spoken_to_or_of((mention.start, mention.end), document) for mention in outside):
        return own
    return sentences_around(document, whole, 1, 1)


def _speaking_for(actor: Actor, items: Items) -> list[Actor]:
    """The actor and those who may be named in its place: its members; for one who is not a named person, also its body."""
    kin = [other for other in items.kin(actor.id) if _may_stand_for(other.id, actor.id, items)]
    if actor.identity == "named" and actor.kind in PERSONS:
        return [other for other in kin if other.id == actor.id]
    return kin


def _may_stand_for(one: int, other: int, items: Items) -> bool:
    """Whether they are one, tied to one another, or both to a third and not both persons: one man is not his colleague."""
    if not related(items, one, other):
        return False
    first, second = items.actors[one], items.actors[other]
    direct = one == other or any(link.actor == other for link in first.affiliations)
    direct = direct or any(link.actor == one for link in second.affiliations)
    return direct or not (first.kind in PERSONS and second.kind in PERSONS)


def _stands_as_speaker(actor: Actor, item: Spoken, frame: Span, items: Items) -> bool:
    barred = tuple(_barred(item, items.document))
    for cue in item.cue or (None,):
        if next(places_of_speaker(actor, cue, frame, barred, items), None) is not None:
            return True
    return False


def _barred(item: Spoken, document: Document) -> Iterator[Span]:
    """What is said: the content, from the cue on where the cue stands in it, and the quotation around it."""
    for quote in item.content:
        within = [cue.end for cue in item.cue if quote.start <= cue.start < quote.end]
        yield (max(within) if within else quote.start), quote.end
        quotation = quotation_around(document, quote)
        if (
            quotation is not None
            and not within
            and not any(quotation[0] <= cue.start < quotation[1] for cue in item.cue)
        ):
            yield quotation


def _kind(item: Spoken) -> str:
    return item.kind if isinstance(item, declared.Statement) else ""


# --- pronouns and descriptions --------------------------------------------------------------------------


def _by_description(given: Quotes, anchor: Quote, speaker: Actor, item: Spoken, items: Items) -> Iterator[Found]:
    start, end = _frame(anchor, items)
    here = tuple(quote for quote in given if start <= quote.start < end)
    if any(_OF_ONESELF.fullmatch(quote.text) for quote in here) and _may_be_we(here, speaker, items):
        return
    if not here:
        yield from _by_name(anchor, speaker, item, items)
    elif not any(_stand_for(quote, speaker, items) for quote in here) and not _speaks_by_name(
        here, speaker, item, items
    ):
        yield Found("pronoun_unresolved", "speaker_words", given)


def _may_be_we(here: Quotes, speaker: Actor, items: Items) -> bool:
    """Whether a speaker who says "we" is named near, or puts the article out, in which "we" stands outside of quotation marks."""
    if named_near(speaker.id, here, items, before=REACH_BACK):
        return True
    head = items.document.sentences[0]
    told = _is_told(speaker, items, (head.start, head.end))
    return told and speaker.kind in PUTS_OUT and not any(is_quoted(quote, items.document) for quote in here)


PUTS_OUT = frozenset({"outlet", "monitor", "organisation", "public_body"})
"""Kinds of actor that put out what an article says in the first person."""


def _stand_for(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether words for a speaker name it, take up a description of it, or are a pronoun or a document that leads to it."""
    if _tells(quote, speaker) or is_called(quote.text, speaker, items) or _wrote(speaker, quote, items):
        return True
    by_itself = not _tells_another(quote, speaker, items) and _leads_to(quote, speaker, items)
    return by_itself or _hangs_on(quote, speaker, items)


def _hangs_on(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the speaker's name hangs on the words: "the members | of the new Tarn Command"."""
    parsed = parse(items.document, items.document.sentences[quote.sentence - 1])
    heads = within(parsed.tokens, quote.start, quote.end)
    hung = chain.from_iterable(phrase.hangs for phrase in parsed.phrases if phrase.head in heads)
    places = (parsed.place(each) for each in hung if each.preposition in ("of", "from", "for"))
    return any(_is_told(speaker, items, place) for place in places)


def _speaks_by_name(given: Quotes, speaker: Actor, item: Spoken, items: Items) -> bool:
    """Whether, right after what somebody only described says, the speaker by name says the rest: "said Father Odo"."""
    if any(_tells_another(quote, speaker, items) for quote in given):
        return False
    following = given[-1].sentence + 1
    return any(
        at.actor == speaker.id for cue in item.cue if cue.sentence == following for at in speaking_place(cue, items)
    )


_OF_ONESELF = re.compile(r"we|us|our|i|my|me", re.IGNORECASE)


def _tells(quote: Quote, speaker: Actor) -> bool:
    """Whether the words name the speaker or end in its name's last word; "the group" names nobody that is not so called."""
    if bare(quote.text) in names(speaker):
        return True
    if kinds_meant(quote.text) is not None:
        return False
    head = quote.text.split()[-1].lower()
    return is_named(speaker, quote.text) or any(head == name.split()[-1].lower() for name in names(speaker))


def _tells_another(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the words are the name of another actor, or take up the description of one who has no name."""
    if kinds_meant(quote.text) is not None:
        return False
    others = (other for other in items.actors.values() if not related(items, other.id, speaker.id))
    return any(
        bare(quote.text) in names(other) or (other.identity != "named" and is_named(other, quote.text))
        for other in others
    )


def _wrote(speaker: Actor, quote: Quote, items: Items) -> bool:
    """Whether the words are "the letter" or the like, and the speaker stands beside it where it last stood: it speaks for its author."""
    document, head = items.document, quote.text.split()[-1].lower()
    if head not in word_set("links", "documents"):
        return False
    told = re.compile(rf"(?<!\w){re.escape(head)}(?!\w)", re.IGNORECASE)
    places = [found.span() for found in told.finditer(document.text, 0, quote.start)]
    near = [place for place in places if document.sentence_at(place[0]) >= quote.sentence - REACH_BACK]
    return any(_is_by(place, speaker, items) for place in near or places[-1:])


def _is_by(place: Span, speaker: Actor, items: Items) -> bool:
    """Whether the first who is named behind a document in its sentence, or else the last before it, is the speaker."""
    document = items.document
    start, end = sentence_of(place, document)
    named = (*mentions(items, (start, end)), *taken_up(items, (start, end)))
    told = sorted((one for one in named if not _is_no_author(one, document)), key=lambda one: one.start)
    behind = [one for one in told if one.start >= place[1]]
    before = [one for one in told if one.end <= place[0]]
    return is_shown_by(items, speaker.id, behind[:1] or before[-1:])


def _is_no_author(place: Naming, document: Document) -> bool:
    at = place.start, place.end
    return likened(at, document) or spoken_to_or_of(at, document)


def _leads_to(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the words take up the speaker: as one of two, as a description or a document of it, or as the nearest before."""
    if each := _EACH.match(quote.text):
        kinds = kinds_meant(f"the {quote.text[each.end() :].strip()}") or ANYBODY
        told = _told_before(quote, items, 2 * REACH_BACK)
        return speaker.kind in kinds and is_shown_by(items, speaker.id, told)
    span = quote.start, quote.end
    called = (*mentions(items, span), *taken_up(items, span))
    if is_shown_by(items, speaker.id, called):
        return True
    if called and quote.text.split()[-1].casefold() not in nouns_of(speaker.id, items):
        return False
    if pattern("titles", "it").fullmatch(quote.text) and _of_a_document(quote, speaker, items):
        return True
    return _is_nearest(quote, speaker, items)


def _is_nearest(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the nearest actor before that the words may stand for, or the first of its sentence, is the speaker."""
    opening = " ".join(quote.text.split()[:2])  # "the mayor" of "the mayor there"
    may_mean = kinds_meant(quote.text) or kinds_meant(opening) or ANYBODY
    several = pattern("titles", "they").match(quote.text) is not None
    if speaker.kind not in may_mean and not several:
        return False
    kinds = may_mean - PERSONS if several else may_mean
    told = _told_before(quote, items, REACH_BACK)
    joined = [one for one in told if several and _of_several(one, items)]
    before = [one for one in told if items.actors[one.actor].kind in kinds or one in joined]
    if not before:
        return speaker.kind in may_mean
    last = [one for one in before if _sentence(one, items) == _sentence(before[-1], items)]
    meant = (last[0], last[-1], *filter(joined.__contains__, last))
    return is_shown_by(items, speaker.id, meant)


def _of_a_document(quote: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the sentence before "it" opens with a document of the speaker's: "A letter signed by the Fox asks … it says"."""
    before = items.document.sentences[max(0, quote.sentence - 2)]
    opening = _a_document().match(items.document.text, before.start, before.end)
    return opening is not None and before.number < quote.sentence and _is_by(opening.span(), speaker, items)


@cache
def _a_document() -> re.Pattern[str]:
    documents = pattern("links", "documents").pattern
    return re.compile(rf"(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?{documents}", re.IGNORECASE)


def _sentence(place: Naming, items: Items) -> int:
    return items.document.sentence_at(place.start)


def _of_several(place: Naming, items: Items) -> bool:
    """Whether more than one are meant here: people without a name, or one of two names that "and" joins."""
    text = items.document.text
    joined = _AND_AFTER.match(text, place.end) or _AND_BEFORE.search(text, max(0, place.start - PHRASE), place.start)
    return items.actors[place.actor].identity != "named" or joined is not None


_AND_AFTER = re.compile(r"\w*\s+and\b")
_AND_BEFORE = re.compile(r"\band\s+(?:the\s+)?\Z")


_EACH = re.compile(r"(?:each|both|either|neither)\b", re.IGNORECASE)


def _told_before(quote: Quote, items: Items, reach: int) -> list[Naming]:
    """Who is named or described in so many sentences before these words, in order; not within what is quoted right before."""
    start, _ = sentences_around(items.document, quote, reach, 0)
    quoted = quotation_around(items.document, items.document.quote(max(start, quote.start - QUOTED), quote.start))
    end = quoted[0] if quoted and quoted[1] <= quote.start else quote.start
    places = (*mentions(items, (start, end)), *taken_up(items, (start, end)))
    ordered = sorted(places, key=lambda place: (place.start, -place.end))
    return [one for one in ordered if not any(_lies_in(one, other) for other in ordered)]


QUOTED = 3
"""Characters before a pronoun in which a quotation may end: "…," it read."""


def _lies_in(one: Naming, other: Naming) -> bool:
    """Whether a name is part of the description of somebody else: "a leaflet with the Column's seal"."""
    return one != other and other.start <= one.start < one.end < other.end


# --- who stands in the speaking place? --------------------------------------------------------------------


def _other_in_speaking_place(item: Spoken, speaker: Actor, items: Items) -> Quote | None:
    """The name of another actor who, by the order of words, is the one that says it."""
    if isinstance(item, declared.Statement) and item.kind in SUBJECTLESS:
        return None
    for cue in item.cue:
        place = speaking_place(cue, items)
        if place and not _is_speaker(place, cue, speaker, item, items):
            return items.document.quote(place[0].start, place[0].end)
    return None


def _other_teller(item: Spoken, speaker: Actor, items: Items) -> Quote | None:
    """The name of another actor into whose mouth the sentence puts the words, where the cue has no place of its own."""
    if any(speaking_place(cue, items) for cue in item.cue):
        return None
    anchors = (*item.cue, *item.content)
    if _kind(item) in SUBJECTLESS:
        for anchor in anchors[:1]:
            if place := subject_before(anchor, items):
                told = _is_speaker(place, anchor, speaker, item, items)
                return None if told else items.document.quote(place[0].start, place[0].end)
    for anchor in anchors:
        verb = saying_verb(anchor, items.document)
        place = speaking_place(verb, items) if verb else []
        if verb and place:
            nearer = next(named_at(speaker, items.document.text, (verb.end, max(verb.end, anchor.start))), None)
            relayed = any(mention.actor in getattr(item, "relayed_by", ()) for mention in place)
            told = nearer is not None or relayed or _is_speaker(place, verb, speaker, item, items)
            return None if told else items.document.quote(place[0].start, place[0].end)
    return None


def _is_speaker(place: list[Naming], cue: Quote, speaker: Actor, item: Spoken, items: Items) -> bool:
    allowed = {speaker.id, *(item.on_behalf_of if isinstance(item, declared.Threat) else ())}
    if any(
        _may_stand_for(mention.actor, number, items)
        for mention in place
        for number in allowed
        if number in items.actors
    ):
        return True
    return _names_fully(speaker, place, items) or _same_phrase(place[0], cue, speaker, items)


def _names_fully(speaker: Actor, place: list[Naming], items: Items) -> bool:
    """Whether the words in the speaking place name the speaker: a described one by all words that tell of it."""
    text = items.document.text
    for mention in place:
        found = named_at(speaker, text, (mention.start, mention.end))
        if speaker.identity != "named":
            words_there = text[mention.start : mention.end].lower()
            if all(word.lower() in words_there for word in telling_words(speaker)):
                return True
        elif any(not (within_longer_name(at, speaker, items) or spoken_to_or_of(at, items.document)) for at in found):
            return True
    return False


def _same_phrase(place: Naming, cue: Quote, speaker: Actor, items: Items) -> bool:
    """Whether the speaker stands in one phrase with the name: "a spokesman for", "the leader of", "X and"."""
    start, text = sentence_span(items.document, cue)[0], items.document.text
    before = text[max(start, cue.end if place.start >= cue.end else start) : place.start]
    behind = min((before.rpartition(word)[2] for word in telling_words(speaker)), key=len, default=before)
    return behind != before and not _separates(behind)


@cache
def _verbs() -> Phrases:
    helping = words("negation", "auxiliaries")
    speaking = tuple(word for word in words("cues", "attributing") if word != "according to")
    return phrases_pattern(
        (*helping, *speaking, "that", "who", "which", "whom", "whose", "where", "when", "while", "as")
    )


def _separates(between: str) -> bool:
    """Whether a verb or a clause's edge stands between two names, so that they are not one phrase."""
    return _verbs().search(between) is not None or re.search(r"[;:“”\"—]", between) is not None


SPEAKER = Check(
    name="speaker",
    reason="A statement belongs to whoever the article puts beside its words, not to whoever is near.",
    applies_to=("statement", "threat", "warning"),
    codes={
        "other_speaker": Code("reject", "The article puts another actor in the place of the one who says this."),
        "speaker_nearby": Code("warn", "The speaker is not named in this sentence, only in one beside it."),
        "speaker_not_shown": Code("warn", "The speaker is not named near these words."),
        "speaker_out_of_place": Code(
            "warn", "Here the speaker is named only as somebody spoken to, spoken of or acted on."
        ),
        "kin_named": Code("warn", "Only another of the same camp is named here as the one who says this."),
        "perhaps_other_speaker": Code("warn", "The sentence may put these words into another actor's mouth."),
        "pronoun_unresolved": Code("warn", "The words for the speaker may stand for another actor who is nearer."),
    },
    run=_run,
)
