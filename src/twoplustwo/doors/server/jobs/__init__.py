"""Computing in processes of its own: one job at a time each, with a deadline."""
