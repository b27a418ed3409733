"""Operators on words and on who acts and speaks, aimed at where the checks look away, and what all of these share."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.documents.document import Document
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Draft, Target

from .editing import actor, around, changed, free_id, names, one_camp, sentence, stands_in, with_entry
from .operator import Fault, Operator

Plant = Callable[[Draft, Document], Iterator[Fault]]

SAID = re.compile(r"\b(?:said|told \w+|claimed|denied|announced|wrote|added)\b")
QUALIFIER = re.compile(r"\b(?:at least|more than|nearly|up to|as many as|fewer than|almost)\b", re.I)
CONDITION = re.compile(r"\b(?:if|unless|until)\b[^,.;”\"]{8,60}", re.I)
WEEKDAY = re.compile(r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
UPHOLDS = frozenset({"claim", "acknowledge", "assert", "confirm"})


def quote(number: int, text: str) -> list[Mention]:
    return [Mention(sentence=number, text=text)]


def elsewhere(pattern: re.Pattern[str], document: Document, but: Any) -> Iterator[list[Mention]]:
    """Words of this form in sentences that none of these mentions stands in."""
    taken = {mention.sentence for mention in but}
    for place in document.sentences:
        found = pattern.search(document.words(place.number))
        if found and place.number not in taken:
            yield quote(place.number, found.group().strip())


def named_beside(draft: Draft, item: Any, document: Document, but: Any) -> Iterator[tuple[int, str]]:
    """Actors named in the sentences of the item who have nothing to do with those given, with their name there."""
    text = around(document, [*item.cue, *item.content])
    for other in draft.actors:
        if other.name and other.identity == "named" and not any(one_camp(draft, other.id, number) for number in but):
            found = next((name for name in names(other) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)), None)
            if found:
                yield other.id, found


# --- words cut where no table of neighbours looks ------------------------------------------------------


def _hedge_in_the_next_clause(draft: Draft, document: Document) -> Iterator[Fault]:
    for statement in draft.statements:
        for mention in statement.content[:1]:
            clauses = [part.strip() for part in mention.text.split(",")]
            kept = [part for part in clauses if part and not any(hedge.text in part for hedge in statement.hedge)]
            if statement.hedge and kept and len(clauses) > 1:
                words = quote(mention.sentence, max(kept, key=len))
                yield changed(draft, "statement", statement, "hedge", hedge=[], cue=[], content=words)


def _qualifier_from_elsewhere(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        for at, casualty in enumerate(incident.casualties):
            told = around(document, casualty.count)
            for borrowed in [] if QUALIFIER.search(told) else elsewhere(QUALIFIER, document, casualty.count):
                entries = with_entry(incident.casualties, at, count=[*borrowed, *casualty.count])
                if casualty.count:
                    yield changed(draft, "incident", incident, f"casualties.{at}.count", casualties=entries)
                break


def _toll_without_its_cue(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        for at, casualty in enumerate(incident.casualties):
            other = {"killed": "wounded", "wounded": "killed", "missing": "captured", "captured": "killed"}
            if casualty.outcome in other:
                entries = with_entry(incident.casualties, at, outcome=other[casualty.outcome], cue=[])
                yield changed(draft, "incident", incident, f"casualties.{at}.outcome", casualties=entries)


def _toll_as_the_articles_own(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        for at, casualty in enumerate(incident.casualties):
            if casualty.source is not None:
                entries = with_entry(incident.casualties, at, source=None)
                yield changed(draft, "incident", incident, f"casualties.{at}.source", casualties=entries)


def _day_of_the_next_sentence(draft: Draft, document: Document) -> Iterator[Fault]:
    for incident in draft.incidents:
        known = {found.lower() for found in WEEKDAY.findall(around(document, [*incident.time, *incident.words]))}
        for number in sorted({mention.sentence + step for mention in incident.words for step in (-1, 1)}):
            found = WEEKDAY.search(sentence(document, number))
            if found and not any(day.split()[-1] in found.group().lower() for day in known):
                yield changed(draft, "incident", incident, "time", time=quote(number, found.group()))


def _deadline_of_something_else(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        for borrowed in elsewhere(WEEKDAY, document, [*threat.content, *threat.deadline]):
            yield changed(draft, "threat", threat, "deadline", deadline=borrowed)
            break


def _condition_of_somebody_else(draft: Draft, document: Document) -> Iterator[Fault]:
    """Another 'if', but for one in a sentence beside the threat, which may well go with it."""
    for threat in draft.threats:
        for borrowed in elsewhere(CONDITION, document, [*threat.content, *threat.condition]):
            if all(abs(borrowed[0].sentence - mention.sentence) > 1 for mention in threat.content):
                yield changed(draft, "threat", threat, "condition", condition=borrowed)
                break


# --- who -----------------------------------------------------------------------------------------------


def _kin_as_speaker(draft: Draft, document: Document) -> Iterator[Fault]:
    """A spokesman's word as that of another member of his camp, or the reverse."""
    for statement in draft.statements:
        for other in draft.actors:
            if statement.speaker not in (None, other.id) and one_camp(draft, other.id, statement.speaker):
                said = around(document, [*statement.cue, *statement.content])
                if not stands_in(other, said):
                    yield changed(draft, "statement", statement, "speaker", speaker=other.id, speaker_words=[])


def _speaker_without_cue(draft: Draft, document: Document) -> Iterator[Fault]:
    """Without words of saying, nothing shows in whose mouth the words are."""
    for statement in draft.statements:
        if statement.speaker is not None and statement.content:
            for other, _ in named_beside(draft, statement, document, (statement.speaker,)):
                yield changed(draft, "statement", statement, "speaker", speaker=other, speaker_words=[], cue=[])


def _cut_loose(draft: Draft, document: Document) -> Iterator[Fault]:
    """The spokesman of an armed party as an official of nobody."""
    for statement in draft.statements:
        who = actor(draft, statement.speaker)
        heads = [actor(draft, link.actor) for link in who.affiliations] if who else []
        if who and any(head and head.kind.startswith("armed") for head in heads):
            number = free_id(draft.actors)
            loose = who.model_copy(
                update={"id": number, "affiliations": [], "kind": "official", "identity": "anonymous"}
            )
            crowded = draft.model_copy(update={"actors": [*draft.actors, loose]})
            told = changed(crowded, "statement", statement, "speaker", speaker=number).draft
            yield Fault(told, "actor", number)


def _passers_by_as_police(draft: Draft, document: Document) -> Iterator[Fault]:
    for who in draft.actors:
        if who.kind in ("person", "people", "organisation"):
            yield changed(draft, "actor", who, "kind", kind="public_body")


def _for_a_stranger(field: str) -> Plant:
    """Somebody named beside it, for whom the threat is not made, or who does not pass it on."""

    def plant(draft: Draft, document: Document) -> Iterator[Fault]:
        for threat in draft.threats:
            others = (threat.issuer, *threat.on_behalf_of, *threat.relayed_by)
            for other, _ in named_beside(draft, threat, document, others):
                yield changed(draft, "threat", threat, field, **{field: [*getattr(threat, field), other]})

    return plant


def _bystander_as_target(draft: Draft, document: Document) -> Iterator[Fault]:
    for threat in draft.threats:
        for other, name in named_beside(draft, threat, document, (threat.issuer, *threat.on_behalf_of)):
            place = next((m for m in (*threat.cue, *threat.content) if name in sentence(document, m.sentence)), None)
            aimed = " ".join(mention.text for target in threat.targets for mention in target.text)
            if place and not stands_in(actor(draft, other), aimed + " ".join(m.text for m in threat.content)):
                target = Target(kind="thing", text=quote(place.sentence, name))
                at = len(threat.targets)
                yield changed(draft, "threat", threat, f"targets.{at}", targets=[*threat.targets, target])


def _bystander_as_author(draft: Draft, document: Document) -> Iterator[Fault]:
    """Whoever is named in the sentence did it, by the article's or a source's plain word."""
    for statement in draft.statements:
        if statement.kind in ("assert", "confirm", "blame") and statement.about:
            others = (*statement.whom, *(() if statement.speaker is None else (statement.speaker,)))
            for other, _ in named_beside(draft, statement, document, others):
                yield changed(draft, "statement", statement, "whom", whom=[*statement.whom, other])


def _warner_as_feared(draft: Draft, document: Document) -> Iterator[Fault]:
    for warning in draft.warnings:
        for other, _ in named_beside(draft, warning, document, tuple(warning.feared)):
            yield changed(draft, "warning", warning, "feared", feared=[other])


WORDS_AND_ACTORS: tuple[Operator, ...] = (
    Operator("hedge_in_the_next_clause", "quote", "the clause beside the hedged one", _hedge_in_the_next_clause),
    Operator("qualifier_from_elsewhere", "number", "'at least' of another sentence", _qualifier_from_elsewhere),
    Operator("toll_without_its_cue", "number", "another outcome, and no word for it", _toll_without_its_cue),
    Operator("toll_as_the_articles_own", "number", "a source's count without the source", _toll_as_the_articles_own),
    Operator("day_of_the_next_sentence", "date_place", "a day that stands beside", _day_of_the_next_sentence, cue=False),
    Operator("deadline_of_something_else", "date_place", "another day as the term", _deadline_of_something_else, cue=False),
    Operator("condition_of_somebody_else", "modality", "another 'if' as the condition", _condition_of_somebody_else),
    Operator("kin_as_speaker", "actor", "another of the same camp speaks", _kin_as_speaker),
    Operator("speaker_without_cue", "actor", "another speaks, and no verb says so", _speaker_without_cue),
    Operator("cut_loose", "actor", "an armed party's spokesman belongs to nobody", _cut_loose, cue=False),
    Operator("passers_by_as_police", "actor", "a private person is a public body", _passers_by_as_police, cue=False),
    Operator("behalf_of_a_stranger", "actor", "threatens for somebody beside", _for_a_stranger("on_behalf_of"), cue=False),
    Operator("relayed_by_a_stranger", "actor", "passed on by somebody beside", _for_a_stranger("relayed_by"), cue=False),
    Operator("bystander_as_target", "actor", "somebody beside is threatened", _bystander_as_target, cue=False),
    Operator("bystander_as_author", "actor", "somebody beside did it", _bystander_as_author, cue=False),
    Operator("other_feared", "actor", "somebody beside is feared", _warner_as_feared, cue=False),
)  # fmt: skip
"""What is quoted, counted and dated, and who speaks, threatens and is struck."""
