"""What is known of batches: articles that wait, the question that each waits for, and where questions were sent.

An article waits from the time it is submitted until it is finished. The question that it waits for is in one batch at most;
an answer leaves the batch for the answers that are kept, a failure stays.
"""

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from summarizer.store import answers
from summarizer.store.articles import document_number
from summarizer.store.finished import KeptDocument

if TYPE_CHECKING:
    from summarizer.exchanges import KeptAnswer
    from summarizer.store.store import Store

BEGUN = "begun"
"""Questions are being written into it; nothing was sent."""
CREATING = "creating"
"""Its file is there, and it may have come about."""
SENT = "sent"
"""It is being answered."""
COLLECTED = "collected"
"""All that came of it is kept."""
FAILED = "failed"
"""It never began."""

AT_ONCE = 256
"""Articles that are read at once."""


@dataclass(frozen=True)
class KeptBatch:
    """One batch.

    Attributes:
        id: its number here.
        name: what we call it.
        reading: the number of the options of its articles.
        model: whom its questions ask.
        state: `BEGUN`, `CREATING`, `SENT`, `COLLECTED`, `FAILED`.
        input_file, remote: what the endpoint calls its file, and itself.
        status: as the endpoint said last.
        questions: how many were sent.
        completed, failed: how many of them the endpoint had done last.
        begun: when it was begun, in seconds since 1970.
    """

    id: int
    name: str
    reading: int
    model: str
    state: str
    input_file: str
    remote: str
    status: str
    questions: int
    completed: int
    failed: int
    begun: float


@dataclass(frozen=True)
class WaitingArticle:
    """One article that waits.

    Attributes:
        id: its number among those that wait.
        key: what it will be kept under.
        document: the article.
    """

    id: int
    key: str
    document: KeptDocument


@dataclass(frozen=True)
class Counts:
    """How many articles wait: for an answer, for their next question to be submitted, and for nothing, since they failed."""

    asked: int
    to_ask: int
    failed: int


_BATCH = "id, name, reading, model, state, input_file, remote, status, questions, completed, failed, begun"
_DOCUMENT = (
    "fingerprint, sha256, ifnull(name, ''), ifnull(title, ''), ifnull(outlet, ''), published, ifnull(address, ''),"
    " language, origin, text"
)
_ASKED = "EXISTS (SELECT 1 FROM batch_questions q WHERE q.key = question AND q.failure IS NULL)"
_TOLD = (
    "(EXISTS (SELECT 1 FROM answers WHERE answers.key = question)"
    " OR EXISTS (SELECT 1 FROM batch_questions q WHERE q.key = question AND q.failure IS NOT NULL))"
)


class Batches:
    """The part of a store that is about batches.

    Args:
        store: which is open.
        clock: the time of day, in seconds since 1970.
    """

    def __init__(self, store: "Store", clock: Callable[[], float] = time.time) -> None:
        self._store, self._clock = store, clock

    # --- articles ---------------------------------------------------------------------------------------

    def reading(self, options: str) -> int:
        """The number of these options, which are written unless they are there."""
        with self._store.writing() as db:
            db.execute("INSERT OR IGNORE INTO batch_readings (options) VALUES (?)", (options,))
        return int(self._store.read("SELECT id FROM batch_readings WHERE options = ?", (options,))[0][0])

    def options(self, reading: int) -> str:
        """The options with this number."""
        return str(self._store.read("SELECT options FROM batch_readings WHERE id = ?", (reading,))[0][0])

    def enrol(self, articles: Iterable[tuple[str, KeptDocument]], reading: int) -> int:
        """Let articles wait, and give back how many did not yet.

        Args:
            articles: each with its key.
            reading: the number of their options.
        """
        new = 0
        with self._store.writing() as db:
            for key, document in articles:
                row = key, document_number(db, document), reading
                done = db.execute("INSERT OR IGNORE INTO batch_articles (key, document, reading) VALUES (?, ?, ?)", row)
                new += done.rowcount
        return new

    def readings(self) -> list[int]:
        """The numbers of the options of all articles that wait."""
        return [one for (one,) in self._store.read("SELECT DISTINCT reading FROM batch_articles ORDER BY reading")]

    def idle(self, reading: int) -> Iterator[list[WaitingArticle]]:
        """Articles whose question is in no batch and has not failed them, some at a time.

        Args:
            reading: the number of their options.
        """
        return self._waiting(reading, f"NOT {_ASKED}")

    def told(self, reading: int) -> Iterator[list[WaitingArticle]]:
        """Articles whose question has been answered, or has failed; as `idle`."""
        return self._waiting(reading, _TOLD)

    def _waiting(self, reading: int, which: str) -> Iterator[list[WaitingArticle]]:
        query = (
            f"SELECT batch_articles.id, batch_articles.key, {_DOCUMENT} FROM batch_articles"
            " JOIN documents ON documents.id = batch_articles.document JOIN texts ON texts.document = documents.id"
            f" WHERE batch_articles.id > ? AND reading = ? AND trouble IS NULL AND {which}"
            f" ORDER BY batch_articles.id LIMIT {AT_ONCE}"
        )
        last = 0
        while rows := self._store.read(query, (last, reading)):
            last = rows[-1][0]
            yield [WaitingArticle(number, key, KeptDocument(*document)) for number, key, *document in rows]

    def waits_for(self, article: str, question: str) -> None:
        """Note which question an article waits for."""
        self._write("UPDATE batch_articles SET question = ? WHERE key = ?", question, article)

    def give_up(self, article: str, why: str) -> None:
        """Note that nothing comes of an article, unless its questions are asked again."""
        self._write("UPDATE batch_articles SET trouble = ? WHERE key = ?", why, article)

    def try_again(self) -> None:
        """Let all that failed be asked again."""
        with self._store.writing() as db:
            db.execute("UPDATE batch_articles SET trouble = NULL")
            db.execute("DELETE FROM batch_questions WHERE failure IS NOT NULL")

    def leave(self, finished: Iterable[str]) -> None:
        """Let the articles with these keys wait no longer."""
        with self._store.writing() as db:
            db.executemany("DELETE FROM batch_articles WHERE key = ?", [(key,) for key in finished])

    def leave_finished(self) -> None:
        """Let no article wait that is finished, by whatever command."""
        is_finished = "EXISTS (SELECT 1 FROM briefs WHERE briefs.key = batch_articles.key)"
        self._write(f"DELETE FROM batch_articles WHERE {is_finished}")

    def counts(self) -> Counts:
        """How many articles wait for what."""
        query = (
            f"SELECT ifnull(sum(trouble IS NULL AND {_ASKED}), 0),"
            f" ifnull(sum(trouble IS NULL AND NOT {_ASKED}), 0), count(trouble) FROM batch_articles"
        )
        return Counts(*self._store.read(query)[0])

    # --- batches ----------------------------------------------------------------------------------------

    def begin(self, reading: int, model: str) -> KeptBatch:
        """A new batch.

        Args:
            reading: the number of the options of its articles.
            model: whom its questions ask.
        """
        name = uuid.uuid4().hex
        self._write(
            "INSERT INTO batches (name, reading, model, state, begun) VALUES (?, ?, ?, ?, ?)",
            *(name, reading, model, BEGUN, self._clock()),
        )
        return self._batches("name = ?", name)[0]

    def all(self, *states: str) -> list[KeptBatch]:
        """The batches in these states, or all, in the order in which they were begun."""
        return self._batches(f"state IN ({', '.join('?' * len(states))})" if states else "1", *states)

    def _batches(self, which: str, *values: Any) -> list[KeptBatch]:
        rows = self._store.read(f"SELECT {_BATCH} FROM batches WHERE {which} ORDER BY id", values)
        return [KeptBatch(*row) for row in rows]

    def note(self, batch: KeptBatch, **values: Any) -> None:
        """Note of a batch what has changed: columns, each with its value."""
        columns = ", ".join(f"{name} = ?" for name in values)
        self._write(f"UPDATE batches SET {columns} WHERE id = ?", *values.values(), batch.id)

    def drop(self, batch: KeptBatch) -> None:
        """Forget a batch that never came about; its questions may be asked in another one."""
        self._write("DELETE FROM batches WHERE id = ?", batch.id)

    # --- questions --------------------------------------------------------------------------------------

    def claim(self, batch: KeptBatch, key: str, form: str, words: int) -> bool:
        """Write a question into a batch, unless it is in one.

        Args:
            batch: which was begun.
            key: of the question.
            form: the name of what its answer must be.
            words: how many are sent.
        """
        row = key, batch.id, form, words
        with self._store.writing() as db:
            done = db.execute(
                "INSERT OR IGNORE INTO batch_questions (key, batch, form, words) VALUES (?, ?, ?, ?)", row
            )
            return bool(done.rowcount)

    def questions(self, batch: KeptBatch, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
        """Form and words of those of these questions that are in a batch and not answered."""
        places = ", ".join("?" * len(keys))
        query = f"SELECT key, form, words FROM batch_questions WHERE batch = ? AND key IN ({places})"
        return {key: (form, words) for key, form, words in self._store.read(query, (batch.id, *keys))}

    def take_in(self, answered: "Iterable[tuple[str, KeptAnswer]]", failed: Iterable[tuple[str, str]]) -> None:
        """Keep what came of questions.

        Args:
            answered: each key with its answer, which leaves its batch.
            failed: each key with what failed, which stays.
        """
        now = datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")
        with self._store.writing() as db:
            for key, answer in answered:
                db.execute(answers.KEEP, answers.row(key, answer, now))
                db.execute("DELETE FROM batch_questions WHERE key = ?", (key,))
            for key, failure in failed:
                db.execute("UPDATE batch_questions SET failure = ? WHERE key = ?", (failure, key))

    def failure(self, key: str) -> str | None:
        """What failed of a question, if that did."""
        query = "SELECT failure FROM batch_questions WHERE key = ? AND failure IS NOT NULL"
        return next((failure for (failure,) in self._store.read(query, (key,))), None)

    def close(self, batch: KeptBatch, state: str) -> int:
        """Note that a batch has ended, and give back how many of its questions came to nothing; they may be asked again."""
        with self._store.writing() as db:
            done = db.execute("DELETE FROM batch_questions WHERE batch = ? AND failure IS NULL", (batch.id,))
            db.execute("UPDATE batches SET state = ? WHERE id = ?", (state, batch.id))
            return done.rowcount

    def _write(self, statement: str, *values: Any) -> None:
        with self._store.writing() as db:
            db.execute(statement, values)
