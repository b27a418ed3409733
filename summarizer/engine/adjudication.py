"""Incidents of a digest that may be one, put to a model pair by pair, so many at once; it proposes, and joins nothing."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from summarizer import loops
from summarizer.asking.advancing import Given
from summarizer.asking.conversation import Conversation, model_settings, taped
from summarizer.asking.course import Question
from summarizer.asking.options import RunOptions
from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.digesting.adjudicating import Adjudication, PairTold, in_doubt, with_opinions
from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.engine.corpus import JOBS, NO_LIMITS, Many, side_by_side
from summarizer.engine.keeping import Keeping
from summarizer.errors import AnswerError, BriefError, NoExtractorError
from summarizer.exchanges import KeptAnswer
from summarizer.limits import Limits, Price
from summarizer.model import ModelSettings
from summarizer.schemas.digest import Digest, DigestOpinion
from summarizer.store import Store

MOST_PAIRS = 20
"""Pairs that are asked about, unless another number is asked for."""
NO_WORDS = "the words given for the verdict do not all stand in what was shown of both incidents: it counts as unclear"


@dataclass(frozen=True)
class NotJudged:
    """What went wrong over a pair.

    Attributes:
        pair: the names of the two incidents; none where it is the store that failed, and answers are not kept.
        error: why there is no opinion on it, or why the opinion is only that it is unclear.
    """

    pair: tuple[str, ...]
    error: Exception


async def adjudicated(
    digest: Digest,
    articles: Iterable[ReadArticle],
    *,
    most: int = MOST_PAIRS,
    jobs: int = JOBS,
    store: str | Path | None = None,
    limits: Limits = NO_LIMITS,
    price: Price | None = None,
    **choices: Any,
) -> tuple[Digest, tuple[NotJudged, ...]]:
    """Ask a model of incidents that may be one whether they are.

    A verdict is an opinion beside the two (`Likewise.opinion`), with words of both that stand in their articles. No status,
    name or group of the digest depends on it.

    Args:
        digest: whose incidents tell what may be the same.
        articles: that it was made of.
        most: pairs that are asked about, the likeliest first; those that have an opinion already are not.
        jobs: requests that may be in flight at once.
        store: a file in which answers are kept and found again, so that none is paid for twice.
        limits: how fast and how much may be asked.
        price: what tokens cost, for a limit on cost: (model, tokens) → US dollars.
        choices: `model`, `base_url`, `api_key`, `client`, `cassette`, `record`, `progress` or `clock`, as `summarize` takes them.

    Returns:
        The digest with opinions, and what went wrong, pair by pair.

    Raises:
        NoExtractorError: no model is named.
        UsageError, StoreError, CassetteError, AuthenticationFailed: nothing can be asked at all.
    """
    options = RunOptions(**choices)
    if not options.asks_a_model:
        raise NoExtractorError("whether two incidents are one is asked of a model: name one")
    by_key = {article.key: article for article in articles}
    told = [PairTold.of(pair, by_key) for pair in in_doubt(digest)[:most]]
    if not told:
        return digest, ()
    settings = model_settings(options)
    async with AsyncExitStack() as stack:
        keeping = Keeping(stack.enter_context(Store.open(store, CONFLICT)) if store else None)
        stack.enter_context(taped(options, settings))
        many = Many(jobs=jobs, limits=limits, price=price)
        shared = await stack.enter_async_context(side_by_side(options, settings, many))
        asking = partial(_judged, settings=settings, options=replace(shared, answers=keeping.answers), of=len(told))
        judged = await asyncio.gather(*(asking(one, number) for number, one in enumerate(told, 1)))
    opinions = {frozenset(one.pair.names): opinion for one, (opinion, _) in zip(told, judged, strict=True) if opinion}
    failed = [NotJudged(one.pair.names, error) for one, (_, error) in zip(told, judged, strict=True) if error]
    if keeping.trouble:
        failed.append(NotJudged((), keeping.trouble))
    return with_opinions(digest, opinions), tuple(failed)


async def _judged(
    told: PairTold, number: int, *, settings: ModelSettings, options: RunOptions, of: int
) -> tuple[DigestOpinion | None, Exception | None]:
    """The opinion on a pair, and what went wrong, whatever happens."""

    async def step(given: Sequence[Given]) -> Question | KeptAnswer:
        return _usable(given[0]) if given else Question(told.messages, Adjudication, what=f"pair {number} of {of}")

    try:
        answered = await Conversation(settings, options).through(step)
        answer = Adjudication.model_validate_json(answered.text)
        opinion = told.opinion(answer)
    except Exception as error:  # noqa: BLE001  # one pair's failure, or bug, must not cost the others their opinions
        return None, error
    return opinion, AnswerError(NO_WORDS) if opinion.verdict != answer.verdict else None


def _usable(given: Given) -> KeptAnswer:
    """What came, if it is an answer."""
    if isinstance(given, BriefError):
        raise given
    return given


def adjudicate(digest: Digest, articles: Iterable[ReadArticle], **choices: Any) -> tuple[Digest, tuple[NotJudged, ...]]:
    """The same from synchronous code."""
    return loops.run(partial(adjudicated, digest, articles, **choices))
