"""The offline coder: an article in, a draft out, by word lists and the order of words."""

from summarizer.coder.actors import Registry
from summarizer.coder.events import events_of
from summarizer.coder.frames import parse
from summarizer.coder.incidents import incident_of
from summarizer.coder.learning import learn
from summarizer.coder.mentions import acts_in
from summarizer.coder.speech import Speech
from summarizer.coder.statements import Statements
from summarizer.coder.threats import Threats
from summarizer.coder.times import report_date
from summarizer.coder.tokens import is_shouted
from summarizer.document import Document
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
    incidents = [incident_of(number, event, report) for number, event in enumerate(events, start=1)]
    statements = Statements(sentences, events, speech, actors).drafted()
    threats = Threats(acts, speech, actors).drafted()
    return Draft(actors=actors.drafted(), incidents=incidents, statements=statements, threats=threats)
