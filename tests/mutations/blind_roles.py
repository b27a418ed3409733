"""Operators on who acts and speaks, and on how sure it is. Written without sight of the checks."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.document import Document
from summarizer.schemas.draft import About, Actor, Draft, Incident, Mention, Statement, Target, Threat, Value
from summarizer.schemas.vocabulary import ItemKind

from .editing import (
    CONDITIONAL,
    NEGATION,
    absent,
    actor,
    added,
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

Pattern = re.Pattern
ANY = re.compile("")
NOTHING = re.compile("$^")
Plant = Callable[[Draft, Document], Iterator[Fault]]

UNKNOWN_ACTOR = "the Ashen Column of Saint Orsolo"
MODAL = re.compile(r"\b(?:may|might|could|would|should|can)\b")
HEADS = frozenset({"armed_group", "armed_forces", "state"})
"""Kinds of actor that strike and are struck."""


# --- actors -------------------------------------------------------------------------------------


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
            field = "issuer" if isinstance(item, Threat) else "speaker"
            true = getattr(item, field)
            said = _where_said(item, document)
            if true is None or not stands_in(actor(draft, true), said):
                continue
            words = {"issuer_words": []} if isinstance(item, Threat) else {"speaker_words": []}
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
        speaker = other.issuer if isinstance(other, Threat) else other.speaker
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
            field, words = ("issuer", "issuer_words") if isinstance(item, Threat) else ("speaker", "speaker_words")
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


# --- modality -----------------------------------------------------------------------------------


def _another_kind(old: tuple[str, ...], new: str, unless: str = "$^") -> Plant:
    """A statement turned into one of another kind, unless its words would carry that."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for statement in draft.statements:
            words = " ".join(mention.text for mention in (*statement.cue, *statement.content))
            if statement.kind in old and not re.search(unless, words, re.IGNORECASE):
                yield changed(draft, "statement", statement, "kind", kind=new, contradicts=[])

    return plant


def _silence_to_claim(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        for other in draft.actors if statement.kind == "no_claim" else ():
            if other.kind in HEADS:
                update = {"kind": "claim", "speaker": other.id, "whom": [other.id], "role": "carried_out"}
                yield changed(draft, "statement", statement, "kind", **update)


def _threat_to_attack(draft: Draft, document: Document) -> Iterator[Fault]:
    """What is threatened has been done, the article says."""
    for threat in draft.threats:
        words = (threat.action or threat.content)[:1]
        if not words:
            continue
        number = free_id(draft.incidents)
        incident = Incident(
            id=number,
            kind="other_attack",
            words=words,
            stage="accomplished",
            frame="current",
            targets=threat.targets,
        )
        about = [About(incident=number, relation="outlet")]
        told = Statement(
            id=free_id(draft.statements), kind="assert", cue=words, content=threat.content[:1], about=about
        )
        with_told = draft.model_copy(update={"statements": [*draft.statements, told]})
        yield added(with_told, "incident", incident)


def _threat_from(source: str) -> Plant:
    """A readiness (a posture), or a warning about somebody else, becomes a threat."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        said: list[tuple[int | None, Value, Value]] = (
            [(one.speaker, one.cue, one.content) for one in draft.statements if one.kind == "posture"]
            if source == "posture"
            else [(feared, one.cue, one.content) for one in draft.warnings for feared in one.feared]
        )
        for issuer, cue, content in said:
            if issuer is not None and content:
                threat = Threat(
                    id=free_id(draft.threats),
                    issuer=issuer,
                    cue=cue,
                    content=content,
                    form="explicit",
                    status="current",
                )
                yield added(draft, "threat", threat)

    return plant


def _emptied(kind: ItemKind, field: str, only: Pattern[str] = ANY, unless: Pattern[str] = NOTHING) -> Plant:
    """A condition, term or hedge is left out although it stands in the sentence that is cited.

    `only` and `unless` say which words it must and must not hold.
    """

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for item in draft.threats if kind == "threat" else draft.statements:
            own = {mention.sentence for mention in getattr(item, field)}
            words = " ".join(mention.text for mention in getattr(item, field))
            if own & {mention.sentence for mention in item.content} and only.search(words) and not unless.search(words):
                yield changed(draft, kind, item, field, **{field: []})

    return plant


def _invented_condition(draft: Draft, document: Document) -> Iterator[Fault]:
    """Words of the threat itself that are no condition are given as one."""
    for threat in draft.threats:
        if not threat.condition and threat.content and len(threat.content[0].text.split()) > 4:
            first = threat.content[0]
            words = Mention(sentence=first.sentence, text=" ".join(first.text.split()[:3]))
            yield changed(draft, "threat", threat, "condition", condition=[words])


def _incident_choice(field: str, old: tuple[str, ...], new: str, *, beside: bool | None = None) -> Plant:
    """Another stage or frame; `beside`: whether the words for the true one stand in a sentence that tells of the act."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for incident in draft.incidents:
            told = {mention.sentence for mention in incident.words}
            near = bool(told & {mention.sentence for mention in getattr(incident, f"{field}_words")})
            if getattr(incident, field) in old and beside in (None, near):
                yield changed(draft, "incident", incident, field, **{field: new, f"{field}_words": []})

    return plant


def _old_threat_as_current(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        if threat.status != "current":
            yield changed(draft, "threat", threat, "status", status="current", status_words=[])


def _modal_hardened(draft: Draft, document: Document) -> Iterator[Fault]:
    for kind, item in speaking(draft):
        for at, mention in enumerate(item.content):
            text = MODAL.sub("will", mention.text, count=1)
            if text != mention.text and absent(document, text):
                yield changed(draft, kind, item, "content", content=with_entry(item.content, at, text=text))


def _hedge_cut_off(draft: Draft, document: Document) -> Iterator[Fault]:
    """The quotation begins after its hedge, and the hedge is left out."""
    for statement in draft.statements:
        for hedge in statement.hedge:
            for at, mention in enumerate(statement.content):
                _, found, rest = mention.text.partition(hedge.text)
                if found and mention.sentence == hedge.sentence and len(rest.split()) > 2:
                    content = with_entry(statement.content, at, text=rest.strip(" ,"))
                    yield changed(draft, "statement", statement, "content", content=content, hedge=[])


def _negated_threat(draft: Draft, document: Document) -> Iterator[Fault]:
    """A sentence that says somebody will not do something becomes a threat to do it."""
    for one in document.sentences:
        words = document.words(one.number)
        found = NEGATION.search(words)
        rest = words[found.end() :].strip(" .,;”\"'’") if found else ""
        for who in draft.actors if len(rest.split()) > 2 else ():
            if who.kind in (*HEADS, "official") and stands_in(who, words) and not NEGATION.search(rest):
                said = Mention(sentence=one.number, text=rest)
                threat = Threat(
                    id=free_id(draft.threats), issuer=who.id, content=[said], form="explicit", status="current"
                )
                yield added(draft, "threat", threat)


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
MODALITY = (
    Operator("claim_to_confirm", "modality", "a claim confirms", _another_kind(("claim",), "confirm", "confirm")),
    Operator("assert_to_confirm", "modality", "'said' confirms", _another_kind(("assert",), "confirm", "confirm")),
    Operator("blame_to_admission", "modality", "an accuser admits it", _another_kind(("blame",), "acknowledge", "our")),
    Operator(
        "denial_to_confirm",
        "modality",
        "who denies it confirms it",
        _another_kind(("deny_occurrence", "dispute"), "confirm"),
    ),
    Operator(
        "denial_to_claim",
        "modality",
        "who denies having done it claims it",
        _another_kind(("deny_responsibility",), "claim"),
    ),
    Operator(
        "claim_to_denial",
        "modality",
        "who claims it denies it",
        _another_kind(("claim", "acknowledge"), "deny_responsibility"),
    ),
    Operator(
        "silence_to_confirm", "modality", "no comment confirms", _another_kind(("no_comment", "unverified"), "confirm")
    ),
    Operator("silence_to_claim", "modality", "nobody claimed it, so somebody did", _silence_to_claim),
    Operator("threat_to_attack", "modality", "what is threatened was done", _threat_to_attack),
    Operator("posture_to_threat", "modality", "readiness is a threat", _threat_from("posture")),
    Operator("warning_to_threat", "modality", "what others fear is what they threaten", _threat_from("warning")),
    Operator("negated_threat", "modality", "what will not be done is threatened", _negated_threat),
    Operator(
        "condition_dropped",
        "modality",
        "a threat without its 'if'",
        _emptied("threat", "condition", only=CONDITIONAL),
    ),
    Operator(
        "plain_condition_dropped",
        "modality",
        "a threat without a condition that has no 'if'",
        _emptied("threat", "condition", unless=CONDITIONAL),
        cue=False,
    ),
    Operator("condition_invented", "modality", "a condition that is none", _invented_condition),
    Operator("deadline_dropped", "modality", "an ultimatum without its term", _emptied("threat", "deadline")),
    Operator("hedge_dropped", "modality", "'reportedly' is left out", _emptied("statement", "hedge")),
    Operator("hedge_cut_off", "modality", "quoted after its 'reportedly'", _hedge_cut_off),
    Operator("modal_hardened", "modality", "'could' becomes 'will'", _modal_hardened),
    Operator(
        "foiled_to_accomplished",
        "modality",
        "what was stopped or missed was done",
        _incident_choice("stage", ("foiled", "planned", "intercepted", "attempted"), "accomplished"),
    ),
    Operator(
        "accomplished_to_foiled",
        "modality",
        "what was done was foiled",
        _incident_choice("stage", ("accomplished",), "foiled"),
    ),
    Operator(
        "background_to_current",
        "modality",
        "old is news",
        _incident_choice("frame", ("background",), "current", beside=True),
    ),
    Operator(
        "background_elsewhere_to_current",
        "modality",
        "old is news, where another sentence dates it",
        _incident_choice("frame", ("background",), "current", beside=False),
        cue=False,
    ),
    Operator("exercise_to_current", "modality", "a drill is real", _incident_choice("frame", ("exercise",), "current")),
    Operator("current_to_exercise", "modality", "news is a drill", _incident_choice("frame", ("current",), "exercise")),
    Operator("old_threat_as_current", "modality", "a hoax or old threat stands", _old_threat_as_current),
)
