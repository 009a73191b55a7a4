"""One page a question: its card, and the page in its folder."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from twoplustwo.question_cards.card import Card, cards


def pages() -> dict[str, str]:
    """Name of each page to its text, in MyST, in the order in which questions are shown."""
    return {card.id: page(card) for card in cards().values()}


def page(card: Card) -> str:
    """The page of one question or analysis."""
    own = files(card.package) / "page.md"
    written = own.read_text(encoding="utf-8") if own.is_file() else f"# {card.title['en']}\n"
    title, _, rest = written.partition("\n")
    what = "One answer about all positions." if card.is_analysis else "One answer a position."
    parts = [
        title,
        "",
        f"*{card.asks['en']}* {what}",
        "",
        f"```\ntwoplustwo ask {card.id}\n```",
        rest.strip(),
        "",
    ]
    if card.test:
        parts += [f"The headline is judged by the test `{card.test}`.", ""]
    if card.options:
        parts += ["## Options", "", "| option | names one of | default |", "|---|---|---|"]
        parts += [
            f"| `{name}` | {_code(rule.get('kind', ''))} | {_default(rule)} |"
            for name, rule in card.options.items()
        ]
        parts.append("")
    parts += ["## Columns", "", "| column | unit | means |", "|---|---|---|"]
    for name, column in card.columns.items():
        since = f", from {column['from']['en']}" if "from" in column else ""
        unit = column.get("unit", "")
        parts.append(
            f"| `{name}` | {'' if unit == '1' else unit} | {column['means']['en']}{since} |"
        )
    parts.append("")
    if card.directions:
        parts += ["## Which way it moves", "", "As its card declares.", ""]
        parts += [
            f"- more `{path}`: {'more' if way == 'up' else 'less'}"
            for path, way in card.directions.items()
        ]
        parts.append("")
    if card.left_out:
        parts += [
            "## Left out",
            "",
            ", ".join(one["en"] for one in card.left_out).capitalize() + ".",
            "",
        ]
    return "\n".join(parts)


def _default(rule: Mapping[str, Any]) -> str:
    """The card's own, or where it comes from."""
    if "default" in rule:
        return f"`{rule['default']}`"
    return "the ask’s; else the only one there is"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""
