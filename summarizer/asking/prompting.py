"""Document → messages: the constant part first, the numbered sentences last."""

import hashlib
from collections.abc import Collection, Sequence
from typing import TypedDict

from summarizer.asking.windows import Window
from summarizer.documents.document import Document
from summarizer.prompts import Prompt, follow_up, prompt


class Message(TypedDict):
    """One chat message."""

    role: str
    content: str


def messages(
    document: Document, instructions: Prompt | None = None, only: Collection[int] | None = None
) -> list[Message]:
    """The two messages that ask for a draft of this document, or of the sentences of these numbers `only`.

    The first is byte-identical from article to article, so that a provider's prompt cache holds.
    """
    chosen = instructions or prompt()
    article = chosen.article.format(
        tag=tag(document), published=_published(document), sentences=numbered(document, only)
    )
    return [_constant(chosen), {"role": "user", "content": article}]


def window_messages(
    document: Document, window: Window, recorded: str, instructions: Prompt | None = None
) -> list[Message]:
    """The messages that ask for a draft of one window of a long article.

    Args:
        document: the article.
        window: the window; the first is asked for as a whole article is.
        recorded: what is recorded of the windows before it, a line for each item.
        instructions: the prompt of all windows.
    """
    if window.number == 1:
        return messages(document, instructions, window.sentences)
    asked = follow_up("window-1").format(
        tag=tag(document),
        published=_published(document),
        part=window.number,
        parts=window.of,
        first=window.sentences[0],
        new=window.new,
        last=window.last,
        count=len(document.sentences),
        recorded=recorded,
        sentences=numbered(document, window.sentences),
    )
    return [_constant(instructions), {"role": "user", "content": asked}]


def repair_messages(
    document: Document, sentences: Sequence[int], items: str, instructions: Prompt | None = None
) -> list[Message]:
    """The messages that ask for some items again.

    Args:
        document: the article.
        sentences: numbers of the sentences that the items may rest on.
        items: the items as they were given, each with what was found.
        instructions: the prompt that they were given under.
    """
    asked = follow_up("repair-1").format(tag=tag(document), sentences=numbered(document, sentences), items=items)
    return [_constant(instructions), {"role": "user", "content": asked}]


def second_look_messages(
    document: Document,
    sentences: Sequence[int],
    recorded: str,
    first_id: int,
    instructions: Prompt | None = None,
    only: Collection[int] | None = None,
) -> list[Message]:
    """The messages that ask once more about the sentences that nothing cites.

    Args:
        document: the article, which is sent whole, unless `only` names the sentences of a window.
        sentences: numbers of the sentences to look at.
        recorded: what is recorded already, with its ids.
        first_id: from where new items are numbered.
        instructions: the prompt that the record was made under.
        only: numbers of the sentences to send.
    """
    asked = follow_up("second-look-1").format(
        tag=tag(document),
        sentences=numbered(document, only),
        numbers=", ".join(map(str, sentences)),
        recorded=recorded,
        first_id=first_id,
    )
    return [_constant(instructions), {"role": "user", "content": asked}]


def second_opinion_messages(document: Document, sentences: Sequence[int], proposition: str) -> list[Message]:
    """The messages that ask whether a passage says what one item says: the passage alone, without the article."""
    asked = follow_up("second-opinion-1").format(
        tag=tag(document), sentences=numbered(document, sentences), proposition=proposition
    )
    return [{"role": "user", "content": asked}]


def _published(document: Document) -> str:
    return f" It was published on {document.published.isoformat()}." if document.published else ""


def _constant(instructions: Prompt | None) -> Message:
    return {"role": "system", "content": (instructions or prompt()).instructions}


def numbered(document: Document, only: Collection[int] | None = None) -> str:
    """The sentences, one a line with its number; ¶ marks the first of each paragraph.

    Line breaks inside a sentence become spaces: they would let an article imitate a numbered line.
    `only` leaves out every sentence but those of these numbers.
    """
    lines = []
    paragraph = 0
    for sentence in document.sentences:
        if only is not None and sentence.number not in only:
            continue
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
