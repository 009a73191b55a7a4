"""One random change of one file of a dossier, as people and programs make them."""

import random
import re
from pathlib import Path

WORDS = (
    "yes",
    "no",
    "none",
    "null",
    "~",
    "1",
    "-1",
    "0",
    "1e999",
    "nan",
    "1e-400",
    "5 km/s",
    "0..0 km",
    "3..1 s",
    ">= 2 km",
    "2007",
    "2007-02-31",
    "9999-99",
    "[]",
    "{}",
    "[[]]",
    "[a, b]",
    "{a: b}",
    "'",
    '"',
    "|",
    "*a",
    "&a x",
    "!!python/object x",
    "a: b: c",
    "%",
    "@",
    "\u2028",
    "\u0000",
    "é" * 300,
    "../..",
    "/dev/null",
    "us",
    "gbi-2",
    "missiles",
    "compilers",
    "stages",
)
"""What may stand in place of a value or key."""
KEY = re.compile(r"^(\s*(?:- )?)([A-Za-z0-9_.*-]+)(:)(.*)$")


def mutate(text: str, chance: random.Random, others: list[str]) -> str:
    """The text with one to three changes.

    Parameters
    ----------
    text : str
    chance : Random
    others : list of str
        Texts of other files, of which lines are taken.
    """
    lines = text.split("\n")
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        lines = chance.choice(CHANGES)(lines or [""], chance, others)
    return "\n".join(lines)


def _value(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = _key_line(lines, chance)
    found = KEY.match(lines[at])
    if found:
        lines[at] = f"{found[1]}{found[2]}: {chance.choice(WORDS)}"
    return lines


def _key(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = _key_line(lines, chance)
    found = KEY.match(lines[at])
    if found:
        lines[at] = f"{found[1]}{chance.choice(WORDS)}:{found[4]}"
    return lines


def _swapped_value(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    """The value of another line of any file."""
    theirs = chance.choice(others).split("\n")
    at, other = _key_line(lines, chance), _key_line(theirs, chance)
    mine, found = KEY.match(lines[at]), KEY.match(theirs[other])
    if mine and found:
        lines[at] = f"{mine[1]}{mine[2]}:{found[4]}"
    return lines


def _gone(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.choice((1, 1, 2, 5, len(lines))) :]


def _twice(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    return lines[: at + 1] + lines[at : at + chance.choice((1, 1, 2, 8))] + lines[at + 1 :]


def _moved(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), line)
    return lines


def _indented(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("  ", " ", "\t", "- ", "")) + lines[at].lstrip()
    return lines


def _of_another(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    theirs = chance.choice(others).split("\n")
    begin = chance.randrange(len(theirs))
    at = chance.randrange(len(lines) + 1)
    return lines[:at] + theirs[begin : begin + chance.choice((1, 3, 12))] + lines[at:]


def _letter(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = chance.randrange(len(lines))
    line = lines[at]
    where = chance.randrange(len(line) + 1)
    new = chance.choice(("", ":", "#", "-", " ", "'", '"', "{", "[", "]", "9", ".", "ё", "\x07"))
    lines[at] = line[:where] + new + line[where + chance.choice((0, 1)) :]
    return lines


def _number(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    at = _key_line(lines, chance)
    scale = chance.choice(("0", "-1", "1e9", "1e-9", "1e308", "07", "1,5", "1.2.3"))
    lines[at] = re.sub(r"(?<![\w-])\d+(\.\d+)?", scale, lines[at], count=1)
    return lines


def _cut(lines: list[str], chance: random.Random, others: list[str]) -> list[str]:
    text = "\n".join(lines)
    return text[: chance.randrange(len(text) + 1)].split("\n")


CHANGES = (
    *(_value, _value, _value, _swapped_value, _swapped_value, _key, _number, _number),
    *(_gone, _twice, _moved, _indented, _of_another, _letter, _letter, _cut),
)


def _key_line(lines: list[str], chance: random.Random) -> int:
    """A line with a key, if one of a few tries finds one."""
    at = chance.randrange(len(lines))
    for _ in range(8):
        if KEY.match(lines[at]):
            break
        at = chance.randrange(len(lines))
    return at


def yaml_files(*folders: Path) -> list[Path]:
    """The files of dossiers that may be changed, in one order everywhere."""
    return sorted(one for folder in folders for one in folder.rglob("*.yaml"))
