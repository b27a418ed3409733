"""About: a statement is about the incident whose words, place, time or targets it shares, or beside which it stands."""

import re
from collections import Counter
from collections.abc import Iterator

from summarizer.lexicons import words
from summarizer.schemas.brief import Incident, Statement
from summarizer.verification.checks.check import Check, Code, Found
from summarizer.verification.evidence import sentences_of
from summarizer.verification.items import Items, quotes_in

NEAR = 2
"""Sentences within which a statement may take up an incident without any of its words."""


def _run(statement: Statement, items: Items) -> Iterator[Found]:
    said = (*statement.content, *statement.cue)
    if items.document.language != "en" or not said or len(items.incidents) < 2:
        return
    numbers = frozenset(sentences_of(said, items.document))
    told = _words(" ".join(quote.text for quote in said))
    linked = [link.incident for link in statement.about]
    others = [
        incident for number, incident in items.incidents.items() if number not in linked and not incident.summarises
    ]
    for position, link in enumerate(statement.about):
        incident = items.incidents.get(link.incident)
        if incident is None or incident.summarises or _told_in(incident, items) & numbers:
            continue
        own = _parts(incident, items)[1]
        if told & own:
            continue
        far = _distance(incident, numbers, items) > NEAR
        alone = _borne_by_one(told - own, others, items)
        if any(_fits(other, alone, numbers, items, far=far) for other in others):
            yield Found("about_another", f"about.{position}.incident", said[:1])


def _told_in(incident: Incident, items: Items) -> frozenset[int]:
    """The sentences in which the incident is told, by its own words and what belongs to it."""
    return _parts(incident, items)[0]


def _parts(incident: Incident, items: Items) -> tuple[frozenset[int], frozenset[str]]:
    """The sentences and the telling words of an incident, looked up once."""
    return items.worked_out(_all_parts)[incident.id]


def _all_parts(items: Items) -> dict[int, tuple[frozenset[int], frozenset[str]]]:
    found = {}
    for number, incident in items.incidents.items():
        quotes = [quote for _, quote in quotes_in(incident)]
        found[number] = frozenset(q.sentence for q in quotes), _words(" ".join(q.text for q in quotes))
    return found


def _distance(incident: Incident, numbers: frozenset[int], items: Items) -> int:
    return min((abs(one - other) for one in _told_in(incident, items) for other in numbers), default=0)


def _borne_by_one(told: frozenset[str], others: list[Incident], items: Items) -> frozenset[str]:
    """Those of the words that only one of the other incidents has."""
    counted = Counter(word for other in others for word in _parts(other, items)[1])
    return frozenset(word for word in told if counted[word] == 1)


def _fits(other: Incident, told: frozenset[str], numbers: frozenset[int], items: Items, *, far: bool) -> bool:
    """Whether the words are those of another incident, or its sentence is the one that they stand in."""
    shared, here = told & _parts(other, items)[1], bool(_told_in(other, items) & numbers)
    return len(shared) > 1 or (here and (far or bool(shared)))


def _words(text: str) -> frozenset[str]:
    """The telling words of a text, without the endings that change with number and tense."""
    small = words("english", "function_words")
    found = (word.lower() for word in re.findall(r"[\w-]+", text))
    return frozenset(_stem(word) for word in found if (len(word) > 3 or word.isdigit()) and word not in small)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= len("bomb"):
            return word.removesuffix(ending)
    return word


ABOUT = Check(
    name="about",
    reason="What is said of one attack must not be told of another.",
    applies_to=("statement",),
    codes={"about_another": Code("warn", "Its words fit another incident, and nothing in them fits this one.")},
    run=_run,
)
