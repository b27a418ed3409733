"""What a noun phrase tells of somebody: the kind of actor, whether it is a name, and which words are it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.morphology import common_nouns
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.countries import country_of
from summarizer.coder.meaning.denoting import BODIES, denotes, head_noun, may_be_name, name_span
from summarizer.coder.people.naming import (
    KINDS,
    Names,
    indefinite_words,
    is_acronym,
    kind_of_body,
    name_start,
    of_table,
    run_before_head,
    short_form,
    start_of,
    tells_apart,
    with_of,
)
from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind, Identity

_HOLD_GROUPS = frozenset({"armed_persons", "armed_group", "forces", "organisations", "collective"})
"""Tables of nouns whose phrase, where it holds the name of an armed group, means that group."""
PERSONS = frozenset({"officials", "military_persons", "civilians", "collective"})
_MEMBERS = frozenset(
    {
        "member",
        "members",
        "activist",
        "activists",
        "militants",
        "combatants",
        "followers",
        "supporters",
        "fighters",
        "troops",
        "units",
        "elements",
    }
)


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `first` to `last` are the name, or the whole description; `keys` find the actor again."""

    kind: ActorKind
    identity: Identity
    first: int
    last: int
    keys: tuple[str, ...]
    guessed: bool = False  # nothing but its place tells the kind


def describe(phrase: Phrase, parsed: Parsed, names: Names, otherwise: ActorKind | None) -> Description | None:
    """What a phrase that is no pronoun tells.

    Args:
        phrase: a noun phrase.
        parsed: its sentence.
        names: what the article tells of names.
        otherwise: the kind of a name that nothing tells the kind of; None: then it is no actor.
    """
    table = denotes(phrase, parsed)
    if country_of(parsed.low(start_of(phrase, parsed), phrase.last)) is not None:
        return _named(phrase, parsed, "state", (start_of(phrase, parsed), phrase.last))
    noted = _noted(phrase, parsed, names) or _quoted(phrase, parsed)
    if noted is not None:
        return noted
    if table == "armed_persons":
        return _armed_persons(phrase, parsed)
    if table in BODIES:
        return _body(phrase, parsed, kind_of_body(phrase, parsed) or KINDS[table], names)
    run = run_before_head(phrase, parsed)
    if (
        table in PERSONS
        and parsed.tokens[phrase.head].low in _MEMBERS
        and run is not None
        and parsed.low(*run) in names.kinds
    ):
        return _named(phrase, parsed, names.kinds[parsed.low(*run)], run)
    head = parsed.tokens[phrase.head]
    if run is not None and head.tag is Tag.NAME and head.low in word_set("titles", "organisation_words"):
        return _name(phrase, parsed, names, otherwise)
    if table in PERSONS:
        return _whole(phrase, parsed, KINDS[table], "anonymous" if table != "collective" else "generic")
    if table is not None:
        return _place(phrase, parsed, table) if otherwise is not None else None
    return _some_group(phrase, run, parsed, names) or _name(phrase, parsed, names, otherwise)


def _some_group(phrase: Phrase, run: tuple[int, int] | None, parsed: Parsed, names: Names) -> Description | None:
    """ "The Red Front group", or "an anonymous group" that nobody names."""
    head = parsed.tokens[phrase.head]
    if run is not None and head.low == "group":
        return _named(phrase, parsed, names.kinds.get(parsed.low(*run), "organisation"), run)
    indefinite = parsed.tokens[phrase.first].low in ("a", "an", "another")
    body = indefinite and head.tag is Tag.NOUN and head.low in word_set("titles", "organisation_words")
    return _whole(phrase, parsed, "organisation", "anonymous") if body else None


def _place(phrase: Phrase, parsed: Parsed, table: str) -> Description | None:
    """A place that speaks, as its authorities do: "the border region of Kursha said"."""
    if table != "places":
        return None
    named = name_span(phrase, parsed) is not None
    return _whole(phrase, parsed, "public_body", "named" if named else "anonymous")


def _noted(phrase: Phrase, parsed: Parsed, names: Names) -> Description | None:
    """By a name within the phrase, or one that it opens, of which the article tells the kind."""
    start, last = name_start(phrase, parsed), with_of(phrase, parsed, names)
    kind = names.kinds.get(parsed.low(start, last)) if last > phrase.last else None
    if kind is not None:
        return _named(phrase, parsed, kind, (start, last))
    table = denotes(phrase, parsed)
    group = _known_group(phrase, parsed, names) if table in _HOLD_GROUPS or table is None else None
    if group is None or _speaks_for(group, phrase, parsed):
        return None
    return _named(phrase, parsed, "armed_group", group)


def _quoted(phrase: Phrase, parsed: Parsed) -> Description | None:
    """The name in quotation marks before a noun for a group: 'a "Red Hand" group', '"Red Hand" rebels'."""
    marks = [at for at in range(phrase.first, phrase.head) if parsed.tokens[at].low == '"']
    table = denotes(phrase, parsed)
    if len(marks) != 2 or marks[1] - marks[0] < 2 or table not in ("armed_group", "armed_persons", "organisations"):
        return None
    several = table != "armed_persons" and parsed.tokens[phrase.head].low.endswith("s")
    return None if several else _named(phrase, parsed, KINDS[table], (marks[0] + 1, marks[1] - 1))


def _known_group(phrase: Phrase, parsed: Parsed, names: Names) -> tuple[int, int] | None:
    """The longest run of words in a phrase that is known as an armed group: "alleged Red Front fighters"."""
    told = parsed.low(phrase.first, phrase.last)
    if not any(kind == "armed_group" and name in told for name, kind in names.kinds.items()):
        return None
    for length in range(phrase.last - phrase.first + 1, 0, -1):
        for first in range(phrase.first, phrase.last - length + 2):
            if names.kinds.get(parsed.low(first, first + length - 1)) == "armed_group":
                return first, first + length - 1
    return None


def _speaks_for(group: tuple[int, int], phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a group's name only opens the words for somebody of it: "Red Front spokesman Dara Venn"."""
    between = [token.low for token in parsed.tokens[group[1] + 1 : phrase.last]]
    return parsed.tokens[phrase.last].tag is Tag.NAME and any(low in of_table("officials") for low in between)


def _armed_persons(phrase: Phrase, parsed: Parsed) -> Description:
    """ "Red Front militants" are the Red Front; "gunmen" are nobody."""
    named = run_before_head(phrase, parsed) is not None
    return _whole(phrase, parsed, "armed_group", "named" if named else "generic")


def _body(phrase: Phrase, parsed: Parsed, kind: ActorKind, names: Names) -> Description:
    """A body is named by what stands beside its noun, or by being the one body of its sort: "the army"."""
    start = name_start(phrase, parsed)
    within = run_before_head(phrase, parsed)
    bare = parsed.low(start, phrase.head) == head_noun(phrase, parsed)
    indefinite = parsed.tokens[phrase.first].low in indefinite_words()
    capital = parsed.tokens[phrase.head].tag is Tag.NAME
    last = with_of(phrase, parsed, names) if capital or (parsed.shouted and kind != "outlet") else phrase.last
    run = within
    if indefinite and not capital and run is None:
        return _whole(phrase, parsed, kind, "anonymous")
    nameless = parsed.shouted and not tells_apart(phrase, parsed)
    if kind in ("armed_group", "organisation") and nameless and last == phrase.last:
        return _whole(phrase, parsed, kind, "anonymous")
    if kind == "armed_group" and bare and last == phrase.last and not capital:
        sort = head_noun(phrase, parsed).split()[:-1]
        told = bool(sort) and not set(sort) & word_set("roles", "leanings", "rebels", "arming")
        return _whole(phrase, parsed, kind, "anonymous" if told else "generic")  # "the drug mafia", "death squads"
    if (
        run is not None
        and run[0] == start
        and not capital
        and not parsed.shouted
        and kind in ("armed_group", "organisation")
    ):
        return _named(phrase, parsed, kind, run)
    if kind == "armed_group" and not capital and run is None and not parsed.shouted:
        return _whole(phrase, parsed, kind, "anonymous")
    return _named(phrase, parsed, kind, (start, last))


def _name(phrase: Phrase, parsed: Parsed, names: Names, otherwise: ActorKind | None) -> Description | None:
    span = _closing_name(phrase, parsed) or (_shouted_name(phrase, parsed) if parsed.shouted else None)
    if span is None or _is_time(phrase, parsed):
        return None
    span = _without_title(span, parsed)
    if span[0] == span[1] and parsed.tokens[span[0]].low in word_set("titles", "sentence_openers"):
        return None
    known = names.kinds.get(parsed.low(*span))
    if known is not None:
        return _named(phrase, parsed, known, span)
    role = _role_before(phrase, span, parsed) or _of_its_words(span, parsed)
    if role is not None:
        return _named(phrase, parsed, role, span)
    if (otherwise is None or (parsed.shouted and otherwise == "armed_group")) and not is_acronym(phrase, parsed):
        return None
    if _is_agency(span, parsed):
        return None
    the = parsed.tokens[phrase.first].low == "the"
    kind: ActorKind = "armed_group" if is_acronym(phrase, parsed) or otherwise is None else otherwise
    if the and kind == "person":
        kind = "organisation"
    last = with_of(phrase, parsed, names) if the else span[1]
    named = _named(phrase, parsed, kind, (_nickname_start(span[0], parsed), last))
    return replace(named, guessed=True)


def _closing_name(phrase: Phrase, parsed: Parsed) -> tuple[int, int] | None:
    """The run of names that a phrase ends in: of "Red Front spokesman Dara Venn" the person's."""
    first = phrase.last + 1
    while first > phrase.first and parsed.tokens[first - 1].tag is Tag.NAME:
        first -= 1
    return (first, phrase.last) if first <= phrase.last else None


def _of_its_words(span: tuple[int, int], parsed: Parsed) -> ActorKind | None:
    """The kind that a word within the name tells: "Radio Sierra", "Ember Column Press"."""
    lows = [token.low for token in parsed.tokens[span[0] : span[1] + 1]]
    if any(low in of_table("outlets") for low in lows):
        return "outlet"
    return "organisation" if any(low in word_set("titles", "organisation_words") for low in lows) else None


def _without_title(span: tuple[int, int], parsed: Parsed) -> tuple[int, int]:
    """A name without the offices and nationalities that open it: "Prime Minister Dara Venn"."""
    first = span[0]
    for at in range(span[0], span[1]):
        low = parsed.tokens[at].low
        of_sort = at == first and (country_of(low) or low in word_set("roles", "leanings"))
        if low in word_set("titles", "titles") or low in of_table("officials") or of_sort:
            first = at + 1
    return first, span[1]


def _nickname_start(first: int, parsed: Parsed) -> int:
    """Where a name begins that has another name in quotation marks within it: "Dara “the Hook” Venn"."""
    tokens = parsed.tokens
    if first < 3 or tokens[first - 1].low != '"':
        return first
    opening = next((at for at in range(first - 2, max(0, first - 6), -1) if tokens[at].low == '"'), 0)
    before = opening - 1
    while before >= 0 and tokens[before].tag is Tag.NAME:
        before -= 1
    return before + 1 if opening > 0 and before < opening - 1 else first


def unknown(phrase: Phrase, parsed: Parsed) -> Description:
    """Somebody whom no list knows, as the article describes him."""
    head = parsed.tokens[phrase.head].low
    if head in word_set("titles", "organisation_words"):
        return _whole(phrase, parsed, "organisation", "anonymous")
    return _whole(phrase, parsed, "people" if head.endswith("s") else "person", "anonymous")


def in_dateline(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase belongs to the place, day and agency at the head of the article."""
    head = parsed.document.dateline
    parts = (head.place, head.date, head.agency) if head is not None else ()
    start = parsed.tokens[phrase.first].start
    return any(part is not None and part.start <= start < part.end for part in parts)


def _is_agency(span: tuple[int, int], parsed: Parsed) -> bool:
    """Whether a name is that of the agency at the head of the article."""
    head = parsed.document.dateline
    return head is not None and head.agency is not None and parsed.text(*span) in head.agency.text


def _is_time(phrase: Phrase, parsed: Parsed) -> bool:
    return any(time.first <= phrase.head <= time.last for time in parsed.times) or parsed.tokens[
        phrase.head
    ].low in word_set("times", "weekdays", "months")


def _role_before(phrase: Phrase, span: tuple[int, int], parsed: Parsed) -> ActorKind | None:
    """The kind of somebody whose title or description stands before the name."""
    for at in range(span[0] - 1, phrase.first - 1, -1):
        low = parsed.tokens[at].low
        if low in of_table("officials") or low in of_table("military_persons") or low in word_set("titles", "titles"):
            return "official"
        for table in ("armed_group", "organisations", "outlets", "monitors"):
            if low in of_table(table):
                return KINDS[table]
        if low in of_table("civilians") or low in ("mr", "mrs", "ms"):
            return "person"
    return None


def _shouted_name(phrase: Phrase, parsed: Parsed) -> tuple[int, int] | None:
    """Where capitals tell nothing: the last words that no list of common nouns knows."""
    first = phrase.last + 1
    for at in range(phrase.last, phrase.first - 1, -1):
        token = parsed.tokens[at]
        plain = token.low in common_nouns() or token.low in word_set("titles", "titles") | word_set("roles", "leanings")
        if token.tag not in (Tag.NOUN, Tag.NAME) or plain:
            break
        first = at
    return (first, phrase.last) if first <= phrase.last and may_be_name(phrase, parsed) else None


def _named(phrase: Phrase, parsed: Parsed, kind: ActorKind, span: tuple[int, int]) -> Description:
    return Description(kind, "named", *span, tuple(dict.fromkeys(_keys(phrase, parsed, kind, span))))


def _whole(phrase: Phrase, parsed: Parsed, kind: ActorKind, identity: Identity) -> Description:
    first, last = start_of(phrase, parsed), phrase.last
    near = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].first <= phrase.last + 3 else None
    if identity != "named" and near is not None and denotes(near, parsed) != "act":
        last = near.last  # of "blamed rebels for the murder" the rebels
    if parsed.tokens[phrase.first].low in indefinite_words():
        first = phrase.first
    return Description(kind, identity, first, last, (parsed.low(first, last),))


def _keys(phrase: Phrase, parsed: Parsed, kind: ActorKind, span: tuple[int, int]) -> Iterator[str]:
    name = parsed.low(*span)
    yield name
    country = country_of(name)
    if country is not None and kind == "state":
        yield country
    tokens = parsed.tokens[span[0] : span[1] + 1]
    if kind in ("person", "official") and len(tokens) > 1:
        yield tokens[-1].low
    elif len(tokens) > 1 and parsed.tokens[phrase.head].tag is Tag.NAME:
        yield parsed.tokens[phrase.head].low
    bracket = short_form(phrase, parsed, span[1])
    if bracket is not None:
        yield parsed.low(start_of(bracket, parsed), bracket.last)
