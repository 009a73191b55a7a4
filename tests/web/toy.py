"""A question that comes from a package of somebody else: nothing of ours knows it."""

from pathlib import Path

CARD = """
id: spare-interceptors
order: 48
title: {en: Interceptors to spare, ru: Запас противоракет}
asks:
  en: How many interceptors are left after so many shots?
  ru: Сколько противоракет останется после пусков?
headline: {column: share_left, show: "%"}
test: share_left > 50 %
test_says:
  holds: {en: more than half are left, ru: останется больше половины}
  fails: {en: half or fewer are left, ru: останется половина или меньше}
options: {}
columns:
  after: {means: {en: after how many shots, ru: после скольких пусков}}
  share_left: {unit: "1", means: {en: share of interceptors left, ru: доля оставшихся противоракет}}
says:
  - when: missing
    en: "Not answerable: {missing}."
    ru: "Нет ответа: {missing}."
  - when: headline
    en: "After three shots {left} are left."
    ru: "После трёх пусков останется {left}."
left_out: [{en: reloading, ru: перезарядка}]
views:
  - kind: bars
    x: share_left
    y: after
    title: {en: Left after each shot, ru: Остаток после каждого пуска}
  - {kind: table, columns: [after, share_left], title: {en: Shot by shot, ru: Пуск за пуском}}
"""
ASK = '''
"""Shots against what there is."""

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.question_cards.result import HeadlineValue, Result


def ask(given, dossier):
    """One answer for each position."""
    return [_one(number) for number in given.numbers("interceptors.gbi-2.number")]


def _one(number):
    shots = np.arange(1.0, 6.0)
    left = np.maximum(number - shots, 0.0) / max(number, 1.0)
    names = np.array([f"{shot:.0f}" for shot in shots], dtype=object)
    columns = (Column("after"), Column("share_left"))
    table = Table(columns, {"after": names, "share_left": left})
    words = {"left": f"{max(number - 3.0, 0.0):.0f}"}
    headline = HeadlineValue("share_left", float(left[2]), words)
    return Result((headline,), {}, lambda: (table, {}))
'''
FILES = {
    "spare/__init__.py": '"""Interceptors to spare."""\n',
    "spare/card.yaml": CARD,
    "spare/ask.py": ASK,
    "spare/page.md": "# Interceptors to spare\n\nWhat is left, **counted**.\n",
    "spare/page.ru.md": "# Запас противоракет\n\nОстаток, **по счёту**.\n",
    "spare-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: spare\nVersion: 1.0\n",
    "spare-1.0.dist-info/entry_points.txt": "[twoplustwo.questions]\nspare = spare\n",
}


def install(folder: Path) -> None:
    """Lay the package into a folder that is put on Python's path."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
