"""A folder of articles with recorded answers and accepted briefs: keep them, and check that they still come out alike.

Beside the articles `seeds/NAME.txt` lie the recordings `cassettes/seeds/NAME.yaml` and the briefs that somebody has
accepted, `seeds/accepted/NAME.json`. `record` makes both, `check` replays the one and compares with the other.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from summarizer import loops
from summarizer.asking.conversation import brief_by_model
from summarizer.asking.options import RunOptions
from summarizer.documents.document import Document
from summarizer.errors import BriefError, CassetteError, ProviderError, SourceError
from summarizer.pointing.audit import UNREAD
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.field import Field
from summarizer.reading.files import read_article, read_text
from summarizer.recording import tapes
from summarizer.recording.cassette import write_whole
from summarizer.regression.changes import changes
from summarizer.rendering.json import as_json

State = Literal["unchanged", "changed", "accepted", "stale", "missing", "failed"]
"""How the check of one source ends.

`changed`: its brief is another. `accepted`: another, and kept as the new one. `stale`: the recording answers another
request than would be sent now. `missing`: there is no recording, no accepted brief, or no source. `failed`: one of
them cannot be used.
"""

PARTS: tuple[tuple[str, str], ...] = (
    ("messages[0]", "the prompt"),
    ("messages", "the article"),
    ("response_format", "the schema"),
    ("tool", "the schema"),
    ("", "the parameters"),
)
"""The part of a request that a path in its JSON belongs to: read from the top, by how the path begins."""


@dataclass(frozen=True)
class Folder:
    """Where the articles lie, and what is kept of them.

    Attributes:
        sources: the folder of the articles, `*.txt`.
        cassettes: the folder of their recordings.
    """

    sources: Path
    cassettes: Path

    @classmethod
    def at(cls, sources: str | Path, cassettes: str | Path | None = None) -> "Folder":
        """The folder of these articles.

        Args:
            sources: the folder.
            cassettes: the folder of its recordings, by default `cassettes/<its name>` beside it.
        """
        folder = Path(sources)
        named = folder if folder.name not in ("", "..") else folder.resolve()
        return cls(folder, Path(cassettes) if cassettes else named.parent / "cassettes" / named.name)

    def names(self) -> list[str]:
        """Names of all articles, and of all accepted briefs whether or not their article is there, in order."""
        kept = [*self.sources.glob("*.txt"), *self.sources.glob("accepted/*.json")]
        return sorted({path.stem for path in kept})

    def source(self, name: str) -> Path:
        """The article of this name."""
        return self.sources / f"{name}.txt"

    def cassette(self, name: str) -> Path:
        """The recording of this name's article."""
        return self.cassettes / f"{name}.yaml"

    def accepted(self, name: str) -> Path:
        """The accepted brief of this name's article."""
        return self.sources / "accepted" / f"{name}.json"


# --- check ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CheckedArticle:
    """How one source's check ended.

    Attributes:
        lines: what changed or is amiss, in words, a line each; they may hold words of the article.
        notes: what else the replay said, where something changed.
    """

    name: str
    state: State
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def check(folder: Folder, name: str, field: Field[Any], *, accept: bool = False) -> CheckedArticle:
    """Replay one article's recording, without network or key, and compare its brief with the accepted one.

    Args:
        folder: where everything lies.
        name: of the article.
        field: that its brief is of.
        accept: keep the brief that comes out now as the accepted one, where one comes out.
    """
    missing = _missing(folder, name, accept)
    if missing:
        return CheckedArticle(name, "missing", missing)
    try:
        accepted = _load(folder.accepted(name), field) if folder.accepted(name).is_file() else None
        return _compared(folder, name, field, accepted, accept)
    except BriefError as error:
        return CheckedArticle(name, "failed", (str(error),))


def _missing(folder: Folder, name: str, accept: bool) -> tuple[str, ...]:
    """What a comparison lacks, a line each; no accepted brief is needed where one is to be accepted."""
    source, cassette, accepted = folder.source(name), folder.cassette(name), folder.accepted(name)
    if not source.is_file():
        return (
            f"there is no such article, but an accepted brief of it, {accepted}: bring it back, or remove that too",
        )
    lines = []
    if not cassette.is_file():
        lines.append(f"no recording at {cassette}: 'brief record {source}' makes one")
    if not accepted.is_file() and not accept:
        lines.append(f"no accepted brief at {accepted}: look at what comes out, and take it with --accept")
    return tuple(lines)


def _compared(
    folder: Folder, name: str, field: Field[Any], accepted: StoredBrief | None, accept: bool
) -> CheckedArticle:
    """Replay one article's recording as it was recorded, under the accepted brief's policy and day of publication."""
    policy, published = _held(accepted)
    document = Document.from_text(read_article(folder.source(name)).text, published=published)
    try:
        cassette = folder.cassette(name)
        looked = tapes.metadata(cassette).second_look
        options = RunOptions(cassette=cassette, policy=policy, second_look=looked)
        brief, run = loops.run(lambda: brief_by_model(document, options, field))
    except CassetteError as error:
        if not error.differs:  # the recording itself is amiss
            raise
        part = _stale_part(error.differs, document, accepted)
        return CheckedArticle(name, "stale", (f"{part} is no longer what was recorded: {error}",))
    lines = ("a first brief of it",) if accepted is None else changes(accepted, brief, field.telling())
    if not lines:
        return CheckedArticle(name, "unchanged")
    if accept:
        write_whole(folder.accepted(name), as_json(brief))
    return CheckedArticle(name, "accepted" if accept else "changed", lines, run.warnings)


def _stale_part(place: str, document: Document, accepted: StoredBrief | None) -> str:
    """Which part of the request a place in its JSON belongs to."""
    is_its_article = accepted is not None and accepted.source.sha256 == document.sha256
    part = next(part for beginning, part in PARTS if place.startswith(beginning))
    return f"the prompt around {part}" if is_its_article and part == "the article" else part


def _held(accepted: StoredBrief | None) -> tuple[Any, date | None]:
    """The policy and the day of publication that an accepted brief holds on to; neither, where there is no such brief."""
    if accepted is None:
        return None, None
    published = accepted.source.published
    return accepted.policy, date.fromisoformat(published) if published else None


def _load(path: Path, field: Field[Any]) -> StoredBrief:
    """The accepted brief in a file. Raises SourceError if it cannot be read, or is no brief of this version."""
    try:
        brief = field.stored.model_validate_json(read_text(path))
        date.fromisoformat(brief.source.published or "2000-01-01")
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise SourceError(
            f"{path}: is no brief of this version ({place}: {first['msg']}); --accept cannot mend it: "
            "remove it, then take a new one with --accept"
        ) from error
    except ValueError as error:
        raise SourceError(f"{path}: its day of publication is no date; it was changed by hand") from error
    return brief


# --- record ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Recorded:
    """What was kept of one source.

    Attributes:
        name: of the article in the folder.
        kept: the files that were written.
        lines: what its brief says otherwise than the one accepted until now; None where there was none.
        tokens: how many the endpoint counted, both ways.
        warnings: what was asked for and could not be done.
        unread: part of the article came to no answer.
    """

    name: str
    kept: tuple[Path, ...]
    lines: tuple[str, ...] | None
    tokens: int
    warnings: tuple[str, ...] = ()
    unread: bool = False


def record(source: Path, folder: Folder, options: RunOptions, field: Field[Any]) -> Recorded:
    """Ask the model about one article, and keep the exchange and the brief; the article too, if it lay elsewhere.

    Where the model or the endpoint fails, what was kept until now stays. An article is never written over; the accepted
    brief's policy, unless another is chosen, and day of publication hold on.

    Args:
        source: the article.
        folder: where everything is kept.
        options: of the run; which cassette is recorded is the folder's.
        field: that its brief is of.

    Raises:
        SourceError: it cannot be read, or another article of this name is in the folder.
        ProviderError: the endpoint or the model failed.
        CassetteError: the files cannot be written.
    """
    text = read_article(source).text
    name, place = source.stem, folder.source(source.stem)
    there = place.exists()
    if there and not place.samefile(source) and read_article(place).text != text:
        raise SourceError(f"{source}: {place} is another article of this name; rename one of them")
    before = _accepted_until_now(folder.accepted(name), field)
    policy, published = _held(before)
    document = Document.from_text(text, published=published)
    asked = replace(options, cassette=folder.cassette(name), record=True, policy=options.policy or policy)
    brief, run = loops.run(lambda: brief_by_model(document, asked, field))
    kept: tuple[Path, ...] = (folder.cassette(name), folder.accepted(name))
    write_whole(folder.accepted(name), as_json(brief))
    if not there:
        write_whole(place, text)
        kept = (place, *kept)
    return Recorded(
        name=name,
        kept=kept,
        lines=None if before is None else changes(before, brief, field.telling()),
        tokens=run.tokens.prompt + run.tokens.completion,
        warnings=run.warnings,
        unread=any(finding.code == UNREAD for finding in brief.audit.findings),
    )


def tokens_of(error: BriefError) -> int:
    """How many tokens a source took that failed, as far as the endpoint counted.

    Args:
        error: what it failed with; only an endpoint's failure has taken any.
    """
    return error.prompt_tokens + error.completion_tokens if isinstance(error, ProviderError) else 0


def _accepted_until_now(path: Path, field: Field[Any]) -> StoredBrief | None:
    """The accepted brief; None where there is none, or none that can be read: it will be replaced."""
    try:
        return _load(path, field) if path.is_file() else None
    except SourceError:
        return None
