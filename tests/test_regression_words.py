"""What changed between two briefs, in words: items are known by what they quote, and no change goes untold."""

import copy
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from summarizer.conflict.items import KINDS
from summarizer.conflict.telling_items import TELLING
from summarizer.documents.quotes import Source
from summarizer.pointing.audit import Finding, ItemOutcome, Rejected, ShownLink
from summarizer.pointing.roles import roles
from summarizer.regression.changes import changes
from summarizer.schemas import brief as schema
from summarizer.schemas import vocabulary
from summarizer.schemas.brief import UnverifiedBrief

ACCEPTED = Path(__file__).parent.parent / "seeds" / "accepted"
SEED = "000_7b84bdcd6d97ee1e"
SOME = (SEED, "one_sentence_attacks", "counts_differ", "ultimatum", "relayed_threat")
HARIR, HOSPITAL = "the al-Harir airbase", "a Gaza hospital"
OWN_NUMBERS = {"id", "sentence", "start", "end", "at_least", "at_most", "row", "version", "into"}
"""Whole numbers that are no ids of other items; in an audit, ids are those of proposals."""


def accepted(name: str = SEED) -> UnverifiedBrief:
    return UnverifiedBrief.model_validate_json((ACCEPTED / f"{name}.json").read_text(encoding="utf-8"))


def edited(brief: UnverifiedBrief, edit: Callable[[dict[str, Any]], Any]) -> UnverifiedBrief:
    content = brief.model_dump(mode="json")
    edit(content)
    return UnverifiedBrief.model_validate(content)


def the(content: dict[str, Any], kind: str, words: str) -> dict[str, Any]:
    """The first item of a list that targets these words."""
    return next(
        item
        for item in content[kind]
        if any(words in part["text"] for target in item["targets"] for part in target["text"])
    )


def told(edit: Callable[[dict[str, Any]], Any], name: str = SEED) -> tuple[str, ...]:
    before = accepted(name)
    return changes(before, edited(before, edit), TELLING)


# --- each kind of change in its words -------------------------------------------------------------


def test_a_status_that_changed() -> None:
    """The status of an attack needs no name: it is what the line is about."""
    lines = told(lambda brief: the(brief, "incidents", HARIR)["assessment"].update(occurrence="confirmed"))
    assert lines == (f"{HARIR}: claimed → confirmed",)


def test_an_attribution_and_a_basis_that_changed() -> None:
    def edit(brief: dict[str, Any]) -> None:
        assessment = the(brief, "incidents", HARIR)["assessment"]
        assessment["attribution"] = "claimed_corroborated"
        assessment["basis"] |= {"row": 7, "grounds": "official_account"}

    assert told(edit) == (
        f"{HARIR}, row of the occurrence table: 11 → 7",
        f"{HARIR}, basis: perpetrator side only → official account",
        f"{HARIR}, attribution: claimed → claimed corroborated",
    )


def test_a_threat_that_went_and_one_that_came() -> None:
    before = accepted()
    after = edited(before, lambda brief: brief["threats"].remove(the(brief, "threats", "Israeli targets")))
    assert changes(before, after, TELLING) == ("threat to “Israeli targets”: missing",)
    assert changes(after, before, TELLING) == ("new: threat to “Israeli targets”",)


def test_an_attack_that_came_with_its_status() -> None:
    before = accepted()
    after = edited(before, lambda brief: brief["incidents"].remove(the(brief, "incidents", HOSPITAL)))
    assert f"new: {HOSPITAL} (reported)" in changes(after, before, TELLING)


def test_casualties_that_changed() -> None:
    """A count is told with what happened to whom, and who says so."""

    def other_outcome(brief: dict[str, Any]) -> None:
        the(brief, "incidents", HOSPITAL)["casualties"][0]["outcome"] = "wounded"

    def none(brief: dict[str, Any]) -> None:
        the(brief, "incidents", HOSPITAL)["casualties"] = []

    head = f"{HOSPITAL}, casualties: “hundreds”"
    assert told(other_outcome) == (f"{head} killed, says the article → “hundreds” wounded, says the article",)
    assert told(none) == (f"{head} killed, says the article missing",)


def test_who_said_it_is_named() -> None:
    """An id in a field is told as the name of the actor."""

    def edit(brief: dict[str, Any]) -> None:
        threat = the(brief, "threats", "These evil people")
        threat["issuer"] = next(actor["id"] for actor in brief["actors"] if actor["name"][0]["text"] == "Hezbollah")

    assert told(edit) == ("threat to “These evil people”, issuer: “Kataib Hezbollah” → “Hezbollah”",)


def test_words_that_changed_only_their_place() -> None:
    def edit(brief: dict[str, Any]) -> None:
        place = the(brief, "incidents", HOSPITAL)["words"][0]
        place |= {"start": place["start"] + 40, "end": place["end"] + 40}

    [line] = told(edit)
    assert line.startswith(f"{HOSPITAL}, words: “explosion”: sentence ")


def marked(brief: UnverifiedBrief, **more: Any) -> UnverifiedBrief:
    audit = brief.audit
    found = tuple(audit.findings) + tuple(more.pop("findings", ()))
    return brief.model_copy(update={"audit": audit.model_copy(update={"findings": found, **more})})


def test_a_mark_that_came_and_one_that_went() -> None:
    before = accepted()
    threat = next(threat for threat in before.threats if "Israeli targets" in threat.targets[0].text[0].text)
    finding = Finding(
        check="conditions", code="c", severity="warn", item="threat", id=threat.id, field="condition", message="Why."
    )
    after = marked(before, findings=[finding])
    line = "marked: threat to “Israeli targets”, condition: Why."
    assert changes(before, after, TELLING) == (line,)
    assert changes(after, before, TELLING) == (f"no longer {line}",)


def test_what_was_dropped_and_what_was_merged() -> None:
    """A proposal that did not get through has no name: its kind and the reason are told."""

    def two_targets(brief: dict[str, Any]) -> None:
        other = the(brief, "threats", "U.S. facilities")
        the(brief, "threats", "American enemy")["targets"] += other["targets"]

    before = edited(accepted(), two_targets)
    threat = next(threat for threat in before.threats if len(threat.targets) == 2)
    outcomes = (
        ItemOutcome(item="incident", id=900, disposition="rejected", because="not_in_document"),
        ItemOutcome(item="threat", id=901, disposition="merged_into", into=threat.id, because="same_event"),
    )
    after = marked(
        before,
        outcomes=(*before.audit.outcomes, *outcomes),
        rejected_raw=(Rejected(item="incident", id=900, field="words", raw="a burning\nsea"),),
    )
    assert changes(before, after, TELLING) == (
        "a proposed incident: rejected, because of not_in_document",
        "a proposed threat: merged into threat to “the American enemy in its bases”, “U.S. facilities”, because of same_event",
        "not in the article, for a proposed incident, words: “a burning\nsea”",
    )


def test_sentences_that_no_item_cites_any_more() -> None:
    before = accepted()
    quote = before.incidents[0].words[0]
    uncovered = (*before.audit.uncovered, quote)
    assert changes(before, marked(before, uncovered=uncovered), TELLING) == (
        f"cited by no item any more: “{quote.text}”",
    )
    assert changes(marked(before, uncovered=uncovered), before, TELLING) == (f"cited by an item now: “{quote.text}”",)


def test_namesakes_are_told_apart() -> None:
    """Two attacks on the same target are named with the sentence that each stands in."""

    def same_target(brief: dict[str, Any]) -> None:
        the(brief, "incidents", "al-Asad")["targets"] = the(brief, "incidents", HARIR)["targets"]

    def summed_up(brief: dict[str, Any]) -> None:
        for incident in brief["incidents"]:
            incident["aggregate"] = not incident["aggregate"]

    before = edited(accepted(), same_target)
    lines = changes(before, edited(before, summed_up), TELLING)
    names = [line.partition(",")[0] for line in lines if HARIR in line]
    assert len(names) == len(set(names)) == 2
    assert all(name.startswith(f"{HARIR} [sentence ") for name in names)


def test_another_text_is_said_and_its_offsets_are_not() -> None:
    """Where a blank was added to an article, the same words at other places are no change of each item."""
    before = accepted()

    def edit(brief: dict[str, Any]) -> None:
        brief["source"]["sha256"] = "0" * 64
        for place in _quotes(brief):
            place["start"] += 1
            place["end"] += 1

    assert changes(before, edited(before, edit), TELLING) == (
        "the article: is another text than the one that the accepted brief is of",
    )


def _quotes(content: Any) -> list[dict[str, Any]]:
    if isinstance(content, dict):
        own = [content] if content.keys() == {"sentence", "start", "end", "text"} else []
        return own + [quote for part in content.values() for quote in _quotes(part)]
    return [quote for part in content for quote in _quotes(part)] if isinstance(content, list) else []


# --- ids and order --------------------------------------------------------------------------------


def shuffled(brief: UnverifiedBrief, chance: random.Random) -> UnverifiedBrief:
    """The same brief as another recording might give it: other ids, another order."""
    everything = {kind: {item.id for item in getattr(brief, name)} for kind, name in KINDS.items()}
    for entry in (*brief.audit.outcomes, *brief.audit.findings, *brief.audit.rejected_raw):
        if entry.item is not None and entry.id is not None:
            everything[entry.item] |= {entry.id, getattr(entry, "into", None) or entry.id}
    numbers = {}
    for kind, ids in everything.items():
        highest = max(ids, default=0)  # what nobody bears stays so: a reference that leads nowhere still leads nowhere
        free = [number for number in range(1, highest + 2 * len(ids) + 1) if number in ids or number > highest + 1]
        fresh = chance.sample(free, len(ids))
        numbers[kind] = dict(zip(sorted(ids), fresh, strict=True))

    def part(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(part(member) for member in value)
        if not isinstance(value, BaseModel):
            return value
        kinds = {name: role.kind for name, role in roles(type(value)).references.items()}
        update = {
            name: _with_ids(getattr(value, name), numbers[kinds[name]]) if name in kinds else part(getattr(value, name))
            for name in type(value).model_fields
        }
        own = {item: kind for kind, item in zip(KINDS, _ITEM_TYPES, strict=True)}.get(type(value))
        kind = own or getattr(value, "item", None)
        if kind and update.get("id") is not None:
            update["id"] = numbers[kind][update["id"]]
            if update.get("into") is not None:
                update["into"] = numbers[kind][update["into"]]
        return value.model_copy(update=update)

    other = part(brief)
    lists = {name: tuple(chance.sample(getattr(other, name), len(getattr(other, name)))) for name in KINDS.values()}
    return other.model_copy(update=lists)


_ITEM_TYPES = (
    schema.Actor,
    schema.AssessedIncident,
    schema.Statement,
    schema.AssessedThreat,
    schema.ThirdPartyWarning,
)


def _with_ids(value: Any, numbers: dict[int, int]) -> Any:
    return tuple(_with_ids(one, numbers) for one in value) if isinstance(value, tuple) else numbers.get(value, value)


@pytest.mark.parametrize("name", [*SOME, "long_digest"])
def test_other_ids_and_another_order_are_no_change(name: str) -> None:
    """A new recording numbers items as it likes; attacks of one sentence are still told from one another."""
    brief = accepted(name)
    for seed in range(1 if name == "long_digest" else 4):
        other = shuffled(brief, random.Random(seed))  # noqa: S311
        assert other != brief
        assert changes(brief, other, TELLING) == ()


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.slow) for name in SOME[:-1]] + [SOME[-1]])
def test_no_change_goes_untold(name: str) -> None:
    """Whatever value is changed, under other ids and in another order, there is at least one line."""
    before, chance = accepted(name), random.Random(name)  # noqa: S311
    whole = before.model_dump(mode="json")
    by_field: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for path in (leaf for kind in KINDS.values() for leaf in _leaves(whole[kind], (kind,))):
        by_field.setdefault(tuple(key for key in path if isinstance(key, str)), []).append(path)
    untold = []
    for field, paths in by_field.items():
        after = _changed_at(copy.deepcopy(whole), chance.choice(paths), chance)
        if after is not None and not changes(before, shuffled(after, chance), TELLING):
            untold.append(field)
    assert (untold, len(by_field) > 60) == ([], True)


def _leaves(content: Any, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    if isinstance(content, (dict, list)):
        entries = content.items() if isinstance(content, dict) else enumerate(content)
        inner = [leaf for key, part in entries if key != "id" for leaf in _leaves(part, (*path, key))]
        return inner + ([path] if isinstance(content, list) and content and len(path) > 1 else [])
    return [path]


CHOICES = sorted(
    {choice for name in dir(vocabulary) for choice in get_args(getattr(vocabulary, name)) if isinstance(choice, str)}
)


def _changed_at(content: dict[str, Any], path: tuple[Any, ...], chance: random.Random) -> UnverifiedBrief | None:
    """The brief with another value there; None where nothing else may stand there."""
    holder: Any = content
    for key in path[:-1]:
        holder = holder[key]
    value = holder[path[-1]]
    others: list[Any] = (
        [value[:-1]] if isinstance(value, list) else [not value] if isinstance(value, bool) else
        [value + 1] if isinstance(value, int) else [1] if value is None else
        [*chance.sample(CHOICES, len(CHOICES)), value + "x"]
    )  # fmt: skip
    for other in others:
        holder[path[-1]] = other
        try:
            if other != value:
                return UnverifiedBrief.model_validate(content)
        except ValidationError:
            continue
    return None


def test_every_field_that_holds_ids_is_known() -> None:
    """A new field that refers to other items must say so, or a new recording would show as a change."""
    holding = {
        (model, name)
        for model in _models(UnverifiedBrief)
        for name, field in model.model_fields.items()
        if _is_whole(field.annotation) and name not in OWN_NUMBERS and not issubclass(model, NUMBERING)
    }
    assert holding == {(model, name) for model in _models(UnverifiedBrief) for name in roles(model).references}


NUMBERING = (Source, Finding, ItemOutcome, ShownLink)


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model with all that stand within it."""
    return {model}.union(*(_models(inner) for inner in roles(model).parts.values()))


def _is_whole(annotation: Any) -> bool:
    return annotation is int or any(_is_whole(inner) for inner in get_args(annotation) if inner is not type(None))


def test_a_field_refers_to_one_kind_of_item_whatever_holds_it() -> None:
    kinds: dict[str, set[str]] = {}
    for model in _models(UnverifiedBrief):
        for name, role in roles(model).references.items():
            kinds.setdefault(name, set()).add(role.kind)
    assert [name for name, found in kinds.items() if len(found) > 1] == []
