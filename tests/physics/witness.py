"""An independent witness of a flight: the same equations in plain Python, by DOP853 at 1e-12.

Shares no code with the engine: geodetic altitude by Newton, the standard atmosphere summed layer
by layer, interpolated drag, azimuth and tilt in local axes, one integration between events.
"""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.integrate import solve_ivp

MU, A, E2 = 3.986004418e14, 6378137.0, 6.69437999014e-3
OMEGA, J2, G0 = 7.292115e-5, 1.082629821e-3, 9.80665
GAS = 8314.32 / 28.9644
LAYERS = (
    (0.0, 288.15, -6.5e-3),
    (11e3, 216.65, 0.0),
    (20e3, 216.65, 1e-3),
    (32e3, 228.65, 2.8e-3),
    (47e3, 270.65, 0.0),
    (51e3, 270.65, -2.8e-3),
    (71e3, 214.65, -2e-3),
    (math.inf, 0.0, 0.0),
)
HIGH = {
    86e3: 6.958e-6,
    91e3: 2.860e-6,
    100e3: 5.604e-7,
    110e3: 9.708e-8,
    120e3: 2.222e-8,
    130e3: 8.152e-9,
    150e3: 2.076e-9,
    180e3: 5.194e-10,
    200e3: 2.541e-10,
    250e3: 6.073e-11,
    300e3: 1.916e-11,
    400e3: 2.803e-12,
    500e3: 5.215e-13,
    700e3: 3.070e-14,
    1000e3: 3.561e-15,
}
HIGH_M, HIGH_LOG = list(HIGH), [math.log(d) for d in HIGH.values()]


def geodetic(x: float, y: float, z: float) -> tuple[float, float]:
    """Geodetic latitude [rad] and altitude [m], to the last digit."""
    ring = math.hypot(x, y)
    lat = math.atan2(z, ring * (1 - E2))
    for _ in range(6):
        lat = math.atan2(z + E2 * A / math.sqrt(1 - E2 * math.sin(lat) ** 2) * math.sin(lat), ring)
    s, c = math.sin(lat), math.cos(lat)
    return lat, ring * c + z * s - A * math.sqrt(1 - E2 * s * s)


def air(h: float) -> tuple[float, float, float]:
    """Temperature [K], pressure [Pa], density [kg/m3]."""
    z = min(max(h, -5e3), 86e3)
    level, p, t = 6356766.0 * z / (6356766.0 + z), 101325.0, 0.0
    for (base, t0, slope), (top, _, _) in pairwise(LAYERS):
        up = min(level, top) - base
        t = t0 + slope * up
        p *= (t / t0) ** (-G0 / (GAS * slope)) if slope else math.exp(-G0 * up / (GAS * t0))
        if level < top:
            break
    rho = p / (GAS * t)
    if h <= 86e3:
        return t, p, rho
    i = min(int(np.searchsorted(HIGH_M, h)) - 1, len(HIGH_M) - 2)
    part = (h - HIGH_M[i]) / (HIGH_M[i + 1] - HIGH_M[i])
    thin = math.exp(HIGH_LOG[i] + part * (HIGH_LOG[i + 1] - HIGH_LOG[i]))
    return t, p * thin / rho, thin


class Witness:
    """Flights of one rocket."""

    def __init__(self, rocket: Any) -> None:
        self.k = rocket
        self.mach, self.cd = np.asarray(rocket.drag_mach), np.asarray(rocket.drag_cd)
        self.burns = [float(b) for b in rocket.burn_time_s if b > 0]

    def _common(self, s: list[float], area_kg: float, table: bool) -> tuple[Any, ...]:
        """Latitude, pressure, moving air, its speed, and gravity with drag."""
        x, y, z, vx, vy, vz = s
        lat, h = geodetic(x, y, z)
        u = (vx + OMEGA * y, vy - OMEGA * x, vz)
        speed = math.sqrt(u[0] ** 2 + u[1] ** 2 + u[2] ** 2)
        t, p, rho = air(h)
        cd = np.interp(speed / math.sqrt(1.4 * GAS * t), self.mach, self.cd) if table else 1.0
        d = -0.5 * rho * speed * float(cd) * area_kg
        r2 = x * x + y * y + z * z
        g, q, n = -MU / (r2 * math.sqrt(r2)), 1.5 * J2 * A * A / r2, 5 * z * z / r2
        ring, pole = g * (1 + q * (1 - n)), g * (1 + q * (3 - n))
        return lat, p, u, speed, (ring * x + d * u[0], ring * y + d * u[1], pole * z + d * u[2])

    def _fall(self, _t: float, s: list[float]) -> list[float]:
        beta = float(self.k.ballistic_coefficient_kg_m2)
        return [*s[3:], *self._common(s, 1.0 / beta, False)[4]]

    def _powered(
        self, stage: int, lit_s: float, azimuth: float, tilt: Callable[[float], float] | None
    ) -> Callable[[float, list[float]], list[float]]:
        k = self.k
        flow = float(k.propellant_kg[stage] / k.burn_time_s[stage])
        full = float(k.payload_kg + sum(k.propellant_kg[stage:]) + sum(k.structure_kg[stage:]))
        sa, ca = math.sin(azimuth), math.cos(azimuth)
        vacuum, sea = float(k.exhaust_vacuum_m_s[stage]), float(k.exhaust_sea_level_m_s[stage])

        def rhs(t: float, s: list[float]) -> list[float]:
            mass = full - flow * (t - lit_s)
            lat, p, u, speed, a = self._common(s, float(k.drag_area_m2) / mass, True)
            push = flow * (vacuum + (sea - vacuum) * p / 101325.0) / mass
            way = [c / max(speed, 1e-9) for c in u]
            if tilt is not None:
                lon, lean = math.atan2(s[1], s[0]), tilt(t)
                sl, cl, sp, cp = math.sin(lat), math.cos(lat), math.sin(lon), math.cos(lon)
                up, east, north = (cl * cp, cl * sp, sl), (-sp, cp, 0.0), (-sl * cp, -sl * sp, cl)
                c0, ce, cn = math.cos(lean), math.sin(lean) * sa, math.sin(lean) * ca
                way = [c0 * a + ce * b + cn * c for a, b, c in zip(up, east, north, strict=True)]
            return [*s[3:], *(push * w + b for w, b in zip(way, a, strict=True))]

        return rhs

    def fly(
        self, lat: float, azimuth: float, kick: float, cutoff: float
    ) -> tuple[float, float, float]:
        """Latitude and longitude [rad] and time [s] of impact, launched from longitude 0."""
        n = A / math.sqrt(1 - E2 * math.sin(lat) ** 2)
        x, z = n * math.cos(lat), n * (1 - E2) * math.sin(lat)
        state = np.array([x, 0.0, z, 0.0, OMEGA * x, 0.0])
        rise = float(self.k.vertical_time_s)
        turn = rise + float(self.k.kick_time_s)
        burns = [*self.burns[:-1], self.burns[-1] * cutoff]
        ends = np.cumsum(burns)
        plan = [(0, 0.0, rise, lambda _: 0.0)]
        plan += [(0, rise, turn, lambda t: kick * (t - rise) / (turn - rise))]
        for i, end in enumerate(ends):
            plan += [(i, max(end - burns[i], turn), end, None)]
        for stage, t0, t1, tilt in plan:
            rhs = self._powered(stage, ends[stage] - burns[stage], azimuth, tilt)
            state = _solve(rhs, t0, t1, state).y[:, -1]

        def ground(_t: float, s: list[float]) -> float:
            return geodetic(s[0], s[1], s[2])[1]

        ground.terminal, ground.direction = True, -1  # type: ignore[attr-defined]
        end = _solve(self._fall, ends[-1], ends[-1] + 2e4, state, ground)
        t, s = end.t_events[0][0], end.y_events[0][0]
        return geodetic(*s[:3])[0], math.atan2(s[1], s[0]) - OMEGA * t, t


def _solve(rhs: Any, t0: float, t1: float, state: Any, event: Any = None) -> Any:
    return solve_ivp(rhs, (t0, t1), state, method="DOP853", rtol=1e-12, atol=1e-6, events=event)
