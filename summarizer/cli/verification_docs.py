"""The tables in docs/verification.md, generated from those that the verifier runs.

`python -m summarizer.cli.verification_docs` puts them in their place in the page.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.checks import CHECKS
from summarizer.conflict.derivation.attribution import ATTRIBUTION
from summarizer.conflict.derivation.occurrence import OCCURRENCE
from summarizer.conflict.derivation.relations import RELATIONS
from summarizer.conflict.statement_kinds import STATEMENT_KINDS
from summarizer.pointing import bounds, dropping, grounding
from summarizer.pointing.check import Code

BEGIN, END = "<!-- generated tables: begin -->", "<!-- generated tables: end -->"
PAGE = Path("docs/verification.md")


def tables() -> str:
    """Every check with its codes, the kinds of statement, and the rules of relation, occurrence and attribution."""
    parts = (*_checks(), "", *_statement_kinds(), "", *_relations(), "", *_occurrence(), "", *_attribution())
    return "\n".join(parts) + "\n"


def written_into(page: str) -> str:
    """The page with the tables in their place."""
    return re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{tables()}{END}", page, flags=re.DOTALL)


def _checks() -> Iterator[str]:
    yield from ("### Checks", "", "| check | on | finds | severity | says |", "|---|---|---|---|---|")
    yield from _codes("grounding", "every mention", grounding.CODES)
    yield from _codes("references", "every item", dropping.CODES | bounds.CODES | CONFLICT.codes)
    for check in CHECKS:
        yield from _codes(check.name, ", ".join(check.applies_to), check.codes)


def _codes(name: str, applies_to: str, codes: dict[str, Code]) -> Iterator[str]:
    for position, (code, row) in enumerate(codes.items()):
        first = (f"**{name}**", applies_to) if position == 0 else ("", "")
        yield f"| {first[0]} | {first[1]} | `{code}` | {row.severity} | {row.message} |"


def _statement_kinds() -> Iterator[str]:
    yield from ("### Kinds of statement", "")
    yield "What each says of the incident and of who did it, and the lists of `lexicons/cues.toml` that show it. A new kind is"
    yield "a word in `schemas/vocabulary.py`, a row in `conflict/statement_kinds.py` and its list of cues; the schema is then"
    yield "to be written again, and this page too: a test fails until they are."
    yield from ("", "| kind | says | on the incident | doer | the article itself | shown by |")
    yield "|---|---|---|---|---|---|"
    for name, kind in STATEMENT_KINDS.items():
        choices = (kind.stance, kind.doer, kind.articles_word)
        cells = (f"`{name}`", kind.meaning, *(each.replace("_", " ") for each in choices), ", ".join(kind.shown_by))
        yield f"| {' | '.join(cells)} |"


def _relations() -> Iterator[str]:
    yield from (
        "### Relation of a speaker to an incident",
        "",
        "First row that holds; else the relation proposed stands.",
    )
    yield from ("", "| where | relation |", "|---|---|")
    yield from (f"| {rule.says} | `{rule.relation}` |" for rule in RELATIONS)


def _occurrence() -> Iterator[str]:
    yield from ("### Occurrence", "", "First row that holds; where none does, the incident is not in the brief.", "")
    yield from ("| row | statements | occurrence | strict |", "|---|---|---|---|")
    for rule in OCCURRENCE:
        strict = f"`{rule.strict}` unless firm enough" if rule.strict else "the same"
        yield f"| {rule.row} | {rule.says} | `{rule.occurrence}` | {strict} |"


def _attribution() -> Iterator[str]:
    yield from ("### Attribution, per actor", "", "First row that holds; else the actor is only `mentioned`.", "")
    yield from ("| statements | attribution |", "|---|---|")
    yield from (f"| {rule.says} | `{rule.status}` |" for rule in ATTRIBUTION)


if __name__ == "__main__":
    PAGE.write_text(written_into(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
