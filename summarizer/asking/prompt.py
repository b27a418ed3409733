"""What a model is told: one version of a field's instructions, and of what follows them up."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Prompt:
    """One version of the instructions.

    Attributes:
        name: of the version.
        instructions: the constant part, the same for every article.
        article: the part that carries one article, with the fields {tag}, {published} and {sentences}.
        follow_ups: the texts of further requests: `window`, `rest`, `repair`, `agree`, `second_look` and `second_opinion`. What
            is not there is not asked: a later window as the first one, and nothing else at all.
    """

    name: str
    instructions: str
    article: str
    follow_ups: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Hash of what is sent for an article: it stands in every run."""
        return hashlib.sha256(f"{self.instructions}\0{self.article}".encode()).hexdigest()
