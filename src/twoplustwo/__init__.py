"""twoplustwo: an open, reproducible model for arguments about missile defence."""
