"""What is kept between runs: damaged, cut, foreign or read-only, it costs time and nothing else."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twoplustwo.base import kept_files
from twoplustwo.base.kept_files import KeptFiles, cache_root, is_trusted, user_name

DATA = bytes(range(256)) * 40


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeptFiles:
    monkeypatch.setattr(kept_files, "_told", set())
    return KeptFiles([tmp_path / "ours"], ".k", 10**6)


def test_it_is_kept(kept: KeptFiles, tmp_path: Path):
    assert kept.get("a") is None
    kept.put("a", DATA)
    assert kept.get("a") == DATA and kept.get("b") is None
    assert os.listdir(tmp_path / "ours") == ["a.k"]  # noqa: PTH208 - names


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _turn_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[7000] ^= 1
    path.write_bytes(data)


def _of_another_key(path: Path) -> None:
    KeptFiles([path.parent], ".k", 10**6).put("other", DATA)
    path.with_name("other.k").replace(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _turn_a_bit,
        _of_another_key,
        _folder,
        pytest.param(
            _pipe, marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
        ),
        lambda path: path.write_bytes(b""),
    ],
)
def test_what_is_damaged_is_made_anew_and_told_once(
    kept: KeptFiles, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage
):
    for name in ("a", "b"):
        kept.put(name, DATA)
        damage(tmp_path / f"ours/{name}.k")
    with caplog.at_level(logging.WARNING, "twoplustwo"):
        assert (kept.get("a"), kept.get("b")) == (None, None)
    assert [one.message for one in caplog.records] == [
        f"note: something kept in {tmp_path} was damaged; it is made anew"
    ]
    kept.put("a", DATA)
    assert kept.get("a") == DATA


def test_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").touch()
    kept = KeptFiles([tmp_path / "file/ours"], ".k", 10**6)
    kept.put("a", DATA)
    assert kept.get("a") is None


def test_what_others_keep_is_read_where_it_can_be_trusted(tmp_path: Path):
    tmp_path.chmod(0o755)
    KeptFiles([tmp_path / "theirs"], ".k", 10**6).put("a", DATA)
    (tmp_path / "file").touch()
    both = [tmp_path / "file/ours", tmp_path / "theirs"]
    assert KeptFiles(both, ".k", 10**6).get("a") == DATA
    (tmp_path / "theirs").chmod(0o777)
    assert not is_trusted(tmp_path / "theirs")
    assert KeptFiles(both, ".k", 10**6).get("a") is None


def test_the_least_used_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_files, "BETWEEN", 1)
    kept = KeptFiles([tmp_path / "ours"], ".k", 2 * len(DATA) + 100)
    for age, name in enumerate("abc"):
        kept.put(name, DATA)
        os.utime(tmp_path / f"ours/{name}.k", (age, age))
    assert kept.get("b") == DATA
    kept.put("d", DATA)
    left = sorted(one.stem for one in (tmp_path / "ours").iterdir())
    assert "a" not in left and "d" in left


@pytest.mark.parametrize(
    ("said", "found"), [("~/x", "home/x"), ("relative", "here/relative"), ("", "home/.cache")]
)
def test_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said, found):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("TWOPLUSTWO_CACHE", said)
    assert cache_root().is_relative_to(tmp_path / found)


def test_a_user_without_name_or_home(tmp_path: Path):
    """As a number in a container: the system knows nobody by it."""
    code = (
        "import os, pwd\n"
        "def nobody(number):\n"
        "    raise KeyError(f'getpwuid(): uid not found: {number}')\n"
        "pwd.getpwuid = nobody\n"
        "from twoplustwo.base.kept_files import cache_root, user_name\n"
        "print(cache_root(), user_name())\n"
    )
    names = ("HOME", "USER", "LOGNAME", "LNAME", "USERNAME", "XDG_CACHE_HOME", "TWOPLUSTWO_CACHE")
    bare = {name: text for name, text in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=bare | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    number = os.getuid()
    assert done.stdout.split() == [f"{tmp_path}/twoplustwo-{number}", str(number)], done.stderr


def test_a_name_that_is_no_name_of_a_folder(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOGNAME", "../../etc")
    assert user_name() == "______etc"
