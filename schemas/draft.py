"""What an extractor may say of an article: mentions, choices and ids, never a sentence of its own."""

from collections.abc import Sequence
from importlib.resources import files

from summarizer.pointing.roles import Mention
from summarizer.schemas import declared

Affiliation = declared.Affiliation[Mention]
Actor = declared.Actor[Mention]
Target = declared.Target[Mention]
Casualty = declared.Casualty[Mention]
Incident = declared.Incident[Mention]
About = declared.About[Mention]
Statement = declared.Statement[Mention]
Threat = declared.Threat[Mention]
ThirdPartyWarning = declared.ThirdPartyWarning[Mention]

Value = Sequence[Mention]
"""What an extractor gives for a value."""

SCHEMA_FILE = "draft.schema.json"


class Draft(declared.Lists[Mention]):
    """Everything that an extractor proposes of one article: untrusted."""

    @classmethod
    def committed_schema(cls) -> str:
        """The JSON schema as it is sent, from the committed file."""
        return (files(__package__) / SCHEMA_FILE).read_text(encoding="utf-8")
