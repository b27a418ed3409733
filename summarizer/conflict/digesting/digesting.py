"""Articles with their briefs → a digest: each incident and each threat once, with who says what of it and how it changed."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from summarizer.conflict.derivation.voices import bearing
from summarizer.conflict.digesting.accounts import conflicts_of, statements_of, tolls_of, voice_of
from summarizer.conflict.digesting.citing import called, cite, cites, names, said
from summarizer.conflict.digesting.developments import follow_ups_of, history_of
from summarizer.conflict.digesting.naming import KnownIncidents, named, regrouped
from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.digesting.tellings import IncidentPart, ToldText, told_texts
from summarizer.conflict.digesting.threads import threads_of
from summarizer.conflict.digesting.uniting import United, unite
from summarizer.conflict.digesting.who_is_who import folded
from summarizer.conflict.linking import Linked, LinkProposal, link_tellings
from summarizer.conflict.linking.linking import NOTHING_DECIDED, Decided
from summarizer.conflict.statement_kinds import SILENT, TELLS_IT
from summarizer.origins import credited, find_origins
from summarizer.origins.copies import CopyGroup
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Assessment
from summarizer.schemas.digest import (
    Cite,
    Cites,
    Digest,
    DigestArticle,
    DigestBasis,
    DigestDoer,
    DigestIncident,
    DigestStatement,
    DigestThreat,
    DigestWarning,
    Likewise,
    OpenQuestion,
)
from summarizer.schemas.vocabulary import Relation

NOTHING_KNOWN = KnownIncidents()


class DigestMade(NamedTuple):
    """A digest, and the name of the incident or threat that each telling is of: article, and incident or threat of its brief."""

    digest: Digest
    names: Mapping[str, str]


def digest(
    articles: Iterable[ReadArticle],
    *,
    policy: Policy = "standard",
    decided: Decided = NOTHING_DECIDED,
    known: KnownIncidents = NOTHING_KNOWN,
) -> Digest:
    """The same as `make_digest`, without the names."""
    return make_digest(articles, policy=policy, decided=decided, known=known).digest


def make_digest(
    articles: Iterable[ReadArticle],
    *,
    policy: Policy = "standard",
    decided: Decided = NOTHING_DECIDED,
    known: KnownIncidents = NOTHING_KNOWN,
) -> DigestMade:
    """What articles tell together. Their order plays no part.

    Args:
        articles: with their briefs; one that is given twice counts once.
        policy: `standard` or `strict`; how much it takes for an incident to be confirmed.
        decided: which of their tellings somebody found to be of one incident, or not to be.
        known: the names that incidents have from an earlier digest.

    Returns:
        The digest, and the names of its incidents; given the same, the same.
    """
    by_key = {article.key: article for article in articles}
    ordered = sorted(by_key.values(), key=lambda article: article.printed.age)
    groups = find_origins(article.printed for article in ordered).groups
    text_of = {member.key: number for number, group in enumerate(groups) for member in group.members}
    told = {text.telling.key: text for group in groups for text in told_texts(group, by_key)}
    linked = link_tellings((text.telling for text in told.values()), _of_texts(decided, told))
    clusters = [[told[key] for key in keys] for keys in linked.incidents]
    knowable = [cluster for cluster in clusters if any(part.incident and _is_placed(part) for part in _parts(cluster))]
    keys = [[part.key for part in _parts(cluster)] for cluster in knowable]
    ids = named(keys, known)
    likewise = _likewise(linked, dict(zip(ids, knowable, strict=True)))
    put_right = _PutRight()
    found = [
        incident
        for identity, cluster in zip(ids, knowable, strict=True)
        for incident in _incident(identity, cluster, policy, text_of, likewise.get(identity, ()), put_right)
    ]
    incidents = sorted(found, key=lambda each: (each.first_day or date.max, each.id))
    days = [day for article in ordered if (day := article.document.published)]
    threats, threat_names = threads_of(ordered, text_of, max(days, default=None), known)
    names = {key: identity for identity, each in zip(ids, keys, strict=True) for key in each}
    made = Digest(
        policy=policy,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        made_of=tuple(article.key for article in ordered),
        articles=tuple(_articles(groups, by_key, put_right)),
        incidents=tuple(each for each in incidents if each.frame == "current"),
        older=tuple(each for each in incidents if each.frame != "current"),
        threats=threats,
        warnings=tuple(_warnings(groups, by_key)),
        questions=tuple(_questions(incidents, threats, max(days, default=None))),
        regrouped=regrouped(keys, ids, known),
        not_linked=tuple(_not_linked(clusters)),
    )
    return DigestMade(made, {**names, **threat_names})


def _of_texts(decided: Decided, told: Mapping[str, ToldText]) -> Decided:
    """What was decided of an article's telling is decided of the text that it prints."""
    home = {part.key: key for key, text in told.items() for part in text.parts}

    def of(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        led = ((home.get(one, one), home.get(other, other)) for one, other in pairs)
        return frozenset((one, other) for one, other in led if one != other)

    return Decided(same=of(decided.same), different=of(decided.different))


def _parts(cluster: Iterable[ToldText]) -> list[IncidentPart]:
    return [part for text in cluster for part in text.parts]


def _is_placed(part: IncidentPart) -> bool:
    """Whether its words name where it was, or say whom it struck, or on which day: else nothing tells it from others."""
    incident = part.incident
    if incident is None:
        return False
    is_named = any(_CAPITAL.search(quote.text) for quote in incident.place)
    return is_named or bool(incident.targets or incident.first_day)


_CAPITAL = re.compile(r"\b[^\W\d_a-z]")


# --- articles ----------------------------------------------------------------------------------------


@dataclass
class _PutRight:
    """By the key of an article, the words by which its outlet withdrew it or corrected it."""

    withdrawn: dict[str, Cites] = field(default_factory=dict)
    corrected: dict[str, Cites] = field(default_factory=dict)

    def add(self, united: United) -> None:
        """Those of one incident."""
        for told, found in ((united.withdrawn, self.withdrawn), (united.corrected, self.corrected)):
            found |= {key: said(united, united.items.statements[number]) for key, number in told.items()}


def _articles(
    groups: Iterable[CopyGroup], by_key: Mapping[str, ReadArticle], put_right: _PutRight
) -> Iterator[DigestArticle]:
    first = {member.key: group.origin.key for group in groups for member in group.members}
    for key in sorted(first, key=lambda key: by_key[key].printed.age):
        article = by_key[key]
        credit = credited(article.printed)
        yield DigestArticle(
            key=key,
            sha256=article.document.sha256,
            name=article.name,
            title=article.printed.title,
            outlet=article.printed.outlet,
            published=article.document.published,
            address=article.document.origin.address,
            read_by=article.brief.read_by,
            text_of=first[key] if first[key] != key else None,
            credits=credit.agency if credit else "",
            credit_words=credit.words if credit else "",
            withdrawn_by=put_right.withdrawn.get(key, ()),
            corrected_by=put_right.corrected.get(key, ()),
        )


def _texts(cluster: Iterable[ToldText]) -> list[list[IncidentPart]]:
    """The parts that tell the incident, by text."""
    found = ([part for part in text.parts if part.incident] for text in cluster)
    return [parts for parts in found if parts]


# --- incidents ---------------------------------------------------------------------------------------


def _incident(
    identity: str,
    cluster: Sequence[ToldText],
    policy: Policy,
    text_of: Mapping[str, int],
    likewise: tuple[Likewise, ...],
    put_right: _PutRight,
) -> Iterator[DigestIncident]:
    """The incident of a cluster; nothing where no statement that weighs is left."""
    texts = _texts(cluster)
    united = unite(texts)
    put_right.add(united)
    status = united.assessment(policy)
    if status is None:
        return
    incident = united.incident
    statements = statements_of(united, status, text_of)
    main = [part for part in united.parts if part.article.by_rules and part.incident is part.article.main]
    tolls = tolls_of(united, main)
    follow_ups = follow_ups_of(united.parts, text_of)
    news = [part for part in united.parts if part.is_news]
    told_in = tuple(part.article.key for part in united.parts)
    days = _days([parts[0] for parts in texts if parts[0].is_news] or [parts[0] for parts in texts])
    base = next((part for part in united.parts if part.is_news), united.parts[0])
    yield DigestIncident(
        id=identity,
        kind=incident.kind,
        stage=incident.stage,
        frame="current" if news else "background",
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
        days=cites(united, incident.time),
        place=_fullest(texts, "place"),
        targets=tuple(cites(united, target.text) for target in incident.targets if target.text),
        words=_cited(base, "words"),
        told_in=told_in,
        in_passing=tuple(part.article.key for part in united.parts if news and not part.is_news),
        texts=len({text_of[key] for key in told_in}),
        sources=_sources(united, statements),
        occurrence=status.occurrence,
        derived=status.derived or status.occurrence,
        read_as=incident.read_as,
        basis=DigestBasis(
            row=status.basis.row,
            grounds=status.basis.grounds,
            support=tuple(part.statement for part in status.basis.support),
            against=tuple(part.statement for part in status.basis.against),
            anonymous=status.basis.anonymous,
            differ_on=status.basis.differ_on,
        ),
        contested=status.contested,
        attribution=status.attribution,
        doers=tuple(_doers(united, status)),
        described=cites(united, incident.perpetrator_words),
        corroboration=status.corroboration,
        statements=statements,
        tolls=tolls,
        conflicts=conflicts_of(united, status, tolls),
        follow_ups=follow_ups,
        history=history_of(texts, policy, status, statements, tolls, follow_ups),
        perhaps_same=likewise,
    )


def _days(parts: Iterable[IncidentPart]) -> tuple[date, date] | None:
    """The day that most articles give, copies once, or, where none gives a single day, the days; of equals the earlier."""
    counted = Counter(
        (each.first_day, each.last_day)
        for part in parts
        if (each := part.incident) and each.first_day and each.last_day
    )
    return min(counted, key=lambda span: (span[0] != span[1], -counted[span], span), default=None)


def _fullest(texts: Iterable[Sequence[IncidentPart]], name: str) -> Cites:
    """The words of the first text that has most of them for a field."""
    found = [_cited(parts[0], name) for parts in texts if parts[0].is_news] or [
        _cited(parts[0], name) for parts in texts
    ]
    return max(found, key=len, default=())


def _cited(part: IncidentPart, name: str) -> Cites:
    return tuple(cite(part.article, quote) for quote in getattr(part.incident, name))


def _sources(united: United, statements: Iterable[DigestStatement]) -> int:
    """How many say that it happened: speakers of one body are one, unnamed ones of one kind too; the articles' own voice is none."""
    found = set()
    for each in statements:
        if not each.idle and bearing(united.items.statements[each.id]) == "states":
            speaker = united.items.statements[each.id].speaker
            if speaker is not None:
                found.add(_source(united, speaker))
    return len(found)


def _source(united: United, speaker: int) -> Hashable:
    """What two speakers have in common that are one source, as far as the articles tell them apart."""
    whose = voice_of(united, speaker) or speaker
    actor = united.items.actors[whose]
    institution = next((word for word in folded(called(actor)) if word in INSTITUTIONS), None)
    if institution:  # "police", "the police of the town": none of them is told to be another one
        return institution
    return whose if actor.identity == "named" else ("unnamed", actor.kind)


INSTITUTIONS = frozenset(
    {"police", "hospital", "prosecutor", "prosecutors", "coastguard", "firefighters", "paramedics"}
)
"""Words for a body that an article names with or without its town; two of them in one incident count as one source."""


def _doers(united: United, status: Assessment) -> Iterator[DigestDoer]:
    for each in status.attributed:
        actor = united.items.actors[each.actor]
        yield DigestDoer(
            name=called(actor),
            named=actor.identity == "named",
            status=each.status,
            by=names(united, each.accusers),
            statements=each.statements,
        )


def _likewise(linked: Linked, clusters: Mapping[str, Sequence[ToldText]]) -> dict[str, tuple[Likewise, ...]]:
    """By incident, those that may be the same, with what speaks for and against."""
    home = {text.telling.key: identity for identity, cluster in clusters.items() for text in cluster}
    found: dict[str, list[Likewise]] = defaultdict(list)
    for proposal in linked.proposals:
        one, other = home.get(proposal.one), home.get(proposal.other)
        if one and other and one != other:
            found[one].append(_proposed(other, proposal))
            found[other].append(_proposed(one, proposal))
    return {identity: tuple(each) for identity, each in found.items()}


def _proposed(other: str, proposal: LinkProposal) -> Likewise:
    return Likewise(
        incident=other,
        odds=round(proposal.odds, 2),
        speaks_for=tuple(measure for measure, weight in proposal.evidence if weight >= CLEAR),
        speaks_against=tuple(measure for measure, weight in proposal.evidence if weight <= -CLEAR),
    )


CLEAR = 0.5
"""What a measure must weigh to be told."""


# --- the rest ----------------------------------------------------------------------------------------


def _warnings(groups: Iterable[CopyGroup], by_key: Mapping[str, ReadArticle]) -> Iterator[DigestWarning]:
    for group in groups:
        article = by_key[group.origin.key]
        for warning in article.brief.warnings:
            speaker = article.items.speaker(warning.speaker)
            yield DigestWarning(
                speaker=called(speaker) if speaker else "",
                words=tuple(cite(article, quote) for quote in (*warning.cue, *warning.content)),
                told_in=tuple(member.key for member in group.members),
            )


def _questions(
    incidents: Iterable[DigestIncident], threats: Iterable[DigestThreat], last: date | None
) -> Iterator[OpenQuestion]:
    for incident in incidents:
        if incident.frame == "current":
            yield from _awaited(incident)
            yield from _unverified(incident)
    for threat in threats:
        if threat.status in STANDING and threat.deadline_day and last and threat.deadline_day <= last:
            yield OpenQuestion(
                kind="deadline_passed",
                about=threat.id,
                who=threat.issuer,
                day=threat.deadline_day,
                words=threat.deadline,
            )


STANDING = frozenset({"open", "escalated", "deadline_passed"})
"""States of a threat of which it is asked what came of it when its day has come."""


def _awaited(incident: DigestIncident) -> Iterator[OpenQuestion]:
    """Who had said nothing, and has not since: of each party once, the last time; of bystanders nobody asks."""
    silent: dict[str, DigestStatement] = {}
    for each in incident.statements:
        if (
            each.kind == "no_comment"
            and _is_party(each)
            and not any(_answers(other, each) for other in incident.statements)
        ):
            silent[each.of[0] if each.of else each.speaker] = each
    for each in silent.values():
        yield OpenQuestion(kind="awaited_comment", about=incident.id, who=each.speaker, day=each.last, words=each.said)


def _is_party(silence: DigestStatement) -> bool:
    return silence.relation != "other" and (silence.named or bool(silence.of))


def _answers(other: DigestStatement, silence: DigestStatement) -> bool:
    """Whether it is a later word of the same speaker, or of one who speaks for it.

    Who had told what happened, and said nothing of the rest, answers by a word on who did it, or by taking something back.
    """
    if other.kind in SILENT or not (silence.first and other.last and other.last > silence.first):
        return False
    told_before = other.first is not None and other.first <= silence.first
    is_theirs = silence.speaker in (other.speaker, *other.of) or other.speaker in silence.of
    return is_theirs and not told_before and (other.kind not in TELLS_IT or silence.relation not in TELLS_ANYWAY)


TELLS_ANYWAY: frozenset[Relation] = frozenset({"authority", "independent"})
"""Whose words on what happened are no answer to what they would not say."""
UNSURE = frozenset({"claimed", "possible", "disputed", "denied"})
SETTLED = frozenset({"retracted", "withdrawn", "not_occurred"})


def _unverified(incident: DigestIncident) -> Iterator[OpenQuestion]:
    """What somebody says that it could not verify, and what nobody but one side says."""
    if incident.occurrence in SETTLED:
        return
    told = [each for each in incident.statements if each.kind == "unverified"]
    for each in told:
        yield OpenQuestion(kind="unverified", about=incident.id, who=each.speaker, day=each.last, words=each.said)
    if not told and (incident.occurrence in UNSURE or incident.basis.grounds == "one_party"):
        support = [each for each in incident.statements if each.id in incident.basis.support]
        for each in support[:1]:
            yield OpenQuestion(kind="unverified", about=incident.id, who=each.speaker, day=each.first, words=each.said)


def _not_linked(clusters: Iterable[Sequence[ToldText]]) -> Iterator[Cite]:
    for cluster in clusters:
        parts = _parts(cluster)
        if any(part.incident for part in parts) and not any(map(_is_placed, parts)):
            part = next(part for part in parts if part.incident)
            yield from _cited(part, "words")[:1]
