"""Numbers, frames and figures out of answers, as somebody in a notebook asks for them."""

from dataclasses import replace

import pandas
import pytest

import twoplustwo as tpt
from twoplustwo.answers.answer import Assumption, Headline
from twoplustwo.doors.notebook_answers import Answers, ShownAnswer

from ..reports import samples

HEADS = (Headline("median_margin_s", None, unit="s"), Headline("margin_s", 12.5, unit="s"))


@pytest.fixture(scope="module")
def answers(europe) -> Answers:
    found = []
    for party in ("russia", "us"):
        bare = samples.icbm_reach(party)
        held = (Assumption("a.b", 1.0, unit="s", shown="1 s", by="compilers", status="assumed"),)
        found.append(ShownAnswer.of(replace(bare, headlines=HEADS, assumptions=held), europe))
    found[1] = ShownAnswer.of(replace(found[1], position="us+set:a.b=1 s"), europe)
    return Answers(found)


def test_a_name_is_a_headline_then_a_column_then_a_table(answers):
    one = answers[0]
    assert one["share_reachable"] == one.headline.value
    assert one["median_margin_s"] is None
    assert one["margin_s"] == 12.5  # the headline of that name, not the column
    assert one["latest_launch_s"].tolist()[:1] == one.rows.column("latest_launch_s").tolist()[:1]
    assert one["bases"] is one.table("bases") and one["rows"] is one.rows


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (
            lambda some: some[0]["share_reachabel"],
            ["icbm-reach has no 'share_reachabel'", "headlines: share_reachable, median_margin_s",
             "columns of the rows: base, target", "did you mean share_reachable?"],
        ),
        (
            lambda some: some[0]["altitude_km"],
            ["it is a column of the table tracks: answer.table('tracks').column('altitude_km')"],
        ),
        (lambda some: some["rusia"], ["no answer is of 'rusia'", "positions: russia; us+set:",
                                      "did you mean russia?"]),
        (lambda some: some["margin_s"], ["answers['russia']['margin_s']", "answers.to_frame()"]),
        (lambda some: Answers([some[0], some[0]])["russia"], ["2 answers are of russia"]),
        (lambda some: some.to_frame("base"), ["no table 'base'", "assumptions", "mean bases?"]),
        (lambda some: some[0].to_frame("base"), ["no table 'base'", "did you mean bases?"]),
        (lambda some: some[0].plot(9), ["has no figure 9", "0: map.links"]),
        (lambda some: some[0].plot("map.link"), ["no figure 'map.link'", "mean map.links?"]),
    ],
)  # fmt: skip
def test_a_name_that_is_not_there_names_the_nearest(answers, ask, told):
    with pytest.raises(KeyError) as caught:
        ask(answers)
    for part in told:
        assert part in str(caught.value)
    assert isinstance(caught.value, tpt.TwoPlusTwoError)
    assert "\\n" not in str(caught.value)  # not in the quotes of an ordinary KeyError


def test_answers_by_position_by_party_and_by_number(answers):
    assert answers["russia"] is answers[0]
    assert answers["us+set:a.b=1 s"] is answers["us"] is answers[-1]
    assert isinstance(answers[:1], Answers) and len(answers[:1]) == 1


def test_a_frame_of_one_has_position_and_units(answers):
    frame = answers["russia"].to_frame()
    assert list(frame.columns[:3]) == ["position", "base", "target"]
    assert len(frame) == len(answers[0].rows) and {*frame["position"]} == {"russia"}
    assert frame.attrs["units"]["margin_s"] == "s"
    assert "base" not in frame.attrs["units"]
    assert frame.attrs["question"] == "icbm-reach"
    assert frame.attrs["sentence"] == dict(answers[0].headline.sentence)
    assert frame["margin_s"].dtype == float and frame["margin_s"].isna().any()
    assert frame["outcome"].map(type).eq(str).all()
    pandas.testing.assert_frame_equal(answers["russia"].to_pandas(), frame)


def test_a_frame_of_all_stands_one_below_another(answers):
    frame = answers.to_frame()
    assert len(frame) == sum(len(one.rows) for one in answers)
    counted = frame.groupby("position")["reachable"].mean()
    for one in answers:
        assert counted[one.label] == pytest.approx(one.headline.value, rel=1e-12)
    assert set(frame.attrs["sentence"]) == {one.label for one in answers}
    held = answers.to_frame("assumptions")
    assert held[["position", "by", "status"]].values.tolist() == [
        ["russia", "compilers", "assumed"],
        ["us+set:a.b=1 s", "compilers", "assumed"],
    ]


def test_a_position_without_a_table_leaves_the_others(answers, europe):
    bare = ShownAnswer.of(replace(answers[0], position="none", tables={}), europe)
    frame = Answers([bare, answers[1]]).to_frame("bases")
    assert {*frame["position"]} == {answers[1].label}


def test_a_frame_without_pandas_says_what_to_install(answers, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(
        ImportError, match=r"needs pandas\n.*\npip install 'twoplustwo\[notebook\]'"
    ):
        answers.to_frame()


def test_a_figure_is_the_reports_with_its_words(answers, tmp_path):
    drawn = answers["us"].plot()
    assert drawn.figure.axes and drawn.alt and drawn.words[0]
    shown = drawn._repr_html_()
    assert "<img " in shown and "data:image/" in shown and drawn.words[-1][:20] in shown
    assert drawn.save(tmp_path / "x.png").read_bytes()[:4] == b"\x89PNG"
    assert b"<svg" in drawn.save(tmp_path / "x.svg").read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.png", "x.svg"]
    assert len(answers.plot("dots")) == len(answers)
    assert answers.plot()._repr_html_().count("<img ") == len(answers)


def test_a_figure_is_not_written_over_another_file(answers, tmp_path):
    path = tmp_path / "x.png"
    path.write_text("mine")
    drawn = answers["us"].plot()
    with pytest.raises(tpt.TwoPlusTwoError, match="or add force=True"):
        drawn.save(path)
    assert path.read_text() == "mine"
    drawn.save(path, force=True)
    assert path.read_bytes()[:4] == b"\x89PNG"
    with pytest.raises(tpt.TwoPlusTwoError, match="no figure of the form 'pdf'"):
        drawn.save(tmp_path / "x.pdf")


def test_a_figure_that_cannot_be_written_says_what_helps(answers, tmp_path):
    drawn = answers["us"].plot()
    with pytest.raises(tpt.TwoPlusTwoError) as gone:
        drawn.save(tmp_path / "gone/x.png")
    assert gone.value.fix == "make it, or name another file"
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(tpt.TwoPlusTwoError) as there:
        drawn.save(tmp_path / "folder.png", force=True)
    assert there.value.fix == "name another file"
