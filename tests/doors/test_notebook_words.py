"""Arguments under the command line's names, and errors that fit under the reader's line."""

import runpy
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

import twoplustwo as tpt

ROOT = Path(__file__).parents[2]
PACKAGE = str(Path(tpt.__file__).parent)


@pytest.mark.parametrize(
    "named",
    [
        {"position": "us", "measures": "speed-cap-5", "sets": "engagement.max_flight=900 s"},
        {"party": "us", "measure": ["speed-cap-5"], "set": ["engagement.max_flight=900 s"]},
        {"positions": "us", "measures": ("speed-cap-5",), "set": "engagement.max_flight=900 s"},
    ],
)
def test_one_text_where_several_may_stand_and_other_names(engine, named):
    answer = tpt.ask("icbm-reach", **named)
    assert isinstance(answer, tpt.Answer)
    assert engine == [
        ("icbm-reach", ["us+set:engagement.max_flight=900 s+speed-cap-5"], {}),
    ]


def test_positions_named_otherwise_are_all_asked(engine):
    assert [one.position for one in tpt.ask("icbm-reach", parties=["us", "russia"])] == [
        "us",
        "russia",
    ]
    assert [one.position for one in tpt.ask("icbm-reach", "us,russia")] == ["us", "russia"]
    assert [one.position for one in tpt.compare("icbm-reach", "us")] == ["us"]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: tpt.ask("icbm-reach", "us", measures="sped-cap-5"),
         ["unknown measure sped-cap-5", "(measures='sped-cap-5')"]),
        (lambda: tpt.ask("icbm-reach", "us", as_of="20x"), ["(as_of='20x')"]),
        (lambda: tpt.ask("icbm-reach", "us", set="x"), ["'x' sets nothing (sets='x')"]),
        (lambda: tpt.ask("icbm-reach", "us", party="us"),
         ["position is given twice (party='us')", "leave one of the two out"]),
        (lambda: tpt.ask("icbm-reach", ["us", 3]), ["it must be a text, or a list of texts"]),  # type: ignore[list-item]
        (lambda: tpt.ask("raid", "us", measur="x"),
         ["raid has no option 'measur'", "did you mean measure?"]),
        (lambda: tpt.load("nowhere"), ["no dossier named nowhere"]),
        (lambda: tpt.cite("nowhere"), ["nowhere is not a run"]),
    ],
)  # fmt: skip
def test_an_error_is_short_and_in_the_words_of_a_notebook(ask, told):
    with pytest.raises(tpt.TwoPlusTwoError) as caught:
        ask()
    for part in told:
        assert part in str(caught.value)
    assert "--" not in str(caught.value)
    places = traceback.extract_tb(caught.value.__traceback__)
    ours = [one for one in places if one.filename.startswith(PACKAGE)]
    lines = "".join(traceback.format_list(ours)).splitlines()
    assert ours and len(lines) <= 5
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


def test_a_fault_of_ours_keeps_its_traceback(monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("twoplustwo.doors.asking.ask", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        tpt.ask("raid", "us")
    names = [one.name for one in traceback.extract_tb(caught.value.__traceback__)]
    assert names[-1] == "broken" and "_answers" in names


def test_ipython_shows_the_readers_line_and_the_message(capsys):
    shell = InteractiveShell.instance()
    try:
        shell.run_cell("import twoplustwo as tpt\ntpt.ask('icbm-reach', 'uss')")
    finally:
        InteractiveShell.clear_instance()
    printed = capsys.readouterr()
    lines = [one for one in (printed.out + printed.err).splitlines() if one.strip()]
    assert "tpt.ask('icbm-reach', 'uss')" in lines[1]
    assert lines[2].startswith("PositionError: ") and "did you mean us?" in lines[-1]
    assert len(lines) <= 6 and not any(PACKAGE in one for one in lines)


def test_every_exported_name_stands_on_the_page_of_the_notebook():
    page = (ROOT / "docs/notebook.md").read_text(encoding="utf-8")
    listed = page[page.index("```{eval-rst}") :]
    for name in tpt.__all__:
        assert f":: {name}\n" in listed or f"``{name}``" in listed, name


def test_the_example_of_the_page_is_true(engine, monkeypatch, tmp_path):
    """Its code runs as it stands there, line by line."""
    page = (ROOT / "docs/notebook.md").read_text(encoding="utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = runpy.run_path("example.py")
    assert isinstance(made["answer"], tpt.Answer) and isinstance(made["answers"], tpt.Answers)


def test_a_users_checker_likes_it(tmp_path):
    """A strict checker finds no fault in a user's file, and the one that is in another."""
    example = Path(__file__).with_name("typed_example.py").read_text(encoding="utf-8")
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    (tmp_path / "wrong.py").write_text(
        "import twoplustwo as tpt\n\nshare: float = tpt.ask('raid', 'us').headline.value\n",
        encoding="utf-8",
    )
    (tmp_path / "pyrightconfig.json").write_text(
        f'{{"typeCheckingMode": "strict", "extraPaths": ["{Path(PACKAGE).parent.as_posix()}"]}}'
    )
    checker = [sys.executable, "-m", "basedpyright", "--project", str(tmp_path)]
    fine = subprocess.run(
        [*checker, "--pythonpath", sys.executable], cwd=tmp_path, capture_output=True, text=True
    )
    found = [one for one in fine.stdout.splitlines() if " - error" in one or " - warning" in one]
    assert len(found) == 1 and "wrong.py:3" in found[0] and "None" in found[0], fine.stdout
