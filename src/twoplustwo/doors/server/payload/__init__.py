"""What the interface sends: the shapes of its JSON, and the functions that fill them."""
