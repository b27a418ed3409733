"""Whether a speaker tells an act of its own: what makes "said" a claim, and what makes a report one."""

from collections.abc import Iterable, Iterator
from itertools import chain

from summarizer.conflict.items import Items
from summarizer.conflict.named import all_related, is_named
from summarizer.conflict.statement_kinds import ONLY_TELLS_IT
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.clauses import sentence_span
from summarizer.english.grammar.told_acts import (
    ToldAct,
    acts_in,
    ends_with_auxiliary,
    has_act_for_object,
    tells_of_success,
)
from summarizer.english.passages import Span, clause
from summarizer.lexicons import lemmas, pattern, word_set
from summarizer.schemas.brief import Actor, Statement

ACTS = ("violence_done", "violence", "own_act", "claim", "deed", "part_taken")
"""Tables of words for what somebody may say that it did."""
FIGHTING = frozenset({"armed_group", "armed_forces"})
"""Kinds of actor of whom "it struck" after "it said" tells an act of their own."""
SIDES = FIGHTING | {"state"}
"""Kinds of actor that fight."""


# --- told as news -------------------------------------------------------------------------------------


def tells_own_deed_as_news(statement: Statement, items: Items) -> bool:
    """Whether somebody's "we struck" is given as a report of what others did."""
    if statement.speaker is None or statement.kind not in ONLY_TELLS_IT:
        return False
    mine = all_related(items, statement.speaker, statement.whom)
    own = word_set("cues", "its_own") if _camp(statement, items) & FIGHTING else word_set("threatening", "own")
    acts = _acts(_spans(statement.content), items.document, "violence_done", "violence")
    return mine and any(act.is_done and act.is_of(own) for act in acts)


def _spans(quotes: Quotes) -> list[Span]:
    return [(quote.start, quote.end) for quote in quotes]


def _acts(spans: Iterable[Span], document: Document, *tables: str) -> Iterator[ToldAct]:
    return chain.from_iterable(acts_in(span, document, pattern("cues", *tables)) for span in spans)


def _camp(statement: Statement, items: Items) -> frozenset[str]:
    """The kinds of the speaker and of what it belongs to."""
    speaker = statement.speaker
    camp = {speaker, *(items.belongs_to(speaker) if speaker is not None else ())}
    return frozenset(actor.kind for number, actor in items.actors.items() if number in camp)


# --- claimed ------------------------------------------------------------------------------------------


def takes_it_on(statement: Statement, items: Items) -> bool:
    """Whether what is said is the speaker's own act, or that of those whom it claims for.

    Args:
        statement: a claim or an admission, by words such as "said".
        items: those of the article.
    """
    if tells_own_act(statement, items) or _claims_one(statement, items) or _tells_success(statement, items):
        return True
    told = any(_acts(_told(statement, items.document), items.document, *ACTS))
    return bool(statement.whom) and (
        told or any(ends_with_auxiliary(quote, items.document) for quote in statement.content)
    )


def _told(statement: Statement, document: Document) -> list[Span]:
    """The words of saying, and what is said with what goes before it behind the same "that"."""
    if not statement.content:
        return [sentence_span(document, quote) for quote in statement.cue]
    parts = _spans((*statement.cue, *statement.content))
    for quote in statement.content:
        start, end = clause(quote, document)
        said = (cue.end for cue in statement.cue if start <= cue.end <= quote.start)
        begin = max((start, *said))
        parts.append((max(begin, document.text.rfind(" that ", begin, quote.start)), end))
    return parts


def tells_own_act(statement: Statement, items: Items) -> bool:
    """An own word, or a name of the speaker's side, with what it did; or the deed at the head of what is said.

    Args:
        statement: of which the words of saying and what is said are read; what they deny does not count.
        items: those of the article.
    """
    document, spans = items.document, _told(statement, items.document)
    camp = items.actors.values() if statement.speaker is None else items.kin(statement.speaker)
    heads = {start for start, _ in spans}
    return (
        any(_acts(spans, document, "own_act", "claim"))
        or any(not heads.isdisjoint(act.opening) for act in _acts(spans, document, "violence_done", "deed"))
        or any(_is_own(act, camp) for act in _acts(spans, document, *ACTS))
    )


def _is_own(act: ToldAct, camp: Iterable[Actor]) -> bool:
    doers = " … ".join(map(act.parsed.words, act.doers))
    return act.is_of(word_set("cues", "own")) or any(is_named(actor, doers) for actor in camp)


def _claims_one(statement: Statement, items: Items) -> bool:
    """Whether an act is claimed in so many words: "claimed two raids, [the first at the ford]", "claimed | responsibility"."""
    known = ("making_known",) if _camp(statement, items) & FIGHTING else ()
    verbs = lemmas("cues", "claiming", *known)
    text, claim = items.document.text, pattern("cues", "claim")
    return any(claim.match(text, cue.start) or has_act_for_object(cue, verbs, items.document) for cue in statement.cue)


# --- told for its side ----------------------------------------------------------------------------------


def _tells_success(statement: Statement, items: Items) -> bool:
    """Whether a side tells how its fighting goes, and puts what was done down to nobody else."""
    told = any(tells_of_success(quote, items.document) for quote in statement.content)
    return told and not _camp(statement, items).isdisjoint(SIDES)
