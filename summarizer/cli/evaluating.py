"""`brief eval`: the briefs of a folder's articles against gold answers; predictions, skeletons and floors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from summarizer import pipeline
from summarizer.asking.run import Run
from summarizer.cli.arguments import Arguments
from summarizer.cli.checking import CODER_READS, settings_of
from summarizer.cli.config import Prices
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.output import opened, prepare_stdout
from summarizer.cli.progress import Waiting, complain, say
from summarizer.cli.showing import load_brief
from summarizer.cli.sources import spare
from summarizer.conflict.mapping.predictions import Corpus
from summarizer.errors import BriefError, SourceError, UsageError
from summarizer.evaluation import (
    GoldArticle,
    Predicted,
    Scored,
    line_for,
    load_gold,
    page,
    predicted,
    score,
    skeleton_of,
)
from summarizer.evaluation.figures import figures_of
from summarizer.evaluation.floors import Floors, Reached, as_toml, below, gold_digest, load_floors, pinned, reached
from summarizer.evaluation.report import ReportFormat
from summarizer.pipeline import Result
from summarizer.reading.opening import read_document
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.verification import verify

CORPORA: tuple[Corpus, ...] = get_args(Corpus)
FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)


@dataclass(frozen=True)
class Evaluation:
    """What was asked for.

    Attributes:
        gold: folder of the gold answers; of articles only, where predictions are wanted.
        texts: folder of the articles, by default `gold`.
        ids: articles that are wanted; all of them where empty.
        cassettes, briefs: folders of recordings `ID.yaml`, or of briefs `ID.json`, in place of a model.
        init: an article that a skeleton is wanted of.
        floors, pin, why: file of the floors; whether to set them anew; and the reason why one is lowered.
    """

    gold: Path | None
    texts: Path | None
    ids: frozenset[str]
    cassettes: Path | None
    briefs: Path | None
    init: Path | None
    predictions: Corpus | None
    form: ReportFormat
    floors: Path | None
    pin: bool
    why: str | None


RULES: tuple[tuple[Callable[[Evaluation], bool], str], ...] = (
    (lambda asked: bool(asked.cassettes and asked.briefs), "--cassettes or --briefs: give one of them"),
    (
        lambda asked: not (asked.gold or asked.init),
        "no GOLD_DIR: name the folder of gold answers, or an article to --init",
    ),
    (lambda asked: bool(asked.gold and asked.init), "--init takes an article and no GOLD_DIR: give one of them"),
    (
        lambda asked: bool(asked.init and asked.predictions),
        "--init writes a skeleton, no --predictions: give one of them",
    ),
    (lambda asked: bool(asked.floors and (asked.init or asked.predictions)), "--floors is for figures only"),
    (lambda asked: bool(asked.floors and asked.ids), "--floors is for the whole of GOLD_DIR: leave out --id"),
    (lambda asked: asked.pin and not asked.floors, "--pin needs --floors: say which file to write"),
    (lambda asked: asked.why is not None and not asked.pin, "--why is the reason for lowering a floor with --pin"),
)
"""Combinations that make no sense, each with what to say of it."""


def evaluate(asked: Evaluation, options: Arguments) -> Exit:
    """Answer the command, and give back the code to end with.

    Args:
        asked: what is wanted.
        options: of these count the model's, `output`, `quiet` and `prices`.

    Raises:
        UsageError: it makes no sense; nothing has been sent or written.
        SourceError: the gold answers, or the article of a skeleton, cannot be read.
    """
    for applies, message in RULES:
        if applies(asked):
            raise UsageError(message)
    maker = _Maker.of(asked, options)
    prepare_stdout(for_machines=asked.form != "table" or asked.init is not None or asked.predictions is not None)
    if asked.init:
        return _skeleton(asked.init, maker, options)
    if asked.predictions:
        return _predictions(asked, asked.predictions, maker, options)
    return _figures(asked, maker, options)


# --- where a brief comes from ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Maker:
    """Makes, replays or loads the brief of one article."""

    make: Callable[[str, Path], Result]
    loads: bool
    quiet: bool

    @classmethod
    def of(cls, asked: Evaluation, options: Arguments) -> "_Maker":
        if asked.briefs:
            folder = asked.briefs
            return cls(lambda name, text: _loaded(folder / f"{name}.json", text), True, True)
        price = Prices(options.prices, options.model or "")
        if asked.cassettes:
            tapes = asked.cassettes
            return cls(
                lambda name, text: pipeline.summarize(text, cassette=tapes / f"{name}.yaml", price=price),
                False,
                options.quiet,
            )
        settings = settings_of(options)
        if settings is None and not (options.without_model or options.quiet):
            say(CODER_READS)
        return cls(
            lambda name, text: pipeline.summarize(text, model=settings, repairs=options.repairs, price=price),
            False,
            options.quiet,
        )

    def result(self, name: str, text: Path) -> Result:
        """The brief of an article."""
        with Waiting(f"{name}: waiting for its brief", shown=not self.quiet):
            result = self.make(name, text)
        for warning in result.run.warnings:
            complain(warning, name)
        return result


def _loaded(stored: Path, text: Path) -> Result:
    """A stored brief, verified again: what does not hold is not scored."""
    brief = load_brief(str(stored), UnverifiedBrief)
    document = read_document(text)
    if brief.source.sha256 != document.sha256:
        raise SourceError(f"{stored}: is the brief of another text than {text}")
    return Result(brief=verify(brief, document), run=Run(extractor="stored", version=""), document=document)


# --- figures -----------------------------------------------------------------------------------------


def _figures(asked: Evaluation, maker: _Maker, options: Arguments) -> Exit:
    assert asked.gold is not None  # noqa: S101  # RULES saw to it
    gold = load_gold(asked.gold, asked.texts, asked.ids)
    for mistake in gold.mistakes:
        complain(mistake)
    if gold.mistakes:
        return Exit.SOURCE_FAILED
    paths = [asked.gold / f"{article.id}.json" for article in gold.articles]
    spare(options.output, [*paths, *(article.path for article in gold.articles), asked.floors], "--output")
    before = _floors_before(asked)
    codes: list[Exit] = []
    scored = [_scored(article, maker, codes) for article in gold.articles]
    digest = gold_digest(paths)
    now = reached(figures_of(scored), digest)
    with opened(options.output) as write:
        write(page(scored, asked.form, digest))
    if asked.pin:
        _pin(asked, now, before, codes)
    elif before:
        codes.append(_held(before, now))
    return gravest(codes)


def _floors_before(asked: Evaluation) -> Floors | None:
    """The floors that there are; none where none are asked for, or they are to be set for the first time."""
    if asked.floors is None:
        return None
    first = asked.pin and not asked.floors.exists()
    return None if first else load_floors(asked.floors)


def _pin(asked: Evaluation, now: Reached, before: Floors | None, codes: list[Exit]) -> None:
    """Set the floors anew. Raises SourceError where an article has no brief."""
    if gravest(codes):
        raise SourceError("not every article has a brief: no floors are set")
    floors = pinned(now, before, asked.why)
    with opened(asked.floors) as write:
        write(as_toml(floors))


def _held(floors: Floors, now: Reached) -> Exit:
    """Tell of each floor that is not held."""
    lines = below(floors, now)
    for line in lines:
        complain(line)
    return Exit.BELOW_FLOOR if lines else Exit.WELL


def _scored(article: GoldArticle, maker: _Maker, codes: list[Exit]) -> Scored:
    """One article's verdicts; one that has no brief counts as having an empty one, and is told."""
    try:
        result = maker.result(article.id, article.path)
    except BriefError as error:
        complain(str(error), article.id)
        codes.append(exit_of(error))
        return Scored(article.id, score(article.gold, Predicted(), article.document), failed=str(error))
    found = predicted(result.brief, result.document)
    run = None if maker.loads else result.run
    return Scored(article.id, score(article.gold, found, article.document), run)


# --- predictions and skeletons ------------------------------------------------------------------------


def _predictions(asked: Evaluation, corpus: Corpus, maker: _Maker, options: Arguments) -> Exit:
    """One line for each article that has a brief; these need no gold answers."""
    folder = asked.texts or asked.gold or Path()
    there = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    absent = asked.ids - there.keys()
    if absent or not there:
        raise SourceError(f"{folder}: has no article {min(absent, default='ID')}.txt")
    wanted = asked.ids or there.keys()
    paths = {name: path for name, path in there.items() if name in wanted}
    spare(options.output, paths.values(), "--output")
    codes: list[Exit] = []
    with opened(options.output) as write:
        for name, result in _results(paths, maker, codes):
            write(line_for(corpus, name, result.brief, result.document))
    return gravest(codes)


def _results(paths: dict[str, Path], maker: _Maker, codes: list[Exit]) -> Iterator[tuple[str, Result]]:
    for name, path in paths.items():
        try:
            yield name, maker.result(name, path)
        except BriefError as error:
            complain(str(error), name)
            codes.append(exit_of(error))


def _skeleton(article: Path, maker: _Maker, options: Arguments) -> Exit:
    spare(options.output, [article], "--output")
    result = maker.result(article.stem, article)
    with opened(options.output) as write:
        write(skeleton_of(article.stem, result.brief, result.document))
    if options.output and not options.quiet:
        say(f"{options.output}: a skeleton, no gold yet: correct it against the article, then take out 'skeleton'")
    return Exit.WELL
