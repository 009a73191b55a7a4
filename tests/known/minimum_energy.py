"""Minimum-energy flight, ground to ground: R = 6371 km, no rotation, no air.

From v^2 = (2 mu / R) s / (1 + s), s = sin(range / 2R), angle = (pi - range / R) / 4 (A. D. Wheelon,
Free Flight of a Ballistic Missile, ARS Journal 29, 1959, p. 915; Bate, Mueller and White,
Fundamentals of Astrodynamics, 1971, ch. 6.2).
"""

# range km, speed km/s, path angle deg, apogee km, time s
ROWS = (
    (1_000, 3.016, 42.75, 240, 474),
    (2_000, 4.113, 40.50, 459, 702),
    (3_000, 4.865, 38.26, 655, 895),
    (4_000, 5.433, 36.01, 828, 1_071),
    (5_500, 6.075, 32.63, 1_041, 1_316),
    (8_000, 6.805, 27.01, 1_264, 1_679),
    (10_000, 7.198, 22.52, 1_319, 1_931),
    (12_000, 7.480, 18.02, 1_265, 2_143),
)
