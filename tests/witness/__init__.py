"""Independent witnesses: other people's programs, asked the same question as ours.

A witness shares no code with the engine. Each file says what may differ, and why.

======================== ============================================ ============================
witness                  what it speaks to                            where
======================== ============================================ ============================
ambiance (ICAO 1993)     temperature, pressure, density, speed of     `test_atmosphere.py`
                         sound up to 81 km
geographiclib (Karney)   distances, bearings, the direct problem,     `test_geodesy.py`
                         the shape of the ellipsoid
PROJ                     Earth-fixed places and heights               `test_geodesy.py`
RocketPy                 a rocket of one stage and one of two         `test_rocketpy.py`
public Orion motors      latest launch of a rocket with real stages   `test_orion.py`
                         against the equivalent of the same speed
pint                     the closed list of units                     `test_units.py`
DOP853 (SciPy)           whole flights, 300 to 10,000 km              `../physics/witness.py`,
                                                                      `test_fly_witness.py`
Kepler's orbits          flight without air, in closed form           `../physics/test_kepler.py`
======================== ============================================ ============================
"""
