"""How often Python looks for circular garbage in a program that computes for a while and ends."""

import gc

OBJECTS = 200_000
"""New objects between two looks; at Python's own 700 a tenth of a run went into looking."""


def collect_rarely() -> None:
    """Let this process look for circular garbage rarely; what is not circular goes at once."""
    gc.set_threshold(OBJECTS, 50, 100)
