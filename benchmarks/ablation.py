"""Which rules of the offline coder matter: `python benchmarks/ablation.py GOLD TEXTS [GOLD TEXTS …]`.

A rule is a function, method or property of `summarizer.conflict.coder` that is annotated to return a bool. Each is made to return
False, one at a time, and all articles are coded again. A rule is shown if that changes no draft, or moves no figure.
The figures are those of `brief eval`: every verdict on what gold and brief say of an article. Nothing is written.
"""

import argparse
import functools
import importlib
import inspect
import pkgutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import summarizer.conflict.coder
from summarizer import verify
from summarizer.conflict.coder import code
from summarizer.conflict.mapping.predictions import predicted
from summarizer.evaluation.gold import Article, load_gold
from summarizer.evaluation.scoring import score
from summarizer.schemas.draft import Draft

Figures = Counter[tuple[str, str]]
"""How many verdicts there are, by what was compared and how it came out."""
SHOWN = 8  # figures that stand beside a rule


@dataclass(frozen=True)
class Rule:
    """One rule: where it is defined, under which name, and its function."""

    owner: ModuleType | type
    name: str
    function: Callable[..., bool]

    @property
    def label(self) -> str:
        """The rule as its module, class and name."""
        owner = (
            f"{self.owner.__module__}.{self.owner.__name__}" if isinstance(self.owner, type) else self.owner.__name__
        )
        return f"{owner.removeprefix('summarizer.conflict.coder.')}.{self.name}"


def modules() -> list[ModuleType]:
    """Every module of the coder."""
    found = pkgutil.walk_packages(summarizer.conflict.coder.__path__, "summarizer.conflict.coder.")
    return [importlib.import_module(each.name) for each in found]


def rules() -> Iterator[Rule]:
    """Every rule, by module and name."""
    for module in modules():
        classes = [
            each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__
        ]
        for owner in (module, *classes):
            for name, member in sorted(vars(owner).items()):
                function = inspect.unwrap(member.fget if isinstance(member, property) else member)
                here = getattr(function, "__module__", None) == module.__name__
                if here and inspect.isfunction(function) and function.__annotations__.get("return") is bool:
                    yield Rule(owner, name, function)


def never(*_: Any, **__: Any) -> bool:
    """What a rule says that is switched off."""
    return False


def replaced(rule: Rule) -> list[tuple[ModuleType | type, str, Any]]:
    """Every place that holds the rule, with its name there and what it holds."""
    if isinstance(rule.owner, type):
        return [(rule.owner, rule.name, vars(rule.owner)[rule.name])]
    held = ((module, name, value) for module in modules() for name, value in vars(module).items())
    return [each for each in held if inspect.unwrap(each[2]) is rule.function]


def forget() -> None:
    """Empty every cache of the coder, so that nothing is remembered from before a rule was switched."""
    for module in modules():
        for value in vars(module).values():
            if isinstance(value, functools._lru_cache_wrapper):
                value.cache_clear()


def coded_without(rule: Rule, articles: list[Article]) -> list[Draft]:
    """The drafts of all articles while a rule is off."""
    places = replaced(rule)
    for owner, name, value in places:
        setattr(owner, name, property(never) if isinstance(value, property) else never)
    forget()
    try:
        return [code(each.document) for each in articles]
    finally:
        for owner, name, value in places:
            setattr(owner, name, value)
        forget()


def figures_of(article: Article, draft: Draft) -> Figures:
    """The verdicts on one draft."""
    brief = verify(draft, article.document)
    verdicts = score(article.gold, predicted(brief, article.document), article.document)
    return Counter((each.what, each.outcome) for each in verdicts)


def moved(before: Figures, after: Figures) -> str:
    """The figures that differ, in words."""
    names = sorted(name for name in before | after if before[name] != after[name])
    return ", ".join(
        f"{what} {outcome} {after[what, outcome] - before[what, outcome]:+d}" for what, outcome in names[:SHOWN]
    )


def progress(done: int, of: int, label: str) -> None:
    """Say on a terminal how far the work is."""
    if sys.stderr.isatty():
        print(f"\r\033[K{done} of {of}  {label}", end="" if done < of else "\n", file=sys.stderr, flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD TEXTS", help="gold answers, and their articles")
    parser.add_argument("--all", action="store_true", help="show the rules that move figures, too")
    arguments = parser.parse_args()
    if len(arguments.folders) % 2:
        parser.error("each folder of gold answers needs one of texts")
    pairs = zip(arguments.folders[::2], arguments.folders[1::2], strict=True)
    articles = [article for gold, texts in pairs for article in load_gold(gold, texts).articles]
    drafts = [code(each.document) for each in articles]
    figures = [figures_of(article, draft) for article, draft in zip(articles, drafts, strict=True)]
    listed = list(rules())
    print(f"{'rule':60} {'drafts':>6}  figures")
    for number, rule in enumerate(listed, start=1):
        progress(number, len(listed), rule.label)
        before: Figures = Counter()
        after: Figures = Counter()
        changed = 0
        for article, draft, old, new in zip(articles, drafts, figures, coded_without(rule, articles), strict=True):
            if new != draft:
                changed += 1
                before += old
                after += figures_of(article, new)
        difference = moved(before, after)
        if arguments.all or not difference:
            print(f"{rule.label:60} {changed:6}  {difference or ('none' if changed else 'none: changes no draft')}")
    print(f"{len(listed)} rules, {len(articles)} articles")


if __name__ == "__main__":
    main()
