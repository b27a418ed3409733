"""A server for `benchmarks/many.py` that answers each chat completion after a while: `many_server.py LATENCY`.

It prints its port. An article's number stands in the request; the answer is the recorded one with the names of that article,
or, under /langextract, the same passages in that program's form.
"""

import asyncio
import json
import re
import sys

from many_articles import ARTICLE, MARK, SEED, article, varied

from summarizer.recording.cassette import body_of, read

CASSETTE = ARTICLE.parent.parent / "cassettes" / "seeds" / f"{SEED}.yaml"
NUMBER = re.compile(re.escape(MARK).encode() + rb"(\d+)")
PASSAGE = re.compile(r"(?:name|words|says) (?:\d*:)?([^|/+…]+)")
KINDS = {"A": "actor", "I": "incident", "S": "statement", "T": "threat"}


def in_lines(recorded: str, number: int) -> str:
    """The answer as our program asks for it."""
    return varied(recorded, number)


def as_extractions(recorded: str, number: int) -> str:
    """The same items in the form that langextract asks for: each with its main words, once, in the order of the article."""
    text, found = article(number), {}
    for line in json.loads(varied(recorded, number))["lines"]:
        kind = KINDS[line[0]]
        words = PASSAGE.search(line)
        passage = words[1].strip() if words else ""
        if passage and passage in text:
            attributes = dict(zip(("number", "kind", "more"), line.split(" | ")[0].split(" ", 2), strict=False))
            found[passage] = {kind: passage, f"{kind}_attributes": attributes}
    return json.dumps({"extractions": [found[passage] for passage in sorted(found, key=text.index)]})


def response(content: str, sent: int) -> bytes:
    """A completion as it goes over the wire."""
    usage = {"prompt_tokens": sent // 4, "completion_tokens": len(content) // 4}
    usage["total_tokens"] = sum(usage.values())
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    completion = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [choice],
        "usage": usage,
    }
    body = json.dumps(completion).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body


async def serve(latency: float) -> None:
    """Answer until the process is ended."""
    first = read(CASSETTE)["interactions"][0]["response"]
    recorded = json.loads(body_of(first))["choices"][0]["message"]["content"]
    answered = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal answered
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"GET"):  # how many were answered until now
                    writer.write(b"HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\n%9d" % answered)
                    continue
                length = re.search(rb"(?i)content-length: *(\d+)", head)
                assert length is not None  # noqa: S101
                body = await reader.readexactly(int(length[1]))
                form = as_extractions if b"/langextract/" in head.split(b"\r\n", 1)[0] else in_lines
                found = NUMBER.findall(body)
                answered += 1
                made = response(form(recorded, int(found[-1]) if found else 0), len(body))
                await asyncio.sleep(latency)
                writer.write(made)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
