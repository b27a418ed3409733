"""How dense code is: branches per 100 lines of functions, and/or per 100 lines. `python -m tests.density` prints it by room.

A branch is a loop, a condition, an exception handler, an assertion, a loop or condition of a comprehension, a further
operand of and/or; and one for the function itself. For scale: httpx has 20 and 1.4, structlog 16 and 1.1, pydantic-ai 20
and 2.0, trafilatura 32 and 5.4 (measured with radon, alike in kind).
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.IfExp, ast.match_case)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Density:
    """Figures of some files."""

    lines: int
    branches: float
    operators: float


@cache
def rooms() -> dict[str, tuple[Path, ...]]:
    """The files of each room: the folders of the package, those of the field and of English one by one, and what lies outside."""
    found: dict[str, list[Path]] = {}
    for path in sorted((*(ROOT / "summarizer").rglob("*.py"), *(ROOT / "schemas").glob("*.py"))):
        inner = path.relative_to(ROOT).parts
        if inner[:2] not in (("summarizer", "schemas"), ("summarizer", "prompts")):  # links to folders beside
            found.setdefault(_room(inner), []).append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def _room(parts: tuple[str, ...]) -> str:
    folders = parts[:-1]
    if folders[:2] in (("summarizer", "conflict"), ("summarizer", "english")):
        return "/".join(folders[1:3])
    return folders[1] if len(folders) > 1 else folders[0]


def density(paths: Iterable[Path]) -> Density:
    """The figures of these files together."""
    lines = branches = operators = lines_of_functions = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        lines += len(text.splitlines())
        for node, functions in _nodes(ast.parse(text), 0):
            branches += functions * _weight(node)
            if isinstance(node, ast.BoolOp):
                operators += len(node.values) - 1
            elif isinstance(node, FUNCTIONS):
                branches += 1
                lines_of_functions += (node.end_lineno or 0) - node.lineno + 1
    return Density(lines, 100 * branches / max(1, lines_of_functions), 100 * operators / max(1, lines))


def _nodes(tree: ast.AST, functions: int) -> Iterator[tuple[ast.AST, int]]:
    """Every node below one, and how many functions it stands in."""
    for node in ast.iter_child_nodes(tree):
        yield node, functions
        yield from _nodes(node, functions + isinstance(node, FUNCTIONS))


def _weight(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, BRANCHES))


if __name__ == "__main__":
    for name, paths in rooms().items():
        found = density(paths)
        print(f"{name:20} {found.lines:6} lines  {found.branches:5.1f} branches  {found.operators:5.1f} and/or")  # noqa: T201
