"""Where a module can be wrong: every change of five kinds, found in its syntax tree.

The kinds: a number 5 % larger, a comparison turned round, + and - or * and / exchanged, a boolean
turned (not, ~, and/or, &/|), least and greatest exchanged. Whole numbers that count things
(indices, shapes, steps) stay, and so does what only speaks: texts, types, errors, assertions.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from .change import PACKAGE, Change

FACTOR = 1.05
PARTS = ("physics", "sensors", "engagement")
# operator: (how it is written, what stands for it instead)
OPERATORS = {
    ast.Lt: ("<", ">="),
    ast.LtE: ("<=", ">"),
    ast.Gt: (">", "<="),
    ast.GtE: (">=", "<"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
DROPPED = {ast.Not: "not ", ast.Invert: "~", ast.USub: "-"}
EXTREMES = {"min": "max", "minimum": "maximum", "argmin": "argmax", "cummin": "cummax"}
EXTREMES |= {b: a for a, b in EXTREMES.items()}
SPEAKING = (ast.Assert, ast.Raise, ast.Import, ast.ImportFrom)
COUNTING = {"range", "reshape", "zeros", "ones", "full", "arange"}
TYPES = {"None", "float", "int", "str", "Array", "F"}


def modules(wanted: list[str]) -> list[str]:
    """Files of the engine, below the package, whose path begins with one of `wanted`."""
    found = [
        path.relative_to(PACKAGE).as_posix()
        for part in PARTS
        for path in sorted((PACKAGE / part).rglob("*.py"))
    ]
    return [f for f in found if not wanted or any(f.startswith(w) for w in wanted)]


def changes(file: str, package: Path = PACKAGE) -> list[Change]:
    """All changes of a file of the package, in the order of its text."""
    text = (package / file).read_text(encoding="utf-8")
    return [Change(file, *one) for one in in_source(text)]


def in_source(text: str) -> list[tuple[int, int, str]]:
    """All changes of a source text, sorted: first and last character, and what to put there."""
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def span(node: ast.expr) -> tuple[int, int]:
        ends = (node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)
        start, end = (lines[row - 1] + _character(text, lines, row, col) for row, col in ends)
        return start, end

    found = set()
    for node, counts in _walk(ast.parse(text), False):
        if isinstance(node, ast.Constant) and (new := _larger(node.value, counts)):
            found.add((*span(node), new))
        elif isinstance(node, ast.UnaryOp) and type(node.op) in DROPPED and not counts:
            start, old = span(node)[0], DROPPED[type(node.op)]
            found.add((start, start + len(old), ""))
        elif isinstance(node, ast.Attribute | ast.Name):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in EXTREMES:
                end = span(node)[1]
                found.add((end - len(name), end, EXTREMES[name]))
        for op, left, right in _operations(node):
            signs = isinstance(op, ast.Add | ast.Sub | ast.Mult | ast.Div)
            if type(op) in OPERATORS and not (signs and counts):
                old, new = OPERATORS[type(op)]
                found.add((*_found(text, span(left)[1], span(right)[0], old), new))
    return sorted(found)


def line_of(change: Change, package: Path = PACKAGE) -> tuple[int, str, str]:
    """Line number, and that line before and after."""
    text = (package / change.file).read_text(encoding="utf-8")
    number = text.count("\n", 0, change.start) + 1
    after = text[: change.start] + change.new + text[change.end :]
    before, now = (t.splitlines()[number - 1].strip() for t in (text, after))
    return number, before, now


def _walk(node: ast.AST, counts: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node that does something, and whether it counts things: there whole numbers stay."""
    yield node, counts
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        inner = counts or (isinstance(node, ast.Subscript) and name == "slice")
        if isinstance(node, ast.Call) and name == "args":
            inner = inner or getattr(node.func, "attr", getattr(node.func, "id", "")) in COUNTING
        factor = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.Pow)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, SPEAKING):
                whole = isinstance(child, ast.Constant) and type(child.value) is int
                yield from _walk(child, inner or (whole and not factor))


def _larger(value: object, counts: bool) -> str:
    """A number 5 % larger, as text; empty where there is nothing to enlarge."""
    if not isinstance(value, int | float) or isinstance(value, bool) or value == 0:
        return ""
    return "" if counts and isinstance(value, int) else f"{value * FACTOR:.12g}"


def _operations(node: ast.AST) -> list[tuple[ast.AST, ast.expr, ast.expr]]:
    """Operator and operands of a node that exchanges them."""
    if isinstance(node, ast.BinOp):
        return [] if _is_type(node) else [(node.op, node.left, node.right)]
    if isinstance(node, ast.BoolOp):
        return [(node.op, *node.values[:2])]
    if isinstance(node, ast.Compare):
        return [(node.ops[0], node.left, node.comparators[0])]
    if isinstance(node, ast.AugAssign):
        return [(node.op, node.target, node.value)]
    return []


def _is_type(node: ast.BinOp) -> bool:
    """Whether this is a union of types, not an operation."""
    inside = list(ast.walk(node))
    return not any(isinstance(n, ast.Call | ast.Compare) for n in inside) and any(
        getattr(n, "id", "") in TYPES or getattr(n, "value", 1) is None for n in inside
    )


def _character(text: str, lines: list[int], row: int, column: int) -> int:
    """Column in characters; the tree counts bytes."""
    line = text[lines[row - 1] : lines[row]]
    return column if line.isascii() else len(line.encode()[:column].decode())


def _found(text: str, start: int, end: int, old: str) -> tuple[int, int]:
    """Where an operator stands between two operands, brackets and comments aside."""
    here = start
    while not text.startswith(old, here):
        here = text.index("\n", here) if text[here] == "#" else here + 1
        if here >= end:
            raise ValueError(f"no {old!r} in {text[start:end]!r}")
    return here, here + len(old)
