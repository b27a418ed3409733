"""Which words of a noun phrase are a name, and what an article tells of its names anywhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.coder.meaning.denoting import BODIES, denotes, head_noun, is_common, may_be_name, name_span
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.morphology import is_listed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind

Run = tuple[int, int]

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
_ADJECTIVE = re.compile(r"-(?:\w+ed|led|held|run|based|born|linked|wide|person|man|member|strong)$")
"""What makes no name of a word: "Velland-backed"."""
_SPEAK_FOR_GROUPS = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "leader", "commander", "member"})


@dataclass(slots=True)
class NamesLearnt:
    """What an article tells of names anywhere: their kinds, and which stand for the same."""

    kinds: dict[str, ActorKind] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, kind: ActorKind) -> None:
        """Take down the kind of a name."""
        if name:
            self.kinds[name] = kind


# --- the words of a name ------------------------------------------------------------------------------------


def run_before_head(phrase: Phrase, parsed: Parsed) -> Run | None:
    """The name that stands before the head noun: "the Red Front militia", "Red Front fighters"."""
    last = phrase.head - len(head_noun(phrase, parsed).split())
    last -= last > phrase.first and parsed.tokens[last].low == '"'
    others = (at for at in range(last, phrase.first - 1, -1) if not _may_name(parsed, at))
    first = next(others, phrase.first - 1) + 1
    if first > last or country_of(parsed.low(first, last)) is not None:
        return None
    sort = parsed.shouted and first == last and is_common(parsed.tokens[first].low)
    return None if sort else (first, last)


def _may_name(parsed: Parsed, at: int) -> bool:
    token = parsed.tokens[at]
    if _ADJECTIVE.search(token.low) or not parsed.shouted:
        return token.tag is Tag.NAME and not _ADJECTIVE.search(token.low)
    listed = is_listed(token.low) or token.low in word_set("titles", "titles")
    return token.tag is Tag.NOUN and not listed and not token.low.endswith("ed")


def is_acronym(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is one word of capitals; where all is capitals, a short word with hardly a vowel."""
    text = parsed.text(phrase.last, phrase.last)
    if start_of(phrase, parsed) != phrase.last or not 2 <= len(text) <= _LONGEST_ACRONYM:
        return False
    known = sum(letter in "aeiou" for letter in text.lower()) <= 1 if parsed.shouted else text.isupper()
    return known and text.replace("-", "").isalpha()


def with_of(phrase: Phrase, parsed: Parsed, names: NamesLearnt) -> int:
    """The end of a body's name with what hangs on it and belongs to it: "the Front for the Defence of the Lakes"."""
    last = phrase.last
    for whole in phrase.hangs:
        known = parsed.low(name_start(phrase, parsed), whole.last) in names.kinds or may_be_name(whole, parsed)
        if whole.preposition not in _OF_NAME or whole.first > last + 2 or not known:
            break
        last = whole.last
    return last


def name_start(phrase: Phrase, parsed: Parsed) -> int:
    """Where a body's name begins: behind the article, and behind words that say what sort it is of."""
    start = start_of(phrase, parsed)
    bare = phrase.head - len(head_noun(phrase, parsed).split())
    start = next((at for at in range(start, bare) if parsed.tokens[at].low not in _sorts()), max(start, bare))
    return start + (parsed.tokens[start].low == '"')


@cache
def _sorts() -> frozenset[str]:
    """Words before a body's name that say what sort it is of."""
    return word_set("roles", "leanings") | word_set("links", "unnamed")


def short_form(phrase: Phrase, parsed: Parsed, last: int) -> Phrase | None:
    """The short form in brackets behind a name that ends in token `last`; of "the Red Army of Velland (RAV)" the army's."""
    over = (each for each in parsed.phrases if phrase.preposition == "of" and phrase in each.hangs[:1])
    opener = next(over, None)
    if opener is not None and parsed.tokens[opener.head].low in word_set("titles", "organisation_words"):
        return None
    named = next((each for each in (phrase, *phrase.hangs) if each.last == last), phrase)
    return named.bracket if named.bracket is not None and is_acronym(named.bracket, parsed) else None


def start_of(phrase: Phrase, parsed: Parsed) -> int:
    """Where a phrase begins behind its article and an opening quotation mark."""
    opens = parsed.tokens[phrase.first].tag is Tag.DETERMINER and phrase.last > phrase.first
    start = phrase.first + opens
    return start + (parsed.tokens[start].low == '"' and start < phrase.last)


def in_dateline(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase belongs to the place, day and agency at the head of the article."""
    head = parsed.document.dateline
    parts = (head.place, head.date, head.agency) if head is not None else ()
    start = parsed.tokens[phrase.first].start
    return any(part is not None and part.start <= start < part.end for part in parts)


# --- a first look, before any of them is entered as an actor --------------------------------------------------


def learn(sentences: Iterable[Parsed]) -> NamesLearnt:
    """Kinds of names, and names that stand for the same, from the words beside them."""
    names = NamesLearnt()
    for parsed in sentences:
        for phrase in parsed.phrases:
            _from_head(phrase, parsed, names)
            for each in (phrase.owner, phrase):
                if each is not None and each.bracket is not None:
                    _from_bracket(each, each.bracket, parsed, names)
        for phrase, following in pairwise(parsed.phrases):
            _from_apposition(phrase, following, parsed, names)
    return names


def _from_head(phrase: Phrase, parsed: Parsed, names: NamesLearnt) -> None:
    """ "Red Front militants", "the Red Front militia", "a Red Front spokesman"."""
    table, run = denotes(phrase, parsed), run_before_head(phrase, parsed)
    measured = phrase.hanging("of") is not None and parsed.tokens[phrase.head].low in word_set("roles", "partitive")
    if run is None or measured or parsed.tokens[phrase.head].tag is Tag.NAME:
        return
    if table == "armed_persons" or (table == "armed_group" and not parsed.shouted):
        names.note(parsed.low(*run), "armed_group")
    elif table in ("officials", "collective") and head_noun(phrase, parsed).removesuffix("s") in _SPEAK_FOR_GROUPS:
        names.kinds.setdefault(parsed.low(*run), "organisation")


def _from_bracket(phrase: Phrase, bracket: Phrase, parsed: Parsed, names: NamesLearnt) -> None:
    """ "The Red Front (RF)": two names of one body; "the Army of National Liberation (ANL)" is opened by the army."""
    if in_dateline(bracket, parsed) or not (is_acronym(bracket, parsed) or is_acronym(phrase, parsed)):
        return
    over = (each for each in parsed.phrases if phrase.preposition in _OF_NAME and phrase in each.hangs)
    opens = (each for each in over if parsed.tokens[each.head].low in word_set("titles", "organisation_words"))
    whole = next(opens, phrase)
    short, full, start = (bracket, phrase, whole) if is_acronym(bracket, parsed) else (phrase, bracket, bracket)
    tables = (denotes(each, parsed) for each in (whole, phrase, bracket))
    kind: ActorKind = next((KINDS[table] for table in tables if table in KINDS), "organisation")
    name, letters = parsed.low(name_start(start, parsed), full.last), parsed.low(short.last, short.last)
    names.same[letters] = name
    names.note(letters, kind)
    if start is not full:
        names.note(name, kind)


def _from_apposition(phrase: Phrase, following: Phrase, parsed: Parsed, names: NamesLearnt) -> None:
    """ "Red Hand, a militia …"."""
    between = [token.tag for token in parsed.tokens[phrase.last + 1 : following.first] if token.low != '"']
    table, span = denotes(following, parsed), name_span(phrase, parsed)
    opens = parsed.tokens[following.first].tag in (Tag.DETERMINER, Tag.NUMBER) and table in BODIES
    if between == [Tag.COMMA] and opens and span is not None and may_be_name(phrase, parsed):
        names.note(parsed.low(*span), KINDS[table or ""])
