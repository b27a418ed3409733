"""Copies and incidents of the digest against gold: `python benchmarks/digest.py SCORE.py [--coder] [--fit] [--grow] [--tolls]`.

SCORE.py is the scorer of a digest benchmark, beside which its sets lie: `<set>_tune.jsonl.gz` with an article a line,
`<set>_tune_incidents.json` and `<set>_tune_copies.json`. What is printed first was measured on incidents by weights that were
fitted on others; the weights of the package, fitted on all, come last. `--coder` adds what the offline coder's briefs state;
`--fit` prints the table for linking.toml; `--grow` measures time and memory on articles that were varied from the sets'; `--tolls` holds the killed of `gvc_tune_facts.json` against
a digest of the coder's briefs.
"""

import argparse
import gzip
import importlib.util
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from summarizer import Document, summarize
from summarizer.conflict.digesting import ReadArticle, digest
from summarizer.conflict.linking.blocking import candidates
from summarizer.conflict.linking.grouping import contradicting, grouped
from summarizer.conflict.linking.linking import NEAREST, ToldArticle, link
from summarizer.conflict.linking.stated_acts import StatedAct, act_of, with_acts
from summarizer.conflict.linking.traits import corpus_of
from summarizer.conflict.linking.weighing import WEIGHTS, LinkWeights, Pairs
from summarizer.documents.quotes import Origin
from summarizer.origins import PrintedArticle, find_origins
from summarizer.schemas.digest import DigestToll

RIDGE = 3.0
BREADTH = 2
"""LinkWeights are fitted on more pairs than are weighed: on many that are easily told apart."""
SEEDS = (1, 2, 3)
LEASTS = (-0.6, -0.4, -0.2, 0.0, 0.2)


@dataclass
class Set:
    """One set of articles with its gold incidents, and its pairs as they are measured."""

    name: str
    articles: list[PrintedArticle]
    incidents: list[list[str]]
    copies: dict[str, Any]
    acts: dict[str, StatedAct]

    def __post_init__(self) -> None:
        self.corpus = with_acts(corpus_of(self.articles), self.acts)
        self.keys = [traits.key for traits in self.corpus.traits]
        of = {key: number for number, keys in enumerate(self.incidents) for key in keys}
        self.gold = [of[key] for key in self.keys]
        blank = Pairs(self.corpus, replace(WEIGHTS, measures={}))
        self.pairs = sorted(candidates(self.corpus, BREADTH))
        self.near = sorted(candidates(self.corpus))
        measured = [blank.measures(*pair) for pair in self.pairs]
        self.names = list(measured[0])
        self.values = np.array([list(each.values()) for each in measured])
        self.same = np.array([self.gold[one] == self.gold[other] for one, other in self.pairs], float)
        size = Counter(self.gold)
        self.weight = np.array(
            [
                2 / max(2, size[self.gold[one]] - 1) if same else 1.0
                for (one, _), same in zip(self.pairs, self.same, strict=True)
            ]
        )


def read(scorer: Path, name: str, coded: bool) -> Set:
    """A set that lies beside the scorer."""
    packed = (scorer.parent / f"{name}_tune.jsonl.gz").read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(packed).decode().splitlines()]
    articles = [
        PrintedArticle(row["id"], row["text"], row["title"], date.fromisoformat(row["date"]), row["outlet"])
        for row in rows
    ]
    incidents = json.loads((scorer.parent / f"{name}_tune_incidents.json").read_text())
    copies = json.loads((scorer.parent / f"{name}_tune_copies.json").read_text())
    return Set(name, articles, list(incidents.values()), copies, coded_acts(articles) if coded else {})


def coded_acts(articles: Iterable[PrintedArticle]) -> dict[str, StatedAct]:
    """What the offline coder's briefs state of each article's first incident."""
    briefs = (
        (article.key, summarize(Document.from_text(article.text, published=article.published)).brief)
        for article in articles
    )
    return {key: act for key, brief in briefs if (act := act_of(brief))}


def fitted(values: np.ndarray, same: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, shrunk on the standardised measures; the constant comes last."""
    mean, spread = values.mean(0), values.std(0) + 1e-6
    inputs = np.c_[(values - mean) / spread, np.ones(len(values))]
    found = np.zeros(inputs.shape[1])
    shrink = RIDGE * np.r_[np.ones(values.shape[1]), 0.0]
    for _ in range(40):
        odds = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weight * (odds - same)) + shrink * found
        found -= np.linalg.solve(
            (inputs * (weight * odds * (1 - odds))[:, None]).T @ inputs + np.diag(shrink + 1e-6), slope
        )
    return np.r_[found[:-1] / spread, found[-1] - (found[:-1] * mean / spread).sum()]


def weights_of(sets: Sequence[Set], chosen: Sequence[np.ndarray]) -> LinkWeights:
    """LinkWeights fitted on chosen pairs of several sets."""
    parts = [
        np.concatenate([getattr(each, name)[pick] for each, pick in zip(sets, chosen, strict=True)])
        for name in ("values", "same", "weight")
    ]
    found = fitted(*parts)
    return replace(
        WEIGHTS, constant=float(found[-1]), measures=dict(zip(sets[0].names, map(float, found), strict=False))
    )


def crossed(sets: Sequence[Set], score: ModuleType) -> None:
    """Each half of the incidents by weights from the other; pairs of both halves, which neither saw, by the mean of both."""
    results: dict[tuple[str, float], list[list[float]]] = {}
    for seed in SEEDS:
        halves = [
            [random.Random(seed * 1000 + number).random() < 0.5 for number in range(len(each.incidents))]  # noqa: S311 - the same halves each time
            for each in sets
        ]
        sides = [
            np.array([[half[each.gold[item]] for item in pair] for pair in each.pairs])
            for each, half in zip(sets, halves, strict=True)
        ]
        first = weights_of(sets, [side.all(1) for side in sides])
        second = weights_of(sets, [~side.any(1) for side in sides])
        for each, half in zip(sets, halves, strict=True):
            by_first, by_second = Pairs(each.corpus, first), Pairs(each.corpus, second)

            def odds(
                one: int, other: int, half: Any = half, each: Set = each, by: Any = (by_first, by_second)
            ) -> float:
                sides = {half[each.gold[one]], half[each.gold[other]]}
                seen = [by[1].score(one, other)] * (True in sides) + [by[0].score(one, other)] * (False in sides)
                return sum(seen) / len(seen)

            for least in LEASTS:
                apart = contradicting(
                    lambda one, other, by=by_first: by.forbidden(one, other) or by.elsewhere(one, other)
                )
                groups = grouped([[item] for item in range(len(each.keys))], each.near, odds, apart, least)
                groups = grouped(groups, each.near, odds, apart, WEIGHTS.near, nearest=NEAREST)
                found = score.score(each.incidents, [[each.keys[item] for item in items] for items in groups])
                results.setdefault((each.name, least), []).append([*found["pair"], found["lea"][2]])
    for least in LEASTS:
        print(f"{least:5}", *(line(each.name, np.mean(results[each.name, least], axis=0)) for each in sets), sep="   ")


def line(name: str, figures: Iterable[float]) -> str:
    """The figures of one set."""
    return "{} P {:.1f} R {:.1f} F {:.1f} LEA {:.1f}".format(name, *figures)


def grow(sets: Sequence[Set]) -> None:
    """Articles varied from the sets': other names by rotation of letters, other numbers, days anywhere in the span."""
    for number in (1000, 10_000):
        articles = list(varied(sets, number))
        started = time.process_time()
        linked = link(map(ToldArticle, articles))
        taken = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{number:6} articles: {taken:.1f} s, {linked.compared} pairs weighed, {len(linked.incidents)} incidents, peak {peak:.0f} MB",
            flush=True,
        )


def varied(sets: Sequence[Set], number: int) -> Iterable[PrintedArticle]:
    """So many articles."""
    chance = random.Random(5)  # noqa: S311 - the same articles each time
    originals = [article for each in sets for article in each.articles]
    for place in range(number):
        article, turn = originals[place % len(originals)], place // len(originals)
        letters = "abcdefghijklmnopqrstuvwxyz"
        turned = str.maketrans(letters, letters[turn * 3 % 26 :] + letters[: turn * 3 % 26])
        words = [
            word[0] + word[1:].translate(turned) if word[:1].isupper() and len(word) > 4 else word
            for word in article.text.split(" ")
        ]
        if turn:
            words = [word for word in words if chance.random() > 0.1]
        day = (article.published or date.min) + timedelta(days=turn * 3)
        yield replace(
            article,
            key=f"{article.key}-{turn}",
            text=" ".join(words),
            title=article.title.translate(turned),
            published=day,
        )


def tolls(of: Set, scorer: Path) -> None:
    """Print how the killed of a digest of the coder's briefs compare with the archive's number, incident by incident."""
    read_articles = []
    for article in of.articles:
        origin = Origin(title=article.title, outlet=article.outlet)
        document = Document.from_text(article.text, published=article.published, origin=origin)
        read_articles.append(ReadArticle(document, summarize(document).brief, article.key))
    made = digest(read_articles)
    names = {article.key: article.name for article in made.articles}
    facts = json.loads(scorer.with_name(f"{of.name}_tune_facts.json").read_text())
    named = json.loads(scorer.with_name(f"{of.name}_tune_incidents.json").read_text())
    for least, most in ((2, 99), (1, 1)):
        ends: Counter[str] = Counter()
        for name, known in facts.items():
            if least <= known["killed"] <= most:
                wanted = set(named[name])
                likest = max(made.incidents, key=lambda each: len(wanted & {names[key] for key in each.told_in}))
                told = likest.tolls if wanted & {names[key] for key in likest.told_in} else ()
                ends[_end(told, known["killed"])] += 1
        print(f"killed {least} to {most}:", *(f"{end} {number}," for end, number in ends.most_common()))


def _end(told: Iterable[DigestToll], killed: int) -> str:
    numbers = {toll.at_least or toll.at_most for toll in told if toll.stands and toll.outcome == "killed"} - {None}
    if not numbers:
        return "no number"
    if len(numbers) > 1:
        return "differs, right among them" if killed in numbers else "differs, right not among them"
    return "right" if killed in numbers else "wrong"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--coder", action="store_true")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--grow", action="store_true")
    parser.add_argument("--tolls", action="store_true")
    asked = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", asked.scorer)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    sets = [read(asked.scorer, name, asked.coder and not asked.grow) for name in ("fakes", "gvc")]
    if asked.grow:
        grow(sets)
        return
    if asked.tolls:
        tolls(sets[1], asked.scorer)
        return
    for each in sets:
        groups = [[member.key for member in group.members] for group in find_origins(each.articles).groups]
        print("copies", each.name, *score.copies(each.copies, groups)["copies"])
        total = sum(one == other for one, other in combinations(each.gold, 2))
        print("pairs weighed", len(each.pairs), f"with {each.same.sum():.0f} of {total} that are one incident")
    crossed(sets, score)
    if asked.fit:
        found = weights_of(sets, [np.ones(len(each.pairs), bool) for each in sets])
        print(
            f"constant = {found.constant:.2f}",
            *(f"{name} = {value:.2f}" for name, value in found.measures.items()),
            sep="\n",
        )
    for each in sets:
        linked = link(ToldArticle(article, each.acts.get(article.key)) for article in each.articles)
        found = score.score(each.incidents, linked.incidents)
        print("package", line(each.name, [*found["pair"], found["lea"][2]]), len(linked.proposals), "proposals")


if __name__ == "__main__":
    main()
