"""What a noun phrase denotes: an armed group, soldiers, an official, a building, a place, a weapon, an act …"""

from functools import cache

from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lexicon, word_set, words
from summarizer.lexicons.inflection import plural
from summarizer.schemas.vocabulary import IncidentKind

NOUN_TABLES = (
    "armed_group",
    "armed_persons",
    "forces",
    "bodies",
    "officials",
    "monitors",
    "outlets",
    "organisations",
    "military_persons",
    "civilians",
    "collective",
    "things",
    "places",
)
PEOPLE = frozenset({"armed_persons", "officials", "military_persons", "civilians", "collective"})
ARMED = frozenset({"armed_group", "armed_persons", "forces", "military_persons"})
BODIES = frozenset({"armed_group", "forces", "bodies", "monitors", "outlets", "organisations"})
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "acy", "ure")
_AGED = ("-year-old", "-year-olds")
_LONGEST = 4  # words of the longest listed noun


def denotes(phrase: Phrase, parsed: Parsed) -> str | None:
    """The table of nouns.toml (or 'weapon', 'act', 'country') that the end of the phrase stands in, or None.

    The longest listed run of words that ends in the head counts: "police station" is a thing, "police" a body.
    """
    return _denoted(phrase, parsed)[0]


def head_noun(phrase: Phrase, parsed: Parsed) -> str:
    """The listed noun that the phrase ends in, in lower case, or its last word."""
    return _denoted(phrase, parsed)[1]


def _denoted(phrase: Phrase, parsed: Parsed) -> tuple[str | None, str]:
    if phrase.denoted is None:
        phrase.denoted = _looked_up(phrase, parsed)
    return phrase.denoted


def _looked_up(phrase: Phrase, parsed: Parsed) -> tuple[str | None, str]:
    of = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition == "of" else None
    if of is not None and parsed.tokens[phrase.head].low in word_set("roles", "partitive"):
        meaning = _denoted(of, parsed)
        if meaning[0] is not None:
            return meaning
    known = _known()
    if of is not None:
        whole = f"{parsed.tokens[phrase.head].low} of {parsed.low(of.first, of.head)}"
        if whole in known:
            return known[whole], whole
    for first in range(max(phrase.first, phrase.head - _LONGEST + 1), phrase.head + 1):
        words_here = parsed.low(first, phrase.head)
        if words_here in known:
            return known[words_here], words_here
    if parsed.tokens[phrase.head].low.endswith(_AGED):
        return "civilians", parsed.tokens[phrase.head].low
    return None, parsed.tokens[phrase.head].low


def weapon_kind(phrase: Phrase, parsed: Parsed) -> IncidentKind | None:
    """The kind of incident that a weapon suggests, or None."""
    return _weapon_kinds().get(head_noun(phrase, parsed))


@cache
def _weapon_kinds() -> dict[str, IncidentKind]:
    families = lexicon("weapons").values()
    return {word: family["kind"] for family in families if family["kind"] for word in family["words"]}


def may_be_name(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase ends in a name; where capitals tell nothing, in a word that no list knows."""
    head = parsed.tokens[phrase.head]
    if head.tag is Tag.NAME or not parsed.shouted:
        return head.tag is Tag.NAME
    return head.tag is Tag.NOUN and not is_abstract(head.low) and verb_form(head.low) is None


def is_person(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase denotes people by its head, or names somebody behind a title or an occupation."""
    if denotes(phrase, parsed) in PEOPLE:
        return True
    if denotes(phrase, parsed) is not None or not may_be_name(phrase, parsed):
        return False
    inner = (token.low for token in parsed.tokens[phrase.first : phrase.head])
    return any(word in _titles() for word in inner)


@cache
def _titles() -> frozenset[str]:
    tables = [table for table in NOUN_TABLES if table in PEOPLE]
    single = (noun for table in tables for noun in words("nouns", table) if " " not in noun)
    return frozenset((*words("titles", "titles"), *single))


def is_named(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase names a group, body or person, and does not only describe it."""
    tokens = parsed.tokens[phrase.first : phrase.last + 1]
    if not parsed.shouted:
        return any(token.tag is Tag.NAME for token in tokens)
    inner = [token for token in tokens if token.tag is not Tag.DETERMINER]
    return any(token.tag is Tag.NOUN and not is_common(token.low) for token in inner)


def is_common(word: str) -> bool:
    """Whether a word is one of the nouns, weapons, acts or verbs that the lists know."""
    return word in _vocabulary() or verb_form(word) is not None


@cache
def _vocabulary() -> frozenset[str]:
    """Every single word of the nouns, weapons and acts."""
    return frozenset(part for phrase in _known() for part in phrase.split())


def is_abstract(word: str) -> bool:
    """Whether a word, by its ending, is the name of no body."""
    return word in word_set("roles", "abstract", "body") or word.removesuffix("s").endswith(_ABSTRACT)


def name_span(phrase: Phrase, parsed: Parsed) -> tuple[int, int] | None:
    """The tokens of the longest run of names in the phrase, or None where it holds none."""
    best: tuple[int, int] | None = None
    start: int | None = None
    for at in range(phrase.first, phrase.last + 2):
        inside = at <= phrase.last and parsed.tokens[at].tag is Tag.NAME
        if inside and start is None:
            start = at
        if not inside and start is not None:
            if best is None or at - start > best[1] - best[0] + 1:
                best = (start, at - 1)
            start = None
    return best


@cache
def _known() -> dict[str, str]:
    """Every listed noun, singular and plural, with its table; weapons, acts and countries beside the nouns."""
    found: dict[str, str] = {}
    for family in lexicon("weapons").values():
        found.update(dict.fromkeys(family["words"], "weapon"))
    for table in NOUN_TABLES:
        for noun in words("nouns", table):
            found[noun] = found[plural(noun)] = table
    for row in lexicon("acts")["act"]:
        for noun in row.get("nouns", ()):
            found[noun] = found[plural(noun)] = "act"
    return found
