"""Many short articles, all invented, and a model that reads each of them: what goes through many at once is tested with."""

import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from summarizer.model import ModelSettings
from tests.fault_server import FaultServer, Reply, answer_in_lines

TOLD = re.compile(r"burn the (\d+) mills")
Character = Callable[[int, int], Reply | None]
"""How the endpoint takes an article: from its number, and which request about it this is; None: it answers well."""


def told(number: int, more: str = "") -> str:
    """An article that threatens something, with its number in its words."""
    return f"The Karsk Guard threatened on Monday to burn the {number} mills of Orvane. Nobody was hurt.{more}"


def draft(number: int, words: str = "") -> str:
    """What a model finds in it; other words than the article's are dropped, and asked for again."""
    actor = {
        "id": 1,
        "name": [{"sentence": 1, "text": "The Karsk Guard"}],
        "kind": "armed_group",
        "identity": "named",
    }
    threat = {
        "id": 1,
        "issuer": 1,
        "content": [{"sentence": 1, "text": words or f"to burn the {number} mills of Orvane"}],
        "cue": [{"sentence": 1, "text": "threatened"}],
        "form": "explicit",
        "status": "current",
    }
    return json.dumps({"actors": [actor], "threats": [threat]})


def number_in(body: dict[str, Any]) -> int:
    """Which article a request is about."""
    found = TOLD.search(json.dumps(body["messages"]))
    assert found
    return int(found[1])


class Reading:
    """An endpoint that reads these articles, and counts.

    Attributes:
        asked: requests about each article.
        most: how many were in flight at once, as far as the endpoint can be sure.
    """

    def __init__(self, character: Character = lambda *_: None, wait: float = 0.0) -> None:
        self.character, self.wait = character, wait
        self.asked: Counter[int] = Counter()
        self.most = 0
        self._ends: list[float] = []
        self._counting = threading.Lock()

    def __call__(self, body: dict[str, Any], _: dict[str, str]) -> Reply:
        """Answer one request."""
        number, now = number_in(body), time.monotonic()
        with self._counting:
            self.asked[number] += 1
            self._ends = [end for end in self._ends if end > now] + [now + self.wait]
            self.most = max(self.most, len(self._ends))
            time_of_it = self.asked[number]
        reply = self.character(number, time_of_it)
        return reply or answer_in_lines(draft(number), wait=self.wait)


def files(folder: Path, numbers: Sequence[int]) -> list[Path]:
    """The articles of these numbers, as files in the order of their names."""
    folder.mkdir(exist_ok=True, parents=True)
    paths = [folder / f"{number:05}.txt" for number in numbers]
    for path, number in zip(paths, numbers, strict=True):
        path.write_text(told(number), encoding="utf-8")
    return paths


def the_model(server: FaultServer, **more: Any) -> ModelSettings:
    """The model behind a server, asked as few times as may be."""
    return ModelSettings(**{"model": "m", "base_url": server.url, "api_key": "none", "transport_attempts": 2} | more)
