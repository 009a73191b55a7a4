"""Raid: how many warheads get through."""
