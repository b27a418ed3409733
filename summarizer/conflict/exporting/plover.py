"""Attacks, threats and accusations as PLOVER events, one JSON object a line, with on whose word each stands."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from summarizer.conflict.exporting.codes import code_of, gives, left_out
from summarizer.conflict.exporting.exported import AnEvent, Exported, called, words
from summarizer.conflict.exporting.shared_columns import REVIEW
from summarizer.conflict.items import Item
from summarizer.conflict.statement_kinds import ACCUSES
from summarizer.documents.quotes import Quotes
from summarizer.rendering.formats import Rendered
from summarizer.rendering.safety import json_escaped
from summarizer.rendering.tables import Column
from summarizer.schemas.brief import Actor, AssessedThreat, Statement, Target

BOOK = "PLOVER 2024"
Told = Mapping[str, Any]


@dataclass(frozen=True)
class PloverEvent:
    """One event, whatever its type.

    Attributes:
        within, item: the brief, and the incident, threat or statement that it is made of.
        type: ASSAULT, THREATEN or ACCUSE.
        mode: of that type; None where it is open.
        time: the frame of an incident, or the status of a threat.
        actors: who does it.
        recipients: to whom.
        evidence: the words that tell it.
        days: the first and the last day that it may be of.
        ours: what PLOVER has no field for.
    """

    within: Exported
    item: Item
    type: str
    mode: str | None
    time: str
    actors: list[Told]
    recipients: list[Told]
    evidence: Quotes
    days: tuple[str, ...] = ()
    ours: Told = field(default_factory=dict)


def _actors(actors: Iterable[Actor]) -> list[Told]:
    """Objects for actors, with PLOVER's sector where their kind tells it."""
    return [
        {"actor_text": called(actor), "sector": code_of("plover", "sector", actor.kind), "kind": actor.kind}
        for actor in actors
    ]


def _struck(targets: Iterable[Target]) -> list[Told]:
    """Objects for who and what was struck or is threatened, in the article's words."""
    return [{"actor_text": words(target.text), "sector": None, "kind": target.kind} for target in targets]


def _doers(event: AnEvent) -> list[Actor]:
    """Who did it together; of fighting, both sides."""
    return event.groups if event.item.kind == "clashes" else event.together


def _assault(event: AnEvent) -> PloverEvent:
    found = event.found
    return PloverEvent(
        event.within,
        event.item,
        "ASSAULT",
        gives("plover", kind=event.item.kind).get("event_mode"),
        event.item.frame,
        _actors(_doers(event)),
        _struck(event.item.targets),
        event.evidence,
        tuple(map(date.isoformat, event.days)),
        {
            "place": words(event.item.place),
            "dead": event.least("killed"),
            "injured": event.least("wounded"),
            "kind": event.item.kind,
            "stage": event.item.stage,
            "occurrence": found.occurrence,
            "contested": found.contested,
            "attribution": found.attribution,
            "basis": found.basis.grounds,
            "said_by": event.speakers(found.basis.support),
            "denied_by": event.speakers(found.basis.against),
        },
    )


def _threat(threat: AssessedThreat, within: Exported) -> PloverEvent:
    return PloverEvent(
        within,
        threat,
        "THREATEN",
        code_of("plover", "mode", "THREATEN"),
        threat.status,
        _actors(within.known((threat.issuer, *threat.on_behalf_of))),
        _struck(threat.targets),
        within.passages(threat.cue, threat.content),
        ours={
            "status": threat.status,
            "action": words(threat.action),
            "condition": words(threat.condition),
            "deadline": words(threat.deadline),
            "conditionality": threat.conditionality,
            "delivery": threat.delivery,
        },
    )


def _accusation(said: Statement, within: Exported) -> PloverEvent:
    return PloverEvent(
        within,
        said,
        "ACCUSE",
        code_of("plover", "mode", "ACCUSE"),
        "",
        _actors(within.known(filter(None, (said.speaker,)))),
        _actors(within.known(said.whom)),
        within.passages(said.cue, said.content),
        ours={
            "role": said.role,
            "hedge": words(said.hedge),
            "incidents": [link.incident for link in said.about],
        },
    )


def _events(within: Exported) -> Iterator[PloverEvent]:
    """Attacks; threats that tell no other one again; accusations by somebody."""
    yield from map(_assault, within.single("plover"))
    for threat in within.brief.threats:
        if threat.restates is None and not left_out("plover", [("status", threat.status)]):
            yield _threat(threat, within)
    accusing = filter(lambda said: said.kind in ACCUSES and said.whom, within.brief.statements)
    for said in filter(lambda said: said.speaker is not None, accusing):
        yield _accusation(said, within)


def _ours(name: str, holds: str) -> Column:
    """A field that the events of one type have."""
    return Column(name, holds, lambda event: event.ours.get(name))


FIELDS: tuple[Column, ...] = (
    Column("id", "SHA-256 of the article's text, kind and id of the item", lambda event: f"{event.within.brief.source.sha256}:{event.item.kind_of_item}:{event.item.id}", BOOK),
    Column("event_type", "ASSAULT: an incident; THREATEN: a threat; ACCUSE: a statement that blames somebody", lambda event: event.type, BOOK),
    Column("event_mode", "of an incident by `kind`, null where the means are open; of a threat violence, of an accusation allege", lambda event: event.mode, BOOK),
    Column("context", "historical, of a background incident or threat", lambda event: list(filter(None, (code_of("plover", "context", event.time),))), BOOK),
    Column("date", "the first of the days that the words for an incident's time leave; null where there is none", lambda event: next(iter(event.days), None), BOOK),
    Column("enddate", "the last of them", lambda event: event.days[-1] if event.days else None, BOOK),
    Column("actor", "groups that may be named as doers, both sides of fighting; a threat's issuer and those it speaks for; who accuses. Each with `actor_text`, `sector` (GOV, MIL, else null) and our `kind`", lambda event: event.actors, BOOK),
    Column("recipient", "who and what was struck or is threatened, in the article's words; who is accused", lambda event: event.recipients, BOOK),
    Column("text", "the article's words that tell it", lambda event: [quote.text for quote in event.evidence], BOOK),
    Column("cite_info", "title, publication, URL and day of publication of the article", lambda event: _citation(event.within), BOOK),
    Column("article", "what the article is called", lambda event: event.within.name),
    Column("item", "incident, threat or statement", lambda event: event.item.kind_of_item),
    Column("item_id", "id of the item in the brief", lambda event: event.item.id),
    Column("label", "its number on the page, such as A1", lambda event: event.within.label(event.item)),
    _ours("place", "of an incident: `place`, in the article's words"),
    _ours("dead", "the most conservative figure for the killed; null where no number is told"),
    _ours("injured", "the same of the wounded"),
    _ours("kind", "`kind` of an incident"),
    _ours("stage", "`stage` of an incident"),
    _ours("occurrence", "`assessment.occurrence`"),
    _ours("contested", "`assessment.contested`"),
    _ours("attribution", "`assessment.attribution`"),
    _ours("basis", "`assessment.basis.grounds`"),
    _ours("said_by", "who says that it happened"),
    _ours("denied_by", "who denies or disputes it"),
    _ours("status", "of a threat: `status`"),
    _ours("action", "of a threat: the harm, in the article's words"),
    _ours("condition", "of a threat: `condition`"),
    _ours("deadline", "of a threat: `deadline`"),
    _ours("conditionality", "of a threat: none, conditional or ultimatum"),
    _ours("delivery", "of a threat: quoted or paraphrased"),
    _ours("role", "of an accusation: what the accused are said to have done"),
    _ours("hedge", "of an accusation: the words that make it uncertain"),
    _ours("incidents", "of an accusation: ids of the incidents that it is about"),
    Column("marks", "codes of the checks that marked it", lambda event: event.within.marked(event.item)),
    *REVIEW,
)  # fmt: skip


def _citation(within: Exported) -> Told:
    source = within.brief.source
    return {
        "title": within.title,
        "publication": within.outlet,
        "url": source.origin.address,
        "published": source.published,
    }


def lines(of: Rendered) -> str:
    """A line for each event: attacks, threats, accusations."""
    return "".join(map(_line, _events(Exported.of(of))))


def _line(event: PloverEvent) -> str:
    told = {column.name: _or_null(column.value(event)) for column in FIELDS}
    return json_escaped(json.dumps(told, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _or_null(value: Any) -> Any:
    """A value of JSON: what is not stated is null, and not an empty text."""
    return None if value == "" else value
