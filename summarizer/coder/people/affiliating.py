"""What stands beside a name and says whom it belongs to: appositions, offices, owners, "of" and "for"."""

from collections.abc import Iterator

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import BODIES, denotes, may_be_name, name_span
from summarizer.coder.people.describing import PERSONS, Description
from summarizer.coder.people.naming import Names
from summarizer.lexicons import word_set

_GROUPS = frozenset({"armed_group", "organisations"})
_BELONGS = frozenset({"of", "for", "from", "with"})
_CLOSES = frozenset({Tag.COMMA, Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.BREAK, Tag.QUOTE, Tag.RELATIVE})


def apposition(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    """The description behind a name: "Ilse Dorran, a spokeswoman for the coastguard,"."""
    following = _behind_comma(phrase, parsed)
    if following is None or not may_be_name(phrase, parsed):
        return None
    table = denotes(following, parsed)
    return following if table in PERSONS or (table in BODIES and _is_determined(following, parsed)) else None


def named_behind(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    """The name behind a description: "the interior minister, Pia Tollan,", "a little-known outfit, the Red Hand,"."""
    table = denotes(phrase, parsed)
    group = table in _GROUPS and parsed.tokens[phrase.first].low in ("a", "an", "another")
    if not group and table not in ("officials", "military_persons", "civilians"):
        return None
    following = _behind_comma(phrase, parsed)
    if following is None or parsed.shouted or (_is_determined(following, parsed) and not group):
        return None
    span = name_span(following, parsed)
    whole = span is not None and span[1] == following.last and (group or denotes(following, parsed) is None)
    after = parsed.tokens[following.last + 1].tag if following.last + 1 < len(parsed.tokens) else Tag.BREAK
    return following if whole and after in _CLOSES else None


def wholes(phrase: Phrase, parsed: Parsed, names: Names, found: Description) -> Iterator[Phrase]:
    """The bodies that a phrase says its actor belongs to: owner, what hangs on it, a name within it."""
    if phrase.owner is not None and _is_body(phrase.owner, parsed):
        yield phrase.owner
    if phrase.owner is None and parsed.tokens[phrase.first].low in ("its", "their") and phrase.last > phrase.first:
        yield Phrase(phrase.first, phrase.first, phrase.first)
    for each in phrase.hangs:
        if denotes(each, parsed) == "act":
            break  # "rebels for the murder of the mayor" are none of the mayor's
        in_name = found.identity == "named" and found.first <= each.first <= found.last
        if each.preposition in _BELONGS and not in_name and _is_body(each, parsed):
            yield each
    yield from _within(phrase, parsed, names, found)


def _within(phrase: Phrase, parsed: Parsed, names: Names, found: Description) -> Iterator[Phrase]:
    """ "A Red Front spokesman", "Red Front sappers": a group's name, or an army, before the office or the trade."""
    if denotes(phrase, parsed) not in ("officials", "military_persons", None):
        return
    for first in range(phrase.first, phrase.last):
        for last in range(phrase.last - 1, first - 1, -1):
            if first <= found.last and last >= found.first and found.identity == "named":
                continue
            low = parsed.low(first, last)
            if low in names.kinds or (parsed.tokens[first].tag is Tag.NAME and _is_short_for(low, names)):
                yield Phrase(first, last, last)
                return


def _is_short_for(low: str, names: Names) -> bool:
    """Whether a name is the last word of an armed group's: the "Column" of the Ember Column."""
    return any(kind == "armed_group" and name.endswith(f" {low}") for name, kind in names.kinds.items())


def _behind_comma(phrase: Phrase, parsed: Parsed) -> Phrase | None:
    end = (phrase.hangs or [phrase])[-1].last
    following = next((each for each in parsed.phrases if each.first > end), None)
    if following is None or [token.tag for token in parsed.tokens[end + 1 : following.first]] != [Tag.COMMA]:
        return None
    return following


def _is_determined(phrase: Phrase, parsed: Parsed) -> bool:
    opener = parsed.tokens[phrase.first]
    return opener.tag is Tag.DETERMINER or opener.low in ("another", "one")


def _is_body(phrase: Phrase, parsed: Parsed) -> bool:
    table = denotes(phrase, parsed)
    if parsed.low(phrase.first, phrase.last) in word_set("titles", "groups"):
        return True  # "a spokesman for the group"
    return table in BODIES or (may_be_name(phrase, parsed) and not (parsed.shouted and table is not None))
