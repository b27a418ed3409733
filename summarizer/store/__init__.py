"""Articles, answers and finished briefs in one SQLite file, so that nothing is paid for twice; it knows no field of use."""

from summarizer.store.damages import Damage, check
from summarizer.store.finished import (
    Finished,
    KeptBrief,
    KeptDocument,
    Reading,
    finish,
    kept_document,
    packed,
    unpacked,
    with_rows,
)
from summarizer.store.flat_tables import NO_TABLES, StoreColumn, StoreTable, StoreView, Tables, field_rows, tables_of
from summarizer.store.kept_batches import Batches, KeptBatch, WaitingArticle
from summarizer.store.leases import LEASE
from summarizer.store.rescuing import Rescued, rescue
from summarizer.store.store import Store

__all__ = [
    "LEASE",
    "NO_TABLES",
    "Batches",
    "Damage",
    "Finished",
    "KeptBatch",
    "KeptBrief",
    "KeptDocument",
    "Reading",
    "Rescued",
    "Store",
    "StoreColumn",
    "StoreTable",
    "StoreView",
    "Tables",
    "WaitingArticle",
    "check",
    "field_rows",
    "finish",
    "kept_document",
    "packed",
    "rescue",
    "tables_of",
    "unpacked",
    "with_rows",
]
