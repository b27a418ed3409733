"""Operators on what kind of statement it is, and on how sure it is. Written without sight of the checks."""

import re
from collections.abc import Iterator

from summarizer.documents.document import Document
from summarizer.lexicons import pattern
from summarizer.pointing.audit import ItemKind
from summarizer.pointing.roles import Mention
from summarizer.schemas import declared
from summarizer.schemas.draft import About, Draft, Incident, Statement, Threat, Value

from .editing import (
    CONDITIONAL,
    HEADS,
    NEGATION,
    Plant,
    absent,
    added,
    changed,
    free_id,
    speaking,
    stands_in,
    with_entry,
)
from .operator import Fault, Operator

ANY = re.compile("")
NOTHING = re.compile("$^")

MODAL = re.compile(r"\b(?:may|might|could|would|should|can)\b")


def _another_kind(old: tuple[str, ...], new: str, unless: str = "$^") -> Plant:
    """A statement turned into one of another kind, unless its words would carry that."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for statement in draft.statements:
            words = " ".join(mention.text for mention in (*statement.cue, *statement.content))
            if statement.kind in old and not re.search(unless, words, re.IGNORECASE):
                yield changed(draft, "statement", statement, "kind", kind=new, contradicts=[])

    return plant


def _assert_to_confirm(draft: Draft, document: Document) -> Iterator[Fault]:
    """ "Said" as "confirmed", by somebody of whom even "said" would be no confirmation."""
    for statement in draft.statements:
        words = " ".join(mention.text for mention in (*statement.cue, *statement.content))
        entitled = {"authority", "struck_side", "independent"} & {link.relation for link in statement.about}
        if statement.kind == "assert" and not entitled and not re.search("confirm", words, re.IGNORECASE):
            yield changed(draft, "statement", statement, "kind", kind="confirm", contradicts=[])


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
    """A readiness or a demand, or a warning about somebody else, becomes a threat."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        said: list[tuple[int | None, Value, Value]] = (
            [(one.speaker, one.cue, one.content) for one in draft.statements if one.kind in {"posture", "demand"}]
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


def _emptied(kind: ItemKind, field: str, only: re.Pattern[str] = ANY, unless: re.Pattern[str] = NOTHING) -> Plant:
    """A condition, term or hedge is left out although it stands in the sentence that is cited.

    `only` and `unless` say which words it must and must not hold.
    """

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for item in draft.threats if kind == "threat" else draft.statements:
            own = {mention.sentence for mention in getattr(item, field)}
            words = " ".join(mention.text for mention in getattr(item, field))
            if _quoted_elsewhere(item, field):
                continue
            if own & {mention.sentence for mention in item.content} and only.search(words) and not unless.search(words):
                yield changed(draft, kind, item, field, **{field: []})

    return plant


def _quoted_elsewhere(item: Statement | Threat, field: str) -> bool:
    """Whether another field quotes the same words: "in the opinion of" as cue, "who is there at noon" as condition."""
    others = (item.cue, item.condition if isinstance(item, declared.Threat) and field != "condition" else ())
    quoted = [mention for value in others for mention in value]
    return all(
        any(one.sentence == mention.sentence and mention.text in one.text for one in quoted)
        for mention in getattr(item, field)
    )


def _invented_condition(draft: Draft, document: Document) -> Iterator[Fault]:
    """Words of the threat itself that are no condition are given as one."""
    for threat in draft.threats:
        if not threat.condition and threat.content and len(threat.content[0].text.split()) > 4:
            first = threat.content[0]
            words = Mention(sentence=first.sentence, text=" ".join(first.text.split()[:3]))
            yield changed(draft, "threat", threat, "condition", condition=[words])


def _incident_choice(field: str, old: tuple[str, ...], new: str, *, beside: bool = False) -> Plant:
    """Another stage or frame; `beside`: only where the words for the true one stand in a sentence that tells of the act."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for incident in draft.incidents:
            told = {mention.sentence for mention in incident.words}
            near = bool(told & {mention.sentence for mention in getattr(incident, f"{field}_words")})
            if getattr(incident, field) in old and (near or not beside):
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


MODALITY = (
    Operator("claim_to_confirm", "modality", "a claim confirms", _another_kind(("claim",), "confirm", "confirm")),
    Operator("assert_to_confirm", "modality", "'said' confirms", _assert_to_confirm, cue=False),
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
    Operator("posture_to_threat", "modality", "readiness, or a demand, is a threat", _threat_from("posture")),
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
    Operator(
        "hedge_dropped",
        "modality",
        "'reportedly' is left out",
        _emptied(
            "statement", "hedge", only=pattern("modality", "hedge", "hedge_given")
        ),  # "more or less" doubts nothing
    ),
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
    Operator("exercise_to_current", "modality", "a drill is real", _incident_choice("frame", ("exercise",), "current")),
    Operator("current_to_exercise", "modality", "news is a drill", _incident_choice("frame", ("current",), "exercise")),
    Operator("old_threat_as_current", "modality", "a hoax or old threat stands", _old_threat_as_current, cue=False),
)
