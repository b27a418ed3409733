"""Coarse parts of speech from word lists and the words around: no model, no statistics."""

from functools import cache

from summarizer.coder.grammar.classes import BE, MARKS, NOMINAL, PASSED_OVER, VERBAL, carriers
from summarizer.coder.grammar.marks import mark_quoted, take_in_names
from summarizer.coder.grammar.morphology import common_nouns, verb_forms
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.coder.grammar.verbal import tag_verb
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
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_AGED = ("-year-old", "-year-olds")
_PEOPLE_BY_STATE = frozenset({"dead", "missing", "sick", "elderly", "poor", "homeless", "disabled", "blind"})
_GOVERNS_THAT = frozenset({"of", "for", "from", "about", "after", "before", "during", "behind"})
_OPENS_CONDITION = frozenset({"if", "unless", "when", "once", "until"})


def tag(tokens: list[Token], *, shouted: bool) -> None:
    """Set `tag` and `base` of every word of a sentence, and which words are quoted.

    Args:
        tokens: the sentence, in order.
        shouted: the article is in capitals, so that they tell nothing.
    """
    mark_quoted(tokens)
    closed, verbs = _closed(), verb_forms()
    for at, token in enumerate(tokens):
        token.tag = _looked_up(token, closed, first=at == 0, shouted=shouted)
        if token.low == "last" and at and tokens[at - 1].low in BE:
            token.tag = Tag.ADVERB  # "was last shelled in"
        elif token.low == "that" and at and tokens[at - 1].low in _GOVERNS_THAT:
            token.tag = Tag.DETERMINER  # "spoke of that attack"
    _mark_runs(tokens)
    for at, token in enumerate(tokens):
        form = verbs.get(token.low)
        if form is not None and token.tag in (Tag.NOUN, Tag.ADJECTIVE):
            tag_verb(tokens, at, form)
    if shouted:
        _join_names(tokens)
    _settle(tokens)
    _complete_conditions(tokens)
    take_in_names(tokens, shouted=shouted)


def _join_names(tokens: list[Token]) -> None:
    """A hyphen with blanks around it between two nouns is part of a name: "THE ORLEN - TARN PIPELINE"."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.low == "-" and before.tag is Tag.NOUN and after.tag is Tag.NOUN:
            token.tag = Tag.NOUN


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
            if (
                all(token.low == word for token, word in zip(tokens[at + 2 : last + 1], rest, strict=False))
                and last <= end
            ):
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
    if token.low.endswith("ly") and len(token.low) > 4 and not capital and not _is_noun_in_ly(token.low):
        return Tag.ADVERB
    if capital and not (first and _is_common(token.low)):
        return Tag.NAME
    return Tag.NOUN


def _is_common(word: str) -> bool:
    """Whether a word with a capital may have it only for opening the sentence."""
    return word in verb_forms() or word in common_nouns() or word.removesuffix("s") in carriers()


def _is_noun_in_ly(word: str) -> bool:
    return word in common_nouns() or word in verb_forms()


def _settle(tokens: list[Token]) -> None:
    """Words whose class only the words around tell: `to`, `that`, and conjunctions that may be prepositions."""
    for at, token in enumerate(tokens):
        if token.tag is Tag.TO:
            after = _after(tokens, at)
            if after is None or after.tag not in (Tag.BASE, Tag.AUXILIARY):
                token.tag = Tag.PREPOSITION
        elif token.low in _SELF and at and tokens[at - 1].low in BE:
            token.tag = Tag.ADVERB  # "was himself shot"
        elif token.low == "that":
            token.tag = _that(tokens[at - 1] if at else None, _after(tokens, at))
        elif token.low in ("after", "before", "since", "until", "as") and (
            _time_follows(tokens, at) or not _clause_follows(tokens, at)
        ):
            token.tag = Tag.PREPOSITION
        elif (
            _stands_for_people(tokens, at)
            or (token.low == "may" and _is_month(tokens, at))
            or (token.low == "round" and _closes_noun(tokens, at))
        ):
            token.tag = Tag.NOUN
        elif token.low in _qualifiers() and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.NUMBER:
            token.tag = Tag.ADVERB


def _stands_for_people(tokens: list[Token], at: int) -> bool:
    """Whether "the dead" or the like has no noun behind it."""
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.BREAK
    stated = tokens[at].tag is Tag.ADJECTIVE and tokens[at].low in _PEOPLE_BY_STATE
    return stated and at > 0 and tokens[at - 1].low == "the" and follows not in NOMINAL


def _closes_noun(tokens: list[Token], at: int) -> bool:
    """Whether a word that may be a preposition is a noun before its verb: "a mortar round struck", "the round was fired"."""
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.BREAK
    return at > 0 and tokens[at - 1].tag in (Tag.DETERMINER, Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE) and follows in VERBAL


def _is_month(tokens: list[Token], at: int) -> bool:
    """Whether a number stands beside "may"."""
    return any(token.tag is Tag.NUMBER and token.low[0].isdigit() for token in tokens[max(0, at - 1) : at + 2])


@cache
def _qualifiers() -> frozenset[str]:
    """Single words that bound a number where one follows, and are prepositions elsewhere."""
    tables = ("more_than", "at_most", "fewer_than", "nearly", "about")
    return frozenset(word for word in words("numbers", *tables) if " " not in word)


def _complete_conditions(tokens: list[Token]) -> None:
    """A clause behind "if" has a verb: where none is seen up to its end, the word that may be one is it."""
    for at, token in enumerate(tokens):
        if token.tag is not Tag.SUBORDINATOR or token.low not in _OPENS_CONDITION:
            continue
        last: int | None = None
        for place in range(at + 2, len(tokens)):
            if tokens[place].tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE, Tag.PRONOUN, *VERBAL):
                last = None if tokens[place].tag in VERBAL else last
                break
            form = verb_forms().get(tokens[place].low)
            subject = tokens[place - 1].tag in (Tag.NOUN, Tag.NAME)
            if subject and tokens[place].tag is Tag.NOUN and form is not None and "third" in form.forms:
                last = place
        if last is not None:
            tokens[last].tag, tokens[last].base = Tag.VERB, verb_forms()[tokens[last].low].base


def _that(before: Token | None, after: Token | None) -> Tag:
    governs = before is not None and before.tag in (Tag.NOUN, Tag.NAME, Tag.PREPOSITION)
    if governs and after is not None and after.tag in VERBAL:
        return Tag.RELATIVE
    if (before is None or before.tag is Tag.PREPOSITION) and (after is None or after.tag is not Tag.DETERMINER):
        return Tag.DETERMINER
    return Tag.SUBORDINATOR


def _time_follows(tokens: list[Token], at: int) -> bool:
    """Whether nothing but an hour of the day stands behind: "before dawn but failed", "after midnight and killed"."""
    hour, end = (tokens[place].low if place < len(tokens) else "" for place in (at + 1, at + 2))
    joined = end in ("and", "but", ",") or end == "when"
    return joined and hour in word_set("times", "day_parts", "hours")


def _clause_follows(tokens: list[Token], at: int) -> bool:
    """Whether a verb of its own comes before the next mark."""
    if (
        tokens[at].low == "since"
        and at + 1 < len(tokens)
        and tokens[at + 1].low in word_set("times", "weekdays", "months")
    ):
        return False  # "since Monday"
    for token in tokens[at + 1 :]:
        if token.tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE):
            return False
        if token.tag in VERBAL:
            return True
    return False


def _after(tokens: list[Token], at: int) -> Token | None:
    """The nearest word behind that is neither adverb nor negation."""
    return next((token for token in tokens[at + 1 :] if token.tag not in PASSED_OVER), None)
