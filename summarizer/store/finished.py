"""A finished article as it is written and read back: the document, how it was read, the brief, and the rows it comes to."""

import zlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from summarizer.documents.characters import SURROGATE
from summarizer.documents.document import Document
from summarizer.documents.fingerprints import fingerprint
from summarizer.documents.quotes import Origin, Quote
from summarizer.errors import StoreError
from summarizer.store.tables import NO_TABLES, Rows, Tables, field_rows, tables_of

if TYPE_CHECKING:
    from summarizer.asking.run import Run
    from summarizer.pointing.briefs import StoredBrief
    from summarizer.pointing.field import Field

QUICK = 1
"""The level of zlib: a higher one saves a sixth of the space and takes twice the time."""


@dataclass(frozen=True)
class KeptDocument:
    """One article as it is kept.

    Attributes:
        fingerprint: of text, day of publication and origin (`documents.fingerprints`).
        sha256: of the text alone.
        name: what it was called: its file, or the address it was read from.
        title, outlet: as its source states them, else as the text begins.
        published: day of publication, ISO 8601.
        address: where it is to be found.
        language: `en`, or `und`.
        origin: all that its source states of it, JSON of an `Origin`.
        text: the article.
    """

    fingerprint: str
    sha256: str
    name: str
    title: str
    outlet: str
    published: str | None
    address: str
    language: str
    origin: str
    text: str

    def document(self) -> Document:
        """The document again, cut into sentences."""
        published = date.fromisoformat(self.published) if self.published else None
        return Document.from_text(self.text, published=published, origin=Origin.model_validate_json(self.origin))


@dataclass(frozen=True)
class Reading:
    """How an article was read.

    Attributes:
        extractor: `model`, `coder`, or another registered one.
        model, endpoint: of a model; else None.
        policy: of the brief.
        version: of this package.
        depends: all that it depends on beside the article and the version, as JSON; None: it is not known.
    """

    extractor: str
    model: str | None
    endpoint: str | None
    policy: str
    version: str
    depends: str | None = None


@dataclass(frozen=True)
class Finished:
    """A finished article, ready to be written.

    Attributes:
        key: of the document and everything that its reading depends on, but the version of this package.
        document: the article.
        reading: how it was read.
        brief: JSON of the brief, compressed.
        run: JSON of how it came about.
        exit_code: what the command says of it.
        rows: what the brief comes to in the field's tables.
    """

    key: str
    document: KeptDocument
    reading: Reading
    brief: bytes
    run: str
    exit_code: int = 0
    rows: Rows = field(default_factory=dict)


@dataclass(frozen=True)
class KeptBrief:
    """A finished article as it was read back.

    Attributes:
        key, reading, run, exit_code: as they were written.
        fingerprint: of its document.
        packed: JSON of the brief, compressed.
        made_at: when it was written, UTC.
    """

    key: str
    fingerprint: str
    reading: Reading
    exit_code: int
    made_at: str
    packed: bytes
    run: str

    @property
    def brief(self) -> str:
        """JSON of the brief. Raises StoreError where it is damaged."""
        try:
            return unpacked(self.packed)
        except (zlib.error, UnicodeDecodeError) as error:
            raise StoreError(
                f"the brief {self.key} is damaged in its store: `brief store check` says what can be saved"
            ) from error


def packed(text: str) -> bytes:
    """A text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), QUICK)


def unpacked(data: bytes) -> str:
    """The text again."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def kept_document(document: Document, name: str = "") -> KeptDocument:
    """A document as it is kept.

    Args:
        document: the article.
        name: what it is called: its file, or the address it was read from.
    """
    origin, dateline = document.origin, document.dateline
    return KeptDocument(
        fingerprint=fingerprint(document.text, document.published, origin),
        sha256=document.sha256,
        name=SURROGATE.sub("\ufffd", name),
        title=origin.title or _words(document.title),
        outlet=origin.outlet or _words(dateline.agency if dateline else None),
        published=document.published.isoformat() if document.published else None,
        address=origin.address,
        language=document.language,
        origin=origin.model_dump_json(exclude_defaults=True),
        text=document.text,
    )


def with_rows(one: Finished, field: "Field[Any]") -> Finished:
    """A finished article with the rows that its brief comes to; it is one that loads."""
    brief = field.stored.model_validate_json(unpacked(one.brief))
    return replace(one, rows=field_rows(tables_of(field), brief, one.document.document()))


def _words(quote: Quote | None) -> str:
    """Words on one line."""
    return " ".join(quote.text.split()) if quote else ""


def finish(
    key: str,
    brief: "StoredBrief",
    run: "Run",
    document: Document,
    *,
    name: str = "",
    exit_code: int = 0,
    tables: Tables = NO_TABLES,
    depends: str | None = None,
) -> Finished:
    """All that is written of a finished article; made wherever there is a processor to spare.

    Args:
        key: what it is looked up by.
        brief, run, document: what came of it.
        name: what the article is called.
        exit_code: what the command says of it.
        tables: of its field.
        depends: all that the reading depends on beside the article and the version, as JSON.
    """
    return Finished(
        key=key,
        document=kept_document(document, name),
        reading=Reading(run.extractor, run.model, run.endpoint, brief.policy, run.version, depends),
        brief=packed(brief.model_dump_json()),
        run=run.model_dump_json(),
        exit_code=exit_code,
        rows=field_rows(tables, brief, document),
    )
