"""Whether an act happened as the item says: its stage, and its frame."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, islice

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import SAYS_IT_HAPPENED
from summarizer.documents.document import Document, Sentence, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.grammar.dated_acts import (
    LONG_SPAN,
    background_cues,
    is_long_ago,
    is_long_before,
    is_of_another_year,
    times_beside,
)
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.mood import is_none, is_open, is_perfect, is_to_come
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.parsing import first_verb, parse, placed
from summarizer.english.grammar.tokens import within
from summarizer.english.passages import Span, clause, leans, widened, widened_on
from summarizer.english.sought import found_in, is_among, is_told_in, joined, least_distance
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
    return "may_be_stopped" if any(_all_stopped(document, one) for one in following) else ""


def _is_to_come(quote: Quote, document: Document) -> bool:
    """Whether their verb has an auxiliary of what is not done; "may have struck" leaves open whether it is."""
    return any(
        is_to_come(verb, parsed) and (verb.modal == "would" or not is_perfect(verb, parsed))
        for verb, parsed in first_verb(quote, document)
    )


def _is_left_open(quote: Quote, document: Document) -> bool:
    """Whether their verb tells of what is to come, is denied, or hangs on a condition; of a noun, whether there was none."""
    parsed, inside = placed(quote, document)
    if verbs := parsed.verbs_of(inside):
        return is_open(verbs[0], parsed)
    return any(is_none(each, parsed) for each in parsed.phrases_of(inside))


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
    parsed, own = placed(quote, document)
    clause_ = within(parsed.tokens, begin, end)
    verbs = (deed.frame.verb for deed in deeds(parsed, lemmas("modality", "stopped_plain")))
    return any(verb in clause_ and verb not in own for verb in verbs)


def _all_stopped(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence says of what the one before it tells that it was stopped on its way: "They were all shot down"."""
    if not _OF_ALL.search(document.text, sentence.start, sentence.start + HEAD):
        return False
    parsed = parse(document, sentence)
    stopped = deeds(parsed, lemmas("modality", "stopped_plain", "foiled_plain"))
    opening = (each for deed in stopped for each in deed.undergoers[: deed.frame.passive] if each.first == 0)
    return any(parsed.tokens[each.first].low in _ALL for each in opening)


_ALL = frozenset({"they", "it", "all", "both", "each", "every"})
"""What stands for all that was told in the sentence before."""
_OF_ALL = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_ALL))})(?!\w)", re.IGNORECASE)
HEAD = 60
"""Characters in which the first word of a sentence stands, with whatever numbers it or sets it off."""


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
    elif is_among(pattern("modality", "foiled_plain"), _telling(incident, items)):
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
        return least_distance(shown, told) <= BESIDE
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
    """The first sign of a drill, or else of what dates the act before this news."""
    drills = chain.from_iterable(_drill(quote, document) for quote in incident.words)
    yield from islice(chain(drills, _before_this_news(incident, document)), 1)


def _drill(quote: Quote, document: Document) -> Iterator[Found]:
    """Words of drill: those that surely govern the act, any others in its clause, or those that open its sentence."""
    start, end = clause(quote, document)
    drill, none = pattern("modality", "exercise", "exercise_plain"), pattern("modality", "not_exercise")
    if plain := found_in(pattern("modality", "exercise_plain"), document, start, quote.start):
        yield Found("is_exercise", "", (quote, *plain))
    elif loose := found_in(drill, document, start, end, without=none) or _around(quote, document, _drills):
        yield Found("may_be_exercise", "words", (quote, *loose))


def _drills(span: Span, document: Document) -> Quotes:
    return found_in(pattern("modality", "exercise_plain"), document, *span)


def _before_this_news(incident: Incident, document: Document) -> Iterator[Found]:
    dated = incident.time or tuple(chain(*(_dates_beside(quote, document) for quote in incident.words)))
    if is_long_before(dated, document):
        yield Found("may_be_background", "time" if incident.time else "words", dated)
    for quote in (*incident.words, *incident.time):
        cues = background_cues(clause(quote, document), document)
        if old := tuple(cue for cue in cues if not _recent_between(cue, quote, document)):
            yield Found("may_be_background", "words", (quote, *old))
    for quote in () if incident.time else incident.words:
        if cues := _around(quote, document, background_cues):
            yield Found("may_be_background", "words", (quote, *cues))


def _dates_beside(words: Quote, document: Document) -> Iterator[Quote]:
    """The dates in the clause of these words, but for those of what was said."""
    return (document.quote(*place) for time, place in times_beside(words, document) if time.day)


def _follows_the_past(incident: Incident, items: Items) -> Quotes:
    """The words for an act with those that date it by the past acts told just before: "… in 1998. Two weeks later, …"."""
    for quote in incident.words:
        start = items.document.sentences[quote.sentence - 1].start
        cues = found_in(pattern("modality", "soon_after"), items.document, start, quote.start)
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


def _around(quote: Quote, document: Document, found: Callable[[Span, Document], Quotes]) -> Quotes:
    """What is found in the opening of the sentence, or of the one that it leans on; nothing beside words of these days."""
    number = quote.sentence
    if is_told_in(pattern("modality", "recent"), (number,), document):
        return ()
    near = (number, number - 1) if number > 1 and leans(number, document) else (number,)
    openings = (_opening(document.sentences[one - 1], quote, document) for one in near)
    return next(filter(None, (found(opening, document) for opening in openings)), ())


def _opening(sentence: Sentence, quote: Quote, document: Document) -> Span:
    """The first words of a sentence, up to its first mark, as far as they stand before these."""
    opening = _OPENING_WORDS.match(document.text, sentence.start, min(sentence.end, quote.start))
    return opening.span() if opening is not None else (sentence.start, sentence.start)


_OPENING_WORDS = re.compile(r"[\"“‘']?(?:[\w’'-]+\s+){0,5}[\w’'-]+")


def _frame_shown(incident: Incident, document: Document) -> bool:
    quotes = (*incident.frame_words, *incident.time, *incident.words)
    near = widened(sentences_of(quotes, document), document)
    if incident.frame == "exercise":
        return is_told_in(pattern("modality", "exercise", "exercise_plain"), near, document)
    if is_long_before(incident.time, document) or (incident.aggregate and any(map(_so_far, incident.frame_words))):
        return True
    return not _by_its_own_day(incident, document) and _told_as_old(incident, near, document)


def _told_as_old(incident: Incident, near: Iterable[int], document: Document) -> bool:
    times = chain.from_iterable(parse(document, document.sentences[number - 1]).times for number in near)
    if any(is_of_another_year(time, document) for time in times):
        return True
    told = " ".join(map(document.words, near))
    given = joined(incident.frame_words or incident.time)
    if pattern("modality", "background").search(told) or LONG_SPAN.search(told):
        return True
    loose, recent = pattern("modality", "background_frame"), pattern("modality", "recent")
    if recent.search(given):
        return pattern("modality", "before_this").search(recent.sub("", given)) is not None
    return loose.search(told) is not None


def _so_far(quote: Quote) -> bool:
    """Whether the words tell what somebody has done up to now, again and again: "have often", "has burned"."""
    return re.match(r"(?:has|have)\s", quote.text, re.IGNORECASE) is not None


def _by_its_own_day(incident: Incident, document: Document) -> bool:
    """Whether all that is given to show an older event is its own day, and nothing puts that day long before this news."""
    return bool(incident.frame_words) and all(
        any(map(quote.overlaps, incident.time)) and not is_long_ago(quote, document) for quote in incident.frame_words
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
