"""The outlet's own voice: what the article puts into somebody's mouth is not its own assertion."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.issued import issuer
from summarizer.conflict.checks.places import breaks, in_the_passive, pronoun_place, speaking_place, subject_before
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import HARDLY_THE_ARTICLES, SILENT, THE_ARTICLES_OWN_WORD
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import quotation_around, words_after, words_before
from summarizer.lexicons import pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Statement


@in_english
def _run(statement: Statement, items: Items) -> Iterator[Found]:
    """What is put into somebody's mouth is not the outlet's own assertion."""
    anchor = next(iter((*statement.content, *statement.cue)), None)
    if statement.speaker is not None or anchor is None or _is_rumour(statement, items.document):
        return
    said = next((cue for cue in statement.cue if _somebody_says(cue, items)), None)
    if said is not None and statement.kind not in SILENT:  # the subject of a silence does not speak
        yield Found("attributed", "", (said,))
    elif any(_somebody_saw(cue, items) for cue in statement.cue) or statement.kind in HARDLY_THE_ARTICLES:
        yield Found("perhaps_attributed", "", (anchor,))
    elif issuer(items) is not None:
        yield Found("put_out_by_a_party", "", (anchor,))
    elif statement.kind in THE_ARTICLES_OWN_WORD:
        yield from _in_the_sentence(anchor, items.document)


def _is_rumour(statement: Statement, document: Document) -> bool:
    """Whether it is passed on with its hedge as what nobody in particular says: "is said to have", "reports said"."""
    words = (*statement.cue, *statement.hedge)
    said = (_NOBODY_SAYS.search(document.text, each.start, each.end + len(" by")) for each in words)
    return bool(statement.hedge) and any(said)


_NOBODY_SAYS = re.compile(
    r"\b(?:is|are|was|were|ha(?:s|ve|d) been)\s+(?:\w+ly\s+|also\s+)?(?:said|reported|rumou?red|alleged|understood)\b(?!\s+by)"
    r"|(?<![’']s\s)\b(?<!\bits\s)(?<!\btheir\s)reports\s+(?:say|said|suggest(?:ed)?|spoke)\b",
    re.IGNORECASE,
)


def _somebody_says(cue: Quote, items: Items) -> bool:
    """Whether the words of saying have a subject: an actor, a pronoun, or whoever else "said" or gave an account."""
    if speaking_place(cue, items) or pronoun_place(cue, items.document) is not None:
        return True
    if _OWN_VOICE.search(words_before(items.document, cue)):
        return False
    if _PUTS_IT.match(items.document.text, cue.start):
        return True
    return _ACCOUNT.search(cue.text) is not None and not in_the_passive(words_before(items.document, cue))


_OWN_VOICE = re.compile(
    r"\b(?:we|this (?:newspaper|paper|agency|reporter|site))(?:\s+(?:had|have|has))?\s*$", re.IGNORECASE
)
"""What the article calls itself before a verb of saying."""
_ACCOUNT = re.compile(
    r"^(?:said|says|told|tells|added)\b|\bto (?:reporters|journalists|the press)$|\b(?:according to|in the (?:opinion|view|words) of|by the (?:account|count) of)$",
    re.IGNORECASE,
)


_PUTS_IT = re.compile(
    r"puts?\s+(?:the|its|their)\s+(?:\w+\s+)?(?:dead|toll|number|figure|count|losses|total)\s(?:[^.;,]*\s)?at\b"
)
"""Whoever puts a toll at a number says it."""


def _somebody_saw(cue: Quote, items: Items) -> bool:
    """Whether the cue opens with a verb of seeing or counting that has an actor for its subject."""
    return pattern("links", "perceiving").match(cue.text) is not None and bool(subject_before(cue, items))


def _in_the_sentence(anchor: Quote, document: Document) -> Iterator[Found]:
    """What the words before and after in the sentence say of whose word it is."""
    quotation = quotation_around(document, anchor)
    if quotation is not None and len(document.text[quotation[0] : quotation[1]].split()) >= LONG_QUOTATION:
        yield Found("attributed", "", (document.quote(*quotation),))
        return
    if _OWNED_ACCOUNT.match(document.text, anchor.start):
        yield Found("perhaps_attributed", "", (anchor,))
        return
    before, after = words_before(document, anchor), words_after(document, anchor)
    trailing, leading = _trailing().search(after), _last(_leading(), before)
    if trailing and not breaks(after[: trailing.start()]):
        yield Found("attributed" if not _SIDE.search(before) else "perhaps_attributed", "", (anchor,))
    elif (
        leading is not None and not breaks(before[leading.end() :]) and not _KNOWN_BEFORE.search(before, leading.end())
    ):
        near = len(before) - leading.end() <= SHORT and not _SIDE.search(before[leading.end() :])
        plain = near and not _TOLD_IN_PASSING.match(anchor.text)
        yield Found("attributed" if plain else "perhaps_attributed", "", (anchor,))


_KNOWN_BEFORE = re.compile(
    r"\b(?:the|its|their|this|that)\s+(?:[\w-]+\s+){1,3}(?:who|where|in\s+which|from\s+which)\s+[^,;:“”\"]{0,60}\Z"
    r"|\b(?:behind|responsible\s+for|responsibility\s+for)\s+(?:this|last|[\w-]+[’']s)\s+(?:\w+[’']s?\s+)?(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
"""What ends in a clause or a name for what is known before somebody speaks of it: "the troops who", "behind this week's"."""
_OWNED_ACCOUNT = re.compile(r"(?<=[’']s\s)(?:figure|count|toll|estimate|version|account)\b", re.IGNORECASE)
"""What belongs to whoever gives it: "the ministry's figure of nine"."""
LONG_QUOTATION = 4
"""Words from which a quotation is somebody's speech rather than a term in quotation marks."""
SHORT = 40
"""Characters between "said" and the words within which they are plainly what is said."""


_TOLD_IN_PASSING = re.compile(
    rf"(?:{CAPITAL}[\w’'.-]*\s+|of\s+|the\s+)+{CAPITAL}[\w’'-]*,\s+who\s+(?:was|were|had|has)\b"
)
"""A name with a clause behind a comma, in which the article may say itself who that is or what befell them."""


def _last(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(expression.finditer(text)))), None)


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
    held = r"(?!(?:believed|thought|suspected|alleged)\s+to\s+be\b)"  # "gunmen believed to be rebels": nobody speaks
    return re.compile(rf"(?<=[\w’'”,]\s){held}{verbs}{noun}{opening}", re.IGNORECASE)


ATTRIBUTION = Check(
    name="attribution",
    reason="What somebody is quoted as saying is not the outlet's own word.",
    applies_to=("statement",),
    codes={
        "attributed": Code("reject", "The article does not say this itself: it says that somebody said it."),
        "put_out_by_a_party": Code("warn", "An actor puts the article out: what it says is that actor's word."),
        "perhaps_attributed": Code("warn", "The article may not say this itself: somebody speaks in the sentence."),
    },
    run=_run,
)
