"""Document → messages: the constant part first, the numbered sentences last."""

import hashlib
from collections.abc import Collection, Sequence

from pydantic import BaseModel

from summarizer.asking.prompt import Prompt
from summarizer.asking.windows import Window
from summarizer.documents.document import Document
from summarizer.exchanges import Message


def messages(document: Document, prompt: Prompt, only: Collection[int] | None = None) -> list[Message]:
    """The two messages that ask for a draft of this document, or of the sentences of these numbers `only`.

    The first is byte-identical from article to article, so that a provider's prompt cache holds.
    """
    article = prompt.article.format(
        tag=tag(document), published=_published(document), sentences=numbered(document, only)
    )
    return [_constant(prompt), {"role": "user", "content": article}]


def window_messages(document: Document, window: Window, recorded: str, prompt: Prompt) -> list[Message]:
    """The messages that ask for a draft of one window of a long article.

    Args:
        document: the article.
        window: the window; the first is asked for as a whole article is.
        recorded: what is recorded of the windows before it, a line for each item.
        prompt: of all windows.
    """
    if window.number == 1 or "window" not in prompt.follow_ups:
        return messages(document, prompt, window.sentences)
    asked = prompt.follow_ups["window"].format(
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
    return [_constant(prompt), {"role": "user", "content": asked}]


def rest_messages(asked: Sequence[Message], whole: BaseModel, prompt: Prompt) -> list[Message]:
    """The messages that ask for the rest of an answer that was cut off.

    Args:
        asked: the messages that it answers.
        whole: what is whole of it.
        prompt: that it was given under.
    """
    said: Message = {"role": "assistant", "content": whole.model_dump_json()}
    return [*asked, said, {"role": "user", "content": prompt.follow_ups["rest"]}]


def repair_messages(document: Document, sentences: Sequence[int], items: str, prompt: Prompt) -> list[Message]:
    """The messages that ask for some items again.

    Args:
        document: the article.
        sentences: numbers of the sentences that the items may rest on.
        items: the items as they were given, each with what was found.
        prompt: that they were given under.
    """
    asked = prompt.follow_ups["repair"].format(tag=tag(document), sentences=numbered(document, sentences), items=items)
    return [_constant(prompt), {"role": "user", "content": asked}]


def agree_messages(document: Document, recorded: str, items: str, first_id: int, prompt: Prompt) -> list[Message]:
    """The messages that ask about items of which a reader judges otherwise than its record shows.

    Args:
        document: the article, which is sent whole.
        recorded: the record.
        items: the items, each with what is asked.
        first_id: from where new items are numbered.
        prompt: that the record was made under.
    """
    asked = prompt.follow_ups["agree"].format(
        tag=tag(document), sentences=numbered(document), recorded=recorded, items=items, first_id=first_id
    )
    return [_constant(prompt), {"role": "user", "content": asked}]


def second_look_messages(
    document: Document, window: Window, sentences: Sequence[int], recorded: str, first_id: int, prompt: Prompt
) -> list[Message]:
    """The messages that ask once more about the sentences that nothing cites.

    Args:
        document: the article.
        window: the window of it that is sent.
        sentences: numbers of the sentences to look at.
        recorded: what is recorded already, with its ids.
        first_id: from where new items are numbered.
        prompt: that the record was made under.
    """
    asked = prompt.follow_ups["second_look"].format(
        tag=tag(document),
        sentences=numbered(document, window.sentences),
        numbers=", ".join(map(str, sentences)),
        recorded=recorded,
        first_id=first_id,
    )
    return [_constant(prompt), {"role": "user", "content": asked}]


def second_opinion_messages(
    document: Document, sentences: Sequence[int], proposition: str, prompt: Prompt
) -> list[Message]:
    """The messages that ask whether a passage says what one item says: the passage alone, without the article."""
    asked = prompt.follow_ups["second_opinion"].format(
        tag=tag(document), sentences=numbered(document, sentences), proposition=proposition
    )
    return [{"role": "user", "content": asked}]


def _published(document: Document) -> str:
    return f" It was published on {document.published.isoformat()}." if document.published else ""


def _constant(prompt: Prompt) -> Message:
    return {"role": "system", "content": prompt.instructions}


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
