"""One random change of a file as a file: gone, a link, a pipe, cut bytes, odd endings, copied."""

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

NAMES = (
    *("A B.yaml", "ü.yaml", ".hidden.yaml", "x.YAML", "x.yml", "x.yaml.txt", "x.yaml~", "-x.yaml"),
    *("1.yaml", "a.b.yaml", "con.yaml", "dossier.yaml", "x" * 200 + ".yaml", "a=b.yaml", "*.yaml"),
)


def change(path: Path, chance: random.Random, files: Sequence[Path]) -> Callable[[], None]:
    """Change a file, and give what puts all back.

    Parameters
    ----------
    path : Path
        A file of the dossier.
    chance : Random
    files : sequence of Path
        All files, one of which it may be a copy of or a link to.
    """
    data = path.read_bytes()
    made: list[Path] = []

    def back() -> None:
        for one in (*made, path):
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink(missing_ok=True)
        path.write_bytes(data)

    try:
        chance.choice(CHANGES)(path, chance, files, made)
    except BaseException:
        back()
        raise
    return back


Made = list[Path]
Files = Sequence[Path]


def _bytes(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    text = path.read_bytes()
    cut = chance.randrange(len(text) + 1)
    path.write_bytes(
        chance.choice(
            (
                b"",
                b"\n",
                text.replace(b"\n", b"\r\n"),
                text.replace(b"\n", b"\r"),
                b"\xef\xbb\xbf" + text,
                b"\xef\xbb\xbf" * 2 + text,
                text.decode("utf-8", "replace").encode("utf-16"),
                text.decode("utf-8", "replace").encode("latin-1", "replace"),
                text[:cut],
                text[:cut] + b"\0" + text[cut:],
                text[:cut] + b"\xff\xfe" + text[cut:],
                text.rstrip(b"\n"),
                text + b"---\n" + text,
                text + b"\x1a",
                text * 2,
                text[cut:] + text[:cut],
            )
        )
    )


def _gone(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    path.unlink()


def _link(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    path.unlink()
    there = (chance.choice(files), path, path.with_name("nowhere"), path.parent, Path("/dev/null"))
    path.symlink_to(chance.choice(there))


def _folder(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    path.unlink()
    os.mkfifo(path)


def _other(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    path.write_bytes(chance.choice(files).read_bytes())


def _copied(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    home = chance.choice((path, chance.choice(files))).parent
    _put(home / chance.choice((*NAMES, path.name, chance.choice(files).name)), path, made)


def _renamed(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    _put(path.with_name(chance.choice(NAMES)), path, made)
    if made:
        path.unlink()


def _put(there: Path, path: Path, made: Made) -> None:
    if not os.path.lexists(there):
        made.append(there)
        there.write_bytes(path.read_bytes())


def _linked_folder(path: Path, chance: random.Random, files: Files, made: Made) -> None:
    there = path.parent / chance.choice(("more", "missiles", "parties", "notes"))
    if not os.path.lexists(there):
        made.append(there)
        there.symlink_to(chance.choice((path.parent, path, there)))


CHANGES = (
    *(_bytes, _bytes, _bytes, _gone, _link, _folder, _pipe, _other, _copied, _copied, _renamed),
    _linked_folder,
)
