"""What cases fly with: vehicles of a case, bare coasts, a prescribed pitch programme, fits."""
