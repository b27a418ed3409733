"""The brief of the seed article as a careful reader would verify it, made by hand."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.documents.document import Document
from summarizer.schemas.brief import Brief

NAME = "000_7b84bdcd6d97ee1e.txt"
SEED = Path(__file__).parent.parent / "seeds" / NAME


@cache
def example_document() -> Document:
    """The seed article."""
    return Document.from_text(SEED.read_text(encoding="utf-8"))


def q(*parts: str, after: str = "") -> list[dict[str, Any]]:
    """Quotes of these words at their first place in the seed, or the first after the words `after`."""
    document = example_document()
    begin = document.text.index(after) if after else 0
    places = ((document.text.index(part, begin), part) for part in parts)
    return [document.quote(start, start + len(part)).model_dump() for start, part in places]


def example_brief() -> Brief:
    """The trusted brief of the seed article."""
    document = example_document()
    data = {
        "source": document.source(),
        "actors": _actors(),
        "incidents": [_al_asad(), _al_harir(), _hospital(), _clashes(), _two_bases()],
        "statements": _statements(),
        "threats": _threats(),
        "audit": _audit(document),
    }
    return Brief.model_validate(data, context={"verified": True})


HAMIDAWI, KATAIB, WARITHEEN, DEFENSE, MILITIA_OFFICIALS, US_OFFICIALS, US, MILITIAS, ALIGNED, GROUPS = range(1, 11)


def _actor(number: int, name: str, kind: str, identity: str = "named", of: Iterable[Any] = ()) -> dict[str, Any]:
    ties = [{"actor": actor, "evidence": evidence} for actor, evidence in of]
    return {"id": number, "name": q(name), "kind": kind, "identity": identity, "affiliations": ties}


def _actors() -> list[dict[str, Any]]:
    leader = q("the leader of the Kataib Hezbollah militia")
    from_militias = q("from Iranian-backed militias in Iraq", after="Anonymous officials")
    return [
        _actor(HAMIDAWI, "Ahmad “Abu Hussein” al-Hamidawi", "official", of=[(KATAIB, leader)]),
        _actor(KATAIB, "Kataib Hezbollah", "armed_group"),
        _actor(WARITHEEN, "Tashkil al-Waritheen", "armed_group", of=[(MILITIAS, q("another Iranian-backed militia"))]),
        _actor(DEFENSE, "a U.S. defense official", "official", "anonymous", [(US, q("a U.S. defense official"))]),
        _actor(
            MILITIA_OFFICIALS,
            "Anonymous officials from Iranian-backed militias in Iraq",
            "official",
            "anonymous",
            [(MILITIAS, from_militias)],
        ),
        _actor(US_OFFICIALS, "U.S. officials", "official", "anonymous", [(US, q("U.S. officials"))]),
        _actor(US, "United States", "state"),
        _actor(MILITIAS, "Iranian-backed militias in Iraq", "armed_group", "generic"),
        _actor(ALIGNED, "Iran-aligned groups in Iraq", "armed_group", "generic"),
        _actor(GROUPS, "These groups", "armed_group", "generic"),
    ]


def _support(statement: int, relation: str, *facets: str) -> dict[str, Any]:
    return {"statement": statement, "relation": relation, "facets": facets}


def _al_asad() -> dict[str, Any]:
    confirms = _support(1, "not_stated", "happened", "target", "place")
    militia = _support(2, "combatant", "happened", "time")
    return {
        "id": 1,
        "kind": "drone_strike",
        "words": q("drone attack"),
        "stage": "unknown",
        "frame": "current",
        "targets": [{"kind": "thing", "text": q("the al-Asad military base")}],
        "place": q("western Iraq"),
        "time": q("Wednesday", after="the initial drone attack"),
        "weapon": q("drone", after="the initial"),
        "assessment": {
            "occurrence": "confirmed",
            "basis": {"row": 7, "grounds": "official_account", "support": [confirms], "anonymous": True},
            "attribution": "unclaimed",
            "unclaimed": True,
            "corroboration": "cross_side",
            "facets": [_support(3, "outlet"), confirms, militia],
            "not_stated": ["author", "casualties", "damage", "result"],
        },
    }


def _al_harir() -> dict[str, Any]:
    claim = _support(4, "perpetrator", "happened", "target", "place", "weapon", "author")
    militia = _support(2, "perpetrator_side", "happened")
    return {
        "id": 2,
        "kind": "drone_strike",
        "words": q("drone attack", after="a second"),
        "stage": "unknown",
        "frame": "current",
        "targets": [{"kind": "thing", "text": q("the al-Harir airbase")}],
        "place": q("northern Iraq"),
        "weapon": q("drone", after="a second"),
        "assessment": {
            "occurrence": "claimed",
            "basis": {"row": 11, "grounds": "perpetrator_side_only", "support": [claim, militia]},
            "attribution": "claimed",
            "attributed": [{"actor": WARITHEEN, "status": "claimed", "statements": [4]}],
            "corroboration": "same_side",
            "facets": [claim, _support(5, "not_stated"), militia],
            "not_stated": ["time", "casualties", "damage", "result"],
        },
    }


def _hospital() -> dict[str, Any]:
    asserts = _support(6, "outlet", "happened", "target", "time", "toll")
    return {
        "id": 3,
        "kind": "explosion",
        "words": q("explosion"),
        "stage": "accomplished",
        "frame": "current",
        "targets": [{"kind": "thing", "text": q("a Gaza hospital")}],
        "time": q("Tuesday night"),
        "casualties": [{"outcome": "killed", "count": q("hundreds"), "cue": q("claimed the lives of"), "source": None}],
        "assessment": {
            "occurrence": "reported",
            "basis": {"row": 10, "grounds": "article_no_source", "support": [asserts]},
            "attribution": "none",
            "corroboration": "none",
            "facets": [asserts, _support(7, "combatant", "happened", "author")],
            "not_stated": ["place", "weapon", "author", "damage"],
        },
    }


def _clashes() -> dict[str, Any]:
    asserts = _support(8, "outlet", "happened", "place", "time")
    return {
        "id": 4,
        "kind": "clashes",
        "words": q("limited clashes with Israel"),
        "stage": "accomplished",
        "frame": "current",
        "aggregate": True,
        "place": q("along the border"),
        "time": q("in recent days"),
        "assessment": {
            "occurrence": "reported",
            "basis": {"row": 10, "grounds": "article_no_source", "support": [asserts]},
            "attribution": "none",
            "corroboration": "none",
            "facets": [asserts],
            "not_stated": ["target", "weapon", "author", "casualties", "damage"],
        },
    }


def _two_bases() -> dict[str, Any]:
    return {
        "id": 5,
        "kind": "drone_strike",
        "words": q("the attacks on the two bases"),
        "stage": "unknown",
        "frame": "current",
        "summarises": [1, 2],
    }


def _about(incident: int, relation: str, evidence: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"incident": incident, "relation": relation, "evidence": evidence or []}


def _statements() -> list[dict[str, Any]]:
    militia = q("from Iranian-backed militias in Iraq", after="Anonymous officials")
    return [
        {
            "id": 1,
            "kind": "confirm",
            "speaker": DEFENSE,
            "cue": q("confirmed"),
            "content": q("the attack on the al-Asad military base in western Iraq"),
            "about": [_about(1, "not_stated")],
        },
        {
            "id": 2,
            "kind": "confirm",
            "speaker": MILITIA_OFFICIALS,
            "cue": q("confirmed", after="Anonymous officials"),
            "content": q("the attacks on the two bases on Wednesday"),
            "about": [_about(1, "combatant"), _about(2, "perpetrator_side", militia)],
        },
        {
            "id": 3,
            "kind": "no_claim",
            "cue": q("no specific group claimed responsibility"),
            "about": [_about(1, "outlet")],
        },
        {
            "id": 4,
            "kind": "claim",
            "speaker": WARITHEEN,
            "cue": q("claimed responsibility for", after="Tashkil"),
            "content": q("a second drone attack, which it stated targeted the al-Harir airbase in northern Iraq"),
            "about": [_about(2, "perpetrator")],
        },
        {
            "id": 5,
            "kind": "no_comment",
            "speaker": US_OFFICIALS,
            "cue": q("had not immediately commented"),
            "content": q("the claim of a second attack"),
            "about": [_about(2, "not_stated")],
        },
        {
            "id": 6,
            "kind": "assert",
            "content": q(
                "the devastating explosion at a Gaza hospital on Tuesday night, which claimed the lives of hundreds"
            ),
            "about": [_about(3, "outlet")],
        },
        {
            "id": 7,
            "kind": "blame",
            "speaker": KATAIB,
            "speaker_words": q("the group", after="the lives of hundreds"),
            "cue": q("placing blame on"),
            "content": q("the United States and its support for Israel for the tragedy"),
            "about": [_about(3, "combatant")],
            "whom": [US],
        },
        {
            "id": 8,
            "kind": "assert",
            "content": q("limited clashes with Israel along the border in recent days"),
            "about": [_about(4, "outlet")],
        },
        {"id": 9, "kind": "posture", "cue": q("stand ready"), "whom": [GROUPS],
         "content": q("prepared to join the wider conflict against Israel")},
        {"id": 10, "kind": "posture", "cue": q("await Iran’s authorization"), "whom": [GROUPS],
         "content": q("to open a new front")},
        {"id": 11, "kind": "announce", "speaker": ALIGNED, "cue": q("announced"),
         "content": q("the formation of a “joint operations room” to support Hamas")},
    ]  # fmt: skip


def _threats() -> list[dict[str, Any]]:
    current = {"form": "explicit", "status": "current"}
    return [
        {
            "id": 1,
            "issuer": HAMIDAWI,
            "on_behalf_of": [KATAIB],
            "cue": q("asserting"),
            "content": q(
                "Our missiles, drones, and special forces are ready to direct qualitative strikes at the American"
                " enemy in its bases and disrupt its interests if it intervenes in this battle."
            ),
            "targets": [{"kind": "thing", "text": q("the American enemy in its bases")},
                        {"kind": "thing", "text": q("its interests")}],
            "action": q("qualitative strikes"),
            "means": q("missiles, drones, and special forces"),
            "condition": q("if it intervenes in this battle"),
            "time": q("last Wednesday"),
            "delivery": "quoted",
            "conditionality": "conditional",
            **current,
        },
        {
            "id": 2,
            "issuer": HAMIDAWI,
            "issuer_words": q("He further"),
            "on_behalf_of": [KATAIB],
            "cue": q("extended the threat"),
            "content": q("possible missile strikes on Israeli targets"),
            "targets": [{"kind": "thing", "text": q("Israeli targets")}],
            "action": q("missile strikes"),
            "means": q("missile", after="possible"),
            **current,
        },
        {
            "id": 3,
            "issuer": KATAIB,
            "cue": q("warning"),
            "content": q(
                "These evil people must leave the country. Otherwise, they will taste the fire of hell in this world"
                " before the afterlife."
            ),
            "targets": [{"kind": "people", "text": q("These evil people")}],
            "action": q("taste the fire of hell"),
            "condition": q("must leave the country"),
            "delivery": "quoted",
            "conditionality": "ultimatum",
            **current,
        },
        {
            "id": 4,
            "issuer": MILITIAS,
            "cue": q("threatening to"),
            "content": q("target U.S. facilities due to American support for Israel"),
            "targets": [{"kind": "thing", "text": q("U.S. facilities")}],
            "restates": 1,
            **current,
        },
    ]  # fmt: skip


def _audit(document: Document) -> dict[str, Any]:
    kept = {"actor": 10, "incident": 5, "statement": 11, "threat": 4}
    outcomes = [
        {"item": item, "id": number, "disposition": "kept"}
        for item, last in kept.items()
        for number in range(1, last + 1)
    ]
    start = document.text.index("As the world watches")
    end = document.text.index("peace and security.") + len("peace and security.")
    return {"outcomes": outcomes, "uncovered": [document.quote(start, end).model_dump()]}
