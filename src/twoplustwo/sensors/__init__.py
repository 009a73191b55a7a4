"""What radars and satellites see of a flight."""
