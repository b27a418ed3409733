"""Document → messages: the constant part first, the numbered sentences last."""

import hashlib
from typing import TypedDict

from summarizer.document import Document
from summarizer.prompts import Prompt, prompt


class Message(TypedDict):
    """One chat message."""

    role: str
    content: str


def messages(document: Document, instructions: Prompt | None = None) -> list[Message]:
    """The two messages that ask for a draft of this document.

    The first is byte-identical from article to article, so that a provider's prompt cache holds.
    """
    chosen = instructions or prompt()
    published = f" It was published on {document.published.isoformat()}." if document.published else ""
    article = chosen.article.format(tag=tag(document), published=published, sentences=numbered(document))
    return [{"role": "system", "content": chosen.instructions}, {"role": "user", "content": article}]


def numbered(document: Document) -> str:
    """The sentences, one a line with its number; ¶ marks the first of each paragraph.

    Line breaks inside a sentence become spaces: they would let an article imitate a numbered line.
    """
    lines = []
    paragraph = 0
    for sentence in document.sentences:
        mark = "¶ " if sentence.paragraph != paragraph else ""
        paragraph = sentence.paragraph
        lines.append(f"{sentence.number}: {mark}{' '.join(document.words(sentence.number).split())}")
    return "\n".join(lines)


def tag(document: Document) -> str:
    """A delimiter that the article cannot contain: taken from its hash, hashed again while it does."""
    digest = document.sha256
    while (candidate := f"ARTICLE-{digest[:12]}") in document.text:
        digest = hashlib.sha256(digest.encode()).hexdigest()
    return candidate


def estimated_tokens(text: str) -> int:
    """A rough count, four characters a token: good enough to see a cut-off prompt or a price."""
    return (len(text) + 3) // 4
