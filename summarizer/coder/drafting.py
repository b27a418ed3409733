"""The offline coder: an article in, a draft out, by word lists and the order of words."""

from functools import partial

from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.statements import Statements
from summarizer.coder.grammar.parsing import parse
from summarizer.coder.grammar.times import report_date
from summarizer.coder.grammar.tokens import is_shouted
from summarizer.coder.people.actors import Registry
from summarizer.coder.people.learning import learn
from summarizer.coder.threatening.postures import postures_in
from summarizer.coder.threatening.threats import Threats
from summarizer.coder.threatening.warnings import warnings_in
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.incidents import incident_of
from summarizer.coder.violence.joining import events_of
from summarizer.coder.violence.mentions import acts_in
from summarizer.coder.violence.summing import summed
from summarizer.documents.document import Document
from summarizer.schemas.draft import Draft


def code(document: Document) -> Draft:
    """What the coder reads in an article: untrusted, like any extractor's draft.

    It is deterministic, and needs neither network nor anything but the lexicons of this package.
    """
    shouted = is_shouted(document)
    sentences = [parse(document, sentence, shouted=shouted) for sentence in document.sentences]
    report = report_date(document)
    acts = {parsed.sentence.number: acts_in(parsed) for parsed in sentences}
    events = events_of((act for told in acts.values() for act in told), report)
    actors = Registry(sentences, learn(sentences))
    speech = Speech(sentences, actors)
    source = partial(_source, speech)
    sums = summed(events)
    incidents = [
        incident_of(number, event, report, source).model_copy(update={"summarises": tuple(sums.get(number, ()))})
        for number, event in enumerate(events, start=1)
    ]
    statements = Statements(sentences, events, speech, actors).drafted()
    threatening = Threats(acts, speech, actors)
    threats = threatening.drafted()
    warnings = warnings_in(acts, speech, actors, threatening.stretches)
    statements += postures_in(sentences, speech, actors, after=len(statements))
    return Draft(
        actors=actors.drafted(), incidents=incidents, statements=statements, threats=threats, warnings=warnings
    )


def _source(speech: Speech, act: Act) -> int | None:
    """The actor in whose speech an act is told, or None where the article tells it."""
    saying = speech.at(act.parsed, act.at)
    speakers = speech.speakers(saying) if saying is not None else []
    return speakers[0] if speakers else None
