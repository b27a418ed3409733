"""From a sentence to its acts of violence, filled, dated and judged."""

from collections.abc import Iterator

from summarizer.coder.acts import Act, candidates, date_acts
from summarizer.coder.frames import Parsed
from summarizer.coder.reality import is_harmless, judge
from summarizer.coder.roles import fill


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = list(_filled(parsed))
    date_acts(found, parsed)
    title = parsed.document.title
    heading = parsed.sentence.number == 1 or (title is not None and title.start <= parsed.sentence.start < title.end)
    if found:
        found[0].first_in_sentence = True
    for act in found:
        judge(act, heading=heading)
    return found


def _filled(parsed: Parsed) -> Iterator[Act]:
    """The candidates that hold; of several readings of one verb, the first that does."""
    read: set[int] = set()
    for act in candidates(parsed):
        if act.words[0] in read or not fill(act) or is_harmless(act):
            continue
        read.add(act.words[0])
        yield act
