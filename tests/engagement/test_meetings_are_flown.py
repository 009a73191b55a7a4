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
from twoplustwo.stages import records

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


def seen_from_site(given_us, lat, lon):
    """Site, and rough bearings and central angles of places from it."""
    place = given_us.values(SITE)[0]
    site = place["latitude"], place["longitude"]
    east = lon - site[1]
    x = np.cos(lat) * np.sin(east)
    y = np.cos(site[0]) * np.sin(lat) - np.sin(site[0]) * np.cos(lat) * np.cos(east)
    z = np.sin(site[0]) * np.sin(lat) + np.cos(site[0]) * np.cos(lat) * np.cos(east)
    return site, np.arctan2(x, y), np.arctan2(np.hypot(x, y), z)


@pytest.mark.parametrize("speed_km_s", [5.0, 6.3, 7.0, 9.0])
def test_latest_launches_are_flown(europe, given_us, recipe, family, speed_km_s):
    held = f"us+set:interceptors.gbi-2.burnout_speed={speed_km_s} km/s"
    (answer,) = ask("icbm-reach", [held], europe)
    column = answer.rows.column
    met = np.isfinite(column("latest_launch_s"))
    lat, lon = (np.radians(column(f"intercept_{x}_deg")[met]) for x in ("lat", "lon"))
    goal = np.stack(from_geodetic(lat, lon, 1e3 * column("intercept_altitude_km")[met]))
    flight = column("flight_time_s")[met]
    ideal = float(family.delta_v(1e3 * speed_km_s, BURNOUT))
    site, bearing, _ = seen_from_site(given_us, lat, lon)
    best = np.full(met.sum(), np.inf)
    for angle in np.radians([5.0, 15.0, 30.0, 45.0, 60.0]):
        kick = np.full_like(flight, float(family.kicks(ideal, angle)))
        x, miss = shoot(rocket(recipe, ideal), site, kick, bearing, flight, goal)
        late = np.abs(x[2] - flight)
        best = np.where(miss < 100.0, np.minimum(best, late), best)
    assert met.sum() > 50
    assert np.quantile(best, 0.95) < 2.0
    assert best.max() < 5.0


def test_no_later_launch_is_found(europe, given_us, recipe, family):
    """Shots at every point of the paths to one city: none leaves later than what is reported."""
    (answer,) = ask("icbm-reach", ["us"], europe)
    city = "washington"
    rows = {r["base"]: r["latest_launch_s"] for r in answer.rows.records() if r["target"] == city}
    tracks = answer.tables["tracks"]
    keep = (tracks.column("target") == city) & (tracks.column("altitude_km") > 130.0)
    base, time = tracks.column("base")[keep], tracks.column("time_s")[keep]
    lat, lon = (np.radians(tracks.column(f"{x}_deg")[keep]) for x in ("lat", "lon"))
    goal = np.stack(from_geodetic(lat, lon, 1e3 * tracks.column("altitude_km")[keep]))
    speed = given_us.values("interceptors.gbi-2.burnout_speed")[0]
    ideal = float(family.delta_v(speed, BURNOUT))
    site, bearing, arc = seen_from_site(given_us, lat, lon)
    (counting,) = records.counting(given_us).items
    latest = np.full(len(time), -np.inf)
    for angle in np.radians([5.0, 25.0, 60.0]):
        kick = np.full_like(time, float(family.kicks(ideal, angle)))
        guess = np.clip(arc * 6.4e6 / (0.8 * speed) + 150.0, 200.0, counting.max_flight_s)
        x, miss = shoot(rocket(recipe, ideal), site, kick, bearing, guess, goal)
        counts = (miss < 100.0) & (x[2] <= counting.max_flight_s)
        counts &= x[2] >= recipe.burn_time_s + counting.kv_min_s
        latest = np.where(counts, np.maximum(latest, time - x[2]), latest)
    for name, reported in rows.items():
        found = latest[base == name].max()
        assert found == pytest.approx(reported, abs=30.0)  # half a minute between the points
        assert found < reported + 2.0
