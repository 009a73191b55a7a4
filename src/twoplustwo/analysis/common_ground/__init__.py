"""Which measures together pass the tests taken for every party, and what they leave to each?"""
