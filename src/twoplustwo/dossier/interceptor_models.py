"""What is claimed of an interceptor is one model: flyouts, or an envelope that can be met in."""

from collections.abc import Container

from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.models import Claim, Thing

FLYOUT = ("burnout_speed", "burn_time")
ENVELOPE = ("range", "mean_speed", "keep_out", "ceiling")
TELLING = ENVELOPE[:2]
"""What only an envelope has; floor and ceiling may be claimed of flyouts too."""
WRITE_FLYOUT = "burnout_speed and burn_time, for flyouts that are flown"
WRITE_ENVELOPE = "range, keep_out, ceiling and mean_speed, for an envelope as printed"


def check_interceptors(draft: Draft) -> None:
    """Note interceptors of both models, of neither, of half an envelope, or upside down."""
    for thing in draft.things.get("interceptors", {}).values():
        envelope = [one for name in TELLING for one in _claims(draft, thing, name)]
        flyout = [one for name in FLYOUT for one in _claims(draft, thing, name)]
        if envelope and flyout:
            draft.problems.add(
                f"{thing.path} has both models, an envelope and flyouts",
                _place(draft, envelope[0]),
                f"{_name(flyout[0])} is claimed too ({_place(draft, flyout[0])}), and an envelope "
                "counts in place of it",
                f"keep {WRITE_ENVELOPE}; or {WRITE_FLYOUT}",
            )
        elif envelope:
            _check_whole(draft, thing, envelope[0])
        elif not flyout:
            draft.problems.add(
                f"{thing.path} has neither flyouts nor an envelope",
                f"{draft.files[thing.file]}:{thing.line}",
                "without one of them nothing can be met",
                f"claim {WRITE_FLYOUT}; or {WRITE_ENVELOPE}",
            )
        _check_upright(draft, thing, bool(envelope))


def is_of_other_model(claimed: Container[str], path: str) -> bool:
    """Whether a parameter belongs to the flyouts of an interceptor that claims an envelope."""
    thing, _, name = path.rpartition(".")
    return name in FLYOUT and any(f"{thing}.{one}" in claimed for one in TELLING)


def _check_whole(draft: Draft, thing: Thing, first: Claim) -> None:
    lacking = [name for name in ENVELOPE if not _claims(draft, thing, name)]
    if lacking:
        draft.problems.add(
            f"the envelope of {thing.path} lacks {' and '.join(lacking)}",
            _place(draft, first),
            f"{_name(first)} is claimed, and an envelope needs {', '.join(ENVELOPE)}",
            f"claim {' and '.join(lacking)} too, as printed or assumed",
        )


def _check_upright(draft: Draft, thing: Thing, is_envelope: bool) -> None:
    """A floor over the ceiling: in claims of one speaker, or whichever of them are taken."""
    ceilings = _claims(draft, thing, "ceiling")
    floors = _claims(draft, thing, "keep_out")
    if not floors and not is_envelope:
        floors = draft.parameters.get("engagement.keep_out", ())
    pairs = [(f, c) for f in floors for c in ceilings if _height(f) >= _height(c)]
    for floor, ceiling in pairs:
        if floor.by == ceiling.by or len(pairs) == len(floors) * len(ceilings):
            draft.problems.add(
                f"{thing.path} has its floor at {floor.shown}, and its ceiling at {ceiling.shown}",
                _place(draft, ceiling),
                f"the floor stands in {_place(draft, floor)}; there is no room between them",
                "exchange the two, or write `keep_out:` in this file below the ceiling",
            )
            return


def _claims(draft: Draft, thing: Thing, name: str) -> tuple[Claim, ...]:
    return draft.parameters.get(f"{thing.path}.{name}", ())


def _height(claim: Claim) -> float:
    value = claim.value.si
    return value if isinstance(value, float) else float("nan")


def _name(claim: Claim) -> str:
    return claim.parameter.rpartition(".")[2]


def _place(draft: Draft, claim: Claim) -> str:
    return draft.where(claim.key, "value")
