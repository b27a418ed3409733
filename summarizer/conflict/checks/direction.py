"""Direction: who acts on whom, where the order and the voice of a clause show it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from summarizer.conflict.checks.cue_words import targets_of
from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.conflict.named import PERSONS, bare, mentions, names
from summarizer.conflict.statement_kinds import ACCUSES, CLAIMS_IT, HAS_A_DOER
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import words_before
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.phrases import Phrase
from summarizer.lexicons import lemmas, pattern, word_set
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
    issuers = _known((threat.issuer, *threat.on_behalf_of), items)
    for position, target in enumerate(threat.targets):
        field = f"targets.{position}.text"
        if _are(target.text, issuers):
            yield Found("aims_at_itself", field, target.text)
        elif any(acts_on(quote, issuers, items) for quote in target.text):
            yield Found("direction_reversed", field, target.text)


def _statement(statement: Statement, items: Items) -> Iterator[Found]:
    if statement.kind in ACCUSES and statement.speaker is not None and statement.speaker in statement.whom:
        yield Found("blames_itself", "", statement.cue)
        return
    doers = _doers(statement, items)
    alone = [doer for doer in doers if not _fought_by_both(doer, items)]
    for link in statement.about:
        incident = items.incidents.get(link.incident)
        for target in incident.targets if incident else ():
            if _are(target.text, alone):
                yield Found("struck_itself", "", target.text)
                return
            if any(acts_on(quote, doers, items) for quote in target.text):
                yield Found("direction_reversed", "", target.text)
                return


def _incident(incident: Incident, items: Items) -> Iterator[Found]:
    """A target that is called by the name of one who is said to have done it."""
    if incident.kind == "clashes":
        return
    told = [statement for statement in items.statements_on(incident.id) if statement.kind in HAS_A_DOER]
    claimants = (statement.speaker for statement in told if statement.kind in CLAIMS_IT)
    doers = _known((*claimants, *chain.from_iterable(statement.whom for statement in told)), items)
    for position, target in enumerate(incident.targets):
        if _are(target.text, doers):
            yield Found("target_is_doer", f"targets.{position}.text", target.text)


def _doers(statement: Statement, items: Items) -> list[Actor]:
    if statement.kind not in HAS_A_DOER or statement.role not in ("carried_out", "unspecified"):
        return []
    claimant = (statement.speaker,) if statement.kind in CLAIMS_IT else ()
    return _known(statement.whom or claimant, items)


def _known(numbers: Iterable[int | None], items: Items) -> list[Actor]:
    """The actors with these ids, without those that are not there."""
    return [actor for number in numbers if (actor := items.speaker(number)) is not None]


def _fought_by_both(doer: Actor, items: Items) -> bool:
    """In clashes each side strikes the other, so that both may stand among the targets."""
    clashes = (incident for incident in items.incidents.values() if incident.kind == "clashes")
    return any(_are(targets_of(incident), [doer]) for incident in clashes)


def _are(quotes: Quotes, actors: list[Actor]) -> bool:
    """Whether one of the quotations is the name of one of them, without or with the article or a person's titles."""
    return any(_without_titles(bare(quote.text), actor) in names(actor) for quote in quotes for actor in actors)


def _without_titles(called: str, actor: Actor) -> str:
    """What somebody is called from the name on, behind capitals and titles: "Interior Minister Odo Tarn" is Odo Tarn."""
    name = next((name for name in names(actor) if actor.kind in PERSONS and called.endswith(f" {name}")), called)
    before = called.removesuffix(name).split()
    return (
        name if all(word.istitle() or word in word_set("titles", "titles", "officials") for word in before) else called
    )


# --- who acts on whom -----------------------------------------------------------------------------------


def acts_on(subject: Quote, objects: Iterable[Actor], items: Items) -> bool:
    """Whether a clause says that these words act violently on one of the actors.

    It must name the actor, not what is the actor's: "attacked the Front's mill" acts on no Front.
    """
    document, actors = items.document, {actor.id for actor in objects}
    sentence = document.sentences[subject.sentence - 1]
    struck = {each.start for each in mentions(items, (sentence.start, sentence.end)) if each.actor in actors}
    if not struck or subject.end > sentence.end:
        return False
    behind = pattern(*_VIOLENT).search(document.text, subject.end, max(struck))
    if behind is None and _BY.search(words_before(document, subject)) is None:
        return False
    parsed = parse(document, sentence)
    done = (deed for deed in deeds(parsed, lemmas(*_VIOLENT)) if any(_is(subject, each, parsed) for each in deed.doers))
    return any(deed.befalls(struck, parsed) for deed in done)


_VIOLENT = ("cues", "violence", "threatening_verbs")
_BY = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def _is(quote: Quote, phrase: Phrase, parsed: Parsed) -> bool:
    """Whether the words are those of the phrase, or end with them."""
    return quote.start <= parsed.tokens[phrase.head].start and quote.end == parsed.tokens[phrase.last].end


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
