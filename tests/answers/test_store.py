"""Answers on disk: whole or not at all, and back again."""

import errno
import json
import tempfile
from pathlib import Path

import numpy as np
import pytest

from twoplustwo.answers import parquet, store
from twoplustwo.answers.exports import csv as export
from twoplustwo.answers.folder import point_latest, whole_folder
from twoplustwo.answers.schema import dumps, to_json
from twoplustwo.base.errors import OutputError
from twoplustwo.base.table import Column

from .made import made


def test_write_and_read_back(tmp_path: Path):
    answers = [made(), made(position="us+set:interceptors.gbi-2.burnout_speed=7km/s")]
    store.write(answers, tmp_path)
    back = store.read(tmp_path)
    assert {dumps(to_json(one)) for one in back} == {dumps(to_json(one)) for one in answers}
    names = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert "icbm-reach.us.csv" in names and "icbm-reach.us.again.parquet" in names
    data = json.loads((tmp_path / "answers/icbm-reach.us.json").read_text())
    assert data["tables"] == {"again": "tables/icbm-reach.us.again.parquet"}


def test_file_names_are_safe_and_distinct():
    one = store.file_name(made(position="us+set:a.b=7km/s"))
    other = store.file_name(made(position="us+set:a.b=7km_s"))
    assert one != other and "/" not in one and ":" not in one


def test_parquet_keeps_nulls_units_and_meanings(tmp_path: Path):
    import pyarrow.parquet as pq

    table = made().rows
    parquet.write(table, tmp_path / "t.parquet")
    assert pq.read_table(tmp_path / "t.parquet").column("margin_s").null_count == 1
    back = parquet.read(tmp_path / "t.parquet")
    assert [Column(c.name, c.unit, c.means, c.measured_from, c.kind) for c in back.columns] == [
        *table.columns
    ]
    assert back.records() == table.records()


def test_csv_has_empty_fields_for_nulls():
    assert export.to_csv(made().rows) == (
        "base,outcome,reachable,margin_s\nkozelsk,met,true,12.5\nirkutsk,out_of_reach,false,\n"
    )


def test_reading_what_is_no_run(tmp_path: Path):
    with pytest.raises(OutputError) as caught:
        store.read(tmp_path)
    assert "is not a run" in str(caught.value) and "out/latest" in str(caught.value)


def test_reading_a_broken_answer_names_the_file(tmp_path: Path):
    store.write([made()], tmp_path)
    (tmp_path / "answers/icbm-reach.us.json").write_text("{")
    with pytest.raises(OutputError, match=r"cannot read an answer.*icbm-reach\.us\.json"):
        store.read(tmp_path)


def test_a_folder_appears_whole(tmp_path: Path):
    target = tmp_path / "new/run"
    with whole_folder(target) as partial:
        (partial / "a.txt").write_text("a")
        assert not target.exists()
        assert partial.name.startswith(".run.partial-")
    assert [path.name for path in target.iterdir()] == ["a.txt"]
    assert [path.name for path in target.parent.iterdir()] == ["run"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError, SystemExit])
def test_nothing_is_left_when_stopped(tmp_path: Path, stop):
    target = tmp_path / "new/deep/run"
    with pytest.raises(stop), whole_folder(target) as partial:
        (partial / "a.txt").write_text("a")
        raise stop
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_clearly(tmp_path: Path):
    target = tmp_path / "run"
    with pytest.raises(OutputError, match="No space left"), whole_folder(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    ran = False
    with pytest.raises(OutputError) as caught, whole_folder(tmp_path / "file/run"):
        ran = True
    assert not ran
    assert "cannot write to" in str(caught.value) and "--out" in str(caught.value)


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Refused as the system would; root, whom nothing is refused, included."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(OutputError, match="cannot write to"), whole_folder(tmp_path / "run"):
        pass
    assert not list(tmp_path.iterdir())


def test_a_run_never_writes_over_another(tmp_path: Path):
    (tmp_path / "run").mkdir()
    with pytest.raises(OutputError, match="exists already"), whole_folder(tmp_path / "run"):
        pass


def test_latest_follows_the_last_run(tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        point_latest(tmp_path / name)
        assert (tmp_path / "latest").resolve() == (tmp_path / name).resolve()


def test_latest_as_text_where_a_folder_is_in_the_way(tmp_path: Path):
    (tmp_path / "latest").mkdir()
    (tmp_path / "one").mkdir()
    assert point_latest(tmp_path / "one").read_text() == "one\n"


def test_rows_of_an_empty_table(tmp_path: Path):
    from twoplustwo.base.table import Column, Table

    empty = Table((Column("a", unit="s"), Column("b")), {"a": np.array([]), "b": np.array([])})
    parquet.write(empty, tmp_path / "e.parquet")
    assert parquet.read(tmp_path / "e.parquet").records() == []
    assert export.to_csv(empty) == "a,b\n"


def test_columns_have_a_type_whether_or_not_there_are_rows():
    """What reads many files together takes the types of the first."""
    from twoplustwo.base.table import Column, Table

    columns = (Column("base"), Column("margin_s", unit="s"))
    empty = parquet.to_arrow(Table.of_rows(columns, []))
    nothing = parquet.to_arrow(Table.of_rows(columns, [{"base": None, "margin_s": None}]))
    some = parquet.to_arrow(Table.of_rows(columns, [{"base": "a", "margin_s": 1}]))
    assert empty.schema.types == nothing.schema.types == some.schema.types
    assert [str(one) for one in some.schema.types] == ["string", "double"]
