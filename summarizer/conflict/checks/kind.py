"""Kind against cue: the words that a statement, threat or warning rests on are words of its kind."""

import re
from collections.abc import Iterator

from summarizer.conflict.checks.cue_words import hits, sentences
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.issued import issues
from summarizer.conflict.checks.own_acts import ACTS, takes_it_on, tells_own_act, tells_own_deed_as_news
from summarizer.conflict.checks.violence import kinds_told
from summarizer.conflict.items import Items
from summarizer.conflict.named import is_named
from summarizer.conflict.statement_kinds import (
    ACCUSES,
    CLAIMS_IT,
    DENIES,
    DENIES_DOING_IT,
    DENIES_IT_HAPPENED,
    DISPUTES,
    NEVER_THE_ARTICLES,
    ONLY_TELLS_IT,
    SAYS_IT_HAPPENED,
    SET_APART,
    SILENT,
    STATEMENT_KINDS,
    TURNED_BY_NEGATION,
    VOUCHES_FOR_IT,
    WORDED_BY_NEGATION,
)
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import sentence_span, words_after, words_before
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import is_none, is_perfect, is_to_come, telling_of_none
from summarizer.english.grammar.negation import are_negated, is_denied, negations
from summarizer.english.grammar.parsing import first_verb, verbs_told
from summarizer.english.grammar.told_acts import tells_of_none
from summarizer.english.passages import clause, is_quoted, leans, widened
from summarizer.english.sought import joined
from summarizer.lexicons import lemmas, pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Statement, ThirdPartyWarning, Threat
from summarizer.schemas.vocabulary import StatementKind, ThreatForm

DENYING = ("deny", "denies_happening", "dispute")
"""Tables of words for saying that something is not so."""
UNENTITLED = frozenset({"armed_group", "outlet", "person", "people"})
"""Kinds of actor whose asserting words confirm nothing; their confirming words are a matter of derivation."""
ENTITLED = frozenset({"authority", "struck_side", "independent"})
"""Relations in which asserting words may be read as a confirmation."""


@in_english
def _statement(statement: Statement, items: Items) -> Iterator[Found]:
    if statement.speaker is None and statement.kind in NEVER_THE_ARTICLES:
        yield Found("outlet_cannot", "", statement.cue)
    elif statement.kind in SILENT:
        yield from _silence(statement, items.document)
    elif statement.cue:
        yield from _cue(statement, items)
    elif (statement.speaker is not None or statement.kind == "confirm") and not _speaks_in_content(statement, items):
        yield Found("cue_missing", "cue", statement.content)


def _speaks_in_content(statement: Statement, items: Items) -> bool:
    """Whether what is said, taken as the saying of the only one who is named beside it, is what this kind says."""
    told = statement.model_copy(update={"cue": statement.content})
    beside = _said_by_its_speaker(told, items).replace(joined(statement.content), "")
    kin = items.actors.values() if statement.speaker is None else items.kin(statement.speaker)
    others = any(is_named(actor, beside) for actor in items.actors.values() if actor not in kin)
    if statement.kind == "confirm" or not beside or others:
        return False
    return not any(_cue(told, items, "says:"))


def _cue(statement: Statement, items: Items, said: str = "") -> Iterator[Found]:
    kind, text = statement.kind, f"{said} {_as_said(statement.cue, items.document)}"
    row = STATEMENT_KINDS[kind]
    if _contradicts(statement, items.document) or _silent_denial(statement, items.document):
        yield Found("kind_contradicts_cue", "", statement.cue)
    elif _denial_of_the_other_sort(statement, items.document) or _denies_in_content(statement, items.document):
        yield Found("kind_contradicts_content", "", (*statement.cue, *statement.content))
    elif _contradicts_another_part(statement, items.document) or _denies_by_its_shape(statement, items.document):
        yield Found("parts_unlike_kind", "contradicts", (*statement.cue, *statement.content))
    elif tells_own_deed_as_news(statement, items):
        yield Found("own_act_told", "", statement.content)
    elif (
        kind in NEED_NO_WORD
        or hits(text, row.shown_by)
        or _in_own_voice(statement, items)
        or _has_its_shape(statement, items.document)
    ):
        return
    elif kind == "confirm":
        if not _confirms(statement, items):
            yield Found("confirmation_not_shown", "cue", statement.cue)
    elif not hits(f"{text} {_said_by_its_speaker(statement, items)}", (*row.shown_by, *row.shown_with_more_by)):
        yield Found("cue_unknown", "cue", statement.cue)
    elif not _shown_otherwise(statement, items):
        yield Found("kind_not_shown", "cue", statement.cue)


NEED_NO_WORD = ONLY_TELLS_IT | SET_APART
"""Kinds that any word of saying may introduce, or that change no status."""
_INTRODUCES = re.compile(r":[“\"]?\s")
"""The colon behind a name that opens what it says."""


def _as_said(cue: Quotes, document: Document) -> str:
    """The words of saying; a colon that introduces what is said, and quotation marks around it, are such too."""
    text = _INTRODUCES.sub(" says: ", joined(cue) + " ")
    speaks = all(is_quoted(quote, document) or _closes_quotation(quote, document) for quote in cue)
    return f"says: {text}" if speaks else text


def _closes_quotation(cue: Quote, document: Document) -> bool:
    """Whether nothing but a subject stands between the words and a quotation before them: "“…,” the clerk | volunteered"."""
    alone = len(cue.text.split()) == 1 and _ENDS.match(document.text, cue.end)
    return bool(alone) and _AFTER_QUOTATION.search(words_before(document, cue)) is not None


_AFTER_QUOTATION = re.compile(r"[,?!][”\"]\s+[^,;:.“”\"]{2,60}\s$")
_ENDS = re.compile(r"\s*(?:[.,;]|$)")


def _in_own_voice(statement: Statement, items: Items) -> bool:
    """Whether it is told without a word of saying, by the article or by whoever puts it out."""
    if statement.kind != "assert":
        return False
    return statement.speaker is None or issues(statement.speaker, statement.cue[0], items)


def _has_its_shape(statement: Statement, document: Document) -> bool:
    """Whether it has the shape of its kind: "no attack took place", "what exploded there was", "held the army liable"."""
    if statement.kind in DENIES_IT_HAPPENED:
        return any(tells_of_none(quote, document) for quote in statement.cue)
    if statement.kind in DISPUTES:
        return joined(statement.content).lstrip(_OPENING_MARKS).lower().startswith("what ")
    return statement.kind in ACCUSES and _holds_answerable((*statement.cue, *statement.content), document)


def _holds_answerable(quotes: Quotes, document: Document) -> bool:
    return "hold" in (frame.base for frame, _ in verbs_told(quotes, document)) and hits(joined(quotes), ("answerable",))


def _said_by_its_speaker(statement: Statement, items: Items) -> str:
    """The sentences of cue and content, where they show the speaker: 'soldiers fired, three marchers said'."""
    speaker, sentence = items.speaker(statement.speaker), sentences(statement, items.document)
    shown = statement.speaker_words or (speaker is not None and is_named(speaker, sentence))
    return sentence if shown else ""


def _contradicts(statement: Statement, document: Document) -> bool:
    """Whether the cue's first telling word belongs to another kind, and no negation turns it."""
    text, row = joined(statement.cue), STATEMENT_KINDS[statement.kind]
    against = pattern("cues", *row.contradicted_by).search(text) if row.contradicted_by else None
    turned = statement.cue if statement.kind in TURNED_BY_NEGATION else (*statement.cue, *statement.content)
    if against is None or are_negated(turned, document):
        return False
    for_it = pattern("cues", *row.shown_by).search(text)
    return for_it is None or (against.start(), -len(against.group())) < (for_it.start(), -len(for_it.group()))


def _silent_denial(statement: Statement, document: Document) -> bool:
    """Whether what is negated is the saying itself: "has not commented", "said nothing about" deny nothing."""
    told = (*statement.cue, *_beyond(statement.content, statement.cue))
    if statement.kind not in DENIES or hits(joined(told), ("deny", *STATEMENT_KINDS["clear"].shown_by)):
        return False
    denied = {_said(*verb) for verb in verbs_told(told, document) if is_denied(*verb)}
    return (bool(denied) or hits(joined(told), ("mute",))) and denied <= lemmas("cues", "answering")


def _said(frame: Frame, parsed: Parsed) -> str:
    return "say" if hits(parsed.low(frame.first, frame.verb), ("mute",)) else frame.base


def _beyond(quotes: Quotes, others: Quotes) -> Quotes:
    """Quotations that share no words of the text with the others."""
    return tuple(one for one in quotes if not any(map(one.overlaps, others)))


def _denial_of_the_other_sort(statement: Statement, document: Document) -> bool:
    """Denies doing it where it is said to deny that it happened, or the reverse."""
    said = joined((*statement.cue, *statement.content))
    if not statement.content:
        said += "".join(document.text[quote.end : clause(quote, document)[1]] for quote in statement.cue)
    doing, happening = (pattern("cues", table).search(said) for table in ("denies_doing", "denies_happening"))
    if statement.kind in DENIES_IT_HAPPENED:
        return doing is not None and happening is None
    return statement.kind in DENIES_DOING_IT and happening is not None and doing is None


def _contradicts_another_part(statement: Statement, document: Document) -> bool:
    """Whether a denial that it happened contradicts only a part of the account, or a dispute nothing but that it did."""
    if statement.kind in DENIES_IT_HAPPENED:
        return bool(statement.contradicts) and "happened" not in statement.contradicts
    of_all = set(statement.contradicts) == {"happened"} and not hits(sentences(statement, document), ("accounts",))
    return statement.kind in DISPUTES and of_all


def _denies_by_its_shape(statement: Statement, document: Document) -> bool:
    """Whether "no post was shelled" is given as not having done it, or "we fired no rockets" as nothing having happened."""
    content = telling_of_none(statement.content, document)
    return any(statement.kind in _denied_by(*verb) for verb in verbs_told(content, document))


def _denied_by(frame: Frame, parsed: Parsed) -> frozenset[StatementKind]:
    """The kinds of statement that a deed to nobody, or done to nobody, is not of."""
    none = any(is_none(each, parsed) for each in frame.undergoers)
    done = pattern("cues", "violence_done", "deed").match(parsed.document.text, parsed.tokens[frame.verb].start)
    if not none or done is None:
        return frozenset()
    return DENIES_DOING_IT if frame.passive else DENIES_IT_HAPPENED


def _denies_in_content(statement: Statement, document: Document) -> bool:
    """Upholds, by its kind, what its content says did not happen."""
    if statement.kind in SAYS_IT_HAPPENED and hits(joined(statement.content), ("denies_happening",)):
        return True
    return statement.kind in VOUCHES_FOR_IT and any(tells_of_none(quote, document) for quote in statement.content)


def _shown_otherwise(statement: Statement, items: Items) -> bool:
    """For cues such as "said": whether the rest of the sentence makes the statement what its kind says."""
    said = joined((*statement.cue, *statement.content))
    row, sentence = STATEMENT_KINDS[statement.kind], sentences(statement, items.document)
    if statement.kind in CLAIMS_IT:
        return takes_it_on(statement, items) and not hits(joined(statement.content), DENYING)
    if statement.kind in ACCUSES:
        accused = [items.actors[number] for number in statement.whom if number in items.actors]
        named = any(is_named(actor, sentence) for actor in accused)
        tells_what_they_did = accused and (hits(said, ACTS) or kinds_told(said))
        return named or bool(tells_what_they_did) or hits(sentence, ("blame",))
    if statement.kind in WORDED_BY_NEGATION:
        return _unreal(statement.content, items.document) or (
            _is_denied(statement, said, items.document) and not _is_claimed(statement, items)
        )
    return hits(sentence, row.shown_by)


def _is_denied(statement: Statement, said: str, document: Document) -> bool:
    return are_negated((*statement.cue, *statement.content), document) or hits(said, (*DENYING, "unharmed", "alibi"))


def _is_claimed(statement: Statement, items: Items) -> bool:
    """Whether who is said to deny doing it tells an act of its own, whatever else it negates."""
    return statement.kind in DENIES_DOING_IT and tells_own_act(statement, items)


def _unreal(content: Quotes, document: Document) -> bool:
    """Whether it says what would be so, had it been otherwise: "had it been ours, it would have been signed"."""
    return any(verb.modal == "would" and is_perfect(verb, parsed) for verb, parsed in verbs_told(content, document))


def _confirms(statement: Statement, items: Items) -> bool:
    """Whether words such as "said" come from somebody entitled, who says that something is so."""
    said, speaker = joined((*statement.cue, *statement.content)), items.speaker(statement.speaker)
    if speaker is None or speaker.kind in UNENTITLED or not any(link.relation in ENTITLED for link in statement.about):
        return False
    shown = f"{joined(statement.cue)} {_said_by_its_speaker(statement, items)}"
    confirming = STATEMENT_KINDS["confirm"]
    spoken = hits(shown, (*confirming.shown_by, *confirming.shown_with_more_by))
    so = all(_is_so(quote, items.document) for quote in (*statement.cue, *statement.content))
    return spoken and so and not hits(said, ("silent", *DENYING))


def _is_so(quote: Quote, document: Document) -> bool:
    """Whether the first verb of some words tells what is so, and not what is not or will be."""
    return not any(is_denied(*verb) or is_to_come(*verb) for verb in first_verb(quote, document))


def _silence(statement: Statement, document: Document) -> Iterator[Found]:
    """Nobody claims, comments or can verify: the sentence holds a negation, and words for what is missing."""
    sentence = sentences(statement, document)
    if hits(sentence, STATEMENT_KINDS[statement.kind].shown_without_negation_by):
        return
    spans = (sentence_span(document, quote) for quote in (*statement.cue, *statement.content))
    if not any(negations(document, *span) for span in spans) and not hits(sentence, ("silent",)):
        yield Found("silence_not_there", "", (*statement.cue, *statement.content))
    elif not hits(sentence, STATEMENT_KINDS[statement.kind].shown_by):
        yield Found("cue_unknown", "cue", (*statement.cue, *statement.content))


# --- threats and warnings ---------------------------------------------------------------------------


@in_english
def _threat(threat: Threat, items: Items) -> Iterator[Found]:
    if threat.status == "hoax" or not threat.content:
        return
    document, content = items.document, joined(threat.content)
    own, around = joined((*threat.cue, *threat.content, *threat.action)), _widened(threat.content, document)
    done = hits(content, ("violence_done",))
    if done and not hits(f"{around} {own}", ("harm_to_come",)):
        yield Found("already_done", "", threat.content)
    elif hits(content, ("posture_only",)) and not hits(_whole(threat.content, document), ("violence",)):
        yield Found("posture_only", "content", threat.content)
    elif not hits(own, THREATENING[threat.form]):
        yield Found("no_threat_words", "content", threat.content)
    elif threat.form == "explicit" and not _names_harm(threat, document):
        yield Found("harm_not_named", "form", threat.content)


THREATENING: dict[ThreatForm, tuple[str, ...]] = {
    "explicit": ("harm_to_come",),
    "implicit": ("harm_to_come", "veiled", "violence", "harm_named"),
}
"""Tables of words that show a threat of each form; where it is only to be understood, the harm alone may be named."""


def _names_harm(threat: Threat, document: Document) -> bool:
    """Whether a word of harm stands in the threat's own words, or in what goes on from them."""
    last = max(threat.content, key=lambda quote: quote.end)
    following = sentences_of((last,), document)[-1] + 1
    more = document.words(following) if following <= len(document.sentences) and leans(following, document) else ""
    said = joined((*threat.cue, *threat.content, *threat.action, *threat.means))
    if hits(said, ("the_same",)):
        said = _whole(threat.content, document)
    return hits(f"{said} {words_after(document, last)} {more}", ("violence", "harm_named"))


@in_english
def _warning(warning: ThirdPartyWarning, items: Items) -> Iterator[Found]:
    if not hits(sentences(warning, items.document), ("warning",)):
        yield Found("no_warning_words", "cue", warning.cue or warning.content)


# --- words --------------------------------------------------------------------------------------------

_OPENING_MARKS = "“”\"'‘’ "


def _whole(quotes: Quotes, document: Document) -> str:
    return " ".join(map(document.words, sentences_of(quotes, document)))


def _widened(quotes: Quotes, document: Document) -> str:
    return " ".join(map(document.words, widened(sentences_of(quotes, document), document)))


STATEMENT_KIND = Check(
    name="kind",
    reason="A claim needs claiming words, a denial denying words, a confirmation confirming or asserting words.",
    applies_to=("statement",),
    codes={
        "kind_contradicts_cue": Code("reject", "The words that it rests on are words of another kind of statement."),
        "kind_contradicts_content": Code("reject", "What is said is the opposite of what this kind of statement says."),
        "silence_not_there": Code("reject", "The sentence says of nobody that they were silent or could not tell."),
        "outlet_cannot": Code("reject", "Only the one concerned can say this, and no speaker is given."),
        "confirmation_not_shown": Code("warn", "Nothing shows that somebody who is entitled to it confirmed this."),
        "own_act_told": Code("warn", "The speaker tells an act of its own, as if it reported what others did."),
        "parts_unlike_kind": Code("warn", "What it contradicts is not what this kind of statement contradicts."),
        "cue_missing": Code("warn", "No words are given that make it this kind of statement."),
        "cue_unknown": Code("warn", "The words that it rests on are not known as words of this kind."),
        "kind_not_shown": Code("warn", "The words that it rests on fit, but nothing beside them shows this kind."),
    },
    run=_statement,
)

THREAT_KIND = Check(
    name="threat_words",
    reason="A threat needs words of future or conditional harm; readiness alone is posture, and what was done is no threat.",
    applies_to=("threat",),
    codes={
        "already_done": Code("reject", "The words tell of violence that was done, not of harm to come."),
        "no_threat_words": Code("warn", "No words of future or conditional harm stand in what is quoted."),
        "harm_not_named": Code("warn", "It is called explicit, and no word of harm stands in what is quoted."),
        "posture_only": Code("warn", "The words show readiness and do not say that force will be used."),
    },
    run=_threat,
)

WARNING_KIND = Check(
    name="warning_words",
    reason="A warning needs warning words.",
    applies_to=("warning",),
    codes={"no_warning_words": Code("warn", "No words of warning stand in the sentence.")},
    run=_warning,
)
