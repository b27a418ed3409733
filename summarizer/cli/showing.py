"""Stored briefs, and the public JSON Schema that they follow."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.cli.output import opened, prepare_stdout
from summarizer.errors import SourceError, UsageError

if TYPE_CHECKING:
    from summarizer.cli.arguments import Arguments
    from summarizer.documents.document import Document
    from summarizer.documents.quotes import Part
    from summarizer.pointing.briefs import StoredBrief
    from summarizer.schemas.brief import UnverifiedBrief

AnyBrief = TypeVar("AnyBrief", bound="StoredBrief")
AnyPart = TypeVar("AnyPart", bound="Part")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def show(stored: str, options: "Arguments") -> None:
    """Render a stored brief, marked as unverified.

    Args:
        stored: path of the JSON of one brief.
        options: `sources` holds its article, or nothing, which is enough for JSON; where it names no file of decisions, the
            one beside the brief counts, if there is one.

    Raises:
        UsageError: the article is needed and not given.
        SourceError: the brief, or its article, cannot be read, or the one is not of the other.
    """
    from summarizer.cli import sources, writing
    from summarizer.cli.progress import complain
    from summarizer.pointing.sealing import broken
    from summarizer.rendering.safety import json_escaped
    from summarizer.schemas.brief import UnverifiedBrief

    if not options.sources and options.format != "json":
        raise UsageError("a page quotes the article: give its file after the brief's, or use --format json")
    options = replace(options, reviews=options.reviews or _if_there(beside(stored)))
    sources.spare(options.output, [stored, *options.sources, options.reviews], "--output")
    prepare_stdout(for_machines=options.for_machines)
    brief = load_brief(stored, UnverifiedBrief)
    if changed := broken(brief):
        complain(f"was changed after it was verified ({', '.join(changed)}): 'brief verify' says how", stored)
    if options.sources:
        source = options.sources[0]
        brief, document = loaded(stored, source)
        text = writing.opening(options) + writing.page(brief, document, source, options)
    else:
        text = json_escaped(brief.model_dump_json(indent=2)) + "\n"
    with opened(options.output) as write:
        write(text)


def beside(stored: str) -> Path:
    """The file of decisions that lies beside a brief: `brief.review.json` beside `brief.json`."""
    return Path(stored).with_suffix(".review.json")


def _if_there(path: Path) -> Path | None:
    return path if path.is_file() else None


def loaded(stored: str, source: str) -> "tuple[UnverifiedBrief, Document]":
    """A stored brief with the article that it is of.

    Args:
        stored: path of the JSON of one brief.
        source: the article, as it was given.

    Raises:
        SourceError: one of them cannot be read, or the one is not of the other.
    """
    from summarizer.cli.sources import place
    from summarizer.reading.opening import read_document
    from summarizer.schemas.brief import UnverifiedBrief

    brief = load_brief(stored, UnverifiedBrief)
    document = read_document(place(source), published(brief))
    _check(stored, brief, document)
    return brief, document


def load_brief(stored: str, form: "type[AnyBrief]") -> "AnyBrief":
    """The brief in this file, unverified.

    Args:
        stored: the file.
        form: what a stored brief of its field looks like.

    Raises:
        SourceError: it cannot be read, or is no brief of a version that is known here.
    """
    brief = load_part(stored, form, "brief", "; 'brief schema' says what it must be")
    try:
        published(brief)
    except ValueError as error:
        raise SourceError(f"{stored}: its day of publication is no date; it was changed by hand") from error
    return brief


def load_part(stored: str, form: "type[AnyPart]", called: str, help_: str = "") -> "AnyPart":
    """What a file holds as JSON, such as a brief or a digest.

    Args:
        stored: the file.
        form: what it looks like; it has a version.
        called: what it is called.
        help_: what is said of it besides where it is none.

    Raises:
        SourceError: it cannot be read, is none, or is of a version that is not known here.
    """
    from pydantic import ValidationError

    from summarizer.reading.files import read_text

    try:
        part = form.model_validate_json(read_text(stored))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise SourceError(f"{stored}: is not the JSON of a {called} ({place}: {first['msg']}){help_}") from error
    version = getattr(part, "version", None)
    if version != form.model_fields["version"].default:
        raise SourceError(f"{stored}: is of version {version}, which this program does not know; update it")
    return part


def published(brief: "StoredBrief") -> date | None:
    """The day of publication that a brief states; no date at all is a ValueError."""
    return date.fromisoformat(brief.source.published) if brief.source.published else None


def _check(stored: str, brief: "UnverifiedBrief", document: "Document") -> None:
    """Raise SourceError unless the brief is of this document and quotes what stands there."""
    from summarizer.pointing.roles import quotes_in

    if brief.source.sha256 != document.sha256:
        raise SourceError(f"{stored}: is the brief of another text; give the article that it was made from")
    for path, quote in quotes_in(brief):
        if quote != document.quote(quote.start, quote.end):
            raise SourceError(f"{stored}: {path} is not what the article says there; the file was changed")


def public_schema() -> dict[str, Any]:
    """The JSON Schema of a brief as `--format json` writes it, with its version in `$id`."""
    from summarizer.pointing.roles import json_schema
    from summarizer.schemas.brief import UnverifiedBrief

    version = UnverifiedBrief.model_fields["version"].default
    schema = json_schema(UnverifiedBrief, "serialization")
    schema["properties"]["version"] = {"const": version, "title": "Version", "type": "integer"}
    schema["title"] = "Brief"
    schema["description"] = "A brief of one article. One read from a file is not vouched for until verified again."
    return {"$schema": DIALECT, "$id": f"urn:summarizer:brief:{version}", **schema}


def print_schema() -> None:
    """Write the public schema to standard output."""
    prepare_stdout(for_machines=True)
    with opened(None) as write:
        write(json.dumps(public_schema(), indent=2, ensure_ascii=False) + "\n")


def completion_script(shell: str, command: Any) -> str:
    """The text that makes a shell complete this command's words."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"no completion for {shell}")
    completion = kind(command, {}, "brief", "_BRIEF_COMPLETE")
    return completion.source_template % completion.source_vars()  # .source() would look for a shell first
