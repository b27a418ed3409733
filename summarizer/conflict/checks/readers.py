"""What turns to its reader: questions, orders, appeals and suppositions, which tell of nothing."""

from collections.abc import Iterator

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.items import Items
from summarizer.english.addressing import is_addressed
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared
from summarizer.schemas.brief import Incident, Statement, ThirdPartyWarning, Threat


@in_english
def _run(item: Incident | Statement | Threat | ThirdPartyWarning, items: Items) -> Iterator[Found]:
    if isinstance(item, declared.Incident):
        told, code, field = item.words, "reader_may_be_addressed", "words"
    else:
        told, code, field = (*item.cue, *item.content), "addresses_reader", ""
    if told and all(is_addressed(quote, items.document) for quote in told):
        yield Found(code, field, told)


ADDRESSING = Check(
    name="addressing",
    reason="What asks, bids or invites its reader tells of nothing.",
    applies_to=("incident", "statement", "threat", "warning"),
    codes={
        "addresses_reader": Code("reject", "The article asks or bids its reader here, and tells nothing."),
        "reader_may_be_addressed": Code(
            "warn", "The words for the act stand where the article asks or bids its reader."
        ),
    },
    run=_run,
)
