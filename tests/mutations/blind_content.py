"""Operators on how items hang together: events, links, blame. Written without sight of the checks."""

from collections.abc import Iterator

from summarizer.documents.document import Document
from summarizer.schemas import declared
from summarizer.schemas.draft import Affiliation, Draft, Incident, Statement, Value
from summarizer.schemas.vocabulary import Relation

from .editing import (
    HEADS,
    Plant,
    actor,
    added,
    apart,
    around,
    changed,
    free_id,
    one_camp,
    pairs,
    speaking,
    stands_in,
    strangers,
    with_entry,
)
from .operator import Fault, Operator


def _taking(field: str, *, instead: bool) -> Plant:
    """An incident gets what belongs to another: in place of its own, or beside it."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for one, other in pairs(draft):
            own, theirs = getattr(one, field), getattr(other, field)
            if theirs and (own or not instead) and not _shared(own, theirs) and not _told_together(one, other):
                value = theirs if instead else [*own, *theirs]
                yield changed(draft, "incident", one, field if instead else f"{field}.{len(own)}", **{field: value})

    return plant


def _told_together(one: Incident, other: Incident) -> bool:
    """Whether no single event is meant, or both stand in one sentence: then what belongs to which is open to doubt."""
    same = {mention.sentence for mention in one.words} & {mention.sentence for mention in other.words}
    return one.aggregate or other.aggregate or bool(same)


def _shared(own: Value, theirs: Value) -> bool:
    """Whether two incidents have this in common in the correct draft already."""
    if own and hasattr(own[0], "sentence"):
        return not apart(own, theirs)
    return any(entry in own for entry in theirs)


def _events_merged(draft: Draft, document: Document) -> Iterator[Fault]:
    """Two incidents become one that has the parts of both."""
    for one, other in pairs(draft):
        if one.id < other.id and one.words and other.words and not (one.aggregate or other.aggregate):
            both = ("words", "targets", "place", "time", "casualties")
            update = {field: [*getattr(one, field), *getattr(other, field)] for field in both}
            kept = [incident for incident in draft.incidents if incident.id != other.id]
            told = [_redirected(statement, other.id, one.id) for statement in draft.statements]
            fewer = draft.model_copy(update={"incidents": kept, "statements": told})
            yield changed(fewer, "incident", one, "words", **update)


def _redirected(statement: Statement, old: int, new: int) -> Statement:
    about = [link.model_copy(update={"incident": new}) if link.incident == old else link for link in statement.about]
    return statement.model_copy(update={"about": about})


def _about_another_event(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        told_of = {link.incident for link in statement.about}
        for at in range(len(statement.about)):
            for incident in draft.incidents:
                if incident.id not in told_of:
                    about = with_entry(statement.about, at, incident=incident.id)
                    yield changed(draft, "statement", statement, f"about.{at}.incident", about=about)


def _counted_twice(draft: Draft, document: Document) -> Iterator[Fault]:
    """One incident stands there twice, with everything that is said of it."""
    for incident in draft.incidents:
        number = free_id(draft.incidents)
        told = [
            statement.model_copy(
                update={
                    "about": [
                        *statement.about,
                        *(
                            link.model_copy(update={"incident": number})
                            for link in statement.about
                            if link.incident == incident.id
                        ),
                    ]
                }
            )
            for statement in draft.statements
        ]
        twice = draft.model_copy(update={"statements": told})
        yield added(twice, "incident", incident.model_copy(update={"id": number}))


def _threat_counted_twice(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        if threat.restates is not None:
            yield changed(draft, "threat", threat, "restates", restates=None)


def _blame_added(draft: Draft, document: Document) -> Iterator[Fault]:
    """A speaker who accuses nobody is made to accuse somebody whom the sentence does not name."""
    for statement in draft.statements:
        said = around(document, [*statement.cue, *statement.content])
        if statement.kind not in ("assert", "confirm") or statement.speaker is None or not statement.about:
            continue
        for other in strangers(draft, statement.speaker):
            if other.kind in HEADS and not stands_in(other, said):
                update = {"id": free_id(draft.statements), "kind": "blame", "whom": [other.id], "role": "carried_out"}
                yield added(draft, "statement", statement.model_copy(update=update))


def _role_hardened(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        if statement.kind == "blame" and statement.role not in ("carried_out", "unspecified"):
            yield changed(draft, "statement", statement, "role", role="carried_out")


def _relation(new: Relation, *, evidence: bool) -> Plant:
    """A speaker is promoted; with `evidence`, on the strength of its own name and nothing else."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for statement in draft.statements:
            who = actor(draft, statement.speaker)
            for at, link in enumerate(statement.about):
                partial = link.relation in ("perpetrator", "perpetrator_side", "combatant", "other") or (
                    link.relation == "struck_side" and new == "independent"
                )
                if who is not None and partial and who.kind not in ("monitor", "public_body", "outlet"):
                    shown = who.name[:1] if evidence else []
                    about = with_entry(statement.about, at, relation=new, evidence=shown)
                    yield changed(draft, "statement", statement, f"about.{at}.relation", about=about)

    return plant


def _affiliation(*, evidence: bool) -> Plant:
    """An actor belongs to a stranger; with `evidence`, because the stranger is named."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for who in draft.actors:
            for other in strangers(draft, who.id):
                if other.kind in HEADS and who.kind not in ("outlet", "monitor"):
                    link = Affiliation(actor=other.id, evidence=other.name[:1] if evidence else [])
                    links = [*who.affiliations, link]
                    at = f"affiliations.{len(who.affiliations)}.actor"
                    yield changed(draft, "actor", who, at, affiliations=links)

    return plant


def _cause_added(draft: Draft, document: Document) -> Iterator[Fault]:
    """What another incident is becomes what this one answers."""
    for one, other in pairs(draft):
        if not one.trigger and other.words and not {m.sentence for m in one.words} & {m.sentence for m in other.words}:
            yield changed(draft, "incident", one, "trigger", trigger=other.words[:1])


def _cause_of_the_blast(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        if incident.kind in ("explosion", "strike", "other_attack"):
            yield changed(draft, "incident", incident, "kind", kind="chemical_attack")


def _superseded_by_a_stranger(draft: Draft, document: Document) -> Iterator[Fault]:
    for later in draft.statements:
        for earlier in draft.statements:
            shared = {link.incident for link in later.about} & {link.incident for link in earlier.about}
            speak = earlier.speaker is not None and later.speaker is not None
            unlike = speak and not one_camp(draft, earlier.speaker, later.speaker)
            if shared and unlike and later.id > earlier.id:
                supersedes = [*later.supersedes, earlier.id]
                yield changed(draft, "statement", later, "supersedes", supersedes=supersedes)


def _words_of_another_speaker(draft: Draft, document: Document) -> Iterator[Fault]:
    """A statement gets, beside its own words, those of somebody else in another sentence."""
    for kind, item in speaking(draft):
        if kind != "statement" or not item.content:
            continue
        for other in draft.statements:
            elsewhere = {mention.sentence for mention in other.content}
            own = {mention.sentence for mention in (*item.cue, *item.content)}
            unlike = isinstance(item, declared.Statement) and other.speaker != item.speaker and other.kind != item.kind
            if unlike and other.content and not own & elsewhere and len(item.content) < 3:
                yield changed(draft, kind, item, "content", content=[*item.content, other.content[0]])


def _anonymous_named(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        if who.identity == "anonymous":
            yield changed(draft, "actor", who, "identity", identity="named")


def _armed_group_as_authority(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        if who.kind == "armed_group":
            yield changed(draft, "actor", who, "kind", kind="public_body")


CONTENT = (
    Operator("events_merged", "content", "two incidents are one", _events_merged),
    Operator("target_of_another_event", "content", "a target of another incident", _taking("targets", instead=False)),
    Operator("toll_of_another_event", "content", "the dead of another incident", _taking("casualties", instead=False)),
    Operator("weapon_of_another_event", "content", "another incident's weapon", _taking("weapon", instead=True)),
    Operator("damage_of_another_event", "content", "another incident's damage", _taking("damage", instead=False)),
    Operator("about_another_event", "content", "said of another incident", _about_another_event, cue=False),
    Operator("incident_counted_twice", "content", "one incident is two", _counted_twice),
    Operator("threat_counted_twice", "content", "a threat told again is a second one", _threat_counted_twice),
    Operator("blame_added", "content", "an accusation that nobody made", _blame_added),
    Operator("role_hardened", "content", "who supported it did it", _role_hardened),
    Operator("independent_unshown", "content", "a party is independent", _relation("independent", evidence=False)),
    Operator("independent_by_name", "content", "independent, by its own name", _relation("independent", evidence=True)),
    Operator("authority_unshown", "content", "a party is an authority", _relation("authority", evidence=False)),
    Operator("affiliation_unshown", "content", "belongs to a stranger", _affiliation(evidence=False), cue=False),
    Operator("affiliation_by_name", "content", "belongs to whoever is named", _affiliation(evidence=True), cue=False),
    Operator("cause_added", "content", "one incident answers another", _cause_added, cue=False),
    Operator("kind_worsened", "content", "a blast is a chemical attack", _cause_of_the_blast, cue=False),
    Operator(
        "superseded_by_a_stranger", "content", "somebody else's word cancels it", _superseded_by_a_stranger, cue=False
    ),
    Operator("words_of_another_speaker", "content", "two speakers' words as one", _words_of_another_speaker),
    Operator("anonymous_named", "content", "an unnamed source is named", _anonymous_named, cue=False),
    Operator("armed_group_as_authority", "content", "fighters are police", _armed_group_as_authority, cue=False),
)
