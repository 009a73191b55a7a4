"""The engine in steps, each run once for each distinct row of what it reads."""
