"""What every file of the house keeps to."""

import ast
import re
from pathlib import Path

LONGEST, LONGEST_CODE = 500, 400
CODE = {".py", ".ts", ".svelte", ".css", ".js"}
WRITTEN = {".py", ".md", ".css", ".js", ".j2", ".toml", ".yaml", ".cff", ".ts", ".svelte"}
NAMELESS = {"utils", "util", "misc", "helpers", "helper", "stuff", "contrib"}
# put together here, so that this file does not name what no file may name
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("crates", "io"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
    )
]
MACHINE = re.compile(r"(?<![\w.])/(?:root|work|home)/\w")


def texts(tracked: list[Path]) -> list[tuple[Path, str]]:
    found = []
    for path in tracked:
        raw = path.read_bytes()
        if b"\0" not in raw:
            found.append((path, raw.decode("utf-8")))
    return found


def test_no_file_is_long(tracked):
    lengths = {
        p: len(t.splitlines())
        for p, t in texts(tracked)
        if p.suffix in WRITTEN and p.name != "sources.yaml"
    }  # a bibliography is one list
    most = {path: LONGEST_CODE if path.suffix in CODE else LONGEST for path in lengths}
    assert {path: n for path, n in lengths.items() if n > most[path]} == {}


def test_every_file_says_what_it_is_for_by_its_name(tracked, root):
    code = [p.relative_to(root) for p in tracked if p.suffix in {".py", ".js", ".ts", ".svelte"}]
    assert [p for p in code if NAMELESS & {*p.parts[:-1], p.stem}] == []


def test_no_registry_and_no_machine_is_named(tracked, root):
    found = [
        (path.relative_to(root), what)
        for path, text in texts(tracked)
        for what in [
            *(host for host in HOSTS if host in text),
            *MACHINE.findall(text),
            *([str(root)] if str(root) in text else []),
        ]
    ]
    assert found == []


def test_every_module_begins_by_saying_what_it_is(root):
    silent = []
    for path in sorted((root / "src").rglob("*.py")):
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))):
            silent.append(path.relative_to(root))
    assert silent == []


def test_public_functions_are_described(root):
    silent = []
    for path in sorted((root / "src").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            named = isinstance(node, ast.FunctionDef | ast.ClassDef)
            if not named or node.name.startswith("_") or _is_overload(node):
                continue
            if not ast.get_docstring(node):
                silent.append(f"{path.relative_to(root)}:{node.lineno} {node.name}")
    assert silent == []


def _is_overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return any(getattr(one, "id", "") == "overload" for one in node.decorator_list)


def test_nobody_prints_but_the_doors(root):
    printing = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted((root / "src").rglob("*.py"))
        if "doors" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert printing == []
