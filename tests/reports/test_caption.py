"""Figures that leave the report: what they say of themselves, in letters and in the file."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from twoplustwo.answers.rests import Rests
from twoplustwo.reports import caption, page
from twoplustwo.reports.picture import Picture, blank

from ..europe_cards import cards
from . import samples

INFO = {
    "questions": {"icbm-reach": {"asks": {"en": "Can it <meet> a missile & when?"}}},
    "names": {"us": "United States"},
}


def rests(label: str) -> Rests:
    words = {
        "en": f"{label} rests on 129 numbers: 1 own, 128 taken. 15 read, 61 assumed.",
        "ru": "…",
    }
    return Rests(129, {}, (), (), {}, {"en": label, "ru": label}, words)


def asked(**more):
    known = {
        "laid": ({"en": "Speed: 5 km/s (set by hand)", "ru": "…"}, {"en": "No radar", "ru": "…"}),
        "rests": rests("Russia, by the critics’ numbers"),
        "dossier": {"id": "korea-2016", "hash": "0123456789abcdef"},
        "as_of": "2016-07-08",
        "made": {"version": "0.1.0"},
    }
    return replace(samples.icbm_reach("us"), **{**known, **more})


def drawn(width: float = 5.0) -> Picture:
    figure = blank(width, 2.0)
    figure.text(0.1, 0.5, "here")
    return Picture(figure, "a picture")


def read(svg: bytes) -> str:
    """The words that stand in an SVG, lines joined."""
    root = ElementTree.fromstring(svg)
    return " ".join(
        "".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")
    )


SAYS = (
    "Can it <meet> a missile & when?",
    "Russia, by the critics’ numbers:",
    "Speed: 5 km/s (set by hand); No radar",
    "rests on 129 numbers: 1 own, 128 taken. 15 read, 61 assumed.",
    "twoplustwo 0.1.0 · dossier korea-2016 0123456789ab · as of 2016-07-08",
)


@pytest.mark.parametrize("width", [3.0, 5.0, 12.0])
def test_a_vector_figure_says_what_it_is_of(width):
    svg = caption.svg(drawn(width).svg(), caption.of(asked(), INFO))
    said = read(svg)
    for part in (*SAYS, samples.icbm_reach("us").headline.sentence["en"]):
        assert part in said
    root = ElementTree.fromstring(svg)
    assert root[0].text == SAYS[0] and SAYS[-1] in (root[1].text or "")


def test_no_line_of_it_is_cut_off():
    for width in (3.0, 5.0, 12.0):
        svg = caption.svg(drawn(width).svg(), caption.of(asked(), INFO)).decode()
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
        assert box
        tall = float(box[2])
        for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', svg):
            assert float(x) > 0 and 0 < float(y) < tall
        words = caption.of(asked(), INFO)
        for text in words.foot:
            for line in caption.broken(text, width - 0.24, 7.0):
                assert caption.labels.wide(line, 7.0) <= width - 0.24


NEAR = 16  # of 255 levels of red, green or blue


def test_a_pixel_figure_says_the_same_and_keeps_the_drawing():
    picture = drawn()
    words = caption.of(asked(), INFO)
    bare = picture.pixels()
    with Image.open(io.BytesIO(caption.png(bare, words))) as whole:
        before, after = np.asarray(bare), np.asarray(whole.convert("RGB"))
        assert whole.mode == "P"  # of few colours, none far from its own
        texts = dict(whole.text)  # type: ignore[attr-defined]
    assert texts["Title"] == SAYS[0]
    for part in SAYS:
        assert part in texts["Description"]
    assert after.shape[1] == before.shape[1] and after.shape[0] > before.shape[0]
    found = [
        y
        for y in range(after.shape[0] - before.shape[0] + 1)
        if np.allclose(after[y : y + before.shape[0]], before, rtol=0.0, atol=NEAR)
    ]
    assert len(found) == 1
    (top,) = found
    under = after[top + before.shape[0] :]
    assert top > 0 and (after[:top] < 128).any() and (under < 200).any()  # letters over and under


def test_a_figure_of_several_positions_says_of_each_whose_numbers():
    one = asked(
        position=None,
        positions=("a", "b"),
        rests=None,
        laid=(),
        rests_of={"a": rests("A, by B’s numbers"), "b": rests("B")},
    )
    words = caption.of(one, INFO)
    assert words.verdicts[0].startswith("A, by B’s numbers; B: ")
    assert [text.split(":")[0] for text in words.foot[:2]] == ["A, by B’s numbers", "B"]


def test_an_option_is_named_and_an_analysis_says_what_it_is_about():
    words = caption.of(asked(options={"site": "redzikowo", "of": "icbm-reach", "x": ""}), INFO)
    assert "Asked of: site Redzikowo." in words.verdicts
    assert words.title.count("Can it <meet>") == 2  # the question, and what it is about


def test_a_figure_says_it_in_russian_too():
    label = {"en": "Russia, by the critics’ numbers", "ru": "Россия, по числам критиков"}
    rests_ru = "Опирается на 129 чисел: 1 своё."
    held = replace(rests(""), label=label, says={"en": "Rests on 129.", "ru": rests_ru})
    laid = ({"en": "No radar", "ru": "Без радара"},)
    one = asked(rests=held, laid=laid, options={"site": "redzikowo"})
    one = replace(one, headline=replace(one.headline, sentence={"en": "Half.", "ru": "Половина."}))
    cards = {"icbm-reach": {"asks": {"en": "Can it?", "ru": "Может ли?"}}}
    names = {"redzikowo": {"en": "Redzikowo", "ru": "Редзиково"}}
    words = caption.of(one, {"questions": cards, "names": names})
    assert words.verdicts[0] == "Russia, by the critics’ numbers: Half."
    assert words.foot[:-1] == (
        "Rests on 129.",
        "Может ли?",
        "Россия, по числам критиков: Половина.",
        "Задано поверх: Без радара.",
        "Параметры вопроса: site Редзиково.",
        rests_ru,
    )
    # where there is no Russian nothing is said twice
    bare = caption.of(asked(laid=()), {"questions": {"icbm-reach": {"asks": {"en": "Can it?"}}}})
    assert len({*bare.lines}) == len(bare.lines)


def test_every_figure_beside_the_report_says_so(tmp_path):
    group = [asked(), asked(position="russia", rests=rests("Russia"))]
    page.write(group, tmp_path, run_info=INFO)
    figures = sorted((tmp_path / "figures").glob("*.svg"))
    assert len(figures) >= 2
    for figure in figures:
        said = read(figure.read_bytes())
        label = "Russia: " if ".russia." in figure.name else "Russia, by the critics’ numbers: "
        assert label in said and SAYS[0] in said and SAYS[-1] in said
        assert figure.with_suffix(".png").is_file()


def test_a_figure_carries_the_note_of_its_view():
    """What must not be read off a figure is said in the figure, in both languages."""
    note = {"en": "Not to be compared.", "ru": "Сравнивать нельзя."}
    words = caption.of(asked(), INFO, {"kind": "spans", "note": note})
    assert "Not to be compared." in words.verdicts and "Сравнивать нельзя." in words.foot
    assert "Not to be compared." not in caption.of(asked(), INFO, {"kind": "spans"}).lines


def test_the_scoreboard_of_predictions_warns_of_what_cannot_be_compared():
    """The answer does so in a sentence that no card shows: its pictures do so too."""
    views = [view for view in cards()["threat-timeline"].views if not view.get("table")]
    assert [view["kind"] for view in views] == ["spans", "table"]
    for view in views:
        assert "who was nearer cannot be read off across sides" in view["note"]["en"]
        assert "между сторонами не сравнить" in view["note"]["ru"]
