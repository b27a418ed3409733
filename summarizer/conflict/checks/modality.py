"""Whether an act happened as the item says: its stage, and its frame."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.unity import said_on
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import SAYS_IT_HAPPENED
from summarizer.documents.document import Document, sentence_quote, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.days import day_of_article, days_of
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import is_none, is_open, is_to_come, may_be_open
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.parsing import parse, times_at
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import within
from summarizer.english.passages import Span, clause, leans, widened, widened_on
from summarizer.lexicons import lemmas, pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.pointing.roles import quotes_in
from summarizer.schemas.brief import Incident
from summarizer.schemas.vocabulary import Stage

# --- what has not happened ---------------------------------------------------------------------------


def _unreal(quote: Quote, document: Document) -> str:
    """The code of what stands against the act being accomplished, by the words that govern it; '' if nothing."""
    sentence = document.sentences[quote.sentence - 1]
    before = document.text[sentence.start : quote.start]
    after = document.text[quote.end : sentence.end]
    if _A_THREAT.match(after) or _governs(before, "intent") or _is_to_come(quote, document):
        return "not_yet_done"
    begin, _ = clause(quote, document)
    in_clause = document.text[begin : quote.start]
    if pattern("modality", "foiled_plain").search(in_clause) and not re.search(r"\b(?:but|not|to)\b", in_clause):
        return "stopped"
    if _passive_stopped().match(after):
        return "stopped"
    return ""


def _unsure(quote: Quote, document: Document) -> str:
    """The code of what may stand against it: modal, conditional, denying or stopping words in the clause."""
    if _is_left_open(quote, document):
        return "may_not_be_done"
    begin, end = clause(quote, document)
    before = document.text[begin : quote.start]
    whole = document.text[begin:end]
    if _governs(before, "possible") or _only_threatens(quote.text) or _TRIED.match(quote.text):
        return "may_not_be_done"
    if _OR_ELSE.search(before) and _base_form(quote.text) and " " in quote.text:
        return "may_not_be_done"
    if pattern("modality", "foiled_plain").search(whole) or _near_stop(quote, begin, end, document):
        return "may_be_stopped"
    following = document.sentences[quote.sentence : quote.sentence + 1]
    return "may_be_stopped" if any(_all_stopped(parse(document, one)) for one in following) else ""


def _is_to_come(quote: Quote, document: Document) -> bool:
    """Whether their verb has an auxiliary of what is not done; "may have struck" leaves open whether it is."""
    parsed = _where_open(quote, document)
    verb = _verb_of(quote, parsed) if parsed is not None else None
    if parsed is None or verb is None or not is_to_come(verb, parsed):
        return False
    return verb.modal == "would" or " have " not in parsed.low(verb.first, verb.verb)


def _is_left_open(quote: Quote, document: Document) -> bool:
    """Whether their verb tells of what is to come, is denied, or hangs on a condition; of a noun, whether there was none."""
    parsed = _where_open(quote, document)
    if parsed is None:
        return False
    verb = _verb_of(quote, parsed)
    if verb is not None:
        return is_open(verb, parsed)
    inside = within(parsed.tokens, quote.start, quote.end)
    return any(is_none(each, parsed) for each in parsed.phrases if each.head in inside)


def _where_open(quote: Quote, document: Document) -> Parsed | None:
    """The sentence of the words, parsed, if it holds any word that may leave one of its verbs open."""
    sentence = document.sentences[quote.sentence - 1]
    return parse(document, sentence) if may_be_open(document.text[sentence.start : sentence.end]) else None


def _verb_of(quote: Quote, parsed: Parsed) -> Frame | None:
    inside = within(parsed.tokens, quote.start, quote.end)
    return next((frame for frame in parsed.frames if frame.verb in inside), None)


def _governs(before: str, entry: str) -> bool:
    """Whether a phrase of this entry stands directly before the words, but for an article, adverb or adjective."""
    return any(
        re.fullmatch(
            r"\s+[\"“‘']?(?:(?:a|an|the|be|more|further|new|such|fresh|another|large|major|\w+ly)\s+)*",
            before[match.end() :],
        )
        for match in pattern("modality", entry).finditer(before)
    )


_A_THREAT = re.compile(r"\s+(?:threat|threats|warning|alert|scare|plot)\b", re.IGNORECASE)
"""What makes of the words before it a word for what did not happen: "a death threat"."""
_TRIED = re.compile(
    r"(?:had |have |has |was |were )?(?:attempt(?:ed|s|ing)?|tried|trying|sought|fail(?:ed|s|ing)?)\s+to\b",
    re.IGNORECASE,
)
"""Words for an act that say no more than that it was tried."""
_OR_ELSE = re.compile(r"\bor\s+$", re.IGNORECASE)


def _only_threatens(words: str) -> bool:
    """Whether the words for the act are words of threatening, and of no act."""
    threatens = pattern("cues", "threatening_verbs").search(words) is not None
    return threatens and pattern("harm", "attack").search(words) is None


def _base_form(words: str) -> bool:
    """Whether the first word can be what follows "will": the base form of a verb, and no past of it ("on 3 May hit")."""
    form = verb_form(words.strip().lower().partition(" ")[0])
    return form is not None and "base" in form.forms and "past" not in form.forms


@cache
def _passive_stopped() -> re.Pattern[str]:
    return re.compile(
        rf"\s*,?\s*(?:that\s+|which\s+)?(?:was|were|had been|has been|have been|being)\s+(?:later\s+|\w+ly\s+)?"
        rf"{pattern('modality', 'foiled_plain').pattern}",
        re.IGNORECASE,
    )


def _near_stop(quote: Quote, begin: int, end: int, document: Document) -> bool:
    """Whether the clause says in plain words that what was sent was stopped on its way."""
    if pattern("modality", "stopped_plain").search(document.text, begin, end) is None:
        return False
    parsed = parse(document, document.sentences[quote.sentence - 1])
    clause_, own = within(parsed.tokens, begin, end), within(parsed.tokens, quote.start, quote.end)
    verbs = (deed.frame.verb for deed in deeds(parsed, lemmas("modality", "stopped_plain")))
    return any(verb in clause_ and verb not in own for verb in verbs)


def _all_stopped(parsed: Parsed) -> bool:
    """Whether a sentence says of what the one before it tells that it was stopped on its way: "They were all shot down"."""
    stopped = deeds(parsed, lemmas("modality", "stopped_plain", "foiled_plain"))
    opening = (each for deed in stopped for each in deed.undergoers[: deed.frame.passive] if each.first == 0)
    return any(parsed.tokens[each.first].low in _ALL for each in opening)


_ALL = frozenset({"they", "it", "all", "both", "each", "every"})
"""What stands for all that was told in the sentence before."""


@in_english
def _stage(incident: Incident, items: Items) -> Iterator[Found]:
    document = items.document
    if incident.stage in ("accomplished", "unknown") and incident.frame == "current":
        yield from _accomplished(incident, items)
    elif incident.stage in STAGE_CUES and not (incident.stage_words and _stage_shown(incident, document)):
        yield Found("stage_not_shown", "stage_words", incident.stage_words or incident.words)


def _accomplished(incident: Incident, items: Items) -> Iterator[Found]:
    if plain := _against(incident, items.document, _unreal):
        if _said_elsewhere(incident, items):
            yield Found("may_not_be_done", "words", incident.words)
        else:
            yield Found(plain[0], "", incident.words)
    elif unsure := _against(incident, items.document, _unreal, _unsure):
        code = "may_be_stopped" if unsure[0] in ("stopped", "may_be_stopped") else "may_not_be_done"
        yield Found(code, "words", incident.words)
    elif any(pattern("modality", "foiled_plain").search(quote.text) for quote in _telling(incident, items)):
        yield Found("may_be_stopped", "words", incident.words)
    elif incident.words and all(_is_threatened(quote, items) for quote in incident.words):
        yield Found("may_not_be_done", "words", incident.words)


def _against(incident: Incident, document: Document, *judges: Callable[[Quote, Document], str]) -> list[str]:
    """The code of what stands against each of the words for the act; none where some of them stand plainly."""
    codes = [next(filter(None, (judge(quote, document) for judge in judges)), "") for quote in incident.words]
    return codes if all(codes) else []


def _is_threatened(quote: Quote, items: Items) -> bool:
    """Whether the words stand in what somebody threatens to do, and tell of nothing done."""
    said = (part for threat in items.threats.values() for part in (*threat.content, *threat.action))
    within = any(part.holds(quote) for part in said)
    return within and pattern("cues", "violence_done").search(quote.text) is None


def _telling(incident: Incident, items: Items) -> Iterator[Quote]:
    """What they say who say that it happened."""
    for statement in items.statements_on(incident.id):
        if statement.kind in SAYS_IT_HAPPENED:
            yield from statement.content


def _said_elsewhere(incident: Incident, items: Items) -> bool:
    """Whether somebody says outside these sentences that it happened."""
    own = set(sentences_of(incident.words, items.document))
    return any(
        set(sentences_of((*statement.cue, *statement.content), items.document)) - own
        for statement in items.statements_on(incident.id)
        if statement.kind in SAYS_IT_HAPPENED
    )


def _stage_shown(incident: Incident, document: Document) -> bool:
    shown = sentences_of((q for q in incident.stage_words if _shows(q.text, incident.stage)), document)
    told = sentences_of((q for name, q in quotes_in(incident) if not name.startswith("stage_words")), document)
    if shown:
        return any(abs(one - other) <= BESIDE for one in shown for other in told)
    near = widened_on(sentences_of((*incident.stage_words, *incident.words), document), document)
    return any(_shows(document.words(number), incident.stage) for number in near)


def _shows(words: str, stage: Stage) -> bool:
    """Whether some words show a stage; what is said to be shot down may stand within: "brought both of them down"."""
    entries = STAGE_CUES[stage]
    down = "intercepted" in entries and _DOWN.search(words) is not None
    return down or pattern("modality", *entries).search(words) is not None


_DOWN = re.compile(r"\b(?:shot|shoot|shoots|brought|took|taken|knocked)\s+(?:[\w’'-]+\s+){1,4}?down\b", re.IGNORECASE)
BESIDE = 2
"""Sentences between the words for a stage and any other words of the incident, at most."""
STAGE_CUES: dict[Stage, tuple[str, ...]] = {
    "attempted": ("attempted", "intercepted"),
    "intercepted": ("intercepted",),
    "foiled": ("foiled", "foiled_plain", "planned"),
    "planned": ("planned", "foiled", "intent"),
}
"""Entries of modality.toml whose words show each stage; what is foiled was planned."""


# --- frame -------------------------------------------------------------------------------------------


@in_english
def _frame(incident: Incident, items: Items) -> Iterator[Found]:
    document = items.document
    follows = _follows_the_past(incident, items)
    if incident.frame == "current":
        found = tuple(_current(incident, document))
        dated = (Found("may_be_background", "words", follows),) if follows else ()
        yield from found or dated
    elif not (_frame_shown(incident, document) or follows):
        yield Found("frame_not_shown", "frame_words", incident.frame_words or incident.words)


def _current(incident: Incident, document: Document) -> Iterator[Found]:
    for quote in incident.words:
        plain, loose = _exercise_cues(quote, document)
        if plain:
            yield Found("is_exercise", "", (quote, *plain))
            return
        if loose := loose or _around(quote, document, "exercise_plain"):
            yield Found("may_be_exercise", "words", (quote, *loose))
            return
    dated = incident.time or tuple(chain(*(_dates_beside(quote, document) for quote in incident.words)))
    if _long_before(dated, document):
        yield Found("may_be_background", "time" if incident.time else "words", dated)
        return
    for quote in (*incident.words, *incident.time):
        cues = tuple(cue for cue in background_cues(quote, document) if not _recent_between(cue, quote, document))
        if cues:
            yield Found("may_be_background", "words", (quote, *cues))
            return
    if not incident.time:
        for quote in incident.words:
            if cues := _around(quote, document, "background"):
                yield Found("may_be_background", "words", (quote, *cues))
                return


def _follows_the_past(incident: Incident, items: Items) -> Quotes:
    """The words for an act with those that date it by the past acts told just before: "… in 1998. Two weeks later, …"."""
    for quote in incident.words:
        start = items.document.sentences[quote.sentence - 1].start
        cues = cues_within(items.document, (start, quote.start), "soon_after")
        recent = pattern("modality", "recent").search(items.document.words(quote.sentence))
        if cues and recent is None and _frames_before(quote, items) == {"background"}:
            return (quote, *cues)
    return ()


def _frames_before(quote: Quote, items: Items) -> set[str]:
    """Of which frames are the incidents whose words stand before it, in its sentence and in the one before."""
    near = (quote.sentence - 1, quote.sentence)
    told = ((word, other.frame) for other in items.incidents.values() for word in other.words)
    return {frame for word, frame in told if word.sentence in near and word.end <= quote.start}


def _recent_between(cue: Quote, quote: Quote, document: Document) -> bool:
    """Whether a day of this news stands nearer to the words than the cue: "for most of the year …; on Monday it struck"."""
    between = document.text[min(cue.end, quote.end) : max(cue.start, quote.start)]
    return pattern("modality", "recent").search(between) is not None


def _around(quote: Quote, document: Document, entry: str) -> Quotes:
    """Words of this entry in the opening of the sentence, or of the one that it leans on; none beside words of these days."""
    number = quote.sentence
    if pattern("modality", "recent").search(document.words(number)):
        return ()
    leant_on = (number - 1,) if number > 1 and leans(number, document) else ()
    for opened in (number, *leant_on):
        sentence = document.sentences[opened - 1]
        opening = _OPENING_WORDS.match(document.text, sentence.start, min(sentence.end, quote.start))
        if opening is not None:
            found = (
                _dated(document, opening.span())
                if entry == "background"
                else cues_within(document, opening.span(), entry)
            )
            if found:
                return found
    return ()


_OPENING_WORDS = re.compile(r"[\"“‘']?(?:[\w’'-]+\s+){0,5}[\w’'-]+")
"""The first words of a sentence, up to its first mark."""


def _exercise_cues(quote: Quote, document: Document) -> tuple[Quotes, Quotes]:
    """Words of drill: those that surely govern the act, and any others in its clause."""
    span = clause(quote, document)
    plain = tuple(cue for cue in cues_within(document, span, "exercise_plain") if cue.end <= quote.start)
    return plain, cues_within(document, span, "exercise", "exercise_plain", without="not_exercise")


_LONG_SPAN = re.compile(
    r"\b(?:(?:over|in|during|for)\s+)?(?:the\s+)?(?:past|last|previous|preceding)\s+(?:\w+\s+)?(?:months|years|decades|year|decade|century)\b(?![’']s)"
    r"|\b(?:most|much|all|part|half)\s+of\s+the\s+(?:year|decade|century)\b",
    re.IGNORECASE,
)


def background_cues(quote: Quote, document: Document) -> Quotes:
    """Words in the clause that date the act before this news; a bare year only if it is not the article's own."""
    return _dated(document, clause(quote, document))


def _dated(document: Document, span: Span) -> Quotes:
    years = (place for time, place in times_at(document, *span) if not time.day and _is_of_another_year(time, document))
    bare = (
        place for place in years if _BEFORE_A_YEAR.intersection(document.text[span[0] : place[0]].lower().split()[-1:])
    )
    spans = (match.span() for match in _LONG_SPAN.finditer(document.text, *span))
    told = (*cues_within(document, span, "background"), *(document.quote(*place) for place in (*bare, *spans)))
    return tuple(quote for quote in told if not _compares(quote, span[0], document))


_BEFORE_A_YEAR = frozenset({"in", "since", "of", "from", "during", "early", "late", "mid"})


def _compares(quote: Quote, start: int, document: Document) -> bool:
    """Whether "in the past …" is a stretch of these days, or one that an act of these days is compared with."""
    if not _PAST.match(quote.text):
        return False
    compared = _OF_ITS_KIND.search(document.text, start, quote.start)
    return compared is not None or _HOURS.match(document.text, quote.end) is not None


_PAST = re.compile(r"(?:(?:in|over|for|during)\s+)?(?:the\s+)?(?:past|last|previous)\b", re.IGNORECASE)
_OF_ITS_KIND = re.compile(
    r"\b(?:first|only|most|least|worst|best|[a-z]{3,}iest|[a-z]{3,}(?<!for)est)\b[^,;:.]*$", re.IGNORECASE
)
"""What compares an act of these days with all of a stretch of time: "the deadliest in the past ten years"."""
_HOURS = re.compile(r"\s+(?:[\w-]+\s+){0,2}(?:minutes|hours|days)\b", re.IGNORECASE)
"""What makes of "in the past" a stretch of these days."""


def _is_of_another_year(time: Time, document: Document) -> bool:
    """Whether a time names a year, and not the article's own."""
    return time.year not in (None, getattr(day_of_article(document), "year", None))


def _frame_shown(incident: Incident, document: Document) -> bool:
    quotes = (*incident.frame_words, *incident.time, *incident.words)
    near = widened(sentences_of(quotes, document), document)
    if incident.frame == "exercise":
        return any(pattern("modality", "exercise", "exercise_plain").search(document.words(one)) for one in near)
    if _long_before(incident.time, document) or (incident.aggregate and any(map(_so_far, incident.frame_words))):
        return True
    return not _by_its_own_day(incident, document) and _told_as_old(incident, near, document)


def _told_as_old(incident: Incident, near: Iterable[int], document: Document) -> bool:
    times = chain.from_iterable(parse(document, document.sentences[number - 1]).times for number in near)
    if any(_is_of_another_year(time, document) for time in times):
        return True
    told = " ".join(map(document.words, near))
    given = " … ".join(quote.text for quote in incident.frame_words or incident.time)
    if pattern("modality", "background").search(told) or _LONG_SPAN.search(told):
        return True
    loose, recent = pattern("modality", "background_frame"), pattern("modality", "recent")
    if recent.search(given):
        return pattern("modality", "before_this").search(recent.sub("", given)) is not None
    return loose.search(told) is not None


def _so_far(quote: Quote) -> bool:
    """Whether the words tell what somebody has done up to now, again and again: "have often", "has burned"."""
    return re.match(r"(?:has|have)\s", quote.text, re.IGNORECASE) is not None


def _long_before(time: Quotes, document: Document) -> bool:
    """Whether a date lies more than a week before the day of the article, of which the year may be left out."""
    said = day_of_article(document) or _day_at_the_head(document)
    if said is None or not time:
        return False
    days = days_of(time, said)
    return days is not None and days.rule in BY_DATE and (said - days.last).days > WEEK


def _dates_beside(words: Quote, document: Document) -> Iterator[Quote]:
    """The dates in the clause of these words, but for those of what was said: "the claim made on May 3 for the raid"."""
    for time, (start, end) in times_at(document, *clause(words, document)):
        before = document.text[document.sentences[words.sentence - 1].start : start]
        if time.day and not said_on(start, document) and not _MADE_ON.search(before):
            yield document.quote(start, end)


_MADE_ON = re.compile(r"\b(?:made|given|sent|signed|dated|claimed|recorded)\s+(?:on\s+)?$", re.IGNORECASE)


def _day_at_the_head(document: Document) -> date | None:
    """The day of the dateline, or of a first line that is no sentence; the year is any."""
    dated = document.dateline.date if document.dateline else None
    lines = [sentence_quote(document, one.number) for one in document.sentences[:HEAD]]
    heads = [dated] if dated else [line for line in lines if not line.text.endswith(".")]
    found = (days_of((quote,), ANY_YEAR) for quote in heads)
    return next((days.last for days in found if days and days.rule in BY_DAY), None)


HEAD = 2
"""Lines at the head of an article in which its day may stand."""
WEEK = 7
ANY_YEAR = date(2000, 12, 31)
BY_DAY = frozenset({"date", "day and month"})
"""Rules by which a day is told by its date."""
BY_DATE = BY_DAY | {"month and year", "month", "last month", "year", "last year"}


def _by_its_own_day(incident: Incident, document: Document) -> bool:
    """Whether all that is given to show an older event is its own day, and nothing puts that day long before this news."""
    return bool(incident.frame_words) and all(
        any(map(quote.overlaps, incident.time)) and not _is_long_ago(quote, document) for quote in incident.frame_words
    )


def _is_long_ago(quote: Quote, document: Document) -> bool:
    """Whether the words name a year, or a month and no day of it, or say how far back it was."""
    named = any(time.is_old(None) for time, _ in times_at(document, quote.start, quote.end))
    return named or pattern("modality", "far_back").search(quote.text) is not None


def cues_within(document: Document, span: Span, *entries: str, without: str | None = None) -> Quotes:
    """The phrases of these entries of modality.toml within a span, but for those that overlap one of `without`."""
    idle = [match.span() for match in pattern("modality", without).finditer(document.text, *span)] if without else []
    return tuple(
        document.quote(*match.span())
        for match in pattern("modality", *entries).finditer(document.text, *span)
        if not any(left < match.end() and match.start() < right for left, right in idle)
    )


STAGE = Check(
    name="stage",
    reason="What is threatened, planned or foiled is no accomplished attack.",
    applies_to=("incident",),
    codes={
        "not_yet_done": Code("reject", "The article says that it is meant or threatened, not that it happened."),
        "stopped": Code("reject", "The article says that it was stopped before it happened."),
        "may_not_be_done": Code(
            "warn", "The words for the act stand among words of future, condition, denial or possibility."
        ),
        "may_be_stopped": Code("warn", "The words for the act stand among words of stopping or interception."),
        "stage_not_shown": Code(
            "warn", "No words are given that show that the act was attempted, intercepted, foiled or planned."
        ),
    },
    run=_stage,
)
FRAME = Check(
    name="frame",
    reason="A drill or an older event is not this news.",
    applies_to=("incident",),
    codes={
        "is_exercise": Code("reject", "The article tells of a drill or of fiction."),
        "may_be_exercise": Code("warn", "The words for the act stand beside words of a drill."),
        "may_be_background": Code("warn", "The words for the act stand beside words that date it before this news."),
        "frame_not_shown": Code("warn", "No word near shows an older event or a drill."),
    },
    run=_frame,
)
