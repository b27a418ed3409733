"""Digests of a store: its articles with their briefs, the names that incidents have, what people decided, what was told last."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pydantic import ValidationError

from summarizer.conflict.digesting import KnownIncidents, ReadArticle, digest, make_digest
from summarizer.conflict.digesting.choosing import cites_of, said_otherwise, within
from summarizer.conflict.digesting.digest_news import DigestNews
from summarizer.conflict.linking import Decided
from summarizer.errors import StoreError, UsageError, printable
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.schemas.digest import Digest
from summarizer.store import KeptDocument, Store, packed, unpacked

BEFORE = 30
"""Days before the first of a digest whose articles are read too: what it tells of may have begun there."""

_ARTICLES = """
    SELECT documents.fingerprint, documents.sha256, documents.name, documents.title, documents.outlet,
        documents.published, documents.address, documents.language, documents.origin, texts.text, brief_files.packed
    FROM briefs JOIN documents ON documents.id = briefs.document JOIN texts ON texts.document = documents.id
    JOIN brief_files ON brief_files.brief = briefs.id
    WHERE (? IS NULL OR documents.published IS NULL OR documents.published >= ?)
        AND (? IS NULL OR documents.published IS NULL OR documents.published <= ?)
    ORDER BY documents.id, briefs.extractor = 'model', briefs.made_at, briefs.id
"""
"""Every brief in these days; of an article that was read several times the last is taken, and a model's before others."""


@dataclass(frozen=True)
class DigestDays:
    """The days of which a digest tells; None leaves an end open."""

    since: date | None = None
    until: date | None = None

    @property
    def scope(self) -> str:
        """What digests of the same days are known by."""
        return f"{self.since or ''}/{self.until or ''}"


@dataclass(frozen=True)
class DigestDecision:
    """What somebody decided of two tellings.

    Attributes:
        number: its own.
        verdict: `same` or `different`.
        one, other: the tellings, by article and incident of its brief.
        incident: the name of the incident that was decided about.
        made_at: when, UTC.
    """

    number: int
    verdict: str
    one: str
    other: str
    incident: str
    made_at: str


EVERYTHING = DigestDays()
Tell = Callable[[str], None]


def _silent(_: str) -> None:
    pass


def articles_of(store: Store, window: DigestDays = EVERYTHING, tell: Tell = _silent) -> list[ReadArticle]:
    """The articles of a store with their briefs, of these days and of a month before.

    Args:
        store: which holds them.
        window: the days.
        tell: is told how far it is.

    Raises:
        StoreError: the store cannot be read, or a brief in it is damaged or of another version.
    """
    first = date.fromordinal(max(1, window.since.toordinal() - BEFORE)).isoformat() if window.since else None
    last = window.until.isoformat() if window.until else None
    found: dict[str, ReadArticle] = {}
    with store.select(_ARTICLES, (first, first, last, last)) as (_, rows):
        for number, row in enumerate(rows):
            if not number % 100:
                tell(f"{number:,} articles read")
            kept = KeptDocument(*row[:-1])
            found[kept.fingerprint] = _read(store, kept, row[-1])
    return list(found.values())


def _read(store: Store, kept: KeptDocument, data: bytes) -> ReadArticle:
    try:
        brief = UnverifiedBrief.model_validate_json(unpacked(data))
    except (zlib.error, UnicodeDecodeError, ValidationError) as error:
        raise StoreError(
            f"{printable(str(store.path))}: the brief of {printable(kept.name)} is damaged or of another version:"
            " `brief store check` and `brief store verify` tell more"
        ) from error
    return ReadArticle(kept.document(), brief, kept.name).slim()


def digest_of(
    store: Store, window: DigestDays = EVERYTHING, *, policy: Policy = "standard", tell: Tell = _silent
) -> tuple[Digest, list[ReadArticle]]:
    """The digest of a store, incidents under the names that they have; new names are kept.

    Args:
        store: which holds the articles.
        window: the days that it tells of.
        policy: how much it takes for an incident to be confirmed.
        tell: is told how far it is.

    Returns:
        The digest, and the articles that it was made from.

    Raises:
        StoreError: the store cannot be read or written.
    """
    articles = articles_of(store, window, tell)
    tell(f"{len(articles):,} articles read; they are linked")
    known = KnownIncidents(dict(store.read("SELECT telling, incident FROM digest_names")))
    made = make_digest(articles, policy=policy, decided=decided(store), known=known)
    new = [(telling, name) for telling, name in made.names.items() if known.of.get(telling) != name]
    if new:
        with store.writing() as db:
            db.executemany("INSERT OR REPLACE INTO digest_names VALUES (?, ?)", new)
    return within(made.digest, window.since, window.until), articles


# --- what people decided -----------------------------------------------------------------------------


def decisions(store: Store) -> list[DigestDecision]:
    """What stands of what people decided, the oldest first."""
    rows = store.read(
        "SELECT id, verdict, one, other, incident, made_at FROM digest_decisions WHERE undone_at IS NULL ORDER BY id"
    )
    return [DigestDecision(*row) for row in rows]


def decided(store: Store) -> Decided:
    """The same as linking takes it; of two that contradict each other the later counts."""
    last = {frozenset((each.one, each.other)): each for each in decisions(store)}
    pairs = {
        verdict: frozenset((each.one, each.other) for each in last.values() if each.verdict == verdict)
        for verdict in ("same", "different")
    }
    return Decided(**pairs)


def decide_same(store: Store, one: str, other: str) -> int:
    """Two incidents are one, with all that tells either; gives back the number of the first of its decisions.

    Raises:
        UsageError: there is no incident of such a name, or it is one already.
    """
    if one == other:
        raise UsageError(f"{printable(one)} is one incident already: name two")
    first, *others = (*_tellings(store, one), *_tellings(store, other))
    return _decide(store, [(first, each) for each in others], "same", one)


def decide_different(store: Store, incident: str, article: str) -> int:
    """What an article tells is not this incident; gives back the number of the first of its decisions.

    Args:
        store: which holds it.
        incident: its name.
        article: how the article's key begins, or its file's name.

    Raises:
        UsageError: there is no such incident, the article does not tell it, or nothing else does.
    """
    tellings = _tellings(store, incident)
    keys = {
        fingerprint[:12]
        for (fingerprint,) in store.read("SELECT fingerprint FROM documents WHERE name = ?", (article,))
    }
    keys.add(article)
    its_own = [each for each in tellings if each.startswith(tuple(keys))]
    others = [each for each in tellings if each not in its_own]
    if not its_own or not others:
        raise UsageError(
            f"no article {printable(article)} tells of {printable(incident)} beside others: `brief digest -f json` has the keys"
        )
    return _decide(store, [(one, other) for one in its_own for other in others], "different", incident)


def undo(store: Store, number: int) -> None:
    """Take a decision back, with those that were made with it. Raises UsageError where there is none of this number."""
    with store.writing() as db:
        made = db.execute(
            "SELECT made_at, incident FROM digest_decisions WHERE id = ? AND undone_at IS NULL", (number,)
        ).fetchall()
        if not made:
            raise UsageError(f"there is no decision {number} that stands: `brief digest --decisions` lists them")
        db.execute(
            "UPDATE digest_decisions SET undone_at = ? WHERE made_at = ? AND incident = ? AND undone_at IS NULL",
            (_now(), *made[0]),
        )


def _tellings(store: Store, incident: str) -> list[str]:
    found = [
        telling
        for (telling,) in store.read(
            "SELECT telling FROM digest_names WHERE incident = ? AND telling NOT LIKE '%#t%' ORDER BY telling",
            (incident,),
        )
    ]
    if not found:
        raise UsageError(f"there is no incident {printable(incident)}: a digest shows each with its id")
    return found


def _decide(store: Store, pairs: Iterable[tuple[str, str]], verdict: str, incident: str) -> int:
    now = _now()
    rows = [(verdict, one, other, incident, now) for one, other in pairs]
    with store.writing() as db:
        db.executemany(
            "INSERT INTO digest_decisions (verdict, one, other, incident, made_at) VALUES (?, ?, ?, ?, ?)", rows
        )
        ((number,),) = db.execute("SELECT max(id) FROM digest_decisions").fetchall()
    return int(number) - len(rows) + 1


# --- what is new -------------------------------------------------------------------------------------


def last_digest(store: Store, now: Digest, window: DigestDays = EVERYTHING) -> Digest | None:
    """The last digest of the same days by the same policy; None where there was none that this version can read."""
    rows = store.read("SELECT packed FROM digest_states WHERE scope = ?", (_scope(now, window),))
    return _stored(store, rows[0][0]) if rows else None


def keep_as_last(store: Store, now: Digest, news: Iterable[DigestNews], window: DigestDays = EVERYTHING) -> None:
    """Make a digest the last one of its days, once it was told; what was new in it is added to the table `digest_log`."""
    made_at = _now()
    with store.writing() as db:
        db.execute(
            "INSERT OR REPLACE INTO digest_states VALUES (?, ?, ?)",
            (_scope(now, window), made_at, packed(now.model_dump_json())),
        )
        db.executemany(
            "INSERT INTO digest_log (made_at, about, what, told) VALUES (?, ?, ?, ?)",
            [(made_at, each.about, each.what, each.model_dump_json()) for each in news],
        )


def _scope(digest: Digest, window: DigestDays) -> str:
    """What a digest is held against: those of the same days and the same policy."""
    return f"{window.scope}/{digest.policy}"


def _stored(store: Store, data: bytes) -> Digest | None:
    """A digest that is kept; None where another version wrote it, which this one cannot hold anything against."""
    try:
        return Digest.model_validate_json(unpacked(data))
    except ValidationError:
        return None
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError(f"{printable(str(store.path))}: the last digest in it is damaged") from error


# --- whether a digest holds --------------------------------------------------------------------------


def digest_differences(store: Store, told: Digest) -> Iterator[str]:
    """What of a digest does not hold against the store that it was made of, a line each.

    Every quotation is looked up in its article, and all is derived again of the briefs that the store has now.

    Raises:
        StoreError: the store cannot be read.
    """
    wanted = {*told.made_of, *(article.key for article in told.articles)}
    kept = {article.key: article for article in articles_of(store) if article.key in wanted}
    for key in sorted(wanted - kept.keys()):
        yield f"article {key}: is not in this store"
    texts = {key: article.document.text for key, article in kept.items()}
    wrong = [cite for cite in cites_of(told) if texts.get(cite.article, "")[cite.start : cite.end] != cite.text]
    for cite in wrong:
        yield f"article {cite.article}, {cite.start} to {cite.end}: the words do not stand there"
    if wrong or wanted - kept.keys():
        return
    known = KnownIncidents(dict(store.read("SELECT telling, incident FROM digest_names")))
    again = digest(kept.values(), policy=told.policy, decided=decided(store), known=known)
    yield from said_otherwise(told, again)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
