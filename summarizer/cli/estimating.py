"""What would be sent for an article, and about how many tokens and dollars that is. Nothing is sent."""

import json
from collections.abc import Iterator

from summarizer.asking import prompting
from summarizer.asking.lines import Lines
from summarizer.asking.windows import WINDOW, Window, windows
from summarizer.cli.arguments import Arguments
from summarizer.documents.document import Document
from summarizer.errors import printable
from summarizer.exchanges import Message
from summarizer.model import ModelSettings
from summarizer.model.strict import schema_of
from summarizer.prompts import prompt

LATER = "(here, in a later window, stands what was recorded of the windows before it)"


def preview(name: str, document: Document, settings: ModelSettings | None, options: Arguments) -> str:
    """The messages for one document, under a few lines on their size; the article's own escapes are printable.

    Args:
        name: what the source is called.
        document: the article.
        settings: the model that would be asked, where one is given.
        options: of these, only the prices and the window count.
    """
    parts = windows(document, options.window or WINDOW)
    instructions = prompt()
    requests = [prompting.window_messages(document, part, LATER, instructions) for part in parts]
    requests = requests or [prompting.messages(document, instructions)]
    schema = json.dumps(schema_of(Lines), ensure_ascii=False, separators=(",", ":"))
    sent = [message["content"] for messages in requests for message in messages]
    tokens = prompting.estimated_tokens("".join((*sent, *[schema] * len(requests))))
    lines = [f"{printable(name)}: nothing is sent; this would be", *_sizes(requests, parts, schema)]
    lines.append(f"tokens      about {tokens:,} (four characters each); the answer comes on top")
    if settings:
        profile = settings.endpoint_profile
        model = f"{settings.model} at {settings.host}, profile {profile.name}, schema {profile.first_rung}"
        lines.append(f"model       {printable(model)}")
        price = options.prices.get(settings.model)
        lines.append(
            f"cost        about ${price.of(tokens):.4f} for what is sent; the answer comes on top"
            if price
            else "cost        no price is known for this model; the configuration file can state one"
        )
    for number, messages in enumerate(requests, 1):
        for message in messages if number == 1 else messages[1:]:  # the constant part is the same in all
            which = f", window {number} of {len(requests)}" if len(requests) > 1 and message["role"] == "user" else ""
            lines += [
                "",
                f"--- {message['role']}{which} ---",
                *(printable(line) for line in message["content"].split("\n")),
            ]
    return "\n".join(lines) + "\n"


def _sizes(requests: list[list[Message]], parts: tuple[Window, ...], schema: str) -> Iterator[str]:
    """A line on the characters of one request, or a few on the windows and those of all."""
    if len(requests) == 1:
        sizes = ", ".join(f"{message['role']} message {len(message['content']):,}" for message in requests[0])
        yield f"characters  {sizes}, schema {len(schema):,}"
        return
    spans = ", ".join(f"{part.sentences[0]}–{part.last}" for part in parts)
    constant, *_ = (len(messages[0]["content"]) for messages in requests)
    users = ", ".join(f"{len(messages[1]['content']):,}" for messages in requests)
    yield f"windows     {len(parts)} requests, one after the other, for the sentences {spans}"
    yield f"characters  in each: system message {constant:,}, schema {len(schema):,}; user messages {users}"
    yield "            and in all but the first, what was recorded before"
