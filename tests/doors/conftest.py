"""The command line with an engine that answers at once: samples in place of flights."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from typer.testing import CliRunner

from twoplustwo.answers.answer import Answer
from twoplustwo.doors.cli.main import app

from ..reports import samples


@dataclass
class Said:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_width_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are as wide as in a file, whatever width those who run the tests say (xdist: 80)."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def command() -> Callable[..., Said]:
    """Run the command line in this process."""

    def run(*words: str) -> Said:
        result = CliRunner().invoke(app, list(words))
        return Said(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """Answers are samples, whatever is asked; gives the calls made."""
    import twoplustwo.analysis.ask
    import twoplustwo.analysis.suite

    calls: list[tuple] = []

    def ask(question: str, positions, dossier, **options) -> list[Answer]:
        calls.append((question, [str(one) for one in positions], options))
        return [
            replace(samples.icbm_reach("us"), position=str(one), options=options)
            for one in positions
        ]

    def play(dossier, positions=None, refused=None) -> Iterator[tuple[str, list[Answer]]]:
        calls.append(("play", [str(one) for one in positions or ()], {}))
        yield "speed-curve", [samples.speed_curve()]
        yield (
            "icbm-reach",
            [replace(samples.icbm_reach("us"), position=str(one)) for one in positions or ()],
        )

    monkeypatch.setattr(twoplustwo.analysis.ask, "ask", ask)
    monkeypatch.setattr(twoplustwo.analysis.suite, "run_suite", play)
    return calls
