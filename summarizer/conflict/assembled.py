"""The field of conflict news, as one object for the kernel: what goes with what."""

from typing import TYPE_CHECKING, Any

from summarizer.conflict.assessing import assess
from summarizer.conflict.checks import CHECKS, document_findings
from summarizer.conflict.checks.duplicates import merges
from summarizer.conflict.coverage import uncovered
from summarizer.conflict.exporting import EXPORTS
from summarizer.conflict.items import Items
from summarizer.conflict.losses import CODES, MENDS, doubts_dropped, rule
from summarizer.conflict.settling import settled
from summarizer.conflict.shown import links
from summarizer.conflict.two_keys import disagreements
from summarizer.pointing.field import Field
from summarizer.schemas.brief import Brief, UnverifiedBrief
from summarizer.schemas.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarizer.asking.forms import Form
    from summarizer.asking.prompt import Prompt
    from summarizer.asking.second_opinion import Proposition
    from summarizer.asking.stitching import Continuation
    from summarizer.documents.document import Document
    from summarizer.regression.telling import Telling
    from summarizer.rendering.page import Page
    from summarizer.store.tables import Tables

# What only those need who ask a model, read by rules or write a page is imported when it is asked for.


def _compose(brief: UnverifiedBrief, document: "Document", name: str) -> "Page":
    from summarizer.conflict.wording.composing import compose

    return compose(brief, document, name)


def _instructions() -> "Prompt":
    from summarizer.prompts import prompt

    return prompt()


def _form() -> "Form":
    from summarizer.asking.forms import AsLines

    return AsLines(Draft)


def _completed(draft: Draft, document: "Document") -> Draft:
    from summarizer.conflict.completing import completed

    return completed(draft, document)


def _continuation() -> "Continuation":
    from summarizer.conflict.continuing import CONTINUATION

    return CONTINUATION


def _telling() -> "Telling":
    from summarizer.conflict.telling_items import TELLING

    return TELLING


def _propositions(brief: UnverifiedBrief, document: "Document") -> "Iterable[Proposition]":
    from summarizer.conflict.opinions import propositions

    return propositions(brief, document)


def _coder() -> "Callable[[Any], Draft]":
    from summarizer.conflict.coder import code

    return code


def _tables() -> "Tables":
    from summarizer.conflict.storing import CONFLICT_TABLES

    return CONFLICT_TABLES


CONFLICT = Field(
    name="conflict",
    draft=Draft,
    stored=UnverifiedBrief,
    brief=Brief,
    items=Items,
    checks=CHECKS,
    assess=assess,
    compose=_compose,
    instructions=_instructions,
    form=_form,
    complete=_completed,
    disagreements=disagreements,
    continuation=_continuation,
    telling=_telling,
    extractors={"coder": _coder},
    propositions=_propositions,
    settle=settled,
    rule=rule,
    mends=MENDS,
    merges=merges,
    links=links,
    about_document=document_findings,
    uncovered=uncovered,
    lost=doubts_dropped,
    codes=CODES,
    formats=EXPORTS,
    tables=_tables,
)
"""Who threatened whom, and which attacks are confirmed, claimed, denied or disputed, on whose word."""
