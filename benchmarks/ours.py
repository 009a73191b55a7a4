"""Our engine as the benchmarks use it: whole flights in batches, as the questions fly them."""

import numpy as np

from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import Flight, fly
from twoplustwo.physics.vehicle import Rocket


def fly_all(rocket: Rocket, launches: Launch, refine: float = 1) -> Flight:
    """Every flight from launch to impact; arrays on the host, shape (B,)."""
    return in_chunks(lambda piece: fly(rocket, piece, refine=refine, track=False)[0], launches)


def impacts(flight: Flight) -> tuple[np.ndarray, np.ndarray]:
    """Latitude and longitude of impact [rad]."""
    return np.asarray(flight.latitude_rad), np.asarray(flight.longitude_rad)
