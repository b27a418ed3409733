"""An article with its brief, as a digest takes it."""

from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.conflict.items import Items
from summarizer.conflict.shown import weighed
from summarizer.documents.document import Document
from summarizer.documents.fingerprints import fingerprint
from summarizer.origins import PrintedArticle
from summarizer.pointing.audit import Audit, Key
from summarizer.schemas.brief import AssessedIncident, UnverifiedBrief


@dataclass(frozen=True)
class ReadArticle:
    """One article that was read.

    Attributes:
        document: the article.
        brief: what was made of it.
        name: its file, or the address it was read from.
    """

    document: Document
    brief: UnverifiedBrief
    name: str = ""

    @cached_property
    def key(self) -> str:
        """What it is known by in a digest: the first figures of its fingerprint, so that it plays no part whence it came."""
        return fingerprint(self.document.text, self.document.published, self.document.origin)[:KEY]

    @cached_property
    def printed(self) -> PrintedArticle:
        """The article as an outlet printed it."""
        document, stated = self.document, self.document.origin
        title = stated.title or (document.title.text if document.title else "")
        agency = document.dateline.agency.text if document.dateline and document.dateline.agency else ""
        outlet = stated.outlet or agency
        return PrintedArticle(self.key, document.text, title, document.published, outlet, stated.author, stated.relayed)

    @cached_property
    def items(self) -> Items:
        """Everything that the brief holds."""
        return Items.of_brief(self.brief, self.document)

    @cached_property
    def acting(self) -> Items:
        """The same without the links that the article does not show and that do nothing to a status then."""
        return weighed(self.items, self.brief.audit.links)

    @cached_property
    def marked(self) -> frozenset[Key | None]:
        """The items that a check marked."""
        return frozenset(self.brief.audit.marks())

    def slim(self) -> "ReadArticle":
        """The same with only so much of the audit as a digest asks of: marks, and links that are not shown."""
        audit = self.brief.audit
        marks = tuple(one.model_copy(update={"quotes": ()}) for one in audit.findings if one.severity == "warn")
        links = tuple(link for link in audit.links if link.shown == "not_shown")
        return replace(self, brief=self.brief.model_copy(update={"audit": Audit(findings=marks, links=links)}))

    @property
    def by_rules(self) -> bool:
        """Whether the offline coder read it."""
        return self.brief.read_by == "coder"

    @cached_property
    def incidents(self) -> tuple[AssessedIncident, ...]:
        """The single acts that it tells, of this news or of older; no drills, and none that only sums others up."""
        return tuple(
            each for each in self.brief.incidents if each.assessment and each.frame != "exercise" and not each.aggregate
        )

    @cached_property
    def main(self) -> AssessedIncident | None:
        """What the article is mainly about: the first act of this news, or else the first of older ones."""
        return min(self.incidents, key=lambda each: each.frame != "current", default=None)


KEY = 12
"""Figures of a fingerprint: of a million articles, two have the same once in five hundred such digests."""
