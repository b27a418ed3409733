"""Whether a speaker tells an act of its own: what makes "said" a claim, and what makes a report one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.conflict.items import Items
from summarizer.conflict.named import is_named, related
from summarizer.conflict.statement_kinds import ONLY_TELLS_IT
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import sentence_span
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import is_to_come
from summarizer.english.grammar.negation import is_denied, negation_of
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import within
from summarizer.english.passages import Span, clause
from summarizer.lexicons import lemmas, pattern, word_set
from summarizer.schemas.brief import Actor, Statement

ACTS = ("violence_done", "violence", "own_act", "claim", "deed", "part_taken")
"""Tables of words for what somebody may say that it did."""
FIGHTING = frozenset({"armed_group", "armed_forces"})
"""Kinds of actor of whom "it struck" after "it said" tells an act of their own."""
SIDES = FIGHTING | {"state"}
"""Kinds of actor that fight."""


# --- acts ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Act:
    """A word for an act that is not denied: the verb that it is, if it is one, and who does it."""

    parsed: Parsed
    verb: Frame | None
    doers: list[Phrase]

    def is_of(self, own: frozenset[str], since: int = 0) -> bool:
        """Whether one of these words stands, from some place on, among those who do it."""
        told = (token for each in self.doers for token in self.parsed.tokens[each.first : each.last + 1])
        return any(token.low in own and token.start >= since for token in told)


def _acts(spans: Iterable[Span], document: Document, *tables: str) -> Iterator[_Act]:
    for begin, end in spans:
        for match in pattern("cues", *tables).finditer(document.text, begin, end):
            parsed = parse(document, document.sentences[document.sentence_at(match.start()) - 1])
            if negation_of(match.start(), document) is None:
                yield from _read(within(parsed.tokens, *match.span()), begin, parsed)


def _read(inside: range, begin: int, parsed: Parsed) -> Iterator[_Act]:
    """A word for an act with its doers, or, of a noun, those of the verb that it hangs on, and its own phrase: "our raid"."""
    for at in inside[:1]:
        verb = parsed.verb_at(at)
        if verb is None or parsed.tokens[verb.verb].start < begin:
            yield _Act(parsed, None, parsed.phrases_at(at))
        elif not is_denied(verb, parsed):
            is_it = verb.verb in inside
            beside = verb.first - 1 if is_it and not verb.passive else at
            yield _Act(parsed, verb if is_it else None, [*verb.doers, *parsed.phrases_at(beside)])


# --- told as news -------------------------------------------------------------------------------------


def tells_own_deed_as_news(statement: Statement, items: Items) -> bool:
    """Whether somebody's "we struck" is given as a report of what others did."""
    if statement.kind not in ONLY_TELLS_IT or statement.speaker is None:
        return False
    mine = all(related(items, statement.speaker, actor) for actor in statement.whom)
    own = word_set("threatening", "own")
    own |= word_set("cues", "its") if _camp(statement.speaker, items) & FIGHTING else frozenset()
    told = ((quote.start, quote.end) for quote in statement.content) if mine else ()
    return any(
        act.verb is not None and not is_to_come(act.verb, act.parsed) and act.is_of(own, since=span[0])
        for span in told
        for act in _acts([span], items.document, "violence_done", "violence")
    )


def _camp(speaker: int, items: Items) -> frozenset[str]:
    """The kinds of the speaker and of what it belongs to."""
    camp = (items.actors.get(actor) for actor in (speaker, *items.belongs_to(speaker)))
    return frozenset(actor.kind for actor in camp if actor is not None)


# --- claimed ------------------------------------------------------------------------------------------


def takes_it_on(statement: Statement, items: Items) -> bool:
    """Whether what is said is the speaker's own act, or that of those whom it claims for.

    Args:
        statement: a claim or an admission, by words such as "said".
        items: those of the article.
    """
    if tells_own_act(statement, items) or _claims_one(statement, items) or _tells_success(statement, items):
        return True
    return bool(statement.whom) and any(_acts(_told(statement, items.document), items.document, *ACTS))


def _told(statement: Statement, document: Document) -> list[Span]:
    """The words of saying, and what is said with what goes before it in its clause."""
    if not statement.content:
        return [sentence_span(document, quote) for quote in statement.cue]
    parts = [(quote.start, quote.end) for quote in (*statement.cue, *statement.content)]
    for quote in statement.content:
        start, end = clause(quote, document)
        parts.append((max((start, *(cue.end for cue in statement.cue if start <= cue.end <= quote.start))), end))
    return parts


def tells_own_act(statement: Statement, items: Items) -> bool:
    """An own word, or a name of the speaker's side, with what it did; or the deed at the head of what is said.

    Args:
        statement: of which the words of saying and what is said are read; what they deny does not count.
        items: those of the article.
    """
    document, spans = items.document, _told(statement, items.document)
    camp = () if statement.speaker is None else _related(items, statement.speaker)
    return (
        any(_acts(spans, document, "own_act", "claim"))
        or any(_is_own(act, camp) for act in _acts(spans, document, *ACTS))
        or any(_opens(act, spans) for act in _acts(spans, document, "violence_done", "deed"))
    )


def _is_own(act: _Act, camp: Iterable[Actor]) -> bool:
    named = (is_named(actor, act.parsed.words(each)) for each in act.doers for actor in camp)
    return act.is_of(word_set("cues", "own")) or any(named)


def _opens(act: _Act, spans: list[Span]) -> bool:
    """Whether a deed opens what is said, so that the speaker did it."""
    opening = act.verb is not None and act.parsed.tokens[act.verb.first].start
    return opening in (start for start, _ in spans) and act.verb is not None and not act.verb.passive


def _related(items: Items, speaker: int) -> list[Actor]:
    return [actor for number, actor in items.actors.items() if related(items, speaker, number)]


def _claims_one(statement: Statement, items: Items) -> bool:
    """Whether an act is claimed in so many words: "claimed two raids, [the first at the ford]", "claimed | responsibility"."""
    fights = statement.speaker is not None and _camp(statement.speaker, items) & FIGHTING
    verbs = lemmas("cues", "claiming", "making_known") if fights else lemmas("cues", "claiming")
    text = items.document.text
    return any(
        pattern("cues", "claim").match(text, cue.start) or _claims(cue, verbs, items.document) for cue in statement.cue
    )


def _claims(cue: Quote, verbs: frozenset[str], document: Document) -> bool:
    """Whether an act is the object of one of these verbs, and put down to nobody: "announced the burning of a mill"."""
    parsed = parse(document, document.sentences[cue.sentence - 1])
    claims = (
        deed for deed in deeds(parsed, verbs) if parsed.tokens[deed.frame.verb].start in range(cue.start, cue.end)
    )
    return any(_is_an_act(each, parsed) and each.hanging("by") is None for deed in claims for each in deed.undergoers)


def _is_an_act(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is of an act: "two raids", "the burning of a mill"."""
    words = parsed.words(phrase)
    return pattern("harm", "attack").search(words) is not None or words.endswith("ing")


# --- told for its side ----------------------------------------------------------------------------------


def _tells_success(statement: Statement, items: Items) -> bool:
    """Whether a side tells how its fighting goes, naming nobody else before that as who does it."""
    if statement.speaker is None or not _camp(statement.speaker, items) & SIDES:
        return False
    others = [actor for number, actor in items.actors.items() if not related(items, statement.speaker, number)]
    text = items.document.text
    return any(
        not any(is_named(actor, text[quote.start : place]) for actor in others)
        for quote in statement.content
        for place in _successes(quote, items.document)
    )


def _successes(quote: Quote, document: Document) -> Iterator[int]:
    """Where words tell of fighting without saying who did it: of an enemy's losses, or of how an operation goes."""
    parsed = parse(document, document.sentences[quote.sentence - 1])
    inside = within(parsed.tokens, quote.start, quote.end)
    operation, enemy = word_set("cues", "operation"), word_set("titles", "fighters", "soldiers")
    for phrase in parsed.phrases:
        if phrase.head in inside and parsed.tokens[phrase.head].low in operation:
            yield parsed.tokens[phrase.first].start
    for frame in parsed.verbs_in(inside.start, inside.stop - 1):
        lost = parsed.tokens[frame.verb].low in word_set("harm", "killed", "wounded", "captured")
        done = frame.passive and not frame.doers
        for each in frame.subjects if done else ():
            staged = frame.base in lemmas("cues", "staged") and _is_an_act(each, parsed)
            if staged or (lost and parsed.tokens[each.head].low in enemy):
                yield parsed.tokens[each.first].start
