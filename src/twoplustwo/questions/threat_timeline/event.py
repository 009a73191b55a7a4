"""Which event a prediction is about under the switches, and when it first happened."""

from collections.abc import Sequence
from typing import NamedTuple

from twoplustwo.questions.threat_timeline.predictions import Prediction
from twoplustwo.questions.threat_timeline.switches import AS_SAID, Switches

# What has been used in war was deployed, and what was deployed was tested.
_DONE = {"test": 1, "deploy": 2, "use": 3}
_NEEDED = {"attempt": 1, "test": 1, "master-technology": 1, "deploy": 2, "use": 3}
ADVANCED = "mobile-or-silo"


class Event(NamedTuple):
    """What is waited for; predictions of equal events can be compared."""

    event: str
    region: str
    nuclear: bool
    launcher: str


class Happening(NamedTuple):
    """One event of the record: its plain keys, its date [year] and its range [m]."""

    id: str
    event: str
    launcher: str
    payload: str
    nuclear: str
    success: str
    basing: str
    date: float
    range_m: float | None


def waited_for(prediction: Prediction, switches: Switches) -> Event:
    """The event of a prediction, with the switches laid over what was prediction.

    Words about a place can be read of another that the dossier says they may mean.
    """
    region = prediction.region
    if region in switches.read_as_target:
        region = switches.target
    launcher = prediction.launcher
    if switches.launchers != AS_SAID:
        launcher = "missile-or-slv" if switches.launchers == "any" else "missile-only"
    return Event(
        prediction.event if switches.event == AS_SAID else switches.event,
        region,
        prediction.nuclear and switches.nuclear == AS_SAID,
        launcher,
    )


def first(
    event: Event, record: Sequence[Happening], range_m: float, switches: Switches
) -> Happening | None:
    """The first happening that is the event; None if none is.

    Parameters
    ----------
    event : Event
    record : sequence of Happening
    range_m : float
        Range from which the region counts as reached.
    switches : Switches
        Whether payload must be known and success is required.
    """
    such = [happening for happening in record if _is(event, happening, range_m, switches)]
    return min(such, key=lambda happening: happening.date, default=None)


def _is(event: Event, happening: Happening, range_m: float, switches: Switches) -> bool:
    if _DONE.get(happening.event, 0) < _NEEDED[event.event]:
        return False
    if event.event == "master-technology" and happening.basing != ADVANCED:
        return False
    if switches.payload == "known" and happening.payload != "known":
        return False
    if switches.success == "required" and happening.success != "yes" and event.event != "attempt":
        return False
    if event.nuclear and happening.nuclear != "yes":
        return False
    if happening.launcher == "space-launcher":
        # Who counts space launchers does so because what reaches orbit reaches any range.
        return event.launcher == "missile-or-slv"
    if happening.launcher == "disputed" and event.launcher == "missile-only":
        return False
    return happening.range_m is not None and happening.range_m >= range_m
