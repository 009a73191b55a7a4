"""Digests of values, the same on every machine and in every process."""

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np


def digest(*things: Any) -> str:
    """SHA-256 (64 hex digits) of numbers, text, bytes, arrays and what holds them.

    Every part goes in with its type and length, so that no two different values run together.
    Dictionaries and sets count by content, not by order. 1 and 1.0 differ, 0.0 and -0.0 too.

    Raises
    ------
    TypeError
        For anything else; a digest by address would differ from run to run.
    """
    sha = hashlib.sha256()
    for thing in things:
        _feed(sha, thing)
    return sha.hexdigest()


def sources_digest(*parts: ModuleType | Path | str) -> str:
    """Digest of source files: modules, packages (all their ``.py`` and ``.yaml``) or paths.

    Raises
    ------
    FileNotFoundError
        If there are no sources under one of them: a folder that was renamed must not drop out.
    """
    sha = hashlib.sha256()
    for part in parts:
        root = _root(part)
        files = sorted(_files(root), key=lambda file: file.relative_to(root.parent).as_posix())
        if not files:
            raise FileNotFoundError(f"no sources to digest at {root}: was the folder renamed?")
        for file in files:
            _feed(sha, file.relative_to(root.parent).as_posix())
            _feed(sha, file.read_bytes())
    return sha.hexdigest()


def _root(part: ModuleType | Path | str) -> Path:
    if not isinstance(part, ModuleType):
        return Path(part)
    if hasattr(part, "__path__"):
        return Path(next(iter(part.__path__)))
    return Path(str(part.__file__))


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    return [file for file in root.rglob("*") if file.suffix in (".py", ".yaml") and file.is_file()]


def _feed(sha: Any, thing: Any) -> None:
    kind = type(thing)
    if kind is str:  # nearly everything is text or a number
        _sized(sha, b"S", thing.encode())
        return
    if kind is float:
        sha.update(b"F" + struct.pack("<d", thing))
        return
    match thing:
        case None:
            sha.update(b"N")
        case bool() | np.bool_():
            sha.update(b"B1" if bool(thing) else b"B0")
        case float() | np.floating():
            sha.update(b"F" + struct.pack("<d", float(thing)))
        case int() | np.integer():
            _sized(sha, b"I", str(int(thing)).encode())
        case str():
            _sized(sha, b"S", str(thing).encode())
        case bytes() | bytearray() | memoryview():
            _sized(sha, b"Y", bytes(thing))
        case Path():
            raise TypeError("a path is no value: digest the file's text or its bytes")
        case Mapping():
            _unordered(sha, b"D", thing.items())
        case set() | frozenset():
            _unordered(sha, b"T", thing)
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            _sized(sha, b"C", type(thing).__name__.encode())
            _feed(sha, {one.name: getattr(thing, one.name) for one in fields(thing)})
        case Sequence():
            sha.update(b"L" + struct.pack("<q", len(thing)))
            for one in thing:
                _feed(sha, one)
        case _ if hasattr(thing, "__array__"):
            _array(sha, np.asarray(thing))
        case _:
            raise TypeError(f"cannot digest a {type(thing).__name__}")


def _array(sha: Any, array: np.ndarray) -> None:
    if array.dtype.kind == "O":
        _feed(sha, [array.shape, array.ravel().tolist()])
        return
    plain = np.ascontiguousarray(array.astype(array.dtype.newbyteorder("<"), copy=False))
    _sized(sha, b"A", f"{plain.dtype.str}{array.shape}".encode())
    _sized(sha, b"Y", plain.tobytes())


def _unordered(sha: Any, mark: bytes, parts: Any) -> None:
    inner = sorted(digest(one) for one in parts)
    _sized(sha, mark, "".join(inner).encode())


def _sized(sha: Any, mark: bytes, data: bytes) -> None:
    sha.update(mark + struct.pack("<q", len(data)) + data)
