"""What the interface sends, as plain data: one file a page or a thing asked for."""
