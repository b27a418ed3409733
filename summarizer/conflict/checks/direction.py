"""Direction: who acts on whom, where the order and the voice of a clause show it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.named import PERSONS, bare, names
from summarizer.conflict.statement_kinds import ACCUSES, CLAIMS_IT, HAS_A_DOER
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import sentence_span, words_after, words_before
from summarizer.lexicons import phrases_pattern, word_set, words
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Actor, Incident, Statement, Threat


@in_english
def _run(item: Statement | Threat | Incident, items: Items) -> Iterator[Found]:
    if isinstance(item, declared.Threat):
        yield from _threat(item, items)
    elif isinstance(item, declared.Incident):
        yield from _incident(item, items)
    else:
        yield from _statement(item, items)


def _threat(threat: Threat, items: Items) -> Iterator[Found]:
    issuers = [items.actors[number] for number in (threat.issuer, *threat.on_behalf_of) if number in items.actors]
    for position, target in enumerate(threat.targets):
        field = f"targets.{position}.text"
        if any(_is(actor, quote) for actor in issuers for quote in target.text):
            yield Found("aims_at_itself", field, target.text)
        elif any(acts_on(quote, issuers, items) for quote in target.text):
            yield Found("direction_reversed", field, target.text)


def _statement(statement: Statement, items: Items) -> Iterator[Found]:
    if statement.kind in ACCUSES and statement.speaker is not None and statement.speaker in statement.whom:
        yield Found("blames_itself", "", statement.cue)
        return
    doers = _doers(statement, items)
    for link in statement.about:
        incident = items.incidents.get(link.incident)
        for target in incident.targets if incident else ():
            if any(_is(doer, quote) and not _fought_by_both(doer, items) for doer in doers for quote in target.text):
                yield Found("struck_itself", "", target.text)
                return
            if any(acts_on(quote, doers, items) for quote in target.text):
                yield Found("direction_reversed", "", target.text)
                return


def _incident(incident: Incident, items: Items) -> Iterator[Found]:
    """A target that is called by the name of one who is said to have done it."""
    if incident.kind == "clashes":
        return
    doers = [
        items.actors[number]
        for statement in items.statements_on(incident.id)
        if statement.kind in HAS_A_DOER
        for number in (*statement.whom, *((statement.speaker,) if statement.kind in CLAIMS_IT else ()))
        if number in items.actors
    ]
    for position, target in enumerate(incident.targets):
        if any(_is(doer, quote) for doer in doers for quote in target.text):
            yield Found("target_is_doer", f"targets.{position}.text", target.text)


def _doers(statement: Statement, items: Items) -> list[Actor]:
    if statement.kind not in HAS_A_DOER or statement.role not in ("carried_out", "unspecified"):
        return []
    numbers = statement.whom
    if not numbers and statement.kind in CLAIMS_IT and statement.speaker is not None:
        numbers = (statement.speaker,)
    return [items.actors[number] for number in numbers if number in items.actors]


def _fought_by_both(doer: Actor, items: Items) -> bool:
    """In clashes each side strikes the other, so that both may stand among the targets."""
    return any(
        incident.kind == "clashes" and any(_is(doer, quote) for target in incident.targets for quote in target.text)
        for incident in items.incidents.values()
    )


def _is(actor: Actor, quote: Quote) -> bool:
    """Whether the quotation is the actor's name, without or with the article or a person's titles."""
    return _without_titles(bare(quote.text), actor) in names(actor)


def _without_titles(called: str, actor: Actor) -> str:
    """What somebody is called from the name on, behind capitals and titles: "Interior Minister Odo Tarn" is Odo Tarn."""
    name = next((name for name in names(actor) if actor.kind in PERSONS and called.endswith(f" {name}")), called)
    before = called.removesuffix(name).split()
    return (
        name if all(word.istitle() or word in word_set("titles", "titles", "officials") for word in before) else called
    )


# --- the order of a clause ------------------------------------------------------------------------------


def acts_on(subject: Quote, objects: Iterable[Actor], items: Items) -> bool:
    """Whether the clause says that these words act violently on one of the actors.

    Two shapes count, with nothing but helping words between: "SUBJECT attacked ACTOR", and
    "ACTOR was attacked by SUBJECT".
    """
    document = items.document
    after, before = words_after(document, subject), words_before(document, subject)
    start, end = sentence_span(document, subject)
    if subject.end > end or subject.start < start:
        return False
    forms = tuple(dict.fromkeys(name for actor in objects for name in names(actor)))
    if not forms:
        return False
    active, passive = _shapes()
    return any(active.fullmatch(after, 0, at) for at, _ in _places(forms, after)) or any(
        passive.fullmatch(before, end) for _, end in _places(forms, before)
    )


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _places(forms: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where these names stand in the text, whole words only; by plain search, as an expression for each would be slow."""
    for form in forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not any(map(_is_word, (text[at - 1 : at], text[end : end + 1]))):
                yield at, end
            at = text.find(form, at + 1)


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between a subject and the actor after it, and between an actor and the "by" behind it."""
    verb = phrases_pattern(words("cues", "violence", "threatening_verbs")).pattern
    helping = r"(?:\s+(?:has|have|had|will|would|also|later|then|again|reportedly|allegedly|\w+ly))*"
    being = r"(?:\s+(?:has|have|had|been|was|were|is|are|being|reportedly|allegedly|\w+ly))+"
    active = rf"{helping}\s+{verb}\s+(?:(?:the|an?)\s+)?"
    passive = rf"{being}\s+{verb}(?:\s+\w+day)?\s+by\s+(?:(?:the|an?)\s+)?"
    return re.compile(active), re.compile(passive)


DIRECTION = Check(
    name="direction",
    reason="Who threatens or strikes whom must not be turned round against the order and the voice of the clause.",
    applies_to=("incident", "statement", "threat"),
    codes={
        "aims_at_itself": Code("reject", "The target is the issuer itself."),
        "blames_itself": Code("reject", "The speaker and the one who is blamed are the same."),
        "struck_itself": Code("reject", "The target is the one who is said to have done it."),
        "target_is_doer": Code("reject", "The target is called by the name of one who is said to have done it."),
        "direction_reversed": Code("reject", "The clause says it the other way round: the target acts on the doer."),
    },
    run=_run,
)
