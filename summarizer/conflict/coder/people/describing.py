"""What a noun phrase tells of somebody: the kind of actor, whether it is a name, which words are it, whom it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.coder.meaning.denoting import BODIES, PEOPLE, denotes, head_noun, may_be_name, name_span
from summarizer.conflict.coder.people.learning import (
    KINDS,
    NamesLearnt,
    Run,
    is_acronym,
    name_start,
    run_before_head,
    short_form,
    start_of,
    with_of,
)
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.morphology import common_nouns
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import end_of
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind, Identity

_HOLD_GROUPS = frozenset({"armed_persons", "armed_group", "forces", "organisations", "collective", None})
"""What a phrase denotes that, where it holds the name of an armed group, means that group."""
PERSONS = PEOPLE - {"armed_persons"}
_PERSONAL = frozenset({"officials", "military_persons"})
_BELONGS = frozenset({"of", "for", "from", "with"})
_BESIDE: tuple[tuple[str, ActorKind], ...] = (
    ("officials", "official"),
    ("military_persons", "official"),
    ("armed_group", "armed_group"),
    ("organisations", "organisation"),
    ("outlets", "outlet"),
    ("monitors", "monitor"),
    ("civilians", "person"),
)
"""The kind of a name by the noun before it."""


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `first` to `last` are the name, or the whole description; `keys` find the actor again."""

    kind: ActorKind
    identity: Identity
    first: int
    last: int
    keys: tuple[str, ...]
    guessed: bool = False  # nothing but its place tells the kind


def describe(phrase: Phrase, parsed: Parsed, names: NamesLearnt, otherwise: ActorKind | None) -> Description | None:
    """What a phrase that is no pronoun tells.

    Args:
        phrase: a noun phrase.
        parsed: its sentence.
        names: what the article tells of names.
        otherwise: the kind of a name that nothing tells the kind of; None: then it is no actor.
    """
    table, start = denotes(phrase, parsed), start_of(phrase, parsed)
    if country_of(parsed.low(start, phrase.last)) is not None:
        return _named(phrase, parsed, "state", (start, phrase.last))
    noted = _noted(phrase, parsed, names)
    if noted is not None:
        return noted
    if table == "armed_persons":  # "Red Front militants" are the Red Front; "gunmen" are nobody
        named = run_before_head(phrase, parsed) is not None
        return whole(phrase, parsed, "armed_group", "named" if named else "generic")
    if table in BODIES:
        return _body(phrase, parsed, KINDS[table], names)
    if table in PERSONS and not _ends_in_organisation(phrase, parsed):
        return whole(phrase, parsed, KINDS[table], "anonymous" if table != "collective" else "generic")
    if table == "places" and otherwise is not None:  # "the border region of Kursha said"
        return whole(phrase, parsed, "public_body", "named" if name_span(phrase, parsed) else "anonymous")
    if table is None and parsed.tokens[phrase.first].low in ("a", "an", "another") and _is_organisation(phrase, parsed):
        return whole(phrase, parsed, "organisation", "anonymous")
    return _name(phrase, parsed, names, otherwise) if table is None or table in PERSONS else None


def _is_organisation(phrase: Phrase, parsed: Parsed) -> bool:
    return parsed.tokens[phrase.head].low in word_set("titles", "organisation_words")


def _ends_in_organisation(phrase: Phrase, parsed: Parsed) -> bool:
    capital = parsed.tokens[phrase.head].tag is Tag.NAME and run_before_head(phrase, parsed) is not None
    return capital and _is_organisation(phrase, parsed)


def _noted(phrase: Phrase, parsed: Parsed, names: NamesLearnt) -> Description | None:
    """By a name within the phrase, or one that it opens, of which the article tells the kind."""
    start, last = name_start(phrase, parsed), with_of(phrase, parsed, names)
    kind = names.kinds.get(parsed.low(start, last)) if last > phrase.last else None
    if kind is not None:
        return _named(phrase, parsed, kind, (start, last))
    group = _known_group(phrase, parsed, names) if denotes(phrase, parsed) in _HOLD_GROUPS else None
    return _named(phrase, parsed, "armed_group", group) if group is not None else None


def _known_group(phrase: Phrase, parsed: Parsed, names: NamesLearnt) -> Run | None:
    """The longest run of words in a phrase that is known as an armed group: "alleged Red Front fighters"."""
    told = parsed.low(phrase.first, phrase.last)
    if not any(kind == "armed_group" and name in told for name, kind in names.kinds.items()):
        return None
    for length in range(phrase.last - phrase.first, -1, -1):
        for first in range(phrase.first, phrase.last - length + 1):
            if names.kinds.get(parsed.low(first, first + length)) == "armed_group":
                return first, first + length
    return None


def _body(phrase: Phrase, parsed: Parsed, kind: ActorKind, names: NamesLearnt) -> Description:
    """A body is named by what stands beside its noun, or by being the one body of its sort: "the army"."""
    start, run = name_start(phrase, parsed), run_before_head(phrase, parsed)
    capital = parsed.tokens[phrase.head].tag is Tag.NAME
    if parsed.tokens[phrase.first].low in word_set("links", "unnamed") and run is None:
        return whole(phrase, parsed, kind, "anonymous")
    if kind == "armed_group" and parsed.low(start, phrase.head) == head_noun(phrase, parsed):
        sort = " " in head_noun(phrase, parsed)  # "death squads"
        return whole(phrase, parsed, kind, "anonymous" if sort else "generic")
    if kind == "armed_group" and run is None and not capital and not parsed.shouted:
        return whole(phrase, parsed, kind, "anonymous")
    extended = capital or (parsed.shouted and kind != "outlet")
    return _named(phrase, parsed, kind, (start, with_of(phrase, parsed, names) if extended else phrase.last))


def _name(phrase: Phrase, parsed: Parsed, names: NamesLearnt, otherwise: ActorKind | None) -> Description | None:
    span = _closing_name(phrase, parsed)
    if span is None or any(time.first <= phrase.head <= time.last for time in parsed.times):
        return None
    span = _without_title(span, parsed)
    told = names.kinds.get(parsed.low(*span)) or _role_before(phrase, span, parsed) or _of_its_words(span, parsed)
    if told is not None:
        return _named(phrase, parsed, told, span)
    if otherwise is None:
        return None
    the = parsed.tokens[phrase.first].low == "the"
    kind: ActorKind = "organisation" if the and otherwise == "person" else otherwise
    kind = "armed_group" if is_acronym(phrase, parsed) else kind
    return _named(phrase, parsed, kind, (span[0], with_of(phrase, parsed, names) if the else span[1]), guessed=True)


def _closing_name(phrase: Phrase, parsed: Parsed) -> Run | None:
    """The run of names that a phrase ends in; where capitals tell nothing, of words that no list of nouns knows."""
    others = (at for at in range(phrase.last, phrase.first - 1, -1) if not _is_of_name(at, parsed))
    first = next(others, phrase.first - 1) + 1
    return (first, phrase.last) if first <= phrase.last and may_be_name(phrase, parsed) else None


def _is_of_name(at: int, parsed: Parsed) -> bool:
    token = parsed.tokens[at]
    if not parsed.shouted:
        return token.tag is Tag.NAME
    listed = token.low in word_set("titles", "titles") or token.low in word_set("roles", "leanings")
    return token.tag in (Tag.NOUN, Tag.NAME) and not listed and token.low not in common_nouns()


def _of_its_words(span: Run, parsed: Parsed) -> ActorKind | None:
    """The kind that a word within the name tells: "Radio Sierra", "Ember Column Press"."""
    lows = {token.low for token in parsed.tokens[span[0] : span[1] + 1]}
    if lows & word_set("nouns", "outlets"):
        return "outlet"
    return "organisation" if lows & word_set("titles", "organisation_words") else None


def _without_title(span: Run, parsed: Parsed) -> Run:
    """A name without the titles and nationalities that open it: "Prime Minister Dara Venn"."""
    first = span[0]
    opener = parsed.tokens[first].low
    if first < span[1] and (country_of(opener) or opener in word_set("roles", "leanings")):
        first += 1
    titles = (at + 1 for at in range(span[0], span[1]) if parsed.tokens[at].low in word_set("titles", "titles"))
    return max([first, *titles]), span[1]


def _role_before(phrase: Phrase, span: Run, parsed: Parsed) -> ActorKind | None:
    """The kind of somebody whose title or description stands before the name, the nearest first."""
    for token in reversed(parsed.tokens[phrase.first : span[0]]):
        if token.low in word_set("titles", "titles"):
            return "official"
        kind = next((kind for table, kind in _BESIDE if token.low in word_set("nouns", table)), None)
        if kind is not None:
            return kind
    return None


def _named(phrase: Phrase, parsed: Parsed, kind: ActorKind, span: Run, *, guessed: bool = False) -> Description:
    return Description(kind, "named", *span, tuple(dict.fromkeys(_keys(phrase, parsed, kind, span))), guessed)


def whole(phrase: Phrase, parsed: Parsed, kind: ActorKind, identity: Identity) -> Description:
    """Somebody by the whole phrase, and by what hangs on it: of "rebels for the murder" only the rebels."""
    unnamed = parsed.tokens[phrase.first].low in word_set("links", "unnamed")
    first, last = phrase.first if unnamed else start_of(phrase, parsed), phrase.last
    near = [each for each in phrase.hangs[:1] if each.first <= phrase.last + 3 and denotes(each, parsed) != "act"]
    last = near[0].last if near and identity != "named" else last
    return Description(kind, identity, first, last, (parsed.low(first, last),))


def _keys(phrase: Phrase, parsed: Parsed, kind: ActorKind, span: Run) -> Iterator[str]:
    """What finds a name again: itself, a country's code, somebody's last name, its last word, its short form."""
    name = parsed.low(*span)
    yield name
    country = country_of(name)
    if country is not None and kind == "state":
        yield country
    if span[0] < span[1] and (kind in ("person", "official") or parsed.tokens[phrase.head].tag is Tag.NAME):
        yield parsed.tokens[span[1] if kind in ("person", "official") else phrase.head].low
    bracket = short_form(phrase, parsed, span[1])
    if bracket is not None:
        yield parsed.low(start_of(bracket, parsed), bracket.last)


def wholes_of(phrase: Phrase, parsed: Parsed, names: NamesLearnt, found: Description) -> Iterator[Phrase]:
    """The bodies that a phrase says its actor belongs to: owner, what hangs on it, a name within it."""
    if phrase.owner is not None and _is_body(phrase.owner, parsed):
        yield phrase.owner
    elif parsed.tokens[phrase.first].low in ("its", "their") and phrase.last > phrase.first:
        yield Phrase(phrase.first, phrase.first, phrase.first)
    for each in phrase.hangs:
        in_name = found.identity == "named" and found.first <= each.first <= found.last
        if each.preposition in _BELONGS and not in_name and _is_body(each, parsed):
            yield each
    if denotes(phrase, parsed) in ("officials", "military_persons", None):  # "a Red Front spokesman"
        end = found.first if found.identity == "named" and found.first > phrase.first else phrase.last
        spans = ((first, last) for first in range(phrase.first, end) for last in range(end - 1, first - 1, -1))
        within = next((span for span in spans if parsed.low(*span) in names.kinds), None)
        if within is not None:
            yield Phrase(*within, within[1])


def name_behind(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    """Of "the interior minister, Dara Venn, said", the name."""
    following = _between_commas(phrase, parsed)
    if following is None or denotes(phrase, parsed) not in _PERSONAL or not may_be_name(following, parsed):
        return None
    return following if denotes(following, parsed) is None else None


def apposed_to(phrase: Phrase, parsed: Parsed) -> list[Phrase]:
    """Of "Dara Venn, the leader of the Front, said", the leader."""
    following = _between_commas(phrase, parsed) if may_be_name(phrase, parsed) else None
    return [following] if following is not None and denotes(following, parsed) in _PERSONAL else []


def _between_commas(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    """The phrase that stands between a comma behind another and the next mark."""
    behind = end_of(phrase) + 1
    following = next((each for each in parsed.phrases if each.first == behind + 1), None)
    if following is None or parsed.tokens[behind].tag is not Tag.COMMA:
        return None
    closes = parsed.tokens[min(end_of(following) + 1, len(parsed.tokens) - 1)]
    return following if closes.tag in (Tag.COMMA, Tag.BREAK) else None


def _is_body(phrase: Phrase, parsed: Parsed) -> bool:
    table = denotes(phrase, parsed)
    return table in BODIES or (may_be_name(phrase, parsed) and not (parsed.shouted and table is not None))
