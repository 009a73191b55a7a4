"""The desk and a parameter at another date; what is remembered of dates is bounded."""

DESK = "/api/v1/dossiers/europe-2007"
GBI = "interceptors.gbi-2.burnout_speed"
SPEED, SPEED_RU = "two-stage GBI: burnout speed", "двухступенчатый GBI: скорость в конце разгона"


def test_a_desk_stands_by_its_date(served):
    now, then = served.get(DESK).json(), served.get(f"{DESK}?as_of=2007-01").json()
    assert then["as_of"] == "2007-01" != now["as_of"]
    assert then["v"] == now["v"] and then["parties"] == now["parties"]
    marks = [sum(len(s["marks"]) for s in desk["sliders"]) for desk in (now, then)]
    assert marks[1] < marks[0]  # less had been said by then


def test_a_parameter_is_held_by_a_date(served):
    now = served.get(f"{DESK}/parameters/{GBI}").json()
    then = served.get(f"{DESK}/parameters/{GBI}?as_of=2001").json()
    assert len(then["claims"]) == len(now["claims"])

    def held(page):
        return {(c["key"], h["party"]) for c in page["claims"] for h in c["held_by"]}

    assert not held(then) and len({party for _, party in held(now)}) == 3
    assert {(one["party"], one["not_yet"]) for one in then["without"]} == {
        ("independent", "2007-09"),
        ("russia", "2007-09"),
        ("us", "2007-09-28"),
    }
    for one in then["without"]:
        assert one["why"]["en"].startswith("not yet said on 2001-12-31; ")
        assert one["why"]["ru"].startswith("на 2001-12-31 ещё не сказано; ")


def test_who_has_not_spoken_yet_agrees_with_nobody(served):
    """On 1 January 1999 nobody had put a speed into a number: no mark, and not a word of accord."""

    def speed(as_of):
        sliders = served.get(f"{DESK}?as_of={as_of}").json()["sliders"]
        return next(one for one in sliders if one["parameter"] == GBI)

    none, some = speed("1999-01-01"), speed("2007-10-12")
    assert none["marks"] == [] and [one["not_yet"] for one in none["silent"]] == [
        "2007-09",
        "2007-09",
        "2007-09-28",
    ]
    assert some["silent"] == [] and len(some["marks"]) == 3


def test_an_answer_before_anybody_spoke_says_so(served):
    about = "icbm-reach?p=us&p=russia&as_of=1999-01-01"
    for one in served.get(f"/api/v1/answers/{about}").json()["answers"]:
        assert one["headline"]["value"] is None
        assert one["headline"]["sentence"] == {
            "en": f"Not answerable: not yet said on 1999-01-01: {SPEED} ({GBI}).",
            "ru": f"Нет ответа: на 1999-01-01 ещё не сказано: {SPEED_RU} ({GBI}).",
        }


def test_whose_the_value_computed_with_is(served):
    """The agency said a little over 6 km/s; 6.3 is what its critic says that it claims."""
    page = served.get(f"{DESK}/parameters/{GBI}").json()
    agency = next(one for one in page["claims"] if one["by"] == "mda")
    assert (agency["best_by"], agency["best_source"]) == ("postol", "afp-2007")
    assert agency["best_by_name"]["en"] == "T. Postol"
    assert "afp-2007" in [one["id"] for one in page["sources"]]
    slider = next(s for s in served.get(DESK).json()["sliders"] if s["parameter"] == GBI)
    marks = {one["party"]: one for one in slider["marks"]}
    assert marks["us"]["best_by"] == "postol" and marks["us"]["best_by_name"]["ru"] == "Т. Постол"
    assert marks["russia"]["best_by"] == ""


def test_what_is_remembered_does_not_grow_with_what_is_asked(europe):
    from dataclasses import replace

    from twoplustwo.doors import asking
    from twoplustwo.doors.request import Request
    from twoplustwo.doors.server import dossier_cache
    from twoplustwo.positions.resolve import resolve

    dossier = replace(europe)
    most = 0
    for day in range(dossier_cache.MOST + 30):
        date = f"{2000 + day // 300}-{1 + day // 28 % 12:02}-{1 + day % 28:02}"
        dossier_cache.trim_cache(dossier)
        (position,) = asking.positions(Request("", dossier, ["us"], as_of=date))
        resolve(dossier, position)
        most = max(most, len(dossier.memo))
    assert dossier_cache.MOST / 2 < most < dossier_cache.MOST + 10
