"""Which measures together pass every party's own stated test, and what they leave to each?"""
