"""Defining constants of published standards; nothing here is a claim of any party.

WGS84: NIMA TR8350.2 (2000). US Standard Atmosphere 1976: NOAA-S/T 76-1562, tables 4 and 8 and
the table of total density above 86 km. Standard gravity: CGPM 1901.
"""

EARTH_MU_M3_S2 = 3.986004418e14
EARTH_EQUATORIAL_RADIUS_M = 6_378_137.0
EARTH_FLATTENING = 1.0 / 298.257223563
EARTH_POLAR_RADIUS_M = EARTH_EQUATORIAL_RADIUS_M * (1.0 - EARTH_FLATTENING)
EARTH_ECCENTRICITY_SQUARED = EARTH_FLATTENING * (2.0 - EARTH_FLATTENING)
EARTH_ROTATION_RAD_S = 7.292115e-5
EARTH_J2 = 1.082629821e-3  # WGS84 normalised C20 = -0.484166774985e-3, times -sqrt(5)
EARTH_MEAN_RADIUS_M = 6_371_000.0

STANDARD_GRAVITY_M_S2 = 9.80665

# US Standard Atmosphere 1976, lower part: geopotential base heights, base temperatures, gradients.
US76_GEOPOTENTIAL_RADIUS_M = 6_356_766.0
US76_GAS_CONSTANT_J_KG_K = 8314.32 / 28.9644
US76_HEAT_RATIO = 1.4
US76_SEA_LEVEL_PRESSURE_PA = 101_325.0
US76_BASE_HEIGHT_M = (0.0, 11_000.0, 20_000.0, 32_000.0, 47_000.0, 51_000.0, 71_000.0)
US76_BASE_TEMPERATURE_K = (288.15, 216.65, 216.65, 228.65, 270.65, 270.65, 214.65)
US76_GRADIENT_K_M = (-6.5e-3, 0.0, 1.0e-3, 2.8e-3, 0.0, -2.8e-3, -2.0e-3)
US76_LOWER_TOP_M = 86_000.0  # geometric
US76_SPEED_OF_SOUND_TOP_M_S = 274.10

# Upper part, geometric height and total density as printed; log-linear between.
US76_UPPER_HEIGHT_M = (
    86e3,
    91e3,
    100e3,
    110e3,
    120e3,
    130e3,
    150e3,
    180e3,
    200e3,
    250e3,
    300e3,
    400e3,
    500e3,
    700e3,
    1000e3,
)
US76_UPPER_DENSITY_KG_M3 = (
    6.958e-6,
    2.860e-6,
    5.604e-7,
    9.708e-8,
    2.222e-8,
    8.152e-9,
    2.076e-9,
    5.194e-10,
    2.541e-10,
    6.073e-11,
    1.916e-11,
    2.803e-12,
    5.215e-13,
    3.070e-14,
    3.561e-15,
)
