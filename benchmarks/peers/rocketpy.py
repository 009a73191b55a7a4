"""RocketPy: one comparable flight, one at a time.

What it models, and does not: a point of mass (three degrees of freedom), two stages handed over by
hand, constant thrust, the standard atmosphere as a table given to it (beyond 80 km its own goes on
with negative densities), gravity constant up there, drag by the same Mach table, turning into the
wind at once, which is a gravity turn. No pitch programme: the flight is handed over inclined, after
the kick. The Earth is flat and stands still: where it comes down is not our place, so no error is
given. The work is comparable: powered flight, coast and fall, at its default tolerance.
"""

import time
import warnings
from typing import Any

import numpy as np
from rocketpy import Environment, Flight, PointMassMotor, PointMassRocket

from peers import equations as eq
from twoplustwo.physics.vehicle import Rocket

QUICK = 1_000.0  # how fast it turns into the wind
LATITUDE_DEG = 35.0
HANDED_OVER = (0.9e3, 125.0, np.radians(12.0))  # altitude [m], speed [m/s] and tilt, about
TOP_M, SCALE_M = 86e3, 7e3  # of the layers; above, the air thins out evenly

MATHS = eq.Maths(
    np.sqrt, np.exp, np.log, np.sin, np.cos, lambda x, edges, values: values[np.digitize(x, edges)]
)


def surroundings() -> Environment:
    """Air and gravity up to where such a flight goes; made once, not timed."""
    earth = Environment(latitude=LATITUDE_DEG, longitude=0.0, elevation=0.0)
    heights = np.append(np.arange(0.0, TOP_M, 1e3), np.arange(TOP_M, 500e3, 10e3))
    temperature, pressure = eq.air(MATHS, np.minimum(heights, TOP_M))
    pressure *= np.exp(-np.maximum(heights - TOP_M, 0.0) / SCALE_M)
    earth.set_atmospheric_model(
        type="custom_atmosphere",
        pressure=[*zip(heights, pressure, strict=True), (2e6, 0.0)],
        temperature=[*zip(heights, temperature, strict=True), (2e6, float(temperature[-1]))],
    )
    return earth


def fly(rocket: Rocket) -> tuple[float, float, float]:
    """Range [m], time of flight [s] and the seconds that the flight took to compute."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        earth = surroundings()
        start = time.perf_counter()
        flight = _fly(rocket, earth)
        flown = float(np.hypot(flight.x_impact, flight.y_impact)), float(flight.t_final)
        return *flown, time.perf_counter() - start


def _fly(rocket: Rocket, earth: Any) -> Any:
    altitude, speed, tilt = HANDED_OVER
    began = float(rocket.vertical_time_s) + float(rocket.kick_time_s)
    velocity = [0.0, speed * np.sin(tilt), speed * np.cos(tilt)]
    attitude = [np.cos(tilt / 2), -np.sin(tilt / 2), 0.0, 0.0, 0.0, 0.0, 0.0]
    state: Any = [began, 0.0, 0.0, altitude, *velocity, *attitude]
    radius = float(np.sqrt(rocket.drag_area_m2 / np.pi))
    propellant, structure = np.asarray(rocket.propellant_kg), np.asarray(rocket.structure_kg)
    burns = [float(b) for b in rocket.burn_time_s if b > 0.0]
    stage_ends = np.cumsum(burns)
    left = float(rocket.payload_kg + (propellant + structure).sum())
    mach, cd = np.asarray(rocket.drag_mach), np.asarray(rocket.drag_cd)
    falling = float(rocket.payload_kg / rocket.ballistic_coefficient_kg_m2 / rocket.drag_area_m2)
    for i, burn in enumerate(burns):
        motor = PointMassMotor(
            thrust_source=float(rocket.exhaust_vacuum_m_s[i] * propellant[i] / burn),
            dry_mass=1e-6,
            propellant_initial_mass=float(propellant[i]),
            burn_time=(float(stage_ends[i] - burn), float(stage_ends[i])),
        )
        last = i == len(burns) - 1
        # the last stage falls on with the payload: RocketPy drops no mass during a flight
        stage = PointMassRocket(
            radius,
            left - float(propellant[i]),
            0.0,
            power_off_drag=falling,
            power_on_drag=lambda x: float(np.interp(x, mach, cd)),
            weathercock_coeff=QUICK,
        )
        stage.add_motor(motor, position=0.0)
        state = Flight(
            stage,
            earth,
            rail_length=1.0,
            initial_solution=state,
            max_time=3_000.0 if last else float(stage_ends[i]),
            simulation_mode="3 DOF",
        )
        left -= float(propellant[i] + structure[i])
    return state
