"""The desk and a parameter at another date; what is remembered of dates is bounded."""

DESK = "/api/v1/dossiers/europe-2007"
GBI = "interceptors.gbi-2.burnout_speed"


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

    assert held(then) < held(now)  # what somebody takes over from another has no date


def test_what_is_remembered_does_not_grow_with_what_is_asked(europe_2007):
    from dataclasses import replace

    from twoplustwo.doors import asking
    from twoplustwo.doors.server import memo
    from twoplustwo.scenario.hold import hold

    dossier = replace(europe_2007, memo={})
    most = 0
    for day in range(memo.MOST + 30):
        date = f"{2000 + day // 300}-{1 + day // 28 % 12:02}-{1 + day % 28:02}"
        (position,) = asking.positions(memo.tidy(dossier), ["us"], as_of=date)
        hold(dossier, position)
        most = max(most, len(dossier.memo))
    assert memo.MOST / 2 < most < memo.MOST + 10
