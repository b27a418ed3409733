"""The smallest article with an attack in it, and a model's answer to it, for tests that are about neither."""

import json
from typing import Any

ARTICLE = "Riders burned a mill at Dolvac on Monday."


def draft(stage: str = "accomplished", kind: str = "assert", **more: Any) -> str:
    """An answer with one arson that the article itself states; `more` goes into the incident."""
    whole = [{"sentence": 1, "text": ARTICLE}]
    incident = {
        "id": 1,
        "kind": "arson",
        "words": [{"sentence": 1, "text": "burned"}],
        "stage": stage,
        "frame": "current",
        "targets": [{"kind": "thing", "text": [{"sentence": 1, "text": "a mill"}]}],
    }
    says = {"id": 2, "kind": kind, "speaker": None, "content": whole, "about": [{"incident": 1, "relation": "outlet"}]}
    return json.dumps(
        {"actors": [], "incidents": [incident | more], "statements": [says], "threats": [], "warnings": []}
    )
