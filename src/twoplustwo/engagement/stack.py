"""What must be true: the payload that a public stack of motors could carry at a claimed speed."""

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

from twoplustwo.engagement.equivalent import (
    BURNOUT,
    DELTA_V_M_S,
    ENERGY,
    KICK_RANGE_RAD,
    KICKS,
    by_angle,
    still,
)
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

PAYLOADS_KG = np.geomspace(30.0, 6_000.0, len(DELTA_V_M_S))  # one shape, one compile


class Stack:
    """Speeds of one stack of motors over payload, at the reference angle, without rotation.

    Parameters
    ----------
    rocket : Rocket
        The stack; its own payload is ignored.
    reference_angle_rad : float
        Path angle at burnout at which speeds are compared.
    """

    def __init__(self, rocket: Rocket, reference_angle_rad: float) -> None:
        count = len(PAYLOADS_KG)
        many = Rocket(*(np.broadcast_to(np.asarray(f), (count, *np.shape(f))) for f in rocket))
        many = many._replace(payload_kg=PAYLOADS_KG)
        kick = np.geomspace(KICK_RANGE_RAD[0], KICK_RANGE_RAD[1], KICKS)
        zero = np.zeros(KICKS)
        launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
        flown = (np.asarray(a) for a in still(many, launch))
        curves = [by_angle(a, kick, s, r, low) for s, a, r, low in zip(*flown, strict=True)]
        at = reference_angle_rad
        self.speeds = {
            BURNOUT: np.array([float(c[1](at)) for c in curves]),
            ENERGY: np.array([float(c[2](at)) for c in curves]),
        }
        self._rocket = rocket

    def payload_kg(self, speed_m_s: float, reading: str) -> float:
        """Payload at which the stack makes a speed in a reading; NaN if none does."""
        v = self.speeds[reading]
        good = np.isfinite(v)
        v, payloads = v[good][::-1], PAYLOADS_KG[good][::-1]
        rising = v > np.maximum.accumulate(np.concatenate([[-np.inf], v[:-1]]))
        if rising.sum() < 2:
            return float("nan")
        curve = PchipInterpolator(v[rising], np.log(payloads[rising]), extrapolate=False)
        return float(np.exp(curve(speed_m_s)))

    def ideal_m_s(self, payload_kg: float) -> float:
        """Ideal speed of the stack with a payload, no losses (Tsiolkovsky)."""
        mass, ideal = payload_kg, 0.0
        rocket = self._rocket
        for stage in reversed(range(len(np.asarray(rocket.propellant_kg)))):
            propellant = float(np.asarray(rocket.propellant_kg)[stage])
            if propellant <= 0.0:
                continue
            empty = mass + float(np.asarray(rocket.structure_kg)[stage])
            exhaust = float(np.asarray(rocket.exhaust_vacuum_m_s)[stage])
            ideal += exhaust * np.log((empty + propellant) / empty)
            mass = empty + propellant
        return ideal
