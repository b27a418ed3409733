"""Actors: kind and standing, name or description, and belonging, each against the actor's own words and those beside them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.descriptions import BODIES, PERSONS
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.places import PHRASE, sentence_of
from summarizer.conflict.checks.taken_up import serve_in
from summarizer.conflict.items import Items
from summarizer.conflict.named import (
    Naming,
    any_related,
    is_named,
    may_be_named_in,
    mentions,
    named_at,
    names,
    related,
    telling_words,
)
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.capitals import CAPITAL
from summarizer.english.clauses import Span
from summarizer.english.sought import is_among, is_told_in, joined, places_of
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Actor
from summarizer.schemas.vocabulary import ActorKind

PLACES = 6
"""Places of a name whose neighbouring words are read."""


@in_english
def _run(actor: Actor, items: Items) -> Iterator[Found]:
    if not actor.name:
        return
    yield from _kind(actor, items)
    yield from _identity(actor, items)
    yield from _belonging(actor, items)


# --- kind --------------------------------------------------------------------------------------------

STANDING: dict[ActorKind, tuple[str, ...]] = {
    "public_body": ("public_bodies",),
    "monitor": ("monitors", "public_bodies"),
    "official": ("titles", "officials"),
}
"""Kinds of actor whose word weighs more, and the tables of words of which one must stand in or beside the name."""

CONTRADICTING: dict[ActorKind, tuple[str, ...]] = {
    "public_body": ("armed_groups", "fighters"),
    "monitor": ("armed_groups", "fighters", "soldiers"),
    "armed_forces": ("armed_groups", "fighters"),
}
"""Kinds of actor, and the tables of words that in or beside the name contradict them."""


def _kind(actor: Actor, items: Items) -> Iterator[Found]:
    if actor.kind in NOBODY and actor.identity == "named" and _is_titled(actor, items):
        yield Found("title_of_a_person", "kind", actor.name)
    if actor.kind not in STANDING and actor.kind not in CONTRADICTING:
        return
    told = [" ".join(names(actor)), *_beside(actor, items)]
    against = CONTRADICTING.get(actor.kind)
    if against and (pattern("titles", *against).search(told[0]) or _of_a_person(actor)):
        yield Found("kind_contradicts_name", "kind", actor.name)
        return
    wanted = STANDING.get(actor.kind)
    if wanted is None or any(pattern("titles", *wanted).search(text) for text in told):
        return
    if actor.kind == "official" and actor.affiliations:
        return
    if actor.kind == "monitor" and _finds_out(actor, items.document.text):
        return
    yield Found("standing_not_shown", "kind", actor.name)


NOBODY = BODIES - {"public_body", "monitor", "armed_forces"} | {"people"}
"""Kinds of actor that are no single person, beyond those of `CONTRADICTING`."""


def _is_titled(actor: Actor, items: Items) -> bool:
    """Whether a person's title opens the name, which is written as a person's, or stands right before it."""
    if not _PERSONAL.fullmatch(_own_words(actor)):
        return False
    document = items.document
    before = (
        document.text[max(0, start - PHRASE) : start] for name in actor.name for start, _ in _found(name, document.text)
    )
    return _of_a_person(actor) or any(_title_before().search(text) for text in before)


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"{pattern('titles', 'titles').pattern}\.?\s+\Z", re.IGNORECASE)


def _finds_out(actor: Actor, text: str) -> bool:
    """Whether the name is the subject of a verb of finding out: "the registry found no trace of it"."""
    places = (place for name in (*actor.name, *actor.aliases) for place in _found(name, text))
    return any(_FINDS.match(text, end) for _, end in places)


_FINDS = re.compile(
    r"\s+(?:(?:has|have|had|also|later|since)\s+)*(?:found|finds|assess(?:es|ed)|monitors|tracks|tracked|record(?:s|ed)|counted|counts"
    r"|verified|verifies|documented|documents|logged|logs|geolocated|analy[sz]ed|examined|investigated)\b"
)


def _of_a_person(actor: Actor) -> bool:
    """Whether the name opens with the title of a person."""
    title = pattern("titles", "titles").match(actor.name[0].text.strip("“”\"' "))
    rest = actor.name[0].text.rstrip()[title.end() :].strip(" .") if title else ""
    return rest[:1].isupper() and rest.split()[0].lower() not in BODY_WORDS and not _OWNS.search(rest)


_OWNS = re.compile(r"\w[’']s?\s+[a-z]")
BODY_WORDS = frozenset(
    {"staff", "command", "council", "office", "secretariat", "headquarters", "directorate", "assembly", "union"}
)
"""What makes a body of the rank before it: "General Staff"."""


def _beside(actor: Actor, items: Items) -> Iterator[str]:
    """What stands beside the actor's name in one phrase with it: before it, and set behind it."""
    text = items.document.text
    places = [mention for name in (*actor.name, *actor.aliases) for mention in _found(name, text)][:PLACES]
    for start, end in places:
        opening, closing = sentence_of((start, end), items.document)
        if before := _BEFORE.search(text, max(opening, start - 60), start):
            yield before.group()
        if after := _AFTER.match(text, end, max(end, closing)):
            yield after.group()


def _found(name: Quote, text: str) -> Iterator[Span]:
    yield name.start, name.end
    yield from places_of(name.text, text)


_BEFORE = re.compile(
    r"(?:[\w’'-]+\s+){1,2}(?:of|at|in|for)\s+(?:the\s+)?\Z|[^,.;:“”\"]{2,80},\s+(?:called\s+|named\s+|known\s+as\s+|identified\s+(?:only\s+)?as\s+)?\Z|(?:[\w’'-]+\s+)?[\w’'.-]+,?\s+\Z"
)
_AFTER = re.compile(
    r"(?:[’']s?)?\s+[a-z][\w-]+(?=\W)|\s*,\s+(?:who\s+(?:is|was|heads|leads|runs|speaks for)\s+|which\s+(?:is|was)\s+|[a-z])[^,.;:“”\"]{2,80}"
    r"|\s+\([^)]{2,60}\)|\s+(?:is|was)\s+(?:the|an?)\s[^,.;:“”\"]{2,60}|\s+(?:of|from|for|at)\s[^,.;:“”\"]{2,50}"
)


# --- name or description ----------------------------------------------------------------------------------


def is_only_described(actor: Actor) -> bool:
    """Whether what an actor is called names nobody: a description, or what stands for a name that is kept back."""
    text = _own_words(actor)
    return _PSEUDONYM.fullmatch(text) is not None or _is_description(text, actor.kind)


def _own_words(actor: Actor) -> str:
    return joined(actor.name[:1]).strip("“”\"'‘’ ")


def _identity(actor: Actor, items: Items) -> Iterator[Found]:
    text = _own_words(actor)
    if actor.identity == "anonymous" and actor.kind in PERSONS and _is_personal(text):
        yield Found("is_a_name", "identity", actor.name)


def _is_personal(text: str) -> bool:
    """Whether it is written as the name of a person; of capitals alone, it must hold no word for people."""
    if text.isupper() and not word_set("links", "people_nouns", "unnamed").isdisjoint(text.lower().split()):
        return False
    return _PERSONAL.fullmatch(text) is not None


def _is_description(text: str, kind: ActorKind) -> bool:
    """An indefinite article, a number or a quantity before a common noun; or people called by a common noun alone."""
    if not text or _GIVES_A_NAME.search(text):
        return False
    found = text.split()
    rest = found[1:]
    if found[0].lower() in word_set("links", "unnamed") and (found[0].islower() or (rest and rest[0].islower())):
        return True
    if kind in PERSONS and text.lower() in word_set("titles", "he"):
        return True
    if kind in ("public_body", "state", "outlet", "armed_forces") or (found[0].lower() == "the" and kind not in PEOPLE):
        return False
    head = re.split(r"\s+(?:in|of|from|for|at|who|which|with|on)\s+", text)[0].split()[-1]
    if head == found[0] or head.islower():
        own = found[0].lower() in ("its", "our", "his", "her", "their")
        return own or pattern("links", "people_nouns").fullmatch(head) is not None
    return False


_PSEUDONYM = re.compile(
    r"(?:the\s+)?(?:Witness|Soldier|Officer|Source|Agent|Victim|Person|Defendant|Accused|Mr\.?|Mrs\.?|Ms\.?|Miss)\s+(?:[A-Z]\.?|\d+)",
)
"""What somebody is called whose name is kept back: "Soldier F"."""
_GIVES_A_NAME = re.compile(
    r"\b(?:named|called|known as|name(?: only)? as|name of|(?:him|her|it|them)self|nicknamed)\s+[“‘\"']?[A-Z]"
)
"""A description that ends in what somebody is called: "a man who gave his name as Odo"."""
PEOPLE = frozenset({"person", "people", "official"})
_PERSONAL = re.compile(rf"(?:{CAPITAL}[\w.’'-]*\s+)+(?:(?:al|el|bin|ibn|van|von|de|da|der)[\s-])*{CAPITAL}[\w’'-]+")


# --- belonging ----------------------------------------------------------------------------------------


def _belonging(actor: Actor, items: Items) -> Iterator[Found]:
    for position, link in enumerate(actor.affiliations):
        if link.actor not in items.actors:
            continue
        if not link.evidence and not _ever_together(actor, items.actors[link.actor], items):
            yield Found("affiliation_without_words", f"affiliations.{position}", actor.name)
        elif link.evidence and not _shown(actor, link.actor, link.evidence, items):
            yield Found("affiliation_not_shown", f"affiliations.{position}.evidence", link.evidence)
    if not actor.affiliations and actor.kind in ("official", "outlet"):
        head = _head_beside(actor, items)
        if head is not None:
            yield Found("affiliation_left_out", "affiliations", (head,))


def _shown(actor: Actor, other: int, evidence: Quotes, items: Items) -> bool:
    """The evidence says more than the two names, or a sentence of it has both in one phrase."""
    head = items.actors[other]
    called = {quote.text for one in (actor, head) for quote in (*one.name, *one.aliases)}
    told = (quote for quote in evidence if quote.text not in called or _STATES_IT.match(quote.text))
    beside = _set_before(actor, items.document)
    if any(_within(quote, actor.name) or _ties(quote, head, items) for quote in told) or any(
        _ties(one, head, items) for one in beside
    ):
        return True
    if serve_in(actor.id, head, items) or _speaks_for_the_last(actor, head, items):
        return True
    if head.kind in ("state", "armed_forces") and is_among(_OF_THE_STATE, actor.name):
        return True
    if _of_one_country(actor, head):
        return True
    return any(_in_one_phrase(actor, head, number, items) for number in sentences_of(evidence, items.document))


def _set_before(actor: Actor, document: Document) -> Iterator[Quote]:
    """What is set before the actor's name between commas, and takes up a body: "its head of planning, Gen Odo Tarn"."""
    for name in actor.name:
        found = _ITS.search(document.text, sentence_of((name.start, name.end), document)[0], name.start)
        if found:
            yield document.quote(*found.span(1))


_ITS = re.compile(rf"\b((?:its|their|his|her)\s+[^,.;:“”\"]{{2,60}}),\s+(?:{CAPITAL}[\w.]*\s+){{0,3}}\Z", re.IGNORECASE)


def _speaks_for_the_last(actor: Actor, head: Actor, items: Items) -> bool:
    """Whether it is "a spokesman", and the sentence before opens with the body."""
    document, name = items.document, actor.name[0]
    if not _SPOKESMAN.fullmatch(name.text) or name.sentence == 1:
        return False
    before = document.sentences[name.sentence - 2]
    bodies = _bodies((before.start, before.end), items)
    return bool(bodies) and related(items, bodies[0].actor, head.id)


_SPOKESMAN = re.compile(r"an?\s+(?:\w+\s+)?spokes(?:man|woman|person)", re.IGNORECASE)


def _within(quote: Quote, quotes: Quotes) -> bool:
    """Whether the words are part of one of these: "Shaldini" of "Shaldini soldiers"."""
    return any(one.holds(quote) and one != quote for one in quotes)


def _ties(quote: Quote, head: Actor, items: Items) -> bool:
    """Whether these words put somebody into a body that is still theirs, and no other body is nearer to "its"."""
    text = re.sub(r"-\s*\n\s*", "", quote.text)
    if pattern("links", "no_longer").search(text):
        return False
    if _is_called_by(text, head):
        return True
    if not any(shown.search(text) for shown in _SHOWN_BY):
        return False
    document = items.document
    first = document.sentences[max(quote.sentence - 1 - NEAR, 0)].start
    before = _bodies((first, quote.start), items)
    said_of_another = before and head.kind in BODIES and _STATES_IT.match(text)
    described = is_told_in(pattern("titles", "groups", "forces", "bodies"), (quote.sentence,), document)
    last = [at for at in before if document.sentence_at(at.start) == document.sentence_at(before[-1].start)]
    nearest = (at.actor for at in last if at.start in (last[0].start, last[-1].start))
    return not said_of_another or described or any_related(items, head.id, nearest)


def _bodies(span: Span, items: Items) -> list[Naming]:
    """Where somebody is named who is no person."""
    return [at for at in mentions(items, span) if items.actors[at.actor].kind not in PERSONS]


def _is_called_by(text: str, head: Actor) -> bool:
    """Whether a word of the body's name, or one made of it, stands before a noun: "a League man", "Shaldini soldiers"."""
    found = text.casefold().split()
    stems = {word[:STEM] for name in names(head) for word in name.casefold().split() if len(word) >= STEM}
    before = next((text[: -len(name)] for name in names(head) if text.endswith(name)), " ".join(text.split()[:-1]))
    serves = _SERVES.match(text)
    if serves and any(text[serves.end() :] in name for name in names(head)):
        return True
    return is_named(head, before) or not stems.isdisjoint(word[:STEM] for word in before.casefold().split() or found)


_SERVES = re.compile(
    r"(?:(?:who|he|she|they|and)\s+)?(?:[a-z]+s?\s+)?(?:for|of|from|with|in|at|by)\s+(?:the\s+)?(?=\w)", re.IGNORECASE
)
"""What stands before a body's name where somebody is of it: "cooks for the", "of the"; no object stands between."""
STEM = 5
"""Letters in which the name of a land or a body and what is called by it agree."""


NEAR = 2
"""Sentences before "its spokesman" in which the body stands."""


_SHOWN_BY = (
    pattern("links", "belonging", "source_nouns"),
    pattern("titles", "titles", "officials", "fighters", "soldiers"),
    re.compile(r"\w[’']s?(?!\w)"),
)


def _of_one_country(actor: Actor, head: Actor) -> bool:
    """Whether two bodies of a state share a word of their names that few others have."""
    if not {actor.kind, head.kind} <= {"state", "armed_forces", "public_body"}:
        return False
    one, other = ({word.casefold() for word in telling_words(each)} for each in (actor, head))
    return not one.isdisjoint(other)


def _ever_together(actor: Actor, head: Actor, items: Items) -> bool:
    """Whether the two names stand in one phrase anywhere, or one holds the other."""
    if any(one in other for one in names(head) for other in names(actor)) or _of_one_country(actor, head):
        return True
    together = _may_be_called_in(actor, items) & _may_be_called_in(head, items)
    return any(_in_one_phrase(actor, head, number, items) for number in sorted(together))


def _may_be_called_in(actor: Actor, items: Items) -> set[int]:
    """Numbers of the sentences outside of which `_called` finds nothing."""
    if actor.identity == "named":
        return may_be_named_in(actor, items)
    return items.worked_out(_described_in).get(actor.id, set())


def _described_in(items: Items) -> dict[int, set[int]]:
    """By actor, the sentences in which it is named or described."""
    found: dict[int, set[int]] = defaultdict(set)
    for sentence in items.document.sentences:
        for mention in mentions(items, (sentence.start, sentence.end)):
            found[mention.actor].add(sentence.number)
    return found


_STATES_IT = re.compile(r"(?:(?:our|its|his|her|their)\b|the\s+[\w-]+[’']s?\s)", re.IGNORECASE)
_OF_THE_STATE = re.compile(r"\b(?:state|government|national|army|military|royal)\b", re.IGNORECASE)


def _in_one_phrase(actor: Actor, other: Actor, number: int, items: Items) -> bool:
    """Whether one name holds the other, or no verb, "and" or other break stands between them in this sentence."""
    document = items.document
    span = document.sentences[number - 1].start, document.sentences[number - 1].end
    theirs = list(_called(other, span, items))
    for one in _called(actor, span, items):
        for another in theirs:
            left, right = sorted((one, another))
            between = document.text[left[1] : max(left[1], right[0])]
            if one != another and len(between) <= PHRASE and not _APART.search(between):
                return True
    return False


def _called(actor: Actor, span: Span, items: Items) -> Iterator[Span]:
    """Where the actor is named; where it has no name, only where its whole description stands."""
    if actor.identity == "named":
        yield from named_at(actor, items.document.text, span)
    else:
        yield from ((at.start, at.end) for at in mentions(items, span) if at.actor == actor.id)


_APART = re.compile(
    rf"[;:“”\"—]|,\s*$|,\s+(?:{CAPITAL}|the\b(?!\s+[a-z]+\s+of))|\b(?:and|or|but|said|says|told|that|was|were|had|has|have|is|are|by|against|with|to|on|near)\b"
)


_HEAD_FIRST = re.compile(r"|[’']s?\s+(?:[\w-]+\s+){0,3}|\s+(?:[a-z-]+\s+){0,2}")
_MEMBER_FIRST = re.compile(r"|,?\s+(?:(?:the|an?|its)\s+)?(?:[a-z-]+\s+){0,3}(?:of|for|from)\s+(?:the\s+)?")
"""What stands between the name of a member and that of its body in one phrase."""


def _head_beside(actor: Actor, items: Items) -> Quote | None:
    """The armed group in whose name, or right beside whose name, this actor is called."""
    document = items.document
    for name in actor.name[:1]:
        span = sentence_of((name.start, name.end), document)
        for mention in mentions(items, span):
            head = items.actors[mention.actor]
            left, right = sorted(((name.start, name.end), (mention.start, mention.end)))
            between = document.text[left[1] : max(left[1], right[0])]
            of_one = _HEAD_FIRST if left == (mention.start, mention.end) else _MEMBER_FIRST
            if head.id != actor.id and head.kind == "armed_group" and of_one.fullmatch(between):
                return document.quote(mention.start, mention.end)
    return None


ACTOR_LINKS = Check(
    name="actor_links",
    reason="A description is no name, a name alone shows no affiliation, and a standing needs a word that shows it.",
    applies_to=("actor",),
    codes={
        "kind_contradicts_name": Code("warn", "The words of the name say that it is something else than its kind."),
        "title_of_a_person": Code("note", "A person's title stands beside the name of what is given as no person."),
        "standing_not_shown": Code("warn", "No word in or beside the name shows the standing that it is given."),
        "is_a_name": Code("warn", "This is a name, though the source is given as unnamed."),
        "affiliation_not_shown": Code("warn", "The words for this affiliation are a name alone, apart from the other."),
        "affiliation_without_words": Code("warn", "No words are given for this affiliation, and the two stand apart."),
        "affiliation_left_out": Code("warn", "It is named together with an armed group, and belongs to nobody here."),
    },
    run=_run,
)
