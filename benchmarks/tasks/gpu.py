"""The same flights, by the same code, on a GPU, if JAX sees one."""

import jax
import numpy as np

from clock import race
from missile import MISSILE, flights
from row import Row
from twoplustwo.physics.fly import fly
from twoplustwo.physics.vehicle import Rocket

ORDER = 9
TITLE = "The same code on a GPU"
TARGET = "none; reported where there is one"
COUNT, ROUNDS = 100_000, 5


def run() -> list[Row]:
    """Measure in one batch; only the impacts come back to the host."""
    try:
        device = jax.devices("gpu")[0]
    except RuntimeError:
        return [Row("GPU", {"flights_per_s": "no GPU"})]
    with jax.default_device(device):
        launches = flights(COUNT)
        rocket = Rocket(*(np.asarray(a) for a in MISSILE))

        def once() -> list[np.ndarray]:
            flight, _ = fly(rocket, launches, track=False)
            return [np.asarray(flight.latitude_rad), np.asarray(flight.longitude_rad)]

        once()
        took = race({"it": once}, ROUNDS)["it"]
    figures = {"flights_per_s": COUNT / took.best_s}
    return [Row(device.device_kind, figures, note=f"{COUNT:,} flights in one batch, float64")]
