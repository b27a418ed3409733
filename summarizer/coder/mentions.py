"""From a sentence to its acts of violence, filled, dated and judged."""

from collections.abc import Iterator

from summarizer.coder.acts import Act, candidates, date_acts
from summarizer.coder.frames import Parsed
from summarizer.coder.nominals import fill_from_phrase
from summarizer.coder.reality import is_violence, judge
from summarizer.coder.roles import fill_from_frame


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = list(_filled(parsed))
    if not found:
        return []
    date_acts(found, parsed)
    title = parsed.document.title
    heading = title is not None and title.start <= parsed.sentence.start < title.end
    found[0].first_in_sentence = True
    for act in found:
        judge(act, heading=heading)
    return found


def _filled(parsed: Parsed) -> Iterator[Act]:
    """The candidates that hold; of several readings of one verb, the first that does."""
    read: set[int] = set()
    for act in candidates(parsed):
        if act.words[0] in read:
            continue
        if act.frame is not None:
            fill_from_frame(act, act.frame)
        elif act.phrase is not None:
            fill_from_phrase(act, act.phrase)
        if is_violence(act):
            read.add(act.words[0])
            yield act
