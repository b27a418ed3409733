"""Classes of words and of marks that more than one step of the tagging asks for."""

from functools import cache

from summarizer.coder.grammar.tokens import Tag
from summarizer.lexicons import words

MARKS = {
    ",": Tag.COMMA, '"': Tag.QUOTE, "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE,
    ":": Tag.BREAK, ";": Tag.BREAK, "-": Tag.BREAK, "--": Tag.BREAK, ".": Tag.BREAK, "!": Tag.BREAK, "?": Tag.BREAK,
    "...": Tag.BREAK, "/": Tag.COORDINATOR, "'s": Tag.POSSESSIVE, "'": Tag.POSSESSIVE,
}  # fmt: skip
NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE})
PASSED_OVER = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.QUOTE})
BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "am", "'re", "'m", "get", "got", "gets"})
VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})


@cache
def carriers() -> frozenset[str]:
    """What carries words: "a note", "a statement"."""
    return frozenset(words("sayings", "carriers"))
