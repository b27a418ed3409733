"""The offline coder: an article in, a draft out, by word lists and the order of words."""

from functools import partial

from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.discourse.statements import Statements
from summarizer.conflict.coder.discourse.told import unresolved_doers
from summarizer.conflict.coder.people.antecedents import Antecedents
from summarizer.conflict.coder.people.learning import learn
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.threats import Threats
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events_joined import events_of
from summarizer.conflict.coder.violence.incidents import Heard, incident_of
from summarizer.conflict.coder.violence.mentions import acts_in
from summarizer.documents.document import Document
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.times import report_date
from summarizer.lexicons import lemmas
from summarizer.schemas.draft import Draft


def code(document: Document) -> Draft:
    """What the coder reads in an article: untrusted, like any extractor's draft.

    It is deterministic, and needs neither network nor anything but the lexicons of this package.
    """
    document = document.plain
    sentences = [parse(document, sentence) for sentence in document.sentences]
    report = report_date(document)
    acts = {parsed.sentence.number: acts_in(parsed) for parsed in sentences}
    told_of = Antecedents(sentences, learn(sentences))
    heard = Speakers(sentences, Roster(told_of))
    known = (act for told in acts.values() for act in told if not heard.is_hearsay(act.parsed, act.at))
    events = events_of(known, report)
    actors = Roster(told_of)
    voices = heard.entered_in(actors)
    told = Heard(partial(_source, voices), partial(_denies, voices), partial(unresolved_doers, actors=actors))
    incidents = [incident_of(number, event, report, told) for number, event in enumerate(events, start=1)]
    statements = Statements(sentences, events, acts, voices, actors).drafted()
    threats = Threats(acts, voices, actors, report).drafted()
    return Draft(actors=actors.drafted(), incidents=incidents, statements=statements, threats=threats)


def _source(voices: Speakers, act: Act) -> int | None:
    """The actor in whose speech an act is told, or None where the article tells it."""
    saying = voices.at(act.parsed, act.at)
    speakers = voices.speakers(saying) if saying is not None else []
    return speakers[0] if speakers else None


def _denies(voices: Speakers, act: Act) -> bool:
    """Whether an act is told by who denies it: nobody is counted there."""
    saying = voices.at(act.parsed, act.at)
    return saying is not None and saying.base in lemmas("sayings", "denying")
