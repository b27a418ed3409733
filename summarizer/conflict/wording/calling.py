"""Name of an actor → words that cannot be taken for words of the page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.conflict.wording import phrasing
from summarizer.rendering.page import Phrase, foreign, quoted
from summarizer.rendering.safety import inert

LETTERS = r"[^\W_](?:[\w .'’&/–—‐‑\u200c\u200d-]*[\w.])?"
PLAIN = re.compile(rf"{LETTERS}(?: (?:“{LETTERS}”|\"{LETTERS}\") {LETTERS})?")
"""Letters and figures with the marks that names are written with, and a nickname: nothing that stands between names."""

LONGEST = 12
"""Words of the longest name that is printed bare; what is longer is a sentence."""

HEADINGS = frozenset({
    "ATTACKS", "BLASTS", "FIGHTING", "THREATS", "WARNINGS", "STATEMENTS", "CHECKS",
    "BACKGROUND", "EXERCISES", "EXERCISE", "UNVERIFIED", "UNNAMED", "IN SHORT", "ONE ARTICLE", "NOT READ", "NOT STATED",
    "NOT PLACED", "NOT WHOLE", "READ BY RULES", "not read",
    "ALSO CALLED", "the article", "this brief", "not stated", "dropped", "marked", "repaired", "merged", "nobody",
    "somebody", "and", "or", *(row.section.partition(",")[0] for row in STATEMENT_KINDS.values() if row.section),
})  # fmt: skip
"""Words that the page writes by itself, besides those of `phrasing`; "and" and "or" stand between two names."""

TABLES: tuple[Mapping[str, str], ...] = (
    phrasing.STATUS, phrasing.COUNTED, phrasing.OCCURRENCE, phrasing.RELATION, phrasing.DOES, phrasing.AUTHOR,
    phrasing.AUTHORS, phrasing.KNOWLEDGE, phrasing.CORROBORATION, phrasing.THREAT_STATUS, phrasing.CONDITION,
    phrasing.DELIVERY,
)  # type: ignore[assignment] # fmt: skip

LABEL = re.compile(r"[ABDFHETW]\d+\b")
"""An item's number on the page."""


@lru_cache(maxsize=1024)
def named(text: str) -> Phrase:
    """A name as it is; between quotation marks where a reader could take it for words of the page, or for two names."""
    name = inert(text)
    of_the_page = LABEL.match(name) or _page_words().search(name)
    if of_the_page or len(name.split(" ")) > LONGEST or not PLAIN.fullmatch(name):
        return quoted(name)
    return foreign(name)


@cache
def _page_words() -> re.Pattern[str]:
    """Every phrase of the page, in the letters in which the page writes it."""
    phrases = sorted({*HEADINGS, *_phrases(chain.from_iterable(table.values() for table in TABLES))}, key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(phrases)))})(?!\w)")


def _phrases(templates: Iterable[str]) -> Iterator[str]:
    """The parts of the templates that say something: two words or more, words in capitals, and participles of saying."""
    for part in chain.from_iterable(re.split(r"\{\w+\}|[,;:]", template) for template in templates):
        words = part.strip()
        if " " in words or words.isupper() or words.endswith(("ed", "wn")):
            yield words
