"""Writes the committed schema of a draft: `python -m summarizer.schemas`, after a change of its declaration."""

from pathlib import Path

from summarizer.model.strict import strict_schema, written
from summarizer.schemas.draft import SCHEMA_FILE, Draft

if __name__ == "__main__":
    Path(__file__).with_name(SCHEMA_FILE).write_text(written(strict_schema(Draft)), encoding="utf-8")
