"""What an extractor may say of an article: mentions, choices and ids, never a sentence of its own."""

from collections.abc import Sequence

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


class Draft(declared.Lists[Mention]):
    """Everything that an extractor proposes of one article: untrusted."""
