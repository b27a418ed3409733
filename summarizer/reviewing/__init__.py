"""An analyst's overlay: what people decide about items of a brief, in a file beside it; the brief stays as derived.

`load_reviews` reads such a file, `decision_on` makes a decision, `overlay` finds the items of a brief that decisions stand
on, and `as_json` writes them down.
"""

from summarizer.reviewing.contents import decision_on
from summarizer.reviewing.decisions import NOTHING_DECIDED, Decision, Reviews, Verdict, as_json, load_reviews
from summarizer.reviewing.overlaying import Overlay, Reviewed, SetAside, overlay

__all__ = [
    "NOTHING_DECIDED",
    "Decision",
    "Overlay",
    "Reviewed",
    "Reviews",
    "SetAside",
    "Verdict",
    "as_json",
    "decision_on",
    "load_reviews",
    "overlay",
]
