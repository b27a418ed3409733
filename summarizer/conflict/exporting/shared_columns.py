"""Columns that several tables have: of which article a row is, and on whose word its incident stands."""

from summarizer.conflict.exporting.exported import several
from summarizer.rendering.tables import Column

ARTICLE: tuple[Column, ...] = (
    Column("article", "what the article is called: its file, or the address it was read from", lambda row: row.within.name),
    Column("sha256", "SHA-256 of the article's text in UTF-8: `source.sha256`", lambda row: row.within.brief.source.sha256),
    Column("title", "its title, as what holds it states it, or as the text begins", lambda row: row.within.title),
    Column("published", "its day of publication, where one is given", lambda row: row.within.brief.source.published),
    Column("outlet", "who published it, or the agency of its dateline", lambda row: row.within.outlet),
    Column("address", "where it is to be found, as what holds it says", lambda row: row.within.brief.source.origin.address),
    Column("read_by", "who read it: model, coder (rules, which miss much and may join what is apart), or another extractor", lambda row: row.within.brief.read_by),
    Column("language", "en where its words tell that it is English, else und: the checks read English only", lambda row: row.within.document.language),
)  # fmt: skip

ITEM: tuple[Column, ...] = (
    Column("id", "id of the item in the brief", lambda row: row.item.id),
    Column("label", "its number on the page, such as A1", lambda row: row.within.label(row.item)),
)  # fmt: skip

MARKS = Column("marks", "codes of the checks that marked it", lambda row: " ".join(row.within.marked(row.item)))

REVIEW: tuple[Column, ...] = (
    Column("review", "what a person decided about it, the last decision: accepted, rejected, corrected or annotated", lambda row: row.within.review(row.item, "review")),
    Column("reviewed_by", "who decided that", lambda row: row.within.review(row.item, "reviewed_by")),
    Column("reviewed_on", "the day", lambda row: row.within.review(row.item, "reviewed_on")),
    Column("review_note", "what should be otherwise, and the note", lambda row: row.within.review(row.item, "review_note")),
)  # fmt: skip
"""Empty where nobody decided anything."""

ON_WHOSE_WORD: tuple[Column, ...] = (
    Column("frame", "`frame`: current, or background, an older event told as history", lambda row: row.item.frame),
    Column("stage", "`stage` as the article tells it", lambda row: row.item.stage),
    Column("occurrence", "`assessment.occurrence`: whether it happened, as far as this article supports it", lambda row: row.found.occurrence),
    Column("contested", "`assessment.contested`: somebody denies it all the same", lambda row: row.found.contested),
    Column("attribution", "`assessment.attribution`: who did it, as far as this article supports it", lambda row: row.found.attribution),
    Column("basis", "`assessment.basis.grounds`: why the occurrence is what it is", lambda row: row.found.basis.grounds),
    Column("said_by", "who says so: the speakers of `assessment.basis.support`", lambda row: row.speakers(row.found.basis.support)),
    Column("denied_by", "who denies or disputes it: the speakers of `assessment.basis.against`", lambda row: row.speakers(row.found.basis.against)),
    Column("evidence", "the article's words that tell it, and those of each statement on it", lambda row: several(quote.text for quote in row.evidence)),
    MARKS,
    *REVIEW,
)  # fmt: skip
"""What a codebook has no column for, behind those that it has."""
