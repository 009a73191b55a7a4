"""The page about questions of one's own: its package is installed, and what it shows is typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/own-question.md"
PACKAGE = ROOT / "docs/examples/own-question"
SHOWN = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
INSTALL = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet")
HERE = ("--no-index", "--no-deps", "--no-build-isolation")


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """Where the package of the page is installed, as a user would, but for the network."""
    home = tmp_path_factory.mktemp("installed")
    words = [sys.executable, *INSTALL, *HERE, "--target", home, PACKAGE]
    subprocess.run(words, check=True, env={**os.environ, "PIP_NO_CACHE_DIR": "1"})
    return home


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(home), str(ROOT / "src")])
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )


def typed() -> list[tuple[list[str], str]]:
    """Each command of the page with what stands below it."""
    (block,) = SHOWN.findall(PAGE.read_text(encoding="utf-8"))
    parts = [part.partition("\n") for part in block.split("$ ") if part]
    return [(command.split(), out) for command, _, out in parts]


def test_every_file_of_the_package_stands_on_the_page():
    text = PAGE.read_text(encoding="utf-8")
    files = [one for one in PACKAGE.rglob("*") if one.is_file() and "__pycache__" not in one.parts]
    assert len(files) == 4
    for file in files:
        included = f"{{literalinclude}} {file.relative_to(PAGE.parent).as_posix()}\n" in text
        assert included or file.name == "__init__.py"


def test_what_the_page_types_prints_what_it_shows(home: Path):
    (install, none), *commands = typed()
    assert install[:2] == ["pip", "install"] and Path(install[2]).name == PACKAGE.name
    assert none == "" and len(commands) == 3
    for words, out in commands:
        assert words.pop(0) == "twoplustwo"
        done = run(home, "-m", "twoplustwo", *words)
        assert (done.returncode, done.stdout) == (0, out), done.stderr


def test_the_python_of_the_page(home: Path):
    (code,) = PYTHON.findall(PAGE.read_text(encoding="utf-8"))
    value = re.search(r"# (\S+)\n$", code)
    assert value is not None
    done = run(home, "-c", f"{code}\nprint(answer.headline.value, answer.rows.names)")
    shown = "('interceptor', 'burnout_speed_m_s', 'burn_time_s', 'acceleration')"
    assert done.stdout == f"{value[1]} {shown}\n", done.stderr


def test_every_party_is_named_with_its_claims(home: Path):
    asked = ["ask", "interceptor-acceleration", "--format", "json"]
    done = run(home, "-m", "twoplustwo", *asked, "--quick")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"parameter": "interceptors.gbi-2.burn_time"') == 3


def test_one_that_cannot_be_imported_is_named_as_the_page_says(home: Path, tmp_path: Path):
    (told,) = re.findall(r"^note: .*$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    for file in home.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            copy = tmp_path / file.relative_to(home)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    with (tmp_path / "interceptor_acceleration/ask.py").open("a") as code:
        code.write("import nowhere\n")
    listed = run(tmp_path, "-m", "twoplustwo", "list", "questions")
    assert listed.stderr == f"{told}\n"
    assert "raid" in listed.stdout and "interceptor-acceleration" not in listed.stdout
    asked = run(tmp_path, "-m", "twoplustwo", "ask", "interceptor-acceleration")
    assert asked.returncode == 2 and "there is no question" in asked.stderr
    notebook = run(tmp_path, "-c", "import twoplustwo as tpt; print(len(tpt.cards()))")
    assert notebook.stderr == f"{told}\n" and notebook.returncode == 0
