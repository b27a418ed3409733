"""The offline coder: an article in, a draft out, by word lists and the order of words."""

from summarizer.coder.actors import Registry
from summarizer.coder.acts import Act, acts_in
from summarizer.coder.denoting import PEOPLE, denotes
from summarizer.coder.events import Event, events_of
from summarizer.coder.frames import Parsed, parse
from summarizer.coder.phrases import Phrase
from summarizer.coder.sayings import Saying, sayings_in
from summarizer.coder.tokens import is_shouted
from summarizer.document import Document
from summarizer.schemas.draft import About, Draft, Incident, Mention, Statement, Target, Value
from summarizer.schemas.vocabulary import Relation


def code(document: Document) -> Draft:
    """What the coder reads in an article: untrusted, like any extractor's draft.

    It is deterministic, and needs neither network nor anything but the lexicons of this package.
    """
    return _Coding(document).draft()


class _Coding:
    """The state of coding one article."""

    def __init__(self, document: Document) -> None:
        shouted = is_shouted(document)
        self.parsed = [parse(document, sentence, shouted=shouted) for sentence in document.sentences]
        self.actors = Registry()
        self.statements: list[Statement] = []

    def draft(self) -> Draft:
        events = events_of(act for parsed in self.parsed for act in acts_in(parsed))
        incidents = [self._incident(number, event) for number, event in enumerate(events, start=1)]
        for number, event in enumerate(events, start=1):
            self._told(number, event)
        return Draft(actors=self.actors.drafted(), incidents=incidents, statements=self.statements)

    # --- incidents ------------------------------------------------------------------------------

    def _incident(self, number: int, event: Event) -> Incident:
        acts = event.acts
        lead = acts[0]
        return Incident(
            id=number,
            kind=event.kind,
            words=[_mention(lead.parsed, *lead.words)],
            stage=next((act.stage for act in acts if act.stage != "accomplished"), "accomplished"),
            frame="current",
            targets=self._targets(acts),
            perpetrator_words=_first([_phrase(act.parsed, doer) for act in acts for doer in act.doers if denotes(doer, act.parsed) == "armed_persons"]),
            place=_first([_phrase(act.parsed, place) for act in acts for place in act.places]),
            time=_first([_mention(act.parsed, act.time.first, act.time.last) for act in acts if act.time]),
            weapon=_first([_phrase(act.parsed, weapon) for act in acts for weapon in act.weapons]),
        )

    def _targets(self, acts: list[Act]) -> list[Target]:
        found: dict[str, Target] = {}
        for act in acts:
            for target in act.targets:
                meaning = denotes(target, act.parsed)
                kind = "thing" if meaning not in PEOPLE and meaning is not None else _people(target, act.parsed)
                found.setdefault(act.parsed.tokens[target.head].low, Target(kind=kind, text=[_phrase(act.parsed, target)]))
        return list(found.values())

    # --- statements -----------------------------------------------------------------------------

    def _told(self, number: int, event: Event) -> None:
        """One statement per voice that tells of the event."""
        voices: set[int | None] = set()
        for act in event.acts:
            saying = next((each for each in sayings_in(act.parsed) if each.holds(act.at)), None)
            speaker = self.actors.of(saying.speaker, act.parsed, otherwise="person") if saying and saying.speaker else None
            if speaker in voices:
                continue
            voices.add(speaker)
            self._state(number, act, saying, speaker)

    def _state(self, number: int, act: Act, saying: Saying | None, speaker: int | None) -> None:
        whom = [self.actors.of(doer, act.parsed) for doer in act.doers]
        relation: Relation = "outlet" if speaker is None else "not_stated"
        cue = saying.cue if saying and speaker else act.words
        self.statements.append(
            Statement(
                id=len(self.statements) + 1,
                kind=saying.kind if saying and speaker else "assert",
                speaker=speaker,
                cue=[_mention(act.parsed, *cue)],
                content=[_mention(act.parsed, *_clause(act))],
                about=[About(incident=number, relation=relation)],
                whom=[each for each in whom if each is not None],
                role="carried_out",
            )
        )


def _clause(act: Act) -> tuple[int, int]:
    spans = [act.words, *((each.first, each.last) for each in (*act.doers, *act.targets))]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def _people(phrase: Phrase, parsed: Parsed) -> str:
    return "people" if parsed.tokens[phrase.head].low.endswith("s") else "person"


def _mention(parsed: Parsed, first: int, last: int) -> Mention:
    return Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))


def _phrase(parsed: Parsed, phrase: Phrase) -> Mention:
    return _mention(parsed, phrase.first, phrase.last)


def _first(mentions: list[Mention]) -> Value:
    return mentions[:1]
