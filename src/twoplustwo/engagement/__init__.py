"""Flyouts of interceptors, reach, timelines and shots."""
