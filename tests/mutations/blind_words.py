"""Operators on words: quotations, numbers, dates and places. Written without sight of the checks."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Draft, Incident, Value

from .editing import (
    CONDITIONAL,
    NEGATION,
    NUMBER,
    SMALL_NUMBERS,
    Plant,
    absent,
    actor,
    apart,
    around,
    changed,
    counted,
    mentions,
    pairs,
    plain,
    sentence,
    speaking,
    stands_in,
    with_entry,
)
from .operator import Fault, Operator

FABRICATED = "We will be back for every last one of them before the snow is gone"
NO_SUCH_PLACE = "the salt works at Vashtigraad"
NO_SUCH_TIME = "on the second Friday of Lent"
NEGATING_KINDS = frozenset(
    {"deny_occurrence", "deny_responsibility", "dispute", "clear", "no_claim", "no_comment", "unverified", "retract"}
)
QUALIFIER = re.compile(
    r"(?:at least|more than|nearly|almost|about|around|some|over|up to|as many as|no fewer than|at most|perhaps"
    r"|fewer than|less than|roughly|an estimated)\s+",
    re.IGNORECASE,
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
COMMON_WORD = re.compile(r"\b[a-z]{5,}\b")
DAY_OF_SPEECH = re.compile(
    rf"\b(?:said|told \w+|announced|confirmed|claimed|denied|statement|insisted|repeated it)\s+(?:late |early )?(on {WEEKDAY})"
)
PAST = re.compile(r"\b(?:yesterday|last|ago|earlier|previous|since|night|spring|summer|autumn|winter|\d{4})\b", re.I)


# --- quotations ---------------------------------------------------------------------------------


def _fabricate(draft: Draft, document: Document) -> Iterator[Fault]:
    for kind, item in speaking(draft):
        if item.content:
            made_up = Mention(sentence=item.content[0].sentence, text=FABRICATED)
            yield changed(draft, kind, item, "content", content=[made_up])


def _editing(how: Callable[[str], str], *, missing: bool = True, negating: bool = True) -> Plant:
    """Edit each mention of what is said; `missing`: only into words that the article lacks."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for kind, item in speaking(draft):
            if not negating and (getattr(item, "kind", "") in NEGATING_KINDS or NEGATION.search(_texts(item.cue))):
                continue
            for at, mention in enumerate(item.content):
                text = how(mention.text)
                if text and text != mention.text and (absent(document, text) or not missing):
                    content = with_entry(item.content, at, text=text)
                    yield changed(draft, kind, item, "content", content=content)

    return plant


def _texts(value: Value) -> str:
    return " ".join(mention.text for mention in value)


def _word_swapped(draft: Draft, document: Document) -> Iterator[Fault]:
    """The longest common word gives way to the longest of the rest of the article."""
    everywhere = sorted(set(COMMON_WORD.findall(document.text)))
    for kind, item in speaking(draft):
        for at, mention in enumerate(item.content):
            found = COMMON_WORD.findall(mention.text)
            others = [word for word in everywhere if word not in found]
            if found and others:
                text = mention.text.replace(max(found, key=len), max(others, key=len), 1)
                if absent(document, text):
                    yield changed(draft, kind, item, "content", content=with_entry(item.content, at, text=text))


def _next_number(text: str) -> str:
    return NUMBER.sub(lambda found: _raised(found[0]), text, count=1)


def _raised(number: str) -> str:
    if number[0].isdigit():
        return str(int(number.replace(",", "")) + 1)
    following = (*SMALL_NUMBERS, "sixteen")[SMALL_NUMBERS.index(number.lower()) + 1]
    return following.capitalize() if number[0].isupper() else following


def _spliced(text: str) -> str:
    words = text.split()
    return f"{' '.join(words[:2])} … {' '.join(words[-2:])}" if len(words) > 6 else ""


def _without_negation(text: str) -> str:
    return re.sub(r"\s+", " ", NEGATION.sub("", text, count=1)).strip()


def _after_negation(text: str) -> str:
    found = NEGATION.search(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if len(rest.split()) > 2 and not NEGATION.search(rest) else ""


def _shortest(text: str) -> str:
    # Its last word may be an object that is enough by itself: "confirmed it".
    words = re.findall(r"\b[a-z]{1,3}\b(?!$)", text)
    return min(words, key=len) if words and len(text.split()) > 3 else ""


def _inside_a_word(text: str) -> str:
    return text[2:] if re.match(r"\w{5}", text) else ""


def _zero_width(text: str) -> str:
    """A character that is not seen stands where a letter was."""
    return re.sub(r"\b(\w)\w(\w+)", "\\1\u200b\\2", text, count=1)


def _join_two_sentences(draft: Draft, document: Document) -> Iterator[Fault]:
    for kind, item in speaking(draft):
        for at, mention in enumerate(item.content):
            begun, following = mention.text.split(), sentence(document, mention.sentence + 1).split()
            if len(begun) > 4 and len(following) > 5:
                text = " ".join(begun[: len(begun) // 2] + following[len(following) // 2 :])
                yield changed(draft, kind, item, "content", content=with_entry(item.content, at, text=text))


def _homoglyph(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        text = re.sub("[aeo]", lambda found: {"a": "а", "e": "е", "o": "о"}[found[0]], who.name[0].text, count=1)
        if text != who.name[0].text:
            yield changed(draft, "actor", who, "name", name=with_entry(who.name, 0, text=text))


def _cut_condition(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        for condition in threat.condition:
            for at, mention in enumerate(threat.content):
                rest = [part.strip(" ,;—-.") for part in mention.text.split(condition.text)]
                kept = max(rest, key=len)
                if CONDITIONAL.search(condition.text) and len(rest) == 2 and len(kept.split()) > 2:
                    content = with_entry(threat.content, at, text=kept)
                    yield changed(draft, "threat", threat, "content", content=content, condition=[])


def _irrelevant_sentence(draft: Draft, document: Document) -> Iterator[Fault]:
    cited = {mention.sentence for mention in mentions(draft)}
    unused = [one.number for one in document.sentences if one.number not in cited]
    long_enough = [number for number in unused if len(document.words(number).split()) > 5]
    for at, (kind, item) in enumerate(speaking(draft)):
        if item.content and long_enough:
            number = long_enough[at % len(long_enough)]
            elsewhere = Mention(sentence=number, text=document.words(number).rstrip("."))
            yield changed(draft, kind, item, "content", content=[elsewhere])


def _cue_of_another(draft: Draft, document: Document) -> Iterator[Fault]:
    """The words of saying are found, but in a sentence in which somebody else says something else."""
    for one in draft.statements:
        for other in draft.statements:
            if one.cue and other.cue and one.speaker != other.speaker and one.kind != other.kind:
                number = other.cue[0].sentence
                if number in {m.sentence for m in mentions(one)} or stands_in(
                    actor(draft, one.speaker), sentence(document, number)
                ):
                    continue
                yield changed(draft, "statement", one, "cue", cue=other.cue)


# --- numbers ------------------------------------------------------------------------------------


def _counting(how: Callable[[str], str], *, missing: bool = True) -> Plant:
    """Edit the count of each toll; `missing`: only into words that its sentence lacks."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for incident, index, casualty in counted(draft):
            mention = casualty.count[0]
            text = how(mention.text)
            here = plain(sentence(document, mention.sentence))
            if text and text != mention.text and not (missing and re.search(rf"(?<!\w){plain(text)}(?!\w)", here)):
                yield _with_count(draft, incident, index, [Mention(sentence=mention.sentence, text=text)])

    return plant


def _with_count(draft: Draft, incident: Incident, index: int, count: Value) -> Fault:
    casualties = with_entry(incident.casualties, index, count=count)
    return changed(draft, "incident", incident, f"casualties.{index}.count", casualties=casualties)


def _times_ten(text: str) -> str:
    found = NUMBER.search(text)
    if not found:
        return ""
    digits = found[0].replace(",", "")
    value = int(digits) if digits.isdigit() else SMALL_NUMBERS.index(found[0].lower())
    return text[: found.start()] + str(value * 10) + text[found.end() :]


def _last_digit(text: str) -> str:
    found = re.search(r"\d*[1-9](?!\d)", text)
    return found[0][-1] if found and len(found[0]) > 1 else ""


def _without_qualifier(text: str) -> str:
    found = QUALIFIER.match(text)
    return text[found.end() :] if found else ""


def _anothers_noun(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident, index, casualty in counted(draft):
        own = " ".join(_texts(other.count) for other in incident.casualties if other.outcome == casualty.outcome)
        taken = {found.casefold() for found in NUMBER.findall(own)}
        number = casualty.count[0].sentence
        for text in NUMBER.findall(sentence(document, number)):
            if text.casefold() not in taken:
                yield _with_count(draft, incident, index, [Mention(sentence=number, text=text)])


def _other_events_number(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident, index, casualty in counted(draft):
        own = {plain(_texts(other.count)) for other in incident.casualties}
        for other, _, theirs in counted(draft):
            elsewhere = theirs.count[0].sentence != casualty.count[0].sentence
            if other.id != incident.id and elsewhere and plain(_texts(theirs.count)) not in own:
                yield _with_count(draft, incident, index, theirs.count)


def _counts_swapped(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        for first, (one, other) in enumerate(pairwise(incident.casualties)):
            if one.count and other.count and one.outcome != other.outcome and _differ(one.count, other.count):
                swapped = with_entry(incident.casualties, first, count=other.count)
                swapped = with_entry(swapped, first + 1, count=one.count)
                yield changed(draft, "incident", incident, f"casualties.{first}.count", casualties=swapped)


def _differ(one: Value, other: Value) -> bool:
    """Whether two counts are different numbers."""
    return plain(_texts(one)) != plain(_texts(other))


def _killed_wounded(draft: Draft, document: Document) -> Iterator[Fault]:
    turned = {"killed": "wounded", "wounded": "killed"}
    for incident in draft.incidents:
        for index, casualty in enumerate(incident.casualties):
            if casualty.outcome in turned and casualty.cue:
                casualties = with_entry(incident.casualties, index, outcome=turned[casualty.outcome])
                yield changed(draft, "incident", incident, f"casualties.{index}.outcome", casualties=casualties)


# --- dates and places ---------------------------------------------------------------------------


def _beside_words(incident: Incident, value: Value) -> bool:
    """Whether a value stands in a sentence that tells of the act, so that another value contradicts the evidence."""
    return bool({mention.sentence for mention in value} & {mention.sentence for mention in incident.words})


def _of_another_event(field: str) -> Plant:
    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for one, other in pairs(draft):
            own, theirs = getattr(one, field), getattr(other, field)
            if own and theirs and apart(own, theirs) and _beside_words(one, own):
                yield changed(draft, "incident", one, field, **{field: theirs})

    return plant


def _invented(field: str, text: str) -> Plant:
    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for incident in draft.incidents:
            value = getattr(incident, field) or incident.words
            if value:
                made_up = Mention(sentence=value[0].sentence, text=text)
                yield changed(draft, "incident", incident, field, **{field: [made_up]})

    return plant


def _dateline(field: str) -> Plant:
    """The article's own place or date for those of an event that was elsewhere or earlier."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        head = document.dateline and getattr(document.dateline, {"time": "date", "place": "place"}[field])
        for incident in draft.incidents:
            own = getattr(incident, field)
            here = {mention.sentence for mention in (*incident.words, *own)}
            elsewhere = _is_no_part_of_a_town(own) and head and head.sentence not in here
            earlier = PAST.search(_texts(own)) or incident.frame == "background"
            if head and own and (elsewhere if field == "place" else earlier):
                value = [Mention(sentence=head.sentence, text=head.text)]
                if apart(own, value):
                    yield changed(draft, "incident", incident, field, **{field: value})

    return plant


def _is_no_part_of_a_town(value: Value) -> bool:
    """Whether a place is a town, or said to be in one, so that it cannot be somewhere in the dateline's."""
    words = _texts(value)
    return bool(re.search(r"\bin [A-Z]|^[A-Z]\w+(?: [A-Z]\w+)?$|\b(?:village|town|city|province|hamlet) of\b", words))


def _day_of_speech(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        for link in statement.about:
            for incident in draft.incidents:
                if incident.id != link.incident or not incident.time:
                    continue
                for number in sorted({mention.sentence for mention in (*statement.cue, *statement.content)}):
                    found = DAY_OF_SPEECH.search(sentence(document, number))
                    if found and found[1][3:] not in around(document, incident.time):
                        day = Mention(sentence=number, text=found[1])
                        yield changed(draft, "incident", incident, "time", time=[day])


QUOTES = (
    Operator("fabricated_quote", "quote", "what is said was never written", _fabricate),
    Operator("word_swapped", "quote", "one word gives way to another", _word_swapped),
    Operator("number_in_quote_edited", "quote", "a number within the words is one higher", _editing(_next_number)),
    Operator("spliced_with_ellipsis", "quote", "the middle of a quotation is left out", _editing(_spliced)),
    Operator("two_sentences_joined", "quote", "half of one sentence and half of the next", _join_two_sentences),
    Operator("negation_dropped", "quote", "a 'not' is taken out of the words", _editing(_without_negation)),
    Operator(
        "negation_cut_off",
        "quote",
        "the quotation begins after its 'not'",
        _editing(_after_negation, missing=False, negating=False),
    ),
    Operator("condition_cut_off", "quote", "a threat is quoted without its condition", _cut_condition),
    Operator("irrelevant_sentence", "quote", "the words of an unrelated sentence", _irrelevant_sentence, cue=False),
    Operator("cue_of_another", "quote", "somebody else's words of saying", _cue_of_another, cue=False),
    Operator("too_short", "quote", "a quotation of one small word", _editing(_shortest, missing=False)),
    Operator("inside_a_word", "quote", "a quotation begins inside a word", _editing(_inside_a_word, missing=False)),
    Operator("zero_width", "quote", "an invisible character for a letter", _editing(_zero_width)),
    Operator("homoglyph", "quote", "a name with a letter of another alphabet", _homoglyph),
)
NUMBERS = (
    Operator("count_plus_one", "number", "a toll is one higher", _counting(_next_number)),
    Operator("count_times_ten", "number", "a toll is ten times as high", _counting(_times_ten)),
    Operator("digit_of_a_number", "number", "a digit is taken for a number", _counting(_last_digit)),
    Operator("count_of_another_noun", "number", "another number of the sentence", _anothers_noun),
    Operator("count_of_another_event", "number", "the toll of another incident", _other_events_number),
    Operator("counts_swapped", "number", "killed and wounded exchange their numbers", _counts_swapped),
    Operator("killed_for_wounded", "number", "the wounded are dead, the dead wounded", _killed_wounded),
    Operator("qualifier_dropped", "number", "'at least 12' becomes 12", _counting(_without_qualifier, missing=False)),
    Operator("qualifier_added", "number", "12 becomes 'at least 12'", _counting(lambda text: f"at least {text}")),
)
DATES_AND_PLACES = (
    Operator("time_of_another_event", "date_place", "the day of another incident", _of_another_event("time")),
    Operator("time_invented", "date_place", "a day that the article lacks", _invented("time", NO_SUCH_TIME)),
    Operator("date_of_the_article", "date_place", "the dateline's date for an earlier act", _dateline("time")),
    Operator("day_of_the_statement", "date_place", "when it was said for when it was done", _day_of_speech),
    Operator("place_of_another_event", "date_place", "the place of another incident", _of_another_event("place")),
    Operator("place_invented", "date_place", "a place that the article lacks", _invented("place", NO_SUCH_PLACE)),
    Operator("place_of_the_article", "date_place", "the dateline's place for the act's", _dateline("place")),
)
