"""Phrases that belong together: lists, what explains a name, what a relative clause is about."""

from functools import cache

from summarizer.coder.grammar.morphology import common_nouns, plural
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import words

JOINS = frozenset({Tag.COORDINATOR, Tag.COMMA})
_OF_SEVERAL = frozenset({"were", "are", "have", "work", "live"})


def antecedent(relative: int, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """What a relative clause is about: the phrase before it, or, behind "X, the head of Y, who", X."""
    if relative and tokens[relative - 1].tag in (Tag.VERB, Tag.BASE):
        return []  # "did not say who was behind it"
    before = [each for each in phrases if each.last < relative]
    if before and tokens[relative].low == "which" and (whole := _named_by(before, tokens)) is not None:
        return [whole]
    if len(before) > 1 and tokens[before[-1].head].tag is Tag.NUMBER:
        return before[-2:-1]  # "of Ada Rusk, 58, who": her age
    if not before or tokens[relative - 1].tag is not Tag.COMMA or not tokens[relative].low.startswith("who"):
        return before[-1:]
    free = [each for each in before if not each.preposition] or before
    held = any(before[-1] in each.hangs for each in free)
    if before[-1].preposition and not (held and _may_be_person(free[-1], tokens)):
        return before[-1:]
    if relative + 1 < len(tokens) and tokens[relative + 1].low in _OF_SEVERAL:
        return _run_up_to(free, tokens)
    return [_explained(free, tokens)]


def _may_be_person(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether "who" may go on about a phrase: people, or a name, which no article opens."""
    head = tokens[phrase.head]
    if head.low in _people():
        return True
    return head.tag is Tag.NAME or (head.low not in common_nouns() and tokens[phrase.first].tag is not Tag.DETERMINER)


@cache
def _people() -> frozenset[str]:
    tables = ("officials", "civilians", "collective", "armed_persons", "military_persons", "armed_group", "forces")
    heads = {noun.split()[-1] for noun in words("nouns", *tables)} | set(words("titles", "titles"))
    return frozenset(heads | {plural(head) for head in heads})


def _named_by(before: list[Phrase], tokens: list[Token]) -> Phrase | None:
    """The name that the last phrase only closes: "the Centre for Human Rights, which"."""
    last = before[-1]
    whole = next((each for each in before if last in each.hangs), None)
    names = whole is not None and tokens[whole.head].tag is Tag.NAME and tokens[last.head].tag is Tag.NAME
    return whole if names and last.preposition in ("of", "for") else None


def without_apposition(subjects: list[Phrase], phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Of "X, a vendor who stood by, was", X."""
    if len(subjects) != 1 or tokens[subjects[0].first].tag is not Tag.DETERMINER:
        return subjects
    free = [each for each in phrases if each.last <= subjects[0].last and not each.preposition]
    return [_explained(free, tokens)] if free and free[-1] is subjects[0] else subjects


def _explained(free: list[Phrase], tokens: list[Token]) -> Phrase:
    """The first of the phrases that only commas part from the last one: of "X, the head of Y", X."""
    found = free[-1]
    for earlier in reversed(free[:-1]):
        if [token.tag for token in tokens[end_of(earlier) + 1 : found.first]] != [Tag.COMMA]:
            break
        found = earlier
    return found


def _run_up_to(free: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The last phrase with those that are joined to it from the left: "X, Y and Z, who were"."""
    run = free[-1:]
    for earlier in reversed(free[:-1]):
        gap = {token.tag for token in tokens[end_of(earlier) + 1 : run[0].first]}
        if not gap or not gap <= JOINS or (len(run) == 1 and Tag.COORDINATOR not in gap):
            break
        run.insert(0, earlier)
    return run


def first_run(own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The first phrase, with those that a coordinator joins to it."""
    run = own[:1]
    listed: list[Phrase] = []
    for phrase in own[1:]:
        end = (listed or run)[-1]
        gap = {token.tag for token in tokens[end_of(end) + 1 : phrase.first]}
        if not gap or not gap <= JOINS | {Tag.BREAK}:
            break
        listed.append(phrase)
        if Tag.COORDINATOR in gap:
            run.extend(each for each in listed if not is_age(each, tokens))
            listed.clear()
    return run


def is_age(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether a phrase tells how old somebody is: "20 years old"."""
    return tokens[phrase.last].low == "old"


def end_of(phrase: Phrase) -> int:
    """The last token of a phrase and what hangs on it."""
    return (phrase.hangs or [phrase])[-1].last
