"""A good dossier to break, one thing at a time."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier import check, load

HERE = Path(__file__).parent


class Zoo:
    """A copy of the good dossier that a test may break."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, file: str, text: str) -> None:
        """Write a file anew."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands in the file exactly once."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def line(self, file: str, text: str) -> int:
        """The line of the file that `text` stands in; it must be the only one."""
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        found = [number for number, line in enumerate(lines, start=1) if text in line]
        assert len(found) == 1, f"{text!r} stands in {len(found)} lines of {file}"
        return found[0]

    def refusal(self) -> DossierError:
        """What `load` raises; and `check` must list the same first, and raise nothing."""
        with pytest.raises(DossierError) as caught:
            load(self.root)
        listed = [one for one in check(self.root) if not one.warning]
        assert listed, "load refuses what check passes"
        assert (listed[0].what, listed[0].where) == (caught.value.what, caught.value.where)
        return caught.value

    def errors(self) -> list[DossierError]:
        """All errors that `check` finds."""
        return [one for one in check(self.root) if not one.warning]


@pytest.fixture
def zoo(tmp_path: Path) -> Zoo:
    """A copy of the good dossier, beside what it includes."""
    for name in ("good", "good-common"):
        shutil.copytree(HERE / name, tmp_path / name)
    return Zoo(tmp_path / "good")


@pytest.fixture
def said(zoo: Zoo) -> Callable[..., None]:
    """Assert that what a person is told holds these words and this place."""

    def _said(file: str, line_text: str | int, *words: str) -> None:
        line = line_text if isinstance(line_text, int) else zoo.line(file, line_text)
        error = zoo.refusal()
        assert error.where.endswith(f"{file}:{line}"), error
        for word in words:
            assert word in str(error), f"{word!r} is not in:\n{error}"

    return _said
