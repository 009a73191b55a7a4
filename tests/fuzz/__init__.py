"""Random changes of dossiers: whatever stands in one, it is refused with file and line or read."""
