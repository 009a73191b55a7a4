"""Write the golden files anew: headlines, held claims, tables and sentences of europe-2007.

Golden files guard against change and validate nothing; a change needs a line in CHANGELOG.md in
the reader's units. Run: python tests/golden/make.py
"""

import json
import sys
from pathlib import Path

from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import ask

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import whole  # noqa: E402 - a neighbour, and this is a script


def headlines() -> dict[str, float | None]:
    """Every headline by question, party, reading and column."""
    europe = load(locate("europe-2007"))
    found = {}
    for question in (c.id for c in cards_of(europe).values() if c.plays and not c.is_analysis):
        for party in sorted(europe.parties):
            for reading in ("burnout", "energy"):
                text = f"{party}+set:interceptors.gbi-2.speed_reading={reading}"
                (answer,) = ask(question, [text], europe)
                for one in (answer.headline, *answer.headlines):
                    found[f"{question} {party} {reading} {one.column}"] = one.value
    return found


def held() -> dict[str, list[object]]:
    """Claim, step and SI value of every parameter that each party holds."""
    europe = load(locate("europe-2007"))
    found = {}
    for party in sorted(europe.parties):
        for path, item in sorted(resolve(europe, parse_position(party, europe)).values.items()):
            value = item.value if isinstance(item.value, int | float | str) else str(item.value)
            found[f"{party} {path}"] = [item.claim, item.how, value]
    return found


def write() -> None:
    """All files."""
    for name, content in (("headlines", headlines()), ("held", held())):
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        (HERE / f"{name}.json").write_text(text, encoding="utf-8")
    for name, content in whole.golden().items():
        (HERE / f"{name}.json").write_text(whole.kept(content), encoding="utf-8")


if __name__ == "__main__":
    write()
