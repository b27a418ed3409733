"""How each link of an item stands in the article: in the clause, by a chain that can be printed, or not at all.

A link is the extractor's word until it is shown. The checks say where the article's words do not bear it out; where they
do, the words are given that a reader follows. What a link that is not shown may still do to a status stands in one table.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import STATEMENT_KINDS, Doer
from summarizer.conflict.ways import way_to, way_to_incident, words_for
from summarizer.documents.quotes import Part, Quotes
from summarizer.pointing.audit import Finding, Key, ShownLink
from summarizer.pointing.dropping import changed
from summarizer.pointing.located import AnItem
from summarizer.schemas.brief import Actor, Incident, Statement, ThirdPartyWarning, Threat

Unshown = Literal["marked", "nothing"]
"""What a link that is not shown still does to a status.

- marked: the same as one that is shown; the page marks it
- nothing: the status is derived without it, unless nothing else is said of the incident
"""


@dataclass(frozen=True)
class LinkRow:
    """A kind of link.

    Attributes:
        says: what is linked to the item, as what.
        doubts: marks by which a check says that the article's words do not show it.
        unshown: what it may still do to a status where it is not shown.
    """

    says: str
    doubts: tuple[str, ...]
    unshown: Unshown = "marked"


_SPEAKS = (
    "speaker_nearby",
    "speaker_not_shown",
    "speaker_out_of_place",
    "kin_named",
    "perhaps_other_speaker",
    "pronoun_unresolved",
)
_NAMED = ("whom_not_named", "act_of_another")
_KNOWS = ("authority_not_shown", "knows_how_elsewhere", "knows_of_another_event")
_BELONGS = ("affiliation_not_shown", "affiliation_without_words")
_DONE = ("stage_not_shown", "may_not_be_done", "may_be_stopped", "stage_words_elsewhere")
_IS_NEWS = ("frame_not_shown", "may_be_background", "may_be_exercise", "frame_words_elsewhere")

LINKS: Mapping[str, LinkRow] = {
    "speaker": LinkRow("who says or warns it", _SPEAKS),
    "issuer": LinkRow("who threatens", (*_SPEAKS, "harm_by_others")),
    "doer": LinkRow("who is told to have done it", _NAMED),
    "claimant": LinkRow("for whom it is claimed or admitted", _NAMED),
    "accused": LinkRow("who is accused of it", _NAMED),
    "cleared": LinkRow("who is said not to have done it", _NAMED),
    "feared": LinkRow("who may attack", ("feared_not_named",)),
    "spoken_for": LinkRow("for whom a threat is made", ("behalf_not_shown",)),
    "relayer": LinkRow("who passes it on", ("relay_not_shown",)),
    "incident": LinkRow("which incident is spoken of", ("about_another_event",), unshown="nothing"),
    "relation": LinkRow("what the speaker is to the incident", _KNOWS),
    "affiliation": LinkRow("to whom somebody belongs", _BELONGS, unshown="nothing"),
    "source_of_count": LinkRow("who gives a count", ("toll_source_not_shown",)),
    "stage": LinkRow("how far an act came", _DONE),
    "frame": LinkRow("that an act is told as history, or as a drill", _IS_NEWS),
    "restated": LinkRow("which threat is told again", ("restates_nothing",)),
    "replaced": LinkRow("which earlier word it takes the place of", ("replacement_not_shown",)),
}
"""Every kind of link. What one that is not shown may do was chosen by measurement (docs/verification.md)."""

NAMES_AS: Mapping[Doer, str] = {
    "speaker": "claimant",
    "not_speaker": "cleared",
    "told": "doer",
    "accused": "accused",
    "cleared": "cleared",
    "nobody": "doer",
}
"""As what a statement of each kind names somebody."""


@dataclass(frozen=True)
class _Proposed:
    """A link with the words that may show it."""

    kind: str
    field: str
    words: Quotes


def links(items: Items, marks: Iterable[Finding]) -> tuple[ShownLink, ...]:
    """Every link of every item, with how it is shown.

    Args:
        items: the items of the article.
        marks: what the checks say of them.
    """
    marked: dict[Key | None, list[Finding]] = defaultdict(list)
    for one in marks:
        marked[one.key].append(one)
    return tuple(
        _link(proposed, item, marked[kind, item.id], home)
        for kind, item in items.all()
        for home in [items.sentences(item)]
        for proposed in _LINKS_OF[kind](item, items)
    )


def _link(proposed: _Proposed, item: AnItem, marks: Sequence[Finding], home: Collection[int]) -> ShownLink:
    doubts = LINKS[proposed.kind].doubts
    doubted = any(one.code in doubts and _is_on(one.field, proposed.field) for one in marks)
    words = () if doubted else proposed.words
    away = [quote for quote in words if quote.sentence not in home]
    return ShownLink(
        item=item.kind_of_item,
        id=item.id,
        kind=proposed.kind,
        field=proposed.field,
        shown=("by_chain" if (*words[1:], *away) else "in_clause") if words else "not_shown",
        words=words,
    )


def _is_on(marked: str, field: str) -> bool:
    """Whether a mark on one field is on the link in another: on the whole of the item, or on the part at the same place."""
    return set(_PLACE.findall(marked)[:1]).issubset(_PLACE.findall(field))


_PLACE = re.compile(r"\d+")


# --- which links an item has ------------------------------------------------------------------------------


def _of_actor(actor: Actor, items: Items) -> Iterator[_Proposed]:
    for position, tie in enumerate(actor.affiliations):
        yield _Proposed("affiliation", f"affiliations.{position}", tie.evidence)


def _of_incident(incident: Incident, items: Items) -> Iterator[_Proposed]:
    yield _Proposed("stage", "stage", incident.stage_words or words_for(incident))
    yield _Proposed("frame", "frame", incident.frame_words or words_for(incident))
    for position, toll in enumerate(incident.casualties):
        anchors = (*toll.count, *toll.whom, *toll.cue)
        yield from _one("source_of_count", f"casualties.{position}.source", toll.source, anchors, items)


def _of_statement(said: Statement, items: Items) -> Iterator[_Proposed]:
    anchors = (*said.cue, *said.content)
    yield from _one("speaker", "speaker", said.speaker, anchors, items, said.speaker_words)
    yield from _each(NAMES_AS[STATEMENT_KINDS[said.kind].doer], "whom", said.whom, anchors, items)
    yield from _each("relayer", "relayed_by", said.relayed_by, anchors, items)
    own_word = {"perpetrator": said.cue}
    for position, link in enumerate(said.about):
        told = way_to_incident(items.incidents[link.incident], anchors, items)
        yield _Proposed("incident", f"about.{position}", told)
        if link.relation not in ("not_stated", "outlet"):
            evidence = link.evidence or own_word.get(link.relation, ())
            yield _Proposed("relation", f"about.{position}.evidence", evidence)
    for position, number in enumerate(said.supersedes):
        earlier = items.statements[number].cue
        yield _Proposed("replaced", f"supersedes.{position}", (*said.cue[:1], *earlier[:1]))


def _of_threat(threat: Threat, items: Items) -> Iterator[_Proposed]:
    anchors = (*threat.cue, *threat.content)
    yield from _one("issuer", "issuer", threat.issuer, anchors, items, threat.issuer_words)
    yield from _each("spoken_for", "on_behalf_of", threat.on_behalf_of, anchors, items)
    yield from _each("relayer", "relayed_by", threat.relayed_by, anchors, items)
    first = items.threats.get(threat.restates or 0)
    if first is not None:
        yield _Proposed("restated", "restates", (*threat.content[:1], *first.content[:1]))


def _of_warning(warning: ThirdPartyWarning, items: Items) -> Iterator[_Proposed]:
    anchors = (*warning.cue, *warning.content)
    yield from _one("speaker", "speaker", warning.speaker, anchors, items, warning.speaker_words)
    yield from _each("feared", "feared", warning.feared, anchors, items)


def _each(kind: str, field: str, actors: Iterable[int], anchors: Quotes, items: Items) -> Iterator[_Proposed]:
    for position, actor in enumerate(actors):
        yield from _one(kind, f"{field}.{position}", actor, anchors, items)


def _one(
    kind: str, field: str, actor: int | None, anchors: Quotes, items: Items, given: Quotes = ()
) -> Iterator[_Proposed]:
    """The link to an actor; none to the article itself."""
    if actor is not None:
        yield _Proposed(kind, field, way_to(actor, anchors, items, given))


_LINKS_OF: Mapping[str, Callable[..., Iterator[_Proposed]]] = {
    "actor": _of_actor,
    "incident": _of_incident,
    "statement": _of_statement,
    "threat": _of_threat,
    "warning": _of_warning,
}


# --- what is left to derive a status from ------------------------------------------------------------------


def weighed(items: Items, shown: Iterable[ShownLink]) -> Items:
    """The items without the links that the article does not show and that do nothing to a status then.

    Args:
        items: the items of the article, their relations settled.
        shown: how each of their links is shown.
    """
    gone: dict[Key, set[str]] = defaultdict(set)
    for link in shown:
        if (link.shown, LINKS[link.kind].unshown) == ("not_shown", "nothing"):
            gone[link.item, link.id].add(link.field)
    return items.mapped(lambda kind, item: _without(item, gone.get((kind, item.id), ()))) if gone else items


def _without(item: AnItem, parts: Collection[str]) -> AnItem:
    """The item without the parts that stand at these places."""
    lists = {path.partition(".")[0] for path in parts}
    return changed(item, {name: tuple(_left(item, name, parts)) for name in lists})


def _left(item: AnItem, name: str, gone: Collection[str]) -> Iterator[Part]:
    return (part for place, part in enumerate(getattr(item, name)) if f"{name}.{place}" not in gone)
