"""`brief verify`: what of a stored brief holds against its article, and the table of checks."""

from itertools import filterfalse
from typing import TYPE_CHECKING

from summarizer.cli.exits import Exit
from summarizer.cli.output import opened, prepare_stdout
from summarizer.cli.showing import load_brief, published
from summarizer.errors import SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.pointing.audit import Finding
    from summarizer.pointing.briefs import StoredBrief
    from summarizer.pointing.check import Code
    from summarizer.pointing.rechecking import Difference


def verify_stored(stored: str | None, source: str | None, field_name: str) -> Exit:
    """Verify a stored brief against its article again, and list what does not hold.

    Args:
        stored: path of the JSON of one brief.
        source: the article that it is of.
        field_name: of the field of use that the brief is of.

    Raises:
        UsageError: the brief or its article is not given, or there is no such field.
        SourceError: one of them cannot be read.
    """
    from summarizer.cli.sources import place
    from summarizer.fields import field_called
    from summarizer.pointing.rechecking import differences, of_seal
    from summarizer.pointing.verifying import verify
    from summarizer.reading.opening import read_document

    if stored is None or source is None:
        raise UsageError("give the brief and the article that it is of, or --list for the table of checks")
    field = field_called(field_name)
    brief = load_brief(stored, field.stored)
    document = read_document(place(source), published(brief))
    if brief.source.sha256 != document.sha256:
        raise SourceError(f"{stored}: is the brief of another text; give the article that it was made from")
    verified = verify(brief, document, field)
    told = differences(brief, verified)
    found = sorted(filterfalse(of_seal, told), key=lambda difference: bool(difference.field))
    marks = [finding for finding in verified.audit.findings if finding.severity == "warn"]
    prepare_stdout(for_machines=False)
    about = (_summary(brief, verified, marks, found), _seal(brief, holds=not found))
    lines = [*map(_line, found), *map(_mark, marks), *about]
    with opened(None) as write:
        write("\n".join(lines) + "\n")
    return Exit.DOES_NOT_HOLD if told else Exit.WELL


def verify_digest(stored: str, store: "Path") -> Exit:
    """Verify a stored digest against the store that it was made of, and list what does not hold.

    Args:
        stored: path of the JSON of one digest.
        store: the store.

    Raises:
        SourceError: the digest cannot be read.
        StoreError: the store cannot be read.
    """
    from summarizer.cli.showing import load_part
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.conflict.digesting.choosing import cites_of
    from summarizer.engine.digests import digest_differences
    from summarizer.errors import printable
    from summarizer.schemas.digest import Digest
    from summarizer.store import Store

    digest = load_part(stored, Digest, "digest")
    prepare_stdout(for_machines=False)
    with Store.open(store, CONFLICT, create=False) as kept, opened(None) as write:
        told = list(digest_differences(kept, digest))
        number = sum(1 for _ in cites_of(digest))
        outcome = f"{len(told)} things do not hold" if told else "everything holds"
        about = f"{len(digest.incidents)} incidents, {len(digest.threats)} threats, {number} quotations derived again: {outcome}"
        write("".join(f"{printable(line)}\n" for line in (*told, about)))
    return Exit.DOES_NOT_HOLD if told else Exit.WELL


def _line(difference: "Difference") -> str:
    """What a brief states and its article does not give; of an item that does not hold at all, no more than that."""
    from summarizer.rendering.safety import inert

    where = f"{difference.item or 'brief'} {difference.id or ''}".strip()
    if not difference.field:
        return f"{where}: does not hold, with what rests on it"
    stated, holds = ("nothing" if value is None else inert(value) for value in (difference.stated, difference.found))
    needs = "there must be" if difference.field.startswith("audit.") else "the article gives"
    return f"{where}{_field(difference.field)}: the brief has {stated}; {needs} {holds}"


def _mark(finding: "Finding") -> str:
    place = f"{finding.item} {finding.id}" if finding.item else f"sentence {finding.id}"
    return f"marked: {place}{_field(finding.field)}: {finding.message}"


def _field(path: str) -> str:
    """Which field of an item, after what the item is called; nothing for the whole of it."""
    return f", {path}" if path else ""


def _summary(
    brief: "StoredBrief", verified: "StoredBrief", marks: "Sequence[Finding]", found: "Sequence[Difference]"
) -> str:
    from summarizer.pointing.roles import lists_of

    items = sum(len(getattr(brief, name)) for name in lists_of(type(brief)).values())
    marked = len({(mark.item, mark.id) for mark in marks if mark.item})
    few = {0: "everything holds", 1: "1 thing does not hold"}
    outcome = few.get(len(found), f"{len(found)} things do not hold")
    return f"{items} items verified again, {marked} of them marked; policy {verified.policy}: {outcome}"


def _seal(brief: "StoredBrief", *, holds: bool) -> str:
    """Whether the brief is as it was verified, as far as its seal tells."""
    from summarizer.pointing.sealing import broken
    from summarizer.rendering.safety import inert

    if changed := ", ".join(map(inert, broken(brief))):
        return f"this brief was changed after it was verified: {changed}"
    fits = UNCHANGED if holds else OTHERWISE_VERIFIED
    return NO_SEAL if brief.audit.seal is None else fits


NO_SEAL = "this brief has no seal: whether it was changed after it was verified cannot be told"
UNCHANGED = "its seal fits: it is as it was verified"
OTHERWISE_VERIFIED = "its seal fits: another version verified it, or it was sealed anew after it was changed"


def table_of_checks() -> str:
    """The checks with all that each can find, one finding a line."""
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.conflict.checks import CHECKS
    from summarizer.pointing import bounds, dropping, grounding

    lines = ["grounding: Every mention stands, word for word, in its sentence."]
    lines += map(_code, grounding.CODES.items())
    lines += ["references: What an item refers to, or rests on, is there."]
    lines += map(_code, (dropping.CODES | bounds.CODES | CONFLICT.codes).items())
    for check in CHECKS:
        lines.append(f"{check.name} ({', '.join(check.applies_to)}): {check.reason}")
        lines += map(_code, check.codes.items())
    return "\n".join(lines) + "\n"


def _code(named: "tuple[str, Code]") -> str:
    name, code = named
    return f"  {code.severity:7}{name}: {code.message}"


def print_table() -> None:
    """Write the table of checks to standard output."""
    prepare_stdout(for_machines=False)
    with opened(None) as write:
        write(table_of_checks())
