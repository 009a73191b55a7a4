"""Every latest launch is flown: an interceptor that leaves then is there, on time.

The tables of a wavefront say when a flyout comes by; here the flyout itself is searched for and
flown, with kick, azimuth and flight time as the unknowns, and no table in between.
"""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from twoplustwo.engagement.equivalent import BURNOUT, rocket
from twoplustwo.engagement.flyout import STAGES
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import from_geodetic, to_earth_fixed
from twoplustwo.physics.fall import fly_coast
from twoplustwo.runs.ask import ask

STEPS = np.array([1e-4, 1e-4, 0.05])  # rad, rad, s
SITE = "sites.redzikowo.location"


@jax.jit
def there(one, lat, lon, azimuth, kick, time):
    """Earth-fixed position [m] of interceptors `time` seconds after launch, shape (3, B)."""
    launch = Launch(lat, lon, azimuth, kick, jnp.ones_like(kick))
    b, _ = fly_boost(one, launch, stages=STAGES)
    coast = fly_coast(b, jnp.asarray(1e9), Environment(), time - b.time_s)
    last = type(coast.r)(*(c[-1] for c in coast.r))
    return jnp.stack(to_earth_fixed(last, coast.time_s[-1]))


def shoot(one, site, kick, azimuth, time, goal):
    """Newton's method in (kick, azimuth, time) for a batch; the unknowns and the misses [m]."""
    x = np.stack([kick, azimuth, time])
    lat, lon = (np.full_like(kick, s) for s in site)

    def miss(x):
        return np.asarray(there(one, lat, lon, x[1], x[0], x[2])) - goal

    for _ in range(12):
        here = miss(x)
        sides = []
        for i, step in enumerate(STEPS):
            moved = x.copy()
            moved[i] += step
            sides.append((miss(moved) - here) / step)
        jacobian = np.stack(sides, axis=1)  # (3 misses, 3 unknowns, B)
        change = np.linalg.solve(jacobian.transpose(2, 0, 1), here.T[..., None])[..., 0].T
        x = x - np.clip(change, -np.array([[0.1], [0.1], [60.0]]), np.array([[0.1], [0.1], [60.0]]))
        x[0] = np.clip(x[0], 1e-3, 2.5)
    return x, np.linalg.norm(miss(x), axis=0)


@pytest.mark.parametrize("speed_km_s", [5.0, 6.3, 7.0, 9.0])
def test_latest_launches_are_flown(europe_2007, given_us, recipe, family, speed_km_s):
    held = f"us+set:interceptors.gbi-2.burnout_speed={speed_km_s} km/s"
    (answer,) = ask("icbm-reach", [held], europe_2007)
    column = answer.rows.column
    met = np.isfinite(column("latest_launch_s"))
    lat, lon = (np.radians(column(f"intercept_{x}_deg")[met]) for x in ("lat", "lon"))
    goal = np.stack(from_geodetic(lat, lon, 1e3 * column("intercept_altitude_km")[met]))
    flight = column("flight_time_s")[met]
    ideal = float(family.delta_v(1e3 * speed_km_s, BURNOUT))
    place = given_us.values(SITE)[0]
    site = place["latitude"], place["longitude"]
    east = lon - site[1]
    bearing = np.arctan2(
        np.cos(lat) * np.sin(east),
        np.cos(site[0]) * np.sin(lat) - np.sin(site[0]) * np.cos(lat) * np.cos(east),
    )
    best = np.full(met.sum(), np.inf)
    for angle in np.radians([5.0, 15.0, 30.0, 45.0, 60.0]):
        kick = np.full_like(flight, float(family.kicks(ideal, angle)))
        x, miss = shoot(rocket(recipe, ideal), site, kick, bearing, flight, goal)
        late = np.abs(x[2] - flight)
        best = np.where(miss < 100.0, np.minimum(best, late), best)
    assert met.sum() > 50
    assert np.quantile(best, 0.95) < 2.0
    assert best.max() < 5.0
