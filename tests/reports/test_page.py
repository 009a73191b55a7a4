"""The page: whole in itself, fair to every party."""

import html.parser
import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from twoplustwo.answers.answer import Assumption, Headline
from twoplustwo.base.table import Column, Table
from twoplustwo.doors.dossiers import questions
from twoplustwo.reports import block, page, pivot

from ..europe_cards import cards, europe
from . import samples


class Reader(html.parser.HTMLParser):
    """Collects what a browser would fetch, links, and blocks by party."""

    def __init__(self):
        super().__init__()
        self.fetched, self.links, self.ids, self.blocks, self.stack = [], [], set(), [], []

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        for key in ("src", "srcset", "poster", "data", "action"):
            if key in known:
                self.fetched.append(known[key])
        if tag == "link":
            self.fetched.append(known["href"])
        if tag == "a":
            self.links.append(known["href"])
        if "id" in known:
            self.ids.add(known["id"])
        if "data-party" in known:
            self.blocks.append((known["data-party"], tag, known.get("class")))


@pytest.fixture(scope="module")
def text() -> str:
    return page.render(samples.everything(), None, samples.RUN_INFO)


@pytest.fixture(scope="module")
def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_nothing_is_fetched_from_anywhere(text: str, read: Reader):
    assert read.fetched and all(one.startswith("data:") for one in read.fetched)
    styles = "".join(re.findall(r"<style>(.*?)</style>", text, re.S))
    assert "url(" not in styles and "@import" not in styles
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(", text)
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_russian_stands_below_only_where_the_dossier_has_some(text: str):
    assert "по-русски" in text
    english = {**samples.RUN_INFO, "title": {"en": "Two isles"}}
    assert "по-русски" not in page.render(samples.everything(), None, english)


def test_links_lead_into_the_page_or_to_sources(read: Reader):
    outside = [one for one in read.links if not one.startswith("#")]
    assert outside == ["https://example.org/afp-2007"]
    assert {one[1:] for one in read.links if one.startswith("#")} <= read.ids


def test_every_party_gets_equal_blocks(read: Reader):
    by_party = {party: [] for party in samples.PARTIES}
    for party, *rest in read.blocks:
        by_party[party].append(rest)
    independent, russia, us = by_party.values()
    assert independent == russia == us and len(us) > 8


def test_parties_stand_alphabetically_whatever_the_order_given():
    shuffled = page.render(samples.everything()[::-1], None, samples.RUN_INFO)
    reader = Reader()
    reader.feed(shuffled)
    first = [party for party, *_ in reader.blocks][:3]
    assert first == sorted(first)


def test_a_new_name_of_a_party_is_shown_and_moves_no_block(text: str, read: Reader):
    names = {**samples.RUN_INFO["names"], "us": {"en": "Party Z"}}
    again = page.render(samples.everything(), None, {**samples.RUN_INFO, "names": names})
    renamed = Reader()
    renamed.feed(again)
    assert renamed.blocks == read.blocks
    assert "Party Z" in again and "Party Z" not in text


def test_sections(text: str, read: Reader):
    assert {
        "first-page",
        "answer",
        "hinge",
        "guarantee",
        "common-ground",
        "speed-curve",
        "icbm-reach",
        "defended-footprint",
        "contested",
        "must-be-true",
        "readings",
        "left-out",
        "fence",
        "sources",
        "reproduce",
    } <= read.ids
    assert "Base–target pairs within reach: 0 of 132." in text
    assert "no homing or guidance design" in text


def test_weak_numbers_are_marked(text: str):
    marked = re.findall(r'class="chip weak"[^>]*>([^<]*)<', text)
    assert any("assumed" in one for one in marked) and any("recalled" in one for one in marked)


def test_the_slider_only_looks_up(text: str):
    data = json.loads(
        re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.S)[1]
    )
    assert data["positions"] == list(samples.PARTIES)
    assert len(data["x"]) == len(data["share"]) == 51
    assert all(len(line) == 51 for lines in data["said"].values() for line in lines)
    assert data["said"]["us"][0][0] == "–"  # no meeting at 5 km/s in the sample
    assert data["said"]["us"][0][-1] == "400 s"


def test_the_two_upright_lines_are_told_apart(text: str):
    figure = text[text.index('<figure class="key">') :]
    assert "the thin upright line is the value that the party computes with" in figure
    assert "The thick dark line in the picture follows this slider" in figure
    assert "the upright line is" not in figure


def test_text_from_answers_cannot_break_the_page():
    evil = "</script><script>alert(1)</script><img src=x onerror=1>"
    answer = samples.icbm_reach("us")
    object.__setattr__(answer, "left_out", (evil,))
    info = {**samples.RUN_INFO, "title": {"en": evil}, "names": {"us": evil}}
    shown = page.render([answer, samples.speed_curve(("us",))], None, info)
    assert "<script>alert" not in shown and "<img src=x" not in shown


def test_a_number_shows_the_title_of_its_source_and_how_it_was_read(text: str):
    held = text[text.index('class="assumed"') :]
    assert 'researcher">US interceptors in Europe fast enough' not in held  # the hint is whole
    assert '">US interceptors in Europe fast enough to hit Russian ICBMs, researcher</a>' in held
    assert ">afp-2007</a>" not in held


def test_what_rests_on_a_reprint_stands_below_the_sources():
    names = ("name", "shown", "by", "what", "rests_on", "answers", "title", "source", "seen")
    row = ("a.b@c", "7 km", "us", "claim", "reprint", 3.0, "A report.", "afp-2007", "mirror")
    values = {
        n: np.array([v], object if isinstance(v, str) else float)
        for n, v in zip(names, row, strict=True)
    }
    weak = replace(
        samples.speed_curve(("us",)),
        question="weak-sources",
        views=(),
        rows=Table(tuple(map(Column, names)), values),
    )
    page_text = page.render([samples.icbm_reach("us"), weak], None, samples.RUN_INFO)
    below = page_text[page_text.index("What rests on a reprint or on memory alone</h3>") :]
    assert "<b>7 km</b> <code>a.b@c</code>" in below and "read by 3 answers" in below
    assert "What rests on a reprint or on memory alone" not in page.render(
        [samples.icbm_reach("us")], None, samples.RUN_INFO
    )


def test_an_address_that_is_no_address_is_not_linked():
    answer = samples.icbm_reach("us")
    object.__setattr__(
        answer, "citations", ({"id": "x", "title": "T", "URL": "javascript:alert(1)"},)
    )
    reader = Reader()
    reader.feed(page.render([answer], None, {}))
    assert all(not link.startswith("javascript") for link in reader.links)


def test_same_answers_same_page_byte_for_byte(text: str):
    assert page.render(samples.everything(), None, samples.RUN_INFO) == text


def test_figures_are_written(tmp_path: Path):
    written = page.write([samples.icbm_reach("us")], tmp_path, None, {})
    assert written == tmp_path / "report.html"
    assert {path.name for path in (tmp_path / "figures").iterdir()} == {
        f"icbm-reach.us.{kind}.{form}"
        for kind in ("1-map-links", "2-dots")
        for form in ("png", "svg")
    }


def test_one_party_alone_and_two():
    for parties in (("us",), ("russia", "us")):
        assert "report" not in page.render(samples.everything(parties), None, {})[:50]


def test_assumptions_that_differ():
    rows = pivot.assumptions(samples.everything(), samples.PARTIES)
    assert {one["parameter"]: one["differs"] for one in rows} == {
        "engagement.max_flight": False,
        "interceptors.gbi-2.burnout_speed": True,
        "nature.refraction.bending_0": False,
    }


def test_the_same_numbers_are_drawn_once(monkeypatch):
    us, russia = samples.icbm_reach("us"), samples.icbm_reach("russia")
    twin = replace(us, position="twin")
    assert block.same_numbers(us, twin) and not block.same_numbers(us, russia)
    moved = samples.icbm_reach("us")
    moved.tables["bases"].data["margin_s"][0] += 1e-9
    assert not block.same_numbers(us, moved)
    drawn, real = [], block.draw
    monkeypatch.setattr(block, "draw", lambda *given: drawn.append(given[0].label) or real(*given))
    text = page.render([replace(one, views=one.views[1:2]) for one in (us, twin)], None, {})
    assert drawn == ["twin"]  # alphabetically first
    assert "under us" in text and "under twin" in text


def test_a_number_of_two_parties_is_each_one_s_in_its_own_way():
    """What is one's own claim another has adopted: never told by the way of the first."""
    claim = Assumption(
        "commit.delay",
        250.0,
        unit="s",
        shown="250 s",
        claim="commit.delay@critic",
        by="critic",
        status="recalled",
    )
    ways = {
        "a": ("adopted", "none was found"),
        "b": ("adopted", "none was found"),
        "c": ("own", ""),
    }
    group = [
        replace(
            samples.icbm_reach("us"),
            position=party,
            assumptions=(replace(claim, how=how, why=why),),
        )
        for party, (how, why) in ways.items()
    ]
    for order in (group, group[::-1]):
        (row,) = pivot.assumptions(order, ["a", "b", "c"])
        assert not row["same"] and not row["differs"]
        assert [(cell["how"], cell["why"]) for cell in row["cells"]] == [
            ("adopted", "none was found"),
            ("adopted", "none was found"),
            ("its own", ""),
        ]
    text = page.render(group, None, samples.RUN_INFO)
    assert text.count("adopted (none was found)") == 2 and text.count("· its own</span>") == 1


def test_nothing_stays_folded_on_paper(text: str):
    assert "details::details-content { content-visibility: visible" in text
    assert 'addEventListener("beforeprint"' in text
    on_paper = text[text.index("@media print") :]
    hidden = re.search(r"([^{}]*)\{ display: none; \}", on_paper)
    assert hidden and "russian" not in hidden[1] and "details" not in hidden[1]


def test_no_test_and_no_range_is_called_by_a_column():
    one = samples.icbm_reach("us")
    span = Headline(
        "people_left",
        1.0,
        show="people",
        low=654_025_174.0,
        high=700_000_000.0,
        sentence={"en": "Further.", "ru": "Ещё."},
    )
    first = replace(one.headline, test="share_reachable = 0 %", holds=False)
    known = questions(europe()) | {
        "icbm-reach": questions(europe())["icbm-reach"]
        | {"calls": {"people_left": {"en": "people left over"}}}
    }
    info = samples.RUN_INFO | {"questions": known}
    of = replace(one, question="sensitivity", options={"of": "icbm-reach"}, headlines=(span,))
    assert "Range of the people left over: 654" in page.render([of], None, info)
    text = page.render([replace(one, headline=first, headlines=(span,))], None, info)
    assert "Test: “no listed flight could be met in time” □ fails" in text
    assert "Range of the people left over: 654 to 700 million" in text
    assert "share_reachable = 0" not in text and "<code>" not in text.split("icbm-reach")[1]


def test_the_questions_of_the_package_say_what_they_test_and_count():
    for one in (cards()[name] for name in ("icbm-reach", "range-classes", "raid")):
        known, column = questions(europe())[one.id], one.headline["column"]
        assert not one.test or known["tests"][one.test]["ru"]
        assert "_" not in known["calls"][column]["en"] and known["calls"][column]["ru"]


def test_what_outcomes_count_is_said_with_them():
    whole = samples.icbm_reach("us")
    known = {"icbm-reach": {"title": {"en": "Reach"}, "counted": {"en": "Flights counted."}}}
    text = page.render([whole], None, samples.RUN_INFO | {"questions": known})
    assert "Flights counted." in text.split("Outcomes counted</summary>")[1]
