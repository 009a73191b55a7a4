"""Flight: rotating ellipsoid, staged rockets, aim."""
