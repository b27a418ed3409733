"""Descriptions: which kinds of actor pronouns and words such as \"the group\" may stand for."""

import re
from typing import get_args

from summarizer.lexicons import word_set
from summarizer.schemas.vocabulary import ActorKind

BODIES = frozenset({"armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet"})
ANYBODY = frozenset(get_args(ActorKind))
PERSONS = frozenset({"person", "official"})
MEANT: dict[str, frozenset[str]] = {
    "he": PERSONS,
    "singular_persons": PERSONS,
    "media": frozenset({"outlet"}),
    "groups": frozenset({"armed_group", "organisation", "people"}),
    "doers": frozenset({"armed_group", "people", "person"}),
    "forces": frozenset({"armed_forces", "state", "public_body"}),
    "bodies": frozenset({"state", "public_body", "organisation", "outlet", "monitor", "armed_forces"}),
    "it": BODIES | {"official"},
    "they": BODIES - {"state"} | {"people", "official"},
}
"""Tables of pronouns and descriptions, and the kinds of actor that each may stand for; others may be anybody."""


def kinds_meant(text: str) -> frozenset[str] | None:
    """The kinds of actor that a pronoun or a description may stand for; None where it is in no table."""
    folded = " ".join(text.lower().split())
    first = folded.split(" ")[0]
    for standing in (folded, _DETERMINER.sub("the ", folded), first):
        for table, kinds in MEANT.items():
            if standing in word_set("titles", table):
                return kinds
    return None


_DETERMINER = re.compile(r"\A(?:this|that|these|those|such|its|their|his|her|our)\s+(?=\w)")
