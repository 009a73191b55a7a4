"""An interceptor is flyouts or an envelope: both, neither and half of one are told apart."""

import pytest

FILE = "interceptors/dart.yaml"
CLAIM = """
{name}:
  east-2028:
    by: {by}
    value: {value}
    stated: 2028-03-05
    source: east-paper
    status: read
"""
ENVELOPE = {"range": "200 km", "keep_out": "40 km", "ceiling": "150 km", "mean_speed": "2 km/s"}


def claims(by: str = "east-office", **values: str) -> str:
    return "".join(CLAIM.format(name=n, by=by, value=v) for n, v in values.items())


FLYOUT = ("burnout_speed", "burn_time")


@pytest.fixture
def dart(zoo):
    """Write other claims in place of those of speed and burn time."""
    whole = (zoo.root / FILE).read_text(encoding="utf-8")
    start, end = whole.index("burnout_speed:"), whole.index("number:")

    def written(text: str) -> None:
        zoo.write(FILE, whole[:start] + whole[end:] + text)
        zoo.replace(
            "parties/west.yaml",
            """adopts:
  - claim: interceptors.dart.burn_time@east-2028
    status: assumed
    why: nothing of its own was printed
""",
            "",
        )
        for file in ("disputes.yaml", *sorted(zoo.root.glob("measures/*.yaml"))):
            (zoo.root / file).unlink()

    return written


def test_a_whole_envelope_stands(zoo, dart):
    dart(claims(**ENVELOPE))
    assert zoo.errors() == []


def test_both_models(zoo, said):
    path = zoo.root / FILE
    path.write_text(path.read_text(encoding="utf-8") + claims(**ENVELOPE), encoding="utf-8")
    said(
        FILE,
        "value: 200 km",
        "interceptors.dart has both models, an envelope and flyouts",
        "burnout_speed is claimed too (",
        "keep range, keep_out, ceiling and mean_speed",
        "or burnout_speed and burn_time",
    )


def test_neither_model(dart, said):
    dart("")
    said(
        FILE,
        1,
        "interceptors.dart has neither flyouts nor an envelope",
        "claim burnout_speed and burn_time",
        "or range, keep_out, ceiling and mean_speed",
    )


@pytest.mark.parametrize("gone", ["mean_speed", "keep_out", "ceiling"])
def test_half_an_envelope(dart, said, gone):
    dart(claims(**{n: v for n, v in ENVELOPE.items() if n != gone}))
    said(
        FILE,
        "value: 200 km",
        f"the envelope of interceptors.dart lacks {gone}",
        f"claim {gone} too",
    )


def test_a_floor_over_the_ceiling(dart, said):
    dart(claims(**ENVELOPE | {"keep_out": "160 km"}))
    said(
        FILE,
        "value: 150 km",
        "interceptors.dart has its floor at 160 km, and its ceiling at 150 km",
        f"{FILE}:61; there is no room",
        "exchange the two",
    )


def test_a_ceiling_of_flyouts_under_the_common_floor(zoo, said):
    (zoo.root / "engagement.yaml").write_text(claims(keep_out="130 km").lstrip(), encoding="utf-8")
    path = zoo.root / FILE
    path.write_text(path.read_text(encoding="utf-8") + claims(ceiling="90 km"), encoding="utf-8")
    said(FILE, "value: 90 km", "its floor at 130 km, and its ceiling at 90 km", "engagement.yaml:")
    zoo.replace(FILE, "value: 90 km", "value: 190 km")
    assert zoo.errors() == []


def test_speakers_may_differ_so_that_only_some_pairs_are_upside_down(zoo, dart):
    """East's floor lies over west's ceiling: no position need hold both."""
    text = claims(**ENVELOPE)
    more = CLAIM.format(name="ceiling", by="west-minister", value="30 km")
    more = (
        more.replace("ceiling:", "")
        .replace("east-2028", "west")
        .replace("east-paper", "west-speech")
    )
    dart(text.replace("ceiling:", "ceiling:" + more.rstrip()))
    assert zoo.errors() == []
