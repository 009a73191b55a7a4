"""Which wrong engines do the tests notice?

A mutant is the package with one change: a constant 5 % too large, a sign or a comparison turned.
A test that still passes with it says nothing about that line. `fixed.yaml` holds thirty that every
run of the tests kills (`test_fixed.py`); `wide.py` makes hundreds and is run by hand.
"""
