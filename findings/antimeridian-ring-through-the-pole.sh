#!/usr/bin/env bash
# antimeridian 0.4.9 (with shapely 2.2.0), fix_polygon(..., fix_winding=False)
# Behaviour: a ring wider than half of the Earth, interior on the left as RFC 7946 wants it, whose edge
#   goes exactly through a pole comes back as an invalid polygon which, read by the even-odd rule, is
#   what the ring leaves out. A degree beside the pole it comes back valid and right.
# What most would guess: rings by the pole and rings through it are treated alike.
# Who meets it: whoever writes range or footprint rings of thousands of kilometres as GeoJSON: one whose
#   edge touches a pole needs no luck, a centre on a round latitude and a round radius are enough.
# Prints what it sees; exits 1 if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip --disable-pip-version-check --quiet install --target "$folder" \
  antimeridian==0.4.9 shapely==2.2.0 numpy
PYTHONPATH="$folder" python3 - <<'PYTHON'
import math
import sys

import antimeridian
import shapely


def circle(lat_deg, far_deg, count=72):
    """A circle on a sphere round (81, lat), interior on the left."""
    lat, far, ring = math.radians(lat_deg), math.radians(far_deg), []
    for at in range(count):
        azimuth = -2.0 * math.pi * at / count
        s = math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(azimuth)
        there = math.degrees(math.asin(max(-1.0, min(1.0, s))))
        lon = 81.0 + math.degrees(math.atan2(
            math.sin(azimuth) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * s
        ))
        if there > 90.0 - 1e-5:  # at the pole any longitude is right: that of the way on, here
            lon = -99.0
        ring.append(((lon + 180.0) % 360.0 - 180.0, there))
    return shapely.Polygon(ring)


def seen(lat_deg, far_deg):
    fixed = antimeridian.fix_polygon(circle(lat_deg, far_deg), fix_winding=False)
    return fixed.is_valid, fixed.buffer(0).contains(shapely.Point(81.0, lat_deg))


beside, through = seen(-30.0, 119.0), seen(-30.0, 120.0)
print(f"119 degrees round (81, -30), beside the pole: (valid, holds its centre) = {beside}")
print(f"120 degrees round (81, -30), through the pole: (valid, holds its centre) = {through}")
sys.exit(0 if beside == (True, True) and through == (False, False) else 1)
PYTHON
