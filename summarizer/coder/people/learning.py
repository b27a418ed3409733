"""What an article tells of its names anywhere: a first look, before any of them is entered as an actor."""

from collections.abc import Iterable

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import BODIES, denotes, head_noun, is_named, may_be_name, name_span
from summarizer.coder.people.describing import in_dateline
from summarizer.coder.people.naming import (
    KINDS,
    Names,
    is_acronym,
    kind_of_body,
    name_of_people,
    name_start,
    run_before_head,
    with_of,
)
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.vocabulary import ActorKind

_OF_LANDS = ("ian", "i", "ese", "ish")
_SPEAK_FOR_GROUPS = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "leader", "commander", "member"})


def learn(sentences: Iterable[Parsed]) -> Names:
    """Kinds of names, and names that stand for the same, from the words beside them."""
    names, sentences = Names(), list(sentences)
    _from_lands(sentences, names)
    for parsed in sentences:
        for place, phrase in enumerate(parsed.phrases):
            _from_head(phrase, parsed, names)
            _from_bracket(phrase, parsed, names)
            _from_fighters(phrase, parsed, names)
            if place:
                _from_apposition(parsed.phrases[place - 1], phrase, parsed, names)
        for frame in parsed.frames:
            _from_claim(frame, parsed, names)
            _from_own_name(frame, parsed, names)
            _from_it(frame, parsed, names)
    return names


def _from_lands(sentences: list[Parsed], names: Names) -> None:
    """ "Velia's army" makes "Velian" the adjective of a state."""
    owners = (
        (parsed, phrase.owner)
        for parsed in sentences
        for phrase in parsed.phrases
        if phrase.owner is not None and denotes(phrase, parsed) in ("bodies", "forces")
    )
    lands = {
        parsed.tokens[owner.head].low
        for parsed, owner in owners
        if owner.first == owner.last and parsed.tokens[owner.head].tag is Tag.NAME and denotes(owner, parsed) is None
    }
    adjectives = {land + ending: land for land in lands for ending in (*_OF_LANDS, *(["n"] if land[-1] == "a" else []))}
    for parsed in sentences:
        for token in parsed.tokens:
            if token.tag is Tag.NAME and token.low in adjectives:
                names.note(token.low, "state")
                names.same[token.low] = adjectives[token.low]


def _from_head(phrase: Phrase, parsed: Parsed, names: Names) -> None:
    """ "Red Front militants", "the Red Front militia", "a Red Front spokesman"."""
    table, run = denotes(phrase, parsed), run_before_head(phrase, parsed)
    if table == "armed_persons":
        run = name_of_people(phrase, parsed) or run
    measured = phrase.hanging("of") is not None and parsed.tokens[phrase.head].low in word_set("roles", "partitive")
    if run is None or measured or parsed.tokens[phrase.head].tag is Tag.NAME:
        return
    name = parsed.low(*run)
    if table == "armed_persons" or (table == "armed_group" and not parsed.shouted) or _of_acronym(phrase, run, parsed):
        names.note(name, "armed_group")
        names.people |= {token.low.removesuffix("s") for token in parsed.tokens[run[1] + 1 : phrase.head + 1]}
    elif table in ("officials", "collective") and head_noun(phrase, parsed).removesuffix("s") in _SPEAK_FOR_GROUPS:
        names.note(name, "organisation", firm=False)


def _of_acronym(phrase: Phrase, run: tuple[int, int], parsed: Parsed) -> bool:
    """ "RF UNITS", "RF URBAN COMMANDOS": where all is in capitals, several bodies of what has a short name."""
    several = parsed.tokens[phrase.head].low.endswith("s") and denotes(phrase, parsed) in ("armed_group", "forces")
    return parsed.shouted and several and is_acronym(Phrase(*run, run[1]), parsed)


def _from_fighters(phrase: Phrase, parsed: Parsed, names: Names) -> None:
    """ "Guerrillas of the Army of the Coast": whose people fight so is no state's army."""
    head = parsed.tokens[phrase.head].low.removesuffix("s")
    whole = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition in ("of", "from") else None
    if whole is None or head not in word_set("roles", "rebels") or not is_named(whole, parsed):
        return
    start, last = name_start(whole, parsed), with_of(whole, parsed, names)
    if denotes(whole, parsed) in ("armed_group", "forces", "organisations") and start < last:
        names.note(parsed.low(start, last), "armed_group")
        names.people.add(head)
    elif denotes(whole, parsed) is None and start + 1 < last and parsed.tokens[whole.first].low == "the":
        names.note(parsed.low(start, last), "armed_group", firm=False)  # "rebels of the Frente Camilo Duarte"


def _from_bracket(phrase: Phrase, parsed: Parsed, names: Names) -> None:
    """ "The Red Front (RF)": two names of one body."""
    if phrase.owner is not None:
        _from_bracket(phrase.owner, parsed, names)
        if phrase.owner.bracket is not None:
            names.people.add(parsed.tokens[phrase.head].low.removesuffix("s"))
    bracket = phrase.bracket
    if (
        bracket is None
        or in_dateline(bracket, parsed)
        or not (is_acronym(bracket, parsed) or is_acronym(phrase, parsed))
    ):
        return
    whole = _opened_by(phrase, parsed)
    kind = kind_of_body(whole, parsed) or KINDS.get(denotes(phrase, parsed) or "") or kind_of_body(bracket, parsed)
    short, full = (bracket, phrase) if is_acronym(bracket, parsed) else (phrase, bracket)
    start = whole if full is phrase else full
    full_name = parsed.low(name_start(start, parsed), full.last)
    names.same[parsed.low(short.last, short.last)] = full_name
    if start is not full:
        names.note(full_name, kind or "organisation", firm=kind is not None)
    names.note(parsed.low(short.last, short.last), kind or "organisation", firm=kind is not None)


def _opened_by(phrase: Phrase, parsed: Parsed) -> Phrase:
    """The phrase that opens a name: of "the Army of National Liberation (ANL)" the army."""
    if phrase.preposition not in ("of", "for"):
        return phrase
    over = (each for each in parsed.phrases if phrase in each.hangs)
    opens = (each for each in over if parsed.tokens[each.head].low in word_set("titles", "organisation_words"))
    return next(opens, phrase)


def _start(phrase: Phrase, parsed: Parsed) -> int:
    return phrase.first + (parsed.tokens[phrase.first].tag is Tag.DETERMINER and phrase.last > phrase.first)


def _from_apposition(phrase: Phrase, following: Phrase, parsed: Parsed, names: Names) -> None:
    """ "Red Hand, a militia …", "the militant groups Red Hand, Blue Hand and …"."""
    between = [token.tag for token in parsed.tokens[phrase.last + 1 : following.first] if token.low != '"']
    if between == [Tag.COMMA] and is_acronym(following, parsed) and _abbreviates(following, phrase, parsed):
        names.same[parsed.low(following.last, following.last)] = parsed.low(name_start(phrase, parsed), phrase.last)
    if between == [Tag.COMMA] and may_be_name(phrase, parsed):
        opener = parsed.tokens[following.first]
        table = denotes(following, parsed)
        span = name_span(phrase, parsed)
        if opener.tag in (Tag.DETERMINER, Tag.NUMBER) and table in BODIES and span is not None:
            names.note(parsed.low(*span), KINDS[table])
    run = name_span(following, parsed)
    if run is not None and run[0] > following.first:
        kind = _body_before(run[0], following, parsed)
        if kind is not None and run[1] == following.last:
            names.note(parsed.low(*run), kind)


def _abbreviates(short: Phrase, full: Phrase, parsed: Parsed) -> bool:
    """Whether a short form has the initials of a name, in whatever order another language puts them: "the Red Front, FR,"."""
    initials = sorted(token.low[0] for token in parsed.tokens[name_start(full, parsed) : full.last + 1])
    return len(initials) > 1 and sorted(parsed.low(short.last, short.last)) == initials


def _body_before(at: int, phrase: Phrase, parsed: Parsed) -> ActorKind | None:
    """The kind told by a common noun directly before a name in one phrase: "the militia Red Hand"."""
    low = parsed.tokens[at - 1].low if at - 1 >= phrase.first else ""
    for table in ("armed_group", "organisations", "monitors", "outlets"):
        if low.removesuffix("s") in word_set("nouns", table):
            return KINDS[table]
    return None


def _from_own_name(frame: Frame, parsed: Parsed, names: Names) -> None:
    """ "A group calling itself the Red Hand": what calls "itself" so is a body."""
    for each in frame.objects:
        if parsed.tokens[each.head].low not in ("itself", "themselves"):
            continue
        following = next((phrase for phrase in parsed.phrases if each.last < phrase.first <= each.last + 2), None)
        span = name_span(following, parsed) if following is not None else None
        if span is not None:
            names.note(parsed.low(*span), "organisation", firm=False)


def _from_it(frame: Frame, parsed: Parsed, names: Names) -> None:
    """ "Velm said it was behind the attack": what answers for violence as "it" is a body."""
    subject = frame.subjects[0] if frame.subjects else None
    if subject is None or frame.base not in word_set("sayings", "reporting") or denotes(subject, parsed) is not None:
        return
    said = parsed.low(frame.verb + 1, min(frame.verb + 6, len(parsed.tokens) - 1)).removeprefix("that ")
    span = name_span(subject, parsed)
    answers = said.startswith("it ") and pattern("sayings", "responsible").search(said) is not None
    if answers and span is not None and span == (_start(subject, parsed), subject.last):
        names.note(parsed.low(*span), "organisation", firm=False)


def _from_claim(frame: Frame, parsed: Parsed, names: Names) -> None:
    """Who claims responsibility for violence bears arms, unless a title before the name says that it is a person."""
    if frame.base != "claim" or frame.passive or not frame.subjects:
        return
    taken = any(parsed.tokens[each.head].low in ("responsibility", "credit") for each in frame.objects)
    subject = frame.subjects[0]
    span = name_span(subject, parsed)
    if (
        taken
        and span is not None
        and span == (_start(subject, parsed), subject.last)
        and denotes(subject, parsed) is None
    ):
        names.note(parsed.low(*span), "armed_group", firm=False)
