"""Many articles from a program: what was finished before is given out as it is kept."""

import asyncio
from pathlib import Path
from typing import Any

from summarizer.documents.document import Document
from summarizer.engine.corpus import KeptResult, corpus

TEXT = "Gunmen raided the depot at Olmgate on Friday, killing two guards, police said.\n\nNobody claimed the raid."


def outcomes(store: Path) -> list[Any]:
    async def gone_through() -> list[Any]:
        return [outcome async for outcome in corpus([TEXT], store=store)]

    return asyncio.run(gone_through())


def test_a_finished_article_is_given_out_as_it_is_kept_and_read_when_it_is_looked_at(tmp_path, monkeypatch):
    [first] = outcomes(tmp_path / "briefs.db")
    cut = []
    monkeypatch.setattr(Document, "from_text", lambda *args, **options: cut.append(args))
    [again] = outcomes(tmp_path / "briefs.db")
    assert (first.kept, again.kept, cut) == (False, True, [])
    monkeypatch.undo()
    assert isinstance(again.product, KeptResult)
    assert again.product.brief.model_dump() == first.product.brief.model_dump()
    assert (again.product.run, again.product.document) == (first.product.run, first.product.document)
    assert again.product.document is again.product.document
