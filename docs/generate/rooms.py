"""The picture of the rooms, drawn from the import contract: each knows those below it, none above.

Run: python docs/generate/rooms.py    (writes docs/pictures/rooms.svg)
"""

import ast
import textwrap
import tomllib
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"
CONTRACT = "A number goes one way"
WIDTH, LEFT, GAP, PADDING, LINE = 1000, 20, 8, 10, 15
LETTER = 6.6  # width of a letter of the smaller text


def layers() -> list[list[str]]:
    """Rooms by layer, the highest first, as the contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    rows = next(one["layers"] for one in contracts if one["name"] == CONTRACT)
    return [[name.strip() for name in row.split("|")] for row in rows]


def purpose(room: str) -> str:
    """What a room is for: the first line of its package."""
    source = ROOT / "src" / "twoplustwo" / room / "__init__.py"
    return (ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or "").split("\n")[0]


def picture() -> str:
    """The rooms as SVG, one row a layer."""
    parts, top = [], GAP
    for row in layers():
        wide = (WIDTH - 2 * LEFT - (len(row) - 1) * GAP) / len(row)
        texts = [textwrap.wrap(purpose(room), int((wide - 2 * PADDING) / LETTER)) for room in row]
        high = 30 + LINE * max(len(lines) for lines in texts)
        for i, (room, lines) in enumerate(zip(row, texts, strict=True)):
            parts += _box(room, lines, LEFT + i * (wide + GAP), top, wide, high)
        top += high + GAP
    below = "Each room may import those below it; rooms in one row do not know one another."
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top + 24}" role="img" '
            'font-family="sans-serif" font-size="12">',
            "<title>The rooms of the package: each may import those below it</title>",
            f'<rect width="{WIDTH}" height="{top + 24}" fill="#ffffff"/>',
            *parts,
            _text(LEFT, top + 12, below),
            "</svg>\n",
        ]
    )


def _box(room: str, lines: list[str], left: float, top: int, wide: float, high: int) -> list[str]:
    return [
        f'<rect x="{left:.0f}" y="{top}" width="{wide:.0f}" height="{high}" rx="4" '
        'fill="#eef2f6" stroke="#5b6b7b"/>',
        _text(left + PADDING, top + 18, room, ' font-size="14" font-weight="bold"'),
        *(_text(left + PADDING, top + 36 + LINE * n, line) for n, line in enumerate(lines)),
    ]


def _text(left: float, base: int, words: str, style: str = "") -> str:
    return f'<text x="{left:.0f}" y="{base}"{style} fill="#222222">{escape(words)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
