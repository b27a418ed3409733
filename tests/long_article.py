"""A long article of invented events, and an endpoint that reads each window as told: no item more, none less.

Every event has a place of its own, so that what a brief holds of it can be counted by name.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fault_server import Reply, answer_in_lines

GROUPS = {"Varrow Front": "VF", "Ostrel Brigade": "OB", "League of Tarn": "LT"}
"""Each group's name, which stands once in the first paragraph, and its acronym."""
FILLER = (
    "The river stood high that week and the ferries were late.",
    "Traders said that the price of salt had hardly moved since the spring.",
    "A school choir sang in the old hall, and the rain did not keep people away.",
    "The council of the valley met twice and spoke about the new road.",
    "Farmers hope for a dry month, since much of the barley is still out.",
)
At = Callable[..., list[dict[str, Any]]]
"""Makes mentions of these words in the sentence at hand."""
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


def long_article(size: int, *, paragraphs: bool = True, quiet: int = 100) -> LongArticle:
    """Bombs, each claimed by a group's acronym, every third followed by a threat; after some, `quiet` other sentences."""
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
        sentences += chance.choices(FILLER, k=chance.choice((0, 0, 0, quiet)))
    return LongArticle(("\n\n" if paragraphs else " ").join(sentences) + "\n", bombs, threats)


# --- the reader -----------------------------------------------------------------------------------


def read(body: dict[str, Any], _: dict[str, str]) -> Reply:
    """The answer to one request: everything of interest in its sentences, repeated ones too."""
    return answer_in_lines(json.dumps(Reader(body["messages"][-1]["content"]).draft()), prompt_tokens=20_000)


def read_forgetfully(body: dict[str, Any], _: dict[str, str]) -> Reply:
    """The same by a model that pays no heed to what it is told of: it lists everybody again, by the name that it sees."""
    return answer_in_lines(
        json.dumps(Reader(body["messages"][-1]["content"], heeds=False).draft()), prompt_tokens=20_000
    )


@dataclass
class Reader:
    """Reads the sentences of one request; refers to what it is told of by id, and numbers its own items from 1."""

    request: str
    heeds: bool = True

    actors: dict[str, int] = field(default_factory=dict)
    incidents: dict[str, int] = field(default_factory=dict)
    answer: dict[str, list[Any]] = field(
        default_factory=lambda: {kind: [] for kind in ("actors", "incidents", "statements", "threats", "warnings")}
    )

    def draft(self) -> dict[str, list[Any]]:
        """The answer."""
        for kind, number, words in RECORDED.findall(self.request) if self.heeds else ():
            quoted = re.findall("“(.+?)”", words)
            if kind == "actor":
                self.actors |= dict.fromkeys(quoted, int(number))
            elif kind == "incident":
                self.incidents[quoted[1].rpartition(" ")[2]] = int(number)
        for number, words in SENTENCE.findall(self.request):
            self._sentence(words, lambda *texts, at=int(number): [{"sentence": at, "text": text} for text in texts])
        return self.answer

    def _sentence(self, words: str, at: At) -> None:
        for name, acronym in GROUPS.items():
            if f"{name} ({acronym})" in words:
                self.actors[acronym] = self._add("actors", _actor(at(name), at(acronym)))
        if found := BOMB.fullmatch(words):
            self.incidents[found[1]] = self._add("incidents", _incident(found[1], at))
            self._add("statements", _assertion(self.incidents[found[1]], at, words))
        if found := CLAIM.fullmatch(words):
            self._add("statements", _claim(self._who(found[1], at), found[2], self.incidents.get(found[2]), at))
        if found := THREAT.fullmatch(words):
            self._add("threats", _threat(self._who(found[1], at), found[2], at))

    def _who(self, acronym: str, at: At) -> int:
        if acronym not in self.actors:
            self.actors[acronym] = self._add("actors", _actor(at(acronym), []))
        return self.actors[acronym]

    def _add(self, kind: str, item: dict[str, Any]) -> int:
        self.answer[kind].append({"id": len(self.answer[kind]) + 1} | item)
        return len(self.answer[kind])


def _actor(name: list[Any], aliases: list[Any]) -> dict[str, Any]:
    return {"name": name, "aliases": aliases, "kind": "armed_group", "identity": "named"}


def _incident(where: str, at: At) -> dict[str, Any]:
    return {
        "kind": "bombing",
        "words": at("bomb went off"),
        "stage": "accomplished",
        "frame": "current",
        "targets": [{"kind": "thing", "text": at(f"the mill in {where}")}],
        "place": at(where),
        "time": at("Monday"),
    }


def _assertion(incident: int, at: At, words: str) -> dict[str, Any]:
    return {
        "kind": "assert",
        "cue": at("went off"),
        "content": at(words),
        "about": [{"incident": incident, "relation": "outlet"}],
    }


def _claim(who: int, where: str, incident: int | None, at: At) -> dict[str, Any]:
    return {
        "kind": "claim",
        "speaker": who,
        "cue": at("claimed responsibility for"),
        "content": at(f"the bomb in {where}"),
        "about": [] if incident is None else [{"incident": incident, "relation": "perpetrator"}],
        "whom": [who],
    }


def _threat(who: int, where: str, at: At) -> dict[str, Any]:
    return {
        "issuer": who,
        "cue": at("said"),
        "content": at(f"it will burn the bridge at {where}"),
        "targets": [{"kind": "thing", "text": at(f"the bridge at {where}")}],
        "action": at("burn"),
        "form": "explicit",
        "status": "current",
    }
