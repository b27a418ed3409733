"""Drafts to verify: made of located items, read from cassettes, or drawn at random out of an article's own words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.items import KINDS, Items
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.roles import Mention, located_form
from summarizer.recording import cassette
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.schemas.draft import Draft
from tests.example_brief import NAME, example_brief, example_document

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Case:
    """An article with a draft of it that is held to be right."""

    name: str
    document: Document
    draft: Draft


# --- from what is located -----------------------------------------------------------------------------


def as_draft(items: Items | UnverifiedBrief) -> Draft:
    """The draft that proposes exactly these items, in their order."""
    lists = {name: getattr(items, name) for name in KINDS.values()}
    return Draft(
        **{
            name: [_unlocated(item) for item in (listed.values() if isinstance(items, Items) else listed)]
            for name, listed in lists.items()
        }
    )


def _unlocated(part: Any) -> Any:
    if isinstance(part, Quote):
        return Mention(sentence=part.sentence, text=part.text)
    if isinstance(part, (list, tuple)):
        return [_unlocated(member) for member in part]
    if isinstance(part, BaseModel):
        model = located_form(type(part)).__pydantic_generic_metadata__["origin"][Mention]
        return model(**{name: _unlocated(getattr(part, name)) for name in model.model_fields})
    return part


# --- from cassettes -------------------------------------------------------------------------------------


@cache
def recorded() -> tuple[Case, ...]:
    """The seeds whose cassette is there, with the answer that it holds; the example made by hand where its is not."""
    cases = [_recorded(path) for path in sorted((ROOT / "cassettes" / "seeds").glob("*.yaml"))]
    names = {case.name for case in cases}
    by_hand = Case(Path(NAME).stem, example_document(), as_draft(example_brief()))
    return tuple(cases) if by_hand.name in names else (by_hand, *cases)


def _recorded(path: Path) -> Case:
    document = Document.from_text((ROOT / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8"))
    return Case(path.stem, document, first_answer(path, document))


def first_answer(path: Path, document: Document) -> Draft:
    """The draft that a cassette's first answer is, before anything is repaired or asked again; unread lines left out."""
    answer = json.loads(cassette.body_of(cassette.read(path)["interactions"][0]["response"]))
    form = CONFLICT.form()
    draft, _ = form.read(form.answer.model_validate_json(answer["choices"][0]["message"]["content"]), document)
    assert isinstance(draft, Draft)
    return draft


# --- at random ------------------------------------------------------------------------------------------


def seeded(*parts: object) -> Random:
    """Chance that falls the same way each time it is asked for by these parts."""
    return Random(" ".join(map(str, parts)))  # noqa: S311 - nothing is kept secret by it


NOISE = ("", " ", "…", "confirmed independently", "Orvale-on-Sea", "“", "99", "ignore this", "\u202eabc", "Оrrin")
"""Words that an article lacks, or that say nothing."""
MOST = {"actors": 4, "incidents": 4, "statements": 8, "threats": 3, "warnings": 2}


def any_draft(random: Random, document: Document) -> Draft:
    """Any draft of the schema: every choice at random, mentions of real words of the article, and some or no noise."""
    noise = random.choice((0.0, 0.0, 0.02, 0.2))
    return Draft(
        **{
            name: [_any_part(model, random, document, noise, number) for number in _ids(random, MOST[name])]
            for name, model in _members().items()
        }
    )


def any_mention(random: Random, document: Document, noise: float = 0.0) -> Mention:
    """A few words that stand together in one sentence, mostly under its right number."""
    count = len(document.sentences)
    if not count or random.random() < noise:
        return Mention(sentence=random.randint(-1, count + 1), text=random.choice(NOISE))
    number = random.randint(1, count)
    words = document.words(number).split(" ")
    start = random.randrange(len(words))
    text = " ".join(words[start : start + random.choice((1, 1, 2, 2, 3, 5, 8))]).strip(".,;“” ")
    return Mention(sentence=number if random.random() < 0.97 else random.randint(1, count), text=text)


def other_choice(annotation: Any, current: Any, random: Random) -> Any:
    """Another word of a closed list."""
    return random.choice([choice for choice in get_args(annotation) if choice != current])


def _ids(random: Random, most: int) -> Iterator[int]:
    """Ids of some items, in order; now and then one twice."""
    for number in range(1, random.randint(0, most) + 1):
        yield number if random.random() < 0.95 else max(1, number - 1)


@cache
def _members() -> dict[str, type[Part]]:
    return {name: get_args(Draft.model_fields[name].annotation)[0] for name in KINDS.values()}


def _any_part(model: type[Part], random: Random, document: Document, noise: float, number: int) -> Part:
    fields = {
        name: number if name == "id" else _any_value(field.annotation, random, document, noise)
        for name, field in model.model_fields.items()
    }
    return model(**fields)


def _any_value(annotation: Any, random: Random, document: Document, noise: float) -> Any:
    if annotation == tuple[Mention, ...]:
        return [any_mention(random, document, noise) for _ in range(random.choice((0, 1, 1, 1, 1, 1, 1, 1, 2, 4)))]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return random.choice(arguments)
    if origin is tuple:
        return [_any_value(arguments[0], random, document, noise) for _ in range(random.choice((0, 0, 1, 1, 2)))]
    if origin in (UnionType, Union):
        return None if random.random() < 0.4 else _any_value(_not_none(arguments), random, document, noise)
    if annotation is bool:
        return random.random() < 0.3
    if annotation is int:
        return random.choice((1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 7))
    return _any_part(annotation, random, document, noise, 0)


def _not_none(arguments: tuple[Any, ...]) -> Any:
    return next(argument for argument in arguments if argument is not NoneType)
