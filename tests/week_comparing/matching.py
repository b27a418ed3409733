"""Which of our incidents and threats is which of the editor's: by the articles that tell it, one to one."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TypeVar

from summarizer.schemas.digest import DigestIncident, DigestStatement, DigestThreat
from tests.week_comparing.naming import same_name, shared, words
from tests.week_comparing.week import Entry, Week

Ours = TypeVar("Ours", DigestIncident, DigestThreat)


def told_in(entry: Entry) -> set[str]:
    """Every article in which an incident may stand."""
    return {*entry["articles"], *came_in(entry), *entry["background_in"]}


def came_in(entry: Entry) -> set[str]:
    """The articles that tell what came of it."""
    return {each["article"] for each in entry["follow_ups"]}


def threatened_in(entry: Entry) -> set[str]:
    """Every article that the editor names for a threat."""
    later = chain.from_iterable(entry[f"{what}_in"] for what in ("restated", "escalated", "withdrawn", "carried_out"))
    return {entry["first"]["article"], *entry["first"].get("copies", ()), *later}


def incidents(week: Week) -> Mapping[str, DigestIncident]:
    """Our incident by the editor's name for it."""
    return _one_to_one(
        {
            (entry["name"], number): (_overlap(week, entry, ours), _words_in_common(entry, ours))
            for entry in week.editors["incidents"]
            for number, ours in enumerate(week.ours)
            if not week.names(ours.told_in).isdisjoint(entry["articles"])
        },
        week.ours,
    )


def _overlap(week: Week, entry: Entry, ours: DigestIncident) -> float:
    """The share of articles in both among those in either, passing mention apart."""
    told = week.names(ours.told_in) - set(entry["background_in"])
    wanted = told_in(entry) - set(entry["background_in"])
    return len(told & wanted) / len(told | wanted)


def _words_in_common(entry: Entry, ours: DigestIncident) -> int:
    cites = (*ours.words, *ours.place, *chain.from_iterable(ours.targets))
    told = " ".join((entry["name"], *entry["place"], *entry["targets"]))
    return shared(words(told), words(" ".join((ours.kind, *(each.text for each in cites)))))


def threats(week: Week) -> Mapping[str, DigestThreat]:
    """Our threat by the editor's name for it; the same party must make it."""
    ours = week.digest.threats
    return _one_to_one(
        {
            (entry["name"], number): (len(week.names(threat.told_in) & threatened_in(entry)), _aimed(entry, threat))
            for entry in week.editors["threats"]
            for number, threat in enumerate(ours)
            if not week.names(threat.told_in).isdisjoint(threatened_in(entry))
            and any(issues(threat, who) for who in entry["issuer"])
        },
        ours,
    )


def issues(threat: DigestThreat, who: str) -> bool:
    """Whether somebody makes a threat, or it is made for them."""
    return any(same_name(who, name) for name in (threat.issuer, *threat.of))


def _aimed(entry: Entry, threat: DigestThreat) -> int:
    aimed = " ".join(cite.text for target in threat.targets for cite in target)
    return shared(words(" ".join(entry["targets"])), words(aimed))


def _one_to_one(scores: Mapping[tuple[str, int], tuple[float, int]], ours: Sequence[Ours]) -> dict[str, Ours]:
    """The likest first; each once."""
    found: dict[str, Ours] = {}
    taken: set[int] = set()
    for name, number in sorted(scores, key=lambda pair: (scores[pair], -pair[1]), reverse=True):
        if name not in found and number not in taken:
            found[name] = ours[number]
            taken.add(number)
    return found


def speaks(week: Week, who: str, said: DigestStatement) -> bool:
    """Whether a statement is by whom the editor means; an outlet's own word, and what its people saw, is in its own voice."""
    if said.speaker:
        return same_name(who, said.speaker, said.of)
    if who == OWN_REPORTER:
        return True
    return any(
        outlet in who or SHORT.get(outlet, outlet) in who
        for outlet in {week.outlets[name] for name in week.names(said.carried_by)}
    )


OWN_REPORTER = "own reporter"
SHORT = {"Halcyon Press Agency": "HPA", "Transcontinental Wire Service": "TWS"}
"""What the editor calls outlets for short."""
