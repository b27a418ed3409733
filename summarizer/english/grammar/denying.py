"""Words of denial: whether they are said of an account, and whether they deny what was told before."""

from collections.abc import Iterator

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.grammar.negation import negation_of
from summarizer.english.grammar.parsing import placed
from summarizer.english.sought import found_in
from summarizer.lexicons import pattern, word_set


def denials_in(number: int, entry: str, document: Document) -> Iterator[Quote]:
    """Words of denial in a sentence, but for those that are negated, that tell a habit, or that only describe a thing.

    Args:
        number: of the sentence, from 1.
        entry: of cues.toml, with the words.
        document: the article, in plain characters.
    """
    sentence = document.sentences[number - 1]
    for denial in found_in(pattern("cues", entry), document, sentence.start, sentence.end):
        if not _denies(denial) or _is_said(denial, document):
            yield denial


def _denies(denial: Quote) -> bool:
    return pattern("cues", "deny").fullmatch(denial.text) is not None


def _is_said(denial: Quote, document: Document) -> bool:
    """Whether a word of denial is what somebody says of the account: "called it false", and not "a false beard"."""
    parsed, inside = placed(denial, document)
    verb = parsed.verb_at(inside.start)
    if verb is None or parsed.tokens[inside.start].low in word_set("sayings", "denying"):
        first = last = inside.start
    else:
        first, last = verb.first, verb.verb
        if verb.base not in _CALLS and parsed.phrases_at(inside.start):
            return False
    habit = word_set("times", "habits").intersection(parsed.low(max(0, first - 1), last).split())
    return not habit and negation_of(parsed.tokens[last].start, document) is None


_CALLS = frozenset({"be", "call"})


def denies_what_was_told(denial: Quote, document: Document) -> bool:
    """Whether a verb of denying has an object that takes up what was told; other words need none.

    Args:
        denial: the words.
        document: the article, in plain characters.
    """
    parsed, inside = placed(denial, document)
    clauses = [frame for frame in parsed.frames if frame.opener == "that"]
    doers = {each.first for frame in clauses for each in frame.subjects}
    behind = set(range(inside.start, len(parsed.tokens))) - doers
    told = {parsed.tokens[at].low for at in behind} - {frame.opener for frame in clauses}
    return not _denies(denial) or not told.isdisjoint(word_set("cues", "takes_up"))
