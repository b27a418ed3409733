"""The offline coder: an article in, a draft out, by word lists and the order of words."""

from summarizer.coder.actors import Registry
from summarizer.coder.acts import Act
from summarizer.coder.events import Event, events_of
from summarizer.coder.frames import parse
from summarizer.coder.incidents import incident_of, mention
from summarizer.coder.mentions import acts_in
from summarizer.coder.sayings import Saying, sayings_in
from summarizer.coder.times import report_date
from summarizer.coder.tokens import is_shouted
from summarizer.document import Document
from summarizer.schemas.draft import About, Draft, Statement
from summarizer.schemas.vocabulary import Relation


def code(document: Document) -> Draft:
    """What the coder reads in an article: untrusted, like any extractor's draft.

    It is deterministic, and needs neither network nor anything but the lexicons of this package.
    """
    return _Coding(document).draft()


class _Coding:
    """The state of coding one article."""

    def __init__(self, document: Document) -> None:
        self.document = document
        shouted = is_shouted(document)
        self.parsed = [parse(document, sentence, shouted=shouted) for sentence in document.sentences]
        self.actors = Registry()
        self.statements: list[Statement] = []

    def draft(self) -> Draft:
        report = report_date(self.document)
        events = events_of((act for parsed in self.parsed for act in acts_in(parsed)), report)
        incidents = [incident_of(number, event, report) for number, event in enumerate(events, start=1)]
        for number, event in enumerate(events, start=1):
            self._told(number, event)
        return Draft(actors=self.actors.drafted(), incidents=incidents, statements=self.statements)

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
                cue=[mention(act.parsed, *cue)],
                content=[mention(act.parsed, *_clause(act))],
                about=[About(incident=number, relation=relation)],
                whom=[each for each in whom if each is not None],
                role="carried_out",
            )
        )


def _clause(act: Act) -> tuple[int, int]:
    spans = [act.words, *((each.first, each.last) for each in (*act.doers, *act.targets))]
    return min(span[0] for span in spans), max(span[1] for span in spans)
