"""Greatest ranges as published, by payload: range without Earth rotation.

Sources, as in the notes of europe-2007: Shahab-3 and Ghadr-1, U. Rubin 2007 and G. Thielmann 2016;
Sejjil-2, 2,000 km (Thielmann 2016); IRBM 4,000 km and ICBMs 10,000 km, notional; SS-25 10,500 km
(RIA, Sputnik 2020); SS-19 10,000 km and SS-18 11,000 km, recalled. Payloads: those that the lumped
equivalents were fitted with.
"""

# missile: (published range km, payload kg, burn of each stage s)
RANGES = {
    "shahab-3": (1_300, 930, (110,)),
    "ghadr-1": (1_600, 750, (115,)),
    "sejjil-2": (2_000, 750, (55, 55)),
    "irbm": (4_000, 750, (60, 60)),
    "icbm-liquid": (10_000, 1_000, (130, 110)),
    "icbm-solid": (10_000, 1_000, (60, 60, 50)),
    "ss-25": (10_500, 1_000, (60, 60, 55)),
    "ss-19": (10_000, 4_350, (121, 167)),
    "ss-18": (11_000, 8_800, (130, 170)),
}
