"""Questions about several positions: differences, what decides, common ground, guarantees."""
