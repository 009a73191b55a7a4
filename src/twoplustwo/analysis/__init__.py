"""Batches of positions and reducers over their answers."""
