"""One article as a task that can travel: what is to be done with it, and the one function that does the next step of it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from summarizer.asking.advancing import Arrived, Given, advance
from summarizer.asking.conversation import brief_offline, model_settings
from summarizer.asking.course import Course, Question
from summarizer.asking.extracting import ModelReads
from summarizer.asking.options import RunOptions
from summarizer.documents.document import Document
from summarizer.engine.depending import depends
from summarizer.fields import field_called
from summarizer.model import ModelSettings
from summarizer.pipeline import Result
from summarizer.reading.article import Article
from summarizer.store import Finished, finish, tables_of

if TYPE_CHECKING:
    from summarizer.schemas.brief import Brief

Finish = Callable[[str, Result], tuple[Any, int]]
"""What is made of a brief where it was made, from the name of its source: a page, a line; and the exit code it has. It travels back."""

MOST_BEGUN = 64
"""Articles of which a process keeps the sentences between two steps."""
_begun: OrderedDict[Article, Document] = OrderedDict()


@dataclass(frozen=True)
class Task:
    """One article, and what is to become of it.

    Attributes:
        source: what it is called.
        article: its text, and what is stated of it beside.
        options: of the run, without anything that belongs to one process, or is secret.
        field: name of the field of use.
        finish: what is made of its brief.
        key: what it is kept under; empty: it is not.
    """

    source: str
    article: Article
    options: RunOptions
    field: str
    finish: Finish
    key: str = ""


@dataclass(frozen=True)
class Made:
    """What a task came to, and what is written of it."""

    product: Any
    finished: Finished | None = None


def travelling(options: RunOptions) -> RunOptions:
    """The options without what belongs to one process: a client, a clock, a key, where answers are kept, what holds requests up."""
    model = None
    if options.asks_a_model:
        settings = model_settings(options)
        model = replace(settings, base_url=settings.endpoint, api_key=None)
    return replace(
        options,
        model=model,
        base_url=None,
        api_key=None,
        client=None,
        clock=None,
        progress=None,
        answers=None,
        gate=None,
    )


def work(task: Task, given: Sequence[Given]) -> Question | Made:
    """The next step of a task: a question to be asked, or what it came to.

    Args:
        task: the article.
        given: what came of the questions before.

    Raises:
        BriefError: nothing comes of it.
    """
    document = _begun.pop(task.article, None) or document_of(task.article)
    step = _step(task, document, given)
    if isinstance(step, Question):
        _begun[task.article] = document
        while len(_begun) > MOST_BEGUN:
            _begun.popitem(last=False)
        return step
    product, code = task.finish(task.source, Result(cast("Brief", step.brief), step.run, document))
    if not task.key:
        return Made(product)
    field = field_called(task.field)
    settings = task.options.model if isinstance(task.options.model, ModelSettings) else None
    return Made(
        product,
        finish(
            task.key,
            step.brief,
            step.run,
            document,
            name=task.source,
            exit_code=code,
            tables=tables_of(field),
            depends=depends(task.options, settings, field),
        ),
    )


def document_of(article: Article) -> Document:
    """The document of an article."""
    return Document.from_text(article.text, published=article.published, origin=article.origin)


def _step(task: Task, document: Document, given: Sequence[Given]) -> Question | Arrived:
    field = field_called(task.field)
    if not task.options.asks_a_model:
        return Arrived(*brief_offline(document, task.options, field))
    return advance(Course(document, field, ModelReads(), task.options), given)


def as_it_is(source: str, result: Result) -> tuple[Result, int]:
    """Make nothing else of a brief."""
    return result, 0
