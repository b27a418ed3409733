"""Brief → JSON that loads back as an `UnverifiedBrief`, with every unseen character escaped."""

from summarizer.pointing.briefs import StoredBrief
from summarizer.rendering.safety import json_escaped


def as_json(brief: StoredBrief) -> str:
    """The whole brief, indented by two spaces, its fields in the order of declaration, with a line break at the end."""
    return json_escaped(brief.model_dump_json(indent=2)) + "\n"
