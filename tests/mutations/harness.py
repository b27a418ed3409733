"""Plants faults into correct drafts, verifies each, and says what became of it; beside it two simpler verifiers."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from rapidfuzz.fuzz import partial_ratio

from summarizer import Brief, Document, Draft, verify
from summarizer.conflict.completing import completed
from summarizer.conflict.items import Items
from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Rejected
from summarizer.pointing.grounding import ground
from tests.proposing import first_answer

from .editing import COLLECTIONS, mentions, sentence
from .operator import Fault, Group, Operator
from .operators import OPERATORS

Verdict = Literal["rejected", "marked", "survived", "marked_before", "harmless"]

ROOT = Path(__file__).parents[2]
LONG = 5_000
"""Characters from which an article takes long to verify."""
FUZZY_ENOUGH = 85
"""Score of rapidfuzz's partial_ratio from which fuzzy matching takes a quotation for the article's."""
SHOWN = 60
"""Characters of a value that a line on a survivor shows."""


@dataclass(frozen=True)
class Article:
    """A document with its correct draft."""

    name: str
    document: Document
    draft: Draft

    @cached_property
    def brief(self) -> Brief:
        """What the verifier makes of the correct draft."""
        return verify(self.draft, self.document)

    @cached_property
    def lacking(self) -> frozenset[Rejected]:
        """Quotations of the correct draft that do not stand in the article."""
        return _lacking(self.draft, self.document)


@dataclass(frozen=True)
class Planted:
    """What became of one fault. `exact` and `fuzzy` say whether the simpler verifiers catch it."""

    article: str
    operator: str
    group: Group
    cue: bool
    item: str
    field: str
    change: str
    verdict: Verdict
    exact: bool
    fuzzy: bool


def recorded() -> Iterator[Article]:
    """The project's own articles with the drafts that their cassettes hold; those without a cassette are left out.

    The drafts are those that the checks see: with what goes unsaid where a draft travels as lines.
    """
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        tape = ROOT / "cassettes" / "seeds" / f"{path.stem}.yaml"
        if tape.exists():
            document = Document.from_text(path.read_text(encoding="utf-8"))
            yield Article(path.stem, document, completed(first_answer(tape, document), document))


def stored(folder: Path) -> Iterator[Article]:
    """Drafts as JSON files, each with its article as a text file of the same name."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Article(path.stem, Document.from_text(text), Draft.model_validate_json(path.read_text(encoding="utf-8")))


@cache
def articles(folder: Path | None) -> tuple[Article, ...]:
    """Those of a folder, or the project's own."""
    return tuple(stored(folder) if folder else recorded())


def plant_all(folder: Path | None, only: str, cap: int) -> list[Planted]:
    """What became of the faults of every operator whose name begins like this, on all cores."""
    chosen = [at for at, operator in enumerate(OPERATORS) if operator.name.startswith(only)]
    with ProcessPoolExecutor() as pool:
        found = pool.map(_plant_one, repeat(folder), chosen, repeat(cap))
        return [one for some in found for one in some]


def _plant_one(folder: Path | None, at: int, cap: int) -> list[Planted]:
    return list(plant(articles(folder), [OPERATORS[at]], cap))


def plant(
    articles: Iterable[Article], operators: Sequence[Operator], cap: int, *, simpler: bool = True
) -> Iterator[Planted]:
    """Plant and judge at most `cap` faults per operator and article, a third of that in a long one.

    `simpler`: the simpler verifiers too.
    """
    for article in articles:
        for operator in operators:
            faults = list(operator.plant(article.draft, article.document))
            for fault in _spread(faults, -(-cap // 3) if len(article.document.text) > LONG else cap):
                if _judgeable(fault, article):
                    yield _planted(article, operator, fault, simpler)


def _spread(faults: list[Fault], cap: int) -> list[Fault]:
    """At most `cap` of them, from all over the list."""
    if len(faults) <= cap:
        return faults
    return [faults[at * len(faults) // cap] for at in range(cap)]


def _judgeable(fault: Fault, article: Article) -> bool:
    """Whether the item is new, or in the brief of the correct draft; what is dropped anyway shows nothing."""
    return _item(article.draft, fault) is None or _item(article.brief, fault) is not None


def _planted(article: Article, operator: Operator, fault: Fault, simpler: bool) -> Planted:
    return Planted(
        article=article.name,
        operator=operator.name,
        group=operator.group,
        cue=operator.cue,
        item=f"{fault.item} {fault.id}",
        field=fault.field,
        change=f"{_shown(article.draft, fault)} → {_shown(fault.draft, fault)}",
        verdict=judge(fault, article),
        exact=simpler and _exact_catches(fault, article),
        fuzzy=simpler and _fuzzy_catches(fault, article),
    )


# --- what became of a fault ---------------------------------------------------------------------


def judge(fault: Fault, article: Article) -> Verdict:
    """What the verifier does with a fault.

    harmless: the brief is that of the correct draft, and nothing had to be rejected for it. rejected: what was
    planted is not in the brief. marked: it is, and the item bears a warning that the correct draft's does not, or it
    is a link without evidence, which every page shows as not stated in the article. marked_before: the correct
    draft bears a mark on this very value too, so that the fault shows nothing of the checks.
    """
    brief = verify(fault.draft, article.document)
    fresh = _findings(brief, fault) - _findings(article.brief, fault)
    rejected = any(severity == "reject" for severity, *_ in fresh)
    if fault.field and not rejected and _items(brief) == _items(article.brief):
        return "harmless"
    if not _holds(brief, fault, article):
        return "rejected"
    warned = any(severity == "warn" for severity, *_ in fresh)
    if warned or _link_without_evidence(brief, fault):
        return "marked"
    return "marked_before" if _on_the_value(brief, fault) and _on_the_value(article.brief, fault) else "survived"


def _on_the_value(brief: Brief, fault: Fault) -> bool:
    """Whether a mark of the item stands on the fault's own field, on the entry that holds it or on the words for it."""
    marked = {field for severity, _, field, _ in _findings(brief, fault) if severity == "warn" and field}
    return any(f"{fault.field}.".startswith(f"{field}.") or field == f"{fault.field}_words" for field in marked)


def _link_without_evidence(brief: Brief, fault: Fault) -> bool:
    name, *deeper = fault.field.split(".")
    if name not in ("affiliations", "about") or not deeper:
        return False
    planted = getattr(_item(fault.draft, fault), name)[int(deeper[0])]
    to = "actor" if name == "affiliations" else "incident"
    links = getattr(_item(brief, fault) or _merged(brief, fault), name)
    return not any(link.evidence for link in links if getattr(link, to) == getattr(planted, to))


def _items(brief: Brief) -> dict[str, Any]:
    return {name: getattr(brief, name) for name in COLLECTIONS.values()}


def _findings(brief: Brief, fault: Fault) -> set[tuple[Any, ...]]:
    return {
        (found.severity, found.code, found.field, found.quotes)
        for found in brief.audit.findings
        if (found.item, found.id) == (fault.item, fault.id)
    }


def _holds(brief: Brief, fault: Fault, article: Article) -> bool:
    """Whether the planted value is still in the brief, in its item or the one that it was merged into."""
    if not fault.field:
        return _item(brief, fault) is not None
    item = _item(brief, fault) or _merged(brief, fault)
    if item is None:
        return False
    name, *deeper = fault.field.split(".")
    if not deeper:
        return _has(getattr(item, name), getattr(_item(fault.draft, fault), name), _before(article.draft, fault, name))
    correct = _item(article.brief, fault)
    fresh = [entry for entry in getattr(item, name) if correct is None or entry not in getattr(correct, name)]
    if len(deeper) == 1:
        return bool(fresh)
    at, part = int(deeper[0]), deeper[1]
    new = getattr(getattr(_item(fault.draft, fault), name)[at], part)
    old = _before(article.draft, fault, name)
    before = getattr(old[at], part) if at < len(old) else None
    return any(_has(getattr(entry, part), new, before) for entry in fresh)


def _before(draft: Draft, fault: Fault, name: str) -> Any:
    item = _item(draft, fault)
    return () if item is None else getattr(item, name)


def _has(value: Any, new: Any, old: Any) -> bool:
    """Whether a value of the brief is what was planted: has what is new, or lacks what was left out."""
    if not isinstance(new, (list, tuple)):
        return bool(value == new)
    given, before, found = _set(new), _set(old or ()), _set(value)
    return bool((given - before) & found) if given - before else not before <= found


def _set(value: Iterable[Any]) -> frozenset[Any]:
    return frozenset((one.sentence, " ".join(one.text.split())) if hasattr(one, "text") else one for one in value)


def _item(of: BaseModel, fault: Fault) -> Any:
    return next((item for item in getattr(of, COLLECTIONS[fault.item]) if item.id == fault.id), None)


def _merged(brief: Brief, fault: Fault) -> Any:
    """The item that this one was merged into."""
    for outcome in brief.audit.outcomes:
        if (outcome.item, outcome.id) == (fault.item, fault.id) and outcome.into is not None:
            return next((item for item in getattr(brief, COLLECTIONS[fault.item]) if item.id == outcome.into), None)
    return None


# --- simpler verifiers --------------------------------------------------------------------------


def _exact_catches(fault: Fault, article: Article) -> bool:
    """Exact quotations only: whether one that was planted is not in the article."""
    return bool(_lacking(fault.draft, article.document) - article.lacking)


def _lacking(draft: Draft, document: Document) -> frozenset[Rejected]:
    return frozenset(ground(completed(draft, document), document, Items).rejected)


def _fuzzy_catches(fault: Fault, article: Article) -> bool:
    """Fuzzy quotations only: whether one of the item is too unlike its sentence."""
    item = _item(fault.draft, fault)
    return any(
        partial_ratio(mention.text, sentence(article.document, mention.sentence)) < FUZZY_ENOUGH
        for mention in mentions(item)
    )


# --- words for people ---------------------------------------------------------------------------


def _shown(draft: Draft, fault: Fault) -> str:
    """The value at the fault's place, in short."""
    value = _item(draft, fault)
    for part in fault.field.split(".") if fault.field and value is not None else ():
        if isinstance(value, (list, tuple)):
            value = value[int(part)] if int(part) < len(value) else None
        elif value is not None:
            value = getattr(value, part)
    text = _words(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _words(value: Any) -> str:
    if value is None or value == []:
        return "–"
    if isinstance(value, (list, tuple)):
        return " / ".join(_words(one) for one in value)
    if hasattr(value, "text") and isinstance(value.text, str):
        return f"[{value.sentence}] {' '.join(value.text.split())}"
    if isinstance(value, Part):
        return " / ".join(_words(one) for one in mentions(value)) or type(value).__name__
    return str(value)
