"""What other programs may rely on: JSON Schemas of what is printed and written."""
