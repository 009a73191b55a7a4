"""Flight: rotating ellipsoid, staged rockets, aim."""

from twoplustwo.physics import numerics as numerics  # float64 before anything is traced
