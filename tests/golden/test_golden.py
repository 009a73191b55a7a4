"""Nothing moves unseen: numbers at 1e-6, claims and words exactly. Guards, validates nothing."""

import importlib.util
import json
from pathlib import Path

import pytest

from twoplustwo.answers.column_types import TypedColumn, type_of

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("golden_make", HERE / "make.py")
assert spec is not None
assert spec.loader is not None
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def kept(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def test_headlines():
    now, then = make.headlines(), kept("headlines")
    assert set(now) == set(then)
    for name, value in then.items():
        expected = None if value is None else pytest.approx(value, rel=1e-6)
        assert now[name] == expected, name


def test_held_claims():
    assert make.held() == kept("held")


OTHERWISE = {
    ("defended-footprint", "cells", "threatened"),  # a flag there, a share in other tables
    ("defended-footprint", "cities", "threatened"),
}


@pytest.fixture(scope="module")
def mistyped():
    """Columns whose values are of another type than the card says; filled by `now`."""
    return set()


@pytest.fixture(scope="module")
def now(mistyped):
    """Everything that `run` answers."""

    def look(name: str, one) -> None:
        for table, rows in {"rows": one.rows, **one.tables}.items():
            mistyped.update(
                (one.question, table, column.name)
                for column in rows.columns
                if isinstance(column, TypedColumn)
                and type_of(column, rows.column(column.name)) != column.type
            )

    return make.whole.golden(look)


def test_every_column_is_of_the_type_that_its_card_says(now, mistyped):
    assert mistyped == OTHERWISE


def test_every_column_of_every_table(now):
    """Counts exactly; sums at a millionth of the sum of sizes; what is no number by its digest."""
    tables, then = now["tables"], kept("tables")
    assert {k: [*v] for k, v in tables.items()} == {k: [*v] for k, v in then.items()}
    moved = {
        f"{name}: {column}": (was, tables[name][column])
        for name, inside in then.items()
        for column, was in inside.items()
        if not alike(was, tables[name][column])
    }
    assert not moved


def alike(was, new):
    if len(was) < 4:
        return was == new
    near = 1e-6 * was[2]
    return was[:2] == new[:2] and was[2:] == pytest.approx(new[2:], abs=near, rel=1e-12)


def test_every_sentence(now):
    then = kept("sentences")
    moved = {
        f"{name}: {key}": (then.get(name, {}).get(key), text)
        for name, inside in now["sentences"].items()
        for key, text in inside.items()
        if then.get(name, {}).get(key) != text
    }
    assert not moved
    assert {k: [*v] for k, v in then.items()} == {k: [*v] for k, v in now["sentences"].items()}


@pytest.mark.parametrize(
    "change",
    [
        lambda x: x[::-1],
        lambda x: x * (1 + 1e-5),
        lambda x: x[1:],
        lambda x: x + 1e-3,
        lambda x: [*x[:-1], float("nan")],
    ],
)
def test_the_sketch_of_a_column_sees_a_change(change):
    values = make.whole.np.array([3.0, -1.0, 2.5, 7.0])
    changed = make.whole.np.array(change(values))
    assert not alike(make.whole.sketch(values), make.whole.sketch(changed))
    assert alike(make.whole.sketch(values), make.whole.sketch(values * (1 + 1e-12)))
