"""Where the editor's words and ours differ in name only, and why they mean the same; everything else is compared as it stands."""

from collections.abc import Iterable
from typing import NamedTuple


class Means(NamedTuple):
    """One word of the editor's."""

    editors: str
    ours: tuple[str, ...]
    why: str


OCCURRENCES = (
    Means("withdrawn", ("retracted",), "who claimed it took the claim back: ours is retracted"),
    Means("retracted", ("withdrawn",), "the outlet withdrew its own story: ours is withdrawn"),
    Means(
        "unverified", ("possible", "reported"), "somebody tells it, nobody vouches for it; ours has no word of its own"
    ),
)
ATTRIBUTIONS = (
    Means("contested", ("rival_accusations",), "each side names the other"),
    Means("acknowledged", ("claimed", "claimed_corroborated"), "a state's word for its own act is a claim in ours"),
)
KINDS = (
    Means("missile_intercepted", ("missile_strike, intercepted",), "ours tells kind and stage apart"),
    Means(
        "foiled_plot",
        ("bombing, foiled", "bombing, planned"),
        "the same; of the one plot of the week, to bomb a station",
    ),
)
STATEMENTS = (
    Means("confirm", ("confirm", "assert"), "an editor's for whoever vouches by own knowledge; ours asks for the word"),
    Means("deny", ("deny_occurrence", "deny_responsibility", "dispute"), "ours tells apart what is denied"),
    Means("claim", ("claim", "acknowledge"), "ours tells apart who boasts and who admits"),
)
FACETS = (Means("occurrence", ("happened",), "the same"),)
FOLLOW_UPS = (
    Means("death_of_wounded", ("death",), "the same"),
    Means("claim_withdrawn", ("withdrawal",), "ours has one kind for a claim and for a report that is taken back"),
    Means("power restored", ("repair",), "what the editor notes under other"),
    Means("two freed, nine still held", ("release",), "what the editor notes under other"),
    Means("article retracted", ("withdrawal",), "what the editor notes under other"),
)
CHANGES = (
    Means("confirmed", ("said confirm", "said assert"), "as of statements"),
    Means("asserted", ("said assert",), "the same"),
    Means("rumoured", ("said assert",), "as of statements: a rumour is told by somebody"),
    Means("foiled", ("said assert",), "as of statements: an authority tells that it foiled it"),
    Means("claimed", ("said claim", "said acknowledge"), "as of statements"),
    Means("disputed", ("said dispute", "said deny_occurrence", "said deny_responsibility"), "as of statements"),
    Means("denied", ("said dispute", "said deny_occurrence", "said deny_responsibility"), "as of statements"),
    Means("toll_up", ("toll_up killed",), "ours tells which harm"),
    Means("toll_down", ("toll_down killed",), "ours tells which harm"),
    Means("withdrawn", ("withdrawn retract",), "the same"),
    Means("retracted", ("withdrawn retract",), "the same"),
    Means("funeral", ("follow_up funeral",), "ours tells what came of it as one sort of change"),
    Means("arrest", ("follow_up arrest",), "the same"),
    Means("trial_date", ("follow_up trial",), "the same"),
    Means("power_restored", ("follow_up repair",), "the same"),
    Means("two_freed", ("follow_up release",), "the same"),
    Means("correction", ("follow_up correction",), "the same"),
)
QUESTIONS = (Means("unverified_claim", ("unverified",), "the same"),)


def ours_for(table: Iterable[Means], word: str, *also: str) -> set[str]:
    """Our words for a word of the editor's and for what is also acceptable; a word that the table lacks means itself."""
    known = {each.editors: each.ours for each in table}
    return {ours for each in (word, *also) for ours in known.get(each, (each,))}


SURE_AUTHOR = frozenset({"established", "reported_as_fact", "claimed_corroborated"})
"""Attributions that leave no doubt who did it."""
