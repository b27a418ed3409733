"""Time to read, verify and render a long article with many items: `python benchmarks/long_article.py [--characters N] [--items N]`.

The article and its draft are generated: invented events, each in a paragraph of its own, between paragraphs of other news.
"""

import argparse
import itertools
import time

from summarizer import Document, Draft, render, verify
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Actor, Casualty, Incident, Statement, Target, Threat

TARGET = 1.0
"""Seconds that verification of 500,000 characters with 300 items may take."""
FIRST = (
    "Ald",
    "Bel",
    "Cor",
    "Dun",
    "Erl",
    "Fen",
    "Gar",
    "Hol",
    "Ing",
    "Jor",
    "Kel",
    "Lor",
    "Mor",
    "Nev",
    "Orl",
    "Pell",
)
LAST = ("mere", "wick", "stead", "ford", "combe", "gate", "holm", "march", "well", "bury", "thorpe", "haven")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OTHER_NEWS = (
    "The council spoke of the roads and put the matter off until the harvest is in.",
    "Prices of flour and lamp oil rose a little in the markets of the coast, traders said.",
    "A new bridge is to be opened in the spring, and the old ferry will be sold.",
    "The school choir sang in the square, and the mayor gave out the prizes.",
    "Rain is expected in the hills, with wind from the west towards the evening.",
)
PER_EVENT = 5
"""Items of one event: an actor, an incident, two statements, a threat."""


def generated(characters: int, items: int) -> tuple[str, Draft]:
    """An article of about this length, and a draft with this many items."""
    events = max(items // PER_EVENT, 1)
    filler = max(characters // events - 420, 0)
    towns = [f"{first}{last}" for first, last in itertools.product(FIRST, LAST)]
    paragraphs: list[str] = []
    draft = Draft()
    number = 0
    for event in range(events):
        town, day = f"{towns[event % len(towns)]}{'' if event < len(towns) else event}", DAYS[event % len(DAYS)]
        told = (
            f"Rockets struck the grain store at {town} on {day}, killing {event % 9 + 2} guards.",
            f"The {town} Brigade claimed responsibility for the attack in a message to its followers.",
            f"“We will burn the mill at {town} if the army does not leave,” the {town} Brigade said.",
        )
        other = list(itertools.islice(itertools.cycle(OTHER_NEWS), filler // 72))
        paragraphs += [" ".join(told), *(" ".join(other[at : at + 4]) for at in range(0, len(other), 4))]
        draft = Draft.model_validate(_with_event(draft, event + 1, number + 1, town, day, str(event % 9 + 2)))
        number += len(told) + len(other)
    return "\n\n".join(paragraphs), draft


def _with_event(draft: Draft, number: int, sentence: int, town: str, day: str, dead: str) -> dict[str, object]:
    def at(step: int, text: str) -> list[Mention]:
        return [Mention(sentence=sentence + step, text=text)]

    brigade = Actor(id=number, name=at(1, f"{town} Brigade"), kind="armed_group", identity="named")
    struck = Incident(
        id=number, kind="missile_strike", words=at(0, "Rockets struck"), stage="accomplished", frame="current",
        targets=[Target(kind="thing", text=at(0, f"the grain store at {town}"))], place=at(0, town), time=at(0, day),
        weapon=at(0, "Rockets"), casualties=[Casualty(outcome="killed", count=at(0, dead), whom=at(0, "guards"), cue=at(0, "killing"))],
    )  # fmt: skip
    asserted = Statement(
        id=2 * number - 1, kind="assert", cue=at(0, "struck"), content=at(0, f"Rockets struck the grain store at {town}"),
        about=[About(incident=number, relation="outlet")],
    )  # fmt: skip
    claimed = Statement(
        id=2 * number, kind="claim", speaker=number, cue=at(1, "claimed responsibility for"), content=at(1, "the attack"),
        about=[About(incident=number, relation="perpetrator")],
    )  # fmt: skip
    threat = Threat(
        id=number, issuer=number, cue=at(2, "said"), content=at(2, f"We will burn the mill at {town} if the army does not leave"),
        targets=[Target(kind="thing", text=at(2, f"the mill at {town}"))], action=at(2, "burn the mill"),
        condition=at(2, "if the army does not leave"), form="explicit", status="current",
    )  # fmt: skip
    return {
        "actors": (*draft.actors, brigade),
        "incidents": (*draft.incidents, struck),
        "statements": (*draft.statements, asserted, claimed),
        "threats": (*draft.threats, threat),
        "warnings": (),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=500_000)
    parser.add_argument("--items", type=int, default=300)
    arguments = parser.parse_args()
    text, draft = generated(arguments.characters, arguments.items)
    before = time.perf_counter()
    document = Document.from_text(text)
    read = time.perf_counter()
    brief = verify(draft, document)
    verified = time.perf_counter()
    render(brief, document)
    rendered = time.perf_counter()
    kept = sum(outcome.disposition == "kept" for outcome in brief.audit.outcomes)
    print(
        f"{len(text):,} characters, {len(document.sentences):,} sentences, {len(brief.audit.outcomes)} items, {kept} kept"
    )
    print(f"Document.from_text {read - before:7.2f} s")
    print(f"verify             {verified - read:7.2f} s  target {TARGET} s")
    print(f"render text        {rendered - verified:7.2f} s")


if __name__ == "__main__":
    main()
