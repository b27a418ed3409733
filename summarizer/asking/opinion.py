"""What a second opinion may say of one proposition."""

from typing import Literal

from pydantic import Field

from summarizer.schemas.draft import Proposed

Verdict = Literal["supported", "contradicted", "not_stated"]


class Opinion(Proposed):
    """A verdict on one proposition, from one passage."""

    verdict: Verdict = Field(
        description="supported: the passage says so. contradicted: it says otherwise. not_stated: it leaves it open."
    )
