"""The numbers that would change an answer most, one at a time, within what is on the table."""
