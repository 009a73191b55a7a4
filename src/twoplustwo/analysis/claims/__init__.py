"""Which public statements hold, under whose numbers."""
