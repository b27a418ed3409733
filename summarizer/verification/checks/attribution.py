"""The outlet's own voice: what the article puts into somebody's mouth is not its own assertion."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.lexicons import pattern
from summarizer.schemas.brief import Statement
from summarizer.verification.checks.check import Check, Code, Found
from summarizer.verification.clauses import quotation_around, words_after, words_before
from summarizer.verification.items import Items


def _run(statement: Statement, items: Items) -> Iterator[Found]:
    """What is put into somebody's mouth is not the outlet's own assertion."""
    anchor = next(iter((*statement.content, *statement.cue)), None)
    if items.document.language != "en" or statement.speaker is not None or anchor is None:
        return
    if statement.kind not in OWN_WORD:
        return
    document = items.document
    quotation = quotation_around(document, anchor)
    if quotation is not None and len(document.text[quotation[0] : quotation[1]].split()) >= LONG_QUOTATION:
        yield Found("attributed", "", (document.quote(*quotation),))
        return
    before, after = words_before(document, anchor), words_after(document, anchor)
    trailing, leading = _trailing().search(after), _last(_leading(), before)
    if trailing and not _breaks(after[: trailing.start()]):
        yield Found("attributed" if not _SIDE.search(before) else "perhaps_attributed", "", (anchor,))
    elif leading is not None and not _breaks(before[leading.end() :]):
        plain = len(before) - leading.end() <= SHORT and not _SIDE.search(before[leading.end() :])
        yield Found("attributed" if plain else "perhaps_attributed", "", (anchor,))


OWN_WORD = frozenset({"assert", "confirm", "blame", "announce", "demand", "deny_occurrence", "dispute", "clear"})
"""Kinds that the article may say itself; what it reports that others said is theirs."""
LONG_QUOTATION = 4
"""Words from which a quotation is somebody's speech rather than a term in quotation marks."""
SHORT = 40
"""Characters between "said" and the words within which they are plainly what is said."""


def _last(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(expression.finditer(text)))), None)


def _breaks(text: str) -> bool:
    return (
        re.search(r"[;“”\"—]|,\s+(?:but|while|and|though|although|which|who|a day|hours)\b|\bbut\b", text) is not None
    )


_SIDE = re.compile(
    r"\b(?:after|before|since|following|amid|during|over|of|about|on|for|who|which|whom|where|when|behind|responsibility)\b",
    re.IGNORECASE,
)


@cache
def _trailing() -> re.Pattern[str]:
    verbs = pattern("cues", "attributing").pattern
    end = r"(?=\s*(?:[.,;]|$|(?:on|late|early|in a|to|yesterday|at a)\b))"
    return re.compile(rf",\s+(?:according to\b|(?:[\w’'.-]+\s+){{1,8}}{verbs}{end}|(?:said|says)\s)", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    verbs = pattern("cues", "attributing").pattern
    noun = r"(?!\s+(?:\w+\s+)?(?:responsibility|credit|the attack))"
    opening = r"(?:\s+(?:on\s+)?\w+day)?(?:\s+that)?(?:\s+(?:the|an?|its|their))?"
    return re.compile(rf"(?<=[\w’'”,]\s){verbs}{noun}{opening}", re.IGNORECASE)


ATTRIBUTION = Check(
    name="attribution",
    reason="What somebody is quoted as saying is not the outlet's own word.",
    applies_to=("statement",),
    codes={
        "attributed": Code("reject", "The article does not say this itself: it says that somebody said it."),
        "perhaps_attributed": Code("warn", "The article may not say this itself: somebody speaks in the sentence."),
    },
    run=_run,
)
