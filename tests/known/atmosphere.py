"""US Standard Atmosphere 1976 (NOAA-S/T 76-1562), Table I, as printed.

Checked against the table of poliastro's COESA76. Geopotential height of the seven layers; the last
row is at geometric 86 km. Temperature K (above 80 km the printed kinetic temperature at 86 km,
186.87 K, is 186.946 K times the ratio of molar masses), pressure mbar, density kg/m3.
"""

# geopotential km: (temperature, pressure, density), each with the digits that are printed
LAYERS = {
    0.0: ("288.150", "1013.25", "1.2250"),
    11.0: ("216.650", "226.32", "0.36392"),
    20.0: ("216.650", "54.748", "0.088035"),
    32.0: ("228.650", "8.6801", "0.013225"),
    47.0: ("270.650", "1.1090", "0.0014275"),
    51.0: ("270.650", "0.66938", "0.00086160"),
    71.0: ("214.650", "0.039564", "0.000064211"),
}
TOP = ("0.0037338", "0.000006958")  # geometric 86 km: pressure mbar, density kg/m3
UPPER = {100.0: "5.604e-7", 110.0: "9.708e-8", 120.0: "2.222e-8"}  # geometric km: density
