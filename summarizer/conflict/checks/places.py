"""Where one who speaks can stand: before the verb, after "by" or "according to", in a phrase that names a source."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import takewhile
from string import ascii_lowercase

from summarizer.conflict.checks.taken_up import told_at
from summarizer.conflict.items import Items
from summarizer.conflict.named import Naming, is_named, mentions
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import Span, quotation_around, sentence_span, words_after, words_before
from summarizer.lexicons import pattern, phrases_pattern, word_set, words
from summarizer.schemas.brief import Actor

NEAR = 120
"""Characters from a verb within which the one who speaks may stand."""
PHRASE = 60
"""Characters before a name that can belong to one phrase with it."""


# --- the place beside a verb ------------------------------------------------------------------------


def speaking_place(cue: Quote, items: Items) -> list[Naming]:
    """The actors who stand where the one who speaks stands: before the verb, after "by", "said" or "according to".

    What is set between commas after a name is passed over: "the army, which the council accuses, denied". Empty
    where the order of words does not show it.
    """
    known, place = items.worked_out(_places_by_cue), (cue.sentence, cue.start, cue.end)
    if place not in known:
        known[place] = _speaking_place(cue, items)
    return known[place]


def _places_by_cue(_: Items) -> dict[tuple[int, int, int], list[Naming]]:
    """What `speaking_place` has found for these items so far."""
    return {}


def _speaking_place(cue: Quote, items: Items) -> list[Naming]:
    verb = pattern("cues", "speaking_verbs").search(cue.text)
    if verb is None:
        return []
    document = items.document
    before, after = words_before(document, cue) + cue.text[: verb.start()], words_after(document, cue)
    at = cue.start + verb.start()
    if verb.group().lower() == "according to" or (_INVERTED.search(before) and verb.end() == len(cue.text)):
        follows = _standing(items, cue.end, _OPENING.match(after))
        if follows or not before.rstrip().endswith(","):
            return follows or _quoted_name(items, cue.start - len(before) + len(before.rstrip()))
    helping = _helping_before(before)
    if _is_passive(helping):
        by = _BY.match(after)
        return _standing(items, cue.end, by) if by else []
    end = at - len(helping.group()) if helping else at
    return _ending(items, before[: len(before) - (at - end)], end, at)


def _quoted_name(items: Items, end: int) -> list[Naming]:
    """The actors whose name alone stands in the quotation marks that end here: 'the channel "Red Dawn" writes'."""
    text = items.document.text
    found = mentions(items, (max(0, end - NEAR), end))
    return [at for at in found if at.end == end - 1 and text[at.start - 1] in "“\"‘'"]


def _standing(items: Items, offset: int, opening: re.Match[str] | None) -> list[Naming]:
    return named_from(offset + (opening.end() if opening else 0), items)


def named_from(start: int, items: Items) -> list[Naming]:
    """The actors whose name begins at a place."""
    end = min(start + NEAR, len(items.document.text))
    return [mention for mention in mentions(items, (start, end)) if mention.start == start]


def _ending(items: Items, before: str, end: int, verb: int) -> list[Naming]:
    """The actors whose name ends before the verb, or before what is set between commas there."""
    found = mentions(items, (max(0, end - 2 * NEAR), verb))
    for aside in filter(None, (shape.search(before) for shape in _ASIDES)):
        standing = [mention for mention in found if mention.end == end - len(aside.group())]
        if standing:
            apposed = [] if _RELATIVE.match(aside.group()) else [other for other in found if other.end == end - 1]
            return standing + apposed
    return [mention for mention in found if mention.end == end]


def subject_before(cue: Quote, items: Items) -> list[Naming]:
    """The actors whose name ends right before words that open with a verb: "The army | did not return calls"."""
    before = words_before(items.document, cue)
    helping = _helping_before(before)
    end = cue.start - (len(helping.group()) if helping else 0)
    return [mention for mention in mentions(items, (max(0, end - NEAR), cue.start)) if mention.end == end]


def pronoun_place(cue: Quote, document: Document) -> Quote | None:
    """The pronoun or description right before the verb of saying: "he said", "the group has denied"."""
    verb = pattern("cues", "speaking_verbs").search(cue.text)
    return _pronoun_before(cue, cue.start + verb.start(), document) if verb else None


def pronoun_before(cue: Quote, document: Document) -> Quote | None:
    """The pronoun or description right before words that open with whatever verb, or with which they open: "it read"."""
    opening = _PRONOUN.match(document.text, cue.start, cue.end)
    if opening:
        return document.quote(*opening.span())
    return _pronoun_before(cue, cue.start, document) if opens_with_verb(cue) else None


def document_before(cue: Quote, document: Document) -> Quote | None:
    """The document right before a verb: "the communique | went on"."""
    start = document.sentences[cue.sentence - 1].start
    found = _documents().search(document.text, max(start, cue.start - PHRASE), cue.start)
    return document.quote(*found.span(1)) if found else None


def _pronoun_before(cue: Quote, at: int, document: Document) -> Quote | None:
    found = _pronouns().search(document.text, max(document.sentences[cue.sentence - 1].start, at - PHRASE), at)
    if found is None or _BEING.search(found.group(2)):
        return None
    return document.quote(*found.span(1))


def opens_with_verb(cue: Quote) -> bool:
    """Whether the first word of a cue, written small, is none of those with which no verb begins."""
    first = (cue.text.split() or [""])[0]
    return first[:1].islower() and first not in word_set("links", "no_verb")


@cache
def _pronouns() -> re.Pattern[str]:
    subjects = ("he", "she", "it", "they", *words("titles", "groups", "singular_persons"))
    return re.compile(rf"({phrases_pattern(subjects).pattern})({HELPED})\s+\Z", re.IGNORECASE)


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(
        rf"\b((?:the|this|its|their|his|her)\s+(?:\w+\s+)?{pattern('links', 'documents').pattern}){HELPED}\s+\Z",
        re.IGNORECASE,
    )


_PRONOUN = re.compile(r"(?:he|she|it|they)\b(?=\s+\w)")
_INVERTED = re.compile(r"[,”\"’]\s*$")
_QUOTED = re.compile(r"[”\"]\s*$")
_RIGHT_BEHIND = re.compile(rf"\s+(?:the\s+)?(?:{CAPITAL}[\w.]*\s+){{0,3}}")
_OPENING = re.compile(r"\s+(?:(?:the|an?|some|several)\s+)?", re.IGNORECASE)
HELPED = (
    r"(?:\s+(?:has|have|had|was|were|is|are|been|being|also|later|then|yesterday|further|would|will"
    r"|(?!(?:family|assembly|ally|rally|bully)\b)[a-z]+ly))*"
)
_HELPING = re.compile(rf"{HELPED}\s*$")
_SMALL = f"{ascii_lowercase} \t\n\v\f\r\x1c\x1d\x1e\x1f"
_BEING = re.compile(r"\b(?:was|were|is|are|been|being)\b")
_WHO = re.compile(rf"\w*(?:,[^,;:“”\"]{{2,60}})?,\s+(?:which|who)\b{HELPED}\s+")
_BY = re.compile(r"(?:\s+\w+day)?\s+by\s+(?:(?:the|an?)\s+)?", re.IGNORECASE)
_BY_TITLED = re.compile(rf"{_BY.pattern}(?:(?-i:{CAPITAL})[\w.]*\s+){{0,3}}", re.IGNORECASE)
_ASIDES = (
    re.compile(r",\s+[^,;:“”\"]{3,110},$"),
    re.compile(r",\s+[^,;:“”\"]{3,60},[^,;:“”\"]{3,60},$"),
)
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose)\b")


# --- transcripts ----------------------------------------------------------------------------------------


def is_labelled(actor: Actor, quote: Quote, items: Items) -> bool:
    """Whether the last label before some words, as in a transcript, is the actor's name: "[TARN] We did it", "Tarn: We did it"."""
    before = [label for at, label in items.worked_out(_labels) if at <= quote.start]
    return bool(before) and is_named(actor, before[-1])


def _labels(items: Items) -> list[tuple[int, str]]:
    """Who is named, or asks, at the opening of a line or in brackets, and where that ends."""
    found = (
        (label.end(), f"{label.group(1)} {label.group(1).title()}") for label in _LABEL.finditer(items.document.text)
    )
    named = (actor for actor in items.actors.values() if actor.identity == "named")
    speaks: list[Callable[[str], object]] = [_ASKS.search, *(partial(is_named, actor) for actor in named)]
    return [(at, name) for at, name in found if any(is_one(name) for is_one in speaks)]


_LABEL = re.compile(
    rf"(?:(?<!\S)\[(?=[^\]\n]{{2,40}}\]\s)|^[ \t]*(?={CAPITAL}[\w.’' -]{{1,40}}:\s))({CAPITAL}[\w.’' -]*)[\]:]",
    re.MULTILINE,
)
_ASKS = re.compile(
    r"\b(?:reporter|question|interviewer|presenter|moderator|announcer|host|correspondent)\b", re.IGNORECASE
)


# --- who is said to say it ----------------------------------------------------------------------------


def saying_verb(anchor: Quote, document: Document) -> Quote | None:
    """The verb that puts these words into somebody's mouth: before them, or after them behind a comma or a quotation."""
    quotation = quotation_around(document, anchor)
    start, end = quotation or (anchor.start, anchor.end)
    first = document.sentences[document.sentence_at(start) - 1]
    last = document.sentences[document.sentence_at(max(end - 1, start)) - 1]
    text, leading = document.text, None
    for verb in pattern("cues", "attributing").finditer(text, first.start, last.end):
        if verb.end() <= start and not breaks(text[verb.end() : start].rstrip("“\"'‘: ")):
            leading = verb
        elif verb.start() >= end and leading is None:
            between = text[end : verb.start()]
            if _TRAILED.match(between.lstrip('”"’') if quotation is None else "," + between.lstrip(",")):
                leading = verb if _CLOSES.match(text, verb.end(), last.end) or verb.group() == "according to" else None
                if leading:
                    break
    return document.quote(*leading.span()) if leading else None


def breaks(text: str) -> bool:
    """Whether something stands there that ends the reach of a verb of saying."""
    return (
        re.search(r"[;“”\"—]|,\s+(?:but|while|and|though|although|which|who|a day|hours)\b|\bbut\b", text) is not None
    )


_TRAILED = re.compile(r",\s*(?:[\w’'.-]+[\s,]+){0,9}$")
_CLOSES = re.compile(
    rf"\s*(?:[.,;]|$|(?:on|late|early|in a|to|yesterday|at a|{CAPITAL}|[\"“])\b|(?:the|an?|reporters|this)\b)"
)


# --- names that can, and that cannot, be the one who speaks ---------------------------------------------


def spoken_to_or_of(place: Span, document: Document) -> bool:
    """Whether the words before a name make it one spoken to, spoken of or a place: "told X", "a letter to X", "in X"."""
    before = before_name(place, document)
    found = _governed().search(before)
    if found is None or _owns(place, document):
        return False
    if found.group("outlet") and document.text[place[0] : place[1]].lower().startswith("the "):
        return False
    word, ahead = found.group(1).lower(), before[: found.start()]
    if word == "to":
        return _TO_A_SOURCE.search(ahead) is None
    if word in _OF_SOURCES:
        return not (_source_noun_before(ahead) or (word == "by" and _said_by().search(ahead)))
    return True


def _owns(place: Span, document: Document) -> bool:
    """The name is followed by what speaks for its bearer: "X's spokesman", "the X channel"."""
    return _owned().match(document.text, place[1]) is not None


def _source_noun_before(ahead: str) -> bool:
    nouns = list(pattern("links", "source_nouns").finditer(ahead))
    return bool(nouns) and _VERB_BETWEEN.search(ahead[nouns[-1].end() :]) is None


@cache
def _said_by() -> re.Pattern[str]:
    said, seen = pattern("cues", "speaking_verbs").pattern, pattern("links", "perceiving").pattern
    return re.compile(rf"(?:{said}(?:\s+[\w’'-]+){{0,5}}|{seen})\s*$", re.IGNORECASE)


@cache
def _governed() -> re.Pattern[str]:
    governing = "|".join(map(re.escape, words("links", "hearing")))
    outlets = "|".join(map(re.escape, words("links", "outlet_nouns")))
    return re.compile(
        rf"\b({governing})\s+(?:(?:(?:the|an?|its|his|her|their|our|this|some|several)\s+)?(?:[a-z]+ern\s+)?"
        rf"|(?:(?:the|an?)\s+)?(?:[a-z]+\s+)?(?P<outlet>{outlets})\s+)[“\"]?$",
        re.IGNORECASE,
    )


@cache
def _owned() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words("links", "source_nouns")))
    between = (
        r"(?:(?!(?:by|on|the|an?|to|of|and|or|that|with|for|from|in|at|as|said|says|was|were|had|has)\b)[\w-]+\s+)"
    )
    return re.compile(rf"\w*(?:[’']s?)?\s+{between}{{0,2}}?(?:{nouns})(?!\w)", re.IGNORECASE)


_OF_SOURCES = frozenset({"of", "for", "from", "by", "at", "in", "with"})
_TO_A_SOURCE = re.compile(
    r"(?:according|attributed|credited|close|loyal|calls?|questions|requests|messages|adviser|advisor|aide|ambassador|envoy)\s*$",
    re.I,
)
_VERB_BETWEEN = re.compile(r"[;:“”\"]|\b(?:that|which|who|said|says|told|was|were|had|has|have)\b")


def places_of_speaker(
    actor: Actor, cue: Quote | None, frame: Span, barred: tuple[Span, ...], items: Items
) -> Iterator[Span]:
    """Where within the frame the actor is named in a place from which one can be the speaker of the cue."""
    document = items.document
    for place in told_at(actor, items, frame):
        if cue is not None and _by_him(cue, place, document):
            yield place
        if any(start <= place[0] < end for start, end in barred) or within_longer_name(place, actor, items):
            continue
        if cue is not None and (_led_to_by(cue, place, document) or _goes_on_as_subject(cue, place, document)):
            yield place
        if spoken_to_or_of(place, document):
            continue
        if cue is None or not _object_of(place, cue, items):
            yield place


def within_longer_name(place: Span, actor: Actor, items: Items) -> bool:
    """Whether these words are part of the longer name or description of somebody else."""
    start, end = place[0], _end_of_word(place[1], items.document.text)
    for mention in mentions(items, sentence_of(place, items.document)):
        other = items.actors[mention.actor]
        longer = mention.start <= start < end <= mention.end and mention.end - mention.start > end - start
        told = other.identity != "named" and _RELATIVE_IN.search(items.document.text, mention.start, start)
        if longer and not told and other.id != actor.id and (other.identity == "named" or actor.identity != "named"):
            return True
    return False


_RELATIVE_IN = re.compile(r"\b(?:who|which|that)\b")
"""Behind it, a description tells something of others: "somebody who rang the newsroom"."""


def _end_of_word(at: int, text: str) -> int:
    return at + len([*takewhile(str.isalnum, text[at : at + PHRASE])])


def named_near(actor: int, quotes: Iterable[Quote], items: Items, *, before: int = 0, after: int = 0) -> bool:
    """Whether the actor, or one tied to it, is named near some words, and not only by a part of another's name.

    Args:
        actor: id of the actor.
        quotes: the words; their whole sentences are looked through.
        items: the items of the article.
        before: how many sentences before each of these, too.
        after: how many after it.
    """
    sentences = items.document.sentences
    near = {at + step for at in sentences_of(quotes, items.document) for step in range(-before, after + 1)}
    there = [sentences[number - 1] for number in near.intersection(range(1, len(sentences) + 1))]
    tied = items.kin(actor)
    return any(
        not within_longer_name(place, other, items)
        for other in tied
        for sentence in there
        for place in told_at(other, items, (sentence.start, sentence.end))
    )


def before_name(place: Span, document: Document) -> str:
    """The words before a name in its sentence, as far as they can belong to one phrase with it."""
    return document.text[max(sentence_of(place, document)[0], place[0] - PHRASE) : place[0]]


def sentence_of(place: Span, document: Document) -> Span:
    """The sentence that a place stands in."""
    sentence = document.sentences[document.sentence_at(place[0]) - 1]
    return sentence.start, sentence.end


def likened(place: Span, document: Document) -> bool:
    """Whether the name tells only what somebody wore or used: "in Column jackets", "of a make that the corps uses"."""
    before = before_name(place, document)
    return bool(_worn().match(document.text, place[1]) or _OF_A_KIND.search(before))


@cache
def _worn() -> re.Pattern[str]:
    return re.compile(rf"(?:[’']s?)?\s+(?:[a-z]+\s+)?{pattern('links', 'trappings').pattern}")


_OF_A_KIND = re.compile(
    r"\b(?:kind|type|sort|model|make|class|calib(?:re|er)|those|ones|like)\s+(?:that\s+are\s+|which\s+are\s+)?"
    r"(?:used|fielded|flown|made|favou?red|carried|operated|worn)\s+(?:only\s+|mostly\s+|also\s+)?(?:by|in)\s+(?:(?:the|an?)\s+)?\Z"
)


def _led_to_by(cue: Quote, place: Span, document: Document) -> bool:
    """Whether the cue governs the name: "in the opinion of | the mayor", "it was reported | on the radio"."""
    if not 0 <= place[0] - cue.end <= len(" among the "):
        return False
    return _GOVERNING.search(document.text[max(0, cue.start - 20) : cue.end]) is not None


def _by_him(cue: Quote, place: Span, document: Document) -> bool:
    """Whether the name follows the cue as the one by whom it is done: "The dead were named | by Captain Tarn"."""
    by = _BY_TITLED.fullmatch(document.text, cue.end, place[0])
    return by is not None and in_the_passive(words_before(document, cue))


def _goes_on_as_subject(cue: Quote, place: Span, document: Document) -> bool:
    """Whether a clause on the one named holds the cue: "by the Ledger, a rights group, which | pointed to"."""
    return _WHO.fullmatch(document.text, place[1], max(place[1], cue.start)) is not None


def _object_of(place: Span, cue: Quote, items: Items) -> bool:
    """Whether the name stands behind the verb of the cue in its sentence, and nothing makes it the one who speaks."""
    document = items.document
    _, end = sentence_span(document, cue)
    verb = pattern("cues", "speaking_verbs").search(cue.text)
    if verb and (
        verb.group().lower() == "according to" or in_the_passive(words_before(document, cue) + cue.text[: verb.start()])
    ):
        return False
    if verb is None and not opens_with_verb(cue):
        return False
    at = cue.start + (verb.start() if verb else 0)
    if not at < place[0] < end:
        return False
    text = document.text
    before = words_before(document, cue)
    if verb and verb.group().lower() in ("said", "says") and _INVERTED.search(before):
        return False
    if _QUOTED.search(before) and _RIGHT_BEHIND.fullmatch(document.text, cue.end, place[0]):
        return False
    if _SPEAKS_NEXT.match(text, place[1], end) or _BROUGHT_BY.search(text[max(0, place[0] - PHRASE) : place[0]]):
        return False
    if _meets(place, speaking_place(cue, items)):
        return False
    return not _subject_of_saying(place, (at, end), cue, items)


def in_the_passive(before: str) -> bool:
    """Whether the words before a verb end in a form of "be"."""
    return _is_passive(_helping_before(before))


def _helping_before(before: str) -> re.Match[str] | None:
    """The helping words that end a text; they hold nothing but small letters, so that most of it need not be tried."""
    return _HELPING.search(before, len(before.rstrip(_SMALL)))


def _is_passive(helping: re.Match[str] | None) -> bool:
    return helping is not None and _BEING.search(helping.group()) is not None


def _subject_of_saying(place: Span, span: Span, cue: Quote, items: Items) -> bool:
    """Whether the name is the subject of a later verb of saying in the sentence."""
    document = items.document
    verbs = pattern("cues", "attributing").finditer(document.text, max(span[0], cue.end), span[1])
    return any(_meets(place, speaking_place(document.quote(*verb.span()), items)) for verb in verbs)


def _meets(place: Span, mentions_there: Iterable[Naming]) -> bool:
    """Whether a name shares words with one of those that are named there."""
    return any(max(place[0], each.start) < min(place[1], each.end) for each in mentions_there)


_GOVERNING = re.compile(r"\b(?:of|by|from|to|for|(?:is|was|were|been)(?: \w+ly)? (?:said|reported|believed|thought))$")
_SPEAKS_NEXT = re.compile(
    r"\w*\s*(?:\([^)]*\)\s*)?:\s*[“\"]?|\w*,?\s+(?:as saying|(?:ha[sd]\s+)?(?:made|issued|put out|voiced|levell?ed))\b"
)
"""What stands behind the name of one who speaks though he follows a word of saying: "the claim that its spokesman made"."""
_BROUGHT_BY = re.compile(
    r"\b(?:by|from|quot(?:ed|es|ing)|cit(?:ed|es|ing)|according to|led with|closed with|opened with)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
