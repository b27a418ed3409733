"""Denials: words of denial beside an act or what is said of it must not go unused."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.coverage import has_signs
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.english.grammar.negation import negation_of
from summarizer.english.grammar.parsing import placed
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Incident


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    if incident.summarises:
        return
    document, said = items.document, items.statements_on(incident.id)
    doubted = any(one.kind in CASTS_DOUBT for one in said)
    told = (*incident.words, *(quote for one in said for quote in (*one.cue, *one.content)))
    for number in sentences_of(told, document):
        used = items.worked_out(_cited).get(number, ())
        for denial in _denials("deny", number, document):
            accounted_for = doubted and denial.text.lower().startswith("contradict")
            if not accounted_for and not any(map(denial.overlaps, used)):
                yield Found("denial_left_out", "", (denial,))
    for number in items.worked_out(_unused).get(incident.id, ()):
        found = next(_denials("gainsaid", number, document), None)
        if found and _of_the_act(found, document):
            yield Found("denial_left_out", "", (found,))


def _denials(entry: str, number: int, document: Document) -> Iterator[Quote]:
    """Words of denial in a sentence, but for those that are negated, that tell a habit, or that only describe a thing."""
    sentence = document.sentences[number - 1]
    for match in pattern("cues", entry).finditer(document.text, sentence.start, sentence.end):
        denial = document.quote(*match.span())
        if not pattern("cues", "deny").fullmatch(denial.text) or _is_said(denial, document):
            yield denial


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


def _of_the_act(denial: Quote, document: Document) -> bool:
    """Whether a verb of denying has an object that takes up what was told; other words need none."""
    if not pattern("cues", "deny").fullmatch(denial.text) or has_signs(document, denial.sentence):
        return True
    parsed, inside = placed(denial, document)
    clauses = [frame for frame in parsed.frames if frame.opener == "that"]
    doers = {each.first for frame in clauses for each in frame.subjects}
    behind = set(range(inside.start, len(parsed.tokens))) - doers
    told = {parsed.tokens[at].low for at in behind} - {frame.opener for frame in clauses}
    return not told.isdisjoint(word_set("cues", "takes_up"))


def _unused(items: Items) -> dict[int, list[int]]:
    """By incident, the sentences soon after it was told that no item cites, up to the first in which somebody speaks."""
    document = items.document
    cited = {number for kind, item in items.all() if kind != "actor" for number in items.sentences(item)}
    found: dict[int, list[int]] = {}
    for last in sorted(items.told_in):
        following = range(last + 1, min(last + SOON, len(document.sentences)) + 1)
        unused = list(takewhile(lambda number: number not in cited, following))
        silent = takewhile(lambda number: not pattern("cues", "attributing").search(document.words(number)), unused)
        for number in unused[: len(list(silent)) + 1]:
            for incident in dict(items.told_in[last]):
                found.setdefault(incident, []).append(number)
    return found


SOON = 2
"""Sentences after what is told of an incident in which it may be denied or left open."""


def _cited(items: Items) -> dict[int, list[Quote]]:
    """By sentence, what items other than actors quote of it."""
    found: dict[int, list[Quote]] = defaultdict(list)
    for kind, item in items.all():
        for _, quote in items.quotes(item) if kind != "actor" else ():
            for number in sentences_of((quote,), items.document):
                found[number].append(quote)
    return found


DENIALS = Check(
    name="denials",
    reason="What is denied beside an act must not be left out.",
    applies_to=("incident",),
    codes={"denial_left_out": Code("warn", "Words of denial or doubt stand beside it that nothing here cites.")},
    run=_run,
)
