"""What would be sent for an article, and about how many tokens and dollars that is. Nothing is sent."""

import json

from summarizer import prompting
from summarizer.cli.lines import inert
from summarizer.cli.options import Options
from summarizer.document import Document
from summarizer.model import ModelSettings
from summarizer.schemas.draft import Draft
from summarizer.schemas.strict import schema_of


def preview(name: str, document: Document, settings: ModelSettings | None, options: Options) -> str:
    """The messages for one document, under a few lines on their size; the article's own escapes are inert.

    Args:
        name: what the source is called.
        document: the article.
        settings: the model that would be asked, where one is given.
        options: of these, only the prices count.
    """
    messages = prompting.messages(document)
    schema = json.dumps(schema_of(Draft), ensure_ascii=False, separators=(",", ":"))
    texts = [message["content"] for message in messages]
    tokens = prompting.estimated_tokens("".join((*texts, schema)))
    sizes = ", ".join(f"{message['role']} message {len(message['content']):,}" for message in messages)
    lines = [
        f"{inert(name)}: nothing is sent; this would be",
        f"characters  {sizes}, schema {len(schema):,}",
        f"tokens      about {tokens:,} (four characters each); the answer comes on top",
    ]
    if settings:
        profile = settings.endpoint_profile
        model = f"{settings.model} at {settings.host}, profile {profile.name}, schema {profile.first_rung}"
        lines.append(f"model       {inert(model)}")
        price = options.prices.get(settings.model)
        lines.append(
            f"cost        about ${price.of(tokens):.4f} for what is sent; the answer comes on top"
            if price
            else "cost        no price is known for this model; the configuration file can state one"
        )
    for message in messages:
        lines += ["", f"--- {message['role']} ---", *(inert(line) for line in message["content"].split("\n"))]
    return "\n".join(lines) + "\n"
