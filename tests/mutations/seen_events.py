"""Operators on relations, kinds, stages and threats, aimed at where the checks look away."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.documents.document import Document
from summarizer.schemas.draft import About, Draft, Incident, Statement, Threat
from summarizer.schemas.vocabulary import IncidentKind, Stage

from .editing import actor, added, around, changed, free_id, one_camp, speaking, with_entry
from .operator import Fault, Operator
from .seen_words import UPHOLDS, Plant, elsewhere, named_beside, quote

PLANNED = re.compile(r"\b(?:planned|planning|plans to|plot|foiled|thwarted|defused)\b")
SIBLING: dict[IncidentKind, tuple[IncidentKind, str]] = {
    "drone_strike": ("missile_strike", "drone"),
    "missile_strike": ("drone_strike", "missile|rocket"),
    "shelling": ("air_strike", "shell|mortar|artillery"),
    "air_strike": ("shelling", "air|jet|plane|bomb"),
    "shooting": ("bombing", "shot|shoot|gun|fire"),
    "bombing": ("shooting", "bomb|mine|explos|blew|blast"),
    "ambush": ("assassination", "ambush"),
    "kidnapping": ("execution", "kidnap|abduct|seiz|hostage|took"),
    "arson": ("bombing", "burn|fire|torch"),
    "explosion": ("suicide_bombing", "explo|blast"),
}
"""A kind that the words do not bear out, and the words that do not."""


# --- in what relation, and how sure ---------------------------------------------------------------------


def _authority_by_name(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        speaker = actor(draft, statement.speaker)
        for at, link in enumerate(statement.about):
            if speaker and speaker.name and link.relation in ("not_stated", "other", "combatant", "struck_side"):
                about = with_entry(statement.about, at, relation="authority", evidence=speaker.name[:1])
                yield changed(draft, "statement", statement, f"about.{at}.relation", about=about)


def _outlet_as_witness(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        for at, link in enumerate(statement.about):
            shown = (*statement.content, *statement.cue)[:1]
            if statement.speaker is None and statement.kind in UPHOLDS and link.relation == "outlet" and shown:
                about = with_entry(statement.about, at, relation="independent", evidence=list(shown))
                yield changed(draft, "statement", statement, f"about.{at}.relation", about=about)


def _choice(field: str, given: tuple[str, ...], planted: str, **more: Any) -> Plant:
    """Statements with one of these choices get another."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for statement in draft.statements:
            if getattr(statement, field) in given:
                yield changed(draft, "statement", statement, field, **{field: planted}, **more)

    return plant


def _own_act_by_said(draft: Draft, document: Document) -> Iterator[Fault]:
    """A party that says that it happened is made to say that it did it."""
    for statement in draft.statements:
        speaker = actor(draft, statement.speaker)
        if statement.kind == "assert" and speaker and speaker.kind.startswith(("armed", "official", "state")):
            yield changed(draft, "statement", statement, "kind", kind="claim", whom=[])


def _unverified_to_confirm(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        found = re.search(r"\b(?:confirm(?:ed)?|verif(?:y|ied))\b", around(document, statement.cue))
        if statement.kind in ("unverified", "no_comment") and found:
            cue = quote(statement.cue[0].sentence, found.group())
            yield changed(draft, "statement", statement, "kind", kind="confirm", cue=cue, content=[])


def _dispute_of_everything(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        if statement.kind == "dispute" and statement.contradicts and "happened" not in statement.contradicts:
            yield changed(draft, "statement", statement, "contradicts", contradicts=["happened"])


def _taken_back_there(draft: Draft, number: int, speaker: int | None) -> bool:
    """Whether the speaker takes this back in the correct draft already; another word of his may then do so too."""
    return any(number in said.supersedes and said.speaker == speaker for said in draft.statements)


def _takes_back(draft: Draft, document: Document) -> Iterator[Fault]:
    """A later word of one side is made to cancel an earlier one that it leaves standing."""
    for statement in draft.statements:
        for other in draft.statements:
            about = {link.incident for link in statement.about} & {link.incident for link in other.about}
            one_side = statement.speaker is not None and one_camp(draft, statement.speaker, other.speaker)
            if (
                other.id != statement.id
                and about
                and one_side
                and not statement.supersedes
                and not _taken_back_there(draft, other.id, statement.speaker)
                and statement.kind != "retract"
            ):
                yield changed(draft, "statement", statement, "supersedes", supersedes=[other.id])


# --- events and threats ---------------------------------------------------------------------------------


def _stage(given: tuple[Stage, ...], planted: Stage) -> Plant:
    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for incident in draft.incidents:
            if incident.stage in given:
                yield changed(draft, "incident", incident, "stage", stage=planted, stage_words=[])

    return plant


def _done_by_other_words(draft: Draft, document: Document) -> Iterator[Fault]:
    """What was stopped is called by words that stand apart from those of stopping."""
    for incident in draft.incidents:
        words = incident.weapon or [mention for target in incident.targets for mention in target.text][:1]
        if incident.stage in ("intercepted", "foiled", "attempted") and words:
            update = {"stage": "accomplished", "stage_words": [], "words": words}
            yield changed(draft, "incident", incident, "stage", **update)


def _planned_by_borrowed_words(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        if incident.stage == "accomplished":
            for borrowed in elsewhere(PLANNED, document, incident.words):
                yield changed(draft, "incident", incident, "stage", stage="planned", stage_words=borrowed)
                break


def _old_by_its_own_day(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        if incident.frame == "current" and incident.time:
            yield changed(draft, "incident", incident, "frame", frame="background", frame_words=incident.time)


def _another_kind_of_attack(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        kind, told = SIBLING.get(incident.kind, (None, ""))
        if kind and re.search(told, around(document, incident.words), re.IGNORECASE):
            yield changed(draft, "incident", incident, "kind", kind=kind)


def _many_as_one(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        if incident.aggregate:
            yield changed(draft, "incident", incident, "aggregate", aggregate=False)


def _sum_as_event(draft: Draft, document: Document) -> Iterator[Fault]:
    """What only sums up others is told as one more attack, on the article's word."""
    for incident in draft.incidents:
        if incident.summarises:
            link = About(incident=incident.id, relation="outlet")
            said = Statement(id=free_id(draft.statements), kind="assert", cue=incident.words, about=[link])
            draft_with = draft.model_copy(update={"statements": [*draft.statements, said]})
            yield changed(draft_with, "incident", incident, "summarises", summarises=[])


def _threat(update: dict[str, Any], field: str, when: Callable[[Threat], bool]) -> Plant:
    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for threat in draft.threats:
            if when(threat):
                yield changed(draft, "threat", threat, field, **update)

    return plant


def _hidden_as_restatement(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        for other in draft.threats:
            if other.id != threat.id and threat.restates is None and other.restates is None:
                yield changed(draft, "threat", threat, "restates", restates=other.id)


def _implicit_threat(draft: Draft, document: Document) -> Iterator[Fault]:
    """Readiness or a demand as a threat whose harm is to be understood."""
    for statement in draft.statements:
        if statement.kind in ("posture", "demand", "announce") and statement.speaker and statement.content:
            threat = Threat(
                id=free_id(draft.threats),
                issuer=statement.speaker,
                issuer_words=statement.speaker_words,
                cue=statement.cue,
                content=statement.content,
                form="implicit",
                status="current",
            )
            yield added(draft, "threat", threat)


def _complaint_as_attack(draft: Draft, document: Document) -> Iterator[Fault]:
    """What is threatened, told as carried out by the issuer's own word."""
    for threat in draft.threats:
        if threat.action and threat.status == "current":
            number = free_id(draft.incidents)
            claim = Statement(
                id=free_id(draft.statements), kind="claim", speaker=threat.issuer, speaker_words=threat.issuer_words,
                cue=threat.cue, content=threat.action, about=[About(incident=number, relation="perpetrator")],
            )  # fmt: skip
            crowded = draft.model_copy(update={"statements": [*draft.statements, claim]})
            act = Incident(
                id=number, kind="other_attack", words=threat.action[:1], stage="unknown", frame="current", targets=threat.targets
            )  # fmt: skip
            yield added(crowded, "incident", act)


def _feared_as_issuer(draft: Draft, document: Document) -> Iterator[Fault]:
    """Somebody else's threat, where both are named in the sentence."""
    for kind, item in speaking(draft):
        if kind == "threat":
            for other, _ in named_beside(draft, item, document, (item.issuer, *item.on_behalf_of)):  # type: ignore[union-attr]
                yield changed(draft, "threat", item, "issuer", issuer=other, issuer_words=[], cue=[])


KINDS_AND_EVENTS: tuple[Operator, ...] = (
    Operator("other_issuer_without_cue", "actor", "somebody beside threatens, and no verb says so", _feared_as_issuer),
    Operator("authority_by_name", "content", "an authority, by its own name", _authority_by_name, cue=False),
    Operator("outlet_as_witness", "content", "the article's word as its own inquiry", _outlet_as_witness, cue=False),
    Operator("hearsay_as_own", "modality", "second hand as first hand", _choice("knowledge", ("hearsay",), "own")),
    Operator("dispute_to_denial", "modality", "the account disputed, so it never happened",
             _choice("kind", ("dispute",), "deny_occurrence")),
    Operator("silence_to_denial", "modality", "no comment is a denial", _choice("kind", ("no_comment",), "deny_occurrence")),
    Operator("deed_to_event_denied", "modality", "not done by us, so it never happened",
             _choice("kind", ("deny_responsibility",), "deny_occurrence", content=[])),
    Operator("own_act_by_said", "modality", "who says that it happened did it", _own_act_by_said),
    Operator("unverified_to_confirm", "modality", "'confirmed' out of 'not confirmed'", _unverified_to_confirm),
    Operator("dispute_of_everything", "modality", "a part disputed is all disputed", _dispute_of_everything, cue=False),
    Operator("takes_back", "modality", "a later word cancels an earlier that it lets stand", _takes_back, cue=False),
    Operator("stopped_as_unknown", "modality", "foiled or stopped: result not stated",
             _stage(("planned", "foiled", "intercepted"), "unknown")),
    Operator("done_by_other_words", "modality", "stopped, but called by words beside", _done_by_other_words),
    Operator("planned_by_borrowed_words", "modality", "done, but another's plan", _planned_by_borrowed_words),
    Operator("old_by_its_own_day", "modality", "this news as history", _old_by_its_own_day),
    Operator("another_kind_of_attack", "content", "a drone is a missile", _another_kind_of_attack),
    Operator("many_as_one", "content", "fighting as one event", _many_as_one, cue=False),
    Operator("sum_as_event", "content", "a summary as one more attack", _sum_as_event),
    Operator("threat_as_hoax", "modality", "a threat is a hoax",
             _threat({"status": "hoax", "status_words": []}, "status", lambda threat: threat.status == "current")),
    Operator("hidden_as_restatement", "content", "a threat tells another one again", _hidden_as_restatement, cue=False),
    Operator("implicit_threat", "modality", "readiness is an implied threat", _implicit_threat),
    Operator("threat_as_claimed_attack", "modality", "what is threatened is claimed as done", _complaint_as_attack),
)  # fmt: skip
"""In what relation, how sure, whether it happened, and what is threatened."""
