"""What only sounds like an attack: accidents, disasters, beasts, sport, the stage, raids to search, manners of speaking."""

from functools import cache, lru_cache

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import plural
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, weapon_kind
from summarizer.coder.violence.acts import GENERAL, Act, clause_around
from summarizer.lexicons import Phrases, lexicon, pattern, phrases_pattern, word_set, words

_IRREGULAR = frozenset({"armed_group", "armed_persons"})
_BY_ACCIDENT = GENERAL | {"sabotage", "arson", "beating", "vehicle_attack"}
"""Kinds whose words also tell a mishap or a disaster."""
_SPORTS = ("sport sports_page", 4)
_ALL_SPORT = ("sport sports_page", 7)
_SCREEN = ("screen", 6)
_DISASTER = ("mishap", 4)
_HOSTAGES = ("hostages_page", 3)
_BUSINESS = ("business_page", 5)
_VOTES = ("votes_page", 5)
"""Lists, and how many words of theirs make an article one of sport, of the stage or of something else."""
_TOP = 300  # letters at the top of an article, where one such word is enough
_FEW = 2  # words of accidents that make an article one of them, where it has fewer of arms


def is_harmless(act: Act) -> bool:
    """Whether the words around tell of a mishap, a disaster, a test, a shot in the air, or sport."""
    parsed = act.parsed
    if (
        _of_nature(act)
        or _is_mishap(act)
        or _is_search(act)
        or _is_walkout(act)
        or _burned_first(act)
        or _holds(parsed.document.text, *_SCREEN)
    ):
        return True
    if _is_of_words(act) and (_holds(parsed.document.text, *_ALL_SPORT) or not _bears_arms(parsed)):
        return True
    start, end = clause_around(act)
    text = parsed.document.text
    thwarted = act.row.get("stage") == "foiled"  # a controlled explosion makes the device safe
    if not thwarted and pattern("roles", "harmless").search(
        text, parsed.tokens[start].start, parsed.tokens[end - 1].end
    ):
        return True
    sport = pattern("roles", "sport").search(text, parsed.sentence.start, parsed.sentence.end)
    return sport is not None and not (act.targets and act.outcome)


def _of_nature(act: Act) -> bool:
    """Whether a disease, an animal or the weather did it: "a shark attack", "measles killed 14 children"."""
    tokens = act.parsed.tokens
    if act.frame is not None:
        named = ["blaze" if _is_blaze(each, act) else tokens[each.head].low for each in act.frame.doers]
        named += [
            tokens[each.first].low for each in act.frame.doers if tokens[each.head].tag is Tag.NAME
        ]  # "Cyclone Ida"
        named += [tokens[each.head].low for each in act.targets]
    else:
        named = [token.low for token in tokens[act.phrase.first : act.words[0]]] if act.phrase else []
    return any(word in word_set("roles", "nature") for word in named)


def _is_blaze(phrase: Phrase, act: Act) -> bool:
    """ "A fire" that nobody fired, unlike "army fire"."""
    tokens = act.parsed.tokens[phrase.first : phrase.head]
    plain = all(token.tag in (Tag.DETERMINER, Tag.ADJECTIVE) for token in tokens)
    return act.parsed.tokens[phrase.head].low in ("fire", "fires") and plain and phrase.preposition != "by"


def _is_search(act: Act) -> bool:
    """Whether a raid is one to search and to arrest, in which nobody is told to be hurt."""
    if act.kind != "ground_assault" or "raid" not in act.parsed.low(*act.words):
        return False
    if any(denotes(each, act.parsed) in _IRREGULAR for each in act.doers):
        return False
    bases = {frame.base for frame in act.parsed.frames}
    return bool(bases & word_set("roles", "searching")) and not bases & word_set("roles", "striking")


def _is_walkout(act: Act) -> bool:
    """Whether a strike is one of workers: "a strike by nurses", or what such a strike hits."""
    named = [act.phrase] if act.phrase is not None else act.frame.doers if act.frame is not None else []
    return any(_by_workers(each, act.parsed) for each in named)


def _burned_first(act: Act) -> bool:
    """ "A tank caught fire and exploded": the fire did it."""
    if act.frame is None or act.kind not in ("bombing", "explosion"):
        return False
    before = (each for each in act.parsed.frames if each.verb < act.frame.first)
    return any(
        each.base == "catch" and each.subjects == act.frame.subjects and _object_is_fire(each, act.parsed)
        for each in before
    )


def _object_is_fire(frame: Frame, parsed: Parsed) -> bool:
    return any(parsed.tokens[each.head].low == "fire" for each in frame.objects)


def _by_workers(phrase: Phrase, parsed: Parsed) -> bool:
    by = phrase.hanging("by")
    called = parsed.tokens[phrase.head].low in ("strike", "strikes")
    return called and by is not None and denotes(by, parsed) in ("civilians", "organisations")


def _is_mishap(act: Act) -> bool:
    """Whether the sentence, or the whole article, tells of an accident, and nobody in the sentence bears arms."""
    if act.kind not in _BY_ACCIDENT or _bears_arms(act.parsed) or "attack" in act.parsed.low(*act.words):
        return False
    document, sentence = act.parsed.document, act.parsed.sentence
    here = pattern("roles", "mishap").search(document.text, sentence.start, sentence.end)
    return here is not None or _holds(document.text, *_DISASTER) or _is_of_disaster(document.text)


def tells_of_hostages(text: str) -> bool:
    """Whether an article has several words of hostages: who is "seized" there is kidnapped."""
    return _holds(text, *_HOSTAGES)


@lru_cache(maxsize=4)
def _is_of_disaster(text: str) -> bool:
    """Whether an article has words of accidents, and more of them than of arms."""
    matches = [*pattern("roles", "mishap").finditer(text)]
    found = {match.group().lower() for match in matches}
    few = 1 if matches and matches[0].start() < _TOP else _FEW
    armed = {match.group().lower() for match in _armed().finditer(text)}
    return len(found) >= few and len(found) > len(armed)


@cache
def _armed() -> Phrases:
    """What finds people who bear arms against the law, and weapons."""
    weapons = (word for family in lexicon("weapons").values() if family["kind"] for word in family["words"])
    people = (form for noun in words("nouns", "armed_persons") for form in (noun, plural(noun)))
    return phrases_pattern((*weapons, *people))


def _is_of_words(act: Act) -> bool:
    """Whether the article is of sport, or of business or votes and nobody is hurt: what is attacked there is so with words."""
    text = act.parsed.document.text
    if _holds(text, *_SPORTS):
        return True
    return act.outcome is None and any(_holds(text, *page) for page in (_BUSINESS, _VOTES))


def _bears_arms(parsed: Parsed) -> bool:
    """Whether a sentence names weapons, other than aircraft, or people who use them against the law."""
    kinds = ((denotes(each, parsed), weapon_kind(each, parsed)) for each in parsed.phrases)
    return any(meaning in _IRREGULAR or (meaning == "weapon" and kind != "air_strike") for meaning, kind in kinds)


@lru_cache(maxsize=16)
def _holds(text: str, lists: str, many: int) -> bool:
    """Whether so many different words of lists of roles.toml turn up in an article that it is about them."""
    found = {match.group().lower() for match in pattern("roles", *lists.split()).finditer(text)}
    return len(found) >= many
