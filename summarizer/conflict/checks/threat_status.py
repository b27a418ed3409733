"""Whether a threat stands: withdrawn, faked or made long ago only where the article says so, and wherever it does."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.documents.document import Document, Sentence, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.grammar.dated_acts import background_cues
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.negation import negation_of
from summarizer.english.grammar.parsing import parse
from summarizer.english.passages import clause, widened_on
from summarizer.english.sought import found_in, is_told_in, stands_in
from summarizer.lexicons import lemmas, pattern, word_set
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Threat
from summarizer.schemas.vocabulary import ThreatStatus

SHOWN_BY: dict[ThreatStatus, tuple[str, ...]] = {
    "hoax": ("hoax",),
    "withdrawn": ("withdrawn",),
    "background": ("background", "background_frame"),
}
"""Entries of modality.toml whose words show each status of a threat that is not current."""


@in_english
def _run(threat: Threat, items: Items) -> Iterator[Found]:
    document = items.document
    if not threat.content:
        return
    if threat.status != "current":
        if not _shown(threat, document):
            yield Found("status_not_shown", "status_words", threat.status_words or threat.content)
    elif against := (*_called_hoax(threat, document), *_taken_back(threat, document), *_old(threat, document)):
        yield Found("status_left_out", "status_words", tuple(dict.fromkeys(against)))


def _shown(threat: Threat, document: Document) -> bool:
    """Whether the words given, or else the threat's own sentences and the next, say so."""
    near = widened_on(sentences_of(threat.status_words or (*threat.content, *threat.cue), document), document)
    dated = threat.status == "background" and is_told_in(_YEAR, near, document)
    return dated or is_told_in(pattern("modality", *SHOWN_BY[threat.status]), near, document)


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _called_hoax(threat: Threat, document: Document) -> Quotes:
    """Words for a fake in the clause of the words of threatening, outside what is quoted of it, or soon after."""
    plain, name = pattern("modality", "hoax_plain"), pattern("modality", "hoax_name")
    beside = (found_in(plain, document, *clause(quote, document)) for quote in (*threat.cue, *threat.content))
    soon = (found_in(plain, document, one.start, one.end) for one in _following(threat, document, SOON))
    later = (found_in(name, document, one.start, one.end) for one in _following(threat, document, LATER))
    return (*_outside(threat, chain(*beside)), *chain(*soon, *later))


def _outside(threat: Threat, cues: Iterable[Quote]) -> Quotes:
    return tuple(cue for cue in cues if not stands_in(cue.start, threat.content))


SOON, LATER = 3, 8
"""Sentences after a threat in which it may be called a fake, and in which a hoax can hardly be another."""


def _following(threat: Threat, document: Document, most: int) -> list[Sentence]:
    """The sentences after those of the threat; in the same paragraph alone where they are few."""
    last = document.sentences[max(sentences_of(threat.content, document)) - 1]
    return [
        one
        for one in document.sentences[last.number : last.number + most]
        if most > SOON or one.paragraph == last.paragraph
    ]


def _taken_back(threat: Threat, document: Document) -> Quotes:
    """ "Dropped its threat", "the ultimatum was withdrawn", in a sentence that tells the threat, or soon after."""
    told = (document.sentences[number - 1] for number in sentences_of((*threat.cue, *threat.content), document))
    near = (*told, *_following(threat, document, SOON))
    return tuple(quote for sentence in near for quote in _withdrawals(sentence, document))


def _withdrawals(sentence: Sentence, document: Document) -> Iterator[Quote]:
    if not pattern("modality", "withdrawn").search(document.text, sentence.start, sentence.end):
        return
    parsed = parse(document, sentence)
    for deed in deeds(parsed, lemmas("modality", "withdrawn")):
        verb = parsed.tokens[deed.frame.verb]
        heads = (parsed.tokens[each.head] for each in deed.undergoers)
        back = next((head for head in heads if head.low in word_set("modality", "threat_word")), None)
        if back is not None and negation_of(verb.start, document) is None:
            yield document.quote(min(verb.start, back.start), max(verb.end, back.end))


def _old(threat: Threat, document: Document) -> Quotes:
    """Words that date the threatening before this news, outside what is quoted of it."""
    cues = (background_cues(clause(quote, document), document) for quote in (*threat.cue, *threat.content))
    return tuple(cue for cue in _outside(threat, chain(*cues)) if not _OF_A_THING.search(cue.text))


_OF_A_THING = re.compile(r"^of\b|[’']s$|anniversary|remember|independence|\bwar\b", re.IGNORECASE)
"""What dates a thing that is spoken of, or an occasion, and not the threatening."""


THREAT_STATUS = Check(
    name="threat_status",
    reason="A hoax, a threat that was withdrawn and one of years ago threaten nobody now; a current one does.",
    applies_to=("threat",),
    codes={
        "status_not_shown": Code("warn", "No word near shows that it was withdrawn, faked or made long ago."),
        "status_left_out": Code("warn", "Words beside it say that it was withdrawn, faked or made long ago."),
    },
    run=_run,
)
