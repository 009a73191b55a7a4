"""Sections of runs, kept between runs: what was written and drawn of the very same answers.

Most of a run that repeats another, or that moves one number of it, draws what was drawn before.
Under a key go all files of a section and its blocks of the report, packed; the key knows the
answers to the last bit, what a report says beside them, the coast, and every source of ours and
version of others that takes part.
"""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from twoplustwo.answers import store
from twoplustwo.answers.answer import Answer
from twoplustwo.base.digest import digest, sources_digest
from twoplustwo.base.kept_files import KeptFiles, cache_root
from twoplustwo.doors.cli.versions import versions
from twoplustwo.reports import page
from twoplustwo.reports.block import Block, blocks
from twoplustwo.reports.geo import Shapes, read_shapes

MOST_BYTES = 300_000_000
"""What they may weigh together; a run takes some 5 to 15 million."""
_BLOCKS = ".blocks.json"


class SectionWriter:
    """Writes sections into the folder of a run, from what is kept where that is the same.

    Parameters
    ----------
    out_dir : Path
        An existing folder.
    basemap_path : Path or None
    info : mapping
        As `reports.page.write` takes them.
    """

    def __init__(self, out_dir: Path, basemap_path: Path | None, info: Mapping[str, Any]) -> None:
        self._out, self._basemap, self._info = out_dir, basemap_path, info
        self._shared = digest(info, _bytes(basemap_path), versions(), _sources())

    def section(self, group: Sequence[Answer]) -> list[Block]:
        """Write a group of answers with its tables and figures; gives its blocks."""
        try:
            name = digest(self._shared, group)
        except TypeError:  # a question that is not ours put something in that has no digest
            name = ""
        data = _kept().get(name) if name else None
        if data is None:
            data = self._made(group)
            if name:
                _kept().put(name, data)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = [one for one in packed.namelist() if one != _BLOCKS]
            packed.extractall(self._out, files)
            return json.loads(packed.read(_BLOCKS))

    def _made(self, group: Sequence[Answer]) -> bytes:
        """The section, packed; what is written on the way goes with the run's folder."""
        apart = Path(tempfile.mkdtemp(prefix=".section-", dir=self._out))
        try:
            store.write(group, apart)
            shapes = _shapes(self._basemap)
            drawn = blocks(group, shapes, self._info, page.figures_in(apart))
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
                packed.writestr(_BLOCKS, json.dumps(drawn, ensure_ascii=False))
                for file in sorted(apart.rglob("*")):
                    if file.is_file():
                        packed.write(file, file.relative_to(apart).as_posix())
            return out.getvalue()
        finally:
            shutil.rmtree(apart)  # or it would go with the run


@cache
def _kept() -> KeptFiles:
    return KeptFiles([cache_root() / "sections" / _sources()[:16]], ".zip", MOST_BYTES)


@cache
def _sources() -> str:
    return sources_digest(Path(str(resources.files("twoplustwo"))))


@cache
def _shapes(path: Path | None) -> Shapes | None:
    return read_shapes(path) if path is not None else None


def _bytes(path: Path | None) -> bytes:
    return path.read_bytes() if path is not None else b""
