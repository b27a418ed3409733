"""Quotation marks of a sentence: what stands between them, and names that they only set off."""

from summarizer.coder.grammar.tokens import Tag, Token

_NAMING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
_LEADS = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.NOUN})
_LONGEST_NAME = 8  # words that a name in quotation marks has fewer than


def take_in_names(tokens: list[Token], *, shouted: bool) -> None:
    """Quotation marks around a name part nothing: 'the "Red Hand"', '"Red Hand" rebels'."""
    marks = [at for at, token in enumerate(tokens) if token.tag is Tag.QUOTE]
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = [token.tag for token in tokens[opening + 1 : closing] if token.tag is not Tag.COMMA]
        behind = closing + 1 < len(tokens) and tokens[closing + 1].tag in (Tag.NOUN, Tag.NAME)
        leads = opening > 0 and tokens[opening - 1].tag in _LEADS
        name = set(inside[:1]) <= _NAMING | {Tag.DETERMINER} and set(inside[1:]) <= _NAMING and Tag.NAME in inside
        if 0 < len(inside) < _LONGEST_NAME and (behind or leads) and (name or (shouted and set(inside) <= _NAMING)):
            tokens[opening].tag = Tag.ADJECTIVE
            tokens[closing].tag = Tag.ADJECTIVE if behind else Tag.ADVERB


def mark_quoted(tokens: list[Token]) -> None:
    """Set which words are quoted."""
    inside = False
    for token in tokens:
        if token.low == '"':
            inside = not inside
        token.quoted = inside
