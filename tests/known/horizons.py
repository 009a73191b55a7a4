"""What a radar sees over the horizon without refraction: derived on a sphere of 6371 km.

Places: European midcourse radar 49.63522 N 13.74794 E (Czech Ministry of Defence, August 2007);
bases in degrees and minutes as in the START data exchange (copied by KeepTrack); Vypolzovo from
open map data.
"""

# altitude of the target km: ground distance km, slant range km, target on the horizon
RADAR = {
    100: (1_121, 1_133),
    200: (1_576, 1_609),
    300: (1_918, 1_978),
    500: (2_445, 2_573),
    1_000: (3_357, 3_707),
}
EMR_DEG = (49.63522, 13.74794)
BASES_DEG = {
    "kozelsk": (54.033, 35.767),
    "vypolzovo": (57.88, 33.66),
    "teykovo": (56.850, 40.533),
    "tatishchevo": (51.667, 45.567),
    "yoshkar-ola": (56.633, 47.850),
    "nizhny-tagil": (58.067, 60.550),
    "dombarovsky": (50.750, 59.500),
    "uzhur": (55.333, 89.800),
}
# lowest altitude km seen straight above the base at radar elevation 0 and 2 deg, distance km
ABOVE_BASE = {
    "kozelsk": (202, 260, 1_582),
    "vypolzovo": (203, 262, 1_588),
    "teykovo": (307, 381, 1_938),
    "tatishchevo": (414, 502, 2_237),
    "yoshkar-ola": (470, 565, 2_375),
    "nizhny-tagil": (860, 998, 3_138),
    "dombarovsky": (902, 1_045, 3_207),
    "uzhur": (2_534, 2_848, 4_928),
}
KURECIK_DEG = (38.34944, 37.79361)
# place: latitude, longitude, lowest altitude km at 0 and 2 deg from Kurecik, distance km
ABOVE_IRAN = {
    "tabriz": (38.08, 46.29, 44, 70, 743),
    "semnan": (35.23722, 53.95, 175, 230, 1_478),
    "shahrud": (36.20, 55.33, 198, 256, 1_567),
}
