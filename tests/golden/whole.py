"""Everything that `run` answers, as digests of columns and as sentences.

Run as a script it prints the exact digests: python tests/golden/whole.py > FILE. `parity.py` does
so at two states of the sources and compares.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

from twoplustwo.analysis.suite import run_suite
from twoplustwo.answers.answer import Answer
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import ask

READING = "interceptors.gbi-2.speed_reading"


def answers() -> Iterator[tuple[str, Answer]]:
    """Name and answer: what `run` asks, and every question with the other reading of the speed."""
    europe = load(locate("europe-2007"))
    for name, found in run_suite(europe):
        yield from ((_name(name, one), one) for one in found)
    for card in cards_of(europe).values():
        if card.plays and not card.is_analysis:
            texts = [f"{party}+set:{READING}=energy" for party in sorted(europe.parties)]
            for options in card.plays:
                for one in ask(card.id, texts, europe, **options):
                    yield _name(card.id, one), one


def _name(question: str, answer: Answer) -> str:
    of = answer.options.get("of", "")
    return " ".join(x for x in (question, str(of), answer.label) if x)


def columns(answer: Answer) -> Iterator[tuple[str, np.ndarray]]:
    """Every column of every table, by name."""
    for table_name, table in {"rows": answer.rows, **answer.tables}.items():
        for name in table.names:
            yield f"{table_name}.{name}", table.column(name)


def sketch(values: np.ndarray) -> list[Any]:
    """What a column is in few numbers, near enough to tell any change of it.

    Numbers: how many, how many null, sum of sizes, and a sum with a weight for each place, so that
    an exchange of two is seen. Anything else: how many, and a digest.
    """
    if values.dtype.kind != "f":
        return [len(values), exact(values)[:12]]
    known = np.isfinite(values)
    weight = 0.5 + np.modf(np.arange(1.0, len(values) + 1.0) * 0.6180339887498949)[0]
    sizes = np.abs(values[known]).sum()
    whole = (values[known] * weight[known]).sum()
    return [len(values), int((~known).sum()), float(sizes), float(whole)]


def exact(values: np.ndarray) -> str:
    """Digest of a column, bit for bit."""
    plain = values.tobytes() if values.dtype.kind == "f" else "\n".join(map(str, values)).encode()
    return hashlib.sha256(plain).hexdigest()


def sentences(answer: Answer) -> dict[str, list[str]]:
    """Every sentence of an answer by language: of its headlines, its ranges, what it rests on."""
    found: dict[str, list[str]] = {}
    for one in (answer.headline, *answer.headlines):
        for words in (one.sentence, one.spans):
            for lang, text in (words or {}).items():
                found.setdefault(lang, []).append(text)
    for rests in (answer.rests, *answer.rests_of.values()):
        for words in (rests.label, rests.says, rests.moves) if rests else ():
            for lang, text in words.items():
                found.setdefault(lang, []).append(text)
    return found


def kept(found: dict[str, dict[str, Any]]) -> str:
    """JSON with a line for each column or sentence, so that a difference can be read."""
    parts = []
    for name, inside in found.items():
        lines = [
            f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}"
            for k, v in inside.items()
        ]
        parts.append(f" {json.dumps(name, ensure_ascii=False)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def golden(
    seen: Callable[[str, Answer], None] = lambda *_: None,
) -> dict[str, dict[str, dict[str, Any]]]:
    """What the golden files `tables` and `sentences` hold; every answer is shown to `seen`."""
    tables: dict[str, dict[str, Any]] = {}
    words: dict[str, dict[str, Any]] = {}
    for name, one in answers():
        seen(name, one)
        tables[name] = {column: sketch(values) for column, values in columns(one)}
        words[name] = {
            f"{lang} {i}": text
            for lang, texts in sentences(one).items()
            for i, text in enumerate(texts)
        }
    return {"tables": tables, "sentences": words}


if __name__ == "__main__":
    found = {
        name: {
            "columns": {column: exact(values) for column, values in columns(one)},
            "headlines": [repr(asdict(h)) for h in (one.headline, *one.headlines)],
            "sentences": sentences(one),
        }
        for name, one in answers()
    }
    json.dump(found, sys.stdout, indent=1, ensure_ascii=False)
