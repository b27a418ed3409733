"""Articles that wait, taken on as far as the answers go that are kept: to the next question, or to the end."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.asking.advancing import Given
from summarizer.asking.course import Question
from summarizer.batch import failures
from summarizer.batch.desk import Desk
from summarizer.batch.plans import Plan
from summarizer.conflict.assembled import CONFLICT
from summarizer.documents.quotes import Origin
from summarizer.engine.tasks import Made, Task, travelling, work
from summarizer.errors import BriefError
from summarizer.exchanges import KeptAnswer
from summarizer.model import ModelSettings, answer_key
from summarizer.reading.article import Article
from summarizer.store import KeptDocument, WaitingArticle


@dataclass(frozen=True)
class Asks:
    """A question that an article waits for.

    Attributes:
        key: what its answer is kept under.
        question: what is asked.
        settings: of the model that is asked.
    """

    key: str
    question: Question
    settings: ModelSettings


@dataclass(frozen=True)
class Came:
    """Where an article has come: its step, and the answers that were cut off on the way."""

    step: Asks | Made | BriefError
    cut: dict[str, KeptAnswer]


def article_of(document: KeptDocument) -> Article:
    """The article that a store keeps."""
    published = date.fromisoformat(document.published) if document.published else None
    return Article(document.text, published, Origin.model_validate_json(document.origin))


async def taken_on(desk: Desk, plan: Plan, some: Sequence[WaitingArticle]) -> list[tuple[WaitingArticle, Asks]]:
    """Take articles on; those that come to their end are written, those that fail are told of.

    Args:
        desk: where it is done.
        plan: how they are read.
        some: the articles.

    Returns:
        Those that ask a question to which no answer is kept.
    """
    came = await asyncio.gather(*(_as_far_as_it_goes(desk, plan, article) for article in some))
    return await asyncio.to_thread(_noted, desk, list(zip(some, came, strict=True)))


async def _as_far_as_it_goes(desk: Desk, plan: Plan, waiting: WaitingArticle) -> Came:
    article, name = article_of(waiting.document), waiting.document.name
    task = Task(name, article, travelling(plan.options), CONFLICT.name, desk.finish, waiting.key)
    given: list[Given] = []
    cut: dict[str, KeptAnswer] = {}
    while True:
        try:
            step = await desk.place.do(work, task, tuple(given))
        except BriefError as error:
            return Came(error, {})
        except Exception as error:  # noqa: BLE001  # one article's bug must not cost the others their briefs
            return Came(BriefError(f"a bug of this program ({type(error).__name__}: {error}): please report it"), {})
        if isinstance(step, Made):
            return Came(step, cut)
        settings = plan.asking(step.model)
        key = answer_key(step.messages, settings, step.response_model)
        found = desk.store.find(key) or _failed(desk, key)
        if found is None:
            return Came(Asks(key, step, settings), {})
        if isinstance(found, KeptAnswer) and found.cut_off:
            cut[key] = found
        given.append(found)


def _failed(desk: Desk, key: str) -> Given | None:
    failure = desk.batches.failure(key)
    return failures.read(failure) if failure else None


def _noted(desk: Desk, came: list[tuple[WaitingArticle, Came]]) -> list[tuple[WaitingArticle, Asks]]:
    """Write what has come of articles, and give back those that ask."""
    asking, finished = [], []
    for article, one in came:
        match one.step:
            case Asks() as asks:
                desk.batches.waits_for(article.key, asks.key)
                asking.append((article, asks))
            case Made(product, made):
                for key, answer in one.cut.items():
                    desk.store.keep(key, answer)
                for line in product:
                    desk.complain(line, article.document.name)
                finished += [made] if made else []
            case error:
                desk.batches.give_up(article.key, str(error))
                desk.failed(error, article.document.name)
    desk.store.write(finished)
    desk.batches.leave(one.key for one in finished)
    desk.tally.counts["finished"] += len(finished)
    return asking
