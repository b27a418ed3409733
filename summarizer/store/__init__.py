"""Articles, answers and finished briefs in one SQLite file, so that nothing is paid for twice; it knows no field of use."""

from summarizer.store.batches import Batches, KeptBatch, WaitingArticle
from summarizer.store.finished import Finished, KeptBrief, KeptDocument, Reading, finish, kept_document
from summarizer.store.leases import LEASE
from summarizer.store.store import Store
from summarizer.store.tables import NO_TABLES, StoreColumn, StoreTable, StoreView, Tables, field_rows

__all__ = [
    "LEASE",
    "NO_TABLES",
    "Batches",
    "Finished",
    "KeptBatch",
    "KeptBrief",
    "KeptDocument",
    "Reading",
    "Store",
    "StoreColumn",
    "StoreTable",
    "StoreView",
    "Tables",
    "WaitingArticle",
    "field_rows",
    "finish",
    "kept_document",
]
