"""Edits by hand of stored briefs, planted one by one; `python -m tests.brief_edits` counts those that `brief verify` sees.

Seen at all, by the seal that the verifier wrote; and by the checks alone, as where somebody sealed the brief anew.

Every field of every item in turn: other choices, other ids, words cut, moved, emptied or taken from another place of
the brief; items deleted; the audit emptied or thinned; statuses, counts, days and the source changed.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from summarizer.conflict.items import KINDS
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.pointing.rechecking import of_seal
from summarizer.pointing.roles import quotes_in
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.schemas.draft import Draft
from summarizer.verification import differences, verify
from tests.proposing import seeded

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Edit:
    """One thing changed in a stored brief: what sort of change, where, and the brief after it."""

    sort: str
    place: str
    brief: UnverifiedBrief


def edits(brief: UnverifiedBrief, random: Random) -> Iterator[Edit]:
    """Every edit of every field of every item, of the source and of the audit; chance picks what is put in its place."""
    pool = [quote for name in KINDS.values() for item in getattr(brief, name) for _, quote in quotes_in(item)]
    for kind, name in KINDS.items():
        listed = getattr(brief, name)
        for at, item in enumerate(listed):
            rest = (*listed[:at], *listed[at + 1 :])
            yield Edit("item deleted", f"{kind} {item.id}", brief.model_copy(update={name: rest}))
            for field, sort, changed in _of_part(item, _ids(brief), pool, random):
                if changed == item:
                    continue
                put = (*listed[:at], changed, *listed[at + 1 :])
                yield Edit(sort, f"{kind} {item.id} {field}", brief.model_copy(update={name: put}))
    yield from _of_source(brief)
    yield from _of_audit(brief)


def _of_source(brief: UnverifiedBrief) -> Iterator[Edit]:
    other = "strict" if brief.policy == "standard" else "standard"
    yield Edit("policy", "policy", brief.model_copy(update={"policy": other}))
    source = brief.source
    changes: dict[str, Any] = {
        "sha256": "0" * 64, "characters": source.characters + 1, "sentences": source.sentences + 1, "paragraphs": (1,),
        "title": None if source.title else _first_words(brief), "dateline": None,
    }  # fmt: skip
    for field, value in changes.items():
        if value != getattr(source, field):
            changed = brief.model_copy(update={"source": source.model_copy(update={field: value})})
            yield Edit("source", f"source.{field}", changed)


def _first_words(brief: UnverifiedBrief) -> Quote | None:
    return next((quote for item in brief.actors for quote in item.name), None)


def _of_audit(brief: UnverifiedBrief) -> Iterator[Edit]:
    audit = brief.audit

    def with_audit(**update: Any) -> UnverifiedBrief:
        return brief.model_copy(update={"audit": audit.model_copy(update=update)})

    if audit.outcomes:
        yield Edit("audit emptied", "audit", brief.model_copy(update={"audit": type(audit)()}))
    for name in ("outcomes", "findings", "uncovered", "rejected_raw"):
        entries = getattr(audit, name)
        for at, entry in enumerate(entries):
            sort = f"{entry.severity} deleted" if name == "findings" else f"{name} thinned"
            yield Edit(sort, f"audit.{name}.{at}", with_audit(**{name: (*entries[:at], *entries[at + 1 :])}))


# --- parts of items -----------------------------------------------------------------------------------


def _of_part(
    part: BaseModel, ids: list[int], pool: list[Quote], random: Random
) -> Iterator[tuple[str, str, BaseModel]]:
    for name, field in type(part).model_fields.items():
        if name == "id":
            continue
        for path, sort, value in _of_value(field.annotation, getattr(part, name), ids, pool, random):
            yield f"{name}{path}", sort, part.model_copy(update={name: value})


Change = tuple[str, str, Any]


def _of_value(annotation: Any, value: Any, ids: list[int], pool: list[Quote], random: Random) -> Iterator[Change]:
    """Other values: with each, the path below this one and the sort of the change."""
    if get_origin(annotation) is UnionType:
        annotation = next(argument for argument in get_args(annotation) if argument is not type(None))
        if value is not None:
            yield "", "value deleted", None
    if isinstance(value, BaseModel):
        yield from ((f".{path}", sort, changed) for path, sort, changed in _of_part(value, ids, pool, random))
    elif isinstance(value, (list, tuple)):
        yield from _of_list(annotation, value, ids, pool, random)
    else:
        yield from _of_plain(annotation, value, ids, random)


def _of_plain(annotation: Any, value: Any, ids: list[int], random: Random) -> Iterator[Change]:
    """Other values of a choice, a number, an id or a day."""
    if value is None:
        if annotation in (int, date):
            yield "", "value made up", random.choice(ids) if annotation is int else date(2001, 1, 1)
    elif get_origin(annotation) is Literal:
        others = [choice for choice in get_args(annotation) if choice != value]
        yield from (("", "choice", choice) for choice in random.sample(others, min(3, len(others))))
    elif annotation is bool:
        yield "", "choice", not value
    elif annotation is int:
        others = [one for one in ids if one != value]
        yield from (("", "another id or number", one) for one in random.sample(others, min(3, len(others))))
    elif annotation is date:
        yield "", "another day", value + timedelta(days=1)


def _of_list(annotation: Any, value: Any, ids: list[int], pool: list[Quote], random: Random) -> Iterator[Change]:
    member = get_args(annotation)[0]
    if member is Quote:
        yield from _of_quotes(value, pool, random)
        return
    for at, entry in enumerate(value):
        yield "", "entry deleted", (*value[:at], *value[at + 1 :])
        if isinstance(entry, BaseModel):
            for path, sort, changed in _of_part(entry, ids, pool, random):
                yield f".{at}.{path}", sort, (*value[:at], changed, *value[at + 1 :])
    if member is int:
        for other in random.sample([one for one in ids if one not in value], min(2, len(set(ids) - set(value)))):
            yield "", "id added", (*value, other)


def _of_quotes(value: tuple[Quote, ...], pool: list[Quote], random: Random) -> Iterator[Change]:
    for other in random.sample(pool, min(2, len(pool))):
        if (other,) != value:
            yield "", "words of another field", (other,)
    if not value:
        return
    first, rest = value[0], value[1:]
    yield "", "words deleted", ()
    yield "", "text edited", (first.model_copy(update={"text": first.text[:-1] + "x"}), *rest)
    yield "", "text edited", (first.model_copy(update={"text": f"not {first.text}"}), *rest)
    yield "", "offsets moved", (first.model_copy(update={"start": first.start + 1, "end": first.end + 1}), *rest)
    yield "", "sentence renumbered", (first.model_copy(update={"sentence": first.sentence + 1}), *rest)
    words = first.text.split(" ")
    if len(words) > 1:
        shorter = " ".join(words[:-1])
        cut = first.model_copy(update={"text": shorter, "end": first.start + len(shorter)})
        yield "", "words cut off", (cut, *rest)


def _ids(brief: UnverifiedBrief) -> list[int]:
    return sorted({item.id for name in KINDS.values() for item in getattr(brief, name)})


# --- counting -----------------------------------------------------------------------------------------


def stored() -> Iterator[tuple[str, UnverifiedBrief, Document]]:
    """The accepted briefs of the seeds, each with its article."""
    for path in sorted((SEEDS / "accepted").glob("*.json")):
        document = Document.from_text((SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8"))
        yield path.stem, UnverifiedBrief.model_validate_json(path.read_text(encoding="utf-8")), document


def proposed(folder: Path) -> Iterator[tuple[str, UnverifiedBrief, Document]]:
    """The briefs of a folder of drafts, each with its article: NAME.json beside NAME.txt."""
    for path in sorted(folder.glob("*.json")):
        document = Document.from_text(path.with_suffix(".txt").read_text(encoding="utf-8"))
        yield path.stem, verify(Draft.model_validate_json(path.read_text(encoding="utf-8")), document), document


def seen(edit: Edit, document: Document) -> tuple[bool, bool]:
    """Whether verifying again tells of this edit, and whether it does without the seal."""
    told = differences(edit.brief, verify(edit.brief, document))
    return bool(told), any(not of_seal(one) for one in told)


def main() -> int:
    """Plant the edits and print, for each sort, how many there were and how many were seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="drafts with their articles; by default the seeds' briefs")
    parser.add_argument("--each", type=int, default=400, help="edits of each brief, drawn from all that there are")
    parser.add_argument("--unseen", action="store_true", help="name the edits that no check sees")
    given = parser.parse_args()
    planted: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    checked: Counter[str] = Counter()
    lines = []
    for name, brief, document in proposed(given.folder) if given.folder else stored():
        if differences(brief, verify(brief, document)):
            raise SystemExit(f"{name}: does not hold as it is, before any edit: accept it anew")
        every = list(edits(brief, seeded(name)))
        for edit in seeded(name, given.each).sample(every, min(given.each, len(every))):
            told, by_checks = seen(edit, document)
            planted[edit.sort] += 1
            noticed[edit.sort] += told
            checked[edit.sort] += by_checks
            if not by_checks:
                lines.append(f"{name}: {edit.sort}: {edit.place}")
    print("planted    seen  by checks alone")  # noqa: T201 - this is what it is for
    for sort in sorted(planted, key=lambda sort: checked[sort] / planted[sort]):
        print(_row(sort, planted[sort], noticed[sort], checked[sort]))  # noqa: T201 - likewise
    print(_row("all", planted.total(), noticed.total(), checked.total()))  # noqa: T201 - likewise
    print("\n".join(lines) if given.unseen else "")  # noqa: T201 - likewise
    return 0


def _row(sort: str, planted: int, noticed: int, checked: int) -> str:
    return f"{planted:7,} {noticed / planted:7.1%} {checked / planted:7.1%} {checked:6,}  {sort}"


if __name__ == "__main__":
    raise SystemExit(main())
