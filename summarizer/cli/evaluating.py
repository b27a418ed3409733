"""`brief eval`: the briefs of a folder's articles against gold answers; predictions, skeletons and floors."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from summarizer import loops, pipeline
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

if TYPE_CHECKING:
    from summarizer.model import ModelSettings

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
    """Makes, replays or loads the briefs of articles.

    Attributes:
        make: from the names of articles and their files, their briefs in order, or why there is none.
        loads: whether they were made before.
        quiet: whether nothing is shown meanwhile.
    """

    make: Callable[[Mapping[str, Path]], Iterable[Result | Exception]]
    loads: bool
    quiet: bool

    @classmethod
    def of(cls, asked: Evaluation, options: Arguments) -> "_Maker":
        if asked.briefs:
            folder = asked.briefs
            return cls(_in_turn(lambda name, text: _loaded(folder / f"{name}.json", text)), True, True)
        if asked.cassettes:
            tapes, price = asked.cassettes, Prices(options.prices, "")
            replay = _in_turn(lambda name, text: pipeline.summarize(text, cassette=tapes / f"{name}.yaml", price=price))
            return cls(replay, False, options.quiet)
        settings = settings_of(options)
        if settings is None and not (options.without_model or options.quiet):
            say(CODER_READS)
        return cls(lambda paths: _side_by_side(paths, settings, options), False, options.quiet)

    def results(self, paths: Mapping[str, Path], codes: list[Exit]) -> Iterator[tuple[str, Result | BriefError]]:
        """The brief of each article, or why there is none, which is told."""
        with Waiting("waiting for briefs", shown=not self.quiet) as waiting:
            for number, (name, made) in enumerate(zip(paths, self.make(paths), strict=True), 1):
                waiting.now(f"{number} of {len(paths)}")
                with waiting.aside():
                    if isinstance(made, BriefError):
                        complain(str(made), name)
                        codes.append(exit_of(made))
                    elif isinstance(made, Exception):
                        raise made
                    else:
                        for warning in made.run.warnings:
                            complain(warning, name)
                yield name, made

    def result(self, name: str, text: Path) -> Result:
        """The brief of one article. Raises BriefError."""
        with Waiting(f"{name}: waiting for its brief", shown=not self.quiet):
            (made,) = self.make({name: text})
        if isinstance(made, Exception):
            raise made
        for warning in made.run.warnings:
            complain(warning, name)
        return made


def _in_turn(make: Callable[[str, Path], Result]) -> Callable[[Mapping[str, Path]], Iterator[Result | Exception]]:
    """One brief after the other, as they are asked for."""

    def made(paths: Mapping[str, Path]) -> Iterator[Result | Exception]:
        for name, text in paths.items():
            try:
                yield make(name, text)
            except BriefError as error:
                yield error

    return made


def _side_by_side(
    paths: Mapping[str, Path], settings: "ModelSettings | None", options: Arguments
) -> list[Result | Exception]:
    """The briefs of a model or of the coder, so many at once; those that a store holds are made of the answers in it."""
    from summarizer.engine.corpus import Many, opened
    from summarizer.engine.feeding import offers
    from summarizer.engine.tasks import as_it_is

    asked = options if settings else replace(options, model=None)

    async def made() -> list[Result | Exception]:
        many = Many(jobs=options.jobs, in_order=True, store=options.store)
        async with opened(asked.run_options(settings), many, as_it_is, None) as (flow, looked_up):
            outcomes = flow.through(offers(paths.values(), looked_up))
            return [outcome.error or outcome.product async for outcome in outcomes]

    return loops.run(made)


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
    made = maker.results({article.id: article.path for article in gold.articles}, codes)
    scored = [_scored(article, one, maker) for article, (_, one) in zip(gold.articles, made, strict=True)]
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


def _scored(article: GoldArticle, made: Result | BriefError, maker: _Maker) -> Scored:
    """One article's verdicts; one that has no brief counts as having an empty one."""
    if isinstance(made, BriefError):
        return Scored(article.id, score(article.gold, Predicted(), article.document), failed=str(made))
    found = predicted(made.brief, made.document)
    run = None if maker.loads else made.run
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
        for name, made in maker.results(paths, codes):
            if isinstance(made, Result):
                write(line_for(corpus, name, made.brief, made.document))
    return gravest(codes)


def _skeleton(article: Path, maker: _Maker, options: Arguments) -> Exit:
    spare(options.output, [article], "--output")
    result = maker.result(article.stem, article)
    with opened(options.output) as write:
        write(skeleton_of(article.stem, result.brief, result.document))
    if options.output and not options.quiet:
        say(f"{options.output}: a skeleton, no gold yet: correct it against the article, then take out 'skeleton'")
    return Exit.WELL
