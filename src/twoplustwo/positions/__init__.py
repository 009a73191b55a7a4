"""What a position holds: claims chosen, measures and settings laid over them. No engine."""
