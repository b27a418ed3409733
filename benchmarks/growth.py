"""What doubling an article or a draft costs: `python benchmarks/growth.py [--sizes N]`.

Each row is a way to grow: stories that the offline coder reads, of so many characters, and drafts that are verified, of so
many items. Each column doubles the one before; the last says by which power of its size the time has grown. Times are
processor time of coding, or of verification, and of the page.
"""

import argparse
import math
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from summarizer import Document, render
from summarizer.conflict.coder import code
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Actor, Affiliation, Draft, Incident, Statement, Target, Threat
from summarizer.verification import verify

Story = Callable[[int], str]
Proposed = tuple[Document, Draft]

EXAMPLE = Path(__file__).parent.parent / "seeds" / "000_7b84bdcd6d97ee1e.txt"
FEWEST_CHARACTERS, FEWEST_ITEMS = 25_000, 75


def place(number: int) -> str:
    """An invented name, another for each number."""
    heads, middles, tails = ("Dor", "Ulm", "Bresk", "Ny", "Tav"), "aeiou", ("vik", "dal", "mir", "sund")
    number, tail = divmod(number, len(tails))
    number, middle = divmod(number, len(middles))
    rest, head = divmod(number, len(heads))
    return heads[head] + middles[middle] + tails[tail] + "es" * rest


# --- stories -----------------------------------------------------------------------------------------


def repeated(story: str, between: str = "\n\n") -> Story:
    """The same story again and again."""
    return lambda size: ((story.strip() + between) * (size // len(story) + 1))[:size]


def varied(line: str) -> Story:
    """A line again and again, each time of another place."""

    def made(size: int) -> str:
        lines: list[str] = []
        length = 0
        for number in count():
            lines.append(line.format(place=place(number)))
            length += len(lines[-1]) + 2
            if length >= size:
                return "\n\n".join(lines)
        raise AssertionError("counting ends nowhere")

    return made


STORIES: dict[str, Story] = {
    "the example article repeated": repeated(EXAMPLE.read_text(encoding="utf-8")),
    "one line repeated": repeated("Riders burned a mill at Dolvac on Monday."),
    "one line repeated, one paragraph": repeated("Riders burned a mill at Dolvac on Monday.", " "),
    "a claimed attack on each place": varied(
        "A bomb killed three people in {place} on Monday. The {place} Front claimed responsibility for the attack."
    ),
    "an attack and a denial by each of many": varied(
        "The {place} Brigade of the {place}es Front said that it shelled {place} on Monday. It denied that it bombed {place}."
    ),
    "a threat by each of many": varied(
        "“We will burn the mill at {place} and kill the guards there,” said Jan {place}. “They must leave {place} now or die.”"
    ),
}


# --- drafts ------------------------------------------------------------------------------------------


def _at(sentence: int, words: str) -> tuple[Mention, ...]:
    return (Mention(sentence=sentence, text=words),)


def _actor(number: int, name: str, sentence: int, *bodies: int) -> Actor:
    links = tuple(Affiliation(actor=body) for body in bodies)
    return Actor(id=number, name=_at(sentence, name), kind="armed_group", identity="named", affiliations=links)


def _burned(number: int, sentence: int, where: str, *sums: int) -> Incident:
    mill = Target(kind="thing", text=_at(sentence, f"the mill at {where}"))
    return Incident(
        id=number, kind="arson", words=_at(sentence, "burned"), stage="accomplished", frame="current", targets=(mill,),
        summarises=sums,
    )  # fmt: skip


def _claims(number: int) -> Statement:
    said = _at(number, f"it burned the mill at {place(number)}")
    about = (About(incident=1, relation="perpetrator"),)
    return Statement(id=number, kind="claim", speaker=number, cue=_at(number, "said"), content=said, about=about)


def _claimed(size: int) -> Document:
    lines = (f"The {place(n)} Front said that it burned the mill at {place(n)} on Monday." for n in range(1, size + 1))
    return Document.from_text("\n\n".join(lines))


def chained(size: int) -> Proposed:
    """Actors each of which belongs to the next, and a claim of each."""
    actors = [_actor(n, f"{place(n)} Front", n, *([n + 1] if n < size else [])) for n in range(1, size + 1)]
    claims = [_claims(n) for n in range(1, size + 1)]
    return _claimed(size), Draft(actors=actors, incidents=[_burned(1, 1, place(1))], statements=claims)


def twins(size: int) -> Proposed:
    """The same, where the first half of the chain bears the names of the second."""
    half = size // 2
    names = [(n - 1) % half + 1 for n in range(1, size + 1)]
    actors = [
        _actor(n, f"{place(name)} Front", name, *([n + 1] if n % half else [])) for n, name in enumerate(names, start=1)
    ]
    document, draft = chained(size)
    return document, draft.model_copy(update={"actors": tuple(actors)})


def sums(size: int) -> Proposed:
    """Incidents each of which sums up all others."""
    numbers = range(1, size + 1)
    document = Document.from_text("\n\n".join(f"Riders burned the mill at {place(n)} on Monday." for n in numbers))
    burned = [_burned(n, n, place(n), *(other for other in numbers if other != n)) for n in numbers]
    told = [
        Statement(
            id=n, kind="assert", cue=_at(n, "burned"), content=_at(n, f"Riders burned the mill at {place(n)}"),
            about=(About(incident=n, relation="outlet"),),
        )
        for n in numbers
    ]  # fmt: skip
    return document, Draft(incidents=burned, statements=told)


def retold(size: int) -> Proposed:
    """Threats each of which tells the next one again, each of an issuer of its own."""
    numbers = range(1, size + 1)
    lines = [f"The {place(n)} Front said that it will burn the mill at {place(n)}." for n in numbers]
    actors = [_actor(n, f"{place(n)} Front", n) for n in numbers]
    threats = [
        Threat(
            id=n, issuer=n, cue=_at(n, "said"), content=_at(n, f"it will burn the mill at {place(n)}"), form="explicit",
            action=_at(n, "burn"), status="current", restates=n + 1 if n < size else None,
        )
        for n in numbers
    ]  # fmt: skip
    return Document.from_text("\n\n".join(lines)), Draft(actors=actors, threats=threats)


DRAFTS: dict[str, Callable[[int], Proposed]] = {
    "chained actors, a claim of each": chained,
    "chained actors, half of them twins": twins,
    "incidents that sum each other up": sums,
    "threats that tell the next again": retold,
}


# --- the table ---------------------------------------------------------------------------------------


def seconds_of(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    before = time.process_time()
    work()
    return time.process_time() - before


def coded(story: Story, size: int) -> float:
    """Seconds that the coder takes for a story."""
    document = Document.from_text(story(size))
    return seconds_of(lambda: code(document))


def verified(proposed: Callable[[int], Proposed], size: int) -> float:
    """Seconds that verification of a draft takes, and the page of it."""
    document, draft = proposed(size)
    return seconds_of(lambda: render(verify(draft, document), document))


def row(name: str, seconds: list[float]) -> str:
    """A line of the table."""
    power = math.log2(seconds[-1] / seconds[-2])
    return f"{name:42}{''.join(f'{each:9.2f}' for each in seconds)}   {power:5.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, default=3, help="how many sizes, each twice the one before (3)")
    sizes = range(parser.parse_args().sizes)
    code(Document.from_text("Riders burned a mill."))  # the lexicons are read once
    for unit, fewest in (("characters", FEWEST_CHARACTERS), ("items", FEWEST_ITEMS)):
        print(f"{unit:42}{''.join(f'{fewest << step:9,}' for step in sizes)}   power")
        if unit == "characters":
            for name, story in STORIES.items():
                print(row(name, [coded(story, fewest << step) for step in sizes]))
        else:
            for name, proposed in DRAFTS.items():
                print(row(name, [verified(proposed, fewest << step) for step in sizes]))


if __name__ == "__main__":
    main()
