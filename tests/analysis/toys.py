"""Questions in closed form, asked like any other: positions that differ in plain numbers."""

import sys
from types import ModuleType

from twoplustwo.base.table import Table
from twoplustwo.base.units import si_unit
from twoplustwo.positions.position import Position
from twoplustwo.question_cards import for_dossier
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.stages.inputs import Missing

# Numbers that every party holds and no dispute lists; what they mean does not matter here.
PATHS = (
    "commit.track_time",
    "engagement.assessment_time",
    "engagement.keep_out",
    "engagement.kv_min",
    "engagement.settle",
    "satellites.early-warning.scan_period",
    "treaty.shorter_from",
    "treaty.shorter_to",
)

SAYS = (
    {"when": "missing", "en": "Not answerable: {missing}.", "ru": "Нет ответа: {missing}."},
    {"when": "headline", "en": "It is {value}.", "ru": "Это {value}."},
)


def bare():
    """No rows and no further tables."""
    return Table((), {}), {}


def toy(monkeypatch, value, paths=PATHS, test="worth >= 0.5", need=lambda *_: True):
    """Put the question ``toy`` into the house.

    Its headline ``worth`` is `value` of the numbers held of `paths`, ``twice`` the double; where
    `need` of them is false there is no answer.
    """

    def ask(given, dossier):
        rows = list(zip(*(given.numbers(path) for path in paths), strict=True))
        if gone := [p for p, row in enumerate(rows) if not need(*row)]:
            raise Missing("nothing flies like that", gone)
        return [
            Result(
                (
                    HeadlineValue("worth", float(worth), {"value": worth}),
                    HeadlineValue("twice", 2.0 * worth, {"value": worth}, show="s"),
                ),
                {},
                bare,
            )
            for worth in (value(*row) for row in rows)
        ]

    module = ModuleType("toys_of_the_tests.ask")
    module.ask = ask
    monkeypatch.setitem(sys.modules, "toys_of_the_tests", ModuleType("toys_of_the_tests"))
    monkeypatch.setitem(sys.modules, "toys_of_the_tests.ask", module)
    card = Card(
        id="toy",
        package="toys_of_the_tests",
        order=1,
        title={"en": "Toy", "ru": "Игрушка"},
        asks={"en": "?", "ru": "?"},
        headline={"column": "worth", "show": "%"},
        test=test,
        options={},
        columns={"worth": {}, "twice": {}},
        directions={},
        says=SAYS,
        views=(),
        left_out=(),
        question="toy",
    )
    known = for_dossier.cards_of
    monkeypatch.setattr(for_dossier, "cards_of", lambda dossier: {**known(dossier), "toy": card})


def holding(dossier, party, numbers, paths=PATHS):
    """The party's position with numbers set, SI."""
    units = [si_unit(dossier.kind_of(path).unit) for path in paths]
    sets = [(p, f"{float(x)!r} {u}") for p, x, u in zip(paths, numbers, units, strict=True)]
    return Position(party, sets=tuple(sets))
