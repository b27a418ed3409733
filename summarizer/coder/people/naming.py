"""Which words of a noun phrase are a name, and what an article tells of names."""

import re
from dataclasses import dataclass, field
from functools import cache

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.morphology import common_nouns, verb_forms
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import denotes, head_noun, is_common, may_be_name
from summarizer.lexicons import word_set, words
from summarizer.schemas.vocabulary import ActorKind

KINDS: dict[str, ActorKind] = {
    "armed_group": "armed_group",
    "armed_persons": "armed_group",
    "forces": "armed_forces",
    "military_persons": "people",
    "bodies": "public_body",
    "officials": "official",
    "monitors": "monitor",
    "outlets": "outlet",
    "organisations": "organisation",
    "civilians": "people",
    "collective": "people",
}
"""The kind of actor by the table of nouns.toml that its head noun stands in."""
_OF_NAME = frozenset({"of", "for"})
_LONGEST_ACRONYM = 6
_ADJECTIVE = re.compile(
    r"-(?:\w+ed|led|held|run|based|born|linked|wide|person|man|member|strong)$"
)  # "Velland-backed" is no name


@dataclass(slots=True)
class Names:
    """What an article tells of names anywhere: their kinds, and which stand for the same."""

    kinds: dict[str, ActorKind] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)  # what the people of its armed groups are called: "rebel"

    def note(self, name: str, kind: ActorKind, *, firm: bool = True) -> None:
        """Take down the kind of a name; what is told firmly replaces what is not."""
        if name and not country_of(name) and (firm or name not in self.kinds) and self.kinds.get(name) != "armed_group":
            self.kinds[name] = kind


def run_before_head(phrase: Phrase, parsed: Parsed) -> tuple[int, int] | None:
    """The name that stands before the head noun: "the Red Front militia", "Red Front fighters"."""
    last = phrase.head - len(head_noun(phrase, parsed).split())
    last -= last > phrase.first and parsed.tokens[last].low == '"'
    first = last + 1
    while first > phrase.first and _may_name(parsed, first - 1):
        first -= 1
    if first > last or country_of(parsed.low(first, last)) is not None:
        return None
    sort = parsed.shouted and first == last and is_common(parsed.tokens[first].low)
    return None if sort else (first, last)


def name_of_people(phrase: Phrase, parsed: Parsed) -> tuple[int, int] | None:
    """Where all is in capitals, the body before what its people are called: "RED NATIONAL FRONT GUERRILLAS"."""
    start = name_start(phrase, parsed)
    ends = [
        at for at in range(start + 1, phrase.head) if parsed.tokens[at].low in word_set("titles", "organisation_words")
    ]
    bracket = any(parsed.tokens[at].tag is Tag.OPEN for at in range(start, phrase.head))
    if not parsed.shouted or bracket or not ends:
        return None
    return (start, ends[-1]) if any(_may_name(parsed, at) for at in range(start, ends[-1])) else None


def _may_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    if _ADJECTIVE.search(token.low):
        return False
    if not parsed.shouted or token.tag is Tag.NAME:
        return token.tag is Tag.NAME
    if token.low in verb_forms() or token.low in word_set("verbs", "adjectivelike") or token.low.endswith("ed"):
        return False
    return token.tag is Tag.NOUN and token.low not in common_nouns() and token.low not in word_set("titles", "titles")


def is_acronym(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is one word of capitals; where all is capitals, a short word that no list knows."""
    token = parsed.tokens[phrase.last]
    text = parsed.text(phrase.last, phrase.last)
    start = start_of(phrase, parsed)
    short = start == phrase.last and 2 <= len(text) <= _LONGEST_ACRONYM and text.replace("-", "").isalpha()
    if not parsed.shouted:
        return short and text.isupper()
    return (
        short
        and token.tag is Tag.NOUN
        and token.low not in common_nouns()
        and sum(c in "aeiou" for c in token.low) <= 1
    )


def with_of(phrase: Phrase, parsed: Parsed, names: Names) -> int:
    """The end of a body's name with what hangs on it and belongs to it: "the Army of the Coast", "the Front for the Defence of the Lakes"."""
    last = phrase.last
    for whole in phrase.hangs:
        if whole.preposition not in _OF_NAME or whole.first > last + 2:
            break
        known = parsed.low(name_start(phrase, parsed), whole.last) in names.kinds
        if not (known or may_be_name(whole, parsed) or _turned(phrase, whole, parsed)):
            break
        last = whole.last
    return last


def _fights(whole: Phrase, parsed: Parsed) -> bool:
    """Whether people who fight for no state end a name: "the Command of the Red Partisans"."""
    head = parsed.tokens[whole.head]
    return head.tag is Tag.NAME and head.low.removesuffix("s") in word_set("roles", "rebels")


def _turned(phrase: Phrase, whole: Phrase, parsed: Parsed) -> bool:
    """Whether "army of liberation" turns a listed noun about, "liberation army"."""
    turned = f"{parsed.tokens[whole.head].low} {parsed.tokens[phrase.head].low}"
    return turned in of_table("armed_group")


def kind_of_body(phrase: Phrase, parsed: Parsed) -> ActorKind | None:
    """The kind by the head noun; an army "of liberation" is an armed group."""
    whole = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition in _OF_NAME else None
    if whole is not None and (_turned(phrase, whole, parsed) or _fights(whole, parsed)):
        return "armed_group"
    if denotes(phrase, parsed) == "armed_group" and _is_of_army(phrase, parsed):
        return "armed_forces"
    return KINDS.get(denotes(phrase, parsed) or "")


def _is_of_army(phrase: Phrase, parsed: Parsed) -> bool:
    """ "The army's 18th Brigade"."""
    return phrase.owner is not None and denotes(phrase.owner, parsed) == "forces"


def name_start(phrase: Phrase, parsed: Parsed) -> int:
    """Where a body's name begins: behind the article, and behind words that say what sort it is of."""
    start = start_of(phrase, parsed)
    bare = phrase.head - len(head_noun(phrase, parsed).split())
    while start < bare and parsed.tokens[start].low in word_set("roles", "leanings") | indefinite_words():
        start += 1
    return start + (parsed.tokens[start].low == '"')


def tells_apart(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether words before the noun of a group tell it from others, and not only of what sort or land it is."""
    before = parsed.tokens[start_of(phrase, parsed) : phrase.head - len(head_noun(phrase, parsed).split()) + 1]
    sort = word_set("roles", "leanings", "rebels") | indefinite_words()
    return any(
        token.tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
        and token.low not in sort
        and country_of(token.low) is None
        and not _ADJECTIVE.search(token.low)
        for token in before
    )


def short_form(phrase: Phrase, parsed: Parsed, last: int) -> Phrase | None:
    """The bracket behind a name that ends in token `last`, where one of the two is short for the other.

    Of "the Red Army of Velland (RAV)" it is the army's.
    """
    openers = (each for each in parsed.phrases if phrase.preposition == "of" and phrase in each.hangs[:1])
    opener = next(openers, None)
    if opener is not None and parsed.tokens[opener.head].low in word_set("titles", "organisation_words"):
        return None
    named = next((each for each in (phrase, *phrase.hangs) if each.last == last), phrase)
    bracket = named.bracket
    if bracket is None or not (is_acronym(bracket, parsed) or is_acronym(named, parsed)):
        return None
    return bracket


def start_of(phrase: Phrase, parsed: Parsed) -> int:
    """Where a phrase begins behind its article and an opening quotation mark."""
    start = phrase.first + (parsed.tokens[phrase.first].tag is Tag.DETERMINER and phrase.last > phrase.first)
    return start + (parsed.tokens[start].low == '"')


@cache
def of_table(table: str) -> frozenset[str]:
    """The nouns of a table of nouns.toml."""
    return frozenset(words("nouns", table))


@cache
def indefinite_words() -> frozenset[str]:
    """Words that open a phrase for somebody not named: "a", "some"."""
    return frozenset(words("links", "unnamed"))
