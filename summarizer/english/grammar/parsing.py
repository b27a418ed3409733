"""From a sentence to its verbs: each group of words that is one, with what stands behind it and before it."""

from collections.abc import Iterator
from itertools import islice, pairwise

from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.phrases import Phrase, phrases_of
from summarizer.english.grammar.subjects import BOUNDARY, JOINS, end_of, fill_left, who_says
from summarizer.english.grammar.tagging import tag
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import BE, Tag, Token, first_of, is_shouted, tokens_of, within
from summarizer.lexicons import word_set

_GROUP = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_MAIN = frozenset({Tag.VERB, Tag.BASE, Tag.ING, Tag.PARTICIPLE})
_BETWEEN = frozenset({Tag.ADVERB, Tag.NEGATION})
_IN_GROUP = _GROUP | _BETWEEN | {Tag.QUOTE}
_LONGEST = 500  # words and marks of a sentence that are read: more is none that anybody wrote as one


def parse(document: Document, sentence: Sentence) -> Parsed:
    """One sentence, parsed once and kept with the document, for all who ask; nobody may change it.

    Of a sentence that never ends, as in text without full stops, only the first `_LONGEST` words are read.

    Args:
        document: the article, in plain characters (`Document.plain`).
        sentence: one of its sentences.
    """
    return document.worked_out(_parsed, sentence)


def placed(quote: Quote, document: Document) -> tuple[Parsed, range]:
    """The sentence that some words begin in, parsed, and which of its words and marks they are.

    Args:
        quote: the words.
        document: the article, in plain characters.
    """
    parsed = parse(document, document.sentences[quote.sentence - 1])
    return parsed, within(parsed.tokens, quote.start, quote.end)


def verbs_told(quotes: Quotes, document: Document) -> Iterator[tuple[Frame, Parsed]]:
    """The verbs among some words, each with its sentence."""
    for quote in quotes:
        parsed, inside = placed(quote, document)
        yield from ((frame, parsed) for frame in parsed.verbs_of(inside))


def first_verb(quote: Quote, document: Document) -> Iterator[tuple[Frame, Parsed]]:
    """The first verb among some words, if any is among them, with its sentence."""
    return islice(verbs_told((quote,), document), 1)


def times_at(document: Document, start: int, end: int) -> Iterator[tuple[Time, tuple[int, int]]]:
    """The expressions of time that meet a stretch of one sentence, each with its place; none that belongs to a name.

    "The Friday Front" and "the March 23 Movement" tell no day.
    """
    parsed = parse(document, document.sentences[document.sentence_at(start) - 1])
    for time in parsed.times:
        place = parsed.place(time)
        beside = (*parsed.tokens[max(time.first - 1, 0) : time.first], *parsed.tokens[time.last + 1 : time.last + 2])
        named = [token.tag for token in beside] == [Tag.DETERMINER, Tag.NAME]
        if max(start, place[0]) < min(end, place[1]) and not named:
            yield time, place


def _parsed(document: Document, sentence: Sentence) -> Parsed:
    shouted = document.worked_out(is_shouted)
    tokens = tokens_of(document, sentence)[:_LONGEST]
    tag(tokens, shouted=shouted)
    phrases = phrases_of(tokens)
    return Parsed(document, sentence, shouted, tokens, phrases, _frames(tokens, phrases))


def _frames(tokens: list[Token], phrases: list[Phrase]) -> list[Frame]:
    found: list[Frame] = []
    at = 0
    while at < len(tokens):
        if tokens[at].tag in _GROUP:
            frame = _group(tokens, at)
            found.append(frame)
            at = frame.verb
        at += 1
    for place, frame in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        _fill_right(frame, tokens, phrases, following)
    for frame, following in pairwise(found):
        if _shares_objects(frame, following, tokens):
            frame.objects = following.objects
    for place, frame in enumerate(found):
        fill_left(frame, found[:place], tokens, phrases)
    return found


def _shares_objects(frame: Frame, following: Frame, tokens: list[Token]) -> bool:
    """ "Shot and killed a guard": the first verb has the object of the second."""
    adjoins = following.first == frame.verb + 2 and tokens[frame.verb + 1].tag is Tag.COORDINATOR
    return adjoins and not (frame.objects or frame.circumstances or following.passive)


def _group(tokens: list[Token], at: int) -> Frame:
    """The verb group that starts here: auxiliaries, negations and adverbs up to the main verb."""
    last, end = at, at
    while end < len(tokens) and tokens[end].tag in _IN_GROUP:
        if tokens[end].tag in _GROUP:
            if tokens[end].tag is Tag.TO and end > at:
                break
            last = end
            if tokens[end].tag in _MAIN:
                break
        end += 1
    group = tokens[at : last + 1]
    main = tokens[last]
    helpers = {token.low for token in group[:-1]}
    passive = main.tag is Tag.PARTICIPLE and (bool(helpers & BE) or len(group) == 1)
    return Frame(
        first=at,
        verb=last,
        base=main.base or ("be" if main.low in BE else main.low),
        passive=passive,
        reduced=main.tag is Tag.PARTICIPLE and len(group) == 1,
        infinitive=tokens[at].tag is Tag.TO,
        modal=next((token.low for token in group if token.tag is Tag.MODAL), ""),
        negated=any(
            token.tag is Tag.NEGATION or token.low.endswith("n't") or token.low == "cannot"
            for token in tokens[max(0, at - 1) : last + 2]
        ),
    )


def _fill_right(frame: Frame, tokens: list[Token], phrases: list[Phrase], following: Frame | None) -> None:
    """Objects directly behind the verb, then circumstances, up to the next verb or a boundary."""
    limit = following.first if following else len(tokens)
    stop = first_of(tokens, BOUNDARY, frame.verb + 1, limit)
    last = frame.verb
    stop = min([stop, *(each.first for each in (who_says(following, phrases, tokens) if following else ()))])
    for phrase in (each for each in phrases if frame.verb < each.first < stop):
        gap = {token.tag for token in tokens[last + 1 : phrase.first]}
        joined = bool(gap) and gap <= JOINS and not _is_subject_of(phrase, following, tokens)
        if _is_day(phrase, tokens) and not phrase.preposition:
            continue  # "said Thursday"
        if phrase.preposition:
            frame.circumstances.append(phrase)
        elif joined and frame.objects and _lists_on(phrase, frame, tokens):
            frame.objects.append(phrase)
        elif frame.circumstances and joined and Tag.COORDINATOR in gap:
            phrase.preposition = frame.circumstances[-1].preposition
            frame.circumstances.append(phrase)
        elif not frame.circumstances and (gap <= _BETWEEN if not frame.objects else joined):
            frame.objects.append(phrase)
        elif Tag.OPEN not in gap:
            break
        last = phrase.last


def _is_day(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether a phrase is nothing but a day: "Thursday night", "last week"."""
    inside = [token.low for token in tokens[phrase.first : phrase.last + 1]]
    day = any(low in word_set("times", "weekdays", "months", "relative") for low in inside)
    known = word_set("times", "weekdays", "months", "relative", "day_parts", "units", "seasons")
    led = inside[0] in ("last", "this", "next")
    return (day or led) and len(inside) > led and all(low in known or low[0].isdigit() for low in inside[led:])


def _lists_on(phrase: Phrase, frame: Frame, tokens: list[Token]) -> bool:
    """Whether a phrase continues the objects behind what hangs on them: "the offices of the firm, the bank and …"."""
    first = tokens[phrase.first]
    belongs = all(each.preposition == "of" for each in frame.circumstances[-1:])
    return first.tag is Tag.NUMBER or (belongs and (first.tag is Tag.DETERMINER or len(frame.objects) > 1))


def _is_subject_of(phrase: Phrase, following: Frame | None, tokens: list[Token]) -> bool:
    """Whether a finite verb stands directly behind the phrase, or behind what hangs on it."""
    if following is None or tokens[following.first].tag not in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL):
        return False
    end = end_of(phrase)
    return all(token.tag in _BETWEEN for token in tokens[end + 1 : following.first])
