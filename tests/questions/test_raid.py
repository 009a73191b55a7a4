"""What the answer of raid promises: published chances, whole shots, directions, neutrality."""

from dataclasses import replace
from fnmatch import fnmatchcase

import numpy as np
import pytest

from twoplustwo.base.errors import OptionError, PositionError
from twoplustwo.positions.position import parse_position
from twoplustwo.questions.raid.numbers import numbers_between, sizes_of
from twoplustwo.runs.ask import ask
from twoplustwo.runs.headline_values import headline_values

from ..europe_cards import card

EXACT = "us+set:raid.common=1+set:raid.tracking=1"


def raid(europe, *positions, **options):
    return ask("raid", list(positions), europe, **options)


def headline(answer, column):
    return next(h for h in (answer.headline, *answer.headlines) if h.column == column)


def row(answer, **wanted):
    found = [r for r in answer.rows.records() if all(r[k] == v for k, v in wanted.items())]
    assert len(found) == 1
    return found[0]


def test_four_at_one_give_the_97_percent_of_2017(europe):
    """Missile Defense Agency 2017: 97 % with four; 0.58 a shot if they are independent."""
    position = f"{EXACT}+set:interceptors.gbi-2.single_shot_probability=0.5838"
    position += "+set:interceptors.gbi-2.number=4+set:forces.iran-handful.warheads=1"
    (answer,) = raid(europe, position)
    assert answer.headline.value == pytest.approx(0.97, rel=1e-4)
    assert headline(answer, "interceptors_needed").value == 4.0
    assert headline(answer, "largest_raid_met").value == 1.0


def test_the_raid_is_named_in_both_languages_where_it_is_marked(europe):
    (answer,) = raid(europe, "us+set:forces.iran-handful.warheads=7")
    (mark,) = answer.table("marks").records()
    names = europe.things["forces"]["iran-handful"].name
    assert (mark["shown"], mark["shown_ru"]) == (f"{names['en']}: 7", f"{names['ru']}: 7")
    assert names["en"] != names["ru"]


def test_ten_on_seven(europe):
    position = f"{EXACT}+set:interceptors.gbi-2.single_shot_probability=0.8"
    (answer,) = raid(europe, f"{position}+set:forces.iran-handful.warheads=7")
    assert answer.headline.value == pytest.approx(0.96**3 * 0.8**4, rel=1e-12)
    mine = row(answer, raid="iran-handful", interceptors=10.0)
    assert (mine["shots_least"], mine["shots_most"]) == (1.0, 2.0)
    assert mine["leakers"] == pytest.approx(7 - 3 * 0.96 - 4 * 0.8, rel=1e-12)
    said = answer.headline.sentence
    assert said["en"].startswith("10 interceptors against 7 warheads at once, 1–2 at each:")
    assert said["ru"].startswith("10 противоракет против 7 боеголовок сразу, выстрелов по каждой")
    assert "в среднем прорвётся 0,9." in said["ru"] and "on average 0.9 get" in said["en"]


def test_one_warhead_and_one_interceptor_are_singular(europe):
    position = f"{EXACT}+set:interceptors.gbi-2.number=1+set:forces.iran-handful.warheads=1"
    (answer,) = raid(europe, position)
    assert answer.headline.sentence["en"].startswith("1 interceptor against 1 warhead at once")
    assert answer.headline.sentence["ru"].startswith("1 противоракета против 1 боеголовки сразу")


def test_without_interceptors_all_get_through(europe):
    (answer,) = raid(europe, f"{EXACT}+set:interceptors.gbi-2.number=0")
    assert answer.headline.sentence["en"] == (
        "There are no interceptors: of 5 warheads at once, all get through."
    )
    assert "not even of one warhead" in headline(answer, "largest_raid_met").sentence["en"]


def test_what_fails_for_all_is_a_ceiling_and_not_attainable_is_an_answer(europe):
    (answer,) = raid(europe, "us+set:raid.common=0.9+set:interceptors.gbi-2.number=10000")
    assert answer.headline.value <= 0.9
    need = headline(answer, "interceptors_needed")
    assert need.value is None
    assert "not attainable with any number" in need.sentence["en"]
    assert "недостижима" in need.sentence["ru"]
    mine = row(answer, raid="iran-handful", interceptors=10000.0)
    assert mine["outcome"] == "not_attainable" and mine["limit"] == pytest.approx(0.9, rel=1e-12)
    assert mine["p_independent"] > 0.99 > 0.9 >= mine["p_no_leaker"]


def test_the_doctrine_bounds_the_shots_and_so_does_the_time(europe):
    base = (
        "us+set:interceptors.gbi-2.number=1000+set:interceptors.gbi-2.single_shot_probability=0.4"
    )
    two, one = raid(
        europe,
        f"{base}+set:raid.shots_per_warhead=2",
        f"{base}+set:raid.shots_per_warhead=2+set:raid.opportunities=1",
    )
    for answer, shots in ((two, 2.0), (one, 1.0)):
        assert row(answer, raid="iran-handful", interceptors=1000.0)["shots_most"] == shots
        assert (
            "the doctrine fires at most" in headline(answer, "interceptors_needed").sentence["en"]
        )
    assert one.headline.value < two.headline.value
    assert two.outcomes["beyond_doctrine"] > 0


def test_no_interceptors_no_shield(europe):
    (answer,) = raid(europe, "us+set:interceptors.gbi-2.number=0")
    assert answer.headline.value == 0.0
    assert headline(answer, "share_of_force_stopped").value == 0.0
    assert row(answer, raid="russia-sort", interceptors=0.0)["outcome"] == "no_interceptor"


def test_ten_stop_no_more_than_ten_of_thousands(europe):
    """The statement of 2007 that ten have no effect on thousands of warheads, as a bound."""
    for answer in raid(europe, *sorted(europe.parties)):
        mine = row(answer, raid="russia-sort", interceptors=10.0)
        assert mine["share_stopped"] <= 10 / mine["warheads"]
        assert mine["p_no_leaker"] == 0.0 and mine["log10_no_leaker"] is None
        assert headline(answer, "share_of_force_stopped").value == mine["share_stopped"]


def test_rows_run_from_the_number_held_to_the_number_it_could_grow_to(europe):
    now, answer = raid(europe, "us", "us@2012")  # growth was put into a number in 2011
    assert headline(now, "share_of_force_stopped_grown").value is None
    mine = answer.rows.column("raid") == "russia-sort"
    numbers = answer.rows.column("interceptors")[mine]
    assert list(numbers) == [10, 20, 50, 100, 200, 500, 1000]
    assert (np.diff(answer.rows.column("share_stopped")[mine]) > 0).all()
    assert headline(answer, "share_of_force_stopped_grown").value == pytest.approx(
        answer.rows.column("share_stopped")[mine][-1], rel=1e-12
    )


def test_a_force_of_which_nothing_is_held(europe):
    (answer,) = raid(europe, "us")
    assert row(answer, raid="iran-2035")["outcome"] == "not_answerable"
    assert row(answer, raid="iran-2035")["p_no_leaker"] is None
    (later,) = raid(europe, "us@2025-12")
    assert row(later, raid="iran-2035", interceptors=10.0)["warheads"] == 60.0
    (against,) = raid(europe, "russia", against="iran-2035")
    assert against.headline.value is None
    assert "(forces.iran-2035.warheads)." in against.headline.sentence["en"]
    (scale,) = raid(europe, "russia", scale="iran-2035")
    assert headline(scale, "share_of_force_stopped").value is None
    assert "nothing is held" in headline(scale, "share_of_force_stopped").sentence["en"]


def test_the_card_promises_only_true_directions(europe):
    """Every number that the card calls monotone, moved both ways from several places."""
    places = [
        "independent",
        "us+set:raid.common=0.9+set:raid.tracking=0.97",
        "us+set:interceptors.gbi-2.number=23+set:raid.opportunities=3",
    ]
    steps = {
        "interceptors.gbi-2.number": (1, 4, 9, 10, 11, 30),
        "interceptors.gbi-2.single_shot_probability": (0.0, 0.2, 0.6, 1.0),
        "raid.common": (0.0, 0.5, 1.0),
        "raid.tracking": (0.0, 0.5, 1.0),
        "raid.shots_per_warhead": (1, 2, 3, 20),
        "raid.opportunities": (0, 1, 2, 20),
        "forces.iran-handful.warheads": (1, 2, 5, 6, 10, 11, 40),
    }
    for path, ends in steps.items():
        way = next(d for p, d in card("raid").directions.items() if fnmatchcase(path, p))
        for place in places:
            kept = "+".join(p for p in place.split("+") if not p.startswith(f"set:{path}="))
            texts = [f"{kept}+set:{path}={end}" for end in ends]
            found = headline_values("raid", [parse_position(t, europe) for t in texts], europe)
            for column in ("p_no_leaker", "share_of_raid_stopped", "largest_raid_met"):
                if column == "largest_raid_met" and path.startswith("forces"):
                    continue
                change = np.diff(found[column])
                assert ((change if way == "up" else -change) >= -1e-12).all(), (path, column)
            assert np.ptp(found["p_no_leaker"]) > 0, path


def test_renaming_and_reversing_the_parties_changes_nothing(europe):
    parties = sorted(europe.parties)
    before = raid(europe, *parties)
    after = raid(europe, *parties[::-1])[::-1]
    renamed = replace(
        europe,
        speakers={
            k: replace(s, party="zz" if s.party == "us" else s.party)
            for k, s in europe.speakers.items()
        },
        parties={"zz" if k == "us" else k: p for k, p in europe.parties.items()},
    )
    (other,) = raid(renamed, "zz")
    for one, two in [*zip(before, after, strict=True), (before[parties.index("us")], other)]:
        assert one.headline.value == two.headline.value
        assert one.headline.sentence == two.headline.sentence
        for name in one.rows.names:
            assert list(map(str, one.rows.column(name))) == list(map(str, two.rows.column(name)))


def test_every_sentence_stands_in_both_languages(europe):
    for answer in raid(europe, *sorted(europe.parties)):
        for one in (answer.headline, *answer.headlines):
            assert bool(one.sentence["en"]) == bool(one.sentence["ru"])
            assert "{" not in one.sentence["en"] + one.sentence["ru"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"sizes": "1 two"}, "sizes: two is no number of warheads"),
        ({"sizes": "0"}, "expected whole numbers, 1 to 20000"),
        ({"sizes": " , "}, "sizes is empty"),
        ({"sizes": " ".join(map(str, range(1, 250)))}, "at most 200"),
        ({"against": "iran-handfull"}, "did you mean iran-handful?"),
        ({"scale": "mars"}, "no such thing under forces"),
        ({"size": "1"}, "did you mean sizes?"),
    ],
)
def test_wrong_options_say_what_to_do(europe, options, words):
    with pytest.raises(OptionError) as caught:
        raid(europe, "us", **options)
    assert words in str(caught.value)


def test_a_chance_above_one_is_refused(europe):
    with pytest.raises(PositionError) as caught:
        raid(europe, "us+set:raid.common=1.2")
    assert "0..1" in str(caught.value)


def test_numbers_looked_at():
    assert numbers_between(10, 1000) == (10, 20, 50, 100, 200, 500, 1000)
    assert numbers_between(7, None) == (7,)
    assert numbers_between(0, 3) == (0, 1, 2, 3)
    assert numbers_between(40, 10) == (10, 20, 40)
    assert sizes_of("5, 1 1;2".replace(";", ",")) == (1.0, 2.0, 5.0)


@pytest.mark.parametrize("held", ["interceptors.gbi-2.single_shot_probability=0", "raid.goal=100%"])
def test_where_no_number_of_shots_is_enough_the_reason_is_not_a_shared_failure(europe, held):
    (answer,) = raid(europe, f"us+set:raid.common=1+set:{held}")
    need = headline(answer, "interceptors_needed")
    assert need.value is None
    assert "no number of shots adds up to it" in need.sentence["en"]
    assert "share" not in need.sentence["en"] and "недостижима" in need.sentence["ru"]
