"""From a sentence to its acts of violence, filled, dated and judged."""

from summarizer.coder.acts import Act, candidates, date_acts
from summarizer.coder.frames import Parsed
from summarizer.coder.reality import is_harmless, judge
from summarizer.coder.roles import fill


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = [act for act in candidates(parsed) if fill(act)]
    found = [act for act in found if not is_harmless(act)]
    date_acts(found, parsed)
    title = parsed.document.title
    heading = parsed.sentence.number == 1 or (title is not None and title.start <= parsed.sentence.start < title.end)
    if found:
        found[0].first_in_sentence = True
    for act in found:
        judge(act, heading=heading)
    return found
