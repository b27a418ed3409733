"""What every brief says beside its items: of which document it is, and what became of everything that was proposed."""

from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    Field,
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    model_serializer,
    model_validator,
)

from summarizer.documents.quotes import Part, Source
from summarizer.pointing.audit import Audit, Finding, ItemOutcome, Rejected
from summarizer.pointing.roles import lists_of

Policy = Literal["standard", "strict"]
"""How much the tables ask of a source; the field says what `strict` is."""


class StoredBrief(Part):
    """A brief as it stands in a file, of whatever field: nothing in it is vouched for."""

    version: int = 1
    source: Source
    policy: Policy = "standard"
    read_by: str | None = Field(
        default=None,
        description="Who read the article: 'model', 'coder' or the name of another extractor; null where it is not known. Taken on trust.",
    )
    audit: Audit = Audit()

    @model_validator(mode="after")
    def _of_known_kinds(self) -> Self:
        """An audit speaks of the kinds of items that the brief lists, and of no others."""
        kinds = lists_of(type(self))
        audit = self.audit
        told: tuple[ItemOutcome | Finding | Rejected, ...] = (*audit.outcomes, *audit.findings, *audit.rejected_raw)
        if not {None, *kinds}.issuperset(one.item for one in told):
            raise ValueError(f"the audit speaks of items of an unknown kind; there are {', '.join(kinds)}")
        return self

    @model_serializer(mode="wrap")
    def _audit_last(self, written: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]
        """Who reads the file meets the items before what became of them.

        A type of what is returned would stand in the JSON Schema in place of the fields.
        """
        parts: dict[str, Any] = written(self)
        return dict(sorted(parts.items(), key=lambda named: named[0] == "audit"))


class OnlyFromTheVerifier(BaseModel):
    """Lets the verifier alone make a brief; what comes from a file is to be verified again."""

    @model_validator(mode="wrap")
    @classmethod
    def _only_the_verifier(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(data, cls) or info.context == {"verified": True}:
            return handler(data)
        raise ValueError(
            "only the verifier makes a Brief; load this as UnverifiedBrief and verify it against its article"
        )
