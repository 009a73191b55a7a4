"""Values that were printed or derived elsewhere, each with its source; tests compare with them."""
