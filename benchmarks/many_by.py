"""One run of `benchmarks/many.py`, as a process of its own: `many_by.py WHO URL ARTICLES JOBS [MORE]`; prints what it made."""

import asyncio
import json
import sys
from pathlib import Path

from many_articles import articles


async def ours(url: str, count: int, jobs: int, processes: str, store: str = "") -> int:
    """Our `corpus`; without an address the coder reads."""
    from summarizer.engine.corpus import corpus

    asked = {"model": "m", "base_url": url} if url else {}
    made = 0
    outcomes = corpus(articles(count), jobs=jobs, processes=int(processes), store=store or None, **asked)
    async for outcome in outcomes:
        if outcome.error is not None:
            raise outcome.error
        made += 1
    return made


async def bare(url: str, count: int, jobs: int, request: str) -> int:
    """The openai client with the same request, and the answer read as JSON: the least that there is to do."""
    import openai

    body = json.loads(Path(request).read_text(encoding="utf-8"))
    turns = asyncio.Semaphore(jobs)

    async def one(client: openai.AsyncOpenAI, text: str) -> int:
        async with turns:
            messages = [*body["messages"], {"role": "user", "content": text}]
            completion = await client.chat.completions.create(**{**body, "messages": messages})
            return bool(json.loads(completion.choices[0].message.content or "")["lines"])

    async with openai.AsyncOpenAI(api_key="none", base_url=url, max_retries=0) as client:
        return sum(await asyncio.gather(*(one(client, text) for text in articles(count))))


def langextract(url: str, count: int, jobs: int) -> int:
    """langextract with the settings that are its best for articles of 3 kB: one request an article, all in one batch."""
    import langextract as lx
    from langextract import data, factory

    model = factory.create_model(
        factory.ModelConfig(
            model_id="gpt-4o-mini",
            provider="OpenAILanguageModel",
            provider_kwargs={"api_key": "none", "base_url": f"{url}/langextract", "max_workers": jobs},
        )
    )
    example = data.ExampleData(
        text="Raiders from Ostrava burned a mill on Friday, villagers said.",
        extractions=[
            data.Extraction("actor", "Raiders from Ostrava", attributes={"kind": "armed_group"}),
            data.Extraction("incident", "burned a mill", attributes={"kind": "arson"}),
            data.Extraction("statement", "villagers said", attributes={"kind": "confirm"}),
        ],
    )
    found = lx.extract(
        [data.Document(text=text) for text in articles(count)],
        prompt_description="Extract actors, incidents, statements and threats with their exact words, in order.",
        examples=[example],
        model=model,
        max_char_buffer=4000,
        batch_length=count,
        max_workers=jobs,
        show_progress=False,
    )
    return sum(bool(one.extractions) for one in found)


def main(who: str, url: str, count: str, jobs: str, *more: str) -> int:
    """The number of articles of which something came."""
    if who == "langextract":
        return langextract(url, int(count), int(jobs))
    return asyncio.run({"ours": ours, "bare": bare}[who](url, int(count), int(jobs), *more))


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
