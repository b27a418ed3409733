"""What a run keeps, and what it finds kept: finished articles, answers, and who works on what. Without a store, nothing."""

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from summarizer.documents.fingerprints import fingerprint
from summarizer.engine.depending import depends
from summarizer.engine.feeding import Offer
from summarizer.engine.tasks import Made
from summarizer.errors import NoAnswerKept, StoreError
from summarizer.exchanges import Answers, KeptAnswer
from summarizer.reading.article import Article
from summarizer.store import LEASE, Finished, KeptBrief, Store

if TYPE_CHECKING:
    from summarizer.asking.options import RunOptions
    from summarizer.model import ModelSettings
    from summarizer.pointing.field import Field

Found = Callable[[str, Article, KeptBrief], Any]
"""What is made of a brief that is kept, from the name of its source and the article; None: it has to be made again."""
Result = TypeVar("Result")
WRITE_EVERY = 0.2
"""Seconds in which finished articles gather that are written at once."""
AT_ONCE = 500
"""Most of them."""


def reading_key(options: "RunOptions", settings: "ModelSettings | None", field: "Field[Any]") -> str:
    """What a reading depends on beside the article and the version of this package.

    Args:
        options: of the run.
        settings: the model that is asked; None: nobody is.
        field: what is read for.
    """
    return _sha256(depends(options, settings, field))


def article_key(reading: str, article: Article) -> str:
    """What an article is kept under, read so."""
    return _sha256(reading + fingerprint(article.text, article.published, article.origin))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class OnlyKept:
    """Answers that are kept, and no others: nothing is asked."""

    answers: Answers

    def find(self, key: str) -> KeptAnswer:
        """The answer. Raises NoAnswerKept."""
        found = self.answers.find(key)
        if found is None:
            raise NoAnswerKept("the answer to this question is not kept")
        return found

    def keep(self, key: str, answer: KeptAnswer) -> None:
        """It is there already."""


class Keeping:
    """What a run has to do with its store; to be entered before it begins, and left when all is done.

    It is the `Answers` of the run, too. Where the store fails, what is being done is still finished and handed out; the
    error is raised at the end.

    Args:
        store: None: there is none.
        reading: the key of the reading.
        found: what is made of a brief that is kept.
    """

    def __init__(self, store: Store | None, reading: str = "", found: Found | None = None) -> None:
        self._store, self._reading, self._found = store, reading, found
        self._held: set[str] = set()
        self._unwritten: list[Finished] = []
        self._written = asyncio.Event()
        self._chores: list[asyncio.Task[None]] = []
        self.trouble: StoreError | None = None

    async def __aenter__(self) -> Self:
        if self._store is not None:
            self._chores = [asyncio.create_task(self._write_on()), asyncio.create_task(self._renew_on())]
        return self

    async def __aexit__(self, *_: object) -> None:
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)
        await self._write()
        if self.trouble is not None:
            raise self.trouble

    # --- articles ---------------------------------------------------------------------------------

    def looked_up(self, source: str, article: Article) -> tuple[str, bool, Any]:
        """The key of an article, whether it is finished already, and what is made of its brief then."""
        if self._store is None:
            return "", False, None
        key = article_key(self._reading, article)
        kept = self._store.finished(key)
        return key, kept is not None, self._found(source, article, kept) if kept and self._found else None

    async def looked_up_again(self, offer: Offer) -> Offer:
        """An offer as it stands now, since another run has begun with it."""
        assert offer.article is not None  # noqa: S101
        _, finished, kept = await asyncio.to_thread(self.looked_up, offer.source, offer.article)
        return replace(offer, finished=finished, kept=kept)

    async def claimed(self, offer: Offer) -> bool:
        """Whether this run may work on an article: no other does."""
        if self._store is None:
            return True
        if not await asyncio.to_thread(self._store.claim, offer.key):
            return False
        self._held.add(offer.key)
        return True

    async def given_up(self, offer: Offer) -> None:
        """Nothing came of an article; another run may try."""
        self._held.discard(offer.key)
        if self._store is not None:
            with suppress(StoreError):  # the lease runs out by itself
                await asyncio.to_thread(self._store.release, offer.key)

    def done(self, made: Made) -> None:
        """An article is finished, and will be written."""
        if made.finished is not None and self.trouble is None:
            self._unwritten.append(made.finished)

    # --- answers ----------------------------------------------------------------------------------

    @property
    def answers(self) -> "Keeping | None":
        """This, where there is a store."""
        return self if self._store is not None else None

    def find(self, key: str) -> KeptAnswer | None:
        """The answer to the question with this key, if it was kept."""
        assert self._store is not None  # noqa: S101
        return self._store.find(key)

    def keep(self, key: str, answer: KeptAnswer) -> None:
        """Keep an answer."""
        assert self._store is not None  # noqa: S101
        try:
            self._store.keep(key, answer)
        except StoreError as error:
            self.trouble = self.trouble or error

    # --- chores -----------------------------------------------------------------------------------

    async def _write_on(self) -> None:
        while True:
            await asyncio.sleep(WRITE_EVERY)
            await asyncio.shield(self._write())

    async def _write(self) -> None:
        while self._store is not None and self._unwritten and self.trouble is None:
            some, self._unwritten = self._unwritten[:AT_ONCE], self._unwritten[AT_ONCE:]
            try:
                await asyncio.to_thread(self._store.write, some)
            except StoreError as error:
                self.trouble = error
            self._held.difference_update(one.key for one in some)

    async def _renew_on(self) -> None:
        while self._store is not None:
            await asyncio.sleep(LEASE / 3)
            with suppress(StoreError):
                await asyncio.to_thread(self._store.renew, list(self._held))
