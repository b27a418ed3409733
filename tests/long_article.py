"""A long article of invented events, and an endpoint that reads each window as told: no item more, none less.

Every event has a place of its own, so that what a brief holds of it can be counted by name.
"""

import json
import random
import re
from dataclasses import dataclass, field
from typing import Any

from tests.fault_server import Reply, answer

GROUPS = {"Varrow Front": "VF", "Ostrel Brigade": "OB", "League of Tarn": "LT"}
"""Each group's name, which stands once in the first paragraph, and its acronym."""
FILLER = (
    "The river stood high that week and the ferries were late.",
    "Traders said that the price of salt had hardly moved since the spring.",
    "A school choir sang in the old hall, and the rain did not keep people away.",
    "The council of the valley met twice and spoke about the new road.",
    "Farmers hope for a dry month, since much of the barley is still out.",
)
SENTENCE = re.compile(r"^(\d+): (?:¶ )?(.+)$", re.MULTILINE)
RECORDED = re.compile(r"^(actor|incident|threat) (\d+): (.+)$", re.MULTILINE)
BOMB = re.compile(r"A bomb went off at the mill in (\w+) on Monday\.")
CLAIM = re.compile(r"(\w+) claimed responsibility for the bomb in (\w+)\.")
THREAT = re.compile(r"(\w+) said that it will burn the bridge at (\w+)\.")


def place(number: int) -> str:
    """An invented name, another for each number."""
    heads, middles, tails = (
        ("Dor", "Ulm", "Bresk", "Ny", "Tav"),
        ("a", "e", "o", "i", "u"),
        ("vik", "dal", "mir", "sund"),
    )
    number, tail = divmod(number, len(tails))
    number, middle = divmod(number, len(middles))
    rest, head = divmod(number, len(heads))
    return heads[head] + middles[middle] + tails[tail] + "es" * rest


@dataclass(frozen=True)
class LongArticle:
    """An article of about so many characters, and the places of what was planted in it.

    `paragraphs` False runs everything together in one paragraph, so that only sentences can be cut at.
    """

    text: str
    bombs: list[str] = field(default_factory=list)
    threats: list[str] = field(default_factory=list)


def long_article(size: int, *, paragraphs: bool = True) -> LongArticle:
    """Bombs, each claimed by a group's acronym, every third followed by a threat, between sentences of no interest."""
    chance = random.Random(7)  # noqa: S311  # the same article every time
    names = ", ".join(f"the {name} ({acronym})" for name, acronym in GROUPS.items())
    sentences = [f"Three groups are at odds in the valley: {names}."]
    bombs: list[str] = []
    threats: list[str] = []
    while sum(map(len, sentences)) < size:
        where, who = place(len(bombs)), chance.choice(list(GROUPS.values()))
        bombs.append(where)
        sentences.append(f"A bomb went off at the mill in {where} on Monday.")
        sentences += chance.sample(FILLER, chance.randrange(3))
        sentences.append(f"{who} claimed responsibility for the bomb in {where}.")
        if len(bombs) % 3 == 0:
            threats.append(where)
            sentences.append(f"{who} said that it will burn the bridge at {where}.")
        sentences += chance.choices(FILLER, k=chance.randrange(12))
    return LongArticle(("\n\n" if paragraphs else " ").join(sentences) + "\n", bombs, threats)


# --- the reader -----------------------------------------------------------------------------------


def read(body: dict[str, Any], _: dict[str, str]) -> Reply:
    """The answer to one request: everything of interest in its sentences, repeated ones too."""
    return answer(json.dumps(Reader(body["messages"][-1]["content"]).draft()), prompt_tokens=20_000)


@dataclass
class Reader:
    """Reads the sentences of one request; refers to what it is told of by id, and numbers its own items from 1."""

    request: str

    def draft(self) -> dict[str, list[Any]]:
        """The answer."""
        draft: dict[str, list[Any]] = {
            kind: [] for kind in ("actors", "incidents", "statements", "threats", "warnings")
        }
        told = {(kind, words): int(number) for kind, number, words in RECORDED.findall(self.request)}
        actors: dict[str, int] = {}
        incidents: dict[str, int] = {}
        for (kind, words), number in told.items():
            quoted = re.findall("“(.+?)”", words)
            if kind == "actor":
                actors |= dict.fromkeys(quoted, number)
            elif kind == "incident":
                incidents[quoted[1].rpartition(" ")[2]] = number

        for number, words in SENTENCE.findall(self.request):
            at = _mentions(int(number))
            for name, acronym in GROUPS.items():
                if f"{name} ({acronym})" in words:
                    draft["actors"].append(
                        {"id": len(draft["actors"]) + 1, "name": at(name), "aliases": at(acronym),
                         "kind": "armed_group", "identity": "named"}
                    )  # fmt: skip
                    actors[acronym] = len(draft["actors"])
            if found := BOMB.fullmatch(words):
                draft["incidents"].append(_incident(len(draft["incidents"]) + 1, found[1], at))
                incidents[found[1]] = len(draft["incidents"])
                draft["statements"].append(_assertion(len(draft["statements"]) + 1, incidents[found[1]], at, words))
            if found := CLAIM.fullmatch(words):
                who = actors[found[1]]
                draft["statements"].append(_claim(len(draft["statements"]) + 1, who, found, incidents[found[2]], at))
            if found := THREAT.fullmatch(words):
                draft["threats"].append(_threat(len(draft["threats"]) + 1, actors[found[1]], found[2], at))
        return draft


def _mentions(number: int) -> Any:
    return lambda *texts: [{"sentence": number, "text": text} for text in texts]


def _incident(number: int, where: str, at: Any) -> dict[str, Any]:
    return {
        "id": number,
        "kind": "bombing",
        "words": at("bomb went off"),
        "stage": "accomplished",
        "frame": "current",
        "targets": [{"kind": "thing", "text": at(f"the mill in {where}")}],
        "place": at(where),
        "time": at("Monday"),
    }


def _assertion(number: int, incident: int, at: Any, words: str) -> dict[str, Any]:
    return {
        "id": number,
        "kind": "assert",
        "cue": at("went off"),
        "content": at(words),
        "about": [{"incident": incident, "relation": "outlet"}],
    }


def _claim(number: int, who: int, found: re.Match[str], incident: int, at: Any) -> dict[str, Any]:
    return {
        "id": number,
        "kind": "claim",
        "speaker": who,
        "cue": at("claimed responsibility for"),
        "content": at(f"the bomb in {found[2]}"),
        "about": [{"incident": incident, "relation": "perpetrator", "evidence": at("claimed responsibility")}],
        "whom": [who],
    }


def _threat(number: int, who: int, where: str, at: Any) -> dict[str, Any]:
    return {
        "id": number,
        "issuer": who,
        "cue": at("said"),
        "content": at(f"it will burn the bridge at {where}"),
        "targets": [{"kind": "thing", "text": at(f"the bridge at {where}")}],
        "action": at("burn"),
        "form": "explicit",
        "status": "current",
    }
