"""Coarse parts of speech from word lists and the words around: no model, no statistics."""

from functools import cache

from summarizer.english.grammar.morphology import is_listed, verb_form
from summarizer.english.grammar.tokens import BE, HAVE, MARKS, PASSED_OVER, VERBAL, Tag, Token
from summarizer.english.grammar.verbal import tag_verb
from summarizer.lexicons import word_set, words

_CLOSED = (
    ("negations", Tag.NEGATION),
    ("auxiliaries", Tag.AUXILIARY),
    ("modals", Tag.MODAL),
    ("relative", Tag.RELATIVE),
    ("quantifiers", Tag.NUMBER),
    ("number_words", Tag.NUMBER),
    ("possessives", Tag.DETERMINER),
    ("determiners", Tag.DETERMINER),
    ("pronouns_subject", Tag.PRONOUN),
    ("pronouns_object", Tag.PRONOUN),
    ("coordinators", Tag.COORDINATOR),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("adverbs", Tag.ADVERB),
    ("adjectives", Tag.ADJECTIVE),
)
_RUN_CLASSES = (
    ("relative", Tag.RELATIVE),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("adverbs", Tag.ADVERB),
)
_SETTLED = {
    "to": Tag.TO, "no": Tag.DETERMINER, "that": Tag.RELATIVE, "this": Tag.DETERMINER, "these": Tag.DETERMINER,
    "those": Tag.DETERMINER, "when": Tag.SUBORDINATOR, "where": Tag.SUBORDINATOR, "as": Tag.SUBORDINATOR,
    "after": Tag.SUBORDINATOR, "before": Tag.SUBORDINATOR, "since": Tag.SUBORDINATOR, "until": Tag.SUBORDINATOR,
}  # fmt: skip
"""Words of several classes, with the tag from which the words around lead on (see `_settle`)."""
_MAY_GOVERN = frozenset({"after", "before", "since", "until", "as"})
_AGED = ("-year-old", "-year-olds")
_GOVERNS_THAT = frozenset({"of", "for", "from", "about", "after", "before", "during", "behind"})
_BOUNDS = frozenset({Tag.COMMA, Tag.BREAK, Tag.QUOTE})
_NAMING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE})
_OPENING = frozenset({'"', "-", "--"})
"""Marks behind which a capital tells no more than at the head of a sentence."""
_LEADS = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.NOUN})
_MAY_BE_VERBS = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_LONGEST_NAME = 8  # words that a name in quotation marks has fewer than


def tag(tokens: list[Token], *, shouted: bool) -> None:
    """Set `tag` and `base` of every word of a sentence, and which words are quoted.

    Args:
        tokens: the sentence, in order.
        shouted: the article is in capitals, so that they tell nothing.
    """
    _mark_quoted(tokens)
    closed = _closed()
    for at, token in enumerate(tokens):
        first = at == 0 or tokens[at - 1].low in _OPENING
        token.tag = _looked_up(token, closed, first=first, shouted=shouted)
        before = next((each.low for each in reversed(tokens[:at]) if each.tag is not Tag.ADVERB), "")
        token.tag = _behind(token, before, tokens[at + 1 : at + 3]) or token.tag
        if token.low == "may" and any(beside.low[0].isdigit() for beside in tokens[max(0, at - 1) : at + 2]):
            token.tag = Tag.NAME  # "on May 9"
    _mark_runs(tokens)
    for at, token in enumerate(tokens):
        form = verb_form(token.low) if token.tag in _MAY_BE_VERBS else None
        if form is not None:
            tag_verb(tokens, at, form)
    _settle(tokens)
    _take_in_names(tokens, shouted=shouted)


def _behind(token: Token, before: str, follow: list[Token]) -> Tag | None:
    """The tag of a word of several classes that the words around it settle."""
    if token.low in ("last", "all", "both", "each") and before in BE:
        return Tag.ADVERB  # "was last seen in", "were all seen in"
    if token.low in ("since", "before", "once") and before in BE | HAVE and _is_helped(follow):
        return Tag.ADVERB  # "has since been called off"
    if token.low == "that" and before in _GOVERNS_THAT:
        return Tag.DETERMINER  # "spoke of that attack"
    if token.low == "given" and before in BE | HAVE:
        return Tag.NOUN  # no preposition, but a verb: "has given the town three days"
    return None


def _is_helped(follow: list[Token]) -> bool:
    """Whether a participle or "been" follows at once, or behind an adverb, so that an auxiliary before it helps it."""
    verb = next((token.low for token in follow if not token.low.endswith("ly")), "")
    form = verb_form(verb)
    return verb in BE or (form is not None and "participle" in form.forms)


@cache
def _closed() -> dict[str, Tag]:
    """Each word of a closed class with its tag; where classes share one, the first listed has it."""
    found: dict[str, Tag] = {}
    for entry, meaning in _CLOSED:
        for word in words("functions", entry):
            found.setdefault(word, meaning)
    return found


def _mark_runs(tokens: list[Token]) -> None:
    """Fixed runs of words: "in front of" is one preposition, "at least" an adverb.

    The last word has the tag, and the whole run as its `base`; those before it are passed over as adverbs.
    """
    known = _runs()
    at, end = 0, len(tokens) - 1
    while at < end:
        for rest, meaning in known.get((tokens[at].low, tokens[at + 1].low), ()):
            last = at + 1 + len(rest)
            if [token.low for token in tokens[at + 2 : last + 1]] == list(rest):
                for token in tokens[at:last]:
                    token.tag = Tag.ADVERB
                tokens[last].tag, tokens[last].base = meaning, " ".join(token.low for token in tokens[at : last + 1])
                at = last
                break
        at += 1


@cache
def _runs() -> dict[tuple[str, str], list[tuple[tuple[str, ...], Tag]]]:
    """Runs of several words by their first two, the longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Tag]]] = {}
    qualifiers = words("numbers", "at_least", "more_than", "at_most", "fewer_than", "nearly", "about")
    classes = ((qualifiers, Tag.ADVERB), *((words("functions", entry), meaning) for entry, meaning in _RUN_CLASSES))
    for phrases, meaning in classes:
        for first, *rest in (phrase.split() for phrase in phrases):
            if rest:
                found.setdefault((first, rest[0]), []).append((tuple(rest[1:]), meaning))
    for runs in found.values():
        runs.sort(key=lambda each: -len(each[0]))
    return found


def _looked_up(token: Token, closed: dict[str, Tag], *, first: bool, shouted: bool) -> Tag:
    mark = MARKS.get(token.low)
    if mark is not None:
        return mark
    if token.low in _SETTLED:
        return _SETTLED[token.low]
    if token.low[0].isdigit():
        return Tag.NOUN if token.low.endswith(_AGED) else Tag.NUMBER
    known = closed.get(token.low)
    capital = token.capital and not shouted
    if known is not None and not (capital and known is Tag.ADJECTIVE and not first):
        return known
    if token.low.endswith("ly") and len(token.low) > 4 and not capital and not is_listed(token.low):
        return Tag.ADVERB
    if capital and not (first and is_listed(token.low)):
        return Tag.NAME
    return Tag.NOUN


def _settle(tokens: list[Token]) -> None:
    """Words whose class only the words around tell: `to`, `that`, and conjunctions that may be prepositions."""
    for at, token in enumerate(tokens):
        if token.tag is Tag.TO:
            after = _after(tokens, at)
            if after is None or after.tag not in (Tag.BASE, Tag.AUXILIARY):
                token.tag = Tag.PREPOSITION
        elif token.low == "that":
            token.tag = _that(tokens[at - 1] if at else None, _after(tokens, at))
        elif token.tag is Tag.SUBORDINATOR and token.low in _MAY_GOVERN and not _clause_follows(tokens, at):
            token.tag = Tag.PREPOSITION
        elif token.low in _qualifiers() and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.NUMBER:
            token.tag = Tag.ADVERB


@cache
def _qualifiers() -> frozenset[str]:
    """Single words that bound a number where one follows, and are prepositions elsewhere."""
    tables = ("more_than", "at_most", "fewer_than", "nearly", "about")
    return frozenset(word for word in words("numbers", *tables) if " " not in word)


def _that(before: Token | None, after: Token | None) -> Tag:
    governs = before is not None and before.tag in (Tag.NOUN, Tag.NAME, Tag.PREPOSITION)
    if governs and after is not None and after.tag in VERBAL:
        return Tag.RELATIVE
    if (before is None or before.tag is Tag.PREPOSITION) and (after is None or after.tag is not Tag.DETERMINER):
        return Tag.DETERMINER
    return Tag.SUBORDINATOR


def _clause_follows(tokens: list[Token], at: int) -> bool:
    """Whether a verb of its own comes before the next mark; of "since Monday at the prison" none is its own."""
    if at + 1 < len(tokens) and tokens[at + 1].low in word_set("times", "weekdays", "months"):
        return False
    bounds = (token.tag for token in tokens[at + 1 :] if token.tag in _BOUNDS or token.tag in VERBAL)
    return next(bounds, Tag.BREAK) in VERBAL


def _after(tokens: list[Token], at: int) -> Token | None:
    """The nearest word behind that is neither adverb nor negation."""
    return next((token for token in tokens[at + 1 :] if token.tag not in PASSED_OVER), None)


def _take_in_names(tokens: list[Token], *, shouted: bool) -> None:
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


def _mark_quoted(tokens: list[Token]) -> None:
    """Set which words are quoted."""
    inside = False
    for token in tokens:
        if token.low == '"':
            inside = not inside
        token.quoted = inside
