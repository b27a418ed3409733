"""Events → the incidents of a draft: every slot with the article's own words."""

from summarizer.coder.acts import Act
from summarizer.coder.denoting import PEOPLE, denotes
from summarizer.coder.events import Event
from summarizer.coder.frames import Parsed
from summarizer.coder.phrases import Phrase
from summarizer.schemas.draft import Incident, Mention, Target, Value
from summarizer.schemas.vocabulary import TargetKind


def incident_of(number: int, event: Event) -> Incident:
    """The incident that a draft proposes of one event."""
    acts = event.acts
    lead = acts[0]
    return Incident(
        id=number,
        kind=event.kind,
        words=[mention(lead.parsed, *lead.words)],
        stage=next((act.stage for act in acts if act.stage != "accomplished"), "accomplished"),
        frame="current",
        targets=_targets(acts),
        perpetrator_words=_first(
            [
                words_of(act.parsed, doer)
                for act in acts
                for doer in act.doers
                if denotes(doer, act.parsed) == "armed_persons"
            ]
        ),
        place=_first([words_of(act.parsed, place) for act in acts for place in act.places]),
        time=_first([mention(act.parsed, act.time.first, act.time.last) for act in acts if act.time]),
        weapon=_first([words_of(act.parsed, weapon) for act in acts for weapon in act.weapons]),
    )


def mention(parsed: Parsed, first: int, last: int) -> Mention:
    """The article's words from token `first` to token `last` of a sentence."""
    return Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))


def words_of(parsed: Parsed, phrase: Phrase) -> Mention:
    """The article's words of a phrase."""
    return mention(parsed, phrase.first, phrase.last)


def _targets(acts: list[Act]) -> list[Target]:
    found: dict[str, Target] = {}
    for act in acts:
        for target in act.targets:
            meaning = denotes(target, act.parsed)
            kind = "thing" if meaning not in PEOPLE and meaning is not None else _people(target, act.parsed)
            found.setdefault(
                act.parsed.tokens[target.head].low, Target(kind=kind, text=[words_of(act.parsed, target)])
            )
    return list(found.values())


def _people(phrase: Phrase, parsed: Parsed) -> TargetKind:
    return "people" if parsed.tokens[phrase.head].low.endswith("s") else "person"


def _first(mentions: list[Mention]) -> Value:
    return mentions[:1]
