"""Briefs as flat tables of a store, and the views on them that people open: docs/store.md says what each column holds."""

from summarizer.conflict.storing.prepared import exported
from summarizer.conflict.storing.tables import TABLES
from summarizer.conflict.storing.views import VIEWS
from summarizer.store.tables import Tables

CONFLICT_TABLES = Tables(version=1, tables=TABLES, views=VIEWS, prepared=exported)
"""What the field of conflict news hands to a store."""
