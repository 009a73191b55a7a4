"""Dossiers made up for measuring: europe-2007 with claims and cells that nobody made.

They live in a folder for the time of a run. No number of theirs means anything; only how much there
is to compute counts.
"""

# dispute: parameter, what one party claims, what the other. Three move flights, four the reach,
# five what is seen and decided.
DISPUTES = {
    "boost": ("missiles.ss-25.burn_time", "170 s", "150 s"),
    "throw-weight": ("missiles.ss-18.payload", "8800 kg", "8000 kg"),
    "loft": ("missiles.ss-19.loft", "0 deg", "3 deg"),
    "speed": ("interceptors.gbi-2.burnout_speed", "6.3 km/s", "8 km/s"),
    "interceptor-burn": ("interceptors.gbi-2.burn_time", "138 s", "150 s"),
    "longest-flight": ("engagement.max_flight", "1200 s", "900 s"),
    "slowest-meeting": ("engagement.min_closing", "0 km/s", "2 km/s"),
    "target-size": ("warhead.radar_cross_section", "1 m2", "0.01 m2"),
    "scan": ("satellites.early-warning.scan_period", "10 s", "5 s"),
    "remote": ("commit.remote", "no", "yes"),
    "track": ("commit.track_time", "15 s", "30 s"),
    "decision": ("commit.decision_time", "15 s", "30 s"),
}
CHOSEN = {"interceptors.gbi-2.single_shot_probability": "design-goal"}  # clear, but not read
