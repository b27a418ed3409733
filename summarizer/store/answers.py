"""An answer ↔ a row of the store."""

import zlib
from typing import Any

from summarizer.documents.characters import SURROGATE
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.store.finished import packed, unpacked

SHORT = 1000
"""Characters up to which an answer is kept as it is; a longer one is compressed."""

_COLUMNS = (
    "model, endpoint, profile, rung, requests, prompt_tokens, completion_tokens, cached_tokens, seconds, service_tier,"
    " cut_off, text"
)
FIND = f"SELECT {_COLUMNS} FROM answers WHERE key = ?"
EACH = f"SELECT key, kept_at, {_COLUMNS} FROM answers WHERE id BETWEEN ? AND ?"
KEEP = f"INSERT OR IGNORE INTO answers (key, kept_at, {_COLUMNS}) VALUES ({', '.join('?' * 14)})"


def is_whole(row: tuple[Any, ...]) -> bool:
    """Whether a row of `EACH` holds an answer."""
    try:
        answer(row[2:])
    except (zlib.error, ValueError, TypeError):
        return False
    return True


def row(key: str, answer: KeptAnswer, now: str) -> tuple[Any, ...]:
    """The values of `KEEP`."""
    plain = len(answer.text) <= SHORT and not SURROGATE.search(answer.text)
    tokens = answer.tokens
    return (
        key,
        now,
        answer.model,
        answer.endpoint,
        answer.profile,
        answer.rung,
        answer.requests,
        tokens.prompt,
        tokens.completion,
        tokens.cached,
        answer.seconds,
        answer.service_tier,
        int(answer.cut_off),
        answer.text if plain else packed(answer.text),
    )


def answer(row: tuple[Any, ...]) -> KeptAnswer:
    """The answer of a row of `FIND`."""
    model, endpoint, profile, rung, requests, prompt, completion, cached, seconds, tier, cut_off, text = row
    return KeptAnswer(
        text=text if isinstance(text, str) else unpacked(text),
        model=model,
        endpoint=endpoint,
        profile=profile,
        rung=rung,
        requests=requests,
        tokens=Tokens(prompt=prompt, completion=completion, cached=cached),
        seconds=seconds,
        service_tier=tier,
        cut_off=bool(cut_off),
    )
