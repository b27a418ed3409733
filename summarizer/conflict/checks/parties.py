"""Parties: whom a statement names or a warning fears, for whom and through whom it is said, and whom a threat is aimed at."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.doers import SUPPORTED, is_said_of
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.issued import issuer
from summarizer.conflict.checks.places import (
    PHRASE,
    named_from,
    named_near,
    sentence_of,
    within_longer_name,
)
from summarizer.conflict.checks.taken_up import nouns_of, told_at
from summarizer.conflict.items import Items
from summarizer.conflict.named import any_related, mentions, related
from summarizer.conflict.statement_kinds import ACCUSES, CLAIMS_IT, SPEAKS_OF_ANOTHER_AS_DOER
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import Span, quotation_around, words_before
from summarizer.english.sought import is_among, is_told_in, joined, stands_in
from summarizer.lexicons import Phrases, pattern, phrases_pattern, words
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Actor, Statement, ThirdPartyWarning, Threat


@in_english
def _run(item: Statement | Threat | ThirdPartyWarning, items: Items) -> Iterator[Found]:
    if isinstance(item, declared.ThirdPartyWarning):
        if not all(is_said_of(actor, item, items) for actor in item.feared):
            yield Found("feared_not_named", "feared", item.content[:1])
        return
    if isinstance(item, declared.Statement):
        yield from _whom(item, items)
    else:
        yield from _behalf(item, items)
        yield from _harm_by_others(item, items)
        yield from _targets(item, items)
    yield from _relays(item, items)


# --- whom it names -----------------------------------------------------------------------------------


def _whom(statement: Statement, items: Items) -> Iterator[Found]:
    own = [actor for actor in statement.whom if _tied(statement.speaker, actor, items)]
    if statement.kind in CLAIMS_IT and statement.speaker is not None:
        if statement.whom and not own:
            yield Found("claims_for_another", "", (*statement.cue, *statement.content))
        elif doers := tuple(_done_by_others(statement, items)):
            yield Found("act_of_another", "", doers)
    elif statement.kind in SPEAKS_OF_ANOTHER_AS_DOER:
        others = [actor for actor in statement.whom if statement.kind in ACCUSES or actor not in own]
        if not all(is_said_of(actor, statement, items) for actor in others):
            yield Found("whom_not_named", "whom", (*statement.cue, *statement.content)[:1])
    said = joined(statement.content)
    part, done = _ROLES.get(statement.role, (_NEVER, _NEVER))
    if part.search(said) and not done.search(said):
        yield Found("role_not_shown", "role", statement.content)


_ORDERED = re.compile(r"\b(?:order|command|instruct|direct|instigat|incit|mastermind)\w*|\bpaid for\b", re.IGNORECASE)


def _done_by_others(statement: Statement, items: Items) -> Iterator[Quote]:
    """Actors who stand behind the words for the act as those by whom it was done, and are not of the speaker's side."""
    document = items.document
    linked = {link.incident for link in statement.about}
    acts = (quote for number, act in items.incidents.items() if number in linked for quote in act.words)
    for by in filter(None, (_BY.match(document.text, act.end) for act in acts)):
        others = (at for at in named_from(by.end(), items) if not _tied(statement.speaker, at.actor, items))
        yield from (document.quote(at.start, at.end) for at in others)


_BY = re.compile(r"\s+by\s+(?:the\s+)?")
_HELPED = re.compile(
    r"(?<![\w-])(?:on\s+(?:the\s+)?orders?\s+(?:of|from)|support(?:s|ed|ing)?|backing|backed|ordered|ordering|instigated|inciting|incited|paid for|paying for|financ(?:ed|ing)"
    r"|fund(?:ed|ing)|sponsor(?:ed|ing)|arm(?:ed|ing)\s+(?:the|them)|suppl(?:ied|ying)|sheltered|sheltering|allowed|allowing)\b",
    re.IGNORECASE,
)
"""What somebody does who has a part in an act without doing it."""


_NEVER = re.compile("(?!)")
_ROLES: dict[str, tuple[re.Pattern[str], re.Pattern[str] | Phrases]] = {
    "carried_out": (_HELPED, pattern("cues", "violence_done", "deed")),
    "ordered": (_HELPED, _ORDERED),
}
"""For a role, the words of another part in the act, and those of its own that outweigh them."""


_OF_THE_SPEAKER = re.compile(r"\b(?:my|our|ours|its own|his own|her own|their own)\b", re.IGNORECASE)


def _tied(speaker: int | None, actor: int, items: Items) -> bool:
    """Whether an actor is the speaker's: as affiliations say, or by a name such as "our aviation"."""
    if speaker is None:
        return False
    named = items.actors[actor].name if actor in items.actors else ()
    return related(items, speaker, actor) or is_among(_OF_THE_SPEAKER, named)


# --- for whom, and through whom -------------------------------------------------------------------------


def _behalf(threat: Threat, items: Items) -> Iterator[Found]:
    for number in threat.on_behalf_of:
        if number not in items.actors or _tied(threat.issuer, number, items):
            continue
        before = _words_before(items.actors[number], threat, items)
        if not any(_BEHALF.search(words) and not SUPPORTED.search(words) for words in before):
            yield Found("behalf_not_shown", "on_behalf_of", (*threat.cue, *threat.content)[:1])
            return


def _harm_by_others(threat: Threat, items: Items) -> Iterator[Found]:
    """Who warns of what others may do threatens nobody."""
    ours = (threat.issuer, *threat.on_behalf_of)
    said = threat.content[0].start + PHRASE if threat.content else 0
    for cue in filter(_warns, threat.cue):
        doers = (at for at in mentions(items, (cue.end, said)) if _MAY.match(items.document.text, at.end))
        others = (at for at in doers if not any_related(items, at.actor, ours))
        yield from (Found("harm_by_others", "issuer", (items.document.quote(at.start, at.end),)) for at in others)


def _warns(cue: Quote) -> bool:
    return _WARNS.search(cue.text) is not None


_WARNS = re.compile(r"\b(?:warn|caution|alert|fear|worr|concern)\w*", re.IGNORECASE)
_MAY = re.compile(
    r"\s+(?:may|might|could|will|would|was|were|is|are|can|plan\w*|intend\w*|prepar\w*|want\w*|seek\w*)\b",
    re.IGNORECASE,
)


def _relays(item: Statement | Threat, items: Items) -> Iterator[Found]:
    for number in item.relayed_by:
        actor = items.actors.get(number)
        if actor is None or number == issuer(items):
            continue
        shown = named_near(number, _said(item), items, before=2, after=1)
        if actor.kind != "outlet":
            shown = shown and _passes_on(actor, item, items)
        if not shown:
            yield Found("relay_not_shown", "relayed_by", _said(item)[:1])
            return


def _passes_on(actor: Actor, item: Statement | Threat, items: Items) -> bool:
    """Whether words of telling stand beside the name; beside a description of it, if it is named a sentence away."""
    document = items.document
    text = document.text
    places = list(_places(actor, item, items))
    if any(
        _PASSED.search(text[max(0, place[0] - PHRASE) : place[0]]) or _passing().match(text, place[1])
        for place in places
    ):
        return True
    if _is_mouthpiece(actor, item, items) or any(_outside_of_quotation(place, item, document) for place in places):
        return True
    numbers = sentences_of(_said(item), document)
    here = any(document.sentence_at(place[0]) in numbers for place in places)
    return not here and is_told_in(pattern("links", "passing_on"), numbers, document)


def _is_mouthpiece(actor: Actor, item: Statement | Threat, items: Items) -> bool:
    """Whether it is said through a spokesman, and the actor is one of the speaker's."""
    speaker = item.issuer if isinstance(item, declared.Threat) else item.speaker
    if speaker is None or not related(items, speaker, actor.id):
        return False
    spokesman = any(noun.startswith("spokes") for noun in nouns_of(actor.id, items))
    return spokesman and is_told_in(_SPOKESMAN, sentences_of(_said(item), items.document), items.document)


_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)


def _outside_of_quotation(place: Span, item: Statement | Threat, document: Document) -> bool:
    """Whether the words stand in a quotation, and the name beside it in its sentence: somebody is quoted who tells them."""
    quotations = (quotation_around(document, quote) for quote in item.cue)
    spans = (
        (one, sentence_of(one, document), sentence_of((one[1] - 1, one[1]), document)) for one in quotations if one
    )
    return any(first[0] <= place[0] < last[1] and not one[0] <= place[0] < one[1] for one, first, last in spans)


def _said(item: Statement | Threat) -> Quotes:
    return (*item.cue, *item.content)


def _words_before(actor: Actor, item: Statement | Threat, items: Items) -> Iterator[str]:
    for place in _places(actor, item, items):
        yield items.document.text[max(0, place[0] - PHRASE) : place[0]]


def _places(actor: Actor, item: Statement | Threat, items: Items) -> Iterator[Span]:
    """Where the actor is named in the sentences of the item and beside them, outside of what is said."""
    document = items.document
    numbers = sentences_of(_said(item), document)
    if not numbers:
        return
    first, last = (
        document.sentences[max(numbers[0] - 3, 0)],
        document.sentences[min(numbers[-1], len(document.sentences) - 1)],
    )
    for place in told_at(actor, items, (first.start, last.end)):
        if not stands_in(place[0], item.content) and not within_longer_name(place, actor, items):
            yield place


_BEHALF = re.compile(
    r"\b(?:on behalf of|in the name of|in its name and that of|for|speaks? for|speaking for|of|from|and|by|with)\s+(?:(?:the|an?|all|his|her|its|their)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:told|telling|according to|quot(?:ed|ing)(?: by)?|by|through|via|(?:letter|email|e-mail|message|call|statement|note|post|tape|video|warning|threat)s?\s+(?:\w+\s+){0,3}to|sent to|passed to|given to|shown to|read out by|interview with|reported by|published by)\s+(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


@cache
def _passing() -> re.Pattern[str]:
    verbs = phrases_pattern((*words("cues", "attributing"), *words("links", "passing_on"))).pattern
    return re.compile(
        rf"\w*(?:,[^.;“”\"]{{3,80}})?,?(?:\s+(?:has|have|had|was|were|also|later|then))*\s+{verbs}", re.IGNORECASE
    )


# --- whom a threat is aimed at --------------------------------------------------------------------------


def _targets(threat: Threat, items: Items) -> Iterator[Found]:
    """A target stands in what is threatened or behind the verb; who stands before the verb is not threatened."""
    said = (*threat.content, *threat.action, *threat.condition, *threat.means)
    for position, target in enumerate(threat.targets):
        if any(_aimed_at(quote, threat, said, items.document) for quote in target.text):
            continue
        if target.text:
            yield Found("target_not_threatened", f"targets.{position}.text", target.text)


def _aimed_at(quote: Quote, threat: Threat, said: Quotes, document: Document) -> bool:
    if _HEARD_IT.fullmatch(quote.text):
        return False
    if stands_in(quote.start, said):
        return _OF_WHOM.search(words_before(document, quote)) is None
    if _REASON.search(words_before(document, quote)):
        return False
    beside = [cue for cue in threat.cue if cue.sentence == quote.sentence]
    if beside:
        return any(quote.start >= _verb_of(cue) for cue in beside) or any(
            _THERE.search(part.text) for part in threat.content
        )
    return all(part.sentence != quote.sentence for part in threat.content)


_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|will|would|has|have|had)\b)|\b(?:him|her)\s+to\b", re.IGNORECASE
)
"""What takes up the place, or the one person, that a threat is aimed at: "sentenced him to death"."""


_HEARD_IT = re.compile(
    r"(?:the\s+)?(?:reporters|journalists|press|media|news agency|newspaper|broadcaster)", re.IGNORECASE
)
"""Those to whom a threat is told that is meant for others."""
_OF_WHOM = re.compile(r"\b(?:who|whoever)\s+(?:[\w’'-]+\s+){1,5}\Z", re.IGNORECASE)
"""What opens a clause on whom a threat is aimed at, in which others are named: "anyone who sells grain to the Guard"."""
_REASON = re.compile(
    r"\b(?:due to|because of|in (?:response|retaliation|revenge|reprisal) (?:to|for)|in the wake of)\b[^,;:]*$",
    re.IGNORECASE,
)
"""What opens the reason for a threat, in which whoever is named is not threatened."""


def _verb_of(cue: Quote) -> int:
    verb = pattern("cues", "speaking_verbs").search(cue.text)
    return cue.start + (verb.start() if verb else 0)


PARTIES = Check(
    name="parties",
    reason="Whoever is accused, feared, threatened or spoken for is so in what is said, not merely named beside it.",
    applies_to=("statement", "threat", "warning"),
    codes={
        "claims_for_another": Code("reject", "One can claim or admit only one's own act, or that of one's own side."),
        "act_of_another": Code("warn", "The words for the act say that others did it."),
        "whom_not_named": Code("warn", "The one whom it names is not named in what is said."),
        "role_not_shown": Code(
            "warn", "The words speak of having ordered or helped it, and not of having done it, or the reverse."
        ),
        "feared_not_named": Code("warn", "The one who is feared is not named in what is said."),
        "behalf_not_shown": Code("warn", "The article does not show that it is said for this actor too."),
        "relay_not_shown": Code("warn", "The article does not show that this actor passes it on."),
        "harm_by_others": Code("warn", "Its words warn of what others may do."),
        "target_not_threatened": Code("warn", "This target stands beside the threat and not in it."),
    },
    run=_run,
)
