"""From claims to columns: held values, positions, stages."""
