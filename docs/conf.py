"""How the documents are built: Sphinx, MyST, furo; nothing is fetched when they are read."""

import runpy
import subprocess
import sys
from importlib.metadata import version as installed
from pathlib import Path

import fastapi  # noqa: F401 - with pydantic, once: autodoc loads anew what it loads first

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "generate"))  # its scripts know one another
MADE = HERE / "made"
PAGES = ("command_line", "parameters", "outcomes", "validation", "accuracy", "uncertainty", "speed")

project = "twoplustwo"
author = "the twoplustwo developers"
copyright = "2026, the twoplustwo developers"
version = release = installed("twoplustwo")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["generate", "made/outcomes.md"]
html_extra_path = ["made/published"]  # schema/answer.json and so on, beside the pages
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "none"
suppress_warnings = ["ref.python"]  # rooms have words in common: a name need not be one of its kind
napoleon_google_docstring = False
highlight_language = "none"
html_theme = "furo"
html_title = "twoplustwo"
html_copy_source = False
html_theme_options = {"top_of_page_buttons": []}


def _write(name: str, text: str) -> None:
    path = MADE / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def _generate() -> None:
    made = {one: runpy.run_path(str(HERE / f"generate/{one}.py")) for one in (*PAGES, "questions")}
    for one in PAGES:
        _write(one, made[one]["page"]())
    pages = made["questions"]["pages"]()
    for name, text in pages.items():
        _write(f"questions/{name}", text)
    for old in (MADE / "questions").glob("*.md"):
        if old.stem not in pages:
            old.unlink()
    for name, text in runpy.run_path(str(HERE / "generate/api.py"))["pages"]().items():
        _write(f"api/{name}", text)
    listed = "\n".join(f"questions/{name}" for name in pages)
    _write(
        "questions",
        f"# Questions\n\nEach is a folder of the package: a card, a page and the "
        f"code.\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n",
    )


def _publish() -> None:
    """The JSON Schemas of what other programs read."""
    folder = MADE / "published" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("answer", "answers", "run"):
        words = [sys.executable, "-m", "twoplustwo", "schema", "--of", name]
        made = subprocess.run(words, check=True, capture_output=True)
        (folder / f"{name}.json").write_bytes(made.stdout)


_generate()
_publish()
