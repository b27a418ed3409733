"""Operators on who acts and who speaks. Written without sight of the checks."""

from collections.abc import Iterator
from typing import Any

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas import declared
from summarizer.schemas.draft import Actor, Draft, Target, Value

from .editing import (
    HEADS,
    Plant,
    actor,
    around,
    changed,
    free_id,
    one_camp,
    speaking,
    stands_in,
    strangers,
    with_entry,
)
from .operator import Fault, Operator

UNKNOWN_ACTOR = "the Ashen Column of Saint Orsolo"


def _unknown_actor(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        made_up = Mention(sentence=who.name[0].sentence, text=UNKNOWN_ACTOR)
        yield changed(draft, "actor", who, "name", name=[made_up], aliases=[])


def _issuer_for_target(draft: Draft, document: Document) -> Iterator[Fault]:
    """Whoever is threatened threatens, and the issuer is the target."""
    for threat in draft.threats:
        issuer = actor(draft, threat.issuer)
        if issuer is None or not threat.targets or not threat.targets[0].text:
            continue
        number = free_id(draft.actors)
        victim = Actor(id=number, name=threat.targets[0].text[:1], kind="organisation", identity="named")
        crowded = draft.model_copy(update={"actors": [*draft.actors, victim]})
        target = Target(kind="people", text=issuer.name)
        yield changed(
            crowded, "threat", threat, "issuer", issuer=number, issuer_words=[], on_behalf_of=[], targets=[target]
        )


def _where_said(item: Any, document: Document) -> str:
    return around(document, [*item.cue, *item.content])


def _other_speaker(*, beside: bool) -> Plant:
    """Another actor speaks: one who stands in the sentence too, or one who does not while the true one does."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for kind, item in speaking(draft):
            field = "issuer" if isinstance(item, declared.Threat) else "speaker"
            true = getattr(item, field)
            said = _where_said(item, document)
            if true is None or not stands_in(actor(draft, true), said):
                continue
            words: dict[str, Value] = (
                {"issuer_words": []} if isinstance(item, declared.Threat) else {"speaker_words": []}
            )
            for other in strangers(draft, true):
                if stands_in(other, said) == beside and not _says_likewise(draft, other.id, item):
                    yield changed(draft, kind, item, field, **{field: other.id}, **words)

    return plant


def _says_likewise(draft: Draft, number: int, item: Any) -> bool:
    """Whether this actor is already a speaker, or relays, where the item is said: a joint statement."""
    here = {mention.sentence for mention in (*item.cue, *item.content)}
    if number in getattr(item, "relayed_by", ()):
        return True
    for _, other in speaking(draft):
        speaker = other.issuer if isinstance(other, declared.Threat) else other.speaker
        if speaker == number and here & {mention.sentence for mention in (*other.cue, *other.content)}:
            return getattr(other, "kind", "") == getattr(item, "kind", "")
    return False


def _speaker_dropped(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        if statement.speaker is not None and statement.content:
            yield changed(draft, "statement", statement, "speaker", speaker=None, speaker_words=[])


def _outlet_as_speaker(draft: Draft, document: Document) -> Iterator[Fault]:
    """What somebody says, the article is made to say in its own voice."""
    for statement in draft.statements:
        if statement.speaker is not None and statement.about and statement.kind in ("claim", "assert", "confirm"):
            about = [link.model_copy(update={"relation": "outlet", "evidence": []}) for link in statement.about]
            update = {"kind": "assert", "about": about, "whom": [], "role": "unspecified"}
            yield changed(draft, "statement", statement, "speaker", speaker=None, speaker_words=[], **update)


def _relayer_as_speaker(draft: Draft, document: Document) -> Iterator[Fault]:
    for kind, item in speaking(draft):
        for number in getattr(item, "relayed_by", ()):
            field, words = (
                ("issuer", "issuer_words") if isinstance(item, declared.Threat) else ("speaker", "speaker_words")
            )
            if not one_camp(draft, number, getattr(item, field)):
                yield changed(draft, kind, item, field, **{field: number, words: [], "relayed_by": []})


def _accuser_for_accused(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        if statement.kind == "blame" and statement.speaker is not None:
            for whom in statement.whom:
                if not one_camp(draft, whom, statement.speaker):
                    turned = {"speaker": whom, "speaker_words": [], "whom": [statement.speaker]}
                    yield changed(draft, "statement", statement, "speaker", **turned)


def _another_accused(draft: Draft, document: Document) -> Iterator[Fault]:
    """Blamed is somebody whom the sentence does not name, in place of one whom it names."""
    for statement in draft.statements:
        said = _where_said(statement, document)
        if statement.kind == "blame" and any(stands_in(actor(draft, whom), said) for whom in statement.whom):
            for other in strangers(draft, statement.whom[0]):
                if other.kind in HEADS and other.id != statement.speaker and not stands_in(other, said):
                    yield changed(draft, "statement", statement, "whom", whom=[other.id])


def _claimant_as_target(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        doers = [actor(draft, number) for number in statement.whom]
        for link in statement.about:
            for incident in draft.incidents:
                if incident.id == link.incident and incident.targets and statement.kind in ("claim", "blame"):
                    for doer in doers:
                        if doer is not None:
                            targets = with_entry(incident.targets, 0, kind="people", text=doer.name)
                            yield changed(draft, "incident", incident, "targets.0.text", targets=targets)


def _pronoun_misread(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        true = actor(draft, statement.speaker)
        if true is not None and statement.speaker_words and not stands_in(true, _where_said(statement, document)):
            for other in strangers(draft, true.id):
                if not _says_likewise(draft, other.id, statement):
                    yield changed(draft, "statement", statement, "speaker", speaker=other.id)


def _alias_of_another(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        for other in strangers(draft, who.id):
            if who.aliases and other.kind == who.kind:
                rest = changed(draft, "actor", who, "", aliases=[]).draft
                yield changed(rest, "actor", other, "aliases", aliases=[*other.aliases, *who.aliases])


def _toll_of_another_source(draft: Draft, document: Document) -> Iterator[Fault]:
    """The source that the sentence names is not the one who is said to give the toll."""
    for incident in draft.incidents:
        for index, casualty in enumerate(incident.casualties):
            said = around(document, [*casualty.count, *casualty.cue])
            if casualty.source is None or not stands_in(actor(draft, casualty.source), said):
                continue
            for other in strangers(draft, casualty.source):
                if not stands_in(other, said):
                    casualties = with_entry(incident.casualties, index, source=other.id)
                    yield changed(draft, "incident", incident, f"casualties.{index}.source", casualties=casualties)


ACTORS = (
    Operator("unknown_actor", "actor", "a name that the article lacks", _unknown_actor),
    Operator("issuer_for_target", "actor", "the threatened threaten", _issuer_for_target),
    Operator("speaker_beside", "actor", "another speaker, named in the sentence", _other_speaker(beside=True)),
    Operator("speaker_from_afar", "actor", "another speaker, not named there", _other_speaker(beside=False)),
    Operator("speaker_dropped", "actor", "the speaker is left out", _speaker_dropped),
    Operator("outlet_as_speaker", "actor", "somebody's word becomes the article's own", _outlet_as_speaker),
    Operator("relayer_as_speaker", "actor", "who passes it on is said to have said it", _relayer_as_speaker),
    Operator("accuser_for_accused", "actor", "the accused accuse", _accuser_for_accused),
    Operator("another_accused", "actor", "blamed is somebody else", _another_accused),
    Operator("claimant_as_target", "actor", "who did it is who was struck", _claimant_as_target),
    Operator("pronoun_misread", "actor", "'he' is somebody else", _pronoun_misread, cue=False),
    Operator("alias_of_another", "actor", "another's other name", _alias_of_another, cue=False),
    Operator("toll_of_another_source", "actor", "a toll on somebody else's word", _toll_of_another_source),
)
