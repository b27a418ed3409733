"""CPU that our layer adds to one request, beyond openai's and instructor's own. Run: python benchmarks/model_overhead.py

The same request, warm, answered in the process: by the openai client alone, by instructor as its documentation uses
it, by instructor with a response model that was prepared once, and by `summarizer.model.ask`. Milliseconds of processor time, median of rounds that alternate between them.
"""

import asyncio
import json
import statistics
import time
from typing import TYPE_CHECKING

import httpx2
import instructor
import openai

from summarizer.model import ModelSettings, ask
from summarizer.model.strict import schema_of
from summarizer.schemas.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

ROUNDS, CALLS = 25, 10
MENTION = {"sentence": 3, "text": "Riders burned a mill near Ostrava Gate"}
ACTOR = {"kind": "armed_group", "identity": "named", "name": [MENTION], "aliases": [MENTION], "affiliations": []}
STATEMENT = {
    "kind": "claim",
    "speaker": 1,
    "cue": [MENTION],
    "content": [MENTION],
    "about": [{"incident": 1, "relation": "other"}],
}
ANSWER = json.dumps(
    {
        "actors": [{"id": number, **ACTOR} for number in range(1, 13)],
        "statements": [{"id": number, **STATEMENT} for number in range(1, 13)],
    }
)
MESSAGES = [
    {"role": "system", "content": "Point, never write. " * 400},
    {"role": "user", "content": "1: Riders burned a mill near Ostrava Gate, villagers said.\n" * 100},
]
FORMAT = {"type": "json_schema", "json_schema": {"name": "draft", "strict": True, "schema": schema_of(Draft)}}
COMPLETION = {
    "id": "1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": ANSWER}}],
    "usage": {"prompt_tokens": 4000, "completion_tokens": 900, "total_tokens": 4900},
}


async def measure() -> dict[str, float]:
    """Median milliseconds of processor time per request, by who makes it."""
    transport = httpx2.MockTransport(lambda _request: httpx2.Response(200, json=COMPLETION))
    client = openai.AsyncOpenAI(
        api_key="none",
        base_url="http://endpoint.test/v1",
        max_retries=0,
        http_client=httpx2.AsyncClient(transport=transport),
    )
    structured = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
    settings = ModelSettings("m", "http://endpoint.test/v1")

    async def by_openai() -> object:
        completion = await client.chat.completions.create(messages=MESSAGES, model="m", response_format=FORMAT)
        return Draft.model_validate_json(completion.choices[0].message.content)

    async def by_instructor() -> object:
        return await structured.create(messages=MESSAGES, model="m", response_model=Draft, max_retries=2)

    prepared = instructor.openai_schema(Draft)

    async def by_prepared() -> object:
        return await structured.create(messages=MESSAGES, model="m", response_model=prepared, max_retries=2)

    async def by_us() -> object:
        return await ask(MESSAGES, settings, response_model=Draft, client=client)

    makers: dict[str, Callable[[], Awaitable[object]]] = {
        "openai alone": by_openai,
        "openai + instructor": by_instructor,
        "the same, prepared": by_prepared,
        "summarizer.model": by_us,
    }
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(ROUNDS):
        for name, make in makers.items():
            started = time.process_time()
            for _ in range(CALLS):
                await make()
            times[name].append((time.process_time() - started) * 1000 / CALLS)
    await client.close()
    return {name: statistics.median(spent[1:]) for name, spent in times.items()}


if __name__ == "__main__":
    figures = asyncio.run(measure())
    for name, milliseconds in figures.items():
        print(f"{name:22} {milliseconds:7.2f} ms")
    for name in ("openai + instructor", "the same, prepared"):
        print(f"ours beyond {name}: {figures['summarizer.model'] - figures[name]:.2f} ms (target 3)")
